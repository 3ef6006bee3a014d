package draft

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// annex is what stands behind the signature, on pages of its own.
type annex struct {
	kind  string // of an attachment
	label string
	title []string
	lines []line
	wide  bool
}

var (
	annexLine = pattern.New(`^(?i:(phụ lục)(?:\s+(?:số\s+)?([IVXLC]+|[0-9]+|[A-Z]))?)\s*[.:]?$`)
	formLine  = pattern.New(`^(?i:mẫu|biểu)(?i:\s+(?:số|mẫu số|mẫu))?\s*[:.]?\s*[0-9]{1,3}[A-Za-z]?(?:[/.-][\p{L}0-9-]+)*[.:]?$`)
	attached  = pattern.New(`^\(?(?i:(ban hành )?kèm theo)\s.*\)?$`)
)

// opensAnnex reports whether a line begins an annex.
func opensAnnex(l *line) bool {
	if l.table != nil {
		return false
	}
	s := tidy(l.text)
	return l.page && formLine.MatchString(s) || (l.center || l.page) && annexLine.MatchString(s) ||
		phrase.IsUpper(s) && strings.HasPrefix(s, "PHỤ LỤC") && len(s) < 120
}

// readAnnexes reads what stands behind the foot.
func (r *reader) readAnnexes(from int) {
	i := from
	if r.decides() {
		i = r.readAttachment(i)
	}
	for k := i; k < len(r.lines); k++ {
		r.openBeside(k)
		r.lines[k].page = r.lines[k].page || r.labelAlone(k)
	}
	for i = r.headBehind(i); i < len(r.lines) && !opensAnnex(&r.lines[i]) && !r.opensList(i); i++ {
		if l := &r.lines[i]; l.table == nil && formLine.MatchString(tidy(l.text)) {
			l.page = true // behind the foot a form stands on a page of its own
			break
		}
		if r.kind.ID != "cong-van" || r.lines[i].table != nil || !r.contact(&r.lines[i]) { // which stands at the foot of a letter's page
			r.loose(&r.lines[i])
		}
	}
	for i < len(r.lines) {
		a := annex{wide: r.lines[i].wide}
		first, refers := &r.lines[i], false
		if opensAnnex(first) {
			a.label = tidy(first.text)
			i++
		}
		for ; i < len(r.lines) && r.isAnnexTitle(i); i++ {
			a.title = append(a.title, tidy(r.lines[i].text))
		}
		r.sayListHead(first, a.title)
		other := false // a reference is not the one that the paper prints
		for i < len(r.lines) && !opensAnnex(&r.lines[i]) {
			l := r.lines[i]
			said, end := r.reference(i)
			if a.isTitled() && end > i && r.refersHere(said, &l) {
				for k := range a.lines {
					a.title = append(a.title, tidy(a.lines[k].text))
				}
				a.lines = nil
				refers = true
				i = end
				continue
			}
			other = other || end > i
			a.lines = append(a.lines, l)
			a.wide = a.wide || l.wide
			i++
		}
		if !refers {
			r.unreferred(first, other)
		}
		r.annexes = append(r.annexes, a)
		r.take("annexes", "phụ lục", Sure, first, "")
	}
}

// sayListHead warns of the name of a body above the title of a list: who made the list is no part of its title.
func (r *reader) sayListHead(first *line, title []string) {
	at := slices.IndexFunc(title, opensForm)
	if at < 1 || !opensAgency(title[0]) {
		return
	}
	r.say(first, diag.Diagnostic{
		Level: diag.Warning, Rule: ruleForm, Found: strings.Join(title[:at], " "),
		Message: "tên cơ quan phía trên " + quote(title[at]) + " đứng trong tên phụ lục; văn bản in liền với tên ấy",
		Fix:     "xóa trong title của phụ lục; danh sách của cơ quan khác thì tách thành văn bản riêng",
	})
}

// unreferred says of an annex that the paper prints what it belongs to, beside another reference that the draft has.
func (r *reader) unreferred(first *line, other bool) {
	d := diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm,
		Message: "phụ lục không ghi kèm theo văn bản nào; văn bản in dòng (Kèm theo ...) dưới tên phụ lục",
	}
	if other {
		d.Message = "phụ lục có dòng (Kèm theo ...) khác với văn bản này, hoặc không đứng ngay dưới tên phụ lục: " +
			"văn bản giữ dòng ấy, và in thêm dòng của mình dưới tên phụ lục"
		d.Fix = "xem lại; là dòng của văn bản này thì xóa trong tệp YAML"
	}
	r.say(first, d)
}

// person begins with how people are called before their names.
var person = pattern.New(`^(?:Ông|Bà|Đồng chí|Đ/c|Em|Anh|Chị|Cháu)\s+\p{Lu}`)

