package draft

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan"
)

// TestLinePredicates: what a line can be, by its words, its look and its length.
func TestLinePredicates(t *testing.T) {
	table := &word.Table{}
	upper := func(head string, n int) string { return head + strings.Repeat("A", n-len(head)) }
	party := &reader{party: true}
	party.head.Issuer = plan.Issuer{Name: "UBND XÃ A", Superior: "HUYỆN B"}
	is := map[string]func(line) bool{
		"annex":     func(l line) bool { return opensAnnex(&l) },
		"list":      func(l line) bool { return (&reader{lines: []line{l}}).opensList(0) },
		"title":     func(l line) bool { return (&reader{lines: []line{l}}).isAnnexTitle(0) },
		"again":     func(l line) bool { return party.isHeadAgain(item{line: l}) },
		"agency":    func(l line) bool { return party.isAgency(&item{line: l}) },
		"item":      func(l line) bool { return new(reader).headItem(&item{line: l}) },
		"bare":      func(l line) bool { return (&reader{lines: []line{{text: "THÔNG BÁO"}, l}, bare: 1}).isSubject(1) },
		"goes on":   func(l line) bool { return (&reader{lines: []line{l, {text: "THÔNG BÁO"}}}).headGoesOn(0) },
		"decider":   func(l line) bool { return new(reader).isDecider(&l) },
		"authority": func(l line) bool { return isAuthority(l.text) },
		"name":      func(l line) bool { return isName(l.text) },
		"file":      func(l line) bool { return isFile(l.text) },
		"rule":      func(l line) bool { return isRule(l.text) },
		"drawn":     func(l line) bool { return isDrawn(&l) },
		"telegraph": func(l line) bool { return isTelegraph(l.text) },
		"number":    func(l line) bool { return isNumber(l.text) },
		"date":      func(l line) bool { return isDate(l.text) },
		"marked":    func(l line) bool { return isMarked(l.text) },
		"order":     func(l line) bool { return isOrder(l.text) },
		"base":      func(l line) bool { return isBase(l.text) },
		"cells":     func(l line) bool { return isCells(&l) },
		"label":     func(l line) bool { return isLabel(&l) },
		"sentence":  func(l line) bool { return isSentence(l.text) },
		"signer":    func(l line) bool { return (&reader{lines: []line{l}}).isSigner(0) },
		"person":    func(l line) bool { return isPerson(l.text) },
	}
	for _, c := range []struct {
		what string
		line
		want bool
	}{
		{"sentence", line{text: upper("", 160)}, false}, {"sentence", line{text: upper("", 161)}, true},
		{"sentence", line{text: strings.Repeat("Ộ", 160)}, false},
		{"sentence", line{text: "Theo kế hoạch"}, true}, {"sentence", line{text: "Các thôn"}, false},
		{"signer", line{text: "(Đã ký)"}, true}, {"signer", line{text: "(Chữ ký, dấu)"}, true}, {"signer", line{text: "(ĐÓNG DẤU)"}, true},
		{"signer", line{text: "(để báo cáo)"}, false}, {"signer", line{text: "đăng ký (mới)"}, false},
		{"person", line{text: "Lưu Đức Anh"}, true}, {"person", line{text: "Lưu Anh"}, false}, {"person", line{text: "Lưu Văn B"}, false},
		{"person", line{text: "Lưu đức Anh"}, false},
		{"annex", line{text: "PHỤ LỤC"}, true}, {"annex", line{text: "PHỤ LỤC", table: table}, false},
		{"annex", line{text: "Phụ lục 1"}, false}, {"annex", line{text: "Phụ lục 1", center: true}, true},
		{"annex", line{text: "Phụ lục 1", page: true}, true}, {"annex", line{text: "Phụ lục kèm theo", center: true}, false},
		{"annex", line{text: "PHỤ LỤC THU CHI"}, true}, {"annex", line{text: "PHỤ LỤC thu chi"}, false},
		{"annex", line{text: "DANH MỤC PHỤ LỤC"}, false},
		{"annex", line{text: upper("PHỤ LỤC ", 119)}, true}, {"annex", line{text: upper("PHỤ LỤC ", 120)}, false},
		{"annex", line{text: "Mẫu số 01", page: true}, true}, {"annex", line{text: "Mẫu số 01"}, false},
		{"annex", line{text: "Mẫu đơn", page: true}, false},

		{"list", line{text: "DANH SÁCH", page: true}, true}, {"list", line{text: "DANH SÁCH", center: true}, true},
		{"list", line{text: "DANH SÁCH", plain: true}, true}, {"list", line{text: "DANH SÁCH"}, false},
		{"list", line{text: "DANH SÁCH", page: true, table: table}, false}, {"list", line{text: "Danh sách", page: true}, false},
		{"list", line{text: "CHỦ TỊCH", page: true}, false},
		{"list", line{text: upper("DANH SÁCH ", 199), page: true}, true}, {"list", line{text: upper("DANH SÁCH ", 200), page: true}, false},

		{"title", line{text: "DANH SÁCH"}, true}, {"title", line{text: "I. DANH SÁCH"}, false},
		{"title", line{text: "I. DANH SÁCH", center: true, bold: true}, true}, {"title", line{text: "Danh sách", center: true}, false},
		{"title", line{text: "Danh sách", bold: true}, false}, {"title", line{text: "-----", center: true, bold: true}, false},
		{"title", line{text: "DANH SÁCH", table: table}, false}, {"title", line{text: "(Kèm theo Quyết định)", center: true, bold: true}, false},
		{"title", line{text: "ĐẢNG CỘNG SẢN VIỆT NAM"}, false}, {"title", line{text: "Độc lập - Tự do - Hạnh phúc", center: true, bold: true}, false},

		{"again", line{text: "UBND XÃ A"}, true}, {"again", line{text: "UBND xã A"}, false}, {"again", line{text: "HUYỆN B"}, true},
		{"again", line{text: "XÃ C"}, false}, {"again", line{text: "12"}, false}, {"again", line{text: "----"}, true},

		{"agency", line{text: upper("UBND XÃ ", 89)}, true}, {"agency", line{text: upper("UBND XÃ ", 91)}, true},
		{"agency", line{text: upper("UBND XÃ ", 92)}, false}, // 91 letters
		{"agency", line{text: "UBND XÃ: A"}, false}, {"agency", line{text: "UBND XÃ; A"}, false},
		{"item", line{text: strings.Repeat("-", 600)}, true}, {"item", line{text: strings.Repeat("-", 601)}, false},
		{"bare", line{text: "Nghỉ " + strings.Repeat("a", 192)}, true}, {"bare", line{text: "Nghỉ " + strings.Repeat("a", 193)}, false},
		{"bare", line{text: "Nghỉ " + strings.Repeat("a", 193), bold: true}, true},
		{"goes on", line{text: strings.Repeat("a", 200)}, true}, {"goes on", line{text: strings.Repeat("a", 201)}, false},
		{"goes on", line{text: "a", table: table}, false}, {"goes on", line{text: "KẾ HOẠCH"}, false}, {"goes on", line{text: "Kính gửi: B"}, false},
		{"decider", line{text: "UBND XÃ A"}, true}, {"decider", line{text: "CHỦ TỊCH"}, true}, {"decider", line{text: "BÁO CÁO"}, false},
		{"decider", line{text: "UBND XÃ A:"}, false}, {"decider", line{text: "UBND xã A"}, false}, {"decider", line{text: "LÒ VĂN A"}, false},

		{"authority", line{text: "TM. UBND"}, true}, {"authority", line{text: "CHỦ TỊCH, PHÓ CHỦ TỊCH"}, true},
		{"authority", line{text: "CHỦ TỊCH UBND:"}, false}, {"authority", line{text: "TM. UBND:"}, false}, {"authority", line{text: "Chủ tịch"}, false}, {"authority", line{text: "LÒ VĂN A"}, false},
		{"authority", line{text: "UỶ VIÊN"}, true}, {"authority", line{text: "PHÓNG VIÊN"}, false}, {"authority", line{text: "T/L GIÁM ĐỐC"}, true},
		{"name", line{text: "Lò Văn A"}, true}, {"name", line{text: "Lò"}, false}, {"name", line{text: "Lò A"}, true},
		{"name", line{text: "Lò văn A"}, false}, {"name", line{text: "A B C D Đ E G"}, true}, {"name", line{text: "A B C D Đ E G H"}, false},
		{"name", line{text: "Tổ 3"}, false}, {"name", line{text: "Họ Tên:"}, false},
		{"file", line{text: "- Lưu: VT"}, true}, {"file", line{text: "Lưu " + strings.Repeat("a", 154)}, true},
		{"file", line{text: "Lưu " + strings.Repeat("a", 155)}, false}, {"file", line{text: "Gửi: VT"}, false},

		{"rule", line{text: "-----"}, true}, {"rule", line{text: ""}, false}, {"rule", line{text: "..."}, false}, {"rule", line{text: "……"}, false},
		{"rule", line{text: "."}, true}, {"rule", line{text: "---ooo---"}, true}, {"rule", line{text: "--O0O--"}, true}, {"rule", line{text: "ooo"}, false},
		{"rule", line{text: "- a -"}, false}, {"rule", line{text: "═══"}, true}, {"rule", line{text: "- ........"}, false},
		{"rule", line{text: "- …"}, false}, {"rule", line{text: ". . . ."}, false}, {"rule", line{text: "-.-.-"}, true}, {"rule", line{text: "_____"}, true},
		{"rule", line{text: "- ____"}, false}, {"rule", line{text: "*____"}, false}, {"rule", line{text: "--- _"}, true}, {"rule", line{text: "____ - ____"}, true},
		{"telegraph", line{text: "Ban Chỉ huy điện:"}, true}, {"telegraph", line{text: "Chủ tịch ĐIỆN : Sở A"}, true}, {"telegraph", line{text: "Nhóm A điện:"}, true},
		{"telegraph", line{text: "Nhóm A điện: Sở B"}, false}, {"telegraph", line{text: "Mất điện"}, false},
		{"drawn", line{text: "-----"}, true}, {"drawn", line{text: "-----", plain: true}, false}, {"drawn", line{text: "_____"}, false},
		{"drawn", line{text: "_____", center: true}, true}, {"drawn", line{text: "Một", center: true}, false},
		{"number", line{text: "Số: ...."}, true}, {"number", line{text: "Số:"}, true}, {"number", line{text: "Số…"}, true}, {"number", line{text: "Số."}, true},
		{"number", line{text: "Số"}, false}, {"number", line{text: "Số: 12/"}, false}, {"number", line{text: "Số: 12/QĐ-UBND"}, true},
		{"number", line{text: "Số 12 / QĐ - UBND"}, true}, {"number", line{text: "Số: 12"}, true}, {"number", line{text: "Số 12"}, false}, {"number", line{text: "Số: 12/hộ"}, false},
		{"number", line{text: "Số: /QĐ-UBND"}, true}, {"number", line{text: "Sổ: 12/QĐ"}, false},
		{"date", line{text: "A, ngày 2 tháng 3 năm 2026"}, true}, {"date", line{text: "ngày 2/3/2026"}, true},
		{"date", line{text: "một hai ba bốn năm sáu bảy, ngày 2 tháng 3 năm 2026"}, true},
		{"date", line{text: "một hai ba bốn năm sáu bảy tám, ngày 2 tháng 3 năm 2026"}, false},
		{"date", line{text: "Số 1, ngày 2 tháng 3 năm 2026"}, false}, {"date", line{text: "Họp ngày 2 tháng 3 năm 2026 tại A"}, false},
		{"marked", line{text: "a) Một"}, true}, {"marked", line{text: "Một"}, false},
		{"order", line{text: "QUYẾT ĐỊNH:"}, true}, {"order", line{text: "QUYẾT ĐỊNH"}, true}, {"order", line{text: "QUYẾT NGHỊ"}, true},
		{"order", line{text: "Quyết định:"}, false}, {"order", line{text: "Quyết nghị:"}, false},
		{"base", line{text: "Căn cứ Luật A"}, true}, {"base", line{text: "CĂN CỨ Luật A"}, true}, {"base", line{text: "Có căn cứ"}, false},

		{"cells", line{text: "a\tb\tc"}, true}, {"cells", line{text: "a\tb\tc", table: table}, false}, {"cells", line{text: "a\tb\tc", more: true}, false},
		{"cells", line{text: "Số:\t……\t/QĐ"}, false}, {"cells", line{text: "Tên:\t.....\tb"}, false},
		{"cells", line{text: "CỘNG HÒA XÃ HỘI\tCHỦ NGHĨA\tVIỆT NAM"}, false},
		{"label", line{text: "Sáng:\tb"}, true}, {"label", line{text: "Tổng cộng:\tb"}, false}, {"label", line{text: "Sáng\tb"}, false},
		{"label", line{text: "Sáng:"}, false},
	} {
		if got := is[c.what](c.line); got != c.want {
			t.Errorf("%s: %q (%d bytes, %+v): %v", c.what, c.text, len(c.text), c.line, got)
		}
	}
}

