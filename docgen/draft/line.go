package draft

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// line is a line of a draft: a paragraph, a piece of one that ends in a line break, or a table.
type line struct {
	at     int // number of its paragraph; of plain text the line
	text   string
	spans  []span
	more   bool // its paragraph goes on in the next line
	bold   bool // all its letters
	italic bool
	center bool
	right  bool
	plain  bool // nothing is known of its letters
	gap    bool // a blank line stands above
	page   bool // it begins a page
	wide   bool // on a page across
	indent int  // blanks at its head, in plain text
	tabs   int  // behind its first letter, those at its end too
	lead   int  // tabs before its first letter
	table  *word.Table

	pictures []*word.Run // that stand in its paragraph, or in those behind it without words
}

// span is text of one look.
type span struct {
	s            string
	bold, italic bool
	note         *word.Note
	link         string // address that its words lead to
}

// locate puts the place of a line into a finding about it, which has the file's name.
func (l *line) locate(d *diag.Diagnostic) {
	switch {
	case l == nil:
	case l.plain:
		d.Pos.Line, d.Pos.Column = l.at, 1
	default:
		d.Pos.Path, d.Pos.Paragraph = l.place(), l.at
		d.Message = d.Pos.Path + ": " + d.Message
	}
}

// place names a line: its paragraph and first words.
func (l *line) place() string {
	if l == nil {
		return ""
	}
	const most = 40
	words := strings.Join(strings.Fields(l.text), " ")
	if utf8.RuneCountInString(words) > most {
		words = string([]rune(words)[:most]) + "…"
	}
	what := "đoạn"
	if l.plain {
		what = "dòng"
	}
	return fmt.Sprintf("%s %d %q", what, l.at, words)
}

// wordLines gives the lines of a Word file, and those of its notes.
type wordLines struct {
	doc   *word.Document
	lines []line
	page  bool
	gap   bool

	body    bool // of the whole file: sections that begin on new pages count
	section int  // of the last paragraph
}

func (w *wordLines) blocks(blocks []word.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *word.Paragraph:
			w.paragraph(b)
		case *word.Table:
			l := line{table: b, gap: w.gap, page: w.page}
			word.Each([]word.Block{b}, func(p *word.Paragraph) {
				if l.at == 0 {
					l.at = p.Number
					l.page = w.newSection(p) || l.page
				}
				if l.text == "" {
					l.text = tidy(p.Text())
				}
				l.wide = w.isWide(p)
			})
			w.lines = append(w.lines, l)
			w.gap, w.page = false, false
		}
	}
}

// newSection reports whether a paragraph is the first of a section that begins on a new page.
func (w *wordLines) newSection(p *word.Paragraph) bool {
	if !w.body || p.Section <= w.section || p.Section >= len(w.doc.Sections) {
		return false
	}
	w.section = p.Section
	return !w.doc.Sections[p.Section].Continuous
}

func (w *wordLines) isWide(p *word.Paragraph) bool {
	return w.doc != nil && p.Section < len(w.doc.Sections) && w.doc.Sections[p.Section].Landscape
}

func (w *wordLines) paragraph(p *word.Paragraph) {
	own := paragraphLines(p)
	w.page = w.newSection(p) || w.page || p.Look.PageBreak
	for i := range own {
		own[i].gap, own[i].page, own[i].wide = own[i].gap || w.gap, w.page, w.isWide(p)
		w.gap, w.page = false, false
	}
	w.gap = w.gap || len(own) == 0
	if len(own) == 0 && strings.Contains(p.Text(), "\f") {
		w.page = true
	}
	w.lines = append(w.lines, own...)
	for i := range p.Runs {
		if n := len(w.lines); n > 0 && p.Runs[i].Picture != "" {
			w.lines[n-1].pictures = append(w.lines[n-1].pictures, &p.Runs[i])
		}
	}
	for _, box := range p.Boxes {
		w.blocks(box.Blocks)
	}
}

// paragraphLines gives the lines of a paragraph that hold words.
func paragraphLines(p *word.Paragraph) []line {
	var all []line
	cur := line{at: p.Number, center: p.Look.Align == word.Center, right: p.Look.Align == word.End}
	if n := len(p.Runs); n > 0 {
		cur.spans = make([]span, 0, n+1) // room for the label
	}
	flush := func() {
		cur.settle()
		if cur.text != "" {
			if n := len(all); n > 0 {
				all[n-1].more = true
			}
			all = append(all, cur)
		}
		cur = line{at: p.Number, center: cur.center, right: cur.right, gap: cur.text == ""}
	}
	if p.Label != "" {
		cur.spans = append(cur.spans, span{s: label(p) + " ", bold: labelBold(p)})
	}
	measure := newRuler(p)
	for i := range p.Runs {
		r := &p.Runs[i]
		text := raisedText(p, i)
		if isBlankToFill(p, i) {
			text = apart(cur.raw(), underlined(text))
		}
		if measure != nil {
			text = measure.fill(r, text, cur.raw())
		}
		if r.Ruby != "" {
			text += " (" + r.Ruby + ")"
		}
		if r.Note != nil {
			cur.spans = append(cur.spans, span{note: r.Note})
			continue
		}
		for {
			at := strings.IndexFunc(text, isBreak)
			piece := text
			if at >= 0 {
				piece = text[:at]
			}
			if piece != "" {
				cur.spans = append(cur.spans, span{s: clean(piece), bold: r.Face.Bold, italic: r.Face.Italic, link: addressOf(r)})
			}
			if at < 0 {
				break
			}
			flush()
			text = text[at+1:]
		}
	}
	flush()
	return all
}

