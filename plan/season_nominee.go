package plan

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Nominee is who is proposed for one award "đối tượng được đề nghị khen thưởng",
// with what the proposal rests on and what became of it. Who is proposed for two
// awards stands in the list twice.
type Nominee struct {
	ID string `yaml:"id" vi:"mã" format:"id"`
	Awardee

	// Criterion is the id of a criterion of the season's plan or criteria file.
	Criterion string         `yaml:"criterion" vi:"mã tiêu chuẩn" help:"tiêu chuẩn của kế hoạch mà đề nghị dựa vào"`
	Evidence  []string       `yaml:"evidence" vi:"minh chứng" help:"văn bản, hình ảnh, xác nhận kèm theo"`
	Received  Date           `yaml:"received" vi:"ngày nhận hồ sơ" help:"bỏ trống là của cả đợt"`
	Dossier   []DossierPaper `yaml:"dossier" vi:"hồ sơ đã nộp"`

	// Biography, Organisation and Report are for the nominee's own report "báo cáo
	// thành tích": who it is, and what it says of itself.
	Biography    *Biography    `yaml:"biography" vi:"sơ lược lý lịch" help:"của cá nhân, hộ gia đình; dùng cho báo cáo thành tích"`
	Organisation *Organisation `yaml:"organisation" vi:"sơ lược đặc điểm, tình hình" help:"của tập thể; dùng cho báo cáo thành tích"`
	Report       Prose         `yaml:"report" vi:"thành tích đạt được"`

	Ratings     []YearRating  `yaml:"ratings" vi:"mức độ hoàn thành nhiệm vụ các năm"`
	Held        []HeldAward   `yaml:"held" vi:"danh hiệu, hình thức đã được tặng"`
	Initiatives []Initiative  `yaml:"initiatives" vi:"sáng kiến, đề tài"`
	Disciplines []Discipline  `yaml:"disciplines" vi:"kỷ luật"`
	Members     *Members      `yaml:"members" vi:"thành viên của tập thể"`
	OpenMatters []string      `yaml:"open_matters" vi:"việc đang xem xét"`
	Dissolved   bool          `yaml:"dissolved" vi:"tập thể đã giải thể khi sắp xếp tổ chức"`
	Confirmed   *Confirmation `yaml:"confirmed" vi:"xác nhận của người xét"`
	Forward     bool          `yaml:"forward" vi:"đề nghị cấp trên khen thưởng" help:"true khi thẩm quyền thuộc cấp trên"`
	// Granted is the decision of the higher level, once there is one.
	Granted  *PaperRef `yaml:"granted" vi:"quyết định khen thưởng của cấp trên" help:"ghi cùng forward, khi cấp trên đã khen thưởng"`
	Votes    *Votes    `yaml:"votes" vi:"kết quả biểu quyết"`
	Refused  string    `yaml:"refused" vi:"không khen thưởng, vì" help:"lý do người quyết định không khen thưởng dù đã qua Hội đồng"`
	Deferred string    `yaml:"deferred" vi:"chưa xét, vì"`
}

