package season

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// upwardView is what the templates of a submission to the level above see.
type upwardView struct {
	seasonView
	By, To    string // who submits; to whom
	Occasion  string // công trạng
	Standards string // khoản 1 Điều 74 Luật Thi đua, khen thưởng; several are parted by semicolons
}

// upward returns the submissions "tờ trình" to the level above of those whom it is to award, with
// their list, and the report of each "báo cáo thành tích".
func (y *maker) upward() []Paper {
	whole := y.forwarded()
	var papers []Paper
	for i, out := range y.out.Upward() {
		if len(out.Results) == 0 {
			continue // frozen, and nobody is in it any more
		}
		part := whole.over(out)
		papers = append(papers, part.upwardOne(i, out.OccasionOf(part.awarded()[0])))
	}
	for _, r := range whole.awarded() {
		papers = append(papers, whole.dossier(award.UpwardStage, r,
			vi.Slug(fmt.Sprintf("trinh-cap-tren-bao-cao-%03d-%s", r.Index+1, r.Nominee.Name))))
	}
	return papers
}

// upwardOne returns one of the submissions, counted from 0.
func (y *maker) upwardOne(n int, occasion plan.Occasion) Paper {
	s := y.s.UpwardOf(n)
	v := upwardView{
		seasonView: y.view(), By: cmp.Or(s.Unit, y.s.Issuer.Name), To: s.Addressees[0],
		Occasion: y.law.OccasionName(occasion), Standards: y.standards(),
	}
	v.Enclosed = len(y.awarded()) > mostInline
	issuer := y.s.Issuer
	issuer.Name = v.By
	p := &plan.General{
		Header: plan.Header{
			Kind: "to-trinh", Issuer: issuer, Number: s.Number, Symbol: s.Symbol, Date: s.Date,
			Addressees: s.Addressees, Subject: y.said("submission-subject", "upward", v), LegalBases: s.LegalBases,
		},
		Footer: plan.Footer{Signer: s.Signer, Distribution: s.Distribution},
	}
	name := "to-trinh-cap-tren"
	if n > 0 {
		name = fmt.Sprintf("%s-%d", name, n+1)
	}
	from := map[string]string{"": "upward", "issuer": "issuer"}
	if n > 0 && n <= len(y.s.UpwardMore) {
		from[""] = record.Index("upward_more", n-1)
	}
	if len(p.LegalBases) == 0 {
		day := y.out.Day
		if s.Date.IsFull() {
			day = s.Date
		}
		citations, _ := y.law.Citations(y.all.Decider, y.out.Awards(), day) // what is unverified was said for the season
		p.LegalBases = legalBases(basisTexts(citations, ""))
	}
	y.propose(p, from, "upward", v, v.Enclosed, "upward-opening", "upward-enclosed", "upward-closing")
	return y.paper(award.UpwardStage, name, p, from)
}

// standards names the clauses of law that those proposed are held against, each once.
func (y *maker) standards() string {
	var all []string
	for _, r := range y.awarded() {
		if s := r.Judgement.Source; s != "" && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, "; ")
}

// forwarded makes papers about those alone whom a higher body is to award.
func (y *maker) forwarded() *maker {
	out := y.out.Forwarded()
	return y.over(out.Part(y.over(out).awarded()))
}
