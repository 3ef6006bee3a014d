package season

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/vi"
)

// seasonView is what the templates of a season see.
type seasonView struct {
	Title, Reason      string
	Year               int
	Period             string // năm 2026; năm học 2025 - 2026
	Unit, UnitWord     string // xã Cẩm Hòa; xã
	Committee, Decider string // Ủy ban nhân dân xã Cẩm Hòa; Chủ tịch Ủy ban nhân dân xã Cẩm Hòa
	Council, Office    string // Hội đồng ... xã; Phòng Văn hóa - Xã hội
	Counts             string // 07 tập thể, 26 cá nhân và 04 hộ gia đình
	Awards             string // Giấy khen của Chủ tịch ...; several joined with "và"
	Give               string // tặng; truy tặng; tặng và truy tặng
	Gifts              string // tặng Giấy khen của Chủ tịch ... cho 07 tập thể và 26 cá nhân; danh hiệu “...” cho 03 cá nhân
	Proposer           string // Trưởng phòng Văn hóa - Xã hội
	One                string // the only awardee inside a sentence; empty for several
	Concerned          string // the only awardee, or the family, as who carries the decision out; empty for several
	With               string // what the money goes with, where all get the same: Giấy khen
	Amounts            string // tập thể 1.520.000 đồng/tập thể; ...
	Total, TotalWords  string
	Fund               string
	Executors          string
	Nominees           string // the kinds of nominees: Tập thể, cá nhân, hộ gia đình
	List               string // the kinds of awardees: Tập thể, cá nhân, hộ gia đình
	Recipients         string // the same inside a sentence: tập thể, cá nhân, hộ gia đình

	Inline   bool // the decision names its several awardees in its first article
	Enclosed bool // those proposed stand in a list behind the tờ trình
	Minutes  bool // the season has a meeting of the council
	Reports  bool // some of those proposed have handed in or written a report
	Drafted  bool // the season has a decision

	MinutesRef, SubmissionRef, DecisionRef plan.Prose
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
	Counted                             string // hour and date of the end of the count; empty where nobody gave the hour
	HasBallots                          bool
}

func (y *maker) view() seasonView {
	s, o := y.s, y.out
	v := seasonView{
		Title: s.Title, Reason: s.Reason, Year: s.Year, Period: strings.TrimSpace(y.inYear()),
		Unit: y.unit(), Committee: s.Issuer.Name, Decider: y.decider(),
		Council: y.council(), Counts: o.CountText(), Total: o.Total.String(), TotalWords: vi.UpperFirst(o.Total.Words()),
		Amounts: amounts(o), Fund: y.all.Decider.Fund,
	}
	v.UnitWord = y.all.Decider.Short
	switch {
	case s.Fund != nil && s.Fund.Basis != "":
		v.Fund = s.Fund.Basis
	case y.alone != nil && y.alone.Fund != "":
		v.Fund = y.alone.Fund
	}
	v.Awards, v.Gifts, v.Give = y.awardNames(), y.gifts(), y.give()
	if all := o.Awards(); len(all) == 1 { // Giấy khen is what is handed over itself
		if paper := all[0].CertificateOn(o.Day); strings.HasPrefix(all[0].NameOn(o.Day), paper) {
			v.With = paper
		}
	}
	v.Proposer = y.proposer()
	v.One, v.Concerned = y.only(inSentence), y.only(carriesOut)
	v.Inline = y.inline()
	v.Reason = markup.Stopless(v.Reason)
	if rest, ok := phrase.CutWords(v.Reason, "đã"); ok {
		v.Reason = rest
	}
	v.Recipients = strings.Join(y.kinds(), ", ")
	v.List = vi.UpperFirst(v.Recipients)
	v.Nominees = y.nomineeKinds()
	v.Minutes, v.Reports, v.Drafted = s.Session != nil, slices.ContainsFunc(y.awarded(), hasReport), s.Decision != nil
	if d := s.Decision; d != nil {
		v.DecisionRef = cited(d.Number, y.decisionSymbol(), d.Date)
		v.Executors = executors(d.Executors)
	}
	if m := s.Submission; m != nil {
		v.Office = m.Unit
		v.SubmissionRef = cited(m.Number, y.symbol(s.SubmissionSymbol(), ""), m.Date)
	}
	if m := s.Session; m != nil {
		v.MinutesRef = cited(m.Number, y.minutesSymbol(), m.Date)
		v.Session = y.viewSession()
	}
	return v
}

