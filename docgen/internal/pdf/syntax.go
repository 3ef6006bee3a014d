package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// The objects of a PDF file, as far as this package reads them: the pages that
// the canvas drew, and the files that an archive copy carries. An object is
// nil, bool, number, text, name, reference, list or dict.
type (
	number    float64
	text      string // a string's bytes, undone of its escapes
	name      string // without its stroke
	reference int    // number of an indirect object
	list      []object
	dict      map[name]object
	object    any
)

var errSyntax = errors.New("broken PDF syntax")

// maxNesting bounds how deep lists and dictionaries may stand in each other.
const maxNesting = 32

// scanner reads objects from a piece of a file.
type scanner struct {
	data []byte
	at   int
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip passes over white space and comments.
func (s *scanner) skip() {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; {
		case isSpace(c):
			s.at++
		case c == '%':
			for s.at < len(s.data) && s.data[s.at] != '\n' && s.data[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

// word reads up to the next white space or delimiter.
func (s *scanner) word() string { return string(s.bytes()) }

// bytes is word without a copy.
func (s *scanner) bytes() []byte {
	from := s.at
	for s.at < len(s.data) && !isSpace(s.data[s.at]) && !isDelimiter(s.data[s.at]) {
		s.at++
	}
	return s.data[from:s.at]
}

// keyword passes over one word and reports whether it was the one wanted.
func (s *scanner) keyword(want string) bool {
	s.skip()
	if !bytes.HasPrefix(s.data[s.at:], []byte(want)) {
		return false
	}
	s.at += len(want)
	return true
}

// integer reads a whole number, not negative.
func (s *scanner) integer() (int, error) {
	s.skip()
	w := s.bytes()
	n, ok := whole(w)
	if !ok {
		return 0, fmt.Errorf("%w: %q at %d is no number", errSyntax, w, s.at)
	}
	return n, nil
}

// object reads the next object.
func (s *scanner) object(depth int) (object, error) {
	if depth > maxNesting {
		return nil, fmt.Errorf("%w: nested too deeply", errSyntax)
	}
	s.skip()
	if s.at >= len(s.data) {
		return nil, fmt.Errorf("%w: ends too early", errSyntax)
	}
	switch c := s.data[s.at]; {
	case c == '/':
		s.at++
		return s.name()
	case c == '(':
		return s.literal()
	case c == '[':
		s.at++
		return s.list(depth)
	case c == '<' && s.at+1 < len(s.data) && s.data[s.at+1] == '<':
		s.at += 2
		return s.dict(depth)
	case c == '<':
		return s.hex()
	}
	return s.plain()
}

// whole reads a number of figures.
func whole(w []byte) (n int, ok bool) {
	const most = 9 * strconv.IntSize / 32 // figures that an int holds for certain
	for _, c := range w {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, len(w) > 0 && len(w) <= most
}

// plain reads a number, a reference, or one of the words true, false and null.
func (s *scanner) plain() (object, error) {
	w := s.bytes()
	switch string(w) {
	case "true", "false":
		return w[0] == 't', nil
	case "null":
		return nil, nil
	}
	id, ok := whole(w)
	if !ok {
		v, err := strconv.ParseFloat(string(w), 64)
		if err != nil {
			return nil, fmt.Errorf("%w: unexpected %q at %d", errSyntax, w, s.at)
		}
		return number(v), nil
	}
	behind := s.at
	s.skip()
	if _, ok := whole(s.bytes()); ok {
		s.skip()
		if string(s.bytes()) == "R" {
			return reference(id), nil
		}
	}
	s.at = behind
	return number(id), nil
}

// names are those that stand in every file, so that they need not be made anew.
var names = func() map[string]object {
	m := make(map[string]object)
	for _, s := range [...]string{
		"Catalog", "ColorSpace", "Contents", "Count", "CreationDate", "EmbeddedFiles", "Font", "Info", "Kids", "Length", "MediaBox",
		"ModDate", "Names", "Page", "Pages", "Parent", "ProcSet", "Producer", "PDF", "ImageB", "ImageC", "ImageI", "Text", "Resources",
		"Root", "Size", "Type", "XObject",
	} {
		m[s] = name(s)
	}
	return m
}()

func (s *scanner) name() (object, error) {
	w := s.bytes()
	if known := names[string(w)]; known != nil {
		return known, nil
	}
	if bytes.IndexByte(w, '#') < 0 {
		return name(w), nil
	}
	var b []byte
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			if v, err := strconv.ParseUint(string(w[i+1:i+3]), 16, 8); err == nil {
				b = append(b, byte(v))
				i += 2
				continue
			}
		}
		b = append(b, w[i])
	}
	return name(b), nil
}

func (s *scanner) list(depth int) (object, error) {
	l := make(list, 0, 4) // numbers of a box, most often
	for {
		s.skip()
		if s.at < len(s.data) && s.data[s.at] == ']' {
			s.at++
			return l, nil
		}
		o, err := s.object(depth + 1)
		if err != nil {
			return nil, err
		}
		l = append(l, o)
	}
}

func (s *scanner) dict(depth int) (object, error) {
	d := make(dict)
	for {
		if s.keyword(">>") {
			return d, nil
		}
		if !s.keyword("/") {
			return nil, fmt.Errorf("%w: a dictionary lacks a name at %d", errSyntax, s.at)
		}
		key, err := s.name()
		if err != nil {
			return nil, err
		}
		if d[key.(name)], err = s.object(depth + 1); err != nil {
			return nil, err
		}
	}
}

// literal reads a string in parentheses.
func (s *scanner) literal() (object, error) {
	var b []byte
	open := 0
	for ; s.at < len(s.data); s.at++ {
		switch c := s.data[s.at]; c {
		case '(':
			if open++; open > 1 {
				b = append(b, c)
			}
		case ')':
			if open--; open == 0 {
				s.at++
				return text(b), nil
			}
			b = append(b, c)
		case '\\':
			b = s.escape(b)
		default:
			b = append(b, c)
		}
	}
	return nil, fmt.Errorf("%w: a string does not end", errSyntax)
}

// escapes are the letters behind a backslash that stand for others.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// escape appends what a backslash in a string stands for, leaving s on its last byte.
func (s *scanner) escape(b []byte) []byte {
	s.at++
	if s.at >= len(s.data) {
		return b
	}
	switch c := s.data[s.at]; {
	case escapes[c] != 0:
		return append(b, escapes[c])
	case c == '\n':
		return b
	case c >= '0' && c <= '7':
		v := 0
		for i := 0; i < 3 && s.at < len(s.data) && s.data[s.at] >= '0' && s.data[s.at] <= '7'; i++ {
			v = 8*v + int(s.data[s.at]-'0')
			s.at++
		}
		s.at--
		return append(b, byte(v))
	default:
		return append(b, c)
	}
}

// hex reads a string in angle brackets.
func (s *scanner) hex() (object, error) {
	var b []byte
	half, digits := byte(0), 0
	for s.at++; s.at < len(s.data); s.at++ {
		c := s.data[s.at]
		var v byte
		switch {
		case c == '>':
			s.at++
			if digits%2 == 1 {
				b = append(b, half<<4)
			}
			return text(b), nil
		case isSpace(c):
			continue
		case c >= '0' && c <= '9':
			v = c - '0'
		case c >= 'a' && c <= 'f':
			v = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			v = c - 'A' + 10
		default:
			return nil, fmt.Errorf("%w: %q in a hexadecimal string", errSyntax, c)
		}
		if digits++; digits%2 == 0 {
			b = append(b, half<<4|v)
		}
		half = v
	}
	return nil, fmt.Errorf("%w: a string does not end", errSyntax)
}
