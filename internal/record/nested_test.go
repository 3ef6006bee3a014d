package record_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// branch can hold itself in every way.
type branch struct {
	Kind    string `yaml:"kind"`
	Version int    `yaml:"version"`

	Text string            `yaml:"text" vi:"chữ"`
	List []branch          `yaml:"list" vi:"danh sách"`
	One  *branch           `yaml:"one" vi:"nhánh"`
	Many []*branch         `yaml:"many" vi:"các nhánh"`
	Grid [][]branch        `yaml:"grid" vi:"lưới"`
	Term term              `yaml:"term" vi:"thời hạn"`
	Map  map[string]branch // no part of a file
	Over *branch           // neither
	lost string
}

// term is a text with a date, as it reads itself.
type term struct{ Words string }

func (t *term) UnmarshalText(text []byte) error { t.Words = string(text); return nil }
func (t term) MarshalText() ([]byte, error)     { return []byte(t.Words), nil }

// TestEndless: a value that holds itself is refused, with the key that leads to it, wherever a
// value is taken. Two of it in each make a walk that never ends in practice.
func TestEndless(t *testing.T) {
	for name, tie := range map[string]func(*branch) string{
		"list": func(b *branch) string {
			b.List = make([]branch, 2)
			b.List[0].List, b.List[1].List = b.List, b.List
			return "list"
		},
		"pointer":  func(b *branch) string { b.One = &branch{Text: "a"}; b.One.One = b.One; return "one" },
		"pointers": func(b *branch) string { b.Many = []*branch{nil, {}}; b.Many[1].Many = b.Many; return "many" },
		"both": func(b *branch) string {
			b.One = &branch{List: make([]branch, 1)}
			b.One.List[0].One = b.One
			return "one"
		},
		"whole":      func(b *branch) string { b.Many = []*branch{b, b}; return "many" },
		"itself, by": func(b *branch) string { b.One = b; return "one" },
	} {
		b := new(branch)
		key := tie(b)
		if record.Ends(b) || record.Clone(b) != b || record.Composed(b) != b {
			t.Errorf("%s: ends", name)
		}
		found := record.Validate(b, func(*record.Validation, any) { t.Errorf("%s: checked", name) })
		if len(found) != 1 || found[0].Rule != record.RuleDepth || found[0].Pos.Path != key || !strings.Contains(found[0].Message, key) {
			t.Errorf("%s: found %v", name, found)
		}
		var d *diag.Diagnostic
		if _, err := record.Marshal(b); !errors.As(err, &d) || d.Rule != record.RuleDepth {
			t.Errorf("%s: marshalled: %v", name, err)
		}
		s, _ := record.Read("x.yaml", []byte("kind: a\nlist:\n- text: b\n"))
		if _, err := s.Edit(b, nil); !errors.As(err, &d) || d.Rule != record.RuleDepth || d.Pos.Line != len(key)/4*2 && d.Pos.Line != 1 {
			t.Errorf("%s: edited: %v", name, err)
		}
	}
}

// TestBesideKeys: what is no part of the file may lead back to the value. It is written and
// checked; only copies of it are none.
func TestBesideKeys(t *testing.T) {
	b := &branch{Kind: "a", One: &branch{Text: "Ho\u0300a"}}
	b.One.Over, b.Map = b, map[string]branch{}
	b.Map["a"] = branch{Map: b.Map}
	if found := record.Validate(b, nil); len(found) > 0 || !record.Ends(b) {
		t.Errorf("found %v", found)
	}
	if src, err := record.Marshal(b); err != nil || !strings.Contains(string(src), "one:") {
		t.Errorf("%s %v", src, err)
	}
	if record.Clone(b) != b || record.Composed(b) != b {
		t.Error("copied")
	}
}

// TestDeep: what stands deep is taken as long as a file could hold it, and a part that stands in
// many places as long as going over it ends.
func TestDeep(t *testing.T) {
	nested := func(levels int) *branch {
		b := &branch{Text: "a"}
		for range levels {
			b = &branch{One: b}
		}
		return b
	}
	if b := nested(120); !record.Ends(b) || len(record.Validate(b, nil)) > 0 || record.Clone(b) == b {
		t.Error("120 levels are refused")
	}
	if b := nested(300); record.Ends(b) || len(record.Validate(b, nil)) != 1 {
		t.Error("300 levels are taken")
	}
	shared := nested(0)
	for range 40 {
		shared = &branch{Many: []*branch{shared, shared}}
	}
	if record.Ends(shared) || len(record.Validate(shared, nil)) != 1 {
		t.Error("a walk over a million million branches ends")
	}
}

// TestComposed: the texts of a value made in Go are those that reading gives, in every place; one
// that has no others stays itself.
func TestComposed(t *testing.T) {
	const split, whole = "Ho\u0300a", "Hòa"
	made := func(s string) *branch {
		return &branch{
			Text: s, List: []branch{{Text: s}}, One: &branch{Text: s}, Many: []*branch{nil, {Text: s}},
			Map: map[string]branch{"a": {Text: s}}, Term: term{s}, lost: whole,
		}
	}
	want := made(whole)
	for i := range reflect.TypeFor[branch]().NumField() {
		b := made(whole)
		if record.Composed(b) != b {
			t.Fatal("copied for nothing")
		}
		of, to := reflect.ValueOf(made(split)).Elem().Field(i), reflect.ValueOf(b).Elem().Field(i)
		name := reflect.TypeFor[branch]().Field(i).Name
		if _, key := reflect.TypeFor[branch]().Field(i).Tag.Lookup("yaml"); !key || reflect.DeepEqual(to.Interface(), of.Interface()) {
			continue
		}
		to.Set(of)
		got := record.Composed(b).(*branch)
		if got == b || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v", name, got)
		}
		if reflect.DeepEqual(b, want) {
			t.Errorf("%s: the value itself was changed", name)
		}
		checked := any(nil)
		record.Validate(b, func(_ *record.Validation, v any) { checked = v })
		if !reflect.DeepEqual(checked, any(want)) {
			t.Errorf("%s: checked is %+v", name, checked)
		}
	}
	if record.Composed(nil) != nil || record.Composed(5) != 5 || record.Composed((*branch)(nil)) != (*branch)(nil) {
		t.Error("nothing became something")
	}
}
