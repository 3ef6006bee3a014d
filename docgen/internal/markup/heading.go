package markup

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
)

// boldness is how much of a marked line is bold by hand.
type boldness uint8

const (
	notBold    boldness = iota
	boldMark            // the marker alone: "**Điều 1.** Nội dung"
	boldToSign          // its first words: "1. **Trạm Y tế:** phối hợp"
	boldWhole           // all of it
)

// hashes gives how deep the heading "## Words" is, and where its words begin; 0 for
// what is none.
func hashes(s string) (depth, words int) {
	for depth < len(s) && s[depth] == '#' {
		depth++
	}
	if depth == 0 || depth > 6 {
		return 0, 0
	}
	blanks := blanksAt(s, depth)
	if blanks == 0 {
		return 0, 0
	}
	return depth, depth + blanks
}

// heading reads a line that begins with "#": its number is made, unless one is typed
// behind the signs.
func (p *parser) heading(i, depth, words int) int {
	l := p.lines[i]
	typed := line{at: l.at + words, s: l.s[words:], more: l.more}
	if m, ok := p.marker(typed); ok && !m.form.dashes() && !m.glued {
		p.lines[i] = typed
		next := p.marked(i, m)
		p.items[len(p.items)-1].titled()
		return next
	}
	level := p.base + depth
	if level > len(p.o.Scheme) {
		p.add(typed.at, diag.Error, RuleNoLevel,
			fmt.Sprintf("đề mục sâu %d cấp, nhưng cách đánh số của văn bản này chỉ có %d cấp", level, len(p.o.Scheme)), "")
		level = max(len(p.o.Scheme), 1)
	}
	it := &item{level: level, d: &doc.Division{At: p.src.At(typed.at), Level: level}}
	if level <= len(p.o.Scheme) {
		it.form = p.forms()[level-1]
		p.openCounts()
		p.made[level-1]++
		p.resetCounts(level)
		it.n.push(p.made[level-1])
	}
	keep := len(p.open)
	for keep > 0 && !p.open[keep-1].holds(it) {
		keep--
	}
	if keep > 0 {
		it.parent = p.open[keep-1]
	}
	if it.form == articleForm {
		p.last = it.n
	}
	p.push(it, keep)
	s := typed.s
	if !typed.more {
		s = p.takeName(it.d, s, typed.at)
	}
	it.said = s
	var next int
	it.words, next = p.words(i, s, typed.at)
	p.behind(it, p.lines[next-1].s)
	return next
}

// holds reports whether a heading whose number is made stands below it.
func (it *item) holds(heading *item) bool {
	if it.level > 0 {
		return it.level < heading.level
	}
	return it.rank() < heading.rank()
}

// titleLines gives the title of a phần, chương, mục or tiểu mục that stands alone on
// its line: the next lines in capitals, three at most, else the next one without a
// mark at its end.
func (p *parser) titleLines(next int) ([]doc.Inline, int) {
	const most = 3
	var title []doc.Inline
	from := next
	for ; next < len(p.lines) && next-from < most && p.isTitle(next) && phrase.IsUpper(p.lines[next].s); next++ {
		if len(title) > 0 {
			title = append(title, &doc.LineBreak{})
		}
		title = append(title, p.inlines(p.lines[next].s, p.lines[next].at)...)
	}
	if next > from || next == len(p.lines) || !p.isTitle(next) || strings.ContainsRune(".;,:!?…", lastOf(p.lines[next].s)) {
		return title, next
	}
	return p.paragraph(next)
}

// isTitle reports whether a line may be the title of the one above: text without a
// marker.
func (p *parser) isTitle(i int) bool {
	l := p.lines[i]
	if l.more || p.isTable(i) || opensAnnex(l.s) || strings.ContainsRune(`#[!“"`, first(l.s)) {
		return false
	}
	_, ok := readMarker(l.s)
	return !ok
}

// boldMarker reads a marker that stands in bold letters: "**1. Tiêu đề**", "**1.** Câu".
func boldMarker(s string) (marker, bool) {
	if !strings.HasPrefix(s, "**") || len(s) < 3 {
		return marker{}, false
	}
	end := strings.Index(s[2:], "**") + 2
	if end < 2 {
		return marker{}, false
	}
	bold, behind := s[2:end], end+2+blanksAt(s, end+2)
	if m, ok := matchMarker(bold + " " + s[behind:]); ok && m.words == len(bold)+1 {
		m.bold, m.words = boldMark, behind
		return m, true
	}
	if closingStars(s) != end {
		return marker{}, false
	}
	m, ok := matchMarker(s[2:])
	m.bold = boldToSign
	m.words += 2
	return m, ok
}

