package form

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// names are bodies as they stand in letterheads, with the lines that an office
// would type; those with other sensible breaks are only held to the rules below.
var names = []struct{ name, lines string }{
	{"Ủy ban nhân dân xã Cẩm Hòa", "ỦY BAN NHÂN DÂN/XÃ CẨM HÒA"},
	{"Uỷ ban nhân dân phường Điện Biên Phủ", "UỶ BAN NHÂN DÂN/PHƯỜNG ĐIỆN BIÊN PHỦ"},
	{"Hội đồng nhân dân thành phố Hồ Chí Minh", "HỘI ĐỒNG NHÂN DÂN/THÀNH PHỐ HỒ CHÍ MINH"},
	{"Ủy ban nhân dân đặc khu Phú Quốc", "ỦY BAN NHÂN DÂN/ĐẶC KHU PHÚ QUỐC"},
	{"Phòng Văn hóa - Xã hội", "PHÒNG VĂN HÓA - XÃ HỘI"},
	{"Hội đồng Thi đua - Khen thưởng", "HỘI ĐỒNG/THI ĐUA - KHEN THƯỞNG"},
	{"Bộ Nội vụ", "BỘ NỘI VỤ"},
	{"Sở Tài chính", "SỞ TÀI CHÍNH"},
	{"Bộ Giáo dục và Đào tạo", "BỘ GIÁO DỤC/VÀ ĐÀO TẠO"},
	{"Sở Nông nghiệp và Môi trường", "SỞ NÔNG NGHIỆP/VÀ MÔI TRƯỜNG"},
	{"Bộ Nông nghiệp và Môi trường", "BỘ NÔNG NGHIỆP/VÀ MÔI TRƯỜNG"},
	{"Bộ Văn hóa, Thể thao và Du lịch", ""},
	{"Bộ Khoa học và Công nghệ", ""},
	{"Bộ Dân tộc và Tôn giáo", ""},
	{"Bộ Quốc phòng", "BỘ QUỐC PHÒNG"},
	{"Ngân hàng Nhà nước Việt Nam", ""},
	{"Viện Hàn lâm Khoa học và Công nghệ Việt Nam", ""},
	{"Viện Hàn lâm Khoa học xã hội Việt Nam", ""},
	{"Đài Truyền hình Việt Nam", ""},
	{"Thông tấn xã Việt Nam", ""},
	{"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lam Sơn", ""},
	{"Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh Thừa Thiên Huế", ""},
	{"Ủy ban Mặt trận Tổ quốc Việt Nam phường Hạc Thành", ""},
	{"Trung tâm Phục vụ hành chính công xã An Thới Đông", ""},
	{"Trường Trung học phổ thông chuyên Lê Hồng Phong", ""},
	{"Trung tâm Dịch vụ nông nghiệp", ""},
	{"Tòa án nhân dân khu vực 3 - Hải Đông", "TÒA ÁN NHÂN DÂN/KHU VỰC 3 - HẢI ĐÔNG"},
	{"Kho bạc Nhà nước khu vực XII", "KHO BẠC NHÀ NƯỚC/KHU VỰC XII"},
	{"Trường Tiểu học Kim Đồng số 2", "TRƯỜNG TIỂU HỌC/KIM ĐỒNG SỐ 2"},
}

