package plan

import (
	"strings"

	"github.com/vanban-go/vanban/plan/vi"
)

// nearest gives the known key that name was most likely meant to be, or nil.
func (r *record) nearest(name string) *field {
	if f := r.byTerm(name); f != nil {
		return f
	}
	var best *field
	least := 0
	for _, f := range r.fields {
		if n := distance(name, f.key); best == nil || n < least {
			best, least = f, n
		}
	}
	if best == nil || !isNear(name, best.key, least) {
		return nil
	}
	return best
}

// byTerm gives the key whose Vietnamese term, or the beginning of it, is name:
// "trích_yếu" is subject.
func (r *record) byTerm(name string) *field {
	s := vi.Slug(name)
	if strings.Count(s, "-") == 0 {
		return nil // one syllable says too little
	}
	for _, f := range r.fields {
		if term := vi.Slug(f.term); term == s || strings.HasPrefix(term, s+"-") {
			return f
		}
	}
	return nil
}

// nearestWord gives the word of list that s was most likely meant to be, or "".
func nearestWord(s string, list []string) string {
	best, least := "", 0
	slug := vi.Slug(s)
	for i, w := range list {
		if slug == vi.Slug(w) {
			return w
		}
		if n := distance(strings.ToLower(s), strings.ToLower(w)); i == 0 || n < least {
			best, least = w, n
		}
	}
	if best == "" || !isNear(s, best, least) {
		return ""
	}
	return best
}

// isNear reports whether n changes are few enough to take a for b: up to a third
// of the longer word.
func isNear(a, b string, n int) bool { return n*3 <= max(len([]rune(a)), len([]rune(b))) }

// distance counts the letters to insert, drop, exchange or swap with their
// neighbour that make b out of a.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 64 || len(y) > 64 {
		return max(len(x), len(y))
	}
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(x); i++ {
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
