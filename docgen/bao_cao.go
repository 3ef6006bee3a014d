package docgen

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// reportBody gives the body of a report with figures "báo cáo": opening, sections
// in the order wanted, closing. Award statistics are computed from the seasons
// and decisions that it names.
func reportBody(c *Composer, p *plan.Report) []doc.Part {
	return sectioned(c, p.Opening, p.Sections, c.reportSection, p.Body, p.Articles, p.Closing)
}

func (c *Composer) reportSection(path string, s *plan.ReportSection) []doc.Part {
	f := sectionFrame{s.ID, s.Heading(), s.Introduction, s.Body, s.Table, s.Sections, s.Closing}
	return c.framed(path, &f, func(level int) []doc.Part { return c.reportBlock(path, s, level) })
}

// reportBlock gives the figures of a section, or its items.
func (c *Composer) reportBlock(path string, s *plan.ReportSection, level int) []doc.Part {
	switch at := field(path, "indicators"); {
	case len(s.Indicators) > 0:
		return append([]doc.Part{c.Table(at, indicatorTable(s.Indicators))}, c.indicatorChart(at, s.Indicators)...)
	case len(s.Targets) > 0:
		return []doc.Part{c.Table(field(path, "targets"), c.targetTable(field(path, "targets"), s.Targets))}
	case len(s.Movements) > 0:
		return each(field(path, "movements"), s.Movements, c.movement)
	case s.Awards != nil:
		c.unsettled("award statistics")
		return nil
	case s.Fund != nil:
		return append([]doc.Part{c.Table(field(path, "fund"), fundTable(s.Fund))},
			c.Body(field(path, "fund.note"), plan.Prose(markup.Escape(s.Fund.Note)), level)...)
	}
	return c.Items(field(path, "items"), s.Items, level+1)
}

// movement gives a movement as a division: its name, its results.
func (c *Composer) movement(path string, m *plan.Movement) doc.Part {
	d := &doc.Division{At: c.At(path), Level: 2, Title: c.heading(path, "name", m.Name)}
	v := movementView{
		Launcher: map[string]string{"central": "Trung ương", "province": "cấp tỉnh, cấp bộ"}[m.Launcher],
		Scope:    map[string]string{"nation": "toàn quốc", "province": "toàn tỉnh", "cluster": "cụm, khối thi đua"}[m.Scope],
		Theme:    m.IsOfTheme(), From: m.From.Text(), To: m.To.Text(),
	}
	if v != (movementView{}) {
		d.Parts = append(d.Parts, &doc.Prose{At: c.At(path), Inlines: c.Wording("bao-cao/movement", path, v)})
	}
	d.Parts = slices.Concat(d.Parts, c.Body(field(path, "results"), m.Results, 2), c.Items(field(path, "items"), m.Items, 3))
	return d
}

// movementView is what the template bao-cao/movement sees. Empty where the
// report does not say it.
type movementView struct {
	Launcher, Scope string // Trung ương; toàn quốc
	Theme           bool   // for a theme, not for every year
	From, To        string // năm 2026, tháng 3 năm 2026
}

// cells returns a row of plain texts.
func cells(texts ...string) plan.Row {
	row := plan.Row{Cells: make([]plan.Cell, len(texts))}
	for i, s := range texts {
		row.Cells[i].Text = plan.Prose(markup.Escape(s))
	}
	return row
}

// indicatorTable sets figures against their plan. Whether the plan was reached
// follows the indicator's direction: for poor households fewer are better.
func indicatorTable(list []plan.Indicator) *plan.Table {
	t := &plan.Table{
		Alt: "Kết quả thực hiện các chỉ tiêu so với kế hoạch",
		Columns: []plan.Column{
			{Title: "TT", Width: 10, Align: plan.AlignCenter}, {Title: "Chỉ tiêu", Share: 1}, {Title: "Đơn vị tính", Width: 20,
				Align: plan.AlignCenter},
			{Title: "Kế hoạch", Width: 22, Align: plan.AlignRight}, {Title: "Thực hiện", Width: 22, Align: plan.AlignRight},
			{Title: "Tỷ lệ", Width: 20, Align: plan.AlignRight}, {Title: "Đánh giá", Width: 22, Align: plan.AlignCenter},
		},
	}
	for i := range list {
		in := &list[i]
		share, verdict := "", ""
		if n, ok := in.Percent(); ok {
			share = vi.FormatDecimal(n, 2) + "%"
		}
		if reached, known := in.Reached(); known {
			verdict = "Chưa đạt"
			if reached {
				verdict = "Đạt"
			}
		}
		name := in.Name
		if in.Note != "" {
			name += " (" + in.Note + ")"
		}
		t.Rows = append(t.Rows, cells(itoa(i+1), name, in.Unit, figure(in.Planned), figure(in.Done), share, verdict))
	}
	return t
}