// boldWords reads the words of a line whose marker is bold. The stars that end the bold
// letters stand behind some of them.
func (p *parser) boldWords(i int, m marker, s string, at int) ([]doc.Inline, boldness, int) {
	if m.bold == boldMark {
		in, next := p.words(i, s, at)
		return in, boldMark, next
	}
	end := closingStars(p.lines[i].s) - m.words
	title := &doc.Strong{Inlines: p.inlines(s[:end], at)}
	rest, next := p.words(i, s[end+2:], at+end+2)
	if len(rest) == 0 {
		return []doc.Inline{title}, boldWhole, next
	}
	return append([]doc.Inline{title}, rest...), boldToSign, next
}

// boldnessOf gives how much of the words of a line is bold.
func boldnessOf(in []doc.Inline) boldness {
	if len(in) == 0 {
		return notBold
	}
	b, ok := in[0].(*doc.Strong)
	switch {
	case !ok:
		return notBold
	case len(in) == 1:
		return boldWhole
	case strings.HasSuffix(endText(b.Inlines), ":"):
		return boldToSign
	}
	if t, ok := in[1].(*doc.Text); ok && strings.HasPrefix(t.S, ":") {
		return boldToSign
	}
	return notBold
}

// endText gives the last text of inlines, "" where they end in something else.
func endText(in []doc.Inline) string {
	if len(in) == 0 {
		return ""
	}
	switch n := in[len(in)-1].(type) {
	case *doc.Text:
		return n.S
	case *doc.Strong:
		return endText(n.Inlines)
	case *doc.Emph:
		return endText(n.Inlines)
	}
	return ""
}

// titled settles which words of an item are its title: those that are bold by hand,
// those up to a colon inside, or all. The text behind runs on in the same paragraph.
func (it *item) titled() {
	in := it.words
	switch it.bold {
	case boldWhole:
		it.d.Title, it.d.Text = in[0].(*doc.Strong).Inlines, nil
		return
	case boldToSign:
		it.d.Title, it.d.Text = in[0].(*doc.Strong).Inlines, in[1:]
		if t, ok := in[1].(*doc.Text); ok {
			s, sign := strings.CutPrefix(t.S, ":")
			if sign {
				it.d.Title = append(it.d.Title[:len(it.d.Title):len(it.d.Title)], &doc.Text{S: ":"})
			}
			it.d.Text = append(textOf(strings.TrimLeftFunc(s, isBlank)), in[2:]...)
		}
		return
	}
	it.d.Title, it.d.Text = in, nil
	if it.form.always() {
		return
	}
	for i, n := range in {
		t, ok := n.(*doc.Text)
		if !ok {
			continue
		}
		if k := colonInside(t.S); k > 0 {
			it.d.Title = append(in[:i:i], &doc.Text{S: t.S[:k]})
			it.d.Text = append(textOf(strings.TrimLeftFunc(t.S[k:], isBlank)), in[i+1:]...)
			return
		}
	}
}

// textOf gives s as inlines, none for no text.
func textOf(s string) []doc.Inline {
	if s == "" {
		return nil
	}
	return doc.T(s)
}

// colonInside gives where the words behind a colon begin that has words before and
// behind it, 0 where there is none.
func colonInside(s string) int {
	for i := 1; i < len(s)-1; i++ {
		if s[i] == ':' && blanksAt(s, i+1) > 0 {
			return i + 1
		}
	}
	return 0
}

// Lengths in letters that measuring real papers gave.
const (
	longestSentence = 60  // "I." and "A." with more letters and a mark at the end are no heading
	longestLead     = 110 // "1." with more letters and a colon at the end is none
)

// isHeading decides whether a marked line, the item at a place, is a heading.
func (p *parser) isHeading(at int) bool {
	it := p.items[at]
	f := it.form
	switch {
	case f.always():
		return true
	case f > chainForm || it.quoted || it.answer && !(phrase.IsUpper(it.said) && len(it.d.Parts) > 0):
		return false
	case p.bold[f]:
		return it.bold >= boldToSign
	}
	end, size := lastOf(it.said), utf8.RuneCountInString(it.said)
	switch f {
	case capitalForm, romanForm:
		return size <= longestSentence || !strings.ContainsRune(".;,", end)
	case articleForm:
		return it.said == "" || !strings.ContainsRune(".;,:!?…_", end)
	}
	switch {
	case p.o.Upright || len(it.d.Parts) == 0 || p.belowArticle(it) || end != ':' && p.belowIsOther(at) || end == ':' && p.runsIn(at):
		return false
	case end == ':':
		return size <= longestLead
	}
	return !strings.ContainsRune(sentenceEnds, end)
}

