package plan

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Season is one award season "đợt xét khen thưởng": the nominees, what the
// council, the office and the chairman decided about them, and the numbers and
// dates of the papers. All papers of the season are made from it. What a stage
// has not reached yet is left out.
//
// Package award judges a season; see there what must hold.
type Season struct {
	Kind    string `yaml:"kind" vi:"loại tệp" need:"yes" values:"season"`
	Version int    `yaml:"version" vi:"phiên bản cấu trúc tệp" need:"yes" help:"luôn là 1"`

	Title  string `yaml:"title" vi:"tên đợt khen thưởng" need:"yes" eg:"Khen thưởng tổng kết phong trào thi đua yêu nước năm 2026"`
	Year   int    `yaml:"year" vi:"năm xét khen thưởng" need:"yes" eg:"2026" within:"year"`
	Issuer Issuer `yaml:"issuer" vi:"cơ quan quyết định khen thưởng" need:"yes"`
	// Level is the level of whoever decides. Empty: that of the kind of body.
	Level   Level    `yaml:"level" vi:"cấp quyết định" values:"commune|unit|district|province|ministry|armed_forces|national_university"`
	Decider *Decider `yaml:"decider" vi:"người quyết định khen thưởng" help:"ghi khi không phải người đứng đầu cơ quan ở issuer"`
	// Period is what the awards are for, where it is not the year.
	Period *Period `yaml:"period" vi:"thời gian xét khen thưởng"`
	// Region picks the limit of the fund. Empty: plain.
	Region   Region   `yaml:"region" vi:"vùng"`
	Occasion Occasion `yaml:"occasion" vi:"loại hình khen thưởng" help:"dùng cho mọi đề nghị không ghi riêng; bỏ trống là merit"`
	// Reason is what the decision says of all of them, behind "đã".
	Reason string `yaml:"reason" vi:"thành tích chung" eg:"có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026"`
	// Received is the day on which the dossiers came to whoever appraises them:
	// its law gives the standards.
	Received Date      `yaml:"received" vi:"ngày nhận hồ sơ" help:"tiêu chuẩn xét theo pháp luật của ngày này"`
	Plan     *PaperRef `yaml:"plan" vi:"kế hoạch phát động"`
	Criteria string    `yaml:"criteria" vi:"tệp tiêu chuẩn" ref:"criteria|ke-hoach"`
	// Law names a file of the province's own rules, laid over the State's.
	Law      string   `yaml:"law" vi:"tệp quy định của tỉnh" ref:"award-law"`
	Rounding Rounding `yaml:"rounding" vi:"cách làm tròn tiền thưởng" help:"bỏ trống là theo quy định: làm tròn lên hàng chục nghìn đồng"`
	Listing
	Columns []OwnColumn `yaml:"columns" vi:"các cột riêng của danh sách" help:"như lớp, phần thưởng; nội dung ghi ở cells của từng mục"`
	Quotas  []Quota     `yaml:"quotas" vi:"giới hạn số lượng"`

	Nominees []Nominee `yaml:"nominees" vi:"tập thể, cá nhân, hộ gia đình được đề nghị" need:"yes"`

	Council    *Council    `yaml:"council" vi:"Hội đồng Thi đua - Khen thưởng"`
	Session    *Session    `yaml:"session" vi:"họp Hội đồng"`
	Submission *Submission `yaml:"submission" vi:"tờ trình"`
	// Upward is the submission to the level above, for the nominees that it is to award.
	Upward *Submission `yaml:"upward" vi:"tờ trình lên cấp trên" help:"cho các đề nghị có forward: true; unit bỏ trống là cơ quan ở issuer"`
	// UpwardMore are the further submissions to the level above: those to another body, or for another
	// occasion, go in papers of their own. What one leaves out is as in Upward, but for the number.
	UpwardMore   []Submission  `yaml:"upward_more" vi:"các tờ trình lên cấp trên tiếp theo" blank:"yes"`
	Decision     *Ruling       `yaml:"decision" vi:"quyết định khen thưởng"`
	Certificates *Certificates `yaml:"certificates" vi:"giấy khen, giấy chứng nhận"`
	Payment      *Payment      `yaml:"payment" vi:"chi tiền thưởng"`
	Fund         *Fund         `yaml:"fund" vi:"quỹ thi đua, khen thưởng"`
	// Earlier are awards of other decisions that these may not repeat.
	Earlier []EarlierAward `yaml:"earlier" vi:"khen thưởng đã quyết định trước" help:"để phát hiện một thành tích được khen hai lần"`
}

