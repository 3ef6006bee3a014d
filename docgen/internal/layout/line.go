package layout

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// line is one line of text, ready to be drawn.
type line struct {
	segs   []seg
	height doc.Length
	base   doc.Length // from the top of the line to the baseline
	align  doc.Align  // Center or Right: how the line moves when a page number is wider than one digit
	number bool       // holds a page number
	marks  []*Bookmark
}

// seg is the part of a run that stands on one line.
type seg struct {
	run   *run
	s     string
	x     doc.Length // from the left edge of the column
	width doc.Length
	space doc.Length // added to each U+0020
}

// naturalPitch is the distance of baselines without a Pitch, in hundredths of
// the size: ascent, descent and line gap of Times New Roman.
const naturalPitch = 115

// metrics gives the height of a line of text of a size, and its baseline. What a pitch is
// higher than the letters need stands above them, as in Word and LibreOffice.
func (e *engine) metrics(pitch, size doc.Length) (height, base doc.Length) {
	height = max(pitch, size*naturalPitch/100)
	return height, height - e.descent(size)
}

func (e *engine) ascent(size doc.Length) doc.Length {
	return lines.Length(e.m.Ascent(), size)
}

func (e *engine) descent(size doc.Length) doc.Length {
	return lines.Length(e.m.Descent(), size)
}

// set makes a line of what fill gathered.
func (b *breaker) set(c cut) *line {
	e := b.e
	marks := e.marks[:c.marks]
	extra := b.room.Length() - c.width.Length()
	stretch := c.spaces - c.fixed
	var space, shift doc.Length
	switch {
	case stretch > 0 && (extra < 0 || b.p.Align == doc.Justify && c.ending == wrapped):
		space = extra / doc.Length(stretch)
	case b.p.Align == doc.Center:
		shift = extra / 2
	case b.p.Align == doc.Right:
		shift = extra
	}
	ln := e.lines.One()
	ln.align = b.p.Align
	size := b.p.Font.Size
	segs := e.setting[:0]
	for i, m := range marks {
		r := &b.runs[m.at.run]
		if m.at.run > c.last.run || m.at.run == c.last.run && m.at.at >= c.last.at {
			break // only spaces that hang, or nothing
		}
		sg := seg{run: r, x: b.origin + shift + m.left.Length()}
		right := c.width
		if i+1 < len(marks) {
			right = min(right, marks[i+1].left)
		}
		sg.width = (right - m.left).Length()
		if i >= c.tab {
			sg.x += space * doc.Length(m.spaces-c.fixed)
			if r.kind == textRun {
				sg.space = space
			}
		}
		switch r.kind {
		case textRun:
			end := len(r.s)
			if m.at.run == c.last.run {
				end = c.last.at
				if end < len(r.s) && r.s[end] == ' ' {
					end++ // one space stays, for who copies or hears the text
				}
			}
			if sg.s = b.ordinary(m.at, end, &b.filled); sg.s == "" {
				continue
			}
		case tabRun:
			partWords(segs)
			if sg.s = r.s; sg.s != "" {
				r.elem = e.tree.blank(r.elem) // a line to be filled
			}
		case numberRun:
			ln.number = true
		}
		size = max(size, r.size)
		segs = append(segs, sg)
	}
	if c.ending == broken || c.ending == final && b.p.Role == flow.RoleTitle || b.spaceBefore(c.next) {
		partWords(segs)
	}
	if p := c.last; p.before(c.next) && p.at < len(b.runs[p.run].s) && b.runs[p.run].s[p.at] != ' ' && b.filled.at(p) {
		b.held = append(b.held, p) // the line ends at a no-break space
	}
	e.setting = segs
	ln.segs = e.segs.Clone(segs)
	ln.height, ln.base = e.metrics(b.p.Pitch, size)
	return ln
}

