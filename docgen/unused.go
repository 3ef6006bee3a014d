package docgen

import (
	"fmt"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// unused hints at keys that every paper takes and that this one prints nowhere.
func (c *Composer) unused(p plan.Paper) {
	h, f := p.Head(), p.Foot()
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
	switch p.(type) {
	case *plan.Certificate:
		keys = append(keys, key{"contact", f.Contact != nil}, key{"annexes", len(f.Annexes) > 0})
		keys = append(keys, key{"distribution", f.Distribution != nil}, key{"legal_bases", len(h.LegalBases) > 0}, key{"addressees", len(h.Addressees) > 0})
		keys = append(keys, key{"secrecy", h.Secrecy != ""}, key{"urgency", h.Urgency != ""}, key{"circulation", h.Circulation != ""}, key{"subject", h.Subject != ""})
	case *plan.Copy:
		keys = append(keys, key{"contact", f.Contact != nil}, key{"annexes", len(f.Annexes) > 0}, key{"legal_bases", len(h.LegalBases) > 0}, key{"addressees", len(h.Addressees) > 0})
		keys = append(keys, key{"secrecy", h.Secrecy != ""}, key{"urgency", h.Urgency != ""}, key{"circulation", h.Circulation != ""}, key{"subject", h.Subject != ""})
	}
	told := make(map[string]bool)
	for _, k := range keys {
		if !k.given || told[k.path] {
			continue
		}
		told[k.path] = true
		c.Add(k.path, &diag.Diagnostic{
			Level: diag.Info, Rule: ruleUnused, Found: k.path,
			Message: fmt.Sprintf("%s không in ở đâu trong %s", plan.Label(c.value(), k.path), c.kind.Name), Fix: "bỏ khóa này",
		})
	}
}
