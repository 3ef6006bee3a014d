package award

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestUncited: a final paper that cites one without number or date is a warning at the paper that is cited.
func TestUncited(t *testing.T) {
	numbered := func(s *plan.Season) {
		s.Session.Number, s.Submission.Number, s.Decision.Number = "02", "41", "512"
	}
	for _, tt := range []struct {
		name        string
		of          func(s *plan.Season)
		says        string // at the season itself
		stage       Stage
		saysOnStage string
	}{
		{"all numbered", func(*plan.Season) {}, "", DecisionStage, ""},
		{"the decision numbered before the submission", func(s *plan.Season) { s.Submission.Number = "" },
			"submission: quyết định dẫn tờ trình chưa có số: chỗ đó in để trống; ghi vào \"submission\", hoặc bằng vanban award number --stage to-trinh",
			DecisionStage, ""},
		{"no number at all", func(s *plan.Season) {
			s.Submission.Number, s.Submission.Date, s.Decision.Number = "", plan.Date{}, ""
		}, "", DecisionStage, "submission: quyết định dẫn tờ trình chưa có số và ngày"},
		{"the day of the submission is not known", func(s *plan.Season) { s.Submission.Date = plan.Date{Year: 2026, Month: 12} },
			"submission.date: quyết định dẫn tờ trình chưa có đủ ngày, tháng, năm", DecisionStage, ""},
		{"no submission", func(s *plan.Season) { s.Submission = nil }, "", DecisionStage, ""},
		{"no decision", func(s *plan.Season) { s.Decision = nil; s.Submission.Number = "" }, "", DecisionStage, ""},
		{"minutes", func(s *plan.Season) { s.Session.Number, s.Submission.Number = "", "" }, "submission: quyết định dẫn tờ trình",
			SubmissionStage, "session: tờ trình dẫn biên bản họp Hội đồng chưa có số"},
		{"minutes of a numbered submission", func(s *plan.Season) { s.Session.Number = "" },
			"session: tờ trình dẫn biên bản họp Hội đồng chưa có số", SubmissionStage, ""},
		{"minutes of a submission upward", func(s *plan.Season) { s.Session.Number, s.Upward = "", &plan.Submission{} },
			"session: tờ trình dẫn biên bản", UpwardStage, "session: tờ trình lên cấp trên dẫn biên bản họp Hội đồng chưa có số"},
		{"no upward", func(s *plan.Season) { s.Session.Number = "" }, "session: tờ trình dẫn biên bản", UpwardStage, ""},
		{"a meeting without its place", func(s *plan.Season) { s.Session.Number, s.Session.Place = "", "" }, "session: tờ trình dẫn",
			MinutesStage, "session: biên bản họp Hội đồng chưa có \"place\" (địa điểm): chỗ đó in để trống"},
		{"its minutes numbered", func(s *plan.Season) { s.Session.Place = "" }, "", MinutesStage, ""},
		{"a meeting with its place", func(s *plan.Season) { s.Session.Number, s.Session.Place = "", "Trụ sở" }, "session: tờ trình dẫn", MinutesStage, ""},
		{"minutes of no meeting", func(s *plan.Season) { s.Session = nil }, "", MinutesStage, ""},
		{"no meeting", func(s *plan.Season) { s.Session, s.Submission.Number = nil, "" }, "submission: quyết định dẫn",
			SubmissionStage, ""},
	} {
		s := sound()
		numbered(s)
		tt.of(s)
		out, found := check(s, nil, law(t))
		said := ""
		for _, d := range found {
			if strings.Contains(d.Message, " dẫn ") {
				said += d.Pos.Path + ": " + d.Message + "; " + d.Fix
			}
		}
		if (said == "") != (tt.says == "") || !strings.HasPrefix(said, tt.says) {
			t.Errorf("%s: %q, want %q", tt.name, said, tt.says)
		}
		said = ""
		for _, d := range out.Uncited(tt.stage) {
			said += d.Pos.Path + ": " + d.Message
		}
		if (said == "") != (tt.saysOnStage == "") || !strings.HasPrefix(said, tt.saysOnStage) {
			t.Errorf("%s: stage %s says %q, want %q", tt.name, tt.stage, said, tt.saysOnStage)
		}
	}
}
