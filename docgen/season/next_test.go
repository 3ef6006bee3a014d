package season_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestNextStage: of a season that has only begun is told what its next paper lacks.
func TestNextStage(t *testing.T) {
	const head = "kind: season\nversion: 1\ntitle: Khen thưởng năm 2026\nyear: 2026\n" +
		"issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\nreceived: 2026-11-30\n" +
		"nominees: [{kind: collective, name: Thôn 9, award: GKXA, achievement: Làm đường, votes: {for: 9}}]\ncouncil: {size: 9}\n"
	const session = "session: {number: \"02\", date: 2026-12-08, present: 9, place: Trụ sở, chair: {name: A, position: B}, secretary: {name: C, position: D}}\n"
	const submission = "submission: {number: \"4\", date: 2026-12-09, symbol: TTr-VH, unit: Phòng Văn hóa, signer: {position: Trưởng phòng, name: E}}\n"
	voted := func(rest string) string {
		if strings.Contains(rest, "session") {
			return head
		}
		return strings.Replace(head, ", votes: {for: 9}", "", 1)
	}
	for rest, want := range map[string][]award.Stage{
		"":                   {award.MinutesStage},
		submission:           {award.SubmissionStage, award.DecisionStage}, // nobody asks for minutes any more
		session:              {award.SubmissionStage},
		session + submission: {award.DecisionStage},
		session + submission + "decision: {signer: {position: Chủ tịch, name: G}}": {award.CertificateStage, award.PaymentStage},
	} {
		f, found := plan.Parse("dot.yaml", []byte(voted(rest)+rest))
		if found.HasErrors() {
			t.Fatal(found)
		}
		var leftOut []award.Stage
		o := season.Options{LeftOut: func(st award.Stage, why diag.List) {
			if leftOut = append(leftOut, st); !why.HasErrors() {
				t.Errorf("%q: %s is left out without a reason", rest, st)
			}
		}}
		_, found, err := season.Papers(context.Background(), newRenderer(t), plan.NewSet(f), "dot.yaml", "", o)
		if err != nil || found.HasErrors() || !slices.Equal(leftOut, want) {
			t.Errorf("%q: %v, want %v %v %v", rest, leftOut, want, err, fmt.Sprint(found))
		}
	}
}