func TestNames(t *testing.T) {
	p := decree.Default()
	f := &former{p: p, m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
	for _, width := range []float64{52, 57, 60.25, 66} {
		room := doc.MM(width)
		for _, w := range names {
			lines, wide := f.nameLines([]string{w.name}, p.Head.Agency, room)
			shown := strings.NewReplacer(noBreakSpace, " ", noBreakHyphen, "-").Replace(strings.Join(lines, "/"))
			if width == 60.25 && w.lines != "" && shown != w.lines {
				t.Errorf("%s is broken as %s, want %s", w.name, shown, w.lines)
			}
			if len(lines) > 6 || wide > room+9*doc.Millimetre {
				t.Errorf("%s: %d lines, %.1f mm: %s", w.name, len(lines), wide.MM(), shown)
			}
			if got := strings.ReplaceAll(shown, "/", " "); got != strings.ToUpper(w.name) {
				t.Errorf("%s: words are lost or added: %s", w.name, got)
			}
			for i, l := range strings.Split(shown, "/") {
				if strings.HasSuffix(l, " VÀ") || strings.HasSuffix(l, "-") || strings.HasPrefix(l, "-") {
					t.Errorf("%s: line %q", w.name, l)
				}
				if i > 0 && (strings.HasPrefix(l, "KHEN") || strings.HasPrefix(l, "MINH")) {
					t.Errorf("%s: parted at %q", w.name, l)
				}
			}
			if strings.Contains(shown, "NHÂN/DÂN") || strings.Contains(shown, "VIỆT/NAM") {
				t.Errorf("%s: a word is parted: %s", w.name, shown)
			}
			t.Logf("%.2f mm: %s", width, shown)
		}
	}
	lines, _ := f.nameLines([]string{"Một", "hai"}, p.Head.Agency, 0)
	if strings.Join(lines, "/") != "MỘT/HAI" {
		t.Errorf("given lines are %q", lines)
	}
	if lines, _ := f.nameLines([]string{" "}, p.Head.Agency, 0); lines != nil {
		t.Errorf("an empty name gives %q", lines)
	}
}

// TestBreakCost: where a line of a name may begin, "/", and where it does well to, "|".
func TestBreakCost(t *testing.T) {
	for _, want := range []string{
		"ỦY BAN NHÂN DÂN | XÃ CẨM HÒA", "SỞ / NÔNG NGHIỆP | VÀ MÔI TRƯỜNG", "BỘ / VĂN HÓA, | THỂ THAO | VÀ DU LỊCH",
		"ỦY BAN NHÂN DÂN | THỊ XÃ BẮC KẠN", "SỞ / LAO ĐỘNG, | THƯƠNG BINH | VÀ XÃ HỘI", "VIỆN / KHOA HỌC / XÃ HỘI",
		"THÔNG TẤN XÃ / VIỆT NAM", "HỢP TÁC XÃ / NÔNG NGHIỆP", "BAN CHỈ ĐẠO / VỀ ĐẤT ĐAI / CẤP TỈNH", "HỘI ĐỒNG / THI ĐUA - KHEN THƯỞNG",
		"TỈNH LAM SƠN", "XÃ", "CHI CỤC / THUẾ | KHU VỰC 5", "KHO BẠC | KHU VỰC XII", "TRƯỜNG / TIỂU HỌC / SỐ 2A",
	} {
		words := strings.Fields(strings.NewReplacer("/", "", "|", "").Replace(want))
		got, inPlace := words[0], false
		for i := 1; i < len(words); i++ {
			inPlace = goesOn(words, i, inPlace)
			got += map[int]string{-1: " ", costNeutral: " / ", 0: " | "}[breakCost(words, i, inPlace)] + words[i]
		}
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Quốc hiệu stays on one line at all margins that the decree allows.
func TestMottoOnOneLine(t *testing.T) {
	for _, margins := range [][2]float64{{30, 20}, {30, 15}, {35, 20}, {35, 15}} {
		p := *decree.Default()
		p.Page.Left, p.Page.Right = doc.MM(margins[0]), doc.MM(margins[1])
		for _, w := range names {
			d := &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{&doc.Letterhead{
				Issuer: []string{w.name}, Number: &doc.Number{}, Place: &doc.PlaceDate{Place: "Hà Nội"},
			}}}
			fl, found, err := Apply(t.Context(), d, &p, metrics(t))
			if err != nil || len(found) > 0 {
				t.Fatalf("%s: %v %v", w.name, err, found)
			}
			table := fl.Sections[0].Blocks[0].(*flow.Table)
			f := &former{p: &p, m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
			if need := f.lineWidth(p.Head.NationText, p.Head.Nation); table.Columns[1] < need {
				t.Errorf("%s: column of %.1f mm for a motto of %.1f mm", w.name, table.Columns[1].MM(), need.MM())
			}
			if table.Indent < -6*doc.Millimetre {
				t.Errorf("%s hangs %.1f mm over the margin", w.name, table.Indent.MM())
			}
		}
	}
}

// A line that fits nowhere hangs 6 mm over each margin, no more, and is reported.
func TestHang(t *testing.T) {
	d := &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{&doc.Letterhead{
		At: at(5), Issuer: []string{"Ban Quản lý dự án đầu tư xây dựng công trình", "tỉnh Lam Sơn"},
	}}}
	f, found := apply(t, d)
	if len(found) != 1 || found[0].Rule != "form.agency-name-too-wide" || found.HasErrors() || found[0].Pos != at(5) {
		t.Errorf("findings: %s", found.Error())
	}
	table := f.Sections[0].Blocks[0].(*flow.Table)
	near(t, "indent", table.Indent, -6)
	near(t, "columns", table.Columns[0]+table.Columns[1], 160+2*6)
}

// TestEndlessName: what is no name any more is broken into as many lines as it takes,
// none wider than the column and no word lost, and warned of; lines that an office
// states itself are not.
func TestEndlessName(t *testing.T) {
	head := func(issuer ...string) (*flow.Flow, diag.List) {
		return apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{&doc.Letterhead{Issuer: issuer, Number: &doc.Number{}}}})
	}
	lines := func(f *flow.Flow) (all []string) {
		for _, p := range kindOf[*flow.Paragraph](f) {
			if p.Style == styleAgency {
				for _, in := range p.Inlines {
					if s, ok := in.(*doc.Text); ok {
						all = append(all, strings.ReplaceAll(s.S, noBreakSpace, " "))
					}
				}
			}
		}
		return all
	}
	warned := func(found diag.List) bool { return len(found) == 1 && found[0].Rule == ruleAgencyName }
	for _, words := range []int{mostWords, mostWords + 1, 20 * mostWords} {
		name := strings.TrimSpace(strings.Repeat("PHÒNG VĂN HÓA, ", words/3) + strings.Repeat("X ", words%3))
		f, found := head(name)
		got := lines(f)
		if strings.Join(got, " ") != name {
			t.Errorf("%d words: lines %q", words, got)
		}
		fl := &former{m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
		for _, s := range got {
			if w := fl.lineWidth(s, decree.Default().Head.Agency); words > mostWords && w > doc.MM(75) {
				t.Errorf("%d words: line %q is %.1f mm wide", words, s, w.MM())
			}
		}
		if many := len(got) > mostLines; many != (words > mostWords) || !warned(found) {
			t.Errorf("%d words on %d lines: %v", words, len(got), found)
		}
	}
	if f, found := head("A", "B", "C", "D", "E", "F", "G"); len(found) > 0 || len(lines(f)) != 7 {
		t.Errorf("seven stated lines: %q, %v", lines(f), found)
	}
	if f, found := head(strings.Repeat("W", 300) + " A" + strings.Repeat(" B", mostWords)); len(lines(f)) < 3 || !warned(found) {
		t.Errorf("a long word first: %d lines, %v", len(lines(f)), found)
	}
}

// TestPlacesInNames: where a name may be broken around the names of places: "." at a
// neutral place, "+" at a good one, "-" never.
func TestPlacesInNames(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"SỞ XÂY TỈNH LAM SƠN", ".+--"},
		{"XÃ HÒA VÀ XÃ MAI", "-+-" + "-"},
		{"XÃ HÒA TỈNH LAM SƠN", "-+--"},
		{"XÃ HÒA, MAI LAM", "-+."},
		{"XÃ HÒA - MAI LAM", "---."},
		{"XÃ VÀ MAI", "+-"},
		{"PHÒNG MAI LAM", ".."},
	} {
		words := strings.Fields(tt.name)
		got, inPlace := "", false
		for i := 1; i < len(words); i++ {
			inPlace = goesOn(words, i, inPlace)
			switch c := breakCost(words, i, inPlace); {
			case c < 0:
				got += "-"
			case c == 0:
				got += "+"
			default:
				got += "."
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestSixLines: a name of as many lines as one may have, each within its column,
// stands between the margins: some do of these.
func TestSixLines(t *testing.T) {
	inside := 0
	for n := 10; n < 40; n++ {
		name := strings.TrimSuffix(strings.Repeat("TỔ A, ", n), ", ")
		f, found := apply(t, &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{&doc.Letterhead{Issuer: []string{name}}}})
		lines := 1
		for _, p := range kindOf[*flow.Paragraph](f) {
			for _, in := range p.Inlines {
				if _, ok := in.(*doc.LineBreak); ok && p.Style == styleAgency {
					lines++
				}
			}
		}
		if lines == mostLines && len(found) == 0 && kindOf[*flow.Table](f)[0].Indent == 0 {
			inside++
		}
	}
	if inside == 0 {
		t.Error("no name of six lines stands between the margins")
	}
}

// TestWordsOfNames: words of two syllables stay whole in names of bodies that no list of names has.
func TestWordsOfNames(t *testing.T) {
	p := decree.Default()
	f := &former{p: p, m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
	for name, whole := range map[string]string{
		"Tổng công ty Khoáng sản và Thương mại Hà Tĩnh - Công ty cổ phần":                           "KHOÁNG SẢN, THƯƠNG MẠI, HÀ TĨNH, CỔ PHẦN",
		"Chi nhánh Xí nghiệp Khai thác, chế biến khoáng sản Thạch Khê":                              "CHI NHÁNH, XÍ NGHIỆP, KHAI THÁC, CHẾ BIẾN, KHOÁNG SẢN",
		"Khoa Hồi sức tích cực - Chống độc":                                                         "HỒI SỨC, TÍCH CỰC, CHỐNG ĐỘC",
		"Bộ Tư lệnh Bộ đội Biên phòng":                                                              "BỘ ĐỘI, BIÊN PHÒNG, TƯ LỆNH",
		"Ban Chỉ huy phòng thủ dân sự xã Sơn Kim":                                                   "CHỈ HUY, PHÒNG THỦ, DÂN SỰ",
		"Viện Nghiên cứu và Phát triển công nghệ bán dẫn, trí tuệ nhân tạo":                         "BÁN DẪN, TRÍ TUỆ, NHÂN TẠO, CÔNG NGHỆ",
		"Ban Chỉ đạo giải ngân vốn đầu tư công tỉnh":                                                "GIẢI NGÂN, ĐẦU TƯ",
		"Trung tâm Khoáng sản, Địa chất và Biến đổi khí hậu Quảng Ngãi":                             "ĐỊA CHẤT, BIẾN ĐỔI, KHÍ HẬU, QUẢNG NGÃI",
		"Trường Phổ thông dân tộc bán trú tiểu học và trung học cơ sở Krông Ana":                    "PHỔ THÔNG, DÂN TỘC, BÁN TRÚ, TIỂU HỌC, TRUNG HỌC, CƠ SỞ",
		"Ban Chỉ đạo phòng, chống bệnh dịch tả lợn, sốt xuất huyết và đuối nước":                    "DỊCH TẢ, SỐT XUẤT, ĐUỐI NƯỚC",
		"Đảng bộ Cơ quan Văn phòng Tỉnh ủy":                                                         "ĐẢNG BỘ, CƠ QUAN, VĂN PHÒNG, TỈNH ỦY",
		"Ủy ban Kiểm tra Đảng ủy Quân chủng Hải quân":                                               "KIỂM TRA, ĐẢNG ỦY, HẢI QUÂN",
		"Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp thành phố Hà Nội": "DÂN DỤNG, CÔNG NGHIỆP, HÀ NỘI",
	} {
		for width := 44.0; width <= 66; width += 2 {
			lines, _ := f.nameLines([]string{name}, p.Head.Agency, doc.MM(width))
			shown := strings.NewReplacer(noBreakSpace, " ", noBreakHyphen, "-").Replace(strings.Join(lines, "/"))
			for word := range strings.SplitSeq(whole, ", ") {
				if !strings.Contains(shown, word) {
					t.Errorf("%g mm: %q is parted in %s", width, word, shown)
				}
			}
		}
	}
}
