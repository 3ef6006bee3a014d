package plan

import (
	"math/big"

	"github.com/vanban-go/vanban/plan/diag"
)

// Report is a report "báo cáo": an opening, and sections in the order wanted, each
// a typed block or free text. Instead of sections it may have a body of free text,
// or articles, as any paper.
type Report struct {
	Header
	// Period is what awards and statistics are counted of. Nil: all of them.
	Period   *Period         `yaml:"period" vi:"kỳ báo cáo" new:"yes" eg:"{from: 2026}"`
	Opening  Prose           `yaml:"opening" vi:"lời dẫn" help:"đoạn mở đầu, trước mục I"`
	Plan     string          `yaml:"plan" vi:"tệp kế hoạch" ref:"ke-hoach" help:"kế hoạch có các chỉ tiêu mà báo cáo dẫn đến"`
	Sections []ReportSection `yaml:"sections" vi:"các mục" one:"body"`
	Body     Prose           `yaml:"body" vi:"nội dung" one:"body" help:"viết tự do, thay cho sections"`
	Articles []Article       `yaml:"articles" vi:"các điều" one:"body" new:"no"`
	// Statistics are figures for the yearly forms; nothing of them is printed in
	// the report.
	Statistics *YearFigures `yaml:"statistics" vi:"số liệu cho biểu thống kê năm" help:"không in trong báo cáo"`
	Closing    Prose        `yaml:"closing" vi:"lời kết" help:"đoạn cuối; dấu ./. do chương trình ghi"`
	Footer
}

// Needs names the keys that every report has.
func (*Report) Needs() []string { return paperNeeds() }