// indicatorChart draws how far each plan was reached, where there are two or more.
func (c *Composer) indicatorChart(path string, list []plan.Indicator) []doc.Part {
	k := plan.Chart{Caption: "Tỷ lệ thực hiện so với kế hoạch (%); vạch đứng là 100%", Mark: "100"}
	for i := range list {
		if n, ok := list[i].Percent(); ok {
			k.Bars = append(k.Bars, plan.Bar{Name: list[i].Name, Value: plan.Number(fmt.Sprintf("%d,%02d", n/100, n%100))})
		}
	}
	if len(k.Bars) < 2 {
		return nil
	}
	return []doc.Part{c.chart(path, &k)}
}

// figure returns a figure with stops between groups of three and a decimal comma.
func figure(n plan.Number) string {
	whole, fraction, _ := strings.Cut(strings.Replace(string(n), ".", ",", 1), ",")
	if v, err := strconv.ParseInt(whole, 10, 64); err == nil {
		sign := ""
		if v == 0 && strings.HasPrefix(whole, "-") {
			sign = "-"
		}
		whole = sign + vi.FormatInt(v)
	}
	if fraction != "" {
		whole += "," + fraction
	}
	return whole
}

// targetTable tells what became of the targets of the plan that the report names.
func (c *Composer) targetTable(path string, list []plan.TargetResult) *plan.Table {
	t := &plan.Table{
		Alt: "Kết quả thực hiện các chỉ tiêu của kế hoạch",
		Columns: []plan.Column{
			{Title: "TT", Width: 10, Align: plan.AlignCenter}, {Title: "Chỉ tiêu của kế hoạch", Share: 1}, {Title: "Mức phải đạt",
				Width: 25, Align: plan.AlignCenter},
			{Title: "Thực hiện", Width: 25, Align: plan.AlignCenter}, {Title: "Kết quả", Width: 30, Align: plan.AlignCenter},
		},
	}
	targets := make(map[string]plan.Target)
	if f := c.set.Target(c.file, "plan"); f != nil {
		if k, ok := f.Value.(*plan.Plan); ok {
			for _, target := range k.Targets() {
				targets[target.ID] = target
			}
		}
	}
	for i, r := range list {
		target, ok := targets[r.Target]
		if !ok {
			c.Add(field(index(path, i), "target"), &diag.Diagnostic{
				Rule: ruleid.Reference, Err: plan.ErrBadReference, Found: r.Target,
				Message: fmt.Sprintf(`"target" (mã chỉ tiêu của kế hoạch) là %q, kế hoạch không có chỉ tiêu này`, r.Target),
				Fix:     `ghi đúng mã, và ghi tệp kế hoạch vào "plan" (tệp kế hoạch)`,
			})
			continue
		}
		status := r.Verdict()
		if r.Note != "" {
			status += " (" + r.Note + ")"
		}
		row := cells(itoa(i+1), "", measured(target.Number, target.Unit), measured(r.Done, target.Unit), status)
		row.Cells[1].Text = target.Text
		t.Rows = append(t.Rows, row)
	}
	return t
}

// measured gives a figure with its unit, nothing without a figure.
func measured(n plan.Number, unit string) string {
	switch {
	case n == "":
		return ""
	case unit == "%":
		return figure(n) + "%"
	}
	return strings.TrimSpace(figure(n) + " " + unit)
}

// fundTable returns what came into the fund, what it paid and what is left.
func fundTable(f *plan.FundReport) *plan.Table {
	name := cmp.Or(f.Name, "Quỹ thi đua, khen thưởng")
	t := &plan.Table{
		Unit: "Đơn vị tính: đồng", Alt: name + ": thu, chi và số dư",
		Columns: []plan.Column{{Title: "TT", Width: 12, Align: plan.AlignCenter}, {Title: "Nội dung", Share: 1},
			{Title: "Số tiền", Width: 40, Align: plan.AlignRight}},
	}
	income, awards, other, left := f.Sums()
	group := func(no, what string, sum plan.Money, entries []plan.FundEntry) {
		row := cells(no, what, sum.String())
		row.Role = plan.GroupRow
		t.Rows = append(t.Rows, row)
		for i, e := range entries {
			t.Rows = append(t.Rows, cells(itoa(i+1), e.Name, e.Amount.String()))
		}
	}
	group("I", "Số dư đầu kỳ", f.Opening, nil)
	group("II", "Thu trong kỳ", income, f.Income)
	group("III", "Chi khen thưởng", awards, f.Awards)
	group("IV", "Chi khác", other, f.Other)
	last := cells("", "Số dư cuối kỳ", left.String())
	last.Role = plan.TotalRow
	t.Rows = append(t.Rows, last)
	return t
}
