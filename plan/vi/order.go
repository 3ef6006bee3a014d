package vi

import (
	"cmp"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators order words by the Unicode rules for Vietnamese: letters first (a ă â b c d đ
// ...), then tones. One is for one caller at a time and costs more to make than to use.
var collators = sync.Pool{New: func() any { return collate.New(language.Vietnamese, collate.Numeric) }}

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
// the given name, then by family and middle names from the left.
func CompareNames(a, b string) int {
	aw, bw := nameWords(a), nameWords(b)
	i, j := givenAt(aw), givenAt(bw)
	return cmp.Or(
		compareWords(aw[i:min(i+1, len(aw))], bw[j:min(j+1, len(bw))]),
		compareWords(aw[:i], bw[:j]),
		compareWords(aw[min(i+1, len(aw)):], bw[min(j+1, len(bw)):]),
		cmp.Compare(a, b),
	)
}

// nameWords gives the folded words of a name, the sign in H’Hen as H'Hen has it.
func nameWords(name string) []string {
	return strings.Fields(strings.ReplaceAll(Fold(name), "’", "'"))
}

// givenAt returns where the given name stands among the words of a name: the last, but behind the Y of men and the H' of women
// of the Ê Đê and their neighbours, whose clan follows: Y Moan Êban, H'Hen Niê.
func givenAt(words []string) int {
	for i, w := range words {
		switch {
		case strings.HasPrefix(w, "h'"):
			return i
		case i == 0 && (w == "y" || w == "h") && len(words) > 2 && words[1] != "thị" && words[1] != "văn":
			return 1
		}
	}
	return max(len(words)-1, 0)
}

// compareWords compares folded words, each with its tones before the next one: a
// dictionary has all of hòa before hóa, where the Unicode rules would look at the
// tones of the whole text last.
func compareWords(a, b []string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	for i := range min(len(a), len(b)) {
		if n := c.CompareString(a[i], b[i]); n != 0 {
			return n
		}
	}
	return cmp.Compare(len(a), len(b))
}
