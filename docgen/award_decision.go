package docgen

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// awardDecision gives the paper of a file that is a decision on awards without a
// season: quyet-dinh of type khen-thuong.
func (c *Composer) awardDecision(p *plan.AwardDecision) *doc.Document {
	y, found, err := c.r.awardPapers(c.set, c.file, nil)
	if err != nil {
		c.Add("kind", &diag.Diagnostic{Rule: ruleLaw, Message: "không soạn được quyết định khen thưởng", Err: err})
		return c.frame(p, nil, nil)
	}
	c.found = append(c.found, found...)
	return y.composeAlone(c)
}

// decisionAlone gives the decision as a paper of its stage: the one that its file
// alone gives.
func (y *seasonPapers) decisionAlone() SeasonPaper {
	c := y.composer(y.alone.Kind)
	c.scheme = c.schemeOf("scheme", c.kind.ID, y.alone.Scheme)
	d := y.composeAlone(c)
	y.found = append(y.found, c.found...)
	return SeasonPaper{Stage: award.DecisionStage, Name: "quyet-dinh-khen-thuong", Doc: d}
}

// composeAlone puts a decision on awards together. Its subject and legal bases are
// made from the awards and the law of its date where it does not state them.
func (y *seasonPapers) composeAlone(c *Composer) *doc.Document {
	p, v := y.alone, y.view()
	h := p.Header
	if y.draft {
		h.Draft = orElse(h.Draft, "Dự thảo")
	}
	if h.DecidedBy == nil {
		h.DecidedBy = &plan.DecidedBy{Title: y.decider()}
	}
	if h.Subject == "" {
		h.Subject = y.subject(c, "kind")
	}
	if len(h.LegalBases) == 0 {
		bases := basisTexts(y.out.Citations, p.LocalBasis)
		if p.Proposal != "" {
			bases = append(bases, basisOf("Theo đề nghị của", p.Proposal))
		}
		for _, text := range bases {
			h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(text)})
		}
	}
	d := c.frame(&plan.General{Header: h, Footer: p.Footer}, y.decisionArticles(c, v), nil)
	if v.One == "" {
		d.Parts = append(d.Parts, y.decisionList(c, v, &h, &p.Footer))
	}
	if len(y.out.Results) > 0 && v.Counts == "" {
		c.Add("awardees", &diag.Diagnostic{Rule: award.RuleNobody, Message: fmt.Sprintf("không ai trong %d trường hợp được khen thưởng", len(y.out.Results))})
	}
	return d
}
