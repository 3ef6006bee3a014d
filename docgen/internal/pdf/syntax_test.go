package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// inLine is an object on one line: (bytes), /name, 3R, [a b], <</a 1 /b 2>>.
func inLine(o object) string {
	switch o := o.(type) {
	case nil:
		return "null"
	case text:
		return "(" + strings.Trim(fmt.Sprintf("%q", string(o)), `"`) + ")"
	case name:
		return "/" + string(o)
	case reference:
		return fmt.Sprintf("%dR", int(o))
	case list:
		var all []string
		for _, e := range o {
			all = append(all, inLine(e))
		}
		return "[" + strings.Join(all, " ") + "]"
	case dict:
		var all []string
		for _, k := range slices.Sorted(maps.Keys(o)) {
			all = append(all, "/"+string(k)+" "+inLine(o[k]))
		}
		return "<<" + strings.Join(all, " ") + ">>"
	}
	return fmt.Sprint(o)
}

// TestObjects: what a piece of a file says, and what of it is left; without a result it is refused.
func TestObjects(t *testing.T) {
	for _, tt := range []struct{ in, want, rest string }{
		{"7 ", "7", " "}, {"-1.5]", "-1.5", "]"}, {"+3 ", "3", " "}, {".5", "0.5", ""}, {"true", "true", ""}, {"false ", "false", " "},
		{"null", "null", ""},
		{"truer", "", ""}, {"x", "", ""}, {"", "", ""}, {"  ", "", ""},
		{"123456789012345678", "1.2345678901234568e+17", ""}, {"1234567890123456789", "1.2345678901234568e+18", ""},
		{"12 0 R", "12R", ""}, {"12 0 R]", "12R", "]"}, {"12 0 obj", "12", " 0 obj"}, {"12 x R", "12", " x R"}, {"12 0", "12", " 0"},
		{"1234567890123456789 0 R", "1.2345678901234568e+18", " 0 R"}, // no number of an object
		{"%one\n%two\r 3", "3", ""}, {"% no end", "", ""}, {"\x00\t\f\r\n 4", "4", ""},
		{"/A/B", "/A", "/B"}, {"/Type ", "/Type", " "}, {"/A#42C", "/ABC", ""}, {"/#41", "/A", ""}, {"/A#4", "/A#4", ""},
		{"/A#zzB", "/A#zzB", ""}, {"/ ", "/", " "},
		{"(a)b", "(a)", "b"}, {"()", "()", ""}, {"(a(b)c)", "(a(b)c)", ""}, {"((a))", "((a))", ""}, {"(a", "", ""}, {"(a(b)", "", ""},
		{`(\`, "", ""},
		{`(\n\r\t\b\f)`, `(\n\r\t\b\f)`, ""}, {`(\(\)\\)`, `(()\\)`, ""}, {"(a\\\nb)", "(ab)", ""}, {`(\q)`, "(q)", ""},
		{`(\101\7\0)`, `(A\a\x00)`, ""}, {`(\1012)`, "(A2)", ""}, {`(\18)`, `(\x018)`, ""}, {`(\8)`, "(8)", ""}, {`(\1/)`, `(\x01/)`, ""},
		{`(\101`, "", ""},
		{"<4142>", "(AB)", ""}, {"<4a4A>", "(JJ)", ""}, {"<41 4\n2>", "(AB)", ""}, {"<414>", "(A@)", ""}, {"<>", "()", ""},
		{"<4g>", "", ""}, {"<4G>", "", ""},
		{"<41", "", ""}, {"<", "", ""}, {"<09afAF>", `(\t\xaf\xaf)`, ""}, {"<4/>", "", ""}, {"<4:>", "", ""}, {"<4@>", "", ""},
		{"<4`>", "", ""},
		{"[1 /A(b)[2]]", "[1 /A (b) [2]]", ""}, {"[]", "[]", ""}, {"[1", "", ""}, {"[1 2 R 3]", "[1R 3]", ""},
		{"<</A 1/B<</C null>>>>", "<</A 1 /B <</C null>>>>", ""}, {"<< >>", "<<>>", ""}, {"<<1 2>>", "", ""}, {"<</A", "", ""},
		{"<</A 1", "", ""},
		{strings.Repeat("[", 33) + strings.Repeat("]", 33), strings.Repeat("[", 33) + strings.Repeat("]", 33), ""},
		{strings.Repeat("[", 34) + strings.Repeat("]", 34), "", ""}, // too deep
	} {
		s := &scanner{data: []byte(tt.in)}
		o, err := s.object(0)
		if err != nil {
			if tt.want != "" {
				t.Errorf("%q: %v", tt.in, err)
			}
			continue
		}
		if got, rest := inLine(o), string(s.data[s.at:]); got != tt.want || rest != tt.rest {
			t.Errorf("%q: %s and %q, want %s and %q", tt.in, got, rest, tt.want, tt.rest)
		}
	}
}

// handmade is a file of the given objects, numbered from 1, of which the first is the catalog.
func handmade(objects ...string) []byte {
	b := []byte("%PDF-1.7\n")
	table := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", len(b))
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return fmt.Appendf(b, "%strailer\n<</Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table, len(b))
}

// streamOf is a stream of some bytes.
func streamOf(s string) string { return fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(s), s) }

// TestPageText: the letters that the operators of a page show, through the font's own list; a page is refused
// where the two do not go together.
func TestPageText(t *testing.T) {
	const letters = "1 begincodespacerange<0000><ffff>endcodespacerange " +
		"3 beginbfchar\n<0041><0061>\n<0042><1EC7>\n<0043><D83DDE00>\nendbfchar"
	for _, tt := range []struct{ content, letters, want string }{
		{"/F1 12 Tf <0041> Tj", letters, "a"},
		{"/F1 12 Tf(\\000A\\000B)Tj", letters, "aệ"},
		{"/F1 12 Tf[<0041>-20<0042>]TJ", letters, "aệ"},
		{"/F1 12 Tf <0043> Tj", letters, "😀"},
		{"/F1 12 Tf <0044> Tj", letters, ""},            // no letter of the font
		{"/F1 12 Tf <004100> Tj", letters, "a"},         // half a code
		{"<0041> Tj /F1 12 Tf <0042> Tj", letters, "ệ"}, // no font yet
		{"/F1 12 Tf <0041> Tj 5 0 Td <0041> Tj 0 -14 Td <0042> Tj", letters, "aa\nệ"},
		{"/F1 12 Tf <0041> Tj Td <0041> Tj", letters, "aa"},
		{"/F1 12 Tf <0041> ' <0041> \"", letters, ""}, // never written
		{"BT /F1 12 Tf <0041> Tj ET % end", letters, "a"},
		{"q 1 0 0 1 0 0 cm Q", letters, ""},
		{"", letters, ""},
		{"12 Tf", letters, "!without a font"},
		{"/F2 12 Tf", letters, "!a font is missing"},
		{"/F1 12 Tf", "endcodespacerange <41><0061>", "!list of letters"},
		{"/F1 12 Tf", "endcodespacerange <0041><006100>", "!list of letters"},
		{"/F1 12 Tf", "endcodespacerange <0041> 5", "!list of letters"},
		{"/F1 12 Tf <0041> Tj", "endcodespacerange <0041><00610062>", "ab"}, // two letters of one glyph
		{"/F1 12 Tf <0041> Tj", "endcodespacerange [] <0041><>", ""},
		{"<<", letters, "!"},
	} {
		texts, err := PageTexts(handmade("<</Pages 2 0 R>>", "<</Kids[3 0 R]>>",
			"<</Type/Page/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", streamOf(tt.content),
			"<</ToUnicode 6 0 R>>", streamOf(tt.letters)))
		got := strings.Join(texts, "|")
		if err != nil {
			got = "!" + err.Error()
		}
		if says, bad := strings.CutPrefix(tt.want, "!"); bad && (err == nil || !strings.Contains(got, says)) || !bad && got != tt.want {
			t.Errorf("%q with %q: %q, want %q", tt.content, tt.letters, got, tt.want)
		}
	}
	for objects, want := range map[string]string{
		"<</Pages 2 0 R>>|<</Kids[3 0 R 3 0 R]>>|<</Type/Page>>":         "|",
		"<</Pages 2 0 R>>|<</Type/Page>>":                                "",
		"<</Pages 2 0 R>>|<</Kids[]>>":                                   "",
		"<</Pages 2 0 R>>|<</Kids 3 0 R>>|[4 0 R]|<</Type/Page>>":        "",
		"<</Pages 2 0 R>>|<</Kids[2 0 R]>>":                              "!page tree is too deep",
		"<</Pages 2 0 R>>|<<>>":                                          "!a list is missing",
		"<</Pages 9 0 R>>":                                               "!no object 9",
		"<</Pages 3 0 R>>|<<>>":                                          "!no object 3",
		"<<>>":                                                           "!a dictionary is missing",
		"<</Pages 2 0 R>>|<</Type/Page/Contents 3 0 R>>|<<>>":            "!object 3 is no stream",
		"<</Pages 2 0 R>>|<</Type/Page/Contents 3>>":                     "!a stream is missing",
		"<</Pages 2 0 R>>|<</Type/Page/Contents 3 0 R>>|3 0 R":           "!is no stream",
		"<</Pages 2 0 R>>|<</Type/Page/Contents 3 0 R>>|" + streamOf(""): "!a dictionary is missing",
	} {
		texts, err := PageTexts(handmade(strings.Split(objects, "|")...))
		got := strings.Join(texts, "|")
		if err != nil {
			got = "!" + err.Error()
		}
		if says, bad := strings.CutPrefix(want, "!"); bad && (err == nil || !strings.Contains(got, says)) || !bad && got != want {
			t.Errorf("%s: %q, want %q", objects, got, want)
		}
	}
}

// TestStreamBounds: a stream is as long as it says, which is a whole number and inside the file.
func TestStreamBounds(t *testing.T) {
	for _, tt := range []struct{ object, want string }{
		{"<</Length 3>>stream\nabcd\nendstream", "abc"},
		{"<</Length 3>>stream\r\nabcd\nendstream", "abc"},
		{"<</Length 3>>stream\rabcd\nendstream", "abc"},
		{"<</Length 3>>streamabcd\nendstream", "abc"},
		{"<</Length 0>>stream\n\nendstream", ""},
		{"<</Length 2 0 R>>stream\nabcd\nendstream", "ab"},
		{"<</Length -1>>stream\nabcd\nendstream", "!"},
		{"<</Length 2.5>>stream\nabcd\nendstream", "!"},
		{"<</Length/A>>stream\nabcd\nendstream", "!"},
		{"<<>>stream\nabcd\nendstream", "!"},
		{"<</Length 3>>abcd", "!"},
	} {
		f, err := openSource(handmade(tt.object, "2"))
		if err != nil {
			t.Fatal(err)
		}
		_, got, err := f.stream(reference(1))
		if err != nil {
			got = []byte("!")
		}
		if string(got) != tt.want {
			t.Errorf("%q: %q %v, want %q", tt.object, got, err, tt.want)
		}
	}
	const last = "1 0 obj<</Length 4>>stream\nabcd" // to the last byte of the file
	for end := len(last) - 4; end <= len(last); end++ {
		f := &source{data: []byte(" " + last[:end]), offsets: []int{0, 1}}
		if _, got, err := f.stream(reference(1)); (err == nil) != (end == len(last)) {
			t.Errorf("%d bytes less: %q, %v", len(last)-end, got, err)
		}
	}
}

// TestTable: a table of references that is broken is refused, whatever breaks it.
func TestTable(t *testing.T) {
	good := string(handmade("<<>>"))
	for _, tt := range []struct{ old, new, says string }{
		{"", "", ""},
		{"0 2\n", "1 2\n", "of 2 objects from 1"},
		{"0 2\n", "0 3\n", "no trailer"},
		{"0 2\n", "0 1\n", "no trailer"},
		{"0 2\n", "0 99\n", "of 99 objects"},
		{"0 2\n", "x 2\n", "no number"},
		{"0 2\n", "0 x\n", "no number"},
		{"xref\n0", "xreg\n0", "no cross-reference table at"},
		{"0000000009", "00000/0009", "bad offset of object 1"},
		{"0000000009", "00000:0009", "bad offset of object 1"},
		{"trailer", "tailer", "no trailer"},
		{"<</Root 1 0 R>>", "[1 0 R]", "trailer is no dictionary"},
		{"<</Root 1 0 R>>", "<</Root", "read trailer"},
		{"startxref\n", "startxref\nx", "no number"},
		{"startxref", "start", "no cross-reference table"},
	} {
		_, err := openSource([]byte(strings.Replace(good, tt.old, tt.new, 1)))
		if (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%q for %q: %v, want %q", tt.new, tt.old, err, tt.says)
		}
	}
	body := good[:strings.Index(good, "startxref")]
	whole := len(fmt.Sprintf("%sstartxref\n%d\n", body, len(body)))
	for at, ok := range map[int]bool{whole - 1: true, whole: false} {
		_, err := openSource(fmt.Appendf([]byte(body), "startxref\n%d\n", at))
		if err == nil || strings.Contains(err.Error(), "beyond the file") == ok {
			t.Errorf("a table at %d of %d: %v", at, whole, err)
		}
	}
}

// TestTreeKey: names of attachments are sorted by the bytes that the file holds.
func TestTreeKey(t *testing.T) {
	sorted := []string{"a.xml", "~.txt", "zé.yaml", "ă.yaml", "😀", "ﬁ"}
	for i := 1; i < len(sorted); i++ {
		if treeKey(sorted[i-1]) >= treeKey(sorted[i]) {
			t.Errorf("%q stands before %q", sorted[i], sorted[i-1])
		}
	}
}
