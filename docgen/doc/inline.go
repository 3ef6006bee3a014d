package doc

import (
	"cmp"
	"strings"
)

// Inline is a piece of a line of text. The types are closed: writers switch
// over them and refuse an unknown one.
type Inline interface{ inline() }

// The two characters that a flow uses to keep words together. Text that comes
// from outside is brought to NFC by form, which puts these in ("số 15/QĐ-UBND", "Điều 3",
// "1.500.000 đồng"). PDF draws an ordinary space or hyphen, DOCX writes U+00A0
// and <w:noBreakHyphen/>, plain text an ordinary space or hyphen.
const (
	NoBreakSpace  = '\u00a0'
	NoBreakHyphen = '\u2011'
)

type (
	// Text is plain text in the font of what surrounds it. It holds no tab and
	// no line end: see Tab and LineBreak.
	Text struct{ S string }

	// Strong is text in bold.
	Strong struct{ Inlines []Inline }

	// Emph is text in italics; inside italics it is upright.
	Emph struct{ Inlines []Inline }

	// Upright is text without bold and italics, whatever surrounds it.
	Upright struct{ Inlines []Inline }

	// Label is the number or sign that opens an item or heading ("a)", "-"),
	// tagged Lbl in a PDF. It stands first in its paragraph.
	Label struct{ Inlines []Inline }

	// LineBreak ends the line but not the paragraph.
	LineBreak struct{}

	// Tab goes on to the paragraph's next tab stop.
	Tab struct{}

	// Blank is a place to be filled, by hand or by signing software: a number,
	// a day. Value, if any, is printed at its own width; without one, Width
	// is kept free. Name is what Placements calls it. A dotted blank draws
	// its Leader ('.') over the width; a screen reader hears a blank.
	Blank struct {
		Name   string
		Width  Length
		Value  string
		Leader rune // 0: nothing is drawn
	}

	// Note is a footnote: its mark stands here, its text at the foot of the page.
	// Form numbers notes from 1 in each section. The same Note may stand at several
	// places of a document: it keeps its number, and in a flow each further mark of it
	// is a Note without Inlines.
	Note struct {
		Number  int
		Inlines []Inline
	}

	// Link is text that leads to a web or mail address.
	Link struct {
		URL     string
		Inlines []Inline
	}

	// Ref stands for the full reference to the division or article with this ID
	// ("khoản 2 Điều 5"). Form fills Inlines from the numbering; what has no
	// such ID is a finding.
	Ref struct {
		ID      string
		Number  bool // in a flow: the number alone of a paragraph that has a Numbering
		Inlines []Inline
	}

	// PageNumber is the number of the page it stands on, in Arabic digits.
	PageNumber struct{}
)

func (*Text) inline()       {}
func (*Strong) inline()     {}
func (*Emph) inline()       {}
func (*Upright) inline()    {}
func (*Label) inline()      {}
func (*LineBreak) inline()  {}
func (*Tab) inline()        {}
func (*Blank) inline()      {}
func (*Note) inline()       {}
func (*Link) inline()       {}
func (*Ref) inline()        {}
func (*PageNumber) inline() {}

// PlainText returns the text of inlines in one line, without marks and footnotes;
// blank stands for each place to be filled.
func PlainText(in []Inline, blank string) string {
	if len(in) == 1 {
		if t, ok := in[0].(*Text); ok && t != nil {
			return t.S // as most are
		}
	}
	var b strings.Builder
	for _, n := range in {
		// What is no inline is refused by who shows it.
		_ = Inspect(n, func(n any) bool {
			switch n := n.(type) {
			case *Text:
				b.WriteString(n.S)
			case *LineBreak, *Tab:
				b.WriteByte(' ')
			case *Blank:
				b.WriteString(cmp.Or(n.Value, blank))
			case *Note:
				return false
			}
			return true
		})
	}
	return b.String()
}

// T is plain text as a list of inlines, for composing by hand.
func T(s string) []Inline {
	var one struct { // made at once: nothing is made more often
		text Text
		list [1]Inline
	}
	one.text.S = s
	one.list[0] = &one.text
	return one.list[:]
}
