package award

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
)

// Law is the law of awards as data. Every entry has the days on which it holds.
// Get one from [Default] or [Parse].
type Law struct {
	Kind    string    `yaml:"kind" vi:"loại tệp" need:"yes" values:"award-law"`
	Version int       `yaml:"version" vi:"phiên bản cấu trúc tệp" need:"yes" help:"luôn là 1"`
	AsOf    plan.Date `yaml:"as_of" vi:"ngày đối chiếu"`
	// Begins is the first day that the data speak of. Zero: no bound.
	Begins plan.Date `yaml:"begins" vi:"ngày dữ liệu bắt đầu"`

	Acts         []act        `yaml:"acts" vi:"văn bản quy phạm"`
	BaseSalaries []baseSalary `yaml:"base_salaries" vi:"mức lương cơ sở"`
	Roundings    []rounding   `yaml:"roundings" vi:"cách làm tròn"`
	FundLimits   []fundLimit  `yaml:"fund_limits" vi:"mức trích quỹ tối đa"`
	Occasions    []occasion   `yaml:"occasions" vi:"loại hình khen thưởng"`
	Principles   []principle  `yaml:"principles" vi:"nguyên tắc chung"`
	Dossiers     []dossier    `yaml:"dossiers" vi:"thành phần hồ sơ"`
	VoteRules    []voteRule   `yaml:"vote_rules" vi:"quy định biểu quyết"`
	Deadlines    []deadline   `yaml:"deadlines" vi:"thời hạn"`
	Transitions  []transition `yaml:"transitions" vi:"quy định chuyển tiếp"`
	Bodies       []body       `yaml:"bodies" vi:"loại cơ quan quyết định"`
	Cities       []city       `yaml:"cities" vi:"thành phố trực thuộc Trung ương"`
	Awards       []Award      `yaml:"awards" vi:"danh hiệu, hình thức"`
}

// validity is what every entry of the law says of itself: the days on which it
// holds, where it stands, and whether that was read.
type validity struct {
	From plan.Date `yaml:"from" vi:"có hiệu lực từ ngày"`
	// To is the last day. Zero: open.
	To plan.Date `yaml:"to" vi:"đến hết ngày" help:"ngày cuối cùng còn hiệu lực"`
	// Doubt is the day from which nobody knows whether it still holds: it is used on, with a
	// warning. Of an act it is that of all figures with the act as their basis.
	Doubt plan.Date `yaml:"doubt_from" vi:"từ ngày chưa chắc còn hiệu lực" help:"vẫn dùng, kèm cảnh báo"`
	Basis string    `yaml:"basis" vi:"căn cứ"`
	// Verified says that the figure was read in a source, not written from memory.
	Verified bool   `yaml:"verified" vi:"đã đối chiếu"`
	Note     string `yaml:"note" vi:"ghi chú"`
}

func (v *validity) valid() *validity { return v }

// Holds reports whether the entry is in force on a day.
func (v *validity) Holds(day plan.Date) bool {
	v = zero.Or(v)
	return (v.From.IsZero() || !day.Before(v.From)) && (v.To.IsZero() || !v.To.Last().Before(day))
}

// act is an act of law "văn bản quy phạm pháp luật". Acts stand in the order in
// which papers cite them.
type act struct {
	validity
	ID     string `yaml:"id" vi:"mã" need:"yes" format:"id"`
	Symbol string `yaml:"symbol" vi:"số, ký hiệu" need:"yes" eg:"152/2025/NĐ-CP"`
	// Name is how a paper cites it: a law by name and date, without its number.
	Name   string `yaml:"name" vi:"tên viện dẫn" need:"yes"`
	Amends string `yaml:"amends" vi:"sửa đổi văn bản" help:"mã của văn bản được sửa đổi; viện dẫn liền sau văn bản đó"`
	Cite   string `yaml:"cite" vi:"khi nào viện dẫn" values:"always|transferred|culture|never" need:"yes"`
	// Bodies are the groups of bodies whose decisions cite it. Empty: all.
	Bodies []string `yaml:"bodies" vi:"nhóm cơ quan viện dẫn" help:"như people_committee; bỏ trống là mọi cơ quan"`
}

// Values of Act.Cite.
const (
	citeAlways      = "always"
	citeTransferred = "transferred" // for awards whose authority came down from the district
	citeCulture     = "culture"     // for Gia đình văn hóa and its like
	citeNever       = "never"       // known only so that a citation can be judged
)

// baseSalary is "mức lương cơ sở" a month.
type baseSalary struct {
	validity
	Amount plan.Money `yaml:"amount" vi:"mức lương" need:"yes"`
}

