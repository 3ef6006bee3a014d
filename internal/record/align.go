package record

import "reflect"

// step is one element of a list that is edited: from the old list, to the new one. An
// element that is only in one of them has -1 for the other.
type step struct{ from, to int }

const (
	// mostCompared bounds the pairs of elements that are all compared to see what became of
	// a list; of longer lists only what is near.
	mostCompared = 1 << 18
	near         = 64
)

// align finds out how one list became another: which elements stayed, which were changed,
// added and dropped. The steps are in the order of both lists.
func align(from, to reflect.Value) []step {
	a := aligner{from: from, to: to}
	a.part(0, from.Len(), 0, to.Len())
	return a.steps
}

type aligner struct {
	from, to reflect.Value
	steps    []step
}

func (a *aligner) same(i, j int) bool { return same(a.from.Index(i), a.to.Index(j)) }

func (a *aligner) like(i, j int) float64 { return likeness(a.from.Index(i), a.to.Index(j)) }

// inOrder takes elements for changed ones, in their order, and the rest of the longer part
// for dropped or added.
func (a *aligner) inOrder(i, n, j, m int) {
	for ; i < n || j < m; i, j = i+1, j+1 {
		s := step{i, j}
		if i >= n {
			s.from = -1
		}
		if j >= m {
			s.to = -1
		}
		a.steps = append(a.steps, s)
	}
}

// part aligns the elements i to n of the old list with j to m of the new one.
func (a *aligner) part(i, n, j, m int) {
	for ; i < n && j < m && a.same(i, j); i, j = i+1, j+1 {
		a.steps = append(a.steps, step{i, j})
	}
	end := n
	for ; n > i && m > j && a.same(n-1, m-1); n, m = n-1, m-1 {
	}
	switch {
	case i == n || j == m || n-i == m-j && a.alike(i, n, j):
		a.inOrder(i, n, j, m)
	case (n-i)*(m-j) <= mostCompared:
		a.cheapest(i, n, j, m)
	default:
		if di, dj, ok := a.meet(i, n, j, m); ok {
			a.part(i, i+di, j, j+dj)
			a.part(i+di, n, j+dj, m)
		} else {
			a.inOrder(i, n, j, m)
		}
	}
	a.inOrder(n, end, m, m+end-n)
}

// alike reports whether two parts of one length have in each place more in common than not:
// then the elements are changed ones.
func (a *aligner) alike(i, n, j int) bool {
	for ; i < n; i, j = i+1, j+1 {
		if a.like(i, j) < 0.5 {
			return false
		}
	}
	return true
}

// meet finds the nearest elements behind i and j that are the same.
func (a *aligner) meet(i, n, j, m int) (di, dj int, ok bool) {
	for sum := 1; sum <= near; sum++ {
		for di := range sum + 1 {
			if i+di < n && j+sum-di < m && a.same(i+di, j+sum-di) {
				return di, sum - di, true
			}
		}
	}
	return 0, 0, false
}

// cheapest aligns two parts by the steps that cost least: a changed element costs what it
// lost, one dropped or added a little more than half of all.
func (a *aligner) cheapest(i, n, j, m int) {
	const one = 0.51
	rows, columns := n-i, m-j
	// cost[r][c] is the least for what is left behind r and c elements; changed[r][c] what a
	// changed element costs there.
	cost, changed := make([][]float64, rows+1), make([][]float64, rows+1)
	for r := rows; r >= 0; r-- {
		cost[r], changed[r] = make([]float64, columns+1), make([]float64, columns+1)
		for c := columns; c >= 0; c-- {
			if r == rows || c == columns {
				cost[r][c] = one * float64(rows-r+columns-c)
				continue
			}
			changed[r][c] = 1 - a.like(i+r, j+c) + cost[r+1][c+1]
			cost[r][c] = min(changed[r][c], one+cost[r+1][c], one+cost[r][c+1])
		}
	}
	for r, c := 0, 0; r < rows || c < columns; {
		switch {
		case r < rows && c < columns && cost[r][c] == changed[r][c]:
			a.steps = append(a.steps, step{i + r, j + c})
			r, c = r+1, c+1
		case c == columns || r < rows && cost[r][c] == one+cost[r+1][c]:
			a.steps = append(a.steps, step{i + r, -1})
			r++
		default:
			a.steps = append(a.steps, step{-1, j + c})
			c++
		}
	}
}
