package fill

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/tmpl"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// readings are the formats that read a value as one of the types of columns.
var readings = []string{string(sheet.TextType), string(sheet.NumberType), string(sheet.MoneyType), string(sheet.DateType),
	string(sheet.IDType)}

// sumFormat adds up a field of a list. capsFormat, a large letter to each word, is Word's alone.
const sumFormat, capsFormat = "sum", "caps"

// checkFormats says in Vietnamese what is wrong with the formats of a field.
func checkFormats(all []call) string {
	for _, c := range all {
		known := append(append(slices.Clone(readings), sheet.Formats()...), sumFormat)
		switch {
		case !slices.Contains(known, c.name):
			return fmt.Sprintf("không có định dạng %q; có: %s", c.name, strings.Join(known, ", "))
		case c.name == sumFormat && c.pattern == "":
			return `sum cần tên trường, như {{danh sách | sum "Số tiền"}}`
		case c.pattern == "", c.name == sumFormat, c.name == string(sheet.DateType), c.name == string(sheet.NumberType):
		default:
			return fmt.Sprintf("định dạng %q không có mẫu đi kèm", c.name)
		}
	}
	return ""
}

// apply prints a value in some formats, one after the other.
func apply(formats []call, v sheet.Value) (string, error) {
	for _, c := range formats {
		var err error
		switch {
		case slices.Contains(readings, c.name):
			if v, err = read(sheet.Type(c.name), v); err == nil && c.pattern != "" && v != "" {
				v, err = byPicture(v, c.pattern)
			}
		case c.name == capsFormat:
			v = capitals(written(v))
		default:
			switch c.name {
			case "words", "count", "iso":
				v = typed(c.name, v)
			}
			v, err = sheet.Format(c.name, v)
		}
		if err != nil {
			return "", err
		}
	}
	return written(v), nil
}

// capitals gives each word a large letter and leaves the others.
func capitals(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		words[i] = vi.UpperFirst(w)
	}
	return strings.Join(words, " ")
}

// byPicture prints a date or a number by a picture of Word.
func byPicture(v sheet.Value, pattern string) (string, error) {
	switch v := v.(type) {
	case sheet.Date:
		return datePicture(v, pattern), nil
	case sheet.Decimal:
		return numberPicture(v, pattern), nil
	}
	return "", tmpl.Say("mẫu trình bày chỉ dùng cho ngày và số")
}

// written gives a value as papers write it.
func written(v sheet.Value) string {
	switch v := v.(type) {
	case bool:
		if v {
			return "có"
		}
		return "không"
	}
	return fmt.Sprint(v)
}

// read takes a text as a type of columns; values that have a type keep it, as far as the other
// one can be made of it.
func read(t sheet.Type, v sheet.Value) (sheet.Value, error) {
	switch v := v.(type) {
	case string:
		if t == sheet.TextType {
			return v, nil
		}
		return t.Read(sheet.TextCell(v), false)
	case plan.Money:
		switch t {
		case sheet.NumberType:
			return sheet.Decimal{Units: int64(v)}, nil
		case sheet.MoneyType:
			return v, nil
		}
	case sheet.Decimal:
		switch {
		case t == sheet.NumberType:
			return v, nil
		case t == sheet.MoneyType && v.Places == 0:
			return plan.Money(v.Units), nil
		}
	}
	if s := written(v); t == sheet.TextType {
		return s, nil
	} else if _, ok := v.(bool); !ok {
		return t.Read(sheet.TextCell(s), false)
	}
	return "", tmpl.Say("không phải " + string(t))
}

// typed reads a text as what a format can print: a day, an amount of money with its unit, a
// number. What it is none of stays a text.
func typed(format string, v sheet.Value) sheet.Value {
	s, ok := v.(string)
	if !ok || s == "" {
		return v
	}
	c := sheet.TextCell(s)
	if d, err := sheet.DateType.Read(c, false); err == nil && format != "count" {
		return d
	}
	if format == "iso" {
		return v
	}
	if n, err := sheet.NumberType.Read(c, false); err == nil {
		return n
	}
	if m, err := sheet.MoneyType.Read(c, false); err == nil && format == "words" {
		return m
	}
	return v
}

// numberOf reads a text as a number or as money, if it is one.
func numberOf(v sheet.Value) sheet.Value {
	if s, ok := v.(string); ok {
		return typed("words", s)
	}
	return v
}

// compare judges a condition: numbers and days by what they are, all else as text, whatever its
// case.
func compare(s, sign, operand string) bool {
	order := 0
	a, b := numberOf(s), numberOf(operand)
	switch a := a.(type) {
	case sheet.Decimal:
		if b, ok := b.(sheet.Decimal); ok {
			order = a.Compare(b)
			return holds(sign, order)
		}
	case plan.Money:
		if b, ok := b.(plan.Money); ok {
			return holds(sign, sheet.Decimal{Units: int64(a)}.Compare(sheet.Decimal{Units: int64(b)}))
		}
	case sheet.Date:
		if b, ok := b.(sheet.Date); ok {
			return holds(sign, strings.Compare(a.ISO(), b.ISO()))
		}
	}
	if sign == "=" || sign == "!=" {
		return (vi.FoldName(s) == vi.FoldName(operand)) == (sign == "=")
	}
	return holds(sign, vi.Compare(vi.FoldName(s), vi.FoldName(operand)))
}

func holds(sign string, order int) bool {
	switch sign {
	case "=":
		return order == 0
	case "!=":
		return order != 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	}
	return order >= 0
}
