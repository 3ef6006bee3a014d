package plan

// GeneralType is the value of the key type of a paper that has a body of free text though
// its kind has typed fields. A paper of such a kind that has a body, and no fields of the
// kind that could hold it, is one too without saying so.
const GeneralType = "general"

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

// Needs names the keys that every paper of the kind has.
func (g *General) Needs() []string {
	g = orZero(g)
	switch g.Kind {
	case "thu-cong", "giay-gioi-thieu", "giay-nghi-phep":
		return []string{"signer|signers"}
	case "cong-van":
		return paperNeeds("addressees")
	}
	return paperNeeds()
}
