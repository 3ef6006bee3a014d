package docgen

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// ownLines finds the lines of a body that the program prints around it: a whole paper was
// pasted. They come out twice.
//
// Some are nothing else wherever they stand: the motto, "Số: .../KH-UBND", "Nơi nhận:",
// "TM. ỦY BAN NHÂN DÂN". Others, such as the name of the body in capitals, count only
// beside one of these.
func (c *Composer) ownLines(p plan.Paper, body []doc.Part) {
	l := &ownLines{head: p.Head(), foot: p.Foot(), kind: c.kind.Name, order: c.kind.Shape.Order}
	l.walk(body)
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
	head *plan.Header
	foot *plan.Footer
	kind string
	// order is the line above the articles of a decision.
	order string

	certain bool // one is nothing else
	found   diag.List
	quoted  int  // quotation marks that are open
	done    bool // an annex or form of its own begins
}

func (o *ownLines) walk(parts []doc.Part) {
	for _, p := range parts {
		switch p := p.(type) {
		case *doc.Division:
			o.walk(p.Parts)
		case *doc.Prose:
			if s, ok := shortText(p.Inlines); (ok || o.addresses(s)) && !o.done {
				o.line(p.At, s)
			}
		}
	}
}

// shortText gives the text of a paragraph that may be one of these lines: none is long, or ends
// as a sentence does.
func shortText(in []doc.Inline) (string, bool) {
	const most = 200 // bytes
	n, last := 0, ""
	for _, i := range in {
		if t, ok := i.(*doc.Text); ok {
			n, last = n+len(t.S), t.S
		}
	}
	if n > most || strings.HasSuffix(last, ";") || strings.HasSuffix(last, ".") && !strings.HasSuffix(last, "..") {
		return plainText(in), false
	}
	return plainText(in), true
}

// addresses reports whether a line is "Kính gửi:" with names behind it or below it, while the
// paper has addressees.
func (o *ownLines) addresses(s string) bool {
	rest, ok := phrase.CutWords(s, "Kính gửi")
	return ok && len(o.head.Addressees) > 0 && strings.Contains(strings.TrimSuffix(s, rest), ":")
}

func (o *ownLines) line(at diag.Pos, s string) {
	if o.quoted += strings.Count(s, "“") - strings.Count(s, "”"); o.quoted > 0 || strings.HasPrefix(s, "“") {
		return
	}
	o.quoted = 0
	if startsForm(s) {
		o.done = true
		return
	}
	keys, certain := o.certainKeys(s), true
	if keys == "" {
		keys, certain = o.likelyKeys(s), false
	}
	if keys == "" {
		return
	}
	o.certain = o.certain || certain
	fix := "bỏ dòng này khỏi nội dung"
	if o.addresses(s) && strings.HasSuffix(s, ";") {
		fix = "bỏ dòng này và các nơi nhận dưới nó khỏi nội dung"
	}
	o.found.Add(ownLine(at, s, keys, fix))
}

// ownLine is the finding about a line that the program prints by itself.
func ownLine(at diag.Pos, s, keys, fix string) *diag.Diagnostic {
	return &diag.Diagnostic{
		Pos: at, Level: diag.Warning, Rule: ruleOwnLine, Found: s, Fix: fix,
		Message: fmt.Sprintf("dòng %q do chương trình in từ %s, để trong nội dung thì in hai lần", s, keys),
	}
}

// minutesEnd is how the sentence at the end of minutes begins that says when the meeting ended.
var minutesEnd = regexp.MustCompile(`^(?:(?:cuộc họp|buổi họp|phiên họp|kỳ họp|hội nghị|đại hội|buổi làm việc)\s+(?:đã\s+|được\s+)?)?` +
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

// startsForm reports whether a line opens an annex or form, which has a head of its own.
func startsForm(s string) bool {
	for _, w := range [...]string{"Phụ lục", "Mẫu số", "Mẫu", "Danh sách"} {
		if _, ok := phrase.CutWords(s, w); ok {
			return true
		}
		if rest, ok := strings.CutPrefix(vi.Fold(s), vi.Fold(w)+" "); ok && utf8.RuneCountInString(rest) < 12 {
			return true
		}
	}
	return false
}

var (
	ownMotto  = vi.FoldName("Cộng hòa xã hội chủ nghĩa Việt Nam")
	ownSaying = "độc lập tự do hạnh phúc"
	ownParty  = vi.FoldName("Đảng Cộng sản Việt Nam")
	ownNumber = regexp.MustCompile(`^(?i:số)\s*[:.]?[\s\d.…_]*[/-]\s*(?:\d{4}\s*/\s*)?\p{Lu}[\p{L}\d&./-]*` +
		`` +
		`(?:\s*[-/]\s*\p{Lu}[\p{L}\d&./-]*)*(?:\s.*(?i:ngày).*(?i:năm).*)?$`)
	ownDate = regexp.MustCompile(`^\p{Lu}[^:;]{1,40},?\s+(?i:ngày)\s*[\d.…_\s]*` +
		`` +
		`(?:(?i:tháng)\s*[\d.…_\s]*(?i:năm)\s*[\d.…_\s]*|[/-]\d+[/-]\d{4})$`)
	ownCapacity = regexp.MustCompile(`^(?:TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ)[.:\s]\s*\p{Lu}`)
)

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
	case upper && o.order != "" && folded == vi.FoldName(o.order):
		return `"kind" (tên loại), các căn cứ ở trên nó từ "legal_bases" (căn cứ ban hành)`
	case upper && ownCapacity.MatchString(s):
		return `"signer" (người ký)`
	}
	if rest, ok := phrase.CutWords(s, "Nơi nhận"); ok && (rest == "" || phrase.IsUpper(rest)) {
		return `"distribution" (nơi nhận)`
	}
	if o.addresses(s) {
		return `"addressees" (kính gửi)`
	}
	return ""
}

// likelyKeys names the keys of a line that counts only beside certain ones.
func (o *ownLines) likelyKeys(s string) string {
	folded := vi.FoldName(s)
	switch {
	case ownDate.MatchString(s):
		return `"issuer.place" (địa danh) và "date" (ngày)`
	case folded == vi.FoldName(o.head.Subject), strings.HasPrefix(folded, "v/v "):
		return `"subject" (trích yếu)`
	case !phrase.IsUpper(s):
		for _, p := range o.foot.AllSigners() {
			if folded == vi.FoldName(p.Name) {
				return `"signer" (người ký)`
			}
		}
		return ""
	case folded == vi.FoldName(o.kind):
		return `"kind" (tên loại)`
	case o.isIssuer(folded):
		return `"issuer" (cơ quan ban hành)`
	}
	for _, p := range o.foot.AllSigners() {
		if folded == vi.FoldName(p.Position) {
			return `"signer" (người ký)`
		}
	}
	return ""
}

// isIssuer reports whether words are the name of the body that issues the paper, or of the
// one above it, or a line of these.
func (o *ownLines) isIssuer(folded string) bool {
	return strings.Contains(folded, " ") && (strings.HasPrefix(folded, "ubnd ") ||
		strings.Contains(vi.FoldName(o.head.Issuer.Name), folded) || strings.Contains(vi.FoldName(o.head.Issuer.Superior), folded))
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
