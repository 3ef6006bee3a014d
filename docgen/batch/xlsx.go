package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// workbook is a worksheet of an .xlsx file. Excelize gives each cell as a person sees it,
// sheetScanner reads along for what the cell is.
type workbook struct {
	file   string
	sheet  string
	src    []byte
	part   string // of the worksheet inside src
	book   *excelize.File
	old    bool // days count from 1904
	hidden HiddenRows
	// headingRow is where the job says the headings stand; zero: they are looked for.
	headingRow int
	merged     []span // in order of their top row
}

// openWorkbook opens a workbook. Sheets above excelize's own bound are unpacked into tempDir.
func openWorkbook(l *List, src []byte, tempDir string) (source, diag.List, error) {
	book, err := excelize.OpenReader(bytes.NewReader(src), excelize.Options{
		TmpDir: tempDir,
		// Number formats 14 and 22 show the computer's own short date: here, the Vietnamese one.
		ShortDatePattern: "dd/mm/yyyy", LongDatePattern: "dd/mm/yyyy",
	})
	switch {
	case errors.Is(err, excelize.ErrWorkbookPassword), errors.Is(err, excelize.ErrWorkbookFileFormat) && isCompound(src):
		return nil, listFinding(l.File, "tệp có mật khẩu, hoặc là .xls kiểu cũ", "bỏ mật khẩu và lưu thành .xlsx"), nil
	case err != nil:
		return nil, brokenWorkbook(l.File, err), nil
	}
	w := &workbook{file: l.File, src: src, book: book, hidden: l.Hidden, headingRow: l.Heading}
	if found := w.chooseSheet(l.Sheet); found != nil {
		return nil, found, book.Close()
	}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.old = *props.Date1904
	}
	if w.part, err = sheetPart(src, w.sheet); err != nil {
		return nil, brokenWorkbook(l.File, err), nil
	}
	scan, done, err := w.scan()
	if err != nil {
		return nil, nil, err
	}
	defer done()
	if w.merged, err = scan.mergedSpans(); err != nil {
		return nil, brokenWorkbook(l.File, err), nil
	}
	slices.SortFunc(w.merged, func(a, b span) int { return a.top - b.top })
	return w, nil, nil
}

// brokenWorkbook is the finding for what is no workbook, or one that was cut or spoilt.
func brokenWorkbook(file string, err error) diag.List {
	return diag.List{{
		Pos: diag.Pos{File: file}, Rule: RuleList, Err: err,
		Message: "tệp không phải tệp Excel .xlsx, hoặc đã hỏng", Fix: "mở bằng Excel rồi lưu lại dạng .xlsx",
	}}
}

// isCompound tells the container of old and of encrypted files.
func isCompound(src []byte) bool { return bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")) }

// chooseSheet takes the named sheet, or the only one that is not hidden.
func (w *workbook) chooseSheet(want string) diag.List {
	var visible []string
	for _, name := range w.book.GetSheetList() {
		if want != "" && vi.NFC(name) == vi.NFC(want) {
			w.sheet = name
			return nil
		}
		if ok, err := w.book.GetSheetVisible(name); err == nil && ok {
			visible = append(visible, name)
		}
	}
	if want == "" && len(visible) == 1 {
		w.sheet = visible[0]
		return nil
	}
	have := fmt.Sprintf("%q", w.book.GetSheetList())
	if want == "" {
		return listFinding(w.file, "tệp có nhiều trang tính: "+have, "ghi tên trang tính vào \"sheet\"")
	}
	return listFinding(w.file, fmt.Sprintf("không có trang tính %q", want), "các trang tính trong tệp: "+have)
}

func (w *workbook) name() string    { return w.file }
func (w *workbook) epoch1904() bool { return w.old }

func (w *workbook) heading(wanted []string) (*heading, diag.List) {
	return findHeading(w, w.headingRow, wanted)
}

// scan opens the XML of the sheet.
func (w *workbook) scan() (*sheetScanner, func() error, error) {
	z, err := zip.NewReader(bytes.NewReader(w.src), int64(len(w.src)))
	if err != nil {
		return nil, nil, fmt.Errorf("open workbook: %w", err)
	}
	r, err := z.Open(w.part)
	if err != nil {
		return nil, nil, fmt.Errorf("open worksheet: %w", err)
	}
	return newSheetScanner(r), r.Close, nil
}

func (w *workbook) rows(ctx context.Context, f func(line) error) (err error) {
	scan, done, err := w.scan()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	shown, err := w.book.Rows(w.sheet)
	if err != nil {
		return fmt.Errorf("read worksheet: %w", err)
	}
	defer func() { err = errors.Join(err, shown.Close()) }()
	fill := newFiller(w.merged)
	at := 0 // the row that shown stands on
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		row, err := scan.nextRow()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		for at < row.number {
			if !shown.Next() {
				return fmt.Errorf("read worksheet: row %d: %w", row.number, errors.Join(errSheet, shown.Error()))
			}
			if at++; at == row.number {
				break
			}
			if _, err := shown.Columns(); err != nil {
				return fmt.Errorf("read worksheet: row %d: %w", at, err)
			}
		}
		text, err := shown.Columns()
		if err != nil {
			return fmt.Errorf("read worksheet: row %d: %w", row.number, err)
		}
		l := line{number: row.number, hidden: row.hidden, cells: readCells(row, text)}
		empty := l.isEmpty()
		fill.apply(&l)
		if empty || l.hidden && w.hidden == SkipHidden {
			continue
		}
		if err := f(l); err != nil {
			return err
		}
	}
}

