package award

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Stage is a stage of the season's paper work "giai đoạn".
type Stage string

// Stages in their order: hồ sơ, tóm tắt thành tích, biên bản họp Hội đồng, tờ trình, quyết định, giấy khen,
// chi tiền thưởng, sửa đổi, bổ sung, hủy bỏ.
const (
	// DossierStage is of the nominees' own reports "báo cáo thành tích".
	DossierStage Stage = "ho-so"
	// SummaryStage is of the table of achievements that the council reads.
	SummaryStage    Stage = "tom-tat"
	MinutesStage    Stage = "bien-ban"
	SubmissionStage Stage = "to-trinh"
	// UpwardStage is of the submission to the level above, with the reports of its nominees.
	UpwardStage      Stage = "trinh-cap-tren"
	DecisionStage    Stage = "quyet-dinh"
	CertificateStage Stage = "giay-khen"
	PaymentStage     Stage = "chi-tien"
	// AmendingStage is of the decisions that correct the decision, or add to it.
	AmendingStage Stage = "sua-doi"
	// CancellationStage is of the decisions that take awards back.
	CancellationStage Stage = "huy-bo"
)

// Stages gives the stages in their order.
func Stages() []Stage {
	return []Stage{DossierStage, SummaryStage, MinutesStage, SubmissionStage, UpwardStage, DecisionStage, CertificateStage, PaymentStage,
		AmendingStage, CancellationStage}
}

// Ready says what the final papers of a stage still lack. A number or date of
// another paper that is not known prints as a blank, see [Outcome.Uncited], but a
// certificate and a payment rest on the decision and on those that amend it:
// without number, date and signer they are refused. A decision alone has the
// stages from the decision on. An unknown stage is a finding too. The findings
// have paths and no places; see [Locate].
func (o *Outcome) Ready(stage Stage) diag.List {
	o = zero.Or(o)
	s := zero.Or(o.Season)
	n := needs{o: o, paper: "giai đoạn " + string(stage)}
	switch stage {
	case DossierStage, SummaryStage: // nominees are enough
	case MinutesStage:
		n.need(s.Session != nil, "session", `"session" (họp Hội đồng)`)
		n.need(s.Session == nil || s.Session.Date.IsFull(), "session.date", `"date" (ngày họp)`)
		n.need(s.Session == nil || s.Session.Chair.Name != "", "session.chair", `"chair" (chủ trì)`)
		n.need(s.Session == nil || s.Session.Secretary.Name != "", "session.secretary", `"secretary" (thư ký)`)
	case SubmissionStage:
		n.need(s.Submission != nil, "submission", `"submission" (tờ trình)`)
		n.need(s.Submission == nil || s.Submission.Signer != nil, "submission.signer", `"signer" (người ký)`)
	case UpwardStage:
		n.need(s.Upward != nil, "upward", `"upward" (tờ trình lên cấp trên)`)
		n.need(s.Upward == nil || s.Upward.Signer != nil, "upward.signer", `"signer" (người ký)`)
		n.need(s.Upward == nil || len(s.Upward.Addressees) > 0, "upward.addressees", `"addressees" (kính gửi)`)
	case DecisionStage:
		n.decision(false)
	case AmendingStage, CancellationStage:
		n.decision(true)
	case CertificateStage, PaymentStage:
		n.issued()
	default:
		n.found.Add(&diag.Diagnostic{Rule: ruleid.Blank, Found: string(stage),
			Message: fmt.Sprintf("không có giai đoạn %q", string(stage))})
	}
	if o.alone && (stage == DossierStage || stage == SummaryStage || stage == MinutesStage || stage == SubmissionStage ||
		stage == UpwardStage) {
		return diag.List{{
			Pos: diag.At("kind"), Rule: ruleid.Blank, Found: string(stage),
			Message: fmt.Sprintf("giai đoạn %s chỉ có trong đợt khen thưởng (kind: season); quyết định này không thuộc đợt nào", stage),
		}}
	}
	return n.found
}

