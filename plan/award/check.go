package award

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// check judges an award season by the law: who gets which award and what it
// pays, and what is wrong. criteria are those that nominations name, of the
// season's plan or criteria file; nil if there are none. A nil law knows no award, here
// and wherever a law is asked for. The outcome is never
// nil, but papers may only be made from it when no finding is an error.
//
// Findings have paths and no places; [CheckFile] adds the places. Nothing is
// changed. What the season has not reached yet is not asked for: see [Ready].
func check(s *plan.Season, criteria []plan.Criterion, law *Law) (*Outcome, diag.List) {
	s, law = zero.Or(s), zero.Or(law)
	c := newChecker(s, criteria, law)
	c.run()
	return c.out, c.found
}

// CheckFile judges a file of a set: a season by the criteria and the own rules of law that
// it names, or a decision on awards alone. base is the law without those rules. The findings
// have their places. The Outcome is nil for any other file.
func CheckFile(set *plan.Set, f *plan.File, base *Law) (*Outcome, diag.List) {
	f = zero.Or(f)
	law := SeasonLaw(set, f, base)
	var out *Outcome
	var found diag.List
	switch v := f.Value.(type) {
	case *plan.Season:
		out, found = check(v, seasonCriteria(set, f), law)
	case *plan.AwardDecision:
		out, found = checkDecision(v, law)
	default:
		found = diag.List{{Pos: diag.At("kind"), Rule: plan.RuleKind,
			Message: `tệp này không phải đợt khen thưởng (kind: season) hay quyết định khen thưởng (kind: quyet-dinh, type: khen-thuong)`}}
	}
	return out, Locate(f, found)
}

// Locate gives the findings with their places in a file, sorted. The findings
// handed in stay as they are.
func Locate(f *plan.File, found diag.List) diag.List {
	located := make(diag.List, len(found))
	for i, d := range found {
		at := *zero.Or(d)
		at.Pos = f.Pos(at.Pos.Path)
		located[i] = &at
	}
	located.Sort()
	return located
}

// checker gathers what is found about one season.
type checker struct {
	s        *plan.Season
	law      *Law
	who      Who
	level    plan.Level
	criteria []plan.Criterion
	settled  bool      // standards and votes are not asked for: a decision alone
	day      plan.Date // whose law gives money and authority, where a full date is stated; else see lawDay
	out      *Outcome
	found    diag.List
	seen     map[string]bool // warnings about figures of the law, said once a season
}

func newChecker(s *plan.Season, criteria []plan.Criterion, law *Law) *checker {
	coding := law.coding(s)
	s, criteria, law = coding.season(), coding.criteria(criteria), coding.rules()
	who := law.DeciderOf(s)
	return &checker{s: s, law: law, who: who, level: who.Level, criteria: criteria, found: coding.found, seen: make(map[string]bool)}
}

// run judges the season, step by step in the order of its papers.
func (c *checker) run() {
	c.out = &Outcome{Season: c.s, criteria: c.criteria, Day: c.lawDay(), Decider: c.who, alone: c.settled}
	c.begins()
	for i := range c.s.Nominees {
		n := &c.s.Nominees[i]
		r := Result{Nominee: n, Index: i, Day: c.out.Day}
		if n.Added != nil && n.Added.Decision.Date.IsFull() {
			r.Day = n.Added.Decision.Date
		}
		c.out.Results = append(c.out.Results, r)
	}
	for i := range c.out.Results {
		c.nominee(&c.out.Results[i])
	}
	c.titlesOfOnePeriod()
	for i := range c.out.Results {
		c.mended(&c.out.Results[i])
	}
	c.cancelled()
	c.session()
	c.herself()
	c.duplicates()
	c.earlier()
	c.quotas()
	c.lists()
	c.amendings()
	c.register()
	c.counts()
	c.upward()
	c.frozen()
	c.fund()
	c.papers()
	c.dates()
	c.deadlines()
	c.abolished()
	c.texts()
	c.ownRules()
	c.unread()
	c.found.Sort()
}

// add adds a finding at a path.
func (c *checker) add(path string, d diag.Diagnostic) {
	d.Pos = diag.At(path)
	c.found.Add(&d)
}

// once keeps warnings that concern the law, not a place, each once a season; see [checker.unread].
func (c *checker) once(path string, list diag.List) {
	for _, d := range list {
		if d.Level == diag.Error {
			c.add(path, *d)
			continue
		}
		if !c.seen[d.Message] {
			c.seen[d.Message] = true
			c.out.Unread = append(c.out.Unread, d)
		}
	}
}

