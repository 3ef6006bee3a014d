package plan

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// decoder fills a value from nodes. It goes on after a problem: what a problem
// concerns stays zero, the rest is read.
type decoder struct {
	file  string
	found diag.List
	// bad are the paths that a finding is about, so that validation adds none
	// that only follows from it.
	bad map[string]bool
}

// maxFindings bounds what is told of one file: beyond it, the file is no paper.
const maxFindings = 1000

// full reports whether enough has been found.
func (d *decoder) full() bool { return len(d.found) >= maxFindings }

func (d *decoder) add(n *yaml.Node, path string, f diag.Diagnostic) {
	d.spoil(path)
	if d.full() {
		return
	}
	f.Pos = nodePos(d.file, n, path)
	d.found.Add(&f)
}

func (d *decoder) spoil(path string) {
	if d.bad == nil {
		d.bad = make(map[string]bool)
	}
	d.bad[path] = true
}

// isNull reports whether n is no value at all.
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// value reads n into v. label names the key in messages.
func (d *decoder) value(n *yaml.Node, v reflect.Value, path, label string) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if isNull(n) {
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch shapeOf(v.Type()) {
	case scalarShape, boolShape, intShape:
		d.scalar(n, v, path, label)
	case listShape:
		d.list(n, v, path, label)
	case mappingShape:
		d.mapping(n, v, path, label)
	default:
		d.add(n, path, diag.Diagnostic{Rule: RuleShape, Message: fmt.Sprintf("%s không đọc được từ YAML (kiểu Go %s)", label, v.Type())})
	}
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, path, label string) {
	if n.Kind != yaml.SequenceNode {
		d.shape(n, path, label, "một danh sách", "mở đầu mỗi mục bằng gạch đầu dòng, hoặc viết [a, b]")
		return
	}
	if len(n.Content) == 0 {
		return
	}
	s := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, c := range n.Content {
		d.value(c, s.Index(i), index(path, i), label)
	}
	v.Set(s)
}

func (d *decoder) mapping(n *yaml.Node, v reflect.Value, path, label string) {
	r := recordOf(v.Type())
	switch {
	case n.Kind == yaml.ScalarNode && r.scalar != nil:
		d.value(n, v.FieldByIndex(r.scalar.index), join(path, r.scalar.key), label)
		return
	case n.Kind == yaml.SequenceNode && r.list != nil:
		d.value(n, v.FieldByIndex(r.list.index), join(path, r.list.key), label)
		return
	case n.Kind != yaml.MappingNode:
		want := "một nhóm khóa"
		if r.list != nil {
			want += " hoặc một danh sách"
		}
		if r.scalar != nil {
			want += " hoặc một dòng chữ"
		}
		d.shape(n, path, label, want, "")
		return
	}
	first := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		f := d.key(key, r, path, first)
		if f == nil {
			continue
		}
		fv := v.FieldByIndex(f.index)
		d.value(val, fv, join(path, f.key), f.label())
		if f.need && fv.Kind() == reflect.Int && fv.IsZero() {
			d.zero(val, f, join(path, f.key))
		}
	}
}

// zero refuses a needed number that is given as 0, which is not the same as
// missing.
func (d *decoder) zero(n *yaml.Node, f *field, path string) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if isNull(n) || d.bad[path] {
		return
	}
	finding := diag.Diagnostic{Rule: RuleValue, Found: n.Value, Message: f.label() + " là 0, phải lớn hơn 0"}
	if f.key == "version" {
		finding = unknownVersion(f, 0)
	}
	d.add(n, path, finding)
}

