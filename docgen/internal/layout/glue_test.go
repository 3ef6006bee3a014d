package layout

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// gluedText is random text in which every third space and every other hyphen holds, and
// some words have breaks inside.
func gluedText(r *rand.Rand) string {
	var b strings.Builder
	inside := false
	for _, c := range randomText(r) {
		if letter := unicode.IsLetter(c); letter && inside && r.IntN(8) == 0 {
			b.WriteRune(lines.Break)
		} else {
			inside = letter
		}
		switch {
		case c == ' ' && r.IntN(3) == 0:
			c = doc.NoBreakSpace
		case c == '-' && r.IntN(2) == 0:
			c = doc.NoBreakHyphen
		}
		b.WriteRune(c)
	}
	return b.String()
}

// gluedLines breaks a text by a rule, and says which of its letters that hold are needed.
func gluedLines(t *testing.T, rule lines.Rule, s string, width int) (lines []*line, needed *Glue, p *flow.Paragraph) {
	t.Helper()
	p = &flow.Paragraph{Font: flow.Font{Size: 10 * doc.Point}, Pitch: 12 * doc.Point, Loose: true, Inlines: doc.T(s)}
	e := newEngine(t.Context(), halfEm{}, rule)
	e.glue = &Glue{make(map[any][]int)}
	if err := e.paragraph(p, scope{width: doc.Length(width) * 5 * doc.Point, parent: e.tree.root}); err != nil {
		t.Fatal(err)
	}
	for i := range e.out {
		lines = append(lines, e.out[i].box.(*line))
	}
	return lines, e.glue, p
}

// loosened is s without the marks that are not needed.
func loosened(s string, g *Glue, p *flow.Paragraph) string {
	var b strings.Builder
	n := 0
	for _, c := range s {
		if lines.Marks(c) {
			if !g.Held(p, n) {
				c = lines.Drawn(c)
			}
			n++
		}
		if c >= 0 {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// TestGlue breaks texts with all letters that hold, then with those alone that are needed:
// the lines are the same, and so are their spaces. Without one of them, they are not.
func TestGlue(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	shown := func(set []*line) (s []string) {
		for _, ln := range set {
			s = append(s, strings.TrimRight(lines.Plain(ln.String()), " "))
		}
		return s
	}
	for _, rule := range lines.Rules() {
		needed, all := 0, 0
		for range 2000 {
			s, width := gluedText(r), 12+r.IntN(60)
			if rule.Shrink > 0 { // what is wider than a line is broken where it can be, and nothing is taken
				for _, piece := range strings.FieldsFunc(s, func(c rune) bool { return c == ' ' }) {
					width = max(width, visible(piece))
				}
			}
			want, g, p := gluedLines(t, rule, s, width)
			plain := loosened(s, g, p)
			got, again, q := gluedLines(t, rule, plain, width)
			if !slices.Equal(shown(got), shown(want)) {
				t.Fatalf("%s: %q in %d: lines\n%q, all held\n%q", rule.Name, plain, width, shown(got), shown(want))
			}
			for i := range got {
				if len(got[i].segs) > 0 && got[i].segs[0].space != want[i].segs[0].space {
					t.Fatalf("%s: %q in %d: line %q has other spaces", rule.Name, plain, width, got[i])
				}
			}
			if loosened(plain, again, q) != plain {
				t.Fatalf("%s: %q in %d: a second look needs less", rule.Name, plain, width)
			}
			all += marks(s)
			needed += marks(plain)
		}
		if needed == 0 || needed*3 > all {
			t.Errorf("%s: %d of %d are needed", rule.Name, needed, all)
		}
	}
}

// marks counts the letters of s that only say where lines may end.
func marks(s string) int { return len(strings.FieldsFunc("a"+s+"a", lines.Marks)) - 1 }

// TestGlueHeld tells what is needed at the edges of a text.
func TestGlueHeld(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"theo Điều\u00a02 và", 30, "theo Điều 2 và"},
		{"theo Điều\u00a02 và", 10, "theo Điều\u00a02 và"},
		{"theo Điều\u00a02", 11, "theo Điều 2"},
		{"\u00a0", 10, "\u00a0"},
		{"\u00a0a", 10, "\u00a0a"},
		{"a\u00a0", 10, "a\u00a0"},
		{"a \u00a0b", 10, "a \u00a0b"},
		{"a\u00a0 b", 10, "a\u00a0 b"},
		{"số 12/QĐ\u2011UBND", 20, "số 12/QĐ-UBND"},
		{"số 12/QĐ\u2011UBND", 9, "số 12/QĐ\u2011UBND"},
		{"là đồng/\u200bngười", 14, "là đồng/người"},
		{"là đồng/\u200bngười", 13, "là đồng/người"},
		{"là đồng/\u200bngười", 12, "là đồng/\u200bngười"},
		{"đồng/\u200bngười/\u200bnăm", 11, "đồng/người/\u200bnăm"},
		{"đồng/\u200bngười/\u200bnăm", 10, "đồng/\u200bngười/năm"},
		{"tám\u00a0đồng/\u200bngười", 9, "tám đồng/\u200bngười"},
	} {
		_, g, p := gluedLines(t, lines.Rule{}, c.text, c.width)
		if got := loosened(c.text, g, p); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.text, c.width, got, c.want)
		}
	}
	if !(*Glue)(nil).Held(nil, 0) || !new(Glue).Held(nil, 0) {
		t.Error("without having been looked at, all are needed")
	}
}
