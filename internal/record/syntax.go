package record

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

const emptyFix = "lấy tệp mẫu bằng lệnh vanban new"

// readNode parses src, which checkSource has passed, into the node of its one
// document. A nil node comes with findings.
func readNode(name string, src []byte) (*yaml.Node, diag.List) {
	dec := yaml.NewDecoder(bytes.NewReader(src))
	var root, second yaml.Node
	switch err := dec.Decode(&root); {
	case errors.Is(err, io.EOF):
		return nil, diag.List{{Pos: diag.Pos{File: name}, Rule: RuleEmpty, Message: "tệp không có nội dung", Fix: emptyFix}}
	case err != nil:
		return nil, diag.List{syntaxFinding(name, src, err)}
	}
	switch err := dec.Decode(&second); {
	case err == nil:
		n := append(second.Content, &second)[0]
		return nil, diag.List{{
			Pos: nodePos(name, n, ""), Rule: RuleDocuments,
			Message: "tệp chứa hơn một văn bản (ngăn bằng ---)", Fix: "tách mỗi văn bản thành một tệp",
		}}
	case !errors.Is(err, io.EOF):
		return nil, diag.List{syntaxFinding(name, src, err)}
	}
	if len(root.Content) != 1 {
		return nil, diag.List{{Pos: diag.Pos{File: name}, Rule: RuleEmpty, Message: "tệp không có nội dung", Fix: emptyFix}}
	}
	return root.Content[0], nil
}

// nodePos returns the place of a node that stands at path.
func nodePos(name string, n *yaml.Node, path string) diag.Pos {
	return diag.Pos{File: name, Line: n.Line, Column: n.Column, Path: path}
}

// syntaxWords says in Vietnamese what yaml.v3 says in English, by a piece of
// its sentence. The first that fits is taken.
var syntaxWords = []struct{ english, vietnamese, fix string }{
	{"cannot start any token", "giá trị mở đầu bằng một ký tự không được đứng đầu (như %, @, ` hoặc dấu tab)",
		"đặt giá trị trong dấu ngoặc kép"},
	{"found a tab character", "dòng này thụt vào bằng dấu tab", "thụt dòng bằng dấu cách"},
	{"mapping values are not allowed", "dấu hai chấm đứng sai chỗ",
		"đặt giá trị có dấu hai chấm trong dấu ngoặc kép, hoặc xem lại thụt dòng"},
	{"block sequence entries are not allowed", "gạch đầu dòng đứng sai chỗ", "đưa danh sách xuống dòng dưới khóa"},
	{"did not find expected '-' indicator", "dòng này không thẳng hàng với các gạch đầu dòng phía trên", "xem lại thụt dòng"},
	{"did not find expected key", "dòng này không thẳng hàng với các khóa phía trên", "xem lại thụt dòng và dấu ngoặc kép của dòng này"},
	{"could not find expected ':'", "dòng này không có dấu hai chấm sau khóa", "viết \"khóa: giá trị\", và xem lại thụt dòng"},
	{"found unexpected end of stream", "dấu ngoặc kép mở mà không đóng", "thêm dấu ngoặc kép ở cuối giá trị"},
	{"did not find expected ',' or ']'", "danh sách trong ngoặc vuông thiếu dấu phẩy hoặc dấu ]", ""},
	{"did not find expected ',' or '}'", "nhóm khóa trong ngoặc nhọn thiếu dấu phẩy hoặc dấu }", ""},
	{"did not find expected node content", "thiếu giá trị trong dấu ngoặc", ""},
	{"unknown anchor", "bí danh (dấu *) dẫn đến tên không có", "đặt giá trị mở đầu bằng dấu * trong dấu ngoặc kép"},
	{"alphabetic or numeric character", "dấu * hoặc & mở đầu một giá trị", "đặt giá trị trong dấu ngoặc kép"},
	{"exceeded max depth", "các khóa lồng nhau quá sâu", ""},
	{"control characters are not allowed", "có ký tự điều khiển", ""},
	{"unknown escape character", "dấu \\ trong ngoặc kép đi với một chữ không hợp lệ", "dùng dấu ngoặc đơn '...' khi giá trị có dấu \\"},
	{"non-alphabetical character", "dấu % hoặc ! mở đầu một giá trị", "đặt giá trị trong dấu ngoặc kép"},
	{"did not find expected whitespace or line break", "dấu ! hoặc % mở đầu một giá trị hay một dòng", "đặt giá trị trong dấu ngoặc kép"},
	{"did not find expected tag URI", "dấu ! hoặc % mở đầu một giá trị hay một dòng", "đặt giá trị trong dấu ngoặc kép"},
	{"did not find URI escaped octet", "dấu ! hoặc % mở đầu một giá trị hay một dòng", "đặt giá trị trong dấu ngoặc kép"},
	{"<document start>", "sau dòng ... còn nội dung", "xóa dòng ... hoặc phần sau nó"},
	{"directive", "dấu % mở đầu dòng", "đặt giá trị trong dấu ngoặc kép"},
	{"expected comment or line break", "sau dấu | hoặc > phải xuống dòng", "viết nội dung ở dòng dưới, thụt vào hai dấu cách"},
	{"block scalar", "chữ sau dấu | hoặc > không hợp lệ", "xuống dòng ngay sau dấu |"},
}

