package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// isPaper reports whether the name of a kind in line i, below a number, is the title of a paper that is signed.
func (r *reader) isPaper(i int) bool {
	rest := r.lines[i:]
	return r.opensTitle(rest[0].text) && (r.isPosted(rest) ||
		slices.ContainsFunc(rest, func(l line) bool { return postBehind(l.text, r.party) != "" }))
}

// isPosted reports whether one of some lines and tables holds a post in capitals, as signatures have them.
func (r *reader) isPosted(lines []line) bool {
	for i := range lines {
		l := &lines[i]
		if l.table == nil && !gaps.MatchString(l.text) {
			if isAuthority(l.text) {
				return true
			}
			continue
		}
		if slices.ContainsFunc(r.itemsOf(l), func(it item) bool { return isAuthority(it.text) }) {
			return true
		}
	}
	return false
}

// isMotto reports whether a text is the motto of the state, or one of its two lines.
func isMotto(s string) bool {
	f := letters(s)
	return f == motto || f == motto2 || f == motto+motto2
}

// headLines are the most lines of a letterhead that stand above or below its motto.
const headLines = 6

// letterhead finds the motto of a letterhead with a number, from line i on and before line to, and gives its line and its number; -1 for
// none.
func (r *reader) letterhead(i, to int) (at int, number *item) {
	for from := i; i < to; i++ {
		if l := &r.lines[i]; l.table == nil && !maybeMotto(l.text) || !slices.ContainsFunc(r.itemsOf(l),
			func(it item) bool { f := letters(it.text); return f == motto || f == partyMotto }) {
			continue
		}
		for k := max(from, i-headLines); k < min(i+headLines, to); k++ {
			for _, it := range r.itemsOf(&r.lines[k]) {
				if isNumber(it.text) {
					return i, &it
				}
			}
		}
	}
	return -1, nil
}

// maybeMotto reports whether a line holds a word that the mottos have, and few other lines.
func maybeMotto(s string) bool {
	return strings.Contains(s, "NGHĨA") || strings.Contains(s, "SẢN") || strings.Contains(s, "nghĩa Việt Nam") ||
		strings.Contains(s, "sản Việt Nam")
}

// anotherFrom gives the line where the letterhead begins of a second paper, which stands behind the signature of the first, of one that
// has no recipients; len(r.lines) for none.
func (r *reader) anotherFrom(from int) int {
	const far = 12 // lines of signatures
	at, _ := r.letterhead(from, len(r.lines))
	if first := r.findRecipients(from); at < 0 || first >= 0 && first < at {
		return len(r.lines)
	}
	at = r.headTop(from, at)
	if r.isPosted(r.lines[max(from, at-far):at]) {
		return at
	}
	return len(r.lines)
}

// headTop gives the first line of a letterhead whose motto stands in line at, from line from on: names of bodies and the number may stand
// above it.
func (r *reader) headTop(from, at int) int {
	for at > from && !slices.ContainsFunc(r.itemsOf(&r.lines[at-1]),
		func(it item) bool { return !opensAgency(it.text) && !isNumber(it.text) && !isRule(it.text) }) {
		at--
	}
	return at
}

// behindQuoted gives the line of the recipients of the paper, of which the first from line from on are given, -1 for none: those of
// another paper that it quotes from its letterhead to its signature are not its own. Where it has no others its signature is not sure.
func (r *reader) behindQuoted(from, first int) int {
	head, number := r.letterhead(from, max(from, first))
	if head < 0 {
		return first
	}
	if r.isSample(from, head, first) {
		return first
	}
	next := r.findRecipients(first + 1)
	if again, _ := r.letterhead(first+1, max(first+1, next)); next < 0 || again >= 0 || slices.ContainsFunc(r.lines[first:next],
		func(l line) bool { return l.page || opensAnnex(&l) }) {
		r.take("signer", "người ký", Doubtful, &number.line,
			"trong nội dung có phần đầu của một văn bản khác: phần ký có thể là của văn bản ấy")
		return first
	}
	r.say(&number.line, diag.Diagnostic{
		Level: diag.Warning, Rule: ruleUnplaced, Found: number.text,
		Message: "trong nội dung chép cả một văn bản khác, từ phần đầu đến phần ký; chữ của nó in như nội dung",
		Fix:     "đưa văn bản ấy vào phụ lục, hoặc chỉ trích phần cần thiết",
	})
	return next
}

