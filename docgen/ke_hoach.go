package docgen

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/plan"
)

// Usual titles of the parts of a plan's sections.
const (
	titlePurpose      = "Mục đích"
	titleRequirements = "Yêu cầu"
	titleOverall      = "Mục tiêu tổng quát"
	titleSpecific     = "Mục tiêu cụ thể"
	titleTargetGroups = "Đối tượng"
	titleArea         = "Phạm vi"
	titlePeriod       = "Thời gian thực hiện"
	titleGeneral      = "Tiêu chuẩn chung"
	titleByField      = "Tiêu chuẩn theo lĩnh vực"
)

// planBody gives the body of a plan "kế hoạch": opening, sections in the order
// wanted, closing.
func planBody(c *Composer, k *plan.Plan) []doc.Part {
	return sectioned(c, k.Opening, k.Sections, c.planSection, k.Body, k.Articles, k.Closing)
}

func (c *Composer) planSection(path string, s *plan.PlanSection) []doc.Part {
	f := sectionFrame{s.ID, s.Heading(), s.Introduction, s.Body, s.Table, s.Sections, s.Closing}
	return c.framed(path, &f, func(level int) []doc.Part { return c.planBlock(path, s, level) })
}

// planBlock returns the typed block of a section.
func (c *Composer) planBlock(path string, s *plan.PlanSection, level int) []doc.Part {
	switch {
	case s.Purposes != nil:
		return c.purposes(field(path, "purposes"), s.Purposes)
	case s.Goals != nil:
		return c.goals(field(path, "goals"), s.Goals)
	case s.Scope != nil:
		return c.scope(field(path, "scope"), s.Scope)
	case len(s.Tasks) > 0:
		return each(field(path, "tasks"), s.Tasks, c.task)
	case s.Criteria != nil:
		return append(c.criteria(field(path, "criteria.general"), &s.Criteria.General, titleGeneral),
			c.criteria(field(path, "criteria.by_field"), &s.Criteria.ByField, titleByField)...)
	case len(s.Assignments) > 0:
		return each(field(path, "assignments"), s.Assignments, c.assignment)
	}
	return c.Body(field(path, "funding"), s.Funding, level)
}

func (c *Composer) purposes(path string, p *plan.Purposes) []doc.Part {
	parts := c.titled(field(path, "purpose"), &p.Purpose, titlePurpose)
	return append(parts, c.titled(field(path, "requirements"), &p.Requirements, titleRequirements)...)
}

func (c *Composer) scope(path string, s *plan.Scope) []doc.Part {
	parts := c.titled(field(path, "target_groups"), &s.TargetGroups, titleTargetGroups)
	parts = append(parts, c.titled(field(path, "area"), &s.Area, titleArea)...)
	if !s.Period.IsZero() || s.From.IsZero() && s.To.IsZero() {
		return append(parts, c.titled(field(path, "period"), &s.Period, titlePeriod)...)
	}
	at := field(path, "from")
	return append(parts, &doc.Division{
		At: c.At(at), Level: 2, Title: title(titlePeriod + ":"),
		Text: c.Wording("ke-hoach/period", at, periodView{s.From.Text(), s.To.Text()}),
	})
}

// periodView is what the template ke-hoach/period sees: "năm 2026", "tháng 3
// năm 2026" or "ngày 15 tháng 3 năm 2026", empty when not known.
type periodView struct{ From, To string }

// taskView is what the template ke-hoach/task sees.
type taskView struct {
	Lead     string
	Partners []string
	Product  string
	Deadline string // as in periodView
}

// task returns a task, and a paragraph of who, what and when where that is said.
func (c *Composer) task(path string, t *plan.Task) *doc.Division {
	d := c.Item(path, &t.Item, 2)
	if t.Lead != "" || len(t.Partners) > 0 || t.Product != "" || !t.Deadline.IsZero() {
		view := taskView{t.Lead, slices.Clone(t.Partners), t.Product, t.Deadline.Text()}
		for i, p := range view.Partners {
			view.Partners[i] = c.ownLabel(index(field(path, "partners"), i), p, "Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp")
		}
		d.Parts = append(d.Parts, &doc.Prose{At: c.At(path), Inlines: c.Wording("ke-hoach/task", path, view)})
	}
	return d
}

