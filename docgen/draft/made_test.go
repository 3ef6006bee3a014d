package draft_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/draft"
)

// made is a draft to be written: what it says, as its letterhead and foot have it.
type made struct {
	title      string // "KẾ HOẠCH"; empty for a letter
	superior   string
	issuer     []string
	number     string
	date       string
	subject    []string
	decider    string
	bases      []string
	order      string
	addressees []string
	body       []string
	signer     []string // the last is the name
	to         []string
	file       string
	annex      []string // its label, its title, lines
	want       map[string]string
}

var plainBody = []string{
	"Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026, Ủy ban nhân dân xã Tân Mỹ yêu cầu các đơn vị thực hiện như sau:",
	"I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "- Nâng cao nhận thức của cán bộ và Nhân dân;", "- Giữ đường làng sạch, đẹp quanh năm.",
	"2. Yêu cầu", "Việc làm phải thiết thực, không hình thức.",
	"II. TỔ CHỨC THỰC HIỆN", "1. Trạm Y tế: chủ trì phun thuốc tại 05 thôn, xong trước ngày 15/3/2026.",
	"2. Các thôn: a) vận động hộ dân tham gia; b) báo cáo kết quả hằng tháng.",
	"Trong quá trình thực hiện, nếu có vướng mắc thì báo cáo về Ủy ban nhân dân xã.",
}

