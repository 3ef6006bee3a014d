package docgen

import (
	"context"
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// SeasonOptions are the choices of [Renderer.SeasonPapers]. The zero value is usual.
type SeasonOptions struct {
	Law *award.Law // nil: award.Default
	// Draft marks the papers as drafts and lets certificates be made before the
	// decision has its number.
	Draft bool
	// Only asks for the certificate of this register number "số vào sổ" alone: a
	// certificate printed again. Its bytes are those of the whole stage's. It
	// needs the stage of certificates. Zero: no choice.
	Only int
}

// SeasonPaper is one paper of an award season: a document to be rendered, or a
// file that is ready.
type SeasonPaper struct {
	Stage award.Stage
	Name  string // file name without its ending, safe on every system
	Doc   *doc.Document
	Data  []byte // of a file that is ready, such as the register; nil otherwise
	Ext   string // its ending, with the full stop
}

// SeasonPapers makes the papers of a stage of the season that the set holds
// under that name; an empty stage is every stage that has what it needs. All of
// them come from one judgement of the season, so that counts, sums, dates and
// votes agree; where they do not, there are findings of level Error and no
// papers. Warnings, such as figures of law that nobody has verified, are findings
// only: they never stand on a paper.
func (r *Renderer) SeasonPapers(ctx context.Context, set *plan.Set, name string, stage award.Stage, o SeasonOptions) ([]SeasonPaper, diag.List, error) {
	f := set.File(name)
	if f == nil {
		return nil, nil, fmt.Errorf("season %s: no such file in the set", name)
	}
	s, ok := f.Value.(*plan.Season)
	if !ok {
		return nil, nil, fmt.Errorf("season %s: not an award season", name)
	}
	if o.Only != 0 && stage != award.CertificateStage {
		return nil, nil, fmt.Errorf("season %s: one register number is a choice of the stage %s only", name, award.CertificateStage)
	}
	law := o.Law
	if law == nil {
		var err error
		if law, err = award.Default(); err != nil {
			return nil, nil, fmt.Errorf("season %s: %w", name, err)
		}
	}
	law = award.SeasonLaw(set, f, law)
	outcome, found := award.CheckFile(f, award.SeasonCriteria(set, f), law)
	if found.HasErrors() {
		return nil, found, nil
	}
	y := &seasonPapers{r: r, set: set, file: f, s: s, out: outcome, law: law, draft: o.Draft, one: o.Only}
	var papers []SeasonPaper
	known := false
	for _, st := range award.Stages() {
		if stage != "" && st != stage {
			continue
		}
		known = true
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		lacking := award.Ready(s, ready(st, o.Draft))
		if !lacking.HasErrors() {
			lacking = y.lacking(st)
		}
		if lacking.HasErrors() {
			if stage != "" {
				found = append(found, award.Locate(f, lacking)...)
			}
			continue
		}
		papers = append(papers, y.stage(st)...)
	}
	if !known {
		found.Add(&diag.Diagnostic{Pos: f.Pos(""), Rule: award.RuleBlank, Found: string(stage), Message: fmt.Sprintf("không có giai đoạn %q", string(stage))})
	}
	found = append(found, y.found...)
	found.Sort()
	if found.HasErrors() {
		return nil, found, nil
	}
	return papers, found, nil
}

// ready gives the stage whose needs a stage has: a draft of what rests on the
// decision needs only what the decision itself needs.
func ready(st award.Stage, draft bool) award.Stage {
	if draft && (st == award.CertificateStage || st == award.PaymentStage) {
		return award.DecisionStage
	}
	return st
}

// lacking says why a stage has no paper although the season has its data: only
// what stands before the vote can be about nominees of whom none is to be awarded.
func (y *seasonPapers) lacking(st award.Stage) diag.List {
	why := ""
	switch {
	case st == award.SummaryStage, st == award.MinutesStage:
	case len(y.out.Awards()) == 0:
		why = fmt.Sprintf("giai đoạn %s: không ai trong %d đề nghị được khen thưởng", st, len(y.out.Results))
	case st == award.CertificateStage && y.one != 0:
		return y.reprint()
	case st == award.CertificateStage && !y.certified():
		why = fmt.Sprintf("giai đoạn %s: không danh hiệu, hình thức nào trong đợt có giấy khen, giấy chứng nhận", st)
	case st == award.CancellationStage && len(y.cancelled()) == 0:
		why = fmt.Sprintf("giai đoạn %s: không có khen thưởng nào bị hủy bỏ", st)
	}
	if why == "" {
		return nil
	}
	return diag.List{{Path: y.list(), Rule: award.RuleNobody, Message: why}}
}

// seasonPapers makes the papers of one season.
type seasonPapers struct {
	r     *Renderer
	set   *plan.Set
	file  *plan.File
	s     *plan.Season
	out   *award.Outcome
	law   *award.Law
	draft bool
	one   int // register number of the only certificate wanted, or of the only line of an excerpt; 0 for all
	found diag.List

	awardees bool // of a decision alone: its list is under the key awardees
}

// list gives the key of the list of awardees.
func (y *seasonPapers) list() string {
	if y.awardees {
		return "awardees"
	}
	return "nominees"
}

func (y *seasonPapers) stage(st award.Stage) []SeasonPaper {
	switch st {
	case award.SummaryStage:
		return y.summary()
	case award.MinutesStage:
		return y.minutes()
	case award.SubmissionStage:
		return y.submission()
	case award.DecisionStage:
		return y.decision()
	case award.CertificateStage:
		return y.certificates()
	case award.PaymentStage:
		return y.payment()
	case award.CancellationStage:
		return y.cancellations()
	}
	return nil
}

// composer gives a Composer for a paper of a kind.
func (y *seasonPapers) composer(kind string) *Composer {
	k := y.r.kinds[kind]
	return &Composer{r: y.r, profile: y.r.profile, set: y.set, file: y.file, kind: k, scheme: y.r.profile.Scheme(kind)}
}

// paper puts a paper together and takes over what was found in it.
func (y *seasonPapers) paper(c *Composer, st award.Stage, name string, h plan.Header, f plan.Footer, body []doc.Part, annexes ...doc.Part) SeasonPaper {
	h.Kind = c.kind.ID
	if y.draft {
		h.Draft = "Dự thảo"
	}
	d := c.composeBody(&plan.General{Header: h, Footer: f}, body)
	d.Parts = append(d.Parts, annexes...)
	c.noLevel(d.Parts)
	y.found = append(y.found, c.found...)
	return SeasonPaper{Stage: st, Name: vi.Slug(name), Doc: d}
}

// decider gives who decides: Chủ tịch Ủy ban nhân dân xã Cẩm Hòa.
func (y *seasonPapers) decider() string { return "Chủ tịch " + y.s.Issuer.Name }

// unit gives the commune with its unit word: xã Cẩm Hòa.
func (y *seasonPapers) unit() string {
	return strings.TrimPrefix(y.s.Issuer.Name, "Ủy ban nhân dân ")
}

// superior gives the line above the name of a body of the commune: UBND xã Cẩm
// Hòa.
func (y *seasonPapers) superior() string {
	if u := y.unit(); u != y.s.Issuer.Name && y.s.Issuer.Abbreviation != "" {
		return y.s.Issuer.Abbreviation + " " + u
	}
	return y.s.Issuer.Name
}

// council gives the council's name: Hội đồng Thi đua - Khen thưởng xã.
func (y *seasonPapers) council() string {
	if y.s.Council != nil && y.s.Council.Name != "" {
		return y.s.Council.Name
	}
	return "Hội đồng Thi đua - Khen thưởng " + unitWord(y.unit())
}

// councilLines gives the lines of the council's name in a letterhead, where it
// stands without the unit word.
func (y *seasonPapers) councilLines() []string {
	if y.s.Council != nil && y.s.Council.Name != "" {
		return nil
	}
	return []string{"Hội đồng", "Thi đua - Khen thưởng"}
}

// cited is another paper as texts cite it: "số 41/TTr-VHXH ngày 09 tháng 12 năm
// 2026", with blanks for what is not known yet.
func cited(n, symbol string, d plan.Date) marked {
	var b strings.Builder
	b.WriteString("số ")
	if n == "" {
		b.WriteString(blankMark("number"))
	} else {
		b.WriteString(string(escaped(number(n))))
	}
	b.WriteString("/" + string(escaped(symbol)) + " ")
	if d.IsFull() {
		b.WriteString(vi.Date(d.Year, d.Month, d.Day))
	} else {
		b.WriteString("ngày " + blankMark("day") + " tháng ")
		if d.Month > 0 {
			b.WriteString(fmt.Sprintf("%02d", d.Month))
		} else {
			b.WriteString(blankMark("month"))
		}
		b.WriteString(" năm ")
		if d.Year > 0 {
			b.WriteString(itoa(d.Year))
		} else {
			b.WriteString(blankMark("year"))
		}
	}
	return marked(b.String())
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// seasonView is what the templates of a season see.
type seasonView struct {
	Title, Reason      string
	Year               int
	Unit, UnitWord     string // xã Cẩm Hòa; xã
	Committee, Decider string // Ủy ban nhân dân xã Cẩm Hòa; Chủ tịch Ủy ban nhân dân xã Cẩm Hòa
	Council, Office    string // Hội đồng ... xã; Phòng Văn hóa - Xã hội
	Counts             string // 07 tập thể, 26 cá nhân và 04 hộ gia đình
	Awards             string // Giấy khen của Chủ tịch ...; several joined with "và"
	Give               string // tặng; truy tặng
	Gifts              string // Giấy khen của Chủ tịch ... cho 07 tập thể và 26 cá nhân; danh hiệu “...” cho 03 cá nhân
	Proposer           string // Trưởng phòng Văn hóa - Xã hội
	One                string // the only awardee inside a sentence; empty for several
	Amounts            string // tập thể 1.520.000 đồng/tập thể; ...
	Total, TotalWords  string
	Fund               string
	Executors          string
	Nominees           string // the kinds of nominees: Tập thể, cá nhân, hộ gia đình
	List               string // the kinds of awardees: Tập thể, cá nhân, hộ gia đình
	Recipients         string // the same inside a sentence: tập thể, cá nhân, hộ gia đình

	Enclosed bool // those proposed stand in a list behind the tờ trình

	MinutesRef, SubmissionRef, DecisionRef marked
	Session                                sessionView
}

// sessionView is the council's meeting as templates see it.
type sessionView struct {
	Date                                string // ngày 08 tháng 12 năm 2026
	Start, Place, Chair, Secretary, End string
	Members, Present, Written           int
	Absent                              string   // 01 đồng chí (lý do: ...)
	Method                              string   // bỏ phiếu kín, biểu quyết
	Tellers                             []string // ban kiểm phiếu, its head first
	Issued, Returned, Valid, Invalid    int
	HasBallots                          bool
}

func (y *seasonPapers) view() seasonView {
	s, o := y.s, y.out
	v := seasonView{
		Title: s.Title, Reason: s.Reason, Year: s.Year, Unit: y.unit(), Committee: s.Issuer.Name, Decider: y.decider(),
		Council: y.council(), Counts: o.CountText(), Total: o.Total.String(), TotalWords: vi.UpperFirst(o.Total.Words()),
		Amounts: amounts(o), Fund: fmt.Sprintf("Quỹ thi đua, khen thưởng của %s năm %d", unitWord(y.unit()), s.Year),
	}
	v.UnitWord = unitWord(v.Unit)
	if s.Fund != nil && s.Fund.Basis != "" {
		v.Fund = s.Fund.Basis
	}
	v.Awards, v.Gifts, v.Give = y.awardNames(), y.gifts(), y.give()
	v.Proposer = y.proposer()
	v.One = y.only()
	v.Reason = strings.TrimPrefix(v.Reason, "đã ")
	var kinds []string
	for i := range o.Lists {
		if len(o.Lists[i].Results) > 0 {
			kinds = append(kinds, o.Lists[i].Recipient.Term())
		}
	}
	v.List = vi.UpperFirst(strings.Join(kinds, ", "))
	v.Nominees = y.nomineeKinds()
	if d := s.Decision; d != nil {
		v.DecisionRef = cited(d.Number, y.decisionSymbol(), d.Date)
		v.Executors = strings.Join(d.Executors, ", ")
	}
	if m := s.Submission; m != nil {
		v.Office = m.Unit
		v.SubmissionRef = cited(m.Number, orElse(m.Symbol, "TTr"), m.Date)
	}
	if m := s.Session; m != nil {
		v.MinutesRef = cited(m.Number, y.minutesSymbol(), m.Date)
		v.Session = y.viewSession()
	}
	return v
}

func unitWord(unit string) string {
	for _, w := range []string{"thành phố", "đặc khu"} {
		if strings.HasPrefix(unit, w) {
			return w
		}
	}
	w, _, _ := strings.Cut(unit, " ")
	return w
}

func (y *seasonPapers) decisionSymbol() string {
	if y.s.Decision != nil && y.s.Decision.Symbol != "" {
		return y.s.Decision.Symbol
	}
	return "QĐ-" + orElse(y.s.Issuer.Abbreviation, "UBND")
}

func (y *seasonPapers) minutesSymbol() string { return orElse(y.s.Session.Symbol, "BB-HĐTĐKT") }

// awardNames gives the awards of the season joined; several titles by their class
// alone: "các danh hiệu thi đua năm 2026 và Giấy khen của Chủ tịch ...".
func (y *seasonPapers) awardNames() string {
	var titles, forms []string
	for _, a := range y.out.Awards() {
		if a.Class == award.Title {
			titles = append(titles, y.awardName(a))
		} else {
			forms = append(forms, y.awardName(a))
		}
	}
	if len(titles) > 1 {
		titles = []string{"các danh hiệu thi đua" + y.inYear()}
	}
	return joinAnd(append(titles, forms...))
}

// awardName gives an award inside a sentence: Giấy khen của Chủ tịch ..., danh hiệu
// “Lao động tiên tiến” năm 2026.
func (y *seasonPapers) awardName(a *award.Award) string {
	name := a.FullName(y.out.Day, y.decider())
	if a.Class == award.Title {
		return "danh hiệu " + name + y.inYear()
	}
	return name
}

// inYear gives the year of the season behind the name of a title; nothing where it
// is not known.
func (y *seasonPapers) inYear() string {
	if y.s.Year == 0 {
		return ""
	}
	return " năm " + itoa(y.s.Year)
}

// gifts says which award goes to whom or to how many.
func (y *seasonPapers) gifts() string {
	one := y.only()
	var all []string
	for _, a := range y.out.Awards() {
		to := one
		if to == "" {
			to = y.out.CountOf(a)
		}
		all = append(all, y.awardName(a)+" cho "+to)
	}
	return strings.Join(all, "; ")
}

// give gives the verb: to give, or to give to the dead where all of them are.
func (y *seasonPapers) give() string {
	all := y.awarded()
	for _, r := range all {
		if !r.Nominee.Posthumous {
			return "tặng"
		}
	}
	if len(all) == 0 {
		return "tặng"
	}
	return "truy tặng"
}

// proposer gives who proposes in the decision: the head of the unit that submits,
// "Trưởng phòng Văn hóa - Xã hội" of "Phòng Văn hóa - Xã hội"; the unit where no
// head is known, the council without a submission.
func (y *seasonPapers) proposer() string {
	s := y.s.Submission
	if s == nil || s.Unit == "" {
		return y.council()
	}
	if s.Signer == nil {
		return s.Unit
	}
	head := s.Signer.Position
	if n := len(s.Signer.ActingFor); n > 0 {
		head = s.Signer.ActingFor[0]
	}
	return headOf(head, s.Unit)
}

// headOf joins a position and a unit; words that both have stand once.
func headOf(position, unit string) string {
	if position == "" || vi.Fold(position) == "chủ tịch" {
		return unit
	}
	have, want := strings.Fields(position), strings.Fields(unit)
	for n := min(len(have), len(want)); n > 0; n-- {
		if vi.Fold(strings.Join(have[len(have)-n:], " ")) == vi.Fold(strings.Join(want[:n], " ")) {
			return strings.Join(append(have, want[n:]...), " ")
		}
	}
	return position + " " + unit
}

func joinAnd(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " và " + parts[len(parts)-1]
}

// only gives the one awardee of the season inside a sentence: "ông Nguyễn Văn
// A, Trưởng thôn Kim"; empty when there are several.
func (y *seasonPapers) only() string {
	var one *award.Result
	for i := range y.out.Lists {
		for _, r := range y.out.Lists[i].Results {
			if one != nil {
				return ""
			}
			one = r
		}
	}
	if one == nil {
		return ""
	}
	n := one.Nominee
	name := n.Name
	switch {
	case n.Kind == plan.Household:
		name = "hộ gia đình " + strings.TrimSpace(vi.Lower(n.Honorific)+" "+n.Name)
	case n.Honorific != "":
		name = vi.Lower(n.Honorific) + " " + n.Name
	}
	if at := roleAndUnit(&n.Awardee); at != "" {
		name += ", " + at
	}
	return name
}

// roleAndUnit gives what stands behind a name: post and unit, or address.
func roleAndUnit(a *plan.Awardee) string {
	switch {
	case a.Role != "" && a.Unit != "":
		return a.Role + ", " + a.Unit
	case a.Role != "":
		return a.Role
	}
	return a.Unit
}

// amounts says what each kind of awardee gets, for each award where there are
// several. Who gets something else stands with the sum in the list.
func amounts(o *award.Outcome) string {
	several := len(o.Awards()) > 1
	type key struct {
		code string
		kind plan.Recipient
		sum  plan.Money
	}
	seen := make(map[key]bool)
	var parts []string
	for i := range o.Lists {
		for _, r := range o.Lists[i].Results {
			k := key{r.Award.Code, r.Nominee.Kind, r.Pay.Amount}
			if seen[k] {
				continue
			}
			seen[k] = true
			text := k.kind.Term()
			if several { // whom it is for stands behind the sum
				text = r.Award.NameOn(o.Day)
				if r.Award.Class == award.Title {
					text = "danh hiệu “" + text + "”"
				}
			}
			parts = append(parts, text+" "+k.sum.String()+" đồng/"+per(k.kind))
		}
	}
	return strings.Join(parts, "; ")
}

func per(k plan.Recipient) string {
	switch k {
	case plan.Individual:
		return "người"
	case plan.Household:
		return "hộ"
	}
	return k.Term()
}
