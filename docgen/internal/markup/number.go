package markup

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/plan/vi"
)

// maxParts is how long a number such as 1.1.1. may be.
const maxParts = 8

// number is the number of a marker: 3, or 1.2.3. of a chain, or 5a of a Điều.
// Letters and Roman numbers are counted from 1. The zero value is no number.
type number struct {
	parts  [maxParts]uint16
	size   uint8
	letter uint8 // of "Điều 5a"
}

func (n *number) push(v int) {
	n.parts[n.size] = uint16(v)
	n.size++
}

// value is the last part.
func (n number) value() int {
	if n.size == 0 {
		return 0
	}
	return int(n.parts[n.size-1])
}

// isFirst reports whether a list may begin with n.
func (n number) isFirst() bool { return n.value() == 1 && n.letter == 0 }

// sameHead reports whether two numbers of a chain differ in the last part at most.
func (n number) sameHead(m number) bool {
	return n.size == m.size && slices.Equal(n.parts[:n.size-1], m.parts[:m.size-1])
}

// follows reports whether n comes just behind before, for a form.
func (n number) follows(before number, f form) bool {
	if !n.sameHead(before) {
		return false
	}
	was, is := before.value(), n.value()
	switch f {
	case capitalForm, pointForm, dotForm, letterForm:
		if is <= was {
			return false
		}
		for v := was + 1; v < is; v++ {
			if !optionalLetter(v) {
				return false
			}
		}
		return true
	case articleForm:
		if is == was {
			return n.letter == before.letter+1
		}
		return is == was+1 && n.letter == 0
	}
	return is == was+1
}

// next gives the number that is expected behind n, as it is written in a form.
func (n number) next(f form) string {
	v := n.value() + 1
	switch f {
	case capitalForm, pointForm, dotForm, letterForm:
		for v <= len(letters) && strings.ContainsRune("fjwz", letters[v-1]) {
			v++
		}
	}
	if n.size > 0 {
		n.parts[n.size-1], n.letter = uint16(v), 0
	} else {
		n.push(v)
	}
	return n.text(f)
}

// text gives n as it is written in a form, without the signs around it.
func (n number) text(f form) string {
	v := n.value()
	switch f {
	case capitalForm, pointForm, dotForm, letterForm:
		if v > len(letters) {
			return ""
		}
		if f == capitalForm {
			return string(unicode.ToUpper(letters[v-1]))
		}
		return string(letters[v-1])
	case romanForm, partForm, chapterForm:
		return vi.Roman(v)
	case smallForm:
		return strings.ToLower(vi.Roman(v))
	}
	var b strings.Builder
	for i, part := range n.parts[:n.size] {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(strconv.Itoa(int(part)))
	}
	return b.String()
}

// likeTyped gives the number of a phần, chương or mục as its writer would type it:
// "thứ hai", "2", "B" or "II".
func likeTyped(expected, found string, f form) string {
	v := romanNumber(expected)
	switch f {
	case partForm, chapterForm:
	case sectionForm, subForm:
		v, _ = strconv.Atoi(expected)
	default:
		return expected
	}
	switch c := found[0]; {
	case isDigit(c):
		return strconv.Itoa(v)
	case foldedPrefix(found, "THỨ ") > 0 && v <= len(ordinals):
		return "thứ " + strings.ToLower(ordinals[v-1])
	case c <= 'D' && v <= len(letters):
		return string(unicode.ToUpper(letters[v-1]))
	}
	return vi.Roman(v)
}

// letters are those that may number a điểm: the alphabet of the decree with the
// letters that some writers add.
var letters = []rune("abcdđefghijklmnopqrstuvwxyz")

func letterNumber(r rune) int {
	if r == 'ð' {
		r = 'đ'
	}
	return slices.Index(letters, r) + 1
}

// optionalLetter reports whether a letter, counted from 1, may be left out of a list.
func optionalLetter(v int) bool {
	return strings.ContainsRune("đfjwz", letters[v-1])
}

// romanNumber gives the value of a Roman number in capitals, 0 for what is none.
func romanNumber(s string) int {
	switch s { // nearly all
	case "I":
		return 1
	case "II":
		return 2
	case "III":
		return 3
	case "IV":
		return 4
	case "V":
		return 5
	case "":
		return 0
	}
	return vi.RomanNumber(s)
}