// UpwardOf gives a submission to the level above, counted from 0, with what it leaves out as the
// first has it, and its symbol; nil where the season has none at all.
func (s *Season) UpwardOf(n int) *Submission {
	s = orZero(s)
	if s.Upward == nil {
		return nil
	}
	first := s.Upward
	one := *first
	if n > 0 {
		one = Submission{}
		if n <= len(s.UpwardMore) {
			one = s.UpwardMore[n-1]
		}
	}
	one.Symbol = cmp.Or(one.Symbol, first.Symbol, "TTr-"+cmp.Or(s.Issuer.Abbreviation, "UBND"))
	one.Unit, one.Date = cmp.Or(one.Unit, first.Unit), cmp.Or(one.Date, first.Date)
	one.Signer, one.Distribution = cmp.Or(one.Signer, first.Signer), cmp.Or(one.Distribution, first.Distribution)
	if len(one.LegalBases) == 0 {
		one.LegalBases = first.LegalBases
	}
	if len(one.Addressees) == 0 {
		one.Addressees = first.Addressees
	}
	return &one
}

// SubmissionSymbol gives the symbol of the submission: as stated, or with the abbreviation of the
// issuer where that submits. What a unit of it is abbreviated as, nothing says.
func (s *Season) SubmissionSymbol() string {
	s = orZero(s)
	m := orZero(s.Submission)
	if m.Symbol == "" && m.Unit == s.Issuer.Name && s.Issuer.Abbreviation != "" {
		return "TTr-" + s.Issuer.Abbreviation
	}
	return cmp.Or(m.Symbol, bareSubmission)
}

// bareSubmission is the symbol of a submission that does not say whose it is.
const bareSubmission = "TTr"

// validateSubmission warns of a symbol without who submits.
func (s *Season) validateSubmission(path string, found *diag.List) {
	m := s.Submission
	if m == nil || isBlankText(m.Unit) || s.SubmissionSymbol() != bareSubmission {
		return
	}
	found.Add(&diag.Diagnostic{
		Pos: diag.At(join(path, "submission.symbol")), Level: diag.Warning, Rule: ruleNoAbbreviation,
		Message: `thiếu "symbol" (ký hiệu) của tờ trình, số của tờ trình không có tên đơn vị trình`,
		Fix:     fmt.Sprintf(`ghi đủ "symbol", gồm TTr và chữ viết tắt của %s, như TTr-VHXH, trước khi cấp số`, m.Unit),
	})
}

// validateUpward refuses further submissions to the level above without a first, and two with one
// number: numbers begin anew with the year, and for each symbol.
func (s *Season) validateUpward(path string, found *diag.List) {
	if len(s.UpwardMore) > 0 && s.Upward == nil {
		addFinding(found, path, "upward_more", ruleConflict,
			`"upward_more" (các tờ trình lên cấp trên tiếp theo) chỉ ghi khi có "upward" (tờ trình lên cấp trên): ghi "upward" trước`)
		return
	}
	type mark struct {
		number, symbol string
		year           int
	}
	taken := make(map[mark]bool)
	for i := 0; s.Upward != nil && i <= len(s.UpwardMore); i++ {
		one := s.UpwardOf(i)
		m := mark{vi.PaperNumber(one.Number), one.Symbol, cmp.Or(one.Date.Year, s.Year)}
		if taken[m] && one.Number != "" {
			addFinding(found, index(join(path, "upward_more"), i-1), "number", ruleConflict,
				fmt.Sprintf(`"number" (số) là %q, tờ trình lên cấp trên trước đã có số này; mỗi tờ trình có số riêng`, one.Number))
		}
		taken[m] = true
	}
}

// PaperRef names another paper "văn bản được dẫn" by its number and date. A blank
// number or date is not known yet and prints as a blank.
type PaperRef struct {
	Number string `yaml:"number" vi:"số" new:"yes" eg:"\"28\""`
	Symbol string `yaml:"symbol" vi:"ký hiệu" eg:"KH-UBND"`
	Date   Date   `yaml:"date" vi:"ngày" new:"yes"`
}

// Validate hints at the word Số before the number, which papers print by themselves.
func (r *PaperRef) Validate(path string, found *diag.List) {
	if rest, ok := phrase.CutWords(orZero(r).Number, "Số"); ok && rest != "" {
		addOwnWord(found, path, "number", "Số")
	}
}

