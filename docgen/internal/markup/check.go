package markup

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// endMarks end a sentence, or announce what follows.
const endMarks = ".;:!?…"

// checkBreaks finds sentences that were broken by hand, or by the program that a text
// was copied from. All lines are printed as they stand.
func (p *parser) checkBreaks() {
	if len(p.lines) > 1 {
		p.broken()
		if !p.cell && strings.Contains(p.src.Text, "\n|") {
			p.barred()
		}
	}
	if !p.cell && strings.IndexByte(p.src.Text, '\t') >= 0 {
		p.tabbed()
	}
	if p.src.Places != nil {
		if strings.Contains(p.src.Text, "“") {
			p.openQuotes()
		}
		p.folded()
	}
}

func (p *parser) broken() {
	p.signs()
	if n := wrapped(p.lines); n > 0 {
		p.add(p.lines[0].at, diag.Warning, RuleWrapped,
			fmt.Sprintf("%d dòng bị ngắt giữa câu, như chữ dán từ tệp PDF; mỗi dòng vẫn in thành một đoạn", n), "").
			Fix = "nối các dòng của mỗi đoạn lại thành một dòng, hoặc dùng lệnh vanban join"
		return
	}
	var small, dashes diag.List
	for i := 1; i < len(p.lines); i++ {
		a, b := p.lines[i-1], p.lines[i]
		end := lastOf(a.s)
		switch {
		case a.more || b.sign || strings.ContainsRune(endMarks, lastOf(strings.TrimRight(a.s, `)”"`))):
		case certain(a.s, b.s):
			if !goesMarked(a.s, b.s) && (end == ',' || unicode.IsLetter(end) || unicode.IsDigit(end)) {
				small.Add(p.breakOf(b, a, diag.Warning))
			}
		case end != ',' && dashBreak(a.s, b.s):
			dashes.Add(p.breakOf(b, a, diag.Info))
		}
	}
	p.found = append(append(p.found, small...), dashes...)
}

// signs finds the lists whose bullets lost the font of Word that drew them, each once.
func (p *parser) signs() {
	for i, l := range p.lines {
		if l.sign && (i == 0 || !p.lines[i-1].sign) {
			sign := string(first(l.s))
			p.add(l.at, diag.Warning, RuleBullet,
				fmt.Sprintf("các dòng mở đầu bằng %q có lẽ có dấu đầu dòng của Word, đã mất phông", sign), sign).
				Fix = "gõ dấu gạch và một dấu cách (- ) thay cho dấu ấy ở mỗi dòng"
		}
	}
}

// breakOf is the finding about a line b that goes on the sentence of a.
func (p *parser) breakOf(b, a line, level diag.Level) *diag.Diagnostic {
	message := "câu bị xuống dòng giữa chừng: %q rồi %q"
	if level == diag.Info {
		message = "có lẽ câu bị xuống dòng giữa chừng: %q rồi %q"
	}
	return &diag.Diagnostic{
		Pos: p.src.At(b.at), Level: level, Rule: RuleBroken, Found: head(b.s),
		Message: fmt.Sprintf(message, tail(a.s), head(b.s)), Fix: "nối hai dòng lại, nếu là một câu",
	}
}

// tail gives the last words of a line, for messages.
func tail(s string) string {
	n := utf8.RuneCountInString(s)
	for i, r := range s {
		if n <= mostSaid && isBlank(r) {
			return "..." + s[i+1:]
		}
		n--
	}
	return Ending(s)
}

// mostSaid is how many letters of a line messages repeat, if no word is longer.
const mostSaid = 30

// Ending is a word as messages repeat it: the end of one that is too long, such as a line of dots.
func Ending(s string) string {
	more := utf8.RuneCountInString(s) - 2*mostSaid
	if more <= 0 {
		return s
	}
	for i := range s {
		if more == 0 {
			return "..." + s[i:]
		}
		more--
	}
	return s
}

// dashBreak reports whether a line that begins with a dash most likely goes on the one
// above, which has no mark at its end: "Giai đoạn 2025" / "- 2030", or a name behind a
// long line without a marker.
func dashBreak(a, b string) bool {
	const long = 50
	m, ok := matchMarker(b)
	if !ok || m.form != dashForm || m.glued || !strings.ContainsRune("-–—", first(b)) {
		return false
	}
	words := b[m.words:]
	if spansYears(a, words) {
		return true
	}
	if !unicode.IsUpper(first(words)) || utf8.RuneCountInString(a) <= long {
		return false
	}
	_, marked := readMarker(a)
	return !marked
}

