package award

import (
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// coding puts codes where the files of a season name awards, and finds what names none. It changes copies.
type coding struct {
	law     *Law
	s       *plan.Season // whose level says what a name means that several levels share
	level   diag.Level   // of the findings
	upward  bool         // a higher level is asked for the award
	of      string       // what of another file is read, before what is found there
	known   map[string]named
	found   diag.List
	changed bool
}

// named is what a text names.
type named struct {
	code   string
	other  *diag.Diagnostic // why none
	upward bool             // as asked for
}

func (l *Law) coding(s *plan.Season) *coding {
	return &coding{law: zero.Or(l), s: zero.Or(s), level: diag.Error, known: make(map[string]named)}
}

// put puts the code of the award that a text names; one that names none stays and is found at the path. term is what the key
// means.
func (c *coding) put(path, key, term string, text *string) {
	if *text == "" && key != "award" {
		return
	}
	is, seen := c.known[*text]
	if !seen || is.upward != c.upward {
		var a *Award
		a, is.other = c.law.named(*text, c.s, c.upward)
		is.code, is.upward = zero.Or(a).Code, c.upward
		c.known[*text] = is
	}
	switch {
	case is.other != nil:
		d := *is.other
		d.Pos, d.Level, d.Found = diag.At(path), c.level, *text
		d.Message = fmt.Sprintf("%s%q (%s) là %q, %s", c.of, key, term, *text, d.Message)
		d.Fix += "; mã riêng của tỉnh thì bổ sung vào tệp quy định của tỉnh"
		c.found.Add(&d)
	case is.code != *text:
		*text, c.changed = is.code, true
	}
}

const codeTerm = "mã danh hiệu, hình thức"

// award is put for a key of that name.
func (c *coding) award(path string, text *string) { c.put(path+".award", "award", codeTerm, text) }

// list gives the codes of a list of awards.
func (c *coding) list(path, term string, texts []string) []string {
	return edited(texts, func(i int, text *string) { c.put(fmt.Sprintf("%s[%d]", path, i), "awards", term, text) })
}

// edited returns a list with its elements changed; the list itself stays.
func edited[T any](list []T, change func(i int, e *T)) []T {
	list = slices.Clone(list)
	for i := range list {
		change(i, &list[i])
	}
	return list
}

// season gives a season with codes in every place that names an award, but for what papers were frozen with, which
// has codes from the start; the season itself where there is nothing to put.
func (c *coding) season() *plan.Season {
	own := *c.s
	own.Nominees = edited(own.Nominees, func(i int, n *plan.Nominee) {
		at := fmt.Sprintf("nominees[%d]", i)
		c.upward = n.Forward
		c.award(at, &n.Award)
		c.upward = false
		c.level = diag.Warning // others give awards that the law does not know
		n.Held = edited(n.Held, func(k int, h *plan.HeldAward) { c.award(fmt.Sprintf("%s.held[%d]", at, k), &h.Award) })
		c.level = diag.Error
		if n.Members != nil {
			m := *n.Members
			m.Awards = edited(m.Awards, func(k int, a *plan.MemberAward) {
				c.award(fmt.Sprintf("%s.members.awards[%d]", at, k), &a.Award)
			})
			n.Members = &m
		}
	})
	own.Quotas = edited(own.Quotas, func(i int, q *plan.Quota) {
		at := fmt.Sprintf("quotas[%d]", i)
		c.award(at, &q.Award)
		c.put(at+".of", "of", "tính trên số được tặng", &q.Of)
	})
	if own.Council != nil {
		k := *own.Council
		k.Rules = edited(k.Rules, func(i int, r *plan.VoteRule) {
			r.Awards = c.list(fmt.Sprintf("council.rules[%d].awards", i), "áp dụng cho", r.Awards)
		})
		own.Council = &k
	}
	c.level = diag.Warning
	own.Earlier = edited(own.Earlier, func(i int, e *plan.EarlierAward) { c.award(fmt.Sprintf("earlier[%d]", i), &e.Award) })
	c.level = diag.Error
	if !c.changed {
		return c.s
	}
	return &own
}

// reporting is a season of the office that reports, by which names of awards are read.
func reporting(r *plan.Report) *plan.Season {
	r = zero.Or(r)
	return &plan.Season{Issuer: r.Issuer, Year: zero.Or(r.Period).Last().Year}
}

// counts gives rows of award statistics with codes.
func (c *coding) counts(path string, rows []plan.AwardCount) []plan.AwardCount {
	return edited(rows, func(i int, r *plan.AwardCount) { c.award(fmt.Sprintf("%s[%d]", path, i), &r.Award) })
}

// criteria gives criteria with codes in their conditions. What they name wrongly is found where the season names their file.
func (c *coding) criteria(all []plan.Criterion) []plan.Criterion {
	defer func() { c.of = "" }()
	return edited(all, func(_ int, one *plan.Criterion) {
		c.of = fmt.Sprintf("tiêu chuẩn “%s”: ", wordsOf(one))
		one.Conditions = c.conditions("criteria", one.Conditions)
	})
}

func (c *coding) conditions(path string, all []plan.Condition) []plan.Condition {
	return edited(all, func(_ int, one *plan.Condition) {
		one.All, one.Any = c.conditions(path, one.All), c.conditions(path, one.Any)
		if one.Rating != nil {
			r := *one.Rating
			c.put(path, "or_award", "hoặc danh hiệu của năm đó", &r.OrAward)
			one.Rating = &r
		}
		if one.Held != nil {
			h := *one.Held
			c.put(path, "award", codeTerm, &h.Award)
			one.Held = &h
		}
		if one.Members != nil {
			m := *one.Members
			c.put(path, "with", "mã danh hiệu của thành viên", &m.With)
			one.Members = &m
		}
	})
}

// rules gives the law with codes in the rules that name awards: a province's own may name them in words. What they name wrongly is
// found where the season names their file.
func (c *coding) rules() *Law {
	own := *c.law
	before := c.changed
	c.changed = false
	own.Dossiers = edited(own.Dossiers, func(_ int, d *dossier) { d.Awards = c.list("law", codeTerm, d.Awards) })
	own.VoteRules = edited(own.VoteRules, func(_ int, r *voteRule) { r.Awards = c.list("law", "áp dụng cho", r.Awards) })
	own.Deadlines = edited(own.Deadlines, func(_ int, d *deadline) { d.Awards = c.list("law", codeTerm, d.Awards) })
	own.Awards = edited(own.Awards, func(_ int, a *Award) {
		a.Standards = edited(a.Standards, func(_ int, s *standard) {
			c.of = "tiêu chuẩn của " + a.Name + ": "
			s.Conditions = c.conditions("law", s.Conditions)
		})
	})
	changed := c.changed
	c.changed, c.of = before, ""
	if !changed {
		return c.law
	}
	return &own
}
