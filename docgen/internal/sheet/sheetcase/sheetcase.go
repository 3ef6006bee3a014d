// Package sheetcase is for tests: it makes workbooks with the library excelize, which knows
// nothing of how package sheet reads them.
package sheetcase

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Cell is a cell that is more than a value.
type Cell struct {
	Value   any
	Format  string // code of a number format
	Formula string // without a saved result
	Struck  bool
}

// Make makes a workbook of one sheet, Sheet1, whose cells are values or Cells. change, if
// not nil, goes over it last.
func Make(t testing.TB, rows [][]any, change func(*excelize.File)) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	const sheet = "Sheet1"
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for y, row := range rows {
		for x, v := range row {
			at, err := excelize.CoordinatesToCellName(x+1, y+1)
			must(err)
			spec, ok := v.(Cell)
			if !ok {
				spec = Cell{Value: v}
			}
			if spec.Formula != "" {
				must(book.SetCellFormula(sheet, at, spec.Formula))
			} else if spec.Value != nil {
				must(book.SetCellValue(sheet, at, spec.Value))
			}
			if spec.Format == "" && !spec.Struck {
				continue
			}
			look := &excelize.Style{Font: &excelize.Font{Strike: spec.Struck}}
			if spec.Format != "" {
				look.CustomNumFmt = &spec.Format
			}
			style, err := book.NewStyle(look)
			must(err)
			must(book.SetCellStyle(sheet, at, at, style))
		}
	}
	if change != nil {
		change(book)
	}
	var b bytes.Buffer
	must(book.Write(&b))
	return b.Bytes()
}
