package fill

import (
	"bytes"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestLargeFormulas: what is reckoned with has 4096 bits and no more, above the stroke and below it.
func TestLargeFormulas(t *testing.T) {
	const full, over = "((2^64)^63*2^63)", "((2^64)^63*2^64)" // 4096 bits, 4097
	for text, want := range map[string]string{
		full + "/" + full: "1", over + "/" + over: "lớn", "1/" + full + "*" + full: "1", "1/" + over + "*" + over: "lớn",
		"(2^64*2)^63/" + full: "1", "(2^64)^64": "lớn", "(1/(2^64*2))^63*" + full: "1", "(1/2^64)^64": "lớn",
		"PRODUCT((2^64)^63;2^63)/" + full: "1", "PRODUCT((2^64)^63;2^64)": "lớn", "PRODUCT(1/(2^64)^63;1/2^63)*" + full: "1", "PRODUCT(1/(2^64)^63;1/2^64)": "lớn",
		"2^0": "1", "0^0": "1", "2^(9^64)": "mũ", "1^64": "1", "1^65": "mũ", "1^(0-1)": "mũ",
		"ROUND(1,15)": "1", "ROUND(6*10^14;-15)": "1.000.000.000.000.000", "ROUND(1;9^64)": "-15 đến 15", "ROUND(1;0-9^64)": "-15 đến 15", "ROUND(1;16)": "-15 đến 15",
		"ROUND(1;-16)": "-15 đến 15", "A_1+2": "A_1", "z1": "z1", "_": "_", "{1}": "chỗ", "[1]": "chỗ", "@1": "chỗ", "`1": "chỗ", "1A": "chỗ", "-": "thiếu vế", "-A1": "A1",
		"2^62*2": "lớn", "2^62*2-1": "9.223.372.036.854.775.807",
	} {
		e, _, err := (&mergeField{instr: []said{{text: "=" + text}}}).formula()
		got := ""
		if err == nil {
			var v *big.Rat
			if v, err = e.reckon(nil); err == nil {
				var d sheet.Decimal
				d, err = decimalOf(v, 2)
				got = d.String()
			}
		}
		if err != nil {
			got = err.Error()
		}
		if got != want && (err == nil || !strings.Contains(got, want)) {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// TestDatePicture: days by the pictures of Word.
func TestDatePicture(t *testing.T) {
	day := sheet.Date{Year: 2026, Month: 3, Day: 5}
	for in, want := range map[string]string{
		"dd/MM/yyyy": "05/03/2026", "d/M/yy": "5/3/26", "D.m.Y": "5.3.26", "DD.mm.YYYY": "05.03.2026", "dddd": "thứ năm", "ddd": "thứ năm", "MMM": "tháng 3", "yyy": "2026",
		"'ngày' dd": "ngày 05", "'' d": " 5", "d 'mở": "5 mở", "‘ngày’ d": "ngày 5", "ngày d": "ngày 5", "Ngày dd, năm yyyy": "Ngày 05, năm 2026", "Àd": "Àd", "dÀ": "dÀ", "ad": "ad",
		"mày": "mày", "dMy": "5326", "": "", "-": "-", "d d": "5 5", "by d": "by 5",
	} {
		if got := datePicture(day, in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// TestNumberPictures: thousands, decimals at least and at most, and signs that stand for either.
func TestNumberPictures(t *testing.T) {
	for _, c := range []struct {
		units   int64
		places  int
		pattern string
		want    string
	}{
		{123456, 0, "#.##0", "123.456"}, {1234567, 0, "#.###.##0", "1.234.567"}, {999, 0, "#.##0", "999"}, {1000, 0, "#.##0", "1.000"}, {-123456, 0, "#,##0", "-123.456"},
		{125, 1, "0,0#", "12,5"}, {1250, 2, "0,0#", "12,5"}, {1256, 2, "0,0#", "12,56"}, {12, 0, "0,0#", "12,0"}, {12, 0, "0,##", "12"}, {12567, 3, "0,##", "12,57"},
		{5, 1, "0,00", "0,50"}, {5, 1, "#,00", ",50"}, {7, 0, "000", "007"}, {1234, 3, "0.000", "1,234"}, {1234, 0, "#.000", "1.234"}, {12, 0, "0,0.0", "12,0"},
		{12, 0, "x 'xã' 0", "12"}, {12, 0, "0 'xã'", "12 xã"}, {12, 0, "'xã' 0", "xã 12"}, {0, 0, "#", ""}, {12, 0, "", ""},
	} {
		if got := numberPicture(sheet.Decimal{Units: c.units, Places: c.places}, c.pattern); got != c.want {
			t.Errorf("%d, %d by %s: got %s, want %s", c.units, c.places, c.pattern, got, c.want)
		}
	}
}

// TestCompare: numbers and days by what they are, all else as text.
func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		order int
	}{
		{"1", "1", 0}, {"1,0", "1", 0}, {"2", "10", -1}, {"10", "2", 1}, {"1.000 đồng", "1000 đồng", 0}, {"900 đồng", "1.000 đồng", -1}, {"05/01/2026", "5/1/2026", 0},
		{"05/02/2026", "06/01/2026", 1}, {"a", "A", 0}, {"a", "b", -1}, {"b", "a", 1}, {"", "", 0}, {"2", "a", -1}, {"05/01/2026", "x", -1}, {"1 đồng", "x", -1},
	} {
		for sign, want := range map[string]bool{"=": c.order == 0, "!=": c.order != 0, "<": c.order < 0, "<=": c.order <= 0, ">": c.order > 0, ">=": c.order >= 0} {
			if compare(c.a, sign, c.b) != want {
				t.Errorf("%s %s %s: %v", c.a, sign, c.b, !want)
			}
		}
	}
}

// TestMarkup: names in tags, attributes and ends of parts as they are written.
func TestMarkup(t *testing.T) {
	for in, want := range map[string]string{"<w:a>": "w:a", "</w:a>": "w:a", "<a b='c'>": "a", "<a/>": "a", "<a\tb>": "a", "<a\nb>": "a", "<a\rb>": "a", "< a": "", "<": "", "a": "a"} {
		if got := tagName(in); got != want {
			t.Errorf("name of %q: %q", in, got)
		}
	}
	for _, c := range [][2]string{
		{`<a w:id="1"/>`, `<a w:id="9"/>`}, {`<a w:id='1'/>`, `<a w:id='9'/>`}, {"<a\tw:id=\"1\"/>", "<a\tw:id=\"9\"/>"}, {"<a\nw:id=\"1\"/>", "<a\nw:id=\"9\"/>"},
		{"<a\rw:id=\"1\"/>", "<a\rw:id=\"9\"/>"}, {`<a w:id=""/>`, `<a w:id="9"/>`}, {`<a xw:id="1" w:id="2"/>`, `<a xw:id="1" w:id="9"/>`}, {`<a xw:id="1"/>`, `<a xw:id="1"/>`},
		{`<a b="c"/>`, `<a b="c"/>`}, {`<a w:id="1`, `<a w:id="1`},
	} {
		if got := setAttr(c[0], "w:id", "9"); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
	for _, c := range [][3]string{{"<a></a>", "b", "<a>b</a>"}, {"<a/>", "b", "<a/>"}, {"</a>", "b", "b</a>"}, {"<a></a>", "", "<a></a>"}, {"", "b", ""}} {
		if got := string(beforeEnd([]byte(c[0]), c[1])); got != c[2] {
			t.Errorf("%q and %q: %q", c[0], c[1], got)
		}
	}
	for in, want := range map[string]string{`"a"`: "a", `"a`: `"a`, `a"`: `a"`, "“a”": "a", " 'a' ": "'a'", `"`: `"`, `""`: "", `" a "`: "a", "a": "a", "": ""} {
		if got := unquote(in); got != want && !(in == " 'a' " && got == "a") {
			t.Errorf("unquoted %q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"&amp;": "&", "&#65;": "A", "&#x42;": "B", "&nbsp;": "", "&#;": "", "&#99999999999;": ""} {
		if got := unescaped(in); got != want {
			t.Errorf("%s: %q", in, got)
		}
	}
}

// TestBrokenParts: parts whose tags do not fit, or that are too large, are refused.
func TestBrokenParts(t *testing.T) {
	for in, ok := range map[string]bool{
		"<a/>": true, "<a></a>": true, "<a></a >": true, "</a>": false, "<a></b>": false, "<a></a></a>": false, "<a/></a>": false, "<!DOCTYPE a><a/>": false,
		"<a>": false, strings.Repeat("<a>", maxDepth) + strings.Repeat("</a>", maxDepth): true, strings.Repeat("<a>", maxDepth+1) + strings.Repeat("</a>", maxDepth+1): false,
	} {
		if _, err := parse(in); (err == nil) != ok {
			t.Errorf("%.40s: %v", in, err)
		}
	}
}

// TestNamesOfLists: names that the elements of a list have, by themselves or behind the list's name.
func TestNamesOfLists(t *testing.T) {
	d, err := NewData(map[string]any{"con cái": []any{map[string]any{"Tên": "A"}, map[string]any{"Số nhà": "1"}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	l := namedList{name: "con cái", value: d.records[0].get("con cái")}
	x := &exec{frame: &frame{set: d.records[0]}}
	for name, want := range map[string]bool{
		"Tên": true, "tên": true, "Số nhà": true, "Số": false, "con cái.Tên": true, "Con_cái.x": true, "concái.x": true, "con.x": false, "cha.Tên": false, "": false, "con cái": false,
	} {
		if x.holds(l, name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
	for in, want := range map[string]string{"Số_nhà 12": "sốnhà12", "a-b": "ab", "": ""} {
		if got := looseKey(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestPlaces: a place without a paragraph has no words, and findings there have the file alone.
func TestPlaces(t *testing.T) {
	for _, p := range []*place{nil, {}, {file: "a", part: "word/document.xml"}} {
		if s := p.String(); s != "" {
			t.Errorf("%q", s)
		}
	}
	if got := (&place{file: "a", part: "word/header1.xml", number: 1, words: "b"}).finding("r", "m", "", "f"); got.Message != `m (đầu trang, đoạn 1 "b")` || got.Pos.Path == "" {
		t.Errorf("%+v", got)
	}
	if got := (&place{file: "a"}).finding("r", "m", "", "f"); got.Message != "m" || got.Pos != (diag.Pos{File: "a"}) {
		t.Errorf("%+v", got)
	}
}

// TestManyMistakes: a template or data with very many mistakes name so many and no more.
func TestManyMistakes(t *testing.T) {
	for _, n := range []int{maxFound - 1, maxFound, maxFound + 1} {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "{{tên %d}}\n", i)
		}
		d, err := NewData(map[string]any{"x": "y"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Count(found(t, mustParse(t, docxOf(b.String())).Execute(new(bytes.Buffer), d)), "\n")
		if lines != min(n, maxFound) {
			t.Errorf("%d mistakes: %d are named", n, lines)
		}
	}
}

// TestTypesOfPictures: pictures of one ending add one line to the types of a file.
func TestTypesOfPictures(t *testing.T) {
	d, err := NewData(map[string]any{"a": "a.png", "b": "b.png"}, pictureFiles())
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := mustParse(t, docxOf("(ảnh {{a}}) (ảnh {{b}}) (ảnh {{a}})")).Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	names, parts := partsOfFile(b.Bytes())
	if n := strings.Count(strings.ToLower(parts["[Content_Types].xml"]), `extension="png"`); n != 1 {
		t.Errorf("%d types:\n%s", n, parts["[Content_Types].xml"])
	}
	media := 0
	for _, name := range names {
		if strings.HasSuffix(name, ".png") && strings.Contains(name, "/fill") {
			media++
		}
	}
	if media != 2 {
		t.Errorf("parts %q", names)
	}
}

func pictureFiles() fstest.MapFS {
	return fstest.MapFS{"a.png": {Data: pixels(10, 10)}, "b.png": {Data: pixels(20, 10)}}
}

// TestStories: a header that lies outside, is not there or is named twice is filled once or not at all.
func TestStories(t *testing.T) {
	file := withPart(docxOf("{{a}}\n== header ==\n{{b}}"), "word/_rels/document.xml.rels", func(s string) string {
		const header = `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"`
		return strings.Replace(s, "</Relationships>", `<Relationship Id="x1" `+header+` Target="header1.xml"/><Relationship Id="x2" `+header+
			` Target="header9.xml"/><Relationship Id="x3" `+header+` Target="header1.xml" TargetMode="External"/></Relationships>`, 1)
	})
	template := mustParse(t, file)
	if n := len(template.Fields()); n != 2 {
		t.Errorf("%d fields", n)
	}
	d, err := NewData(map[string]any{"a": "x", "b": "y"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := template.Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	if got := plainWords(b.Bytes()); got != "x|y" {
		t.Error(got)
	}
	outside := withPart(file, "word/_rels/document.xml.rels", func(s string) string {
		return strings.ReplaceAll(s, `Target="header1.xml"/>`, `Target="header1.xml" TargetMode="External"/>`)
	})
	if n := len(mustParse(t, outside).Fields()); n != 1 {
		t.Errorf("%d fields beside a header outside", n)
	}
}
