package batch

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/plan/vi"
)

// cell is what one cell of the list holds.
type cell struct {
	kind cellKind
	text string // as a person sees it: number format applied, NFC, spaces tidied
	raw  string // of a number: its value without format, "46082.5"
	fix  string // what was wrong with the text itself; see dirt
}

// cellKind is what a spreadsheet says a cell is. CSV and YAML lists have only
// blank and text cells.
type cellKind uint8

const (
	blankCell   cellKind = iota
	textCell             // typed as text
	numberCell           // a number or a date: both are numbers to a spreadsheet
	boolCell             // TRUE or FALSE
	errorCell            // #N/A, #REF! ...
	unsavedCell          // a formula whose result was never saved
	mergedCell           // inside a range merged across columns
)

// maxCell is the longest text that a cell of a spreadsheet can hold, in UTF-16
// units; a longer one in a CSV file is a lost quotation mark.
const maxCell = 32767

// newText makes a text cell of text that came from outside.
func newText(s string) cell {
	text := tidy(s)
	if text == "" {
		return cell{}
	}
	return cell{kind: textCell, text: text, fix: dirt(s)}
}

// tidy makes text what it looks like: letters composed, every run of spaces,
// tabs and line ends one space, none at the ends. Soft hyphens and zero-width
// characters, which nobody sees, are dropped.
func tidy(s string) string {
	if isTidy(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range vi.NFC(s) {
		switch {
		case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
			gap = true
		case isInvisible(r):
		default:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isTidy reports whether tidy changes nothing, for the usual short ASCII text.
func isTidy(s string) bool {
	space := true // a space here would be one too many
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			if space {
				return false
			}
			space = true
		case c < 0x20 || c >= 0x7f:
			return false
		default:
			space = false
		}
	}
	return s == "" || !space
}

// isInvisible tells the characters that pages and chat programs leave behind
// and that change nothing one can see.
func isInvisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

// dirt says in Vietnamese what makes a text unfit for a paper, "" if nothing.
func dirt(s string) string {
	units := 0
	for _, r := range s {
		units++
		if r > 0xffff {
			units++
		}
		switch {
		case r == unicode.ReplacementChar:
			return "có chữ bị hỏng khi chuyển mã; kiểm tra bảng mã của tệp"
		case r == '\t' || r == '\n' || r == '\r':
		case unicode.Is(unicode.Cc, r):
			return fmt.Sprintf("có ký tự điều khiển U+%04X", r)
		case unicode.Is(unicode.Co, r):
			return fmt.Sprintf("có ký tự riêng của phông chữ U+%04X; gõ lại bằng Unicode", r)
		case 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069:
			return fmt.Sprintf("có ký tự đổi chiều chữ U+%04X", r)
		}
	}
	if units > maxCell {
		return fmt.Sprintf("dài %s ký tự, nhiều hơn một ô giữ được", vi.FormatInt(int64(units)))
	}
	return ""
}
