package docgen

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// amendView is what the templates of an amending decision see: counts, awards and
// sums are of what it adds.
type amendView struct {
	mendingView
	Changed     string // whose lines it corrects: 01 tập thể và 02 cá nhân; empty for nobody
	Listed      bool   // the signed decision has a list
	Achievement string // of the only one added
	Multiplier  string // of the bonus of the only one added: 0,3
	Base        string // the base salary of that day; empty where nobody is added
	Why         string // the reason for the additions, where all have the same
	AfterCounts string // who is awarded with it
	AfterTotal  string
	AfterWords  string
	Kinds       string // the kinds of those whom it concerns, inside a sentence
	Articles    string // the articles that name them: Điều 1 và Điều 2
}

// amendLineView is one corrected line of the list, as templates see it.
type amendLineView struct {
	Who         string // inside a sentence
	Listed      bool   // the signed decision has a list
	Section     string // of the list: II
	Row         int    // in the section
	DecisionRef marked
	Changes     marked // each made by the block amend-change, joined
	Reason      string
}

// amendChangeView is one corrected value, as templates see it.
type amendChangeView struct {
	Kind     string // individual, collective, household
	Key      string // honorific, name, birth_year, role, unit, achievement
	From, To string // From is empty where there was nothing
}

// amendings gives the decisions that amend the decision on awards "quyết định sửa
// đổi, bổ sung", each with a list where it adds several awardees.
func (y *seasonPapers) amendings() []SeasonPaper {
	var papers []SeasonPaper
	for i, a := range y.all.Amended {
		p := y.amending(a)
		if i > 0 {
			p.Name += "-" + itoa(i+1)
		}
		papers = append(papers, p)
	}
	return papers
}

// amendingRuling gives an amending decision as the ruling on those whom it adds.
func (y *seasonPapers) amendingRuling(a *award.Amending) *plan.Ruling {
	d := *y.s.Decision
	d.Number, d.Date = a.Decision.Number, a.Decision.Date
	d.Symbol = orElse(a.Decision.Symbol, d.Symbol)
	if a.Signer != nil {
		d.Signer = a.Signer
	}
	return &d
}

// amendingRef gives an amending decision as texts cite it.
func (y *seasonPapers) amendingRef(a *award.Amending) marked {
	return cited(a.Decision.Number, orElse(a.Decision.Symbol, y.decisionSymbol()), a.Decision.Date)
}

func (y *seasonPapers) viewAmending(c *Composer, a *award.Amending) amendView {
	path := y.all.Path(a.Path)
	v := amendView{
		mendingView: y.viewMending(c, &a.Mending, path, a.Added), Listed: y.only(inSentence) == "",
		Changed: y.all.Part(a.Changed).CountText(), AfterCounts: a.After.CountText(),
		AfterTotal: a.After.Total.String(), AfterWords: vi.UpperFirst(a.After.Total.Words()),
	}
	concerned := append([]*award.Result(nil), a.Changed...)
	for i := range a.Added.Results {
		r := &a.Added.Results[i]
		concerned = append(concerned, r)
		v.Base = r.Pay.Base.String()
		if v.One != "" {
			v.Achievement, v.Multiplier = r.Nominee.Achievement, r.Pay.Multiplier.String()
		}
		switch why := stopless(r.Nominee.Added.Reason); {
		case i == 0:
			v.Why = why
		case v.Why != why:
			v.Why = ""
		}
	}
	part := *y
	part.out, part.now = y.all.Part(concerned), true
	both := part.view()
	v.Concerned, v.Kinds, v.Articles = both.Concerned, both.Recipients, "Điều 1"
	if v.Changed != "" && v.Counts != "" {
		v.Articles = "Điều 1 và Điều 2"
	}
	return v
}

