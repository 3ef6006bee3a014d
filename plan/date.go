package plan

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Date is a day "ngày tháng năm", or only a month or a year: the parts that are
// not known are zero. It has no clock and no zone. The zero value is no date.
//
// In YAML it is 2026, 2026-03 or 2026-03-15.
type Date struct{ Year, Month, Day int }

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d == Date{} }

// IsFull reports whether year, month and day are known.
func (d Date) IsFull() bool { return d.Year > 0 && d.Month > 0 && d.Day > 0 }

// String returns the date as YAML holds it: 2026, 2026-03 or 2026-03-15, and
// nothing for the zero date.
func (d Date) String() string {
	b := make([]byte, 0, len("2026-03-15"))
	if d.Year == 0 {
		return ""
	}
	b = appendFigures(b, d.Year, 4)
	if d.Month != 0 {
		b = appendFigures(append(b, '-'), d.Month, 2)
		if d.Day != 0 {
			b = appendFigures(append(b, '-'), d.Day, 2)
		}
	}
	return string(b)
}

// appendFigures appends a number with as many figures as asked, or more.
func appendFigures(b []byte, n, figures int) []byte {
	for least := 10; figures > 1; figures-- {
		if n < least {
			b = append(b, '0')
		}
		least *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// Text returns the date as papers write it, "ngày 05 tháng 01 năm 2026", without the parts
// that are not known: "tháng 5 năm 2026". See [vi.Date].
func (d Date) Text() string { return vi.Date(d.Year, d.Month, d.Day) }

// Short returns the date in figures behind the word for what is known of it: "ngày
// 05/01/2026", "tháng 5/2026", "năm 2026". See [vi.ShortDate].
func (d Date) Short() string {
	figures := vi.ShortDate(d.Year, d.Month, d.Day)
	switch {
	case d.IsFull():
		return "ngày " + figures
	case d.Month > 0:
		return "tháng " + figures
	case d.Year > 0:
		return "năm " + figures
	}
	return ""
}

// IsReal reports whether there is such a day, month or year: no month 13, no 30 February.
// What is not known is no fault.
func (d Date) IsReal() bool {
	return 0 <= d.Year && d.Year <= 9999 && 0 <= d.Month && d.Month <= 12 && 0 <= d.Day && d.Day <= daysIn(d.Year, d.Month)
}

// checkPeriod refuses a period, of keys "from" and "to", that ends before it begins.
func checkPeriod(found *diag.List, path string, from, to Date, fromTerm, toTerm string) {
	if !to.IsZero() && to.Last().Before(from) {
		addFinding(found, path, "to", ruleValue, fmt.Sprintf(`"to" (%s) sớm hơn "from" (%s)`, toTerm, fromTerm))
	}
}

// First returns the first day that the date can mean: 2026-03 is 2026-03-01. The
// zero date is itself.
func (d Date) First() Date {
	if d.Year == 0 {
		return d
	}
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last returns the last day that the date can mean: 2026-02 is 2026-02-28. The
// zero date is itself.
func (d Date) Last() Date {
	switch {
	case d.Year == 0:
		return d
	case d.Month == 0:
		return Date{d.Year, 12, 31}
	case d.Day == 0:
		return Date{d.Year, d.Month, daysIn(d.Year, d.Month)}
	}
	return d
}

// Compare orders dates by their first days; the zero date comes first.
func (d Date) Compare(e Date) int {
	a, b := d.First(), e.First()
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// Before reports whether the first day of d is before that of e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// DateOf returns the day of a time, in the time's own zone. The zero time, and a year that
// has not one to four figures, is no date.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	if t.IsZero() || year < 1 || year > 9999 {
		return Date{}
	}
	return Date{year, int(month), day}
}

// Time returns the beginning of the day in a zone; nil is UTC. False: the date is not full,
// or there is no such day.
func (d Date) Time(zone *time.Location) (time.Time, bool) {
	if !d.IsFull() || d.Year > 9999 || d.Month > 12 || d.Day > daysIn(d.Year, d.Month) {
		return time.Time{}, false
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, cmp.Or(zone, time.UTC)), true
}

// MarshalText writes the date as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a date as YAML holds it. Its error is a
// *[diag.Diagnostic] with a message in Vietnamese and no place.
func (d *Date) UnmarshalText(text []byte) error {
	s := strings.TrimSpace(string(text))
	year, month, day, ok := dateParts(s)
	if !ok {
		_, expected := Date{}.Schema()
		finding := &diag.Diagnostic{Rule: ruleDate, Found: s, Expected: expected, Message: fmt.Sprintf("%q không phải ngày", s),
			Fix: "viết 2026, 2026-03 hoặc 2026-03-15"}
		if day, month, year := figuresOf(s); year != "" {
			right, ok := makeDate(year, month, day)
			switch {
			case ok:
				finding.Expected, finding.Fix = right.String(), "viết "+right.String()
				finding.Edit = diag.Edit{Old: s, New: right.String()}
			default:
				return unreal(s, year, month, day)
			}
		}
		return finding
	}
	v, ok := makeDate(year, month, day)
	if !ok {
		return unreal(s, year, month, day)
	}
	return store(d, v)
}

// datePattern is what a date of YAML looks like.
const datePattern = `^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$`

// dateParts takes apart a date that looks like datePattern.
func dateParts(s string) (year, month, day string, ok bool) {
	const form = "0000-00-00"
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return "", "", "", false
	}
	for i := range len(s) {
		if form[i] == '-' && s[i] != '-' || form[i] == '0' && (s[i] < '0' || s[i] > '9') {
			return "", "", "", false
		}
	}
	year, s = s[:4], s[4:]
	if s != "" {
		month, s = s[1:3], s[3:]
	}
	if s != "" {
		day = s[1:]
	}
	return year, month, day, true
}

// unreal is the finding about a day or month that there is not.
func unreal(s, year, month, day string) *diag.Diagnostic {
	finding := &diag.Diagnostic{Rule: ruleDate, Found: s, Expected: realDays(year, month), Message: fmt.Sprintf("ngày %q không có thật", s)}
	switch of, ok := makeDate(year, month, ""); {
	case ok && strings.Trim(day, "0") == "":
		finding.Message += ": các ngày trong tháng đếm từ 01"
	case ok:
		finding.Message += fmt.Sprintf(": %s có %d ngày", of.Text(), of.Last().Day)
	case year != "0000":
		finding.Message += ": một năm chỉ có tháng 01 đến tháng 12"
	}
	return finding
}

// figuresOf takes apart a date as people write it: 15/11/2026, 15-11-26, 2026/11/15, 20261115,
// ngày 15 tháng 11 năm 2026. Without a year it is none.
func figuresOf(s string) (day, month, year string) {
	s = strings.Trim(strings.ToLower(dashes.Replace(vi.NFC(s))), "“”„\"‘’' ")
	v := vietnameseDate.FindStringSubmatch(s)
	if v == nil {
		v = wordedDate.FindStringSubmatch(s)
	}
	if v == nil {
		if v = yearFirst.FindStringSubmatch(s); v == nil {
			v = onlyFigures.FindStringSubmatch(s)
		}
		if v == nil {
			return "", "", ""
		}
		return v[3], v[2], v[1]
	}
	if len(v[3]) == 2 {
		v[3] = "20" + v[3]
	}
	return v[1], v[2], v[3]
}

// dashes are signs that Word writes for a hyphen, and spaces that it writes for one.
var dashes = strings.NewReplacer("–", "-", "—", "-", "−", "-", "\u2011", "-", "\u00a0", " ")

// Schema says what a date looks like, for schemas and messages.
func (Date) Schema() (pattern, expected string) {
	return datePattern, "2026, 2026-03 hoặc 2026-03-15"
}

var (
	vietnameseDate = pattern.New(`^(?:ngày +)?(?:([0-9]{1,2}) *[/.-] *)?([0-9]{1,2}) *[/.-] *([0-9]{4}|[0-9]{2})$`)
	yearFirst      = pattern.New(`^([0-9]{4}) *[/.-] *([0-9]{1,2})(?: *[/.-] *([0-9]{1,2}))?$`)
	onlyFigures    = pattern.New(`^([0-9]{4})([0-9]{2})([0-9]{2})$`)
	wordedDate     = pattern.New(`^(?:ngày +([0-9]{1,2}) +)?tháng +([0-9]{1,2}) +năm +([0-9]{4})$`)
)

// makeDate puts a date together; parts left empty are not known.
func makeDate(year, month, day string) (Date, bool) {
	var d Date
	for _, p := range []struct {
		text string
		to   *int
	}{{year, &d.Year}, {month, &d.Month}, {day, &d.Day}} {
		if p.text == "" {
			continue
		}
		n, _ := strconv.Atoi(p.text) // figures, four at most
		if n == 0 {
			return Date{}, false
		}
		*p.to = n
	}
	return d, d.IsReal()
}

// realDays says which days there are in a month; of a month that is none, which
// months there are in a year.
func realDays(year, month string) string {
	first, ok := makeDate(year, month, "")
	switch {
	case ok:
		return fmt.Sprintf("từ %s đến %s", first.First(), first.Last())
	case year != "0000":
		return fmt.Sprintf("từ %s-01 đến %s-12", year, year)
	}
	return "một năm sau 0000"
}

// daysIn is the days of a month; of a year or month that is not known, the most there can be.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day() // the day before the next month
}
