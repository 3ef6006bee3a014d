package draft

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan"
)

// cellOf is a cell with paragraphs.
func cellOf(column, columns, rows int, texts ...string) *word.Cell {
	c := &word.Cell{Column: column, Columns: columns, Rows: rows}
	for _, s := range texts {
		c.Blocks = append(c.Blocks, &word.Paragraph{Runs: []word.Run{{Text: s}}})
	}
	return c
}

// TestTableShapes: shares of columns, rows of a head, and where cells stand.
func TestTableShapes(t *testing.T) {
	right := cellOf(0, 1, 1, "c")
	right.Blocks[0].(*word.Paragraph).Look.Align = word.End
	two := func(header bool, cells ...*word.Cell) *word.Row { return &word.Row{Header: header, Cells: cells} }
	a, b := cellOf(0, 1, 1, "a"), cellOf(1, 1, 1, "b")
	for name, c := range map[string]struct {
		columns []word.Twips
		rows    []*word.Row
		want    string
	}{
		"no widths":              {[]word.Twips{0, 0}, []*word.Row{two(false, a, b), two(false, right, b)}, "a 0% right, b 0%; head 0, rows 1"},
		"widths":                 {[]word.Twips{1, 3}, []*word.Row{two(false, a, b)}, "a 25%, b 75%; head 0, rows 0"},
		"a narrow column":        {[]word.Twips{1, 999}, []*word.Row{two(false, a, b)}, "a 1%, b 99%; head 0, rows 0"},
		"widths of others":       {[]word.Twips{1}, []*word.Row{two(false, a, b)}, "a 0%, b 0%; head 0, rows 0"},
		"all rows are a head":    {nil, []*word.Row{two(true, a, b), two(true, a, b)}, " 0%,  0%; head 2, rows 0"},
		"two rows are a head":    {nil, []*word.Row{two(true, a, b), two(true, a, b), two(false, a, b)}, " 0%,  0%; head 2, rows 1"},
		"a cell reaches down":    {nil, []*word.Row{two(false, cellOf(0, 1, 2, "a"), b), two(false, b), two(false, a, b)}, " 0%,  0%; head 2, rows 1"},
		"a cell reaches too far": {nil, []*word.Row{two(false, cellOf(0, 1, 9, "a"), b), two(false, b)}, " 0%,  0%; head 2, rows 0"},
		"a cell across":          {nil, []*word.Row{two(false, cellOf(0, 2, 1, "a")), two(false, a, b)}, " 0%,  0%; head 1, rows 1"},
		"a cell across below":    {nil, []*word.Row{two(false, a, b), two(false, cellOf(0, 2, 1, "c"))}, "a 0%, b 0%; head 0, rows 1"},
		"a cell down below":      {nil, []*word.Row{two(false, a, b), two(false, &word.Cell{Columns: 1, Rows: 2, Blocks: right.Blocks}, b), two(false, b)}, "a 0%, b 0%; head 0, rows 2"},
	} {
		made := (&reader{}).table(&word.Table{Columns: c.columns, Rows: c.rows})
		var columns []string
		for _, col := range made.Columns {
			columns = append(columns, strings.TrimRight(fmt.Sprintf("%s %d%% %s", col.Title, col.Share, col.Align), " "))
		}
		if got := fmt.Sprintf("%s; head %d, rows %d", strings.Join(columns, ", "), len(made.Head), len(made.Rows)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestIsSigned: a table of fifteen lines may be that of the signatures.
func TestIsSigned(t *testing.T) {
	for n, want := range map[int]bool{0: false, 1: true, 15: true, 16: false} {
		items := slices.Repeat([]item{{line: line{text: "CHỦ TỊCH"}}}, n)
		if isSigned(items) != want {
			t.Errorf("%d lines: %v", n, !want)
		}
	}
	if isSigned([]item{{line: line{text: "Chủ nhà"}}}) {
		t.Error("a table without a post is signed")
	}
}

// TestPostBelow: a post close below a table of signatures is that of another, but not one of an annex.
func TestPostBelow(t *testing.T) {
	post, annex := line{text: "CHỦ TỊCH"}, line{text: "PHỤ LỤC"}
	for name, c := range map[string]struct {
		lines []line
		want  bool
	}{
		"at once":         {[]line{post}, true},
		"none":            {[]line{{text: "Chữ"}}, false},
		"15 lines below":  {append(make([]line, 15), post), true},
		"16 lines below":  {append(make([]line, 16), post), false},
		"behind an annex": {[]line{annex, post}, false},
		"on a page":       {[]line{{text: "CHỦ TỊCH", page: true}}, false},
	} {
		if got := (&reader{lines: c.lines}).postBelow(0); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestIsSigner: a name below recipients signs unless another stands close below.
func TestIsSigner(t *testing.T) {
	name, place := line{text: "Lò An"}, line{text: "Cẩm Hòa"}
	for n, want := range map[int]bool{0: false, 6: false, 7: true} {
		if got := (&reader{lines: append(append([]line{place}, make([]line, n)...), name)}).isSigner(0); got != want {
			t.Errorf("%d lines between: %v", n, got)
		}
	}
	if !(&reader{lines: []line{{text: "Lò Văn An"}, name}}).isSigner(0) {
		t.Error("a person above a name does not sign")
	}
	if (&reader{lines: []line{{text: "Sở Y tế"}}}).isSigner(0) {
		t.Error("a body signs")
	}
}

// TestGoesOnAboveTable: a line whose paragraph goes on where the draft has a table next ends there.
func TestGoesOnAboveTable(t *testing.T) {
	one := &word.Table{Rows: []*word.Row{{Cells: []*word.Cell{cellOf(0, 1, 1, "a"), cellOf(1, 1, 1, "b")}}}}
	for want, next := range map[string]line{"Một\n| a | b |\n| --- | --- |\n": {table: one}, "Một\\\nHai\n": {text: "Hai", spans: []span{{s: "Hai"}}}} {
		got := (&reader{}).blocks([]line{{text: "Một", spans: []span{{s: "Một"}}, more: true}, next}, true)
		if len(got) != 1 || got[0].text != want {
			t.Errorf("%q, want %q", got[0].text, want)
		}
	}
}

// TestMarksOfNotes: the mark of a note that the draft has not is text.
func TestMarksOfNotes(t *testing.T) {
	r := &reader{doc: &word.Document{}, notes: []*word.Note{{Story: word.Story{Blocks: []word.Block{&word.Paragraph{Runs: []word.Run{{Text: "Lời"}}}}}}}}
	for _, c := range [][2]string{
		{"Một", "Một"}, {"Một[^0]", "Một[^0]"}, {"Một[^2]", "Một[^2]"}, {"Một[^99999999999999999999]", "Một[^99999999999999999999]"},
		{`Một\[^1]`, `Một\[^1]`}, {"Một[^1]", "Một[^1]\n[^1]: Lời\n"}, {"Một[^1] hai[^1]\n", "Một[^1] hai[^1]\n[^1]: Lời\n"},
	} {
		if got := r.withNotes(c[0]); got != c[1] {
			t.Errorf("%q: %q, want %q", c[0], got, c[1])
		}
	}
	if len(r.extra) != 1 || len(r.found) != 1 || !strings.Contains(r.found[0].Message, "“Lời”") {
		t.Errorf("noted again: %q, %v", r.extra, r.found)
	}
}

// TestLooseNotes: notes whose marks have no place stand at the end of the body, below its tables too.
func TestLooseNotes(t *testing.T) {
	note := &word.Note{Label: "1", Story: word.Story{Blocks: []word.Block{&word.Paragraph{Runs: []word.Run{{Text: "1"}, {Text: " Lời"}}}}}}
	wide := &word.Table{Rows: []*word.Row{{Cells: []*word.Cell{cellOf(0, 1, 1, "a", "b"), cellOf(1, 1, 1, "c")}}}}
	for name, c := range map[string]struct {
		body []line
		want []string
	}{
		"no body": {nil, []string{"Lời\n"}}, "text": {[]line{{text: "Một", spans: []span{{s: "Một"}}}}, []string{"Một\nLời\n"}},
		"a table": {[]line{{table: wide}}, []string{"table", "Lời\n"}},
	} {
		r := &reader{doc: &word.Document{Notes: []*word.Note{note}}, body: c.body, kind: plan.Kinds()[0]}
		r.kind.ID = "thong-bao"
		r.album = newAlbum("", "", nil, 0)
		v := r.value().(*plan.General)
		got := []string{string(v.Body)}
		if v.Sections != nil {
			got = nil
			for _, s := range v.Sections {
				if s.Table != nil {
					got = append(got, "table")
				} else {
					got = append(got, string(s.Body))
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestRaisedRuns: marks of notes and blanks that are raised are no letters that become plain.
func TestRaisedRuns(t *testing.T) {
	up := word.Face{Raised: true}
	doc := &word.Document{Body: []word.Block{&word.Paragraph{Number: 1, Runs: []word.Run{
		{Text: "Một"}, {Text: "1", Face: up, Note: &word.Note{}}, {Text: " ", Face: up}, {Text: "m"}, {Text: "2", Face: up}}}}}
	r := &reader{}
	if r.raised(doc); len(r.found) > 0 {
		t.Errorf("said: %v", r.found)
	}
	doc.Body = append(doc.Body, &word.Paragraph{Number: 2, Runs: []word.Run{{Text: "x"}, {Text: "n", Face: word.Face{Lowered: true}}}})
	if r.raised(doc); len(r.found) != 1 || r.found[0].Found != "xn" || r.found[0].Pos.Paragraph != 2 {
		t.Errorf("said: %v", r.found)
	}
}

// TestNested: a table inside a cell becomes lines of the cell, and that is said once.
func TestNested(t *testing.T) {
	inner := &word.Table{Rows: []*word.Row{{Cells: []*word.Cell{cellOf(0, 1, 1, "12"), cellOf(1, 1, 1, "5")}}}}
	outer := cellOf(1, 1, 1)
	outer.Blocks = []word.Block{inner}
	made := &word.Table{Rows: []*word.Row{{Cells: []*word.Cell{cellOf(0, 1, 1, "Món"), cellOf(1, 1, 1, "Số")}}, {Cells: []*word.Cell{cellOf(0, 1, 1, "Cơm"), outer}}}}
	r := &reader{}
	if got := r.table(made).Rows[0].Cells[1].Text; got != "12\n5" || len(r.found) != 1 || !strings.Contains(r.found.Error(), "bảng nằm trong ô") {
		t.Errorf("%q, %v", got, r.found)
	}
	if r.table(made); len(r.found) != 1 {
		t.Error("said twice")
	}
}

// TestFootAcross: who confirms signs in a row of its own, below those side by side.
func TestFootAcross(t *testing.T) {
	row := func(cells ...*word.Cell) *word.Row { return &word.Row{Cells: cells} }
	sides := row(cellOf(0, 1, 1, "BÊN GIAO", "Lò Văn Anh"), cellOf(1, 1, 1, "BÊN NHẬN", "Lò Văn Bình"))
	for want, rows := range map[string][]*word.Row{
		"Lò Văn Anh, Lò Văn Bình, Lò Văn Cả": {sides, row(cellOf(0, 2, 1, "TRƯỞNG PHÒNG", "Lò Văn Cả"))},
		"Lò Văn Cả, Lò Văn Anh, Lò Văn Bình": {row(cellOf(0, 2, 1, "TRƯỞNG PHÒNG", "Lò Văn Cả")), sides},
		"Lò Văn Anh, Lò Văn Đa, Lò Văn Bình": {sides, row(cellOf(0, 1, 1, "THƯ KÝ", "Lò Văn Đa"))},
		"Lò Văn Cả": {row(cellOf(0, 1, 1, "TRƯỞNG PHÒNG")), row(cellOf(0, 1, 1, "Lò Văn Cả"))},
	} {
		r := &reader{}
		r.footTable(&line{table: &word.Table{Rows: rows}})
		var names []string
		for _, s := range r.foot.Signers {
			names = append(names, s.Name)
		}
		if got := strings.Join(names, ", "); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestSayBars: merged cells and cells of several lines are said of a table that is drawn with bars.
func TestSayBars(t *testing.T) {
	for said, rows := range map[int][]*word.Cell{
		0: {cellOf(0, 1, 1, "a"), cellOf(1, 1, 1, "b")}, 1: {cellOf(0, 2, 1, "a")}, 2: {cellOf(0, 1, 2, "a"), cellOf(1, 1, 1, "b")},
		3: {cellOf(0, 1, 1, "a", "b"), cellOf(1, 1, 1, "c")},
	} {
		r := &reader{}
		r.sayBars(&line{table: &word.Table{Rows: []*word.Row{{Cells: rows}}}})
		if len(r.found) != min(said, 1) {
			t.Errorf("%d: %v", said, r.found)
		}
	}
}

// TestLabelRows: a table in the cell behind a label, or one that is a label, makes a table of the whole.
func TestLabelRows(t *testing.T) {
	inner := cellOf(1, 1, 1)
	inner.Blocks = []word.Block{&word.Table{Rows: []*word.Row{{Cells: []*word.Cell{cellOf(0, 1, 1, "a")}}}}}
	for want, cells := range map[int][]*word.Cell{
		1: {cellOf(0, 1, 1, "Tên:"), cellOf(1, 1, 1, "a")}, 3: {cellOf(0, 1, 1, "Tên:"), cellOf(1, 1, 1, "a", "b")}, 0: {cellOf(0, 1, 1, "Tên:"), inner},
	} {
		if got := labelRows(&line{table: &word.Table{Bare: true, Rows: []*word.Row{{Cells: cells}}}}); len(got) != want {
			t.Errorf("%d lines: %v", want, got)
		}
	}
}

// TestUpperName: a name in capitals is the last line of a signature, set apart below the post; "_" a blank line above.
func TestUpperName(t *testing.T) {
	for in, want := range map[string]string{
		"CHỦ TỊCH|_HỒ VĂN ANH": "Chủ tịch|Hồ Văn Anh", "CHỦ TỊCH|(đã ký)|HỒ VĂN ANH": "Chủ tịch|Hồ Văn Anh", "CHỦ TỊCH|HỒ VĂN ANH": "Chủ tịch hồ văn anh|",
		"TRƯỞNG PHÒNG|_KINH TẾ|Lê Văn Cả": "Trưởng phòng Kinh tế|Lê Văn Cả", "KT. CHỦ TỊCH|_PHÓ CHỦ TỊCH": "Phó Chủ tịch|",
		"CHÁNH VĂN PHÒNG|_SỞ Y TẾ": "Chánh Văn phòng Sở Y tế|",
	} {
		var items []item
		for s := range strings.SplitSeq(in, "|") {
			s, gap := strings.CutPrefix(s, "_")
			items = append(items, item{line: line{text: s, gap: gap}})
		}
		r := &reader{}
		if r.signer(items); r.foot.Signers[0].Position+"|"+r.foot.Signers[0].Name != want {
			t.Errorf("%s: %+v", in, r.foot.Signers)
		}
	}
}

// TestIsHeadless: whose first row is no head. "*" stands before bold words, "^" before a row that comes again, "|" between
// cells, "!" before one that reaches down.
func TestIsHeadless(t *testing.T) {
	for in, want := range map[string]bool{
		"8h00|Họp": true, "8h00|Họp|A": true, "1||Họp": true, "Giờ|Việc": false, "*8h00|Họp": false, "8h00|*Họp": false, "^8h00|Họp": false,
		"8h00": false, "": false, "2025|2026": false, "2025|": false, "!8h00|Họp": false, "|Họp": false,
		"Thời gian:|8h00": true, "Buổi:|Họ tên|Việc": false, "Giờ|9h00": false,
	} {
		s, header := strings.CutPrefix(in, "^")
		row := &word.Row{Header: header}
		for i, s := range strings.Split(s, "|") {
			s, down := strings.CutPrefix(s, "!")
			s, bold := strings.CutPrefix(s, "*")
			c := cellOf(i, 1, map[bool]int{true: 2, false: 1}[down], s)
			c.Blocks[0].(*word.Paragraph).Runs[0].Face.Bold = bold
			row.Cells = append(row.Cells, c)
		}
		if got := new(reader).isHeadless(&word.Table{Rows: []*word.Row{row}}); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
	if new(reader).isHeadless(&word.Table{}) {
		t.Error("a table without rows")
	}
}

// TestMarkerFirst: a marker stands before the italic words of its line, where the grammar reads it.
func TestMarkerFirst(t *testing.T) {
	for want, spans := range map[string][]span{
		"a) *Thuê sân:* năm triệu":      {{s: "a) Thuê sân:", italic: true}, {s: " năm triệu"}},
		"**a)** ***Thuê sân:*** triệu":  {{s: "a) Thuê sân:", italic: true, bold: true}, {s: " triệu"}},
		"*Thuê sân:* năm triệu":         {{s: "Thuê sân:", italic: true}, {s: " năm triệu"}},
		"a) năm triệu":                  {{s: "a)", italic: true}, {s: " năm triệu"}},
		"a) [Thuê](https://a.vn) *sân*": {{s: "a) Thuê", link: "https://a.vn"}, {s: " "}, {s: "sân", italic: true}},
		"năm *sân*":                     {{s: "năm "}, {s: "sân", italic: true}},
	} {
		l := line{spans: spans}
		l.settle()
		if got := new(reader).rich(&l); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
