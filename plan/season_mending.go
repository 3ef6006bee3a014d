package plan

import (
	"strconv"

	"github.com/vanban-go/vanban/plan/diag"
)

// Mending names the decision that mends a decision on awards "quyết định hủy bỏ,
// sửa đổi, bổ sung". Awards that name one number and date stand in one decision;
// until the registry has given them, those without.
type Mending struct {
	Decision PaperRef `yaml:"decision" vi:"quyết định hủy bỏ, sửa đổi, bổ sung" help:"số, ngày do văn thư cấp; chưa cấp thì bỏ trống"`
	By       Level    `yaml:"by" vi:"cấp quyết định hủy bỏ, sửa đổi, bổ sung" help:"bỏ trống là cấp đã quyết định khen thưởng"`
	// Proposal is the last legal basis: who proposes, in which paper. Empty: the
	// unit that submitted the season; a decision alone then has no such basis.
	Proposal string  `yaml:"proposal" vi:"đề nghị của"`
	Signer   *Signer `yaml:"signer" vi:"người ký" help:"bỏ trống là người ký quyết định khen thưởng"`
}

// Validate refuses a number that is more than a number.
func (m *Mending) Validate(path string, found *diag.List) {
	checkNumber(found, join(path, "decision"), orZero(m).Decision.Number)
}

// Cancellation is how an award is taken back "hủy bỏ": by whom, by which decision
// and why. The record stays.
// Source: Luật Thi đua, khen thưởng, Điều 93.
type Cancellation struct {
	Mending
	Reason  string `yaml:"reason" vi:"lý do" need:"yes"`
	Recover Money  `yaml:"recover" vi:"số tiền phải thu hồi"`
}

// Amendment is what a later decision corrects about one awardee "sửa đổi": the
// values that it gives, beside those of the awardee, which stay as the signed
// decision has them. An empty value is not amended, and an awardee is amended once.
// Who is awarded what is not among them: another award, or an awardee of another
// kind, was never voted on, so the one is cancelled and the other added.
type Amendment struct {
	Mending
	Honorific   string `yaml:"honorific" vi:"cách xưng"`
	Name        string `yaml:"name" vi:"họ tên, tên tập thể, chủ hộ"`
	BirthYear   int    `yaml:"birth_year" vi:"năm sinh" eg:"1985" within:"year"`
	Role        string `yaml:"role" vi:"chức vụ"`
	Unit        string `yaml:"unit" vi:"đơn vị, địa chỉ"`
	Achievement string `yaml:"achievement" vi:"thành tích"`
	Reason      string `yaml:"reason" vi:"lý do"`
}

// Addition says that a later decision awards who was left out of the signed one
// "bổ sung". Standard, vote and authority are asked for as of everybody else;
// money and authority are those of the day of the adding decision, which is the
// one that gives the award.
type Addition struct {
	Mending
	Reason string `yaml:"reason" vi:"lý do"`
	// Session is the meeting that voted, where it was not the season's.
	Session *Session `yaml:"session" vi:"họp Hội đồng xét bổ sung"`
}

// Change is one value that an amendment corrects. Key is the key of the awardee:
// honorific, name, birth_year, role, unit or achievement.
type Change struct{ Key, From, To string }

// Changes returns what is amended, in the order of the keys; nil where nothing is.
// A value given anew as it was is among them.
func (a *Awardee) Changes() []Change {
	a = orZero(a)
	m := a.Amended
	if m == nil {
		return nil
	}
	year := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	var all []Change
	for _, c := range []Change{
		{"honorific", a.Honorific, m.Honorific},
		{"name", a.Name, m.Name},
		{"birth_year", year(a.BirthYear), year(m.BirthYear)},
		{"role", a.Role, m.Role},
		{"unit", a.Unit, m.Unit},
		{"achievement", a.Achievement, m.Achievement},
	} {
		if c.To != "" {
			all = append(all, c)
		}
	}
	return all
}

// AsAmended gives the awardee with the amended values in place of those of the
// signed decision: the same one where nothing is amended.
func (a *Awardee) AsAmended() *Awardee {
	if a == nil || a.Amended == nil {
		return a
	}
	m := a.Amended
	now := *a
	for _, v := range []struct {
		is  *string
		new string
	}{
		{&now.Honorific, m.Honorific}, {&now.Name, m.Name}, {&now.Role, m.Role}, {&now.Unit, m.Unit}, {&now.Achievement, m.Achievement},
	} {
		if v.new != "" {
			*v.is = v.new
		}
	}
	if m.BirthYear != 0 {
		now.BirthYear = m.BirthYear
	}
	return &now
}