// isTitled reports whether the lines of an annex so far can be of its title: none, or few short ones below that in capitals, more of
// them where all stand in the middle and none is a name. Persons are none.
func (a *annex) isTitled() bool {
	const most, middle, long = 2, 6, 120
	return len(a.lines) <= middle && !slices.ContainsFunc(a.lines, func(l line) bool {
		return l.table != nil || utf8.RuneCountInString(l.text) >= long || isMarked(l.text) || person.MatchString(l.text) ||
			len(a.lines) > most && (!l.center || isName(l.text))
	})
}

// attachedKinds are papers that are issued with a decision though they are no kind of their own.
var attachedKinds = []string{"Điều lệ", "Nội quy", "Danh mục", "Bộ tiêu chí", "Quy trình", "Đề cương", "Quy ước", "Hương ước"}

// attachedKind gives the kind of an attachment that a line names, and the rest of the line.
func (r *reader) attachedKind(s string) (kind, rest string) {
	if k := r.kindOf(s); k.ID != "" {
		return k.ID, ""
	}
	for _, name := range attachedKinds {
		if rest, ok := phrase.CutWords(s, name); ok && phrase.IsUpper(s) {
			return vi.Slug(name), tidy(rest)
		}
	}
	k, rest := r.kindHead(s)
	return k.ID, rest
}

// readAttachment reads the paper that is issued with a decision, from line i on: a letterhead
// again, its title, what it belongs to, its text. It gives the line behind it, or i for none.
func (r *reader) readAttachment(i int) int {
	at := i
	var again []string
	for ; at < len(r.lines); at++ {
		items := r.itemsOf(&r.lines[at])
		if slices.ContainsFunc(items, func(it item) bool { return !r.isHeadAgain(it) }) {
			break
		}
		for _, it := range items {
			again = append(again, it.text)
		}
	}
	if at == len(r.lines) || r.lines[at].table != nil {
		return i
	}
	kind, subject := r.attachedKind(r.lines[at].text)
	if kind == "" || kind == "cong-van" || slices.ContainsFunc(again, isNumber) && r.findRecipients(at) >= 0 && !r.isIssuedWith(at) {
		return i
	}
	first := &r.lines[at]
	a := &annex{kind: kind, title: []string{subject}}
	title := first.text[:len(first.text)-len(subject)]
	at++
	for ; at < len(r.lines) && r.isSubject(at) && !attached.MatchString(r.lines[at].text); at++ {
		l := &r.lines[at]
		if l.plain && len(a.title) >= 2 || !l.plain && !l.bold {
			break
		}
		a.title = append(a.title, tidy(l.text))
	}
	if tidy(strings.Join(a.title, " ")) == "" {
		return i
	}
	r.own = append(append(r.own, again...), title)
	for ; at < len(r.lines) && !opensAnnex(&r.lines[at]); at++ {
		l := r.lines[at]
		if said, end := r.reference(at); len(a.lines) == 0 && end > at && r.refersHere(said, &l) {
			at = end - 1
			continue
		}
		a.lines = append(a.lines, l)
	}
	r.attach = a
	r.take("attachment", "văn bản ban hành kèm theo", Sure, first, "")
	return at
}

// attachment makes the paper that is issued with a decision.
func (r *reader) attachment() *plan.Attachment {
	if r.attach == nil {
		return nil
	}
	a := &plan.Attachment{Kind: r.attach.kind, Subject: tidy(strings.Join(r.attach.title, " "))}
	r.saySigned(r.attach.lines)
	blocks := r.blocks(r.attach.lines, true)
	r.note(blocks)
	if len(blocks) == 1 && blocks[0].table == nil {
		a.Body = plan.Prose(blocks[0].text)
	} else {
		a.Sections = sections(blocks)
	}
	return a
}

// opensList reports whether line i begins a list or a form on a page of its own.
func (r *reader) opensList(i int) bool {
	l := &r.lines[i]
	return l.table == nil && phrase.IsUpper(l.text) && (l.page || l.center || l.plain) && !isAuthority(l.text) && len(l.text) < 200
}

func (r *reader) isAnnexTitle(i int) bool {
	l := &r.lines[i]
	if l.table != nil || attached.MatchString(l.text) || isRule(l.text) {
		return false
	}
	if f := letters(l.text); f == motto || f == motto2 || f == partyMotto {
		return false // a form, with a head of its own
	}
	return phrase.IsUpper(l.text) && !isMarked(l.text) || l.center && l.bold
}

// reference gives the words from line i on that say what an annex belongs to, and the line behind them: "(Kèm theo Quyết định số 9",
// "của Chủ tịch)" may be two. A bracket that stays open belongs to its own line alone. It gives i for none.
func (r *reader) reference(i int) (string, int) {
	const most = 4 // lines of a reference
	if r.lines[i].table != nil || !attached.MatchString(r.lines[i].text) {
		return "", i
	}
	said := r.lines[i].text
	if strings.Count(said, "(") != strings.Count(said, ")")+1 {
		return said, i + 1
	}
	for k := i + 1; k < min(i+most, len(r.lines)); k++ {
		l := &r.lines[k]
		if l.table != nil || l.page || isMarked(l.text) || strings.Contains(l.text, "(") {
			break
		}
		said += " " + l.text
		if _, after, closed := strings.Cut(l.text, ")"); closed && after == "" {
			return said, k + 1
		} else if closed {
			break
		}
	}
	return r.lines[i].text, i + 1
}

