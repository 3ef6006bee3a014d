package record

import (
	"fmt"
	"reflect"
	"strings"
)

// Fit says why a value is none of a file: it points to no struct, or its Go type has keys that
// no file can fill. Nil: it is one.
func Fit(value any) error {
	if _, ok := structOf(value); ok {
		return nil
	}
	if t := reflect.TypeOf(value); t != nil && t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct {
		if err := recordOf(t.Elem()).unfit(); err != nil {
			return err
		}
		return fmt.Errorf("%T is nil", value)
	}
	return fmt.Errorf("%T is no pointer to a struct", value)
}

// unfit says why values of a struct are no part of a file; nil: they are. seen are the types
// that need no second look.
func unfit(t reflect.Type, seen map[reflect.Type]bool) error {
	if seen[t] {
		return nil
	}
	seen[t] = true
	keys := make(map[string]bool)
	return unfitFields(t, keys, seen)
}

func unfitFields(t reflect.Type, keys map[string]bool, seen map[reflect.Type]bool) error {
	for i := range t.NumField() {
		sf := t.Field(i)
		if isNoKey(sf) {
			continue
		}
		if sf.Anonymous && sf.Type.Kind() == reflect.Struct {
			if err := unfitFields(sf.Type, keys, seen); err != nil {
				return err
			}
			continue
		}
		key, ok := sf.Tag.Lookup("yaml")
		problem := ""
		switch {
		case sf.Anonymous:
			problem = "is embedded, but no struct"
		case !ok:
			continue
		case !sf.IsExported():
			problem = "has a key, but is not exported"
		case key == "" || strings.ContainsAny(key, ".,:[]{}#\"' "):
			problem = fmt.Sprintf("has the key %q: a key is a word, and what is no part of the file has the tag \"-\" or none", key)
		case keys[key]:
			problem = fmt.Sprintf("has the key %q, which another field has", key)
		}
		of := base(sf.Type)
		for shapeOf(of) == listShape {
			of = base(of.Elem())
		}
		if problem == "" && shapeOf(of) == noShape {
			problem = "cannot be read: a key is a text, bool, int, list or struct, a pointer to one, or reads itself from text"
		}
		if problem != "" {
			return fmt.Errorf("the field %s %s of %s %s", sf.Name, sf.Type, t, problem)
		}
		keys[key] = true
		if shapeOf(of) == mappingShape {
			if err := unfit(of, seen); err != nil {
				return err
			}
		}
	}
	return nil
}
