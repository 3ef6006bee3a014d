package word

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// treeOf shows a tree: an element is "name(attribute=value){children}", "+" before one whose blanks count,
// and a text stands in quotes; "w:" is the name space of Word, "r:" that of relations.
func treeOf(t *tree, n int32) string {
	e := &t.nodes[n]
	if e.space == chars {
		return fmt.Sprintf("%q", e.name)
	}
	spaces := map[space]string{word: "w:", relation: "r:", compat: "mc:"}
	s := map[bool]string{true: "+"}[e.flag] + spaces[e.space] + e.name
	var attrs, children []string
	for _, a := range t.attrs[e.attr : e.attr+e.attrs] {
		attrs = append(attrs, spaces[a.space]+a.name+"="+a.value)
	}
	for c := e.first; c != 0; c = t.nodes[c].next {
		children = append(children, treeOf(t, c))
	}
	if attrs != nil {
		s += "(" + strings.Join(attrs, " ") + ")"
	}
	if children != nil {
		s += "{" + strings.Join(children, " ") + "}"
	}
	return s
}

// TestXML: parts as trees; a part that is no XML as Word writes it is refused, wherever it breaks.
func TestXML(t *testing.T) {
	const ns = `xmlns:w="` + wordNS + `"`
	deep := func(n int) string { return strings.Repeat("<a>", n) + strings.Repeat("</a>", n) }
	for in, want := range map[string]string{
		"<a/>": "a", "<a></a>": "a", " \t\r\n<a/>\n": "a", "\ufeff<a/>": "a", "<a />": "a", "<a\n/>": "a", "<a></a \t\r\n>": "a",
		"<?xml version='1.0'?><!-- x --><a/><!-- y -->": "a", "<a><!----></a>": "a", "<a><?p?></a>": "a",
		"": "!", " ": "!", "a": "!", "<a/>b": "!", "b<a/>": "!", "<a/><b/>": "!", "<a>": "!", "</a>": "!", "</>": "!", "<a/></>": "!", "<a></b>": "!",
		"<a></a": "!", "<a": "!", "<a ": "!", "<a/": "!", "<a/b>": "!", "<": "!", "<>": "!", "</": "!", "< a/>": "!", "<a/ >": "!",
		"<?xml": "!", "<!-- x": "!", "<!DOCTYPE a><a/>": "!", "<a><![CDATA[x</a>": "!", "<a><![CDATA[x]]></a>": `a{"x"}`, "<a><![CDATA[]]></a>": "a",
		"<a><![CDATA[&amp;<]]>b</a>": `a{"&amp;<" "b"}`, "<a>\xff</a>": "!", "<a>\x00</a>": "!", "<a>\x1f</a>": "!", "<a>b\tc\nd</a>": `a{"b\tc\nd"}`,
		"<a>b\r\nc\rd</a>": `a{"b\nc\nd"}`, "<a> </a>": "a", "<t> </t>": `t{" "}`, "<delText>\t</delText>": `delText{"\t"}`, "<t> <b/> </t>": `t{" " b " "}`,
		"<a>&lt;&gt;&amp;&quot;&apos;</a>": `a{"<>&\"'"}`, "<a>&#65;&#x42;&#x20AC;</a>": `a{"AB€"}`, "<a>&#9;&#10;&#13;&#32;</a>": `a{"\t\n\r "}`,
		"<a>&#31;</a>": "!", "<a>&#8;</a>": "!", "<a>&#xd800;</a>": "!", "<a>&#99999999999;</a>": "!", "<a>&#x110000;</a>": "!", "<a>&nbsp;</a>": "!", "<a>&amp</a>": "!",
		"<a>&;</a>": "!", "<a>&#;</a>": "!", "<a>&</a>": "!", "<a>b &lt; c</a>": `a{"b < c"}`,
		`<a b="c"/>`: "a(b=c)", `<a b='c"d'/>`: `a(b=c"d)`, `<a b = "c" d="e"/>`: "a(b=c d=e)", `<a b="&lt;&#13;` + "\r\n" + `"/>`: "a(b=<\r\n)", `<a b=""/>`: "a(b=)",
		"<a b=\"c\rd\"/>": "a(b=c\nd)", "<a\tb='c'\r\nd='e'\n>f</a>": `a(b=c d=e){"f"}`,
		`<a b/>`: "!", `<a b=/>`: "!", `<a b=c/>`: "!", `<a b="c/>`: "!", `<a b`: "!", `<a b=`: "!", `<a b= `: "!", `<a ="c"/>`: "!", `<a b="&x;"/>`: "!", `<a b:"c"/>`: "!",
		`<a "b"="c"/>`: "!", `<a b?="c"/>`: "a(b?=c)", `<a b "c"/>`: "!",
		`<w:a ` + ns + `/>`: "w:a", `<w:a ` + ns + ` w:b="c" d="e" x:f="g"/>`: "w:a(w:b=c d=e f=g)", `<a xmlns="` + wordNS + `"><b xmlns=""/><c/></a>`: "w:a{b w:c}",
		`<w:a:b ` + ns + `/>`: "w:a:b", `<:a/>`: "a", `<a :b="c"/>`: "a(b=c)", `<w:a w:b="c" ` + ns + `><w:d/></w:a>`: "w:a(w:b=c){w:d}",
		`<a><w:b ` + ns + `/><w:b/></a>`: "a{w:b b}", `<w:a ` + ns + `><w:b xmlns:w="x"/><w:c/></w:a>`: "w:a{b w:c}",
		`<w:a ` + ns + ` w:rsidR="1" w:rsid="2" rsidR="3" :rsidR="4" w:rside="5" w:x="6"/>`: "w:a(rsidR=3 rsidR=4 w:x=6)", `<a x="b" xmls="c" xml:lang="vi"/>`: "a(x=b xmls=c lang=vi)",
		`<a xml:space="preserve"><b/><c xml:space="default"><d/></c></a>`:                                  "+a{+b c{d}}",
		`<x:Choice xmlns:x="http://schemas.openxmlformats.org/markup-compatibility/2006" Requires="x y"/>`: "mc:Choice(Requires=x y)",
		`<x:Choice xmlns:x="http://schemas.openxmlformats.org/markup-compatibility/2006" Requires="x"/>`:   "+mc:Choice(Requires=x)",
		`<x:Choice xmlns:x="http://schemas.openxmlformats.org/markup-compatibility/2006"/>`:                "+mc:Choice",
		deep(maxDepth): deep500(), deep(maxDepth + 1): "!",
	} {
		tr, err := parse(in, newBudget())
		got := "!"
		if err == nil {
			got = treeOf(tr, tr.root())
		} else if !errors.Is(err, errSyntax) {
			t.Errorf("%.80q: %v", in, err)
		}
		if got != want {
			t.Errorf("%.80q: got %.200s, want %.200s", in, got, want)
		}
	}
}

