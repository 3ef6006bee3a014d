package record_test

import (
	"reflect"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
)

// copied holds all that a value can hold.
type copied struct {
	Text   string
	Parts  []*part
	None   []string
	Empty  []string
	Map    map[string][]int
	NoMap  map[string]int
	Next   *copied
	hidden int
}

// TestClone: a copy is equal to what it is of, down to what is nil, and shares nothing with it.
func TestClone(t *testing.T) {
	made := func() *copied {
		return &copied{Text: "a", Parts: []*part{nil, {Name: "p", Inner: &part{Name: "q"}}}, Empty: []string{}, Map: map[string][]int{"x": {1, 2}},
			Next: &copied{Text: "b"}, hidden: 5}
	}
	v := made()
	c := record.Clone(v).(*copied)
	if !reflect.DeepEqual(c, v) || c == v || c.None != nil || c.Empty == nil || c.NoMap != nil || c.Next.Next != nil {
		t.Fatalf("%+v", c)
	}
	c.Parts[1].Inner.Name, c.Map["x"][0], c.Next.Text = "z", 9, "z"
	c.Map["y"] = nil
	c.Parts[0] = &part{}
	if !reflect.DeepEqual(v, made()) {
		t.Errorf("the copy changes what it is of: %+v", v)
	}
	if record.Clone(nil) != nil || record.Clone(5) != 5 || record.Clone((*copied)(nil)).(*copied) != nil {
		t.Error("copies of nothing")
	}
}
