package form

import (
	"bytes"
	"maps"
	"slices"
	"sync"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/internal/dump"
)

// TestRelease: where a flow was made, the next is made as if nothing had been there, by several
// at once.
func TestRelease(t *testing.T) {
	m, all := metrics(t), cases()
	names := slices.Sorted(maps.Keys(all))
	shown := func(name string) (string, func()) {
		f, _, err := Apply(t.Context(), all[name], decree.Default(), m)
		if err != nil {
			t.Error(err)
			return "", func() {}
		}
		var b bytes.Buffer
		if err := dump.Flow(&b, f); err != nil {
			t.Error(err)
		}
		return b.String(), f.Release
	}
	want := make(map[string]string)
	for _, name := range names {
		want[name], _ = shown(name) // never released
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for n := range 3 * len(names) {
				name := names[(n*(g+1)+g)%len(names)]
				got, release := shown(name)
				if got != want[name] {
					t.Errorf("%s: got\n%s\nwant\n%s", name, got, want[name])
				}
				release()
				release() // nothing is left to be released
			}
		})
	}
	wg.Wait()
}
