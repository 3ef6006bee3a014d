package plan_test

import (
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestSubmissionSymbol: the symbol of a submission names who submits; where nothing says how, the
// file is warned of.
func TestSubmissionSymbol(t *testing.T) {
	const name = "Ủy ban nhân dân phường Mai Lĩnh"
	for _, tt := range []struct {
		abbreviation string
		submission   *plan.Submission
		want         string
		warned       bool
	}{
		{"UBND", &plan.Submission{Unit: "Phòng Văn hóa - Xã hội", Symbol: "TTr-VHXH"}, "TTr-VHXH", false},
		{"UBND", &plan.Submission{Unit: "Phòng Văn hóa - Xã hội"}, "TTr", true},
		{"UBND", &plan.Submission{Unit: name}, "TTr-UBND", false},
		{"", &plan.Submission{Unit: name}, "TTr", true},
		{"UBND", &plan.Submission{}, "TTr", false},
		{"UBND", nil, "TTr", false},
	} {
		s := &plan.Season{Issuer: plan.Issuer{Name: name, Abbreviation: tt.abbreviation}, Submission: tt.submission}
		warned := false
		for _, d := range plan.Validate(s) {
			warned = warned || d.Pos.Path == "submission.symbol"
		}
		if got := s.SubmissionSymbol(); got != tt.want || warned != tt.warned {
			t.Errorf("%+v of %q: %s, warned %t", tt.submission, tt.abbreviation, got, warned)
		}
	}
}
