package plan

import (
	"fmt"

	"github.com/vanban-go/vanban/plan/diag"
)

// Paper is an official document "văn bản hành chính": a value with the fields
// that all papers share. Every paper of this package embeds [Header] and
// [Footer], which give these two methods.
type Paper interface {
	Head() *Header
	Foot() *Footer
}

// Header is what stands at the head of every paper "phần đầu văn bản". The zero
// value is an empty paper; which fields must be filled is said by their tags,
// and by the kind of paper where kinds differ.
type Header struct {
	Kind    string `yaml:"kind" vi:"tên loại văn bản" need:"yes"`
	Version int    `yaml:"version" vi:"phiên bản cấu trúc tệp" need:"yes" help:"luôn là 1"`
	Type    string `yaml:"type" vi:"kiểu nội dung" help:"bỏ trống là kiểu thường của tên loại"`

	// Standard names the rule pack that the form follows. Empty: the profile's.
	Standard string `yaml:"standard" vi:"bộ quy tắc thể thức" values:"nd30-2020|hd05-2026" help:"bỏ trống là bộ quy tắc của hồ sơ đơn vị"`
	// LawDate is the day whose law applies. Zero: the paper's own date, if it is a full one.
	LawDate Date `yaml:"law_date" vi:"ngày xét pháp luật" help:"bỏ trống là ngày ban hành"`

	Issuer       Issuer       `yaml:"issuer" vi:"cơ quan, tổ chức ban hành" need:"yes"`
	Number       string       `yaml:"number" vi:"số" new:"yes" eg:"\"\"" help:"để trống thì chừa chỗ ghi tay; giữ nguyên chữ số đã viết"`
	Symbol       string       `yaml:"symbol" vi:"ký hiệu" help:"bỏ trống thì tự ghép từ tên loại và cơ quan, như KH-UBND"`
	NoNumber     bool         `yaml:"no_number" vi:"không in số, ký hiệu" help:"ghi true khi văn bản không có dòng số, ký hiệu"`
	DraftingUnit string       `yaml:"drafting_unit" vi:"đơn vị soạn thảo" eg:"VP" help:"chữ viết tắt, dùng trong ký hiệu công văn"`
	Date         Date         `yaml:"date" vi:"thời gian ban hành" new:"yes" eg:"\"2026\""`
	Subject      string       `yaml:"subject" vi:"trích yếu nội dung" eg:"Tổng kết phong trào thi đua yêu nước năm 2026"`
	SubjectLines []string     `yaml:"subject_lines" vi:"trích yếu chia dòng" parted:"yes" help:"chỉ ghi khi muốn tự chia dòng"`
	Secrecy      string       `yaml:"secrecy" vi:"độ mật" values:"MẬT|TỐI MẬT|TUYỆT MẬT"`
	Urgency      string       `yaml:"urgency" vi:"độ khẩn" values:"KHẨN|THƯỢNG KHẨN|HỎA TỐC"`
	Circulation  string       `yaml:"circulation" vi:"phạm vi lưu hành" values:"XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ"`
	Draft        string       `yaml:"draft" vi:"dự thảo" eg:"Dự thảo" help:"chữ in dưới số, ký hiệu; bỏ trống khi không phải dự thảo"`
	Addressees   []string     `yaml:"addressees" vi:"kính gửi" eg:"[Ủy ban nhân dân tỉnh Lam Sơn]"`
	DecidedBy    *DecidedBy   `yaml:"decided_by" vi:"thẩm quyền ban hành" eg:"chairman"`
	LegalBases   []LegalBasis `yaml:"legal_bases" vi:"căn cứ ban hành" help:"mỗi căn cứ một mục, không gõ dấu ; ở cuối"`

	// Scheme replaces the kind's own way of numbering: the markers of the
	// levels from the highest.
	Scheme Markers `yaml:"scheme" vi:"cách đánh số" eg:"[I., 1., a), -, +]" help:"dấu của từng cấp, từ cấp cao nhất"`
}

// paperNeeds are the keys that papers of nearly all kinds need, and more.
func paperNeeds(more ...string) []string {
	needs := make([]string, 0, 4)
	return append(append(needs, "subject", "signer|signers"), more...)
}

