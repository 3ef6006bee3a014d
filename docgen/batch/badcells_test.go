package batch

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
	"github.com/vanban-go/vanban/internal/casefile"
)

type cellSpec = sheetcase.Cell

const badJob = `kind: job
version: 1
document:
  kind: quyet-dinh
  version: 1
  issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
  date: "{{.day}}"
  subject: Về việc khen thưởng {{.name}}
  urgency: "{{.urgency}}"
  decided_by: chairman
  legal_bases: [Căn cứ Luật Thi đua]
  articles:
    - "{{.name}}, {{.born}}, {{.amount}} đồng, {{.score}} điểm, {{.result}}."
    - {text: Văn phòng thi hành., executes: true}
  signer: {position: Chủ tịch, name: Bùi Thị Huệ}
  distribution: {file_copy: [VT]}
list: {file: danh-sach.xlsx}
columns:
  - {heading: Họ và tên, name: name}
  - {heading: Số định danh, name: id, type: id, unique: true}
  - {heading: Ngày sinh, name: born, type: date}
  - {heading: Tiền, name: amount, type: money}
  - {heading: Điểm, name: score, type: number}
  - {heading: Kết quả, name: result, values: [Đạt, Không đạt]}
  - {heading: Ngày ký, name: day}
  - {heading: Số, name: no, type: number}
  - {heading: Độ khẩn, name: urgency, optional: true}
  - {heading: Tệp, name: file}
key: [id]
numbers: {from: column, column: no}
names: "{{.file}}"
`

