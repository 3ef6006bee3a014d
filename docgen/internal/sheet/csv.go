package sheet

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Values of Options.Encoding. Empty is UTF8, or UTF16 where the mark says so. VNI, TCVN3 and Twice are for workbooks too,
// whose letters are of an old font or were spoilt.
const (
	UTF8        = "utf-8"        // with or without a byte order mark
	UTF16       = "utf-16"       // "Unicode Text" of spreadsheets, with a byte order mark
	Windows1258 = "windows-1258" // Vietnamese code page of Windows
	Windows1252 = "windows-1252" // Western code page, for lists without Vietnamese letters
	VNI         = string(vi.VNI)
	TCVN3       = string(vi.TCVN3)
	Twice       = string(vi.Twice)
)

// legacy gives the old way of storing letters that the encoding is, "" if none.
func (o *Options) legacy() vi.Legacy {
	switch o.Encoding {
	case VNI, TCVN3, Twice:
		return vi.Legacy(o.Encoding)
	}
	return ""
}

// decoder gives the reader of the encoding; nil is UTF-8.
func (o *Options) decoder() (*encoding.Decoder, bool) {
	switch o.Encoding {
	case "", UTF8, VNI, TCVN3, Twice:
		return nil, true
	case UTF16:
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder(), true
	case Windows1258:
		return charmap.Windows1258.NewDecoder(), true
	case Windows1252:
		return charmap.Windows1252.NewDecoder(), true
	}
	return nil, false
}

// table is a list in a text file with one row a line.
type table struct {
	src    []byte // UTF-8, without byte order mark
	comma  rune
	legacy vi.Legacy
}

// openCSV decodes a CSV file. An encoding that does not fit is a finding: a
// wrong guess would print wrong names.
func openCSV(l *List, o *Options, src []byte, known func(string) bool) (source, diag.List) {
	src, found := decodeCSV(l, o, src)
	if found != nil {
		return nil, found
	}
	t := &table{src: src, legacy: o.legacy()}
	if o.Separator == "" {
		t.comma = t.separator(known)
		return t, nil
	}
	comma, size := utf8.DecodeRuneInString(o.Separator)
	if size != len(o.Separator) || comma == '"' || comma == '\n' || comma == '\r' || comma == utf8.RuneError || comma == '\ufeff' {
		return nil, listFinding(l.File, fmt.Sprintf("dấu phân cách %q phải là một ký tự", o.Separator), "dùng dấu phẩy, chấm phẩy hoặc tab")
	}
	t.comma = comma
	return t, nil
}

