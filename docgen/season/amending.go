package season

import (
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/record"
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
	Mended      string // by which decisions the signed one was mended before; empty for none
}

// amendLineView is one corrected line of the list, as templates see it.
type amendLineView struct {
	Who         string // inside a sentence
	Listed      bool   // the signed decision has a list
	Section     string // of the list: II
	Row         int    // in the section
	DecisionRef plan.Prose
	Changes     plan.Prose // each made by the block amend-change, joined
	Reason      string
}

// amendChangeView is one corrected value, as templates see it.
type amendChangeView struct {
	Kind     string // individual, collective, household
	Key      string // honorific, name, birth_year, role, unit, achievement
	From, To string // From is empty where there was nothing
}

// amendings returns the decisions that amend the decision on awards "quyết định sửa
// đổi, bổ sung", each with a list where it adds several awardees.
func (y *maker) amendings() []Paper {
	var papers []Paper
	for i, a := range y.all.Amended {
		p := y.amending(a)
		if i > 0 {
			p.Name += "-" + strconv.Itoa(i+1)
		}
		papers = append(papers, p)
	}
	return papers
}

// amendingRuling returns an amending decision as the ruling on those whom it adds.
func (y *maker) amendingRuling(a *award.Amending) *plan.Ruling {
	d := *y.s.Decision
	d.Number, d.Date = a.Decision.Number, a.Decision.Date
	d.Symbol = y.symbol(a.Decision.Symbol, d.Symbol)
	if a.Signer != nil {
		d.Signer = a.Signer
	}
	return &d
}

// amendingRef returns an amending decision as texts cite it.
func (y *maker) amendingRef(a *award.Amending) plan.Prose {
	return cited(a.Decision.Number, y.symbol(a.Decision.Symbol, y.decisionSymbol()), a.Decision.Date)
}

func (y *maker) viewAmending(a *award.Amending) amendView {
	path := y.all.Path(a.Path)
	v := amendView{
		mendingView: y.viewMending(&a.Mending, path, a.Added), Listed: y.only(inSentence) == "" && !y.inline(),
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
		switch why := markup.Stopless(r.Nominee.Added.Reason); {
		case i == 0:
			v.Why = why
		case v.Why != why:
			v.Why = ""
		}
	}
	v.Mended = y.mendedBy(y.all.Given(), mendingWords{"hủy bỏ tại", "sửa đổi tại", "bổ sung tại"},
		func(_ *award.Result, by plan.PaperRef) bool { return by != a.Decision && by.Precedes(a.Decision) })
	part := y.over(y.all.Part(concerned))
	part.now = true
	both := part.view()
	v.Concerned, v.Kinds, v.Articles = both.Concerned, both.Recipients, "Điều 1"
	if v.Changed != "" && v.Counts != "" {
		v.Articles = "Điều 1 và Điều 2"
	}
	return v
}

func (y *maker) amending(a *award.Amending) Paper {
	path := y.all.Path(a.Path)
	v := y.viewAmending(a)
	p, from := y.mending(&a.Mending, path, "amend-subject", a.Citations, v)
	article := func(block string) plan.Article { return plan.Article{Text: y.words(block, path, v)} }
	switch n := len(a.Changed); {
	case n == 0:
	case y.one != 0: // an excerpt for somebody who was added: the corrections are of others
		several := article("amend-several")
		several.Text += " (...)"
		p.Articles = append(p.Articles, several)
	case n == 1:
		p.Articles = append(p.Articles, plan.Article{Text: y.words("amend-one", path, y.amendLine(a.Changed[0], v))})
	default:
		several := article("amend-several")
		for i, r := range a.Changed {
			at := record.Index(y.list(), r.Index) + ".amended"
			several.Clauses = append(several.Clauses, plan.Clause{Text: y.words("amend-line", at, y.amendLine(r, v))})
			from[record.Index("articles[0].clauses", i)] = at
		}
		p.Articles = append(p.Articles, several)
	}
	if v.Counts != "" {
		p.Articles = append(p.Articles, article("amend-added"))
		if a.Added.Total > 0 {
			p.Articles = append(p.Articles, article("amend-money"))
		}
	}
	last := article("amend-executors")
	last.Executes = true
	p.Articles = append(p.Articles, article("amend-effect"), last)
	if v.Counts != "" && v.One == "" {
		y.annex(p, y.addedList(a, v), from, path)
	}
	return y.paper(award.AmendingStage, "quyet-dinh-sua-doi-bo-sung", p, from)
}

// amendLine returns what is corrected about one awardee.
func (y *maker) amendLine(r *award.Result, v amendView) amendLineView {
	a := &r.Nominee.Awardee
	line := amendLineView{
		Who: inSentence(a), Listed: v.Listed, Section: y.section(a.Kind), Row: r.Seq,
		DecisionRef: v.DecisionRef, Reason: markup.Stopless(a.Amended.Reason),
	}
	var changes []string
	for _, ch := range a.Changes() {
		view := amendChangeView{Kind: string(a.Kind), Key: ch.Key, From: ch.From, To: ch.To}
		changes = append(changes, string(y.words("amend-change", record.Index(y.list(), r.Index)+".amended", view)))
	}
	line.Changes = plan.Prose(strings.Join(changes, "; "))
	return line
}

// section returns the Roman number of a kind's section in the signed list.
func (y *maker) section(kind plan.Recipient) string {
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

// addedList returns the list of those whom an amending decision adds, as the list of
// the decision is. An excerpt has one line.
func (y *maker) addedList(a *award.Amending, v amendView) *enclosed {
	part := y.over(a.Added)
	t := y.people(used(part.awardColumns(false), part.awarded()), "Danh sách bổ sung")
	for i, r := range part.awarded() {
		if y.one == 0 || r.Register == y.one {
			t.add(i+1, r)
		}
	}
	l := &enclosed{people: t, note: y.words("amend-list", y.all.Path(a.Path), v)}
	if y.one == 0 {
		t.sum("Tổng cộng", a.Added.Total)
		l.end = y.words("list-end", y.list(), v)
	}
	return l
}