// ownRules warns of a body that may award by rules of its own: the papers cite the State's, and the money is theirs, unless the file
// says otherwise.
func (c *checker) ownRules() {
	if c.who.unread == "" || len(c.who.Bases) > 0 {
		return
	}
	c.add("issuer.name", diag.Diagnostic{Level: diag.Warning, Rule: ruleUnverified, Found: c.who.Body,
		Message: fmt.Sprintf("thẩm quyền, căn cứ, mức tiền thưởng của %s có thể theo %s, chưa đối chiếu; văn bản đang viện dẫn và tính "+
			"tiền theo pháp luật của Nhà nước", c.who.Title(), c.who.unread),
		Fix: `ghi căn cứ ở "bases" của "decider"; mức tiền khác, hoặc không có tiền, thì ghi "bonus" (tiền thưởng) kèm "basis" (căn cứ)`})
}

// unread says in one line how much of the law that was used nobody has read.
func (c *checker) unread() {
	if n := len(c.out.Unread); n > 0 {
		c.add("", diag.Diagnostic{
			Level: diag.Warning, Rule: ruleUnverified, Found: fmt.Sprint(n),
			Message: fmt.Sprintf("dùng %s số liệu, quy định pháp luật chưa đối chiếu với văn bản gốc hoặc chưa chắc còn hiệu lực",
				vi.Count(n)),
			Fix: "đối chiếu trước khi ban hành; xem từng điểm bằng vanban award check -v",
		})
	}
}

// begins refuses a decision of a day that the data of the law do not reach back to.
func (c *checker) begins() {
	if first := c.law.Begins; c.out.Day.Before(first) {
		c.add("decision", diag.Diagnostic{
			Rule: ruleBegins, Found: c.out.Day.String(), Expected: "từ " + first.String(),
			Message: fmt.Sprintf("dữ liệu pháp luật bắt đầu từ %s, quyết định %s: không tính được thẩm quyền, tiêu chuẩn và tiền thưởng",
				first.Short(), c.out.Day.Short()),
			Fix: "xét theo văn bản của thời điểm đó, hoặc xem lại ngày quyết định",
		})
	}
}

// lawDay returns the day whose law decides on money and authority: the decision's.
// Until there is one it is the last day known, and a note says so.
func (c *checker) lawDay() plan.Date {
	if c.day.IsFull() {
		return c.day
	}
	if d := c.s.Decision; d != nil && d.Date.IsFull() {
		return d.Date
	}
	day := plan.Date{Year: c.s.Year}.Last()
	switch {
	case c.s.Submission != nil && c.s.Submission.Date.IsFull():
		day = c.s.Submission.Date
	case c.s.Session != nil && c.s.Session.Date.IsFull():
		day = c.s.Session.Date
	}
	c.add("decision", diag.Diagnostic{
		Level: diag.Info, Rule: ruleProvisional,
		Message: fmt.Sprintf("chưa có ngày quyết định: tạm tính tiền thưởng và thẩm quyền theo %s", day.Short()),
	})
	return day
}

// at gives the path of a key of a nominee.
func at(r *Result, key string) string {
	path := fmt.Sprintf("nominees[%d]", r.Index)
	if key != "" {
		path += "." + key
	}
	return path
}

// occasionOf gives the occasion of a nominee.
func (c *checker) occasionOf(n *plan.Nominee) plan.Occasion { return occasionIn(c.s, n) }

// occasionIn gives the occasion of a nominee: its own, or the season's.
func occasionIn(s *plan.Season, n *plan.Nominee) plan.Occasion {
	return cmp.Or(n.Occasion, s.Occasion, plan.Merit)
}

// receivedOn returns the day on which a dossier was received, the day of the award
// where the season does not say.
func (c *checker) receivedOn(r *Result) plan.Date {
	switch {
	case r.Nominee.Received.IsFull():
		return r.Nominee.Received
	case c.s.Received.IsFull():
		return c.s.Received
	}
	return r.Day
}

// nominee judges one proposal, up to the vote on it.
func (c *checker) nominee(r *Result) {
	n := r.Nominee
	if n.Granted != nil && !n.Forward {
		c.add(at(r, "granted"), diag.Diagnostic{
			Rule: ruleid.Report, Message: `"granted" (quyết định khen thưởng của cấp trên) chỉ ghi khi đề nghị cấp trên ("forward")`,
			Fix: "ghi forward: true, hoặc bỏ granted",
		})
	}
	if n.Granted != nil && !n.Granted.Date.IsFull() {
		c.add(at(r, "granted"), diag.Diagnostic{
			Rule: ruleid.Blank, Err: plan.ErrMissing,
			Message: `"granted" (quyết định khen thưởng của cấp trên) thiếu "date" (ngày) đủ ngày, tháng, năm`,
		})
	}
	a, ok := c.law.Find(n.Award)
	if !ok { // found where it was read
		return
	}
	r.Award = a
	c.admissible(r)
	c.dossier(r)
	c.period(r)
	if c.settled {
		r.Judgement = Judgement{Verdict: met, Reason: "theo quyết định", Source: a.Basis}
	} else {
		r.Judgement = c.judge(r)
	}
	c.settle(r)
	if r.given() {
		c.pay(r)
	}
}

