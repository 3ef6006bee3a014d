package pdf

import (
	"crypto/sha256"
	"io"
	"strconv"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/deflate"
)

// file is a PDF file in the making: objects are reserved by number and then
// written in any order.
type file struct {
	buf     []byte // without what lasts
	lasting []lasting
	lasts   int    // bytes of it, together
	offsets []int  // by object number; 0: not written yet
	packed  []byte // room to compress, to paint and to describe in
	drawn   []byte // room for the content of pages
	canvas  canvas
	tree    tree
}

// lasting is what stands in the file as it is, at a place of buf: the same bytes for many
// files, which are not copied.
type lasting struct {
	at   int
	data []byte
}

// header says PDF 1.7, and by its second line that the file is binary.
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

var files = sync.Pool{New: func() any { return new(file) }}

func newFile() *file {
	f := files.Get().(*file)
	f.buf = append(f.buf[:0], header...)
	clear(f.lasting)
	f.lasting, f.lasts = f.lasting[:0], 0
	f.offsets = append(f.offsets[:0], 0)
	f.canvas = canvas{f.canvas.strokes[:0], f.canvas.written[:0]}
	return f
}

// release gives the file's room back. Large files are let go.
func (f *file) release() {
	const kept, keptNodes, keptStrokes = 4 << 20, 1 << 12, 1 << 12
	if cap(f.buf) <= kept && cap(f.packed) <= kept && cap(f.drawn) <= kept && cap(f.tree.nodes) <= keptNodes &&
		cap(f.canvas.strokes) <= keptStrokes {
		f.tree.clear()
		files.Put(f)
	}
}

// size is how many bytes were written.
func (f *file) size() int { return len(f.buf) + f.lasts }

// writeTo writes the file to w, which is told before how much it gets if it can make room.
// A short write is an error.
func (f *file) writeTo(w io.Writer) error {
	if room, ok := w.(interface{ Grow(n int) }); ok {
		room.Grow(f.size())
	}
	from := 0
	for _, l := range f.lasting {
		if err := writeAll(w, f.buf[from:l.at]); err != nil {
			return err
		}
		if err := writeAll(w, l.data); err != nil {
			return err
		}
		from = l.at
	}
	return writeAll(w, f.buf[from:])
}

func writeAll(w io.Writer, b []byte) error {
	n, err := w.Write(b)
	if n != len(b) && err == nil {
		err = io.ErrShortWrite
	}
	return err
}

// reserve gives the number of a new object.
func (f *file) reserve() int { return f.reserveRun(1) }

// reserveRun reserves n numbers in a row and gives the first.
func (f *file) reserveRun(n int) int {
	first := len(f.offsets)
	for range n {
		f.offsets = append(f.offsets, 0)
	}
	return first
}

// What writes gives the file back, so that the value of an entry stands behind its key.

// begin starts object id; end ends it.
func (f *file) begin(id int) *file {
	f.offsets[id] = f.size()
	return f.num(id).str(" 0 obj\n")
}

func (f *file) end() { f.str("\nendobj\n") }

func (f *file) str(s string) *file {
	f.buf = append(f.buf, s...)
	return f
}

func (f *file) num(n int) *file {
	f.buf = strconv.AppendInt(f.buf, int64(n), 10)
	return f
}

// ref writes a reference, with a space before it.
func (f *file) ref(id int) *file { return f.str(" ").num(id).str(" 0 R") }

// name writes a name with its stroke.
func (f *file) name(s string) *file {
	f.buf = appendName(f.buf, s)
	return f
}

// text writes a text string: ASCII as it is, anything else in UTF-16.
func (f *file) text(s string) *file {
	f.buf = appendText(f.buf, s)
	return f
}

// entry writes an entry whose value is a text string, if there is any text.
func (f *file) entry(key, s string) {
	if s != "" {
		f.str(key).text(s)
	}
}

// length writes a length in points with at most two decimals.
func (f *file) length(l doc.Length) *file {
	f.buf = l.AppendPt(f.buf)
	return f
}

// corners writes a rectangle by its left, lower, right and upper side.
func (f *file) corners(left, lower, right, upper doc.Length) *file {
	return f.str("[").length(left).str(" ").length(lower).str(" ").length(right).str(" ").length(upper).str("]")
}

