package layout

import (
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/diag"
)

// Lines break as Word breaks them: greedily, without kerning; after a space, a
// hyphen or a dash, after '/' only where form put a [lines.Break]; spaces at the end
// of a line hang out; a word wider than a line begins a new one and breaks where a
// no-break space or hyphen holds it together, else at any letter. A [lines.Rule] may
// take one more word.
//
// A no-break space or hyphen is one only where the line would end behind it. Elsewhere
// it is set as an ordinary space, which stretches, or hyphen, and so is it in DOCX: see [Glue].

// slack is how far a line may be wider than a column made as wide as its text: 0.01 pt,
// so that it holds in whole twentieths of a point or EMU.
const slack = doc.Point / 100

// place is a place in the runs of a paragraph: a byte of the text of one.
type place struct{ run, at int }

// mark is where a run begins on the line that is being filled.
type mark struct {
	at     place
	left   lines.Units // from the beginning of the line
	spaces int         // that stretch, before it
}

// cut is a place where the line may end.
type cut struct {
	next   place       // where the next line begins
	last   place       // end of what is printed; spaces behind it hang
	width  lines.Units // up to last
	gap    lines.Units // of the spaces up to last, behind the last tab
	spaces int         // how many that stretch, up to last
	marks  int         // how many marks stand on the line
	glue   lines.Units // up to the end of the last no-break space or hyphen, shrunk
	tab    int         // how many of them up to the last tab; what stands before it is never stretched
	fixed  int         // spaces before the last tab
	ending ending
}

// grip says which no-break spaces and hyphens of a line are such: those before a place,
// where the line above would have ended behind one of them; and those from a place on,
// since they belong to the last word, for which the spaces of the line shrink.
type grip struct {
	to, from place
	last     bool // from counts
}

func (h *grip) at(p place) bool { return p.before(h.to) || h.last && !p.before(h.from) }

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
	p      *flow.Paragraph
	runs   []run
	width  doc.Length  // of the column
	origin doc.Length  // of the line, from the left edge of the column
	room   lines.Units // of the line
	slack  lines.Units // by which a line may be wider
	grip   grip        // on the line that is being filled
	filled grip        // on the one that fill gave
	held   []place     // marks that are needed, on all lines
	parted bool        // some word has a break inside
}

// open readies the breaker for the first or a later line.
func (b *breaker) open(first bool) {
	b.origin = b.p.LeftIndent
	if first {
		b.origin += b.p.FirstIndent
	}
	b.room = lines.UnitsOf(b.width - b.p.RightIndent - b.origin)
}

// fits is the one place that says whether what is so wide, and ends in r, stands on the line.
func (b *breaker) fits(width lines.Units, r *run) bool { return width+b.slant(r) <= b.room+b.slack }

// with is the width of a line with one more word, if the face has its letters and all of it fits.
func (b *breaker) with(r *run, word string, width lines.Units) (lines.Units, bool) {
	if word == "" {
		return 0, false
	}
	w, ok := b.e.m.Width(r.style, word)
	width += lines.Units(w) * lines.Units(r.size)
	return width, ok && b.fits(width, r)
}

// slant is the room that a line keeps free behind italics, where the rule asks for it.
func (b *breaker) slant(r *run) lines.Units {
	if !b.e.rule.Slant || r.style&font.Italic == 0 {
		return 0
	}
	return lines.UnitsOf(doc.Length((b.e.ascent(r.size)+b.e.descent(r.size)).Twips()/12) * doc.Twip)
}

// squeezes is the one place that says whether the rule takes one more word onto the
// line. The line ends at before without it, at with together with it.
func (b *breaker) squeezes(before, with *cut) bool {
	r := &b.e.rule
	if r.Shrink == 0 || b.p.Align != doc.Justify || before.tab > 0 {
		return false
	}
	end := with.last.run
	if with.last.at == 0 && end > 0 {
		end--
	}
	over := (with.width + b.slant(&b.runs[end]) - b.room).Length()
	return !(r.Glue && with.glue > b.room) &&
		r.Takes(over, with.gap.Length(), (b.room-before.width).Length(), before.gap.Length(), with.ending != wrapped)
}

// before reports whether a place stands before another.
func (p place) before(q place) bool { return p.run < q.run || p.run == q.run && p.at < q.at }

// oneLine is fill for a paragraph of a few words, as in cells of tables: all of it stands on
// one line, and nothing in it counts but spaces. False: it has to be filled.
func (b *breaker) oneLine() (cut, bool) {
	if len(b.runs) != 1 || b.runs[0].kind != textRun {
		return cut{}, false
	}
	r := &b.runs[0]
	const narrow = font.Em / 4 // few letters are narrower by their bytes
	if r.s == "" || lines.Units(len(r.s))*lines.Units(r.size)*narrow > b.room || r.s[0] == ' ' || r.s[len(r.s)-1] == ' ' {
		return cut{}, false
	}
	spaces := 0
	for i := range len(r.s) {
		switch r.s[i] {
		case 0xC2, 0xE2: // see lines.Letters
			return cut{}, false
		case ' ':
			spaces++
		}
	}
	width, ok := b.with(r, r.s, 0)
	if !ok {
		return cut{}, false
	}
	b.e.marks = append(b.e.marks[:0], mark{})
	b.filled, b.grip = b.grip, grip{to: place{1, 0}}
	return cut{next: place{1, 0}, last: place{0, len(r.s)}, width: width, spaces: spaces, marks: 1, ending: final}, true
}