// Mark returns number and symbol, "05/QĐ-UBND", or "05-QĐ/ĐU" of the Party: empty without a number, the number alone
// without a symbol.
func (r PaperRef) Mark() string {
	number := r.Number
	if rest, ok := phrase.CutWords(number, "Số"); ok {
		number = rest
	}
	number = vi.PaperNumber(number)
	switch {
	case number == "" || r.Symbol == "":
		return number
	case strings.Contains(r.Symbol, "/"):
		return number + "-" + r.Symbol
	}
	return number + "/" + r.Symbol
}

// Precedes reports whether a paper is there when another is made: it has a day, and that is not
// after the other's. Of two of one day the one with the higher number comes later.
func (r PaperRef) Precedes(other PaperRef) bool {
	if !r.Date.IsFull() || !other.Date.IsFull() {
		return r.Date.IsFull()
	}
	if r.Date == other.Date {
		n, err := strconv.Atoi(r.Number)
		m, bad := strconv.Atoi(other.Number)
		return err != nil || bad != nil || n <= m
	}
	return r.Date.Before(other.Date)
}

// Quota is a bound on how many nominees may get an award "giới hạn số lượng". The
// law of 2022 has none; a province or the council may set one.
type Quota struct {
	Award     string    `yaml:"award" vi:"mã danh hiệu, hình thức" need:"yes" eg:"CSTDCS"`
	Recipient Recipient `yaml:"recipient" vi:"đối tượng" help:"bỏ trống là mọi đối tượng"`
	Most      int       `yaml:"most" vi:"số lượng tối đa" one:"quota" within:"0..1000000"`
	// Percent bounds the award by the number of those who get another one.
	Percent int    `yaml:"percent" vi:"tỷ lệ tối đa (%)" one:"quota" help:"so với số được tặng danh hiệu ở of" within:"0..100"`
	Of      string `yaml:"of" vi:"tính trên số được tặng" eg:"LDTT" help:"ghi cùng percent"`
	Basis   string `yaml:"basis" vi:"căn cứ"`
}

// Validate refuses a share without what it is a share of.
func (q *Quota) Validate(path string, found *diag.List) {
	q = orZero(q)
	if (q.Percent > 0) != (q.Of != "") {
		addFinding(found, path, "of", ruleConflict, `"percent" (tỷ lệ tối đa) và "of" (tính trên số được tặng) phải ghi cùng nhau`)
	}
}

// Submission is "tờ trình" of the office that drafts, to whoever decides.
type Submission struct {
	Number string `yaml:"number" vi:"số"`
	Symbol string `yaml:"symbol" vi:"ký hiệu" eg:"TTr-VHXH"`
	Date   Date   `yaml:"date" vi:"ngày"`
	Unit   string `yaml:"unit" vi:"đơn vị trình" eg:"Phòng Văn hóa - Xã hội"`
	// LegalBases replace those chosen by the law in force on the date.
	LegalBases   []LegalBasis  `yaml:"legal_bases" vi:"căn cứ ban hành" help:"bỏ trống thì chọn theo pháp luật của ngày tờ trình"`
	Addressees   []string      `yaml:"addressees" vi:"kính gửi" help:"bỏ trống là người quyết định khen thưởng"`
	Signer       *Signer       `yaml:"signer" vi:"người ký"`
	Distribution *Distribution `yaml:"distribution" vi:"nơi nhận"`
	// Counts repeat what the paper says, where it was written by hand.
	Counts *Counts `yaml:"counts" vi:"số lượng đã ghi trong tờ trình"`
	Frozen *Frozen `yaml:"frozen" vi:"nội dung đã chốt khi cấp số" help:"do lệnh vanban award number ghi"`
}

// Validate refuses a number that is more than a number.
func (s *Submission) Validate(path string, found *diag.List) {
	checkNumber(found, path, orZero(s).Number)
}

// Counts is how many awardees a paper names "số lượng". Only what it says is
// filled in.
type Counts struct {
	Collectives int   `yaml:"collectives" vi:"số tập thể"`
	Individuals int   `yaml:"individuals" vi:"số cá nhân"`
	Households  int   `yaml:"households" vi:"số hộ gia đình"`
	Total       Money `yaml:"total" vi:"tổng số tiền thưởng"`
}

