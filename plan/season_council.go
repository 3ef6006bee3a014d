package plan

import "github.com/vanban-go/vanban/plan/diag"

// Council is the emulation and commendation council "Hội đồng Thi đua - Khen
// thưởng" with its rules.
type Council struct {
	Name     string          `yaml:"name" vi:"tên Hội đồng" help:"bỏ trống thì ghép từ tên xã"`
	Decision PaperRef        `yaml:"decision" vi:"quyết định thành lập, kiện toàn"`
	Members  []CouncilMember `yaml:"members" vi:"thành viên"`
	// Size is the number of members where they are not listed.
	Size  int        `yaml:"size" vi:"tổng số thành viên" help:"ghi khi không liệt kê thành viên"`
	Rules []VoteRule `yaml:"rules" vi:"quy định biểu quyết" help:"theo quy chế của Hội đồng; bỏ trống là số mặc định"`
}

// Total returns the number of members.
func (c *Council) Total() int {
	c = orZero(c)
	return max(c.Size, len(c.Members))
}

// CouncilMember is a member of the council "thành viên Hội đồng". In YAML a line
// of text is a member with that name.
type CouncilMember struct {
	Honorific string `yaml:"honorific" vi:"cách xưng"`
	Name      string `yaml:"name" vi:"họ tên" need:"yes" short:"scalar"`
	Position  string `yaml:"position" vi:"chức vụ"`
	Role      string `yaml:"role" vi:"vai trò trong Hội đồng" values:"chair|deputy|standing|member|secretary" help:"bỏ trống là ủy viên"`
}

// VoteRule is how a vote passes "quy định biểu quyết".
type VoteRule struct {
	Awards []string `yaml:"awards" vi:"áp dụng cho" help:"mã danh hiệu, hình thức; bỏ trống là tất cả"`
	Quorum Fraction `yaml:"quorum" vi:"tỷ lệ thành viên phải dự" eg:"2/3"`
	// Threshold is the share of votes in favour, more than it with Strict.
	Threshold Fraction `yaml:"threshold" vi:"tỷ lệ tán thành" need:"yes" eg:"80%"`
	Strict    bool     `yaml:"strict" vi:"phải quá tỷ lệ đó"`
	Of        string   `yaml:"of" vi:"tính trên" values:"members|present|ballots"`
	Secret    bool     `yaml:"secret" vi:"bỏ phiếu kín"`
}

// Session is the council's meeting "họp Hội đồng" with its minutes.
type Session struct {
	Number string `yaml:"number" vi:"số biên bản"`
	Symbol string `yaml:"symbol" vi:"ký hiệu" help:"bỏ trống là BB-HĐTĐKT"`
	Date   Date   `yaml:"date" vi:"ngày họp"`
	Start  string `yaml:"start" vi:"giờ bắt đầu" eg:"14 giờ 00"`
	End    string `yaml:"end" vi:"giờ kết thúc" eg:"16 giờ 30"`
	Place  string `yaml:"place" vi:"địa điểm"`

	Chair     CouncilMember `yaml:"chair" vi:"chủ trì"`
	Secretary CouncilMember `yaml:"secretary" vi:"thư ký"`
	Present   int           `yaml:"present" vi:"số thành viên có mặt" within:"0..10000"`
	Absent    []Absence     `yaml:"absent" vi:"thành viên vắng mặt"`
	// Written counts absent members who sent their votes in writing.
	Written int `yaml:"written" vi:"số ý kiến bằng văn bản của người vắng" within:"0..10000"`
	// Tellers count the ballots "ban kiểm phiếu", their head first.
	Tellers []CouncilMember `yaml:"tellers" vi:"ban kiểm phiếu" help:"trưởng ban ghi đầu tiên"`
	Ballots *Ballots        `yaml:"ballots" vi:"phiếu bầu" help:"khi bỏ phiếu kín"`
	// Discussion is what was said, for the minutes.
	Discussion Prose `yaml:"discussion" vi:"ý kiến thảo luận"`
	// Passed repeats how many passed, where the minutes were written by hand.
	Passed *Counts `yaml:"passed" vi:"số được thông qua đã ghi trong biên bản"`
	Frozen *Frozen `yaml:"frozen" vi:"nội dung đã chốt khi cấp số" help:"do lệnh vanban award number ghi"`
}

// Absence is a member who was not there "vắng mặt". In YAML a line of text is an
// absence of that member.
type Absence struct {
	Name   string `yaml:"name" vi:"họ tên" need:"yes" short:"scalar"`
	Reason string `yaml:"reason" vi:"lý do"`
}

// Ballots is the count of ballot papers "kiểm phiếu".
type Ballots struct {
	Issued   int `yaml:"issued" vi:"số phiếu phát ra" need:"yes" within:"0..10000"`
	Returned int `yaml:"returned" vi:"số phiếu thu về" need:"yes"`
	Valid    int `yaml:"valid" vi:"số phiếu hợp lệ"`
	Invalid  int `yaml:"invalid" vi:"số phiếu không hợp lệ"`
	// End is when the count was done; the meeting may have gone on.
	End string `yaml:"end" vi:"giờ lập xong biên bản kiểm phiếu" eg:"15 giờ 40"`
}

// Votes is the vote on one nominee "kết quả biểu quyết".
type Votes struct {
	For     int `yaml:"for" vi:"số phiếu đồng ý" new:"yes" eg:"12" within:"0..10000"`
	Against int `yaml:"against" vi:"số phiếu không đồng ý" new:"yes" eg:"1" within:"0..10000"`
	Abstain int `yaml:"abstain" vi:"số người không biểu quyết, phiếu trắng" help:"được tính vào tổng số phiếu" within:"0..10000"`
	Other   int `yaml:"other" vi:"số phiếu có ý kiến khác, không hợp lệ" within:"0..10000"`
}

// Total returns all votes.
func (v *Votes) Total() int {
	v = orZero(v)
	return v.For + v.Against + v.Abstain + v.Other
}

// Validate refuses votes of nobody.
func (v *Votes) Validate(path string, found *diag.List) {
	if v = orZero(v); *v == (Votes{}) {
		found.Add(&diag.Diagnostic{Pos: diag.At(path), Rule: ruleMissing, Err: ErrMissing,
			Message: `"votes" (kết quả biểu quyết) không có phiếu nào`,
			Fix:     `chưa biểu quyết thì xóa phần này; không ai đồng ý thì ghi số phiếu không đồng ý ở "against"`})
	}
}

// Validate refuses a number that is more than a number.
func (s *Session) Validate(path string, found *diag.List) {
	s = orZero(s)
	checkNumber(found, path, s.Number)
}

// Validate refuses ballots that do not add up.
func (b *Ballots) Validate(path string, found *diag.List) {
	b = orZero(b)
	checkRange(found, path, "returned", "số phiếu thu về", b.Returned, b.Issued)
	checkRange(found, path, "valid", "số phiếu hợp lệ", b.Valid, b.Returned)
	checkRange(found, path, "invalid", "số phiếu không hợp lệ", b.Invalid, b.Returned)
	if b.Valid+b.Invalid > 0 && b.Valid+b.Invalid != b.Returned {
		addFinding(found, path, "valid", ruleConflict,
			`"valid" (số phiếu hợp lệ) cộng "invalid" (số phiếu không hợp lệ) phải bằng "returned" (số phiếu thu về)`)
	}
}
