package serve

import (
	"errors"
	"io/fs"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/diag"
)

// typeXLSX is the media type of a workbook.
const typeXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// looked is the answer of /sheet: a list as a person sees it.
type looked struct {
	Sheets   []string    `json:"sheets"`  // of a workbook, those that are not hidden
	Sheet    string      `json:"sheet"`   // that the rows are of
	Heading  int         `json:"heading"` // row that looks like the headings; 0: none does
	Columns  []column    `json:"columns"` // of that row
	Rows     []lookedRow `json:"rows"`
	Findings diag.List   `json:"findings"`
}

type column struct {
	Column  string `json:"column"` // as spreadsheets name it: B
	Heading string `json:"heading"`
}

type lookedRow struct {
	Row    int      `json:"row"`
	Hidden bool     `json:"hidden"`
	Cells  []string `json:"cells"` // as they show, from the first column on
}

// lookedRows is how many rows are shown when nobody says.
const lookedRows = 20

// sheet answers with the worksheets, headings and first rows of a list.
func (c *call) sheet() error {
	o := sheet.Options{Sheet: c.query["sheet"], Encoding: c.query["encoding"]}
	most := c.count("rows", lookedRows, 200)
	o.Heading = c.count("heading", 0, 1<<20)
	u, err := c.upload()
	if err != nil {
		return err
	}
	o.File = u.main
	if u.main == unnamed { // a workbook, or text
		o.File = map[bool]string{true: "danh-sach.xlsx", false: "danh-sach.csv"}[c.media == typeXLSX]
		u.files[o.File] = u.files[unnamed]
	}
	list, rows, heading, found, err := sheet.Look(u, &o, most)
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return fault("bad-body", "không đọc được danh sách: %s", diag.FileReason(err))
	} else if err != nil {
		return err
	}
	out := looked{Sheets: append([]string{}, list.Sheets...), Sheet: list.Sheet, Heading: o.Heading, Columns: []column{},
		Rows: []lookedRow{}, Findings: found}
	if heading != nil {
		out.Heading = heading.Number
		for i := range heading.Cells {
			if h := &heading.Cells[i]; h.Text != "" {
				out.Columns = append(out.Columns, column{sheet.ColumnName(h.Column), h.Text})
			}
		}
	}
	for _, r := range rows {
		row := lookedRow{Row: r.Number, Hidden: r.Hidden, Cells: []string{}}
		for i := range r.Cells {
			if r.Cells[i].Column < maxColumns {
				for len(row.Cells) < r.Cells[i].Column {
					row.Cells = append(row.Cells, "")
				}
				row.Cells = append(row.Cells, r.Cells[i].Text)
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return c.json(out)
}

// maxColumns bounds the columns that are shown.
const maxColumns = 256
