package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/plan/vi"
)

// inlineSigns are those that a backslash before them makes text, anywhere in a line.
const inlineSigns = `*[{|<`

// How a value stands in a text until [Settle] knows what is around it. These letters are of no
// text: files are refused for them.
const (
	valueHead   = '\ue005' // here it begins, with what could open a line
	valueStroke = '\ue006' // a backslash of its own
)

// Escape makes s plain text in the eyes of this package: what it gives, read by [Line] or
// [Body], is s again. Line ends and tabs become spaces. It stands at the head of a line, with
// anything behind it, and never becomes a mark, a marker or a name.
func Escape(s string) string { return Settle(Value(s)) }

// Inside is Escape for a text that stands behind other words of its line.
func Inside(s string) string {
	const words = "xx " // which say where it stands, and are no number
	return Settle(words + value(s, false))[len(words):]
}

// Value is Escape for a text that is put into another one at a place not known yet: [Settle]
// makes the whole ready.
func Value(s string) string { return value(s, mayOpen(s)) }

func value(s string, head bool) string {
	if !head && !strings.ContainsAny(s, inlineSigns+"\\\n\r\t\v\u0085\u2028\u2029") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	if head && strings.IndexByte(inlineSigns, s[0]) < 0 {
		b.WriteRune(valueHead)
	}
	for _, r := range s {
		switch r {
		case '\n', '\r', '\t', '\v', '\u0085', '\u2028', '\u2029':
			b.WriteByte(' ')
			continue
		case '\\':
			b.WriteRune(valueStroke)
			continue
		case '*', '[', '{', '|', '<':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

var plainValue = strings.NewReplacer(string(valueHead), "", string(valueStroke), `\`)

// signs are the signs of values.
const signs = string(valueHead) + string(valueStroke)

// hasSigns looks for the first byte of the signs alone: nearly no text has it.
func hasSigns(s string) bool { return strings.IndexByte(s, signs[0]) >= 0 }

// plain is a text without the signs of values.
func plain(s string) string {
	if !hasSigns(s) {
		return s
	}
	return plainValue.Replace(s)
}

// Settle makes the values in a text plain, each by what stands around it in its line.
func Settle(text string) string {
	if !hasSigns(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		settleLine(&b, text[at:end])
		b.WriteString(text[end:next])
		at = next
	}
	return b.String()
}

func settleLine(b *strings.Builder, l string) {
	const enough = 64 // bytes of what stands behind
	from := b.Len()
	before := func() string { return strings.TrimLeftFunc(b.String()[from:], isBlank) }
	words := strings.TrimRightFunc(l, isBlank)
	for i := 0; ; {
		n := strings.IndexAny(l[i:], signs)
		if n < 0 {
			b.WriteString(l[i:])
			return
		}
		b.WriteString(l[i : i+n])
		i += n
		r, size := utf8.DecodeRuneInString(l[i:])
		switch r {
		case valueHead:
			if opensLine(before()) {
				b.WriteByte('\\')
			}
		case valueStroke:
			for strings.HasPrefix(l[i+size:], string(valueStroke)) {
				size += len(string(valueStroke))
			}
			n := size / len(string(valueStroke))
			rest := plain(words[i+size : min(len(words), i+size+enough)])
			if strokesCount(before(), strings.TrimLeft(rest, `\`)) {
				n *= 2
			}
			b.WriteString(strings.Repeat(`\`, n))
		}
		i += size
	}
}

// opensLine reports whether what stands before a place in a line leaves it at the head, or at
// the head of the words behind a marker: nothing, or marks and markers alone.
func opensLine(before string) bool {
	const longest = 48 // marks and markers, in bytes
	if len(before) > longest {
		return false
	}
	before = strings.TrimRight(strings.TrimRightFunc(strings.TrimLeft(before, "*#"), isBlank), "*")
	if before = strings.TrimSpace(before); before == "" {
		return true
	}
	m, ok := matchMarker(before + " X")
	return ok && len(m.mark) == len(before)
}

// strokesCount reports whether backslashes between two parts of a line say something: before a
// sign, what could open a line or the sign of a number there ("1\."), and at the end. Each pair
// of them is then one that is printed, and one that is left makes text of what follows.
// Anywhere else they are text: \\may-chu\chung, D:\n.docx.
func strokesCount(before, rest string) bool {
	const longest = 24 // of a number, in bytes
	switch {
	case rest == "" || strings.IndexByte(inlineSigns, rest[0]) >= 0 || strings.HasPrefix(rest, "!["):
		return true
	case opensLine(before):
		return mayOpen(rest)
	case len(before) > longest:
		return false
	}
	whole := before + rest
	if strings.IndexFunc(rest, isBlank) < 0 { // a number alone is a sign once words stand behind it
		whole += " x"
	}
	m, ok := matchMarker(whole)
	return ok && len(before) < len(m.mark)
}

// strokes reads the backslashes at the head of s[i:to]: how many are printed, how many bytes
// they take, and whether what follows is text whatever it looks like.
func strokes(s string, i, to int) (printed, size int, text bool) {
	for i+size < to && s[i+size] == '\\' {
		size++
	}
	switch {
	case !strokesCount(s[:i], s[i+size:to]):
		return size, size, false
	case size%2 == 1 && i+size == to: // with nothing behind it
		return size/2 + 1, size, false
	}
	return size / 2, size, size%2 == 1
}

// What a byte means to isPlain.
const (
	isText  = iota // nothing
	counts         // it is no text wherever it stands
	repeats        // twice it says something; a marker may stand behind a space
	begins         // the letter that it begins may end a line, or be dots
)

var plainness = func() (of [256]uint8) {
	for _, c := range []byte(inlineSigns + "\\\n\r\t\v_") {
		of[c] = counts
	}
	of[' '], of['.'] = repeats, repeats
	of[0xc2], of[0xe2] = begins, begins
	return of
}()

// isPlain reports whether a text is printed as it stands wherever it is: one line without
// signs, blanks to be filled and white space at its ends, and without what could be a
// marker, at its head or behind a space, where YAML may have joined two lines.
func isPlain(s string) bool {
	if isBlank(first(s)) || isBlank(lastOf(s)) || !isDigit(s[0]) && mayOpen(s) {
		return false
	}
	if opensAsMarker(s) {
		return false
	}
	for i := 0; i < len(s); i++ {
		switch rest := s[i+1:]; plainness[s[i]] {
		case counts:
			return false
		case repeats:
			if rest != "" && rest[0] == s[i] || s[i] == ' ' && opensAsMarker(rest) {
				return false
			}
		case begins:
			if here := s[i:]; strings.HasPrefix(here, "\u0085") || strings.HasPrefix(here, "…") || isLineEnd(here) {
				return false
			}
		}
	}
	return vi.NFC(s) == s
}

// opensAsMarker reports whether a marker stands at the head of s.
func opensAsMarker(s string) bool {
	if len(s) < 2 || !mayMark(s) {
		return false
	}
	_, ok := matchMarker(s)
	return ok
}

// isLineEnd reports whether s begins with a line end that takes three bytes.
func isLineEnd(s string) bool {
	return strings.HasPrefix(s, "\u2028") || strings.HasPrefix(s, "\u2029")
}

// mayOpen reports whether s, at the head of a line and with anything behind it, could
// be read as more than text.
func mayOpen(s string) bool {
	if s == "" {
		return false
	}
	c := s[0]
	switch {
	case isDigit(c):
		return beginsSign(strings.TrimLeft(s, "0123456789"))
	case strings.IndexByte(`-+*#[(|!"`, c) >= 0:
		return true
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case isBullet(r) || r == '“':
		return true
	case !unicode.IsLetter(r):
		return false
	case beginsSign(s[size:]), strings.IndexByte("IVX", c) >= 0 && beginsSign(strings.TrimLeft(s, "IVX")):
		return true
	}
	for _, w := range markerWords {
		if n := foldedPrefix(s, w.word); n > 0 && blanksAt(s, n) > 0 {
			return true
		}
	}
	for _, w := range closingWords {
		if foldedPrefix(s, w) > 0 {
			return true
		}
	}
	return false
}

// beginsSign reports whether the sign of a number stands at the head of s, or behind blanks there.
func beginsSign(s string) bool {
	s = strings.TrimLeftFunc(s, isBlank)
	return s != "" && (isMarkSign(s[0]) || strings.HasPrefix(s, "–"))
}
