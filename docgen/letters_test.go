package docgen_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// documentsOf builds all documents of a file, be it a paper or a season.
func documentsOf(t *testing.T, r *docgen.Renderer, set *plan.Set, name string) ([]*doc.Document, diag.List) {
	t.Helper()
	if set.File(name).Paper() != nil {
		d, found, err := docgen.Settled(r, set, name)
		if err != nil {
			t.Fatal(err)
		}
		return []*doc.Document{d}, found
	}
	papers, found, err := season.Papers(t.Context(), r, set, name, "", season.Options{})
	if errors.As(err, &found) {
		return nil, found
	}
	if err != nil {
		t.Fatal(err)
	}
	var all []*doc.Document
	for _, p := range papers {
		if p.Doc != nil {
			all = append(all, p.Doc)
		}
	}
	return all, found
}

// TestLetterAnywhere: a letter that no font has, at the end of any line of any example,
// is one finding at that very letter, or stands on no paper: it neither ends the run
// nor leaves a hole.
func TestLetterAnywhere(t *testing.T) {
	r := newRenderer(t)
	names, err := filepath.Glob("../examples/*/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no examples")
	}
	told := 0
	for _, name := range names {
		files, base := fstest.MapFS{}, filepath.Base(name)
		around, _ := filepath.Glob(filepath.Join(filepath.Dir(name), "*"))
		for _, other := range around {
			if data, err := os.ReadFile(other); err == nil {
				files[filepath.Base(other)] = &fstest.MapFile{Data: data}
			}
		}
		lines := strings.Split(string(files[base].Data), "\n")
		for i, line := range lines {
			last, _ := utf8.DecodeLastRuneInString(line)
			if !unicode.IsLetter(last) || strings.Contains(line, "#") || i > 60 && i%7 != 0 {
				continue
			}
			changed := append(append(append([]string{}, lines[:i]...), line+"😀"), lines[i+1:]...)
			files[base] = &fstest.MapFile{Data: []byte(strings.Join(changed, "\n"))}
			set, found := plan.Load(files, base)
			if found.HasErrors() || set.File(base).Value == nil {
				continue // a code, a date
			}
			documents, found := documentsOf(t, r, set, base)
			var at []string
			for _, d := range found {
				if d.Rule == "font.missing-glyph" {
					at = append(at, d.Pos.String())
				}
			}
			want := fmt.Sprintf("%s:%d:%d", base, i+1, utf8.RuneCountInString(line)+1)
			switch {
			case len(at) == 1 && at[0] == want:
				told++
				continue
			case len(at) > 0:
				t.Errorf("%s: told at %v", want, at)
				continue
			case found.HasErrors():
				continue // a code that award law does not know
			}
			for _, d := range documents {
				var text strings.Builder
				if _, err := r.Text(t.Context(), &text, d); err != nil || strings.Contains(text.String(), "😀") {
					t.Errorf("%s: not told; %v\n%s", want, err, text.String())
				}
			}
		}
	}
	if told < 150 {
		t.Errorf("only %d were told", told)
	}
}

// TestLetterFromElsewhere: what a paragraph takes from above it in the file is told
// where it is written, each of the places that it may come from; what the file does not
// have, at the paragraph.
func TestLetterFromElsewhere(t *testing.T) {
	const src = `kind: quyet-dinh
version: 1
decided_by: chairman
issuer: {name: Ủy ban nhân dân 😀, abbreviation: UBND, place: Cẩm Hòa}
legal_bases: [Căn cứ Luật]
date: 2026-03-15
subject: Cử công chức 🎉
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
articles: [Cử bà Hoa.]
`
	if got, want := findingsOf(t, src), "4:32 issuer.name 😀\n7:23 subject 🎉\n"; got != want {
		t.Errorf("found\n%swant\n%s", got, want)
	}
	twice := strings.Replace(src, "subject: Cử", "number: \"5\"\naddressees: [Sở 😀]\nsubject: 😀 Cử", 1)
	if got := findingsOf(t, twice); !strings.Contains(got, "4:32 issuer.name 😀\n") || !strings.Contains(got, "subject 😀\n") {
		t.Errorf("found\n%s", got)
	}
	profile := *decree.Default()
	profile.Foot.LeadText = "Nơi nhận 😂:"
	r, err := docgen.New(&docgen.Options{Profile: &profile})
	if err != nil {
		t.Fatal(err)
	}
	set, _ := plan.Load(fstest.MapFS{"p.yaml": {Data: []byte(strings.NewReplacer("😀", "xã", " 🎉", "").Replace(src))}}, "p.yaml")
	documents, found := documentsOf(t, r, set, "p.yaml")
	if len(found) > 0 {
		t.Fatal(found)
	}
	_, err = r.Text(t.Context(), new(strings.Builder), documents[0])
	if err == nil || err.Error() != `p.yaml:9:1: lỗi [font.missing-glyph]: phông chữ không có ký tự "😂" (U+1F602); thay bằng chữ hoặc ký hiệu khác` {
		t.Errorf("error %v", err)
	}
}

// TestUnfilled: a field of a template that nobody has filled is told once, at its place.
func TestUnfilled(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const head = `kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Về việc nghỉ lễ  # {{ghi chú}}
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT]}
`
	for body, want := range map[string]string{
		"body: Kính báo {{Họ và tên}}, {{Đơn vị}}.":               "8:16",
		"body: |\n  Kính báo\n  ông {{{ten}}}.":                   "10:7",
		"body: Kính báo { {ten}.":                                 "",
		"body: |\n  Kính báo ông {\n  {ten}.":                     "",
		"body: Kính báo ông ten}}.":                               "",
		"body: Kính báo.\naddressees: ['{{.ten}}', '{{.ten}}']":   "9:15",
		"body: Kính báo.\nannexes: [{title: A, body: '{{ B }}'}]": "9:29",
	} {
		f, found := r.Reading().Parse("a.yaml", []byte(head+body+"\n"))
		d, err := r.Build(t.Context(), plan.NewSet(f), "a.yaml")
		if err != nil {
			t.Errorf("%s: %v %v", body, found, err)
			continue
		}
		var at []string
		for _, d := range d.Findings {
			if d.Rule == "text.field" && d.Level == diag.Warning {
				at = append(at, fmt.Sprintf("%d:%d", d.Pos.Line, d.Pos.Column))
			}
		}
		if got := strings.Join(at, " "); got != want {
			t.Errorf("%s: unfilled at %q, want %q", body, got, want)
		}
	}
}
