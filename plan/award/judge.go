package award

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// Verdict is what was found about a nominee and a condition.
type Verdict uint8

// Verdicts. The zero value is NeedsPerson: nothing is decided unless it was
// computed.
const (
	needsPerson Verdict = iota // "cần người xét": no program can judge it, or a figure is not given
	notMet                     // "không đạt"
	met                        // "đạt"
	deferred                   // "chưa xét": discipline, inspection or a complaint is open
)

// String returns the verdict in Vietnamese.
func (v Verdict) String() string {
	switch v {
	case notMet:
		return "không đạt"
	case met:
		return "đạt"
	case deferred:
		return "chưa xét"
	}
	return "cần người xét"
}

// Judgement is a verdict with its grounds.
type Judgement struct {
	Verdict  Verdict
	Reason   string   // one Vietnamese sentence without a final stop
	Evidence []string // what the verdict rests on: years, decisions, figures
	Source   string   // clause of law; empty for a condition inside a standard
	Missing  []string // why no vote can settle it: what the file does not say, or a rule that nobody has read
	Parts    []Judgement
}

// lacking is the judgement where the file does not say what it takes.
func lacking(reason string) Judgement { return Judgement{Reason: reason, Missing: []string{reason}} }

// evaluate judges conditions about a nominee; all of them must hold. year is the
// year of the nomination, from which years are counted back. law tells which
// occasions count for merit; occasion is the nomination's own. The nominee's
// open matters are not asked here: see [CheckFile].
func evaluate(n *plan.Nominee, conditions []plan.Condition, year int, occasion plan.Occasion, law *Law) Judgement {
	n, law = zero.Or(n), zero.Or(law)
	e := evaluation{n: n, year: year, merit: occasion == "" || occasion == plan.Merit, law: law, since: countsFrom(n)}
	return e.all(conditions)
}

// evaluation is one nominee before the conditions of one criterion.
type evaluation struct {
	n     *plan.Nominee
	year  int
	merit bool
	law   *Law
	since int // years before it do not count, for a disciplinary measure
}

// countsFrom returns the first year whose achievements count: the one after the
// year in which the last disciplinary measure was served.
func countsFrom(n *plan.Nominee) int {
	since := 0
	for _, d := range n.Disciplines {
		since = max(since, d.From.Year+1, d.Served.Year+1)
	}
	return since
}

func (e *evaluation) all(conditions []plan.Condition) Judgement {
	if len(conditions) == 0 {
		return Judgement{Reason: "không có điều kiện nào để tính"}
	}
	parts := make([]Judgement, len(conditions))
	for i := range conditions {
		parts[i] = e.one(&conditions[i])
	}
	return allOf(parts)
}

// allOf is the judgement where all of several must hold.
func allOf(parts []Judgement) Judgement {
	j := Judgement{Verdict: met, Parts: parts}
	for i := range parts {
		part := &parts[i]
		j.Evidence = append(j.Evidence, part.Evidence...)
		j.Missing = append(j.Missing, part.Missing...)
		switch {
		case part.Verdict == notMet:
			j.Verdict = notMet
		case part.Verdict == needsPerson && j.Verdict == met:
			j.Verdict = needsPerson
		}
	}
	if j.Verdict != needsPerson {
		j.Missing = nil
	}
	j.Reason = reasons(parts, j.Verdict)
	return j
}

func (e *evaluation) any(conditions []plan.Condition) Judgement {
	j := Judgement{Verdict: notMet}
	for i := range conditions {
		part := e.one(&conditions[i])
		j.Parts = append(j.Parts, part)
		switch {
		case part.Verdict == met:
			j.Verdict = met
		case part.Verdict == needsPerson && j.Verdict == notMet:
			j.Verdict = needsPerson
		}
	}
	words := false // an alternative that a vote can settle
	for _, part := range j.Parts {
		if part.Verdict == j.Verdict {
			j.Evidence = append(j.Evidence, part.Evidence...)
			j.Missing = append(j.Missing, part.Missing...)
			words = words || len(part.Missing) == 0
		}
	}
	if words {
		j.Missing = nil
	}
	j.Reason = reasons(j.Parts, j.Verdict)
	if j.Verdict == notMet {
		j.Reason = "không đạt điều kiện nào trong các điều kiện: " + j.Reason
	}
	return j
}

// reasons joins the reasons of the parts that brought about a verdict.
func reasons(parts []Judgement, v Verdict) string {
	var texts []string
	for _, p := range parts {
		if p.Verdict == v && p.Reason != "" {
			texts = append(texts, p.Reason)
		}
	}
	return strings.Join(texts, "; ")
}

