package layout

import (
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan/diag"
)

// Lines break as Word breaks them in compatibility mode 14: greedily, without
// kerning; after a space, a hyphen or a dash, never after '/'; spaces at the
// end of a line hang out; a word wider than a line begins a new one and breaks
// where a no-break space or hyphen holds it together, else at any letter.
//
// Widths on a line are summed in units: EMU times font.Em. Sums are whole
// numbers and so exact; each place on the paper is rounded once.
type units int64

func toUnits(l doc.Length) units { return units(l) * font.Em }

// length rounds to the nearest EMU.
func (u units) length() doc.Length {
	if u < 0 {
		return -(-u).length()
	}
	return doc.Length((u + font.Em/2) / font.Em)
}

// slack is how far a line may be wider than its column: 0.01 pt, so that a
// column made as wide as its text, in whole twentieths of a point or EMU, holds it.
const slack = doc.Point / 100

// place is a place in the runs of a paragraph: a byte of the text of one.
type place struct{ run, at int }

// mark is where a run begins on the line that is being filled.
type mark struct {
	at     place
	left   units // from the beginning of the line
	spaces int   // U+0020 before it
}

// cut is a place where the line may end.
type cut struct {
	next   place // where the next line begins
	last   place // end of what is printed; spaces behind it hang
	width  units // up to last
	spaces int   // U+0020 up to last
	marks  int   // how many marks stand on the line
	tab    int   // how many of them up to the last tab; what stands before it is never stretched
	fixed  int   // U+0020 before the last tab
	ending ending
}

// ending is why a line ends.
type ending uint8

const (
	noCut   ending = iota
	wrapped        // the next word does not fit
	torn           // in the middle of a word that is wider than a line
	broken         // by a LineBreak
	final          // with the paragraph
)

// breaker fills the lines of one paragraph.
type breaker struct {
	e      *engine
	p      *doc.Paragraph
	runs   []run
	width  doc.Length // of the column
	origin doc.Length // of the line, from the left edge of the column
	room   units      // of the line
}

// open readies the breaker for the first or a later line.
func (b *breaker) open(first bool) {
	b.origin = b.p.LeftIndent
	if first {
		b.origin += b.p.FirstIndent
	}
	b.room = toUnits(b.width - b.p.RightIndent - b.origin)
}

// fits is the one place that says whether words of a width, with spaces of a
// width between them, stand on the line.
func (b *breaker) fits(width, spaces units) bool {
	if least := units(b.e.o.LeastSpace); least < 100 && b.p.Align == doc.Justify {
		width -= spaces * (100 - least) / 100
	}
	return width <= b.room+toUnits(slack)
}

// breakAfter reports whether a line may end after r, spaces aside.
func breakAfter(r rune) bool { return r == '-' || r == '–' || r == '—' }

// fill gathers the longest line that begins at start.
func (b *breaker) fill(start place) cut {
	var (
		runs   = b.runs
		marks  = b.e.marks[:0]
		width  units // of all
		gap    units // of the spaces since the last tab
		spaces int
		now    = cut{next: start, last: start} // up to what was taken last
		best   cut                             // last place where the line may end
		spare  cut                             // last place where it may end rather than inside of a word
		inked  bool                            // something but spaces stands on the line
	)
	defer func() { b.e.marks = marks }()
	// over ends the line before what does not fit.
	over := func(at place) cut {
		if best.ending != noCut {
			return best
		}
		if spare.ending != noCut {
			return spare
		}
		now.next, now.ending = at, torn
		return now
	}
	for i := start.run; i < len(runs); i++ {
		r := &runs[i]
		at := 0
		if i == start.run {
			at = start.at
		}
		marks = append(marks, mark{place{i, at}, width, spaces})
		now.marks = len(marks)
		switch r.kind {
		case textRun:
			size := units(r.size)
			for at < len(r.s) {
				c, n := rune(r.s[at]), 1
				if c >= utf8.RuneSelf {
					c, n = utf8.DecodeRuneInString(r.s[at:])
				}
				w := units(b.e.advance(b.p, r.style, c)) * size
				if c == ' ' {
					width += w
					gap += w
					spaces++
					at++
					best = now
					best.next, best.ending = place{i, at}, wrapped
					continue
				}
				if inked && !b.fits(width+w, gap) {
					return over(place{i, at})
				}
				width += w
				at += n
				if c == doc.NoBreakSpace && inked {
					spare = now
					spare.next, spare.ending = place{i, at}, wrapped
				}
				inked = true
				now.last, now.width, now.spaces = place{i, at}, width, spaces
				switch {
				case breakAfter(c):
					best = now
					best.next, best.ending = now.last, wrapped
				case c == doc.NoBreakHyphen:
					spare = now
					spare.next, spare.ending = now.last, wrapped
				}
			}
		case blankRun, numberRun:
			w := b.object(r)
			if inked && !b.fits(width+w, gap) {
				return over(place{i, 0})
			}
			width += w
			inked = true
			now.last, now.width, now.spaces = place{i + 1, 0}, width, spaces
		case tabRun:
			w := b.tab(i, width)
			if inked && !b.fits(width+w, gap) {
				return over(place{i, 0})
			}
			width += w
			gap = 0
			inked = true
			now.last, now.width, now.spaces = place{i + 1, 0}, width, spaces
			now.tab, now.fixed = len(marks), spaces
			best = now
			best.next, best.ending = now.last, wrapped
		case breakRun:
			now.next, now.ending = place{i + 1, 0}, broken
			return now
		}
	}
	now.next, now.ending = place{len(runs), 0}, final
	return now
}

