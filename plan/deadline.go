package plan

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/internal/pattern"
)

// Deadline is when something has to be done "thời hạn": a day, a month or a year, or
// words that are none, "Quý III/2026", "hằng năm", "thường xuyên". The zero value is none.
type Deadline struct {
	Date  Date
	Words string // as typed; empty where Date says it
}

// IsZero reports whether nothing is said.
func (d Deadline) IsZero() bool { return d == Deadline{} }

// String returns the deadline as YAML holds it.
func (d Deadline) String() string {
	return cmp.Or(d.Words, d.Date.String())
}

// Text returns the deadline as papers print it: the words, or the date as [Date.Text] has it.
func (d Deadline) Text() string {
	return cmp.Or(d.Words, d.Date.Text())
}

// MarshalText writes the deadline as String does.
func (d Deadline) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date, or words: also a day without a year, "31/12", days from and to,
// and a blank to be filled. A year with figures that are no date, or a number alone, was meant
// for a date: the error is that of [Date.UnmarshalText].
func (d *Deadline) UnmarshalText(text []byte) error {
	s := strings.TrimSpace(string(text))
	var date Date
	err := date.UnmarshalText(text)
	_, _, year := figuresOf(s)
	switch {
	case err == nil:
		*d = Deadline{Date: date}
	case strings.IndexFunc(s, unicode.IsLetter) >= 0, isSpan(s) && (dayOfMonth.MatchString(s) || year == "" && setDays.MatchString(s)):
		*d = Deadline{Words: s}
	default:
		return err
	}
	return nil
}

// isSpan reports whether all days and months of a text are in the calendar, and its years in order.
func isSpan(s string) bool {
	for _, m := range daysAndMonths.FindAllStringSubmatch(s, -1) {
		if _, ok := makeDate("2024", m[2]+m[4], m[1]+m[3]); !ok {
			return false
		}
	}
	m := yearsAlone.FindStringSubmatch(s)
	return m == nil || m[1] < m[2]
}

var (
	daysAndMonths = pattern.New(`([0-9]{1,2}) *[/.] *([0-9]{1,2})|^([0-9]{1,2}) *- *([0-9]{1,2})$`)
	yearsAlone    = pattern.New(`^([0-9]{4}) *[-–—] *([0-9]{4})$`)
	dayOfMonth    = pattern.New(`^(?:0?[1-9]|[12][0-9]|3[01]) *[/.-] *(?:0?[1-9]|1[0-2])$`)
	setDays       = pattern.New(`^[0-9]+ *[/.] *[0-9].*[-–—]|^[0-9]+ *[-–—] *[0-9]+ *[/.]|\.\.|…|^[0-9]{4} *[-–—] *[0-9]{4}$`)
)

// Schema says what a deadline looks like, for schemas and messages.
func (Deadline) Schema() (pattern, expected string) {
	date, _ := Date{}.Schema()
	return strings.TrimSuffix(date,
			"$") + `$|\p{L}|\.\.|…|^[0-9]{1,2}[ /.-]+[0-9]{1,2}$|[0-9] *[-–—] *[0-9]{1,2}/|[0-9]{4} *[-–—] *[0-9]{4}`,
		"2026, 2026-03, 2026-03-15, hoặc lời như Quý III/2026"
}
