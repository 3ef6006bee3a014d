package record

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Text pasted out of Word into a block of YAML holds what YAML takes for the end of the
// block, or for no YAML at all: line breaks of other systems, tabs at the head of a line,
// a first line that is set in deeper than the next. Blocks are mended before they are
// parsed. Lines keep their numbers, and mending knows by how much their columns moved, so
// that places stay those of the file.

// pastedBreak stands for a line break that YAML does not know, until the text is read: a
// character of its own, so that lines and columns stay.
const pastedBreak = '\ue00b'

// mending says what was done to the blocks of a file.
type mending struct {
	count int         // breaks, tabs and indentations
	line  int         // of the first of them
	shift map[int]int // line to how far its text was moved to the right
	plain bool        // no character of the file has to be mended; lines may still be set in too deep
}

// mendBlocks gives a file in which the blocks of text can be parsed.
func mendBlocks(src []byte) ([]byte, mending) {
	m := mending{shift: make(map[int]int), plain: isPlain(src)}
	if !m.plain && (!utf8.Valid(src) || bytes.ContainsRune(src, pastedBreak)) || !mayOpenBlock(src) {
		return src, m
	}
	end := []byte("\n")
	if !bytes.Contains(src, end) {
		end = []byte("\r")
	}
	lines := bytes.SplitAfter(src, end)
	var out []byte // nil as long as nothing is mended
	number := 1    // of the line at hand; a CR alone ends a line too
	for i := 0; i < len(lines); {
		parent, explicit, opens := blockHeader(lines[i])
		end := i + 1
		for opens && end < len(lines) && inBlock(lines[end], parent) {
			end++
		}
		number += lineCount(lines[i])
		mended := mendBlock(&m, lines[i+1:end], parent, explicit, number)
		if mended == nil {
			mended = lines[i+1 : end]
		} else if out == nil {
			out = bytes.Join(lines[:i], nil)
		}
		if out != nil {
			out = append(append(out, lines[i]...), bytes.Join(mended, nil)...)
		}
		for _, l := range lines[i+1 : end] {
			number += lineCount(l)
		}
		i = end
	}
	if out == nil {
		return src, m
	}
	return out, m
}

// lineCount is how many lines of the file a piece up to a line feed is.
func lineCount(l []byte) int {
	n := bytes.Count(l, []byte("\r"))
	if bytes.HasSuffix(l, []byte("\r\n")) {
		n--
	}
	if bytes.HasSuffix(l, []byte("\n")) {
		n++
	}
	return n
}

func mayOpenBlock(l []byte) bool { return bytes.IndexByte(l, '|') >= 0 || bytes.IndexByte(l, '>') >= 0 }

// blockHeader reports whether a line opens a block of text, "key: |" or "- >-", and gives
// the indentation of what it belongs to, and the one that it states, if it does.
func blockHeader(l []byte) (parent, explicit int, ok bool) {
	if !mayOpenBlock(l) {
		return 0, 0, false
	}
	s, _, _ := strings.Cut(string(l), " #")
	s = strings.TrimRight(s, " \t\r\n")
	i := strings.LastIndexAny(s, "|>")
	sign := s[i+1:]
	if i == -1 || len(sign) > 2 || strings.Trim(sign, "+-123456789") != "" {
		return 0, 0, false
	}
	before := strings.TrimRight(s[:i], " ")
	for before != "" { // an anchor or tag stands between
		i := strings.LastIndexByte(before, ' ')
		if word := before[i+1:]; word[0] != '&' && word[0] != '!' {
			break
		}
		before = strings.TrimRight(before[:i+1], " ")
	}
	if !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, "-") {
		return 0, 0, false
	}
	parent = len(before) - len(strings.TrimLeft(before, " "))
	for {
		rest := before[parent:]
		if !strings.HasPrefix(rest, "- ") {
			break
		}
		parent += len(rest) - len(strings.TrimLeft(rest[1:], " "))
	}
	for _, c := range sign {
		if c >= '1' { // no plus or minus
			explicit = parent + int(c-'0')
		}
	}
	return parent, explicit, true
}

// inBlock reports whether a line belongs to a block of what is indented by parent: a blank
// one, one that is set in deeper, and one that no YAML begins with.
func inBlock(l []byte, parent int) bool {
	spaces, head := headOf(l)
	return isBlankLine(l, head) || spaces > parent || head > spaces
}

// isBlankLine reports whether a line has no more than its head.
func isBlankLine(l []byte, head int) bool { return head == len(bytes.TrimRight(l, "\r\n")) }

// headOf gives how many spaces a line begins with, and how many bytes of white space of
// any kind, and what is not seen, stand before its text.
func headOf(l []byte) (spaces, head int) {
	for spaces < len(l) && l[spaces] == ' ' {
		spaces++
	}
	head = spaces
	for head < len(l) {
		r, size := utf8.DecodeRune(l[head:])
		if r != ' ' && r != '\t' && r != '\u00a0' && !isHidden(r) {
			break
		}
		head += size
	}
	return spaces, head
}