// decimal writes v with at most three decimals, trimmed.
func (f *file) decimal(v float64) *file {
	f.buf = strconv.AppendFloat(f.buf, v, 'f', 3, 64)
	for f.buf[len(f.buf)-1] == '0' {
		f.buf = f.buf[:len(f.buf)-1]
	}
	if f.buf[len(f.buf)-1] == '.' {
		f.buf = f.buf[:len(f.buf)-1]
	}
	return f
}

// stream writes a whole stream object; entries are those of its dictionary
// besides the length.
func (f *file) stream(id int, entries string, data []byte) {
	f.beginStream(id, entries, len(data))
	f.buf = append(f.buf, data...)
	f.str("\nendstream").end()
}

// lastingStream is stream for data that nobody changes, before the file is written or after.
func (f *file) lastingStream(id int, entries string, data []byte) {
	f.beginStream(id, entries, len(data))
	f.lasting, f.lasts = append(f.lasting, lasting{len(f.buf), data}), f.lasts+len(data)
	f.str("\nendstream").end()
}

func (f *file) beginStream(id int, entries string, length int) {
	f.begin(id).str("<<").str(entries).str("/Length ").num(length).str(">>\nstream\n")
}

// deflated is stream with the data compressed first.
func (f *file) deflated(id int, entries string, data []byte, e deflate.Effort) {
	f.packed = deflate.AppendZlib(f.packed[:0], data, e)
	f.stream(id, entries+"/Filter/FlateDecode", f.packed)
}

// fingerprint is a hash of what was written so far, which nothing lasting is among, for the file's /ID. The letters of
// fonts are written after it is taken: what they are follows from the rest.
func (f *file) fingerprint() (id [16]byte) {
	sum := sha256.Sum256(f.buf)
	copy(id[:], sum[:])
	return id
}

// finish writes the cross-reference table and the trailer.
func (f *file) finish(root, info int, id [16]byte) {
	at := f.size()
	f.str("xref\n0 ").num(len(f.offsets)).str("\n0000000000 65535 f \n")
	for _, off := range f.offsets[1:] {
		var line [20]byte
		copy(line[:], "0000000000 00000 n \n")
		for i := 9; off > 0; i-- {
			line[i] = '0' + byte(off%10)
			off /= 10
		}
		f.buf = append(f.buf, line[:]...)
	}
	f.str("trailer\n<</Size ").num(len(f.offsets))
	f.str("/Root").ref(root)
	f.str("/Info").ref(info)
	f.str("/ID[")
	f.buf = appendHex(f.buf, id[:])
	f.buf = appendHex(f.buf, id[:])
	f.str("]>>\nstartxref\n").num(at).str("\n%%EOF\n")
}

const hex = "0123456789ABCDEF"

// appendName appends a name with its stroke.
func appendName(b []byte, s string) []byte {
	b = append(b, '/')
	for _, c := range []byte(s) {
		if c <= ' ' || c >= 0x7f || c == '#' || isDelimiter(c) {
			b = append(b, '#', hex[c>>4], hex[c&15])
			continue
		}
		b = append(b, c)
	}
	return b
}

// appendText appends s as a PDF text string.
func appendText(b []byte, s string) []byte {
	ascii := true
	for _, c := range []byte(s) {
		ascii = ascii && c >= ' ' && c < 0x7f
	}
	if ascii {
		return appendLiteral(b, []byte(s))
	}
	b = append(b, "(\xfe\xff"...)
	for _, r := range s {
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			b = appendUnit(appendUnit(b, uint16(high)), uint16(low))
		} else {
			b = appendUnit(b, uint16(r))
		}
	}
	return append(b, ')')
}

// appendLiteral appends bytes as a string in parentheses.
func appendLiteral(b, raw []byte) []byte {
	b = append(b, '(')
	for _, c := range raw {
		b = appendEscaped(b, c)
	}
	return append(b, ')')
}

// appendUnit appends a unit of UTF-16, or the number of a glyph, to a string in parentheses.
func appendUnit(b []byte, u uint16) []byte {
	return appendEscaped(appendEscaped(b, byte(u>>8)), byte(u))
}

// appendEscaped appends a byte of a string in parentheses.
func appendEscaped(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r': // or it is read as a line feed
		return append(b, '\\', 'r')
	}
	return append(b, c)
}

func appendHex(b, raw []byte) []byte {
	b = append(b, '<')
	for _, c := range raw {
		b = append(b, hex[c>>4], hex[c&15])
	}
	return append(b, '>')
}
