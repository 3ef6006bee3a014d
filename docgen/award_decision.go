package docgen

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// awardDecision gives a decision on awards without a season: quyet-dinh of type
// khen-thuong. Its subject and legal bases are made from the awards and the law
// of its date where it does not state them.
//
// A register number above 0 makes it an excerpt: the list has the line of that
// number alone.
func (c *Composer) awardDecision(p *plan.AwardDecision, register int) *doc.Document {
	law, err := award.Default()
	if err != nil {
		c.Add("kind", &diag.Diagnostic{Rule: "award.law", Message: "không đọc được dữ liệu pháp luật về khen thưởng", Err: err})
		return c.composeBody(p, nil)
	}
	outcome, found := award.CheckDecision(p, law)
	c.found = append(c.found, award.Locate(c.file, found)...)
	y := &seasonPapers{r: c.r, set: c.set, file: c.file, s: outcome.Season, out: outcome, law: law, one: register, awardees: true}
	v := y.view()
	v.Recipients = vi.Lower(v.List)
	v.Fund = orElse(p.Fund, v.Fund)

	h := p.Header
	if h.DecidedBy == nil {
		h.DecidedBy = &plan.DecidedBy{Title: y.decider()}
	}
	if h.Subject == "" {
		h.Subject = plainText(c.Wording("khen-thuong/subject", "kind", v))
	}
	if len(h.LegalBases) == 0 {
		for _, s := range outcome.Citations {
			h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(escaped("Căn cứ " + s))})
		}
		if p.LocalBasis != "" {
			h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(escaped("Căn cứ " + strings.TrimRight(p.LocalBasis, ";. ")))})
		}
		if p.Proposal != "" {
			h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(escaped("Theo đề nghị của " + strings.TrimRight(p.Proposal, ";. ")))})
		}
	}
	d := c.composeBody(&plan.General{Header: h, Footer: p.Footer}, y.decisionArticles(c, v))
	if v.One == "" {
		d.Parts = append(d.Parts, y.decisionList(c, v, &h, &p.Footer))
	}
	if len(outcome.Results) > 0 && v.Counts == "" {
		c.Add("awardees", &diag.Diagnostic{Rule: award.RuleNobody, Message: fmt.Sprintf("không ai trong %d trường hợp được khen thưởng", len(outcome.Results))})
	}
	return d
}
