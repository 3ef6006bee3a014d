package record

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Marshal returns a value as YAML that reads back to an equal value: keys in the order of
// the fields, short forms where they say all, nothing for fields that are zero. value
// is a pointer to a struct, or the struct itself.
//
// It is an error when it is no such value, or holds text that no file may hold:
// control characters, or bytes that are not UTF-8. It does not validate.
func Marshal(value any) ([]byte, error) {
	v, ok := structOf(Pointer(value))
	if !ok {
		return nil, fmt.Errorf("marshal %T: %w", value, Fit(Pointer(value)))
	}
	if d := endless(v); d != nil {
		return nil, fmt.Errorf("marshal %T: %w", value, d)
	}
	n, err := encoder{}.record(v, true)
	if err != nil {
		return nil, fmt.Errorf("marshal %T: %w", value, err)
	}
	return writeNode(n)
}

func writeNode(n *yaml.Node) ([]byte, error) {
	n, back := standIns(n)
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(n); err != nil {
		return nil, fmt.Errorf("write YAML: %w", err)
	}
	if err := enc.Close(); err != nil {
		return nil, fmt.Errorf("write YAML: %w", err)
	}
	if back == nil {
		return b.Bytes(), nil
	}
	return []byte(back.Replace(b.String())), nil
}

// encoder makes nodes of values.
type encoder struct {
	// plain leaves out quotation marks that only other readers need, around a date or a
	// figure of a type that reads itself from text: as people write them.
	plain bool
}

// value returns the node of a value.
func (e encoder) value(v reflect.Value) (*yaml.Node, error) {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}, nil
		}
		v = v.Elem()
	}
	switch shapeOf(v.Type()) {
	case scalarShape:
		return e.text(v)
	case boolShape:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(v.Bool())}, nil
	case intShape:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.FormatInt(v.Int(), 10)}, nil
	case listShape:
		n := listNode()
		for i := range v.Len() {
			c, err := e.value(v.Index(i))
			if err != nil {
				return nil, fmt.Errorf("[%d]: %w", i, err)
			}
			n.Content = append(n.Content, c)
		}
		if isShortList(n) {
			n.Style = yaml.FlowStyle
		}
		return n, nil
	case mappingShape:
		return e.record(v, false)
	}
	return nil, fmt.Errorf("type %s has no form in YAML", v.Type())
}

// isShortList reports whether a list reads well in one line: a few short words.
func isShortList(n *yaml.Node) bool {
	const longestWords, longestLine = 15, 60
	length := 0
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode || c.Style != 0 || utf8.RuneCountInString(c.Value) > longestWords {
			return false // a comma in a sentence would split it
		}
		length += utf8.RuneCountInString(c.Value) + 2
	}
	return length <= longestLine
}

// record returns the node of a struct. top is that of the file, which has no short form.
func (e encoder) record(v reflect.Value, top bool) (*yaml.Node, error) {
	r := recordOf(v.Type())
	filled := r.filled(v)
	if len(filled) == 1 && !top && (filled[0] == r.scalar || filled[0] == r.list) {
		n, err := e.value(v.FieldByIndex(filled[0].index))
		if err == nil && (filled[0] == r.list || n.Kind == yaml.ScalarNode) {
			return n, nil
		}
	}
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: make([]*yaml.Node, 0, 2*len(filled))}
	for _, f := range filled {
		c, err := e.value(v.FieldByIndex(f.index))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.key, err)
		}
		n.Content = append(n.Content, textNode(f.key), c)
	}
	return n, nil
}

// filled returns the fields that are written of a value.
func (r *record) filled(v reflect.Value) []*Field {
	filled := make([]*Field, 0, len(r.fields))
	for _, f := range r.fields {
		if f.answer() || isGiven(v.FieldByIndex(f.index)) {
			filled = append(filled, f)
		}
	}
	return filled
}

// text returns the node of a text. yaml.v3 puts it in quotation marks where it would
// otherwise be read as a number, a date or nothing.
func (e encoder) text(v reflect.Value) (*yaml.Node, error) {
	text, own := "", false
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		b, err := m.MarshalText()
		if err != nil {
			return nil, err
		}
		text, own = string(b), true
	} else if v.Kind() == reflect.String {
		text = v.String()
	} else {
		return nil, fmt.Errorf("type %s cannot write itself as text", v.Type())
	}
	if !utf8.ValidString(text) {
		return nil, fmt.Errorf("%q is not UTF-8", text)
	}
	for _, r := range text {
		if isBad(r) || r == '\r' {
			return nil, fmt.Errorf("%q holds the character U+%04X, which no file may hold", text, r)
		}
	}
	n := textNode(text)
	switch {
	case e.plain && own && isFigure(text):
		n.Tag = ""
	case !strings.Contains(text, "\n"):
	case isLiteral(text):
		n.Style = yaml.LiteralStyle
	default:
		n.Style = yaml.DoubleQuotedStyle
	}
	return n, nil
}

// isFigure reports whether a text is a number or a date to YAML.
func isFigure(text string) bool {
	n := yaml.Node{Kind: yaml.ScalarNode, Value: text}
	return slices.Contains([]string{"!!int", "!!float", "!!timestamp"}, n.ShortTag())
}

// isLiteral reports whether a text of several lines keeps its form as a literal
// block: no line begins or ends with a space where that could be lost.
func isLiteral(text string) bool {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if lines[0] == "" || lines[0][0] == ' ' || lines[len(lines)-1] == "" {
		return false
	}
	return !slices.ContainsFunc(lines, func(l string) bool { return strings.HasSuffix(l, " ") })
}
