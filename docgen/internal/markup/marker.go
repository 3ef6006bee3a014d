package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/phrase"
)

// form is what a marker looks like. Forms stand in the fixed order in which Vietnamese
// papers put them below each other, whatever their kind.
type form uint8

const (
	noForm      form = iota
	partForm         // Phần I
	chapterForm      // Chương I
	sectionForm      // Mục 1
	subForm          // Tiểu mục 1
	capitalForm      // A.
	romanForm        // I.
	articleForm      // Điều 1.
	clauseForm       // 1.
	chainForm        // 1.1.
	deepForm         // 1.1.1. and deeper
	bracketForm      // 1)
	pointForm        // a)
	dotForm          // a.
	numberForm       // (1)
	letterForm       // (a)
	smallForm        // (i)
	starForm         // *
	dashForm         // -
	plusForm         // +

	lastForm = plusForm
)

// articleName is the name of the level Điều.
const articleName = "điều"

// formSamples are the forms as a scheme writes them.
var formSamples = [...]string{
	"", "Phần I", "Chương I", "Mục 1", "Tiểu mục 1", "A.", "I.", "Điều 1.", "1.", "1.1.", "1.1.1.", "1)", "a)", "a.", "(1)", "(a)", "(i)",
	"*", "-", "+",
}

// formLevels say how divisions of each form are named and shown.
var formLevels = readFormLevels()

func readFormLevels() [lastForm + 1]doc.Level {
	var out [lastForm + 1]doc.Level
	for f, sample := range formSamples {
		if sample == "" || form(f) == smallForm {
			continue
		}
		// "1.1." needs a number above it.
		levels, err := decree.ParseScheme([]string{"1.", sample})
		if err != nil {
			panic(err)
		}
		out[f] = levels[1]
	}
	out[smallForm] = doc.Level{Prefix: "(", Numeral: doc.Roman, Suffix: ")", Look: doc.ItemLook}
	return out
}

// formOf gives the form of a level of a scheme.
func formOf(l *doc.Level) form {
	for f := partForm; f <= lastForm; f++ {
		k := &formLevels[f]
		if k.Prefix == l.Prefix && k.Numeral == l.Numeral && k.Suffix == l.Suffix && k.Chain == l.Chain {
			return f
		}
	}
	return noForm
}

// always reports whether divisions of the form are headings in any case.
func (f form) always() bool { return f <= subForm }

// dashes reports whether the form has no number.
func (f form) dashes() bool { return f >= starForm }

// low reports whether the form may stand below any item that announces it.
func (f form) low() bool { return f == bracketForm || f >= dotForm }

// marker is what opens a marked line.
type marker struct {
	form   form
	n      number
	mark   string // as it is printed
	words  int    // where its words begin
	follow bool   // it counts only where its number follows
	begin  bool   // it also counts where its number is the first
	single bool   // a capital letter, which may be a Roman number
	glued  bool   // without white space behind it
	apart  bool   // with white space before its sign: "I - TÌNH HÌNH"
	name   bool   // may be the first letter of a name: "I.Newton"
	old    bool   // "I-", "1/"
	bullet bool   // a sign that comes out as the paper's dash
	bold   boldness
}

// readMarker reads the marker of a line, in bold letters or not.
func readMarker(s string) (marker, bool) {
	if s[0] == '*' {
		if m, ok := boldMarker(s); ok {
			return m, true
		}
	}
	return matchMarker(s)
}

// matchMarker reads the marker at the head of a line. What the lines before it have
// to say is not asked here.
func matchMarker(s string) (marker, bool) {
	c := s[0]
	switch {
	case isDigit(c):
		return matchNumber(s)
	case c == '(':
		return matchBrackets(s)
	case c == '-' || c == '+' || c == '*':
		return matchDash(s, 1)
	case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		if m, ok := matchLetter(s, 1); ok {
			return m, true
		}
		return matchWord(s)
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isBullet(r):
		const picture = "\ufe0f" // says of a sign that it is one
		if strings.HasPrefix(s[size:], picture) {
			size += len(picture)
		}
		return matchDash(s, size)
	case r == 'Đ' || r == 'đ' || r == 'Ð':
		if m, ok := matchLetter(s, size); ok {
			return m, true
		}
		return matchWord(s)
	}
	return marker{}, false
}

// isBullet reports whether r is a dash or a bullet that comes out as the paper's dash.
// Word's own bullets are letters of a symbol font.
func isBullet(r rune) bool {
	if r < '\u2010' { // letters
		return r == '·'
	}
	switch r {
	case '–', '—', '‐', '‑', '‒', '―', '−', '\uf0b7', '\uf0a7', '\uf0d8', '\uf0fc', '\uf02d', '\uf02b':
		return true
	}
	return strings.ContainsRune(phrase.Bullets, r)
}

// blanksAt gives how many bytes of white space stand in s behind n.
func blanksAt(s string, n int) int {
	return len(s) - n - len(strings.TrimLeftFunc(s[n:], isBlank))
}

