package sheet_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
)

// book makes a workbook of parts as they are given; each is written by a function.
func book(t testing.TB, parts map[string]func(io.Writer) error) []byte {
	t.Helper()
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	all := map[string]func(io.Writer) error{
		"_rels/.rels":     text(`<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		"xl/workbook.xml": text(`<workbook xmlns:r="r"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>`),
		"xl/_rels/workbook.xml.rels": text(`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="t.xml"/>` +
			`<Relationship Id="r3" Type="x/styles" Target="y.xml"/></Relationships>`),
		"xl/s.xml": text(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row></sheetData></worksheet>`),
	}
	for name, write := range parts {
		all[name] = write
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for name, write := range all {
		w, err := z.Create(name)
		if err == nil {
			err = write(w)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// blank makes a part of so many megabytes of nothing.
func blank(megabytes int) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Repeat(" ", megabytes<<20))
		return err
	}
}

// claims makes a workbook one of whose parts says that it unpacks to 3 GB.
func claims(t testing.TB, name string) []byte {
	t.Helper()
	src := book(t, map[string]func(io.Writer) error{name: blank(1)})
	old, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range old.File {
		h := f.FileHeader
		if h.Name == name {
			h.UncompressedSize64 = 3 << 30
		}
		w, err := z.CreateRaw(&h)
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.OpenRaw()
		if err == nil {
			_, err = io.Copy(w, r)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestLargeParts: parts that unpack to much are refused with their figure, or not touched
// when the list has no need of them; what is blank ends at the first megabyte.
func TestLargeParts(t *testing.T) {
	for name, want := range map[string]string{
		"xl/s.xml":        "phần xl/s.xml của tệp dài 3.072 MB khi giải nén, nhiều hơn 1.024 MB",
		"xl/t.xml":        "phần xl/t.xml của tệp dài 3.072 MB khi giải nén, nhiều hơn 256 MB",
		"xl/y.xml":        "phần xl/y.xml của tệp dài 3.072 MB khi giải nén, nhiều hơn 64 MB",
		"xl/workbook.xml": "phần xl/workbook.xml của tệp dài 3.072 MB khi giải nén, nhiều hơn 16 MB",
		"docProps/a.xml":  "dưới tiêu đề cột của danh sách không có dòng nào",
	} {
		if got := show(t, sheet.Options{File: "a.xlsx"}, claims(t, name), "Tên"); !strings.Contains(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
	src := book(t, map[string]func(io.Writer) error{"xl/s.xml": blank(100)})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Tên"); !strings.Contains(got, "đã hỏng") {
		t.Error(got)
	}
	if runtime.ReadMemStats(&after); after.TotalAlloc-before.TotalAlloc > 10<<20 {
		t.Errorf("%d bytes for nothing", after.TotalAlloc-before.TotalAlloc)
	}
}

// rowsOf writes a worksheet of rows made by a function.
func rowsOf(n int, row func(i int) string, behind string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row>`)
		for i := 2; i <= n && err == nil; i++ {
			_, err = io.WriteString(w, row(i))
		}
		_, err2 := io.WriteString(w, "</sheetData>"+behind+"</worksheet>")
		return errors.Join(err, err2)
	}
}

// TestManyRows: a quarter of a million rows of one cell, far to the right, are read one by one.
func TestManyRows(t *testing.T) {
	src := book(t, map[string]func(io.Writer) error{
		"xl/s.xml": rowsOf(240_000, func(i int) string {
			return fmt.Sprintf(`<row r="%[1]d"><c r="XFD%[1]d"><v>%[1]d</v></c></row>`,
				i)
		}, ""),
	})
	l, found, err := sheet.Open(fstest.MapFS{"a.xlsx": {Data: src}}, &sheet.Options{File: "a.xlsx"},
		func(s string) bool { return s == "Tên" })
	if err != nil || found != nil {
		t.Fatal(found, err)
	}
	n, most := 0, uint64(0)
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before := m.HeapAlloc
	err = l.Records(context.Background(), func(*sheet.Row) error {
		if n++; n%40_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
		return nil
	})
	if err != nil || n != 239_999 {
		t.Errorf("%d rows, %v", n, err)
	}
	if most > before+8<<20 {
		t.Errorf("%d bytes while reading, %d before", most, before)
	}
}

// TestTooMany: what a worksheet has too many of is told with its figure.
func TestTooMany(t *testing.T) {
	merges := func(n int, ref func(i int) string) string {
		var b strings.Builder
		b.WriteString("<mergeCells>")
		for i := range n {
			fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, ref(i))
		}
		return b.String() + "</mergeCells>"
	}
	row := func(i int) string { return fmt.Sprintf(`<row r="%[1]d"><c r="A%[1]d"><v>1</v></c></row>`, i) }
	for want, parts := range map[string]map[string]func(io.Writer) error{
		"trang tính có hơn 200.000 vùng ô gộp": {"xl/s.xml": rowsOf(3, row,
			merges(200_001, func(i int) string { return fmt.Sprintf("A%d:A%d", i+1, i+2) }))},
		"dòng 2 có hơn 1.024 vùng ô gộp": {"xl/s.xml": rowsOf(3, row, merges(1025, func(int) string { return "A2:B9" }))},
		"tệp có hơn 2.000.000 chuỗi chữ": {"xl/t.xml": func(w io.Writer) error {
			_, err := io.WriteString(w, "<sst>"+strings.Repeat("<si/>", 2_000_001)+"</sst>")
			return err
		}},
		"chữ trong tệp dài hơn 128 MB": {"xl/t.xml": func(w io.Writer) error {
			text := "<si><t>" + strings.Repeat("a", 1<<19) + "</t></si>"
			_, err := io.WriteString(w, "<sst>"+strings.Repeat(text, 257)+"</sst>")
			return err
		}},
	} {
		if got := show(t, sheet.Options{File: "a.xlsx"}, book(t, parts), "Tên"); !strings.Contains(got, want) {
			t.Errorf("%s: %.300s", want, got)
		}
	}
	if got := show(t, sheet.Options{File: "a.csv"}, []byte("Tên\nAn"+strings.Repeat(",", 1<<14)+"\n"), "Tên"); !strings.Contains(got,
		"dòng 2 có 16.385 ô, nhiều hơn 16.384") {
		t.Errorf("%.300s", got)
	}
	for n, wrong := range map[int]bool{32767: false, 32768: true, 200_000: true} {
		if got := show(t, sheet.Options{File: "a.csv"}, []byte("Tên\n"+strings.Repeat("a", n)+"\n"), "Tên"); strings.Contains(got,
			"~a") != wrong {
			t.Errorf("a cell of %d letters: wrong is %v", n, !wrong)
		}
	}
}

// TestBrokenSheets: worksheets that are cut, out of order or no XML.
func TestBrokenSheets(t *testing.T) {
	for src, want := range map[string]string{
		`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row><row r="2"><c r="A2"><v>1`:                                                                                                   "đã hỏng",
		`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row><row r="1"><c><v>1</v></c></row></sheetData></worksheet>`:                                                                    "đã hỏng",
		`<worksheet><sheetData><row r="1"><c r="B1"/><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row></sheetData></worksheet>`:                                                                                         "đã hỏng",
		`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>Tê</t></r><r><t>n</t></r><rPh><t>x</t></rPh></is></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData></worksheet>`: "A=Tên",
		`<worksheet><sheetData><row><c t="inlineStr"><is><t><![CDATA[Tên]]></t></is></c></row><!-- > <c> --><row><c t="inlineStr"><is><t>a &lt; b_x000A_c</t></is></c></row></sheetData></worksheet>`:                       "2: a < b c |",
		`<x:worksheet><x:sheetData><x:row><x:c t="str"><x:f>A1</x:f><x:v>Tên</x:v></x:c></x:row><x:row><x:c t="d"><x:v>1990-05-07</x:v></x:c></x:row></x:sheetData></x:worksheet>`:                                          "2: #33000 33000 |",
		`<worksheet><sheetData><row><c t="inlineStr"><is><t>Tên</t></is></c></row><row><c t="e"><v>#N/A</v></c></row><row ht="0"><c t="b"><v>1</v></c></row><row><c><v>1e400</v></c></row></sheetData></worksheet>`:         "2: !#N/A |\n3: ?TRUE | (dòng 3 của trang tính S: dòng bị ẩn)\n4: 1e400 |",
		``: "danh sách không có dòng nào",
	} {
		got := show(t, sheet.Options{File: "a.xlsx"},
			book(t, map[string]func(io.Writer) error{"xl/s.xml": func(w io.Writer) error {
				_,
					err := io.WriteString(w, src)
				return err
			}}), "Tên")
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}
