package docgen

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// unused hints at keys that every paper takes and that this one prints nowhere.
func (c *Composer) unused(p plan.Paper) {
	h := p.Head()
	shape := c.kind.Shape
	shape.NoNumber = shape.NoNumber || h.NoNumber
	type key struct {
		path  string
		given bool
	}
	keys := []key{
		{"decided_by", h.DecidedBy != nil && !shape.Decides},
		{"number", h.Number != "" && shape.NoNumber},
		{"symbol", h.Symbol != "" && shape.NoNumber},
		{"drafting_unit", h.DraftingUnit != "" && (c.kind.Abbreviation != "" || h.Symbol != "" || shape.NoNumber)},
	}
	if n, ok := p.(interface{ Unused() []string }); ok {
		for _, path := range n.Unused() {
			keys = append(keys, key{path, record.IsGiven(p, path)})
		}
	}
	told := make(map[string]bool)
	for _, k := range keys {
		if !k.given || told[k.path] {
			continue
		}
		told[k.path] = true
		c.Add(k.path, &diag.Diagnostic{
			Level: diag.Info, Rule: ruleUnused, Found: k.path,
			Message: fmt.Sprintf("%s không in ở đâu trong %s", record.Label(c.value(), k.path), c.kind.Name), Fix: "bỏ khóa này",
		})
	}
}
