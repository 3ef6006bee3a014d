package decree

// rules gives the rules of a pack in the order of the decree, or nil when
// there is no such pack.
func rules(pack string) []*Rule {
	if p := findPack(pack); p != nil {
		return p.Rules
	}
	return nil
}

// lookup returns the rule with that id, of any pack.
func lookup(id string) (*Rule, bool) {
	for _, p := range Packs() {
		if r := p.rule(id); r != nil {
			return r, true
		}
	}
	return nil, false
}
