package record_test

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// show writes a tree in one line.
func show(n record.Node) string {
	var b strings.Builder
	var walk func(n record.Node)
	walk = func(n record.Node) {
		switch {
		case n.Alias().Exists():
			b.WriteString("*")
			walk(n.Alias())
		case n.IsNull():
			b.WriteString("~")
		case n.IsText():
			b.WriteString(n.Text())
		case n.IsList():
			b.WriteString("[")
			for c := range n.Children() {
				walk(c)
				b.WriteString(" ")
			}
			b.WriteString("]")
		case n.IsMapping():
			b.WriteString("{")
			for k, v := range n.Pairs() {
				walk(k)
				b.WriteString(":")
				walk(v)
				b.WriteString(" ")
			}
			b.WriteString("}")
		}
		if !strings.HasPrefix(n.Tag(), "!!") {
			b.WriteString(n.Tag())
		}
	}
	walk(n)
	return b.String()
}

func TestNode(t *testing.T) {
	s, found := record.Read("f.yaml", []byte("a: &a [1, !own x]\nb: !own {c: *a, d: }\n"))
	if found.HasErrors() {
		t.Fatal(found)
	}
	root := s.Root()
	const whole = "{a:[1 x!own ] b:{c:*[1 x!own ] d:~ }!own }"
	five := record.NewText("5", 7, 3)
	for name, tt := range map[string]struct {
		n    record.Node
		want string
	}{
		"whole":         {root, whole},
		"a value":       {root.Value("b").Value("c"), "*[1 x!own ]"},
		"no value":      {root.Value("c"), "~"},
		"of a list":     {root.Value("a").Value("1"), "~"},
		"another value": {root.WithValue("a", five), "{a:5 b:{c:*[1 x!own ] d:~ }!own }"},
		"a new value":   {root.WithValue("z", five), "{a:[1 x!own ] b:{c:*[1 x!own ] d:~ }!own z:5 }"},
		"no new value":  {root.WithValue("a", record.Node{}), whole},
		"untagged":      {root.Value("b").Untagged(), "{c:*[1 x!own ] d:~ }"},
		"twice": {root.Value("a").WithChildren(func(c record.Node, add func(record.Node)) {
			add(c)
			add(c.Untagged())
		}), "[1 1 x!own x ]"},
		"without": {root.Value("b").WithChildren(func(record.Node, func(record.Node)) {}), "{}"},
		"none":    {record.Node{}.Untagged().WithValue("a", five).WithChildren(nil), "~"},
	} {
		if got := strings.TrimSpace(show(tt.n)); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
	if show(root) != whole {
		t.Errorf("the tree was changed: %s", show(root))
	}
	if p := root.Value("b").Value("d").Pos("f.yaml"); p != (diag.Pos{File: "f.yaml", Line: 2, Column: 20}) {
		t.Errorf("d is at %v", p)
	}
	if p := (record.Node{}).Pos("f.yaml"); p.IsValid() || five.Pos("").Line != 7 {
		t.Errorf("nothing is at %v", p)
	}
	for range root.Children() { // stops early
		break
	}
	for range root.Pairs() {
		break
	}
}

// TestNew: a tree that was made is read as one that was written.
func TestNew(t *testing.T) {
	s, _ := record.Read("f.yaml", []byte("title: a\nlast: b\n"))
	made := record.New("g.yaml", s.Root().WithValue("title", record.NewText("c", 99, 2)).WithValue("nothing", record.NewText("", 98, 1)))
	var v sheet
	found := made.Decode(&v)
	if v.Title != "c" || v.Last != "b" || len(found) != 1 || found[0].Rule != record.RuleKey || found[0].Pos.Line != 98 {
		t.Errorf("%+v, %v", v, found)
	}
	if p := made.Pos("title"); p.Line != 99 || p.File != "g.yaml" || made.HasText() || made.Bytes() != nil {
		t.Errorf("title is at %v", p)
	}
	if found := record.New("", record.Node{}).Decode(&v); len(found) != 1 || found[0].Rule != record.RuleShape {
		t.Errorf("nothing: %v", found)
	}
	if found := made.Decode(v); len(found) != 1 || found[0].Rule != record.RuleShape {
		t.Errorf("no pointer: %v", found)
	}
}