// another says of a paper behind the first that it is one: a letterhead with a number that was given, or one behind which a whole paper
// stands. It stays with what stands behind the signature, and there is no paper to go out without another look, unless the other one is
// an annex or a form.
func (r *reader) another(from int) {
	at, number := r.letterhead(from, len(r.lines))
	if at < 0 {
		return
	}
	annexed := slices.ContainsFunc(r.lines[from:at], func(l line) bool {
		return l.table == nil && (opensAnnex(&l) || formLine.MatchString(tidy(l.text)) || sampleLine.MatchString(l.text))
	})
	whole := r.isWhole(at)
	if open := r.openHead(from, at); open.number && (annexed || !whole || open.date && open.body) {
		return
	}
	r.say(&number.line, diag.Diagnostic{
		Level: diag.Warning, Rule: ruleUnplaced, Found: number.text,
		Message: "từ chỗ này là một văn bản khác, có phần đầu riêng; chữ của nó nằm lẫn trong nội dung và phụ lục",
		Fix:     "tách mỗi văn bản thành một tệp rồi nhập lại",
	})
	if annexed || !whole && r.isNumberAgain(number.text) && r.findRecipients(at) < 0 {
		return
	}
	r.take("annexes", "phụ lục", Doubtful, &number.line, "có chữ của một văn bản khác nằm sau phần ký")
	r.foreign = r.lines[r.headTop(from, at)].at
}

// isWhole reports whether the title of a paper that is signed stands below the motto in line at.
func (r *reader) isWhole(at int) bool {
	for k := at + 1; k < min(at+2*headLines, len(r.lines)); k++ {
		if r.lines[k].table == nil && r.isPaper(k) {
			return true
		}
	}
	return false
}

// sampleLine is what stands above a form: "(Mẫu kèm theo Kế hoạch số 12/KH-UBND)", "MẪU BÁO CÁO".
var sampleLine = pattern.New(`^\(?(?:MẪU |(?i:mẫu|biểu mẫu)\s.*(?i:kèm theo|ban hành))`)

// openHead says which parts of a letterhead are blanks to be filled.
type openHead struct{ number, date, body bool }

// openHead says of the letterhead whose motto stands in line at what of it is blank. A date that it does not have is.
func (r *reader) openHead(from, at int) openHead {
	open := openHead{date: true}
	last := at + 1
	if r.lines[at].table == nil {
		last = min(at+headLines, len(r.lines))
	}
	for _, l := range r.lines[r.headTop(from, at):last] {
		if l.table == nil && r.opensTitle(l.text) {
			break
		}
		for _, it := range r.itemsOf(&l) {
			const figures = "0123456789"
			switch number, date := numberLine.FindStringSubmatch(it.text), dateOf(it.text); {
			case date != nil:
				open.date = !strings.ContainsAny(date[2], figures)
			case number != nil:
				open.number = !strings.ContainsAny(number[2], figures)
			case opensAgency(it.text) && toFill.MatchString(it.text):
				open.body = true
			}
		}
	}
	return open
}

// isSample reports whether the letterhead whose motto stands in line head shows how to write one: it has blanks, or the line above says so,
// and no title, addressees or signature stand between it and line to.
func (r *reader) isSample(from, head, to int) bool {
	top := r.headTop(from, head)
	open := r.openHead(from, head)
	if !open.number && !open.body && (top == from || !sampleWords.MatchString(r.lines[top-1].text)) {
		return false
	}
	for to > head+1 && r.isSignature(to-1) { // above the recipients, its own
		to--
	}
	return !r.isPosted(r.lines[head+1:to]) && !slices.ContainsFunc(r.lines[head+1:to], func(l line) bool {
		return l.table == nil && (r.opensTitle(l.text) || sentTo.MatchString(l.text))
	})
}

// sampleWords stand in a line that leads on to a sample of a letterhead.
var sampleWords = pattern.New(`(?i:mẫu|thể thức|trình bày|phần đầu)`)

// isSignature reports whether line i is one of a signature and nothing else, or a table of signatures.
func (r *reader) isSignature(i int) bool {
	if r.lines[i].table != nil {
		return r.signs(i)
	}
	return !slices.ContainsFunc(r.itemsOf(&r.lines[i]), func(it item) bool {
		return !isAuthority(it.text) && !noteLine.MatchString(it.text) && !isRule(it.text) && !isName(it.text)
	})
}
