package plan

import (
	"cmp"
	"fmt"

	"github.com/vanban-go/vanban/plan/diag"
)

// Condition is one condition of a criterion or standard "điều kiện" that a
// program can judge, or that it hands to a person. Exactly one field is
// filled. How conditions are judged is said by package award.
type Condition struct {
	All          []Condition          `yaml:"all" vi:"phải đạt tất cả các điều kiện" one:"condition"`
	Any          []Condition          `yaml:"any" vi:"phải đạt một trong các điều kiện" one:"condition"`
	Rating       *RatingCondition     `yaml:"rating" vi:"mức độ hoàn thành nhiệm vụ" one:"condition"`
	Held         *HeldCondition       `yaml:"held" vi:"danh hiệu, hình thức đã được tặng" one:"condition"`
	Members      *MembersCondition    `yaml:"members" vi:"tỷ lệ, số lượng thành viên của tập thể" one:"condition"`
	Initiatives  *InitiativeCondition `yaml:"initiatives" vi:"sáng kiến, đề tài" one:"condition"`
	NoDiscipline Measure              `yaml:"no_discipline" vi:"không bị kỷ luật từ mức này trở lên" one:"condition"`
	// Confirm is a condition in words that only a person or the council can judge.
	Confirm string `yaml:"confirm" vi:"điều kiện do người xét xác nhận" one:"condition"`
}

// Rating is how well the tasks of a year were done "mức độ hoàn thành nhiệm vụ".
type Rating string

// Ratings from the lowest: không hoàn thành, hoàn thành, hoàn thành tốt, hoàn
// thành xuất sắc nhiệm vụ.
const (
	notCompletedRating Rating = "not_completed"
	completedRating    Rating = "completed"
	goodRating         Rating = "good"
	excellentRating    Rating = "excellent"
)

var ratings = words[Rating]{
	{notCompletedRating, "không hoàn thành nhiệm vụ"},
	{completedRating, "hoàn thành nhiệm vụ"},
	{goodRating, "hoàn thành tốt nhiệm vụ"},
	{excellentRating, "hoàn thành xuất sắc nhiệm vụ"},
}

// Values are the values that YAML may have.
func (Rating) Values() []string { return ratings.values() }

// Rank orders ratings from 1, the lowest; an unknown or empty one has 0.
func (r Rating) Rank() int { return ratings.rank(r) }

// Term returns the rating as official papers say it.
func (r Rating) Term() string { return ratings.term(r) }

// Measure is a disciplinary measure "hình thức kỷ luật".
type Measure string

// Measures from the lightest: khiển trách, cảnh cáo, hạ bậc lương hoặc giáng
// chức, cách chức, buộc thôi việc.
const (
	reprimand     Measure = "reprimand"
	warnedMeasure Measure = "warning"
	demotion      Measure = "demotion"
	removal       Measure = "removal"
	dismissal     Measure = "dismissal"
)

var measures = words[Measure]{
	{reprimand, "khiển trách"},
	{warnedMeasure, "cảnh cáo"},
	{demotion, "hạ bậc lương hoặc giáng chức"},
	{removal, "cách chức"},
	{dismissal, "buộc thôi việc"},
}

// Values are the values that YAML may have.
func (Measure) Values() []string { return measures.values() }

// Rank orders measures from 1, the lightest; an unknown or empty one has 0.
func (m Measure) Rank() int { return measures.rank(m) }

// Term returns the measure as official papers say it.
func (m Measure) Term() string { return measures.term(m) }

// RatingCondition asks for ratings of years. Without Years and Within the year
// of the nomination counts alone.
type RatingCondition struct {
	AtLeast Rating `yaml:"at_least" vi:"từ mức" need:"yes"`
	Years   int    `yaml:"years" vi:"số năm liên tục" help:"tính lùi từ năm đề nghị; bỏ trống là 1" within:"0..100"`
	Within  int    `yaml:"within" vi:"có ít nhất một năm trong số năm gần nhất" within:"0..100"`
	OrAward string `yaml:"or_award" vi:"hoặc danh hiệu của năm đó" help:"năm có danh hiệu này cũng được tính"`
}

// HeldCondition asks for awards that the nominee already holds.
type HeldCondition struct {
	Award       string `yaml:"award" vi:"mã danh hiệu, hình thức" need:"yes" eg:"CSTDCS"`
	Times       int    `yaml:"times" vi:"số lần" help:"bỏ trống là 1" within:"0..100"`
	Consecutive bool   `yaml:"consecutive" vi:"trong các năm liên tục" help:"đến năm đề nghị hoặc năm liền trước"`
	Years       int    `yaml:"years" vi:"trong số năm gần nhất" help:"bỏ trống là không giới hạn" within:"0..100"`
}

// MembersCondition asks for a share or number of a collective's members who
// hold an award or have a rating of the year.
type MembersCondition struct {
	With    string `yaml:"with" vi:"mã danh hiệu của thành viên" one:"members" eg:"LDTT"`
	Rated   Rating `yaml:"rated" vi:"mức độ hoàn thành nhiệm vụ của thành viên" one:"members" values:"completed"`
	Percent int    `yaml:"percent" vi:"tỷ lệ tối thiểu (%)" one:"share" within:"0..100"`
	Count   int    `yaml:"count" vi:"số lượng tối thiểu" one:"share" within:"0..1000000"`
}

// InitiativeCondition asks for recognised initiatives, scientific works or acts
// of resourcefulness "sáng kiến, đề tài khoa học, mưu trí sáng tạo".
type InitiativeCondition struct {
	Scope Scale `yaml:"scope" vi:"phạm vi ảnh hưởng tối thiểu" need:"yes"`
	Count int   `yaml:"count" vi:"số lượng" help:"bỏ trống là 1" within:"0..100"`
	Years int   `yaml:"years" vi:"trong số năm gần nhất" help:"bỏ trống là 1" within:"0..100"`
}

// Scale is how far an initiative reaches "phạm vi ảnh hưởng". Empty is the narrowest.
type Scale string

// Scales from the narrowest: cơ sở, cấp tỉnh hoặc bộ, toàn quốc.
const (
	unitScale     Scale = "unit"
	provinceScale Scale = "province"
	nationScale   Scale = "nation"
)

var scales = words[Scale]{{unitScale, "cấp cơ sở"}, {provinceScale, "cấp tỉnh"}, {nationScale, "toàn quốc"}}

// Values are the values that YAML may have.
func (Scale) Values() []string { return scales.values() }

// Rank orders scales from 1, the narrowest; an unknown one has 0.
func (s Scale) Rank() int { return scales.rank(cmp.Or(s, unitScale)) }

// Term returns the scale as official papers say it.
func (s Scale) Term() string { return scales.term(cmp.Or(s, unitScale)) }

// Validate refuses two ways to count years.
func (c *RatingCondition) Validate(path string, found *diag.List) {
	c = orZero(c)
	if c.Years > 0 && c.Within > 0 {
		addFinding(found, path, "within", ruleConflict,
			`chỉ ghi một trong hai: "years" (số năm liên tục) hoặc "within" (có ít nhất một năm)`)
	}
}

// checkRange refuses a number below zero or above another one of the file.
func checkRange(found *diag.List, path, key, term string, n, most int) {
	if n < 0 || n > most {
		addFinding(found, path, key, ruleValue, fmt.Sprintf("%q (%s) là %d, phải từ 0 đến %d", key, term, n, most))
	}
}
