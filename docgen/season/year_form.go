package season

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Years makes the yearly statistical forms "biểu thống kê" from a report of the set and the
// seasons and decisions that it counts: each as figures for a spreadsheet, and as a paper
// to be signed of the same name. law nil: [award.Default]. Errors in the files are a
// [diag.List] as error; cells that the files cannot fill stay empty.
func Years(ctx context.Context, r *docgen.Renderer, set *plan.Set, name string, law *award.Law) ([]Paper, diag.List, error) {
	f := set.File(name)
	switch {
	case r == nil:
		return nil, nil, errors.New("report: no renderer")
	case ctx == nil:
		return nil, nil, errors.New("report: no context")
	case f == nil:
		return nil, nil, fmt.Errorf("report %s: no such file in the set", name)
	}
	if law == nil {
		var err error
		if law, err = award.Default(); err != nil {
			return nil, nil, fmt.Errorf("report %s: %w", name, err)
		}
	}
	forms, found := award.YearForms(set, f, law)
	if found.HasErrors() {
		return nil, nil, found
	}
	p, _ := f.Value.(*plan.Report)
	p = zero.Or(p)
	var papers []Paper
	for _, form := range forms {
		y := &yearForm{r: r, file: f, report: p, form: form, at: f.Pos("statistics"), figures: zero.Or(p.Statistics)}
		d, err := y.document(ctx, set)
		var refused diag.List
		switch {
		case errors.As(err, &refused):
			found = append(found, refused...)
			continue
		case err != nil:
			return nil, nil, fmt.Errorf("report %s: %w", name, err)
		}
		found = append(found, d.Findings...)
		name := vi.Slug("bieu " + form.Slug)
		papers = append(papers, Paper{Name: name, Data: form.CSV(), Ext: ".csv"}, Paper{Name: name, Doc: d})
	}
	found.Sort()
	if found.HasErrors() {
		return nil, nil, found
	}
	return papers, found, nil
}

// yearForm makes a form of a year.
type yearForm struct {
	r       *docgen.Renderer
	file    *plan.File
	report  *plan.Report
	form    *award.YearForm
	figures *plan.YearFigures
	at      diag.Pos
}

// document gives the form as a paper: its head on both sides, the title, the table,
// and who made it and who answers for it.
func (y *yearForm) document(ctx context.Context, set *plan.Set) (*doc.Document, error) {
	p, form := y.report, y.form
	paper := &plan.Form{
		Header: plan.Header{Issuer: p.Issuer, Date: p.Date}, Title: form.Title, Reference: escaped(yearOf(p)),
		Landscape: len(form.Columns) > 4,
		Body:      escaped(form.Title), // in its place is the table
	}
	preparer := plan.Signer{Position: "Người lập biểu", Note: "(Ký, họ tên)", Name: y.figures.Preparer, NoSeal: true}
	paper.Signers = []plan.Signer{preparer}
	signers := p.AllSigners()
	if n := len(signers); n > 0 {
		head := signers[n-1]
		head.Note = "(Ký, họ tên, đóng dấu)"
		paper.Signers = append(paper.Signers, head)
	}
	from := map[string]string{"": "statistics", "issuer": "issuer", "signers[0]": "statistics.preparer", "signers[1]": "signer"}
	made := y.file.Make(path.Join(path.Dir(y.file.Name), vi.Slug("bieu "+form.Slug)+".yaml"), paper, from, nil)
	d, err := y.r.Build(ctx, set.With(made), made.Name)
	if err != nil {
		return nil, err
	}
	d.Kind, d.Standard, d.Scheme, d.Attached = "bao-cao", "", nil, nil
	d.Meta.Title, d.Meta.Kind, d.Meta.Subject = form.Title, "Biểu thống kê", p.Subject
	if len(signers) == 0 {
		d.Meta.Signer, d.Meta.Position = "", ""
	}
	date := y.r.Profile().Head.DateLine(p.Issuer.Place+", ", "date.", p.Date.Year, p.Date.Month, p.Date.Day)
	centre := doc.Center
	d.Parts = []doc.Part{
		&doc.PageStyle{At: y.at, Landscape: paper.Landscape},
		y.head(),
		&doc.Title{At: y.at, Kind: form.Title, Reference: doc.T(yearOf(p))},
		y.table(),
		&doc.DataTable{
			At: y.at, Borderless: true, Whole: true, Columns: []doc.Column{{Share: 1}, {Share: 1}},
			Rows: []doc.DataRow{{Cells: []doc.DataCell{{}, {Lines: [][]doc.Inline{{&doc.Emph{Inlines: date}}}, Align: &centre}}}},
		},
		d.Parts[len(d.Parts)-1], // the signatures
	}
	return d, nil
}

// yearOf gives the period as a form says it: "Năm 2026".
func yearOf(p *plan.Report) string {
	if p.Period == nil {
		return "Năm " + strconv.Itoa(p.Date.Year)
	}
	from, to := p.Period.From.First(), p.Period.Last()
	if from == (plan.Date{Year: from.Year, Month: 1, Day: 1}) && to == (plan.Date{Year: from.Year}.Last()) {
		return "Năm " + strconv.Itoa(from.Year)
	}
	return fmt.Sprintf("Từ %s đến %s", from.Short(), to.Short())
}

