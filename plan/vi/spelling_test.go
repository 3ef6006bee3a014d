package vi

import (
	"math"
	"strings"
	"testing"
)

// TestPercentBounds: the largest shares that are written, and the first that are not.
func TestPercentBounds(t *testing.T) {
	const beyond = 1_844_674_407_370_956 // times 10,000 is more than 64 bits
	for _, tt := range []struct {
		part, whole int64
		want        string
	}{
		{math.MaxInt64, 10_000, "92.233.720.368.547.758,07%"}, {math.MaxInt64, 9_999, ""}, {beyond, 1, ""}, {beyond, 2, ""},
		{math.MaxInt64 / 10_000, 1, "92.233.720.368.547.700%"}, {1, 3, "33,33%"}, {2, 3, "66,67%"},
	} {
		if got := Percent(tt.part, tt.whole); got != tt.want {
			t.Errorf("Percent(%d, %d) = %q, want %q", tt.part, tt.whole, got, tt.want)
		}
	}
}

// TestFoldKept: what folding leaves as it was typed, and what it does not.
func TestFoldKept(t *testing.T) {
	for in, want := range map[string]string{
		"giá": "giá", "qúa": "quá", "qía": "qía", "gúa": "gúa", "gìá": "gìá", "gỉ": "gỉ", "gìn": "gìn", "agìa": "agìa", "hoì": "hoì", "huà": "huà",
		"huỳ": "hùy", "hoè": "hòe", "hoà\u0331": "hoà\u0331", "quà": "quà", "bíoà": "bíòa", "óà": "óà", "hoàn": "hoàn", "\xff": "\ufffd",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	for _, mark := range `“”„‟«»"` {
		if got := FoldName(string(mark) + "A" + string(mark)); got != `"a"` {
			t.Errorf("%c: %q", mark, got)
		}
	}
	for in, want := range map[string]string{
		"‘a’": "'a'", "‗a†": "‗a†", "¬a¼": "¬a¼", " a\tb ": "a b", "a  b": "a b", "a\u00a0b": "a b", " a": "a", "a ": "a", "": "", " ": "",
	} {
		if got := FoldName(in); got != want {
			t.Errorf("FoldName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestJoinAnd(t *testing.T) {
	for want, parts := range map[string][]string{"": nil, "a": {"a"}, "a và b": {"a", "b"}, "a, b và c": {"a", "b", "c"}} {
		if got := JoinAnd(parts); got != want {
			t.Errorf("%q: %q", parts, got)
		}
	}
}

// TestLegacyBounds: letters that no old way has, and signs that part its words.
func TestLegacyBounds(t *testing.T) {
	for _, r := range "ăđươĐẠỹỿ" {
		if got := LegacyOf(string(r) + " Nguyá»…n"); got != "" {
			t.Errorf("%c beside spoilt text: %s", r, got)
		}
	}
	for _, r := range "aÿš\u1e9f\u1f00" {
		if got := LegacyOf(string(r) + " Nguyá»…n"); got != Twice {
			t.Errorf("%c beside spoilt text: %s, want %s", r, got, Twice)
		}
	}
	for _, tt := range []struct {
		in  string
		way Legacy
	}{
		{"Nguyeãn\u00a0Vaên", VNI}, {"“Nguyeãn Vaên”", VNI}, {"Nguyeãn{Vaên", VNI}, {"Nguyeãn[Vaên", VNI}, {"Nguyeãn`Vaên", VNI}, {"Nguyeãn@Vaên", VNI},
		{"NguyeãnxVaên", ""}, {"Nguyeãn Vaên Tröôøng š", ""}, {"Nguyeãn Vaên Tröôøng ÿ", VNI}, {"Nguyeãn abcd", ""}, {"Nguyeãn Vaên abcd", VNI},
		{"Nguyeãn x abcd", ""}, {"Nguyeãn x", VNI}, {"€ 5", ""}, {"Nguyeãn z z", VNI}, {"§ç V¨n", TCVN3}, {"Vaên V¨n", ""},
	} {
		if got := LegacyOf(tt.in); got != tt.way {
			t.Errorf("%q is %q, want %q", tt.in, got, tt.way)
		}
	}
	for r, want := range map[rune]bool{0x7f: false, 0x80: true, 0xff: true, 0x100: false, 0x3bb: false, 0x3bc: true} {
		if isWestern(r) != want {
			t.Errorf("%U is Western: %v", r, !want)
		}
	}
	for _, tt := range []struct {
		way      Legacy
		in, want string
	}{
		{TCVN3, "\u00a0ÿš", "\u00a0ÿš"}, {TCVN3, "¡\u00b5µ\u03bcþ", "Ăààờỵ"[:len("Ăàà")] + "àỵ"}, {VNI, "ñ", "đ"}, {VNI, "a", "a"}, {VNI, "aâ", "â"},
		{Twice, "Ā", "Ā"}, {Twice, "Ã©", "é"}, {"", "ñ", "ñ"},
	} {
		if got := tt.way.Decode(tt.in); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.way, tt.in, got, tt.want)
		}
	}
}

// TestSpelling: initials and rimes that are spelled together, and tones on letters that may carry them.
func TestSpelling(t *testing.T) {
	for s := range strings.FieldsSeq("ga gấp gượng gin gì que quê quít quơ quăng quân quay kỳ ky nghĩ òa oà giòa cá ngã mỹ huyện tuyết oán") {
		if !isSyllable(s) {
			t.Errorf("%q is a syllable", s)
		}
	}
	for s := range strings.FieldsSeq("cy ngý gy gim gên giy giỳ gìoa òan uỳên quo quung quô kyêt ghy nghy byêu iê tyên túyet nghiêngx á̀") {
		if isSyllable(s) {
			t.Errorf("%q is no syllable", s)
		}
	}
	for in, want := range map[string]string{"Að": "Að", "AÐ": "AĐ", "aÐ": "aÐ", "ðÐ": "đÐ", "A-ðinh": "A-đinh"} {
		if got := VietnameseD(in); got != want {
			t.Errorf("VietnameseD(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestEdgesOfText: bytes that end in the middle of a letter, and the last letters and figures of a slug.
func TestEdgesOfText(t *testing.T) {
	for _, s := range []string{"a\xe1", "\xe1", "\xe1\xba", "\xe2", "\xe2\x80", "a\xe2\x80", "\xcc", "\xe2\x80\x81"} {
		if got := NFC(s); got != s && s != "\xe2\x80\x81" {
			t.Errorf("NFC(%q) = %q", s, got)
		}
	}
	for in, want := range map[string]string{
		"az AZ 09": "az-az-09", "`{/:@[": "", "a`b{c": "a-b-c", "ǽ": "", "ﬁ": "f", "½": "1", "a-" + strings.Repeat("x", 300): "a",
		"-" + strings.Repeat("x", 300):         strings.Repeat("x", maxSlug),
		strings.Repeat("x", maxSlug):           strings.Repeat("x", maxSlug),
		strings.Repeat("x", maxSlug-1) + " yz": strings.Repeat("x", maxSlug-1),
		strings.Repeat("x", maxSlug) + " yz":   strings.Repeat("x", maxSlug),
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}
