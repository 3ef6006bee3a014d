package layout

import (
	"bytes"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestDumpOfNothing: pages without a text have no tags.
func TestDumpOfNothing(t *testing.T) {
	for _, r := range []*Result{{}, {Root: &Element{Role: "Document"}}} {
		var b bytes.Buffer
		if err := Dump(&b, r); err != nil || b.Len() > 0 {
			t.Errorf("%q, %v", b.String(), err)
		}
	}
	r := &Result{Root: &Element{Role: "Document", Kids: []*Element{{Role: "P"}}}}
	var b bytes.Buffer
	if err := Dump(&b, r); err != nil || b.String() != "<Document>\n  <P>\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}

// TestLongRuns: texts of one look are one act, up to a length from which they are left apart.
func TestLongRuns(t *testing.T) {
	for letters, want := range map[int]int{longRun - 1: 1, longRun: 2} {
		p := &flow.Paragraph{Font: flow.Font{Size: doc.Pt(0.01)}, Inlines: []doc.Inline{&doc.Text{S: strings.Repeat("a", letters)}, &doc.Text{S: "b"}}}
		r, _, err := Pages(t.Context(), flowOf(p), halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(r.Pages[0].Acts); got != want {
			t.Errorf("%d letters and one more are %d acts, want %d", letters, got, want)
		}
	}
}

// TestLinksToNowhere: a link without an address is text, and so is the mark of a note whose text stands elsewhere.
func TestLinksToNowhere(t *testing.T) {
	p := func(in ...doc.Inline) *flow.Paragraph {
		return &flow.Paragraph{Font: flow.Font{Size: 10 * doc.Point}, Inlines: in}
	}
	link := func(url string) *doc.Link { return &doc.Link{URL: url, Inlines: doc.T("trang")} }
	for name, tt := range map[string]struct {
		p       *flow.Paragraph
		anchors int
		texts   string
	}{
		"no address": {p(link("")), 0, "trang"}, "address": {p(link("https://a.vn")), 1, "trang"},
		"note and mark": {p(&doc.Text{S: "a"}, &doc.Note{Number: 1, Inlines: doc.T("chú thích")}, &doc.Text{S: "b"}, &doc.Note{Number: 1}), 0,
			"a|1|b|1|1|chú thích"},
	} {
		r, _, err := Pages(t.Context(), flowOf(tt.p), halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		anchors, texts := 0, []string{}
		for _, a := range r.Pages[0].Acts {
			switch a := a.(type) {
			case *Anchor:
				anchors++
			case *Text:
				texts = append(texts, strings.TrimSpace(a.S))
			}
		}
		if got := strings.Join(texts, "|"); anchors != tt.anchors || got != tt.texts {
			t.Errorf("%s: %d links, %q, want %d, %q", name, anchors, got, tt.anchors, tt.texts)
		}
	}
}

// TestArtifactPicture: a picture inside of what nobody hears has no element, whatever its words.
func TestArtifactPicture(t *testing.T) {
	for role, want := range map[flow.Role]bool{flow.RoleArtifact: false, flow.RolePart: true} {
		pic := &doc.Picture{Name: "dau.png", Alt: "Dấu"}
		frame := &flow.Frame{Role: role, Width: doc.MM(50), Height: doc.MM(50), Blocks: []flow.Block{
			&flow.Figure{Picture: pic, Width: doc.MM(10), Height: doc.MM(10)}}}
		r, found, err := Pages(t.Context(), flowOf(frame), halfEm{})
		if err != nil || len(found) > 0 {
			t.Fatal(err, found)
		}
		for _, a := range r.Pages[0].Acts {
			if i, ok := a.(*Image); !ok || (i.Elem != nil) != want {
				t.Errorf("role %v: %+v", role, a)
			}
		}
	}
}

// TestControlLetters: control characters are named by their number, letters by themselves.
func TestControlLetters(t *testing.T) {
	for r, want := range map[rune]string{
		0: "ký tự điều khiển U+0000", 0x1f: "ký tự điều khiển U+001F", ' ': `ký tự " "`, '~': `ký tự "~"`, 0x7f: "ký tự điều khiển U+007F",
		0x80: "ký tự \"\\u0080\"",
	} {
		if d := NoGlyph(diag.Pos{}, r); !strings.Contains(d.Message, want) {
			t.Errorf("%U: %s", r, d.Message)
		}
	}
}

// TestHeldOfOthers: of a text that nobody asked about all marks hold.
func TestHeldOfOthers(t *testing.T) {
	p, other := new(flow.Paragraph), new(flow.Paragraph)
	g := &Glue{held: map[any][]int{p: {1}}}
	for node, want := range map[*flow.Paragraph][2]bool{p: {false, true}, other: {true, true}} {
		if got := [2]bool{g.Held(node, 0), g.Held(node, 1)}; got != want {
			t.Errorf("%v, want %v", got, want)
		}
	}
}

// TestWordInMessages: the word around a place, cut where it is long; nothing where no text stands.
func TestWordInMessages(t *testing.T) {
	long := strings.Repeat("x", wordShown)
	b := &breaker{runs: []run{{kind: textRun, s: "một hai"}, {kind: tabRun, s: "."}, {kind: textRun, s: long}, {kind: textRun, s: long + "x"}}}
	for at, want := range map[place]string{
		{0, 0}: "một", {0, 5}: "một", {0, 6}: "hai", {0, 9}: "hai", {1, 0}: "", {2, 5}: long, {3, 5}: long + "…", {4, 0}: "", {5, 0}: "",
	} {
		if got := b.word(at); got != want {
			t.Errorf("%v: %q, want %q", at, got, want)
		}
	}
}