// mended judges what later decisions made of an award.
func (c *checker) mended(r *Result) {
	if r.Award == nil {
		return
	}
	if n := r.Nominee; n.Cancelled != nil {
		one := c.out.Part([]*Result{r})
		c.cancellation(at(r, "cancelled"), n.Cancelled, c.decidedOn(r), one, n.Name)
	}
	c.amendment(r)
	c.addition(r)
}

// admissible asks whether this award can be given to this nominee by this level
// at all.
func (c *checker) admissible(r *Result) {
	n, a, day := r.Nominee, r.Award, r.Day
	if day.Before(c.law.Begins) {
		r.wait("dữ liệu pháp luật bắt đầu từ " + c.law.Begins.Short())
		return
	}
	if !a.Goes(n.Kind) {
		r.wait(fmt.Sprintf("%s không tặng cho %s", a.Name, n.Kind.Term()))
		c.add(at(r, "kind"), diag.Diagnostic{
			Rule: ruleKind, Found: string(n.Kind), Source: a.Basis,
			Message: fmt.Sprintf("%s (%s) không tặng cho %s", a.Name, a.Code, n.Kind.Term()),
		})
	}
	if c.law.OccasionOn(c.occasionOf(n), day) == nil {
		c.add(at(r, "occasion"), diag.Diagnostic{
			Rule: ruleOccasion, Found: string(c.occasionOf(n)),
			Message: fmt.Sprintf(`"occasion" (loại hình khen thưởng) %q không có vào %s`, c.occasionOf(n), day.Short()),
		})
	}
	auth := a.AuthorityOn(c.level, day)
	switch {
	case auth == nil && !n.Forward:
		fix := "ghi forward: true để đề nghị cấp trên"
		if !slices.ContainsFunc(a.DecidersOn(day), c.isAbove) {
			fix = fmt.Sprintf("chọn danh hiệu, hình thức do %s quyết định, hoặc chuyển đề nghị cho nơi có thẩm quyền", c.level.Term())
		}
		r.wait(fmt.Sprintf("%s không có thẩm quyền quyết định %s", c.level.Term(), a.Name))
		c.add(at(r, "award"), diag.Diagnostic{
			Rule: ruleAuthority, Found: n.Award, Expected: c.deciders(a, day), Source: c.authoritySource(a, day),
			Message: fmt.Sprintf("%s không có thẩm quyền quyết định %s (%s) vào %s; thẩm quyền thuộc %s", c.level.Term(), a.Name, a.Code,
				day.Short(), c.deciders(a, day)),
			Fix: fix,
		})
	case auth != nil:
		if w := c.law.unread(&auth.validity, day, func() string { return "thẩm quyền quyết định " + a.Name }); w != nil {
			c.once("", diag.List{w})
		}
	}
}

// isAbove reports whether a level may stand above that of the season: an agency stands above none, and any may above it.
func (c *checker) isAbove(l plan.Level) bool {
	const unit plan.Level = "unit"
	order := l.Values()
	return l != unit && (c.level == unit || slices.Index(order, string(l)) > slices.Index(order, string(c.level)))
}

func (c *checker) deciders(a *Award, day plan.Date) string {
	var terms []string
	for _, l := range a.DecidersOn(day) {
		terms = append(terms, l.Term())
	}
	if len(terms) == 0 {
		return "không cấp nào"
	}
	return strings.Join(terms, ", ")
}

func (c *checker) authoritySource(a *Award, day plan.Date) string {
	for i := range a.Authorities {
		if a.Authorities[i].Holds(day) {
			return a.Authorities[i].Basis
		}
	}
	return a.Basis
}