func (y *seasonPapers) amending(a *award.Amending) SeasonPaper {
	c := y.composer("quyet-dinh")
	path := y.all.Path(a.Path)
	v := y.viewAmending(c, a)
	h, f := y.mendingHead(c, &a.Mending, path, "amend-subject", a.Citations, v)
	article := func(block string) *doc.Division {
		return &doc.Division{At: c.At(path), Level: c.level("điều"), Text: c.Wording("khen-thuong/"+block, path, v)}
	}
	var body, list []doc.Part
	switch n := len(a.Changed); {
	case n == 0:
	case y.one != 0: // an excerpt for somebody who was added: the corrections are of others
		several := article("amend-several")
		several.Text = append(several.Text, &doc.Text{S: " (...)"})
		body = append(body, several)
	case n == 1:
		line := y.amendLine(c, a.Changed[0], v)
		body = append(body, &doc.Division{At: c.At(path), Level: c.level("điều"), Text: c.Wording("khen-thuong/amend-one", path, line)})
	default:
		several := article("amend-several")
		for _, r := range a.Changed {
			at := index(y.list(), r.Index) + ".amended"
			several.Parts = append(several.Parts, &doc.Division{
				At: c.At(at), Level: several.Level + 1, Text: c.Wording("khen-thuong/amend-line", at, y.amendLine(c, r, v)),
			})
		}
		body = append(body, several)
	}
	if v.Counts != "" {
		body = append(body, article("amend-added"))
		if a.Added.Total > 0 {
			body = append(body, article("amend-money"))
		}
	}
	last := article("amend-executors")
	last.ID = executes
	body = append(body, article("amend-effect"), last)
	if v.Counts != "" && v.One == "" {
		list = append(list, y.addedList(c, a, v, &h, &f))
	}
	return y.paper(c, award.AmendingStage, "quyet dinh sua doi bo sung", h, f, body, list...)
}

// amendLine gives what is corrected about one awardee.
func (y *seasonPapers) amendLine(c *Composer, r *award.Result, v amendView) amendLineView {
	a := &r.Nominee.Awardee
	line := amendLineView{
		Who: inSentence(a), Listed: v.Listed, Section: y.section(a.Kind), Row: r.Seq,
		DecisionRef: v.DecisionRef, Reason: stopless(a.Amended.Reason),
	}
	var changes []string
	for _, ch := range a.Changes() {
		view := amendChangeView{Kind: string(a.Kind), Key: ch.Key, From: ch.From, To: ch.To}
		changes = append(changes, y.worded(c, "amend-change", index(y.list(), r.Index)+".amended", view))
	}
	line.Changes = marked(strings.Join(changes, "; "))
	return line
}

// section gives the Roman number of a kind's section in the signed list.
func (y *seasonPapers) section(kind plan.Recipient) string {
	roman := 0
	for i := range y.out.Lists {
		if len(y.out.Lists[i].Results) > 0 {
			roman++
		}
		if y.out.Lists[i].Recipient == kind {
			break
		}
	}
	return vi.Roman(roman)
}

// addedList gives the list of those whom an amending decision adds, as the list of
// the decision is. An excerpt has one line.
func (y *seasonPapers) addedList(c *Composer, a *award.Amending, v amendView, h *plan.Header, f *plan.Footer) *doc.Annex {
	part, path := *y, y.all.Path(a.Path)
	part.out = a.Added
	columns := used(part.awardColumns(), part.awarded())
	t, head := y.peopleTable(c, columns, "Danh sách bổ sung")
	for i, r := range part.awarded() {
		if y.one == 0 || r.Register == y.one {
			t.Rows = append(t.Rows, y.personRow(c, i+1, r, columns))
		}
	}
	annex := &doc.Annex{
		At: c.At(path), Title: doc.T("Danh sách"), Note: c.Wording("khen-thuong/amend-list", path, v),
		Reference: c.reference(h, f), Parts: []doc.Part{t},
	}
	if y.one == 0 {
		t.Rows = append(t.Rows, sumRow("Tổng cộng", head, a.Added.Total))
		annex.Parts = append(annex.Parts, &doc.Prose{At: c.At(y.list()), Inlines: c.Wording("khen-thuong/list-end", y.list(), v)}, &doc.End{})
	}
	return annex
}