// isHidden reports whether a character is not seen and stands at the ends of pasted lines.
func isHidden(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r == 0x2060 || r == 0xfeff || r == 0xad
}

// mendBlock gives the lines of a block as YAML reads them, nil when it does so already.
// The first of them has that number.
func mendBlock(m *mending, lines [][]byte, parent, explicit, number int) [][]byte {
	indent := explicit
	for _, l := range lines {
		spaces, head := headOf(l)
		if explicit == 0 && spaces == head && !isBlankLine(l, head) && (indent == 0 || spaces < indent) {
			indent = spaces
		}
	}
	if indent == 0 {
		indent = parent + 2
	}
	var out [][]byte
	text := false // the first line with text was met
	for i, l := range lines {
		spaces, head := headOf(l)
		blank := isBlankLine(l, head)
		clean := l
		switch {
		case blank && (head > spaces || !text && spaces > indent):
			clean = append([]byte(" "), l[head:]...)
			m.add(number, 0)
		case blank:
		case head > spaces || !text && spaces > indent:
			clean = append(bytes.Repeat([]byte(" "), indent), l[head:]...)
			m.add(number, indent-utf8.RuneCount(l[:head]))
		}
		text = text || !blank
		if !blank && !m.plain {
			clean = m.mendLine(clean, number, indent)
		}
		if out == nil && !bytes.Equal(clean, l) {
			out = append(make([][]byte, 0, len(lines)), lines[:i]...)
		}
		if out != nil {
			out = append(out, clean)
		}
		number += lineCount(l)
	}
	return out
}

// mendLine replaces the line breaks inside a line of a block, and drops what is not seen
// at its end.
func (m *mending) mendLine(l []byte, number, indent int) []byte {
	body := bytes.TrimRight(l, "\r\n")
	end := l[len(body):]
	body = bytes.TrimRightFunc(body, func(r rune) bool { return isHidden(r) })
	if len(body)+len(end) == len(l) && !bytes.ContainsAny(body, "\v\r\u0085\u2028\u2029") {
		return l
	}
	var b []byte
	for i := 0; i < len(body); {
		r, size := utf8.DecodeRune(body[i:])
		switch r {
		case '\v', '\u0085', '\u2028', '\u2029':
			b = utf8.AppendRune(b, pastedBreak)
			m.add(number, 0)
		case '\r':
			number++
			_, head := headOf(body[i+1:])
			b = append(append(b, '\r'), bytes.Repeat([]byte(" "), indent)...)
			m.add(number, indent-utf8.RuneCount(body[i+1:i+1+head]))
			size += head
		default:
			b = append(b, body[i:i+size]...)
		}
		i += size
	}
	return append(b, end...)
}

func (m *mending) add(line, shift int) {
	if m.count == 0 {
		m.line = line
	}
	m.count++
	if shift != 0 {
		m.shift[line] = shift
	}
}

// finding hints at what was pasted.
func (m *mending) finding(name string) diag.List {
	if m.count == 0 {
		return nil
	}
	return diag.List{{
		Pos: diag.Pos{File: name, Line: m.line, Column: 1}, Level: diag.Info, Rule: RuleBreaks,
		Message: fmt.Sprintf("nội dung dán từ Word có %d chỗ ngắt dòng, dấu tab hoặc thụt đầu dòng không theo YAML; đã đọc như xuống "+
			"dòng thường", m.count),
	}}
}

// unmended returns a function from offsets in the source as it was parsed to those in the
// text as it was read. Inside a mended line they are as near as can be.
func (s *Source) unmended() func(at int) int {
	if s.mended.count == 0 {
		return func(at int) int { return at }
	}
	ends := lineEnds(s.read)
	line := func(src []byte, ends []int, i int) (start int, text []byte) {
		start = lineStart(ends, i+1)
		return start, bytes.TrimRight(src[start:ends[i]], "\r\n")
	}
	return func(at int) int {
		i := sort.SearchInts(s.ends, at+1)
		if i == len(s.ends) {
			return len(s.read)
		}
		from, parsed := line(s.src, s.ends, i)
		start, text := line(s.read, ends, i)
		if behind := at - from - len(parsed); behind >= 0 {
			return start + len(text) + behind
		}
		return start + min(at-from, len(text))
	}
}

// textOf gives the text of a node: composed letters, and line breaks where some were
// pasted.
func textOf(n *yaml.Node) string {
	s := vi.NFC(n.Value)
	if strings.ContainsRune(s, pastedBreak) {
		s = strings.ReplaceAll(s, string(pastedBreak), "\n")
	}
	return s
}
