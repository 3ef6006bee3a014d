package docgen

import (
	"strings"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// mendingView is what the templates of every decision see that mends the decision
// on awards: the fields of a season's, with counts and sums of what is mended.
type mendingView struct {
	seasonView
	Original string // what the mended decision was about: về việc tặng Giấy khen của ...
	Proposal string // who proposes; empty: not stated
}

// viewMending gives the view of a decision that mends, about some awards. Of a
// decision alone it is not known who proposes, unless it is stated.
func (y *seasonPapers) viewMending(c *Composer, m *plan.Mending, path string, about *award.Outcome) mendingView {
	part := *y
	part.out = about
	v := mendingView{seasonView: part.view(), Proposal: bareBasis("Theo đề nghị của", m.Proposal), Original: inside(y.subject(c, path))}
	if y.alone != nil {
		v.Proposer = ""
	}
	return v
}

// inside gives a subject as it stands inside a sentence: về việc ...
func inside(subject string) string {
	if rest, ok := strings.CutPrefix(subject, "Về "); ok {
		return "về " + rest
	}
	return subject
}

// subject gives the subject of the decision on awards.
func (y *seasonPapers) subject(c *Composer, path string) string {
	if y.alone != nil && y.alone.Subject != "" {
		return y.alone.Subject
	}
	return plainText(c.Wording("khen-thuong/subject", path, y.view()))
}

// mendingHead gives head and foot of a decision that mends: its bases are the acts
// in force on its day, the province's regulation, the decision that it mends, and
// the proposal if there is one.
func (y *seasonPapers) mendingHead(c *Composer, m *plan.Mending, path, subject string, citations []string, v any) (plan.Header, plan.Footer) {
	d := y.s.Decision
	h := plan.Header{
		Issuer: y.s.Issuer, Number: m.Decision.Number, Symbol: orElse(m.Decision.Symbol, y.decisionSymbol()), Date: m.Decision.Date,
		DecidedBy: &plan.DecidedBy{Title: y.decider()}, Subject: plainText(c.Wording("khen-thuong/"+subject, path, v)),
	}
	basis := func(text string) {
		if text != "" {
			h.LegalBases = append(h.LegalBases, plan.LegalBasis{Text: plan.Prose(text)})
		}
	}
	for _, s := range basisTexts(citations, d.LocalBasis) {
		basis(string(s))
	}
	for _, block := range []string{"mending-basis", "mending-proposal"} {
		basis(y.worded(c, block, path, v))
	}
	f := plan.Footer{Signer: d.Signer, Distribution: d.Distribution}
	if m.Signer != nil {
		f.Signer = m.Signer
	}
	return h, f
}

// worded gives the text of a block, with its marks.
func (y *seasonPapers) worded(c *Composer, block, path string, v any) string {
	text, _, problem := y.r.wording.run("khen-thuong/"+block, v)
	if problem != nil {
		c.Add(path, problem)
	}
	return text
}