// Awardee is who gets one award "đối tượng được khen thưởng": a person, a
// collective or a household. Who gets two awards stands in a list twice.
type Awardee struct {
	Kind Recipient `yaml:"kind" vi:"đối tượng" need:"yes"`
	// Honorific stands before the name. One that is typed at the head of the name is taken from there.
	Honorific string `yaml:"honorific" vi:"cách xưng" eg:"Bà" help:"Ông, Bà, Em, Đồng chí hoặc cấp bậc; tập thể thì bỏ trống"`
	Name      string `yaml:"name" vi:"họ tên, tên tập thể, chủ hộ" need:"yes" eg:"Nguyễn Thị Hoa"`
	BirthYear int    `yaml:"birth_year" vi:"năm sinh" eg:"1985" within:"year"`
	Role      string `yaml:"role" vi:"chức vụ" eg:"Trưởng thôn"`
	Unit      string `yaml:"unit" vi:"đơn vị, địa chỉ" eg:"thôn Đồng Chùa"`
	// Identity and Account stand in the payment list alone.
	Identity string `yaml:"identity" vi:"số định danh cá nhân, số căn cước" eg:"\"038085001234\""`
	Account  string `yaml:"account" vi:"số tài khoản, ngân hàng" eg:"\"0101000123456, Ngân hàng A\""`
	// Leader and DirectWorker part the individuals in statistics.
	Leader       bool `yaml:"leader" vi:"giữ chức vụ lãnh đạo, quản lý"`
	DirectWorker bool `yaml:"direct_worker" vi:"trực tiếp lao động, sản xuất, công tác"`
	// Rank parts high leaders from others in the ministry's forms, and says of whom is none that he is none.
	Rank       string `yaml:"rank" vi:"cấp lãnh đạo" values:"province|department|none"`
	Enterprise bool   `yaml:"enterprise" vi:"doanh nghiệp, doanh nhân"`
	Posthumous bool   `yaml:"posthumous" vi:"truy tặng"`

	Award       string       `yaml:"award" vi:"mã danh hiệu, hình thức" need:"yes" eg:"GKXA"`
	Occasion    Occasion     `yaml:"occasion" vi:"loại hình khen thưởng" help:"bỏ trống là của cả đợt, cả quyết định"`
	Achievement string       `yaml:"achievement" vi:"thành tích" eg:"Vận động Nhân dân hiến 1.250 m² đất làm đường giao thông nông thôn"`
	Period      *Period      `yaml:"period" vi:"thời gian lập thành tích" help:"bỏ trống là năm xét khen thưởng"`
	Bonus       *StatedBonus `yaml:"bonus" vi:"tiền thưởng đã ghi"`
	// Cells fill the columns of the season's or the decision's own.
	Cells    []string `yaml:"cells" vi:"các cột riêng" blank:"yes" help:"theo thứ tự của columns"`
	Register int      `yaml:"register" vi:"số vào sổ" help:"bỏ trống thì tự đánh" within:"0..10000000"`
	// Cancelled, Amended and Added say how later decisions mended the signed one.
	Cancelled *Cancellation `yaml:"cancelled" vi:"hủy bỏ khen thưởng"`
	Amended   *Amendment    `yaml:"amended" vi:"sửa đổi quyết định" help:"chỉ ghi giá trị mới; các khóa khác giữ như quyết định đã ký"`
	Added     *Addition     `yaml:"added" vi:"bổ sung vào quyết định" blank:"yes"`
}

// FullName returns the name as lists and certificates print it: "Bà Nguyễn Thị
// Hoa", a collective's name alone, "Hộ gia đình ông Nguyễn Văn An".
func (a *Awardee) FullName() string {
	a = orZero(a)
	household, honorific, name := a.parts()
	switch {
	case a.Kind != Household:
		return strings.TrimSpace(honorific + " " + name)
	case household != "" && a.Honorific == "":
		return a.Name // "Hộ ông Lê Chín"
	}
	return "Hộ gia đình " + strings.TrimSpace(vi.Lower(honorific)+" "+name)
}

// YearRating is the rating of one year.
type YearRating struct {
	Year     int      `yaml:"year" vi:"năm" need:"yes" eg:"2025" within:"year"`
	Rating   Rating   `yaml:"rating" vi:"mức" need:"yes"`
	Decision PaperRef `yaml:"decision" vi:"văn bản xếp loại"`
}

// HeldAward is an award that the nominee already holds.
type HeldAward struct {
	Award    string   `yaml:"award" vi:"mã danh hiệu, hình thức" need:"yes"`
	Year     int      `yaml:"year" vi:"năm" need:"yes" eg:"2025" within:"year"`
	Occasion Occasion `yaml:"occasion" vi:"loại hình khen thưởng" help:"bỏ trống là merit"`
	By       string   `yaml:"by" vi:"cơ quan quyết định"`
	Decision PaperRef `yaml:"decision" vi:"quyết định"`
}

// Initiative is a recognised initiative, scientific work or act of
// resourcefulness "sáng kiến, đề tài khoa học, mưu trí sáng tạo".
type Initiative struct {
	Name     string   `yaml:"name" vi:"tên" need:"yes"`
	Year     int      `yaml:"year" vi:"năm công nhận" need:"yes" eg:"2025" within:"year"`
	Type     string   `yaml:"type" vi:"loại" values:"initiative|research|resourcefulness" help:"bỏ trống là sáng kiến"`
	Scope    Scale    `yaml:"scope" vi:"phạm vi ảnh hưởng" help:"bỏ trống là unit: cấp cơ sở"`
	Decision PaperRef `yaml:"decision" vi:"văn bản công nhận"`
}

// Discipline is a disciplinary measure that was taken "kỷ luật". While it is
// only being considered it is one of the open matters.
type Discipline struct {
	Measure Measure `yaml:"measure" vi:"hình thức kỷ luật" need:"yes"`
	From    Date    `yaml:"from" vi:"ngày quyết định" need:"yes"`
	// Served is the day from which achievements count again. Zero: not yet.
	Served Date `yaml:"served" vi:"ngày chấp hành xong" help:"thành tích tính từ ngày này; bỏ trống là chưa chấp hành xong"`
}

