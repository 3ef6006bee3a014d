package layout

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// TestSlant: by the rule of LibreOffice no word is taken whose no-break space or hyphen would not
// fit if it alone shrank, and a line that ends in italics keeps a twelfth of their
// height free, whether its spaces shrink or not; no other rule does, nor upright text.
func TestSlant(t *testing.T) {
	// Letters of 10 pt are 5 pt wide; "aaaa bbbb" is 45 pt.
	const free = 18 * doc.Twip // of 220, ascent and descent
	lines := func(rule string, in doc.Inline, align doc.Align, width doc.Length) int {
		t.Helper()
		r, _ := lines.RuleOf(rule)
		e := newEngine(t.Context(), halfEm{}, r)
		p := &flow.Paragraph{Font: flow.Font{Size: 10 * doc.Point}, Pitch: 12 * doc.Point, Loose: true, Align: align,
			Inlines: []doc.Inline{in}}
		if err := e.paragraph(p, scope{width: width, parent: e.tree.root}); err != nil {
			t.Fatal(err)
		}
		return len(e.out)
	}
	upright := &doc.Text{S: "aaaa bbbb"}
	italic := &doc.Emph{Inlines: []doc.Inline{upright}}
	three := &doc.Text{S: "aaaa bbbb cccc"}           // 70 pt, whose spaces may shrink by 2.5
	held := &doc.Text{S: "a a a a a a a a bb\u00a0c"} // 100 pt, whose spaces may shrink by 10; 93.75 up to the no-break one
	tests := []struct {
		rule  string
		in    doc.Inline
		align doc.Align
		width doc.Length
		lines int
	}{
		{"libreoffice", upright, doc.Left, 45 * doc.Point, 1},
		{"libreoffice", italic, doc.Left, 45*doc.Point + free, 1},
		{"libreoffice", italic, doc.Left, 45*doc.Point + free - doc.Twip, 2},
		{"mode14", italic, doc.Left, 45 * doc.Point, 1},
		{"word15", italic, doc.Left, 45 * doc.Point, 1},
		{"libreoffice", three, doc.Justify, 68 * doc.Point, 1},
		{"libreoffice", &doc.Emph{Inlines: []doc.Inline{three}}, doc.Justify, 68 * doc.Point, 2},
		{"libreoffice", &doc.Emph{Inlines: []doc.Inline{three}}, doc.Justify, 69 * doc.Point, 1},
		{"libreoffice", held, doc.Justify, 94 * doc.Point, 1},
		{"libreoffice", held, doc.Justify, 93 * doc.Point, 2},
		{"libreoffice", &doc.Text{S: "a a a a a a a a bb\u2011c"}, doc.Justify, 93 * doc.Point, 2},
		{"libreoffice", &doc.Text{S: "a a a a a a a a bbbc"}, doc.Justify, 93 * doc.Point, 1},
		{"libreoffice", &doc.Text{S: "a\u00a0a a a a a a a bbbc"}, doc.Justify, 93 * doc.Point, 1},
	}
	for _, tt := range tests {
		if got := lines(tt.rule, tt.in, tt.align, tt.width); got != tt.lines {
			t.Errorf("%s, %T in %.2f pt: %d lines, want %d", tt.rule, tt.in, float64(tt.width)/float64(doc.Point), got, tt.lines)
		}
	}
}
