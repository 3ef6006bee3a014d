package serve

import (
	"net/http"
	"slices"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Files are the options of reading with every kind of file that the program knows: papers,
// the records of an award season, law files, jobs and profiles.
func Files() *plan.Options {
	kinds := append(plan.Kinds(), plan.Records()...)
	return &plan.Options{Kinds: append(kinds, award.LawKind(), batch.Kind(), decree.OfficeKind())}
}

// Kind is a kind of file as /kinds and vanban kinds list it. What a kind does not have is
// empty.
type Kind struct {
	Kind         string `json:"kind"`
	Name         string `json:"name"`
	Abbreviation string `json:"abbreviation"`
	Sample       string `json:"sample"`
	Standard     string `json:"standard"`
	Paper        bool   `json:"paper"` // files of the kind are rendered as they stand
	Use          string `json:"use"`
}

// Kinds lists the kinds of file: those of Điều 7 first, then other papers, then what is
// none.
func Kinds() []Kind {
	var papers, others []Kind
	for _, k := range Files().Kinds {
		line := Kind{k.ID, k.Name, k.Abbreviation, k.Sample, k.Standard, k.IsPaper(), k.Use}
		if line.Paper {
			papers = append(papers, line)
		} else {
			others = append(others, line)
		}
	}
	return append(papers, others...)
}

// Rule is a rule as /rules and vanban rules list it. What a rule does not have is empty.
type Rule struct {
	Rule        string       `json:"rule"`
	Pack        string       `json:"pack"`
	Title       string       `json:"title"`
	Text        string       `json:"text"`
	Bounds      string       `json:"bounds"`
	Default     string       `json:"default"`
	Source      string       `json:"source"`
	Basis       string       `json:"basis"`
	From        string       `json:"from"`
	Until       string       `json:"until"`
	Pass        string       `json:"pass"`
	Fail        string       `json:"fail"`
	Note        string       `json:"note"`
	Provisional bool         `json:"provisional"`
	Levels      []diag.Level `json:"levels"`
	Fix         string       `json:"fix"`
}

// Rules lists the rules of the decree and its like, then those of all other findings.
func Rules() []Rule {
	var lines []Rule
	for _, p := range decree.Packs() {
		for _, r := range p.Rules {
			lines = append(lines, Rule{
				Rule: r.ID, Pack: p.ID, Title: r.Title, Text: r.Text, Bounds: r.Bounds(), Default: r.Value.String(),
				Source: p.Source(r), Basis: string(r.Basis), From: r.From, Until: r.Until,
				Pass: r.Pass, Fail: r.Fail, Note: r.Note, Provisional: p.Provisional, Levels: r.Levels(),
			})
		}
	}
	for _, r := range diag.Rules() {
		lines = append(lines, Rule{Rule: r.ID, Title: vi.UpperFirst(r.Title), Levels: r.Levels, Source: r.Source, Fix: r.Help})
	}
	return lines
}

func hasKind(kinds []plan.Kind, id string) bool {
	return slices.ContainsFunc(kinds, func(k plan.Kind) bool { return k.ID == id })
}

func (c *call) kinds() error  { return c.json(Kinds()) }
func (c *call) rules() error  { return c.json(Rules()) }
func (c *call) limits() error { return c.json(c.h.o.Limits.list()) }

// schema answers with the JSON Schema of a kind.
func (c *call) schema() error {
	return c.ofKind("application/schema+json", c.h.reading.Schema)
}

// skeleton answers with a starting file of a kind.
func (c *call) skeleton() error {
	return c.ofKind(typeYAML, c.h.reading.Skeleton)
}

func (c *call) ofKind(media string, of func(kind string) ([]byte, error)) error {
	if !hasKind(c.h.reading.Kinds, c.arg) {
		return fault("unknown-kind", "các loại có trong /api/v1/kinds")
	}
	text, err := of(c.arg)
	if err != nil {
		return err
	}
	return c.send(http.StatusOK, media, text)
}
