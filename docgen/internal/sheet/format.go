package sheet

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/tmpl"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// Record is a row of values by their names.
type Record = map[string]Value

// Plain prints a value on one line.
func Plain(v Value) string { return strings.ReplaceAll(Shown(v), "\n", " ") }

// Shown prints a value with its line ends.
func Shown(v Value) string {
	if s, ok := v.(string); ok {
		return s
	}
	return fmt.Sprint(v)
}

// formats are the ways to print a value, the same in batch jobs and in Word templates. An
// empty value gives an empty text.
var formats = map[string]func(Value) (string, error){
	"slug":  func(v Value) (string, error) { return vi.Slug(Plain(v)), nil },
	"upper": func(v Value) (string, error) { return vi.Upper(Shown(v)), nil },
	"lower": func(v Value) (string, error) { return vi.Lower(Shown(v)), nil },
	"name":  func(v Value) (string, error) { return vi.Name(Plain(v)), nil },
	"first": func(v Value) (string, error) { return vi.UpperFirst(Shown(v)), nil },
	"iso":   iso,
	"words": inWords,
	"count": count,
}

// Formats names the ways to print a value, in order.
func Formats() []string { return slices.Sorted(maps.Keys(formats)) }

// Format prints a value in one of the ways of [Formats]; its errors are in Vietnamese.
func Format(name string, v Value) (string, error) {
	f := formats[name]
	if f == nil {
		return "", tmpl.Say(fmt.Sprintf("không có định dạng %q", name))
	}
	return f(v)
}

// count gives how many rows there are, or a whole number, as papers write a
// number of things: "08".
func count(v Value) (string, error) {
	switch v := v.(type) {
	case []Record:
		return vi.Count(len(v)), nil
	case Decimal:
		switch {
		case v.Places > 0:
		case v.Units >= 0 && v.Units < 10:
			return vi.Count(int(v.Units)), nil
		default:
			return vi.FormatInt(v.Units), nil
		}
	case string:
		if v == "" {
			return "", nil
		}
	}
	return "", tmpl.Say("count nhận các dòng hoặc một số nguyên")
}

// iso gives a date as YAML writes it.
func iso(v Value) (string, error) {
	switch v := v.(type) {
	case Date:
		return v.ISO(), nil
	case string:
		if v == "" {
			return "", nil
		}
	}
	return "", tmpl.Say("iso nhận một cột kiểu date (ngày)")
}

// inWords gives a number, an amount or a date in words.
func inWords(v Value) (string, error) {
	switch v := v.(type) {
	case plan.Money:
		return v.Words(), nil
	case Date:
		return vi.DateWords(v.Year, v.Month, v.Day), nil
	case Decimal:
		if v.Places == 0 {
			return vi.Words(v.Units), nil
		}
	case int:
		return vi.Words(int64(v)), nil
	case string:
		if v == "" {
			return "", nil
		}
	}
	return "", tmpl.Say("words nhận tiền, ngày hoặc số nguyên")
}

// Sum adds a column of type number or money over rows; empty cells count as nothing.
func Sum(rows []Record, column string) (Value, error) {
	var total Decimal
	money := false
	for _, r := range rows {
		v, known := r[column]
		if !known {
			return nil, tmpl.Say(fmt.Sprintf("không có cột %q", column))
		}
		switch v := v.(type) {
		case plan.Money:
			money = true
			total.Units += int64(v)
		case Decimal:
			for total.Places < v.Places {
				total.Units *= 10
				total.Places++
			}
			for v.Places < total.Places {
				v.Units *= 10
				v.Places++
			}
			total.Units += v.Units
		case string:
			if v != "" {
				return nil, tmpl.Say(fmt.Sprintf("cột %q có chữ, không cộng được", column))
			}
		default:
			return nil, tmpl.Say(fmt.Sprintf("cột %q không phải số, không cộng được", column))
		}
	}
	if money {
		return plan.Money(total.Units), nil
	}
	return total, nil
}
