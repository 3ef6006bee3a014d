package draft_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
)

// TestWordParts: pieces of Word files, and what their YAML has, parted by ¦. All of it, beside
// what the head alone makes, stands in testdata/word/parts.txtar.
func TestWordParts(t *testing.T) {
	p := func(s string, l look) string { return new(maker).p(s, l) }
	head := p("UBND XÃ A", "bc") + p("Số: 1/TB-UBND", "c") + p("A, ngày 02 tháng 3 năm 2026", "i") + p("THÔNG BÁO", "bc")
	made := make(map[string]string)
	crowd := []string{cell("", p("Nơi nhận:", ""), p("- Lưu: VT.", ""))}
	for c := range 13 { // one more than a paper has
		crowd = append(crowd, cell("", p("ỦY VIÊN", ""), p("Lò Văn "+string(rune('A'+c)), "")))
	}
	for name, c := range map[string]struct {
		body string
		want string
	}{
		"bold and italic words": {head + p("Gửi **trước ngày 5** nhé", "") + strings.Replace(p("Theo  luật", ""), "Theo ",
			"Theo</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> Điều ", 1),
			"Gửi **trước ngày 5** nhé\n¦Theo *Điều luật*"},
		"bold inside a word":      {head + p("Phi**lip**pin", ""), "  Philippin\n"},
		"a paragraph in bold":     {head + p("Họp", "bc") + p("Chữ.", "") + p("Chú ý an toàn", "b"), "**Chú ý an toàn**"},
		"a heading in bold":       {head + p("I. PHẦN MỘT", "b") + p("Chữ", ""), "\n  I. PHẦN MỘT\n"},
		"a clause in bold":        {head + p("1. Thời gian.", "b"), "**1. Thời gian.**"},
		"a chapter and its title": {head + p("Chương I\nQUY ĐỊNH CHUNG", "bc") + p("Chữ", ""), "\n  Chương I\n  QUY ĐỊNH CHUNG\n"},
		"lines of a paragraph":    {head + p("Họp", "bc") + p("Chữ.", "") + p("Một\nHai", "b"), "**Một**\\\n  **Hai**"},
		"subject of two lines": {head + p("Về việc", "bc") + p("họp thôn", "bc") + p("Chữ thường.", ""),
			"subject: Về việc họp thôn\n"},
		"subject in another look": {head + p("Về việc họp", "bc") + p("(kèm danh sách)", "c") + p("Chữ.", ""),
			"\n  (kèm danh sách)\n"},
		"addressees in a table": {head + table(row(cell("", p("Kính gửi:", "")), cell("", p("- Thôn A;", ""),
			p("- Thôn B.", ""))), row(cell("", p("thừa", "")))), "addressees: [Thôn A, Thôn B]¦  thừa"},
		"one addressee after another": {head + p("Kính gửi: Thôn A;\nThôn B.", ""), "addressees: [Thôn A, Thôn B]"},
		"a signature table": {head + p("Chữ.", "") + table(row(cell("", p("TM. ĐOÀN\nGIÁM SÁT", "b"),
			p("TRƯỞNG ĐOÀN", "b"), p("(Đã ký)", "i"), p("Lò Văn A", "b")))),
			"on_behalf_of: Đoàn giám sát\n  position: Trưởng đoàn\n  note: (Đã ký)\n  name: Lò Văn A"},
		"an acting head": {head + p("Chữ.", "") + p("Q. CHỦ TỊCH", "b") + p("Lò Văn A", "b"),
			"capacity: [Q]\n  position: Chủ tịch"},
		"a title above the name": {head + p("Chữ.", "") + table(row(cell("", p("KT. CHỦ TỊCH\nHỘI ĐỒNG", "b"),
			p("PHÓ CHỦ TỊCH", "b"), p("Phó Giám đốc Sở", ""), p("Lò Văn A", "b")))),
			"acting_for:\n    - Chủ tịch Hội đồng\n  position: Phó Chủ tịch\n  title: Phó Giám đốc Sở\n  name: Lò Văn A"},
		"four who sign": {head + p("Chữ.", "") + table(row(cell("", p("Nơi nhận:", ""), p("- Lưu: VT.", "")),
			cell("", p("CHỦ TỊCH", ""), p("Lò Văn A", "")), cell("", p("THƯ KÝ", ""), p("Lò Văn B", "")), cell("",
				p("KẾ TOÁN", ""), p("Lò Văn C", "")), cell("", p("NGƯỜI LẬP", ""), p("Lò Văn D", "")))),
			"  - position: Kế toán\n¦  - position: Người lập\n    name: Lò Văn D\n"},
		"a crowd that signs": {head + p("Chữ.", "") + table(row(crowd...)), "    name: Lò Văn L\n¦  Lò Văn M\n"},
		"words beside the recipients": {head + p("Chữ.", "") + table(row(cell("", p("Nơi nhận:", ""), p("- Lưu: VT.", "")),
			cell("", p("Xác nhận của thôn về việc nghỉ.", ""), p("Chữ khác.", "")))), "  Xác nhận của thôn về việc nghỉ.\n"},
		"a name alone": {head + p("Chữ.", "") + table(row(cell("", p("Nơi nhận:", ""), p("- Lưu: VT.", "")),
			cell("", p("Lò Văn A", "")))), "# thiếu signer (người ký): không thấy chức vụ người ký; bản nháp¦  name: Lò Văn A"},
		"signatures above the list": {head + p("Chữ.", "") + table(row(cell("", p("THƯ KÝ", ""), p("Lò Văn A", "")),
			cell("", p("CHỦ TỌA", ""), p("Lò Văn B", "")))) + p("Nơi nhận:", "") + p("- Thôn A;", "") + p("- Lưu: VT.", ""),
			"  - position: Thư ký\n    name: Lò Văn A\n  - position: Chủ tọa¦  to: [Thôn A]"},
		"a note at the subject": {head + strings.Replace(p("Họp thôn", "bc"), "</w:p>",
			`<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, 1) + p("Chữ.", ""), "subject: Họp thôn\n¦\n  Lời chú\n"},
		"a note twice": {head + p("Họp thôn", "bc") + noted(p("Một", "")) + noted(p("Hai", "")),
			"  Một[^1]\n  Hai[^1]\n  [^1]: Lời chú\n"},
		"a note twice at one place": {head + p("Họp thôn", "bc") + noted(noted(p("Một", ""))), "  Một[^1][^1]\n  [^1]: Lời chú\n"},
		"a note behind a backslash": {head + p("Họp thôn", "bc") + noted(p(`Thư mục C:\`, "")), "  Thư mục C:\\\\[^1]\n  [^1]: Lời chú\n"},
		"what looks like a note":    {head + p("Họp thôn", "bc") + noted(p("Ghi [^1] là", "")), "  Ghi \\[^1] là[^1]\n  [^1]: Lời chú\n"},
		"a note of a base and of the text": {head + p("Họp thôn",
			"bc") + noted(p("Căn cứ Luật Đất đai;", "i")) + p("Căn cứ Luật Nhà ở;", "i") +
			noted(p("Hai", "")), "  - |\n    Căn cứ Luật Đất đai;[^1]\n    [^1]: Lời chú\n¦  Hai[^1]\n  [^1]: Lời chú\n"},
		"a note in a cell": {head + p("Họp", "bc") + table(row(cell("", p("A", "b")), cell("", p("B", "b"))),
			row(cell("", strings.Replace(p("C", ""), "</w:p>", `<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, 1)),
				cell("", p("D", "")))), "| C[^1] | D |\n  [^1]: Lời chú\n"},
		"a table of one column": {head + table(row(cell("", p("A", ""))), row(cell("", p("B", "")))), "columns: [A]¦- [B]"},
		"a ragged table": {head + table(row(cell("", p("A", "")), cell("", p("B", "")), cell("", p("C", ""))),
			row(cell("", p("D", "")))), "columns: [A, B, C]¦- - D\n          - {}\n          - {}\n"},
		"several paragraphs in a cell": {head + table(row(cell("", p("A", "")), cell("", p("B", ""))), row(cell("", p("D",
			"b"), p("E\nF", "")), cell("", p("G", "r")))), "**D**\n¦E\\\n¦align: right"},
		"a table within a cell": {head + table(row(cell("", p("A", "")), cell("", p("B", ""))), row(cell("",
			table(row(cell("", p("trong", "")))), "<w:p/>"), cell("", p("C", "")))), "| trong | C |"},
		"bars in a cell": {head + table(row(cell("", p("a | b", "")), cell("", p("B", ""))), row(cell("",
			p("**c** d", "")), cell("", p("e", "b")))), `| a \| b | B |` + "\n¦| **c** d | **e** |"},
		"headings as a table": {table(row(cell("", p("Một", "")), cell("", p("Hai", "")))) + head, "| Một | Hai |"},
		"issuer in a cell, small": {table(row(cell("", p("Ban quản lý chợ", "")), cell("",
			p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "b")))) + p("BÁO CÁO", "bc"), "name: Ban quản lý chợ\n"},
		"unknown words in the head": {table(row(cell("", p("ỦY BAN NHÂN DÂN XÃ A", "b"), p("Mã hồ sơ: 12", "")), cell("",
			p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b")))) + p("BÁO CÁO", "bc"), "\n  Mã hồ sơ: 12\n"},
		"a page that begins": {head + p("Chữ.", "") + p("CHỦ TỊCH", "") + p("Lò Văn A", "") + p("DANH SÁCH HỘ",
			"bcp") + table(row(cell("", p("A", "")), cell("", p("B", ""), p("C", "")))),
			"label: none\n    title: DANH SÁCH HỘ\n    table:\n"},
		"an annex with a number only": {head + p("Chữ.", "") + p("CHỦ TỊCH", "") + p("Lò Văn A", "") + p("PHỤ LỤC 3",
			"bcp") + p("Chữ phụ lục.", ""), "label: none\n    title: PHỤ LỤC 3\n"},
		"justified cells": {head + table(row(cell("", p("A", "")), cell(`<w:gridSpan w:val="2"/>`, p("B", ""))),
			row(cell("", strings.Replace(p("C", "c"), "center", "both", 1)), cell("", p("D", "")), cell("", p("E", "")))),
			"align: justify"},
		"a link": {head + `<w:p><w:r><w:t xml:space="preserve">Theo </w:t></w:r><w:hyperlink r:id="l"><w:r><w:t>mẫu đơn</w:t></w:r></w:hyperlink></w:p>` +
			p("Tên [a](https://b.vn).", ""), "  Theo [mẫu đơn](https://xa.example.vn/mau_don)\n  Tên \\[a](https://b.vn).\n"},
		"bullets": {head + "<w:p><w:r><w:t>\uf0b7 Một</w:t></w:r></w:p><w:p><w:r><w:t>\ue123 Hai</w:t></w:r></w:p>",
			"\n  • Một\n  □ Hai\n"},
	} {
		m := &maker{notes: []string{"Lời chú"}}
		m.body.WriteString(c.body)
		if !strings.Contains(c.body, "footnoteReference") {
			m.notes = nil
		}
		d := read(t, name, m.file())
		made[name] = string(d.YAML)
		for _, want := range strings.Split(c.want, "¦") {
			if strings.Contains(string(d.YAML), want) {
				continue
			}
			t.Errorf("%s: no %q in\n%s", name, want, d.YAML)
		}
	}
	alone := &maker{}
	alone.body.WriteString(head + p("Họp", "bc"))
	usual := strings.Split(string(read(t, "", alone.file()).YAML), "\n")
	var files []txtar.File
	for _, name := range slices.Sorted(maps.Keys(made)) {
		text := ""
		for line := range strings.Lines(made[name]) {
			if !strings.HasPrefix(line, "# Nhập từ") && !slices.Contains(usual, strings.TrimSuffix(line, "\n")) {
				text += line
			}
		}
		files = append(files, txtar.File{Name: name, Data: []byte(text)})
	}
	casefile.Hold(t, *update, "testdata/word/parts.txtar",
		&txtar.Archive{Comment: []byte("YAML of the pieces of TestWordParts.\n\n"), Files: files})
}

// noted puts the mark of the first note behind a paragraph.
func noted(paragraph string) string {
	return strings.Replace(paragraph, "</w:p>", `<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, 1)
}

// TestHeadInMargin: a letterhead in the header of a page is one, where the text has none; else its words are no part.
func TestHeadInMargin(t *testing.T) {
	head := func(m *maker) string {
		return m.p("UBND XÃ A", "") + m.p("Số: 12/TB-UBND", "") + m.p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "")
	}
	for name, c := range map[string]struct {
		above string // lines of the text above the title
		below string // a line of the header below the letterhead
		want  string
		said  bool
	}{
		"alone":                  {"", "", "number: \"12\"\nsubject: Nghỉ lễ\nbody: |\n  Chữ.", false},
		"beside one of the text": {"x", "", "subject: Nghỉ lễ\n", true},
		"above a strange line":   {"", "Dòng lạ", "number: \"12\"\nsubject: Nghỉ lễ\nbody: |\n  Dòng lạ\n  Chữ.", true},
		"above a mark":           {"", "MẬT", "subject: Nghỉ lễ\nsecrecy: MẬT\nbody: |\n  Chữ.", false},
		"above addresses":        {"", "Địa chỉ: Thôn A", "body: |\n  Chữ.\ncontact:\n  address: Thôn A", false},
		"above a subject":        {"", "V/v nghỉ\nlễ", "subject: nghỉ lễ\naddressees: [Thôn A]\nbody: |\n  Chữ.", false},
	} {
		m := &maker{}
		m.header = head(m) + m.p("2", "c")
		if c.below != "" {
			m.header += m.p(c.below, "")
		}
		if c.above != "" {
			m.add(m.p("UBND XÃ B", ""), m.p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""))
		}
		if strings.HasPrefix(c.below, "V/v") {
			m.add(m.p("Kính gửi: Thôn A.", ""), m.p("Chữ.", ""))
		} else {
			m.add(m.p("THÔNG BÁO", "bc"), m.p("Nghỉ lễ", "bc"), m.p("Chữ.", ""))
		}
		d := read(t, "a.docx", m.file())
		said := strings.Contains(d.Findings.Error(), "draft.unplaced")
		if !strings.Contains(string(d.YAML), c.want) || said != c.said {
			t.Errorf("%s: %v\n%s", name, d.Findings, d.YAML)
		}
	}
}
