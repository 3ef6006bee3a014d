package season

import (
	"cmp"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
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
func (y *maker) viewMending(m *plan.Mending, path string, about *award.Outcome) mendingView {
	part := *y
	part.out = about
	v := mendingView{seasonView: part.view(), Proposal: bareBasis("Theo đề nghị của", m.Proposal), Original: inside(y.subject(path))}
	if y.alone != nil {
		v.Proposer = ""
	}
	return v
}

// inside returns a subject as it stands inside a sentence: về việc ...
func inside(subject string) string {
	if rest, ok := strings.CutPrefix(subject, "Về "); ok {
		return "về " + rest
	}
	return subject
}

// subject gives the subject of the decision on awards.
func (y *maker) subject(path string) string {
	if y.alone != nil && y.alone.Subject != "" {
		return y.alone.Subject
	}
	return y.said("subject", path, y.view())
}

// mending returns a decision that mends, without its articles: its bases are the acts
// in force on its day, the province's regulation, the decision that it mends, and
// the proposal if there is one. The places of its parts come with it.
func (y *maker) mending(m *plan.Mending, path, subject string, citations []string, v any) (*plan.Decision, map[string]string) {
	d := y.s.Decision
	bases := append(basisTexts(citations, d.LocalBasis), y.words("mending-basis", path, v), y.words("mending-proposal", path, v))
	p := &plan.Decision{
		Header: plan.Header{
			Kind: "quyet-dinh", Issuer: y.s.Issuer, Number: m.Decision.Number, Symbol: cmp.Or(m.Decision.Symbol, y.decisionSymbol()),
			Date: m.Decision.Date, DecidedBy: &plan.DecidedBy{Title: y.decider()}, Subject: y.said(subject, path, v),
			LegalBases: legalBases(bases),
		},
		Footer: plan.Footer{Signer: d.Signer, Distribution: d.Distribution},
	}
	from := map[string]string{
		"": path, "issuer": "issuer", "number": record.Join(path, "decision.number"), "symbol": record.Join(path, "decision.symbol"),
		"date": record.Join(path, "decision.date"), "distribution": y.all.Path("decision.distribution"),
	}
	if m.Signer != nil {
		p.Signer = m.Signer
	} else {
		from["signer"] = y.all.Path("decision.signer")
	}
	return p, from
}