// papers are what the drafts say, by kind.
var papers = map[string]made{
	"ke-hoach": {
		title: "KẾ HOẠCH", issuer: []string{"ỦY BAN NHÂN DÂN", "XÃ TÂN MỸ"}, number: "Số: 15/KH-UBND",
		date:    "Tân Mỹ, ngày 03 tháng 02 năm 2026",
		subject: []string{"Ra quân vệ sinh môi trường năm 2026"}, body: plainBody,
		signer: []string{"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lường Thị Mận"},
		to:     []string{"Thường trực Đảng ủy xã", "Các thôn, trường học"}, file: "VT, VHXH",
		want: map[string]string{
			"kind": "ke-hoach", "issuer.name": "ủy ban nhân dân xã tân mỹ", "issuer.place": "Tân Mỹ",
			"issuer.abbreviation": "UBND", "number": "15", "date": "2026-02-03",
			"subject": "ra quân vệ sinh môi trường năm 2026", "signer": "[tm kt]ủy ban nhân dân[chủ tịch]phó chủ tịchlường thị mận[]",
			"distribution.to": "thường trực đảng ủy xã|các thôn, trường học|", "distribution.file_copy": "vt|vhxh",
		},
	},
	"cong-van": {
		superior: "UBND HUYỆN SÔNG MÃ", issuer: []string{"PHÒNG NỘI VỤ"}, number: "Số:      /NV-TĐ",
		date:    "Sông Mã, ngày      tháng 4 năm 2026",
		subject: []string{"V/v đăng ký danh hiệu thi đua", "năm 2026"}, addressees: []string{"Trưởng các phòng, ban",
			"Chủ tịch Ủy ban nhân dân các xã"}, body: append(slices.Clone(plainBody[2:7]), plainBody[10]),
		signer: []string{"KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "Cầm Văn Ngoan"}, to: []string{"Như trên", "Lãnh đạo phòng"},
		file: "NV, Ngoan",
		want: map[string]string{
			"kind": "cong-van", "issuer.name": "phòng nội vụ", "issuer.superior": "ubnd huyện sông mã",
			"issuer.place": "Sông Mã", "issuer.abbreviation": "NV", "drafting_unit": "TĐ",
			"subject": "đăng ký danh hiệu thi đua năm 2026", "addressees": "trưởng các phòng, ban|chủ tịch ủy ban nhân dân các xã",
			"signer": "[kt][trưởng phòng]phó trưởng phòngcầm văn ngoan[]", "distribution.to": "lãnh đạo phòng|",
			"distribution.file_copy": "nv|ngoan",
		},
	},
	"quyet-dinh": {
		title: "QUYẾT ĐỊNH", issuer: []string{"ỦY BAN NHÂN DÂN", "XÃ TÂN MỸ"}, number: "Số: 72/QĐ-UBND",
		date:    "Tân Mỹ, ngày 11 tháng 5 năm 2026",
		subject: []string{"Về việc thành lập Tổ công nghệ số cộng đồng"}, decider: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN MỸ",
		order: "QUYẾT ĐỊNH:",
		bases: []string{"Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
			"Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội."},
		body: []string{
			"Điều 1. Thành lập Tổ công nghệ số cộng đồng xã gồm 05 thành viên.", "Điều 2. Tổ có nhiệm vụ:",
			"1. Hướng dẫn người dân dùng dịch vụ công;",
			"2. Báo cáo kết quả hằng quý.",
			"Điều 3. Chánh Văn phòng và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
		},
		signer: []string{"CHỦ TỊCH", "Quàng Văn Bường"}, to: []string{"Như Điều 3", "Thường trực Đảng ủy"}, file: "VT",
		want: map[string]string{
			"kind": "quyet-dinh", "issuer.name": "ủy ban nhân dân xã tân mỹ", "issuer.place": "Tân Mỹ", "number": "72",
			"date": "2026-05-11", "decided_by": "chairman",
			"legal_bases": "căn cứ luật tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025|theo đề nghị của trưởng phòng phòng văn hóa - xã hội|",
			"subject":     "về việc thành lập tổ công nghệ số cộng đồng", "signer": "[][]chủ tịchquàng văn bường[]",
			"distribution.to": "thường trực đảng ủy|",
		},
	},
	"to-trinh": {
		title: "TỜ TRÌNH", superior: "ĐẢNG BỘ XÃ TÂN MỸ", issuer: []string{"HỘI LIÊN HIỆP PHỤ NỮ"}, number: "Số: 04/TTr-HPN",
		date:    "Tân Mỹ, ngày 20 tháng 11 năm 2026",
		subject: []string{"Về việc đề nghị tặng Giấy khen"}, addressees: []string{"Chủ tịch Ủy ban nhân dân xã Tân Mỹ"},
		body: []string{"Hội đề nghị tặng Giấy khen cho 03 tập thể, 12 cá nhân (có danh sách kèm theo).",
			"Kính trình Chủ tịch Ủy ban nhân dân xã xem xét, quyết định."},
		signer: []string{"CHỦ TỊCH", "Lò Thị Hặc"}, to: []string{"Như trên"}, file: "VP",
		annex: []string{"PHỤ LỤC", "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN", "1. Chi hội bản Nà Nghịu", "2. Chi hội bản Huổi Một"},
		want: map[string]string{
			"kind": "to-trinh", "issuer.name": "hội liên hiệp phụ nữ", "number": "4",
			"addressees": "chủ tịch ủy ban nhân dân xã tân mỹ", "subject": "về việc đề nghị tặng giấy khen",
			"signer": "[][]chủ tịchlò thị hặc[]", "distribution.file_copy": "vp", "annexes": "danh sách đề nghị tặng giấy khen|",
		},
	},
	"thong-bao": {
		title: "THÔNG BÁO", issuer: []string{"TRƯỜNG TRUNG HỌC CƠ SỞ", "NẬM GIÔN"}, number: "Số: 31/TB-THCS",
		date:    "Nậm Giôn, ngày 02 tháng 9 năm 2026",
		subject: []string{"Lịch khai giảng", "năm học 2026 - 2027"},
		body: []string{"1. Thời gian: 07 giờ 30 ngày 05 tháng 9 năm 2026.", "2. Địa điểm: sân trường.",
			"Đề nghị các lớp đến đúng giờ."},
		signer: []string{"HIỆU TRƯỞNG", "Nguyễn Thị Vân Anh"}, to: []string{"Các lớp", "Ban đại diện cha mẹ học sinh"}, file: "VT",
		want: map[string]string{
			"kind": "thong-bao", "issuer.name": "trường trung học cơ sở nậm giôn", "issuer.abbreviation": "THCS",
			"number": "31", "date": "2026-09-02", "issuer.place": "Nậm Giôn",
			"subject": "lịch khai giảng năm học 2026 - 2027", "signer": "[][]hiệu trưởngnguyễn thị vân anh[]",
			"distribution.to": "các lớp|ban đại diện cha mẹ học sinh|",
		},
	},
}

const (
	state  = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	motto2 = "Độc lập - Tự do - Hạnh phúc"
)

// how says how a draft is made.
type how struct {
	head   string // table, nested, tabs, blanks, lines, box
	foot   string // table, tabs, blanks, lines, last (recipients behind the signature)
	auto   bool   // automatic numbers
	unbold bool   // nobody made a title bold
	empty  bool   // empty paragraphs everywhere
	grid   bool   // a table of three columns in the body
	merged bool   // one with merged cells
	noted  bool   // a footnote
	paged  bool   // numbers of pages in the header
	set    func(m *maker)
}

// write makes the Word file of a draft, and gives the words that Word prints of it besides its
// automatic numbers.
func write(d *made, h how) (file []byte, said string) {
	m := &maker{}
	if h.set != nil {
		h.set(m)
	}
	var all strings.Builder
	say := func(s ...string) { all.WriteString(strings.Join(s, "\n") + "\n") }
	bold := look("bc")
	if h.unbold {
		bold = "c"
	}
	gap := func() {
		if h.empty {
			m.add(m.p("", ""), m.p("   ", ""))
		}
	}
	var left []string
	if d.superior != "" {
		left = append(left, d.superior)
	}
	left = append(left, d.issuer...)
	letter := d.title == ""
	say(left...)
	say(d.number, d.date, state, motto2)
	switch h.head {
	case "table", "nested", "box":
		var names, right []string
		for i, s := range left {
			l := bold
			if i == 0 && d.superior != "" {
				l = "c"
			}
			names = append(names, m.p(s, l))
		}
		names = append(names, m.p("_______", "c"))
		right = append(right, m.p(state, bold), m.p(motto2, bold), m.p("________________", "c"))
		number := []string{m.p(d.number, "c")}
		if letter {
			number = append(number, m.p(strings.Join(d.subject, "\n"), "c"))
		}
		t := table(row(cell("", names...), cell("", right...)), row(cell("", number...), cell("", m.p(d.date, "ci"))))
		switch h.head {
		case "nested":
			t = table(row(cell("", t, "<w:p/>")))
		case "box":
			t = table(row(cell("", names...), cell("", right...)))
			m.add(t, box(number...), m.p(d.date, "ri"))
			t = ""
		}
		m.add(t)
	case "tabs", "blanks":
		sep := "\t"
		if h.head == "blanks" {
			sep = "            "
		}
		m.add(m.p(left[0]+sep+state, "b"))
		m.add(m.p(strings.Join(left[1:], " ")+sep+motto2, "b"))
		m.add(m.p("-----"+sep+"---------------", ""), m.p(d.number+sep+d.date, ""))
		if letter {
			m.add(m.p(strings.Join(d.subject, " "), ""))
		}
	case "lines":
		m.add(m.p(state, bold), m.p(motto2, bold), m.p("* * *", "c"))
		for i, s := range left {
			l := bold
			if i == 0 && d.superior != "" {
				l = "c"
			}
			m.add(m.p(s, l))
		}
		m.add(m.p(d.number, ""))
		if letter {
			m.add(m.p(strings.Join(d.subject, " "), ""))
		}
		m.add(m.p(d.date, "ri"))
	}
	gap()
	say(d.subject...)
	if !letter {
		say(d.title)
		m.add(m.p(d.title, bold))
		if len(d.subject) > 1 {
			m.add(m.p(strings.Join(d.subject, "\n"), bold))
		} else {
			m.add(m.p(d.subject[0], bold))
		}
		m.add(m.p("_________", "c"))
	}
	gap()
	if d.decider != "" {
		say(d.decider)
		m.add(m.p(d.decider, bold))
	}
	if n := len(d.addressees); n == 1 {
		say("Kính gửi " + d.addressees[0])
		m.add(m.p("Kính gửi: "+d.addressees[0], "c"))
	} else if n > 1 {
		say("Kính gửi")
		m.add(m.p("Kính gửi:", ""))
		for i, s := range d.addressees {
			say(s)
			m.add(m.p("- "+s+[]string{";", "."}[(i+1)/n], ""))
		}
	}
	for _, s := range d.bases {
		say(s)
		m.add(m.p(s, "i"))
	}
	if d.order != "" {
		say(d.order)
		m.add(m.p(d.order, bold))
	}
	heading := ""
	for i, s := range d.body {
		say(s)
		l := look("")
		if strings.HasPrefix(s, "I") || strings.HasPrefix(s, "1. Mục đích") || strings.HasPrefix(s, "2. Yêu cầu") {
			l = "b"
			if h.unbold {
				l = ""
			}
		}
		if strings.HasPrefix(s, "I") || strings.HasPrefix(s, "Điều") {
			heading = s
		}
		if colon := strings.Index(s, ":"); l == "" && colon > 0 && colon < 20 && !h.unbold && !h.auto {
			s = "**" + s[:colon+1] + "**" + s[colon+1:]
		}
		switch {
		case h.noted && i == len(d.body)-1:
			say("Theo số liệu của Trạm Y tế.")
			m.add(strings.Replace(m.p(s, l), "</w:p>", m.note("Theo số liệu của Trạm Y tế.")+"</w:p>", 1))
		case h.auto:
			m.add(m.auto(s, l, heading))
		default:
			m.add(m.p(s, l))
		}
		gap()
	}
	if h.grid {
		say("TT Đơn vị Số tiền 1 Thôn Trung 1.500.000")
		m.add(table(row(cell("", m.p("TT", "b")), cell("", m.p("Đơn vị", "b")), cell("", m.p("Số tiền", "b"))),
			row(cell("", m.p("1", "c")), cell("", m.p("Thôn Trung", "")), cell("", m.p("1.500.000", "r")))))
		m.add(m.p("Kinh phí lấy từ ngân sách xã.", ""))
		say("Kinh phí lấy từ ngân sách xã.")
	}
	if h.merged {
		say("Nội dung Chia ra Nam Nữ Cán bộ 05 06 Ghi chú: đến hết tháng 6")
		m.add(table(row(cell(`<w:vMerge w:val="restart"/>`, m.p("Nội dung", "b")), cell(`<w:gridSpan w:val="2"/>`, m.p("Chia ra", "b"))),
			row(cell(`<w:vMerge/>`), cell("", m.p("Nam", "b")), cell("", m.p("Nữ", "b"))),
			row(cell("", m.p("Cán bộ", "")), cell("", m.p("05", "c")), cell("", m.p("06", "c"))),
			row(cell(`<w:gridSpan w:val="3"/>`, m.p("Ghi chú: đến hết", ""), m.p("tháng 6", "")))))
		m.add(m.p("Kinh phí lấy từ ngân sách xã.", ""))
		say("Kinh phí lấy từ ngân sách xã.")
	}
	say(d.signer...)
	say("Nơi nhận")
	say(d.to...)
	say("Lưu " + d.file)
	var list []string
	for _, s := range d.to {
		list = append(list, "- "+s+";")
	}
	list = append(list, "- Lưu: "+d.file+".")
	name := d.signer[len(d.signer)-1]
	above := d.signer[:len(d.signer)-1]
	var sign []string
	for _, s := range above {
		sign = append(sign, m.p(s, bold))
	}
	sign = append(sign, m.p("", ""), m.p("", ""), m.p(name, bold))
	switch h.foot {
	case "table":
		to := []string{m.p("Nơi nhận:", "bi")}
		for _, s := range list {
			to = append(to, m.p(s, ""))
		}
		m.add(table(row(cell("", to...), cell("", sign...))))
	case "tabs", "blanks":
		sep := "\t"
		if h.foot == "blanks" {
			sep = "                        "
		}
		right := append(slices.Clone(above), "", name)
		for i, s := range append([]string{"Nơi nhận:"}, list...) {
			if i < len(right) && right[i] != "" {
				s += sep + right[i]
			}
			m.add(m.p(s, ""))
		}
		for i := len(list) + 1; i < len(right); i++ {
			if right[i] != "" {
				m.add(m.p(sep+sep+right[i], ""))
			}
		}
	case "last", "lines":
		if h.foot == "last" {
			m.add(sign...)
		}
		m.add(m.p("Nơi nhận:", "bi"))
		for _, s := range list {
			m.add(m.p(s, ""))
		}
		if h.foot == "lines" {
			m.add(sign...)
		}
	}
	for i, s := range d.annex {
		say(s)
		switch i {
		case 0:
			m.add(m.p(s, "bcp"))
		case 1:
			m.add(m.p(s, "bc"))
		default:
			m.add(m.p(s, ""))
		}
	}
	if h.paged {
		m.header = m.p("Trang 1/3", "c")
	}
	return m.file(), all.String()
}

// drafts are made in forty ways, as people make them.
var drafts = []struct {
	kind string
	how  how
}{
	{"ke-hoach", how{head: "table", foot: "table"}},
	{"ke-hoach", how{head: "table", foot: "table", auto: true}},
	{"ke-hoach", how{head: "tabs", foot: "tabs"}},
	{"ke-hoach", how{head: "blanks", foot: "blanks"}},
	{"ke-hoach", how{head: "lines", foot: "lines"}},
	{"ke-hoach", how{head: "lines", foot: "last", unbold: true}},
	{"ke-hoach", how{head: "nested", foot: "table", empty: true}},
	{"ke-hoach", how{head: "table", foot: "table", set: func(m *maker) { m.font = ".VnTime" }}},
	{"ke-hoach", how{head: "table", foot: "table", set: func(m *maker) { m.font = "VNI-Times" }}},
	{"ke-hoach", how{head: "table", foot: "table", set: func(m *maker) { m.nfd, m.split = true, true }}},
	{"ke-hoach", how{head: "table", foot: "table", grid: true, auto: true, empty: true}},
	{"ke-hoach", how{head: "table", foot: "table", merged: true, noted: true}},
	{"ke-hoach", how{head: "table", foot: "table", paged: true, set: func(m *maker) { m.tracked = true }}},
	{"ke-hoach", how{head: "table", foot: "table", set: func(m *maker) { m.hidden, m.control = true, true }}},
	{"cong-van", how{head: "table", foot: "table"}},
	{"cong-van", how{head: "table", foot: "table", unbold: true, empty: true}},
	{"cong-van", how{head: "tabs", foot: "tabs"}},
	{"cong-van", how{head: "blanks", foot: "lines"}},
	{"cong-van", how{head: "lines", foot: "last"}},
	{"cong-van", how{head: "box", foot: "table"}},
	{"cong-van", how{head: "table", foot: "table", auto: true, set: func(m *maker) { m.control, m.split = true, true }}},
	{"cong-van", how{head: "table", foot: "table", noted: true, grid: true, set: func(m *maker) { m.tracked, m.hidden = true, true }}},
	{"quyet-dinh", how{head: "table", foot: "table"}},
	{"quyet-dinh", how{head: "tabs", foot: "tabs"}},
	{"quyet-dinh", how{head: "blanks", foot: "blanks", empty: true}},
	{"quyet-dinh", how{head: "lines", foot: "lines", unbold: true}},
	{"quyet-dinh", how{head: "table", foot: "last", merged: true}},
	{"quyet-dinh", how{head: "table", foot: "table", grid: true, noted: true}},
	{"quyet-dinh", how{head: "nested", foot: "table", set: func(m *maker) { m.font = ".VnTime" }}},
	{"quyet-dinh", how{head: "table", foot: "table", set: func(m *maker) { m.nfd = true }}},
	{"quyet-dinh", how{head: "box", foot: "table", set: func(m *maker) { m.tracked = true }}},
	{"to-trinh", how{head: "table", foot: "table"}},
	{"to-trinh", how{head: "tabs", foot: "tabs", empty: true}},
	{"to-trinh", how{head: "lines", foot: "last", set: func(m *maker) { m.split = true }}},
	{"to-trinh", how{head: "table", foot: "lines", unbold: true, set: func(m *maker) { m.control = true }}},
	{"to-trinh", how{head: "table", foot: "table", paged: true, set: func(m *maker) { m.font = "VNI-Times" }}},
	{"thong-bao", how{head: "table", foot: "table", auto: true}},
	{"thong-bao", how{head: "blanks", foot: "blanks"}},
	{"thong-bao", how{head: "lines", foot: "lines", grid: true}},
	{"thong-bao", how{head: "table", foot: "table", merged: true, empty: true, set: func(m *maker) { m.hidden, m.nfd = true, true }}},
}

// own are words that every paper prints by itself.
const own = "cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc số ngày tháng năm kính gửi nơi nhận lưu v/v như trên như điều 3 [1] 1"

// TestDrafts: the words of each draft are those of the paper made of it; its parts are recognised.
func TestDrafts(t *testing.T) {
	known, all := 0, 0
	for i, c := range drafts {
		name := fmt.Sprintf("%d %s %s %s", i, c.kind, c.how.head, c.how.foot)
		d := papers[c.kind]
		file, said := write(&d, c.how)
		got := read(t, name+".docx", file)
		recognised := fields(paperOf(t, got.YAML))
		for key, want := range d.want {
			all++
			if recognised[key] == want {
				known++
			} else {
				t.Logf("%s: %s is %q, want %q", name, key, recognised[key], want)
			}
		}
		if err := got.Err(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		text, err := renderYAML(t, got.YAML)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, got.YAML)
			continue
		}
		if lost := differ(words(said), words(text)); len(lost) > 0 {
			t.Errorf("%s: lost %q\n%s", name, lost, got.YAML)
		}
		free := words(own)
		if d.annex != nil { // the line that says what an annex belongs to
			free = words(own + " kèm theo của " + said)
		}
		if strings.Contains(text, "1 Theo số liệu") {
			t.Errorf("%s: the number of a note stands in its text", name)
		}
		if more := slices.DeleteFunc(differ(words(text), words(said)), func(w string) bool {
			w, _, _ = strings.Cut(w,
				"+")
			return free[w] > 0
		}); len(more) > 0 {
			t.Errorf("%s: more %q", name, more)
		}
		for _, l := range []string{"hidden", "deleted"} {
			if want := c.how.set != nil && has(c.how.set, l); want != slices.ContainsFunc(rulesOf(got),
				func(r string) bool { return r == "word."+l }) {
				t.Errorf("%s: %s words: %v", name, l, want)
			}
		}
	}
	t.Logf("%d of %d parts", known, all)
	if known*100 < all*90 || len(drafts) < 40 {
		t.Errorf("%d of %d parts are recognised in %d drafts", known, all, len(drafts))
	}
}

func has(set func(*maker), what string) bool {
	m := new(maker)
	set(m)
	return what == "hidden" && m.hidden || what == "deleted" && m.tracked
}

func rulesOf(d *draft.Draft) []string {
	var all []string
	for _, f := range d.Findings {
		all = append(all, f.Rule)
	}
	return all
}
