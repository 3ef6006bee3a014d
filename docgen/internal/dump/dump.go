// Package dump writes documents and flows as indented text, for people and tests.
package dump

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/diag"
)

// Document writes a document, one part a line: names of types and of fields that are not
// zero. Places are left out. What [doc.Inspect] refuses is an error.
func Document(w io.Writer, d *doc.Document) error {
	if err := doc.Inspect(d, nil); err != nil {
		return err
	}
	if d.Only != nil {
		if err := doc.Inspect(d.Only, nil); err != nil {
			return err
		}
	}
	return write(w, d)
}

// Flow writes a flow, one block a line, like [Document]. Lengths are in points.
func Flow(w io.Writer, f *flow.Flow) error {
	if err := flow.Inspect(f, nil); err != nil {
		return err
	}
	return write(w, f)
}

func write(w io.Writer, v any) error {
	if w == nil {
		return errors.New("dump: no writer")
	}
	d := dumper{w: bufio.NewWriter(w)}
	d.node(reflect.ValueOf(v), 0)
	return d.w.Flush()
}

type dumper struct{ w *bufio.Writer }

var (
	placeType   = reflect.TypeFor[diag.Pos]()
	pointerType = reflect.TypeFor[*diag.Pos]()
	inlinesType = reflect.TypeFor[[]doc.Inline]()
	linesType   = reflect.TypeFor[[][]doc.Inline]()
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
		if value.IsZero() || f.Type == placeType || f.Type == pointerType || !f.IsExported() {
			continue
		}
		name := prefix + f.Name
		switch {
		case f.Type == inlinesType:
			fmt.Fprintf(d.w, " %s=%q", name, markedText(value.Interface().([]doc.Inline)))
		case f.Type == linesType:
			for _, l := range value.Interface().([][]doc.Inline) {
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
	reflect.TypeFor[doc.Align]():     {"justify", "left", "center", "right"},
	reflect.TypeFor[flow.Role]():     {"none", "heading", "title", "part", "list", "item", "quote", "caption", "artifact"},
	reflect.TypeFor[flow.Scope]():    {"none", "column", "row"},
	reflect.TypeFor[flow.VAlign]():   {"top", "middle", "bottom"},
	reflect.TypeFor[doc.RowRole]():   {"plain", "group", "total", "numbers"},
	reflect.TypeFor[doc.LevelLook](): {"heading", "centered", "item"},
	reflect.TypeFor[doc.Numeral]():   {"none", "roman", "arabic", "letter", "upper-letter"},
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
	case doc.Length:
		return strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(x.Pt(), 'f', 2, 64), "0"), ".")
	case doc.Color:
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
func markedText(in []doc.Inline) string {
	var b strings.Builder
	marked(&b, in)
	return b.String()
}

func marked(b *strings.Builder, in []doc.Inline) {
	wrap := func(open string, in []doc.Inline, end string) {
		b.WriteString(open)
		marked(b, in)
		b.WriteString(end)
	}
	for _, n := range in {
		switch n := n.(type) {
		case *doc.Text:
			b.WriteString(marks.Replace(n.S))
		case *doc.Strong:
			wrap("**", n.Inlines, "**")
		case *doc.Emph:
			wrap("*", n.Inlines, "*")
		case *doc.Upright:
			wrap("{upright ", n.Inlines, "}")
		case *doc.Label:
			wrap("{label ", n.Inlines, "}")
		case *doc.LineBreak:
			b.WriteString(" / ")
		case *doc.Tab:
			b.WriteString("{tab}")
		case *doc.Blank:
			fmt.Fprintf(b, "{blank %s %s", n.Name, word(reflect.ValueOf(n.Width)))
			if n.Leader != 0 {
				fmt.Fprintf(b, " %c", n.Leader)
			}
			if n.Value != "" {
				fmt.Fprintf(b, " %q", n.Value)
			}
			b.WriteByte('}')
		case *doc.Note:
			wrap(fmt.Sprintf("{note %d ", n.Number), n.Inlines, "}")
		case *doc.Link:
			wrap("{link "+n.URL+" ", n.Inlines, "}")
		case *doc.Ref:
			wrap("{ref "+n.ID+" ", n.Inlines, "}")
		case *doc.PageNumber:
			b.WriteString("{page}")
		default:
			fmt.Fprintf(b, "{%T}", n)
		}
	}
}

// marks makes letters visible that say where lines may end.
var marks = strings.NewReplacer(string(doc.NoBreakSpace), "~", string(lines.Break), "{break}")
