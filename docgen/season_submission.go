package docgen

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// submission gives the submission "tờ trình" of the office that drafts, to
// whoever decides.
func (y *seasonPapers) submission() []SeasonPaper {
	s := y.s.Submission
	c := y.composer("to-trinh")
	v := y.view()
	h := plan.Header{
		Issuer: plan.Issuer{Superior: y.superior(), Name: s.Unit, Place: y.s.Issuer.Place},
		Number: s.Number, Symbol: orElse(s.Symbol, "TTr"), Date: s.Date, Addressees: s.Addressees,
		Subject: plainText(c.Wording("khen-thuong/submission-subject", "submission", v)),
	}
	if len(h.Addressees) == 0 {
		h.Addressees = []string{y.decider()}
	}
	f := plan.Footer{Signer: s.Signer, Distribution: s.Distribution}
	for _, text := range y.submissionBases() {
		h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(text)})
	}
	awarded := y.awarded()
	v.Enclosed = len(awarded) > mostInline
	body := []doc.Part{c.line("khen-thuong/submission-opening", "submission", v)}
	var annex []doc.Part
	if v.Enclosed {
		annex = append(annex, &doc.Annex{
			At: c.At("submission"), Title: doc.T("Danh sách"), Note: c.Wording("khen-thuong/submission-list", "submission", v),
			Reference: c.reference(&h, &f), Parts: []doc.Part{
				y.proposed(c, true), &doc.Prose{At: c.At(y.list()), Inlines: c.Wording("khen-thuong/list-end", y.list(), v)}, &doc.End{},
			},
		})
	} else {
		body = append(body, y.proposed(c, false))
	}
	body = append(body, c.line("khen-thuong/submission-enclosed", "submission", v), c.line("khen-thuong/submission-closing", "submission", v))
	return []SeasonPaper{y.paper(c, award.SubmissionStage, "to-trinh", h, f, body, annex...)}
}

// mostInline is how many a tờ trình names in its text; more stand in a list of
// their own behind it.
const mostInline = 10

// submissionBases gives the bases as stated, or those that the law of the paper's
// day names, with the province's regulation last.
func (y *seasonPapers) submissionBases() []marked {
	s := y.s.Submission
	var texts []marked
	for _, b := range s.LegalBases {
		texts = append(texts, marked(b.Text))
	}
	if len(texts) > 0 {
		return texts
	}
	citations := y.out.Citations
	if s.Date.IsFull() {
		citations, _ = y.law.Citations(y.all.Decider, y.out.Awards(), s.Date) // what is unverified was said for the decision
	}
	local := ""
	if y.s.Decision != nil {
		local = y.s.Decision.LocalBasis
	}
	return basisTexts(citations, local)
}

// proposed gives the table of who is proposed, by kind of awardee in a list of its
// own. Money and votes stand elsewhere.
func (y *seasonPapers) proposed(c *Composer, enclosed bool) doc.Part {
	columns := []listColumn{y.nameColumn(32), y.placeColumn(30)}
	if y.varied() {
		columns = append(columns, y.awardColumn(22))
	}
	columns = used(append(columns, y.achievementColumn(38)), y.awarded())
	t, width := y.peopleTable(c, columns, "Danh sách đề nghị khen thưởng")
	n, roman := 0, 0
	for i := range y.out.Lists {
		l := &y.out.Lists[i]
		if enclosed && len(l.Results) > 0 {
			n, roman = 0, roman+1
			t.Rows = append(t.Rows, groupRow(roman, l.Recipient, width))
		}
		for _, r := range l.Results {
			n++
			t.Rows = append(t.Rows, y.personRow(c, n, r, columns))
		}
	}
	return t
}