// Uncited warns of papers that the final papers of a stage cite and that have no number or date yet: the place prints as a
// blank, and so does where the council met. Of a paper that has its own number the findings of the season say so already. The
// findings have paths and no places; see [Locate].
func (o *Outcome) Uncited(stage Stage) diag.List {
	return zero.Or(o).uncited(stage, func(number string) bool { return number == "" })
}

// uncited warns of the papers whose number is asked for.
func (o *Outcome) uncited(stage Stage, of func(number string) bool) diag.List {
	s := zero.Or(o.Season)
	var found diag.List
	cites := func(paper, key, cited string, of Stage, number string, date plan.Date) {
		lacks := "số và ngày"
		switch {
		case number != "" && date.IsFull():
			return
		case number != "":
			lacks = "đủ ngày, tháng, năm"
		case date.IsFull():
			lacks = "số"
		}
		path := key
		if number != "" {
			path += ".date"
		}
		found.Add(&diag.Diagnostic{
			Pos: diag.At(path), Level: diag.Warning, Rule: ruleid.Blank,
			Message: fmt.Sprintf("%s dẫn %s chưa có %s: chỗ đó in để trống", paper, cited, lacks),
			Fix: fmt.Sprintf("ghi vào %q, hoặc bằng vanban award number --stage %s --number SỐ --date NGÀY, rồi soạn lại %s", key,
				of, paper),
		})
	}
	minutes := func(paper string) {
		if m := s.Session; m != nil {
			cites(paper, "session", "biên bản họp Hội đồng", MinutesStage, m.Number, m.Date)
		}
	}
	switch {
	case stage == MinutesStage && s.Session != nil && s.Session.Place == "" && of(s.Session.Number):
		found.Add(&diag.Diagnostic{Pos: diag.At("session"), Level: diag.Warning, Rule: ruleid.Blank,
			Message: `biên bản họp Hội đồng chưa có "place" (địa điểm): chỗ đó in để trống`, Fix: `ghi "place" vào "session"`})
	case stage == SubmissionStage && s.Submission != nil && of(s.Submission.Number):
		minutes("tờ trình")
	case stage == UpwardStage && s.Upward != nil && of(s.Upward.Number):
		minutes("tờ trình lên cấp trên")
	case stage == DecisionStage && s.Decision != nil && s.Submission != nil && of(s.Decision.Number):
		cites("quyết định", "submission", "tờ trình", SubmissionStage, s.Submission.Number, s.Submission.Date)
	}
	return found
}

// Issued says what another paper lacks that rests on the decision and on those that
// amend it, such as a copy: their numbers and dates. The messages name the paper.
func (o *Outcome) Issued(paper string) diag.List {
	o = zero.Or(o)
	n := needs{o: o, paper: paper}
	n.issued()
	return n.found
}

// needs gathers what a stage or a paper lacks.
type needs struct {
	o     *Outcome
	paper string
	found diag.List
}

func (n *needs) need(ok bool, path, what string) {
	if !ok {
		n.found.Add(&diag.Diagnostic{
			Pos: diag.At(n.o.Path(path)), Rule: ruleid.Blank, Err: plan.ErrMissing,
			Message: n.paper + " còn thiếu " + what,
		})
	}
}

// decision asks for the decision, and whether it is issued.
func (n *needs) decision(issued bool) {
	d := zero.Or(n.o.Season).Decision
	n.need(d != nil, "decision", `"decision" (quyết định khen thưởng)`)
	n.need(d == nil || d.Signer != nil, "decision.signer", `"signer" (người ký)`)
	if d != nil && issued {
		n.need(d.Number != "", "decision.number", `"number" (số) của quyết định`)
		n.need(d.Date.IsFull(), "decision.date", `"date" (ngày) của quyết định`)
		n.need(d.Signer == nil || d.Signer.Name != "", "decision.signer.name", `"name" (họ và tên người ký) của quyết định`)
	}
}

// issued asks whether the decision and those that amend it are issued.
func (n *needs) issued() {
	n.decision(true)
	for _, a := range n.o.Amended {
		a = zero.Or(a)
		n.need(a.Decision.Number != "" && a.Decision.Date.IsFull(), a.Path+".decision",
			`"number" (số), "date" (ngày) của quyết định sửa đổi, bổ sung`)
	}
}
