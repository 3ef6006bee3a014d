package docgen

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// ownLines finds the lines of a body that the program prints around it: a whole paper was
// pasted. They come out twice.
//
// Some are nothing else wherever they stand: the motto, the paper's own number, "Nơi nhận:",
// "TM. ỦY BAN NHÂN DÂN". Others, such as the name of the body in capitals, count only
// beside one of these, a title also at the head of the text and a post above its name as its end; another number only near the
// motto. Below a line that leads to it any of them may be a sample.
func (c *Composer) ownLines(p plan.Paper, body []doc.Part) {
	l := &ownLines{c: c, head: p.Head(), foot: p.Foot(), kind: c.kind.Name, order: c.kind.Shape.Order}
	if c.kind.Shape.Decides {
		l.decider = vi.FoldName(c.decider(l.head, l.foot))
	}
	if !l.head.NoNumber && !c.kind.Shape.NoNumber {
		l.number, l.symbol = c.number(l.head), c.symbol(l.head)
	}
	l.walk(body, nil)
	c.found.Add(l.behind)
	l.certain = l.certain || l.n > 0 && l.signed == l.n
	l.dropNumbers()
	if !l.certain {
		return
	}
	l.found[0].Fix += "; bản nháp cả tờ thì lưu thành tệp .txt hoặc .docx rồi dùng vanban import"
	for _, f := range l.found {
		c.found.Add(f)
	}
}

// ownLines looks for them.
type ownLines struct {
	c    *Composer
	head *plan.Header
	foot *plan.Footer
	kind string
	// order is the line above the articles of a decision.
	order string
	// decider is who decides, as the line above the legal bases says.
	decider string
	// number and symbol are the paper's own; no symbol: none is printed.
	number, symbol string

	below   bool  // the articles of a decision are above, or a legal basis was found
	n       int   // lines so far
	leads   bool  // the line above leads to this one
	led     bool  // one above leads to a list that goes on with this one
	titled  bool  // a title stands above, with nothing but short lines between
	annexed bool  // the line above is "Phụ lục", or this with a number
	ended   bool  // it ends the paper
	mottos  []int // lines of the motto
	numbers []numberLine
	certain bool // one is nothing else
	found   diag.List
	post    int              // the last line of the signer's post, counted from 1
	signed  int              // the last line of a signature: the name below a post
	behind  *diag.Diagnostic // where what belongs behind the signature begins
	quoted  int              // quotation marks that are open
	plain   bool             // a line began with the plain mark, and nothing has closed it
	done    bool             // an annex or form of its own begins
	listed  bool             // it is a list, whose line has no number: the motto below it is of no form
}

// numberLine is a line with a number that is not the paper's own.
type numberLine struct{ n, found int }

// dropNumbers leaves only those numbers of others that stand near the motto.
func (o *ownLines) dropNumbers() {
	const near = 6 // lines of a letterhead
	for _, l := range slices.Backward(o.numbers) {
		if !slices.ContainsFunc(o.mottos, func(m int) bool { return l.n-m <= near && m-l.n <= near }) {
			o.found = slices.Delete(o.found, l.found, l.found+1)
		}
	}
}

// walk goes over the lines of parts; behind is what follows them, or nil.
func (o *ownLines) walk(parts []doc.Part, behind doc.Part) {
	for i, p := range parts {
		below := behind
		if i+1 < len(parts) {
			below = parts[i+1]
		}
		switch p := p.(type) {
		case *doc.Division:
			o.below = true
			o.next(p.Title, p.Text)
			o.led, o.titled, o.annexed = o.leads, false, false
			o.walk(p.Parts, below)
		case *doc.Prose:
			o.base(p, parts[i+1:])
			s := ""
			if isShort(p.Inlines) || o.addresses(plainText(p.Inlines[:1])) {
				s = plainText(p.Inlines)
				o.line(p.At, s, below)
			} else if o.quoted > 0 || o.plain {
				o.quotes(plainText(p.Inlines)) // it may end here
			}
			o.next(p.Inlines)
			o.led = o.leads || o.led && s != ""
			o.annexed = markup.OpensAnnex(s)
			o.titled = s != "" && !o.leads && (o.titled || phrase.IsUpper(s))
		default:
			o.next()
			o.led, o.titled, o.annexed = false, false, false
		}
	}
}

