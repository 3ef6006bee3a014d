package compare

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/pattern"
)

// unit is a paragraph, or a row of a table.
type unit struct {
	where    string // what it is called
	label    string // its own number, with what parts it from the text: "Điều 2. "
	text     string // without the number
	body     bool   // stands in the text of the paper, not in its head or foot
	numbered bool   // begins a part with a number
}

func (u unit) full() string { return u.label + u.text }

// step is a part of the text that a unit stands in.
type step struct {
	rank int
	name string
}

// marker is how a numbered paragraph begins.
type marker struct {
	begins *pattern.Pattern
	rank   int
	name   string // before the number; empty: as it stands
}

// Kinds of numbers, from the largest part to the smallest.
var markers = []marker{
	{pattern.New(`^(Phụ lục(?: \p{L}+| \d+)?|PHỤ LỤC(?: \p{L}+| \d+)?)\b[.:]?\s*`), rankAnnex, ""},
	{pattern.New(`^((?:Phần|PHẦN) (?:[IVXLC]+|\d+|thứ \p{L}+|THỨ \p{L}+))[.:]?(?:\s+|$)`), 1, ""},
	{pattern.New(`^((?:Chương|CHƯƠNG) (?:[IVXLC]+|\d+))[.:]?(?:\s+|$)`), 2, ""},
	{pattern.New(`^((?:Mục|MỤC) (?:[IVXLC]+|\d+))[.:]?(?:\s+|$)`), 3, ""},
	{pattern.New(`^((?:Tiểu mục|TIỂU MỤC) \d+)[.:]?(?:\s+|$)`), 4, ""},
	{pattern.New(`^(Điều \d+\p{L}?)[.:]\s*`), rankArticle, ""},
	{pattern.New(`^([IVX][IVXLC]*)[.:/-]\s+`), rankRoman, "mục "},
	{pattern.New(`^([A-ZĐ])\.\s+`), 6, "phần "},
	{pattern.New(`^(\d+\.\d+(?:\.\d+)*)[.:]?\s+`), 9, "mục "},
	{pattern.New(`^(\d+)[.:/-]\s+`), rankClause, "mục "},
	{pattern.New(`^([a-zđ])[)/]\s+`), 10, "điểm "},
}

const (
	rankAnnex   = 0
	rankArticle = 5
	rankRoman   = 7
	rankClause  = 8
)

// names are what parts of a paper outside its text are called, by style.
var names = map[flow.Style]string{
	"Tên cơ quan chủ quản": "tên cơ quan", "Tên cơ quan": "tên cơ quan", "Số, ký hiệu": "số, ký hiệu",
	"Địa danh, thời gian": "địa danh, thời gian ban hành", "Tên loại": "tên loại", "Trích yếu": "trích yếu",
	"Trích yếu công văn": "trích yếu", "Dự thảo": "dấu dự thảo", "Kèm theo": "dòng kèm theo",
	"Thẩm quyền ban hành": "thẩm quyền ban hành", "Căn cứ": "căn cứ", "Lời lệnh": "lời ban hành", "Kính gửi": "kính gửi",
	"Quyền hạn": "người ký", "Chức vụ": "người ký", "Chỉ dẫn ký": "người ký", "Họ tên": "người ký",
	"Nơi nhận": "nơi nhận", "Nơi nhận, danh sách": "nơi nhận", "Xác nhận": "phần xác nhận",
	"Địa chỉ liên hệ": "địa chỉ liên hệ", "Dòng chữ ký số": "dòng chữ ký số", "Phạm vi lưu hành": "phạm vi lưu hành",
	"Hình thức sao": "hình thức sao", "Quốc hiệu": "quốc hiệu", "Tiêu ngữ": "tiêu ngữ", "Tên phụ lục": "tên phụ lục",
}

// reader gathers the units of a flow.
type reader struct {
	units []unit
	steps []step
}

