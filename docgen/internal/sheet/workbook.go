package sheet

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// workbook is a worksheet of an .xlsx file. Only the texts that cells share stand in
// memory; rows are unpacked as they are read.
type workbook struct {
	pack   *ooxml.Package
	part   *ooxml.Part // the worksheet
	old    bool        // days count from 1904
	o      *Options
	legacy vi.Legacy
	styles []style
	shared []sharedText
	layout *layout
}

// maxSheet bounds a worksheet, unpacked.
const maxSheet = 1 << 30

// openWorkbook opens a workbook.
func openWorkbook(l *List, o *Options, src []byte) (source, diag.List) {
	w := &workbook{o: o, legacy: o.legacy()}
	err := w.open(l, src)
	var pack *ooxml.Error
	var bound *boundError
	var choice *sheetError
	switch {
	case err == nil:
		return w, nil
	case errors.As(err, &choice):
		return nil, listFinding(l.File, choice.text, choice.fix)
	case errors.As(err, &pack) && pack.Why == ooxml.Locked:
		return nil, listFinding(l.File, pack.Kind, "bỏ mật khẩu rồi lưu lại")
	case errors.As(err, &pack) && pack.Why == ooxml.Other:
		return nil, listFinding(l.File, "đây là "+pack.Kind+", không phải tệp Excel .xlsx", "mở bằng Excel rồi lưu lại dạng .xlsx")
	case errors.As(err, &pack) && pack.Why == ooxml.TooMany:
		return nil, listFinding(l.File, fmt.Sprintf("tệp có %s phần, nhiều hơn %s", vi.FormatInt(pack.Size), vi.FormatInt(pack.Bound)),
			"chép danh sách sang một tệp mới")
	case errors.As(err, &pack) && pack.Why == ooxml.TooLarge:
		said := fmt.Sprintf("phần %s của tệp dài %s khi giải nén, nhiều hơn %s", pack.Part, megabytes(pack.Size), megabytes(pack.Bound))
		return nil, listFinding(l.File, said, "chép danh sách sang một tệp mới, hoặc lưu thành .csv")
	case errors.As(err, &bound):
		return nil, listFinding(l.File, bound.text, "chia danh sách, hoặc lưu thành .csv")
	}
	return nil, diag.List{{
		Pos: diag.Pos{File: l.File}, Rule: RuleList, Err: err,
		Message: "tệp không phải tệp Excel .xlsx, hoặc đã hỏng", Fix: "mở bằng Excel rồi lưu lại dạng .xlsx",
	}}
}

func (w *workbook) open(l *List, src []byte) error {
	var err error
	if w.pack, err = ooxml.Open(bytes.NewReader(src), int64(len(src)), ooxml.Bounds{File: maxFile}); err != nil {
		return err
	}
	book, err := w.pack.Main(ooxml.Excel)
	if err != nil {
		return err
	}
	links, err := w.pack.Relations(book.Name)
	if err != nil {
		return err
	}
	if err := w.choose(l, book, links); err != nil {
		return err
	}
	for _, link := range links {
		part := w.pack.Part(link.Target)
		if part == nil || link.External {
			continue
		}
		switch link.Type {
		case "styles":
			w.styles, err = readStyles(part)
		case "sharedStrings":
			w.shared, err = readShared(part)
		}
		if err != nil {
			return err
		}
	}
	r, err := w.part.Open(maxSheet)
	if err != nil {
		return err
	}
	defer r.Close()
	w.layout, err = newScanner(r).layout()
	if err != nil {
		return err
	}
	slices.SortFunc(w.layout.merged, func(a, b span) int { return cmp.Or(a.top-b.top, a.left-b.left) })
	l.Old = w.old
	return nil
}

// sheetError says that the worksheet is not clear; its texts are for the user.
type sheetError struct{ text, fix string }

func (e *sheetError) Error() string { return e.text }

// maxBook bounds the part that lists worksheets.
const maxBook = 16 << 20

