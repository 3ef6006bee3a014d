package docgen

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// minutes gives the council's minutes "biên bản họp Hội đồng", and with a secret
// ballot the count "biên bản kiểm phiếu" and the ballot paper "phiếu bầu".
func (y *seasonPapers) minutes() []SeasonPaper {
	c := y.composer("bien-ban")
	v := y.viewMeeting()
	h := y.councilHeader(c, "khen-thuong/minutes-subject", v.seasonView)
	body := []doc.Part{
		c.line("khen-thuong/minutes-start", "session", v),
		c.line("khen-thuong/minutes-place", "session", v),
		c.line("khen-thuong/minutes-members", "session", v),
		c.line("khen-thuong/minutes-chair", "session", v),
		c.line("khen-thuong/minutes-secretary", "session", v),
		c.line("khen-thuong/minutes-content", "session", v),
	}
	body = append(body, c.Body("session.discussion", y.s.Session.Discussion, 0)...)
	agreed := votes("Số phiếu đồng ý/tổng số", 24, func(r *award.Result) string { return vi.Count(r.Vote.For) + "/" + vi.Count(r.Vote.Base) })
	if t := y.voteTable(c, agreed, voteShare()); t != nil {
		body = append(body, c.line("khen-thuong/minutes-vote", "session", v), t)
	}
	body = append(body, c.line("khen-thuong/minutes-result", "session", v), c.line("khen-thuong/minutes-end", "session", v))
	papers := []SeasonPaper{y.paper(c, award.MinutesStage, "bien-ban-hop-hoi-dong", h, y.councilFooter(), body)}
	if v.Session.HasBallots {
		papers = append(papers, y.count(v.seasonView), y.ballot(v.seasonView))
	}
	return papers
}

// meetingView is what the templates of the council's minutes see: the fields of a
// season's, about whom the council wants the decider to award.
type meetingView struct {
	seasonView
	Considered string // the awards that were voted on, or are proposed without a vote
	Up         string // which awards of others for how many the council wants; empty: none
}

func (y *seasonPapers) viewMeeting() meetingView {
	v := meetingView{seasonView: y.view()}
	all, up := *y, *y
	all.out = y.out.Considered()
	up.out = y.out.Forwarded()
	v.Considered = all.awardNames()
	if len(up.awarded()) > 0 {
		v.Up = up.gifts()
	}
	return v
}

// count gives the minutes of the count: per name how many were for it and against
// it. Those who counted sign, where the season names them.
func (y *seasonPapers) count(v seasonView) SeasonPaper {
	c := y.composer("bien-ban")
	h := y.councilHeader(c, "khen-thuong/ballots-subject", v)
	h.Number = ""
	body := []doc.Part{c.line("khen-thuong/ballots-time", "session", v), c.line("khen-thuong/minutes-place", "session", v)}
	f := y.councilFooter()
	if t := y.s.Session.Tellers; len(t) > 0 {
		body = append(body, c.line("khen-thuong/ballots-tellers", "session.tellers", v))
		f.Signers = []plan.Signer{
			{Position: "Thư ký", Name: y.s.Session.Secretary.Name, NoSeal: true},
			{Position: "Trưởng ban kiểm phiếu", Name: t[0].Name, NoSeal: true},
		}
	}
	body = append(body, c.line("khen-thuong/ballots-count", "session.ballots", v), c.line("khen-thuong/ballots-result", "session.ballots", v))
	table := y.voteTable(c,
		votes("Đồng ý", 18, func(r *award.Result) string { return vi.Count(r.Vote.For) }),
		votes("Không đồng ý", 18, func(r *award.Result) string { return vi.Count(r.Nominee.Votes.Against) }),
		voteShare())
	if table != nil {
		body = append(body, table)
	}
	body = append(body, c.line("khen-thuong/ballots-end", "session", v))
	return y.paper(c, award.MinutesStage, "bien-ban-kiem-phieu", h, f, body)
}

