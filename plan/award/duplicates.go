package award

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Identity is what makes awardees different ones: kind, name, year of birth and unit,
// with NFC, case and tone placement folded and tones kept; what is typed before the name is
// no part of it. The same name alone is not the same person.
type Identity struct {
	Kind      plan.Recipient
	Name      string
	BirthYear int
	Unit      string
}

// IdentityOf returns an awardee's identity.
func IdentityOf(a *plan.Awardee) Identity {
	a = zero.Or(a)
	return Identity{a.Kind, vi.FoldName(a.BareName()), a.BirthYear, vi.FoldName(a.Unit)}
}

// duplicates finds the same nominee twice, one achievement proposed twice, names
// that only look like one person, and reports copied from one another.
func (c *checker) duplicates() {
	first := make(map[Identity][]*Result)
	names := make(map[string][]namesake)
	reports, cards := make(map[string]namesake), make(map[string]*Result)
	for i := range c.out.Results {
		r := &c.out.Results[i]
		id := IdentityOf(r.Nominee.AsAmended())
		for _, other := range first[id] {
			c.same(other, r)
		}
		name, own := string(id.Kind)+id.Name, namesake{r, id, vi.FoldName(r.Nominee.AsAmended().Role)}
		if i := slices.IndexFunc(names[name], own.mayBe); i >= 0 && len(first[id]) == 0 {
			other := names[name][i]
			c.add(at(r, "name"), diag.Diagnostic{
				Level: diag.Warning, Rule: ruleid.Namesake, Found: r.Nominee.Name,
				Message: fmt.Sprintf("%s cùng tên với mục %d nhưng khác năm sinh hoặc đơn vị: kiểm tra có phải hai người", r.Nominee.Name,
					other.Index+1),
			})
		}
		c.card(cards, first[id], r)
		first[id], names[name] = append(first[id], r), append(names[name], own)
		c.copied(reports, own, "achievement", r.Nominee.Achievement)
		c.copied(reports, own, "report", string(r.Nominee.Report))
	}
}

// card refuses the number of an identity card that two persons have, and two numbers of one person, and warns of a number that lost
// a figure. That of a collective is of who stands for it, and one that was cancelled may have been the slip.
func (c *checker) card(cards map[string]*Result, same []*Result, r *Result) {
	number := cardNumber(r)
	if number == "" || r.Nominee.Kind == plan.Collective || r.Nominee.Cancelled != nil {
		return
	}
	says := func(level diag.Level, format string, args ...any) {
		c.add(at(r, "identity"), diag.Diagnostic{Level: level, Rule: ruleCard, Found: r.Nominee.Identity,
			Message: fmt.Sprintf("số định danh của %s ", r.Nominee.Name) + fmt.Sprintf(format, args...)})
	}
	if n := len(number); n != 9 && n != 12 && strings.Trim(number, "0123456789") == "" {
		says(diag.Warning, "có %d chữ số; căn cước có 12, chứng minh nhân dân có 9", n)
		return
	}
	if other := cards[number]; other == nil {
		cards[number] = r
	} else if is, own := other.Nominee.AsAmended(), r.Nominee.AsAmended(); !sharesName(is, own) ||
		is.BirthYear != own.BirthYear && is.BirthYear*own.BirthYear > 0 {
		says(diag.Error, "trùng với của mục %d (%s)", other.Index+1, other.Nominee.Name)
	}
	var differs *Result
	for _, other := range same {
		is := cardNumber(other)
		if is == "" || is == number || other.Nominee.Cancelled != nil {
			continue
		}
		if len(is) == len(number) {
			says(diag.Error, "khác với ở mục %d (%s)", other.Index+1, other.Nominee.Identity)
			return
		}
		differs = other
	}
	if differs != nil { // of an old card and a new one
		says(diag.Warning, "khác với ở mục %d (%s): kiểm tra có phải số cũ và số mới của một người", differs.Index+1,
			differs.Nominee.Identity)
	}
}