// choose takes the named worksheet, or the only one that is not hidden.
func (w *workbook) choose(l *List, book *ooxml.Part, links []ooxml.Relation) error {
	var read struct {
		Props struct {
			Old string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := book.Decode(maxBook, &read); err != nil {
		return err
	}
	w.old = read.Props.Old == "1" || read.Props.Old == "true"
	parts := make(map[string]string)
	for _, link := range links {
		if link.Type == "worksheet" && !link.External {
			parts[link.ID] = link.Target
		}
	}
	var all, visible []string
	at := make(map[string]*ooxml.Part)
	for _, s := range read.Sheets {
		part, ok := parts[s.ID]
		if !ok {
			continue // a chart
		}
		all = append(all, s.Name)
		if s.State == "" || s.State == "visible" {
			visible = append(visible, s.Name)
		}
		at[vi.NFC(s.Name)] = w.pack.Part(part)
	}
	l.Sheets = visible
	name := vi.NFC(l.Sheet)
	if name == "" && len(visible) == 1 {
		name = vi.NFC(visible[0])
	}
	part, ok := at[name]
	have := strings.Trim(strings.ReplaceAll(fmt.Sprintf("%q", all), `" "`, `", "`), "[]")
	switch {
	case len(all) == 0:
		return &sheetError{"tệp không có trang tính nào", "mở bằng Excel rồi lưu lại dạng .xlsx"}
	case name == "":
		return &sheetError{"tệp có nhiều trang tính: " + have, "ghi tên trang tính vào \"sheet\""}
	case !ok:
		return &sheetError{fmt.Sprintf("không có trang tính %q", l.Sheet), "các trang tính trong tệp: " + have}
	}
	l.Sheet, w.part = name, part
	return nil
}

func (w *workbook) hiddenColumn(column int) bool {
	return slices.ContainsFunc(w.layout.hidden, func(s span) bool { return s.left <= column+1 && column+1 <= s.right })
}

func (w *workbook) rows(ctx context.Context, f func(*Row) error) error {
	r, err := w.part.Open(maxSheet)
	if err != nil {
		return err
	}
	defer r.Close()
	scan := newScanner(r)
	merged := merger{waiting: w.layout.merged}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		read, err := scan.nextRow()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		row := &Row{Number: read.number, Hidden: read.hidden, Cells: w.cells(read)}
		empty := len(row.Cells) == 0
		if err := merged.apply(row); err != nil {
			return err
		}
		if empty || row.Hidden && w.o.Hidden == SkipHidden {
			continue
		}
		if err := f(row); err != nil {
			return err
		}
	}
}

// cells gives the cells of a row in which somebody sees something.
func (w *workbook) cells(row *sheetRow) []Cell {
	cells := make([]Cell, 0, len(row.cells))
	for i := range row.cells {
		if c := w.cell(&row.cells[i]); c.Kind != Blank {
			c.Column = row.cells[i].column
			cells = append(cells, c)
		}
	}
	return cells
}

// cell gives a cell as a person sees it.
func (w *workbook) cell(from *sheetCell) Cell {
	look := plainStyle
	if from.style < len(w.styles) {
		look = w.styles[from.style]
	}
	// A program that does not calculate leaves the result out, or empty: an empty one that was
	// calculated is a text.
	if from.formula && (!from.saved || from.kind == 'n' && strings.TrimSpace(from.value) == "") {
		return Cell{Kind: Unsaved}
	}
	text, struck := from.value, look.struck || from.struck
	switch from.kind {
	case 'n':
		return w.number(strings.TrimSpace(text), look)
	case 'd':
		if v, ok := isoNumber(strings.TrimSpace(text), w.old); ok {
			return w.number(strconv.FormatFloat(v, 'f', -1, 64), look)
		}
	case 'b':
		text = "FALSE"
		if strings.TrimSpace(from.value) == "1" {
			text = "TRUE"
		}
	case 's':
		id := strings.TrimSpace(text)
		n, ok := figure([]byte(id))
		switch {
		case id == "":
			return Cell{}
		case !ok || n >= len(w.shared):
			what := fmt.Sprintf("ô trỏ tới chữ số %q, mà tệp chỉ có %d chữ", id, len(w.shared))
			return Cell{Kind: Text, Raw: id, Wrong: &Wrong{"mất chữ", what, "mở tệp bằng Excel hoặc LibreOffice, xem ô này rồi lưu lại"}}
		}
		text, struck = w.shared[n].text, struck || w.shared[n].struck
	}
	value := text
	if from.kind == 's' || from.kind == 'i' || from.kind == 't' {
		text = look.format.showText(text)
	}
	c := newText(text, w.legacy)
	if c.Kind == Blank {
		if newText(value, w.legacy).Kind != Blank {
			return unseen(Text, value)
		}
		return c
	}
	if w.legacy == vi.TCVN3 && look.upper {
		c.Text, c.Lines = vi.Upper(c.Text), vi.Upper(c.Lines)
	}
	switch {
	case from.kind == 'e' || isCellError(c.Text):
		c.Kind = Failed
	case from.kind == 'b':
		c.Kind = Bool
	}
	if struck {
		c.Traits |= Struck
	}
	return c
}

// number gives a cell that holds a number.
func (w *workbook) number(raw string, look style) Cell {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		if raw == "" {
			return Cell{}
		}
		return newText(raw, "")
	}
	text, traits := look.format.show(v, w.old)
	if !isTidy(text) {
		text = strings.ReplaceAll(tidy(vi.NFC(text)), "\n", " ")
	}
	if text == "" && v != 0 {
		return unseen(Number, raw)
	} else if text == "" {
		return Cell{}
	}
	if look.struck {
		traits |= Struck
	}
	return Cell{Kind: Number, Text: text, Raw: raw, Traits: traits}
}

