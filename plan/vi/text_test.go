package vi

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const motto = "Độc lập - Tự do - Hạnh phúc, Ủy ban nhân dân xã Cẩm Ngọc “thuỷ lợi” – 15/QĐ-UBND…"

func TestNFC(t *testing.T) {
	if got := NFC(norm.NFD.String(motto)); got != motto {
		t.Errorf("got %q", got)
	}
	if n := testing.AllocsPerRun(10, func() { NFC(motto) }); n > 0 {
		t.Errorf("%v allocations for text in NFC", n)
	}
}

// The fast test of NFC may only pass characters that the full one leaves alone.
func TestPlainNFC(t *testing.T) {
	plain := 0
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if s := string(r); isPlainNFC(s) {
			plain++
			if !norm.NFC.IsNormalString("a"+s+"a") || !norm.NFC.IsNormalString(s) {
				t.Fatalf("%U passes as plain", r)
			}
		}
	}
	if !isPlainNFC(motto) || plain < 900 {
		t.Errorf("only %d characters pass", plain)
	}
}

func TestSplit(t *testing.T) {
	for _, row := range vowelRows {
		for _, s := range []string{row, strings.ToUpper(row)} {
			first, _ := utf8.DecodeRuneInString(s)
			want := level
			for _, r := range s {
				base, tone := splitTone(r)
				if base != first || tone != want {
					t.Errorf("splitTone(%c) = %c, %d", r, base, tone)
				}
				if got := withTone(base, tone); got != r {
					t.Errorf("withTone(%c, %d) = %c", base, tone, got)
				}
				want++
			}
		}
	}
	if withTone('b', rising) != 'b' {
		t.Error("a consonant took a tone")
	}
}

