package serve

import (
	"fmt"
	"io"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// checked is the answer of /check.
type checked struct {
	Kind     string    `json:"kind"` // empty when it is not known
	OK       bool      `json:"ok"`   // nothing stops a document of this file
	Pages    int       `json:"pages"`
	Findings diag.List `json:"findings"`
	Parts    []part    `json:"parts"`
}

// part is a part of a paper that was recognised, by the name of its type in package doc, and
// where it comes from.
type part struct {
	Part    string `json:"part"`
	Pointer string `json:"pointer"` // to the field
	Line    int    `json:"line"`
	Column  int    `json:"column"`
}

// check answers with all findings about a file and the parts of its paper. Findings are what
// was asked for: also with errors the status is 200.
func (c *call) check() error {
	u, err := c.upload()
	if err != nil {
		return err
	}
	if err := c.settle(u); err != nil {
		list, failure := findingsOf(err)
		if failure != nil {
			return failure
		}
		return c.json(checked{Findings: list, Parts: []part{}})
	}
	out := checked{Parts: []part{}}
	set, found := c.h.reading.Load(u, u.main)
	f := set.File(u.main)
	out.Kind, out.Findings = f.Kind.ID, u.locate(found)
	if f.Paper() == nil {
		out.OK = !found.HasErrors()
		return c.json(out)
	}
	r := c.h.renderers[docgen.A2A]
	d, err := c.build(r, u, set)
	if err == nil {
		for _, p := range d.Parts {
			at := p.Pos()
			out.Parts = append(out.Parts, part{partName(p), at.Pointer(), at.Line, at.Column})
		}
		var res *docgen.Result
		if res, err = r.PDF(c.r.Context(), io.Discard, d); err == nil {
			out.OK, out.Pages, out.Findings = true, res.Pages, u.locate(res.Findings)
			return c.json(out)
		}
	}
	list, failure := findingsOf(err)
	if failure != nil {
		return failure
	}
	out.Findings = list // located by build
	return c.json(out)
}

// partName names the type of a part: title, legal_bases.
func partName(part any) string {
	_, name, _ := strings.Cut(fmt.Sprintf("%T", part), ".")
	return strings.ToLower(wordStart.ReplaceAllString(name, "${1}_$2"))
}

// wordStart is where the next word of a name in Go begins.
var wordStart = pattern.New("([a-z])([A-Z])")
