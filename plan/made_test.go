package plan_test

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

const origin = `kind: cong-van
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
subject: Mời họp
addressees: [Phòng Kinh tế, Phòng Văn hóa]
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT]}
body: |
  Một.

  Hai.
`

// TestMake: what stands in a value that was made of a file has the place of what it was
// made of; findings of the making come with those of the value.
func TestMake(t *testing.T) {
	f, found := plan.Parse("cong-van.yaml", []byte(origin))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	made := &plan.Decision{Header: plan.Header{Kind: "quyet-dinh", Version: 1}, Articles: []plan.Article{{Text: "Một."}}}
	said := diag.List{{Pos: f.Pos("subject"), Rule: plan.RuleValue, Message: "đã biết"}}
	g := f.Make("quyet-dinh.yaml", made, map[string]string{
		"": "signer", "articles": "body", "articles[1]": "addressees[1]", "issuer": "", "legal_bases": "addressees",
	}, said)
	for path, want := range map[string]string{
		"":                    "signer",
		"name":                "signer.name",
		"position":            "signer.position",
		"subject":             "signer",
		"articles[0].text":    "body",
		"articles[1].text":    "addressees[1]",
		"issuer.distribution": "distribution",
		"legal_bases[1]":      "addressees[1]",
		"legal_bases[1].text": "addressees[1]",
		"signer.name":         "signer",
	} {
		if got := g.Pos(path); got.Line != f.Pos(want).Line || got.Column != f.Pos(want).Column || got.File != f.Name {
			t.Errorf("%s stands at %v, want that of %q, %v", path, got, want, f.Pos(want))
		}
	}
	if got, want := g.PosIn("articles", len("Một.\n\n")), f.PosIn("body", len("Một.\n\n")); got.Line != want.Line {
		t.Errorf("the second paragraph stands at %v, want %v", got, want)
	}
	if g.Kind.ID != "quyet-dinh" || g.Source() != nil {
		t.Errorf("the file is of kind %q and has the text %q", g.Kind.ID, g.Source())
	}
	self := f.Make(f.Name, made, nil, nil)
	if string(self.Source()) != origin {
		t.Errorf("the file in its own place has the text %q", self.Source())
	}
	digest := fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(origin)))
	var none *plan.File
	if f.Digest() != digest || self.Digest() != digest || g.Digest() != "" || none.Digest() != "" {
		t.Errorf("hashes %q, %q, %q and %q", f.Digest(), self.Digest(), g.Digest(), none.Digest())
	}
	all := new(plan.Options).Check(plan.NewSet(f).With(g), g)
	rules := make(map[string]bool)
	for _, d := range all {
		rules[d.Rule+" "+d.Pos.File] = true
	}
	if !rules[plan.RuleValue+" cong-van.yaml"] || !rules[record.RuleMissing+" cong-van.yaml"] {
		t.Errorf("found %v", all)
	}
	if src, err := g.Marshal(); err != nil || !strings.Contains(string(src), "articles:") {
		t.Errorf("as YAML it is %q, %v", src, err)
	}
}

// TestWith: a set with a file in the place of another, or behind the others.
func TestWith(t *testing.T) {
	a, b, other := &plan.File{Name: "a"}, &plan.File{Name: "b"}, &plan.File{Name: "a"}
	s := plan.NewSet(a, b)
	if w := s.With(other); w.File("a") != other || w.File("b") != b || len(w.Files()) != 2 || s.File("a") != a {
		t.Error("the file is not in the place of the other one")
	}
	if w := plan.NewSet(b).With(a); w.File("a") != a || len(w.Files()) != 2 {
		t.Error("the file was not added")
	}
	if w := s.With(nil); len(w.Files()) != 2 {
		t.Errorf("%d files", len(w.Files()))
	}
}