// titled returns an item of level 2 under its own or the usual title; nothing for
// an empty item.
func (c *Composer) titled(path string, it *plan.Item, usual string) []doc.Part {
	if it.IsZero() {
		return nil
	}
	d := c.Item(path, it, 2)
	d.Title = title(it.Heading(usual))
	if it.Title == "" && len(d.Text) > 0 {
		if t, ok := d.Text[0].(*doc.Text); ok {
			short := strings.Join(strings.Fields(usual)[:2], " ") // Thời gian thực hiện, Mục tiêu tổng quát
			t.S = c.ownLabel(field(path, "text"), t.S, usual, short)
		}
	}
	return []doc.Part{d}
}

func (c *Composer) goals(path string, g *plan.Goals) []doc.Part {
	parts := c.titled(field(path, "overall"), &g.Overall, titleOverall)
	t := &g.Specific
	if t.Text == "" && len(t.Targets) == 0 && t.Title == "" {
		return parts
	}
	at := field(path, "specific")
	heading := cmp.Or(t.Title, titleSpecific)
	d := &doc.Division{At: c.At(at), Level: 2, Title: c.heading(at, "title", heading)}
	d.Text, d.Parts = c.Lead(field(at, "text"), t.Text, 2)
	for i := range t.Targets {
		where := index(field(at, "targets"), i)
		if len(t.Targets) == 1 {
			if !c.unmarked(field(where, "text"), string(t.Targets[i].Text)) {
				d.Parts = append(d.Parts, c.Body(field(where, "text"), t.Targets[i].Text, 2)...)
			}
			continue
		}
		target := &doc.Division{At: c.At(where), Level: c.Dash(2), ID: t.Targets[i].ID}
		target.Text, target.Parts = c.lead(field(where, "text"), t.Targets[i].Text, target.Level, true)
		d.Parts = append(d.Parts, target)
	}
	return append(parts, d)
}

func (c *Composer) criteria(path string, g *plan.CriteriaGroup, usual string) []doc.Part {
	if g.IsZero() {
		return nil
	}
	d := &doc.Division{At: c.At(path), Level: 2, Title: c.heading(path, "title", g.Title)}
	d.Text, d.Parts = c.lead(field(path, "text"), g.Text, 2, g.Title == "")
	if d.Title == nil && d.Text == nil {
		d.Title = title(usual)
	}
	for i := range g.Criteria {
		cr := &g.Criteria[i]
		at := index(field(path, "criteria"), i)
		item := &doc.Division{At: c.At(at), Level: c.Dash(2), ID: cr.ID}
		if h := cr.Heading(); h != "" {
			c.unmarked(field(at, "title"), h)
			item.Text, item.Parts = c.Lead(field(at, "text"), cr.Text, item.Level)
			item.Text = append(doc.T(h+" "), item.Text...)
		} else {
			item.Text, item.Parts = c.lead(field(at, "text"), cr.Text, item.Level, true)
		}
		item.Parts = append(item.Parts, c.Items(field(at, "items"), cr.Items, item.Level)...)
		d.Parts = append(d.Parts, item)
	}
	d.Parts = append(d.Parts, c.Body(field(path, "closing"), g.Closing, 2)...)
	return []doc.Part{d}
}

func (c *Composer) assignment(path string, a *plan.Assignment) *doc.Division {
	d := &doc.Division{At: c.At(path), Level: 2, ID: a.ID, Title: c.heading(path, "assignee", a.Assignee)}
	d.Text, d.Parts = c.Lead(field(path, "text"), a.Text, 2)
	if a.Text == "" && markup.IsSentence(a.Assignee) {
		d.Title, d.Text = nil, d.Title
	}
	d.Parts = slices.Concat(d.Parts, c.Body(field(path, "introduction"), a.Introduction, 2),
		c.Items(field(path, "duties"), a.Duties, 2), c.Body(field(path, "closing"), a.Closing, 2))
	return d
}
