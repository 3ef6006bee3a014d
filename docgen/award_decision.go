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
	d := c.made(y, y.decision()[0].File)
	if len(y.out.Results) > 0 && y.out.CountText() == "" {
		c.Add("awardees", &diag.Diagnostic{Rule: award.RuleNobody, Message: fmt.Sprintf("không ai trong %d trường hợp được khen thưởng", len(y.out.Results))})
	}
	return d
}

// made composes a paper that was made of awards.
func (c *Composer) made(y *seasonPapers, f *plan.File) *doc.Document {
	inner, err := c.r.composer(c.set.With(f), f)
	if err != nil {
		c.Add("kind", &diag.Diagnostic{Rule: ruleLaw, Message: "không soạn được quyết định khen thưởng", Err: err})
		return &doc.Document{}
	}
	inner.pictures = c.pictures
	d := inner.compose(f.Paper())
	c.found = append(append(c.found, inner.found...), *y.found...)
	return d
}