// unseen is a cell whose format lets nothing of its value be seen, as ;;; does.
func unseen(kind Kind, value string) Cell {
	return Cell{Kind: kind, Raw: value, Wrong: &Wrong{"không hiện", "ô có giá trị " + Quote(value) + " mà định dạng không cho hiện",
		"đổi định dạng của ô để thấy giá trị, hoặc xóa giá trị"}}
}

// isoNumber reads a day that is stored as text, 1990-05-01 or 1990-05-01T08:00:00.
func isoNumber(s string, old bool) (float64, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return numberOf(t, old), true
		}
	}
	return 0, false
}

// span is a range of cells; all from 1, ends included.
type span struct{ top, left, bottom, right int }

// merger gives rows what merged ranges show in them: the value of the range in every row
// of it. A range over several columns belongs to none of them.
type merger struct {
	waiting []span
	open    []openSpan
}

// openSpan is a merged range that a row is part of.
type openSpan struct {
	span
	value Cell
}

// maxOpen bounds the merged ranges beside each other.
const maxOpen = 1024

func (m *merger) apply(r *Row) error {
	m.open = slices.DeleteFunc(m.open, func(o openSpan) bool { return o.bottom < r.Number })
	for len(m.waiting) > 0 && m.waiting[0].top <= r.Number {
		s := m.waiting[0]
		m.waiting = m.waiting[1:]
		o := openSpan{span: s}
		if s.top == r.Number {
			o.value = r.Cell(s.left - 1)
		}
		if o.value.Kind == Blank {
			continue
		}
		if o.right > o.left {
			o.value.Kind = Merged
		}
		if m.open = append(m.open, o); len(m.open) > maxOpen {
			return &boundError{fmt.Sprintf("dòng %d có hơn %s vùng ô gộp", r.Number, vi.FormatInt(maxOpen))}
		}
	}
	if len(m.open) > 0 {
		r.merged = slices.Clone(m.open)
	}
	return nil
}
