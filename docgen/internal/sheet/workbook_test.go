package sheet_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
)

// written are the parts of a workbook by their names.
func written(parts map[string]string) map[string]func(io.Writer) error {
	all := make(map[string]func(io.Writer) error)
	for name, text := range parts {
		all[name] = func(w io.Writer) error { _, err := io.WriteString(w, text); return err }
	}
	return all
}

// inline writes rows of texts; one that begins with "<" is a cell as it stands.
func inline(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<worksheet><sheetData>")
	for _, row := range rows {
		b.WriteString("<row>")
		for _, text := range row {
			if !strings.HasPrefix(text, "<") {
				text = `<c t="inlineStr"><is><t>` + text + `</t></is></c>`
			}
			b.WriteString(text)
		}
		b.WriteString("</row>")
	}
	return b.String() + "</sheetData></worksheet>"
}

// TestSheetXML: what stands in a worksheet's rows and cells, as programs write it.
func TestSheetXML(t *testing.T) {
	for _, tt := range []struct{ cell, want string }{
		{`<c t=""><v>5</v></c>`, "#5 5"},
		{`<c t="s"><v>0</v></c>`, "An"},
		{`<c t="s"><v> 1 </v></c>`, "-Bé"},
		{`<c t="s"><v>2</v></c>`, "~"}, // a text that the file does not have
		{`<c t="s"><v>-1</v></c>`, "~"},
		{`<c t="s"><v>x</v></c>`, "~"},
		{`<c t="s"><v> </v></c>`, ""},
		{`<c t="str"><f>A1</f><v/></c>`, ""},
		{`<c t="n"><f>A1</f><v/></c>`, "="},
		{`<c t="b"><v>1</v></c>`, "?TRUE"},
		{`<c t="b"><v>0</v></c>`, "?FALSE"},
		{`<c t="e"><v>lỗi</v></c>`, "!lỗi"},
		{`<c t="str"><v>#N/A</v></c>`, "!#N/A"},
		{`<c t="d" s="4"><v>1900-02-28</v></c>`, "#59 28/02/1900"},
		{`<c t="d" s="4"><v>1900-03-01T12:00</v></c>`, "#61.5 01/03/1900"},
		{`<c t="d"><v>mai</v></c>`, "mai"},
		{`<c><v>mai</v></c>`, "mai"},
		{`<c><v> </v></c>`, ""},
		{`<c s="1" t="str"><v>An</v></c>`, "-An"},
		{`<c s="1"><v>5</v></c>`, "#5 -5"},
		{`<c s="2" t="str"><v>An</v></c>`, "An"},
		{`<c s="3" t="str"><v>An</v></c>`, "An"},
		{`<c s="5" t="str"><v>An</v></c>`, "~"},
		{`<c s="5" t="str"><v> </v></c>`, ""},
		{`<c s="5"><v>7</v></c>`, "#7 ~"},
		{`<c s="6"><v>0</v></c>`, ""},
		{`<c s="6"><v>7</v></c>`, "#7 7"},
		{`<c s="7" t="str"><v>An</v></c>`, "~"},
		{`<c s="8"><v>0.15</v></c>`, "#0.15 15%"},
		{`<c s="9"><v>5</v></c>`, "#5 5"},
		{`<c s="10"><v>5</v></c>`, "#5 5"},
		{`<c s="11"><v>5</v></c>`, "#5 5"},
		{`<c s="99"><v>5</v></c>`, "#5 5"},
		{`<c s="x"><v>5</v></c>`, "#5 5"},
	} {
		src := book(t, written(map[string]string{
			"xl/s.xml": inline([]string{"Tên", "Ô", "Sau"}, []string{"x", tt.cell, "y"}),
			"xl/t.xml": `<sst><si><t>An</t></si><si><r><rPr><strike/></rPr><t>Bé</t></r></si></sst>`,
			"xl/y.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode=";;;"/>` +
				`<numFmt numFmtId="166" formatCode="0;-0;"/><numFmt numFmtId="167" formatCode="0;-0;0;&quot; &quot;"/></numFmts>` +
				`<fonts><font/><font><strike/></font><font><strike val="0"/></font><font><strike val="false"/></font></fonts>` +
				`<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf numFmtId="164"/><xf numFmtId="165"/>` +
				`<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="9"/><xf numFmtId="5"/><xf fontId="4"/><xf fontId="-1"/></cellXfs></styleSheet>`,
		}))
		want := "A=Tên B=Ô C=Sau \n2: x | " + tt.want + " | y |\n"
		if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Tên"); got != want {
			t.Errorf("%s: got\n%swant\n%s", tt.cell, got, want)
		}
	}
	for _, tt := range []struct{ sheet, want string }{
		{`<sheetData/><extra><row><c t="inlineStr"><is><t>Tên</t></is></c></row></extra>`, "danh sách không có dòng nào"},
		{`<sheetData></sheetData><extra><row><c t="inlineStr"><is><t>Tên</t></is></c></row></extra>`, "danh sách không có dòng nào"},
		{`<sheetData><row r="x"/></sheetData>`, "đã hỏng"},
		{`<sheetData><row r="2"/><row r="2"/></sheetData>`, "đã hỏng"},
		{`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row><row r="1048576"><c><v>5</v></c></row></sheetData>`,
			"1048576: #5 5 |"},
		{`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row><row r="1048577"><c><v>5</v></c></row></sheetData>`, "đã hỏng"},
		{`<sheetData><row><c t="inlineStr"><is><t>Tên</t></is></c></row><row ht="15"><c><v>5</v></c></row></sheetData>`, "2: #5 5 |\n"},
		{`<sheetData><row><c t="inlineStr"><is><t>Tên</t></is></c></row><row ht="0"><c><v>5</v></c></row></sheetData>`, "bị ẩn"},
		{`<sheetData><row><c t="inlineStr"><is><t>Tên</t></is></c></row><row hidden="1"><c><v>5</v></c></row></sheetData>`, "bị ẩn"},
	} {
		src := book(t, written(map[string]string{"xl/s.xml": "<worksheet>" + tt.sheet + "</worksheet>"}))
		if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Tên"); !strings.Contains(got, tt.want) || tt.want == "2: #5 5 |\n" && strings.Contains(got, "ẩn") {
			t.Errorf("%s: got\n%swant\n%s", tt.sheet, got, tt.want)
		}
	}
}

