package plan

import "github.com/vanban-go/vanban/plan/diag"

// Introduction is a letter of introduction "giấy giới thiệu".
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.8.
type Introduction struct {
	Header
	Person     Person `yaml:"person" vi:"người được giới thiệu" need:"yes"`
	SentTo     string `yaml:"sent_to" vi:"được cử đến" need:"yes" eg:"Sở Nội vụ tỉnh Lam Sơn"`
	Purpose    string `yaml:"purpose" vi:"về việc" need:"yes" eg:"nhận hồ sơ khen thưởng năm 2026"`
	ValidUntil Date   `yaml:"valid_until" vi:"có giá trị đến hết ngày" new:"yes" eg:"2026-12-31" whole:"yes"`
	Footer
}

// Needs names the keys that every letter of introduction has; it has no subject.
func (*Introduction) Needs() []string { return []string{"signer|signers"} }

// Validate refuses several signers.
func (p *Introduction) Validate(path string, found *diag.List) {
	p = orZero(p)
	p.checkOneSigner(path, found, "giấy giới thiệu")
}
