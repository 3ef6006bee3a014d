package layout

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// scope is where blocks are being lowered: how wide the column is, which
// element holds them, and what to say when a word is wider than the column.
type scope struct {
	width   doc.Length
	parent  *Element  // nil: everything is an artifact
	at      *diag.Pos // of the paragraph
	list    bool      // directly inside of a list
	item    *item     // list item whose paragraphs these are; nil outside of lists
	fitted  bool      // the column may be just as wide as its text: a cell or a frame
	tight   *tight    // nil: long words may be broken at any letter
	noNotes string    // where footnotes cannot stand; empty: they can
}

// tight is a column whose words must not be broken: a cell or a frame. A word
// wider than it is one finding, at the place of the paragraph, or else of the
// column.
type tight struct {
	at      *diag.Pos
	rule    string
	message string // with %q for the word
	style   bool   // message has %[1]q for the paragraph's style and %[2]q for the word
	fix     string
	said    bool
}

// tooWide reports the word around a place, which had to be broken inside a
// letter sequence.
func (e *engine) tooWide(s scope, b *breaker, at place) {
	t := s.tight
	if t == nil || t.said {
		return
	}
	t.said = true
	d := &diag.Diagnostic{Pos: flow.Known(s.at, t.at), Rule: t.rule, Found: b.word(at), Fix: t.fix}
	if t.style {
		d.Message = fmt.Sprintf(t.message, b.p.Style, d.Found)
	} else {
		d.Message = fmt.Sprintf(t.message, d.Found)
	}
	e.found.Add(d)
}

// lacked is a letter that no face has, in the paragraph at a place.
type lacked struct {
	at diag.Pos
	r  rune
}

// noGlyph reports a letter that the face lacks, once for each paragraph.
func (e *engine) noGlyph(at *diag.Pos, r rune) {
	k := lacked{flow.Known(at), r}
	if e.missing[k] {
		return
	}
	if e.missing == nil {
		e.missing = map[lacked]bool{}
	}
	e.missing[k] = true
	e.found.Add(NoGlyph(k.at, r))
}

// NoGlyph is the finding for a letter that the faces lack.
func NoGlyph(at diag.Pos, r rune) *diag.Diagnostic {
	d := &diag.Diagnostic{
		Pos:   at,
		Rule:  ruleGlyph,
		Found: string(r),
		Fix:   "thay bằng chữ hoặc ký hiệu khác",
	}
	if r < ' ' || r == 0x7f {
		d.Message = fmt.Sprintf("văn bản chứa ký tự điều khiển U+%04X, không in được", r)
	} else {
		d.Message = fmt.Sprintf("phông chữ không có ký tự %q (U+%04X)", string(r), r)
	}
	return d
}
