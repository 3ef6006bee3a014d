package layout

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
	"github.com/vanban-go/vanban/plan/diag"
)

// caseFlows reads the flows of all case files, by their names.
func caseFlows(t *testing.T) map[string]*flow.Flow {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	flows := make(map[string]*flow.Flow)
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if flows[name], err = flowcase.Read(txtar.Parse(src).Files[0].Data); err != nil {
			t.Fatal(err)
		}
	}
	return flows
}

// TestCoverage finds the letters that Pages finds: in each case file, and
// wherever a letter can stand.
func TestCoverage(t *testing.T) {
	flows := caseFlows(t)
	flows["everywhere"] = everywhere()
	seen := 0
	for name, f := range flows {
		_, all, err := Pages(t.Context(), f, halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		want := slices.DeleteFunc(all, func(d *diag.Diagnostic) bool { return d.Rule != "font.missing-glyph" })
		got, err := Coverage(t.Context(), f, halfEm{})
		if err != nil || got.Error() != want.Error() {
			t.Errorf("%s: got\n%v\nwant\n%v\nerror %v", name, got, want, err)
		}
		seen += len(want)
	}
	if want := len(strange) + 2; seen < want {
		t.Errorf("%d letters seen, want %d at least", seen, want)
	}
}

// strange are letters that the made-up face lacks.
var strange = []rune("😀😁😂😃😄😅😆😇😈😉😊😋😌😍")

// everywhere is a flow with one strange letter in each place for text.
func everywhere() *flow.Flow {
	next := 0
	letter := func() []doc.Inline {
		next++
		return doc.T(string(strange[next-1]))
	}
	p := func(in ...doc.Inline) []flow.Block { return []flow.Block{&flow.Paragraph{Inlines: in}} }
	f := flowOf(
		&flow.Group{Blocks: p(&doc.Strong{Inlines: letter()}, &doc.Emph{Inlines: letter()}, &doc.Upright{Inlines: letter()})},
		&flow.Paragraph{Inlines: []doc.Inline{
			&doc.Label{Inlines: letter()}, &doc.Note{Number: 1, Inlines: letter()},
			&doc.Link{URL: "https://example.org", Inlines: letter()}, &doc.Ref{Inlines: letter()},
			&doc.Blank{Value: string(strange[10])}, &doc.Blank{Width: doc.MM(20), Leader: strange[12]},
		}},
		&flow.Paragraph{Tabs: []flow.TabStop{{At: doc.MM(20)}, {At: doc.MM(40), Leader: strange[13]}},
			Inlines: []doc.Inline{&doc.Tab{}, &doc.Tab{}}},
		&flow.Table{Columns: []doc.Length{doc.MM(50)}, Rows: []*flow.Row{{Cells: []*flow.Cell{{Blocks: p(letter()...)}}}}},
		&flow.Drawing{Shapes: []flow.Shape{&flow.Caption{S: string(strange[11])}}},
	)
	f.Sections[0].Foot = p(letter()...)
	f.Sections[0].Frames = []*flow.Frame{{Width: doc.MM(50), Height: doc.MM(50), Blocks: p(letter()...)}}
	return f
}

// only is a face that lacks a letter in some styles.
type only struct {
	halfEm
	lacks map[font.Style]bool
}

// Width knows of no text: each letter is asked for.
func (only) Width(font.Style, string) (int, bool) { return 0, false }

func (m only) Advance(s font.Style, r rune) (int, bool) { return font.Em / 2, r != 'x' || !m.lacks[s] }

// TestCoverageByStyle: a letter is looked for in the face that it is drawn in.
func TestCoverageByStyle(t *testing.T) {
	x := func() []doc.Inline { return doc.T("x") }
	in := func(f flow.Font, in ...doc.Inline) *flow.Flow { return flowOf(&flow.Paragraph{Font: f, Inlines: in}) }
	bold, italic := flow.Font{Bold: true}, flow.Font{Italic: true}
	for name, tt := range map[string]struct {
		flow *flow.Flow
		want font.Style
	}{
		"plain":             {in(flow.Font{}, &doc.Text{S: "x"}), font.Regular},
		"of the paragraph":  {in(bold, &doc.Text{S: "x"}), font.Bold},
		"strong":            {in(italic, &doc.Strong{Inlines: x()}), font.BoldItalic},
		"emphasis":          {in(bold, &doc.Emph{Inlines: x()}), font.BoldItalic},
		"emphasis twice":    {in(flow.Font{}, &doc.Emph{Inlines: []doc.Inline{&doc.Emph{Inlines: x()}}}), font.Regular},
		"upright":           {in(flow.Font{Bold: true, Italic: true}, &doc.Upright{Inlines: x()}), font.Regular},
		"behind the strong": {in(flow.Font{}, &doc.Strong{Inlines: doc.T("a")}, &doc.Text{S: "x"}), font.Regular},
		"note":              {in(bold, &doc.Note{Number: 1, Inlines: x()}), font.Regular},
		"strong in a note":  {in(italic, &doc.Note{Number: 1, Inlines: []doc.Inline{&doc.Strong{Inlines: x()}}}), font.Bold},
		"label and link":    {in(bold, &doc.Label{Inlines: []doc.Inline{&doc.Link{URL: "u", Inlines: x()}}}), font.Bold},
		"leader":            {in(bold, &doc.Emph{Inlines: []doc.Inline{&doc.Blank{Width: doc.MM(9), Leader: 'x'}}}), font.BoldItalic},
		"leader of a tab": {flowOf(&flow.Paragraph{Font: italic, Tabs: []flow.TabStop{{At: doc.MM(20), Leader: 'x'}},
			Inlines: []doc.Inline{&doc.Tab{}}}), font.Italic},
		"caption":        {flowOf(&flow.Drawing{Shapes: []flow.Shape{&flow.Caption{Font: bold, S: "x"}}}), font.Bold},
		"next paragraph": {flowOf(&flow.Paragraph{Font: bold, Inlines: doc.T("a")}, &flow.Paragraph{Inlines: x()}), font.Regular},
		"behind a paragraph": {flowOf(&flow.Group{Blocks: []flow.Block{&flow.Paragraph{Font: bold}}},
			&flow.Paragraph{Font: italic, Inlines: x()}),
			font.Italic},
	} {
		for s := range font.Styles {
			m := only{lacks: map[font.Style]bool{s: true}}
			_, laid, err := Pages(t.Context(), tt.flow, m)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Coverage(t.Context(), tt.flow, m)
			if err != nil {
				t.Fatal(err)
			}
			if want := s == tt.want; (len(got) == 1) != want || (len(laid) == 1) != want {
				t.Errorf("%s: %s: found %v, %v in pages", name, s, got, laid)
			}
		}
	}
	filled := in(flow.Font{}, &doc.Blank{Value: "a", Leader: 'x'})
	if got, _ := Coverage(t.Context(), filled, only{lacks: map[font.Style]bool{font.Regular: true}}); len(got) > 0 {
		t.Errorf("the leader of a filled blank is not drawn: %v", got)
	}
}

// TestCoverageErrors: a node that nobody knows is an error.
func TestCoverageErrors(t *testing.T) {
	for want, f := range map[string]*flow.Flow{
		"a node is a nil <nil>": flowOf(nil),
		"[0] is nil":            flowOf(&flow.Paragraph{Inlines: []doc.Inline{nil}}),
		"is a nil *flow.Flow":   nil,
	} {
		if _, err := Coverage(t.Context(), f, halfEm{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