// sharesName reports whether two awardees have a name in common: a household may be named by both who head it.
func sharesName(a, b *plan.Awardee) bool {
	names := namesIn(b)
	return slices.ContainsFunc(namesIn(a), func(name string) bool { return slices.Contains(names, name) })
}

// namesIn are the folded names of those whom an awardee's name holds, without the words before them: where a number is the same,
// those need no surname behind them that is known.
func namesIn(a *plan.Awardee) []string {
	name := vi.FoldName(a.BareName())
	for _, w := range wordsBefore[0] {
		name, _ = phrase.CutWords(name, w)
	}
	var names []string
	for _, one := range strings.FieldsFunc(bothHeads.Replace(name), func(r rune) bool { return r == ',' }) {
		for _, w := range wordsBefore[1] {
			if rest, ok := phrase.CutWords(one, w); ok && rest != "" {
				one = rest
				break
			}
		}
		names = append(names, vi.FoldName(one))
	}
	return names
}

// wordsBefore stand before the names of a household, and before those of persons.
var wordsBefore = [2][]string{{"Hộ gia đình", "Gia đình", "Hộ", "Vợ chồng"},
	{"Ông (bà)", "Ông/Bà", "Đồng chí", "Đ/c", "Ông", "Bà", "Em", "Cháu", "Anh", "Chị", "Cụ"}}

// bothHeads parts the names of two who head a household.
var bothHeads = strings.NewReplacer(" và ", ",", " - ", ",", " – ", ",", ";", ",")

var cardSigns = strings.NewReplacer(" ", "", ".", "", "-", "", "\u00a0", "")

// cardNumber is the number of an awardee's identity card without what parts its figures.
func cardNumber(r *Result) string { return cardSigns.Replace(r.Nominee.Identity) }

// namesake is one of those who have a name.
type namesake struct {
	*Result
	id   Identity
	role string // folded
}

// mayBe reports whether another of the name may be the same: surely not where their years of
// birth differ, and post or unit as well, since a year may be a slip.
func (n namesake) mayBe(other namesake) bool {
	return n.id.BirthYear == 0 || other.id.BirthYear == 0 || n.id.BirthYear == other.id.BirthYear ||
		n.role == other.role && n.id.Unit == other.id.Unit
}

// same judges two proposals for one awardee: no award twice for one achievement or one
// period, and one achievement only once, but for the titles of one period, of which the
// highest pays.
func (c *checker) same(a, b *Result) {
	if a.Nominee.Cancelled != nil || b.Nominee.Cancelled != nil {
		return
	}
	one, two := vi.FoldName(a.Nominee.Achievement), vi.FoldName(b.Nominee.Achievement)
	if a.Nominee.Award == b.Nominee.Award {
		level, why := diag.Error, "trùng tên, năm sinh và đơn vị"
		switch title := a.Award.IsTitle(); {
		case title && !c.samePeriod(a.Nominee, b.Nominee):
			return
		case !title && one != "" && two != "" && one != two:
			level, why = diag.Warning, "hai thành tích khác nhau thì được thưởng từng lần; kiểm tra có phải một việc ghi hai lần"
		}
		fix := ""
		if level == diag.Error && a.Nominee.Votes != nil && b.Nominee.Votes != nil {
			fix = `bỏ một mục; biểu quyết nhiều lần thì "votes" chỉ ghi lần cuối, các lần trước ghi vào "discussion" (ý kiến thảo luận)`
		}
		if level == diag.Error && !slices.Equal(a.Nominee.Cells, b.Nominee.Cells) { // pupils of two classes
			fix = `là hai người thì ghi lớp, tổ vào "unit" (đơn vị) để phân biệt; là một người thì bỏ một mục`
		}
		c.add(at(b, "name"), diag.Diagnostic{
			Level: level, Fix: fix, Rule: ruleDuplicate, Found: b.Nominee.Name, Source: c.law.principle("one-award", c.out.Day).Basis,
			Message: fmt.Sprintf("%s đã có ở mục %d với cùng danh hiệu, hình thức (%s)", b.Nominee.Name, a.Index+1, why),
		})
		return
	}
	titles := a.Award.IsTitle() && b.Award.IsTitle()
	if titles || one == "" || one != two || c.occasionOf(a.Nominee) != c.occasionOf(b.Nominee) || !c.overlap(a.Nominee, b.Nominee) {
		return
	}
	c.oneAward(b, fmt.Sprintf("đã đề nghị %s ở mục %d", a.Nominee.Award, a.Index+1))
}

