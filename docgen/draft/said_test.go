package draft_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestNoText: files named as text that are none.
func TestNoText(t *testing.T) {
	for name, c := range map[string]struct{ src, said string }{
		"of a code page": {"Th\xf4ng b\xe1o", "không phải văn bản thuần"}, "with a NUL": {"KẾ HOẠCH\x00", "không phải văn bản thuần"},
		"empty": {"", "tệp trống"}, "blank": {" \n\t\n", "tệp trống"}, "a mark alone": {"\ufeff", "tệp trống"},
	} {
		_, err := draft.Read("thu.txt", strings.NewReader(c.src), int64(len(c.src)))
		var found diag.List
		if !errors.As(err, &found) || len(found) != 1 || !strings.Contains(found[0].Message, c.said) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, src := range []string{"\xff\xfeB\x00\xc1\x1e", "\xfe\xff\x00B\x1e\xc1", "\ufeffBề", "Bề"} {
		if d := read(t, "thu.TXT", []byte(strings.Replace(src, "ề", "\u1ec1", 1))); !strings.Contains(string(d.YAML), "  Bề\n") && !strings.Contains(string(d.YAML), "  B\u1ec1\n") {
			t.Errorf("%q: %s", src, d.YAML)
		}
	}
}

// TestTicked: boxes to tick stay as they are, and nothing is said of them.
func TestTicked(t *testing.T) {
	m := &maker{}
	m.add(m.p("THÔNG BÁO", "bc"), m.p("Nghỉ lễ", "bc"), m.p("Chữ.", ""), m.p("☐ Có ☑ Không ☒ Khác 🗹 Vắng ✗", ""))
	for name, src := range map[string][]byte{
		"ticked.txt": []byte("THÔNG BÁO\nNghỉ lễ\nChữ.\n☐ Có ☑ Không ☒ Khác 🗹 Vắng ✗"), "ticked.docx": m.file(),
	} {
		d := read(t, name, src)
		if !strings.Contains(string(d.YAML), "  ☐ Có ☑ Không ☒ Khác 🗹 Vắng ✗\n") {
			t.Errorf("%s: %s", name, d.YAML)
		}
		for _, f := range d.Findings {
			if f.Rule == "draft.form" {
				t.Errorf("%s: %s", name, f.Message)
			}
		}
	}
}

// TestMargins: headers and footers: numbers of pages and rules are the program's, addresses the paper's,
// and what else people put there goes into the body.
func TestMargins(t *testing.T) {
	m := &maker{}
	p := func(s string) string { return m.p(s, "") }
	for name, c := range map[string]struct{ header, want string }{
		"a number":             {p("Trang 2/3"), "  Chữ.\n"},
		"a rule":               {p("-----"), "  Chữ.\n"},
		"a table":              {table(row(cell("", p("12")), cell("", p("Bản in")), cell("", p("-----")))), "  Chữ.\n  Bản in\n"},
		"a table with a rule":  {table(row(cell("", p("-----")), cell("", p("Bản in")))), "  Chữ.\n  Bản in\n"},
		"a table with a page":  {table(row(cell("", p("Trang 1")), cell("", p("Bản in")))), "  Chữ.\n  Bản in\n"},
		"an address":           {p("Địa chỉ: xã A; ĐT: 0912; Fax: 13; Email: a@b.vn, Website: b.vn."), "contact:\n  address: xã A\n  telephone: \"0912\"\n  fax: \"13\"\n  email: a@b.vn\n  website: b.vn\n"},
		"an address elsewhere": {p("Xem web: b.vn"), "  Chữ.\n  Xem web: b.vn\n"},
		"an address twice":     {p("ĐT: 1") + p("ĐT: 2"), "  Chữ.\n  ĐT: 2\n"},
		"an address in pieces": {p("ĐT: 1") + p("Fax: 2"), "contact:\n  telephone: \"1\"\n  fax: \"2\"\n"},
		"words":                {p("Bản in"), "  Chữ.\n  Bản in\n"},
	} {
		d := &maker{header: c.header}
		d.add(p("THÔNG BÁO"), m.p("Nghỉ lễ", "bc"), p("Chữ."))
		if got := string(read(t, "thu.docx", d.file()).YAML); !strings.Contains(got, c.want) || strings.Contains(got, "-----") {
			t.Errorf("%s: no %q in\n%s", name, c.want, got)
		}
	}
}

// TestNotesOfWords: notes of bold, italic and further words, and such as say nothing.
func TestNotesOfWords(t *testing.T) {
	m := &maker{}
	note := `<w:r><w:footnoteReference w:id="1"/></w:r>`
	behind := func(s string, l look, more string) string {
		return strings.Replace(m.p(s, l), "</w:p>", note+more+"</w:p>", 1)
	}
	for name, c := range map[string]struct{ body, note, want string }{
		"words behind":       {behind("Một", "", m.run(" hai", "")), "Lời", "  Một[^1] hai\n  [^1]: Lời\n"},
		"a bold line":        {behind("Một", "b", ""), "Lời", "  Một[^1]\n  [^1]: Lời\n"},
		"bold words":         {behind("Một **hai**", "", ""), "Lời", "  Một **hai**[^1]\n  [^1]: Lời\n"},
		"words at the head":  {"<w:p>" + note + m.run(" Một", "") + m.run(" hai", "b") + "</w:p>", "Lời", "  [^1] Một **hai**\n  [^1]: Lời\n"},
		"a mark alone":       {m.p("Một", "") + "<w:p>" + note + "</w:p>", "Lời", "  Một\n  Lời\n"},
		"an open bracket":    {behind("Một [^ **hai** ba", "", ""), "Lời", "  Một [^ hai ba[^1]\n  [^1]: Lời\n"},
		"an empty note":      {behind("Căn cứ Luật A;", "", "") + behind("Hai", "", ""), "", "body: \"Hai[^1]\\n[^1]: \\n\"\n"},
		"a note of two":      {behind("Căn cứ Luật A;", "", "") + behind("Hai", "", ""), "Lời", "  Hai[^1]\n  [^1]: Lời\n"},
		"a note of a number": {behind("Một", "", ""), "12 hộ", "  Một[^1]\n  [^1]: 12 hộ\n"},
	} {
		d := &maker{notes: []string{c.note}}
		d.add(m.p("THÔNG BÁO", "bc"), m.p("Nghỉ lễ", "bc"), c.body)
		if got := string(read(t, name, d.file()).YAML); !strings.Contains(got, c.want) {
			t.Errorf("%s: no %q in\n%s", name, c.want, got)
		}
	}
}

// TestRelate: what is found in the YAML leads to the draft: a cell to its table, a part to its line.
func TestRelate(t *testing.T) {
	m := &maker{}
	m.add(m.p("UBND XÃ A", "b"), m.p("Số: 1/TB-UBND", ""), m.p("THÔNG BÁO", "bc"), m.p("Nghỉ lễ", "bc"), m.p("Một.", ""),
		table(row(cell("", m.p("a", ""), m.p("b", "")), cell("", m.p("c", ""))), row(cell("", m.p("d", "")), cell("", m.p("e", "")))), m.p("Hai.", ""))
	d := read(t, "thu.docx", m.file())
	lines := strings.Split(string(d.YAML), "\n")
	at := func(s string) int {
		return slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, s) }) + 1
	}
	for text, want := range map[string]int{"# Nhập từ": 0, "kind:": 3, "number:": 2, "subject:": 4, "Một.": 5, "- table:": 6, "- [d, e]": 6, "Hai.": 11} {
		found := d.Relate(diag.List{{Pos: diag.Pos{File: "mau.yaml", Line: at(text)}, Message: "x"}, nil}, false)
		if got := found[0].Pos.Paragraph; got != want || found[0].Pos.File != "thu.docx" {
			t.Errorf("%s in line %d leads to paragraph %d, want %d", text, at(text), got, want)
		}
	}
}

