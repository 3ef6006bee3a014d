package diag

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Offset is a place in a text, counted from its beginning: in characters (Unicode code
// points) and in the units of UTF-16, in which JavaScript, Java and .NET count.
type Offset struct {
	Characters int `json:"characters"`
	UTF16      int `json:"utf16"`
}

// Span is a part of a file's text, the mark of its byte order left out. The zero value is
// none.
type Span struct {
	Start Offset `json:"start"`
	End   Offset `json:"end"`
}

// Edit is a mending that is right whatever was meant: New takes the place of Old. The zero
// value is none.
type Edit struct {
	Span Span // of Old in the file; [List.Locate] finds it
	Old  string
	New  string
}

// Apply replaces the text of the edit in a file's text. Where the old text does not stand in
// its place it is refused, and nothing is changed.
func (e Edit) Apply(text string) (string, error) {
	start, ok := byteOf(text, e.Span.Start.Characters)
	if !ok || e.Old == "" || !strings.HasPrefix(text[start:], e.Old) {
		return text, errors.New("the text that the edit replaces is not there")
	}
	return text[:start] + e.New + text[start+len(e.Old):], nil
}

// byteOf returns the byte at which a character of a text begins.
func byteOf(text string, character int) (int, bool) {
	for i := range text {
		if character == 0 {
			return i, true
		}
		character--
	}
	return len(text), character == 0
}

// byteOrderMark begins some files; it is no part of their text.
const byteOrderMark = "\ufeff"

// Locate notes in each finding that names a line which part of the text it is about: what
// was found, where it stands there or once behind it on the line, else the place alone. An
// edit whose old text is not found in that way is dropped: it would have to guess. read
// gives the text of a file, empty for one that is not known.
func (l List) Locate(read func(file string) string) {
	if read == nil {
		return
	}
	known := make(map[string]*text)
	for _, d := range l {
		if d == nil || !d.Pos.IsValid() || d.Pos.Cell != "" {
			continue
		}
		t := known[d.Pos.File]
		if t == nil {
			t = newText(read(d.Pos.File))
			known[d.Pos.File] = t
		}
		if t.s == "" {
			continue
		}
		at, rest, ok := t.line(d.Pos)
		if !ok {
			d.Edit = Edit{}
			continue
		}
		from, length := once(rest, d.Found)
		d.Span = t.span(at+from, length)
		if from, length = once(rest, d.Edit.Old); length == 0 {
			d.Edit = Edit{}
			continue
		}
		d.Edit.Span = t.span(at+from, length)
	}
}

// once finds a word at the head of a line, or the only one behind it. No length: it is not
// there, or not only once.
func once(line, word string) (from, length int) {
	if word == "" {
		return 0, 0
	}
	from = strings.Index(line, word)
	if from < 0 || from > 0 && strings.Contains(line[from+1:], word) {
		return 0, 0
	}
	return from, len(word)
}

// text is a file's text with the beginnings of its lines.
type text struct {
	s     string
	lines []line
}

// line is where a line begins.
type line struct {
	at int // in bytes
	Offset
}

func newText(s string) *text {
	t := &text{s: strings.TrimPrefix(s, byteOrderMark)}
	at := line{}
	t.lines = append(t.lines, at)
	for i, r := range t.s {
		at.Characters, at.UTF16 = at.Characters+1, at.UTF16+utf16.RuneLen(r)
		if r == '\n' || r == '\r' && !strings.HasPrefix(t.s[i+1:], "\n") {
			at.at = i + 1
			t.lines = append(t.lines, at)
		}
	}
	return t
}

// line gives the byte of a place and what is behind it on its line.
func (t *text) line(p Pos) (at int, rest string, ok bool) {
	if p.Line > len(t.lines) {
		return 0, "", false
	}
	from, to := t.lines[p.Line-1].at, len(t.s)
	if p.Line < len(t.lines) {
		to = t.lines[p.Line].at
	}
	skip, ok := byteOf(t.s[from:to], max(p.Column-1, 0))
	return from + skip, strings.TrimRight(t.s[from+skip:to], "\r\n"), ok
}

// span returns the offsets of some bytes of a line.
func (t *text) span(at, length int) Span {
	i, _ := slices.BinarySearchFunc(t.lines, at+1, func(l line, at int) int { return cmp.Compare(l.at, at) })
	from := t.lines[i-1] // the last line that begins at or before at
	start := from.Offset.plus(t.s[from.at:at])
	return Span{start, start.plus(t.s[at : at+length])}
}

// plus is the offset behind some text.
func (o Offset) plus(s string) Offset {
	for _, r := range s {
		o.UTF16 += utf16.RuneLen(r)
	}
	o.Characters += utf8.RuneCountInString(s)
	return o
}