// maxSearched bounds the files in which the line of a syntax error is searched.
const maxSearched = 256 << 10

var errorLine = pattern.New(`^(?:yaml: )?(?:line ([0-9]+): )?(.*)$`)

// syntaxFinding returns the error of yaml.v3 as a finding.
func syntaxFinding(name string, src []byte, err error) *diag.Diagnostic {
	m := errorLine.FindStringSubmatch(strings.SplitN(err.Error(), "\n", 2)[0])
	d := &diag.Diagnostic{
		Rule: RuleSyntax, Pos: diag.Pos{File: name},
		Message: "YAML viết sai", Fix: "xem lại thụt dòng, dấu hai chấm và dấu ngoặc kép quanh dòng này", Err: err,
	}
	if line := faultyLine(src, m[2]); line > 0 {
		d.Pos = placeInLine(name, src, line)
	} else if line, convErr := strconv.Atoi(m[1]); convErr == nil {
		d.Pos = placeInLine(name, src, line)
	}
	if strings.Contains(m[2], "cannot start any token") {
		if line, column := tabAfter(src, d.Pos.Line); column > 0 {
			d.Pos.Line, d.Pos.Column = line, column
			d.Message, d.Fix = "dòng này thụt vào bằng dấu tab", "thụt dòng bằng dấu cách"
			return d
		}
	}
	for _, w := range syntaxWords {
		if strings.Contains(m[2], w.english) {
			d.Message, d.Fix = w.vietnamese, w.fix
			break
		}
	}
	if !someKey.MatchString(string(src[:min(len(src), maxSearched)])) {
		d.Fix = DraftFix
	}
	if column, opens := wrapped(lineOf(src, d.Pos.Line)); column > 0 && strings.Contains(m[2], "did not find expected") {
		d.Pos.Column = column
		d.Message = fmt.Sprintf("giá trị mở đầu bằng dấu %s, mà sau dấu đóng còn chữ", opens)
		d.Fix = `đặt cả giá trị trong dấu ngoặc kép thẳng "..."; ngoặc kép bên trong thì viết cong “ ”`
	}
	if strings.Contains(m[2], "could not find expected ':'") && blockBegins.MatchString(lineOf(src, d.Pos.Line-1)) {
		d.Message, d.Fix = "chữ dưới dấu | hoặc > không thụt vào", "thụt mỗi dòng của nội dung vào hai dấu cách"
	}
	lookalike(d, src, m[2])
	if column := curlyQuote(src, d.Pos.Line); column > 0 {
		d.Pos.Column = column
		d.Message = "dấu ngoặc kép cong (“ ”) của Word không giữ được giá trị có dấu hai chấm, dấu thăng"
		d.Fix = `đặt cả giá trị trong dấu ngoặc kép thẳng "..."; dấu ngoặc cong bên trong vẫn giữ được`
	}
	return d
}