// decodeCSV gives the text of a CSV file as UTF-8.
func decodeCSV(l *List, o *Options, src []byte) ([]byte, diag.List) {
	dec, ok := o.decoder()
	if !ok {
		return nil, listFinding(l.File, fmt.Sprintf("không biết bảng mã %q", o.Encoding),
			"dùng utf-8, utf-16, windows-1258, windows-1252, vni, tcvn3 hoặc utf-8-twice")
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	wide := bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff"))
	switch {
	case wide && (o.Encoding == "" || o.legacy() != ""):
		dec, _ = (&Options{Encoding: UTF16}).decoder()
	case o.legacy() != "" && !utf8.Valid(src): // the letters as their font has them, not yet those of a code page
		dec = charmap.Windows1252.NewDecoder()
	}
	if dec != nil {
		text, err := dec.Bytes(src)
		if err != nil {
			return nil, listFinding(l.File, fmt.Sprintf("tệp không viết bằng bảng mã %s", o.Encoding), "ghi đúng bảng mã vào \"encoding\"")
		}
		src = text
	}
	if utf8.Valid(src) {
		src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
		if bytes.IndexByte(src, '\n') < 0 { // "CSV (Macintosh)"
			src = bytes.ReplaceAll(src, []byte{'\r'}, []byte{'\n'})
		}
		return src, nil
	}
	line, col := invalidPlace(src)
	d := &diag.Diagnostic{
		Pos: diag.Pos{File: l.File, Line: line, Column: col}, Rule: RuleList,
		Message: "tệp không viết bằng UTF-8",
		Fix: `lưu lại bằng UTF-8 (trong Excel: Save As, "CSV UTF-8"), hoặc ghi "encoding: windows-1258" cho danh sách nếu tệp viết bằng ` +
			`bảng mã ấy`,
	}
	switch {
	case wide:
		d.Message, d.Fix = "tệp viết bằng UTF-16", "ghi \"encoding: utf-16\" cho danh sách"
	case bytes.HasPrefix(src, []byte("PK\x03\x04")):
		d.Message, d.Fix = "tệp là .xlsx hay tệp nén, không phải CSV", "đổi đuôi tệp thành .xlsx"
	default:
		_, bad, _ := bytes.Cut(src[:min(len(src), 64<<10)], []byte("\n")) // the heading may be plain
		if text, err := charmap.Windows1252.NewDecoder().String(string(bad)); err == nil {
			for line := range strings.Lines(text) {
				if way := vi.LegacyOf(line); way == vi.VNI || way == vi.TCVN3 {
					w := oldLetters(strings.TrimSpace(line), way)
					d.Message, d.Fix = d.Message+", mà "+w.Text, w.Fix
					break
				}
			}
		}
	}
	return nil, diag.List{d}
}

// invalidPlace finds the first byte that is no UTF-8, of a text that has one.
func invalidPlace(src []byte) (line, column int) {
	line, column = 1, 1
	for {
		r, n := utf8.DecodeRune(src)
		if r == utf8.RuneError && n <= 1 {
			return line, column
		}
		if column++; r == '\n' {
			line, column = line+1, 1
		}
		src = src[n:]
	}
}

// separators are the signs that may stand between cells, those that are more usual in
// Vietnam behind: of two that fit alike, the later is taken only for more known headings.
var separators = []rune{',', ';', '\t', '|'}

// separator gives the sign that makes the rows equally wide and finds the headings.
func (t *table) separator(known func(string) bool) rune {
	const sampled = 16 << 10
	src := t.src
	if len(src) > sampled {
		if end := bytes.LastIndexByte(src[:sampled], '\n'); end > 0 {
			src = src[:end]
		}
	}
	best, most, whole := ',', -1, false
	for _, sign := range separators {
		if absent := bytes.IndexByte(src, byte(sign)) < 0; absent && whole {
			continue // lines that no sign parts are the same whichever it is
		} else if absent {
			whole = true
		}
		part := &table{src: src, comma: sign, legacy: t.legacy}
		widths, headings := make(map[int]int), 0
		_ = part.rows(context.Background(), func(r *Row) error { // what is broken is told later
			if r.width > 1 {
				widths[r.width]++
			}
			headings = max(headings, r.count(known))
			return nil
		})
		fit := 0
		for _, n := range widths {
			fit = max(fit, n)
		}
		if fit += 100 * headings; fit > most {
			best, most = sign, fit
		}
	}
	return best
}

// signName names a separator for people.
func signName(r rune) string {
	switch r {
	case ',':
		return "dấu phẩy"
	case ';':
		return "dấu chấm phẩy"
	case '\t':
		return "dấu tab"
	}
	return fmt.Sprintf("dấu %q", string(r))
}

func (t *table) hiddenColumn(int) bool { return false }

// csvFinding says where the form of a CSV file is broken.
func csvFinding(file string, broken *csv.ParseError) diag.List {
	return diag.List{{
		Pos: diag.Pos{File: file, Line: broken.Line, Column: broken.Column}, Rule: RuleList, Err: broken,
		Message: "dấu ngoặc kép trong tệp CSV không khép đúng", Fix: "viết hai dấu ngoặc kép liền nhau cho mỗi dấu ngoặc kép trong ô",
	}}
}

func (t *table) rows(ctx context.Context, f func(*Row) error) error {
	r := t.reader(bytes.NewReader(t.src))
	for {
		from := r.InputOffset()
		row, err := t.next(ctx, r)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		row.at, row.end = from, r.InputOffset()
		if len(row.Cells) == 0 {
			continue
		}
		if err := f(row); err != nil {
			return err
		}
	}
}

// rowsAt reads some rows again, at the cost of these alone.
func (t *table) rowsAt(ctx context.Context, marks []Mark, f func(*Row) error) error {
	r := t.reader(&parts{src: t.src, left: marks})
	for _, m := range marks {
		row, err := t.next(ctx, r)
		if err != nil {
			return err
		}
		row.Number = m.number
		if err := f(row); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) reader(from io.Reader) *csv.Reader {
	r := csv.NewReader(bufio.NewReaderSize(from, 64<<10))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = t.comma, -1, true
	return r
}

// next reads one record.
func (t *table) next(ctx context.Context, r *csv.Reader) (*Row, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	record, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	}
	if err != nil {
		return nil, err
	}
	number, _ := r.FieldPos(0)
	row := &Row{Number: number, width: len(record)}
	row.Cells = make([]Cell, 0, min(len(record), maxColumns))
	for i, s := range record {
		if i == maxColumns {
			return nil, &boundError{fmt.Sprintf("dòng %d có %s ô, nhiều hơn %s", number, vi.FormatInt(int64(len(record))),
				vi.FormatInt(maxColumns))}
		}
		if strings.ContainsAny(s, "\n\t") && swallows(s, len(record), t.comma) {
			row.swallows = i + 1
		}
		c := newText(s, t.legacy)
		if c.Kind == Blank {
			continue
		}
		if isCellError(c.Text) {
			c.Kind = Failed
		}
		c.Column = i
		row.Cells = append(row.Cells, c)
	}
	return row, nil
}

// swallows reports whether a stray quotation mark made one cell of several rows: it then has
// about as many separators as a row, with letters right behind them as no sentence has.
func swallows(text string, width int, comma rune) bool {
	tight, last := 0, ' '
	for _, r := range text {
		if last == comma && r != ' ' && r != '\n' && r != '\r' {
			tight++
		}
		last = r
	}
	return tight >= max(width-2, 2)
}

// parts gives the bytes of some rows, one behind the other.
type parts struct {
	src  []byte
	left []Mark
	at   int64 // in the first of left
}

func (p *parts) Read(to []byte) (int, error) {
	for len(p.left) > 0 {
		m := p.left[0]
		if m.at+p.at < m.end {
			n := copy(to, p.src[m.at+p.at:m.end])
			p.at += int64(n)
			return n, nil
		}
		p.left, p.at = p.left[1:], 0
	}
	return 0, io.EOF
}
