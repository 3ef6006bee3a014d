package plan_test

import (
	"errors"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestSchemaOfAllKinds holds every starting file against the schema of all kinds,
// and the same file as another kind, which that kind's own schema must refuse too.
func TestSchemaOfAllKinds(t *testing.T) {
	all := compile(t, "")
	for _, k := range allKinds() {
		src, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		file := asJSON(t, src)
		if err := all.Validate(file); err != nil {
			t.Errorf("%s: %v", k.ID, err)
		}
		fields, ok := file.(map[string]any)
		if !ok {
			t.Fatalf("%s: the starting file is no mapping", k.ID)
		}
		for _, other := range []string{"ke-hoach", "giay-moi", "season", "nothing"} {
			fields["kind"] = other
			want := error(nil)
			if other == "nothing" {
				want = errors.New("no such kind")
			} else {
				want = compile(t, other).Validate(file)
			}
			if got := all.Validate(file); (got == nil) != (want == nil) {
				t.Errorf("%s as %s: schema of all kinds says %v, its own %v", k.ID, other, got, want)
			}
		}
	}
}