// someKey is a key of any file at the head of a line.
var someKey = pattern.New(`(?m)^[\s{"'-]*[a-z_<]+["']?\s*:`)

// DraftFix says what is done with a paper that is typed already and is no YAML.
const DraftFix = "văn bản gõ sẵn thì đổi sang YAML bằng vanban import; tệp mới thì bắt đầu bằng vanban new"

// lookalikes are signs of Word that look like those of YAML, where a line is broken by them: a
// pattern whose group is the sign.
var lookalikes = []struct {
	line         *pattern.Pattern
	message, fix string
}{
	{pattern.New(`^ *([\x{a0}\x{2000}-\x{200a}\x{202f}\x{3000}])\s*\S`),
		"dòng này thụt vào bằng một dấu cách đặc biệt, chép từ Word hay trang web", "xóa dấu cách ấy, thụt dòng bằng dấu cách thường"},
	{pattern.New(`^\s*[\pL_]+\s*(：)`),
		"dấu hai chấm là dấu toàn góc (：), không phải dấu hai chấm thường", "gõ lại dấu hai chấm, rồi một dấu cách"},
	{pattern.New(`^\s*[\pL_]+:([\x{a0}\x{2000}-\x{200a}\x{202f}\x{3000}])`),
		"sau dấu hai chấm là một dấu cách đặc biệt, chép từ Word hay trang web",
		"xóa dấu cách ấy, gõ lại một dấu cách thường"},
	{pattern.New(`^\s*([–—−•●▪◦‣·*+])\s`),
		"dòng mở đầu bằng dấu của Word, không phải gạch đầu dòng", `mở đầu mỗi mục bằng dấu trừ "-" trên bàn phím, rồi một dấu cách`},
}

// unaligned matches what the parser says of a line that it cannot read as a key or an entry.
var unaligned = pattern.New("mapping values are not allowed|could not find expected ':'|did not find expected key|" +
	"did not find expected '-' indicator")

// lookalike says of a syntax error what a person can see of it: a sign that only looks right, or
// a line that is set in too deep.
func lookalike(d *diag.Diagnostic, src []byte, said string) {
	text := lineOf(src, d.Pos.Line)
	if unaligned.MatchString(said) {
		for _, line := range [...]int{d.Pos.Line, d.Pos.Line - 1} {
			for _, l := range lookalikes {
				if at := l.line.FindStringSubmatchIndex(lineOf(src, line)); at != nil {
					d.Pos.Line, d.Pos.Column = line, utf8.RuneCountInString(lineOf(src, line)[:at[2]])+1
					d.Message, d.Fix = l.message, l.fix
					return
				}
			}
		}
	}
	above, own := strings.TrimRight(lineOf(src, d.Pos.Line-1), " \r\n"), len(text)-len(strings.TrimLeft(text, " "))
	switch {
	case strings.Contains(said, "<document start>") && !bytes.Contains(src, []byte("\n...")):
		d.Message, d.Fix = "các dòng không thẳng hàng: dòng này thụt vào khác dòng sau", "bỏ dấu cách ở đầu các dòng ngoài cùng"
	case strings.Contains(said, "mapping values are not allowed") && plainPair.MatchString(above) &&
		own > len(above)-len(strings.TrimLeft(above, " ")) && plainPair.MatchString(strings.TrimRight(text, " \r\n")):
		d.Message = "dòng này thụt vào sâu hơn dòng trên"
		d.Fix = "đặt thẳng cột với dòng trên; nếu là phần tiếp của giá trị ở trên thì đặt cả giá trị trong dấu ngoặc kép"
	}
}

// plainPair is a line with a key and a value that nothing opens.
var plainPair = pattern.New(`^ *[a-z_]+: +[^\[{"'|>&*#\s]`)

// curlyQuote returns the column of a value that begins with a quotation mark of Word, which
// quotes nothing in YAML; 0: there is none in that line.
func curlyQuote(src []byte, line int) int {
	text := lineOf(src, line)
	for _, lead := range []string{": ", "- ", "[", "{"} {
		for _, mark := range "“”„‘’" {
			if i := strings.Index(text, lead+string(mark)); i >= 0 {
				return utf8.RuneCountInString(text[:i+len(lead)]) + 1
			}
		}
	}
	return 0
}

