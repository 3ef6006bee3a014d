package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// sentTo begins a line that says to whom a paper goes; without its colon "Kính trình" is a sentence, "Kính gởi lời chào" too.
var sentTo = pattern.New(`^\s*(?i:kính\s+gửi|kính\s+gởi\s*(?::|$)|kính\s+trình\s*:)`)

// addressees reads "Kính gửi" and the names behind it, and gives the last of its lines.
func (r *reader) addressees(i int) int {
	l := &r.lines[i]
	rest := tidy(l.text)
	words := strings.TrimRight(sentTo.FindString(rest), " :")
	form := "Kính gửi"
	if r.party && r.kind.ID == "to-trinh" {
		form = "Kính trình"
	}
	r.prints(l, words, form)
	return r.names(i, strings.TrimLeft(rest[len(words):], " :\t"))
}

// telegraphLine is who telegraphs, and to whom if there is only one.
var telegraphLine = pattern.New(`^(.*?)\s*((?i:điện)\s*:)\s*(.*)$`)

// isTelegraph reports whether a line says who telegraphs. One with more behind it begins with an office or a body.
func isTelegraph(s string) bool {
	m := telegraphLine.FindStringSubmatch(s)
	return m != nil && (m[3] == "" || opensAgency(m[1]) || opensPosition(m[1]))
}

// telegraphs reads who telegraphs to whom.
func (r *reader) telegraphs(i int) int {
	l := &r.lines[i]
	m := telegraphLine.FindStringSubmatch(l.text)
	sender := m[1]
	r.own = append(r.own, m[2])
	if vi.FoldName(sender) == vi.FoldName(r.head.Issuer.Name) {
		r.own = append(r.own, sender)
	} else {
		r.sender = sender
	}
	r.take("sender", "cơ quan gửi điện", Sure, l, "")
	return r.names(i, m[3])
}

// names reads the addressees, of which the first stands in line i itself, and gives the last line
// of them.
func (r *reader) names(i int, rest string) int {
	l := &r.lines[i]
	r.take("addressees", "kính gửi", Sure, l, "")
	r.numbers = 0
	add := func(l *line, s string) {
		n := len(r.head.Addressees)
		r.head.Addressees = append(r.head.Addressees, offEnd(r.unnumbered(l, bare(s), n+1)))
	}
	last, listed := ";", false
	if rest != "" {
		add(l, rest)
		last = rest
	}
	for i+1 < len(r.lines) {
		next := &r.lines[i+1]
		numbered := r.numbers > 0 && numberOf(next.text) == len(r.head.Addressees)+1
		sign, _ := utf8.DecodeRuneInString(next.text)
		dashed := numbered || offDash(next.text) != next.text && utf8.RuneLen(sign) != 4 // an emoji leads on to the text
		set := rest == "" || next.center || next.indent >= 4 || next.more || l.more      // apart from the text
		// Below names with dashes a line without one is text, unless it is the rest of a name.
		plain := endsOpen(last) && set && len(next.text) < 200 && (!listed || r.lines[i].more) && !strings.HasSuffix(next.text, ":")
		if next.table != nil || isBase(next.text) || !dashed && !plain {
			break
		}
		add(next, next.text)
		listed = listed || dashed
		i++
		if last = next.text; strings.HasSuffix(last, ".") {
			break
		}
	}
	if n := len(r.head.Addressees); n > 0 {
		if name := r.head.Addressees[0]; rest == "" && !listed && n == 1 && strings.HasSuffix(last, ".") && isSentence(name) {
			r.take("addressees", "kính gửi", Doubtful, l, "dòng dưới "+quote("Kính gửi")+" có thể là nội dung")
		}
		return i
	}
	if items := r.listBelow(i); items != nil {
		for k := range items {
			add(&items[k].line, items[k].text)
		}
		return i + 1
	}
	r.take("addressees", "kính gửi", Missing, l, "sau "+quote("Kính gửi")+" không có nơi nào")
	return i
}

// sentenceLeads open a text, and no name of who gets it.
var sentenceLeads = []string{
	"đề nghị ", "thực hiện ", "để ", "theo ", "ngày ", "trong ", "nhằm ", "hiện nay", "vừa qua", "qua ", "thời gian ", "hôm nay",
}

// isSentence reports whether words below "Kính gửi" are a sentence of the text, rather than who gets it.
func isSentence(s string) bool {
	const long = 160
	f := fold(s)
	return utf8.RuneCountInString(s) > long || slices.ContainsFunc(sentenceLeads, func(w string) bool { return strings.HasPrefix(f, w) })
}

// listBelow gives the lines of a table below line i that lists who gets the paper: each has a dash.
func (r *reader) listBelow(i int) []item {
	if i+1 == len(r.lines) || r.lines[i+1].table == nil {
		return nil
	}
	items := r.tableItems(r.lines[i+1].table)
	if slices.ContainsFunc(items, func(it item) bool { return offDash(it.text) == it.text }) {
		return nil
	}
	return items
}

// entryNumber is a number that an office types before who gets a paper.
var entryNumber = pattern.New(`^([0-9]{1,2})[.)]\s+`)

// numberOf is the number at the head of an entry; 0: none.
func numberOf(s string) int {
	m := entryNumber.FindStringSubmatch(tidy(s))
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1]) // of two figures
	return n
}

// unnumbered takes the number off the nth entry of those who get the paper: there are dashes before them.
func (r *reader) unnumbered(l *line, s string, n int) string {
	if numberOf(s) != n || n > 1 && r.numbers == 0 {
		return s
	}
	mark := entryNumber.FindString(s)
	r.own = append(r.own, mark)
	if r.numbers++; n == 1 {
		r.say(l, diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm, Found: strings.TrimSpace(mark),
			Message: "nơi nhận gõ số thứ tự, văn bản in mỗi nơi một gạch đầu dòng",
		})
	}
	return s[len(mark):]
}

func endsOpen(s string) bool { return strings.HasSuffix(s, ";") || strings.HasSuffix(s, ",") }

// addresseeTable reads a table that holds "Kính gửi" and the names beside it.
func (r *reader) addresseeTable(l *line) bool {
	items := r.tableItems(l.table)
	if len(items) == 0 || !sentTo.MatchString(items[0].text) || r.head.Addressees != nil {
		return false
	}
	kept := r.lines
	r.lines = nil
	for _, it := range items {
		it.line.center = true
		r.lines = append(r.lines, it.line)
	}
	last := r.addressees(0)
	for k := last + 1; k < len(r.lines); k++ {
		r.loose(&r.lines[k])
	}
	r.lines = kept
	return true
}
