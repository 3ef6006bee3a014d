package docgen

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// awardExcerpt gives a decision on awards whose list has the line of one awardee
// alone "trích sao": articles and signature as they are, the line under its
// number in the whole list, as a later decision may have amended it. Of whom a
// later decision added it is that decision. The original is a decision on awards,
// or the season of one; it has its number and date, unless the copy is a draft.
// It gives nil, with a finding, where there is no such line.
func (c *Composer) awardExcerpt(k *plan.Copy, target *plan.File) *doc.Document {
	switch target.Value.(type) {
	case *plan.Season, *plan.AwardDecision:
	default:
		c.Add("original", &diag.Diagnostic{
			Rule: ruleOriginal, Found: target.Kind.ID,
			Message: `"original" (tệp văn bản được sao) không phải quyết định khen thưởng hay đợt khen thưởng, không trích theo "register" (số vào sổ khen thưởng) được`,
		})
		return nil
	}
	y, found, err := c.r.awardPapers(c.set, target, nil)
	if err != nil {
		c.Add("original", &diag.Diagnostic{Rule: ruleOriginal, Message: fmt.Sprintf("không soạn được văn bản gốc %q", k.Original), Err: err})
		return nil
	}
	c.found = append(c.found, found...)
	y.draft, y.one, y.now = k.Draft != "", k.Register, true
	// What is copied must have been signed, like what a certificate rests on.
	lacks := y.all.Ready(award.DecisionStage)
	if !y.draft {
		lacks = y.forOne(y.all.Issued("trích sao"))
	}
	c.found = append(c.found, award.Locate(target, lacks)...)
	if found.HasErrors() || lacks.HasErrors() {
		return nil
	}
	for _, r := range y.all.Given() {
		if r.Register != k.Register {
			continue
		}
		var p SeasonPaper
		if a := y.all.AmendingOf(r); a != nil {
			p = y.amending(a)
		} else {
			p = y.decision()[0]
		}
		d := c.made(y, p.File)
		for _, part := range d.Parts {
			if a, ok := part.(*doc.Annex); ok { // of which a line is shown: nothing ends there
				a.Parts = slices.DeleteFunc(a.Parts, func(p doc.Part) bool { _, end := p.(*doc.End); return end })
			}
		}
		return d
	}
	c.Add("register", &diag.Diagnostic{
		Rule: award.RuleRegister, Found: itoa(k.Register),
		Message: fmt.Sprintf("danh sách của quyết định không có số vào sổ %d", k.Register),
	})
	return nil
}

// correction gives the line of an excerpt that says which decision amended what it
// shows; nothing where none did.
func (y *seasonPapers) correction() plan.Prose {
	if !y.now {
		return ""
	}
	for _, a := range y.all.Amended {
		for _, r := range a.Changed {
			if r.Register == y.one {
				v := y.viewAmending(a)
				v.DecisionRef = y.amendingRef(a)
				return y.words("excerpt-amended", y.all.Path(a.Path), v)
			}
		}
	}
	return ""
}
