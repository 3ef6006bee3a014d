package plan

import "github.com/vanban-go/vanban/plan/diag"

// Telegram is a "công điện": the sender telegraphs to the addressees.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.6.
type Telegram struct {
	Header
	// Sender stands before "điện:". Empty: the issuer's name.
	Sender string `yaml:"sender" vi:"cơ quan hoặc chức danh gửi điện" eg:"Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"`
	Body   Prose  `yaml:"body" vi:"nội dung" need:"yes" eg:"Nội dung công điện."`
	Footer
}

// Needs names the keys that every telegram has.
func (*Telegram) Needs() []string { return paperNeeds("addressees") }

// Validate refuses several signers.
func (t *Telegram) Validate(path string, found *diag.List) {
	t = orZero(t)
	t.checkOneSigner(path, found, "công điện")
}
