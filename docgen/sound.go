package docgen

import (
	"errors"
	"fmt"
	"reflect"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
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
	if err := s.value(reflect.ValueOf(d.Parts), "parts", 0); err != nil {
		return nil, fmt.Errorf("document: %w", err)
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

func (s *soundness) value(v reflect.Value, path string, depth int) error {
	if depth > deepest {
		return fmt.Errorf("%.80s...: parts stand inside each other too deep", path)
	}
	switch v.Kind() {
	case reflect.Slice:
		if plain(v.Type()) {
			return nil
		}
		for i := range v.Len() {
			e := v.Index(i)
			at := path + "[" + itoa(i) + "]"
			if (e.Kind() == reflect.Interface || e.Kind() == reflect.Pointer) && e.IsNil() {
				return fmt.Errorf("%s is nil", at)
			}
			if err := s.value(e, at, depth+1); err != nil {
				return err
			}
		}
	case reflect.Interface:
		if v.IsNil() {
			return nil // a choice not made
		}
		v = v.Elem()
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return fmt.Errorf("%s is a nil %v", path, v.Type())
		}
		return s.value(v, path, depth+1)
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		if p, ok := v.Interface().(*doc.PlaceDate); ok {
			s.date(p)
			return nil
		}
		return s.value(v.Elem(), path, depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() || plain(f.Type) {
				continue
			}
			if err := s.value(v.Field(i), path+"."+f.Name, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// date finds a day, month or year that there is not. Zero is a blank.
func (s *soundness) date(p *doc.PlaceDate) {
	year, month, day := p.Year, p.Month, p.Day
	if year == 0 {
		year = 2000 // one with every day
	}
	if month == 0 {
		month = 1
	}
	if day == 0 {
		day = 1
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year > 0 && year <= 9999 && t.Year() == year && t.Month() == time.Month(month) && t.Day() == day {
		return
	}
	found := fmt.Sprintf("%d-%d-%d", p.Year, p.Month, p.Day)
	s.found.Add(&diag.Diagnostic{Pos: p.At, Rule: "docgen.bad-date", Found: found, Message: fmt.Sprintf(`"date" (thời gian ban hành) là ngày %d tháng %d năm %d, không có thật`, p.Day, p.Month, p.Year)})
}
