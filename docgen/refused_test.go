package docgen_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestBuildOfRefused: a paper of which the reader refused a key or a value can still be
// built to find what is wrong in its texts, whatever line is missing or means nothing;
// and texts that were right do not become wrong by it.
func TestBuildOfRefused(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	sources := make(map[string][]byte)
	for _, k := range plan.Kinds() {
		if sources[k.ID], err = plan.Skeleton(k.ID); err != nil {
			t.Fatal(err)
		}
	}
	names, _ := filepath.Glob("../examples/*/*.yaml")
	for _, name := range names {
		if sources[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	built := 0
	for name, src := range sources {
		lines := bytes.SplitAfter(src, []byte("\n"))
		if len(lines) > 120 {
			continue // long texts are long, not of other fields
		}
		for i, line := range lines {
			key, _, ok := bytes.Cut(line, []byte(":"))
			if !ok || bytes.HasPrefix(bytes.TrimSpace(line), []byte("#")) {
				continue
			}
			for _, instead := range []string{"", string(key) + ": []\n", string(key) + ": {x: 1}\n", string(key) + ":\n",
				string(key) + "x: 1\n"} {
				all := bytes.Join([][]byte{bytes.Join(lines[:i], nil), []byte(instead), bytes.Join(lines[i+1:], nil)}, nil)
				set, found := plan.Load(fstest.MapFS{"a.yaml": {Data: all}}, "a.yaml")
				f := set.File("a.yaml")
				if !found.HasErrors() || f == nil || f.Paper() == nil {
					continue
				}
				func() {
					defer func() {
						if p := recover(); p != nil {
							t.Errorf("%s, line %d as %q: %v", name, i+1, instead, p)
						}
					}()
					_, list, err := docgen.Built(r.Build(context.Background(), set, "a.yaml"))
					if err == nil {
						built++
					}
					for _, d := range list {
						levels := d.Rule == "text.no-level" || d.Rule == "text.scheme" // stand on other keys
						if strings.HasPrefix(d.Rule, "text.") && d.Level == diag.Error && !levels {
							t.Errorf("%s, line %d as %q: %v", name, i+1, instead, d)
						}
					}
				}()
			}
		}
	}
	if built < 1000 {
		t.Errorf("only %d were built", built)
	}
}
