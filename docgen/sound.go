package docgen

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// deepest bounds how far parts and inlines of a document stand inside another;
// one that holds itself is found by it.
const deepest = 1000

// sound refuses a document made in Go that cannot be shown: none, parts or
// inlines that are nil, one that holds itself. Findings are about dates that
// there are not. It costs little beside laying out.
func sound(d *doc.Document) (diag.List, error) {
	if d == nil {
		return nil, errors.New("no document")
	}
	var s soundness
	if path, what := s.value(reflect.ValueOf(d.Parts), 0); what != "" {
		return nil, fmt.Errorf("document: parts%.80s %s", path, what)
	}
	return s.found, nil
}

type soundness struct{ found diag.List }

// plain are the kinds of values that hold no part.
func plain(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Interface, reflect.Pointer, reflect.Struct:
		return false
	case reflect.Slice:
		return plain(t.Elem())
	}
	return true
}

// value goes through what v holds. It gives the place below v of what is not
// sound, and what it is; nothing when all is.
func (s *soundness) value(v reflect.Value, depth int) (path, what string) {
	if depth > deepest {
		return "", "stands too deep inside other parts"
	}
	switch v.Kind() {
	case reflect.Slice:
		if plain(v.Type()) {
			return "", ""
		}
		for i := range v.Len() {
			e := v.Index(i)
			what := "is nil"
			if (e.Kind() != reflect.Interface && e.Kind() != reflect.Pointer) || !e.IsNil() {
				path, what = s.value(e, depth+1)
			}
			if what != "" {
				return "[" + itoa(i) + "]" + path, what
			}
		}
	case reflect.Interface:
		if v.IsNil() {
			return "", "" // a choice not made
		}
		v = v.Elem()
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return "", "is a nil " + v.Type().String()
		}
		return s.value(v, depth+1)
	case reflect.Pointer:
		if v.IsNil() {
			return "", ""
		}
		if p, ok := v.Interface().(*doc.PlaceDate); ok {
			s.date(p)
			return "", ""
		}
		return s.value(v.Elem(), depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			if plain(v.Field(i).Type()) {
				continue
			}
			f := v.Type().Field(i)
			if !f.IsExported() {
				continue
			}
			if path, what := s.value(v.Field(i), depth+1); what != "" {
				return "." + f.Name + path, what
			}
		}
	}
	return "", ""
}

// date finds a day, month or year that there is not. Zero is a blank.
func (s *soundness) date(p *doc.PlaceDate) {
	if (plan.Date{Year: p.Year, Month: p.Month, Day: p.Day}).IsReal() {
		return
	}
	found := fmt.Sprintf("%d-%d-%d", p.Year, p.Month, p.Day)
	s.found.Add(&diag.Diagnostic{Pos: p.At, Rule: ruleDate, Found: found, Message: fmt.Sprintf(`"date" (thời gian ban hành) là ngày %d tháng %d năm %d, không có thật`, p.Day, p.Month, p.Year)})
}
