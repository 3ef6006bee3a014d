package batch

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/vanban-go/vanban/plan/diag"
)

// Encoding is how the letters of a CSV list are stored "bảng mã".
type Encoding string

// Encodings. The empty value is UTF8. Files of the TCVN3 (.VnTime) and VNI fonts
// cannot be read rightly: their capitals depend on the font, which a CSV file
// does not name. Convert those first.
const (
	UTF8        Encoding = "utf-8"        // with or without a byte order mark
	UTF16       Encoding = "utf-16"       // "Unicode Text" of spreadsheets, with a byte order mark
	Windows1258 Encoding = "windows-1258" // Vietnamese code page of Windows
	Windows1252 Encoding = "windows-1252" // Western code page, for lists without Vietnamese letters
)

// decoder gives the reader of an encoding; nil is UTF-8.
func (e Encoding) decoder() (*encoding.Decoder, bool) {
	switch e {
	case "", UTF8:
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
	file  string
	src   []byte // UTF-8, without byte order mark
	comma rune
	// headingRow is where the job says the headings stand; zero: they are looked for.
	headingRow int
}

// openCSV decodes a CSV file. An encoding that does not fit is a finding: a
// wrong guess would print wrong names.
func openCSV(l *List, src []byte) (source, diag.List, error) {
	dec, ok := l.Encoding.decoder()
	if !ok {
		return nil, listFinding(l.File, fmt.Sprintf("không biết bảng mã %q", l.Encoding), "dùng utf-8, utf-16, windows-1258 hoặc windows-1252"), nil
	}
	if dec != nil {
		text, err := dec.Bytes(src)
		if err != nil {
			return nil, listFinding(l.File, fmt.Sprintf("tệp không viết bằng bảng mã %s", l.Encoding), "ghi đúng bảng mã vào \"encoding\""), nil
		}
		src = text
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(src) {
		line, col := invalidPlace(src)
		return nil, diag.List{{
			Pos: diag.Pos{File: l.File, Line: line, Column: col}, Rule: RuleList,
			Message: "tệp không viết bằng UTF-8", Fix: "lưu lại bằng UTF-8, hoặc ghi bảng mã của tệp vào \"encoding\"",
		}}, nil
	}
	t := &table{file: l.File, src: src, comma: separator(src), headingRow: l.Heading}
	if l.Separator != "" {
		comma, size := utf8.DecodeRuneInString(l.Separator)
		if size != len(l.Separator) || comma == '"' || comma == '\n' || comma == '\r' {
			return nil, listFinding(l.File, fmt.Sprintf("dấu phân cách %q phải là một ký tự", l.Separator), "dùng dấu phẩy, chấm phẩy hoặc tab"), nil
		}
		t.comma = comma
	}
	return t, nil, nil
}

// invalidPlace finds the first byte that is no UTF-8.
func invalidPlace(src []byte) (line, column int) {
	line, column = 1, 1
	for len(src) > 0 {
		r, n := utf8.DecodeRune(src)
		if r == utf8.RuneError && n == 1 {
			break
		}
		if column++; r == '\n' {
			line, column = line+1, 1
		}
		src = src[n:]
	}
	return line, column
}

// separator takes the sign that is most often found outside quotation marks in
// the first kilobytes: spreadsheets set to Vietnamese write semicolons.
func separator(src []byte) rune {
	count := map[byte]int{}
	quoted := false
	for _, c := range src[:min(len(src), 8<<10)] {
		switch c {
		case '"':
			quoted = !quoted
		case ',', ';', '\t':
			if !quoted {
				count[c]++
			}
		}
	}
	best := byte(',')
	for _, c := range []byte(";\t") {
		if count[c] > count[best] {
			best = c
		}
	}
	return rune(best)
}

func (t *table) name() string    { return t.file }
func (t *table) epoch1904() bool { return false }

func (t *table) heading(wanted []string) (*heading, diag.List) {
	h, found := findHeading(t, t.headingRow, wanted)
	if h == nil {
		if err := t.rows(context.Background(), func(line) error { return nil }); err != nil {
			return nil, csvFinding(t.file, err)
		}
	}
	return h, found
}

// csvFinding says where the form of a CSV file is broken.
func csvFinding(file string, err error) diag.List {
	var broken *csv.ParseError
	if !errors.As(err, &broken) {
		return unreadable(file, err)
	}
	return diag.List{{
		Pos: diag.Pos{File: file, Line: broken.Line, Column: broken.Column}, Rule: RuleList,
		Message: "dấu ngoặc kép trong tệp CSV không khép đúng", Fix: "viết hai dấu ngoặc kép liền nhau cho mỗi dấu ngoặc kép trong ô", Err: err,
	}}
}

func (t *table) rows(ctx context.Context, f func(line) error) error {
	r := csv.NewReader(bytes.NewReader(t.src))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = t.comma, -1, true
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read list: %w", err)
		}
		number, _ := r.FieldPos(0)
		l := line{number: number, cells: make([]cell, len(record))}
		for i, s := range record {
			l.cells[i] = newText(s)
			if l.cells[i].kind == textCell && isCellError(l.cells[i].text) {
				l.cells[i].kind = errorCell
			}
		}
		if l.isEmpty() {
			continue
		}
		if err := f(l); err != nil {
			return err
		}
	}
}
