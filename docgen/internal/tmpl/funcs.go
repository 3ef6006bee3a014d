package tmpl

import (
	"fmt"
	"reflect"
	"strings"
	"text/template"
)

// Funcs are the functions of text/template that make text, within bounds: a variable that
// doubles itself ends, and printf never prints what it thinks of its arguments.
func Funcs() template.FuncMap {
	bounded := func(name string, f func(...any) string) func(...any) (string, error) {
		return func(args ...any) (string, error) {
			if n := size(args); n > maxValue {
				return "", tooLong(name)
			}
			s := f(args...)
			if len(s) > maxValue {
				return "", tooLong(name)
			}
			return s, nil
		}
	}
	return template.FuncMap{
		"print": bounded("print", fmt.Sprint), "println": bounded("println", fmt.Sprintln), "printf": printf,
		"html": bounded("html", template.HTMLEscaper), "js": bounded("js", template.JSEscaper),
		"urlquery": bounded("urlquery", template.URLQueryEscaper),
	}
}

func tooLong(name string) error { return Say(name + " cho ra quá 64 KB chữ") }

// size is how long arguments are as text, as far as it matters.
func size(args []any) int {
	n := 0
	for _, a := range args {
		if n > maxValue {
			break
		}
		if s, ok := a.(string); ok {
			n += len(s)
		} else {
			n += len(fmt.Sprint(a))
		}
	}
	return n
}

// printf is fmt.Sprintf. A verb that does not fit its value, one without a value and a
// value without a verb are errors, where fmt would print them.
func printf(format string, args ...any) (string, error) {
	p := &printing{}
	shown, hollow := make([]any, len(args)), make([]any, len(args))
	for i, a := range args {
		shown[i], hollow[i] = &printed{p, a}, &printed{nil, nil}
	}
	// Without values, only what fmt has to say of the format is left beside its text.
	if said := fmt.Sprintf(strings.ReplaceAll(format, "%%", ""), hollow...); strings.Contains(said, "%!") {
		return "", Say("printf có chỗ % không khớp với các giá trị theo sau")
	}
	s := fmt.Sprintf(format, shown...)
	switch {
	case p.wrong != nil:
		return "", p.wrong
	case p.size > maxValue || len(s) > maxValue:
		return "", tooLong("printf")
	}
	return s, nil
}

// printing is what the values of one printf have in common.
type printing struct {
	size  int
	wrong error
}

// printed prints a value when the verb is one for it. With no printing it prints nothing.
type printed struct {
	p *printing
	v any
}

func (a *printed) Format(f fmt.State, verb rune) {
	width, _ := f.Width()
	precision, _ := f.Precision()
	switch {
	case a.p == nil || a.p.wrong != nil:
	case !fits(verb, a.v):
		a.p.wrong = Say(fmt.Sprintf("printf: %%%c không dùng được với giá trị này", verb))
	default:
		// fmt takes widths up to a million, of each value.
		if a.p.size += max(width, precision); a.p.size > maxValue {
			return
		}
		n, _ := fmt.Fprintf(f, fmt.FormatString(f, verb), a.v)
		a.p.size += n
	}
}

// fits reports whether a verb prints a value as such.
func fits(verb rune, v any) bool {
	if verb == 'v' {
		return true
	}
	_, says := v.(fmt.Stringer)
	kind := reflect.ValueOf(v).Kind()
	switch kind {
	case reflect.String:
		return strings.ContainsRune("sqxX", verb)
	case reflect.Bool:
		return verb == 't' || says && verb == 's'
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return strings.ContainsRune("dboxXcqU", verb) || says && verb == 's'
	case reflect.Float32, reflect.Float64:
		return strings.ContainsRune("eEfFgGxXb", verb) || says && verb == 's'
	}
	return says && strings.ContainsRune("sq", verb)
}
