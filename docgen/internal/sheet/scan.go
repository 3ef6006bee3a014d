package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/vi"
)

// scanner reads the XML of a worksheet, or of the texts that worksheets share. It holds
// one element at a time.
type scanner struct {
	r    *bufio.Reader
	row  sheetRow
	text []byte
	done bool

	inside []byte // of an element
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
	style   int
	kind    byte // first letter of its type: n, s(hared), t(ext of a formula), i(nline), b, e, d
	formula bool
	saved   bool // has a v or is element
	struck  bool // of an inline text
	value   string
}

var errSheet = errors.New("worksheet: broken XML")

// newScanner starts at the top of a part.
func newScanner(r io.Reader) *scanner { return &scanner{r: bufio.NewReaderSize(r, 64<<10)} }

// maxElement bounds one tag with its attributes, and one value.
const maxElement = 1 << 20

// next gives the next tag without its brackets, and the text before it.
// The slices hold until the next call.
func (s *scanner) next() (text, tag []byte, err error) {
	s.text = s.text[:0]
	if s.text, err = s.until('<', s.text); err != nil {
		return nil, nil, err
	}
	n := len(s.text)
	if s.text, err = s.until('>', s.text); err != nil {
		return nil, nil, broken(err)
	}
	for _, special := range [...][2]string{{"!--", "--"}, {"![CDATA[", "]]"}} {
		if !bytes.HasPrefix(s.text[n:], []byte(special[0])) {
			continue
		}
		for !bytes.HasSuffix(s.text[n+len(special[0]):], []byte(special[1])) {
			s.text = append(s.text, '>')
			if s.text, err = s.until('>', s.text); err != nil {
				return nil, nil, broken(err)
			}
		}
	}
	return s.text[:n], s.text[n:], nil
}

// broken is the error of a part that ends too early: a bound that it breaks says more.
func broken(err error) error {
	if errors.Is(err, io.EOF) {
		return errSheet
	}
	return err
}

// element reads on to the end of an element, whose name it is, and gives the text in it:
// of the t elements alone if only is set, as rich text has its words in these. struck
// reports a run of it that is struck through.
func (s *scanner) element(name string, only bool) (text string, struck bool, err error) {
	b := s.inside[:0]
	defer func() { s.inside = b }()
	in, phonetic := !only, false
	for {
		part, tag, err := s.next()
		if err != nil {
			return "", false, broken(err)
		}
		if in && !phonetic {
			if b = append(b, part...); len(b) > maxElement {
				return "", false, errSheet
			}
			if content, ok := bytes.CutPrefix(tag, []byte("![CDATA[")); ok {
				b = append(b, html.EscapeString(string(bytes.TrimSuffix(content, []byte("]]"))))...)
				continue
			}
		}
		switch n, closed := tagName(tag); n {
		case "/" + name:
			return unescape(b), struck, nil
		case "t":
			in = !closed
		case "/t":
			in = !only
		case "rPh":
			phonetic = !closed
		case "/rPh":
			phonetic = false
		case "strike":
			value, _ := attr(tag, "val")
			struck = struck || string(value) != "0" && string(value) != "false"
		}
	}
}

var excelEscape = pattern.New(`_x[0-9A-Fa-f]{4}_`)

// unescape gives the text of XML: entities, and the _x000D_ by which Excel writes
// characters that XML does not allow.
func unescape(b []byte) string {
	s := string(b)
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if !strings.Contains(s, "_x") {
		return s
	}
	return excelEscape.ReplaceAllStringFunc(s, func(code string) string {
		n, _ := strconv.ParseUint(code[2:6], 16, 16)
		return string(rune(n))
	})
}

