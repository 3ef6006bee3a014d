package markup

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestEscapeIsShort: a value gets a backslash where it could open a line, and nowhere else.
// TestRomanHeading: a heading that counts i., v. or x. is looked at with the lines around it, to the last line of the text.
func TestRomanHeading(t *testing.T) {
	for _, s := range []string{"# v. Phạm vi áp dụng", "Chữ.\n## i. Một", "### x) Hai", "# iv. Ba\n## v) CHƯƠNG III"} {
		parts, _ := Body(Source{Text: s}, Options{})
		if len(parts) == 0 {
			t.Errorf("%q: nothing", s)
		}
	}
}

func TestEscapeIsShort(t *testing.T) {
	for s, want := range map[string]string{
		"123": "123", "123.": `\123.`, "A": "A", "đ": "đ", "A.": `\A.`, "A-1": `\A-1`, "IV": "IV", "IV.": `\IV.`, "XX/": `\XX/`, "IVa": "IVa",
		"Mục": "Mục", "Mục đích": `\Mục đích`, "Phần": "Phần", "Danh sách": `\Danh sách`, "_a": "_a", "%1": "%1", "… kết": "… kết",
		"• x": `\• x`, "“Trích": `\“Trích`, "\uee00x": "\uee00x",
		`\`: `\\`, `D:\a`: `D:\a`,
	} {
		if got := Escape(s); got != want {
			t.Errorf("%q escaped is %q, want %q", s, got, want)
		}
	}
}

// TestSettle: what stands before a value in its line says whether the value opens anything.
func TestSettle(t *testing.T) {
	long := strings.Repeat("chữ ", 30)
	for _, tt := range []struct{ before, value, behind, want string }{
		{"", "- a", "", `\- a`},
		{"1. ", "- a", "", `1. \- a`},
		{"1. **", "- a", "**", `1. **\- a**`},
		{"Việc: ", "- a", "", "Việc: - a"},
		{"1. Việc ", "- a", "", "1. Việc - a"},
		{strings.Repeat("#", 48), "- a", "", strings.Repeat("#", 48) + `\- a`},
		{strings.Repeat("#", 49), "- a", "", strings.Repeat("#", 49) + "- a"},
		{"Ổ ", `D:\`, "", `Ổ D:\\`},
		{"Ổ ", `D:\`, "\nthêm", "Ổ D:\\\\\nthêm"},
		{"Ổ ", `D:\`, "  ", `Ổ D:\\  `},
		{"Ổ ", `D:\`, " chung", `Ổ D:\ chung`},
		{"Ổ ", `D:\`, long, `Ổ D:\` + long},
		{"Ổ ", `D:\`, "*đậm*", `Ổ D:\\*đậm*`},
		{"Ổ ", `D:\\\`, "*đậm*", `Ổ D:\\\\\\*đậm*`},
	} {
		if got := Settle(tt.before + Value(tt.value) + tt.behind); got != tt.want {
			t.Errorf("%q, %q, %q settle as %q, want %q", tt.before, tt.value, tt.behind, got, tt.want)
		}
	}
}

// TestStrokes: a backslash says something before a sign and inside a number, and is text elsewhere.
func TestStrokes(t *testing.T) {
	for s, want := range map[string]string{
		`1\. Một`: "1. Một", `a\bc`: `a\bc`, `1. a\bc`: `1. a\bc`, `Phần I\ Một`: `Phần I\ Một`, `Điều 5\. Tên`: "Điều 5. Tên",
		`\- gạch`: "- gạch", `\chữ`: `\chữ`, `a\![b`: "a![b", `a\!b`: `a\!b`, `a\*b*`: "a*b*",
		strings.Repeat("x", 25) + `\. y`: strings.Repeat("x", 25) + `\. y`,
	} {
		in, _ := Line(Source{Text: s})
		if got := inlineText(in); got != want {
			t.Errorf("%q is printed as %q, want %q", s, got, want)
		}
	}
}

func TestCite(t *testing.T) {
	for _, tt := range []struct{ number, symbol, want string }{
		{"5", "QĐ-UBND", "số 05/QĐ-UBND ngày 05 tháng 3 năm 2026"},
		{"5", "QĐ/ĐU", "số 05-QĐ/ĐU ngày 05 tháng 3 năm 2026"},
		{"", "QĐ-UBND", "số [](_number)/QĐ-UBND ngày 05 tháng 3 năm 2026"},
		{"15", "2026/HĐMB", "số 15/2026/HĐMB ngày 05 tháng 3 năm 2026"},
		{"5", "", "số 05/ ngày 05 tháng 3 năm 2026"},
	} {
		if got := Cite(tt.number, tt.symbol, 2026, 3, 5); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestEndOfEdges goes on from TestEndOf.
func TestEndOfEdges(t *testing.T) {
	for _, tt := range []struct {
		s, rest string
		open    bool
	}{
		{".", "", false}, {"/", "/", false}, {"Một//", "Một//", false}, {"Một. .", "Một.", false},
		{"Xem z.vn/", "Xem z.vn/", true}, {"Xem a-b.vn/", "Xem a-b.vn/", true}, {"Xem -.vn/", "Xem -.vn/", true},
		{"Xem đi.vn/", "Xem đi.vn", false}, {"Xem (a.vn/", "Xem (a.vn", false}, {"Xem a(b.vn/", "Xem a(b.vn", false},
		{"Xem {a.vn/", "Xem {a.vn", false},
	} {
		if rest, open := EndOf(tt.s); rest != tt.rest || open != tt.open {
			t.Errorf("EndOf(%q) = %q, %v, want %q, %v", tt.s, rest, open, tt.rest, tt.open)
		}
	}
	for s, want := range map[string]bool{"": false, "Tên": false, "Câu.": true, "Câu. ": true, "Gồm:": false, "Trống ___": true} {
		if IsSentence(s) != want {
			t.Errorf("%q is a sentence: %v", s, !want)
		}
	}
	for s, want := range map[string]bool{"Tên ....": true, "Tên ……": true, "Tên ../..": true, "v.v...": false, "a___": true, "a__": false} {
		if HasBlank(s) != want {
			t.Errorf("%q has a blank: %v", s, !want)
		}
	}
}

// TestTypedMarkerEdges goes on from TestTypedMarker.
func TestTypedMarkerEdges(t *testing.T) {
	for s, want := range map[string]string{
		"": "", " ": "", "*": "", "***": "", "* Một": "*", "*Một*": "", " 1. Một": "1.", "01.Một": "01.", "-Một": "-", "31. Một": "31.",
		"32. Một": "", "32.Một": "32.", "123) Một": "", "Điều 5.Tên": "Điều 5.",
	} {
		if got := TypedMarker(s); got != want {
			t.Errorf("TypedMarker(%q) = %q, want %q", s, got, want)
		}
	}
	levels, err := decree.ParseScheme([]string{"1)", "a)"})
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]bool{"12) Một": true, "123) Một": false, " 1) Một": true, "a) Một": false, "1. Một": false, " ": false} {
		if OpensLike(s, &levels[0]) != want {
			t.Errorf("%q opens like 1): %v", s, !want)
		}
	}
}

// TestLines: the lines of a field, each with its place; one that a backslash ends goes on.
func TestLines(t *testing.T) {
	text := " Một\\\nhai\n\n ba\\"
	lines := Lines(Source{Text: text, Places: places{at: at(text)}})
	var got []string
	for _, l := range lines {
		got = append(got, l.At(0).String()+" "+l.Text)
	}
	if want := []string{"in.md:1:2 Một\\\nhai", `in.md:4:2 ba\`}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestJoins: which lines of a page go on the one above.
func TestJoins(t *testing.T) {
	full := strings.Repeat("chữ ", 10) + "cuối" // 44 letters
	for name, tt := range map[string]struct {
		lines []string
		want  []int
	}{
		"none":        {nil, nil},
		"not a page":  {[]string{"Một", "hai", "ba."}, nil},
		"a page":      {[]string{"Một", "hai", "ba", "bốn.", "Năm"}, []int{1, 2, 3}},
		"empty lines": {[]string{"Một", "hai", "ba", "bốn", "", "năm", ""}, []int{1, 2, 3}},
		"full lines":  {[]string{full, "chữ", full, "chữ", full, "chữ.", full, "Nguyễn An", "Bình"}, []int{1, 2, 3, 4, 5, 7}},
	} {
		var got []int
		for i, joins := range Joins(tt.lines) {
			if joins {
				got = append(got, i)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: lines %v go on, want %v", name, got, tt.want)
		}
	}
	of := func(letters int) line { return line{s: strings.Repeat("x", letters)} }
	name := line{s: "An ký"}
	for _, tt := range []struct {
		letters, full int
		want          bool
	}{{29, 31, false}, {29, 32, false}, {30, 32, true}, {30, 31, false}, {40, 43, false}, {41, 43, true}} {
		if got := joinsLine(of(tt.letters), name, tt.full); got != tt.want {
			t.Errorf("a name behind %d letters, where lines have %d: %v", tt.letters, tt.full, got)
		}
	}
}

// TestFoldedInOneLine: a marker inside a line of a folded text is text, and so is one without white space.
func TestFoldedInOneLine(t *testing.T) {
	for text, want := range map[string]bool{
		"Việc một: - dọn\nhai": false, "Việc\nmột: 1.Dọn": false, "Việc\nmột: - dọn": false, "Việc một\n- dọn": true,
	} {
		place := at(text)
		file := places{place, []int{strings.Index(text, "\n") + 1}}
		_, found := Body(Source{Text: strings.ReplaceAll(text, "\n", " "), Places: file}, Options{Scheme: scheme})
		if got := slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == RuleFolded }); got != want {
			t.Errorf("%q: %v", text, found)
		}
	}
}

// TestAbove: typed numbers go on from those above the field.
func TestAbove(t *testing.T) {
	for _, tt := range []struct{ above, text, want string }{
		{"", "2. Hai", `"2" "1"`},
		{"Đoạn\n1. Một", "2. Hai", ""},
		{"1. Một", "3. Ba", `"3" "2"`},
		{"1. Một\n- gạch", "2. Hai", ""},
		{"1. Một\na) chữ", "2. Hai\nb) chữ", `"b" "a"`},
		{"1. Một\na) chữ", "b) chữ", ""},
		{"Chương I\nTÊN", "Chương II\nTÊN", ""},
		{"Phần thứ nhất", "Phần thứ ba", `"thứ ba" "thứ hai"`},
		{"1. Một\n1.1 Một một", "1.2 Một hai", ""},
		{"B. Hai", "C. Ba", "not a marker"},
		{"A. Một\nB. Hai", "C. Ba", ""},
		{"A. Một", "D. Bốn", "not a marker"},
		{"IV. Bốn", "V. Năm", ""},
		{"IV. Bốn\nV. Năm", "VI. Sáu", ""},
		{"A. Một\nH. Tám", "I. Chín", ""},
		{"Điều 1. Một", "Điều 2. Hai", ""},
		{"(i) Một", "(ii) Hai", ""},
		{"(h) Tám\n(i) Chín", "(k) Mười", ""},
	} {
		above, _ := Body(Source{Text: tt.above}, Options{Scheme: scheme})
		parts, found := Body(Source{Text: tt.text}, Options{Scheme: scheme, Above: above})
		got := ""
		if _, ok := parts[0].(*doc.Prose); ok {
			got = "not a marker"
		}
		for _, d := range found {
			got += `"` + d.Found + `" "` + d.Expected + `"`
		}
		if got != tt.want {
			t.Errorf("%q behind %q: %s, want %s", tt.text, tt.above, got, tt.want)
		}
	}
	above := []doc.Part{
		&doc.Division{Typed: &doc.Typed{Mark: "1.", Count: 1}}, &doc.Division{Typed: &doc.Typed{Mark: "☐", Count: 1}}, &doc.Division{},
	}
	if _, found := Body(Source{Text: "2. Hai"}, Options{Scheme: scheme, Above: above}); len(found) > 0 {
		t.Errorf("behind a sign that is no marker: %v", found)
	}
}

// TestOldForms: papers of the Party write "I-" and "1/".
func TestOldForms(t *testing.T) {
	for old, want := range map[bool]int{false: 2, true: 0} {
		if _, found := Body(Source{Text: "I- Một\n1/ Hai"}, Options{Scheme: scheme, OldForms: old}); len(found) != want {
			t.Errorf("old forms %v: %v", old, found)
		}
	}
}

// TestDeepestOpen: announced lists stand below each other, down to a bound.
func TestDeepestOpen(t *testing.T) {
	deep := func(text string) int {
		parts, _ := Body(Source{Text: text}, Options{Scheme: scheme})
		n := 0
		for len(parts) > 0 {
			d, ok := parts[len(parts)-1].(*doc.Division)
			if !ok {
				break
			}
			parts = d.Parts
			n++
		}
		return n
	}
	for lines, want := range map[int]int{29: 29, deepestOpen + 1: deepestOpen + 1, deepestOpen + 2: deepestOpen + 1} {
		if got := deep(strings.Repeat("(i) Gồm:\n", lines)); got != want {
			t.Errorf("%d announced lists stand %d deep, want %d", lines, got, want)
		}
	}
	for lines, want := range map[int]int{deepestOpen: deepestOpen + 1, deepestOpen + 1: 1} {
		if got := deep(strings.Repeat("(i) Gồm:\n", lines) + "a. Một"); got != want {
			t.Errorf("a list announced below %d others stands %d deep, want %d", lines, got, want)
		}
	}
}