// addressOf gives the address that the words of a run lead to and do not show themselves.
func addressOf(r *word.Run) string {
	if !linkable.MatchString(r.Link) || strings.Contains(r.Link, strings.TrimSuffix(tidy(r.Text), "/")) {
		return ""
	}
	return r.Link
}

// linkable are the addresses that a link of a paper may have.
var linkable = pattern.New(`^(?:https?://|mailto:)[^\s()\[\]]+$`)

func isBreak(r rune) bool { return r == '\n' || r == '\f' || r == '\v' }

// label is the automatic number of a paragraph. A bullet is a dash: the fonts of bullets are
// Word's own.
func label(p *word.Paragraph) string {
	s := strings.TrimSpace(clean(p.Label))
	r, n := utf8.DecodeRuneInString(s)
	if n > 0 && n == len(s) && (s == "o" || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' && r != '*') {
		return "-" // Word's own bullet of the second level is an o of Courier New
	}
	return s
}

// labelBold reports whether the words behind a number are bold: the number is then too.
func labelBold(p *word.Paragraph) bool {
	for i := range p.Runs {
		if strings.TrimSpace(p.Runs[i].Text) != "" {
			return p.Runs[i].Face.Bold
		}
	}
	return false
}

// settle takes white space off the ends of a line and sums up its look.
func (l *line) settle() {
	var b strings.Builder
	letters, bold, italic := 0, 0, 0
	for _, s := range l.spans {
		b.WriteString(s.s)
		if s.note != nil {
			continue
		}
		n := len(s.s) - strings.Count(s.s, " ") - strings.Count(s.s, "\t")
		letters += n
		if s.bold {
			bold += n
		}
		if s.italic {
			italic += n
		}
	}
	l.text = tidy(b.String())
	l.stand()
	l.setTabs(b.String())
	l.bold, l.italic = letters > 0 && bold == letters, letters > 0 && italic == letters
}

// setTabs counts the tabs of a line, as it stands in the draft.
func (l *line) setTabs(raw string) {
	l.tabs = strings.Count(strings.TrimLeft(raw, " \t"), "\t")
	l.lead = strings.Count(raw, "\t") - l.tabs
}

// clean makes text of a file what a paper can hold: letters in one form, ordinary blanks and
// hyphens, no signs that nobody sees.
func clean(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !isUsual(r) }) >= 0 {
		s = strings.Map(cleaned, s)
		if hasUnit(s) {
			s = unitSigns.Replace(s)
		}
	}
	return vi.NFC(s)
}

// isUsual reports whether a character is one of nearly all text.
func isUsual(r rune) bool {
	return ' ' <= r && r < 0x7f || 0xc0 <= r && r < 0x250 || 0x1ea0 <= r && r < 0x1f00
}

func cleaned(r rune) rune {
	switch {
	case isUsual(r), r == '\t':
		return r
	case isBreak(r): // of a page or a column too: it parts words
		return '\n'
	case r == '\u00a0' || r == '\u202f' || r == '\u2007' || r == '\u2002' || r == '\u2003' || r == '\u2009' || r == '\u3000':
		return ' '
	case r == '\u2011' || r == '\u2010':
		return '-'
	case r == '\uf0b7' || r == '\uf0a7' || r == '\uf0d8' || r == '\uf0fc' || r == '\uf02d':
		return '-' // bullets of Word's own fonts
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == '\ufe0f', r == '\ufffe', r == '\uffff':
		return -1
	case unicode.Is(unicode.Co, r):
		return '□'
	}
	return r
}

func tidy(s string) string { return strings.TrimFunc(s, unicode.IsSpace) }

// isRule reports whether a line is drawn: dashes, stars, underscores and no word. A blank to be filled is none.
func isRule(s string) bool {
	const drawn = " \t-–—_*=~.…─═"
	inner := strings.Trim(s, drawn)
	if isOrnament(strings.ToLower(inner)) {
		return inner != s
	}
	return s != "" && inner == "" && !toFill.MatchString(s)
}

// toFill is a blank to be filled in a line without words: dots, or strokes behind a dash.
var toFill = pattern.New(`\. ?\.|…|^[-–—*] *__`)

// gaps are the places where blanks or a tab may set two things side by side.
var gaps = pattern.New(` *\t[ \t]*| {3,}`)

// halves cuts a line where blanks or a tab set two things side by side. Blanks that are to be
// filled, in a number or a date, are none of these.
func halves(s string) (left, right string, ok bool) {
	const long = 400 // no letterhead or foot has such a line
	whole := tidy(s)
	if len(s) > long || isNumber(whole) || isDate(whole) {
		return whole, "", false
	}
	var first []string // the halves at the first place
	lead := len(s) - len(strings.TrimLeft(s, " \t"))
	for _, g := range gaps.FindAllStringIndex(s[lead:], -1) {
		at := lead + g[0]
		right := tidy(s[at:])
		if right == "" || isOpenSpot(s[:at], s[lead+g[1]:]) {
			continue
		}
		if first == nil {
			first = []string{tidy(s[:at]), right}
		}
		if f := letters(right); f == motto || f == motto2 || f == partyMotto || isDate(right) {
			return tidy(s[:at]), right, true
		}
	}
	switch {
	case first != nil:
		return first[0], first[1], true
	case strings.HasPrefix(s, "\t"), lead >= 30:
		return "", whole, true
	}
	if left, right, ok = runTogether(whole); ok {
		return left, right, true
	}
	return whole, "", false
}

// fold is a text for comparison: small letters, one blank between words.
func fold(s string) string { return strings.Join(strings.Fields(vi.Lower(s)), " ") }
