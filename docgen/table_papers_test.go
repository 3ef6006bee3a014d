package docgen_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/plan"
)

// tablePaper is a report with something in its body or behind it.
const tablePaper = `kind: bao-cao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: 1
date: 2026-01-15
subject: Kết quả công tác năm 2025
signer: {capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Lê Văn Thắng}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
`

// tableDocument is such a report, and what is found in it when it is written.
func tableDocument(t *testing.T, keys string) (*doc.Document, []string) {
	t.Helper()
	f, found := plan.Parse("bao-cao.yaml", []byte(tablePaper+keys))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r := newRenderer(t)
	d, err := r.Build(t.Context(), plan.NewSet(f), f.Name)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	res, err := r.Write(t.Context(), &b, d, mustFormat(t, "pdf"))
	if err != nil {
		t.Fatal(err)
	}
	var fixes []string
	for _, f := range res.Findings {
		fixes = append(fixes, f.Rule+": "+f.Fix)
	}
	return d, fixes
}

func mustFormat(t *testing.T, name string) docgen.Format {
	t.Helper()
	f, ok := docgen.FormatOf(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	return f
}

// TestRowsOfPapers: 39 rows of six lines each run over several pages, and no row is parted,
// in a table of bars and in one with columns of its own, unless the paper lets them be.
func TestRowsOfPapers(t *testing.T) {
	bars := "body: |\n  | TT | Nội dung |\n  | --- | --- |\n"
	rows := "body: Số liệu kèm theo.\nannexes:\n- title: Số liệu\n  table:\n    columns: [Số TT, Nội dung]\n    rows:\n"
	for i := range 39 {
		text := fmt.Sprintf("đầu%02d %s cuối%02d", i, strings.Repeat("nội dung công tác của xã trong năm qua ", 11), i)
		bars += fmt.Sprintf("  | %d | %s |\n", i+1, text)
		rows += fmt.Sprintf("    - [\"%d\", \"%s\"]\n", i+1, text)
	}
	for name, c := range map[string]struct {
		keys   string
		parted bool
	}{
		"bars":       {bars, false},
		"table":      {rows, false},
		"break_rows": {strings.Replace(rows, "    columns:", "    break_rows: true\n    columns:", 1), true},
	} {
		d, found := tableDocument(t, c.keys)
		if len(found) > 0 {
			t.Errorf("%s: found %q", name, found)
		}
		pages, _ := pagesOf(t, d)
		on := make(map[string]int) // page of a word
		for i, p := range pages.Pages {
			for _, a := range p.Acts {
				if a, ok := a.(*layout.Text); ok {
					for _, w := range strings.Fields(a.S) {
						on[w] = i + 1
					}
				}
			}
		}
		parted := 0
		for i := range 39 {
			first, last := on[fmt.Sprintf("đầu%02d", i)], on[fmt.Sprintf("cuối%02d", i)]
			if first == 0 || last == 0 {
				t.Fatalf("%s: row %d is on no page", name, i+1)
			}
			if first != last {
				parted++
			}
		}
		if len(pages.Pages) < 4 || parted > 0 != c.parted {
			t.Errorf("%s: %d pages, %d rows are parted", name, len(pages.Pages), parted)
		}
	}
}

// TestManyColumns: an annex across the page with 19 columns advises what makes room and has not
// been done: never to lay it across, and no size or padding that it has.
func TestManyColumns(t *testing.T) {
	annex := func(keys string) string {
		words := slices.Repeat([]string{"nghiêng"}, 18)
		return "body: Số liệu kèm theo.\nannexes:\n- title: Số liệu\n  landscape: true\n  table:\n" + keys +
			"    columns: [TT, " + strings.Join(words, ", ") + "]\n    rows:\n    - [\"1\", " + strings.Join(words, ", ") + "]\n"
	}
	for _, c := range []struct{ keys, fix string }{
		{"", "cho chữ nhỏ lại (text_size: 10), bớt lề trong ô (padding: 0,5), hoặc bớt cột"},
		{"    text_size: 10\n", "bớt lề trong ô (padding: 0,5), hoặc bớt cột"},
		{"    text_size: 10\n    head_size: 12\n", "cho chữ nhỏ lại (text_size: 10), bớt lề trong ô (padding: 0,5), hoặc bớt cột"},
		{"    padding: \"0,5\"\n", "cho chữ nhỏ lại (text_size: 10), hoặc bớt cột"},
		{"    text_size: 10\n    padding: \"0,5\"\n", ""},
	} {
		_, found := tableDocument(t, annex(c.keys))
		var want []string
		if c.fix != "" {
			want = []string{"form.table-narrow: " + c.fix}
		}
		if !slices.Equal(found, want) {
			t.Errorf("%q: found %q, want %q", c.keys, found, want)
		}
	}
}
