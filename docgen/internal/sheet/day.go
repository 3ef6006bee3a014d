package sheet

import "time"

// Days that a number counts from: in old workbooks of Apple's Excel from 01/01/1904, else
// from 31/12/1899, with a 29/02/1900 that never was.
var (
	start1900 = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	start1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

// noDay is the number of the day that was none.
const noDay = 60

// dayOf gives the day that a number shows as; day 0 is 00/01/1900.
func dayOf(n int, old bool) (year, month, day int) {
	from := start1900
	switch {
	case old:
		from = start1904
	case n == 0:
		return 1900, 1, 0
	case n < noDay:
	case n == noDay:
		return 1900, 2, 29
	default:
		n--
	}
	t := from.AddDate(0, 0, n)
	return t.Year(), int(t.Month()), t.Day()
}

// numberOf is what dayOf undoes, with the time of the day as its fraction.
func numberOf(t time.Time, old bool) float64 {
	from := start1900
	if old {
		from = start1904
	}
	days := t.Sub(from).Hours() / 24
	if !old && days >= noDay {
		days++
	}
	return days
}
