package fill

import (
	"fmt"
	"strings"
	"time"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
)

var weekdays = [...]string{"chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"}

// datePicture prints a day by a picture of Word: d, dd, ddd, dddd, M, MM, MMM, MMMM, yy, yyyy,
// and text in quotes. Small m's, which stand for minutes, are taken for months: a day has no
// time.
func datePicture(d sheet.Date, pattern string) string {
	var b strings.Builder
	pattern = strings.NewReplacer("‘", "'", "’", "'").Replace(pattern) // as Word makes of those that are typed
	for i := 0; i < len(pattern); {
		c := pattern[i]
		if c == '\'' {
			end := strings.IndexByte(pattern[i+1:], '\'')
			if end < 0 {
				b.WriteString(pattern[i+1:])
				break
			}
			b.WriteString(pattern[i+1 : i+1+end])
			i += end + 2
			continue
		}
		n := 1
		for i+n < len(pattern) && pattern[i+n] == c {
			n++
		}
		// Letters of other words, as in "ngày dd", stand beside letters; a picture does not.
		alone := !isLetterAt(pattern, i-1) && !isLetterAt(pattern, i+n)
		switch {
		case (c == 'd' || c == 'D') && alone:
			switch n {
			case 1:
				fmt.Fprint(&b, d.Day)
			case 2:
				fmt.Fprintf(&b, "%02d", d.Day)
			default:
				b.WriteString(weekdays[time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()])
			}
		case (c == 'M' || c == 'm') && alone:
			switch n {
			case 1:
				fmt.Fprint(&b, d.Month)
			case 2:
				fmt.Fprintf(&b, "%02d", d.Month)
			default:
				fmt.Fprintf(&b, "tháng %d", d.Month)
			}
		case (c == 'y' || c == 'Y') && alone:
			if n <= 2 {
				fmt.Fprintf(&b, "%02d", d.Year%100)
			} else {
				fmt.Fprintf(&b, "%04d", d.Year)
			}
		default:
			b.WriteString(pattern[i : i+n])
		}
		i += n
	}
	return b.String()
}

func isLetterAt(s string, i int) bool {
	return i >= 0 && i < len(s) && !strings.ContainsRune("dDmMyY", rune(s[i])) && (s[i] >= 0x80 || 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z')
}

// numberPicture prints a number by a picture of Word, as #.##0,00: how many digits there are at
// least and behind the comma, whether thousands are parted, what stands before and behind. The
// signs come out as papers have them, whichever way the picture has them.
func numberPicture(n sheet.Decimal, pattern string) string {
	// Behind a semicolon stands the picture of what is negative, and behind another that of nothing.
	switch pictures := signed(pattern); {
	case n.Units < 0 && len(pictures) > 1:
		pattern = pictures[1]
		n.Units = -n.Units
	case n.Units == 0 && len(pictures) > 2:
		pattern = pictures[2]
	default:
		pattern = pictures[0]
	}
	bare := unsaid(pattern)
	from := strings.IndexAny(bare, "#0x")
	if from < 0 {
		return strings.ReplaceAll(pattern, "'", "")
	}
	to := strings.LastIndexAny(bare, "#0x") + 1
	before, body, behind := pattern[:from], pattern[from:to], pattern[to:]
	point := decimalSign(body)
	whole, fraction := body, ""
	if point != -1 {
		whole, fraction = body[:point], body[point+1:]
	}
	grouped := strings.ContainsAny(whole, ".,")
	digits := strings.Count(whole, "0")
	most, least := strings.Count(fraction, "0")+strings.Count(fraction, "#"), strings.Count(fraction, "0")

	s := strings.TrimPrefix(ratOf(n).FloatString(most), "-")
	w, f, _ := strings.Cut(s, ".")
	f = f[:least] + strings.TrimRight(f[least:], "0")
	w = strings.TrimLeft(w, "0")
	w = strings.Repeat("0", max(digits-len(w), 0)) + w
	if grouped {
		for i := len(w) - 3; i > 0; i -= 3 {
			w = w[:i] + "." + w[i:]
		}
	}
	if f != "" {
		w += "," + f
	}
	if n.Units < 0 {
		w = "-" + w
	}
	return strings.ReplaceAll(before, "'", "") + w + strings.ReplaceAll(behind, "'", "")
}

// signed are the pictures of a number: of all, of what is negative, of nothing.
func signed(pattern string) (all []string) {
	bare, from := unsaid(pattern), 0
	for i := range len(bare) {
		if bare[i] == ';' {
			all = append(all, pattern[from:i])
			from = i + 1
		}
	}
	return append(all, pattern[from:])
}

// unsaid is a picture with what stands in single quotes, which is text, made unreadable.
func unsaid(pattern string) string {
	b := []byte(pattern)
	quoted := false
	for i, c := range b {
		if c == '\'' {
			quoted = !quoted
		} else if quoted {
			b[i] = ' '
		}
	}
	return string(b)
}

// decimalSign finds the sign between whole numbers and decimals: the last one, unless it is the
// only kind and three digits stand behind each.
func decimalSign(body string) int {
	last := strings.LastIndexAny(body, ".,")
	if last == -1 {
		return -1
	}
	other := "."
	if body[last] == '.' {
		other = ","
	}
	if strings.Contains(body, other) {
		return last
	}
	if strings.Count(body, body[last:last+1]) > 1 || len(body)-last-1 == 3 && strings.Contains(body[:last], "#") {
		return -1
	}
	return last
}
