package plan

import "github.com/vanban-go/vanban/plan/diag"

// Certificate is one certificate of an award "giấy khen, giấy chứng nhận", on a
// sheet on its side. It is no paper of Điều 7: it has no number of its own, no
// recipients and no closing mark.
type Certificate struct {
	Header
	// Giver stands above the large words. Empty: Chủ tịch of a People's Committee, or who signs as the head of another body, and the
	// issuer's name.
	Giver string `yaml:"giver" vi:"người tặng" eg:"Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"`
	// Give stands between the two. Empty: TẶNG.
	Give  string `yaml:"give" vi:"chữ trên chữ lớn" eg:"TẶNG"`
	Words string `yaml:"words" vi:"chữ lớn" eg:"GIẤY KHEN" help:"bỏ trống là GIẤY KHEN"`

	Recipient   Recipient `yaml:"recipient" vi:"đối tượng" need:"yes" eg:"individual"`
	Honorific   string    `yaml:"honorific" vi:"cách xưng" eg:"Bà" help:"Ông, Bà, Em, Đồng chí hoặc cấp bậc; tập thể thì bỏ trống"`
	Name        string    `yaml:"name" vi:"họ tên, tên tập thể, chủ hộ" need:"yes" eg:"Nguyễn Thị Hoa"`
	Role        string    `yaml:"role" vi:"chức vụ" eg:"Trưởng thôn"`
	Unit        string    `yaml:"unit" vi:"đơn vị, địa chỉ" eg:"thôn Đồng Chùa"`
	Achievement string    `yaml:"achievement" vi:"thành tích" new:"yes"`
	Posthumous  bool      `yaml:"posthumous" vi:"truy tặng"`

	Decision PaperRef `yaml:"decision" vi:"quyết định khen thưởng"`
	Register string   `yaml:"register" vi:"số vào sổ" eg:"\"08\""`
	// Book stands before the number in the register. Empty: Số sổ vàng.
	Book   string             `yaml:"book" vi:"tên sổ" eg:"Số sổ vàng" help:"chữ trước số vào sổ; bỏ trống là Số sổ vàng"`
	Layout *CertificateLayout `yaml:"layout" vi:"cách in"`
	Footer
}

// Needs names the keys that every certificate has.
func (*Certificate) Needs() []string { return []string{"signer"} }

// Unused names the keys of every paper that a certificate prints nowhere.
func (*Certificate) Unused() []string {
	return append(unusedByCopies(), "number", "symbol", "no_number", "drafting_unit", "decided_by", "distribution")
}

// Validate refuses an award to a dead awardee that is no person.
func (c *Certificate) Validate(path string, found *diag.List) {
	c = orZero(c)
	checkPosthumous(found, path, c.Posthumous, c.Recipient)
}

// CertificateLayout says where things stand on a certificate, and what is printed
// on the blank already. The zero value is a full page of A4.
type CertificateLayout struct {
	Paper string `yaml:"paper" vi:"khổ giấy" values:"A4|A3" help:"đặt ngang; bỏ trống là A4"`
	// Design is the frame that is drawn around it. Empty: the first one.
	Design string `yaml:"design" vi:"mẫu khung" values:"hoa-van|ke-doi" help:"bỏ trống là hoa-van; hai mẫu ở docs/awards.md"`
	// Overprint prints only what differs from one to the next, on a blank that
	// has motto, frame and large words already.
	Overprint bool `yaml:"overprint" vi:"in lên phôi có sẵn" help:"không in khung, Quốc hiệu, chữ Giấy khen"`
	// Right and Down move everything, for a printer that does not print straight.
	Right  Number            `yaml:"right" vi:"dịch sang phải (mm)" eg:"0" within:"-100..100"`
	Down   Number            `yaml:"down" vi:"dịch xuống dưới (mm)" eg:"0" help:"âm là lên trên" within:"-100..100"`
	Emblem string            `yaml:"emblem" vi:"ảnh Quốc huy" eg:"quoc-huy.png" help:"tệp của đơn vị; bỏ trống thì không in"`
	Spots  []CertificateSpot `yaml:"spots" vi:"vị trí các dòng" help:"chỉ ghi những dòng khác mặc định"`
}

// CertificateSpot is the place of one line, in millimetres from the top left corner
// of the sheet. What is left empty stays as usual.
type CertificateSpot struct {
	Line   string `yaml:"line" vi:"dòng" need:"yes"`
	X      Number `yaml:"x" vi:"cách mép trái (mm)" within:"0..420"`
	Y      Number `yaml:"y" vi:"cách mép trên (mm)" within:"0..420"`
	Width  Number `yaml:"width" vi:"bề rộng (mm)" within:"0..420"`
	Height Number `yaml:"height" vi:"chiều cao (mm)" within:"0..420"`
	Size   Number `yaml:"size" vi:"cỡ chữ (pt)" within:"1..200"`
	Hidden bool   `yaml:"hidden" vi:"không in dòng này"`
	Shown  bool   `yaml:"shown" vi:"in dòng này" help:"khi in lên phôi, cho dòng mà phôi không có"`
}

// Validate refuses a line that is both hidden and shown.
func (s *CertificateSpot) Validate(path string, found *diag.List) {
	s = orZero(s)
	if s.Hidden && s.Shown {
		addFinding(found, path, "shown", ruleConflict, `chỉ ghi một trong hai: "hidden" (không in dòng này) hoặc "shown" (in dòng này)`)
	}
}
