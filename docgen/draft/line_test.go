package draft

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/word"
)

// TestParagraphLines: a line break parts lines, wherever in a run it stands.
func TestParagraphLines(t *testing.T) {
	for in, want := range map[string]string{
		"a|b": "ab", "a|\nb": "a/b", "a\n|b": "a/b", "a|\n|b": "a/b", "\na": "a", "a\n": "a", "a\n\nb": "a/b", "a\fb\vc": "a/b/c",
		"a|\n\n|b\n": "a/b", "": "",
	} {
		p := &word.Paragraph{}
		for _, s := range strings.Split(in, "|") {
			p.Runs = append(p.Runs, word.Run{Text: s})
		}
		var got []string
		lines := paragraphLines(p)
		for i, l := range lines {
			got = append(got, l.text)
			if l.more != (i+1 < len(lines)) {
				t.Errorf("%q: line %d of %d goes on: %v", in, i, len(lines), l.more)
			}
		}
		if s := strings.Join(got, "/"); s != want {
			t.Errorf("%q: got %s, want %s", in, s, want)
		}
	}
}

// TestLabels: bullets are dashes, whatever the letter that a font of Word draws them with.
func TestLabels(t *testing.T) {
	for in, want := range map[string]string{
		"o": "-", "\uf0b7": "-", "▪": "-", "-": "-", "+": "+", "*": "*", "1.": "1.", "a": "a", "O": "O", "o)": "o)", "": "",
	} {
		if got := label(&word.Paragraph{Label: in}); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestDates: what stands before a date in a letterhead is a place or a blank, no sentence.
func TestDates(t *testing.T) {
	for in, want := range map[string]bool{
		"Cẩm Hòa, ngày 05 tháng 3 năm 2026": true, "Cẩm Hòa ngày 5/3/2026": true, "Thành phố Hồ Chí Minh ngày 5/3/2026": true,
		"Hà nội ngày 5/3/2026": true, "phường Đông Sơn, ngày ... tháng ... năm 2026": true, "Lam Sơn, hồi 15 giờ 30 ngày 10/9/2026": true, "......, ngày ... tháng ... năm 2026": true,
		"ngày 5 tháng 3 năm 2026": true, "Quận 1, ngày 5/3/2026": true, "Hà Tĩnh, ngày 5/3/2026": true,
		"Hoàn thành trước ngày 15/3/2026": false, "Báo cáo kết quả về xã trước ngày 15 tháng 3 năm 2026.": false,
		"- Cẩm Hòa, ngày 05 tháng 3 năm 2026": false, "Căn cứ Hợp đồng, ngày 02/3/2026": false, "Hợp đồng 07/HĐKT, ngày 02/3/2026": false,
		"Xã Một Hai Ba Bốn Năm Sáu Bảy, ngày 02/3/2026": false, "Số 12, ngày 02/3/2026": false, "Hà nội cũ ngày 5/3/2026": false,
		"Cẩm   Hòa, ngày 5/3/2026": false, "Thứ Hai, ngày 05/01/2026": false, "Sáng, ngày 5/1/2026": false, "Hôm nay, ngày 5/1/2026": false,
	} {
		if got := isDate(in); got != want {
			t.Errorf("%q: %v, want %v", in, got, want)
		}
	}
}

// TestGaps: blank lines and breaks of pages count for the next line alone: "_" a gap, "^" a new page.
func TestGaps(t *testing.T) {
	show := func(lines []line) string {
		s := ""
		for _, l := range lines {
			s += map[bool]string{true: "_"}[l.gap] + map[bool]string{true: "^"}[l.page] + l.text + " "
		}
		return strings.TrimSpace(s)
	}
	for in, want := range map[string]string{
		"a\nb": "a b", "a\n\nb\nc": "a _b c", "\fa\nb": "^a b", "a\n\f\nb": "a _^b", "a\n\n\f\n\nb\nc": "a _^b c", "\na": "_a",
		"a\n": "a", "": "",
	} {
		if got := show(textLines(in)); got != want {
			t.Errorf("text %q: %s, want %s", in, got, want)
		}
		doc := &word.Document{}
		for _, s := range strings.Split(in, "\n") {
			p := &word.Paragraph{Runs: []word.Run{{Text: s}}}
			if rest, ok := strings.CutPrefix(s, "\f"); ok && rest != "" {
				p.Runs[0].Text, p.Look.PageBreak = rest, true
			}
			doc.Body = append(doc.Body, p)
		}
		w := wordLines{doc: doc}
		w.blocks(doc.Body)
		if got := show(w.lines); got != want {
			t.Errorf("paragraphs %q: %s, want %s", in, got, want)
		}
	}
	if got := show(textLines("\f\fa\fb")); got != "^a b" {
		t.Errorf("a break of a page in a line: %s", got)
	}
	broken := &word.Paragraph{Runs: []word.Run{{Text: "a\nb\n\n\nc\n"}}}
	if got := show(paragraphLines(broken)); got != "a b _c" {
		t.Errorf("breaks in a paragraph: %s", got)
	}
	table := &word.Table{Rows: []*word.Row{{Cells: []*word.Cell{{Blocks: []word.Block{&word.Paragraph{Runs: []word.Run{{Text: "t"}}}}}}}}}
	w := wordLines{doc: &word.Document{}}
	w.blocks([]word.Block{&word.Paragraph{}, table, &word.Paragraph{Runs: []word.Run{{Text: "b"}}}})
	if got := show(w.lines); got != "_t b" {
		t.Errorf("a table: %s", got)
	}
}

// TestGapInParagraph: empty lines within a paragraph are kept beside those before it.
func TestGapInParagraph(t *testing.T) {
	w := wordLines{doc: &word.Document{}}
	first := &word.Paragraph{Runs: []word.Run{{Text: "CHỦ TỊCH\n\nLÊ VĂN A"}}}
	w.blocks([]word.Block{first, &word.Paragraph{}, &word.Paragraph{Runs: []word.Run{{Text: "b"}}}})
	if len(w.lines) != 3 || w.lines[0].gap || !w.lines[1].gap || !w.lines[2].gap {
		t.Errorf("%+v", w.lines)
	}
}

// TestSections: the first line of a section is on a new page, unless its section goes on below the last.
func TestSections(t *testing.T) {
	p := func(s string, section int) *word.Paragraph {
		return &word.Paragraph{Section: section, Runs: []word.Run{{Text: s}}}
	}
	cell := func(blocks ...word.Block) *word.Table {
		return &word.Table{Rows: []*word.Row{{Cells: []*word.Cell{{Blocks: blocks}}}}}
	}
	doc := &word.Document{
		Sections: []*word.Section{{}, {}, {Continuous: true}, {}},
		Body:     []word.Block{p("a", 0), p("b", 0), p("c", 1), p("d", 1), p("e", 2), cell(p("g", 3), p("h", 3)), p("i", 3), p("k", 4)},
	}
	w := wordLines{doc: doc, body: true}
	w.blocks(doc.Body)
	got := ""
	for _, l := range w.lines {
		got += map[bool]string{true: "^"}[l.page] + l.text + " "
	}
	if got != "a b ^c d e ^g i k " {
		t.Error(got)
	}
	broken := p("n", 1)
	broken.Look.PageBreak = true // twice on a new page is once
	for _, first := range []word.Block{broken, cell(p("n", 1))} {
		w = wordLines{doc: doc, body: true, page: first != broken}
		if w.blocks([]word.Block{first, p("o", 1)}); !w.lines[0].page || w.lines[1].page {
			t.Errorf("%T: the second line of a section begins a page, or the first none", first)
		}
	}
	w = wordLines{doc: doc}
	if w.blocks(doc.Body[2:3]); w.lines[0].page {
		t.Error("the lines of a cell are of no page")
	}
}

// TestIndent: what stands before the first letter of a line of text, a tab as eight blanks.
func TestIndent(t *testing.T) {
	for in, want := range map[string]int{"a": 0, "  a": 2, "\ta": 8, " \t a b": 10, "a  ": 0} {
		if got := textLines(in)[0].indent; got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

// TestSigns: capitals, and the labels of paragraphs, of which any sign alone is a dash.
func TestSigns(t *testing.T) {
	for s, want := range map[string]bool{"A": true, "A 1.": true, "ĐIỀU": true, "Aa": false, "": false, "12": false, "-": false} {
		if phrase.IsUpper(s) != want {
			t.Errorf("IsUpper(%q) = %v", s, !want)
		}
	}
	for in, want := range map[string]string{
		"": "", "•": "-", "–": "-", "\uf0b7": "-", "+": "+", "*": "*", "1": "1", "a": "a", "1.": "1.", " a) ": "a)", "--": "--", " ": "",
	} {
		if got := label(&word.Paragraph{Label: in}); got != want {
			t.Errorf("label %q is %q, want %q", in, got, want)
		}
	}
}
