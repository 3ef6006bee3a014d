package vi

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// The alphabet "bảng chữ cái" with f, j, w, z where the Latin one has them.
// Never changed.
var ranks = func() map[rune]int {
	m := make(map[rune]int)
	for i, r := range []rune("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz") {
		m[r] = utf8.MaxRune + 1 + i // behind digits and signs
	}
	return m
}()

// Compare orders two texts as a Vietnamese dictionary does, word by word: first
// by letters (a ă â b c d đ e ê ...), then by tones (ngang, huyền, hỏi, ngã,
// sắc, nặng); a word of digits counts as a number, so that thôn 7 stands before
// thôn 10. Case, tone placement and decomposed letters decide only between
// texts that are equal otherwise. The result is as that of [cmp.Compare], and 0
// only for equal strings.
func Compare(a, b string) int {
	return cmp.Or(compareWords(strings.Fields(Fold(a)), strings.Fields(Fold(b))), cmp.Compare(a, b))
}

// CompareNames orders names of persons "họ và tên" as lists of them stand: by
// the given name, the last word, then by family and middle names from the left.
func CompareNames(a, b string) int {
	aw, bw := strings.Fields(Fold(a)), strings.Fields(Fold(b))
	aLast, bLast := max(len(aw)-1, 0), max(len(bw)-1, 0)
	return cmp.Or(
		compareWords(aw[aLast:], bw[bLast:]),
		compareWords(aw[:aLast], bw[:bLast]),
		cmp.Compare(a, b),
	)
}

// compareWords compares folded words.
func compareWords(a, b []string) int {
	for i := range min(len(a), len(b)) {
		if c := compareWord(a[i], b[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

func compareWord(a, b string) int {
	if a == b {
		return 0
	}
	if isDigits(a) && isDigits(b) {
		a, b := strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	}
	tones := 0 // by the first tone that differs
	for a != "" && b != "" {
		ra, na := utf8.DecodeRuneInString(a)
		rb, nb := utf8.DecodeRuneInString(b)
		a, b = a[na:], b[nb:]
		la, ta := Split(ra)
		lb, tb := Split(rb)
		if c := cmp.Compare(rank(la), rank(lb)); c != 0 {
			return c
		}
		if tones == 0 {
			tones = cmp.Compare(ta, tb)
		}
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), tones)
}

func rank(r rune) int {
	if n, ok := ranks[r]; ok {
		return n
	}
	return int(r)
}

func isDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}