// unitsOf returns the paragraphs and rows of a flow in reading order.
func unitsOf(f *flow.Flow) ([]unit, error) {
	r := new(reader)
	err := flow.Inspect(f, func(n any) bool {
		switch n := n.(type) {
		case *flow.Paragraph:
			r.paragraph(n.Style, n.Inlines)
			r.notes(n.Inlines)
			return false
		case *flow.Table:
			if !n.Layout {
				r.rows(n)
				return false
			}
		}
		return true
	})
	return r.units, err
}

// paragraph adds a paragraph, unless it has no words.
func (r *reader) paragraph(style flow.Style, in []doc.Inline) {
	text := words(in)
	if !strings.ContainsFunc(text, isWord) {
		return
	}
	if name := names[style]; name != "" {
		r.units = append(r.units, unit{where: name, text: text})
		return
	}
	u := unit{text: text, body: true}
	for _, m := range markers {
		at := m.begins.FindStringSubmatch(text)
		if at == nil || m.rank == rankAnnex && style != "Phụ lục" {
			continue
		}
		r.enter(step{m.rank, m.name + at[1]})
		u.label, u.text, u.numbered = at[0], text[len(at[0]):], true
		break
	}
	u.where = r.where()
	r.units = append(r.units, u)
}

// enter goes on to a part: those of its rank and below are left.
func (r *reader) enter(s step) {
	for len(r.steps) > 0 && r.steps[len(r.steps)-1].rank >= s.rank {
		r.steps = r.steps[:len(r.steps)-1]
	}
	if s.rank == rankClause && (r.in(rankArticle) || r.in(rankRoman)) {
		s.name = strings.Replace(s.name, "mục", "khoản", 1)
	}
	r.steps = append(r.steps, s)
}

func (r *reader) in(rank int) bool {
	return slices.ContainsFunc(r.steps, func(s step) bool { return s.rank == rank })
}

// where names the part the text has come to: điểm a khoản 2 Điều 3. What holds an
// article is left out, since articles are numbered through.
func (r *reader) where() string {
	var parts []string
	for i := len(r.steps) - 1; i >= 0; i-- {
		s := r.steps[i]
		if r.in(rankArticle) && s.rank < rankArticle && s.rank != rankAnnex {
			continue
		}
		parts = append(parts, s.name)
	}
	if len(parts) == 0 {
		return "phần mở đầu"
	}
	return strings.Join(parts, " ")
}

// rows adds the rows of a table.
func (r *reader) rows(t *flow.Table) {
	where := "bảng"
	if len(r.steps) > 0 {
		where = "bảng ở " + r.where()
	}
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row.Cells {
			var lines []string
			_ = flow.Inspect(c.Blocks, func(n any) bool { // what is no block is found by the walk over the flow
				if p, ok := n.(*flow.Paragraph); ok {
					lines = append(lines, words(p.Inlines))
					return false
				}
				return true
			})
			cells = append(cells, strings.Join(lines, " "))
		}
		if text := strings.Join(cells, " | "); strings.ContainsFunc(text, isWord) {
			r.units = append(r.units, unit{where: where, text: text, body: true})
		}
	}
}

// notes adds the footnotes that stand in inlines.
func (r *reader) notes(in []doc.Inline) {
	for _, n := range in {
		_ = doc.Inspect(n, func(n any) bool {
			if n, ok := n.(*doc.Note); ok && len(n.Inlines) > 0 {
				r.units = append(r.units, unit{where: "chú thích ở " + r.where(), text: words(n.Inlines), body: true})
			}
			return true
		})
	}
}

// words returns the text of inlines, with one space between words. The sign at the end of
// a paper is left out: it goes on to whatever comes last.
func words(in []doc.Inline) string {
	text := strings.Join(strings.Fields(lines.Plain(doc.PlainText(in, "......"))), " ")
	if before, ok := strings.CutSuffix(text, "./."); ok {
		return before + "."
	}
	return text
}

func isWord(r rune) bool { return r > ' ' && !strings.ContainsRune("-_.|/*", r) }
