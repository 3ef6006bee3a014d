package plan_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
)

func allKinds() []plan.Kind { return append(plan.Kinds(), plan.Records()...) }

// TestSkeletonReads shows that each starting file reads without a finding, and
// says the Vietnamese term on each line that has a key of its own.
func TestSkeletonReads(t *testing.T) {
	for _, k := range allKinds() {
		b, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		if _, findings := plan.Parse(k.ID+".yaml", b); len(findings) > 0 {
			t.Errorf("%s: %v\n%s", k.ID, findings, b)
		}
		if !strings.Contains(string(b), "# phiên bản cấu trúc tệp") && k.IsPaper() {
			t.Errorf("%s: no Vietnamese terms in\n%s", k.ID, b)
		}
	}
}

// TestSkeletonOptions takes the comment signs off every optional line: keys,
// shapes and dates must still be right. Choices that exclude each other are then
// both there, and what is optional may ask for more.
func TestSkeletonOptions(t *testing.T) {
	allowed := map[string]bool{plan.RuleConflict: true, record.RuleMissing: true, plan.RuleValue: true}
	for _, k := range allKinds() {
		b, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(string(b), "\n")
		var all strings.Builder
		for line := range strings.Lines(body) {
			if strings.HasPrefix(line, "# type:") {
				continue
			}
			all.WriteString(strings.TrimPrefix(line, "# "))
		}
		_, findings := plan.Parse(k.ID+".yaml", []byte(all.String()))
		for _, d := range findings {
			if !allowed[d.Rule] {
				t.Errorf("%s: %v\n%s", k.ID, d, all.String())
			}
		}
	}
}

func TestUnknownKind(t *testing.T) {
	if _, err := plan.Skeleton("bai-tho"); err == nil {
		t.Error("Skeleton: no error")
	}
	if _, err := plan.Schema("bai-tho"); err == nil {
		t.Error("Schema: no error")
	}
}

