package plan

// Enclosure is an annex "phụ lục", or a paper issued with a decision "văn bản
// kèm theo", in an electronic file of its own: the same pages as behind the
// paper, but with the line of ô 14 at the top right and the blanks of "(Kèm theo
// ...)" left empty.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 8, điểm b;
// Phụ lục III, mẫu 1.3 and 2.2.
type Enclosure struct {
	Kind    string `yaml:"kind" vi:"loại tệp" need:"yes" help:"luôn là phu-luc"`
	Version int    `yaml:"version" vi:"phiên bản cấu trúc tệp" need:"yes" help:"luôn là 1"`
	// Original names the file of the paper that the enclosure goes with.
	Original string `yaml:"original" vi:"tệp văn bản chính" need:"yes" ref:"*" eg:"van-ban.yaml"`
	// Annex is the annex's place in the paper, from 1. Zero: the paper issued
	// with the decision.
	Annex int `yaml:"annex" vi:"phụ lục thứ mấy" new:"yes" eg:"1" within:"0..1000"`
	// Date is the day of signing. Zero: the paper's own.
	Date Date `yaml:"date" vi:"ngày ký số" help:"bỏ trống là ngày của văn bản chính" whole:"yes"`
	// Time is the time of signing. Empty: the place of the line is kept free for
	// the program that signs.
	Time string `yaml:"time" vi:"thời gian ký số" eg:"14:30:05 +07:00" help:"bỏ trống thì chừa chỗ cho phần mềm ký số"`
}

// Head returns a header with nothing but the kind: the rest is the original's.
func (e *Enclosure) Head() *Header {
	e = orZero(e)
	return &Header{Kind: e.Kind, Version: e.Version}
}

// Foot returns an empty footer.
func (e *Enclosure) Foot() *Footer { return new(Footer) }
