package fill

import (
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/plan/vi"
)

// sign says what a tag does.
type sign byte

const (
	valueTag  sign = 0
	openTag   sign = '#' // {{#danh sách}}: what follows stands once for each, or where there is such a value
	unlessTag sign = '^' // {{^danh sách}}: what follows stands where there is none
	closeTag  sign = '/'
)

// tag is what stands between two braces of a template.
type tag struct {
	sign    sign
	name    string
	formats []call
	compare string // of a condition: = != < > <= >=
	operand string
}

// call is a format with the pattern that stands behind it.
type call struct{ name, pattern string }

// readTag reads a tag; mistake says in Vietnamese what is wrong with it.
func readTag(s string) (t tag, mistake string) {
	blanks := strings.NewReplacer("\u00a0", " ", "\t", " ", "\n", " ", "\r", " ", "\u200b", "", "\ufeff", "")
	s = strings.TrimSpace(blanks.Replace(vi.NFC(s)))
	if s == "" {
		return t, "không có tên trường giữa {{ và }}"
	}
	if c := sign(s[0]); c == openTag || c == unlessTag || c == closeTag {
		t.sign, s = c, strings.TrimSpace(s[1:])
	}
	parts := cutOutside(s, "|")
	t.name = parts[0]
	if t.sign == openTag || t.sign == unlessTag {
		for _, c := range comparisons {
			if at := cutOutside(t.name, c.written); len(at) == 2 {
				t.name, t.compare, t.operand = at[0], c.means, unquote(at[1])
				break
			}
		}
	}
	t.name = unquote(t.name)
	if t.name == "" && t.sign != closeTag {
		return t, "không có tên trường giữa {{ và }}"
	}
	if strings.ContainsAny(t.name, "{}<>") {
		return t, "tên trường không được có dấu { } < >"
	}
	for _, p := range parts[1:] {
		name, pattern, _ := strings.Cut(p, " ")
		t.formats = append(t.formats, call{name, unquote(pattern)})
	}
	if len(t.formats) > 0 && t.sign != valueTag {
		return t, "định dạng (sau dấu |) chỉ dùng cho trường lấy giá trị"
	}
	return t, ""
}

// comparisons are the signs of conditions, longer ones first.
var comparisons = []struct{ written, means string }{
	{"!=", "!="}, {"<>", "!="}, {"≠", "!="}, {"<=", "<="}, {"≤", "<="}, {">=", ">="}, {"≥", ">="}, {"==", "="}, {"=", "="}, {"<",
		"<"}, {">", ">"},
}

// quotes are those that Word puts where a straight one was typed.
const quotes = "\"'“”„‘’«»"

// cutOutside cuts a text at a sign that stands outside of quotes, and trims the parts.
func cutOutside(s, sep string) []string {
	var parts []string
	quoted := false
	from := 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("\"“”„", r):
			quoted = !quoted
		case !quoted && i >= from && strings.HasPrefix(s[i:], sep):
			parts = append(parts, strings.TrimSpace(s[from:i]))
			from = i + len(sep)
		}
	}
	return append(parts, strings.TrimSpace(s[from:]))
}

// unquote takes the quotes off a text that stands between two.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	first, n := utf8.DecodeRuneInString(s)
	last, m := utf8.DecodeLastRuneInString(s)
	if n+m <= len(s) && strings.ContainsRune(quotes, first) && strings.ContainsRune(quotes, last) {
		return strings.TrimSpace(s[n : len(s)-m])
	}
	return s
}

// markedText is a tag with where it stands in a paragraph's text.
type markedText struct {
	from, to int
	name     int    // the first letter of the name
	inner    string // between the braces
	open     bool   // its end is missing
	held     bool   // something that is no letter stands before it
}

// findTags finds the tags of a text.
func findTags(s string) []markedText {
	var all []markedText
	for at := 0; ; {
		i := strings.Index(s[at:], "{{")
		if i < 0 {
			return all
		}
		for i += at; strings.HasPrefix(s[i+1:], "{{"); i++ { // of three braces the inner ones are the tag's
		}
		end := strings.IndexAny(s[i+2:], "}{"+barrier)
		if end < 0 || !strings.HasPrefix(s[i+2+end:], "}}") {
			all = append(all, markedText{from: i, to: i + 2, name: i, inner: words(strings.ReplaceAll(s[i:], barrier, " "), 6), open: true,
				held: end >= 0 && strings.HasPrefix(s[i+2+end:], barrier)})
			at = i + 2
			continue
		}
		to := i + 2 + end + 2
		inner := s[i+2 : to-2]
		skip := len(inner) - len(strings.TrimLeft(inner, " \t\n\r\u00a0\u200b\ufeff#^/\"'“”"))
		if skip == len(inner) {
			skip = 0
		}
		all = append(all, markedText{from: i, to: to, name: i + 2 + skip, inner: inner})
		at = to
	}
}

// words gives the first words of a text, with dots when there are more.
func words(s string, n int) string {
	f := strings.Fields(s)
	if len(f) > n {
		return strings.Join(f[:n], " ") + " …"
	}
	return strings.Join(f, " ")
}