// refersHere reports whether a reference is to the paper, which prints its own. Who issues it may stand in other words, which is said.
func (r *reader) refersHere(said string, l *line) bool {
	what, who, _ := strings.Cut(said, " của ")
	own := r.refers(who)
	if !r.refers(what) || !own && (!strings.Contains(what, " số") || !isIssuer(who)) {
		return false
	}
	r.referred = append(r.referred, said)
	if !own {
		r.say(l, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleForm, Found: said,
			Message: "người ban hành trong " + quote(said) + " khác với văn bản; văn bản in dòng này theo người ban hành của mình",
			Fix:     "kiểm tra người ký và tên cơ quan; phụ lục của văn bản khác thì tách thành văn bản riêng",
		})
	}
	return true
}

// issuerWords are the words in small letters of posts, bodies and units.
var issuerWords = sync.OnceValue(func() words {
	all := make(words)
	for _, name := range slices.Concat(agencies, topics, positions, sectors, unitWords, []string{"nhân dân", "và"}) {
		all.add(name, 1)
	}
	return all
})

// isIssuer reports whether words are no more than who issues a paper: small letters stand in them only for posts, bodies and units.
func isIssuer(s string) bool {
	s = strings.TrimRight(s, ")./ ")
	return (opensAgency(s) || opensPosition(s)) && !strings.ContainsAny(s, ";:.()0123456789") &&
		!slices.ContainsFunc(strings.Fields(s), func(w string) bool { return isSmall(w) && issuerWords()[strings.TrimSuffix(w, ",")] == 0 })
}

// refers reports whether a part of what an annex belongs to has no word that the paper
// does not make itself.
func (r *reader) refers(s string) bool {
	if r.known == nil || r.knownOf != len(r.own) {
		r.known, r.knownOf = make(words), len(r.own)
		for _, known := range append([]string{
			"ban hành kèm theo số ngày tháng năm của chủ tịch", r.kind.Name, r.kind.Abbreviation, r.head.Number, r.symbol,
			r.head.Issuer.Name, "hội đồng nhân dân ủy ban nhân dân",
		}, r.own...) {
			r.known.add(known, 1)
		}
		if d := r.head.DecidedBy; d != nil {
			r.known.add(d.Title, 1)
		}
	}
	have, said := r.known, make(words)
	said.add(s, 1)
	for w := range said {
		if have[w] == 0 && have["0"+w] == 0 && have[strings.TrimLeft(w, "0")] == 0 { // 05/09/2026: ngày 05 tháng 9
			return false
		}
	}
	return true
}

// annexValues makes the annexes of the paper.
func (r *reader) annexValues() []plan.Annex {
	var all []plan.Annex
	numbered := 0 // annexes that the paper numbers: those that are called so
	for i := range r.annexes {
		if annexLine.MatchString(r.annexes[i].label) {
			numbered++
		}
	}
	number := 0
	for i := range r.annexes {
		a := &r.annexes[i]
		v := plan.Annex{Title: strings.Join(a.title, " "), Landscape: a.wide}
		usual := "PHỤ LỤC"
		if annexLine.MatchString(a.label) {
			number++
		}
		if numbered > 1 {
			usual += " " + vi.Roman(number)
		}
		switch {
		case v.Title == "" && a.label == "":
			v.Title, v.Label = "PHỤ LỤC", plan.NoLabel // an annex needs a title
			r.extra = append(r.extra, v.Title)
		case v.Title == "":
			v.Title, v.Label = a.label, plan.NoLabel
		case a.label == "":
			v.Label = plan.NoLabel
		case vi.FoldName(a.label) == vi.FoldName(usual):
			r.own = append(r.own, a.label)
		default:
			v.Label = a.label
		}
		r.saySigned(a.lines)
		blocks := r.blocks(a.lines, true)
		r.note(blocks)
		switch {
		case len(blocks) == 1 && blocks[0].table != nil:
			v.Table = blocks[0].table
		case len(blocks) == 1:
			v.Body = plan.Prose(blocks[0].text)
		default:
			v.Sections = sections(blocks)
		}
		all = append(all, v)
	}
	return all
}

func sections(blocks []block) []plan.Section {
	var all []plan.Section
	for _, b := range blocks {
		if b.table != nil {
			all = append(all, plan.Section{Table: b.table})
		} else {
			all = append(all, plan.Section{Body: plan.Prose(b.text)})
		}
	}
	return all
}