// base finds the first legal basis above the articles of a decision: the program prints bases above its order, and these below it.
func (o *ownLines) base(p *doc.Prose, below []doc.Part) {
	if o.order == "" || o.below || !opensBasis(p, "Căn cứ") {
		return
	}
	s := plainText(p.Inlines)
	if !strings.HasSuffix(s, ";") && (sayingBasis.MatchString(s) || len(below) == 0 || !opensBasis(below[0], "Căn cứ", "Theo đề nghị")) {
		return
	}
	o.below, o.certain = true, true
	o.found.Add(&diag.Diagnostic{
		Pos: p.At, Level: diag.Warning, Rule: ruleOwnLine, Found: s,
		Message: fmt.Sprintf("căn cứ ban hành %q để trong nội dung thì in dưới dòng %q", s, o.order),
		Fix:     `chuyển các dòng căn cứ vào "legal_bases" (căn cứ ban hành), mỗi căn cứ một mục`,
	})
}

// opensBasis reports whether a part begins as a legal basis does, in one of the words.
func opensBasis(p doc.Part, words ...string) bool {
	prose, ok := p.(*doc.Prose)
	if !ok || len(prose.Inlines) == 0 {
		return false
	}
	s := plainText(prose.Inlines[:1])
	return slices.ContainsFunc(words, func(w string) bool {
		rest, ok := phrase.CutWords(s, w)
		return ok && rest != ""
	})
}

// sayingBasis finds the sentences that begin as a basis does: "Căn cứ kết quả bình xét, Ủy ban nhân dân xã thống nhất như sau.".
var sayingBasis = pattern.New(`,\pZ*\p{Lu}|như sau\pP?$`)

// next goes on behind a line.
func (o *ownLines) next(parts ...[]doc.Inline) {
	o.n++
	o.leads, o.ended = false, false
	for _, in := range parts {
		if len(in) > 0 {
			s := plainText(in[len(in)-1:])
			o.leads, o.ended = strings.HasSuffix(s, ":"), strings.HasSuffix(s, "./.")
		}
	}
}

// isShort reports whether a paragraph may be one of these lines: none is long, or ends as a
// sentence does.
func isShort(in []doc.Inline) bool {
	const most = 200 // bytes
	n, last := 0, ""
	for _, i := range in {
		if t, ok := i.(*doc.Text); ok {
			n, last = n+len(t.S), t.S
		}
	}
	return n <= most && !strings.HasSuffix(last, ";") && (!strings.HasSuffix(last, ".") || strings.HasSuffix(last, ".."))
}

// addresses reports whether a line is "Kính gửi:" with names behind it or below it, while the
// paper has addressees.
func (o *ownLines) addresses(s string) bool {
	rest, ok := phrase.CutWords(s, "Kính gửi")
	return ok && len(o.head.Addressees) > 0 && strings.Contains(strings.TrimSuffix(s, rest), ":")
}

func (o *ownLines) line(at diag.Pos, s string, below doc.Part) {
	if o.quotes(s) {
		return
	}
	o.enclosed(at, s, below)
	if o.done && (!o.listed || vi.FoldName(s) != ownMotto) {
		return
	}
	o.done = false
	if startsForm(s) {
		o.done, o.listed = true, namesList(s)
		return
	}
	keys, certain := o.certainKeys(s), true
	if keys == "" {
		keys, certain = o.likelyKeys(s)
		certain = certain && o.n == len(o.found)
	}
	if keys == "" || keys == signerKeys && !o.signs(s) {
		return
	}
	certain = certain && !o.leads
	switch folded := vi.FoldName(s); {
	case strings.HasSuffix(folded, ownMotto), strings.HasSuffix(folded, ownParty):
		if certain {
			o.mottos = append(o.mottos, o.n)
		}
	case strings.HasSuffix(strings.Join(strings.FieldsFunc(folded, notLetter), " "), ownSaying):
		certain = len(o.mottos) > 0
	case ownNumber.MatchString(s) && !o.isOwnNumber(s):
		o.numbers = append(o.numbers, numberLine{o.n, len(o.found)})
		certain = false
	}
	o.certain = o.certain || certain
	fix := "bỏ dòng này khỏi nội dung"
	if o.addresses(s) && strings.HasSuffix(s, ";") {
		fix = "bỏ dòng này và các nơi nhận dưới nó khỏi nội dung"
	}
	o.found.Add(ownLine(at, s, keys, fix))
}

// signs reports whether a line is of a signature: the capacity or post of the signer, or a name directly below. A list that a
// line leads to holds such lines, too.
func (o *ownLines) signs(s string) bool {
	switch {
	case ownCapacity.MatchString(s):
		o.post, o.led = o.n+1, o.leads // it ends a list
	case o.led:
		return false
	case vi.FoldName(s) == signedMark:
		o.post = o.n + 1
		return false
	case phrase.IsUpper(s):
		o.post = o.n + 1
	case o.post == 0 || o.post < o.n:
		return false
	default:
		o.signed = o.n + 1
	}
	return true
}

