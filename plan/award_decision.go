package plan

import (
	"fmt"

	"github.com/vanban-go/vanban/plan/diag"
)

// AwardDecision is a decision on awards without a season "quyết định khen
// thưởng": who is awarded, in one decision of one or several kinds of award. Its
// articles are made from them. YAML: kind quyet-dinh, type khen-thuong.
type AwardDecision struct {
	Header
	Level    Level    `yaml:"level" vi:"cấp quyết định" values:"commune|unit|district|province|ministry|armed_forces|national_university"`
	Decider  *Decider `yaml:"decider" vi:"người quyết định khen thưởng" help:"ghi khi không phải người đứng đầu cơ quan ở issuer"`
	Period   *Period  `yaml:"period" vi:"thời gian xét khen thưởng" help:"ghi khi không phải một năm, như năm học"`
	Occasion Occasion `yaml:"occasion" vi:"loại hình khen thưởng" help:"bỏ trống là merit"`
	Year     int      `yaml:"year" vi:"năm" eg:"2026" help:"năm của danh hiệu, của phong trào; bỏ trống là năm quyết định" within:"year"`
	// Reason is what the decision says of all of them, behind "đã".
	Reason string `yaml:"reason" vi:"thành tích chung" eg:"có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026"`
	// Proposal is the last legal basis: who proposes, in which paper.
	Proposal string `yaml:"proposal" vi:"đề nghị của"`
	// LocalBasis is the province's regulation on awards, cited behind the laws.
	LocalBasis string      `yaml:"local_basis" vi:"quy định của tỉnh"`
	Awardees   []Awardee   `yaml:"awardees" vi:"tập thể, cá nhân, hộ gia đình được khen thưởng" need:"yes"`
	Columns    []OwnColumn `yaml:"columns" vi:"các cột riêng của danh sách" help:"như lớp, phần thưởng; nội dung ghi ở cells của từng mục"`
	Listing
	RulingText
	Rounding  Rounding `yaml:"rounding" vi:"cách làm tròn tiền thưởng" help:"bỏ trống là theo quy định"`
	Fund      string   `yaml:"fund" vi:"nguồn tiền thưởng" eg:"Quỹ thi đua, khen thưởng của xã năm 2026"`
	Executors []string `yaml:"executors" vi:"đơn vị chịu trách nhiệm thi hành"`
	Counts    *Counts  `yaml:"counts" vi:"số lượng đã ghi" help:"chỉ ghi để đối chiếu"`
	Frozen    *Frozen  `yaml:"frozen" vi:"nội dung đã chốt khi cấp số" help:"do lệnh vanban award number ghi"`

	Certificates *Certificates `yaml:"certificates" vi:"giấy khen, giấy chứng nhận"`
	Payment      *Payment      `yaml:"payment" vi:"chi tiền thưởng"`
	// Cancellation is the decision that cancels this one, as a whole.
	Cancellation *Cancellation `yaml:"cancellation" vi:"hủy bỏ quyết định"`
	Footer
}

// Needs names the keys that every award decision has; its subject and legal
// bases can be made from the awards.
func (*AwardDecision) Needs() []string { return []string{"signer|signers"} }

// Validate refuses several signers, a year that makes no sense, and parts of legal
// bases beside those that are stated whole.
func (p *AwardDecision) Validate(path string, found *diag.List) {
	p = orZero(p)
	p.checkOneSigner(path, found, "quyết định")
	for i := range p.Awardees {
		checkCells(found, index(join(path, "awardees"), i), p.Columns, p.Awardees[i].Cells)
	}
	if len(p.LegalBases) == 0 {
		return
	}
	for _, part := range []struct{ key, term, text string }{
		{"local_basis", "quy định của tỉnh", p.LocalBasis},
		{"proposal", "đề nghị của", p.Proposal},
	} {
		if part.text != "" {
			found.Add(&diag.Diagnostic{
				Pos: diag.At(join(path, part.key)), Rule: ruleConflict, Found: part.text,
				Message: fmt.Sprintf(`%q (%s) không in khi "legal_bases" (căn cứ ban hành) đã ghi đủ các căn cứ`, part.key, part.term),
				Fix:     `viết thành một căn cứ trong "legal_bases", hoặc bỏ "legal_bases" để chương trình chọn theo pháp luật`,
			})
		}
	}
}

// AwardYear gives the year of the awards: the one given, or that of the date.
func (p *AwardDecision) AwardYear() int {
	p = orZero(p)
	if p.Year != 0 {
		return p.Year
	}
	return p.Date.Year
}