// ReportSection is one section of a report "mục": exactly one of its blocks is
// filled. An empty Title is the block's usual one.
type ReportSection struct {
	ID    string `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Title string `yaml:"title" vi:"tiêu đề mục" help:"bỏ trống là tiêu đề thường dùng"`
	// Introduction is a paragraph between the title and the block.
	Introduction Prose `yaml:"introduction" vi:"đoạn dẫn của mục"`

	Indicators []Indicator    `yaml:"indicators" vi:"các chỉ tiêu" one:"block"`
	Targets    []TargetResult `yaml:"targets" vi:"kết quả thực hiện chỉ tiêu của kế hoạch" one:"block" new:"no"`
	Movements  []Movement     `yaml:"movements" vi:"các phong trào thi đua" one:"block"`
	Awards     *AwardReport   `yaml:"awards" vi:"kết quả khen thưởng" one:"block"`
	Fund       *FundReport    `yaml:"fund" vi:"quỹ thi đua, khen thưởng" one:"block"`
	Items      []Item         `yaml:"items" vi:"các ý" one:"block" eg:"[Phát động phong trào thi đua năm sau trong tháng 01.]"`
	Body       Prose          `yaml:"body" vi:"nội dung" one:"block" eg:"Nội dung khác của báo cáo."`
	Table      *Table         `yaml:"table" vi:"bảng" one:"block" new:"no"`
	Sections   []Section      `yaml:"sections" vi:"các mục con" one:"block" new:"no"`

	// Closing is a paragraph behind the block.
	Closing Prose `yaml:"closing" vi:"đoạn kết của mục"`
}

// Usual titles of a report's sections.
const (
	titleIndicators = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"
	titleResults    = "KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỦA KẾ HOẠCH"
	titleMovements  = "KẾT QUẢ CÁC PHONG TRÀO THI ĐUA"
	titleAwards     = "CÔNG TÁC KHEN THƯỞNG"
	titleFund       = "QUỸ THI ĐUA, KHEN THƯỞNG"
)

// Heading returns the section's title, or else the usual one of its block; empty
// for free text without a title.
func (s *ReportSection) Heading() string {
	s = orZero(s)
	switch {
	case s.Title != "":
		return s.Title
	case len(s.Indicators) > 0:
		return titleIndicators
	case len(s.Targets) > 0:
		return titleResults
	case len(s.Movements) > 0:
		return titleMovements
	case s.Awards != nil:
		return titleAwards
	case s.Fund != nil:
		return titleFund
	}
	return ""
}

// Indicator is a measured figure against its plan "chỉ tiêu: kế hoạch, thực hiện".
type Indicator struct {
	ID      string `yaml:"id" vi:"mã chỉ tiêu" format:"id"`
	Name    string `yaml:"name" vi:"tên chỉ tiêu" need:"yes" eg:"Thu ngân sách trên địa bàn"`
	Unit    string `yaml:"unit" vi:"đơn vị tính" eg:"triệu đồng"`
	Planned Number `yaml:"planned" vi:"kế hoạch" new:"yes" eg:"35229"`
	Done    Number `yaml:"done" vi:"thực hiện" need:"yes" eg:"45000"`
	// Better says in which direction the figure should go. Empty: higher.
	Better string `yaml:"better" vi:"chiều tốt" values:"higher|lower" help:"lower: càng thấp càng tốt, như số hộ nghèo; bỏ trống là higher"`
	Note   string `yaml:"note" vi:"ghi chú"`
}

// lowerBetter as Indicator.Better: the lower the better.
const lowerBetter = "lower"

// Percent returns what was done in hundredths of a per cent of the plan, rounded
// half up: 9231 is 92,31%. ok is false without a plan above zero.
func (i *Indicator) Percent() (hundredths int64, ok bool) {
	i = orZero(i)
	planned, done := i.Planned.Rat(), i.Done.Rat()
	if planned == nil || done == nil || planned.Sign() <= 0 || done.Sign() < 0 {
		return 0, false
	}
	share := new(big.Rat).Quo(done, planned)
	share.Mul(share, big.NewRat(10_000, 1)).Add(share, big.NewRat(1, 2))
	whole := new(big.Int).Quo(share.Num(), share.Denom())
	return whole.Int64(), whole.IsInt64()
}

// Reached reports whether the plan was reached, in the indicator's direction.
// known is false without a plan.
func (i *Indicator) Reached() (reached, known bool) {
	i = orZero(i)
	planned, done := i.Planned.Rat(), i.Done.Rat()
	if planned == nil || done == nil {
		return false, false
	}
	c := done.Cmp(planned)
	if i.Better == lowerBetter {
		c = -c
	}
	return c >= 0, true
}

// TargetResult is what became of a target of the plan "kết quả chỉ tiêu".
type TargetResult struct {
	Target string `yaml:"target" vi:"mã chỉ tiêu của kế hoạch" need:"yes"`
	Done   Number `yaml:"done" vi:"thực hiện"`
	Status string `yaml:"status" vi:"kết quả" need:"yes" values:"done|not_done|late"`
	On     Date   `yaml:"on" vi:"ngày hoàn thành"`
	Note   string `yaml:"note" vi:"ghi chú"`
}

// Verdict returns what became of the target as reports say it.
func (r *TargetResult) Verdict() string {
	return map[string]string{"done": "Hoàn thành", "not_done": "Chưa hoàn thành", "late": "Hoàn thành chậm"}[orZero(r).Status]
}

// Movement is an emulation movement "phong trào thi đua" with its results.
// Source of the parts: Luật Thi đua, khen thưởng, Điều 16, Điều 17.
type Movement struct {
	Name string `yaml:"name" vi:"tên phong trào" need:"yes" eg:"Cả nước chung sức xây dựng nông thôn mới"`
	// Launcher is the level that launched it; statistics count by it.
	Launcher string `yaml:"launcher" vi:"cấp phát động" values:"central|province|unit"`
	Scope    string `yaml:"scope" vi:"phạm vi" values:"nation|province|cluster|unit" help:"bỏ trống là unit"`
	Mode     string `yaml:"mode" vi:"hình thức thi đua" values:"regular|theme"`
	From     Date   `yaml:"from" vi:"bắt đầu"`
	To       Date   `yaml:"to" vi:"kết thúc"`
	Results  Prose  `yaml:"results" vi:"kết quả" new:"yes" eg:"Nhân dân các thôn hiến đất, góp công làm 8,4 km đường giao thông nông thôn."`
	Items    []Item `yaml:"items" vi:"các kết quả"`
}

// IsOfTheme reports whether the movement is one "theo chuyên đề", for a time and a purpose.
func (m *Movement) IsOfTheme() bool { return orZero(m).Mode == "theme" }

// Validate refuses a movement that ends before it begins.
func (m *Movement) Validate(path string, found *diag.List) {
	m = orZero(m)
	checkPeriod(found, path, m.From, m.To, "bắt đầu", "kết thúc")
}

// AwardReport is the statistics of awards of the period "kết quả khen thưởng":
// computed from seasons and decisions, or given by hand.
type AwardReport struct {
	From []string `yaml:"from" vi:"tệp đợt khen thưởng, quyết định" ref:"season|quyet-dinh" one:"awards" new:"no"`
	// Counts are figures given by hand; their parts must agree.
	Counts []AwardCount `yaml:"counts" vi:"số liệu ghi tay" one:"awards" help:"thay bằng from để tự tính từ tệp đợt khen thưởng"`
}

// AwardCount is a row of the award statistics "số liệu khen thưởng".
type AwardCount struct {
	Award       string `yaml:"award" vi:"mã danh hiệu, hình thức" need:"yes" eg:"GKXA"`
	Collectives int    `yaml:"collectives" vi:"số tập thể" new:"yes" eg:"7" within:"0..10000000"`
	Individuals int    `yaml:"individuals" vi:"số cá nhân" new:"yes" eg:"26" within:"0..10000000"`
	Households  int    `yaml:"households" vi:"số hộ gia đình" within:"0..10000000"`
	Leaders     int    `yaml:"leaders" vi:"trong đó lãnh đạo, quản lý" within:"0..10000000"`
	Others      int    `yaml:"others" vi:"trong đó không giữ chức vụ lãnh đạo" within:"0..10000000"`
	// Occasions say how many were given on which occasion; none: not counted.
	Occasions []OccasionCount `yaml:"occasions" vi:"theo loại hình khen thưởng"`
}

// Total returns how many got the award.
func (c *AwardCount) Total() int {
	c = orZero(c)
	return c.Collectives + c.Individuals + c.Households
}

// OccasionCount is how many awards were given on an occasion.
type OccasionCount struct {
	Occasion Occasion `yaml:"occasion" vi:"loại hình khen thưởng" need:"yes"`
	Count    int      `yaml:"count" vi:"số lượng" within:"0..10000000"`
}

// FundReport is what came into the fund and what it paid for "thu, chi quỹ".
type FundReport struct {
	Name    string      `yaml:"name" vi:"tên quỹ" help:"bỏ trống là Quỹ thi đua, khen thưởng"`
	Opening Money       `yaml:"opening" vi:"số dư đầu kỳ"`
	Income  []FundEntry `yaml:"income" vi:"các khoản thu" new:"yes" eg:"[{name: Trích từ ngân sách xã, amount: 110.000.000}]"`
	Awards  []FundEntry `yaml:"awards" vi:"các khoản chi khen thưởng" new:"yes"`
	Other   []FundEntry `yaml:"other" vi:"các khoản chi khác"`
	Note    string      `yaml:"note" vi:"ghi chú"`
}

// FundEntry is one sum of the fund "khoản thu, chi".
type FundEntry struct {
	Name   string `yaml:"name" vi:"nội dung" need:"yes"`
	Amount Money  `yaml:"amount" vi:"số tiền" need:"yes"`
}

// Sums returns what came in, what was paid for awards and for other things, and
// what is left.
func (f *FundReport) Sums() (income, awards, other, left Money) {
	f = orZero(f)
	for _, e := range f.Income {
		income += e.Amount
	}
	for _, e := range f.Awards {
		awards += e.Amount
	}
	for _, e := range f.Other {
		other += e.Amount
	}
	return income, awards, other, f.Opening + income - awards - other
}