// rounding is how bonuses are rounded "làm tròn".
type rounding struct {
	validity
	Mode plan.Rounding `yaml:"mode" vi:"cách làm tròn" need:"yes"`
	Unit plan.Money    `yaml:"unit" vi:"làm tròn đến" need:"yes"`
}

// fundLimit bounds the fund by recurrent spending "mức trích quỹ tối đa".
type fundLimit struct {
	validity
	Level   plan.Level      `yaml:"level" vi:"cấp" need:"yes"`
	Region  plan.Region     `yaml:"region" vi:"vùng" need:"yes"`
	Percent plan.Multiplier `yaml:"percent" vi:"phần trăm chi thường xuyên" need:"yes"`
}

// occasion is a kind of occasion "loại hình khen thưởng".
type occasion struct {
	validity
	ID   plan.Occasion `yaml:"id" vi:"mã" need:"yes" format:"id"`
	Name string        `yaml:"name" vi:"tên" need:"yes"`
	// Aside occasions never count towards an award for merit "công trạng".
	Aside bool `yaml:"aside" vi:"không làm căn cứ khen công trạng"`
}

// principle is a rule that cuts across all awards "nguyên tắc". Code asks for
// one by its id; text and clause come from here.
type principle struct {
	validity
	ID   string `yaml:"id" vi:"mã" need:"yes" format:"id"`
	Text string `yaml:"text" vi:"nội dung" need:"yes"`
}

// dossier is what a dossier consists of "thành phần hồ sơ". The last entry that
// fits an award and occasion holds.
type dossier struct {
	validity
	Class     class               `yaml:"class" vi:"danh hiệu hay hình thức"`
	Awards    []string            `yaml:"awards" vi:"mã danh hiệu, hình thức"`
	Occasions []plan.Occasion     `yaml:"occasions" vi:"loại hình khen thưởng"`
	Papers    []plan.DossierPaper `yaml:"papers" vi:"giấy tờ" need:"yes"`
	// Excused is the rating of the year from which no initiative is asked for.
	Excused plan.Rating `yaml:"excused_by" vi:"xếp loại được miễn chứng nhận sáng kiến"`
}

// voteRule is how a council's vote passes where its own rules say nothing. The
// last entry that fits a level and award holds.
type voteRule struct {
	validity
	plan.VoteRule
	Level plan.Level `yaml:"level" vi:"cấp" need:"yes"`
}

// deadline is a time limit "thời hạn": a day of the year, or a number of days.
type deadline struct {
	validity
	ID          string   `yaml:"id" vi:"mã" need:"yes" format:"id"`
	Text        string   `yaml:"text" vi:"nội dung" need:"yes"`
	Month       int      `yaml:"month" vi:"tháng" eg:"11"`
	Day         int      `yaml:"day" vi:"ngày" eg:"15"`
	Days        int      `yaml:"days" vi:"số ngày" eg:"20"`
	WorkingDays int      `yaml:"working_days" vi:"số ngày làm việc" eg:"10"`
	Awards      []string `yaml:"awards" vi:"mã danh hiệu, hình thức"`
}

// transition says that dossiers received before a day are judged by the
// standards of before, and by the new ones where these are more favourable.
type transition struct {
	At       plan.Date `yaml:"at" vi:"ngày luật mới có hiệu lực" need:"yes"`
	Act      string    `yaml:"act" vi:"mã văn bản" need:"yes"`
	Basis    string    `yaml:"basis" vi:"căn cứ"`
	Verified bool      `yaml:"verified" vi:"đã đối chiếu"`
}

// class parts titles from forms.
type class string

// Classes: danh hiệu thi đua, hình thức khen thưởng.
const (
	title class = "title"
	form  class = "form"
)

// Values are the values that YAML may have.
func (class) Values() []string { return []string{string(title), string(form)} }