// spaced completes a marker of n bytes that white space and words follow.
func (m marker) spaced(s string, n int) (marker, bool) {
	blanks := blanksAt(s, n)
	if blanks == 0 || n+blanks == len(s) {
		return m, false
	}
	m.mark, m.words = s[:n], n+blanks
	return m, true
}

// tight completes a marker of n bytes that its words follow without white space.
func (m marker) tight(s string, n int) (marker, bool) {
	m.mark, m.words, m.glued = s[:n], n, true
	m.follow, m.begin = true, true
	return m, true
}

// A marker's signs, those that stand behind its number, longer ones first. Writers put two of them together.
var numberSigns = [...]struct {
	text    string
	old     bool // of old papers and those of the Party: "I-", "1/", "I -", "1.1-"
	bracket bool // of the forms "1)" and "a)"
}{
	{"./", true, false}, {".-", true, false}, {"/-", true, false}, {").", false, true}, {".)", false, true},
	{".", false, false}, {")", false, true}, {"/", true, false}, {"-", true, false}, {"–", true, false},
}

// sign completes a marker whose number takes n bytes by the sign behind it. With brackets it is of another form, noForm
// where there is none. Where blanks part number and sign it counts as a number only at the head of a list or behind the one before.
func (m marker) sign(s string, n int, other form) (marker, bool) {
	apart := blanksAt(s, n)
	if !beginsSign(s[n+apart:]) {
		return m, false
	}
	for _, sign := range numberSigns {
		if !strings.HasPrefix(s[n+apart:], sign.text) {
			continue
		}
		end := n + apart + len(sign.text)
		m.old = sign.old
		switch {
		case sign.bracket:
			m.form = other
		case sign.old && m.form == dotForm:
			m.form = pointForm
		}
		words := s[end+blanksAt(s, end):]
		switch {
		case m.form == noForm, m.old && !unicode.IsLetter(first(words)), apart > 0 && !unicode.IsUpper(first(words)):
			return m, false
		case m.form == capitalForm && (apart > 0 || sign.text == "/") && !phrase.IsUpper(words): // "A/ Nguyễn Văn An"
			if !m.single {
				return m, false
			}
			m.follow = true // "V/ Tổ chức thực hiện"
		}
		if apart > 0 {
			m.apart, m.follow, m.begin = true, true, true
		}
		if m, ok := m.spaced(s, end); ok {
			return m, true
		}
		dash := m.old && sign.text != "/" && !(m.form == romanForm && phrase.IsUpper(words)) // "e-Learning", "1-Ngày hội"
		if apart == 0 && (m.form == clauseForm && !m.old || dash) || !m.isGlued(words) {
			return m, false
		}
		return m.tight(s, end)
	}
	return m, false
}

// isGlued reports whether the words of a marker may stand behind it without a blank. Capitals before others are names,
// "V.Putin thăm Việt Nam", until a field is seen to write numbers so; figures and signs are of the symbol of a paper, "1/KH-UBND".
func (m *marker) isGlued(words string) bool {
	r, size := utf8.DecodeRuneInString(words)
	switch {
	case !unicode.IsUpper(r):
		return false
	case m.isCapital():
		m.name = !phrase.IsUpper(words)
		word, _, more := strings.Cut(words, " ")
		return !m.old || more && len(word) > 1 && strings.IndexFunc(word, isNoLetter) < 0
	}
	return !m.old || unicode.IsLower(first(words[size:]))
}

func isNoLetter(r rune) bool { return !isLetter(r) }

// matchNumber reads "1.", "1.1.", "1)".
func matchNumber(s string) (marker, bool) {
	var m marker
	end := 0
	for {
		from := end
		for end < len(s) && isDigit(s[end]) {
			end++
		}
		width, value := end-from, 0
		for _, c := range []byte(s[from:end]) {
			value = min(value*10+int(c-'0'), 9999)
		}
		if width > 3 || width > 2 && m.n.size > 0 || m.n.size == maxParts {
			return m, false
		}
		m.n.push(value)
		if m.n.size == 1 && (width == 3 || s[0] == '0' || value > greatest) {
			m.follow, m.begin = true, s[0] == '0' && value == 1
		}
		if end+1 >= len(s) || s[end] != '.' || !isDigit(s[end+1]) {
			break
		}
		end++
	}
	if m.n.size > 1 && m.n.parts[0] > 99 {
		return m, false
	}
	switch m.n.size {
	case 1:
		m.form = clauseForm
		if strings.HasPrefix(s[end:], ")") && end > 2 {
			return m, false
		}
		if m, ok := m.sign(s, end, bracketForm); ok {
			return m, true
		}
	case 2:
		m.form = chainForm
	default:
		m.form = deepForm
	}
	dot := strings.HasPrefix(s[end:], ".")
	if m.n.size > 1 {
		if m, ok := m.sign(s, end, noForm); ok {
			return m, true
		}
		if n := end + blanksAt(s, end); n > end && unicode.IsUpper(first(s[n:])) {
			return m.spaced(s, end)
		}
	}
	if dot && (unicode.IsUpper(first(s[end+1:])) || strings.HasPrefix(s[end+1:], "“")) {
		return m.tight(s, end+1)
	}
	return m, false
}

