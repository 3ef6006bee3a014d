// Package text writes a flow as plain text, for terminals, search and tests.
//
// A paragraph is one line, however long it is, so that a search finds its words;
// what the page centres or sets to the right stands so in a line of 80
// letters, of 120 on pages that are turned. The two columns of a letterhead stand side by side, data tables
// in columns of letters, footnotes behind their section. The same flow always gives
// the same text, in NFC.
package text

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/vi"
)

// lineWidth is how many letters stand in a line where width matters.
const lineWidth = 80

// turnedWidth is the same on pages whose text is wider than A4 is across.
const turnedWidth = 120

// Write writes f to w. It fails on a node it does not know, before anything is
// written, and with what w says.
func Write(w io.Writer, f *flow.Flow) error {
	var out bytes.Buffer
	var fault error
	for i, s := range f.Sections {
		wr := &writer{fault: &fault}
		if wr.section(s); fault != nil {
			return fmt.Errorf("write text: %w", fault)
		}
		if i > 0 && len(wr.lines) > 0 {
			out.WriteByte('\n')
		}
		for _, l := range tidy(wr.lines) {
			out.WriteString(vi.NFC(l))
			out.WriteByte('\n')
		}
	}
	if _, err := out.WriteTo(w); err != nil {
		return fmt.Errorf("write text: %w", err)
	}
	return nil
}

// tidy drops spaces at the ends of lines, and empty lines beside empty lines
// and at both ends.
func tidy(lines []string) []string {
	kept := lines[:0]
	for _, l := range lines {
		l = strings.TrimRight(l, " ")
		if l == "" && (len(kept) == 0 || kept[len(kept)-1] == "") {
			continue
		}
		kept = append(kept, l)
	}
	if n := len(kept); n > 0 && kept[n-1] == "" {
		kept = kept[:n-1]
	}
	return kept
}

// writer gathers the lines of one section.
type writer struct {
	lines []string
	notes []*doc.Note
	fault *error // the first thing that cannot be shown; what is gathered behind it nobody sees
}

// place is where blocks are being written.
type place struct {
	letters int        // width in letters
	width   doc.Length // the same on paper, for the length of rules
	cell    bool       // lines are broken at the width
	natural bool       // only the length of each line is asked for
}

func (w *writer) add(s string) { w.lines = append(w.lines, s) }

func (w *writer) fail(format string, args ...any) {
	if *w.fault == nil {
		*w.fault = fmt.Errorf(format, args...)
	}
}

func (w *writer) section(s *flow.Section) {
	at := place{letters: lineWidth, width: s.Page.TextWidth()}
	for _, f := range s.Frames {
		w.block(f, at)
	}
	if at.width > doc.MM(210) {
		at.letters = turnedWidth
	}
	w.blocks(s.Blocks, at)
	if len(w.notes) > 0 {
		w.add("")
	}
	for i := 0; i < len(w.notes); i++ { // a note may hold further notes
		n := w.notes[i]
		w.add(noteMark(n) + " " + strings.ReplaceAll(w.inlines(n.Inlines), "\n", " "))
	}
	if len(s.Foot) > 0 {
		w.add("")
	}
	w.blocks(s.Foot, at)
}

func (w *writer) blocks(list []flow.Block, at place) {
	for _, b := range list {
		w.block(b, at)
	}
}

func (w *writer) block(b flow.Block, at place) {
	switch b := b.(type) {
	case *flow.Paragraph:
		w.paragraph(b, at)
	case *flow.Group:
		w.blocks(b.Blocks, at)
	case *flow.Table:
		w.table(b, at)
	case *flow.Rule:
		w.add(at.aligned(strings.Repeat("-", dashes(b.Length, at)), b.Align))
	case *flow.Break:
		w.add("")
	case *flow.Slot:
		w.add("")
		for _, p := range b.Pictures {
			w.picture(p.Picture.Alt, doc.Center, at)
		}
	case *flow.Figure:
		w.picture(b.Picture.Alt, b.Align, at)
	case *flow.Drawing:
		w.picture(b.Alt, b.Align, at)
	case *flow.Frame:
		w.frame(b, at)
	default:
		w.fail("unknown block %T", b)
	}
}

// dashes is how many dashes a rule is long.
func dashes(length doc.Length, at place) int {
	if at.natural {
		return 1
	}
	if length <= 0 || length >= at.width || at.width <= 0 {
		return at.letters
	}
	return max(1, int(length*doc.Length(at.letters)/at.width))
}

// picture writes the alternative text of a picture; an ornament has none.
func (w *writer) picture(alt string, a doc.Align, at place) {
	if alt != "" {
		w.add(at.aligned("["+alt+"]", a))
	}
}

// paragraph writes a paragraph: a line, or as many as it has line breaks;
// inside a cell as many as its width asks for.
func (w *writer) paragraph(p *flow.Paragraph, at place) {
	s := w.inlines(p.Inlines)
	if !at.cell && (p.Role == flow.RoleHeading || p.Role == flow.RoleTitle) && p.Before > 0 {
		w.add("")
	}
	for l := range strings.SplitSeq(s, "\n") {
		l = strings.TrimSpace(leaders(l, p.Tabs))
		if !at.cell {
			w.add(at.aligned(l, p.Align))
			continue
		}
		for _, l := range wrap(l, at.letters) {
			w.add(at.aligned(l, p.Align))
		}
	}
}

// inside gives the lines of what stands in a frame or cell, and keeps its footnotes.
func (w *writer) inside(blocks []flow.Block, at place) []string {
	inner := &writer{fault: w.fault}
	inner.blocks(blocks, at)
	w.notes = append(w.notes, inner.notes...)
	return inner.lines
}

// frame writes what a frame holds in brackets: it stands beside the text.
func (w *writer) frame(f *flow.Frame, at place) {
	for _, l := range w.inside(f.Blocks, place{letters: at.letters, width: f.Width, natural: at.natural}) {
		if l = strings.TrimSpace(l); l != "" {
			w.add("[" + l + "]")
		}
	}
}

// aligned puts spaces before s, so that it stands in the middle or at the end
// of a line. A longer line stays as it is.
func (at place) aligned(s string, a doc.Align) string {
	free := at.letters - utf8.RuneCountInString(s)
	if free <= 0 || s == "" || at.natural {
		return s
	}
	switch a {
	case doc.Center:
		return strings.Repeat(" ", free/2) + s
	case doc.Right:
		return strings.Repeat(" ", free) + s
	}
	return s
}

// wrap breaks a line at spaces, and words that are longer than the width anywhere.
func wrap(s string, letters int) []string {
	letters = max(letters, 1)
	var out []string
	var set strings.Builder // of the line
	var l lines.Line
	for word := range strings.FieldsSeq(s) {
		for rest := []rune(word); len(rest) > 0; {
			part := lines.Word{Width: min(len(rest), letters)}
			if part.Width == len(rest) {
				part.Space = 1
			}
			if l.Take(&part, letters) {
				out = append(out, set.String())
				set.Reset()
			} else if set.Len() > 0 {
				set.WriteByte(' ')
			}
			set.WriteString(string(rest[:part.Width]))
			rest = rest[part.Width:]
		}
	}
	return append(out, set.String())
}
