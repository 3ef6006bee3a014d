package serve

import (
	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/season"
)

// listed is the answer of /desk/list: the rows of a list as they stand.
type listed struct {
	Sheets  []string    `json:"sheets"`  // of a workbook, those that are not hidden
	Sheet   string      `json:"sheet"`   // whose rows they are
	Heading int         `json:"heading"` // row that looks like the headings; 0: none does
	Known   []string    `json:"known"`   // headings of lists of nominees
	Rows    []listedRow `json:"rows"`    // that are not empty
	More    bool        `json:"more"`    // there are further rows
}

type listedRow struct {
	Number int          `json:"number"` // as the file counts, from 1
	Hidden bool         `json:"hidden"`
	Cells  []listedCell `json:"cells"` // from the first column on
}

// listedCell is a cell as a person sees it; of a number that is no date its value too.
type listedCell struct {
	Text  string `json:"text"`
	Value string `json:"value,omitempty"`
	Date  bool   `json:"date,omitempty"` // it is kept as a date: day and month are certain
	// Heading is the heading of a list of nominees that the text of a row is, where headings
	// may stand.
	Heading string `json:"heading,omitempty"`
}

// headingRows is how far down headings may stand.
const headingRows = 30

// deskList answers with the rows of a list, as many as the page needs to mend cells: /sheet
// shows others only the first, and no values.
func (c *call) deskList() error {
	most := c.count("rows", lookedRows, c.h.o.Limits.Rows)
	u, err := c.upload()
	if err != nil {
		return err
	}
	l, rows, heading, found, err := sheet.Look(u, &sheet.Options{File: u.main, Sheet: c.query["sheet"], Hidden: sheet.TakeHidden}, most+1)
	if err != nil {
		return err
	}
	if found != nil {
		return u.locate(found)
	}
	out := listed{Sheets: append([]string{}, l.Sheets...), Sheet: l.Sheet, Known: season.Headings(),
		Rows: []listedRow{}, More: len(rows) > most}
	if heading != nil {
		out.Heading = heading.Number
	}
	for _, r := range rows[:min(most, len(rows))] {
		row := listedRow{Number: r.Number, Hidden: r.Hidden, Cells: []listedCell{}}
		for i := range width(r) {
			cell := r.Cell(i)
			shown := listedCell{Text: cell.Text, Date: cell.Traits&sheet.Dated != 0}
			if cell.Kind == sheet.Number && !shown.Date {
				shown.Value = cell.Raw
			}
			if r.Number <= headingRows {
				shown.Heading = season.Heading(cell.Text)
			}
			row.Cells = append(row.Cells, shown)
		}
		out.Rows = append(out.Rows, row)
	}
	return c.json(out)
}

// width is how many columns a row reaches over.
func width(r *sheet.Row) int {
	if len(r.Cells) == 0 {
		return 0
	}
	return r.Cells[len(r.Cells)-1].Column + 1
}
