package plan

import "github.com/vanban-go/vanban/plan/diag"

// Invitation is a "giấy mời".
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.7.
type Invitation struct {
	Header
	Invitees []string `yaml:"invitees" vi:"kính mời" need:"yes" eg:"[Các đồng chí Bí thư Chi bộ, Các trưởng thôn]"`
	Event    string   `yaml:"event" vi:"tới dự" need:"yes" eg:"cuộc họp tổng kết phong trào thi đua năm 2026"`
	Chair    string   `yaml:"chair" vi:"chủ trì" eg:"Ông Nguyễn Văn An, Chủ tịch Ủy ban nhân dân xã"`
	Time     string   `yaml:"time" vi:"thời gian" need:"yes" eg:"08 giờ 00 ngày 15 tháng 12 năm 2026"`
	Venue    string   `yaml:"venue" vi:"địa điểm" need:"yes" eg:"Hội trường Ủy ban nhân dân xã"`
	Notes    Prose    `yaml:"notes" vi:"các lưu ý"`
	Footer
}

// Validate refuses typed dashes before those who are invited.
func (p *Invitation) Validate(path string, found *diag.List) {
	p = orZero(p)
	p.checkOneSigner(path, found, "giấy mời")
	checkDashes(found, path, "invitees", "kính mời", p.Invitees)
}

// Needs names the keys that every invitation has.
func (*Invitation) Needs() []string { return paperNeeds() }
