package record

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// The YAML writer takes characters beyond U+FFFF, such as emoji, for such as cannot be printed: it
// puts the whole text in quotation marks, an escape for each, and a body of many lines is no longer
// one that a person can edit. So they are written as characters of the private use area that no
// text has, and put back.

// Stand-ins are looked for from first up to last: the writer takes these for printable.
const (
	firstStandIn = '\ue000'
	lastStandIn  = '\uefff'
)

// standIns gives a tree in which each character beyond U+FFFF has a stand-in, and what puts them
// back. The tree is n itself where it has none, and nothing is to be put back.
func standIns(n *yaml.Node) (*yaml.Node, *strings.Replacer) {
	used := make(map[rune]bool)
	var order []rune
	eachText(n, func(s string) {
		if !reachesStandIns(s) {
			return
		}
		for _, r := range s {
			if r < firstStandIn || used[r] {
				continue
			}
			used[r] = true
			if utf8.RuneLen(r) == utf8.UTFMax { // beyond U+FFFF
				order = append(order, r)
			}
		}
	})
	var out, back []string
	next := firstStandIn
	for _, r := range order {
		for used[next] {
			next++
		}
		if next > lastStandIn {
			break
		}
		out, back = append(out, string(r), string(next)), append(back, string(next), string(r))
		next++
	}
	if out == nil {
		return n, nil
	}
	return replaced(n, strings.NewReplacer(out...)), strings.NewReplacer(back...)
}

// reachesStandIns reports whether a text has characters from the first stand-in on, by the bytes
// that those begin with.
func reachesStandIns(s string) bool {
	first := string(firstStandIn)[0]
	for i := range len(s) {
		if s[i] >= first {
			return true
		}
	}
	return false
}

// eachText visits the texts of a tree, comments too.
func eachText(n *yaml.Node, f func(string)) {
	for _, s := range [...]string{n.Value, n.HeadComment, n.LineComment, n.FootComment} {
		f(s)
	}
	for _, c := range n.Content {
		eachText(c, f)
	}
}

// replaced gives a copy of a tree whose values are those of a replacer.
func replaced(n *yaml.Node, r *strings.Replacer) *yaml.Node {
	c := *n
	c.Value = r.Replace(n.Value)
	c.Content = make([]*yaml.Node, len(n.Content))
	for i := range n.Content {
		c.Content[i] = replaced(n.Content[i], r)
	}
	return &c
}
