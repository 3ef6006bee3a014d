package plan

import "github.com/vanban-go/vanban/plan/diag"

// Plan is a plan "kế hoạch": an opening, sections in the order wanted, each a
// typed block or free text, and a closing. Instead of sections it may have a body
// of free text, or articles, as any paper.
type Plan struct {
	Header
	Opening  Prose         `yaml:"opening" vi:"lời dẫn" new:"yes" eg:"\"Ủy ban nhân dân xã ban hành Kế hoạch với những nội dung sau:\""`
	Sections []PlanSection `yaml:"sections" vi:"các mục" one:"body"`
	Body     Prose         `yaml:"body" vi:"nội dung" one:"body" help:"viết tự do, thay cho sections"`
	Articles []Article     `yaml:"articles" vi:"các điều" one:"body" new:"no"`
	Closing  Prose         `yaml:"closing" vi:"lời kết" new:"yes"`
	Footer
}

// PlanSection is one section of a plan "mục": exactly one of its blocks is
// filled. An empty Title is the block's usual one; a section of free text
// without a title continues the one before.
type PlanSection struct {
	ID    string `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Title string `yaml:"title" vi:"tiêu đề mục" help:"bỏ trống là tiêu đề thường dùng"`
	// Introduction is a paragraph between the title and the block.
	Introduction Prose `yaml:"introduction" vi:"đoạn dẫn của mục"`

	Purposes    *Purposes    `yaml:"purposes" vi:"mục đích, yêu cầu" one:"block"`
	Goals       *Goals       `yaml:"goals" vi:"mục tiêu" one:"block"`
	Scope       *Scope       `yaml:"scope" vi:"đối tượng, phạm vi, thời gian" one:"block"`
	Tasks       []Task       `yaml:"tasks" vi:"nhiệm vụ, giải pháp" one:"block"`
	Criteria    *Criteria    `yaml:"criteria" vi:"tiêu chuẩn, tiêu chí" one:"block"`
	Assignments []Assignment `yaml:"assignments" vi:"tổ chức thực hiện" one:"block"`
	Funding     Prose        `yaml:"funding" vi:"kinh phí thực hiện" one:"block"`
	Body        Prose        `yaml:"body" vi:"nội dung" one:"block" eg:"Nội dung khác của kế hoạch."`
	Table       *Table       `yaml:"table" vi:"bảng" one:"block" new:"no"`
	Sections    []Section    `yaml:"sections" vi:"các mục con" one:"block" new:"no"`

	// Closing is a paragraph behind the block.
	Closing Prose `yaml:"closing" vi:"đoạn kết của mục"`
}

// Usual titles of a plan's sections and of their parts.
const (
	titlePurposes    = "MỤC ĐÍCH, YÊU CẦU"
	titleGoals       = "MỤC TIÊU"
	titleScope       = "ĐỐI TƯỢNG, PHẠM VI VÀ THỜI GIAN THỰC HIỆN"
	titleTasks       = "NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU"
	titleCriteria    = "TIÊU CHUẨN, TIÊU CHÍ"
	titleAssignments = "TỔ CHỨC THỰC HIỆN"
	titleFunding     = "KINH PHÍ THỰC HIỆN"
)

// Heading returns the section's title, or else the usual one of its block; empty
// for free text without a title.
func (s *PlanSection) Heading() string {
	s = orZero(s)
	switch {
	case s.Title != "":
		return s.Title
	case s.Purposes != nil:
		return titlePurposes
	case s.Goals != nil:
		return titleGoals
	case s.Scope != nil:
		return titleScope
	case len(s.Tasks) > 0:
		return titleTasks
	case s.Criteria != nil:
		return titleCriteria
	case len(s.Assignments) > 0:
		return titleAssignments
	case s.Funding != "":
		return titleFunding
	}
	return ""
}

// Purposes is "mục đích, yêu cầu": why the plan is made and what it demands.
type Purposes struct {
	Purpose      Item `yaml:"purpose" vi:"mục đích" need:"yes" eg:"[Tạo khí thế thi đua sôi nổi trên địa bàn xã.]"`
	Requirements Item `yaml:"requirements" vi:"yêu cầu" new:"yes" eg:"[\"Tổ chức thiết thực, hiệu quả.\"]"`
}

// Goals is "mục tiêu".
type Goals struct {
	Overall  Item    `yaml:"overall" vi:"mục tiêu tổng quát" new:"yes" eg:"{body: Nâng cao chất lượng các phong trào thi đua.}"`
	Specific Targets `yaml:"specific" vi:"mục tiêu cụ thể" new:"yes"`
}

// Targets is the list of specific goals "mục tiêu cụ thể". A single target
// stands as a paragraph, several as items. In YAML a list is a Targets with
// those targets.
type Targets struct {
	Title   string   `yaml:"title" vi:"tiêu đề"`
	Text    Prose    `yaml:"text" vi:"nội dung"`
	Targets []Target `yaml:"targets" vi:"các chỉ tiêu" short:"list"`
}

// Target is one specific goal "chỉ tiêu". What it says stands in Text; the
// other fields say the same to programs: reports measure by them. In YAML a
// line of text is a target with that text.
type Target struct {
	ID         string   `yaml:"id" vi:"mã chỉ tiêu" format:"id" help:"báo cáo dẫn chỉ tiêu theo mã này"`
	Text       Prose    `yaml:"text" vi:"nội dung chỉ tiêu" need:"yes" short:"scalar"`
	Comparison string   `yaml:"comparison" vi:"cách so sánh" values:"at_least|at_most|more_than|less_than|equal"`
	Number     Number   `yaml:"number" vi:"mức phải đạt" eg:"100" help:"số, phần lẻ sau dấu phẩy hoặc dấu chấm"`
	Unit       string   `yaml:"unit" vi:"đơn vị tính" eg:"\"%\""`
	Deadline   Deadline `yaml:"deadline" vi:"thời hạn" eg:"2026-12-31" help:"ngày, tháng, năm, hoặc lời như hằng năm"`
}

// Scope is "đối tượng, phạm vi và thời gian thực hiện".
type Scope struct {
	TargetGroups Item `yaml:"target_groups" vi:"đối tượng" new:"yes" eg:"Tập thể, hộ gia đình, cá nhân trên địa bàn xã."`
	Area         Item `yaml:"area" vi:"phạm vi" new:"yes" eg:"Toàn xã."`
	Period       Item `yaml:"period" vi:"thời gian thực hiện" new:"yes" eg:"Năm 2026."`
	// From and To say the period to programs.
	From Date `yaml:"from" vi:"thời gian bắt đầu" eg:"\"2026\""`
	To   Date `yaml:"to" vi:"thời gian kết thúc" eg:"\"2030\""`
}

// Validate refuses a period that ends before it begins.
func (s *Scope) Validate(path string, found *diag.List) {
	s = orZero(s)
	checkPeriod(found, path, s.From, s.To, "thời gian bắt đầu", "thời gian kết thúc")
}

// Task is one task or measure "nhiệm vụ, giải pháp".
type Task struct {
	Item
	Lead     string   `yaml:"lead" vi:"cơ quan chủ trì"`
	Partners []string `yaml:"partners" vi:"cơ quan phối hợp"`
	Product  string   `yaml:"product" vi:"sản phẩm"`
	Deadline Deadline `yaml:"deadline" vi:"thời hạn hoàn thành" help:"ngày, tháng, năm, hoặc lời như Quý III/2026"`
}

// Assignment is what one body has to do "phân công trách nhiệm".
type Assignment struct {
	ID       string `yaml:"id" vi:"mã để dẫn chiếu" format:"id"`
	Assignee string `yaml:"assignee" vi:"đơn vị được giao" need:"yes" eg:"Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"`
	// Text stands in the same paragraph as the assignee.
	Text Prose `yaml:"text" vi:"nội dung" help:"viết liền sau tên đơn vị"`
	// Introduction is a paragraph above the duties.
	Introduction Prose  `yaml:"introduction" vi:"đoạn dẫn"`
	Duties       []Item `yaml:"duties" vi:"các việc được giao" new:"yes" eg:"[\"Theo dõi, tổng hợp kết quả thực hiện Kế hoạch.\"]"`
	Closing      Prose  `yaml:"closing" vi:"đoạn kết"`
}

// Needs names the keys that every plan has.
func (*Plan) Needs() []string { return paperNeeds() }

// Targets returns the plan's targets in order.
func (p *Plan) Targets() []Target {
	p = orZero(p)
	var all []Target
	for i := range p.Sections {
		if g := p.Sections[i].Goals; g != nil {
			all = append(all, g.Specific.Targets...)
		}
	}
	return all
}

// AllCriteria returns the plan's criteria in order, the general ones and those by field.
func (p *Plan) AllCriteria() []Criterion {
	p = orZero(p)
	var all []Criterion
	for i := range p.Sections {
		if c := p.Sections[i].Criteria; c != nil {
			all = append(all, c.All()...)
		}
	}
	return all
}