// ballot gives the ballot paper: every nominee who was voted on, with boxes to
// be marked by hand. It has no number, signature or recipients.
func (y *seasonPapers) ballot(v seasonView) SeasonPaper {
	c := y.composer("bien-ban")
	box := func(head string) listColumn {
		return listColumn{head, doc.Column{Width: doc.MM(20), Align: doc.Center}, func(*award.Result) string { return "" }, true}
	}
	voted := y.voted()
	columns := []listColumn{y.nameColumn(40), y.placeColumn(40)}
	if y.varied() {
		columns = append(columns, y.awardColumn(25))
	}
	columns = used(append(columns, box("Đồng ý"), box("Không đồng ý")), voted)
	t, _ := y.peopleTable(c, columns, "Danh sách bỏ phiếu")
	for i, r := range voted {
		t.Rows = append(t.Rows, y.personRow(c, i+1, r, columns))
	}
	h := y.councilHeader(c, "khen-thuong/minutes-subject", v)
	d := &doc.Document{Kind: "bien-ban", Meta: doc.Meta{Title: "Phiếu bầu " + v.Title, Author: h.Issuer.Name, Kind: "Phiếu bầu", Created: y.created()}}
	d.Parts = []doc.Part{
		&doc.Letterhead{At: c.At("issuer"), Superior: []string{h.Issuer.Superior}, Issuer: c.issuerLines(&h.Issuer)},
		&doc.Title{At: c.At("session"), Kind: "Phiếu bầu", Subject: doc.T("Khen thưởng năm " + itoa(v.Year))},
		c.line("khen-thuong/ballot-note", "session.ballots", v),
		t,
	}
	y.found = append(y.found, c.found...)
	return SeasonPaper{Stage: award.MinutesStage, Name: "phieu-bau", Doc: d}
}

func (y *seasonPapers) councilHeader(c *Composer, subject string, v seasonView) plan.Header {
	s := y.s.Session
	return plan.Header{
		Issuer: plan.Issuer{Superior: y.superior(), Name: y.council(), NameLines: y.councilLines(), Abbreviation: "HĐTĐKT", Place: y.s.Issuer.Place},
		Number: s.Number, Symbol: y.minutesSymbol(), Date: s.Date,
		Subject: plainText(c.Wording(subject, "session", v)),
	}
}

func (y *seasonPapers) councilFooter() plan.Footer {
	s := y.s.Session
	return plan.Footer{
		Signers: []plan.Signer{
			{Position: "Thư ký", Name: s.Secretary.Name, NoSeal: true},
			{Position: "Chủ tọa", Name: s.Chair.Name},
		},
		Distribution: &plan.Distribution{FileCopy: []string{"VT", "Hồ sơ"}},
	}
}

// voted gives the results that were voted on, in the order of the lists.
func (y *seasonPapers) voted() []*award.Result {
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
func (y *seasonPapers) voteTable(c *Composer, results ...listColumn) doc.Part {
	voted := y.voted()
	if len(voted) == 0 {
		return nil
	}
	columns := used(append([]listColumn{y.nameColumn(35), y.placeColumn(30), y.awardColumn(25)}, results...), voted)
	t, _ := y.peopleTable(c, columns, "Kết quả biểu quyết")
	for i, r := range voted {
		t.Rows = append(t.Rows, y.personRow(c, i+1, r, columns))
	}
	return t
}

// votes is a column of figures of the vote.
func votes(head string, width float64, text func(r *award.Result) string) listColumn {
	return listColumn{head, doc.Column{Width: doc.MM(width), Align: doc.Center}, text, true}
}

// voteShare is the column of the share of votes in favour.
func voteShare() listColumn {
	return votes("Tỷ lệ", 20, func(r *award.Result) string { return vi.Percent(int64(r.Vote.For), int64(r.Vote.Base)) })
}

func (y *seasonPapers) viewSession() sessionView {
	s := y.s.Session
	v := sessionView{
		Date: s.Date.Text(), Start: joinComma(s.Start, s.Date.Text()), End: joinComma(s.End, s.Date.Text()), Place: s.Place,
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
