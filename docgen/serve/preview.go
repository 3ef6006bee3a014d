package serve

import (
	"net/http"
	"strconv"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
)

// listed is the answer of /sheet: the first rows of a list as they stand.
type listed struct {
	Sheets []string    `json:"sheets"` // of a workbook, those that are not hidden
	Sheet  string      `json:"sheet"`  // whose rows they are
	Rows   []listedRow `json:"rows"`   // that are not empty
	More   bool        `json:"more"`   // there are further rows
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
}

// shownRows is how many rows /sheet shows when nobody says.
const shownRows = 40

// preview answers with the worksheets and the first rows of a list.
func (c *call) preview() error {
	most := shownRows
	if given := c.query["rows"]; given != "" {
		var err error
		if most, err = strconv.Atoi(given); err != nil || most < 1 || most > c.h.o.Limits.Rows {
			return fault("bad-query", "tham số rows nhận một số từ 1 đến %d", c.h.o.Limits.Rows)
		}
	}
	u, err := c.upload()
	if err != nil {
		return err
	}
	o := &sheet.Options{File: u.main, Sheet: c.query["sheet"], Hidden: sheet.TakeHidden}
	l, rows, found, err := sheet.First(c.r.Context(), u, o, most+1)
	if err != nil {
		return err
	}
	if found != nil {
		return u.locate(found)
	}
	out := listed{Sheets: append([]string{}, l.Sheets...), Sheet: l.Sheet, Rows: []listedRow{}, More: len(rows) > most}
	for _, r := range rows[:min(most, len(rows))] {
		row := listedRow{Number: r.Number, Hidden: r.Hidden, Cells: []listedCell{}}
		for i := range width(r) {
			cell := r.Cell(i)
			shown := listedCell{Text: cell.Text, Date: cell.Traits&sheet.Dated != 0}
			if cell.Kind == sheet.Number && !shown.Date {
				shown.Value = cell.Raw
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

// previewRoute is the address of lists.
var previewRoute = route{
	method: http.MethodPost, path: api + "/sheet", types: []string{typeMultipart}, query: []string{"sheet", "rows"}, answer: (*call).preview,
}
