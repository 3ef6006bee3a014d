package plan

// Form is a list, slip or table "biểu, danh sách, phiếu" that goes with papers: a
// payment list, a ballot paper, a summary, a report in a form that the law has. It is no
// paper of Điều 7: it has no number, no recipients and no closing mark.
type Form struct {
	Header
	Title string `yaml:"title" vi:"tên biểu" need:"yes" eg:"Danh sách chi tiền thưởng"`
	// Reference says what the form goes with.
	Reference Prose `yaml:"reference" vi:"dòng kèm theo" eg:"(Kèm theo Quyết định số 512/QĐ-UBND ngày 15 tháng 12 năm 2026)"`
	NoDate    bool  `yaml:"no_date" vi:"không in địa danh, ngày"`
	Landscape bool  `yaml:"landscape" vi:"trang ngang"`

	Body     Prose     `yaml:"body" vi:"nội dung" one:"body" eg:"Nội dung của biểu."`
	Sections []Section `yaml:"sections" vi:"các mục" one:"body"`
	Footer
}
