package diag

import "slices"

// Rule is a rule that findings name. Titles and help are in Vietnamese. The constants of
// the ids stand in the packages that make the findings; the figures of the decree, which
// are rules too, are data of package decree.
type Rule struct {
	ID     string  // "plan.unknown-key": stable, never given to another rule
	Title  string  // what breaks it
	Levels []Level // of its findings
	Source string  // clause of law, where it is always the same one; a finding may name its own
	Help   string  // what to do
}

// Rules returns every rule, by subject. Callers do not change the levels.
func Rules() []Rule { return slices.Clone(catalogue[:]) }

// RuleOf returns the rule with that id, and the zero Rule for an unknown one.
func RuleOf(id string) Rule {
	for i := range catalogue {
		if catalogue[i].ID == id {
			return catalogue[i]
		}
	}
	return Rule{}
}
