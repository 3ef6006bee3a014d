package plan_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
)

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// addSeeds adds the YAML of all case files.
func addSeeds(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range ar.Files {
			if strings.HasSuffix(file.Name, ".yaml") {
				f.Add(file.Data)
			}
		}
	}
	for _, k := range append(plan.Kinds(), plan.Records()...) {
		b, err := plan.Skeleton(k.ID)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
}

// FuzzParse: nothing panics, and each finding's place lies in the file.
func FuzzParse(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		file, findings := plan.Parse("f.yaml", src)
		if file == nil {
			t.Fatal("no file")
		}
		checkPlaces(t, src, findings)
		for _, d := range findings {
			if d.Rule == "" || d.Message == "" {
				t.Errorf("finding without rule or message: %#v", d)
			}
		}
		if file.Value == nil && !findings.HasErrors() {
			t.Error("neither value nor error")
		}
		if file.Value == nil {
			return
		}
		record.EachOf(file.Value, func(path func() string, _ *plan.Prose) {
			p := path()
			for _, offset := range []int{0, 1, 7, 1 << 30, -1} {
				if pos := file.PosIn(p, offset); !pos.IsValid() ||
					pos.Line > strings.Count(string(src), "\n")+strings.Count(string(src), "\r")+1 {
					t.Errorf("PosIn(%q, %d) is %v", p, offset, pos)
				}
			}
		})
	})
}

// FuzzRoundTrip: what Marshal writes of a value that was read is read back to an
// equal value.
func FuzzRoundTrip(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		file, findings := plan.Parse("f.yaml", src)
		if findings.HasErrors() {
			return
		}
		out, err := plan.Marshal(file.Value)
		if err != nil {
			t.Fatal(err)
		}
		again, findings := plan.Parse("f.yaml", out)
		if findings.HasErrors() {
			t.Fatalf("%v in\n%s", findings, out)
		}
		if !reflect.DeepEqual(file.Value, again.Value) {
			t.Errorf("got %#v\nwant %#v\nfrom\n%s", again.Value, file.Value, out)
		}
	})
}
