package markup

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
)

// item is a marked line, or a heading whose number is made.
type item struct {
	d      *doc.Division
	form   form
	n      number
	parent *item
	level  int // of the scheme, of a heading whose number is made; 0: typed
	words  []doc.Inline
	said   string // its words as typed, without a name
	bold   boldness
	quoted bool // a quotation of several lines begins with its words
	answer bool // one of several to choose from: "A. Có", "B. Không"
	below  form // of the last list below it, or below the one before it; 0 for none
}

// rank orders forms; a longer chain of numbers stands below a shorter one.
func rank(f form, n number) int {
	r := int(f) * (maxParts + 1)
	if f == deepForm {
		r += int(n.size)
	}
	return r
}

func (it *item) rank() int { return rank(it.form, it.n) }

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

// marked reads a line with a marker, and the lines that belong to it.
func (p *parser) marked(i int, m marker) int {
	l := p.lines[i]
	s, at := l.s[m.words:], l.at+m.words
	if p.cell {
		return p.markedCell(i, m)
	}
	it := p.place(l, m)
	end := i
	if s != "" {
		end = p.quotation(i, s, at)
	}
	if end == i && s != "" && !l.more {
		s = p.takeName(it.d, s, at)
	}
	next := i + 1
	if s != "" {
		it.said = strings.TrimRight(s, "*")
		if m.bold != notBold {
			it.words, it.bold, next = p.boldWords(i, m, s, at)
		} else {
			it.words, next = p.words(i, s, at)
			it.bold = boldnessOf(it.words)
		}
	} else if m.form.always() {
		it.words, next = p.titleLines(next)
	}
	if it.bold >= boldToSign {
		p.bold[m.form] = true
	}
	it.quoted = end > i
	p.behind(it, p.lines[next-1].s)
	if end > i {
		return p.quoted(next, end)
	}
	return next
}

// markedCell reads a marked line of a cell: its marker is text.
func (p *parser) markedCell(i int, m marker) int {
	l := p.lines[i]
	p.place(l, m)
	in, next := p.paragraph(i)
	if m.bullet {
		in, next = p.words(i, l.s[m.words:], l.at+m.words)
		in = append(doc.T(p.printed(m)+" "), in...)
	}
	p.prose(l.at, in)
	p.behind(p.open[len(p.open)-1], p.lines[next-1].s)
	return next
}

// deepestOpen bounds how many items stand below each other: no paper comes near.
const deepestOpen = 30

// place puts a marked line into the tree. The item it gives is open.
//
// It goes (1) beside the deepest open item of its form whose number comes just before;
// (2) else, with a first number whose form is open, below the item in hand that the
// line above announces with a colon; (3) else beside the open item of its form; (4)
// else, for a low form, below the item in hand where that is announced though its form
// comes later; (5) else below the deepest item whose form comes earlier.
func (p *parser) place(l line, m marker) *item {
	it := &item{form: m.form, n: m.n}
	sibling := p.sibling(m)
	deepest := p.deepest(m.form)
	if deepest != nil && m.form == deepForm && deepest.n.size < m.n.size {
		deepest = nil // "1.1.1.1." stands below "1.1.1."
	}
	hand := len(p.open) - 1
	keep := 0 // how many open items it stands in
	switch {
	case sibling >= 0:
		keep = sibling
	case deepest != nil && m.n.isFirst() && p.colon && p.above == p.open[hand] && hand < deepestOpen:
		keep = hand + 1
		deepest = nil
	case p.goesBelow(l, m):
		keep = hand + 1
		deepest = nil
	case deepest != nil:
		keep = p.indexOf(deepest)
	case m.form.low() && p.colon && hand >= 0 && hand < deepestOpen && p.open[hand].rank() > it.rank():
		keep = hand + 1
	default:
		for keep = hand + 1; keep > 0 && p.open[keep-1].rank() >= it.rank(); keep-- {
		}
	}
	if sibling >= 0 {
		it.below = p.open[sibling].below
	}
	if keep > 0 {
		it.parent = p.open[keep-1]
		it.parent.below = it.form
	}
	it.answer = m.form == capitalForm && (m.n.isFirst() && p.asks || sibling >= 0 && p.open[sibling].answer ||
		it.parent != nil && it.parent.form >= clauseForm)
	if sibling < 0 {
		p.checkNumber(l, m, it, deepest)
	}
	clear(p.went[m.form+1:])
	if m.form == articleForm {
		p.last = m.n
	}
	p.hint(l, m)
	it.d = &doc.Division{
		At: p.src.At(l.at), Level: p.schemeLevel(it),
		Typed: &doc.Typed{Mark: p.printed(m), Count: m.n.value(), As: formLevels[m.form], Glued: m.glued && !m.bullet},
	}
	if !m.form.dashes() {
		it.d.Typed.Number = numberOf(m)
	}
	p.countTyped(it)
	p.push(it, keep)
	return it
}

