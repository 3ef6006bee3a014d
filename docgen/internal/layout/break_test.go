package layout

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan/diag"
)

// slowLines is a reference breaker for text in one look of the made-up face:
// plain, quadratic, and of another form than the one it judges. Widths are in
// letters.
func slowLines(s string, first, rest int) []string {
	var lines []string
	width := first
	for {
		end := len(s)
		if visible(s) > width {
			end = 0
			for i := range s {
				if i > 0 && strings.ContainsAny(lastRune(s[:i]), " -–—") && s[i] != ' ' && visible(s[:i]) <= width {
					end = i
				}
			}
			if end == 0 || strings.TrimLeft(s[:end], " ") == "" && end < len(s) && !strings.HasPrefix(s, " ") {
				end = 0
				for i := range s {
					if i > 0 && visible(s[:i]) <= max(width, 1) {
						end = i
					}
				}
			}
		}
		lines = append(lines, s[:end])
		if s = s[end:]; s == "" {
			return lines
		}
		width = rest
	}
}

func lastRune(s string) string {
	r, _ := utf8.DecodeLastRuneInString(s)
	return string(r)
}

// visible is the length of s without the spaces that hang out.
func visible(s string) int { return utf8.RuneCountInString(strings.TrimRight(s, " ")) }

// fastLines breaks s with the engine; the text is set in letters of 5 pt.
func fastLines(t testing.TB, inlines []doc.Inline, first, rest int) []*line {
	t.Helper()
	em := 5 * doc.Point
	p := &flow.Paragraph{
		Font: flow.Font{Size: 10 * doc.Point}, Pitch: 12 * doc.Point, Inlines: inlines,
		FirstIndent: doc.Length(rest-first) * em, Loose: true,
	}
	e := newEngine(t.Context(), halfEm{}, lines.Rule{})
	if err := e.paragraph(p, scope{width: doc.Length(rest) * em, parent: e.tree.root}); err != nil {
		t.Fatal(err)
	}
	lines := make([]*line, len(e.out))
	for i := range e.out {
		lines[i] = e.out[i].box.(*line)
	}
	return lines
}

func (ln *line) String() string {
	var b strings.Builder
	for _, s := range ln.segs {
		b.WriteString(s.s)
	}
	return b.String()
}

// randomText is made of words with hyphens, dashes, strokes and now and then a
// very long one.
func randomText(r *rand.Rand) string {
	words := make([]string, 1+r.IntN(40))
	for i := range words {
		n := 1 + r.IntN(7)
		if r.IntN(12) == 0 {
			n = 20 + r.IntN(30)
		}
		letters := make([]rune, n)
		for k := range letters {
			letters[k] = []rune("abcđeêghiklmnơ/-–.,")[r.IntN(19)]
		}
		words[i] = string(letters)
	}
	return strings.Join(words, " ")
}

// TestAgainstReference breaks random texts, in one run and cut into runs of
// different looks, and compares them with what the slow breaker gives.
func TestAgainstReference(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	for range 3000 {
		s := randomText(r)
		rest := 5 + r.IntN(40)
		first := max(1, rest-r.IntN(6))
		want := slowLines(s, first, rest)
		for _, inlines := range [][]doc.Inline{doc.T(s), mixed(r, s)} {
			got := fastLines(t, inlines, first, rest)
			compareLines(t, got, want, s, first, rest)
			if t.Failed() {
				t.Fatalf("text %q, widths %d and %d", s, first, rest)
			}
		}
	}
}

// mixed cuts s into runs of different looks.
func mixed(r *rand.Rand, s string) []doc.Inline {
	var list []doc.Inline
	letters := []rune(s)
	for len(letters) > 0 {
		n := min(len(letters), 1+r.IntN(12))
		piece := doc.T(string(letters[:n]))
		switch r.IntN(3) {
		case 0:
			list = append(list, &doc.Strong{Inlines: piece})
		case 1:
			list = append(list, &doc.Emph{Inlines: piece})
		default:
			list = append(list, piece...)
		}
		letters = letters[n:]
	}
	return list
}

func compareLines(t *testing.T, got []*line, want []string, s string, first, rest int) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d lines, want %d: %q", len(got), len(want), want)
		return
	}
	for i, ln := range got {
		if g, w := strings.TrimRight(ln.String(), " "), strings.TrimRight(want[i], " "); g != w {
			t.Errorf("line %d is %q, want %q", i+1, g, w)
		}
		room := rest
		if i == 0 {
			room = first
		}
		checkLine(t, ln, doc.Length(room)*5*doc.Point, i == len(got)-1)
	}
}

