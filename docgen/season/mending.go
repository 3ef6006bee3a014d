package season

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
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
	v := mendingView{seasonView: y.over(about).view(), Original: inside(y.subject(path)),
		Proposal: bareBasis("Theo đề nghị của", m.Proposal)}
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
			Kind: "quyet-dinh", Issuer: y.s.Issuer, Number: m.Decision.Number, Symbol: y.symbol(m.Decision.Symbol, y.decisionSymbol()),
			Date: m.Decision.Date, DecidedBy: &plan.DecidedBy{Title: y.decider()}, Subject: y.said(subject, path, v),
			LegalBases: legalBases(bases),
		},
		Footer: plan.Footer{Signer: d.Signer},
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
	p.Distribution = y.sentWith(d.Distribution, from)
	return p, from
}

// sentWith gives the recipients of the decision on awards as those of one that mends it, of which another article says who carries it out:
// Như Điều 3 is left out, so that the paper has its own.
func (y *maker) sentWith(d *plan.Distribution, from map[string]string) *plan.Distribution {
	if d == nil {
		return nil
	}
	sent := *d
	sent.To = nil
	for i, to := range d.To {
		if number, ok := phrase.CutWords(string(to), "Như Điều"); ok && strings.Trim(number, "0123456789 .;") == "" {
			continue
		}
		from[record.Index("distribution.to", len(sent.To))] = y.all.Path(record.Index("decision.distribution.to", i))
		sent.To = append(sent.To, to)
	}
	return &sent
}

// mendingWords are the words before a decision that mends: "sửa đổi tại". Empty: such decisions
// are not named.
type mendingWords struct{ cancel, amend, add string }

// mendedBy names the decisions that mend some awards, in the order of their dates: "hủy bỏ tại
// Quyết định số 655/QĐ-UBND ngày ... và sửa đổi tại Quyết định số 656/QĐ-UBND ngày ...". Those
// count that counts says of an award and a decision.
func (y *maker) mendedBy(awards []*award.Result, words mendingWords, counts func(*award.Result, plan.PaperRef) bool) string {
	type mend struct {
		by   plan.PaperRef
		word string
	}
	var all []mend
	add := func(r *award.Result, word string, m *plan.Mending) {
		if one := (mend{m.Decision, word}); word != "" && counts(r, m.Decision) && !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	for _, r := range awards {
		if k := y.all.Cancellation(r); k != nil {
			add(r, words.cancel, &k.Mending)
		}
		if m := r.Nominee.Amended; m != nil {
			add(r, words.amend, &m.Mending)
		}
		if m := r.Nominee.Added; m != nil {
			add(r, words.add, &m.Mending)
		}
	}
	slices.SortStableFunc(all, func(a, b mend) int { return a.by.Date.Compare(b.by.Date) })
	var texts []string
	for _, m := range all {
		ref := cited(m.by.Number, y.symbol(m.by.Symbol, y.decisionSymbol()), m.by.Date)
		texts = append(texts, m.word+" Quyết định "+string(ref))
	}
	return vi.JoinAnd(texts)
}
