package season

import (
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// Judgement is a season as judged, in JSON: what vanban award check --format json prints and
// the server answers.
type Judgement struct {
	Findings diag.List   `json:"findings"`
	Nominees []nominated `json:"nominees"`
	Results  []judgedOne `json:"results"`
	Sums     sums        `json:"sums"`
	Votes    []voted     `json:"votes"`
}

// nominated is who is proposed; results and votes name it by its index, from 0.
type nominated struct {
	Index     int    `json:"index"`
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	BirthYear int    `json:"birth_year,omitempty"`
	Unit      string `json:"unit,omitempty"`
	Award     string `json:"award"`                // its code
	Title     string `json:"award_name,omitempty"` // none: there is no such award
}

type judgedOne struct {
	Nominee    int      `json:"nominee"`
	Status     string   `json:"status"`
	Waiting    []string `json:"waiting"`
	Reason     string   `json:"reason"`
	Verdict    string   `json:"verdict"`
	Because    string   `json:"because"`
	Source     string   `json:"source"`
	Multiplier string   `json:"multiplier,omitempty"`
	Base       int64    `json:"base,omitempty"`
	Amount     int64    `json:"amount"`
	PaidWith   *int     `json:"paid_with,omitempty"`
	Register   int      `json:"register,omitempty"`
}

type sums struct {
	Awards      int   `json:"awards"`
	Persons     int   `json:"persons"`
	Collectives int   `json:"collectives"`
	Individuals int   `json:"individuals"`
	Households  int   `json:"households"`
	Total       int64 `json:"total"`
}

type voted struct {
	Nominee int  `json:"nominee"`
	For     int  `json:"for"`
	Against int  `json:"against"`
	Abstain int  `json:"abstain"`
	Other   int  `json:"other"`
	Base    int  `json:"base"`
	Secret  bool `json:"secret"`
	Default bool `json:"default_rule"`
	Passed  bool `json:"passed"`
}

// Judged gives a season as judged; a nil outcome has findings alone.
func Judged(o *award.Outcome, found diag.List) *Judgement {
	out := &Judgement{Findings: found, Nominees: []nominated{}, Results: []judgedOne{}, Votes: []voted{}}
	if o == nil {
		return out
	}
	for i := range o.Results {
		r := &o.Results[i]
		n := r.Nominee
		who := nominated{Index: i, Kind: string(n.Kind), Name: n.FullName(), BirthYear: n.BirthYear, Unit: n.Unit, Award: n.Award}
		if r.Award != nil {
			who.Title = r.Award.Name
		}
		out.Nominees = append(out.Nominees, who)
		one := judgedOne{
			Nominee: i, Status: r.Status.String(), Waiting: append([]string{}, r.Waiting...), Reason: r.Reason,
			Verdict: r.Judgement.Verdict.String(), Because: r.Judgement.Reason, Source: r.Judgement.Source,
			Base: int64(r.Pay.Base), Amount: int64(r.Pay.Amount), Register: r.Register,
		}
		if r.Pay.Multiplier != 0 {
			one.Multiplier = r.Pay.Multiplier.String()
		}
		if r.PaidWith != nil {
			one.PaidWith = &r.PaidWith.Index
		}
		out.Results = append(out.Results, one)
		if v := r.Vote; v != nil {
			out.Votes = append(out.Votes, voted{i, n.Votes.For, n.Votes.Against, n.Votes.Abstain, n.Votes.Other, v.Base, v.Secret,
				v.Default, v.Passed})
		}
	}
	counts := o.Counts()
	out.Sums = sums{
		Awards: counts.Collectives + counts.Individuals + counts.Households, Persons: o.Persons(),
		Collectives: counts.Collectives, Individuals: counts.Individuals, Households: counts.Households, Total: int64(o.Total),
	}
	return out
}
