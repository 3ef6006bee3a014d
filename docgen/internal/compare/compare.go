// Package compare says what changed between two flows, place by place, in the words in
// which officials speak of a text: khoản 2 Điều 3, số, ký hiệu, nơi nhận.
//
//	changes, err := compare.Flows(before, after)
//
// It compares what is printed, not how it looks.
package compare

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// Change is one place that differs.
type Change struct {
	Where string // in the new text, or in the old one for what is gone: khoản 2 Điều 3
	From  string // the place in the old text when it has another number now; empty: the same
	Was   string // empty for what is new
	Now   string // empty for what is gone
}

// Flows returns what differs, in the order of the new text.
func Flows(before, after *flow.Flow) ([]Change, error) {
	was, err := unitsOf(before)
	if err != nil {
		return nil, err
	}
	now, err := unitsOf(after)
	if err != nil {
		return nil, err
	}
	var list []Change
	i, j := 0, 0
	for _, m := range append(match(was, now), pair{len(was), len(now)}) {
		list = append(list, gap(was[i:m.was], now[j:m.now])...)
		if m.was < len(was) && was[m.was].label != now[m.now].label {
			list = append(list, Change{Where: now[m.now].where, From: was[m.was].where})
		}
		i, j = m.was+1, m.now+1
	}
	return merged(list), nil
}

// merged makes one change of parts one after another that have another number alone.
func merged(list []Change) []Change {
	var out []Change
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[i].renumbered() && list[end].renumbered() && sisters(list[i].Where, list[end].Where) {
			end++
		}
		c := list[i]
		if last := list[end-1]; end-i > 1 {
			c.Where, c.From = through(c.Where, last.Where), through(c.From, last.From)
		}
		out = append(out, c)
		i = end
	}
	return out
}

// sisters reports whether two places differ in the number of their smallest part alone.
func sisters(a, b string) bool {
	as, bs := strings.Fields(a), strings.Fields(b)
	return len(as) > 1 && len(bs) > 1 && as[0] == bs[0] && slices.Equal(as[2:], bs[2:])
}

// through names a run of sisters: "khoản 4 đến 6 Điều 1".
func through(first, last string) string {
	words := strings.Fields(last)
	if len(words) < 2 {
		return first + " đến " + last
	}
	return strings.Join(append(append(strings.Fields(first)[:2:2], "đến"), words[1:]...), " ")
}

func (c Change) renumbered() bool { return c.Was == "" && c.Now == "" }

// gap pairs what stands between two places that are the same: what is much alike, in
// order, then what has the same name.
func gap(was, now []unit) []Change {
	partner := make([]int, len(now)) // in was, from 1
	taken := make([]bool, len(was))
	next := 0
	for _, m := range alike(was, now) {
		partner[m.now], taken[m.was] = m.was+1, true
	}
	for j, n := range now {
		if partner[j] > 0 {
			continue
		}
		i := slices.IndexFunc(was, func(u unit) bool { return u.where == n.where })
		if i >= 0 && !taken[i] && !crosses(partner, i, j) {
			partner[j], taken[i] = i+1, true
		}
	}
	var list []Change
	gone := func(to int) {
		for ; next < to; next++ {
			if !taken[next] {
				list = append(list, Change{Where: was[next].where, Was: was[next].full()})
			}
		}
	}
	for j, n := range now {
		i := partner[j] - 1
		if i < 0 {
			list = append(list, Change{Where: n.where, Now: n.full()})
			continue
		}
		gone(i)
		c := Change{Where: n.where, Was: was[i].text, Now: n.text}
		if was[i].where != n.where {
			c.From = was[i].where
		}
		list = append(list, c)
		next = max(next, i+1)
	}
	gone(len(was))
	return list
}

// crosses reports whether pairing i with j would change the order of pairs.
func crosses(partner []int, i, j int) bool {
	for k, p := range partner {
		if p > 0 && (k < j) != (p-1 < i) {
			return true
		}
	}
	return false
}
