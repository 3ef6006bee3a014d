package sheet_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan"
)

// person is what a row of the list says; the number of the identity card says who.
type person struct {
	id, name string
	born     sheet.Date
	amount   plan.Money
}

var people = func() map[string]person {
	all := make(map[string]person)
	family, given := strings.Fields("Nguyễn Trần Lê Phạm Đỗ Bùi"), strings.Fields("An Bình Cường Hạnh Quý Thủy Ân Đạt")
	for i := range 10 {
		id := fmt.Sprintf("0010%08d", 90000+i*7)
		all[id] = person{id, family[i%6] + " Văn " + given[i%8], sheet.Date{Year: 1960 + i, Month: 1 + i%12, Day: 1 + i},
			plan.Money(100_000 * (i + 1))}
	}
	return all
}()

var mutated = []string{"Số định danh", "Họ và tên", "Ngày sinh", "Tiền thưởng"}

var isMutated = func() map[string]bool {
	all := make(map[string]bool)
	for _, h := range mutated {
		all[sheet.Key(h)] = true
	}
	return all
}()

// inOrder are the people as rows of a grid.
func inOrder() [][]string {
	rows := [][]string{mutated}
	for i := range 10 {
		p := people[fmt.Sprintf("0010%08d", 90000+i*7)]
		rows = append(rows, []string{p.id, p.name, p.born.String(), p.amount.String()})
	}
	return rows
}

// read takes all records of a list that nothing is wrong with, and finds those that are
// nobody of the list, or somebody with what is another's.
func read(t testing.TB, name string, src []byte, seed uint64) (taken int) {
	t.Helper()
	start := time.Now()
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("seed %d: %v in\n%q", seed, p, src[:min(len(src), 4000)])
		}
		if d := time.Since(start); d > 10*fuzzing.Slowness*time.Second {
			t.Errorf("seed %d takes %v", seed, d)
		}
	}()
	l, found, err := sheet.Open(fstest.MapFS{name: {Data: src}}, &sheet.Options{File: name},
		func(s string) bool { return isMutated[sheet.Key(s)] })
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	if found.HasErrors() {
		return 0
	}
	var columns [4]int
	for i, h := range mutated {
		heads := l.Heading.Find(h)
		if len(heads) != 1 || l.HiddenColumn(heads[0]) != nil {
			return 0
		}
		columns[i] = heads[0].Column
	}
	err = l.Records(context.Background(), func(r *sheet.Row) error {
		if r.Odd != nil || l.HiddenRow(r) != nil {
			return nil
		}
		var values [4]sheet.Value
		for i, typ := range []sheet.Type{sheet.IDType, sheet.TextType, sheet.DateType, sheet.MoneyType} {
			v, err := typ.Read(r.Cell(columns[i]), l.Old)
			if err != nil || v == "" {
				return nil
			}
			values[i] = v
		}
		taken++
		p, ok := people[values[0].(string)]
		if !ok || p.name != values[1] || p.born != values[2] || p.amount != values[3] {
			t.Errorf("seed %d: row %d is %v, want %v, of\n%s", seed, r.Number, values, p, src[:min(len(src), 4000)])
		}
		return nil
	})
	if err != nil && l.Broken(err) == nil {
		t.Fatalf("seed %d: %v is not the list's", seed, err)
	}
	return taken
}

// odd are rows that people put between records.
var odd = []string{"(1),(2),(3),(4)", "Tổng cộng,,,5.000.000", ",Cộng,,", "I. KHỐI THÔN,,,", "A,Tập thể,,", "Người lập biểu,,Chủ tịch,",
	",,\"Cẩm Hòa, ngày 01 tháng 3 năm 2026\",", "Số định danh,Họ và tên,Ngày sinh,Tiền thưởng", ",,,", "-nt-,-nt-,-nt-,-nt-",
	"#N/A,#N/A,#N/A,#N/A"}

// mutateCSV changes the form of a list, never a letter of what a person is.
func mutateCSV(r *rand.Rand, rows [][]string) []byte {
	var lines []string
	for _, row := range rows {
		lines = append(lines, strings.Join(row, ","))
	}
	sign := []string{",", ";", "\t", "|"}[r.IntN(4)]
	quotes := r.IntN(2) == 0 // two rows on one line, or a separator too many, and marks around: nobody can tell that from a cell
	for range 1 + r.IntN(4) {
		i := r.IntN(len(lines))
		switch r.IntN(8) {
		case 0: // a row that is none
			lines = append(lines[:i], append([]string{odd[r.IntN(len(odd))]}, lines[i:]...)...)
		case 1: // a separator too many
			if quotes {
				continue
			}
			at := strings.IndexByte(lines[i], ',') + 1
			lines[i] = lines[i][:at] + "," + lines[i][at:]
		case 2: // one too few
			lines[i] = strings.Replace(lines[i], ",", "", 1)
		case 3: // a line broken
			lines[i] = strings.Replace(lines[i], ",", ",\n", 1+r.IntN(2))
		case 4: // two lines joined
			if i+1 < len(lines) && !quotes {
				lines[i] += []string{"", ",", " "}[r.IntN(3)] + lines[i+1]
				lines = append(lines[:i+1], lines[i+2:]...)
			}
		case 5: // a stray quotation mark, or two
			if !quotes {
				continue
			}
			cells := strings.Split(lines[i], ",")
			k := r.IntN(len(cells))
			cells[k] = `"` + cells[k]
			lines[i] = strings.Join(cells, ",")
			if j := i + r.IntN(3); j < len(lines) {
				cells := strings.Split(lines[j], ",")
				k := r.IntN(len(cells))
				cells[k] += `"`
				lines[j] = strings.Join(cells, ",")
			}
		case 6: // another separator in one row
			lines[i] = strings.ReplaceAll(lines[i], ",", []string{";", "\t"}[r.IntN(2)])
		case 7: // a cell given to two columns
			cells := strings.Split(lines[i], ",")
			k := r.IntN(len(cells))
			lines[i] = strings.Join(append(cells[:k], cells[min(k+1, len(cells)):]...), ",")
		}
	}
	text := strings.Join(lines, []string{"\n", "\r\n"}[r.IntN(2)])
	return []byte(strings.ReplaceAll(text, ",", sign))
}