// fill gathers the longest line that begins at start.
func (b *breaker) fill(start place) cut {
	if start == (place{}) {
		if c, ok := b.oneLine(); ok {
			return c
		}
	}
	var (
		runs   = b.runs
		marks  = b.e.marks[:0]
		width  lines.Units // of all
		gap    lines.Units // of the spaces since the last tab
		spaces int
		now    = cut{next: start, last: start} // up to what was taken last
		best   cut                             // last place where the line may end
		spare  cut                             // last place where it may end rather than inside of a word
		over   bool                            // something did not fit: its word is read to the end
		inked  bool                            // something but spaces stands on the line
	)
	// done ends the line at c. What was read up to a place goes on in the next one.
	done := func(c cut, read place) (cut, bool) {
		b.e.marks = marks
		b.filled, b.grip = b.grip, grip{to: read}
		return c, true
	}
	// may is called where the line may end, at now.
	may := func(next place, why ending) (cut, bool) {
		now.next, now.ending = next, why
		switch {
		case !over:
			return cut{}, false
		case !b.squeezes(&best, &now):
			return done(best, next)
		case b.e.rule.More && why == wrapped:
			return cut{}, false
		}
		return done(now, next)
	}
	// full is called at what does not fit: the line ends before it. While the rule
	// may still take its word, it is read on.
	full := func(at place) (cut, bool) {
		switch {
		case best.ending != noCut && b.e.rule.Reaches(width-b.room, gap):
			over = true
			return cut{}, false
		case best.ending != noCut:
			return done(best, at)
		case spare.ending != noCut:
			return done(spare, at)
		}
		now.next, now.ending = at, torn
		return done(now, at)
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
			size := lines.Units(r.size)
			known := at              // the word that ends here is looked at letter by letter
			blank := lines.Units(-1) // width of a space, once there is one
			for at < len(r.s) {
				if at >= known {
					n := lines.Letters(r.s[at:])
					if w, ok := b.with(r, r.s[at:at+n], width); ok {
						at, width, inked = at+n, w, true
						now.last, now.width, now.gap, now.spaces = place{i, at}, width, gap, spaces
						continue
					}
					known = at + n
				}
				c, n := rune(r.s[at]), 1
				if c == ' ' {
					if blank < 0 {
						blank = b.e.advance(b.p.At, r.style, c) * size
					}
					at++
					if c, ok := may(place{i, at}, wrapped); ok {
						return c
					}
					best = now
					width += blank
					gap += blank
					spaces++
					continue
				}
				if c >= utf8.RuneSelf {
					c, n = utf8.DecodeRuneInString(r.s[at:])
				}
				w := b.e.advance(b.p.At, r.style, c) * size
				if lines.Holds(c) {
					now.glue = width + b.e.rule.Shrunk(w)
				}
				width += w
				if over && lines.Holds(c) && !b.grip.last {
					b.grip.from, b.grip.last = best.next, true
				}
				switch {
				case c == doc.NoBreakSpace:
					if inked {
						spare = now
						spare.next, spare.ending = place{i, at + n}, wrapped
					}
					if b.loose(place{i, at}) {
						gap += w
						spaces++
					}
				case inked && !b.fits(width, r):
					if !over && b.clings(best, place{i, at}) {
						b.e.marks = marks
						return b.fill(start)
					}
					if c, ok := full(place{i, at}); ok {
						return c
					}
				}
				at += n
				inked = true
				now.last, now.width, now.gap, now.spaces = place{i, at}, width, gap, spaces
				switch {
				case lines.Ends(c):
					b.parted = b.parted || c == lines.Break
					if c, ok := may(now.last, wrapped); ok {
						return c
					}
					best = now
				case c == doc.NoBreakHyphen:
					spare = now
					spare.next, spare.ending = now.last, wrapped
				}
			}
		case blankRun, numberRun:
			width += b.object(r)
			if inked && !b.fits(width, r) {
				if c, ok := full(place{i, 0}); ok {
					return c
				}
			}
			inked = true
			now.last, now.width, now.gap, now.spaces = place{i + 1, 0}, width, gap, spaces
		case tabRun:
			width += b.tab(i, width)
			if over || inked && !b.fits(width, r) {
				over = true // a tab is no word
				if c, ok := full(place{i, 0}); ok {
					return c
				}
				c, _ := done(best, place{i, 0})
				return c
			}
			inked, gap = true, 0
			now.tab, now.fixed = len(marks), spaces
			now.last, now.width, now.gap, now.spaces = place{i + 1, 0}, width, gap, spaces
			best = now
			best.next, best.ending = now.last, wrapped
		case breakRun:
			next := place{i + 1, 0}
			c, ok := may(next, broken)
			if !ok {
				c, _ = done(now, next)
			}
			return c
		}
	}
	next := place{len(runs), 0}
	c, ok := may(next, final)
	if !ok {
		c, _ = done(now, next)
	}
	return c
}