// TestPaperRefused: a paper that is not sure, or of which something is left out, is not made; hints do not hinder it.
func TestPaperRefused(t *testing.T) {
	whole := []string{"ỦY BAN NHÂN DÂN", "XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 15/TB-UBND",
		"A, ngày 05 tháng 01 năm 2026", "THÔNG BÁO", "Nghỉ lễ", "Chữ.", "Nơi nhận:", "- Thôn A;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn A"}
	for name, c := range map[string]struct {
		lines []string
		want  []string // rules
	}{
		"whole":             {whole, nil},
		"a hint":            {append(slices.Clone(whole[:8]), append([]string{"Ô ☑ này."}, whole[9:]...)...), nil},
		"words left over":   {append(slices.Clone(whole), "Trang sau."), []string{"draft.unplaced", "fill.no-pdf"}},
		"no name of a kind": {append(slices.Clone(whole[:6]), whole[8:]...), []string{"draft.part", "draft.missing", "fill.no-pdf"}},
		"no letterhead":     {whole[6:], []string{"draft.missing", "draft.missing", "fill.no-pdf"}},
	} {
		m := &maker{}
		for _, s := range c.lines {
			look := look("bc")
			if strings.HasSuffix(s, ".") {
				look = ""
			}
			m.add(m.p(s, look))
		}
		paper, d, err := draft.Paper(context.Background(), renderer, "thu.docx", m.file())
		var found diag.List
		errors.As(err, &found)
		var rules []string
		for _, f := range found {
			rules = append(rules, f.Rule)
		}
		if !slices.Equal(rules, c.want) || (paper == nil) != (c.want != nil) || (d == nil) != (c.want != nil) {
			t.Errorf("%s: %q, want %q: %v", name, rules, c.want, err)
		}
	}
	if _, _, err := draft.Paper(context.Background(), renderer, "thu.docx", bytes.Repeat([]byte("a"), 9)); err == nil {
		t.Error("no Word file is a paper")
	}
}
