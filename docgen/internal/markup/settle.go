package markup

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
)

// marker gives the marker of a line, if it counts as one here.
func (p *parser) marker(l line) (marker, bool) {
	m, ok := readMarker(l.s)
	if !ok {
		p.almostArticle(l)
		return m, false
	}
	if isContents(l.s) {
		return m, false
	}
	if (m.form == pointForm || m.form == dotForm) && p.countsRoman(l) || m.bullet && p.isChoice(m.mark, l.s) {
		return m, false
	}
	settled, ok := p.settled(l, m)
	if !ok && m.apart && m.opens(l.s) {
		p.add(l.at, diag.Info, RuleOldForm, fmt.Sprintf("%q in như chữ thường: không dòng nào đếm tiếp như vậy", m.mark), m.mark).
			Fix = fmt.Sprintf("viết %q nếu đây là đề mục", numberOf(m)+".")
	}
	return settled, ok
}

// isChoice reports whether the bullet at the head of a line is a box or a tick, one of several to choose from: another one
// stands in the line, "■ Có □ Không", and not behind a label, "● Giới tính: □ Nam"; or the text has crosses for its ticks, or
// empty boxes for its black ones.
func (p *parser) isChoice(mark, s string) bool {
	const ticks, crosses, boxes, empty, rounds = "✓✔✅", "□☐◻✗✘✕✖❌☒", "■□◻", "□◻", "●○"
	rest := s[len(mark):]
	switch sign := first(mark); {
	case sign == '■':
		return asked(&p.boxes, func() bool {
			return slices.ContainsFunc(p.lines, func(l line) bool {
				head := first(l.s)
				return strings.ContainsRune(empty, head) || head == sign && hasUnlabelled(strings.TrimPrefix(l.s, "■"), boxes)
			})
		})
	case strings.ContainsRune(rounds, sign):
		return hasUnlabelled(rest, rounds)
	case strings.ContainsRune(ticks, sign):
		return hasUnlabelled(rest, ticks) || asked(&p.crosses, func() bool { return strings.ContainsAny(p.src.Text, crosses) })
	}
	return false
}

// hasUnlabelled reports whether one of some signs stands in a text, with no colon before it.
func hasUnlabelled(text, signs string) bool {
	at := strings.IndexAny(text, signs)
	return at >= 0 && !strings.Contains(text[:at], ":")
}

// settled decides what the lines before have to say about a marker: a capital letter
// that may be a Roman number, a number that counts only behind another one.
func (p *parser) settled(l line, m marker) (marker, bool) {
	ok := true
	if m.single {
		m, ok = p.settledLetter(m)
	}
	switch {
	case !ok, m.form == romanForm && p.ordinal(l) && !p.followsOpen(m.form, m.n):
		return m, false
	case m.name && !(m.form == romanForm && p.gluesRoman()):
		return m, false // "I.Newton"
	case m.doubtful() && !p.counts(l, m):
		return m, false
	case m.single && !m.follow:
		return m, true
	case m.form == capitalForm && m.n.value() != 1 && p.deepest(m.form) == nil && !m.n.follows(p.went[m.form], m.form):
		return m, false // a name: "C. Mác"
	case m.follow && !(m.begin && m.n.isFirst()) && !m.form.dashes() && !p.followsOpen(m.form, m.n):
		return m, false
	}
	return m, true
}

// counts reports whether the lines around a doubtful marker count as it does. A number such as 2.1 goes on from an open one,
// or stands as the first below its own 2; where a blank parts a number from its sign, so it does in the open item before it,
// or for the first number in a line below.
func (p *parser) counts(l line, m marker) bool {
	if m.n.size > 1 {
		return p.followsOpen(m.form, m.n) || m.n.isFirst() && (m.n.parts[0] == 1 || slices.ContainsFunc(p.open, func(it *item) bool {
			return it.n.size == m.n.size-1 && slices.Equal(it.n.parts[:it.n.size], m.n.parts[:it.n.size])
		}))
	}
	if !m.n.isFirst() {
		return slices.ContainsFunc(p.open, func(it *item) bool {
			return it.form == m.form && m.n.follows(it.n, m.form) && it.d.Typed != nil && strings.ContainsFunc(it.d.Typed.Mark, isBlank)
		})
	}
	return p.secondAhead(m.form, p.lineAfter(l.at))
}

