package markup

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// escapedGives finds where a value, made plain text, does not come out as itself: alone
// in a line, in front of other words and behind them.
func escapedGives(t *testing.T, s string) {
	t.Helper()
	for _, around := range []struct{ before, behind string }{{"", ""}, {"", " và"}, {"Của ", ""}, {"Của ", " và"}} {
		value := Escape
		if around.before != "" {
			value = Inside
		}
		src, want := around.before+value(s)+around.behind, strings.TrimFunc(around.before+s+around.behind, isBlank)
		if got := Settle(around.before + Value(s) + around.behind); got != src && !strings.HasSuffix(s, `\`) {
			t.Errorf("a value settles as %q, not %q", got, src)
		}
		src = Settle(around.before + Value(s) + around.behind)
		in, found := Line(Source{Text: src})
		if got := inlineText(in); got != want || found.HasErrors() {
			t.Errorf("line %q gives %q, %v", src, got, found)
		}
		parts, found := Body(Source{Text: src}, Options{Scheme: scheme})
		// Strokes around a word are told, since they are printed; no backslash goes before them.
		found = slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return strings.HasPrefix(d.Found, "__") })
		if want == "" {
			continue
		}
		p, ok := doc.Part(nil), false
		if len(parts) == 1 {
			p = parts[0]
			_, ok = p.(*doc.Prose)
		}
		if !ok || inlineText(p.(*doc.Prose).Inlines) != want || len(found) > 0 {
			t.Errorf("body %q gives %d parts, %v", src, len(parts), found)
		}
		if lines, _ := Cell(Source{Text: src}); len(lines) != 1 || inlineText(lines[0]) != want {
			t.Errorf("cell %q gives %d lines", src, len(lines))
		}
	}
}

func TestEscape(t *testing.T) {
	for _, s := range []string{
		"a*b*c", "*a*", "**đậm**", "1. x", "9. x", "19/ x", "90- x", "1.", "2) y", "2)", "01. x", "1.1. x", "1.1 X", "1.X", "30/4",
		"2.530.000 đồng",
		"- z", "-", "-z", "+ z", "* z", "• z", "– z", "a) x", "a)", "a.", "đ) x", "A. x", "I. x", "IV.", "I- x", "1/ x", "(1) x", "(a)",
		"(ii) x",
		"# h", "a_b_", "__J__", `x\y`, `\`, `x\`, `\\may\chung`, `\\`, `x\\`, `D:\1.docx`, `D:\a) b`, `1\. x`, `1\\. x`, `1\.`, `1\0)`, `a\-b`, `1\/x`, `\1. x`, `\\1. x`, `\*x*`,
		`\\*x*`, `x\[y`, `a\!b`, `\-`, `\#`, "AT&T", "&amp;", "[x](#y)", "[x](https://x.vn)", "<https://x.vn>", "x[^1]", "[^1]: y",
		"![a](b)",
		"| a | b |", "{#id}", "Mục {#id}", "---", "5 < 6 > 4", "<br>", "`code`", "~~x~~", "x!", "#", "“Trích", `"Trích`, "”",
		"Phần I", "Phần mềm", "Chương II. QUY ĐỊNH", "Mục 1", "mục 1", "Tiểu mục 2", "Điều 5", "Điều 5. Phạm vi", "Điều 5:", "Điều hành",
		"PHỤ LỤC", "Phụ lục II", "MẪU SỐ 01", "DANH SÁCH", "Danh sách kèm theo", "C. Mác", "V. I. Lê-nin", "Đ.",
		"I - HAI", "1 – Hai", "a . Hai", "A - HAI", "1./ x", `\)G`, `1 \- Hai`,
	} {
		escapedGives(t, s)
	}
	if got := inlineText(func() []doc.Inline { in, _ := Line(Source{Text: Escape("a\nb\tc\u2028d")}); return in }()); got != "a b c d" {
		t.Errorf("line ends and tabs give %q", got)
	}
}

// FuzzEscape: whatever a value holds, it comes out as it is.
func FuzzEscape(f *testing.F) {
	f.Add("1. *a*")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, string(valueHead)+string(valueStroke)) ||
			strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }) {
			return
		}
		if strings.TrimFunc(s, isBlank) != s || vi.NFC("Của "+s+" và") != "Của "+s+" và" {
			return
		}
		escapedGives(t, s)
	})
}