// Ruling is the decision of a season "quyết định khen thưởng".
type Ruling struct {
	Number string `yaml:"number" vi:"số"`
	Symbol string `yaml:"symbol" vi:"ký hiệu" help:"bỏ trống là QĐ và chữ viết tắt của cơ quan"`
	Date   Date   `yaml:"date" vi:"ngày"`
	// LegalBases replace those chosen by the law in force on the date.
	LegalBases []LegalBasis `yaml:"legal_bases" vi:"căn cứ ban hành" help:"bỏ trống thì chọn theo pháp luật của ngày quyết định"`
	RulingText
	// LocalBasis is the province's regulation on awards, cited behind the others.
	LocalBasis   string        `yaml:"local_basis" vi:"quy định của tỉnh"`
	Executors    []string      `yaml:"executors" vi:"đơn vị chịu trách nhiệm thi hành"`
	Signer       *Signer       `yaml:"signer" vi:"người ký"`
	Distribution *Distribution `yaml:"distribution" vi:"nơi nhận"`
	Counts       *Counts       `yaml:"counts" vi:"số lượng đã ghi trong quyết định"`
	Frozen       *Frozen       `yaml:"frozen" vi:"nội dung đã chốt khi cấp số" help:"do lệnh vanban award number ghi"`
	// Cancellation is the decision that cancels this one, as a whole.
	Cancellation *Cancellation `yaml:"cancellation" vi:"hủy bỏ quyết định"`
}

// Validate refuses a number that is more than a number.
func (d *Ruling) Validate(path string, found *diag.List) { checkNumber(found, path, orZero(d).Number) }

// Certificates is when and from which number on the certificates are entered in
// the register "vào sổ khen thưởng".
type Certificates struct {
	Date   Date               `yaml:"date" vi:"ngày" help:"bỏ trống là ngày quyết định"`
	First  int                `yaml:"first" vi:"số vào sổ đầu tiên" help:"bỏ trống là 1" within:"0..10000000"`
	Layout *CertificateLayout `yaml:"layout" vi:"cách in"`
}

// Payment is the payment of the bonuses "chi tiền thưởng".
type Payment struct {
	Date    Date     `yaml:"date" vi:"ngày chi"`
	Signers []Signer `yaml:"signers" vi:"những người ký" help:"người lập, kế toán trưởng, chủ tịch"`
	Total   Money    `yaml:"total" vi:"tổng số tiền đã chi" help:"ghi khi đã chi; phải khớp quyết định"`
}

// Fund is the year's award fund "quỹ thi đua, khen thưởng".
type Fund struct {
	Year int `yaml:"year" vi:"năm" eg:"2026" help:"bỏ trống là năm xét khen thưởng"`
	// Recurrent is the recurrent spending that the limit is a share of.
	Recurrent Money  `yaml:"recurrent" vi:"dự toán chi thường xuyên"`
	Granted   Money  `yaml:"granted" vi:"số trích lập từ ngân sách"`
	Opening   Money  `yaml:"opening" vi:"số dư đầu năm"`
	Donated   Money  `yaml:"donated" vi:"đóng góp, tài trợ"`
	Spent     Money  `yaml:"spent" vi:"đã chi trước đợt này"`
	Basis     string `yaml:"basis" vi:"nguồn" eg:"Quỹ thi đua, khen thưởng của xã năm 2026"`
}

// Available is what the fund can still pay.
func (f *Fund) Available() Money {
	f = orZero(f)
	return f.Opening + f.Granted + f.Donated - f.Spent
}

// EarlierAward is an award of another decision "khen thưởng đã quyết định".
type EarlierAward struct {
	Name        string    `yaml:"name" vi:"họ tên, tên tập thể" need:"yes"`
	Kind        Recipient `yaml:"kind" vi:"đối tượng" need:"yes"`
	BirthYear   int       `yaml:"birth_year" vi:"năm sinh" eg:"1985" within:"year"`
	Unit        string    `yaml:"unit" vi:"đơn vị"`
	Award       string    `yaml:"award" vi:"mã danh hiệu, hình thức" need:"yes"`
	Occasion    Occasion  `yaml:"occasion" vi:"loại hình khen thưởng"`
	Achievement string    `yaml:"achievement" vi:"thành tích" need:"yes"`
	Decision    PaperRef  `yaml:"decision" vi:"quyết định"`
	Cancelled   bool      `yaml:"cancelled" vi:"đã bị hủy bỏ"`
}
