package layout

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/slab"
)

// TestRelease: where a document was laid out, the next is laid out as if nothing had been there,
// by several at once.
func TestRelease(t *testing.T) {
	flows := caseFlows(t)
	files := slices.Sorted(maps.Keys(flows))
	want := make(map[string]string)
	for _, name := range files {
		r, _, err := Pages(t.Context(), flows[name], halfEm{}) // never released
		if err != nil {
			t.Fatal(err)
		}
		want[name] = dumped(t, r)
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for n := range 3 * len(files) {
				name := files[(n*(g+1)+g)%len(files)]
				r, _, err := Pages(t.Context(), flows[name], halfEm{})
				if err != nil {
					t.Error(err)
					return
				}
				if got := dumped(t, r); got != want[name] {
					t.Errorf("%s: got\n%s\nwant\n%s", name, got, want[name])
				}
				if n%5 == 0 {
					if _, err := GlueOf(t.Context(), flows[name], halfEm{}); err != nil {
						t.Error(err)
					}
				}
				r.Release()
				if r.Pages != nil || r.Root != nil {
					t.Error("pages can still be looked at")
				}
				r.Release() // nothing is left to be released
			}
		})
	}
	wg.Wait()
}

func dumped(t *testing.T, r *Result) string {
	t.Helper()
	var b strings.Builder
	if err := Dump(&b, r); err != nil {
		t.Error(err)
	}
	return b.String()
}

// TestReleaseAll: all that a document was laid out in is there for the next, and holds nothing of it.
func TestReleaseAll(t *testing.T) {
	flows := caseFlows(t)
	for _, name := range []string{"testdata/structure.txtar", "testdata/table.txtar"} {
		r, _, err := Pages(t.Context(), flows[name], halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		m := r.memory
		used := reflect.ValueOf(*m)
		r.Release()
		kept := reflect.ValueOf(*m)
		for i := range used.NumField() {
			field, before, now := used.Type().Field(i).Name, used.Field(i), kept.Field(i)
			if now.Kind() != reflect.Struct {
				if now.Len() != 0 {
					t.Errorf("%s: %s: %d values are left", name, field, now.Len())
				}
				empty(t, name+": "+field, now.Slice(0, now.Cap()))
				continue
			}
			before, now = before.FieldByName("blocks"), now.FieldByName("blocks") // of a slab
			if now.Len() != before.Len() {
				t.Errorf("%s: %s: %d of %d blocks can be used again", name, field, now.Len(), before.Len())
			}
			for k := range now.Len() {
				empty(t, name+": "+field, now.Index(k))
			}
		}
	}
}

func empty(t *testing.T, name string, all reflect.Value) {
	t.Helper()
	for k := range all.Len() {
		if !all.Index(k).IsZero() {
			t.Errorf("%s: value %d is kept", name, k)
			return
		}
	}
}

// TestEmptied: what was in a slice is gone, and a long one with it.
func TestEmptied(t *testing.T) {
	s := []int{1, 2, 3}
	if got := emptied(s[:1]); len(got) != 0 || cap(got) != 3 || s[0]+s[1]+s[2] != 0 {
		t.Errorf("%v of %v, %d places", got, s, cap(got))
	}
	if emptied(make([]int, slab.Last)) == nil || emptied(make([]int, slab.Last+1)) != nil {
		t.Error("a long slice is kept, or a short one is not")
	}
}
