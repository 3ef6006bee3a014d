package plan

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Decision is a decision or resolution of one case "quyết định (cá biệt), nghị
// quyết (cá biệt)": legal bases, the order, then articles.
type Decision struct {
	Header
	Articles   []Article   `yaml:"articles" vi:"các điều" one:"body"`
	Body       Prose       `yaml:"body" vi:"nội dung" one:"body" help:"dùng thay cho articles; # mở đầu một điều"`
	Attachment *Attachment `yaml:"attachment" vi:"văn bản ban hành kèm theo"`
	Footer
}

// Attachment is a paper issued with a decision "văn bản được ban hành kèm theo":
// a regulation, statute or plan on pages of its own, without number and signature.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.3.
type Attachment struct {
	Kind     string    `yaml:"kind" vi:"tên loại văn bản kèm theo" need:"yes" eg:"quy-che" help:"mã của tên loại, hoặc tên như Điều lệ"`
	Subject  string    `yaml:"subject" vi:"trích yếu nội dung" need:"yes"`
	Scheme   Markers   `yaml:"scheme" vi:"cách đánh số"`
	Body     Prose     `yaml:"body" vi:"nội dung" one:"body"`
	Articles []Article `yaml:"articles" vi:"các điều" one:"body"`
	Sections []Section `yaml:"sections" vi:"các mục" one:"body"`
}

// attachmentKinds are papers that are issued with a decision though Điều 7 does not name
// them, by their id.
var attachmentKinds = map[string]string{
	"dieu-le": "Điều lệ", "noi-quy": "Nội quy", "danh-muc": "Danh mục", "bo-tieu-chi": "Bộ tiêu chí", "bang-tieu-chi": "Bảng tiêu chí",
	"quy-trinh": "Quy trình", "de-cuong": "Đề cương", "danh-sach": "Danh sách", "quy-uoc": "Quy ước", "huong-uoc": "Hương ước",
}

// Name is what the paper calls itself: the name of its kind, or the one that Kind is.
func (a *Attachment) Name() string {
	a = orZero(a)
	k, _ := kindOf(Kinds(), a.Kind)
	return cmp.Or(k.Name, attachmentKinds[a.Kind], a.Kind)
}

// KindID is the id of the paper's kind, also where Kind is a name.
func (a *Attachment) KindID() string { return vi.Slug(a.Name()) }

// Validate refuses the id of a kind of paper that there is not. A name of several words
// is taken as it is.
func (a *Attachment) Validate(path string, found *diag.List) {
	a = orZero(a)
	if a.Kind == "" || a.Name() != a.Kind || vi.Slug(a.Kind) != a.Kind {
		return
	}
	ids := append(idsOf(Kinds()), slices.Sorted(maps.Keys(attachmentKinds))...)
	d := &diag.Diagnostic{
		Pos: diag.At(join(path, "kind")), Rule: RuleKind, Found: a.Kind, Fix: "ghi tên loại đầy đủ, như Điều lệ",
		Message: `"kind" (tên loại văn bản kèm theo) là ` + record.Quote(a.Kind) + ", không có tên loại này",
	}
	if w := record.NearestWord(a.Kind, ids); w != "" {
		d.Expected, d.Fix = w, "có phải "+record.Quote(w)+"?"
	}
	found.Add(d)
}

// Needs names the keys that every decision has. The Party's are those of a collective, and
// its resolutions need no bases.
func (p *Decision) Needs() []string {
	if orZero(p).Kind == "nghi-quyet" {
		return paperNeeds("decided_by"+unlessParty, "legal_bases"+unlessParty)
	}
	return paperNeeds("decided_by"+unlessParty, "legal_bases")
}

// hasBases reports whether the body begins with the legal bases: they stand above Điều 1.
func (p *Decision) hasBases() bool {
	for l := range strings.Lines(string(p.Body)) {
		switch l = vi.Fold(strings.TrimLeft(l, " *-–\t")); {
		case strings.HasPrefix(l, "điều "):
			return false
		case strings.HasPrefix(l, "căn cứ "), strings.HasPrefix(l, "theo đề nghị "), strings.HasPrefix(l, "xét đề nghị "):
			return true
		}
	}
	return false
}

// Validate refuses two articles that name who carries out the decision.
func (p *Decision) Validate(path string, found *diag.List) {
	p = orZero(p)
	if p.Kind == "quyet-dinh" {
		p.checkOneSigner(path, found, "quyết định")
	}
	executes := 0
	for i, a := range p.Articles {
		if a.Executes {
			if executes++; executes > 1 {
				addFinding(found, join(path, index("articles", i)), "executes", ruleConflict,
					`chỉ một điều được ghi "executes" (điều giao trách nhiệm thi hành)`)
			}
		}
	}
}

func newDecision(typ string) any {
	if typ == "khen-thuong" {
		return new(AwardDecision)
	}
	return new(Decision)
}