// samePeriod reports whether two proposals are for one period.
func (c *checker) samePeriod(a, b *plan.Nominee) bool {
	from1, to1 := c.periodOf(a)
	from2, to2 := c.periodOf(b)
	return from1 == from2 && to1 == to2
}

func (c *checker) oneAward(r *Result, where string) {
	p := c.law.principle("one-award", c.out.Day)
	c.add(at(r, "achievement"), diag.Diagnostic{
		Rule: ruleOneAward, Found: r.Nominee.Achievement, Source: p.Basis,
		Message: fmt.Sprintf("thành tích này của %s %s: không tặng hai danh hiệu, hình thức cho một thành tích", r.Nominee.Name, where),
	})
}

// overlap reports whether the periods of two proposals have a day in common.
func (c *checker) overlap(a, b *plan.Nominee) bool {
	from1, to1 := c.periodOf(a)
	from2, to2 := c.periodOf(b)
	return !to1.Before(from2) && !to2.Before(from1)
}

// periodOf returns the first and last day of a nominee's achievement: those of the
// season where it does not say.
func (c *checker) periodOf(n *plan.Nominee) (from, to plan.Date) {
	if n.Period == nil {
		return c.seasonPeriod()
	}
	return n.Period.First(), n.Period.Last()
}

// seasonPeriod returns the first and last day of what the awards are for: the season's own
// period, or its year.
func (c *checker) seasonPeriod() (from, to plan.Date) {
	if p := c.s.Period; p != nil {
		return p.First(), p.Last()
	}
	year := plan.Date{Year: c.s.Year}
	return year.First(), year.Last()
}

func (c *checker) periodTerm() string {
	from, to := c.seasonPeriod()
	return cmp.Or(c.s.Period.Term(), (&plan.Period{From: from, To: to}).Term(), "thời gian xét")
}

// copied warns of one text under two names: each nominee writes its own.
func (c *checker) copied(reports map[string]namesake, own namesake, key, said string) {
	const short = 60 // letters; brief achievements repeat each other honestly
	text := vi.FoldName(said)
	if utf8.RuneCountInString(text) < short {
		return
	}
	other, known := reports[text]
	if !known {
		reports[text] = own
		return
	}
	if other.id != own.id {
		c.add(at(own.Result, key), diag.Diagnostic{
			Level: diag.Warning, Rule: ruleCopied, Found: said,
			Message: fmt.Sprintf("thành tích của %s giống nguyên văn mục %d (%s)", own.Nominee.Name, other.Index+1, other.Nominee.Name),
		})
	}
}

// earlier finds achievements that another decision has already rewarded.
func (c *checker) earlier() {
	for i := range c.out.Results {
		r := &c.out.Results[i]
		if r.Nominee.Achievement == "" || r.Nominee.Cancelled != nil {
			continue
		}
		for _, e := range c.s.Earlier {
			id := IdentityOf(&plan.Awardee{Kind: e.Kind, Name: e.Name, BirthYear: e.BirthYear, Unit: e.Unit})
			occasion := cmp.Or(e.Occasion, plan.Merit)
			if !e.Cancelled && id == IdentityOf(r.Nominee.AsAmended()) && occasion == c.occasionOf(r.Nominee) &&
				vi.FoldName(e.Achievement) == vi.FoldName(r.Nominee.Achievement) {
				c.oneAward(r, "đã được khen"+cited(&e.Decision))
			}
		}
	}
}
