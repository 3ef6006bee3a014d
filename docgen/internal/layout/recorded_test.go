package layout

import (
	"encoding/json"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// recorded is testdata/word-lines.json: justified paragraphs of real papers, as two engines
// that lay out as Word does broke them.
type recorded struct {
	Paragraphs []struct {
		Paper  string
		Indent float64 `json:"first_line_indent_pt"`
		Runs   []struct{ Text, Style string }
		Mode14 []string
		Mode15 []string
	}
}

// numberHeld is a document number, whose hyphens hold on paper and are plain in the record.
var numberHeld = regexp.MustCompile(`\S*[0-9]\S*/\S*`)

// TestRecorded holds the presets mode14 and word15 against the recorded lines, each of the
// paragraphs by the face that they were set in.
func TestRecorded(t *testing.T) {
	data, err := os.ReadFile("testdata/word-lines.json")
	if err != nil {
		t.Fatal(err)
	}
	var r recorded
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	differ := 0
	for _, rec := range r.Paragraphs {
		if !slices.Equal(rec.Mode14, rec.Mode15) {
			differ++
		}
		p := &flow.Paragraph{Font: flow.Font{Size: 14 * doc.Point}, FirstIndent: doc.Pt(rec.Indent), Loose: true}
		for _, run := range rec.Runs {
			var in doc.Inline = &doc.Text{S: numberHeld.ReplaceAllStringFunc(run.Text, func(s string) string {
				return strings.ReplaceAll(s, "-", string(doc.NoBreakHyphen))
			})}
			if strings.Contains(run.Style, "italic") {
				in = &doc.Emph{Inlines: []doc.Inline{in}}
			}
			if strings.Contains(run.Style, "bold") {
				in = &doc.Strong{Inlines: []doc.Inline{in}}
			}
			p.Inlines = append(p.Inlines, in)
		}
		for name, want := range map[string][]string{"mode14": rec.Mode14, "word15": rec.Mode15} {
			rule, _ := lines.RuleOf(name)
			e := newEngine(t.Context(), fonts, rule)
			width := doc.Length(math.Round(453.55 * float64(doc.Point)))
			if err := e.paragraph(p, scope{width: width, parent: e.tree.root}); err != nil {
				t.Fatal(err)
			}
			var got []string
			for i := range e.out {
				got = append(got, strings.TrimRight(strings.Map(lines.Drawn, e.out[i].box.(*line).String()), " "))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s: lines\n%s\nwant\n%s", rec.Paper, name, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
	if len(r.Paragraphs) != 237 || differ != 89 {
		t.Errorf("%d paragraphs, %d of which differ", len(r.Paragraphs), differ)
	}
}