// signedMark stands above the name in the copy of a signed paper.
var signedMark = vi.FoldName("(Đã ký)")

// quotes reports whether a line is of a quotation, and goes on behind it. A plain mark opens one at the head of a line alone.
func (o *ownLines) quotes(s string) bool {
	opens := strings.HasPrefix(s, `"`)
	quoted := o.quoted > 0 || o.plain || opens || strings.HasPrefix(s, "“")
	o.quoted = max(o.quoted+strings.Count(s, "“")-strings.Count(s, "”"), 0)
	if strings.Count(s, `"`)%2 == 1 {
		o.plain = opens
	}
	return quoted
}

// ownLine is the finding about a line that the program prints by itself.
func ownLine(at diag.Pos, s, keys, fix string) *diag.Diagnostic {
	return &diag.Diagnostic{
		Pos: at, Level: diag.Warning, Rule: ruleOwnLine, Found: s, Fix: fix,
		Message: fmt.Sprintf("dòng %q do chương trình in từ %s, để trong nội dung thì in hai lần", s, keys),
	}
}

// minutesEnd is how the sentence at the end of minutes begins that says when the meeting ended.
var minutesEnd = pattern.New(`^(?:(?:cuộc họp|buổi họp|phiên họp|kỳ họp|hội nghị|đại hội|buổi làm việc)\s+(?:đã\s+|được\s+)?)?` +
	`kết thúc\s+(?:vào|lúc|hồi|cùng)\s`)

// ownEnd finds that sentence as the last one of what a meeting did.
func (c *Composer) ownEnd(content []doc.Part) {
	if len(content) == 0 {
		return
	}
	switch p := content[len(content)-1].(type) {
	case *doc.Division:
		c.ownEnd(p.Parts)
	case *doc.Prose:
		if s := plainText(p.Inlines); minutesEnd.MatchString(vi.Fold(s)) {
			c.found.Add(ownLine(p.At, s, `"end" (thời gian kết thúc)`, "bỏ dòng này khỏi nội dung"))
		}
	}
}

// isOwnNumber reports whether a line is the number and symbol of the paper: both are equal, or no
// number is there, and no other year. The first line of a body is, too, where the paper has no number yet.
func (o *ownLines) isOwnNumber(s string) bool {
	m := ownNumber.FindStringSubmatch(s)
	bare := strings.TrimLeft(m[2], "0123456789 /")
	if own := joined(o.symbol); own == "" || joined(m[2]) != own && joined(bare) != own {
		return false
	}
	year := cmp.Or(filled(m[3]), strings.Trim(strings.TrimSuffix(m[2], bare), " /"))
	if year != "" && o.head.Date.Year != 0 && year != strconv.Itoa(o.head.Date.Year) {
		return false
	}
	number := filled(m[1])
	return number == "" || vi.PaperNumber(number) == o.number || o.number == "" && o.n == 0
}

// joined folds a symbol whatever the signs between its groups: "KH-UBND", "KH/UBND".
func joined(symbol string) string {
	return strings.ReplaceAll(strings.ReplaceAll(vi.Fold(symbol), " ", ""), "/", "-")
}

// formNumber is what numbers a form: "01", "II.", "A1:".
var formNumber = pattern.New(`^(?:[IVXLC]+|[A-Z]?\d+[a-zA-Z]?(?:/[\p{L}\d.-]+)?)\s*(?:[.:–-]|$)`)

// startsForm reports whether a line opens an annex or form, which has a head of its own: it is in
// capitals, numbered, or has few letters more. "Danh sách như sau:" leads to lines of the text.
func startsForm(s string) bool {
	const few = 12
	for _, w := range [...]string{"Phụ lục", "Mẫu số", "Mẫu", "Danh sách"} {
		rest, ok := phrase.CutWords(s, w)
		if !ok {
			continue
		}
		if phrase.IsUpper(s) || formNumber.MatchString(rest) || utf8.RuneCountInString(rest) < few && !strings.HasSuffix(s, ":") {
			return true
		}
	}
	return false
}

// namesList reports whether a line that opens an annex or form says no more than that one goes with the paper: "Danh sách
// kèm theo".
func namesList(s string) bool {
	_, list := phrase.CutWords(s, "Danh sách kèm theo")
	_, annex := phrase.CutWords(s, "Phụ lục kèm theo")
	return list || annex
}