// TestOldFonts: a list in TCVN3 has small letters in a font that draws capitals.
func TestOldFonts(t *testing.T) {
	parts := map[string]string{
		"xl/s.xml": inline([]string{"Tªn", "x", "x", "x"}, []string{`<c t="str"><v>An</v></c>`, `<c s="1" t="str"><v>B×nh</v></c>`,
			`<c s="2" t="str"><v>B×nh</v></c>`, `<c s="3" t="str"><v>B×nh</v></c>`}),
		"xl/y.xml": `<styleSheet><fonts><font/><font><name val=".VnTimeH"/></font><font><name val=".VnTime"/></font><font><name val="ArialH"/></font></fonts>` +
			`<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs></styleSheet>`,
	}
	got := show(t, sheet.Options{File: "a.xlsx", Encoding: sheet.TCVN3}, book(t, written(parts)), "Tên")
	if !strings.HasSuffix(got, "2: An | BÌNH | Bình | Bình |\n") {
		t.Error(got)
	}
	parts["xl/s.xml"] = inline([]string{"Tên", "x"}, []string{"An", `<c s="1" t="str"><v>Bé</v></c>`})
	if got := show(t, sheet.Options{File: "a.xlsx"}, book(t, written(parts)), "Tên"); !strings.HasSuffix(got, "2: An | Bé |\n") {
		t.Error(got)
	}
}

