package season_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
)

// TestSeveralAwards: with several awards each is said with the number of those who
// get it, the list names the award of each, few stand in the tờ trình itself, and
// those who counted sign the count.
func TestSeveralAwards(t *testing.T) {
	const dir = "testdata/khen-thuong-several"
	src, err := os.ReadFile(filepath.Join(dir, "dot.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	r := newRenderer(t)
	papers, found := smallSeason(t, r, src)
	if found.HasErrors() {
		t.Fatal(found)
	}
	for _, p := range papers {
		if p.Doc == nil {
			continue
		}
		var text bytes.Buffer
		if _, err := r.Text(context.Background(), &text, p.Doc); err != nil {
			t.Fatal(err)
		}
		same(t, filepath.Join(dir, p.Name+".txt"), text.Bytes())
	}
}

func smallSeason(t *testing.T, r *docgen.Renderer, src []byte) ([]season.Paper, interface{ HasErrors() bool }) {
	t.Helper()
	f, found := plan.Parse("dot.yaml", src)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	papers, found, err := made(season.Papers(context.Background(), r, plan.NewSet(f), "dot.yaml", "", season.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	return papers, found
}

// TestReason: what all of them did stands behind "đã" once, and a season that says
// nothing leaves the word out. One awardee stands in the sentence; the dead are
// awarded by a word of their own.
func TestReason(t *testing.T) {
	src, err := os.ReadFile("testdata/khen-thuong-several/dot.yaml")
	if err != nil {
		t.Fatal(err)
	}
	head, last, ok := strings.Cut(string(src), "nominees:\n")
	if !ok {
		t.Fatal("the season has no nominees")
	}
	last = last[strings.LastIndex(last, "  - kind"):]
	r := newRenderer(t)
	for reason, want := range map[string]string{
		"":                          "Điều 1. Truy tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa cho ông Hà Quang Dũng, thôn Quang Trung 2.",
		"reason: đã cứu người\n":    "thôn Quang Trung 2, đã cứu người.",
		"reason: cứu 02 cháu nhỏ\n": "thôn Quang Trung 2, đã cứu 02 cháu nhỏ.",
	} {
		papers, _ := smallSeason(t, r, []byte(head+reason+"nominees:\n"+last))
		said := false
		for _, p := range papers {
			if p.Name != "quyet-dinh-khen-thuong" {
				continue
			}
			var text bytes.Buffer
			if _, err := r.Text(context.Background(), &text, p.Doc); err != nil {
				t.Fatal(err)
			}
			said = true
			if !strings.Contains(text.String(), want) || !strings.Contains(text.String(), "Về việc truy tặng Giấy khen") {
				t.Errorf("%q: want %q in\n%s", reason, want, text.String())
			}
		}
		if !said {
			t.Errorf("%q: no decision", reason)
		}
	}
}