// head gives the head of a form: its number and law on the left, who reports to
// whom on the right.
func (y *yearForm) head() *doc.DataTable {
	form, figures := y.form, y.figures
	var left [][]doc.Inline
	if form.Code != "" {
		left = [][]doc.Inline{
			{&doc.Strong{Inlines: doc.T("Biểu số: " + form.Code)}},
			doc.T(form.Issued),
			doc.T(form.Due),
		}
	}
	right := [][]doc.Inline{doc.T("Đơn vị báo cáo: " + y.report.Issuer.Name)}
	if form.Code != "" {
		to := doc.T("Đơn vị nhận báo cáo: ")
		if figures.Receiver != "" {
			to = doc.T("Đơn vị nhận báo cáo: " + figures.Receiver)
		}
		right = append(right, to)
	}
	return &doc.DataTable{
		At: y.at, Borderless: true, Whole: true, Size: doc.Pt(10), Columns: []doc.Column{{Share: 56}, {Share: 44}},
		Rows: []doc.DataRow{{Cells: []doc.DataCell{{Lines: left}, {Lines: right}}}},
	}
}

// table gives the figures: the heads with their groups, a row that numbers the
// columns, and the rows.
func (y *yearForm) table() *doc.DataTable {
	form := y.form
	t := &doc.DataTable{At: y.at, Whole: true, KeepNext: true, Alt: form.Title,
		Columns: []doc.Column{{Share: 30, Align: doc.Left}, {Align: doc.Center}}}
	t.Size = doc.Pt(11) // a form of some twenty rows stands on one page with its signatures
	if len(form.Columns) > 9 {
		t.Size = doc.Pt(10)
	}
	if form.Unit != "" {
		t.Unit = doc.T("Đơn vị tính: " + form.Unit)
	}
	lead := []string{"", "Mã số"}
	letters := []string{"A", "B"}
	if form.Units {
		lead, letters = append(lead, "Đơn vị tính"), append(letters, "C")
		t.Columns = append(t.Columns, doc.Column{Align: doc.Center})
	}
	grouped := false
	for i := range form.Columns {
		grouped = grouped || form.Columns[i].Group != ""
		t.Columns = append(t.Columns, doc.Column{Share: 10, Align: doc.Right})
	}
	t.Rows = yearHeads(form, lead, grouped)
	numbers := doc.DataRow{Role: doc.NumbersRow}
	for _, s := range letters {
		numbers.Cells = append(numbers.Cells, cell(s))
	}
	for i := 0; i < len(form.Columns); {
		n := cell(form.Columns[i].Number)
		n.Columns = 1
		for i++; i < len(form.Columns) && form.Columns[i].Number == form.Columns[i-1].Number && form.Columns[i].Number != ""; i++ {
			n.Columns++
		}
		numbers.Cells = append(numbers.Cells, n)
	}
	t.Rows = append(t.Rows, numbers)
	t.Header = len(t.Rows)
	for _, r := range form.Rows {
		if r.Code == "" {
			t.Rows = append(t.Rows, doc.DataRow{Role: doc.GroupRow,
				Cells: []doc.DataCell{{Columns: len(t.Columns), Lines: [][]doc.Inline{doc.T(r.Name)}}}})
			continue
		}
		texts := []string{r.Name, r.Code}
		if form.Units {
			texts = append(texts, r.Unit)
		}
		role := doc.PlainRow
		if r.Code == "01" {
			role = doc.TotalRow
		}
		t.Rows = append(t.Rows, textRow(role, append(texts, r.Cells...)...))
	}
	return t
}

// yearHeads gives the rows of the head: one, or two where columns have groups.
func yearHeads(form *award.YearForm, lead []string, grouped bool) []doc.DataRow {
	above, below := doc.DataRow{}, doc.DataRow{}
	rows := 1
	if grouped {
		rows = 2
	}
	tall := func(s string) doc.DataCell {
		d := cell(s)
		d.Rows = rows
		return d
	}
	for _, s := range lead {
		above.Cells = append(above.Cells, tall(s))
	}
	for i := 0; i < len(form.Columns); {
		col := &form.Columns[i]
		n := i + 1
		for n < len(form.Columns) && col.Group != "" && form.Columns[n].Group == col.Group {
			n++
		}
		if col.Group == "" {
			above.Cells = append(above.Cells, tall(col.Name))
		} else {
			group := cell(col.Group)
			group.Columns = n - i
			above.Cells = append(above.Cells, group)
			for _, under := range form.Columns[i:n] {
				below.Cells = append(below.Cells, cell(vi.UpperFirst(strings.TrimSpace(under.Name))))
			}
		}
		i = n
	}
	if !grouped {
		return []doc.DataRow{above}
	}
	return []doc.DataRow{above, below}
}

// cell gives a cell with a line for each line of the text.
func cell(s string) doc.DataCell {
	var c doc.DataCell
	for line := range strings.SplitSeq(s, "\n") {
		c.Lines = append(c.Lines, textLine(line))
	}
	return c
}

// textLine gives a line without marks, nil when it is empty.
func textLine(s string) []doc.Inline {
	if s == "" {
		return nil
	}
	return doc.T(s)
}

func textRow(role doc.RowRole, texts ...string) doc.DataRow {
	row := doc.DataRow{Role: role, Cells: make([]doc.DataCell, len(texts))}
	for i, s := range texts {
		row.Cells[i] = cell(s)
	}
	return row
}