// spansYears reports whether words go on with the later year of a span that the line above begins.
// "2026: 12 hộ" is an entry of a list, unless that line says that it is a span.
func spansYears(above, words string) bool {
	behind := strings.TrimRightFunc(above, unicode.IsDigit)
	from, to := above[len(behind):], words[:strings.IndexFunc(words+" ", notDigit)]
	if bare := strings.TrimRight(behind, " "); strings.HasSuffix(bare, "-") || strings.HasSuffix(bare, "–") {
		return false // "Giai đoạn 2021 - 2025" is one already
	}
	return len(from) == 4 && len(to) == 4 && "1900" < from && from < to && to <= "2100" &&
		(!strings.HasPrefix(words[len(to):], ":") || strings.Contains(vi.Lower(above), "giai đoạn"))
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// opensWithMarker reports whether a line of the file does. What follows it comes in with it.
func opensWithMarker(line []byte) bool {
	if len(line) <= 2 || !mayMark(line) {
		return false
	}
	if end := bytes.IndexAny(line, "\r\n"); end != -1 {
		line = line[:end]
	}
	s := vi.NFC(string(line))
	m, ok := matchMarker(s)
	return ok && m.opens(s)
}

// opens reports whether the marker of a line counts whatever stands around it, or most likely: "I - TÌNH HÌNH".
func (m *marker) opens(s string) bool {
	if m.doubtful() {
		const short = 3 // bytes: "A - B"
		words := s[m.words:]
		return m.apart && m.n.isFirst() && len(words) > short && phrase.IsUpper(words)
	}
	return !m.follow || m.form.dashes() || m.n.isFirst() && !m.name
}

// folded finds a marker that began a line of the file before YAML joined it to the one
// above.
func (p *parser) folded() {
	lines := p.lines
	for _, at := range p.src.Places.Joined(p.src.Path, opensWithMarker) {
		at -= p.src.start
		for len(lines) > 0 && lines[0].at+len(lines[0].s) <= at {
			lines = lines[1:]
		}
		if len(lines) == 0 {
			return
		}
		i, s := at-lines[0].at, lines[0].s
		if i < 1 || i+2 >= len(s) || !mayMark(s[i:]) {
			continue
		}
		if m, ok := matchMarker(s[i:]); ok && m.opens(s[i:]) {
			p.add(at, diag.Warning, RuleFolded, fmt.Sprintf("dòng mở đầu bằng %q bị nối vào dòng trên thành một đoạn", m.mark), m.mark).
				Fix = "mở đầu nội dung bằng dấu | thay cho dấu >, hoặc viết mỗi ý một mục"
			return
		}
	}
}

// mayMark reports whether a word may be a marker, by its first bytes: I., Phần, Chương,
// Mục, Tiểu mục, Điều, đ) and what begins with a sign or a figure, or has a sign behind its
// first letter. A word has two bytes at least.
func mayMark[T string | []byte](word T) bool {
	c, d := word[0], word[1]
	switch {
	case isDigit(c), c == '-', c == '+', c == '*', c == '(':
		return true
	case (c == 'I' || c == 'V' || c == 'X') && (d == 'I' || d == 'V' || d == 'X'),
		(c == 'P' || c == 'C') && (d == 'h' || d == 'H'),
		c == 'T' && (d == 'i' || d == 'I'),
		c == 'M' && (d == 0xE1 || d|0x20 == 'u'): // ụ, Ụ, and a u with its dot behind it
		return true
	case c == 0xC4 && (d == 0x90 || d == 0x91), c == 0xC3 && d == 0x90: // Đ, đ, and the letter that looks like Đ
		switch {
		case len(word) < 4:
			return false
		case word[2] == 'i' || word[2] == 'I': // ề, Ề, and an e or ê with marks behind it
			return word[3] == 0xE1 && len(word) > 5 && word[4] == 0xBB && word[5]&^1 == 0x80 || word[3]|0x20 == 'e' || word[3] == 0xC3
		}
		return isMarkSign(word[2])
	case d == ' ' && len(word) > 2: // "I - Một"
		return isMarkSign(word[2]) || word[2] == "–"[0]
	}
	return isMarkSign(d)
}

// isMarkSign reports whether a sign stands behind the letter of a marker.
func isMarkSign(c byte) bool { return c == '.' || c == ')' || c == '/' || c == '-' }
