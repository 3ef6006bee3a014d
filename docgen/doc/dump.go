package doc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// Dump writes a document as indented text, one part a line, for people and
// tests: names of types and of fields that are not zero. Places are left out. What
// [Inspect] refuses is an error.
func Dump(w io.Writer, d *Document) error {
	if d != nil && d.Only != nil {
		if err := Inspect(d.Only, nil); err != nil {
			return err
		}
	}
	return dump(w, d)
}

// DumpFlow writes a flow as indented text, one block a line, like [Dump].
// Lengths are in points.
func DumpFlow(w io.Writer, f *Flow) error { return dump(w, f) }

func dump(w io.Writer, v any) error {
	if err := Inspect(v, nil); err != nil {
		return err
	}
	if w == nil {
		return errors.New("doc: no writer")
	}
	d := dumper{w: bufio.NewWriter(w)}
	d.node(reflect.ValueOf(v), 0)
	return d.w.Flush()
}

type dumper struct{ w *bufio.Writer }

var (
	posType     = reflect.TypeFor[diag.Pos]()
	inlinesType = reflect.TypeFor[[]Inline]()
	linesType   = reflect.TypeFor[[][]Inline]()
	bytesType   = reflect.TypeFor[[]byte]()
)

// node writes a struct: what fits a line on its own line, then what it holds.
func (d *dumper) node(v reflect.Value, depth int) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			fmt.Fprintf(d.w, "%snil\n", indent(depth))
			return
		}
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		fmt.Fprintf(d.w, "%s%s\n", indent(depth), word(v))
		return
	}
	fmt.Fprintf(d.w, "%s%s", indent(depth), v.Type().Name())
	var inside []reflect.Value
	d.fields(v, "", &inside)
	d.w.WriteByte('\n')
	for _, in := range inside {
		if in.Kind() == reflect.Slice {
			for i := range in.Len() {
				d.node(in.Index(i), depth+1)
			}
			continue
		}
		d.node(in, depth+1)
	}
}

// fields writes the fields that are not zero; those that hold more than a line
// takes are given back.
func (d *dumper) fields(v reflect.Value, prefix string, inside *[]reflect.Value) {
	for i := range v.NumField() {
		f, value := v.Type().Field(i), v.Field(i)
		if value.IsZero() || f.Type == posType || !f.IsExported() {
			continue
		}
		name := prefix + f.Name
		switch {
		case f.Type == inlinesType:
			fmt.Fprintf(d.w, " %s=%q", name, markedText(value.Interface().([]Inline)))
		case f.Type == linesType:
			for _, l := range value.Interface().([][]Inline) {
				fmt.Fprintf(d.w, " %q", markedText(l))
			}
		case f.Type == bytesType:
			fmt.Fprintf(d.w, " %s=%d bytes", name, value.Len())
		case value.Kind() == reflect.Struct && !prints(value):
			d.fields(value, name+".", inside)
		case holds(value):
			*inside = append(*inside, value)
		default:
			fmt.Fprintf(d.w, " %s=%s", name, word(value))
		}
	}
}

// prints tells whether a value knows how to print itself, as a time does.
func prints(v reflect.Value) bool {
	_, ok := v.Interface().(fmt.Stringer)
	return ok
}

// holds tells whether a value is written below its owner.
func holds(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Interface:
		return true
	case reflect.Pointer:
		return v.Type().Elem().Kind() == reflect.Struct
	case reflect.Slice:
		switch v.Type().Elem().Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Struct:
			return true
		}
	}
	return false
}

// Words of the enumerated types, by their values.
var dumpWords = map[reflect.Type][]string{
	reflect.TypeFor[Align]():     {"justify", "left", "center", "right"},
	reflect.TypeFor[Role]():      {"none", "heading", "title", "part", "list", "item", "quote", "caption", "artifact"},
	reflect.TypeFor[Scope]():     {"none", "column", "row"},
	reflect.TypeFor[VAlign]():    {"top", "middle", "bottom"},
	reflect.TypeFor[ProseLook](): {"body", "center", "note", "flush", "unit", "head"},
	reflect.TypeFor[RowRole]():   {"plain", "group", "total", "numbers"},
	reflect.TypeFor[LevelLook](): {"heading", "centered", "item"},
	reflect.TypeFor[Numeral]():   {"none", "roman", "arabic", "letter", "upper-letter"},
}

// word gives a plain value on one line.
func word(v reflect.Value) string {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if words := dumpWords[v.Type()]; words != nil {
		if n := int(v.Uint()); n < len(words) {
			return words[n]
		}
	}
	switch x := v.Interface().(type) {
	case Length:
		return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(x.Pt(), 'f', 2, 64), "0"), ".")
	case Color:
		return fmt.Sprintf("%06x", uint32(x))
	case fmt.Stringer:
		return x.String()
	}
	switch v.Kind() {
	case reflect.String:
		return strconv.Quote(v.String())
	case reflect.Slice:
		words := make([]string, v.Len())
		for i := range words {
			words[i] = word(v.Index(i))
		}
		return "[" + strings.Join(words, " ") + "]"
	}
	return fmt.Sprint(v.Interface())
}

func indent(depth int) string { return strings.Repeat("  ", depth) }

// markedText gives inlines as one line of text with marks: **bold**, *italic*,
// {upright ...}, {label ...}, {note 1 ...}, {ref ID ...}, {blank NAME 42.5}, "/"
// for a line break, "~" for a no-break space and "‑" for a no-break hyphen.
func markedText(in []Inline) string {
	var b strings.Builder
	marked(&b, in)
	return b.String()
}

func marked(b *strings.Builder, in []Inline) {
	wrap := func(open string, in []Inline, end string) {
		b.WriteString(open)
		marked(b, in)
		b.WriteString(end)
	}
	for _, n := range in {
		switch n := n.(type) {
		case *Text:
			b.WriteString(strings.ReplaceAll(n.S, string(NoBreakSpace), "~"))
		case *Strong:
			wrap("**", n.Inlines, "**")
		case *Emph:
			wrap("*", n.Inlines, "*")
		case *Upright:
			wrap("{upright ", n.Inlines, "}")
		case *Label:
			wrap("{label ", n.Inlines, "}")
		case *LineBreak:
			b.WriteString(" / ")
		case *Tab:
			b.WriteString("{tab}")
		case *Blank:
			fmt.Fprintf(b, "{blank %s %s", n.Name, word(reflect.ValueOf(n.Width)))
			if n.Leader != 0 {
				fmt.Fprintf(b, " %c", n.Leader)
			}
			if n.Value != "" {
				fmt.Fprintf(b, " %q", n.Value)
			}
			b.WriteByte('}')
		case *Note:
			wrap(fmt.Sprintf("{note %d ", n.Number), n.Inlines, "}")
		case *Link:
			wrap("{link "+n.URL+" ", n.Inlines, "}")
		case *Ref:
			wrap("{ref "+n.ID+" ", n.Inlines, "}")
		case *PageNumber:
			b.WriteString("{page}")
		default:
			fmt.Fprintf(b, "{%T}", n)
		}
	}
}
