package compare

import (
	"slices"
	"strings"
)

// pair is a unit of the old text and one of the new, by their indices.
type pair struct{ was, now int }

// Bounds of the slow ways of pairing: where more stands between two fixed places, only
// what is unique in both, or has the same name, is paired.
const (
	mostCells = 4 << 20 // of a table for the longest common sequence
	mostAlike = 2_500   // pairs whose words are held against each other
	leastLike = 50      // percent of words in common
)

// match returns the units that are the same in both texts, in order. Numbers do not
// count: a new article moves the others on.
func match(was, now []unit) []pair {
	same := func(i, j int) bool { return was[i].key() == now[j].key() }
	var list []pair
	var span func(i, iEnd, j, jEnd int)
	span = func(i, iEnd, j, jEnd int) {
		for i < iEnd && j < jEnd && same(i, j) {
			list = append(list, pair{i, j})
			i, j = i+1, j+1
		}
		end := iEnd
		for i < iEnd && j < jEnd && same(iEnd-1, jEnd-1) {
			iEnd, jEnd = iEnd-1, jEnd-1
		}
		if anchors := unique(was[i:iEnd], now[j:jEnd]); len(anchors) > 0 {
			at, with := i, j
			for _, a := range anchors {
				span(at, i+a.was, with, j+a.now)
				list = append(list, pair{i + a.was, j + a.now})
				at, with = i+a.was+1, j+a.now+1
			}
			span(at, iEnd, with, jEnd)
		} else {
			for _, p := range longest(iEnd-i, jEnd-j, func(a, b int) int {
				if same(i+a, j+b) {
					return 1
				}
				return 0
			}) {
				list = append(list, pair{i + p.was, j + p.now})
			}
		}
		for k := range end - iEnd {
			list = append(list, pair{iEnd + k, jEnd + k})
		}
	}
	span(0, len(was), 0, len(now))
	return list
}

// key is what makes two units the same: the text, and what it is if it has no place in
// the order of numbers.
func (u unit) key() string {
	if u.body {
		return u.text
	}
	return u.where + "\x00" + u.text
}

// unique returns the pairs of units that stand once in each text, as far as they stand in
// the same order.
func unique(was, now []unit) []pair {
	type count struct{ was, now, at int }
	seen := make(map[string]*count)
	for _, u := range was {
		if c := seen[u.key()]; c != nil {
			c.was++
		} else {
			seen[u.key()] = &count{was: 1}
		}
	}
	for j, u := range now {
		if c := seen[u.key()]; c != nil {
			c.now++
			c.at = j
		}
	}
	var all []pair
	for i, u := range was {
		if c := seen[u.key()]; c.was == 1 && c.now == 1 {
			all = append(all, pair{i, c.at})
		}
	}
	return rising(all)
}

// rising returns the longest run of pairs, given by was, whose now rises too.
func rising(all []pair) []pair {
	var ends []int // by length of run, the index of its last pair
	before := make([]int, len(all))
	for i, p := range all {
		n, _ := slices.BinarySearchFunc(ends, p.now, func(e, now int) int { return all[e].now - now })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	if len(ends) == 0 {
		return nil
	}
	var out []pair
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		out = append(out, all[i])
	}
	slices.Reverse(out)
	return out
}

// longest returns the pairs, in order, that weigh most together; none above the bound.
func longest(n, m int, weight func(i, j int) int) []pair {
	if n == 0 || m == 0 || n > mostCells/m {
		return nil
	}
	best := make([]int, (n+1)*(m+1)) // of the rest from i, j on
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			w := max(best[at(i+1, j)], best[at(i, j+1)])
			if own := weight(i, j); own > 0 {
				w = max(w, own+best[at(i+1, j+1)])
			}
			best[at(i, j)] = w
		}
	}
	var out []pair
	for i, j := 0, 0; i < n && j < m; {
		switch own := weight(i, j); {
		case own > 0 && best[at(i, j)] == own+best[at(i+1, j+1)]:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case best[at(i, j)] == best[at(i+1, j)]:
			i++
		default:
			j++
		}
	}
	return out
}

// alike returns the pairs of units that have most of their words in common, in order.
func alike(was, now []unit) []pair {
	if len(was) == 0 || len(now) == 0 || len(was) > mostAlike/len(now) {
		return nil
	}
	counts := make([]map[string]int, len(was))
	for i, u := range was {
		counts[i] = make(map[string]int)
		for w := range strings.FieldsSeq(u.text) {
			counts[i][w]++
		}
	}
	weights := make(map[pair]int)
	for j, u := range now {
		words := strings.Fields(u.text)
		for i := range was {
			if was[i].body != u.body || !u.body && was[i].where != u.where {
				continue
			}
			common, total := 0, 0
			left := make(map[string]int, len(words))
			for _, w := range words {
				if left[w]++; left[w] <= counts[i][w] {
					common++
				}
			}
			for _, c := range counts[i] {
				total += c
			}
			if share := 200 * common / max(total+len(words), 1); share >= leastLike {
				weights[pair{i, j}] = share
				if was[i].where == u.where {
					weights[pair{i, j}]++ // of two that are as like, the one of the same name
				}
			}
		}
	}
	return longest(len(was), len(now), func(i, j int) int { return weights[pair{i, j}] })
}
