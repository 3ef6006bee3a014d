package docgen_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan"
)

// numbered is a renderer whose Word files have numbers of Word's own.
func numbered(t *testing.T) *docgen.Renderer {
	t.Helper()
	profile, found := decree.NewProfile(&decree.Office{Numbering: "auto"})
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(&docgen.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// printed is what Word prints of a document's Word file, by paragraphs, and the labels
// among it that Word makes itself.
func printed(t *testing.T, r *docgen.Renderer, d *doc.Document) (text, labels []string) {
	t.Helper()
	var b bytes.Buffer
	if _, err := r.DOCX(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	got, found := word.Read("a.docx", bytes.NewReader(b.Bytes()), int64(b.Len()))
	if got == nil {
		t.Fatal(found.Err())
	}
	got.Each(func(p *word.Paragraph) {
		text = append(text, strings.NewReplacer("\u00a0", " ", "\u2011", "-").Replace(p.Text()))
		if p.Label != "" {
			labels = append(labels, p.Label)
		}
	})
	return text, labels
}

// sameWords holds the two ways of numbering against each other.
func sameWords(t *testing.T, name string, d *doc.Document) []string {
	t.Helper()
	typed, none := printed(t, newRenderer(t), d)
	auto, labels := printed(t, numbered(t), d)
	if !slices.Equal(typed, auto) {
		t.Errorf("%s: typed:\n%s\nauto:\n%s", name, strings.Join(typed, "\n"), strings.Join(auto, "\n"))
	}
	if len(none) > 0 {
		t.Errorf("%s: typed numbers, yet Word makes %q", name, none)
	}
	return labels
}

// TestNumberingExamples: whoever numbers, the program or Word, the words are the same.
func TestNumberingExamples(t *testing.T) {
	names, _ := filepath.Glob("../examples/*/*.yaml")
	labels := 0
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if f, _ := plan.Parse(name, src); f.Paper() == nil {
			continue
		}
		set, _ := plan.Load(os.DirFS(filepath.Dir(name)), filepath.Base(name))
		d, err := newRenderer(t).Build(t.Context(), set, filepath.Base(name))
		if err != nil {
			continue // a paper that awards are settled for first
		}
		labels += len(sameWords(t, name, d))
	}
	if labels < 150 {
		t.Errorf("only %d numbers are made by Word", labels)
	}
}

// TestNumbering: what Word numbers itself, where its count is begun anew, and what stays
// text since Word has no such number.
func TestNumbering(t *testing.T) {
	tests := []struct {
		name, body string
		labels     string // that Word makes
	}{
		{"articles", "# Một\n## Mười\n## Hai mươi\n# Hai\n## Ba mươi", "Điều 1.|1.|2.|Điều 2.|1."},
		{"typed articles", "Điều 1. Một\n1. Mười\n2. Hai mươi\nĐiều 2. Hai\n1. Ba mươi", "Điều 1.|1.|2.|Điều 2.|1."},
		{"begun late", "Điều 4. Bốn\n1. Mười\n3. Ba mươi\n4. Bốn mươi\nĐiều 5. Năm\n1. Sáu mươi", "Điều 4.|1.|3.|4.|Điều 5.|1."},
		{"points", "Điều 1. Một\n1. Gồm:\na) An\nb) Bình\nc) Châu\nd) Dung\nđ) Đạt\ne) Em\ng) Giang\nh) Hà\n2. Và:\na) Ân",
			"Điều 1.|1.|a)|b)|c)|d)|e)|g)|h)|2.|a)"},
		{"chains", "I. Một\n1. Mười\n1.1. Trăm\n1.2. Hai trăm\n2. Hai mươi\n2.1. Nghìn\nII. Hai\n1. Ba mươi\n1.1. Vạn",
			"I.|1.|1.1.|1.2.|2.|2.1.|II.|1.|1.1."},
		{"other signs", "1/ Một\n2/ Hai\n(1) Mười\n(2) Hai mươi", "1/|2/|(1)|(2)"},
		{"dashes", "- An\n- Bình\n+ Châu", ""},
		{"chapters", "Chương I\nQUY ĐỊNH\nĐiều 1. Một\n1. Mười\nChương II\nTHỰC HIỆN\nĐiều 2. Hai",
			"Chương I|Điều 1.|1.|Chương II|Điều 2."},
	}
	for _, tt := range tests {
		src := "kind: ke-hoach\nversion: 1\ntype: general\n" + `issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Công tác
scheme: [Điều 1., 1., a)]
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT]}
body: |
  ` + strings.ReplaceAll(tt.body, "\n", "\n  ") + "\n"
		f, found := plan.Parse("a.yaml", []byte(src))
		if err := found.Err(); err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		d, err := newRenderer(t).Build(t.Context(), plan.NewSet(f), f.Name)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if got := strings.Join(sameWords(t, tt.name, d), "|"); got != tt.labels {
			t.Errorf("%s: Word makes %s, want %s", tt.name, got, tt.labels)
		}
	}
}
