package season

import (
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// submission returns the submission "tờ trình" of the office that drafts, to
// whoever decides.
func (y *maker) submission() []Paper {
	s, v := y.s.Submission, y.view()
	p := &plan.General{
		Header: plan.Header{
			Kind: "to-trinh", Issuer: plan.Issuer{Superior: y.superior(), Name: s.Unit, Place: y.s.Issuer.Place},
			Number: s.Number, Symbol: y.symbol(y.s.SubmissionSymbol(), ""), Date: s.Date, Addressees: s.Addressees,
			Subject: y.said("submission-subject", "submission", v), LegalBases: s.LegalBases,
		},
		Footer: plan.Footer{Signer: s.Signer, Distribution: s.Distribution},
	}
	from := map[string]string{"": "submission", "issuer": "issuer", "issuer.name": "submission.unit"}
	if len(p.Addressees) == 0 {
		p.Addressees = []string{y.decider()}
	}
	if len(p.LegalBases) == 0 {
		p.LegalBases = y.submissionBases()
	}
	v.Enclosed = len(y.awarded()) > mostInline
	y.propose(p, from, "submission", v, v.Enclosed, "submission-opening", "submission-enclosed", "submission-closing")
	return []Paper{y.paper(award.SubmissionStage, "to-trinh", p, from)}
}

// propose writes the text of a submission, whose key is at: an opening, whom it proposes, and
// the rest, by the blocks of these names. A list that is enclosed stands behind the paper.
func (y *maker) propose(p *plan.General, from map[string]string, at string, v any, behind bool, opening string, rest ...string) {
	list := y.proposed(behind)
	p.Sections = y.texts(at, v, opening)
	if behind {
		y.annex(p, &enclosed{people: list, note: y.words("submission-list", at, v), end: y.words("list-end", y.list(), v)}, from, at)
	} else {
		list.in(from, "sections[1].table")
		p.Sections = append(p.Sections, plan.Section{Table: &list.Table})
	}
	p.Sections = append(p.Sections, y.texts(at, v, rest...)...)
}

// mostInline is how many a tờ trình names in its text; more stand in a list of
// their own behind it.
const mostInline = 10

// submissionBases gives the bases of a submission that states none: those that the law of
// its day names, with the province's regulation last.
func (y *maker) submissionBases() []plan.LegalBasis {
	s := y.s.Submission
	citations := y.out.Citations
	if s.Date.IsFull() {
		citations, _ = y.law.Citations(y.all.Decider, y.out.Awards(), s.Date) // what is unverified was said for the decision
	}
	local := ""
	if y.s.Decision != nil {
		local = y.s.Decision.LocalBasis
	}
	return legalBases(basisTexts(citations, local))
}

// proposed returns the table of who is proposed, by kind of awardee in a list of its
// own. Money and votes stand elsewhere.
func (y *maker) proposed(enclosed bool) *people {
	columns := []listColumn{y.nameColumn(32), y.placeColumn(30)}
	if y.varied() {
		columns = append(columns, y.awardColumn(22))
	}
	t := y.people(used(append(columns, y.achievementColumn(38)), y.awarded()), "Danh sách đề nghị khen thưởng")
	n, roman := 0, 0
	for i := range y.out.Lists {
		l := &y.out.Lists[i]
		if enclosed && len(l.Results) > 0 {
			n, roman = 0, roman+1
			t.group(roman, l.Recipient)
		}
		for _, r := range l.Results {
			n++
			t.add(n, r)
		}
	}
	return t
}