// hasReport reports whether there is a report on what an awardee has done.
func hasReport(r *award.Result) bool {
	return r.Nominee.Report != "" || slices.Contains(r.Nominee.Dossier, "report")
}

// kinds names the kinds of awardees that there are, in their order.
func (y *maker) kinds() []string {
	var kinds []string
	for i := range y.out.Lists {
		if l := &y.out.Lists[i]; len(l.Results) > 0 {
			kinds = append(kinds, l.Recipient.Term())
		}
	}
	return kinds
}

func (y *maker) decisionSymbol() string { return y.symbolOf(y.s.Decision) }

// symbolOf gives the symbol of a decision: its own, or QĐ-UBND.
func (y *maker) symbolOf(d *plan.Ruling) string {
	usual := "UBND"
	if y.all.Decider.IsParty() {
		usual = "ĐU"
	}
	return y.symbol(zero.Or(d).Symbol, "QĐ-"+cmp.Or(y.s.Issuer.Abbreviation, usual))
}

func (y *maker) minutesSymbol() string { return y.symbol(y.s.Session.Symbol, "BB-HĐTĐKT") }

// symbol gives the symbol of a paper, its own or the usual one, as it stands on the paper and wherever it is cited: TTr/BTC of the Party.
func (y *maker) symbol(own, usual string) string {
	symbol := cmp.Or(own, usual)
	if y.all.Decider.IsParty() && !strings.Contains(symbol, "/") {
		return strings.Replace(symbol, "-", "/", 1)
	}
	return symbol
}

// awardNames gives the awards of the season joined; several titles by their class
// alone: "các danh hiệu thi đua năm 2026 và Giấy khen của Chủ tịch ...".
func (y *maker) awardNames() string {
	var titles, forms []string
	for _, a := range y.out.Awards() {
		if a.IsTitle() {
			titles = append(titles, y.awardName(a))
		} else {
			forms = append(forms, y.awardName(a))
		}
	}
	if len(titles) > 1 {
		titles = []string{"các danh hiệu thi đua" + y.inYear()}
	}
	return vi.JoinAnd(append(titles, forms...))
}

// awardName gives an award inside a sentence: Giấy khen của Chủ tịch ..., danh hiệu
// “Lao động tiên tiến” năm 2026.
func (y *maker) awardName(a *award.Award) string {
	name := a.FullName(y.out.Day, y.decider())
	if a.IsTitle() {
		return "danh hiệu " + name + y.inYear()
	}
	return name
}

// inYear gives the year of the season behind the name of a title; nothing where it
// is not known.
func (y *maker) inYear() string {
	switch term := y.s.Period.Term(); {
	case term != "":
		return " " + term
	case y.s.Year == 0:
		return ""
	}
	return " năm " + strconv.Itoa(y.s.Year)
}

// gifts says which award goes to whom or to how many, the dead behind the living.
func (y *maker) gifts() string {
	one := y.only(inSentence)
	var all []string
	for _, verb := range verbs(y.awarded()) {
		some := y.out.Part(slices.DeleteFunc(y.awarded(), func(r *award.Result) bool { return verbOf(r) != verb }))
		for i, a := range some.Awards() {
			text := y.awardName(a) + " cho " + cmp.Or(one, some.CountOf(a))
			if i == 0 {
				text = verb + " " + text
			}
			all = append(all, text)
		}
	}
	return strings.Join(all, "; ")
}

// verbOf returns the verb: to give, or to give to the dead.
func verbOf(r *award.Result) string {
	if r.Nominee.Posthumous {
		return "truy tặng"
	}
	return "tặng"
}

