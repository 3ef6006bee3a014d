package batch

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"strconv"
)

// sheetScanner reads the XML of a worksheet for what the workbook reader does
// not tell: of which kind a cell is, its value without format, whether a
// formula's result was saved, which rows are hidden, which cells are merged. It
// holds one element at a time.
type sheetScanner struct {
	r    *bufio.Reader
	row  sheetRow
	text []byte
	done bool
}

// sheetRow is one row element.
type sheetRow struct {
	number int
	hidden bool
	cells  []sheetCell // those present, from left to right
}

// sheetCell is one c element.
type sheetCell struct {
	column  int // from 0
	kind    string
	formula bool
	saved   bool   // has a v or is element
	raw     string // of a number only
}

// span is a merged range; all from 1, ends included.
type span struct{ top, left, bottom, right int }

var errSheet = errors.New("worksheet: broken XML")

// newSheetScanner starts at the top of a worksheet part.
func newSheetScanner(r io.Reader) *sheetScanner {
	return &sheetScanner{r: bufio.NewReaderSize(r, 64<<10)}
}

// maxElement bounds one tag with its attributes, and one value.
const maxElement = 1 << 20

// next gives the next tag without its brackets, and the text before it.
// The slices hold until the next call.
func (s *sheetScanner) next() (text, tag []byte, err error) {
	s.text = s.text[:0]
	if s.text, err = s.until('<', s.text); err != nil {
		return nil, nil, err
	}
	n := len(s.text)
	if s.text, err = s.until('>', s.text); err != nil {
		return nil, nil, errSheet
	}
	if bytes.HasPrefix(s.text[n:], []byte("!--")) {
		for !bytes.HasSuffix(s.text, []byte("--")) {
			s.text = append(s.text, '>')
			if s.text, err = s.until('>', s.text); err != nil {
				return nil, nil, errSheet
			}
		}
	}
	return s.text[:n], s.text[n:], nil
}

// until appends everything before a byte, and passes it.
func (s *sheetScanner) until(end byte, to []byte) ([]byte, error) {
	for {
		part, err := s.r.ReadSlice(end)
		to = append(to, part...)
		switch {
		case err == nil:
			return to[:len(to)-1], nil
		case errors.Is(err, bufio.ErrBufferFull) && len(to) < maxElement:
		case errors.Is(err, bufio.ErrBufferFull):
			return to, errSheet
		default:
			return to, err
		}
	}
}

// nextRow gives the next row element, io.EOF after the last. The row holds
// until the next call.
func (s *sheetScanner) nextRow() (*sheetRow, error) {
	for !s.done {
		_, tag, err := s.next()
		if errors.Is(err, io.EOF) {
			return nil, io.EOF
		}
		if err != nil {
			return nil, err
		}
		switch name, closed := tagName(tag); name {
		case "/sheetData", "sheetData":
			s.done = name == "/sheetData" || closed
		case "row":
			if err := s.readRow(tag, closed); err != nil {
				return nil, err
			}
			return &s.row, nil
		}
	}
	return nil, io.EOF
}

func (s *sheetScanner) readRow(tag []byte, closed bool) error {
	number := s.row.number + 1
	if r, ok := attr(tag, "r"); ok {
		n, err := strconv.Atoi(r)
		if err != nil || n < number || n > 1<<20 {
			return fmt.Errorf("%w: row %q", errSheet, r)
		}
		number = n
	}
	hidden, _ := attr(tag, "hidden")
	s.row = sheetRow{number: number, hidden: hidden == "1" || hidden == "true", cells: s.row.cells[:0]}
	for !closed {
		_, tag, err := s.next()
		if err != nil {
			return errSheet
		}
		switch name, closed := tagName(tag); name {
		case "/row":
			return nil
		case "c":
			if err := s.readCell(tag, closed); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sheetScanner) readCell(tag []byte, closed bool) error {
	c := sheetCell{column: 0}
	if n := len(s.row.cells); n > 0 {
		c.column = s.row.cells[n-1].column + 1
	}
	if r, ok := attr(tag, "r"); ok {
		col, _, err := cellPlace(r)
		if err != nil {
			return err
		}
		c.column = col - 1
	}
	c.kind, _ = attr(tag, "t")
	for !closed {
		text, tag, err := s.next()
		if err != nil {
			return errSheet
		}
		switch name, empty := tagName(tag); name {
		case "/c":
			closed = true
		case "f":
			c.formula = true
		case "is":
			c.saved = true
		case "v":
			c.saved = c.saved || empty && c.kind == "str"
		case "/v":
			c.saved = true
			if c.kind == "" || c.kind == "n" {
				c.raw = html.UnescapeString(string(bytes.TrimSpace(text)))
			}
		}
	}
	s.row.cells = append(s.row.cells, c)
	return nil
}

// mergedSpans reads on to the end of the part for its merged ranges; the rows
// are passed over.
func (s *sheetScanner) mergedSpans() ([]span, error) {
	var spans []span
	for {
		_, tag, err := s.next()
		if errors.Is(err, io.EOF) {
			return spans, nil
		}
		if err != nil {
			return nil, err
		}
		if name, _ := tagName(tag); name != "mergeCell" {
			continue
		}
		ref, _ := attr(tag, "ref")
		first, last, ok := bytes.Cut([]byte(ref), []byte(":"))
		if !ok {
			continue
		}
		left, top, err := cellPlace(string(first))
		if err != nil {
			return nil, err
		}
		right, bottom, err := cellPlace(string(last))
		if err != nil {
			return nil, err
		}
		spans = append(spans, span{top, left, bottom, right})
	}
}

// tagName gives the name of a tag without name space, a closing one with its
// stroke, and whether the element is empty.
func tagName(tag []byte) (name string, empty bool) {
	empty = bytes.HasSuffix(tag, []byte("/"))
	if i := bytes.IndexAny(tag, " \t\r\n"); i >= 0 {
		tag = tag[:i]
	}
	tag = bytes.TrimSuffix(tag, []byte("/"))
	if i := bytes.IndexByte(tag, ':'); i >= 0 {
		if tag[0] == '/' {
			return "/" + string(tag[i+1:]), empty
		}
		tag = tag[i+1:]
	}
	return string(tag), empty
}

// attr gives the value of an attribute that has no name space.
func attr(tag []byte, name string) (string, bool) {
	for rest := tag; ; {
		i := bytes.Index(rest, []byte(name))
		if i < 0 {
			return "", false
		}
		before := i > 0 && (rest[i-1] == ' ' || rest[i-1] == '\n' || rest[i-1] == '\t' || rest[i-1] == '\r')
		rest = rest[i+len(name):]
		value := bytes.TrimLeft(rest, " \t\r\n")
		if !before || len(value) < 2 || value[0] != '=' {
			continue
		}
		value = bytes.TrimLeft(value[1:], " \t\r\n")
		if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
			return "", false
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 {
			return "", false
		}
		return string(value[1 : 1+end]), true
	}
}

// cellPlace reads "AB12": column and row, from 1.
func cellPlace(ref string) (column, row int, err error) {
	i := 0
	for i < len(ref) && 'A' <= ref[i] && ref[i] <= 'Z' {
		column = column*26 + int(ref[i]-'A') + 1
		if i++; i > 3 {
			break
		}
	}
	row, err = strconv.Atoi(ref[i:])
	if err != nil || column == 0 || column > 1<<14 || row < 1 || row > 1<<20 {
		return 0, 0, fmt.Errorf("%w: cell %q", errSheet, ref)
	}
	return column, row, nil
}