// TestFormTitle: the title of a paper that is no kind goes into the body where Kính gửi stands not far below; the first
// V/v in it is the subject.
func TestFormTitle(t *testing.T) {
	for in, want := range map[string]string{
		"PHIẾU GHI|Kính gửi: A": "1 1 ", "PHIẾU GHI|a|b|c|KÍNH GỬI: A": "4 4 ", "PHIẾU GHI|a|b|c|d|Kính gửi: A": "0 0 ", "PHIẾU GHI|a": "0 0 ",
		"PHIẾU GHI|V/v họp|Kính gửi: A": "2 1 họp", "PHIẾU GHI|V/v họp|V/v nghỉ|Kính gửi: A": "3 2 họp",
		"THÔNG TIN|Kính gửi: A": "0 0 ", "Phiếu ghi|Kính gửi: A": "0 0 ", "=PHIẾU GHI|Kính gửi: A": "0 0 ",
	} {
		r := &reader{}
		for s := range strings.SplitSeq(in, "|") {
			s, tabled := strings.CutPrefix(s, "=")
			l := line{text: s, plain: true}
			if tabled {
				l.table = &word.Table{}
			}
			r.lines = append(r.lines, l)
		}
		at := r.readTitle(0)
		if got := fmt.Sprintf("%d %d %s", at, len(r.body), r.head.Subject); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestAttachedKind: the kind of what is issued with a decision, which a line in capitals names.
func TestAttachedKind(t *testing.T) {
	for in, want := range map[string]string{
		"QUY CHẾ": "quy-che|", "QUY CHẾ HỌP": "quy-che|HỌP", "NỘI QUY": "noi-quy|", "NỘI QUY CƠ QUAN": "noi-quy|CƠ QUAN",
		"Nội quy cơ quan": "|", "DANH SÁCH": "|", "CÔNG VĂN": "cong-van|", "CÔNG VĂN SỐ MỘT": "|", "": "|",
		"KẾ HOẠCH A B C D E": "ke-hoach|A B C D E", "KẾT LUẬN": "|",
	} {
		if kind, rest := new(reader).attachedKind(in); kind+"|"+rest != want {
			t.Errorf("%s: %s|%s, want %s", in, kind, rest, want)
		}
	}
}

// TestWideAnnex: an annex is on pages across when one of its lines is.
func TestWideAnnex(t *testing.T) {
	for _, c := range []struct {
		head, first, second, want bool
	}{{false, false, false, false}, {true, false, false, true}, {false, true, false, true}, {false, false, true, true}, {true, true, true, true}} {
		r := &reader{lines: []line{{text: "PHỤ LỤC", wide: c.head}, {text: "a", wide: c.first}, {text: "b", wide: c.second}}}
		r.readAnnexes(0)
		if len(r.annexes) != 1 || r.annexes[0].wide != c.want || len(r.annexes[0].lines) != 2 {
			t.Errorf("%v: %+v", c, r.annexes)
		}
	}
}

// TestCover: a page of short lines with the title of the paper, before its letterhead, is a cover.
func TestCover(t *testing.T) {
	head := "\fSố: 5/BC-UBND|BÁO CÁO|Kinh tế"
	long := strings.Repeat("a", 200)
	for in, left := range map[string]int{
		"UBND XÃ A|BÁO CÁO" + head: 2, "BÁO CÁO|" + long + head: 2, "BÁO CÁO KINH TẾ|2026" + head: 2,
		"BÁO CÁO" + head: 0, "UBND XÃ A|Kinh tế" + head: 0, "UBND XÃ A|TỜ TRÌNH" + head: 0, "BÁO CÁO|" + long + "a" + head: 0,
		"BÁO CÁO|Số: 5/BC" + head: 0, "BÁO CÁO|CHỦ TỊCH" + head: 0, "BÁO CÁO|Một." + head: 0, "BÁO CÁO|Một;" + head: 0, "BÁO CÁO|=BÁO CÁO" + head: 0,
		"UBND XÃ A|Kinh tế\fSố: 5/BC-UBND|Kinh tế": 0, "BÁO CÁO|2026\fBÁO CÁO|Kinh tế": 0, "BÁO CÁO|2026|Số: 5/BC-UBND|BÁO CÁO": 0, "BÁO CÁO|2026\fa|b|c|d|e|Số: 5/BC-UBND|BÁO CÁO": 2,
		"BÁO CÁO|2026\fa|b|c|d|e|f|Số: 5/BC-UBND|BÁO CÁO": 0,
		"BÁO CÁO" + strings.Repeat("|a", 19) + head:       20, "BÁO CÁO" + strings.Repeat("|a", 20) + head: 0,
		"BÁO CÁO|2026\fSố: 5/BC-UBND" + strings.Repeat("|a", 18) + "|BÁO CÁO": 2, "BÁO CÁO|2026\fSố: 5/BC-UBND" + strings.Repeat("|a", 19) + "|BÁO CÁO": 0,
	} {
		r := &reader{}
		for k, page := range strings.Split(in, "\f") {
			for i, s := range strings.Split(page, "|") {
				s, tabled := strings.CutPrefix(s, "=")
				l := line{text: s, spans: []span{{s: s}}, page: k > 0 && i == 0}
				if tabled {
					l.table = &word.Table{}
				}
				r.lines = append(r.lines, l)
			}
		}
		all := len(r.lines)
		if r.cover(); all-len(r.lines) != left || len(r.own) != left || len(r.found) != min(left, 1) {
			t.Errorf("%q: %d lines left out, %q, %v", in, all-len(r.lines), r.own, r.found)
		}
	}
}

// TestStandsAt: a line below the right half of a parted line belongs to it where its middle does.
func TestStandsAt(t *testing.T) {
	at := func(s string) int {
		l := textLines(s)[0]
		return l.rightFrom(new(reader).itemsOf(&l))
	}
	if got := [3]int{at("Nơi nhận:          CHỈ HUY"), at("Nơi nhận:"), at("Nơi nhận:      ")}; got != [3]int{19, 0, 0} {
		t.Error(got)
	}
	for _, c := range []struct {
		text   string
		column int
		want   bool
	}{
		{"          Lò Văn Anh", 15, true}, {"          Lò Văn Anh", 16, false}, {"          Lò Văn Anh", 0, false},
		{"      một dòng dài hơn thế nhiều", 13, true}, {"      một dòng dài hơn thế nhiều", 14, false},
		{"- một dòng dài hơn thế nhiều", 10, false},
	} {
		l := textLines(c.text)[0]
		if l.standsAt(c.column) != c.want {
			t.Errorf("%q at %d: %v", c.text, c.column, !c.want)
		}
		if l.plain = false; l.standsAt(c.column) || l.rightFrom([]item{{line: l, side: 1}}) != 0 {
			t.Errorf("%q: of a Word file", c.text)
		}
	}
}

// TestNumberOf: numbers before who gets a paper, and what is a number of something else.
func TestNumberOf(t *testing.T) {
	for s, want := range map[string]int{"1. Sở A": 1, " 12) Sở B": 12, "1.Sở": 0, "100. Sở": 0, "1.1. Sở": 0, "Sở 1. A": 0, "": 0, "2026": 0} {
		if got := numberOf(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
	for _, tt := range []struct {
		s       string
		n, were int
		want    string
	}{
		{"1. Sở A", 1, 0, "Sở A"}, {"2. Sở A", 1, 0, "2. Sở A"}, {"2. Sở A", 2, 1, "Sở A"}, {"2. Sở A", 2, 0, "2. Sở A"}, {"Sở A", 1, 0, "Sở A"},
	} {
		r := &reader{numbers: tt.were}
		if got := r.unnumbered(new(line), tt.s, tt.n); got != tt.want || (got != tt.s) != (len(r.own) == 1) || len(r.found) > 1 {
			t.Errorf("%q, the %d. of %d numbered: %q, said %v", tt.s, tt.n, tt.were, got, r.found)
		}
	}
}

// TestSmallHead: which words lose the capital letter of their line where they go on with a title.
func TestSmallHead(t *testing.T) {
	r := &reader{}
	for s, want := range map[string]string{
		"Việc chấp hành quy định": "Việc chấp", "Về việc họp": "Về việc", "việc họp": "", "Việc": "", "Hội Nông dân xã": "", "Đảng bộ xã": "",
	} {
		if got := r.smallHead(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
