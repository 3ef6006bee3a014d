package docgen_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/plan"
)

// TestAllAtOnce: what later stages would find is told with what refuses the text.
func TestAllAtOnce(t *testing.T) {
	got := findingsOf(t, "kind: thong-bao\n"+head+`body: |
  # Một {#đề}

  # Hai {#a}

  # Ba {#a}

  Xem [](#zz) và 😀.
`)
	const want = "9:5 body {#đề}\n13:5 body a\n15:3 body zz\n15:18 body 😀\n"
	if got != want {
		t.Errorf("found\n%swant\n%s", got, want)
	}
}

// TestLettersAtTheirPlace: a letter that no font has is told where it stands, in a folded
// text and behind decomposed letters too, once for each paragraph; what is not printed is
// no matter; and beside what the model refuses.
func TestLettersAtTheirPlace(t *testing.T) {
	const body = `body: >-
  Một dòng
  gấp lại 😀 và 😀.

  Chất 🎉.
`
	src := "kind: thong-bao\n" + head + strings.NewReplacer(`\u0302`, "\u0302", `\u0301`, "\u0301").Replace(body)
	if got, want := findingsOf(t, src), "10:11 body 😀\n12:10 body 🎉\n"; got != want {
		t.Errorf("found\n%swant\n%s", got, want)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	f, found := plan.Parse("a.yaml", []byte(strings.Replace(src, "version: 1", "version: 9", 1)))
	if !found.HasErrors() {
		t.Fatal("version 9 is read")
	}
	var got strings.Builder
	_, found, err = docgen.Built(r.Build(context.Background(), plan.NewSet(f), f.Name))
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		if d.Rule == "font.missing-glyph" {
			got.WriteString(d.Pos.String() + " " + d.Found + "\n")
		}
	}
	if want := "a.yaml:10:11 😀\na.yaml:10:16 😀\na.yaml:12:10 🎉\n"; got.String() != want {
		t.Errorf("found\n%swant\n%s", got.String(), want)
	}
}

// TestBulletsOfMessages: signs that come out as dashes are no letters that a font lacks, whatever
// else is wrong with the file.
func TestBulletsOfMessages(t *testing.T) {
	src := "kind: thong-bao\n" + head + "body: |\n  ★ Ghi chú một.\n  👉 Đăng ký ba.\n  ![a](khong-co.png)\n"
	set, _ := plan.Load(fstest.MapFS{"p.yaml": {Data: []byte(src)}}, "p.yaml")
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	_, found, err := docgen.Built(r.Build(t.Context(), set, "p.yaml"))
	if err != nil || !found.HasErrors() {
		t.Fatal(err, found)
	}
	for _, d := range found {
		if d.Rule == "font.missing-glyph" {
			t.Error(d)
		}
	}
}
