package flow

import (
	"reflect"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

// TestReleaseAll: each part of the memory is there for the next flow.
func TestReleaseAll(t *testing.T) {
	f, m := New(doc.Meta{Title: "một"})
	p := m.Paragraph()
	p.ID = "một"
	m.Paragraphs(2)[1].ID = "hai"
	m.Group(nil, RoleList, append(m.Blocks(1), p))
	m.Row(2)
	m.Label(append(m.Inlines(1), m.Text("một")))
	m.Letters(3).WriteString("một")
	used := func(i int) bool {
		u := reflect.ValueOf(m).Elem().Field(i).FieldByName("used")
		return u.IsValid() && !u.IsZero()
	}
	slabs := 0
	for i := range reflect.TypeFor[Memory]().NumField() {
		if used(i) {
			slabs++
		}
	}
	if slabs != reflect.TypeFor[Memory]().NumField()-1 { // letters stay as they are written
		t.Errorf("%d slabs are in use", slabs)
	}
	f.Release()
	for i := range reflect.TypeFor[Memory]().NumField() {
		if used(i) {
			t.Errorf("%s is not released", reflect.TypeFor[Memory]().Field(i).Name)
		}
	}
	if f.Meta.Title != "" {
		t.Error("the flow can still be looked at")
	}
	f.Release() // nothing is left to be released
}
