package docgen_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
)

// TestOriginalOfItself: a copy or an annex whose original is itself, or a copy again, is
// a finding at the key, when it is read and when it is built all the same, and whether
// its files were loaded or put together in Go.
func TestOriginalOfItself(t *testing.T) {
	r := newRenderer(t)
	copied := func(original string) string {
		return "kind: ban-sao\n" + strings.Replace(head, "subject: Nghỉ lễ\n", "", 1) + "form: sao-y\noriginal: " + original + "\n"
	}
	annex := func(original string) string {
		return "kind: phu-luc\nversion: 1\nannex: 1\noriginal: " + original + "\n"
	}
	for name, tt := range map[string]struct {
		files fstest.MapFS
		at    string
	}{
		"a copy of itself": {fstest.MapFS{"a.yaml": {Data: []byte(copied("a.yaml"))}}, "a.yaml:8:11"},
		"by another way":   {fstest.MapFS{"a.yaml": {Data: []byte(copied("./x/../a.yaml"))}}, "a.yaml:8:11"},
		"copies of another": {fstest.MapFS{"a.yaml": {Data: []byte(copied("b.yaml"))}, "b.yaml": {Data: []byte(copied("a.yaml"))}},
			"a.yaml:8:11"},
		"an annex of itself": {fstest.MapFS{"a.yaml": {Data: []byte(annex("a.yaml"))}}, "a.yaml:4:11"},
		"a copy of its annex": {fstest.MapFS{"a.yaml": {Data: []byte(copied("b.yaml"))}, "b.yaml": {Data: []byte(annex("a.yaml"))}},
			"a.yaml:8:11"},
		"an annex of a copy": {fstest.MapFS{"a.yaml": {Data: []byte(annex("b.yaml"))}, "b.yaml": {Data: []byte(copied("a.yaml"))}},
			"a.yaml:4:11"},
	} {
		set, found := plan.Load(tt.files, "a.yaml")
		if len(found) == 0 || found[0].Pos.String() != tt.at || found[0].Rule != ruleid.Reference {
			t.Errorf("%s: read with %v", name, found)
		}
		if named := set.Named(set.File("a.yaml")); len(named) != len(set.Files())-1 {
			t.Errorf("%s: %d files named", name, len(named))
		}
		if _, found, err := docgen.Built(r.Build(t.Context(), set, "a.yaml")); err != nil ||
			!strings.HasPrefix(found.Error(), tt.at+": lỗi [plan.bad-reference]") {
			t.Errorf("%s: %v, found %v", name, err, found)
		}
		// A set put together by a program was not read, and nothing was found in it.
		_, found, err := docgen.Built(r.Build(t.Context(), plan.NewSet(set.Files()...), "a.yaml"))
		got := ""
		for _, d := range found {
			got += fmt.Sprintln(d.Pos, d.Rule, d.Message)
		}
		if err != nil || !strings.HasPrefix(got, tt.at+" docgen.no-original") ||
			!strings.Contains(got, "là bản sao hoặc phụ lục, phải là chính văn bản") || len(found) != 1 {
			t.Errorf("%s: %v, found %s", name, err, got)
		}
	}
}

// TestOriginalLacking: an original that is no paper, or of a kind that the renderer does
// not have, is a finding at the key.
func TestOriginalLacking(t *testing.T) {
	r := newRenderer(t)
	for kind, want := range map[string]string{
		"kind: phu-luc\nversion: 1\nannex: 1\n": `"original" (tệp văn bản chính) không phải là một văn bản`,
		"kind: ban-sao\nform: sao-y\n" + strings.Replace(head, "subject: Nghỉ lễ\n", "",
			1): `"original" (tệp văn bản được sao) không phải là một văn bản`,
	} {
		src := kind + "original: b.yaml\n"
		for _, other := range []string{"", "kind: criteria\nversion: 1\ncriteria: [Gương mẫu.]\n"} {
			files := fstest.MapFS{"a.yaml": {Data: []byte(src)}}
			if other != "" {
				files["b.yaml"] = &fstest.MapFile{Data: []byte(other)}
			}
			set, _ := plan.Load(files, "a.yaml")
			_, found, err := docgen.Built(r.Build(t.Context(), plan.NewSet(set.Files()...), "a.yaml"))
			if err != nil || len(found) != 1 || found[0].Message != want || found[0].Found != "b.yaml" {
				t.Errorf("%s: %v, found %v", want, err, found)
			}
		}
	}
}