// compile compiles the schema of a kind.
func compile(t *testing.T, kind string) *jsonschema.Schema {
	t.Helper()
	src, err := plan.Schema(kind)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatalf("%s: %v\n%s", kind, err, src)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(kind+".json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(kind + ".json")
	if err != nil {
		t.Fatalf("%s: %v", kind, err)
	}
	return s
}

// asJSON gives YAML as an editor hands it to a schema.
func asJSON(t *testing.T, src []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(src, &v); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(datesAsText(v))
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// datesAsText undoes what yaml.v3 makes of 2026-03-15; editors keep the text.
func datesAsText(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case map[string]any:
		for k, e := range v {
			v[k] = datesAsText(e)
		}
	case []any:
		for i, e := range v {
			v[i] = datesAsText(e)
		}
	}
	return v
}

// TestSchemaTakesGoodFiles gives each kind's schema its starting file, every good
// case and the examples.
func TestSchemaTakesGoodFiles(t *testing.T) {
	files := make(map[string][]byte)
	for _, k := range allKinds() {
		b, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		files["skeleton of "+k.ID] = b
	}
	examples, err := filepath.Glob("../examples/*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range examples {
		if files[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	for name, src := range cases(t) {
		if isYAML(src) {
			files[name] = src
		}
	}
	schemas := make(map[string]*jsonschema.Schema)
	for name, src := range files {
		f, findings := plan.Parse(name, src)
		if findings.HasErrors() || f.Kind.ID == "" {
			continue
		}
		if schemas[f.Kind.ID] == nil {
			schemas[f.Kind.ID] = compile(t, f.Kind.ID)
		}
		if err := schemas[f.Kind.ID].Validate(asJSON(t, src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSkeletonsFit: a starting file speaks of its own kind, and is signed and
// addressed as papers of the kind are.
func TestSkeletonsFit(t *testing.T) {
	read := func(kind string) plan.Paper {
		src, err := plan.Skeleton(kind)
		if err != nil {
			t.Fatal(err)
		}
		f, found := plan.Parse(kind+".yaml", src)
		if len(found) > 0 {
			t.Fatal(found)
		}
		return f.Paper()
	}
	p := read("nghi-quyet").(*plan.Decision)
	if !p.DecidedBy.IsCommittee() || len(p.Signer.Capacity) != 1 || p.Signer.Capacity[0] != plan.TM {
		t.Errorf("a resolution is a collective's, not %v, %v", p.DecidedBy, p.Signer)
	}
	for _, a := range p.Articles {
		if strings.Contains(string(a.Text), "Quyết định này") {
			t.Error(a.Text)
		}
	}
	for _, kind := range []string{"hop-dong", "ban-ghi-nho", "ban-thoa-thuan"} {
		if n := len(read(kind).Foot().AllSigners()); n != 2 {
			t.Errorf("%s has %d signers", kind, n)
		}
	}
	if len(read("to-trinh").Head().Addressees) == 0 {
		t.Error("a submission is addressed to nobody")
	}
}

// cases gives the YAML of the case files by name.
func cases(t testing.TB) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string][]byte)
	for _, name := range names {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range ar.Files {
			if strings.HasSuffix(f.Name, ".yaml") {
				out[name+"/"+f.Name] = f.Data
			}
		}
	}
	return out
}

// isYAML reports whether a source is YAML before pasted text in it is mended.
func isYAML(src []byte) bool { return yaml.Unmarshal(src, new(yaml.Node)) == nil }

// TestSchemaRefusesBadFiles gives the schema what the decoder refuses by keys,
// shapes, missing keys and values.
func TestSchemaRefusesBadFiles(t *testing.T) {
	rules := map[string]bool{plan.RuleKey: true, plan.RuleShape: true, record.RuleMissing: true, record.RuleVersion: true,
		plan.RuleType: true}
	// What only the decoder can see: that a mark asks for a name, YAML's own tags,
	// and that white space, a block of it, or noughts are nothing.
	unseen := map[string]bool{"testdata/conflict.txtar/capacity.yaml": true, "testdata/shape.txtar/tag.yaml": true,
		"testdata/blank.txtar/text.yaml": true, "testdata/blank.txtar/block.yaml": true,
		"testdata/votes.txtar/season.yaml": true}
	n := 0
	for name, src := range cases(t) {
		f, findings := plan.Parse(name, src)
		if unseen[name] || f.Kind.ID == "" {
			continue
		}
		for _, d := range findings {
			if !rules[d.Rule] {
				continue
			}
			var v any
			if yaml.Unmarshal(src, &v) != nil {
				break // complex or doubled keys
			}
			if _, ok := v.(map[string]any); !ok {
				break
			}
			n++
			if compile(t, f.Kind.ID).Validate(asJSON(t, src)) == nil {
				t.Errorf("%s: the schema takes it, the decoder says %v", name, d)
			}
			break
		}
	}
	if n < 15 {
		t.Errorf("only %d bad files tried", n)
	}
}

// TestSkeletonNamesEveryKey: a starting file shows each key at the top of its kind that it prints, and
// says of others that are left out where they stand.
func TestSkeletonNamesEveryKey(t *testing.T) {
	for _, k := range allKinds() {
		text, err := plan.Skeleton(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		schema, err := plan.Schema(k.ID)
		if err != nil {
			t.Fatal(err)
		}
		var tree struct{ Properties map[string]any }
		if err := json.Unmarshal(schema, &tree); err != nil {
			t.Fatal(err)
		}
		var unused []string
		if n, ok := k.New("").(interface{ Unused() []string }); ok {
			unused = n.Unused()
		}
		for key := range tree.Properties {
			if slices.Contains(unused, key) {
				continue
			}
			if key == "type" && len(k.Types) == 0 || regexp.MustCompile(`(?m)^(# )?`+key+`:`).Match(text) {
				continue
			}
			t.Errorf("%s: the starting file does not name %q", k.ID, key)
		}
		if len(tree.Properties) < 3 && len(k.Types) == 0 { // of several types the schema has one each
			t.Errorf("%s: %d keys", k.ID, len(tree.Properties))
		}
	}
	for kind, line := range map[string]string{
		"thong-bao": "#     # còn khóa: table, chart, sections (xem: vanban schema thong-bao)\n",
		"ke-hoach":  "#       # còn khóa: from, to (xem: vanban schema ke-hoach)\n",
	} {
		if text, err := plan.Skeleton(kind); err != nil || strings.Count(string(text), line) != 1 {
			t.Errorf("%s does not say once %q", kind, line)
		}
	}
}
