package record

import "reflect"

// step is one element of a list that is edited: from the old list, to the new one. An
// element that is only in one of them has -1 for the other.
type step struct{ from, to int }

// mostCompared bounds the pairs of elements that are compared to see what became of a list.
const mostCompared = 1 << 18

// align finds out how one list became another: which elements stayed, which were changed,
// added and dropped. The steps are in the order of both lists.
func align(from, to reflect.Value) []step {
	var steps []step
	start := 0
	for start < min(from.Len(), to.Len()) && same(from.Index(start), to.Index(start)) {
		steps = append(steps, step{start, start})
		start++
	}
	a, b := from.Len(), to.Len() // behind the part that differs
	for a > start && b > start && same(from.Index(a-1), to.Index(b-1)) {
		a, b = a-1, b-1
	}
	steps = append(steps, between(from.Slice(start, a), to.Slice(start, b), start)...)
	for ; a < from.Len(); a, b = a+1, b+1 {
		steps = append(steps, step{a, b})
	}
	return steps
}

// between aligns parts of two lists that begin at an index. Pairs of as many elements that
// are alike are taken for changed ones. Otherwise the steps are those that cost least: a
// changed element costs what it lost, one dropped or added a little more than half of all.
func between(from, to reflect.Value, first int) []step {
	n, m := from.Len(), to.Len()
	var steps []step
	if n == 0 || m == 0 || n == m && alike(from, to) || n*m > mostCompared {
		for i := range max(n, m) {
			s := step{first + i, first + i}
			if i >= n {
				s.from = -1
			}
			if i >= m {
				s.to = -1
			}
			steps = append(steps, s)
		}
		return steps
	}
	const one = 0.51
	// cost[i][j] is the least for what is left behind i and j elements.
	cost := make([][]float64, n+1)
	for i := range cost {
		cost[i] = make([]float64, m+1)
	}
	changed := make([][]float64, n)
	for i := n; i >= 0; i-- {
		if i < n {
			changed[i] = make([]float64, m)
		}
		for j := m; j >= 0; j-- {
			switch {
			case i == n:
				cost[i][j] = one * float64(m-j)
			case j == m:
				cost[i][j] = one * float64(n-i)
			default:
				changed[i][j] = 1 - likeness(from.Index(i), to.Index(j))
				cost[i][j] = min(changed[i][j]+cost[i+1][j+1], one+cost[i+1][j], one+cost[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && cost[i][j] == changed[i][j]+cost[i+1][j+1]:
			steps = append(steps, step{first + i, first + j})
			i, j = i+1, j+1
		case i < n && cost[i][j] == one+cost[i+1][j] || j == m:
			steps = append(steps, step{first + i, -1})
			i++
		default:
			steps = append(steps, step{-1, first + j})
			j++
		}
	}
	return steps
}

// alike reports whether two lists of one length have in each place more in common than not.
func alike(from, to reflect.Value) bool {
	for i := range from.Len() {
		if likeness(from.Index(i), to.Index(i)) < 0.5 {
			return false
		}
	}
	return true
}