func TestCase(t *testing.T) {
	if got := Upper("xã Cẩm Hòa đặc biệt, ủy ban"); got != "XÃ CẨM HÒA ĐẶC BIỆT, ỦY BAN" {
		t.Error(got)
	}
	if got := Lower("ĐIỀU Ữ Ẵ Ỵ"); got != "điều ữ ẵ ỵ" {
		t.Error(got)
	}
	for in, want := range map[string]string{
		"đồng": "Đồng", "": "", "ủy ban": "Ủy ban", "“ủy": "“Ủy", "8 hộ": "8 hộ", "Đã": "Đã", "- ba": "- ba",
		norm.NFD.String("ế"): "Ế",
	} {
		if got := UpperFirst(in); got != want {
			t.Errorf("UpperFirst(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestCaseOfAll: each letter, alone, behind another and broken off, has the case that Unicode gives it.
func TestCaseOfAll(t *testing.T) {
	for r := rune(0); r <= 0x1F000; r++ {
		letter := string(r)
		for _, s := range []string{letter, "ế" + letter + "A", letter[:len(letter)-1], "a" + letter[:len(letter)-1], letter + "\u0301"} {
			if got, want := Upper(s), strings.ToUpper(NFC(s)); got != want {
				t.Fatalf("%q in capitals is %q, want %q", s, got, want)
			}
			if got, want := Lower(s), strings.ToLower(NFC(s)); got != want {
				t.Fatalf("%q in small letters is %q, want %q", s, got, want)
			}
		}
	}
}

func TestIsSyllable(t *testing.T) {
	for s := range strings.FieldsSeq(`a ủy uỷ hòa hoà khỏe khoẻ thủy quý quỹ quốc quyết quỳnh quýt quờ gì gìn già giêng giết giếng
		giữ nghiêng nghề ghế kỹ lý kể khuỷu ngoèo ngoào yêu yến y ỷ im ỉa thuở quấy khuya huýt tuýp hoặc xoong moóc của mía cứu lượn
		hươu rượu Đặng NGUYỄN ưu oanh pin điều`) {
		if !isSyllable(s) {
			t.Errorf("%q is a syllable", s)
		}
		if !isSyllable(norm.NFD.String(s)) {
			t.Errorf("%q decomposed is a syllable", s)
		}
	}
	for _, s := range []string{
		"", "đ", "nghiêp", "Viêt", "tòan", "hòan", "qũy", "qúy", "gìa", "nghành", "gê", "cế", "kà", "ngể", "ghà", "hàn1",
		"đôla", "ôtô", "wi", "facebook", "hòá", "iêu", "byên", "trạc h", "quu", "họcc", "tình-thuyết", "nghiêngg", "gii",
	} {
		if isSyllable(s) {
			t.Errorf("%q is no syllable", s)
		}
	}
}

func TestPlaceTones(t *testing.T) {
	const old, young = "ủy ban xã cẩm hòa; thủy lợi, khỏe (xòe). quý hoài toàn hoa, hòá", "Uỷ ban xã Cẩm Hoà; THUỶ lợi, khoẻ (xoè). Quý hoài toàn hoa, hòá"
	for _, text := range []string{young, norm.NFD.String(young), old} {
		if got := Fold(text); got != old {
			t.Errorf("%q gives %q", text, got)
		}
	}
	for _, text := range []string{"", "à", "a", "quỳ", "quỷ", "hoàn", "tuýt", "loá!a", "bùà"} {
		want := strings.ReplaceAll(text, "loá!", "lóa!")
		if got := Fold(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestFold(t *testing.T) {
	if Fold("Hoà") != Fold("HÒA") || Fold("Hoà") != Fold(norm.NFD.String("hòa")) {
		t.Error("one name in several spellings has several keys")
	}
	seen := map[string]string{}
	for _, s := range []string{"hoa", "hòa", "hóa", "hỏa", "hõa", "họa", "Hoan"} {
		if other, ok := seen[Fold(s)]; ok {
			t.Errorf("%s and %s have one key", s, other)
		}
		seen[Fold(s)] = s
	}
	if got := FoldName("Đội “Xanh” ‘A’"); got != `đội "xanh" 'a'` {
		t.Errorf("FoldName = %q", got)
	}
	if got := FoldName("  NGUYỄN\u00a0Thị   Hoà "); got != "nguyễn thị hòa" {
		t.Errorf("got %q", got)
	}
}

func TestOrder(t *testing.T) {
	words := strings.Fields("a an ăn ân ba bà bả bã bá bạ da đa đá e ê ga hoa hòa hóa o ô ơ ta tha u ư xa y")
	got := slices.Clone(words)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, words) {
		t.Errorf("order is %v", got)
	}
	names := []string{"Lê Văn An", "Nguyễn Thị Ân", "Bùi Thị Hoa", "Nguyễn Thị Hoa", "Nguyễn Văn Hoa", "Nguyễn Thị Hòa",
		"Công Tằng Tôn Nữ Khánh Huyền"}
	got = slices.Clone(names)
	slices.Reverse(got)
	slices.SortFunc(got, CompareNames)
	if !slices.Equal(got, names) {
		t.Errorf("order of names is %v", got)
	}
	// The clan of the Ê Đê and their neighbours stands last, the given name before it.
	names = []string{"Y Văn An", "Y Bhăm", "Y Bhăm Niê Kdăm", "H'Hen Niê", "H’Hương Êban", "Siu H'Lan", "Nguyễn Văn Hải", "H Hen Ayun", "Ksor Kơ", "Y Moan Êban",
		"Y Thị Ngân", "Lê Văn Niê", "Nông Y Phương", "Y", "Y Yung"}
	got = slices.Clone(names)
	slices.Reverse(got)
	slices.SortFunc(got, CompareNames)
	if !slices.Equal(got, names) {
		t.Errorf("order of names is %q", got)
	}
	for _, pair := range [][2]string{
		{"thôn 7", "thôn 10"}, {"thôn 07", "thôn 7"}, {"thôn 7A", "thôn 10A"}, {"thôn 12345678901234567890", "thôn 12345678901234567891"},
		{"hòa bình", "hóa an"}, {"hòa", "hòa an"}, // word by word, tones and all
		{"Núñez", "Núo"}, {"núñez", "nuốt"}, {"bản 3", "bản a"},
		{"Hòa", "hòa"}, {"hoà", "hòa"}, // equal but for case and the place of the tone
		{"", "a"},
	} {
		if Compare(pair[0], pair[1]) >= 0 || Compare(pair[1], pair[0]) <= 0 {
			t.Errorf("%q does not stand before %q", pair[0], pair[1])
		}
	}
	if CompareNames("", "A") >= 0 || CompareNames("Lê Án", "Bùi Án") <= 0 {
		t.Error("edges of names")
	}
}

func TestIsDeviceName(t *testing.T) {
	for name, want := range map[string]bool{
		"con": true, "CON": true, "nul ": true, "prn": true, "aux": true, "conin$": true, "com1": true, "LPT9": true, "com0": true,
		"com²": true,
		"":     false, "com": false, "com10": false, "lpt": false, "con1": false, "kon": false, "xcom1": false, " con": false,
	} {
		if got := IsDeviceName(name); got != want {
			t.Errorf("%q is a device: %v", name, got)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Quyết định 128/QĐ-UBND":           "quyet-dinh-128-qd-ubnd",
		"  Công Tằng Tôn Nữ  Khánh Huyền…": "cong-tang-ton-nu-khanh-huyen",
		norm.NFD.String("Đặng Thị Ước"):    "dang-thi-uoc",
		"Café №5 Ðắk":                      "cafe-5-dak",
		"con":                              "x-con",
		"CON.":                             "x-con",
		"com1":                             "x-com1",
		"com0":                             "x-com0",
		"Ngô Văn Con":                      "ngo-van-con",
		"../../etc/passwd":                 "etc-passwd",
		"😀":                                "",
		"":                                 "",
		strings.Repeat("abcdefghi ", 20):   strings.TrimSuffix(strings.Repeat("abcdefghi-", 12), "-"),
		strings.Repeat("x", 300):           strings.Repeat("x", maxSlug),
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add(motto)
	f.Add("nul")
	f.Add("\xff\x00／︰")
	f.Fuzz(func(t *testing.T, s string) {
		got := Slug(s)
		if len(got) > maxSlug || strings.HasPrefix(got, "-") || strings.HasSuffix(got, "-") || strings.Contains(got, "--") ||
			IsDeviceName(got) {
			t.Fatalf("Slug(%q) = %q", s, got)
		}
		for _, c := range []byte(got) {
			if c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z') {
				t.Fatalf("Slug(%q) = %q", s, got)
			}
		}
		if utf8.ValidString(s) && Slug(got) != got {
			t.Fatalf("Slug(%q) = %q, again %q", s, got, Slug(got))
		}
	})
}

func FuzzFold(f *testing.F) {
	f.Add("Hoà bình", "HÒA BÌNH")
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			t.Skip()
		}
		if Fold(Fold(a)) != Fold(a) {
			t.Fatalf("%q folds to %q, then to %q", a, Fold(a), Fold(Fold(a)))
		}
		if Fold(norm.NFD.String(a)) != Fold(a) {
			t.Fatalf("%q decomposed folds otherwise", a)
		}
		if Compare(a, b) != -Compare(b, a) || CompareNames(a, b) != -CompareNames(b, a) || Compare(a, a) != 0 {
			t.Fatalf("order of %q and %q", a, b)
		}
		isSyllable(a)
		UpperFirst(a)
	})
}

func BenchmarkNFC(b *testing.B) {
	text := strings.Repeat(motto, 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		NFC(text)
	}
}

func BenchmarkFoldName(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		FoldName("Nguyễn Thị Thuỷ")
	}
}

func BenchmarkSlug(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Slug("Quyết định 128/QĐ-UBND")
	}
}

// TestOneSpaced: spaces of every kind, at the ends, in runs and alone, are one.
func TestOneSpaced(t *testing.T) {
	for r := rune(0); r <= 0x3100; r++ {
		letter := string(r)
		for _, s := range []string{letter, letter + "a", "a" + letter, "a" + letter + "b", "a " + letter + "b", "ế – " + letter, "a  b" + letter} {
			want := strings.Join(strings.Fields(s), " ")
			if got := oneSpaced(s); got != want {
				t.Fatalf("%q becomes %q, want %q", s, got, want)
			}
		}
	}
}
