package plan

import "github.com/vanban-go/vanban/plan/diag"

// Copy is a copy of a paper that an office makes and seals "bản sao". On paper
// the block of the copying office stands below the whole original; an electronic
// copy has one line at the top right of the original's first page instead.
// Source: Nghị định 30/2020/NĐ-CP, Điều 25 to 27; Phụ lục I, Phần II; Phụ lục III,
// mẫu 3.1 and 3.2.
type Copy struct {
	Header
	Form string `yaml:"form" vi:"hình thức sao" need:"yes" values:"sao-y|sao-luc|trich-sao"`
	// Original names the file of the paper that is copied.
	Original string `yaml:"original" vi:"tệp văn bản được sao" need:"yes" ref:"*|season" eg:"van-ban.yaml"`
	// Excerpt is what a trích sao takes from the original, in place of its body.
	Excerpt Prose `yaml:"excerpt" vi:"phần nội dung trích sao" help:"chỉ ghi khi trích sao; bỏ trống là toàn văn"`
	// Register picks the one awardee whose line a trích sao takes from the list of
	// a decision on awards, or of the decision of a season. Zero: no such copy.
	Register int `yaml:"register" vi:"số vào sổ khen thưởng" within:"0..10000000"`
	// Time makes the copy an electronic one: the time of signing.
	Time string `yaml:"time" vi:"thời gian ký số" eg:"14:30:05 +07:00" help:"chỉ ghi cho bản sao điện tử"`
	Footer
}

// Values of Copy.Form.
const (
	fullCopyForm   = "sao-y"
	secondCopyForm = "sao-luc"
	extractForm    = "trich-sao"
)

// Title gives the form of the copy as printed: SAO Y, SAO LỤC or TRÍCH SAO.
func (c *Copy) Title() string {
	title, _ := orZero(c).names()
	return title
}

// Abbreviation gives the form of the copy as its symbol names it: SY, SL or TrS.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục I.
func (c *Copy) Abbreviation() string {
	_, abbreviation := orZero(c).names()
	return abbreviation
}

// names are those of the form, as it is printed and in a symbol.
func (c *Copy) names() (title, abbreviation string) {
	switch c.Form {
	case secondCopyForm:
		return "SAO LỤC", "SL"
	case extractForm:
		return "TRÍCH SAO", "TrS"
	}
	return "SAO Y", "SY"
}

// Validate refuses to pick one awardee in a copy that is no trích sao, or beside
// a stated excerpt.
func (c *Copy) Validate(path string, found *diag.List) {
	c = orZero(c)
	if c.Register > 0 && (c.Form != extractForm || c.Excerpt != "") {
		addFinding(found, path, "register", ruleConflict,
			`"register" (số vào sổ khen thưởng) chỉ ghi khi "form" (hình thức sao) là trich-sao và không có "excerpt" (phần nội dung `+
				`trích sao)`)
	}
}

// Needs names the keys that every copy has; its subject is the original's.
func (*Copy) Needs() []string { return []string{"signer|signers"} }

// Unused names the keys of every paper that a copy prints nowhere: they are the original's.
func (*Copy) Unused() []string { return unusedByCopies() }

func unusedByCopies() []string {
	return []string{"contact", "annexes", "legal_bases", "addressees", "secrecy", "urgency", "circulation", "subject", "subject_lines"}
}