// blockBegins is the line above a text of several lines.
var blockBegins = pattern.New(`(?:: |- )[|>][-+0-9]*\s*$`)

// opened is a key, or a dash, and the value behind it that a bracket or quotation mark begins.
var opened = pattern.New(`^(?:\s*(?:- +)*[\pL_]+: +|\s*(?:- +)+)([\[{"'])`)

// wrapped returns the column and the first character of a value that is in brackets or quotation
// marks only in part, as [Dự thảo] kế hoạch; 0: the line has none.
func wrapped(text string) (column int, opens string) {
	at := opened.FindStringSubmatchIndex(text)
	if at == nil {
		return 0, ""
	}
	opens = text[at[2]:at[3]]
	closes := cmp.Or(map[string]string{"[": "]", "{": "}"}[opens], opens)
	inside := strings.NewReplacer("\\\"", "", "''", "").Replace(text[at[3]:]) // marks that close nothing
	_, rest, found := strings.Cut(inside, closes)
	rest = strings.TrimLeft(rest, closes)
	if rest = strings.TrimSpace(rest); !found || rest == "" || rest[0] == '#' {
		return 0, ""
	}
	return utf8.RuneCountInString(text[:at[2]]) + 1, opens
}

// lineOf returns a line with its end; "" where there is none.
func lineOf(src []byte, line int) string {
	ends := lineEnds(src)
	if line < 1 || line > len(ends) {
		return ""
	}
	return string(src[lineStart(ends, line):ends[line-1]])
}

// lineStart returns where a line begins, from 1, of a source whose lines end there.
func lineStart(ends []int, line int) int {
	if line < 2 {
		return 0
	}
	return ends[line-2]
}

// faultyLine returns the line at which the parser gives up with message: yaml.v3
// itself often names the line where the surrounding block began. 0: not found.
func faultyLine(src []byte, message string) int {
	if len(src) > maxSearched || strings.Contains(message, "end of stream") {
		return 0
	}
	ends := lineEnds(src)
	// What follows the place of an error is never read, so every longer piece
	// of the file gives the same error.
	n := sort.Search(len(ends), func(i int) bool {
		var n yaml.Node
		err := yaml.Unmarshal(src[:ends[i]], &n)
		return err != nil && strings.HasSuffix(err.Error(), message)
	})
	if n == len(ends) {
		return 0
	}
	return n + 1
}

// lineEnds returns the offset behind each line of src.
func lineEnds(src []byte) []int {
	var ends []int
	for i, c := range src {
		if c == '\n' || c == '\r' && (i+1 == len(src) || src[i+1] != '\n') {
			ends = append(ends, i+1)
		}
	}
	if len(ends) == 0 || ends[len(ends)-1] < len(src) {
		ends = append(ends, len(src))
	}
	return ends
}

// placeInLine returns the first character of a line that is no space, in the file
// at the latest.
func placeInLine(name string, src []byte, line int) diag.Pos {
	ends := lineEnds(src)
	line = max(1, min(line, len(ends)))
	text := src[lineStart(ends, line):ends[line-1]]
	return diag.Pos{File: name, Line: line, Column: len(text) - len(bytes.TrimLeft(text, " ")) + 1}
}

// tabAfter returns the place of the first tab in the indentation of a line, at
// line or the one behind it. Column 0: there is none.
func tabAfter(src []byte, line int) (int, int) {
	ends := lineEnds(src)
	for l := max(line, 1); l <= min(line+1, len(ends)); l++ {
		for i, c := range src[lineStart(ends, l):ends[l-1]] {
			if c == '\t' {
				return l, i + 1
			}
			if c != ' ' && c != '-' {
				break
			}
		}
	}
	return 0, 0
}

// Quote quotes a value for a message, and shortens it.
func Quote(s string) string {
	const longest = 60
	if r := []rune(s); len(r) > longest {
		s = string(r[:longest]) + "..."
	}
	return fmt.Sprintf("%q", s)
}