// TestBadCells makes a workbook with fifty kinds of bad cell, one a row: every
// one is told, at its cell, and no good row is.
func TestBadCells(t *testing.T) {
	const (
		name = iota
		id
		born
		amount
		score
		result
		day
		no
		urgency
		file
	)
	headings := []any{"Họ và tên", "Số định danh", "Ngày sinh", "Tiền", "Điểm", "Kết quả", "Ngày ký", "Số", "Độ khẩn", "Tệp"}
	good := func(i int) []any {
		return []any{
			fmt.Sprintf("Nguyễn Văn %c", 'A'+i%26), fmt.Sprintf("001%09d", i), cellSpec{Value: 20000 + i, Format: "dd/mm/yyyy"},
			cellSpec{Value: 1500000, Format: "#,##0"}, 9.5, "Đạt", "2026-03-15", i, nil, fmt.Sprintf("van-ban-%d", i),
		}
	}
	kinds := []struct {
		column int
		cell   any
		want   string // in the message
	}{
		{name, nil, "ô để trống"},
		{name, "   ", "ô để trống"},
		{name, "\u200b\u00a0", "ô để trống"},
		{name, "#N/A", "ô báo lỗi"},
		{name, "#REF!", "ô báo lỗi"},
		{name, "#VALUE!", "ô báo lỗi"},
		{name, "#DIV/0!", "ô báo lỗi"},
		{name, "#NAME?", "ô báo lỗi"},
		{name, "Nguy\ue000n Văn", "ký tự riêng của phông chữ"},
		{name, "Nguyễn \u202eVăn", "ký tự đổi chiều chữ"},
		{name, "Nguy\ufffdn", "chữ bị hỏng"},
		{name, "Nguyễn 😀", "phông chữ không có ký tự"},
		{name, cellSpec{Formula: "A1&B1"}, "công thức chưa được tính"},
		{id, "12345678901", "mất số 0"},
		{id, int64(12345678901), "mất số 0"},
		{id, "00123456789O", "không phải chữ số"},
		{id, "123", "có 3 chữ số"},
		{id, "0012345678901", "có 13 chữ số"},
		{id, "001000000001", "trùng"},
		{id, true, "đúng/sai"},
		{born, nil, "ô để trống"},
		{born, 30000, "là số 30000, không phải ngày"},
		{born, "31/02/1990", "không có ngày 31 tháng 2"},
		{born, "29/02/1999", "không có ngày 29 tháng 2"},
		{born, "12/31/1990", "không có tháng 31"},
		{born, "01/3/90", "hai chữ số"},
		{born, "1990", "không phải một ngày đầy đủ"},
		{born, "tháng 3/1990", "không phải một ngày đầy đủ"},
		{born, "01/03/0990", "ngoài khoảng"},
		{born, cellSpec{Value: 60, Format: "dd/mm/yyyy"}, "29 tháng 02 năm 1900"},
		{born, cellSpec{Value: -5, Format: "dd/mm/yyyy"}, "không phải"},
		{born, false, "đúng/sai"},
		{amount, "một triệu", "không phải một số tiền"},
		{amount, "1,5 triệu", "không phải một số tiền"},
		{amount, 1500000.5, "phần lẻ"},
		{amount, -1500000, "số tiền âm"},
		{amount, cellSpec{Value: 0.5, Format: "0%"}, "phần trăm"},
		{amount, 1e16, "quá lớn"},
		{amount, cellSpec{Value: 1500000, Format: ";;;"}, "định dạng không cho hiện"},
		{name, cellSpec{Value: "Nguyễn Văn Ẩn", Format: ";;;"}, "định dạng không cho hiện"},
		{name, "'Nguyễn Văn An", "dấu nháy"},
		{name, "2,3E+10", "số dài"},
		{name, "tương tự", "dấu lặp lại"},
		{amount, "1.5OO.OOO", "không phải một số tiền"},
		{score, "chín", "không phải một số"},
		{score, "9,5 điểm", "không phải một số"},
		{score, "1,500", "dấu phẩy"},
		{score, "95%", "phần trăm"},
		{score, 1.23456789, "6 chữ số thập phân"},
		{score, "1..5", "không phải một số"},
		{result, "đạt ", "không thuộc các giá trị"},
		{result, "Xuất sắc", "không thuộc các giá trị"},
		{day, "15/03/2026", "viết 2026-03-15"},
		{day, "2026-02-30", "không có thật"},
		{no, 0, "số nguyên từ 1"},
		{no, 2.5, "số nguyên từ 1"},
		{no, 1, "trùng"},
		{urgency, "GẤP", "chỉ nhận"},
		{file, strings.Repeat("dài ", 60), "byte"},
		{file, "..", "tên tệp có phần \"..\", dẫn ra ngoài thư mục kết quả"}, {file, ".", "tên tệp trống"},
		{file, "VAN-BAN-1", "tên tệp \"VAN-BAN-1\" trùng với dòng 2"},
	}
	if len(kinds) < 50 {
		t.Fatalf("%d kinds of bad cell", len(kinds))
	}
	rows := [][]any{headings, good(1)}
	for i, k := range kinds {
		row := good(i + 2)
		row[k.column] = k.cell
		rows = append(rows, row)
	}
	last := len(rows) + 2
	rows = append(rows, good(200), good(201), good(202))
	src := sheetcase.Make(t, rows, func(f *excelize.File) {
		if err := f.SetRowVisible("Sheet1", last, false); err != nil {
			t.Fatal(err)
		}
		if err := f.MergeCell("Sheet1", fmt.Sprintf("A%d", last+1), fmt.Sprintf("B%d", last+1)); err != nil {
			t.Fatal(err)
		}
	})
	fsys := fstest.MapFS{"tac-vu.yaml": {Data: []byte(badJob)}, "danh-sach.xlsx": {Data: src}}

	var found []Finding
	j := load(t, fsys)
	dir := t.TempDir()
	res, err := Run(t.Context(), j, dir, &Options{Renderer: renderer(t), DryRun: true, Found: func(f Finding) { found = append(found, f) }})
	if err != nil {
		t.Fatal(err)
	}
	if want := len(kinds) + 2; res.Bad != want || res.Selected != want+2 {
		t.Errorf("%d of %d documents are bad, want %d of %d", res.Bad, res.Selected, want, want+2)
	}
	at := func(row int) []Finding {
		var list []Finding
		for _, f := range found {
			if f.Row == row {
				list = append(list, f)
			}
		}
		return list
	}
	for i, k := range kinds {
		row := i + 3
		list := at(row)
		ok := slices.ContainsFunc(list, func(f Finding) bool {
			return strings.Contains(f.Message+"; "+f.Fix, k.want) && (k.column == file || f.Column == headings[k.column]) &&
				f.Pos.Line == row
		})
		if !ok {
			t.Errorf("row %d, %v %q: want %q, got:", row, headings[k.column], k.cell, k.want)
			for _, f := range list {
				t.Errorf("\t%v (column %q)", f.Diagnostic, f.Column)
			}
		}
	}
	for row, want := range map[int]string{2: "", last - 1: "", last: "dòng bị ẩn", last + 1: "ô gộp ngang"} {
		got := fmt.Sprint(at(row))
		if want == "" && got != "[]" || !strings.Contains(got, want) {
			t.Errorf("row %d: got %s, want %q", row, got, want)
		}
	}

	text, err := os.ReadFile(filepath.Join(dir, "errors.csv"))
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff"))).ReadAll()
	if err != nil || len(records) != len(found)+1 {
		t.Errorf("errors.csv has %d lines for %d findings: %v", len(records), len(found), err)
	}
	if got := strings.Join(records[1],
		"|"); got != `danh-sach.xlsx|Sheet1|3|A3|Họ và tên||lỗi|batch.missing|ô Sheet1!A3 (cột "Họ và tên"): ô để trống|điền ô này, hoặc ghi "optional: true" cho cột` {
		t.Errorf("first line of errors.csv: %s", got)
	}
	casefile.Hold(t, *update, "testdata/badcells.txtar", &txtar.Archive{Comment: []byte("What errors.csv says of each bad cell.\n\n"),
		Files: []txtar.File{{Name: "errors.csv",
			Data: []byte(strings.TrimPrefix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\ufeff"))}}})
	if !strings.HasPrefix(string(text), "\ufeff") {
		t.Error("errors.csv has no byte order mark")
	}
}

// TestFormulaInErrors: what a cell holds is not run as a formula by whoever
// opens errors.csv.
func TestFormulaInErrors(t *testing.T) {
	dir := t.TempDir()
	list := strings.Replace(invented(2), "01/1/1960", "=cmd|'/c calc'!A1", 1)
	runJob(t, files(decisionJob, list), dir, Options{})
	text, err := os.ReadFile(filepath.Join(dir, "errors.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), ",'=cmd") || strings.Contains(string(text), ",=cmd") {
		t.Errorf("errors.csv:\n%s", text)
	}
}
