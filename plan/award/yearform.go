package award

import (
	"bytes"
	"strconv"

	"github.com/vanban-go/vanban/internal/csvtext"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// YearForm is a yearly statistical form "biểu thống kê": rows with their codes "mã
// số", as the ministry's forms number them. The forms are data with dates (forms.yaml),
// looked up by the end of the period; those of 0601 to 0605 were read in a public program
// that fills them, not in the circular itself.
type YearForm struct {
	Code    string // 0601.N/BNV-TĐKT; empty for a table that is no form of the ministry's
	Slug    string // for a file name: 0601-phong-trao
	Title   string // Số phong trào thi đua
	Unit    string // of all figures: Phong trào; empty where rows have their own, or none
	Units   bool   // a column names the unit of each row
	Issued  string // by which act the form was issued, printed at its head; empty for none
	Due     string // when it is handed in, printed there too
	Columns []yearColumn
	Rows    []yearRow
}

// yearColumn is a column of figures.
type yearColumn struct {
	Group  string // heading over several columns; empty for none
	Name   string
	Number string // of the column on the form; a pair of columns shares one, what is beside the form has none
}

// head returns the heading in one line.
func (c *yearColumn) head() string {
	switch {
	case c.Group == "":
		return c.Name
	case c.Name == "":
		return c.Group
	}
	return c.Group + ": " + c.Name
}

// yearRow is a row of a form; one without a code heads those below it. An empty cell
// is a figure that the files do not give; it is not 0.
type yearRow struct {
	Name, Code, Unit string
	Cells            []string
}

// YearForms makes the five forms of the year of a report, a file of a set, in the order of
// their codes, and behind them the table of what the office itself decided, for which the
// ministry has none. It judges the seasons and decisions that the report counts, each once;
// base is the law without their own rules. The findings have their places: what is wrong in
// those files, and with what the report says for the forms.
func YearForms(set *plan.Set, f *plan.File, base *Law) ([]*YearForm, diag.List) {
	f = zero.Or(f)
	r, ok := f.Value.(*plan.Report)
	if !ok {
		d := &diag.Diagnostic{Pos: f.Pos("kind"), Rule: ruleid.Report, Found: f.Kind.ID,
			Message: "tệp này không phải báo cáo có số liệu (kind: bao-cao)"}
		if f.Kind.ID == "bao-cao" {
			d.Pos, d.Message = f.Pos("type"), `báo cáo kiểu "general" không có các mục tính được: bỏ "type" (kiểu nội dung)`
			d.Found = ""
		}
		return nil, diag.List{d}
	}
	r = zero.Or(r)
	outcomes, found := reported(set, f, r, base)
	found = append(found, Locate(f, checkFigures(r, zero.Or(base)))...)
	found = append(found, Locate(f, checkPosts(yearAwards(r, zero.Or(base), outcomes)))...)
	return yearForms(r, base, outcomes...), found
}

// yearForms makes the forms of a report. outcomes are those of the seasons and decisions
// that it counts.
func yearForms(r *plan.Report, law *Law, outcomes ...*Outcome) []*YearForm {
	figures := zero.Or(r.Statistics)
	end := r.Date.Last()
	if r.Period != nil {
		end = r.Period.Last()
	}
	set := formsOn(builtinForms(), end)
	given := yearAwards(r, zero.Or(law), outcomes)
	var all []*YearForm
	for i := range set.Forms {
		d := set.Forms[i]
		var things []thing
		known := true
		switch d.Of {
		case "movements":
			things = movements(r)
			known = len(things) > 0
		case "bodies":
			things, known = bodies(figures.Bodies), figures.Bodies != nil
		case "staff":
			year := zero.Or(r.Period).Last().Year
			things, known = staff(figures.Staff, year), len(figures.Staff) > 0 && year != 0
		default:
			d.Columns = eachAward(d.Columns, given, d.Of)
			things = awards(given, d.Of)
		}
		all = append(all, d.fill(set, things, known))
	}
	return all
}

// bodies are the bodies that do the work of awards, by their place.
func bodies(b *plan.AwardBodies) []thing {
	var all []thing
	for _, p := range []struct {
		place string
		n     int
	}{{"department", zero.Or(b).Departments}, {"section", zero.Or(b).Sections}, {"board", zero.Or(b).Boards},
		{"division", zero.Or(b).Divisions}} {
		all = append(all, thing{map[string]string{"body": p.place}, p.n, nil})
	}
	return all
}

// staff are those who do the work of awards, with their ages and years in this work at the
// end of a year.
func staff(officers []plan.AwardOfficer, year int) []thing {
	var all []thing
	for i := range officers {
		o := &officers[i]
		all = append(all, thing{map[string]string{
			"sex": string(o.Sex), "education": o.Education, "age": strconv.Itoa(year - o.BirthYear),
			"service": strconv.Itoa(year - o.Since),
		}, 1, nil})
	}
	return all
}

// CSV gives the form for a spreadsheet.
func (f *YearForm) CSV() []byte {
	f = zero.Or(f)
	var b bytes.Buffer
	w, _ := csvtext.NewWriter(&b) // writing to memory cannot fail
	lead := func(name, code, unit string) []string {
		if f.Units {
			return []string{name, code, unit}
		}
		return []string{name, code}
	}
	head := lead(f.Title, "Mã số", "Đơn vị tính")
	for i := range f.Columns {
		head = append(head, f.Columns[i].head())
	}
	rows := [][]string{head}
	for _, r := range f.Rows {
		row := append(lead(r.Name, r.Code, r.Unit), r.Cells...)
		for len(row) < len(head) {
			row = append(row, "")
		}
		rows = append(rows, row)
	}
	_ = w.WriteAll(rows)
	return b.Bytes()
}