// until appends everything before a byte, and passes it.
func (s *scanner) until(end byte, to []byte) ([]byte, error) {
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
func (s *scanner) nextRow() (*sheetRow, error) {
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

func (s *scanner) readRow(tag []byte, closed bool) error {
	number := s.row.number + 1
	if r, ok := attr(tag, "r"); ok {
		n, ok := figure(r)
		if !ok || n < number || n > 1<<20 {
			return fmt.Errorf("%w: row %q", errSheet, r)
		}
		number = n
	}
	height, _ := attr(tag, "ht")
	s.row = sheetRow{number: number, hidden: isTrue(tag, "hidden") || isZero(height), cells: s.row.cells[:0]}
	for !closed {
		_, tag, err := s.next()
		if err != nil {
			return broken(err)
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

func (s *scanner) readCell(tag []byte, closed bool) error {
	c := sheetCell{column: 0, kind: 'n'}
	if n := len(s.row.cells); n > 0 {
		c.column = s.row.cells[n-1].column + 1
	}
	if r, ok := attr(tag, "r"); ok {
		col, _, err := cellPlace(r)
		if err != nil {
			return err
		}
		if col-1 < c.column {
			return fmt.Errorf("%w: cell %q out of order", errSheet, r)
		}
		c.column = col - 1
	}
	if kind, _ := attr(tag, "t"); len(kind) > 0 {
		c.kind = kind[0]
		if string(kind) == "str" {
			c.kind = 't'
		}
	}
	style, _ := attr(tag, "s")
	c.style, _ = figure(style)
	for !closed {
		_, tag, err := s.next()
		if err != nil {
			return broken(err)
		}
		switch name, empty := tagName(tag); name {
		case "/c":
			closed = true
		case "f":
			c.formula = true
		case "is":
			if c.saved = true; !empty {
				if c.value, c.struck, err = s.element("is", true); err != nil {
					return err
				}
			}
		case "v":
			c.saved = c.saved || !empty || c.kind == 't'
			if !empty {
				if c.value, _, err = s.element("v", false); err != nil {
					return err
				}
			}
		}
	}
	s.row.cells = append(s.row.cells, c)
	return nil
}

// isTrue reports whether an attribute is set.
func isTrue(tag []byte, name string) bool {
	value, _ := attr(tag, name)
	return string(value) == "1" || string(value) == "true"
}

// figure reads a number without sign; what is none, or beyond any that a worksheet has, is not ok.
func figure(b []byte) (n int, ok bool) {
	for _, c := range b {
		if c < '0' || c > '9' || n > 1<<24 {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, len(b) > 0
}

func isZero(b []byte) bool {
	v, err := strconv.ParseFloat(string(b), 64)
	return err == nil && v == 0
}

// layout is what a worksheet says outside of its rows.
type layout struct {
	merged []span
	hidden []span // columns, left to right
}

// maxMerged bounds the merged ranges of a worksheet, maxColumns its col elements.
const (
	maxMerged  = 200_000
	maxColumns = 1 << 14
)

// layout reads the whole part for what stands outside of its rows.
func (s *scanner) layout() (*layout, error) {
	l := &layout{}
	for {
		_, tag, err := s.next()
		if errors.Is(err, io.EOF) {
			return l, nil
		}
		if err != nil {
			return nil, err
		}
		switch name, _ := tagName(tag); name {
		case "col":
			width, _ := attr(tag, "width")
			first, _ := attr(tag, "min")
			last, _ := attr(tag, "max")
			left, ok1 := figure(first)
			right, ok2 := figure(last)
			if ok1 && ok2 && len(l.hidden) < maxColumns && (isTrue(tag, "hidden") || isZero(width)) {
				l.hidden = append(l.hidden, span{left: left, right: right})
			}
		case "mergeCell":
			ref, _ := attr(tag, "ref")
			first, last, ok := bytes.Cut(ref, []byte(":"))
			if !ok {
				continue
			}
			left, top, err := cellPlace(first)
			if err != nil {
				return nil, err
			}
			right, bottom, err := cellPlace(last)
			if err != nil {
				return nil, err
			}
			if l.merged = append(l.merged, span{top, left, bottom, right}); len(l.merged) > maxMerged {
				return nil, &boundError{fmt.Sprintf("trang tính có hơn %s vùng ô gộp", vi.FormatInt(maxMerged))}
			}
		}
	}
}

// boundError is a list beyond a bound; its text is for the user.
type boundError struct{ text string }

func (e *boundError) Error() string { return e.text }

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
	if name, ok := tagNames[string(tag)]; ok {
		return name, empty
	}
	return string(tag), empty
}

// tagNames are the usual names, so that none is made anew for each tag.
var tagNames = map[string]string{
	"row": "row", "/row": "/row", "c": "c", "/c": "/c", "v": "v", "/v": "/v", "f": "f", "/f": "/f", "is": "is", "/is": "/is",
	"t": "t", "/t": "/t", "si": "si", "/si": "/si", "r": "r", "/r": "/r",
}

// attr gives the value of an attribute that has no name space.
func attr(tag []byte, name string) ([]byte, bool) {
	for rest := tag; ; {
		i := bytes.Index(rest, []byte(name))
		if i < 0 {
			return nil, false
		}
		before := i > 0 && (rest[i-1] == ' ' || rest[i-1] == '\n' || rest[i-1] == '\t' || rest[i-1] == '\r')
		rest = rest[i+len(name):]
		value, ok := bytes.CutPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte("="))
		if !before || !ok {
			continue
		}
		value = bytes.TrimLeft(value, " \t\r\n")
		if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
			return nil, false
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 {
			return nil, false
		}
		return value[1 : 1+end], true
	}
}

// cellPlace reads "AB12": column and row, from 1.
func cellPlace(ref []byte) (column, row int, err error) {
	i := 0
	for i < len(ref) && 'A' <= ref[i] && ref[i] <= 'Z' {
		column = column*26 + int(ref[i]-'A') + 1
		if i++; i > 3 {
			break
		}
	}
	row, ok := figure(ref[i:])
	if !ok || column == 0 || column > 1<<14 || row < 1 || row > 1<<20 {
		return 0, 0, fmt.Errorf("%w: cell %q", errSheet, ref)
	}
	return column, row, nil
}
