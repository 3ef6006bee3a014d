package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// glue puts no-break characters between words that belong together, and into
// document numbers and spans of years ("65/KH-UBND", "2021-2025"); and breaks into units
// ("đồng/người"). The text comes out as NFC.
func (f *former) glue(s string) string {
	s = printed(s)
	g := f.gluer(s)
	stroke := strokeFrom(s, 0)
	var room [3]token
	before, this, next := &room[0], &room[1], &room[2] // the words before, and the one at hand
	for at := 0; at <= len(s); {
		end := strings.IndexByte(s[at:], ' ')
		if end < 0 {
			end = len(s)
		} else {
			end += at
		}
		*next = token{start: at, end: end}
		next.read(s[at:end])
		if at > 0 && this.end > this.start && end > at {
			if joins(before, this, next) {
				g.replace(at-1, at, noBreakSpace)
			}
			g.years(before, this, next)
		}
		if next.hyphen && (next.solid || this.word == "số" || this.word == "Số") {
			g.hyphens(at, end)
		}
		if stroke < end {
			g.units(at, end)
			stroke = strokeFrom(s, end)
		}
		before, this, next = this, next, before
		at = end + 1
	}
	return g.String()
}

// strokeFrom is where the next '/' stands; the end of s: nowhere.
func strokeFrom(s string, from int) int {
	if i := strings.IndexByte(s[from:], '/'); i >= 0 {
		return from + i
	}
	return len(s)
}

const (
	noBreakSpace  = string(doc.NoBreakSpace)
	noBreakHyphen = string(doc.NoBreakHyphen)
)

// boxes stay with the word behind them: "☐ Có".
const boxes = "□☐☑☒◻❏❑"

type kind uint8

const (
	isWord   kind = iota
	isNumber      // starts with a digit
	isRoman
	isLetter // a single small letter, as in "điểm a"
	isDash
	isBox // to be ticked
)

// token is a word with what matters of it.
type token struct {
	start, end int
	kind       kind
	hyphen     bool   // holds a hyphen
	solid      bool   // a document number or a span: no line ends inside
	year       bool   // four digits
	short      bool   // one or two digits
	word       string // without signs at its ends; empty for numbers and dashes
}

func (t *token) read(w string) {
	if w == "" {
		return
	}
	core := trimSigns(w)
	if core == "" {
		return
	}
	c := core[0]
	switch {
	case c == boxes[0] && strings.Contains(boxes, core):
		t.kind = isBox
		return
	case c >= '0' && c <= '9':
		t.kind = isNumber
		t.year = len(core) == 4 && digits(core)
		t.short = len(core) < 3 && digits(core)
		var head, rest string
		if head, rest, t.hyphen = strings.Cut(core, "-"); t.hyphen {
			t.solid = strings.Contains(core, "/") || digits(head) && digits(rest)
		}
		return
	case core == "-":
		t.kind = isDash
		return
	case onlyRoman(core):
		t.kind = isRoman
	case len(core) == 1 && c >= 'a' && c <= 'z' || core == "đ":
		t.kind = isLetter
	}
	t.hyphen = strings.IndexByte(core, '-') >= 0
	t.word = core
}

// isCapital reports whether a word begins with a capital letter.
func (t *token) isCapital() bool {
	r, _ := utf8.DecodeRuneInString(t.word)
	return t.kind == isWord && unicode.IsUpper(r)
}

// trimSigns takes signs off both ends of a word.
func trimSigns(w string) string {
	const signs = ".,;:()“”\"/"
	// Nearly all words have none: their first and last byte tell.
	first, last := w[0], w[len(w)-1]
	if first >= '0' && first != ':' && first != ';' && first != 0xE2 &&
		last >= '0' && last != ':' && last != ';' && last != 0x9C && last != 0x9D { // “ and ” end with these
		return w
	}
	return strings.Trim(w, signs)
}

// joins tells whether no line ends between this word and the next.
func joins(before, this, next *token) bool {
	switch next.kind {
	case isNumber:
		// "thôn Quang Trung 2": the number is the end of the name.
		words := decree.LineWords()
		return words.BeforeNumber[this.word] || next.short && this.isCapital() && (before.isCapital() || words.BeforeNumber[before.word])
	case isRoman:
		return decree.LineWords().BeforeRoman[this.word]
	case isLetter:
		return decree.LineWords().BeforeLetter[this.word]
	}
	if this.kind == isBox {
		return next.kind != isBox // a row of boxes for figures is parted as words are
	}
	if this.kind == isNumber {
		return followsNumber(next.word) ||
			(next.word == "tháng" || next.word == "Tháng") && (before.word == "ngày" || before.word == "Ngày")
	}
	// "1,5 triệu đồng": the amount is one thing.
	return next.word == "đồng" && before.kind == isNumber && followsNumber(this.word)
}

// followsNumber tells whether a word stays with the number before it, alone or before a
// stroke: "đồng/người".
func followsNumber(w string) bool {
	w, _, _ = strings.Cut(w, "/")
	return decree.LineWords().BehindNumber[w]
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func onlyRoman(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case 'I', 'V', 'X', 'L', 'C':
		default:
			return false
		}
	}
	return true
}

// gluer copies a text, replacing pieces of it from left to right; the text
// itself is given back when there was nothing to replace.
type gluer struct {
	s    string
	mem  *flow.Memory
	b    *strings.Builder // nil: nothing is replaced yet
	from int              // where the text begins in b
	done int              // bytes of s already in b
}

func (f *former) gluer(s string) gluer { return gluer{s: s, mem: f.mem} }

func (g *gluer) replace(start, end int, with string) {
	if start < g.done {
		return
	}
	if g.b == nil {
		const few = 16 // bytes that are longer than what they replace
		g.b = g.mem.Letters(len(g.s) + few)
		g.from = g.b.Len()
	}
	g.b.WriteString(g.s[g.done:start])
	g.b.WriteString(with)
	g.done = end
}

// hyphens makes every hyphen of a word a no-break hyphen.
func (g *gluer) hyphens(start, end int) {
	for i := start; i < end; i++ {
		if g.s[i] == '-' {
			g.replace(i, i+1, noBreakHyphen)
		}
	}
}

// units puts a break behind each stroke of a word made of units alone, such as
// "760.000đ/người": not of an address, a date or the number of a document, since no writer
// breaks those.
func (g *gluer) units(start, end int) {
	word := g.s[start:end]
	core := trimSigns(word)
	if !decree.LineWords().Units(core) {
		return
	}
	at := start + strings.Index(word, core)
	for i := range len(core) {
		if core[i] == '/' {
			g.replace(at+i+1, at+i+1, string(lines.Break))
		}
	}
}

// years glues "2023 - 2025" once its second year is seen.
func (g *gluer) years(before, this, next *token) {
	if this.kind == isDash && before.year && next.year {
		g.replace(this.start-1, this.start, noBreakSpace)
		g.replace(this.start, this.end, noBreakHyphen)
		g.replace(next.start-1, next.start, noBreakSpace)
	}
}

func (g *gluer) String() string {
	if g.b == nil {
		return g.s
	}
	g.b.WriteString(g.s[g.done:])
	return g.b.String()[g.from:]
}