// greatest is the number that counts without one before it: the greatest of real
// papers is 28.
const greatest = 31

// matchLetter reads what begins with a letter of n bytes and the sign of a number, or
// with a Roman number: "a)", "a.", "A.", "IV.".
func matchLetter(s string, n int) (marker, bool) {
	if n == len(s) {
		return marker{}, false
	}
	m := marker{form: dotForm}
	r := first(s)
	if r >= 'a' && r <= 'z' || r == 'đ' {
		m.n.push(letterNumber(r))
		return m.sign(s, n, pointForm)
	}
	end := strings.IndexFunc(s, func(r rune) bool { return r != 'I' && r != 'V' && r != 'X' })
	if end < 0 {
		return m, false
	}
	if end == 0 || end == 1 && r != 'I' {
		m.form, m.single = capitalForm, end == 1
		m.n.push(letterNumber(unicode.ToLower(r)))
		if isInitials(s, n) {
			return m, false
		}
		return m.sign(s, n, noForm)
	}
	value := romanNumber(s[:end])
	if value == 0 || isInitials(s, end) {
		return m, false
	}
	m.form, m.single = romanForm, end == 1
	m.n.push(value)
	return m.sign(s, end, noForm)
}

// isInitials reports whether a capital letter of n bytes at the head of s is of a
// name: "V. I. Lê-nin".
func isInitials(s string, n int) bool {
	if s[n] != '.' {
		return false
	}
	next := s[n+1+blanksAt(s, n+1):]
	r, size := utf8.DecodeRuneInString(next)
	return unicode.IsUpper(r) && strings.HasPrefix(next[size:], ".")
}

// matchBrackets reads "(1)", "(a)", "(ii)".
func matchBrackets(s string) (marker, bool) {
	var m marker
	end := strings.IndexByte(s, ')')
	if end < 2 || end > 6 {
		return m, false
	}
	in := s[1:end]
	r, size := utf8.DecodeRuneInString(in)
	switch {
	case isDigit(in[0]) && len(in) <= 2 && isDigit(in[len(in)-1]):
		m.form = numberForm
		value := int(in[0] - '0')
		if len(in) == 2 {
			value = value*10 + int(in[1]-'0')
		}
		m.n.push(value)
	case strings.Trim(in, "ivx") == "":
		value := romanNumber(strings.ToUpper(in))
		if value == 0 {
			return m, false
		}
		m.form, m.single = smallForm, len(in) == 1
		m.n.push(value)
	case size == len(in) && (r >= 'a' && r <= 'z' || r == 'đ'):
		m.form = letterForm
		m.n.push(letterNumber(r))
	default:
		return m, false
	}
	if strings.HasPrefix(s[end+1:], ".") { // (1).
		end++
	}
	return m.spaced(s, end+1)
}

// matchDash reads a dash, plus, star or bullet of n bytes.
func matchDash(s string, n int) (marker, bool) {
	m := marker{form: dashForm}
	switch r := first(s); r {
	case '+':
		m.form = plusForm
	case '*':
		m.form = starForm
	case '\uf02b':
		m.form, m.bullet = plusForm, true
	case '-':
	default:
		m.bullet = true
	}
	if m, ok := m.spaced(s, n); ok {
		return m, true
	}
	if m.form != starForm && unicode.IsLetter(first(s[n:])) {
		return m.tight(s, n)
	}
	return m, false
}

// TypedMarker gives the number or sign typed at the head of a text that has none on
// the page, or a computed one: what would be doubled, or with "#" would begin a division
// of its own. A backslash before it says that it is meant.
func TypedMarker(s string) string {
	s = strings.TrimLeftFunc(s, isBlank)
	if strings.HasPrefix(s, "*") && !strings.HasPrefix(s, "* ") {
		s = strings.ReplaceAll(s, "*", "") // bold or italic letters
	}
	if s == "" {
		return ""
	}
	if depth, _ := hashes(s); depth > 0 {
		return s[:depth]
	}
	m, ok := matchMarker(s)
	if !ok || m.follow && !m.glued && !m.begin || m.doubtful() && !m.opens(s) || m.glued && m.isCapital() { // "V.Putin"
		return ""
	}
	return m.mark
}

// doubtful reports whether a marker is text where the lines around it do not count as it does: "I - V: 5 người",
// "8.3- Ngày Quốc tế Phụ nữ".
func (m *marker) doubtful() bool {
	return m.apart || m.old && (m.form == chainForm || m.form == deepForm)
}

// isCapital reports whether the number of a marker is a capital letter, or a Roman number.
func (m *marker) isCapital() bool { return m.form == capitalForm || m.form == romanForm }

// OpensLike reports whether a text begins with a number or sign of a level's form.
func OpensLike(s string, l *doc.Level) bool {
	s = strings.TrimLeftFunc(s, isBlank)
	if s == "" {
		return false
	}
	m, ok := matchMarker(s)
	return ok && m.form == formOf(l)
}