// verbs returns the verbs of some awards, tặng first.
func verbs(all []*award.Result) []string {
	var given []string
	for _, verb := range []string{"tặng", "truy tặng"} {
		if slices.ContainsFunc(all, func(r *award.Result) bool { return verbOf(r) == verb }) {
			given = append(given, verb)
		}
	}
	return given
}

// give returns the verb of all awards: both where there are living and dead.
func (y *maker) give() string {
	return cmp.Or(vi.JoinAnd(verbs(y.awarded())), "tặng")
}

// proposer returns who proposes in the decision: the head of the unit that submits,
// "Trưởng phòng Văn hóa - Xã hội" of "Phòng Văn hóa - Xã hội"; the unit where no
// head is known, the council without a submission; nobody where several decide together without one.
func (y *maker) proposer() string {
	s := y.s.Submission
	if s == nil || s.Unit == "" {
		if y.all.Decider.Collective && y.s.Council == nil && y.s.Session == nil {
			return ""
		}
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

// headOf joins a position and a unit that are no chairman's.
func headOf(position, unit string) string {
	if position == "" || vi.Fold(position) == "chủ tịch" {
		return unit
	}
	return phrase.JoinPost(position, unit)
}

// only returns the one awardee of the season in some words; empty when there are several.
func (y *maker) only(words func(*plan.Awardee) string) string {
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
	return words(y.awardee(one))
}

// carriesOut returns an awardee among those who carry a decision out: by the name alone,
// since a post behind it would read as one more of them; the family of a dead one.
func carriesOut(a *plan.Awardee) string {
	b := *a
	b.Role, b.Unit = "", ""
	if a.Posthumous {
		return "gia đình " + inSentence(&b)
	}
	return inSentence(&b)
}

// inSentence gives an awardee as a sentence says it: "bà Nguyễn Thị Hoa, Chi hội
// trưởng Chi hội Phụ nữ, thôn Đồng Chùa".
func inSentence(a *plan.Awardee) string {
	name := whole(a.BareName())
	switch honorific := vi.Lower(a.Address()); {
	case a.Kind == plan.Household:
		name = "hộ gia đình " + strings.TrimSpace(honorific+" "+name)
	case honorific != "":
		name = honorific + " " + name
	}
	if at := roleAndUnit(a); at != "" {
		name += ", " + at
	}
	return name
}

// roleAndUnit returns what stands behind a name: post and unit, or address.
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
// several: "Giấy khen 1.520.000 đồng/tập thể, 760.000 đồng/người; danh hiệu ...".
// Who gets something else stands with the sum in the list.
func amounts(o *award.Outcome) string {
	several := len(o.Awards()) > 1
	var order []string
	sums := make(map[string][]string) // by award, or by kind of awardee
	for i := range o.Lists {
		for _, r := range o.Lists[i].Results {
			if r.Pay.Amount == 0 {
				continue
			}
			of := r.Nominee.Kind.Term()
			if several { // whom it is for stands behind the sum
				of = r.Award.NameOn(o.Day)
				if r.Award.IsTitle() {
					of = "danh hiệu “" + of + "”"
				}
			}
			if sums[of] == nil {
				order = append(order, of)
			}
			if sum := r.Pay.Amount.String() + " đồng/" + per(r.Nominee.Kind); !slices.Contains(sums[of], sum) {
				sums[of] = append(sums[of], sum)
			}
		}
	}
	for i, of := range order {
		order[i] = of + " " + strings.Join(sums[of], ", ")
	}
	return strings.Join(order, "; ")
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

// cited is another paper as texts cite it, with blanks for what is not known yet.
func cited(number, symbol string, d plan.Date) plan.Prose {
	return plan.Prose(markup.Cite(number, symbol, d.Year, d.Month, d.Day))
}

// escaped makes s plain text in the eyes of whoever reads marks.
func escaped(s string) plan.Prose { return plan.Prose(markup.Escape(s)) }

// midLine is escaped for a text behind other words.
func midLine(s string) plan.Prose { return plan.Prose(markup.Inside(s)) }