// seconds is where a text was looked through for the second number of a list whose signs stand apart.
type seconds struct{ to, at int }

// secondAhead reports whether such a number of a form stands in the lines from next on.
func (p *parser) secondAhead(f form, next int) bool {
	const ahead = 400 // lines
	if p.seconds == nil {
		p.seconds = make(map[form]seconds)
	}
	s := p.seconds[f]
	end := min(next+ahead, len(p.lines))
	if s.at < next { // the one found last, if any, is above
		for s.to = max(s.to, next); s.to < end; {
			m, ok := readMarker(p.lines[s.to].s)
			if s.to++; ok && m.apart && m.form == f && m.n.size == 1 && m.n.value() == 2 {
				s.at = s.to - 1
				break
			}
		}
		p.seconds[f] = s
	}
	return next <= s.at && s.at < end
}

// settledLetter decides between a Roman number and a letter: "I." and "V.", "(i)".
func (p *parser) settledLetter(m marker) (marker, bool) {
	letter, roman := m, m
	letter.form, roman.form = capitalForm, romanForm
	if m.form == smallForm {
		letter.form, roman.form = letterForm, smallForm
	}
	value := m.n.value()
	if m.form == capitalForm { // V or X as a letter
		value = romanNumber(strings.ToUpper(string(letters[value-1])))
	}
	letterValue := letterNumber([]rune("_i___v____x")[value])
	roman.n, letter.n = number{}, number{}
	roman.n.push(value)
	letter.n.push(letterValue)
	for i := len(p.open) - 1; i >= 0; i-- {
		switch it := p.open[i]; {
		case it.form == roman.form && roman.n.follows(it.n, roman.form):
			return roman, true
		case it.form == letter.form && letter.n.follows(it.n, letter.form):
			return letter, true
		}
	}
	switch {
	case value == 1, p.deepest(roman.form) != nil, roman.n.follows(p.went[roman.form], roman.form):
		return roman, true
	case p.deepest(letter.form) != nil:
		return letter, true
	}
	return m, false
}

// deepest gives the deepest open item of a form.
func (p *parser) deepest(f form) *item {
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].form == f {
			return p.open[i]
		}
	}
	return nil
}

// followsOpen reports whether a number comes just behind that of an open item, or of the last Điều.
func (p *parser) followsOpen(f form, n number) bool {
	if f == articleForm {
		return n.follows(p.last, f)
	}
	for _, it := range p.open {
		if it.form == f && n.follows(it.n, f) {
			return true
		}
	}
	return false
}

// almostArticle hints at "Điều 5 Tặng ...", "Điều 5 - Tặng ..." and "Điều 5" alone, which are text without a full stop.
func (p *parser) almostArticle(l line) {
	n := foldedPrefix(l.s, "ĐIỀU ")
	if n == 0 {
		return
	}
	end := n
	for end < len(l.s) && isDigit(l.s[end]) {
		end++
	}
	rest := strings.TrimLeft(strings.TrimLeftFunc(l.s[end:], isBlank), "-–/)")
	rest = strings.TrimLeftFunc(rest, isBlank)
	if end == n || rest != "" && len(rest) == len(l.s)-end {
		return
	}
	var num number
	for _, c := range []byte(l.s[n:end]) {
		num.push(int(c - '0'))
		if num.size == 2 {
			num.parts[0], num.size = num.parts[0]*10+num.parts[1], 1
		}
	}
	if (rest == "" || phrase.IsUpper(string(first(rest)))) && !isReference(rest) && (num.isFirst() || num.follows(p.last, articleForm)) {
		mark := l.s[:end]
		p.add(l.at, diag.Info, RuleArticle, fmt.Sprintf("%q không có dấu chấm sau số nên in như chữ thường", mark), mark).
			Fix = fmt.Sprintf("viết %q nếu đây là một điều", mark+".")
	}
}