func (e *evaluation) one(c *plan.Condition) Judgement {
	switch {
	case len(c.All) > 0:
		return e.all(c.All)
	case len(c.Any) > 0:
		return e.any(c.Any)
	case c.Rating != nil:
		return e.rating(c.Rating)
	case c.Held != nil:
		return e.held(c.Held)
	case c.Members != nil:
		return e.members(c.Members)
	case c.Initiatives != nil:
		return e.initiatives(c.Initiatives)
	case c.NoDiscipline != "":
		return e.discipline(c.NoDiscipline)
	}
	return Judgement{Reason: "cần xác nhận: " + c.Confirm}
}

// rating judges consecutive years up to the year of the nomination, or one year
// within the last ones.
func (e *evaluation) rating(c *plan.RatingCondition) Judgement {
	if len(e.n.Ratings) == 0 && (c.OrAward == "" || len(e.n.Held) == 0) {
		return lacking("chưa ghi mức độ hoàn thành nhiệm vụ (ratings)")
	}
	years := max(c.Years, 1)
	if c.Within > 0 {
		years = c.Within
	}
	var good, bad, unknown []string
	for y := e.year; y > e.year-years; y-- {
		switch text, v := e.ratedYear(y, c); v {
		case met:
			good = append(good, text)
		case notMet:
			bad = append(bad, text)
		default:
			unknown = append(unknown, text)
		}
	}
	want := fmt.Sprintf("%s từ mức %s", span2(e.year-years+1, e.year), c.AtLeast.Term())
	switch {
	case c.Within > 0 && len(good) > 0, c.Within == 0 && len(bad)+len(unknown) == 0:
		return Judgement{Verdict: met, Reason: want, Evidence: good}
	case len(unknown) > 0 && (c.Within > 0 || len(bad) == 0):
		return lacking(strings.Join(unknown, ", ") + " (ratings)")
	}
	return Judgement{Verdict: notMet, Reason: "chưa đủ " + want + ": " + strings.Join(bad, ", "), Evidence: bad}
}

// ratedYear judges one year; it needs a person where the file does not rate the year.
func (e *evaluation) ratedYear(year int, c *plan.RatingCondition) (string, Verdict) {
	if year < e.since {
		return fmt.Sprintf("năm %d không tính do kỷ luật", year), notMet
	}
	if c.OrAward != "" && e.holds(c.OrAward, year) {
		return fmt.Sprintf("năm %d có danh hiệu %s", year, e.name(c.OrAward)), met
	}
	for _, r := range e.n.Ratings {
		if r.Year != year {
			continue
		}
		text := fmt.Sprintf("năm %d %s", year, r.Rating.Term())
		if r.Rating.Rank() >= c.AtLeast.Rank() {
			return text, met
		}
		return text, notMet
	}
	return fmt.Sprintf("năm %d không có xếp loại", year), needsPerson
}

// holds reports whether the nominee got an award for a year that counts.
func (e *evaluation) holds(code string, year int) bool {
	return slices.ContainsFunc(e.n.Held, func(h plan.HeldAward) bool {
		return h.Award == code && h.Year == year && e.counts(&h)
	})
}

// counts reports whether a past award counts: one given for a single event or
// theme never does towards merit.
func (e *evaluation) counts(h *plan.HeldAward) bool {
	if !e.merit {
		return true
	}
	for i := range e.law.Occasions {
		if o := &e.law.Occasions[i]; o.ID == h.Occasion {
			return !o.Aside
		}
	}
	return true
}

func (e *evaluation) held(c *plan.HeldCondition) Judgement {
	times := max(c.Times, 1)
	var years []int
	var evidence, aside []string
	for i := range e.n.Held {
		h := &e.n.Held[i]
		if h.Award != c.Award || h.Year > e.year || slices.Contains(years, h.Year) && c.Consecutive {
			continue
		}
		switch bounded := c.Consecutive || c.Years > 0; {
		case !e.counts(h):
			aside = append(aside, fmt.Sprintf("năm %d khen %s, không tính cho công trạng", h.Year, e.law.OccasionName(h.Occasion)))
			continue
		case bounded && h.Year < e.since:
			aside = append(aside, fmt.Sprintf("năm %d không tính do kỷ luật", h.Year))
			continue
		case c.Years > 0 && h.Year <= e.year-c.Years:
			continue
		}
		years = append(years, h.Year)
		evidence = append(evidence, fmt.Sprintf("%s năm %d%s", e.name(c.Award), h.Year, cited(&h.Decision)))
	}
	what := fmt.Sprintf("%s lần %s", vi.Count(times), e.name(c.Award))
	if times == 1 {
		what = e.name(c.Award)
	}
	ok := len(years) >= times
	if c.Consecutive {
		what += " liên tục"
		ok = run(years, e.year) >= times || run(years, e.year-1) >= times
	}
	if c.Years > 0 {
		what += fmt.Sprintf(" trong %d năm", c.Years)
	}
	if ok {
		return Judgement{Verdict: met, Reason: "có " + what, Evidence: evidence}
	}
	slices.Sort(years)
	found := "không có năm nào"
	if len(years) > 0 {
		found = "chỉ có năm " + joinInts(years)
	}
	return Judgement{Verdict: notMet, Reason: strings.Join(append([]string{"chưa đủ " + what + " (" + found + ")"}, aside...), ", "),
		Evidence: evidence}
}

