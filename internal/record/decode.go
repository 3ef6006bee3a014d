package record

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/internal/pattern"
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
	at  trail
	in  []*Field // that the walk stands in, from the top; the list's for its elements
	top *record
}

// maxFindings bounds what is said of one file: beyond it, the file is no paper.
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

// here adds a finding about where the walk stands.
func (d *decoder) here(n *yaml.Node, f diag.Diagnostic) { d.add(n, d.at.path(), f) }

func (d *decoder) spoil(path string) {
	if d.bad == nil {
		d.bad = make(map[string]bool)
	}
	d.bad[path] = true
}

// isNull reports whether n is no value at all.
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// target is the node that an alias leads to; any other node is its own, and none is none.
func target(n *yaml.Node) *yaml.Node {
	if n != nil && n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// Decode reads the file into a value, a pointer to a struct, as far as it can be read:
// what a finding concerns stays zero. What the file leaves out is not asked for; that is
// for [Source.Check], which finds what is refused here again.
func (s *Source) Decode(value any) diag.List {
	v, ok := structOf(value)
	if !ok {
		s.refused = notStruct(value)
		return s.refused.Clone()
	}
	d := s.decode(v)
	d.found = append(append(d.found, s.eaten(v.Type())...), s.mended.finding(s.name)...)
	d.found.Sort()
	s.refused, s.bad = d.found, d.bad
	return d.found.Clone()
}

func (s *Source) decode(v reflect.Value) *decoder {
	d := &decoder{file: s.name, at: make(trail, 0, usualPath)}
	d.top = recordOf(v.Type())
	d.mapping(s.root, v, "tệp")
	s.pointAtRunes(d.found)
	d.found.Sort()
	return d
}

// Check finds what is wrong with a value that was decoded from the file, as it is now:
// what Decode refused, and what [Validate] finds with further checks, which may be nil.
// What only follows from the former is left out.
func (s *Source) Check(value any, checks func(*Validation, any)) diag.List {
	found := s.refused.Clone()
	if _, ok := structOf(value); !ok {
		return found
	}
	for _, f := range validate(value, s.bad, checks) {
		if s.follows(f.Pos.Path) || len(found) >= maxFindings {
			continue
		}
		if path := f.Pos.Path; f.Rule == RuleMissing {
			f.Pos = s.KeyPos(path)
		} else {
			f.Pos = s.Pos(path)
		}
		found.Add(f)
	}
	found.Sort()
	return found
}

// follows reports whether a finding at path only follows from one already made
// there or around it.
func (s *Source) follows(path string) bool {
	for {
		if s.bad[path] {
			return true
		}
		if path == "" {
			return false
		}
		path = parent(path)
	}
}

// value reads n, what the file has for f, into v. label names it in messages.
func (d *decoder) value(n *yaml.Node, v reflect.Value, label string, f *Field) {
	n = target(n)
	if isNull(n) {
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	switch shapeOf(v.Type()) {
	case scalarShape, boolShape, intShape:
		d.scalar(n, v, label, f)
	case listShape:
		d.list(n, v, label, f)
	case mappingShape:
		d.mapping(n, v, label)
	default:
		d.here(n, diag.Diagnostic{Rule: RuleShape, Message: fmt.Sprintf("%s không đọc được từ YAML (kiểu Go %s)", label, v.Type())})
	}
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, label string, f *Field) {
	if n.Kind != yaml.SequenceNode {
		fix := "mở đầu mỗi mục bằng gạch đầu dòng, hoặc viết [a, b]"
		if n.Kind == yaml.ScalarNode && n.Style == 0 && typedDash.MatchString(n.Value) {
			fix = `mở đầu mỗi mục bằng dấu trừ "-" trên bàn phím, rồi một dấu cách`
		}
		d.shape(n, label, "một danh sách", fix)
		return
	}
	if len(n.Content) == 0 {
		return
	}
	v.SetZero() // a slice of the caller's stays as it is
	v.Grow(len(n.Content))
	v.SetLen(len(n.Content))
	for i, c := range n.Content {
		up := d.at.index(i)
		d.value(c, v.Index(i), label, f)
		d.at.back(up)
	}
}

// typedDash is a bullet or a dash of Word at the head of a text, or a dash without a blank.
var typedDash = pattern.New(`^(?:[–—−•●▪◦‣·*+]\s|-\S)`)

func (d *decoder) mapping(n *yaml.Node, v reflect.Value, label string) {
	r := recordOf(v.Type())
	switch {
	case n.Kind == yaml.ScalarNode && r.scalar != nil:
		d.field(n, v, label, r.scalar)
		return
	case n.Kind == yaml.SequenceNode && r.list != nil:
		d.field(n, v, label, r.list)
		return
	case n.Kind != yaml.MappingNode:
		want := "một nhóm khóa"
		if r.list != nil {
			want += " hoặc một danh sách"
		}
		if r.scalar != nil {
			want += " hoặc một dòng chữ"
		}
		d.shape(n, label, want, r.below())
		return
	}
	if words := r.sentence(n); words != "" {
		d.sentence(n, label, words)
		return
	}
	first := make(map[string]*yaml.Node, len(n.Content)/2)
	var answered []string
	for i := 0; i < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		cut := i > 0 && n.Style&yaml.FlowStyle != 0 && val.Kind == yaml.ScalarNode && val.Value == "" && val.Style == 0
		f := d.key(key, r, first, cut)
		if f == nil {
			continue
		}
		d.field(val, v, f.label, f)
		if f.answer() && !isNull(val) {
			answered = append(answered, f.key)
		}
	}
	for _, f := range r.fields {
		if f.answer() && !slices.Contains(answered, f.key) { // no is an answer, and leaving it out is none
			d.add(n, Join(d.at.path(), f.key), lacking(f))
		}
	}
}

// sentence gives the words before the colon of a text that YAML takes for a key, where a text may stand in place of a record: "" for
// what is none.
func (r *record) sentence(n *yaml.Node) string {
	if r.scalar == nil || len(n.Content) == 0 || n.Style&yaml.FlowStyle != 0 {
		return ""
	}
	for i := 0; i < len(n.Content); i += 2 {
		if key := n.Content[i]; key.Kind != yaml.ScalarNode || r.byKey[key.Value] != nil {
			return ""
		}
	}
	first := n.Content[0].Value
	if isName(first) || r.nearest(vi.NFC(first)) != nil {
		return ""
	}
	return first
}

// sentence refuses a text that its colon made a key.
func (d *decoder) sentence(n *yaml.Node, label, words string) {
	d.here(n, diag.Diagnostic{
		Rule: RuleShape, Found: words, Fix: `đặt cả dòng trong dấu ngoặc kép thẳng "..."`,
		Message: fmt.Sprintf("%s: YAML hiểu %s trước dấu hai chấm là tên khóa", label, Quote(words)),
	})
}

// field reads n into a field of the struct v.
func (d *decoder) field(n *yaml.Node, v reflect.Value, label string, f *Field) {
	up := d.at.key(f.key)
	d.in = append(d.in, f)
	fv := v.FieldByIndex(f.index)
	d.value(n, fv, label, f)
	d.in = d.in[:len(d.in)-1]
	if f.need && fv.Kind() == reflect.Int && fv.IsZero() {
		d.zero(n, f)
	}
	d.at.back(up)
}

// zero refuses a needed number that is given as 0, which is not the same as
// missing.
func (d *decoder) zero(n *yaml.Node, f *Field) {
	n = target(n)
	if isNull(n) || d.bad[string(d.at)] {
		return
	}
	finding := diag.Diagnostic{Rule: RuleValue, Found: n.Value, Message: f.label + " là 0, phải lớn hơn 0"}
	if string(d.at) == "version" {
		finding = unknownVersion(f, 0)
	}
	d.here(n, finding)
}

// key finds the field that a key names. Nil: there is none, and a finding says so. cut: it has no
// value and stands behind a comma in { }, so that it may be the rest of the value before it.
func (d *decoder) key(n *yaml.Node, r *record, first map[string]*yaml.Node, cut bool) *Field {
	n = target(n)
	if n.Kind != yaml.ScalarNode {
		d.here(n, diag.Diagnostic{Rule: RuleShape, Message: "khóa phải là một từ, không phải một danh sách hay nhóm khóa"})
		return nil
	}
	name := vi.NFC(n.Value)
	if prev := first[name]; prev != nil {
		label := Quote(name)
		if f := r.byKey[name]; f != nil {
			label = f.label
		}
		d.add(n, Join(d.at.path(), name), diag.Diagnostic{Rule: RuleDoubled, Found: name,
			Message: fmt.Sprintf("%s viết hai lần, lần đầu ở dòng %d", label, prev.Line)})
		return nil
	}
	first[name] = n
	if f := r.byKey[name]; f != nil {
		return f
	}
	if name == "<<" {
		d.here(n, diag.Diagnostic{Rule: RuleAlias, Found: name, Message: "khóa << (gộp nhóm khóa) không dùng được",
			Fix: "viết đủ các khóa"})
		return nil
	}
	if d.full() {
		return nil
	}
	finding := diag.Diagnostic{Rule: RuleKey, Err: ErrUnknownKey, Found: name, Message: fmt.Sprintf("không có khóa %s", Quote(name))}
	if bare := strings.TrimFunc(name, isUnseen); bare != name && r.byKey[bare] != nil {
		finding.Message = fmt.Sprintf("khóa %q dính một dấu cách đặc biệt hay ký tự ẩn, chép từ Word hay trang web", bare)
		finding.Fix = "xóa cả khóa rồi gõ lại"
		finding.Expected, finding.Edit = bare, diag.Edit{Old: name, New: bare}
		d.spoil(Join(d.at.path(), bare))
	} else if where := d.elsewhere(name, r); where != "" {
		finding.Fix = where
	} else if f := r.nearest(name); f != nil {
		finding.Expected, finding.Fix = f.key, fmt.Sprintf("có phải %s?", f.label)
		if vi.Slug(name) == vi.Slug(f.key) { // legal-bases, Subject
			finding.Edit = diag.Edit{Old: name, New: f.key}
		}
		// The key that was meant is not also missing.
		d.spoil(Join(d.at.path(), f.key))
	} else if cut {
		finding.Message += "; trong { } dấu phẩy ngăn hai khóa, nên chữ sau dấu phẩy thành một khóa"
		finding.Fix = `đặt giá trị có dấu phẩy trong dấu nháy kép "...", hoặc viết mỗi khóa một dòng`
	} else {
		finding.Fix = r.keys()
	}
	d.add(n, Join(d.at.path(), name), finding)
	return nil
}

// keys says which keys a record has, where they are few.
func (r *record) keys() string {
	const most = 8
	if len(r.fields) > most {
		return ""
	}
	return "các khóa có ở đây: " + labelled(r.fields)
}

// isUnseen reports whether a letter shows nothing.
func isUnseen(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// below says how the keys of a record are written, with those that it needs.
func (r *record) below() string {
	const how = "ghi các khóa ở những dòng dưới, thụt vào hai dấu cách"
	needed := slices.DeleteFunc(slices.Clone(r.fields), func(f *Field) bool { return !f.need && !f.shown })
	if len(needed) == 0 {
		return how
	}
	return how + ": " + labelled(needed)
}

func (d *decoder) shape(n *yaml.Node, label, want, fix string) {
	got := map[yaml.Kind]string{
		yaml.ScalarNode: "một dòng chữ", yaml.SequenceNode: "một danh sách", yaml.MappingNode: "một nhóm khóa",
	}[n.Kind]
	found := ""
	switch {
	case n.Kind == yaml.ScalarNode:
		found = n.Value
	case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) == 1 && strings.HasSuffix(string(d.at), "]"):
		fix = "bỏ bớt một dấu gạch ở đầu mục; nếu dấu ấy là nội dung thì đặt cả mục trong dấu ngoặc kép"
	}
	d.here(n, diag.Diagnostic{
		Rule: RuleShape, Found: found, Fix: fix,
		Message: fmt.Sprintf("%s phải là %s, không phải %s", label, want, got),
	})
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, label string, f *Field) {
	if n.Kind != yaml.ScalarNode {
		if item := strings.HasSuffix(string(d.at), "]"); item && n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 &&
			len(n.Content) > 0 && n.Content[0].Kind == yaml.ScalarNode {
			d.sentence(n, label, n.Content[0].Value)
			return
		}
		fix := "viết trên một dòng; có dấu ngoặc vuông, ngoặc nhọn thì đặt cả dòng trong ngoặc kép"
		if f.multiline && n.Style&yaml.FlowStyle == 0 {
			fix = fmt.Sprintf("viết dấu | sau %q, rồi nội dung ở những dòng dưới, thụt vào hai dấu cách", f.key+":")
		}
		d.shape(n, label, "một dòng chữ", fix)
		return
	}
	if n.Style&yaml.TaggedStyle != 0 && n.Tag != "!!str" {
		d.here(n, diag.Diagnostic{Rule: RuleShape, Found: n.Tag, Message: fmt.Sprintf("%s có nhãn kiểu %s, không dùng được", label, n.Tag)})
		return
	}
	text := textOf(n)
	if bad := badRunes(text, f.multiline); len(bad) > 0 {
		for _, r := range bad {
			d.here(n, badRune(label, r))
		}
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if text == "" {
			return
		}
		if err := u.UnmarshalText([]byte(text)); err != nil {
			d.here(n, badScalar(v.Type(), text, label, err))
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		if !f.multiline {
			text = strings.TrimRight(text, "\n") // a folded line of YAML ends with one
		}
		v.SetString(text)
	case reflect.Bool:
		if n.Tag != "!!bool" {
			d.other(n, text, label, "true hoặc false", "true (có) hoặc false (không)")
			return
		}
		v.SetBool(n.Value[0] == 't' || n.Value[0] == 'T')
	case reflect.Int:
		i, err := strconv.Atoi(text)
		if err != nil {
			d.other(n, text, label, "số nguyên", "số nguyên")
			return
		}
		v.SetInt(int64(i))
	}
}

// other refuses a text of another kind than is wanted, and says that in words.
func (d *decoder) other(n *yaml.Node, text, label, want, words string) {
	d.here(n, diag.Diagnostic{
		Rule: RuleShape, Found: text, Expected: want, Message: fmt.Sprintf("%s là %s, phải là %s", label, Quote(text), words),
	})
}

// badScalar is the finding about a text that its type does not take.
func badScalar(t reflect.Type, text, label string, err error) diag.Diagnostic {
	f := diag.Diagnostic{Rule: RuleValue, Found: text, Err: err, Message: Quote(text) + " không hợp lệ"}
	if s, ok := reflect.Zero(t).Interface().(scalarSchema); ok {
		_, f.Expected = s.Schema()
		f.Fix = "viết " + f.Expected
	}
	if own, ok := errors.AsType[*diag.Diagnostic](err); ok {
		f = *own
	}
	f.Message = label + ": " + f.Message
	return f
}
