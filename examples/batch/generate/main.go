// Command generate writes the workbooks of the batch examples: invented people
// and invented units, the same ones each time.
//
//	go run ./examples/batch/generate examples/batch
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"
)

func main() {
	log.SetFlags(0)
	dir := "examples/batch"
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	if err := write(filepath.Join(dir, "danh-sach.xlsx"), "Danh sách", people(1000), []float64{6, 11, 11, 28, 13, 28, 32, 14}); err != nil {
		log.Fatal(err)
	}
	if err := write(filepath.Join(dir, "don-vi.xlsx"), "Kết quả", results(40), []float64{6, 24, 26, 34, 12, 12}); err != nil {
		log.Fatal(err)
	}
}

// formatted is a number with the format that a spreadsheet shows it in.
type formatted struct {
	value  any
	format string
}

// Parts of invented names.
var (
	families = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
		"Dương", "Lý"}
	middles = []string{"Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh", "Hữu", "Thu", "Quốc", "Kim", "Xuân"}
	givens  = []string{"An", "Bình", "Cường", "Dũng", "Hạnh", "Hiền", "Khánh", "Lợi", "Mỹ", "Nghĩa", "Oanh", "Phượng", "Quỳnh", "Sơn",
		"Tuyết", "Uyên", "Vượng", "Yến", "Hường", "Thủy"}
	villages = []string{"Thôn Đông", "Thôn Đoài", "Thôn Trung", "Thôn Thượng", "Thôn Hạ", "Thôn Bãi", "Trường Tiểu học Cẩm Hòa",
		"Trạm Y tế xã", "Văn phòng Ủy ban nhân dân xã"}
	deeds = []string{"tham gia xây dựng nông thôn mới", "phòng, chống thiên tai", "giữ gìn an ninh trật tự", "khuyến học, khuyến tài",
		"bảo vệ môi trường"}
)

// people makes the list of who is awarded: a title line, an empty one, the
// headings, then one a row.
func people(n int) [][]any {
	rows := [][]any{
		{"DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2026"},
		nil,
		{"STT", "Mã", "Danh xưng", "Họ và tên", "Ngày sinh", "Đơn vị", "Thành tích", "Tiền thưởng"},
	}
	const day = 25569 // 01/01/1970 as spreadsheets count
	for i := range n {
		middle := middles[i/3%len(middles)]
		name := families[i%len(families)] + " " + middle + " " + givens[i/7%len(givens)]
		title := "Ông"
		if middle == "Thị" || middle == "Thu" || middle == "Kim" {
			title = "Bà"
		}
		rows = append(rows, []any{
			i + 1, fmt.Sprintf("CN%04d", i+1), title, name, formatted{day + 37*i%12000, "dd/mm/yyyy"},
			villages[i%len(villages)], deeds[i%len(deeds)], formatted{(i%7 + 4) * 100000, "#,##0"},
		})
	}
	return rows
}

// results makes the workbook of units: three targets each.
func results(n int) [][]any {
	rows := [][]any{{"STT", "Đơn vị", "Người phụ trách", "Chỉ tiêu", "Kế hoạch", "Thực hiện"}}
	targets := []string{"Gương điển hình được phát hiện", "Tin, bài tuyên truyền", "Hội nghị biểu dương"}
	for i := range n {
		unit := fmt.Sprintf("Thôn %d", i+1)
		head := families[i%len(families)] + " " + middles[i%len(middles)] + " " + givens[i%len(givens)]
		for k, target := range targets {
			planned := 12/(k+1) + i%5
			rows = append(rows, []any{len(rows), unit, head, target, planned, planned - 2 + (i+k)%6})
		}
	}
	return rows
}

// write makes a workbook of one sheet.
func write(file, sheet string, rows [][]any, widths []float64) error {
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	for i, w := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := book.SetColWidth(sheet, column, column, w); err != nil {
			return err
		}
	}
	styles := make(map[string]int)
	for y, row := range rows {
		for x, v := range row {
			if err := put(book, sheet, x+1, y+1, v, styles); err != nil {
				return err
			}
		}
	}
	return book.SaveAs(file)
}

func put(book *excelize.File, sheet string, x, y int, v any, styles map[string]int) error {
	at, err := excelize.CoordinatesToCellName(x, y)
	if err != nil {
		return err
	}
	f, ok := v.(formatted)
	if !ok {
		return book.SetCellValue(sheet, at, v)
	}
	style, ok := styles[f.format]
	if !ok {
		if style, err = book.NewStyle(&excelize.Style{CustomNumFmt: &f.format}); err != nil {
			return err
		}
		styles[f.format] = style
	}
	if err := book.SetCellValue(sheet, at, f.value); err != nil {
		return err
	}
	return book.SetCellStyle(sheet, at, at, style)
}
