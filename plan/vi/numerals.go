package vi

import "strings"

// The letters of a point "điểm", in the order of the Vietnamese alphabet: ă, â,
// ê, ô, ơ, ư are not used, đ is; f, j, w, z are no Vietnamese letters.
var pointLetters = [...]rune{
	'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm',
	'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y',
}

// Letter gives the n-th letter of points "điểm", from 1: a b c d đ e g h i k l
// m n o p q r s t u v x y. Behind y the letters are doubled like columns of a
// table: aa ab ac. Below 1 it gives "".
func Letter(n int) string {
	if n < 1 {
		return ""
	}
	const count = len(pointLetters)
	return Letter((n-1)/count) + string(pointLetters[(n-1)%count])
}

var romanSteps = [...]struct {
	value int
	text  string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
	{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

// Roman gives n as a Roman numeral "số La Mã" in capitals, for 1 to 3999;
// outside it gives "".
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return ""
	}
	var b strings.Builder
	for _, step := range romanSteps {
		for n >= step.value {
			b.WriteString(step.text)
			n -= step.value
		}
	}
	return b.String()
}

// RomanNumber is the way back from [Roman]: 4 for "IV". It gives 0 for a text
// that Roman never gives, such as "IIII" or "iv".
func RomanNumber(s string) int {
	n, rest := 0, s
	for _, step := range romanSteps {
		for strings.HasPrefix(rest, step.text) {
			n, rest = n+step.value, rest[len(step.text):]
		}
	}
	if s == "" || rest != "" || Roman(n) != s {
		return 0
	}
	return n
}
