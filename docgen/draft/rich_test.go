package draft

import (
	"testing"

	"github.com/vanban-go/vanban/internal/word"
)

// TestEscape: a stroke is put before a mark only where it would be read as one.
func TestEscape(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Nội dung", "Nội dung"}, {"a  b\tc", "a b c"},
		{"5 < 6", "5 < 6"}, {"2*3*4", "2*3*4"}, {"Số [12]/QĐ", "Số [12]/QĐ"}, {"a {b} c", "a {b} c"}, {`C:\tep\x`, `C:\tep\x`},
		{"a *b* c", `a \*b\* c`}, {"[a](b)", `\[a](b)`}, {"# a", `\# a`}, {`a\`, `a\\`},
	} {
		if got := escape(tt.text); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.want)
		}
	}
}

// TestRich: words that lead to an address keep it, and figures alone are not bold: stars around them are stars.
func TestRich(t *testing.T) {
	const to = "https://xa.example.vn/bieu_mau?a=_b_"
	for _, c := range []struct {
		runs []word.Run
		want string
	}{
		{[]word.Run{{Text: "Xem "}, {Text: "mẫu này", Link: to}, {Text: " trước "}, {Text: "10/10", Face: word.Face{Bold: true}}, {Text: "."}},
			"Xem [mẫu này](" + to + ") trước 10/10."},
		{[]word.Run{{Text: "Xem "}, {Text: "mẫu", Link: to, Face: word.Face{Bold: true}}, {Text: " và "}, {Text: "gửi", Face: word.Face{Italic: true}}},
			"Xem [**mẫu**](" + to + ") và *gửi*"},
		{[]word.Run{{Text: "Xem "}, {Text: to, Link: to}, {Text: ", mục "}, {Text: "một", Link: "#x"}}, "Xem " + to + ", mục một"},
		{[]word.Run{{Text: "Gửi "}, {Text: "a@xa.vn", Link: "mailto:a@xa.vn"}, {Text: "ba", Link: "https://x.vn/a b"}, {Text: " x"}},
			"Gửi a@xa.vnba x"},
		{[]word.Run{{Text: "1. Quy ước", Link: to}}, "1. [Quy ước](" + to + ")"},
		{[]word.Run{{Text: "a) Quy ước", Link: to, Face: word.Face{Bold: true}}, {Text: " (bản 2)"}}, "**a)** [**Quy ước**](" + to + ") (bản 2)"},
		{[]word.Run{{Text: "1.", Link: to}, {Text: " Quy ước"}}, "1. Quy ước"}, {[]word.Run{{Text: "2", Link: to}, {Text: ". Quy ước"}}, "[2](" + to + "). Quy ước"},
	} {
		lines := paragraphLines(&word.Paragraph{Runs: c.runs})
		if got := new(reader).rich(&lines[0]); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

// TestOffLinks: the words of a link are left, and what is escaped is none.
func TestOffLinks(t *testing.T) {
	for in, want := range map[string]string{
		"Xem [mẫu](https://a.vn/b_c) và [hai](mailto:a@b.vn).": "Xem [mẫu và [hai.",
		`Xem [mẫ\]u](https://a.vn/b)`:                          `Xem [mẫ\]u`, `\[a](https://b.vn)`: `\[a](https://b.vn)`,
		"[](#dieu-1), [a](b)": "[](#dieu-1), [a](b)", "không": "không",
	} {
		if got := offLinks(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