// checkLine sees that runs follow one another without a gap, that no line is
// longer than its room unless it is one letter, and that a justified line ends
// at the margin.
func checkLine(t *testing.T, ln *line, room doc.Length, last bool) {
	t.Helper()
	if len(ln.segs) == 0 {
		return
	}
	left := ln.segs[0].x
	x := left
	spaces := 0
	for i, s := range ln.segs {
		if i > 0 && (s.x-x).Pt() > 0.01 || (x-s.x).Pt() > 0.01 {
			t.Errorf("run %q stands at %v, want %v", s.s, s.x, x)
		}
		text := s.s
		if i == len(ln.segs)-1 {
			text = strings.TrimRight(text, " ")
		}
		n := strings.Count(text, " ")
		spaces += n
		x += doc.Length(utf8.RuneCountInString(text))*5*doc.Point + s.space*doc.Length(n)
	}
	if x-left > room+slack && utf8.RuneCountInString(ln.String()) > 1 {
		t.Errorf("line %q is %v wide, its room is %v", ln, x-left, room)
	}
	if !last && spaces > 0 && ln.segs[0].space == 0 && room-(x-left) > slack && strings.HasSuffix(ln.String(), " ") {
		t.Errorf("line %q is not justified: %v of %v", ln, x-left, room)
	}
	if !last && ln.segs[0].space > 0 && room-(x-left) > slack {
		t.Errorf("justified line %q ends at %v, want %v", ln, x-left, room)
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// FuzzBreak sees that any text is broken without a panic, that nothing but
// spaces at the ends of lines is lost, and that no line is too long.
func FuzzBreak(f *testing.F) {
	f.Add("The quick brown fox", 10, 8)
	f.Add("giai đoạn 2021-2025, số 65/KH-UBND", 7, 7)
	f.Add("https://example.vn/a/very/long/path", 1, 3)
	f.Add(" \u00a0\u2011-  -– ", 0, 1)
	f.Fuzz(func(t *testing.T, s string, first, rest int) {
		if !utf8.ValidString(s) || len(s) > 2000 {
			return
		}
		rest = abs(rest)%200 + 1
		first = abs(first)%rest + 1
		lines := fastLines(t, doc.T(s), first, rest)
		var got strings.Builder
		for i, ln := range lines {
			got.WriteString(ln.String())
			room := rest
			if i == 0 {
				room = first
			}
			checkLine(t, ln, doc.Length(room)*5*doc.Point, i == len(lines)-1)
		}
		if g, w := squeeze(got.String()), squeeze(s); g != w {
			t.Errorf("%q became %q", w, g)
		}
	})
}

func squeeze(s string) string { return strings.NewReplacer(" ", "", "\u00a0", "").Replace(s) }

func abs(n int) int {
	if n < 0 {
		n = -n
	}
	return max(n, 0)
}

// TestNothingLost lays out random flows on small pages and sees that every
// word comes out once, in order.
func TestNothingLost(t *testing.T) {
	for _, seed := range []uint64{
		1795858886168935765, // the space below a broken cell made its row higher than the page had room
		1795861297640106574, // rows that share a cell parted, in a table within a cell
		uint64(time.Now().UnixNano()),
	} {
		nothingLost(t, seed)
	}
}

func nothingLost(t *testing.T, seed uint64) {
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	for range 300 {
		word := 0
		flow := &flow.Flow{Sections: []*flow.Section{{
			Page: flow.PageSetup{Width: doc.Pt(150 + float64(r.IntN(200))), Height: doc.Pt(90 + float64(r.IntN(200))), Top: doc.Pt(10),
				Bottom: doc.Pt(10), Left: doc.Pt(10), Right: doc.Pt(10)},
		}}}
		s := flow.Sections[0]
		for range 1 + r.IntN(12) {
			s.Blocks = append(s.Blocks, randomBlock(r, &word, 2))
		}
		res, found, err := Pages(t.Context(), flow, halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		tooTall := slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == "layout.too-tall" })
		seen := map[string]int{}
		for _, p := range res.Pages {
			for _, a := range p.Acts {
				if a, ok := a.(*Text); ok && a.Elem != nil {
					if !tooTall && a.Y > s.Page.Height-s.Page.Bottom {
						t.Errorf("%q stands below the text of its page", a.S)
					}
					for _, w := range strings.Fields(a.S) {
						seen[w]++
					}
				}
			}
		}
		for i := 1; i <= word; i++ {
			if n := seen[fmt.Sprintf("w%d", i)]; n != 1 {
				t.Fatalf("word w%d of %d stands %d times on the pages", i, word, n)
			}
		}
	}
}

// randomBlock is a paragraph, a table or a group of numbered words.
func randomBlock(r *rand.Rand, word *int, depth int) flow.Block {
	kind := r.IntN(6)
	if depth == 0 {
		kind = 0
	}
	switch kind {
	case 1, 2:
		return randomTable(r, word, depth)
	case 3:
		g := &flow.Group{Role: flow.Role(r.IntN(int(flow.RoleQuote))), KeepTogether: r.IntN(2) == 0}
		if g.Role == flow.RoleHeading {
			g.Role = flow.RoleNone
		}
		for range 1 + r.IntN(3) {
			g.Blocks = append(g.Blocks, randomBlock(r, word, depth-1))
		}
		return g
	}
	p := &flow.Paragraph{
		Font: flow.Font{Size: 10 * doc.Point}, Pitch: 12 * doc.Point, Align: doc.Align(r.IntN(4)),
		KeepNext: r.IntN(4) == 0, KeepLines: r.IntN(6) == 0, Loose: r.IntN(4) == 0,
		Before: doc.Pt(float64(r.IntN(8))), After: doc.Pt(float64(r.IntN(8))),
	}
	for range 1 + r.IntN(3) {
		var b strings.Builder
		for range 1 + r.IntN(20) {
			*word++
			fmt.Fprintf(&b, "w%d ", *word)
		}
		p.Inlines = append(p.Inlines, &doc.Text{S: b.String()})
		if r.IntN(6) == 0 {
			*word++
			p.Inlines = append(p.Inlines, &doc.Note{Number: 1, Inlines: doc.T(fmt.Sprintf("w%d", *word))})
		}
	}
	return p
}

// randomTable has cells over several rows and columns.
func randomTable(r *rand.Rand, word *int, depth int) flow.Block {
	n := 1 + r.IntN(3)
	t := &flow.Table{Border: doc.Length(r.IntN(2)) * doc.Point, Padding: doc.Point}
	for range n {
		t.Columns = append(t.Columns, 40*doc.Point)
	}
	rows := 1 + r.IntN(6)
	busy := make([]int, n)
	for i := range rows {
		row := &flow.Row{Whole: r.IntN(4) == 0, KeepNext: r.IntN(5) == 0}
		for c := 0; c < n; {
			if busy[c] > i {
				c++
				continue
			}
			cell := &flow.Cell{Columns: 1, Rows: 1 + r.IntN(rows-i), VAlign: flow.VAlign(r.IntN(3))}
			for c+cell.Columns < n && busy[c+cell.Columns] <= i && r.IntN(3) == 0 {
				cell.Columns++
			}
			if r.IntN(2) == 0 {
				cell.Rows = 1
			}
			for k := range cell.Columns {
				busy[c+k] = i + cell.Rows
			}
			for range r.IntN(3) {
				cell.Blocks = append(cell.Blocks, randomBlock(r, word, depth-1))
			}
			row.Cells = append(row.Cells, cell)
			c += cell.Columns
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// TestLongWord lays out a word of a million letters, in the text and in cells
// that must not and may break it: time grows with its length, not the square.
func TestLongWord(t *testing.T) {
	word := strings.Repeat("a", 1_000_000)
	p := func() []flow.Block {
		return []flow.Block{&flow.Paragraph{Font: flow.Font{Size: doc.Pt(14)}, Inlines: doc.T(word)}}
	}
	table := &flow.Table{Columns: []doc.Length{doc.MM(50), doc.MM(50)}, Rows: []*flow.Row{
		{Cells: []*flow.Cell{{Blocks: p()}, {Blocks: p(), BreakWords: true}}},
	}}
	start := time.Now()
	_, found, err := Pages(t.Context(), flowOf(append(p(), table)...), halfEm{})
	if err != nil {
		t.Fatal(err)
	}
	if d := time.Since(start); d > 10*fuzzing.Slowness*time.Second {
		t.Errorf("three words of a million letters take %v", d)
	}
	narrow := 0
	for _, d := range found {
		if d.Rule == "layout.column-too-narrow" {
			narrow++
			if want := strings.Repeat("a", 40) + "…"; d.Found != want {
				t.Errorf("the finding shows %d bytes of the word", len(d.Found))
			}
		}
	}
	if narrow != 1 {
		t.Errorf("%d cells too narrow, want 1", narrow)
	}
}
