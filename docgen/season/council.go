package season

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// minutes returns the council's minutes "biên bản họp Hội đồng", and with a secret
// ballot the count "biên bản kiểm phiếu" and the ballot paper "phiếu bầu".
func (y *maker) minutes() []Paper {
	v := y.viewMeeting()
	p, from := y.councilPaper("minutes-subject", v.seasonView)
	p.Sections = y.texts("session", v,
		"minutes-start", "minutes-place", "minutes-members", "minutes-chair", "minutes-secretary", "minutes-content")
	if text := y.s.Session.Discussion; text != "" {
		from[record.Join(record.Index("sections", len(p.Sections)), "body")] = "session.discussion"
		p.Sections = append(p.Sections, plan.Section{Body: text})
	}
	agreed := votes("Số phiếu đồng ý/tổng số", 24,
		func(r *award.Result) string { return vi.Count(r.Vote.For) + "/" + vi.Count(r.Vote.Base) })
	if t := y.voteTable(agreed, voteShare()); t != nil {
		p.Sections = append(p.Sections, y.texts("session", v, "minutes-vote")...)
		y.table(p, t, from)
	}
	p.Sections = append(p.Sections, y.texts("session", v, "minutes-result", "minutes-end")...)
	papers := []Paper{y.paper(award.MinutesStage, "bien-ban-hop-hoi-dong", p, from)}
	if v.Session.HasBallots {
		papers = append(papers, y.count(v.seasonView), y.ballot(v.seasonView))
	}
	return papers
}

// table puts a list at the end of a paper's sections.
func (y *maker) table(p *plan.General, t *people, from map[string]string) {
	t.in(from, record.Join(record.Index("sections", len(p.Sections)), "table"))
	p.Sections = append(p.Sections, plan.Section{Table: &t.Table})
}

// meetingView is what the templates of the council's minutes see: the fields of a
// season's, about whom the council wants the decider to award.
type meetingView struct {
	seasonView
	Considered string // the awards that were voted on, or are proposed without a vote
	Up         string // which awards of others for how many the council wants; empty: none
}

func (y *maker) viewMeeting() meetingView {
	v := meetingView{seasonView: y.view()}
	v.Considered = y.over(y.out.Considered()).awardNames()
	if up := y.over(y.out.Forwarded()); len(up.awarded()) > 0 {
		v.Up = up.gifts()
	}
	return v
}

// count gives the minutes of the count: per name how many were for it and against
// it. Those who counted sign, where the season names them.
func (y *maker) count(v seasonView) Paper {
	p, from := y.councilPaper("ballots-subject", v)
	p.Number = ""
	p.Sections = y.texts("session", v, "ballots-time", "minutes-place")
	if t := y.s.Session.Tellers; len(t) > 0 {
		p.Sections = append(p.Sections, y.texts("session.tellers", v, "ballots-tellers")...)
		p.Signers = []plan.Signer{
			{Position: "Thư ký", Name: y.s.Session.Secretary.Name, NoSeal: true},
			{Position: "Trưởng ban kiểm phiếu", Name: t[0].Name, NoSeal: true},
		}
	}
	p.Sections = append(p.Sections, y.texts("session.ballots", v, "ballots-count", "ballots-result")...)
	columns := []listColumn{
		votes("Đồng ý", 18, func(r *award.Result) string { return vi.Count(r.Vote.For) }),
		votes("Không đồng ý", 18, func(r *award.Result) string { return vi.Count(r.Nominee.Votes.Against) }),
	}
	for _, more := range []struct {
		title string
		of    func(v *plan.Votes) int
	}{
		{"Phiếu trắng", func(v *plan.Votes) int { return v.Abstain }},
		{"Không hợp lệ", func(v *plan.Votes) int { return v.Other }},
	} {
		if slices.ContainsFunc(y.voted(), func(r *award.Result) bool { return more.of(r.Nominee.Votes) > 0 }) {
			columns = append(columns, votes(more.title, 15, func(r *award.Result) string { return vi.Count(more.of(r.Nominee.Votes)) }))
		}
	}
	if table := y.voteTable(append(columns, voteShare())...); table != nil {
		y.table(p, table, from)
	}
	p.Sections = append(p.Sections, y.texts("session", v, "ballots-end")...)
	return y.paper(award.MinutesStage, "bien-ban-kiem-phieu", p, from)
}