// readCells puts together what a row shows and what its cells are.
func readCells(row *sheetRow, text []string) []cell {
	width := 0
	if n := len(row.cells); n > 0 {
		width = row.cells[n-1].column + 1
	}
	cells := make([]cell, width)
	for _, sc := range row.cells {
		s := ""
		if sc.column < len(text) {
			s = text[sc.column]
		}
		c := newText(s)
		switch {
		case sc.kind == "e" || isCellError(c.text):
			c.kind = errorCell
		case sc.formula && !sc.saved:
			c.kind = unsavedCell
		case c.kind == blankCell:
		case sc.kind == "b":
			c.kind = boolCell
		case sc.kind == "" || sc.kind == "n":
			c.kind, c.raw = numberCell, sc.raw
			c.text = vietnameseNumber(c.text)
		}
		cells[sc.column] = c
	}
	return cells
}

// isCellError tells what a spreadsheet shows where a formula failed. Typed as
// text, or copied as values, it is no better.
func isCellError(s string) bool {
	switch s {
	case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!":
		return true
	}
	return false
}

// vietnameseNumber turns the English separators that excelize shows into the
// ones that a Vietnamese computer shows; dates and other text stay.
func vietnameseNumber(s string) string {
	if !strings.ContainsAny(s, ",.") || strings.ContainsAny(s, "/:") || looksLikeDate(s) || plainEnglish(s) == "" {
		return s
	}
	return strings.NewReplacer(",", ".", ".", ",").Replace(s)
}

// plainEnglish gives the digits of a number in English form, with any sign,
// bracket or unit around them, "" if it is none.
func plainEnglish(s string) string {
	from := strings.IndexAny(s, "0123456789")
	to := strings.LastIndexAny(s, "0123456789")
	if from < 0 {
		return ""
	}
	digits := s[from : to+1]
	if strings.Trim(digits, "0123456789,.") != "" || strings.Count(digits, ".") > 1 {
		return ""
	}
	return digits
}

// filler gives the cells of a merged range what a person sees in them: the
// value of the range for every row of it, in its first column. Cells merged
// across columns are marked, since a value cannot belong to several columns.
type filler struct {
	waiting []span
	open    []openSpan
}

type openSpan struct {
	span
	value cell
}

func newFiller(spans []span) *filler { return &filler{waiting: spans} }

func (m *filler) apply(l *line) {
	for len(m.waiting) > 0 && m.waiting[0].top <= l.number {
		s := m.waiting[0]
		m.waiting = m.waiting[1:]
		o := openSpan{span: s}
		if s.top == l.number {
			o.value = l.cell(s.left - 1)
		}
		m.open = append(m.open, o)
	}
	m.open = slices.DeleteFunc(m.open, func(o openSpan) bool { return o.bottom < l.number })
	for _, o := range m.open {
		if o.value.kind == blankCell {
			continue
		}
		for len(l.cells) < o.right {
			l.cells = append(l.cells, cell{})
		}
		value := o.value
		if o.right > o.left {
			value.kind = mergedCell
		}
		for c := o.left; c <= o.right; c++ {
			l.cells[c-1] = value
		}
	}
}

// sheetPart finds the part that holds a sheet, through the workbook's relations.
func sheetPart(src []byte, sheet string) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return "", err
	}
	var root, links struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	if err := readPart(z, "_rels/.rels", &root); err != nil {
		return "", err
	}
	book := "xl/workbook.xml"
	for _, r := range root.Relationship {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			book = strings.TrimPrefix(path.Clean(r.Target), "/")
		}
	}
	var sheets struct {
		Sheet []struct {
			Name string     `xml:"name,attr"`
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := readPart(z, book, &sheets); err != nil {
		return "", err
	}
	if err := readPart(z, path.Join(path.Dir(book), "_rels", path.Base(book)+".rels"), &links); err != nil {
		return "", err
	}
	for _, s := range sheets.Sheet {
		if s.Name != sheet {
			continue
		}
		for _, a := range s.Attr {
			for _, r := range links.Relationship {
				if a.Name.Local != "id" || a.Value != r.ID {
					continue
				}
				if strings.HasPrefix(r.Target, "/") {
					return strings.TrimPrefix(path.Clean(r.Target), "/"), nil
				}
				return path.Join(path.Dir(book), r.Target), nil
			}
		}
	}
	return "", fmt.Errorf("sheet %q has no part", sheet)
}

// readPart reads one small XML part.
func readPart(z *zip.Reader, name string, into any) error {
	r, err := z.Open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(io.LimitReader(r, 16<<20)).Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