// key finds the field that a key names. Nil: there is none, and a finding says so.
func (d *decoder) key(n *yaml.Node, r *record, path string, first map[string]*yaml.Node) *field {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.ScalarNode {
		d.add(n, path, diag.Diagnostic{Rule: RuleShape, Message: "khóa phải là một từ, không phải một danh sách hay nhóm khóa"})
		return nil
	}
	name := vi.NFC(n.Value)
	if prev := first[name]; prev != nil {
		label := quoteShort(name)
		if f := r.byKey[name]; f != nil {
			label = f.label()
		}
		d.add(n, join(path, name), diag.Diagnostic{Rule: RuleDoubled, Found: name,
			Message: fmt.Sprintf("%s viết hai lần, lần đầu ở dòng %d", label, prev.Line)})
		return nil
	}
	first[name] = n
	if f := r.byKey[name]; f != nil {
		return f
	}
	if name == "<<" {
		d.add(n, path, diag.Diagnostic{Rule: RuleAlias, Found: name, Message: "khóa << (gộp nhóm khóa) không dùng được", Fix: "viết đủ các khóa"})
		return nil
	}
	if d.full() {
		return nil
	}
	finding := diag.Diagnostic{Rule: RuleKey, Err: ErrUnknownKey, Found: name, Message: fmt.Sprintf("không có khóa %s", quoteShort(name))}
	if f := r.nearest(name); f != nil {
		finding.Expected, finding.Fix = f.key, fmt.Sprintf("có phải %s?", f.label())
		// The key that was meant is not also missing.
		d.spoil(join(path, f.key))
	}
	d.add(n, join(path, name), finding)
	return nil
}

func (d *decoder) shape(n *yaml.Node, path, label, want, fix string) {
	got := map[yaml.Kind]string{
		yaml.ScalarNode: "một dòng chữ", yaml.SequenceNode: "một danh sách", yaml.MappingNode: "một nhóm khóa",
	}[n.Kind]
	found := ""
	if n.Kind == yaml.ScalarNode {
		found = n.Value
	}
	d.add(n, path, diag.Diagnostic{Rule: RuleShape, Found: found, Fix: fix, Message: fmt.Sprintf("%s phải là %s, không phải %s", label, want, got)})
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, path, label string) {
	if n.Kind != yaml.ScalarNode {
		d.shape(n, path, label, "một dòng chữ", "")
		return
	}
	if n.Style&yaml.TaggedStyle != 0 && n.Tag != "!!str" {
		d.add(n, path, diag.Diagnostic{Rule: RuleShape, Found: n.Tag, Message: fmt.Sprintf("%s có nhãn kiểu %s, không dùng được", label, n.Tag)})
		return
	}
	text := textOf(n)
	if bad := badRunes(text, v.Type() == proseType); len(bad) > 0 {
		for _, r := range bad {
			d.add(n, path, badRune(label, r))
		}
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if text == "" {
			return
		}
		if err := u.UnmarshalText([]byte(text)); err != nil {
			d.add(n, path, badScalar(v.Type(), text, label, err))
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		if v.Type() != proseType {
			text = strings.TrimRight(text, "\n") // a folded line of YAML ends with one
		}
		v.SetString(text)
	case reflect.Bool:
		if n.Tag != "!!bool" {
			d.add(n, path, diag.Diagnostic{Rule: RuleShape, Found: text, Expected: "true hoặc false", Message: fmt.Sprintf("%s là %s, phải là true (có) hoặc false (không)", label, quoteShort(text))})
			return
		}
		v.SetBool(n.Value[0] == 't' || n.Value[0] == 'T')
	case reflect.Int:
		i, err := strconv.Atoi(text)
		if err != nil {
			d.add(n, path, diag.Diagnostic{Rule: RuleShape, Found: text, Expected: "số nguyên", Message: fmt.Sprintf("%s là %s, phải là số nguyên", label, quoteShort(text))})
			return
		}
		v.SetInt(int64(i))
	}
}

// badScalar is the finding about a text that its type does not take.
func badScalar(t reflect.Type, text, label string, err error) diag.Diagnostic {
	f := diag.Diagnostic{Rule: RuleValue, Found: text, Err: err, Message: quoteShort(text) + " không hợp lệ"}
	if s, ok := reflect.Zero(t).Interface().(scalarSchema); ok {
		_, f.Expected = s.Schema()
		f.Fix = "viết " + f.Expected
	}
	var own *diag.Diagnostic
	if errors.As(err, &own) {
		f = *own
	}
	f.Message = label + ": " + f.Message
	return f
}

// pointed gives the struct that a value made by a Kind points to.
func pointed(value any) reflect.Value { return reflect.ValueOf(value).Elem() }
