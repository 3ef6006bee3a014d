package award

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// yearLevel is whose award it is: the forms part them.
type yearLevel string

const (
	ownLevel      yearLevel = "own"      // of the office, commune or unit
	provinceLevel yearLevel = "province" // of a ministry or province
	stateLevel    yearLevel = "state"
)

// levelOf returns whose award it is on a day, by who decides on it.
func levelOf(a *Award, day plan.Date) yearLevel {
	level := ownLevel
	for _, l := range a.DecidersOn(day) {
		switch l {
		case plan.PresidentLevel, plan.GovernmentLevel, plan.PrimeMinisterLevel:
			return stateLevel
		case plan.MinistryLevel, plan.ProvinceLevel:
			level = provinceLevel
		}
	}
	return level
}

// yearAward is an award that was given in the year.
type yearAward struct {
	*plan.Awardee
	award    *Award
	occasion plan.Occasion
	level    yearLevel
	name     string // of the award on its day
	ministry bool   // a ministry submitted it, not a province
	unsaid   []string
}

// saidPosts are the posts of persons that a file speaks of: who is not said to have one that it
// speaks of has it not.
type saidPosts struct{ leader, direct bool }

func (s *saidPosts) see(a *plan.Awardee) {
	s.leader = s.leader || a.Leader || a.Rank != ""
	s.direct = s.direct || a.DirectWorker
}

// saidIn returns the posts that the file of an outcome speaks of.
func saidIn(o *Outcome) saidPosts {
	var s saidPosts
	for i := range o.Results {
		s.see(&zero.Or(o.Results[i].Nominee).Awardee)
	}
	return s
}

// unsaid returns the posts of which nobody said whether a person has them.
func (s saidPosts) unsaid(a *plan.Awardee) []string {
	var all []string
	if a.Kind != plan.Individual || a.Rank != "" || a.Leader || a.DirectWorker || a.Enterprise {
		return nil
	}
	if !s.leader {
		all = append(all, "province", "department", "leader")
	}
	if !s.direct {
		all = append(all, "direct")
	}
	return all
}

// yearAwards gathers the awards given in the period of a report: decided in the seasons and
// decisions, granted by higher levels to those whom a season forwarded, and those
// that the report itself tells of. What was cancelled does not count.
func yearAwards(report *plan.Report, law *Law, outcomes []*Outcome) []yearAward {
	period, figures := report.Period, zero.Or(report.Statistics)
	var all []yearAward
	for _, o := range outcomes {
		o = zero.Or(o)
		said := saidIn(o)
		for i := range o.Results {
			r := &o.Results[i]
			day := o.dayOf(r)
			switch {
			case r.Status == Awarded && o.decided(r):
			case r.Status == forwarded && r.Nominee.Granted != nil:
				day = r.Nominee.Granted.Date
			default:
				continue
			}
			if within(period, day) {
				all = append(all, yearAward{&r.Nominee.Awardee, r.Award, occasionIn(o.Season, r.Nominee), levelOf(r.Award, day),
					r.Award.NameOn(day), false, said.unsaid(&r.Nominee.Awardee)})
			}
		}
	}
	var said saidPosts
	for i := range figures.Received {
		said.see(&figures.Received[i].Awardee)
	}
	for i := range figures.Received {
		r := &figures.Received[i]
		a, _ := law.Named(r.Award, reporting(report))
		if day := r.Decision.Date; a != nil && within(period, day) {
			occasion := cmp.Or(r.Occasion, plan.Merit)
			all = append(all, yearAward{&r.Awardee, a, occasion, levelOf(a, day), a.NameOn(day), r.Submitted == plan.MinistryLevel,
				said.unsaid(&r.Awardee)})
		}
	}
	return all
}

// awards are the awards of a level, by awardee, occasion and column of the forms.
func awards(given []yearAward, level string) []thing {
	yes := map[bool]string{true: "yes", false: "no"}
	var all []thing
	for i := range given {
		a := &given[i]
		if string(a.level) != level {
			continue
		}
		submitted := "province"
		if a.ministry {
			submitted = "ministry"
		}
		all = append(all, thing{map[string]string{
			"award": a.award.Code, "column": cmp.Or(a.award.Column, "none"), "kind": string(a.Kind), "enterprise": yes[a.Enterprise],
			"post": postOf(a.Awardee), "occasion": string(a.occasion), "submitted": submitted,
		}, 1, a.unsaid})
	}
	return all
}

// postOf returns the one row of posts in which a person stands; empty for none.
func postOf(a *plan.Awardee) string {
	switch {
	case a.Kind != plan.Individual:
		return ""
	case a.Rank != "" && a.Rank != noRank:
		return a.Rank
	case a.Enterprise:
		return "business"
	case a.Leader:
		return "leader"
	case a.DirectWorker:
		return "direct"
	}
	return ""
}

// noRank is the rank of whom the file calls no leader.
const noRank = "none"

// checkPosts warns of persons of whom nobody said what the rows by post ask, which are empty then.
func checkPosts(given []yearAward) diag.List {
	who := make(map[Identity]bool)
	for i := range given {
		if len(given[i].unsaid) > 0 {
			who[IdentityOf(given[i].Awardee)] = true
		}
	}
	if len(who) == 0 {
		return nil
	}
	return diag.List{{
		Pos: diag.At("statistics"), Level: diag.Warning, Rule: ruleid.Report,
		Message: fmt.Sprintf("%s cá nhân được khen chưa ghi có giữ chức vụ lãnh đạo, có trực tiếp lao động, công tác hay không; dòng "+
			"chia theo chức vụ có những người này để trống", vi.Count(len(who))),
		Fix: `ghi "leader: true" (giữ chức vụ lãnh đạo, quản lý), "direct_worker: true" (trực tiếp lao động, sản xuất, công tác) hoặc ` +
			`"rank: none" (không giữ chức vụ) cho từng người; danh sách nhập bằng vanban award import có cột "Lãnh đạo/Trực tiếp"`,
	}}
}

// eachAward puts a column for each award of a level that was given in the place of the one
// that asks for them.
func eachAward(columns []formColumn, given []yearAward, level string) []formColumn {
	at := slices.IndexFunc(columns, func(c formColumn) bool { return c.Each == "award" })
	if at < 0 {
		return columns
	}
	var each []formColumn
	seen := make(map[string]bool)
	for i := range given {
		a := &given[i]
		if code := a.award.Code; string(a.level) == level && !seen[code] {
			seen[code] = true
			each = append(each, formColumn{Group: columns[at].Group, Name: a.name, Number: strconv.Itoa(at + len(each) + 1),
				When: condition{{"award", []string{code}}}})
		}
	}
	return slices.Concat(columns[:at], each, columns[at+1:])
}
