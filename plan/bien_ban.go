package plan

import "github.com/vanban-go/vanban/plan/diag"

// Minutes is a record of a meeting or event "biên bản". It has no place and date
// at its head, and two signers: the secretary on the left, the chair on the right.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9.
type Minutes struct {
	Header
	Start     string   `yaml:"start" vi:"thời gian bắt đầu" need:"yes" eg:"08 giờ 00 ngày 15 tháng 11 năm 2026"`
	Venue     string   `yaml:"venue" vi:"địa điểm" need:"yes" eg:"Phòng họp Ủy ban nhân dân xã"`
	Attendees []string `yaml:"attendees" vi:"thành phần tham dự" need:"yes"`
	Chair     Person   `yaml:"chair" vi:"chủ trì (chủ tọa)" need:"yes"`
	Secretary Person   `yaml:"secretary" vi:"thư ký (người ghi biên bản)" need:"yes" eg:"{name: Trần Thị Bình}"`
	Content   Prose    `yaml:"content" vi:"nội dung" need:"yes" eg:"Chủ tọa nêu mục đích, yêu cầu của cuộc họp."`
	End       string   `yaml:"end" vi:"thời gian kết thúc" need:"yes" eg:"11 giờ 30 ngày 15 tháng 11 năm 2026"`
	Footer
}

// Person is someone named in a paper "ông (bà)". In YAML a line of text is a
// person of that name.
type Person struct {
	Honorific string `yaml:"honorific" vi:"danh xưng" eg:"Ông" help:"Ông, Bà hoặc Đồng chí; bỏ trống thì in Ông (bà)"`
	Name      string `yaml:"name" vi:"họ và tên" need:"yes" short:"scalar" eg:"Nguyễn Văn An"`
	Position  string `yaml:"position" vi:"chức vụ" eg:"Công chức Văn phòng - Thống kê"`
}

// Foot is the foot of minutes: unless others are named, the secretary signs on the
// left and the chair on the right, with the seal if there is one.
func (m *Minutes) Foot() *Footer {
	if m = orZero(m); len(m.AllSigners()) > 0 {
		return &m.Footer
	}
	f := m.Footer
	f.Signers = []Signer{
		{Position: "Thư ký", Name: m.Secretary.BareName(), NoSeal: true},
		{Position: "Chủ tọa", Name: m.Chair.BareName()},
	}
	return &f
}

// Validate refuses typed dashes before those who attended.
func (m *Minutes) Validate(path string, found *diag.List) {
	m = orZero(m)
	checkDashes(found, path, "attendees", "thành phần tham dự", m.Attendees)
}

// Needs names the keys that all minutes have. Chair and secretary sign.
func (*Minutes) Needs() []string { return []string{"subject"} }
