package batch

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestCleanName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"qd-05", "qd-05"},
		{"  Nguyễn Văn An.  ", "Nguyễn Văn An"},
		{"Nguye\u0302\u0303n", "Nguyễn"},
		{"don-vi/qd", "don-vi/qd"},
		{"con", "con_"},
		{"CON.tap", "CON_.tap"},
		{"com1", "com1_"},
		{"công", "công"},
		{"../x", ""}, // a part of stops only is empty
		{".x", "_x"},
		{"a//b", ""},
		{"a\u202efdp.exe", "afdp.exe"},
		{"", ""},
		{strings.Repeat("ạ", 70), ""},
	}
	for _, tt := range tests {
		got, err := cleanName(tt.in)
		if got != tt.want || (err != nil) != (tt.want == "") {
			t.Errorf("cleanName(%q) = %q, %v, want %q", tt.in, got, err, tt.want)
		}
	}
	if got := namePart(`QĐ/12\3:*?"<>|` + "\t"); got != "QĐ-12-3--------" {
		t.Errorf("namePart = %q", got)
	}
	if nameKey("ĐỘI/A") != nameKey("đội/a") {
		t.Error("names that differ in capitals have different keys")
	}
}

// FuzzCleanName: a name that passes is whole, short and leads nowhere else.
func FuzzCleanName(f *testing.F) {
	for _, s := range []string{"a/b", "..", "nul.txt", "a.", "\x00", "ﬁ", "e\u0301/…"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		name, err := cleanName(s)
		if err != nil {
			return
		}
		if again, err := cleanName(name); again != name || err != nil {
			t.Fatalf("cleanName(%q) = %q, of that %q, %v", s, name, again, err)
		}
		for _, part := range strings.Split(name, "/") {
			switch {
			case part == "" || part[0] == '.' || strings.HasSuffix(part, ".") || strings.HasSuffix(part, " "),
				len(part)+len(".docx") > maxName, strings.ContainsAny(part, `\:*?"<>|`),
				!utf8.ValidString(part), !norm.NFC.IsNormalString(part):
				t.Fatalf("cleanName(%q) = %q", s, name)
			}
		}
	})
}
