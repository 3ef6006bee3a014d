package award

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

//go:embed law.yaml
var lawSource []byte

//go:embed bodies.yaml
var bodiesSource []byte

// LawKind returns the kind of file that holds a [Law]: hand it to [plan.Options]
// to read such files beside others.
func LawKind() plan.Kind {
	return plan.Kind{ID: "award-law", Name: "Quy định thi đua, khen thưởng",
		Use: "quy định riêng của tỉnh về khen thưởng, dùng với vanban award", New: func(string) any { return new(Law) }}
}

var builtin = sync.OnceValues(func() (*Law, error) {
	law, found := Parse("law.yaml", lawSource)
	bodies, more := Parse("bodies.yaml", bodiesSource)
	if err := append(found, more...).Err(); err != nil {
		return nil, fmt.Errorf("read built-in law of awards: %w", err)
	}
	law.Bodies, law.Cities = bodies.Bodies, bodies.Cities
	return law, nil
})

// Default returns the law that is built in: the State's rules, dated. It is read
// once and shared: it must not be changed.
func Default() (*Law, error) { return builtin() }

// Parse reads a law file, or a province's own rules to be laid over another law;
// name is only used in findings. The law is nil when it could not be read.
func Parse(name string, src []byte) (*Law, diag.List) {
	f, found := (&plan.Options{Kinds: []plan.Kind{LawKind()}}).Parse(name, src)
	law, _ := f.Value.(*Law)
	if found.HasErrors() {
		return nil, found
	}
	return law, found
}

// Overlay returns a law in which the entries of own stand over those of l: where
// both have one for a day, own's holds. An award with a code that l knows keeps
// what own does not say of it; others are new. Neither law is changed.
func (l *Law) Overlay(own *Law) *Law {
	l, own = zero.Or(l), zero.Or(own)
	m := *l
	m.AsOf = own.AsOf
	m.Acts = slices.Concat(l.Acts, own.Acts)
	m.BaseSalaries = slices.Concat(l.BaseSalaries, own.BaseSalaries)
	m.Roundings = slices.Concat(l.Roundings, own.Roundings)
	m.FundLimits = slices.Concat(l.FundLimits, own.FundLimits)
	m.Occasions = slices.Concat(l.Occasions, own.Occasions)
	m.Principles = slices.Concat(l.Principles, own.Principles)
	m.Dossiers = slices.Concat(l.Dossiers, own.Dossiers)
	m.VoteRules = slices.Concat(l.VoteRules, own.VoteRules)
	m.Deadlines = slices.Concat(l.Deadlines, own.Deadlines)
	m.Transitions = slices.Concat(l.Transitions, own.Transitions)
	m.Bodies = slices.Concat(own.Bodies, l.Bodies) // the first that fits holds
	m.Cities = slices.Concat(l.Cities, own.Cities)
	m.Awards = slices.Clone(l.Awards)
	for _, a := range own.Awards {
		i := slices.IndexFunc(m.Awards, func(b Award) bool { return b.Code == a.Code })
		if i < 0 {
			m.Awards = append(m.Awards, a)
			continue
		}
		m.Awards[i] = m.Awards[i].overlay(&a)
	}
	return &m
}

func (a Award) overlay(own *Award) Award {
	a.Name = own.Name
	a.Class = own.Class
	a.Recipients = own.Recipients
	a.Certificate = own.Certificate
	a.Basis = own.Basis
	a.OfDecider = a.OfDecider || own.OfDecider
	a.Culture = a.Culture || own.Culture
	a.FormerNames = slices.Concat(a.FormerNames, own.FormerNames)
	a.ShortNames = slices.Concat(a.ShortNames, own.ShortNames)
	a.Authorities = slices.Concat(a.Authorities, own.Authorities)
	a.Bonuses = slices.Concat(a.Bonuses, own.Bonuses)
	a.Standards = slices.Concat(a.Standards, own.Standards)
	return a
}