// ballot returns the ballot paper: every nominee who was voted on, with boxes to
// be marked by hand. It has no number, signature or recipients.
func (y *maker) ballot(v seasonView) Paper {
	box := func(title string) listColumn {
		return votes(title, 20, func(*award.Result) string { return "" })
	}
	voted := y.voted()
	columns := []listColumn{y.nameColumn(40), y.placeColumn(40)}
	if y.varied() {
		columns = append(columns, y.awardColumn(25))
	}
	t := y.people(used(append(columns, box("Đồng ý"), box("Không đồng ý")), voted), "Danh sách bỏ phiếu")
	for i, r := range voted {
		t.add(i+1, r)
	}
	p := &plan.Form{
		Header: plan.Header{Issuer: y.councilIssuer(), Date: y.decidedOn(), Subject: "Khen thưởng năm " + strconv.Itoa(v.Year)},
		Title:  "Phiếu bầu", NoDate: true,
		Sections: append(y.texts("session.ballots", v, "ballot-note"), plan.Section{Table: &t.Table}),
	}
	from := map[string]string{"": "session", "issuer": "issuer"}
	t.in(from, "sections[1].table")
	return y.paper(award.MinutesStage, "phieu-bau", p, from)
}

// councilIssuer returns the council as who issues a paper.
func (y *maker) councilIssuer() plan.Issuer {
	return plan.Issuer{
		Superior: y.superior(), Name: y.council(), NameLines: y.councilLines(), Abbreviation: "HĐTĐKT", Place: y.s.Issuer.Place,
	}
}

// councilPaper returns minutes of the council without their text, and the places of their
// parts.
func (y *maker) councilPaper(subject string, v seasonView) (*plan.General, map[string]string) {
	s := y.s.Session
	p := &plan.General{
		Header: plan.Header{
			Kind: "bien-ban", Type: plan.GeneralType, Issuer: y.councilIssuer(), Number: s.Number, Symbol: y.minutesSymbol(), Date: s.Date,
			Subject: y.said(subject, "session", v),
		},
		Footer: plan.Footer{
			Signers: []plan.Signer{
				{Position: "Thư ký", Name: s.Secretary.Name, NoSeal: true},
				{Position: "Chủ tọa", Name: s.Chair.Name},
			},
			Distribution: &plan.Distribution{FileCopy: []string{"VT", "Hồ sơ"}},
		},
	}
	return p, map[string]string{"": "session", "issuer": "issuer", "signers[0]": "session.secretary", "signers[1]": "session.chair"}
}

// voted returns the results that were voted on, in the order of the lists.
func (y *maker) voted() []*award.Result {
	var out []*award.Result
	for _, kind := range y.s.Recipients() {
		for i := range y.out.Results {
			if r := &y.out.Results[i]; r.Vote != nil && r.Award != nil && r.Nominee.Kind == kind {
				out = append(out, r)
			}
		}
	}
	return out
}

// voteTable gives the result of the vote on each nominee, behind the columns given;
// nil without votes.
func (y *maker) voteTable(results ...listColumn) *people {
	voted := y.voted()
	if len(voted) == 0 {
		return nil
	}
	columns := append([]listColumn{y.nameColumn(35), y.placeColumn(30), y.awardColumn(25)}, results...)
	t := y.people(used(columns, voted), "Kết quả biểu quyết")
	for i, r := range voted {
		t.add(i+1, r)
	}
	return t
}

// votes is a column of figures of the vote.
func votes(title string, width int, text func(r *award.Result) string) listColumn {
	return listColumn{Column: plan.Column{Title: title, Width: width, Align: plan.AlignCenter}, text: text, always: true}
}

// voteShare is the column of the share of votes in favour.
func voteShare() listColumn {
	return votes("Tỷ lệ", 20, func(r *award.Result) string { return vi.Percent(int64(r.Vote.For), int64(r.Vote.Base)) })
}

func (y *maker) viewSession() sessionView {
	s := y.s.Session
	v := sessionView{
		Date: s.Date.Text(), Start: phrase.JoinComma(s.Start, s.Date.Text()), End: phrase.JoinComma(s.End, s.Date.Text()), Place: s.Place,
		Chair: memberText(&s.Chair), Secretary: memberText(&s.Secretary),
		Present: s.Present, Written: s.Written, Method: "biểu quyết",
	}
	if y.s.Council != nil {
		v.Members = y.s.Council.Total()
	}
	for _, t := range s.Tellers {
		v.Tellers = append(v.Tellers, memberText(&t))
	}
	if n := len(s.Absent); n > 0 {
		var names []string
		for _, a := range s.Absent {
			text := a.Name
			if a.Reason != "" {
				text += " (lý do: " + a.Reason + ")"
			}
			names = append(names, text)
		}
		v.Absent = vi.Count(n) + " đồng chí: " + strings.Join(names, ", ")
	}
	if b := s.Ballots; b != nil {
		v.HasBallots, v.Method = true, "bỏ phiếu kín"
		v.Issued, v.Returned, v.Valid, v.Invalid = b.Issued, b.Returned, b.Valid, b.Invalid
		if b.End != "" {
			v.Counted = phrase.JoinComma(b.End, s.Date.Text())
		}
	}
	return v
}

func memberText(m *plan.CouncilMember) string {
	text := strings.TrimSpace(m.Honorific + " " + m.Name)
	if m.Position != "" {
		text += ", " + m.Position
	}
	return text
}
