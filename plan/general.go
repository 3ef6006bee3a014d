package plan

import "github.com/vanban-go/vanban/plan/diag"

// General is a paper of any kind without fields of its own "văn bản có tên
// loại", công văn among them: after its opening it has a body of text, articles
// or sections.
type General struct {
	Header
	Opening  Prose     `yaml:"opening" vi:"lời dẫn" help:"đoạn mở đầu; thường để trống khi dùng body"`
	Body     Prose     `yaml:"body" vi:"nội dung" one:"body" eg:"Nội dung văn bản."`
	Articles []Article `yaml:"articles" vi:"các điều" one:"body"`
	Sections []Section `yaml:"sections" vi:"các mục" one:"body"`
	Closing  Prose     `yaml:"closing" vi:"lời kết" help:"đoạn cuối; dấu ./. do chương trình ghi"`
	Footer
}

// Validate refuses a paper without what its kind needs.
func (g *General) Validate(path string, found *diag.List) {
	if g.Kind == "thu-cong" {
		g.Header.checkUntitled(path, found, &g.Footer)
		return
	}
	g.Header.check(path, found, &g.Footer)
	if g.Kind == "cong-van" && len(g.Addressees) == 0 {
		addMissing(found, path, "addressees", "kính gửi")
	}
}
