package batch

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan"
)

// TestSchema: an editor that has the schema, of jobs or of all kinds, takes every job
// of the examples, and the starting file of a job.
func TestSchema(t *testing.T) {
	all := append(append(plan.Kinds(), plan.Records()...), Kind())
	t.Run("job", func(t *testing.T) { takesJobs(t, &plan.Options{Kinds: all}, "job") })
	t.Run("all kinds", func(t *testing.T) { takesJobs(t, &plan.Options{Kinds: all}, "") })
}

func takesJobs(t *testing.T, o *plan.Options, kind string) {
	text, err := o.Schema(kind)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("job.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("job.json")
	if err != nil {
		t.Fatal(err)
	}
	jobs, err := filepath.Glob("../../examples/batch/*.yaml")
	if err != nil || len(jobs) < 3 {
		t.Fatal(jobs, err)
	}
	sources := make(map[string][]byte)
	for _, name := range jobs {
		if sources[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	if sources["skeleton"], err = o.Skeleton("job"); err != nil {
		t.Fatal(err)
	}
	for name, src := range sources {
		var v any
		if err := yaml.Unmarshal(src, &v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