// push hangs an item below the first keep of the open ones, and opens it.
func (p *parser) push(it *item, keep int) {
	p.open = p.open[:keep]
	if !p.cell {
		p.put(it.d)
		p.items = append(p.items, it)
	}
	p.open = append(p.open, it)
}

// sibling gives the index of the deepest open item that a marker follows, -1 without one.
func (p *parser) sibling(m marker) int {
	for i := len(p.open) - 1; i >= 0; i-- {
		it := p.open[i]
		if it.form == m.form && (m.form.dashes() || m.n.follows(it.n, m.form)) {
			return i
		}
	}
	return -1
}

func (p *parser) indexOf(it *item) int {
	for i := range p.open {
		if p.open[i] == it {
			return i
		}
	}
	return -1
}

// printed is a marker as it stands on the page: as typed, a bullet as the paper's dash.
func (p *parser) printed(m marker) string {
	if !m.bullet {
		return m.mark
	}
	if m.form == plusForm {
		return "+"
	}
	return "-"
}

// numberOf gives the number of a marker as it was typed, for references.
func numberOf(m marker) string {
	s := m.mark
	if m.form.always() || m.form == articleForm {
		word := formSamples[m.form]
		s = s[strings.LastIndexByte(word, ' ')+1:]
	}
	return strings.Trim(s, "().:/-–— ")
}

// schemeLevel gives the level of the scheme that a typed form stands on or behind, 0
// where it has nothing to do with the levels of the text.
func (p *parser) schemeLevel(it *item) int {
	level := 0
	for i, f := range p.forms() {
		if f != noForm && f <= it.form {
			level = i + 1
		}
		if f == it.form {
			break
		}
	}
	if level <= p.o.Level {
		return 0
	}
	return level
}

// countTyped lets numbers that are made go on from a typed one.
func (p *parser) countTyped(it *item) {
	level := it.d.Level
	if level == 0 {
		return
	}
	p.openCounts()
	if p.forms()[level-1] == it.form {
		p.made[level-1] = it.n.value()
	}
	p.resetCounts(level)
}

func (p *parser) openCounts() {
	if p.made == nil {
		p.made = make([]int, len(p.o.Scheme))
	}
}

// resetCounts lets the levels below one begin anew.
func (p *parser) resetCounts(level int) {
	for i := level; i < len(p.made); i++ {
		if !p.o.Scheme[i].Continuous {
			p.made[i] = 0
		}
	}
}

// checkNumber warns where the number of a marker is not the one expected. before is
// the item beside which it stands, nil when it begins a list.
func (p *parser) checkNumber(l line, m marker, it *item, before *item) {
	if m.form.dashes() {
		return
	}
	var expected string
	switch {
	case before == nil && m.n.follows(p.went[m.form], m.form):
		return
	case m.form == chainForm || m.form == deepForm:
		expected = p.expectedChain(m, it, before)
	case m.n.isFirst(), p.countsAbove(l, m):
		return
	case m.form == articleForm && p.last.size > 0:
		if m.n.follows(p.last, m.form) {
			return
		}
		expected = p.last.next(m.form)
	case before != nil:
		expected = before.n.next(m.form)
	case p.cell:
		return // the numbers of a table may stand in its cells
	default:
		expected = p.went[m.form].next(m.form)
	}
	if expected == "" {
		return
	}
	found := numberOf(m)
	expected = likeTyped(expected, found, m.form)
	p.add(l.at, diag.Warning, RuleNumber,
		fmt.Sprintf("%q không nối tiếp số trước, đáng lẽ là %q; số vẫn in như đã gõ", found, expected), found).
		Expected = expected
}

