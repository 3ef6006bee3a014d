package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// readLead reads what stands between the title and the body: who decides, the addressees, the
// bases, the order.
func (r *reader) readLead(i int) int {
	decides := r.decides()
	order := -1 // the line of the order below
	if decides {
		order = r.orderFrom(i)
	}
	for ; i < len(r.lines); i++ {
		l := &r.lines[i]
		switch {
		case l.table != nil:
			if !r.addresseeTable(l) {
				return i
			}
		case isRule(l.text):
		case i == order:
			if !r.order(l) {
				r.unordered(l)
				return i
			}
			next, more := r.belowOrder(i)
			if !more {
				return i + 1
			}
			order = next
		case decides && r.isDecider(l) && r.head.DecidedBy == nil && r.head.LegalBases == nil:
			r.decider(l)
		case decides && (order >= 0 || sessionLine.MatchString(l.text)) && phrase.IsUpper(l.text) && r.head.DecidedBy != nil &&
			r.head.LegalBases == nil:
			r.session(l)
		case sentTo.MatchString(l.text) && r.head.Addressees == nil:
			i = r.addressees(i)
		case r.kind.ID == "cong-dien" && isTelegraph(l.text) && r.head.Addressees == nil:
			i = r.telegraphs(i)
		case order >= 0, isBase(l.text) && r.opensBases(i):
			r.base(l)
		default:
			r.unordered(l)
			return i
		}
	}
	return i
}

// orderFrom gives the line of the order of a decision, at line i or below it; -1 for none.
func (r *reader) orderFrom(i int) int {
	const far = 60 // lines above the text
	lead := r.lines[i:min(i+far, len(r.lines))]
	at := slices.IndexFunc(lead, func(l line) bool { return isOrder(l.text) || r.joinedOrder(l.text) != "" })
	if at < 0 { // in small letters
		at = slices.IndexFunc(lead, func(l line) bool { return strings.HasSuffix(l.text, ":") && isOrder(vi.Upper(l.text)) })
	}
	if at < 0 {
		return -1
	}
	return i + at
}

// order reads the line of the order, and reports whether it is one: who decides may stand in it, but no other than above.
func (r *reader) order(l *line) bool {
	who := r.joinedOrder(l.text)
	said := l.text[len(who):]
	switch decider := r.head.DecidedBy; {
	case who == "" && phrase.IsUpper(said):
		r.own = append(r.own, said)
	case who == "":
		r.prints(l, said, vi.Upper(said))
	case decider == nil:
		r.head.DecidedBy = &plan.DecidedBy{Title: r.decaseOf("decided_by", "thẩm quyền ban hành", who, l)}
		r.take("decided_by", "thẩm quyền ban hành", Sure, l, "")
		r.own = append(r.own, said)
	case !strings.Contains(fold(r.textOf("decided_by")), fold(who)):
		return false
	default:
		r.prints(l, l.text, tidy(said))
	}
	r.take("order", "lời lệnh", Sure, l, "")
	return true
}

// belowOrder says of an order in line i that it comes again, or that the bases stand below it, and gives where it comes again,
// -1 for nowhere. more: there is such.
func (r *reader) belowOrder(i int) (next int, more bool) {
	next = i + 1
	for ; next < len(r.lines) && r.joinedOrder(r.lines[i].text) != "" && isBase(r.lines[next].text); next++ {
		more = more || strings.HasSuffix(r.lines[next].text, ";")
	}
	again := next < len(r.lines) && (more || next == i+1) && isOrder(r.lines[next].text)
	switch {
	case again:
		r.say(&r.lines[next], diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm, Found: r.lines[next].text, Message: "lời lệnh ghi hai lần; văn bản in một lần, dưới căn cứ",
		})
	case more:
		r.say(&r.lines[i], diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm, Found: r.lines[i].text, Message: "lời lệnh đứng trên căn cứ; văn bản in dưới căn cứ",
		})
		next = -1
	}
	return next, more || again
}

// sessionLine opens the line that says which session of a council decides.
var sessionLine = pattern.New(`^(?:KHÓA|KHOÁ|KỲ HỌP|NHIỆM KỲ) `)

// unordered says of a decision or resolution that has no order that the paper prints one: those that make law have none, and
// forms of their own.
func (r *reader) unordered(l *line) {
	if r.party || r.head.DecidedBy == nil || r.has("order") {
		return
	}
	order := map[string]string{"quyet-dinh": "QUYẾT ĐỊNH:", "nghi-quyet": "QUYẾT NGHỊ:"}[r.kind.ID]
	r.say(l, diag.Diagnostic{
		Level: diag.Warning, Rule: ruleForm, Expected: order,
		Message: "bản nháp không có dòng " + quote(order) + ", văn bản in dòng ấy",
		Fix:     "văn bản quy phạm pháp luật không có dòng ấy thì soạn theo mẫu của văn bản quy phạm pháp luật",
	})
}