// Validate refuses a number that is more than a number, typed dashes, and a
// legal basis that is not in force on the day whose law applies. Without such a
// day nothing is known of the bases, and nothing refused.
func (h *Header) Validate(path string, found *diag.List) {
	h = orZero(h)
	checkNumber(found, path, h.Number)
	checkDashes(found, path, "addressees", "kính gửi", h.Addressees)
	for i := range h.LegalBases {
		if !hasTypedDash(string(h.LegalBases[i].Text)) {
			continue
		}
		checkDash(found, join(index(join(path, "legal_bases"), i), "text"), "nội dung căn cứ", string(h.LegalBases[i].Text))
	}
	day := h.LawDate
	if day.IsZero() && h.Date.IsFull() {
		day = h.Date
	}
	if day.IsZero() {
		return
	}
	for i, b := range h.LegalBases {
		switch {
		case !b.From.IsZero() && day.Before(b.From):
			addFinding(found, index(join(path, "legal_bases"), i), "from", ruleBasis,
				fmt.Sprintf("căn cứ này có hiệu lực từ %s, sau ngày của văn bản (%s)", b.From, day))
		case !b.To.IsZero() && b.To.Last().Before(day):
			addFinding(found, index(join(path, "legal_bases"), i), "to", ruleBasis,
				fmt.Sprintf("căn cứ này hết hiệu lực sau %s, trước ngày của văn bản (%s)", b.To, day))
		}
	}
}

// Head returns the paper's shared fields.
func (h *Header) Head() *Header { return h }

// Issuer is the body that issues a paper "cơ quan, tổ chức ban hành văn bản", or
// the holder of a state title.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 2.
type Issuer struct {
	Superior string `yaml:"superior" vi:"cơ quan chủ quản" help:"Ủy ban nhân dân không ghi cơ quan chủ quản"`
	// SuperiorLines are the lines of that name as the letterhead prints them. None: they
	// are computed.
	SuperiorLines []string `yaml:"superior_lines" vi:"tên cơ quan chủ quản chia dòng" parted:"yes" help:"chỉ ghi khi muốn tự chia dòng"`
	Name          string   `yaml:"name" vi:"tên cơ quan ban hành" need:"yes" eg:"Ủy ban nhân dân xã Cẩm Hòa"`
	// NameLines are the lines of the name as the letterhead prints them. None:
	// they are computed from Name.
	NameLines    []string `yaml:"name_lines" vi:"tên cơ quan chia dòng" parted:"yes" help:"chỉ ghi khi muốn tự chia dòng"`
	Abbreviation string   `yaml:"abbreviation" vi:"chữ viết tắt tên cơ quan" new:"yes" eg:"UBND" help:"dùng trong ký hiệu"`
	Place        string   `yaml:"place" vi:"địa danh" need:"yes" eg:"Cẩm Hòa"`
}

// LegalBasis is one legal ground of a paper "căn cứ ban hành". In YAML it is a
// line of text, or a mapping.
type LegalBasis struct {
	Text Prose `yaml:"text" vi:"nội dung căn cứ" need:"yes" short:"scalar" eg:"Căn cứ Luật Tổ chức chính quyền địa phương"`
	// From and To bound the days on which the act is in force; an act outside
	// its days on the paper's date is a finding. Zero: open.
	From Date `yaml:"from" vi:"có hiệu lực từ ngày"`
	To   Date `yaml:"to" vi:"hết hiệu lực sau ngày"`
}

// DecidedBy says who decides "thẩm quyền ban hành": the centred line above the
// legal bases of a resolution or decision. In YAML it is chairman or committee,
// or a mapping with the title in full.
type DecidedBy struct {
	By    string `yaml:"by" vi:"người hoặc tập thể ban hành" short:"scalar" one:"authority" eg:"chairman" values:"chairman|committee"`
	Title string `yaml:"title" vi:"chức vụ người ban hành" one:"authority" eg:"Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"`
}

// Values of DecidedBy.By.
const (
	ByChairman  = "chairman"
	ByCommittee = "committee"
)

// IsCommittee reports whether the collective decides, not its head.
func (d *DecidedBy) IsCommittee() bool { return d != nil && d.By == ByCommittee }

// Markers are sample markers of a numbering scheme "cách đánh số", from the highest level:
// I., 1., a), -, +. Package decree reads a scheme from them.
type Markers []string

// Values are the markers that YAML may have.
func (Markers) Values() []string {
	return []string{"Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "Điều 1.", "A.", "I.", "I-", "1.", "1.1.", "1.1.1.", "a)", "a.", "(1)",
		"-", "+"}
}