// Members is what is known of a collective's members.
type Members struct {
	Total     int `yaml:"total" vi:"tổng số thành viên" need:"yes" within:"0..10000000"`
	Completed int `yaml:"completed" vi:"số hoàn thành nhiệm vụ trở lên"`
	// Disciplined counts members under warning or a heavier measure in the year.
	Disciplined int           `yaml:"disciplined" vi:"số bị kỷ luật từ cảnh cáo trở lên"`
	Awards      []MemberAward `yaml:"awards" vi:"danh hiệu của thành viên"`
}

// Count returns how many members hold an award, and whether the file says so.
func (m *Members) Count(award string) (int, bool) {
	m = orZero(m)
	for _, a := range m.Awards {
		if a.Award == award {
			return a.Count, true
		}
	}
	return 0, false
}

// MemberAward says how many members of a collective hold an award.
type MemberAward struct {
	Award string `yaml:"award" vi:"mã danh hiệu" need:"yes"`
	Count int    `yaml:"count" vi:"số thành viên"`
}

// Validate refuses parts that exceed the whole.
func (m *Members) Validate(path string, found *diag.List) {
	m = orZero(m)
	checkRange(found, path, "completed", "số hoàn thành nhiệm vụ trở lên", m.Completed, m.Total)
	checkRange(found, path, "disciplined", "số bị kỷ luật từ cảnh cáo trở lên", m.Disciplined, m.Total)
	for i, a := range m.Awards {
		checkRange(found, index(join(path, "awards"), i), "count", "số thành viên", a.Count, m.Total)
	}
}

// Confirmation is a person's judgement on what no program can judge "xác nhận".
type Confirmation struct {
	Met bool   `yaml:"met" vi:"đạt" need:"yes" eg:"true" help:"true: đạt; false: không đạt"`
	By  string `yaml:"by" vi:"người, cơ quan xác nhận" need:"yes" eg:"Phòng Văn hóa - Xã hội"`
	// Reason must be given to overrule what the program found.
	Reason string `yaml:"reason" vi:"lý do" help:"bắt buộc khi kết luận khác kết quả kiểm tra"`
}

// StatedBonus is a bonus that someone wrote down, to be compared with the one
// that the law gives. With its basis, or as none, it stands in for a figure that
// the law does not have, or that nobody has read.
type StatedBonus struct {
	Multiplier Multiplier `yaml:"multiplier" vi:"hệ số"`
	Amount     Money      `yaml:"amount" vi:"số tiền"`
	Money      string     `yaml:"money" vi:"không có tiền thưởng" values:"none"`
	Basis      string     `yaml:"basis" vi:"căn cứ" help:"bắt buộc khi quy định không có mức này, hoặc mức chưa đối chiếu"`
}

// IsNone reports whether the bonus says that there is none.
func (b *StatedBonus) IsNone() bool { return orZero(b).Money == "none" }

// Validate refuses money beside the word that there is none.
func (b *StatedBonus) Validate(path string, found *diag.List) {
	b = orZero(b)
	if b.IsNone() && (b.Multiplier != 0 || b.Amount != 0) {
		addFinding(found, path, "money", ruleConflict,
			`"money: none" (không có tiền thưởng) không đi cùng "multiplier" (hệ số), "amount" (số tiền)`)
	}
}

// Validate looks at the name, and refuses an award to a dead awardee that is no person.
func (a *Awardee) Validate(path string, found *diag.List) {
	a = orZero(a)
	a.checkName(path, found)
	checkPosthumous(found, path, a.Posthumous, a.Kind)
}

// checkPosthumous refuses an award to a dead awardee that is no person.
func checkPosthumous(found *diag.List, path string, posthumous bool, kind Recipient) {
	if posthumous && (kind == Collective || kind == Household) {
		addFinding(found, path, "posthumous", ruleConflict,
			fmt.Sprintf(`"posthumous" (truy tặng) chỉ ghi cho cá nhân đã mất, đối tượng ở đây là %s; bỏ "posthumous"`, kind.Term()))
	}
}

// Validate refuses more cells than columns, and submissions to the level above without a first or with one number.
func (s *Season) Validate(path string, found *diag.List) {
	s = orZero(s)
	s.validateSubmission(path, found)
	s.validateUpward(path, found)
	for i := range s.Nominees {
		checkCells(found, index(join(path, "nominees"), i), s.Columns, s.Nominees[i].Cells)
	}
}