// TestMutated: ten thousand lists, bent in form and in single bytes: none panics, none hangs,
// and where only the form is bent nobody gets what is another's.
func TestMutated(t *testing.T) {
	const seed = 2026
	taken, all := 0, 0
	for n := range uint64(8500) {
		r := rand.New(rand.NewPCG(seed, n))
		taken += read(t, "a.csv", mutateCSV(r, inOrder()), seed)
		all += 10
		if t.Failed() {
			t.Fatalf("seed %d, list %d", seed, n)
		}
	}
	if 2*taken < all {
		t.Errorf("of %d people only %d were taken", all, taken)
	}
	for n := range uint64(1000) {
		r := rand.New(rand.NewPCG(seed, n))
		src := mutateCSV(r, inOrder())
		for range 1 + r.IntN(8) {
			src[r.IntN(len(src))] = byte(r.IntN(256))
		}
		show(t, sheet.Options{File: "a.csv", Encoding: []string{"", sheet.VNI, sheet.TCVN3, sheet.Twice, sheet.Windows1258}[r.IntN(5)],
			Ditto: sheet.FillDitto}, src, mutated...)
	}
	whole := grid(t, rand.New(rand.NewPCG(seed, 0)), 0)
	for n := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, n))
		if n < 150 {
			read(t, "a.xlsx", grid(t, r, 1+r.IntN(4)), seed)
		} else {
			show(t, sheet.Options{File: "a.xlsx"}, bend(t, r, whole), mutated...)
		}
		if t.Failed() {
			t.Fatalf("seed %d, workbook %d", seed, n)
		}
	}
}

// grid makes a workbook of the people, changed in form.
func grid(t testing.TB, r *rand.Rand, changes int) []byte {
	rows := [][]any{{"Số định danh", "Họ và tên", "Ngày sinh", "Tiền thưởng"}}
	for _, row := range inOrder()[1:] {
		p := people[row[0]]
		serial := time.Date(p.born.Year, time.Month(p.born.Month), p.born.Day, 0, 0, 0, 0, time.UTC)
		rows = append(rows, []any{p.id, p.name,
			sheetcase.Cell{Value: int(serial.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24), Format: "dd/mm/yyyy"},
			sheetcase.Cell{Value: int(p.amount), Format: "#,##0"}})
	}
	formats := []string{"mm/yyyy", "0%", "#,##0,", "General", `0 "tr"`, ";;;", "dd/mm/yyyy", "hh:mm", "@"}
	for range changes {
		i := r.IntN(len(rows))
		k := r.IntN(4)
		switch r.IntN(5) {
		case 0:
			row := strings.Split(odd[r.IntN(len(odd))], ",")
			cells := make([]any, len(row))
			for i, c := range row {
				cells[i] = c
			}
			rows = append(rows[:i], append([][]any{cells}, rows[i:]...)...)
		case 1: // cells move to the left
			if k < len(rows[i]) {
				rows[i] = append(append([]any{}, rows[i][:k]...), rows[i][k+1:]...)
			}
		case 2: // and to the right
			k = min(k, len(rows[i]))
			rows[i] = append(append(append([]any{}, rows[i][:k]...), nil), rows[i][k:]...)
		case 3:
			if k < len(rows[i]) {
				if c, ok := rows[i][k].(sheetcase.Cell); ok {
					c.Format, c.Struck = formats[r.IntN(len(formats))], r.IntN(4) == 0
					rows[i][k] = c
				}
			}
		}
	}
	return sheetcase.Make(t, rows, func(f *excelize.File) {
		for range changes {
			i, k := 1+r.IntN(len(rows)), r.IntN(4)
			at := func(i, k int) string { return fmt.Sprintf("%c%d", 'A'+k, i) }
			var err error
			switch r.IntN(6) {
			case 0:
				err = f.MergeCell("Sheet1", at(i, k), at(i, min(k+1, 4)))
			case 1:
				err = f.SetRowVisible("Sheet1", i, false)
			case 2:
				err = f.SetColVisible("Sheet1", string(rune('A'+k)), r.IntN(4) > 0)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

// bend changes bytes of the parts of a workbook.
func bend(t testing.TB, r *rand.Rand, src []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if r.IntN(3) == 0 && len(text) > 0 {
			for range 1 + r.IntN(6) {
				i := r.IntN(len(text))
				if r.IntN(2) == 0 {
					text[i] = `<>/"=&0123456789ABZ rstv`[r.IntN(23)]
				} else {
					j := min(i+r.IntN(40), len(text))
					text = append(append([]byte{}, text[:i]...), text[j:]...)
				}
				if len(text) == 0 {
					break
				}
			}
		}
		part, err := w.Create(f.Name)
		if err == nil {
			_, err = part.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