// object is the width of a blank or a page number. A blank wider than a whole
// line is cut to it.
func (b *breaker) object(r *run) units {
	if r.kind == numberRun {
		return units(b.e.advance(b.p, r.style, '0')) * units(r.size)
	}
	return min(toUnits(r.blank.Width), max(b.room, 0))
}

// ordinaryTab is the distance of the tab stops that a paragraph has without
// naming them: half an inch, as in Word.
const ordinaryTab = 36 * doc.Point

// tab is how far the tab in run i goes, from width on the line. A right or
// centred stop looks at what stands behind the tab.
func (b *breaker) tab(i int, width units) units {
	here := toUnits(b.origin) + width // from the left edge of the column
	stop := doc.TabStop{At: ordinaryTab * (here.length()/ordinaryTab + 1)}
	named := false
	for _, t := range b.p.Tabs {
		if toUnits(t.At) > here && (!named || t.At < stop.At) {
			stop, named = t, true
		}
	}
	if hang := b.p.LeftIndent; b.origin < hang && here < toUnits(hang) && hang <= stop.At {
		stop = doc.TabStop{At: hang}
	}
	b.runs[i].s = ""
	if stop.Leader != 0 {
		b.runs[i].s = string(stop.Leader)
	}
	to := toUnits(stop.At)
	switch stop.Align {
	case doc.Right:
		to -= b.behind(i + 1)
	case doc.Center:
		to -= b.behind(i+1) / 2
	}
	return max(to-here, 0)
}

// behind is the width of what stands from run i to the next tab or line end.
func (b *breaker) behind(i int) units {
	var w units
	for ; i < len(b.runs); i++ {
		switch r := &b.runs[i]; r.kind {
		case tabRun, breakRun:
			return w
		case textRun:
			w += b.e.textWidth(b.p, r.look, r.s)
		default:
			w += b.object(r)
		}
	}
	return w
}

// advance is the width of c in 1/2048 of the size. The letters that only keep
// words together are as wide as those they are drawn as. A letter that the
// face lacks is a finding at the place of p.
func (e *engine) advance(p *doc.Paragraph, s font.Style, c rune) int {
	c = drawn(c)
	w, ok := e.m.Advance(s, c)
	if !ok {
		e.noGlyph(p.At, c)
	}
	return w
}

// drawn is the letter that is drawn for c.
func drawn(c rune) rune {
	switch c {
	case doc.NoBreakSpace:
		return ' '
	case doc.NoBreakHyphen:
		return '-'
	}
	return c
}

// covers sees that the face has a letter that is not measured here.
func (e *engine) covers(at diag.Pos, s font.Style, c rune) {
	if _, ok := e.m.Advance(s, c); !ok {
		e.noGlyph(at, c)
	}
}

// leaders sees that the face has the signs that the tabs of a paragraph draw.
func (e *engine) leaders(p *doc.Paragraph) {
	for i := range p.Tabs {
		if c := p.Tabs[i].Leader; c != 0 {
			e.covers(p.At, font.StyleOf(p.Font.Bold, p.Font.Italic), c)
		}
	}
}

// textWidth is the width of s on one line.
func (e *engine) textWidth(p *doc.Paragraph, l look, s string) units {
	var w units
	for _, c := range s {
		w += units(e.advance(p, l.style, c))
	}
	return w * units(l.size)
}
