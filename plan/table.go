package plan

import (
	"fmt"

	"github.com/vanban-go/vanban/plan/diag"
)

// Table is a table of the body "bảng biểu" whose widths and spans matter; a
// simple one can be drawn with bars in a prose field.
type Table struct {
	Caption string   `yaml:"caption" vi:"tên bảng"`
	Unit    string   `yaml:"unit" vi:"đơn vị tính" eg:"\"Đơn vị tính: đồng\""`
	Columns []Column `yaml:"columns" vi:"các cột" need:"yes" blank:"yes" eg:"[Số TT, Nội dung, Ghi chú]"`
	// Numbers prints a row of column numbers below the head.
	Numbers bool  `yaml:"numbers" vi:"dòng số thứ tự cột"`
	Head    []Row `yaml:"head" vi:"các dòng đầu bảng" blank:"yes" help:"chỉ ghi khi đầu bảng có ô gộp; thường lấy từ tên cột"`
	Rows    []Row `yaml:"rows" vi:"các dòng" new:"yes" blank:"yes" eg:"[[1, Phong trào thi đua, Quý I]]"`
	// TextSize and HeadSize are the sizes of letters, Padding is what stands free on both
	// sides of them; empty: as the office has it.
	TextSize Number `yaml:"text_size" vi:"cỡ chữ trong bảng (pt)" eg:"10" help:"từ 8 đến 14; bỏ trống là cỡ chữ của đơn vị" within:"8..14"`
	HeadSize Number `yaml:"head_size" vi:"cỡ chữ đầu bảng (pt)" eg:"10" help:"từ 8 đến 14; bỏ trống là text_size" within:"8..14"`
	Padding  Number `yaml:"padding" vi:"lề trái, phải trong ô (mm)" eg:"0,5" help:"từ 0 đến 4" within:"0..4"`
	// RowHeight is the least height of the rows below the head: room to sign.
	RowHeight Number `yaml:"row_height" vi:"chiều cao dòng ít nhất (mm)" eg:"9" help:"từ 0 đến 60; để có chỗ ký, ghi tay" within:"0..60"`
	// BreakRows lets every row be broken over pages; otherwise only very tall ones are.
	BreakRows bool `yaml:"break_rows" vi:"dòng được ngắt qua trang"`
	// OnePage keeps all rows on one page, where one holds them.
	OnePage bool `yaml:"one_page" vi:"cả bảng trên một trang"`
	// Alt is the table in a sentence, for who does not see it.
	Alt string `yaml:"alt" vi:"mô tả bảng bằng lời"`
}

// Column is a column of a Table "cột". Without a width or share it is as wide
// as what it holds. In YAML a line of text is a column with that title.
type Column struct {
	Title string `yaml:"title" vi:"tên cột" short:"scalar" eg:"Họ và tên"`
	Width int    `yaml:"width" vi:"bề rộng cột (mm)" within:"0..1000"`
	Share int    `yaml:"share" vi:"phần bề rộng còn lại" help:"so với share của các cột khác" within:"0..1000"`
	Align Align  `yaml:"align" vi:"căn lề" help:"bỏ trống là left"`
}

// Align is how the text of a cell stands in it "căn lề". Empty: left.
type Align string

// Ways to align.
const (
	AlignLeft    Align = "left"
	AlignCenter  Align = "center"
	AlignRight   Align = "right"
	AlignJustify Align = "justify"
)

// Values are the values that YAML may have.
func (Align) Values() []string {
	return []string{string(AlignLeft), string(AlignCenter), string(AlignRight), string(AlignJustify)}
}

// Row is a row of a Table "dòng". In YAML a list is a row with those cells.
type Row struct {
	Role  string `yaml:"role" vi:"loại dòng" values:"group|total" help:"group: dòng nhóm; total: dòng tổng; bỏ trống là dòng thường"`
	Cells []Cell `yaml:"cells" vi:"các ô" need:"yes" blank:"yes" parted:"yes" short:"list"`
}

// Values of Row.Role. An empty Role is an ordinary row.
const (
	GroupRow = "group"
	TotalRow = "total"
)

// Cell is a cell of a Table "ô". In YAML a line of text is a cell with that text.
type Cell struct {
	Text    Prose `yaml:"text" vi:"nội dung ô" short:"scalar"`
	Columns int   `yaml:"columns" vi:"số cột gộp" within:"0..1000"`
	Rows    int   `yaml:"rows" vi:"số dòng gộp" within:"0..1000"`
	Align   Align `yaml:"align" vi:"căn lề ô"`
}

// Validate refuses rows whose cells, with what hangs over from the rows above, do not fill the columns exactly.
func (t *Table) Validate(path string, found *diag.List) {
	t = orZero(t)
	checkGrid(found, join(path, "head"), t.Head, len(t.Columns))
	checkGrid(found, join(path, "rows"), t.Rows, len(t.Columns))
}

func checkGrid(found *diag.List, path string, rows []Row, columns int) {
	over := make([]int, columns) // rows still covered from above, by column
	for i, row := range rows {
		at := 0
		fits := true
		for _, c := range row.Cells {
			for at < columns && over[at] > 0 {
				at++
			}
			for range max(c.Columns, 1) {
				if at >= columns || over[at] > 0 {
					fits = false
					break
				}
				over[at] = max(c.Rows, 1)
				at++
			}
		}
		for ; at < columns; at++ {
			if over[at] == 0 {
				fits = false
			}
		}
		if !fits {
			addFinding(found, index(path, i), "", ruleTable,
				fmt.Sprintf("các ô của dòng này không vừa %d cột của bảng (kể cả ô gộp từ dòng trên)", columns))
			return
		}
		for c := range over {
			over[c]--
		}
	}
	for _, n := range over {
		if n > 0 {
			addFinding(found, index(path, len(rows)-1), "", ruleTable, "ô gộp dòng vượt quá dòng cuối của bảng")
			return
		}
	}
}
