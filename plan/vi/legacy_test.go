package vi

import (
	"strings"
	"testing"
)

func TestLegacy(t *testing.T) {
	for _, tt := range []struct {
		in   string
		way  Legacy
		want string
	}{
		{"Nguyeãn Vaên Tröôøng", VNI, "Nguyễn Văn Trường"},
		{"NGUYEÃN THÒ THUÛY", VNI, "NGUYỄN THỊ THỦY"},
		{"Ñoã Ñình Quyù, thoân 7", VNI, "Đỗ Đình Quý, thôn 7"},
		{"K'Breâu Nguyeãn Leä", VNI, "K'Brêu Nguyễn Lệ"},
		{"NguyÔn V¨n Tr\u00adêng", TCVN3, "Nguyễn Văn Trường"},
		{"§ç ThÞ H\u03bcng ®éi 3", TCVN3, "Đỗ Thị Hàng đội 3"},
		{"Nguyá»…n VÄƒn An", Twice, "Nguyễn Văn An"},
		{"Äá»— Thá»‹ HÃ\u00a0", Twice, "Äá»— Thá»‹ HÃ\u00a0"}, // Đ lost its second byte
		{"\u00c4\u0090á»— Thá»‹ Hoa", Twice, "Đỗ Thị Hoa"},
		{"Nguyá»…n HĂ\u00a0", Twice, "Nguyễn Hà"},

		{"Nguyễn Văn Trường", "", ""},
		{"Lê Công Hoàng", "", ""}, // Hồng in VNI: as it stands it is Vietnamese
		{"LÊ THÙY ÂN", "", ""},
		{"François Müller, José Pérez", "", ""},
		{"Loïc Dupont", "", ""},
		{"15 m² × 3", "", ""},
		{"Nguyen Van An", "", ""},
		{"Nguyễn Vaên", "", ""}, // two ways in one text: neither
	} {
		got := LegacyOf(tt.in)
		if got != tt.way || got != "" && got.Decode(tt.in) != tt.want {
			t.Errorf("%q is %q, %q, want %q, %q", tt.in, got, got.Decode(tt.in), tt.way, tt.want)
		}
	}
}

// TestLegacyLetters: all letters of the alphabet come back from each way of storing them.
func TestLegacyLetters(t *testing.T) {
	var all strings.Builder
	for _, row := range vowelRows {
		all.WriteString(row)
	}
	all.WriteString("đ")
	letters := all.String()
	if got := Twice.Decode(mojibake(letters)); got != letters {
		t.Errorf("twice: %s", got)
	}
	back := make(map[rune]rune)
	for i, r := range tcvn3 {
		if r != ' ' {
			back[r] = rune(0xa1 + i)
		}
	}
	stored := strings.Map(func(r rune) rune {
		if b, ok := back[r]; ok {
			return b
		}
		return r
	}, letters+"ĂÂÊÔƠƯĐ")
	if got := TCVN3.Decode(stored); got != letters+"ĂÂÊÔƠƯĐ" || strings.ContainsFunc(stored, func(r rune) bool { return r > 0xff }) {
		t.Errorf("TCVN3: %s", got)
	}
	pairs := make(map[rune]string)
	for p, r := range vniPairs {
		pairs[r] = string(p[:])
	}
	for p, r := range vniSingles {
		pairs[r] = string(p)
	}
	for _, r := range letters + Upper(letters) {
		if s, ok := pairs[r]; ok && VNI.Decode(s) != string(r) {
			t.Errorf("VNI: %q is %s, want %c", s, VNI.Decode(s), r)
		}
		if _, ok := pairs[r]; !ok && !strings.ContainsRune("aeiouyìíAEIOUYÌÍ", r) {
			t.Errorf("VNI has no %c", r)
		}
	}
}

// mojibake is UTF-8 read as Windows-1252.
func mojibake(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; 0x80 <= c && c <= 0x9f {
			b.WriteRune(western[c-0x80])
		} else {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

func TestHasLostLetters(t *testing.T) {
	for s, want := range map[string]bool{
		"Nguy?n V?n An": true, "?inh V?n": true, "H? Thị Hoa": true, "L? An": true, "Nguy??n": true, "?inh An": true, "ABCD? Có": true,
		"An L?": false, "L?, An": false, "Xem a.vn/?ban=1": false,
		"Đã xong chưa?": false, "Có? Không.": false, "?": false, "(?)": false, "https://a.vn/x?y=1": false, "Hồ?": false, "15? 16": false,
		"ABCDE? Có": false,
	} {
		if HasLostLetters(s) != want {
			t.Errorf("HasLostLetters(%q) = %v", s, !want)
		}
	}
}

func TestName(t *testing.T) {
	for in, want := range map[string]string{
		"NGUYỄN VĂN AN": "Nguyễn Văn An", "K'BRÊU": "K'Brêu", "H’YŎN NIÊ": "H’Yŏn Niê", "CÔNG TẰNG TÔN NỮ": "Công Tằng Tôn Nữ",
		"nguyễn thị hoa": "Nguyễn Thị Hoa", "Nguyễn Văn An": "Nguyễn Văn An", "NGUYỄN Văn An": "Nguyễn Văn An",
		"  LÊ   THỊ VI ": "Lê Thị Vi", "GIOAN PHAOLÔ II": "Gioan Phaolô II", "Nguyễn văn An": "Nguyễn văn An",
		"Y MOAN": "Y Moan", "(BA) LÊ-NIN": "(Ba) Lê-Nin", "MacDuff": "MacDuff", "": "",
		"AQ\u0301B": "Aq\u0301b", "D’ARC": "D’Arc", "A1B": "A1B",
	} {
		if got := Name(in); got != want {
			t.Errorf("Name(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestVietnameseD(t *testing.T) {
	for in, want := range map[string]string{
		"Ðinh Văn Ðạt": "Đinh Văn Đạt", "ðinh văn ðạt": "đinh văn đạt", "Ɖỗ ɖại": "Đỗ đại", "128/QÐ-UBND": "128/QĐ-UBND",
		"Guðmundur": "Guðmundur", "HÐND": "HĐND", "AÐa": "AÐa", "Đỗ": "Đỗ",
	} {
		if got := VietnameseD(in); got != want {
			t.Errorf("VietnameseD(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFoldConsonants(t *testing.T) {
	for _, same := range [][]string{
		{"Nguyễn Quý", "nguyễn QÚY"}, {"già làng", "gìa làng"}, {"quả", "qủa"}, {"Ðinh", "đinh"}, {"Thủy", "thuỷ"},
	} {
		if Fold(same[0]) != Fold(same[1]) {
			t.Errorf("%q and %q are not one", same[0], same[1])
		}
	}
	for _, other := range [][]string{{"gì", "gi"}, {"gìn", "gin"}, {"quý", "qui"}, {"Aqúa", "Aquá"}, {"múa", "muá"}, {"gịa", "gia"}} {
		if Fold(other[0]) == Fold(other[1]) {
			t.Errorf("%q and %q are one", other[0], other[1])
		}
	}
}