// Award is a title "danh hiệu thi đua" or a form "hình thức khen thưởng".
type Award struct {
	Code string `yaml:"code" vi:"mã" need:"yes" eg:"CSTDCS"`
	Name string `yaml:"name" vi:"tên" need:"yes"`
	// CityName is the name where a city of province level decides. Empty: the same.
	CityName    string       `yaml:"city_name" vi:"tên khi thành phố trực thuộc Trung ương quyết định"`
	FormerNames []formerName `yaml:"former_names" vi:"tên trước đây"`
	// ShortNames are what offices call the award for short: LĐTT.
	ShortNames []string `yaml:"short_names" vi:"tên gọi tắt"`
	// OfDecider awards carry the title of whoever decides behind their name:
	// Giấy khen của Chủ tịch Ủy ban nhân dân xã ...
	OfDecider   bool             `yaml:"of_decider" vi:"tên có chức danh người quyết định"`
	Class       class            `yaml:"class" vi:"danh hiệu hay hình thức" need:"yes"`
	Recipients  []plan.Recipient `yaml:"recipients" vi:"đối tượng" need:"yes"`
	Certificate certificate      `yaml:"certificate" vi:"loại bằng" values:"commendation|recognition|certificate|none" need:"yes"`
	// Culture titles follow the decree on cultural families and hamlets.
	Culture bool `yaml:"culture" vi:"danh hiệu văn hóa"`
	// Column is where the yearly forms count the award. Empty: among the others of
	// its level.
	Column      string      `yaml:"statistics" vi:"cột của biểu thống kê"`
	Basis       string      `yaml:"basis" vi:"căn cứ" need:"yes"`
	Authorities []authority `yaml:"authorities" vi:"thẩm quyền"`
	Bonuses     []bonus     `yaml:"bonuses" vi:"mức tiền thưởng"`
	Standards   []standard  `yaml:"standards" vi:"tiêu chuẩn"`
}

// certificate is what is handed over beside money "bằng, giấy".
type certificate string

// Certificates. Lao động tiên tiến has none.
const (
	commendation  certificate = "commendation" // "giấy khen, bằng khen"
	recognition   certificate = "recognition"  // "bằng chứng nhận"
	noCertificate certificate = "none"
)

// formerName is what an award was called before.
type formerName struct {
	validity
	Name string `yaml:"name" vi:"tên" need:"yes"`
}

// authority says who decides on an award "thẩm quyền quyết định".
type authority struct {
	validity
	Level plan.Level `yaml:"level" vi:"cấp" need:"yes"`
	// Transferred authority came down from the district; its decree is cited.
	Transferred bool `yaml:"transferred" vi:"chuyển từ cấp huyện"`
}

// bonus is the money that goes with an award "mức tiền thưởng": a multiple of the base
// salary, a fixed sum, or none.
type bonus struct {
	validity
	Recipient  plan.Recipient  `yaml:"recipient" vi:"đối tượng" need:"yes"`
	Multiplier plan.Multiplier `yaml:"multiplier" vi:"hệ số" one:"bonus"`
	Amount     plan.Money      `yaml:"amount" vi:"số tiền" one:"bonus"`
	Money      string          `yaml:"money" vi:"không có tiền thưởng" values:"none" one:"bonus"`
	// Maximum says that the figure is an upper bound.
	Maximum bool `yaml:"maximum" vi:"mức tối đa"`
}

// standard is what an award asks for "tiêu chuẩn": all of its conditions.
type standard struct {
	validity
	// Recipient is the kind of awardee. Empty: all kinds.
	Recipient  plan.Recipient   `yaml:"recipient" vi:"đối tượng"`
	Conditions []plan.Condition `yaml:"conditions" vi:"các điều kiện" need:"yes"`
}

// IsTitle reports whether the award is a title "danh hiệu thi đua"; others are forms
// "hình thức khen thưởng".
func (a *Award) IsTitle() bool { return zero.Or(a).Class == title }

// CertificateOn returns what is handed over on a day beside money, as a paper names it: Giấy
// khen, Bằng chứng nhận. Empty: nothing is.
func (a *Award) CertificateOn(day plan.Date) string {
	a = zero.Or(a)
	switch a.Certificate {
	case commendation:
		name, _, _ := strings.Cut(a.NameOn(day), " của ")
		return name
	case recognition:
		return "Bằng chứng nhận"
	case noCertificate:
		return ""
	}
	return "Giấy chứng nhận"
}

// NameOn returns the award's name on a day.
func (a *Award) NameOn(day plan.Date) string {
	a = zero.Or(a)
	for i := range a.FormerNames {
		if f := &a.FormerNames[i]; f.Holds(day) {
			return f.Name
		}
	}
	return a.Name
}

// FullName gives the name on a day as a paper of decider prints it: a title in
// quotation marks, a giấy khen with who gives it.
func (a *Award) FullName(day plan.Date, decider string) string {
	a = zero.Or(a)
	name := a.NameOn(day)
	switch {
	case a.IsTitle():
		return "“" + name + "”"
	case a.OfDecider && decider != "":
		return name + " của " + decider
	}
	return name
}

// Goes reports whether the award can go to a kind of awardee.
func (a *Award) Goes(r plan.Recipient) bool {
	return slices.Contains(zero.Or(a).Recipients, r)
}