func deep500() string {
	return strings.Repeat("a{", maxDepth-1) + "a" + strings.Repeat("}", maxDepth-1)
}

// TestElementBudget: elements, texts and attributes are counted, and one too many is refused.
func TestElementBudget(t *testing.T) {
	const src = `<a b="c" d="e"><f>g</f></a>` // two elements, a text, two attributes
	for n, want := range map[int]bool{5: true, 4: false, 3: false, 1: false, 0: false} {
		_, err := parse(src, &budget{elements: n})
		if (err == nil) != want || err != nil && !errors.Is(err, errHuge) {
			t.Errorf("%d: %v", n, err)
		}
	}
}

// TestNumerals: numbers as Word writes them.
func TestNumerals(t *testing.T) {
	for _, c := range []struct {
		format string
		want   map[int]string
	}{
		{"", map[int]string{0: "0", 12: "12", -1: "-1"}}, {"none", map[int]string{1: ""}}, {"bullet", map[int]string{1: ""}},
		{"upperLetter", map[int]string{0: "0", 1: "A", 26: "Z", 27: "AA", 28: "BB", 780: strings.Repeat("Z", 30), 781: "A"}},
		{"lowerLetter", map[int]string{-1: "-1", 1: "a", 53: "aaa"}},
		{"upperRoman", map[int]string{0: "0", 1: "I", 1999: "MCMXCIX", 4000: "MMMM", 32767: strings.Repeat("M", 32) + "DCCLXVII", 32768: "32768"}},
		{"lowerRoman", map[int]string{4: "iv"}}, {"decimalZero", map[int]string{1: "01", 10: "10", 100: "100"}},
		{"ordinal", map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 10: "10th", 11: "11th", 12: "12th", 13: "13th", 14: "14th", 21: "21st", 111: "111th", 113: "113th", 123: "123rd", 0: "0th"}},
		{"cardinalText", map[int]string{2: "Hai"}}, {"numberInDash", map[int]string{2: "- 2 -"}}, {"hex", map[int]string{26: "1A"}},
		{"chicago", map[int]string{0: "0", 1: "*", 2: "†", 4: "§", 5: "**", 36: strings.Repeat("§", 9), 37: strings.Repeat("*", 10), 41: strings.Repeat("*", 10)}},
		{"decimalEnclosedCircle", map[int]string{0: "0", 1: "①", 20: "⑳", 21: "21"}}, {"decimalEnclosedParen", map[int]string{2: "⑵"}},
		{"decimalEnclosedFullstop", map[int]string{2: "⒉"}}, {"decimalFullWidth", map[int]string{12: "１２"}},
		{"01, 02, 03, ...", map[int]string{3: "03"}}, {"001, 002, 003, ...", map[int]string{3: "003"}},
		{"0001, 0002, 0003, ...", map[int]string{3: "0003"}}, {"00001, 00002, 00003, ...", map[int]string{3: "00003"}},
	} {
		for n, want := range c.want {
			if got := numeral(c.format, n); got != want {
				t.Errorf("%s of %d: %q, want %q", c.format, n, got, want)
			}
		}
	}
}