// runsIn reports whether an item is a label and its value like the one before it, below which nothing stands: neither is a heading.
func (p *parser) runsIn(at int) bool {
	it := p.items[at]
	if colonInside(it.said) == 0 {
		return false
	}
	before := p.before(at)
	return before != nil && len(before.d.Parts) == 0 && colonInside(before.said) > 0
}

// closers are the first words of paragraphs that close a paper.
var closers = [...]string{"Trên đây", "Kính đề nghị", "Kính mong", "Kính trình", "Rất mong", "Trân trọng", "Xin trân trọng", "Xin cảm ơn"}

// sentenceEnds end the words of a khoản that is no heading.
const sentenceEnds = ".;,!?…_"

// IsSentence reports whether the words of a khoản are no title, by what they end in.
func IsSentence(s string) bool {
	s = strings.TrimRightFunc(s, isBlank)
	return s != "" && strings.ContainsRune(sentenceEnds, lastOf(s))
}

// belowArticle reports whether an item, or the field itself, stands below a Điều.
func (p *parser) belowArticle(it *item) bool {
	for a := it.parent; a != nil; a = a.parent {
		if a.form == articleForm {
			return true
		}
	}
	for _, l := range p.o.Scheme[:min(p.o.Level, len(p.o.Scheme))] {
		if l.Name == articleName {
			return true
		}
	}
	return false
}

// parts settles what is a heading, and gives the parts of the field.
func (p *parser) parts() []doc.Part {
	for i, it := range p.items {
		switch {
		case it.level > 0:
			it.d.Title = it.words
		case it.d.Title != nil: // typed behind "#"
		case p.isHeading(i):
			it.titled()
		default:
			it.d.Text = it.words
			it.d.Typed.Bold = it.bold != notBold
		}
	}
	if len(p.items) > 0 {
		p.top = outdented(p.top)
	}
	return p.top
}

// outdented takes the paragraphs behind the last item of a list out of that item, as
// they belong to what the list belongs to: the line that closes it.
func outdented(parts []doc.Part) []doc.Part {
	out := make([]doc.Part, 0, len(parts))
	for i, part := range parts {
		out = append(out, part)
		d, ok := part.(*doc.Division)
		if !ok || d.Parts == nil {
			continue
		}
		d.Parts = outdented(d.Parts)
		if i+1 == len(parts) || !isSibling(d, parts[i+1]) {
			out = append(out, takeLast(d)...)
		}
	}
	return out
}

// takeLast takes the paragraphs at the end of an item. What stands below a heading, a
// Điều, or words that go on (a title without a mark, a colon) belongs there.
func takeLast(d *doc.Division) []doc.Part {
	n := len(d.Parts)
	for n > 0 && !isDivision(d.Parts[n-1]) {
		n--
	}
	if d.Typed == nil || len(d.Title) > 0 || d.Typed.As.Name == articleName {
		return nil
	}
	switch end := lastOf(endText(d.Text)); {
	case end == ':' && n == 0:
		for n < len(d.Parts) && !isProse(d.Parts[n]) { // the table that it announces
			n++
		}
		if n == 0 {
			return nil
		}
	case end != ':' && !strings.ContainsRune(sentenceEnds, end):
		return nil
	}
	last := d.Parts[n:]
	d.Parts = d.Parts[:n:n]
	return last
}

func isDivision(p doc.Part) bool {
	_, ok := p.(*doc.Division)
	return ok
}

func isProse(p doc.Part) bool {
	_, ok := p.(*doc.Prose)
	return ok
}

// isSibling reports whether p is the next item of the list that d is of.
func isSibling(d *doc.Division, p doc.Part) bool {
	next, ok := p.(*doc.Division)
	return ok && d.Typed != nil && next.Typed != nil && next.Typed.As == d.Typed.As
}

// takeName takes {#name} from the end of the words of a marked line.
func (p *parser) takeName(d *doc.Division, s string, at int) string {
	if !strings.HasSuffix(s, "}") {
		return s
	}
	from := strings.LastIndex(s, "{#")
	if from < 0 || from > 0 && s[from-1] == '\\' {
		return s
	}
	name := s[from+2 : len(s)-1]
	if strings.ContainsAny(name, "{}") {
		return s
	}
	if !isName(name) {
		p.add(at, diag.Error, RuleName,
			fmt.Sprintf("tên để viện dẫn %q chỉ gồm chữ cái không dấu, chữ số, dấu gạch và dấu chấm, bắt đầu bằng chữ cái", name), s[from:])
		return s
	}
	d.ID = name
	return strings.TrimRightFunc(s[:from], isBlank)
}

// isName reports whether s is a name that references can lead to.
func isName(s string) bool {
	const opening = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	return strings.ContainsRune(opening, first(s)) && strings.Trim(s, opening+"0123456789-_.") == ""
}
