package season_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// seasonOf gives the example's season with pieces of its text replaced, under its
// own plan.
func seasonOf(t *testing.T, old ...string) *plan.Set {
	t.Helper()
	read := func(name string) []byte {
		src, err := os.ReadFile("../../examples/khen-thuong-2026/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return src
	}
	src := string(read("dot-khen-thuong.yaml"))
	for i := 0; i+1 < len(old); i += 2 {
		if !strings.Contains(src, old[i]) {
			t.Fatalf("the season has no %q", old[i])
		}
		src = strings.Replace(src, old[i], old[i+1], 1)
	}
	f, found := plan.Parse("dot-khen-thuong.yaml", []byte(src))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	k, found := plan.Parse("ke-hoach.yaml", read("ke-hoach.yaml"))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return plan.NewSet(f, k)
}

// TestSeasonRefused: where papers would not agree, or the law forbids one, there
// are findings with a place and no papers.
func TestSeasonRefused(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name  string
		edit  []string
		stage award.Stage
		rule  string
	}{
		{"no number for the certificate", []string{"  number: \"512\"\n", ""}, award.CertificateStage, ruleid.Blank},
		{"no number for the payment", []string{"  number: \"512\"\n", ""}, award.PaymentStage, ruleid.Blank},
		{"signed for the collective", []string{"  signer: {position: Chủ tịch, name: Lê Văn Thắng}",
			"  signer: {capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Lê Văn Thắng}"}, "", "award.signer"},
		{"submission to oneself", []string{"{position: Trưởng phòng, name: Nguyễn Đức Quỳnh}",
			"{position: Chủ tịch, name: Lê Văn Thắng}"}, "", "award.signer"},
		{"more votes than members", []string{"votes: {for: 13, against: 0}", "votes: {for: 14, against: 0}"}, "", ""},
		{"decision before the meeting", []string{"  date: 2026-12-15", "  date: 2026-12-01"}, "", "award.date-order"},
		{"unknown criterion", []string{"criterion: nong-thon", "criterion: nong-thonn"}, "", ""},
		{"other totals", []string{"  local_basis:", "  counts: {collectives: 8, individuals: 26, households: 4}\n  local_basis:"}, "", ""},
		{"unknown stage", nil, "khac", ruleid.Blank},
	} {
		t.Run(tt.name, func(t *testing.T) {
			papers, found, err := made(season.Papers(context.Background(), r, seasonOf(t, tt.edit...), "dot-khen-thuong.yaml", tt.stage,
				season.Options{}))
			if err != nil {
				t.Fatal(err)
			}
			if len(papers) > 0 {
				t.Errorf("%d papers were made", len(papers))
			}
			ok := false
			for _, d := range found {
				if d.Level == diag.Error && d.Pos.IsValid() && (tt.rule == "" || d.Rule == tt.rule) {
					ok = true
				}
			}
			if !ok {
				t.Errorf("no error of rule %q with a place: %v", tt.rule, found)
			}
		})
	}
}

// TestSeasonDraft: a draft certificate says so, and has a blank for the number.
func TestSeasonDraft(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	set := seasonOf(t, "  number: \"512\"\n", "")
	papers, found, err := made(season.Papers(context.Background(), r, set, "dot-khen-thuong.yaml", award.CertificateStage,
		season.Options{Draft: true}))
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	if len(papers) != 37 {
		t.Fatalf("%d certificates, want 37", len(papers))
	}
	var text bytes.Buffer
	if _, err := r.Text(context.Background(), &text, papers[0].Doc); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "DỰ THẢO") || !strings.Contains(text.String(), "Quyết định số ....") {
		t.Errorf("draft certificate:\n%s", text.String())
	}
}

// large is an award decision with n awardees.
func large(tb testing.TB, n int) *plan.Set {
	var b strings.Builder
	b.WriteString(`kind: quyet-dinh
version: 1
type: khen-thuong
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-12-15
reason: có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT]}
awardees:
`)
	for i := range n {
		fmt.Fprintf(&b, "  - {kind: individual, honorific: Ông, name: Nguyễn Văn An, birth_year: %d, unit: thôn %d, award: GKXA, achievement: Đóng góp số %d}\n", 1950+i%50, i, i)
	}
	f, found := plan.Parse("quyet-dinh.yaml", []byte(b.String()))
	if err := found.Err(); err != nil {
		tb.Fatal(err)
	}
	return plan.NewSet(f)
}

// TestDecision2000: a list of 2,000 has all its rows, and no column too narrow for a
// number of four digits.
func TestDecision2000(t *testing.T) {
	r, s := newRenderer(t), large(t, 2000)
	d, found, err := build(r, s, aloneName)
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	var out bytes.Buffer
	res, err := r.PDF(context.Background(), &out, d)
	if err != nil {
		t.Fatal(err)
	}
	if res.Pages < 60 {
		t.Errorf("2,000 rows stand on %d pages", res.Pages)
	}
}

// BenchmarkDecision2000 measures a decision with a list of 2,000 awardees, from
// the typed paper to the bytes of the PDF.
func BenchmarkDecision2000(b *testing.B) {
	r, err := docgen.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	s := large(b, 2000)
	ctx := context.Background()
	var out bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		d, found, err := build(r, s, aloneName)
		if err != nil || found.HasErrors() {
			b.Fatal(err, found)
		}
		if _, err := r.PDF(ctx, &out, d); err != nil {
			b.Fatal(err)
		}
	}
}
