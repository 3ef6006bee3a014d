package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
)

// standIns are signs that fonts of papers do not have, with those that say the same: arrows
// that Word and chat programs put in place of what was typed.
var standIns = map[rune]string{
	'🡪': "→", '🡒': "→", '🡺': "→", '⟶': "→", '⇨': "→", '⇒': "→", '➔': "→", '➜': "→", '➡': "→",
	'🡨': "←", '🡐': "←", '🡸': "←", '⇦': "←", '🡩': "↑", '🡫': "↓", '⇧': "↑", '⇩': "↓",
	'℃': "°C", '∗': "*", '⋅': "·",
}

// unitSigns are signs of units that fonts of papers do not have: those of squares, and the raised 0 that people take for a
// degree.
var unitSigns = strings.NewReplacer("㎡", "m²", "㎥", "m³", "㎞", "km", "㎏", "kg", "㎝", "cm", "㎜", "mm", "⁰C", "°C")

func hasUnit(s string) bool {
	return strings.ContainsAny(s, "㎡㎥㎞㎏㎝㎜") || strings.Contains(s, "⁰C")
}

// needsStandIn reports whether a text has signs that are printed as others.
func needsStandIn(s string) bool { return strings.ContainsFunc(s, hasStandIn) || hasUnit(s) }

func hasStandIn(r rune) bool { return r > 0x2000 && standIns[r] != "" }

// stoodIn gives a text with the signs that fonts have, and the first sign that was another. A bullet at the
// head of a line stays: it comes out as a dash.
func stoodIn(s string) (out string, first rune) {
	if !strings.ContainsFunc(s, hasStandIn) {
		return s, 0
	}
	trimmed := strings.TrimLeft(s, " \t")
	from := len(s) - len(trimmed)
	if r, n := utf8.DecodeRuneInString(trimmed); strings.ContainsRune(phrase.Bullets, r) && tidy(trimmed[n:]) != "" {
		from += n
	}
	var b strings.Builder
	b.WriteString(s[:from])
	for _, r := range s[from:] {
		if !hasStandIn(r) {
			b.WriteRune(r)
			continue
		}
		b.WriteString(standIns[r])
		if first == 0 {
			first = r
		}
	}
	return b.String(), first
}

// stand puts signs that fonts have into a line.
func (l *line) stand() {
	text, sign := stoodIn(l.text)
	if sign == 0 {
		return
	}
	l.spans = slices.Clone(l.spans)
	head := true
	for i := range l.spans {
		s, before, behind := l.spans[i].s, "x", ""
		if head && tidy(s) != "" {
			head, before = false, ""
			if tidy(s) != tidy(l.text) { // a bullet may be a run of its own
				behind = "x"
			}
		}
		out, _ := stoodIn(before + s + behind)
		l.spans[i].s = strings.TrimSuffix(strings.TrimPrefix(out, before), behind)
	}
	l.text = text
}

const standInMessage = "ký hiệu mà phông chữ của văn bản không có in bằng ký hiệu cùng nghĩa: " +
	"mũi tên thành →, ℃ và ⁰C thành °C, ㎡ thành m²"

// standing hints once at signs that are printed as others.
func (r *reader) standing(l *line, text string) {
	_, sign := stoodIn(tidy(text))
	as := standIns[sign]
	if sign == 0 && hasUnit(text) {
		at := strings.IndexAny(text, "㎡㎥㎞㎏㎝㎜⁰")
		sign, _ = utf8.DecodeRuneInString(text[at:])
		as = unitSigns.Replace(string(sign))
	}
	said := func(d *diag.Diagnostic) bool { return d.Rule == ruleForm && d.Message == standInMessage }
	if sign == 0 || slices.ContainsFunc(r.found, said) {
		return
	}
	r.say(l, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: string(sign), Expected: as, Message: standInMessage,
	})
}
