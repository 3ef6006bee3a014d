package markup

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Joins says of each line whether it goes on the sentence of the line above, in a text whose
// lines were broken at the width of a page, as those pasted from PDF. In any other text none
// does. The lines have no white space at their ends.
//
// A line without a marker goes on the one above when that has no mark at its end, and it either
// begins small, or the one above is not all in capitals and its first word had no room there.
func Joins(lines []string) []bool {
	joins := make([]bool, len(lines))
	lengths := make([]int, len(lines))
	wrapped := 0
	for i, s := range lines {
		lengths[i] = utf8.RuneCountInString(s)
		if i > 0 && goesOn(lines[i-1], s) && isLower(s) {
			wrapped++
		}
	}
	if !isWrapped(wrapped, len(lines)) {
		return joins
	}
	sorted := slices.Clone(lengths)
	slices.Sort(sorted)
	const margin = 8
	full := sorted[len(sorted)*9/10] - margin
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		word, _, _ := strings.Cut(b, " ")
		joins[i] = goesOn(a, b) && (isLower(b) || !isUpper(a) && lengths[i-1]+1+utf8.RuneCountInString(word) > full)
	}
	return joins
}

// goesOn reports whether line b may go on the sentence of a: a has no mark at its end, b no
// marker.
func goesOn(a, b string) bool {
	if a == "" || b == "" || strings.ContainsRune(endMarks, lastOf(a)) {
		return false
	}
	_, marked := readMarker(b)
	return !marked
}

// isWrapped reports whether so many of a text's lines are broken inside a sentence that all of
// them were broken by a program.
func isWrapped(broken, lines int) bool {
	const fewest, share = 3, 10 // lines, and one in how many
	return broken >= fewest && broken*share >= lines
}
