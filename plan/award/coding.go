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
	texts = slices.Clone(texts)
	for i := range texts {
		c.put(fmt.Sprintf("%s[%d]", path, i), "awards", term, &texts[i])
	}
	return texts
}

// season gives a season with codes in every place that names an award, but for what papers were frozen with, which
// has codes from the start; the season itself where there is nothing to put.
func (c *coding) season() *plan.Season {
	own := *c.s
	own.Nominees = slices.Clone(own.Nominees)
	for i := range own.Nominees {
		n, at := &own.Nominees[i], fmt.Sprintf("nominees[%d]", i)
		c.upward = n.Forward
		c.award(at, &n.Award)
		c.upward = false
		c.level = diag.Warning // others give awards that the law does not know
		n.Held = slices.Clone(n.Held)
		for k := range n.Held {
			c.award(fmt.Sprintf("%s.held[%d]", at, k), &n.Held[k].Award)
		}
		c.level = diag.Error
		if n.Members != nil {
			m := *n.Members
			m.Awards = slices.Clone(m.Awards)
			for k := range m.Awards {
				c.award(fmt.Sprintf("%s.members.awards[%d]", at, k), &m.Awards[k].Award)
			}
			n.Members = &m
		}
	}
	own.Quotas = slices.Clone(own.Quotas)
	for i := range own.Quotas {
		q, at := &own.Quotas[i], fmt.Sprintf("quotas[%d]", i)
		c.award(at, &q.Award)
		c.put(at+".of", "of", "tính trên số được tặng", &q.Of)
	}
	if own.Council != nil {
		k := *own.Council
		k.Rules = slices.Clone(k.Rules)
		for i := range k.Rules {
			k.Rules[i].Awards = c.list(fmt.Sprintf("council.rules[%d].awards", i), "áp dụng cho", k.Rules[i].Awards)
		}
		own.Council = &k
	}
	c.level = diag.Warning
	own.Earlier = slices.Clone(own.Earlier)
	for i := range own.Earlier {
		c.award(fmt.Sprintf("earlier[%d]", i), &own.Earlier[i].Award)
	}
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
	rows = slices.Clone(rows)
	for i := range rows {
		c.award(fmt.Sprintf("%s[%d]", path, i), &rows[i].Award)
	}
	return rows
}

// criteria gives criteria with codes in their conditions. What they name wrongly is found where the season names their file.
func (c *coding) criteria(all []plan.Criterion) []plan.Criterion {
	all = slices.Clone(all)
	for i := range all {
		c.of = fmt.Sprintf("tiêu chuẩn “%s”: ", wordsOf(&all[i]))
		all[i].Conditions = c.conditions("criteria", all[i].Conditions)
	}
	c.of = ""
	return all
}

func (c *coding) conditions(path string, all []plan.Condition) []plan.Condition {
	all = slices.Clone(all)
	for i := range all {
		one := &all[i]
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
	}
	return all
}

// rules gives the law with codes in the rules that name awards: a province's own may name them in words. What they name wrongly is
// found where the season names their file.
func (c *coding) rules() *Law {
	own := *c.law
	before := c.changed
	c.changed = false
	own.Dossiers = slices.Clone(own.Dossiers)
	for i := range own.Dossiers {
		own.Dossiers[i].Awards = c.list("law", codeTerm, own.Dossiers[i].Awards)
	}
	own.VoteRules = slices.Clone(own.VoteRules)
	for i := range own.VoteRules {
		own.VoteRules[i].Awards = c.list("law", "áp dụng cho", own.VoteRules[i].Awards)
	}
	own.Deadlines = slices.Clone(own.Deadlines)
	for i := range own.Deadlines {
		own.Deadlines[i].Awards = c.list("law", codeTerm, own.Deadlines[i].Awards)
	}
	own.Awards = slices.Clone(own.Awards)
	for i := range own.Awards {
		a := &own.Awards[i]
		a.Standards = slices.Clone(a.Standards)
		for k := range a.Standards {
			c.of = "tiêu chuẩn của " + a.Name + ": "
			a.Standards[k].Conditions = c.conditions("law", a.Standards[k].Conditions)
		}
	}
	changed := c.changed
	c.changed, c.of = before, ""
	if !changed {
		return c.law
	}
	return &own
}
