package docgen_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// What a report names and cannot use is found at its place: a target that the
// plan lacks, a season with errors, figures that do not add up.
func TestReportFindings(t *testing.T) {
	files := fstest.MapFS{
		"bao-cao.yaml": {Data: []byte(`kind: bao-cao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-12-25
subject: Tổng kết
period: {from: 2026}
sections:
  - targets:
      - {target: khong-co, status: done}
  - awards: {from: [dot.yaml]}
  - awards:
      counts:
        - {award: GKXA, individuals: 5, leaders: 2, others: 4}
signer: {position: Chủ tịch, name: Lê Văn Thắng}
`)},
		"dot.yaml": {Data: []byte(`kind: season
version: 1
title: Khen thưởng năm 2026
year: 2026
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, place: Cẩm Hòa}
nominees:
  - {kind: individual, name: Trần Văn Dũng, award: BKTINH}
`)},
	}
	set, found := plan.Load(files, "bao-cao.yaml")
	if found.HasErrors() {
		t.Fatal(found)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	_, found, err = docgen.Settled(r, set, "bao-cao.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for line, rule := range map[int]string{9: ruleid.Reference, 10: "award.report", 13: "award.report"} {
		if !slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == rule && d.Pos.Line == line }) {
			t.Errorf("no %s at line %d in %v", rule, line, found)
		}
	}
}