// clings reports whether a no-break space or hyphen stands in the word behind best that
// does not fit and that the rule may take. The line is then filled anew with it held:
// as an ordinary one it would end the line.
func (b *breaker) clings(best cut, at place) bool {
	if b.e.rule.Shrink == 0 || best.ending == noCut || b.grip.last {
		return false
	}
	for i := best.next.run; i <= at.run; i++ {
		r := &b.runs[i]
		if r.kind != textRun {
			continue
		}
		for k, c := range r.s {
			if p := (place{i, k}); lines.Holds(c) && !p.before(best.next) && !at.before(p) {
				b.grip.from, b.grip.last = best.next, true
				return true
			}
		}
	}
	return false
}

// loose reports whether the no-break space or hyphen at a place may as well be an ordinary
// one on the line that is being filled: something stands on both of its sides,
// and the line would not end there.
func (b *breaker) loose(p place) bool { return !b.grip.at(p) && b.between(p) }

// between reports whether letters stand on both sides of a place.
func (b *breaker) between(p place) bool {
	r := &b.runs[p.run]
	_, n := utf8.DecodeRuneInString(r.s[p.at:])
	before, behind := r.s[:p.at], r.s[p.at+n:]
	if before == "" && p.run > 0 {
		before = b.runs[p.run-1].seen()
	}
	if behind == "" && p.run+1 < len(b.runs) {
		behind = b.runs[p.run+1].seen()
	}
	return before != "" && before[len(before)-1] != ' ' && behind != "" && behind[0] != ' '
}

// seen stands for what a run shows; empty where it shows nothing of a width.
func (r *run) seen() string {
	switch r.kind {
	case textRun:
		return r.s
	case blankRun, numberRun:
		return "0"
	}
	return ""
}

// object is the width of a blank or a page number. A blank wider than a whole
// line is cut to it.
func (b *breaker) object(r *run) lines.Units {
	if r.kind == numberRun {
		return b.e.advance(b.p.At, r.style, '0') * lines.Units(r.size)
	}
	return min(lines.UnitsOf(r.blank.Width), max(b.room, 0))
}

// ordinaryTab is the distance of the tab stops that a paragraph has without
// naming them: half an inch, as in Word.
const ordinaryTab = 36 * doc.Point

// tab is how far the tab in run i goes, from width on the line. A right or
// centred stop looks at what stands behind the tab.
func (b *breaker) tab(i int, width lines.Units) lines.Units {
	here := lines.UnitsOf(b.origin) + width // from the left edge of the column
	stop := flow.TabStop{At: ordinaryTab * (here.Length()/ordinaryTab + 1)}
	named := false
	for _, t := range b.p.Tabs {
		if lines.UnitsOf(t.At) > here && (!named || t.At < stop.At) {
			stop, named = t, true
		}
	}
	if hang := b.p.LeftIndent; b.origin < hang && here < lines.UnitsOf(hang) && hang <= stop.At {
		stop = flow.TabStop{At: hang}
	}
	b.runs[i].s = ""
	if stop.Leader != 0 {
		b.runs[i].s = string(stop.Leader)
	}
	to := lines.UnitsOf(stop.At)
	switch stop.Align {
	case doc.Right:
		to -= b.behind(i + 1)
	case doc.Center:
		to -= b.behind(i+1) / 2
	}
	return max(to-here, 0)
}

// behind is the width of what stands from run i to the next tab or line end.
func (b *breaker) behind(i int) lines.Units {
	var w lines.Units
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

// advance is the width of c in 1/2048 of the size. A letter that the face lacks is a
// finding at a place.
func (e *engine) advance(at *diag.Pos, s font.Style, c rune) lines.Units {
	w, ok := lines.Advance(e.m, s, c)
	if !ok {
		e.noGlyph(at, lines.Drawn(c))
	}
	return lines.Units(w)
}

// leaders sees that the face has the signs that the tabs of a paragraph draw.
func (e *engine) leaders(p *flow.Paragraph) {
	for i := range p.Tabs {
		if c := p.Tabs[i].Leader; c != 0 {
			e.advance(p.At, font.StyleOf(p.Font.Bold, p.Font.Italic), c)
		}
	}
}

// textWidth is the width of s on one line.
func (e *engine) textWidth(p *flow.Paragraph, l look, s string) lines.Units {
	var w lines.Units
	for _, c := range s {
		w += e.advance(p.At, l.style, c)
	}
	return w * lines.Units(l.size)
}
