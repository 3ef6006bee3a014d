package ooxml

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// Why says why a file is not read.
type Why uint8

// Reasons. A Broken file is one of Office whose parts are not as they should be.
const (
	Other Why = iota + 1 // another kind of file
	Locked
	Broken
	TooLarge
	TooMany // parts
)

// Error says why a file is not read.
type Error struct {
	Why         Why
	Kind        string // of Other and Locked what the file is, in Vietnamese: "tệp RTF"
	Part        string // empty: the file itself
	Size, Bound int64  // of TooLarge and TooMany: at least, at most
	Err         error
}

func (e *Error) Error() string {
	if e == nil {
		return ""
	}
	what := "file"
	if e.Part != "" {
		what = "part " + e.Part
	}
	switch e.Why {
	case Other, Locked:
		return "not a package: " + e.Kind
	case TooLarge:
		return fmt.Sprintf("%s has %d bytes or more, beyond %d", what, e.Size, e.Bound)
	case TooMany:
		return fmt.Sprintf("package has %d parts, more than %d", e.Size, e.Bound)
	}
	return fmt.Sprintf("%s is broken: %v", what, e.Err)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// heads are the beginnings of files that people take for files of Office.
var heads = []struct{ head, kind string }{
	{`{\rtf`, "tệp RTF"},
	{"%pdf-", "tệp PDF"},
	{"mime-version:", "trang web lưu một tệp (MHTML)"},
	{"<!doctype html", "trang web (HTML)"},
	{"<html", "trang web (HTML)"},
	{"<?xml", "tệp XML, có thể do Word 2003 hoặc Word lưu dạng Flat OPC"},
	{"\x89png", "ảnh PNG"},
	{"\xff\xd8\xff", "ảnh JPEG"},
	{"kind:", "tệp YAML"},
	{"rar!", "tệp nén RAR"},
	{"7z\xbc\xaf", "tệp nén 7z"},
}

// identify says what a file is that is no archive of ZIP, nothing for one.
func identify(r io.ReaderAt, size int64) (kind string, locked bool) {
	head := make([]byte, min(size, 512))
	n, _ := r.ReadAt(head, 0)
	head = head[:n]
	if bytes.HasPrefix(head, []byte("PK")) {
		return "", false
	}
	if bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")) {
		return compound(r, size)
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	for bytes.HasPrefix(head, []byte("#")) { // comments of YAML
		_, head, _ = bytes.Cut(head, []byte("\n"))
		head = bytes.TrimLeft(head, " \t\r\n")
	}
	start := lowerASCII(head)
	for i := range heads {
		if strings.HasPrefix(start, heads[i].head) {
			return heads[i].kind, false
		}
	}
	return "tệp không rõ loại", false
}

// lowerASCII leaves bytes beyond ASCII as they are, whatever they mean.
func lowerASCII(b []byte) string {
	b = bytes.Clone(b)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// streams are the names in a compound file, the container of old and of encrypted files.
var streams = []struct{ name, kind string }{
	{"EncryptedPackage", "tệp có mật khẩu"},
	{"WordDocument", "tệp Word kiểu cũ (.doc)"},
	{"Workbook", "tệp Excel kiểu cũ (.xls)"},
	{"PowerPoint Document", "tệp trình chiếu kiểu cũ (.ppt)"},
}

// compound tells the compound files apart by the names of their streams.
func compound(r io.ReaderAt, size int64) (kind string, locked bool) {
	found := make([]bool, len(streams))
	marks := make([][]byte, len(streams))
	longest := 0
	for i := range streams {
		for _, c := range []byte(streams[i].name) {
			marks[i] = append(marks[i], c, 0)
		}
		longest = max(longest, len(marks[i]))
	}
	_ = scan(r, size, longest, func(chunk []byte) { // what cannot be read names nothing
		for i, mark := range marks {
			found[i] = found[i] || bytes.Contains(chunk, mark)
		}
	})
	for i := range streams {
		if found[i] {
			return streams[i].kind, i == 0
		}
	}
	return "tệp Office kiểu cũ", false
}

// Program is the one whose files a package may be: the word in its content types.
type Program string

// Programs.
const (
	Word  Program = "wordprocessingml"
	Excel Program = "spreadsheetml"
)

var programs = []struct {
	word, kind, part string
}{
	{string(Word), "tệp Word", "word/document.xml"},
	{string(Excel), "tệp Excel", "xl/workbook.xml"},
	{"presentationml", "tệp trình chiếu", "ppt/presentation.xml"},
}

// Main finds the part that holds the document itself. When there is none, or it is one of
// another program, the error says what the package is.
func (p *Package) Main(of Program) (*Part, error) {
	relations, err := p.Relations("")
	if err != nil {
		return nil, err
	}
	var main *Part
	for _, k := range programs {
		if k.word == string(of) {
			main = p.Part(k.part)
		}
	}
	for _, r := range relations {
		if part := p.Part(r.Target); r.Type == "officeDocument" && part != nil {
			main = part
			break
		}
	}
	switch {
	case p.Part("content.xml") != nil && p.Part("mimetype") != nil:
		return nil, &Error{Why: Other, Kind: "tệp LibreOffice (.odt, .ods)"}
	case main == nil && p.Part("[Content_Types].xml") == nil:
		return nil, &Error{Why: Other, Kind: "tệp nén ZIP"}
	case main == nil:
		return nil, &Error{Why: Broken, Err: errors.New("no document in the package")}
	}
	for _, k := range programs {
		if k.word != string(of) && strings.Contains(main.ContentType, k.word) {
			return nil, &Error{Why: Other, Kind: k.kind}
		}
	}
	return main, nil
}

// Text gives the text of a part in UTF-8 or UTF-16, the two that the standard allows.
func Text(src string) string {
	var order binary.ByteOrder
	switch {
	case strings.HasPrefix(src, "\xff\xfe"), strings.HasPrefix(src, "<\x00"):
		order = binary.LittleEndian
	case strings.HasPrefix(src, "\xfe\xff"), strings.HasPrefix(src, "\x00<"):
		order = binary.BigEndian
	default:
		return strings.TrimPrefix(src, "\ufeff")
	}
	units := make([]uint16, len(src)/2)
	for i := range units {
		units[i] = order.Uint16([]byte(src[2*i : 2*i+2]))
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}

// countEntries says how many entries the archive has at most, before any is read.
func countEntries(r io.ReaderAt, size int64) (int, error) {
	n := 0
	err := scan(r, size, len(entryMark), func(chunk []byte) { n += bytes.Count(chunk, entryMark) })
	return n, err
}

var entryMark = []byte("PK\x01\x02")

// scan goes through a file in pieces that overlap, so that a mark of that length is whole in
// just one of them.
func scan(r io.ReaderAt, size int64, mark int, f func(chunk []byte)) error {
	buf := make([]byte, min(size, 256<<10))
	for at := int64(0); ; {
		n, err := r.ReadAt(buf[:min(int64(len(buf)), size-at)], at)
		f(buf[:n])
		if n < mark {
			if err == io.EOF {
				err = nil
			}
			return err
		}
		at += int64(n - mark + 1)
	}
}
