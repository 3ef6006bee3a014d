package sheet

import (
	"fmt"
	"strings"
)

// records looks at the rows below the headings in their order: which are no records, and
// what the signs for "as above" stand for.
type records struct {
	l     *List
	began bool            // a record was seen
	least int             // cells that every record so far has filled
	last  *Row            // the record above
	ended bool            // below a signature
	other bool            // below the headings of another table
	heads map[string]bool // keys of the list's headings
	above map[int]Cell    // of the record above, by column

	held  []*Row // from a row that is a signature, or the title of a group where a full record follows
	group bool   // such a row is a title
}

func (l *List) records() *records {
	s := &records{l: l, above: make(map[int]Cell), heads: make(map[string]bool)}
	for i := range l.Heading.Columns {
		for _, t := range l.Heading.Columns[i].Texts {
			s.heads[Key(t)] = true
		}
	}
	return s
}

// mostHeld bounds the rows below what may be a signature.
const mostHeld = 200

// take judges a row, fills it in and hands it on to f, at once or when it is known what the rows above it are.
func (s *records) take(r *Row, f func(*Row) error) error {
	if len(s.held) > 0 {
		full := s.isFull(r)
		if !full && !s.isHeading(r) && len(s.held) < mostHeld {
			s.held = append(s.held, r)
			return nil
		}
		if err := s.release(full, f); err != nil {
			return err
		}
	}
	if len(r.Cells) == 1 && s.isPosts(r) {
		s.held = append(s.held, r)
		return nil
	}
	s.one(r)
	return f(r)
}

// release judges the rows that were held: a full record follows them or not.
func (s *records) release(full bool, f func(*Row) error) error {
	held := s.held
	s.held, s.group = nil, full
	for _, r := range held {
		s.one(r)
		if err := f(r); err != nil {
			return err
		}
	}
	s.group = false
	return nil
}

// isFull reports whether a row has as many cells as no signature has, and is a record.
func (s *records) isFull(r *Row) bool {
	const signs = 4
	return len(r.Cells)+len(r.merged) >= min(s.least, signs) && s.ragged(r) == nil && !s.isHeading(r) && !s.isOtherHeading(r) &&
		!isSum(r) && !isSignature(r) && !s.isTitle(r)
}

// one judges a row and fills it in.
func (s *records) one(r *Row) {
	r.Odd = s.judge(r)
	if r.Odd != nil {
		return
	}
	if n := len(r.Cells) + len(r.merged); !s.began || n < s.least {
		s.least = n
	}
	s.began, s.last = true, r
	if s.l.o.Ditto == FillDitto {
		s.fill(r)
	}
}

// fill puts in what stands above for the signs that say so. One without anything above stays.
func (s *records) fill(r *Row) {
	above := make(map[int]Cell, len(r.Cells))
	for i := range r.Cells {
		c := &r.Cells[i]
		if c.Kind == Text && isDitto(c.Text) {
			if from, ok := s.above[c.Column]; ok {
				*c = from
			}
		}
		above[c.Column] = *c
	}
	for _, o := range r.merged {
		above[o.left-1] = o.value
	}
	s.above = above
}

// judge gives why a row is no record.
func (s *records) judge(r *Row) *Odd {
	h := &s.l.Heading
	if h.Last == 0 { // YAML
		return nil
	}
	if s.isHeading(r) {
		s.began, s.ended, s.other = false, false, false
		return &Odd{Text: "lặp lại tiêu đề cột, không phải một bản ghi", Fix: deleteRow, Aside: true}
	}
	if s.ended {
		return &Odd{Text: "đứng dưới phần ký của danh sách, không phải một bản ghi", Fix: deleteRow, Aside: s.isNarrow(r), Title: begin(r)}
	}
	if s.other {
		return &Odd{Text: "đứng dưới tiêu đề của một bảng khác, không phải một bản ghi", Fix: ownList}
	}
	if odd := s.ragged(r); odd != nil {
		return odd
	}
	if s.isOtherHeading(r) {
		s.other = s.began
		return &Odd{Text: "là tiêu đề của một bảng khác, không phải một bản ghi", Fix: ownList}
	}
	switch {
	case s.isNumbering(r):
		return &Odd{Text: "chỉ đánh số các cột, không phải một bản ghi", Fix: deleteRow, Aside: true}
	case isSum(r):
		return &Odd{Text: "là dòng cộng, không phải một bản ghi", Fix: deleteRow, Aside: isBareSum(r)}
	case s.group && s.isPosts(r):
		return groupTitle(r)
	case isSignature(r), s.isPosts(r):
		s.ended = true
		return &Odd{Text: "là phần ký của danh sách, không phải một bản ghi", Fix: "xóa phần ký khỏi danh sách",
			Aside: s.isNarrow(r) && (len(r.Cells) > 1 || isSignature(r)), Title: begin(r)}
	case s.isNote(r):
		return &Odd{Text: "là lời ghi chú của danh sách, không phải một bản ghi", Fix: deleteRow, Aside: isSentence(r.Cells[0].Text),
			Title: begin(r)}
	case s.isTitle(r):
		return groupTitle(r)
	case s.l.isUnnumbered(r):
		return unnumbered(r)
	}
	return nil
}

// begin gives the first words of a row for a message.
func begin(r *Row) string { return start(r.Cells[0].Text) }

// isNarrow reports whether a row has fewer cells than every record so far by two, and no running number: those who sign.
func (s *records) isNarrow(r *Row) bool {
	return len(r.Cells)+len(r.merged)+1 < s.least && (s.l.running == 0 || !isFigures(r.Cell(s.l.running-1).Text))
}

// ragged finds rows of a CSV file whose cells do not stand below the headings: a sum with
// commas, an address that nobody put in quotation marks.
func (s *records) ragged(r *Row) *Odd {
	t, ok := s.l.source.(*table)
	if !ok {
		return nil
	}
	h := &s.l.Heading
	for i := range r.Cells {
		if c := &r.Cells[i]; h.at(c.Column) == nil {
			what := fmt.Sprintf("không có tiêu đề cho ô %s ghi %s", ColumnName(c.Column), Quote(c.Text))
			if r.width > h.width {
				what = fmt.Sprintf("có %d ô, dòng tiêu đề chỉ có %d", r.width, h.width)
			}
			return &Odd{Text: what, Fix: fmt.Sprintf("nếu %s nằm trong một giá trị thì đặt giá trị đó trong dấu ngoặc kép; "+
				"nếu là một cột thì ghi tiêu đề", signName(t.comma)), Torn: true}
		}
	}
	if r.swallows > 0 {
		what := fmt.Sprintf("có ô %s gộp nhiều dòng của danh sách vì dấu ngoặc kép lạc", ColumnName(r.swallows-1))
		return &Odd{Text: what, Fix: "xóa dấu ngoặc kép thừa, hoặc viết hai dấu liền nhau", Torn: true}
	}
	if r.width == 1 && h.width > 1 {
		text := r.Cells[0].Text
		for _, sign := range separators {
			if sign != t.comma && strings.Count(text, string(sign)) == h.width-1 {
				return &Odd{Text: fmt.Sprintf("tách bằng %s, dòng tiêu đề tách bằng %s", signName(sign), signName(t.comma)),
					Fix: "dùng một dấu cho cả tệp", Torn: true}
			}
		}
	}
	return nil
}
