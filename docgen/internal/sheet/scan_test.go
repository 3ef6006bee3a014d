package sheet

import (
	"strings"
	"testing"
)

func TestAttr(t *testing.T) {
	for _, tt := range []struct {
		tag, name, want string
		ok              bool
	}{
		{`c r="A1" s="2"`, "r", "A1", true}, {`c r="A1" s="2"`, "s", "2", true}, {`c r='A1'`, "r", "A1", true},
		{"c\tr = \"A1\"", "r", "A1", true},
		{"c\nr=\"\"", "r", "", true}, {`row spans="1:3" r="7"`, "r", "7", true}, {`c xr="B2" r="A1"`, "r", "A1", true},
		{`c x:r="B2"`, "r", "", false},
		{`c t="r" r="A1"`, "r", "A1", true}, {`r`, "r", "", false}, {`c r`, "r", "", false}, {`c r=`, "r", "", false},
		{`c r=A1`, "r", "", false},
		{`c r="A1`, "r", "", false}, {`c r s="r="`, "r", "", false}, {`c ref="A1:B2" r="A1"`, "r", "A1", true}, {``, "r", "", false},
	} {
		got, ok := attr([]byte(tt.tag), tt.name)
		if string(got) != tt.want || ok != tt.ok {
			t.Errorf("%s of %s: %q %t, want %q %t", tt.name, tt.tag, got, ok, tt.want, tt.ok)
		}
	}
}

// TestElement: the text of an element, of rich text its t elements alone without what tells its
// sound; "-" where a run of it is struck through.
func TestElement(t *testing.T) {
	for in, want := range map[string]string{
		"<t>An</t></si>": "An",
		"An</si>":        "",
		"<r><t>An </t></r><r><t>Bé</t></r></si>":                                                 "An Bé",
		"<r><rPr><strike/></rPr><t>An</t></r></si>":                                              "-An",
		`<r><rPr><strike val="1"/></rPr><t>An</t></r></si>`:                                      "-An",
		`<r><rPr><strike val="0"/></rPr><t>An</t></r></si>`:                                      "An",
		`<r><rPr><strike val="false"/></rPr><t>An</t></r></si>`:                                  "An",
		`<r><rPr><strike/></rPr><t>An</t></r><r><rPr><strike val="0"/></rPr><t> Bé</t></r></si>`: "-An Bé",
		"<t>An</t><rPh><t>an</t></rPh><t> Bé</t></si>":                                           "An Bé",
		"<t/>An<t>Bé</t>x</si>":                                                                  "Bé",
		"<t>A<![CDATA[ & <b> ]]>n</t></si>":                                                      "A & <b> n",
		"<t>&amp;A</t></si>":                                                                     "&A",
		"<t>A&amp;n_x000D__xZZ_</t></si>":                                                        "A&n\r_xZZ_",
		"<t>An</t>":                                                                              "!",
		"<t>An<![CDATA[x</t></si>":                                                               "!",
	} {
		text, struck, err := newScanner(strings.NewReader(in)).element("si", true)
		if struck {
			text = "-" + text
		}
		if err != nil {
			text = "!"
		}
		if text != want {
			t.Errorf("%s: %q, want %q", in, text, want)
		}
	}
	if text, _, err := newScanner(strings.NewReader("5<x>6</x>7</v>")).element("v", false); text != "567" || err != nil {
		t.Errorf("a value: %q, %v", text, err)
	}
}

// TestLayout: columns that are hidden or have no width, and merged cells.
func TestLayout(t *testing.T) {
	l, err := newScanner(strings.NewReader(`<cols><col min="1" max="2" hidden="1"/><col min="3" max="3" width="9"/><col min="4" max="4" width="0"/>` +
		`<col min="5" max="5" hidden="0" width="9"/><col max="6" hidden="1"/><col min="7" hidden="1"/><col min="8" max="8" width=""/></cols>` +
		`<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/></mergeCells>`)).layout()
	if err != nil || len(l.hidden) != 2 || l.hidden[0] != (span{left: 1, right: 2}) || l.hidden[1] != (span{left: 4, right: 4}) {
		t.Errorf("%+v, %v", l, err)
	}
	for _, ref := range []string{"A1:B", "1:B2", "A0:B2"} {
		if l, err := newScanner(strings.NewReader(`<mergeCell ref="` + ref + `"/>`)).layout(); err == nil {
			t.Errorf("%s: %+v", ref, l)
		}
	}
}

// TestCellPlace: names of cells, to the last that a workbook has.
func TestCellPlace(t *testing.T) {
	for ref, want := range map[string][2]int{
		"A1": {1, 1}, "Z9": {26, 9}, "AA10": {27, 10}, "XFD1048576": {16384, 1048576}, "XFE1": {}, "A1048577": {}, "A0": {}, "A": {},
		"1": {}, "": {},
		"a1": {}, "AAAA1": {}, "A1B": {}, "A-1": {}, "[1": {}, "@1": {},
	} {
		column, row, err := cellPlace([]byte(ref))
		if column != want[0] || row != want[1] || (err != nil) != (want[0] == 0) {
			t.Errorf("%s: %d, %d, %v", ref, column, row, err)
		}
	}
}

// TestTidy: text as it looks: one space for blanks, one line end for line ends, and nothing that nobody sees.
func TestTidy(t *testing.T) {
	for in, want := range map[string]string{
		" a  b\tc ": "a b c", "a\nb": "a\nb", "a\r\n\n b": "a\nb", "a \n b": "a\nb", "a\vb": "a\nb", "a\u0085b": "a\nb",
		"a\u2028b\u2029c": "a\nb\nc",
		"a\rb":            "a\nb", "\na\n": "a", "a\u00a0\u3000b": "a b", "a\u200b\u00adb": "ab", "": "", " \n ": "",
	} {
		if got := tidy(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