// TestMeasures: lengths, sizes and widths as Word and others write them.
func TestMeasures(t *testing.T) {
	for in, want := range map[string]string{
		"20": "20", "-5": "-5", "1pt": "20", "2.54cm": "1440", "25.4mm": "1440", "1in": "1440", "1pc": "240", "pt": "!", "": "!", "x": "!", "NaN": "!", "NaNpt": "!",
		"Inf": "1048576", "-Inf": "-1048576", "9999999": "1048576", "-9999999": "-1048576", "1048576": "1048576", "1xx": "!",
	} {
		n, ok := twips(in)
		if got := map[bool]string{true: fmt.Sprint(n), false: "!"}[ok]; got != want {
			t.Errorf("twips of %q: %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]int{"26": 26, "13pt": 26, "13.5pt": 27, "x": 0, "": 0} {
		if got := halfPoints(in); got != want {
			t.Errorf("half points of %q: %d, want %d", in, got, want)
		}
	}
	for in, want := range map[string]Twips{"635": 1, "634": 0, "1269": 1, "1270": 2, "": 0, "x": 0, "-635": 0, "72000110": 113386, "72000111": 0} {
		if got := emuWidth(in); got != want {
			t.Errorf("width of %q: %d, want %d", in, got, want)
		}
	}
	for in, want := range map[string]Twips{"width:10pt": 200, "height:9pt; width:1in;": 1440, "width:1cm": 567, "width:10mm": 567, "width:10": 0, "width:xpt": 0,
		"": 0, "width:0.05pt": 1, "width:0.04pt": 0, "width:-1pt": 0, "width:5669.3pt": 113386, "width:5669.4pt": 0, "max-width:1pt": 0, "width:NaNpt": 0} {
		if got := styleWidth(in); got != want {
			t.Errorf("width of %q: %d, want %d", in, got, want)
		}
	}
}

// TestSymbolFields: the sign of a field SYMBOL, and of letters in pictorial fonts.
func TestSymbolFields(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "31": "", "32": " ", "x": "", "65": "A", "0x41": "A", "65536": "", "65535": "\uffff", `254 \f "Wingdings"`: "☑", `"254" \f Wingdings \s 12`: "☑",
		`254 \f Arial`: "þ",
	} {
		if got := symbolOf(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for _, c := range []struct {
		font string
		in   rune
		want rune
	}{
		{"Wingdings", 0xfe, '☑'}, {"Wingdings", 0xf0fe, '☑'}, {"wingdings", 0x20, 0x20}, {"Wingdings", 0x100, 0x100}, {"Arial", 0xfe, 0xfe}, {"Arial", 0xf0b7, '•'},
		{"Arial", 0xf01f, 0xf01f}, {"Arial", 0xf020, ' '}, {"Arial", 0xf100, 0xf100}, {"Wingdings", 0xf01f, 0xf01f}, {"Arial", 0xf0ff, sign("Symbol", 0xff)},
	} {
		if got := sign(c.font, c.in); got != c.want {
			t.Errorf("%s %U: %U, want %U", c.font, c.in, got, c.want)
		}
		if got := signs(c.font, string(c.in)); got != string(c.want) {
			t.Errorf("%s %U: %q, want %U", c.font, c.in, got, c.want)
		}
	}
}

// TestCutCommand: what follows the name of a field.
func TestCutCommand(t *testing.T) {
	for in, want := range map[string]string{"REF a": "a", " ref  a ": "a", "REF": "", "REFA b": "!", "RE": "!", "PAGE": "!", "": "!", `REF"a"`: "!"} {
		rest, ok := cutCommand(in, "REF")
		if !ok {
			rest = "!"
		}
		if rest != want {
			t.Errorf("%q: %q, want %q", in, rest, want)
		}
	}
}
