package diag

import "strings"

// Nearest gives the word of a list that was most likely meant by s, "" if none is near:
// up to a third of the letters of the longer word may differ. Of two that are as near the first counts.
func Nearest(s string, list []string) string {
	best, least := "", 0
	for _, w := range list {
		if n := distance(strings.ToLower(s), strings.ToLower(w)); best == "" || n < least {
			best, least = w, n
		}
	}
	if least*3 > max(len([]rune(s)), len([]rune(best))) {
		return ""
	}
	return best
}

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
