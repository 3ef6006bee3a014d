package draft

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/word"
)

// TestDecaseNames: names of schools, places and people in capitals, and words that look like them.
func TestDecaseNames(t *testing.T) {
	for in, want := range map[string]string{
		"ĐOÀN HỒ CHÍ MINH": "Đoàn Hồ Chí Minh", "ĐOÀN HỒ CHÍ THANH": "Đoàn hồ chí thanh", "ĐOÀN HỒ VĂN MINH": "Đoàn hồ văn minh",
		"ĐOÀN HỒ CHÍ": "Đoàn hồ chí", "HỒ CHÍ MINH": "Hồ Chí Minh",
		"ĐOÀN THPT LÊ LỢI": "Đoàn THPT Lê Lợi", "ĐOÀN THCS LÊ LỢI": "Đoàn THCS Lê Lợi", "ĐOÀN TH LÊ LỢI": "Đoàn TH lê lợi",
		"UBND THỊ TRẤN SA PA": "UBND thị trấn Sa Pa", "UBND THÀNH PHỐ HUẾ": "UBND thành phố Huế", "HỘI TIỂU HỌC SEN": "Hội Tiểu học Sen",
		strings.Repeat("TỔ ", 59) + "MỘT": "Tổ " + strings.Repeat("tổ ", 58) + "một", strings.Repeat("TỔ ", 60) + "MỘT": strings.Repeat("TỔ ", 60) + "MỘT",
		"BÊN A": "Bên A", "BÊN E": "Bên E", "BÊN F": "Bên f", "BÊN 9 CHÍN": "Bên 9 chín",
		"PHÒNG GD&ĐT CẨM NGỌC": "Phòng GD&ĐT Cẩm Ngọc", "PHÒNG GD&ĐT XÃ CẨM NGỌC": "Phòng GD&ĐT xã Cẩm Ngọc",
		"PHÒNG GD&ĐT BÀ RỊA ĐẢO": "Phòng GD&ĐT Bà Rịa Đảo", "PHÒNG GD&ĐT LÀ CƠ QUAN NÀY": "Phòng GD&ĐT là cơ quan này",
		"THƯ VIỆN VIÊN": "Thư viện viên", "CỤC PHÓ": "Cục phó", "PHÓ CỤC TRƯỞNG CỤC THUẾ": "Phó cục trưởng Cục Thuế",
		"NGUYÊN TRƯỞNG PHÒNG": "Nguyên trưởng phòng", "PHÓ TRƯỞNG PHÒNG": "Phó trưởng phòng", "QUYỀN TRƯỞNG PHÒNG THUẾ": "Quyền trưởng phòng Thuế", "XÃ TRƯỞNG PHÒNG": "Xã Trưởng Phòng",
		"SỞ Y TẾ - CẨM HÒA": "Sở Y tế - cẩm hòa", "SỞ Y TẾ CẨM HÒA": "Sở Y tế Cẩm Hòa", "SỞ Y TẾ BÀ RỊA ĐẢO": "Sở Y tế Bà Rịa Đảo",
		"SỞ Y TẾ LÀ CƠ QUAN NÀY": "Sở Y tế là cơ quan này", "SỞ Y TẾ HUẾ": "Sở Y tế huế",
		"HĐND XÃ KHOÁ V": "HĐND xã khoá V", "HĐND XÃ KHÓA X": "HĐND xã khóa X", "HĐND XÃ LẦN THỨ X": "HĐND xã lần thứ X",
		"HĐND XÃ LẦN THỨ III": "HĐND xã lần thứ III", "HĐND TỔ X": "HĐND tổ x", "HỌP LẦN THỨ I": "Họp lần thứ I",
		"TRƯỜNG CHÍNH TRỊ HOA SEN": "?Trường Chính trị Hoa Sen", "TRƯỜNG TIỂU HỌC HOA SEN": "Trường Tiểu học Hoa Sen",
		"TRƯỜNG THPT": "Trường THPT", "TRƯỜNG THPT DÂN TỘC NỘI TRÚ": "Trường THPT Dân Tộc Nội Trú",
		"TRUNG TÂM KHUYẾN NÔNG - DỊCH VỤ": "Trung tâm Khuyến nông - Dịch vụ", "TRUNG TÂM VĂN HÓA VÀ DU LỊCH": "Trung tâm Văn hóa và Du lịch",
		"CHI CỤC KIỂM LÂM": "Chi cục Kiểm lâm", "TỔNG CỤC THUẾ": "Tổng cục Thuế", "TỔ CỤC BỘ": "Tổ cục bộ", "CHI CỤC TRƯỞNG": "Chi cục trưởng",
		"HỌP CHI CỤC THUẾ": "Họp chi cục thuế", "CHI BỘ THÔN": "Chi bộ thôn",
		"XÃ ĐOÀN QUẢNG PHÚ": "Xã đoàn Quảng Phú", "BAN CHẤP HÀNH XÃ ĐOÀN QUẢNG PHÚ": "Ban Chấp hành Xã đoàn Quảng Phú", "BCH TỈNH ĐOÀN LAI CHÂU": "BCH Tỉnh đoàn Lai Châu",
		"UBND XÃ ĐOÀN XUÂN": "UBND xã Đoàn Xuân", "XÃ ĐOÀN KẾT": "Xã Đoàn Kết", "BAN CHẤP HÀNH XÃ ĐOÀN": "Ban Chấp hành xã Đoàn", "XÃ ĐÀM QUẢNG": "Xã Đàm Quảng",
		"TRUNG TÂM SEN - DỊCH VỤ": "?Trung tâm Sen - Dịch vụ",
	} {
		r := &reader{}
		got := r.decase(in)
		if r.guessed {
			got = "?" + got
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// TestDecaseAsSaid: what the text of a draft shows of a name, and what only looks like it.
func TestDecaseAsSaid(t *testing.T) {
	for _, c := range []struct{ said, place, in, want string }{
		{"họp Tổ Dân Vận xã", "", "TỔ DÂN VẬN", "Tổ Dân Vận"}, {"họp Tổ Dân Vậnh", "", "TỔ DÂN VẬN", "Tổ dân vận"},
		{"họpTổ Dân Vận xã", "", "TỔ DÂN VẬN", "Tổ dân vận"}, {"Tổ Dân Vậnh, Tổ Dân Vận", "", "TỔ DÂN VẬN", "Tổ Dân Vận"},
		{"họp Hội " + strings.Repeat("Gõ ", 19) + "nay", "", "BAN HỘI " + strings.Repeat("GÕ ", 19) + "CŨ", "Ban Hội " + strings.Repeat("Gõ ", 19) + "cũ"},
		{"họp Hội " + strings.Repeat("Gõ ", 20) + "nay", "", "BAN HỘI " + strings.Repeat("GÕ ", 20) + "CŨ", "Ban Hội " + strings.Repeat("Gõ ", 19) + "gõ cũ"},
		{"họp TỔ DÂN VẬN", "", "TỔ DÂN VẬN", "Tổ dân vận"}, {"\u212a họp Tổ Dân Vận xã", "", "TỔ DÂN VẬN", "Tổ dân vận"},
		{"trồng hoa sen", "", "HỢP TÁC XÃ RAU HOA SEN", "Hợp tác xã Rau Hoa Sen"}, {"xã Hoa sen", "", "HỢP TÁC XÃ RAU HOA SEN", "Hợp tác xã Rau Hoa sen"},
		{"", "xã Cẩm Hòa", "CẨM HÒA VUI", "Cẩm Hòa vui"}, {"", "Cẩm Hòa", "HỌP CẨM HÒA", "Họp Cẩm Hòa"}, {"", "Cẩm Hò", "HỌP CẨM HÒA", "Họp cẩm hòa"},
		{"", "Cẩm", "\u1e9eB HỌP CẨM", "\u1e9eB họp cẩm"}, {"", "nhà Cẩm Hòa", "HỌP CẨM HÒA", "Họp cẩm hòa"}, {"", "Sa Pa", "HỌP CẨM HÒA", "Họp cẩm hòa"},
	} {
		r := &reader{said: []string{c.said}}
		r.head.Issuer.Place = c.place
		if got := r.decase(c.in); got != c.want {
			t.Errorf("%q, %q, %s: got %s, want %s", c.said, c.place, c.in, got, c.want)
		}
	}
}

// TestClean: what a paper can hold of the letters of a file.
func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a~b": "a~b", "a\u007fb": "ab", "a\u0080b": "ab", "Àɏɐ": "Àɏɐ", "ẠỹỿΆ": "ẠỹỿΆ", "a\tb\nc": "a\tb\nc", "a\u00adb": "ab",
		"1\u00a02\u202f3\u20074\u20025\u20036\u20097\u30008": "1 2 3 4 5 6 7 8", "a\u2011b\u2010c": "a-b-c",
		"\uf0b7\uf0a7\uf0d8\uf0fc\uf02d": "-----", "☐☑☒": "☐☑☒", "a\u200bb\ufeffc\ufffed\uffffe": "abcde", "\ue123": "□",
		"a\u0301": "á", "e\u0323\u0302": "ệ", "•–": "•–",
	} {
		if got := clean(in); got != want {
			t.Errorf("%+q: got %+q, want %+q", in, got, want)
		}
	}
}

// TestHalves: where blanks or a tab set two things side by side.
func TestHalves(t *testing.T) {
	blanks := func(n int) string { return strings.Repeat(" ", n) }
	for in, want := range map[string]string{
		"a": "a", "a  b": "a  b", "a   b": "a|b", "a\tb": "a|b", "a \t b": "a|b", "a   b   c": "a|b   c", "a   ": "a",
		"a   ĐỘC LẬP - TỰ DO - HẠNH PHÚC": "a|ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "a   b   Độc lập - Tự do - Hạnh phúc": "a   b|Độc lập - Tự do - Hạnh phúc",
		"a   b   ĐẢNG CỘNG SẢN VIỆT NAM": "a   b|ĐẢNG CỘNG SẢN VIỆT NAM", "a   b   A, ngày 2 tháng 3 năm 2026": "a   b|A, ngày 2 tháng 3 năm 2026",
		"a   b   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": "a   b|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"Số:   /QĐ-UBND": "Số:   /QĐ-UBND", "A, ngày   tháng   năm 2026": "A, ngày   tháng   năm 2026",
		"\ta": "|a", blanks(29) + "a": "a", blanks(30) + "a": "|a", blanks(30) + "a   b": "a|b",
		"a   " + strings.Repeat("b", 396): "a|" + strings.Repeat("b", 396), "a   " + strings.Repeat("b", 397): "a   " + strings.Repeat("b", 397),
	} {
		left, right, ok := halves(in)
		got := left
		if ok {
			got += "|" + right
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestOffDash: a dash or a bullet at the head of an entry.
func TestOffDash(t *testing.T) {
	for in, want := range map[string]string{
		"- a": "a", "-a": "a", "-\ta": "a", "-1": "-1", "--a": "--a", "-": "-", "+ a": "a", "* a": "a", "□ a": "a", "• a": "a", "– a": "a", "— a": "a",
		"a - b": "a - b", "  - a ": "a", "": "", "-(a)": "-(a)",
	} {
		if got := offDash(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestWordCount: the words of a text, of which none may be lost or added.
func TestWordCount(t *testing.T) {
	for in, want := range map[string]string{
		"Một một MỘT": "một:3", "a-b/c": "a:1 b:1 c:1", "m² và 3³": "33:1 m2:1 và:1", "5% $6 7€": "$:1 %:1 5:1 6:1 7:1 €:1",
		"2 ≥ 1 ≤ 3 × 4 ÷ 5 = 6": "1:1 2:1 3:1 4:1 5:1 6:1 ×:1 ≤:1 ≥:1", "■ □ ©": "©:1 ■:1 □:1", "… – • “ ” < + ~": "", "q\u0323q": "q\u0323q:1",
		"zZ{[`@": "zz:1", "09:/": "09:1", "ỿἀ": "ỿἀ:1", "": "", "Ａ１": "ａ１:1",
	} {
		w := make(words)
		w.add(in, 1)
		var all []string
		for _, s := range slices.Sorted(maps.Keys(w)) {
			all = append(all, fmt.Sprintf("%s:%d", s, w[s]))
		}
		if got := strings.Join(all, " "); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
	for _, c := range []struct {
		w     words
		first string
		n     int
	}{{words{}, "", 0}, {words{"a": 0}, "", 0}, {words{"b": 1, "a": -2, "c": 3}, "a", -2}, {words{"o0o": 1, "ooo": 2}, "", 0}, {words{"o0o": 1, "p": 1}, "p", 1}} {
		if s, n := c.w.differ(); s != c.first || n != c.n {
			t.Errorf("%v: %q %d", c.w, s, n)
		}
	}
}

// TestPrintedNotes: the number of a note that stands at its head is none of its words.
func TestPrintedNotes(t *testing.T) {
	p := func(texts ...string) *word.Paragraph {
		p := &word.Paragraph{}
		for _, s := range texts {
			p.Runs = append(p.Runs, word.Run{Text: s})
		}
		return p
	}
	for _, c := range []struct {
		label  string
		blocks []word.Block
		want   string
	}{
		{"1", []word.Block{p("1", " Lời")}, "Lời"}, {"1", []word.Block{p("", "1", " Lời")}, "Lời"}, {"1", []word.Block{p("2", " Lời")}, "2 Lời"},
		{"1", []word.Block{p(), p("1", " Lời")}, "Lời"}, {"1", []word.Block{p("Lời"), p("1", " Hai")}, "Lời/1 Hai"}, {"1", nil, ""},
		{"", []word.Block{p("* Lời")}, "* Lời"}, {"12", []word.Block{p("1", "2 Lời")}, "12 Lời"}, {"1", []word.Block{p("1", " Lời"), p("1", " Hai")}, "Lời/1 Hai"},
		{"1", []word.Block{&word.Paragraph{Label: "1.", Runs: []word.Run{{Text: "Lời"}}}}, ". Lời"},
	} {
		n := &word.Note{Label: c.label, Story: word.Story{Blocks: c.blocks}}
		count, shown := make(words), make(words)
		printed(&word.Document{Notes: []*word.Note{n}}, func(s string) { count.add(s, 1) })
		r := &reader{doc: &word.Document{}}
		var got []string
		for _, l := range r.noteLines(n) {
			got = append(got, l.text)
			shown.add(l.text, 1)
		}
		if s := strings.Join(got, "/"); s != c.want || !maps.Equal(count, shown) {
			t.Errorf("%s: %q, want %q; printed %v, shown %v", c.label, s, c.want, count, shown)
		}
	}
}
