package award

import (
	"fmt"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Stage is a stage of the season's paper work "giai đoạn".
type Stage string

// Stages in their order: tóm tắt thành tích, biên bản họp Hội đồng, tờ trình, quyết định, giấy khen,
// chi tiền thưởng, hủy bỏ.
const (
	// SummaryStage is of the table of achievements that the council reads.
	SummaryStage     Stage = "tom-tat"
	MinutesStage     Stage = "bien-ban"
	SubmissionStage  Stage = "to-trinh"
	DecisionStage    Stage = "quyet-dinh"
	CertificateStage Stage = "giay-khen"
	PaymentStage     Stage = "chi-tien"
	// CancellationStage is of the decisions that take awards back.
	CancellationStage Stage = "huy-bo"
)

// Stages gives the stages in their order.
func Stages() []Stage {
	return []Stage{SummaryStage, MinutesStage, SubmissionStage, DecisionStage, CertificateStage, PaymentStage, CancellationStage}
}

// Ready says what the final papers of a stage still lack. A number or date of
// another paper that is not known prints as a blank and is no finding, but a
// certificate and a payment rest on the decision: without its number, date and
// signer they are refused. An unknown stage is a finding too.
func Ready(s *plan.Season, stage Stage) diag.List {
	var found diag.List
	need := func(ok bool, path, what string) {
		if !ok {
			found.Add(&diag.Diagnostic{
				Path: path, Rule: RuleBlank, Err: plan.ErrMissing,
				Message: fmt.Sprintf("giai đoạn %s còn thiếu %s", stage, what),
			})
		}
	}
	switch stage {
	case SummaryStage: // nominees are enough
	case MinutesStage:
		need(s.Session != nil, "session", `"session" (họp Hội đồng)`)
		need(s.Session == nil || s.Session.Date.IsFull(), "session.date", `"date" (ngày họp)`)
		need(s.Session == nil || s.Session.Chair.Name != "", "session.chair", `"chair" (chủ trì)`)
		need(s.Session == nil || s.Session.Secretary.Name != "", "session.secretary", `"secretary" (thư ký)`)
	case SubmissionStage:
		need(s.Submission != nil, "submission", `"submission" (tờ trình)`)
		need(s.Submission == nil || s.Submission.Signer != nil, "submission.signer", `"signer" (người ký)`)
	case DecisionStage, CertificateStage, PaymentStage, CancellationStage:
		d := s.Decision
		need(d != nil, "decision", `"decision" (quyết định khen thưởng)`)
		need(d == nil || d.Signer != nil, "decision.signer", `"signer" (người ký)`)
		if d != nil && stage != DecisionStage {
			need(d.Number != "", "decision.number", `"number" (số) của quyết định`)
			need(d.Date.IsFull(), "decision.date", `"date" (ngày) của quyết định`)
			need(d.Signer == nil || d.Signer.Name != "", "decision.signer.name", `"name" (họ và tên người ký) của quyết định`)
		}
	default:
		found.Add(&diag.Diagnostic{Rule: RuleBlank, Found: string(stage), Message: fmt.Sprintf("không có giai đoạn %q", string(stage))})
	}
	return found
}