// ordinary is the text of a run from a place on, with an ordinary space for each no-break
// space that may as well be one, and without breaks inside words.
func (b *breaker) ordinary(from place, end int, h *grip) string {
	s := b.runs[from.run].s[from.at:end]
	if !b.parted && !strings.Contains(s, string(doc.NoBreakSpace)) && (b.e.glue == nil || !strings.Contains(s, string(doc.NoBreakHyphen))) {
		return s
	}
	out := b.e.words.Room(len(s))
	start, done := out.Len(), 0 // done: bytes of s that are written
	for i, c := range s {
		if c < doc.NoBreakSpace {
			continue
		}
		p, instead := place{from.run, from.at + i}, ""
		switch {
		case c == lines.Break:
			if i+utf8.RuneLen(c) == len(s) {
				b.held = append(b.held, p) // the line ends at it
			}
		case lines.Holds(c) && (h.at(p) || !b.between(p)):
			b.held = append(b.held, p)
			continue
		case c == doc.NoBreakSpace:
			instead = " "
		default:
			continue
		}
		if !b.e.glueOnly { // which asks for no text
			out.WriteString(s[done:i])
			out.WriteString(instead)
		}
		done = i + utf8.RuneLen(c)
	}
	if b.e.glueOnly {
		return s
	}
	out.WriteString(s[done:])
	return out.String()[start:]
}

// spaceBefore reports whether a space stands before a place, in the same run.
func (b *breaker) spaceBefore(at place) bool {
	return at.at > 0 && b.runs[at.run].s[at.at-1] == ' '
}

// partWords puts a space behind the last word before a tab, a line break, the
// next paragraph of a title, or a space that hangs and begins another run. It is not
// seen, but without it who hears or copies the text gets the two words as one.
func partWords(segs []seg) {
	if len(segs) == 0 {
		return
	}
	if last := &segs[len(segs)-1]; last.run.kind == textRun && last.run.elem != nil && !strings.HasSuffix(last.s, " ") {
		last.s += " "
	}
}

// draw draws the line: one act for each run.
func (ln *line) draw(p *painter, x, y doc.Length) {
	for _, m := range ln.marks {
		p.reached(m, y)
	}
	var moved doc.Length // by page numbers of more than one digit
	if ln.number {
		x, moved = ln.numbered(p, x)
	}
	for i := range ln.segs {
		sg := &ln.segs[i]
		r := sg.run
		left, base := x+sg.x, y+ln.base-r.rise
		switch r.kind {
		case textRun:
			p.text(left, base, r.look, sg.space, sg.s, r.elem, r.of)
			if r.blank != nil && r.blank.Name != "" {
				p.named(r.blank.Name, left, base-p.e.ascent(r.size), sg.width, p.e.ascent(r.size)+p.e.descent(r.size))
			}
		case numberRun:
			s := strconv.Itoa(p.number)
			p.text(left, base, r.look, 0, s, r.elem, r.of)
			x += moved
		case blankRun:
			p.blank(left, base, sg, r.blank.Leader)
			if r.blank.Name != "" {
				p.named(r.blank.Name, left, base-p.e.ascent(r.size), sg.width, p.e.ascent(r.size)+p.e.descent(r.size))
			}
		case tabRun:
			if sg.s != "" {
				p.blank(left, base, sg, rune(sg.s[0]))
			}
		}
		if r.link != nil {
			p.anchor(left, y, ln.drawn(sg), ln.height, r.link, r.elem)
		}
	}
}

// drawn is the width of a seg with its stretched spaces.
func (ln *line) drawn(sg *seg) doc.Length {
	n := strings.Count(strings.TrimRight(sg.s, " "), " ")
	return sg.width + sg.space*doc.Length(n)
}

// numbered gives the left edge of a line and the width by which each page number on
// it is wider than the one digit that was kept free.
func (ln *line) numbered(p *painter, x doc.Length) (left, moved doc.Length) {
	n := 0
	for i := range ln.segs {
		if r := ln.segs[i].run; r.kind == numberRun {
			n++
			digits := len(strconv.Itoa(p.number))
			w, _ := lines.Advance(p.e.m, r.style, '0')
			moved = lines.Length(w*(digits-1), r.size)
		}
	}
	switch all := moved * doc.Length(n); ln.align {
	case doc.Center:
		x -= all / 2
	case doc.Right:
		x -= all
	}
	return x, moved
}
