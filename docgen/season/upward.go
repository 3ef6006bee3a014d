package season

import (
	"cmp"
	"fmt"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// upwardView is what the templates of a submission to the level above see.
type upwardView struct {
	seasonView
	By, To string // who submits; to whom
}

// upward gives the submission "tờ trình" to the level above of those whom it is to award,
// with their list, and the report of each "báo cáo thành tích".
// Source: Luật Thi đua, khen thưởng, Điều 84.
func (y *maker) upward() []Paper {
	part, s := y.forwarded(), y.s.Upward
	v := upwardView{seasonView: part.view(), By: cmp.Or(s.Unit, y.s.Issuer.Name), To: s.Addressees[0]}
	v.Enclosed = len(part.awarded()) > mostInline
	issuer := y.s.Issuer
	issuer.Name = v.By
	p := &plan.General{
		Header: plan.Header{
			Kind: "to-trinh", Issuer: issuer, Number: s.Number, Symbol: cmp.Or(s.Symbol, "TTr-"+cmp.Or(issuer.Abbreviation, "UBND")), Date: s.Date,
			Addressees: s.Addressees, Subject: part.said("submission-subject", "upward", v), LegalBases: s.LegalBases,
		},
		Footer: plan.Footer{Signer: s.Signer, Distribution: s.Distribution},
	}
	from := map[string]string{"": "upward", "issuer": "issuer"}
	if len(p.LegalBases) == 0 {
		day := y.out.Day
		if s.Date.IsFull() {
			day = s.Date
		}
		citations, _ := y.law.Citations(y.all.Decider, part.out.Awards(), day) // what is unverified was said for the season
		p.LegalBases = legalBases(basisTexts(citations, ""))
	}
	list := part.proposed(v.Enclosed)
	p.Sections = part.texts("upward", v, "upward-opening")
	if v.Enclosed {
		part.annex(p, &enclosed{people: list, note: part.words("submission-list", "upward", v), end: part.words("list-end", y.list(), v)}, from, "upward")
	} else {
		list.in(from, "sections[1].table")
		p.Sections = append(p.Sections, plan.Section{Table: &list.Table})
	}
	p.Sections = append(p.Sections, part.texts("upward", v, "upward-enclosed", "upward-closing")...)
	papers := []Paper{part.paper(award.UpwardStage, "to-trinh-cap-tren", p, from)}
	for _, r := range part.awarded() {
		papers = append(papers, part.dossier(award.UpwardStage, r, vi.Slug(fmt.Sprintf("trinh-cap-tren-bao-cao-%03d-%s", r.Index+1, r.Nominee.Name))))
	}
	return papers
}

// forwarded makes papers about those alone whom a higher body is to award.
func (y *maker) forwarded() *maker {
	part := *y
	part.out = y.out.Forwarded()
	part.out = part.out.Part(part.awarded())
	return &part
}