// TestSheets: the worksheet that is named, or the only one that is not hidden; a chart is none.
func TestSheets(t *testing.T) {
	const relations = `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="x/worksheet" Target="t.xml"/>` +
		`<Relationship Id="r3" Type="x/chartsheet" Target="c.xml"/><Relationship Id="r4" Type="x/worksheet" TargetMode="External" Target="xl/s.xml"/>` +
		`<Relationship Id="r5" Type="x/worksheet" Target="none.xml"/>` +
		`<Relationship Id="r6" Type="x/styles" TargetMode="External" Target="xl/y.xml"/></Relationships>`
	for _, tt := range []struct{ sheets, name, want string }{
		{`<sheet name="Một" r:id="r1"/>`, "", "B=Ngày \n2:  | #0 0 |"},
		{`<sheet name="Một" r:id="r1"/><sheet name="Hai" r:id="r2"/>`, "", `tệp có nhiều trang tính: "Một", "Hai"; ghi tên trang tính vào "sheet"`},
		{`<sheet name="Một" r:id="r1"/><sheet name="Hai" r:id="r2"/>`, "Hai", "A=Tên \n2: An |"},
		{`<sheet name="Một" r:id="r1"/><sheet name="Hai" r:id="r2"/>`, "hai", `không có trang tính "hai"; các trang tính trong tệp: "Một", "Hai"`},
		{`<sheet name="Một" state="visible" r:id="r1"/><sheet name="Hai" state="hidden" r:id="r2"/>`, "", "B=Ngày"},
		{`<sheet name="Một" state="veryHidden" r:id="r1"/><sheet name="Hai" r:id="r2"/>`, "", "A=Tên"},
		{`<sheet name="Một" r:id="r1"/><sheet name="Biểu đồ" r:id="r3"/><sheet name="Ngoài" r:id="r4"/>`, "", "B=Ngày"},
		{`<sheet name="Hai" state="hidden" r:id="r2"/><sheet name="Một" state="hidden" r:id="r1"/>`, "", "tệp có nhiều trang tính"},
		{`<sheet name="Một" state="hidden" r:id="r1"/>`, "Một", "B=Ngày"},
		{`<sheet name="Biểu đồ" r:id="r3"/>`, "", "tệp không có trang tính nào"},
		{`<sheet name="Một" r:id="r5"/>`, "", "đã hỏng"},
		{`<sheet name="Mo&#x323;&#x302;t" r:id="r1"/>`, "Một", "B=Ngày"},
	} {
		src := book(t, written(map[string]string{
			"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets>` + tt.sheets + `</sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": relations,
			"xl/s.xml":                   inline([]string{"<c/>", "Ngày"}, []string{"<c/>", "<c s='0'><v>0</v></c>"}),
			"xl/t.xml":                   inline([]string{"Tên"}, []string{"An"}),
			"xl/y.xml":                   `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`,
		}))
		got := show(t, sheet.Options{File: "a.xlsx", Sheet: tt.name}, src, "Tên", "Ngày")
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s, %q: got\n%swant\n%s", tt.sheets, tt.name, got, tt.want)
		}
	}
	for set, want := range map[string]string{`date1904="1"`: "01/01/1904", `date1904="true"`: "01/01/1904", `date1904="0"`: "00/01/1900", "": "00/01/1900"} {
		src := book(t, written(map[string]string{
			"xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr ` + set + `/><sheets><sheet name="S" r:id="r1"/></sheets></workbook>`,
			"xl/s.xml":        inline([]string{"Tên", "Ngày"}, []string{"An", "<c s='0'><v>0</v></c>"}),
			"xl/y.xml":        `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`,
		}))
		if got := show(t, sheet.Options{File: "a.xlsx"}, src, "Tên", "Ngày"); !strings.Contains(got, "An | #0 "+want+" |") {
			t.Errorf("%q: got\n%swant %s", set, got, want)
		}
	}
	var many bytes.Buffer
	z := zip.NewWriter(&many)
	for i := range 10_001 {
		if _, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprint("xl/", i)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got := show(t, sheet.Options{File: "a.xlsx"}, many.Bytes(), "Tên"); !strings.Contains(got, "tệp có 10.001 phần, nhiều hơn 10.000; chép danh sách") {
		t.Error(got)
	}
}

// TestYAMLBlanks: a field of blanks holds nothing.
func TestYAMLBlanks(t *testing.T) {
	const want = "A=Tên B=Số \n1: An |  |\n2: Bé | 5 |\n"
	if got := show(t, sheet.Options{File: "a.yaml"}, []byte("- {Tên: An, Số: \" \"}\n- {Tên: Bé, Số: 5}\n- {Tên: ~}\n")); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
