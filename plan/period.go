package plan

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// Period is a span of days "khoảng thời gian": from one to another, or a school year.
type Period struct {
	From Date `yaml:"from" vi:"từ" one:"period"`
	To   Date `yaml:"to" vi:"đến" help:"bỏ trống là đúng ngày, tháng, năm ở from"`
	// SchoolYear stands in for the days: from 01/9 of its first year to 31/8 of the next.
	SchoolYear string `yaml:"school_year" vi:"năm học" one:"period" eg:"2025-2026"`
}

// First returns the first day of the period.
func (p *Period) First() Date {
	p = orZero(p)
	if year, ok := p.school(); ok {
		return Date{Year: year, Month: 9, Day: 1}
	}
	return p.From.First()
}

// Last returns the last day of the period.
func (p *Period) Last() Date {
	p = orZero(p)
	if year, ok := p.school(); ok {
		return Date{Year: year + 1, Month: 8, Day: 31}
	}
	if p.To.IsZero() {
		return p.From.Last()
	}
	return p.To.Last()
}

// Term returns the period as papers name it, "năm học 2025 - 2026", "năm 2026"; empty for one
// that is neither a school year nor a year.
func (p *Period) Term() string {
	p = orZero(p)
	if year, ok := p.school(); ok {
		return fmt.Sprintf("năm học %d - %d", year, year+1)
	}
	if year := (Date{Year: p.From.Year}); p.From.Year != 0 && p.First() == year.First() && p.Last() == year.Last() {
		return fmt.Sprintf("năm %d", p.From.Year)
	}
	return ""
}

// school returns the first year of a school year.
func (p *Period) school() (int, bool) {
	first, second, ok := strings.Cut(p.SchoolYear, "-")
	from, err := strconv.Atoi(strings.TrimSpace(first))
	to, err2 := strconv.Atoi(strings.TrimSpace(second))
	return from, ok && err == nil && err2 == nil && to == from+1
}

// Validate refuses a period that ends before it begins, and a school year that is none.
func (p *Period) Validate(path string, found *diag.List) {
	p = orZero(p)
	if p.SchoolYear == "" {
		checkPeriod(found, path, p.From, p.To, "từ", "đến")
		return
	}
	if year, ok := p.school(); !ok {
		addFinding(found, path, "school_year", ruleValue,
			fmt.Sprintf(`"school_year" (năm học) là %q, phải là hai năm liền nhau, như 2025-2026`, p.SchoolYear))
	} else if !record.IsYear(year) {
		addFinding(found, path, "school_year", ruleValue, fmt.Sprintf(`"school_year" (năm học) là %d, không phải một năm hợp lý`, year))
	}
	if !p.To.IsZero() {
		addFinding(found, path, "to", ruleConflict, `"to" (đến) không đi cùng "school_year" (năm học)`)
	}
}
