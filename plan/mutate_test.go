package plan_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan"
)

// mutator changes values at random. What it makes can be read back, whether it is valid
// or not.
type mutator struct{ *rand.Rand }

func newMutator(seed uint64) mutator { return mutator{rand.New(rand.NewPCG(seed, 7))} }

// texts are what YAML could take for something else, and ordinary ones.
var texts = []string{
	"Nghỉ lễ", "Ủy ban nhân dân xã Cẩm Hòa", "012", "2026-03-15", "true", "null", "~", "- a", "a: b", "a #b", "*a", "&a", "'", `"`,
	`a "b" 'c'`, "a, b", "[a]", "{a}",
	"{{.ten}}", "a\\b", "100%", "%", "?", "#", "a:", ":a", "---", "...", "@a", "!a", "|", ">", "<<", "1.520.000", "a  b", " a", "a ", "“a”",
	"Một dòng dài hơn tám mươi chữ, như những dòng mà ai cũng viết trong văn bản hành chính của xã, phường, đặc khu.",
}

// proses are further texts for fields that keep their line ends.
var proses = []string{"Một.\nHai.", "Một.\n\nHai.\n", "- a\n- b\n  - c\n", "  lùi\nvào", "a\n\n\n", "| a | b |\n| - | - |\n", "\na",
	"Dòng cuối có dấu cách \nhết", "Một.\n"}

// fill returns a value of a type; zero now and then.
func (m mutator) fill(t reflect.Type, depth int) reflect.Value {
	v := reflect.New(t).Elem()
	switch v.Interface().(type) {
	case plan.Date:
		v.Set(reflect.ValueOf([]plan.Date{{Year: 2026}, {Year: 2026, Month: 2}, {Year: 2026, Month: 12, Day: 31}}[m.IntN(3)]))
		return v
	case plan.Number:
		v.SetString([]string{"12", "12,5", "-3", "0.25"}[m.IntN(4)])
		return v
	case plan.Fraction:
		v.Set(reflect.ValueOf(plan.Fraction{Part: 2, Of: 3 + m.IntN(5)}))
		return v
	case plan.Prose:
		v.SetString(append(texts, proses...)[m.IntN(len(texts)+len(proses))])
		return v
	}
	switch t.Kind() {
	case reflect.String:
		v.SetString(texts[m.IntN(len(texts))])
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32, reflect.Int64: // amounts and multipliers among them
		v.SetInt(int64(m.IntN(5000)) + 1)
	case reflect.Pointer:
		p := reflect.New(t.Elem())
		p.Elem().Set(m.fill(t.Elem(), depth))
		v.Set(p)
	case reflect.Slice:
		for range 1 + m.IntN(3) {
			v = reflect.Append(v, m.fill(t.Elem(), depth))
		}
	case reflect.Struct:
		fields := keyed(v)
		if len(fields) == 0 { // it has a form of its own
			break
		}
		for range 1 + m.IntN(3) {
			if f := fields[m.IntN(len(fields))]; depth < 3 {
				f.Set(m.fill(f.Type(), depth+1))
			}
		}
	}
	return v
}

// keyedField is a field of a struct that has a key.
type keyedField struct {
	reflect.Value
	key string
}

// keyed returns the fields of a struct that have keys, also those of embedded structs, but
// for the head of a file.
func keyed(v reflect.Value) []keyedField {
	var all []keyedField
	for i := range v.NumField() {
		sf := v.Type().Field(i)
		switch key := sf.Tag.Get("yaml"); {
		case sf.Anonymous && sf.Type.Kind() == reflect.Struct:
			all = append(all, keyed(v.Field(i))...)
		case key == "" || key == "version" || (key == "kind" || key == "type") && sf.Type == reflect.TypeFor[string]():
		default:
			all = append(all, keyedField{v.Field(i), key})
		}
	}
	return all
}

// change changes something in a struct that stands at a path, and returns the path of what
// was changed.
func (m mutator) change(v reflect.Value, path string) string {
	fields := keyed(v)
	given := slices.DeleteFunc(slices.Clone(fields), func(f keyedField) bool { return f.IsZero() })
	if len(given) > 0 && m.IntN(4) > 0 {
		fields = given // rather what is there than what is not
	}
	f := fields[m.IntN(len(fields))]
	path = strings.TrimPrefix(path+"."+f.key, ".")
	switch {
	case f.Kind() == reflect.Slice && f.Len() > 0:
		return m.changeList(f.Value, path)
	case f.Kind() == reflect.Pointer && !f.IsNil() && m.IntN(5) > 0:
		return m.change(f.Elem(), path)
	case f.Kind() == reflect.Struct && !f.IsZero() && len(keyed(f.Value)) > 0 && m.IntN(5) > 0:
		return m.change(f.Value, path)
	case !f.IsZero() && m.IntN(4) == 0:
		f.SetZero()
	default:
		f.Set(m.fill(f.Type(), 0))
	}
	return path
}

// changeList changes, adds or drops an element.
func (m mutator) changeList(f reflect.Value, path string) string {
	i := m.IntN(f.Len())
	e := f.Index(i)
	switch m.IntN(6) {
	case 0:
		f.Set(reflect.AppendSlice(f.Slice3(0, i, i), f.Slice(i+1, f.Len())))
	case 1:
		f.Set(reflect.Append(f.Slice3(0, f.Len(), f.Len()), m.fill(f.Type().Elem(), 0)))
	case 2:
		rest := f.Slice(i, f.Len())
		f.Set(reflect.AppendSlice(reflect.Append(f.Slice3(0, i, i), m.fill(f.Type().Elem(), 0)), rest))
	default:
		at := fmt.Sprintf("%s[%d]", path, i)
		switch {
		case e.Kind() == reflect.Struct && len(keyed(e)) > 0:
			return m.change(e, at)
		case e.Kind() == reflect.Slice && e.Len() > 0:
			return m.changeList(e, at)
		}
		e.Set(m.fill(e.Type(), 0))
	}
	return path
}
