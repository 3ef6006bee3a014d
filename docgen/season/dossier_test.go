package season_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// TestDossier: the report of each nominee in the form of its kind, what is not known
// left to be written. Without a stage only those that wrote something report.
func TestDossier(t *testing.T) {
	const dir = "testdata/khen-thuong-ho-so"
	src, err := os.ReadFile(filepath.Join(dir, "dot.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	f, found := plan.Parse("dot.yaml", src)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	r := newRenderer(t)
	ctx := context.Background()
	papers, found, err := made(season.Papers(ctx, r, plan.NewSet(f), "dot.yaml", award.DossierStage, season.Options{}))
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	if len(papers) != 5 {
		t.Errorf("%d reports of 5 nominees", len(papers))
	}
	for _, p := range papers {
		var text, pdf bytes.Buffer
		if _, err := r.Text(ctx, &text, p.Doc); err != nil {
			t.Fatal(err)
		}
		same(t, filepath.Join(dir, p.Name+".txt"), text.Bytes())
		if _, err := r.PDF(ctx, &pdf, p.Doc); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
	papers, _, err = made(season.Papers(ctx, r, plan.NewSet(f), "dot.yaml", "", season.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	written := 0
	for _, p := range papers {
		if p.Stage == award.DossierStage {
			written++
		}
	}
	if written != 1 {
		t.Errorf("%d reports without a stage, want the written one", written)
	}
}

// TestDossierOfTheWrongKind: what is told of a person in the dossier of a collective
// is refused at its place, and the other way round.
func TestDossierOfTheWrongKind(t *testing.T) {
	for key, line := range map[string]string{
		"biography":    "  - {kind: collective, name: Phòng Kinh tế, award: TTLDTT, biography: {sex: male}}\n",
		"organisation": "  - {kind: individual, name: Lê Văn Tám, award: LDTT, organisation: {seat: thôn 7}}\n",
	} {
		_, found := plan.Parse("dot.yaml",
			[]byte("kind: season\nversion: 1\ntitle: A\nyear: 2026\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, place: Cẩm Hòa}\nnominees:\n"+line))
		if len(found) != 1 || found[0].Pos.Line != 7 || found[0].Rule != "plan.conflict" ||
			!strings.Contains(found[0].Message, `"`+key+`"`) {
			t.Errorf("%s: %v", key, found)
		}
	}
}