// judge puts the law's standard and the criterion of the plan together.
func (c *checker) judge(r *Result) Judgement {
	n := r.Nominee
	if j, open := c.openMatters(r); open {
		return j
	}
	j := c.standard(r)
	parts := []Judgement{j}
	if n.Dissolved {
		p := c.law.principle("dissolved", r.Day)
		parts = append(parts, Judgement{Verdict: notMet, Reason: "tập thể đã giải thể khi sắp xếp tổ chức", Source: p.Basis})
	}
	if n.Criterion != "" {
		if criterion, unknown := criterionOf(c.criteria, n.Criterion); unknown != nil {
			unknown.Message = fmt.Sprintf(`"criterion" (mã tiêu chuẩn) là %q, %s`, n.Criterion, unknown.Message)
			c.add(at(r, "criterion"), *unknown)
		} else {
			parts = append(parts, c.criterion(n, criterion))
		}
	}
	if len(parts) == 1 {
		return j
	}
	whole := allOf(parts)
	whole.Source = j.Source
	for _, p := range parts {
		if p.Verdict == whole.Verdict && p.Source != "" {
			whole.Source = p.Source
			break
		}
	}
	return whole
}

// openMatters defers whoever is under investigation or a measure not yet served.
func (c *checker) openMatters(r *Result) (Judgement, bool) {
	n, day := r.Nominee, r.Day
	if len(n.OpenMatters) > 0 {
		return Judgement{Verdict: deferred, Reason: strings.Join(n.OpenMatters, "; "),
			Source: c.law.principle("open-matter", day).Basis}, true
	}
	for _, d := range n.Disciplines {
		if d.Served.IsZero() || day.Before(d.Served) {
			return Judgement{
				Verdict: deferred, Source: c.law.principle("after-discipline", day).Basis,
				Reason: fmt.Sprintf("chưa chấp hành xong kỷ luật %s (từ %s)", d.Measure.Term(), d.From.Short()),
			}, true
		}
	}
	return Judgement{}, false
}

// standard judges by the law's standard of the day on which the dossier was
// received. Between a change of law and the decision the new standard holds
// where it is more favourable.
func (c *checker) standard(r *Result) Judgement {
	received := c.receivedOn(r)
	j := c.standardOn(r, received)
	t := c.law.transition(received, r.Day)
	if t == nil || j.Verdict == met {
		return j
	}
	if newer := c.standardOn(r, t.At); favour(newer.Verdict) > favour(j.Verdict) {
		newer.Reason += ", theo quy định chuyển tiếp: tiêu chuẩn mới có lợi hơn"
		newer.Source = t.Basis
		return newer
	}
	return j
}

// favour orders verdicts by how well they serve the nominee.
func favour(v Verdict) int {
	switch v {
	case met:
		return 2
	case needsPerson:
		return 1
	}
	return 0
}

func (c *checker) standardOn(r *Result, day plan.Date) Judgement {
	n, a := r.Nominee, r.Award
	st := a.StandardOn(n.Kind, day)
	if st == nil {
		return Judgement{Reason: "không có tiêu chuẩn tính được cho " + a.Name, Source: a.Basis}
	}
	w := c.law.unread(&st.validity, day, func() string { return "tiêu chuẩn " + a.Name })
	if w != nil {
		c.once("", diag.List{w})
	}
	j := evaluate(n, st.Conditions, c.s.Year, c.occasionOf(n), c.law)
	j.Source = st.Basis
	if w != nil && j.Verdict == notMet { // nobody is refused by a rule that nobody has read
		j.Verdict, j.Missing = needsPerson, []string{fmt.Sprintf("cần người xét: theo %s, chưa đối chiếu, thì %s", st.Basis, j.Reason)}
		if st.Note != "" {
			j.Missing[0] += " (" + st.Note + ")"
		}
		j.Reason = j.Missing[0]
	}
	return j
}

func (c *checker) criterion(n *plan.Nominee, criterion *plan.Criterion) Judgement {
	if len(criterion.Conditions) == 0 {
		return Judgement{Reason: fmt.Sprintf("cần xác nhận tiêu chuẩn “%s” (%s) của kế hoạch", wordsOf(criterion), criterion.ID)}
	}
	return evaluate(n, criterion.Conditions, c.s.Year, c.occasionOf(n), c.law)
}

// wordsOf gives the words by which people know a criterion: its title or field, else the
// beginning of its text.
func wordsOf(c *plan.Criterion) string {
	const most = 60
	words := strings.TrimRight(strings.TrimSpace(c.Heading()), ":. ")
	if words == "" {
		words, _, _ = strings.Cut(strings.TrimSpace(string(c.Text)), "\n")
		words = strings.TrimRight(words, ":.; ")
	}
	if r := []rune(words); len(r) > most {
		cut := string(r[:most])
		if i := strings.LastIndexByte(cut, ' '); i != -1 {
			cut = cut[:i]
		}
		words = strings.TrimRight(cut, ",;: ") + "…"
	}
	return words
}