// run counts distinct years without a hole, back from last.
func run(years []int, last int) int {
	n := 0
	for slices.Contains(years, last-n) {
		n++
	}
	return n
}

// members judges shares by whole numbers: 10·n ≥ 7·N, never by floats.
func (e *evaluation) members(c *plan.MembersCondition) Judgement {
	m := e.n.Members
	if m == nil || m.Total == 0 {
		return lacking("chưa ghi số thành viên của tập thể (members)")
	}
	count, what := m.Completed, "thành viên hoàn thành nhiệm vụ"
	if c.With == "" && count == 0 {
		return lacking("chưa ghi số thành viên hoàn thành nhiệm vụ (members.completed)")
	}
	if c.With != "" {
		var known bool
		count, known = m.Count(c.With)
		what = "thành viên đạt " + e.name(c.With)
		if !known {
			return lacking(fmt.Sprintf("chưa ghi số %s (members.awards)", what))
		}
	}
	have := fmt.Sprintf("%d/%d %s, đạt %s", count, m.Total, what, vi.Percent(int64(count), int64(m.Total)))
	want := fmt.Sprintf("%d%%", c.Percent)
	ok := int64(count)*100 >= int64(c.Percent)*int64(m.Total)
	if c.Percent == 0 {
		want = vi.Count(max(c.Count, 1)) + " thành viên"
		ok = count >= max(c.Count, 1)
	}
	if ok {
		return Judgement{Verdict: met, Reason: have, Evidence: []string{have}}
	}
	return Judgement{Verdict: notMet, Reason: have + ", phải từ " + want + " trở lên", Evidence: []string{have}}
}

func (e *evaluation) initiatives(c *plan.InitiativeCondition) Judgement {
	want, years := max(c.Count, 1), max(c.Years, 1)
	var evidence []string
	for i := range e.n.Initiatives {
		v := &e.n.Initiatives[i]
		if v.Year > e.year || v.Year <= e.year-years || v.Year < e.since || v.Scope.Rank() < c.Scope.Rank() {
			continue
		}
		evidence = append(evidence, fmt.Sprintf("“%s” (năm %d)%s", v.Name, v.Year, cited(&v.Decision)))
	}
	what := fmt.Sprintf("%s sáng kiến, đề tài %s trong %s", vi.Count(want), c.Scope.Term(), span2(e.year-years+1, e.year))
	if len(evidence) >= want {
		return Judgement{Verdict: met, Reason: "có " + what, Evidence: evidence}
	}
	return Judgement{Verdict: notMet, Reason: fmt.Sprintf("chưa đủ %s (mới có %d)", what, len(evidence)), Evidence: evidence}
}

// discipline judges a person by the measures of the year, a collective by its
// members under warning or more.
func (e *evaluation) discipline(from plan.Measure) Judgement {
	what := "bị kỷ luật từ mức " + from.Term() + " trở lên"
	if e.n.Kind == plan.Collective {
		switch m := e.n.Members; {
		case m == nil:
			return lacking("chưa ghi số thành viên bị kỷ luật (members.disciplined)")
		case m.Disciplined > 0:
			return Judgement{Verdict: notMet, Reason: fmt.Sprintf("có %s thành viên %s", vi.Count(m.Disciplined), what)}
		}
		return Judgement{Verdict: met, Reason: "không có thành viên " + what}
	}
	for _, d := range e.n.Disciplines {
		if d.Measure.Rank() >= from.Rank() && (d.From.Year == e.year || d.Served.IsZero() || d.Served.Year >= e.year) {
			return Judgement{Verdict: notMet, Reason: fmt.Sprintf("bị %s %s", d.Measure.Term(), d.From.Short())}
		}
	}
	return Judgement{Verdict: met, Reason: "không " + what}
}

// name returns an award's name for a code.
func (e *evaluation) name(code string) string {
	if a, ok := e.law.Find(code); ok {
		return a.Name
	}
	return code
}

// cited returns a paper's number and date in brackets, nothing for an unknown one.
func cited(p *plan.PaperRef) string {
	if p.Number == "" || p.Symbol == "" {
		return ""
	}
	return " (" + strings.TrimSpace(p.Mark()+" "+p.Date.Short()) + ")"
}

// span2 names one year or several.
func span2(from, to int) string {
	if from >= to {
		return fmt.Sprintf("năm %d", to)
	}
	return fmt.Sprintf("các năm %d-%d", from, to)
}

func joinInts(ns []int) string {
	texts := make([]string, len(ns))
	for i, n := range ns {
		texts[i] = fmt.Sprint(n)
	}
	return strings.Join(texts, ", ")
}