var (
	ownMotto  = vi.FoldName("Cộng hòa xã hội chủ nghĩa Việt Nam")
	ownSaying = "độc lập tự do hạnh phúc"
	ownParty  = vi.FoldName("Đảng Cộng sản Việt Nam")
	ownNumber = pattern.New(`^(?i:số)\s*[:.]?([\s\d.…_]*)[/-]\s*((?:\d{4}\s*/\s*)?\p{Lu}[\p{L}\d&./-]*` +
		`(?:\s*[-/]\s*\p{Lu}[\p{L}\d&./-]*)*)(?:\s.*(?i:ngày).*(?i:năm)(.*))?$`)
	ownDate = pattern.New(`^\p{Lu}[^:;]{1,40},?\s+(?i:ngày)\s*[\d.…_\s]*` +
		`(?:(?i:tháng)\s*[\d.…_\s]*(?i:năm)\s*[\d.…_\s]*|[/-]\d+[/-]\d{4})$`)
	ownCapacity = pattern.New(`^(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ)[.:\s]\s*\p{Lu}`)
)

const signerKeys = `"signer" (người ký)`

// certainKeys names the keys of a line that stands nowhere but around a body.
func (o *ownLines) certainKeys(s string) string {
	folded := vi.FoldName(s)
	upper := phrase.IsUpper(s)
	switch words := strings.Join(strings.FieldsFunc(folded, notLetter), " "); {
	case folded == ownMotto, upper && strings.HasSuffix(folded, " "+ownMotto) && o.isIssuer(strings.TrimSuffix(folded, " "+ownMotto)):
		return "mẫu của văn bản (Quốc hiệu)"
	case words == ownSaying, strings.HasSuffix(words, " "+ownSaying) && phrase.IsUpper(s[:max(strings.LastIndex(s, "Độc"), 0)]):
		return "mẫu của văn bản (Tiêu ngữ)"
	case upper && folded == ownParty:
		return "mẫu của văn bản (tiêu đề Đảng)"
	case ownNumber.MatchString(s):
		return `"number" (số) và "symbol" (ký hiệu)`
	case upper && o.order != "" && strings.TrimRight(folded, ": ") == strings.TrimSuffix(vi.FoldName(o.order), ":"):
		return `"kind" (tên loại), các căn cứ ở trên nó từ "legal_bases" (căn cứ ban hành)`
	case upper && ownCapacity.MatchString(s):
		return signerKeys
	}
	if rest, ok := phrase.CutWords(s, "Nơi nhận"); ok && (rest == "" || phrase.IsUpper(rest)) {
		return `"distribution" (nơi nhận)`
	}
	if o.addresses(s) {
		return `"addressees" (kính gửi)`
	}
	return ""
}

// likelyKeys names the keys of a line that counts only beside certain ones, and reports whether it counts at the head of a text,
// too. The name of the body alone does not, nor does the subject in small letters: sentences begin with them.
func (o *ownLines) likelyKeys(s string) (keys string, opens bool) {
	folded := vi.FoldName(s)
	upper := phrase.IsUpper(s)
	switch {
	case ownDate.MatchString(s):
		return `"issuer.place" (địa danh) và "date" (ngày)`, true
	case folded == vi.FoldName(o.head.Subject):
		return `"subject" (trích yếu)`, upper || o.n > 0
	case strings.HasPrefix(folded, "v/v "):
		return `"subject" (trích yếu)`, true
	case upper && folded == vi.FoldName(o.kind):
		return `"kind" (tên loại)`, true
	case upper && folded == vi.FoldName(o.kind+" "+o.head.Subject):
		return `"kind" (tên loại) và "subject" (trích yếu)`, true
	case upper && folded == o.decider:
		return `"decided_by" (thẩm quyền ban hành)`, true
	case upper && o.isIssuer(folded):
		return `"issuer" (cơ quan ban hành)`, false
	case folded == signedMark:
		return signerKeys, false
	}
	for _, p := range o.foot.AllSigners() {
		if folded == vi.FoldName(p.Position) || !upper && folded == vi.FoldName(p.Name) {
			return signerKeys, false
		}
	}
	return "", false
}

// isIssuer reports whether words are the name of the body that issues the paper, or of the
// one above it, or a line of these.
func (o *ownLines) isIssuer(folded string) bool {
	return strings.Contains(folded, " ") && (strings.HasPrefix(folded, "ubnd ") ||
		strings.Contains(vi.FoldName(o.head.Issuer.Name), folded) || strings.Contains(vi.FoldName(o.head.Issuer.Superior), folded))
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