// countAbove keeps the last typed number of each form above the text. One of a form ends those of
// the forms below it.
func (p *parser) countAbove(parts []doc.Part) {
	for _, part := range parts {
		d, ok := part.(*doc.Division)
		if !ok {
			continue
		}
		if d.Typed != nil {
			if m, ok := readMarker(d.Typed.Mark + " X"); ok && !m.form.dashes() {
				if m.single { // a letter or a Roman number
					m.form, m.n = formOf(&d.Typed.As), number{}
					m.n.push(d.Typed.Count)
				}
				p.went[m.form] = m.n
				clear(p.went[m.form+1:])
			}
		}
		p.countAbove(d.Parts)
	}
}

// expectedChain gives the number that "2.3." should have had, "" where it is right.
func (p *parser) expectedChain(m marker, it *item, before *item) string {
	var head number
	for a := it.parent; a != nil; a = a.parent {
		if (a.form == clauseForm || a.form == chainForm || a.form == deepForm) && a.n.size < m.n.size {
			head = a.n
			break
		}
	}
	if head.size == m.n.size-1 { // "2.3." below "2."
		first := head
		first.push(0)
		switch {
		case m.n.sameHead(first) && m.n.isFirst():
			return ""
		case before != nil && before.n.sameHead(first):
			return before.n.next(m.form)
		}
		return first.next(m.form)
	}
	switch {
	case m.n.isFirst(), p.cell && before == nil:
		return ""
	case before != nil:
		return before.n.next(m.form)
	}
	first := m.n
	first.parts[first.size-1] = 0
	return first.next(m.form)
}

// hint says of a marker that is written in an unusual way how it comes out: once for all lines that are written so.
func (p *parser) hint(l line, m marker) {
	rule, key, message := "", m.form, ""
	switch {
	case m.bullet:
		sign := fmt.Sprintf("dấu %q đầu dòng", m.mark)
		if unicode.Is(unicode.Co, first(m.mark)) {
			sign = "dấu đầu dòng của Word"
		}
		rule, key, message = RuleBullet, noForm, fmt.Sprintf("%s in thành %q", sign, p.printed(m))
	case m.glued:
		rule, message = RuleGlued, fmt.Sprintf("thiếu dấu cách sau %q, in như đã gõ", m.mark)
	case m.old && !p.o.OldForms:
		rule, message = RuleOldForm, fmt.Sprintf("%q là cách viết cũ, in như đã gõ", m.mark)
	default:
		return
	}
	for i := range p.hinted {
		if h := &p.hinted[i]; h.d.Rule == rule && h.form == key && (key != noForm || h.d.Message == message) {
			if h.more++; len(h.lines) < fewHinted {
				h.lines = append(h.lines, p.src.At(l.at).Line)
			}
			return
		}
	}
	p.hinted = append(p.hinted, hinted{key, p.add(l.at, diag.Info, rule, message, m.mark), 0, nil})
}

// fewHinted is how many more lines a hint names.
const fewHinted = 5

// hinted is a hint, and of how many more lines it is true, of markers of a form or of a bullet: the first of them.
type hinted struct {
	form  form
	d     *diag.Diagnostic
	more  int
	lines []int
}

// finishHints says of which other lines the hints are true.
func (p *parser) finishHints() {
	for _, h := range p.hinted {
		if h.more == 0 {
			continue
		}
		h.d.Message += "; cả ở dòng"
		for i, line := range h.lines {
			if i > 0 {
				h.d.Message += ","
			}
			h.d.Message += fmt.Sprintf(" %d", line)
		}
		if left := h.more - len(h.lines); left > 0 {
			h.d.Message += fmt.Sprintf(" và %d dòng nữa", left)
		}
	}
}