func isOrder(s string) bool {
	f := letters(s)
	return phrase.IsUpper(s) && (f == letters("Quyết định") || f == letters("Quyết nghị"))
}

// joinedOrder gives who decides in an order that stands in one line with them: BAN THƯỜNG VỤ ĐẢNG ỦY XÃ QUYẾT ĐỊNH.
func (r *reader) joinedOrder(s string) string {
	bare := strings.TrimRight(s, " :")
	i := strings.LastIndex(bare, " QUYẾT ")
	if i < 0 || !isOrder(bare[i:]) || r.partyTitle() || !phrase.IsUpper(s) || !opensAgency(s) && !opensPosition(s) {
		return ""
	}
	return s[:i]
}

// isDecider reports whether a line says who decides: an office or a body in capitals.
func (r *reader) isDecider(l *line) bool {
	if !phrase.IsUpper(l.text) || strings.HasSuffix(l.text, ":") || r.kindOf(l.text).ID != "" || isMarked(l.text) {
		return false
	}
	return opensAgency(l.text) || opensPosition(l.text)
}

func (r *reader) decider(l *line) {
	issuer, said := vi.FoldName(r.head.Issuer.Name), vi.FoldName(l.text)
	switch {
	case issuer == "":
		r.head.DecidedBy = &plan.DecidedBy{Title: r.decaseOf("decided_by", "thẩm quyền ban hành", l.text, l)}
	case said == issuer:
		r.head.DecidedBy = &plan.DecidedBy{By: plan.ByCommittee}
		r.own = append(r.own, l.text)
	case said == "chủ tịch "+issuer:
		r.head.DecidedBy = &plan.DecidedBy{By: plan.ByChairman}
		r.own = append(r.own, l.text)
		r.chairman = l
	default:
		r.head.DecidedBy = &plan.DecidedBy{Title: r.decaseOf("decided_by", "thẩm quyền ban hành", l.text, l)}
	}
	r.take("decided_by", "thẩm quyền ban hành", Sure, l, "")
}

// settleDecider keeps the words of who decides where the paper, which takes them from the signature, would have
// others.
func (r *reader) settleDecider() {
	l := r.chairman
	if d := r.head.DecidedBy; l == nil || d == nil || d.By != plan.ByChairman {
		return
	}
	head := ""
	if n := len(r.foot.Signers); n > 0 {
		head = r.foot.Signers[n-1].Position
		if acting := r.foot.Signers[n-1].ActingFor; len(acting) > 0 {
			head = acting[0]
		}
	}
	if vi.FoldName(head) == "chủ tịch" {
		return
	}
	r.head.DecidedBy = &plan.DecidedBy{Title: r.decaseOf("decided_by", "thẩm quyền ban hành", l.text, l)}
	r.own = slices.Delete(r.own, slices.Index(r.own, l.text), slices.Index(r.own, l.text)+1)
}

// session reads the line below a council that says which of its sessions decides.
func (r *reader) session(l *line) {
	d := r.head.DecidedBy
	if d.By != "" {
		d.By, d.Title = "", r.decase(r.own[len(r.own)-1])
		r.own = r.own[:len(r.own)-1]
	}
	said := r.decase(l.text)
	d.Title += " " + lowerFirst(said)
}

var baseWords = []string{"căn cứ ", "theo đề nghị", "xét đề nghị", "xét tờ trình"}

func isBase(s string) bool {
	f := fold(s)
	return slices.ContainsFunc(baseWords, func(w string) bool { return strings.HasPrefix(f, w) })
}

// opensBases reports whether line i is of a list of bases: it ends in a semicolon, or one that
// does stands above.
func (r *reader) opensBases(i int) bool {
	return strings.HasSuffix(r.lines[i].text, ";") || r.head.LegalBases != nil
}

func (r *reader) base(l *line) {
	text := r.rich(l)
	if n := len(r.head.LegalBases); n > 0 && isSmall(l.text) && !isBase(l.text) {
		r.head.LegalBases[n-1].Text += plan.Prose(" " + offEnd(text))
		return
	}
	r.head.LegalBases = append(r.head.LegalBases, plan.LegalBasis{Text: plan.Prose(r.withNotes(offEnd(bare(text))))})
	r.take("legal_bases", "căn cứ ban hành", Sure, l, "")
}
