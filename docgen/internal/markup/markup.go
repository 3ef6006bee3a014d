// Package markup reads the text marks of prose fields, a documented subset of
// CommonMark: headings, paragraphs, nested lists, tables, strong, emphasis,
// hard breaks, footnotes, links and references. Code, HTML, quotes, setext
// headings, thematic breaks and entities are off: their signs are text.
//
// Numbers are never typed. A heading of depth n is level n of the document's
// scheme; an item of a numbered list is the next deeper level that has a
// number, an item of a dashed list the next deeper level that has none.
//
// The package stands between the model and the document tree: it takes the
// source of one field and gives inlines or parts. It opens no files.
package markup

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// Source is the text of one field and where it stands.
type Source struct {
	Text string
	// At gives the place of a byte of Text. Nil: no places are known.
	At func(offset int) diag.Pos
}

func (s Source) pos(offset int) diag.Pos {
	if s.At == nil {
		return diag.Pos{}
	}
	return s.At(offset)
}

// The parsers hold no state of a document and may be shared.
var (
	blockParser  = newBlockParser()
	inlineParser = newInlineParser()
)

func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	}
}

func newBlockParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999),
			util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000),
		),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(tableTransformer{extension.NewTableParagraphTransformer()}, 200)),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
		),
	)
}

func newInlineParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(paragraphParser{parser.NewParagraphParser()}, 1000)),
		parser.WithInlineParsers(inlineParsers()[1:]...),
	)
}

// paragraphParser also takes lines indented by four spaces or more: there are
// no code blocks here, and a line that no parser takes would end the reading.
type paragraphParser struct{ parser.BlockParser }

func (paragraphParser) CanAcceptIndentedLine() bool { return true }

// tableTransformer takes only tables drawn with bars: a line of dashes below a
// line of text is not a table of one cell.
type tableTransformer struct{ parser.ParagraphTransformer }

func (t tableTransformer) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		if line := seg.Value(reader.Source()); bytes.IndexByte(line, '|') >= 0 && len(bytes.Trim(line, "|:- \t\r\n")) == 0 {
			t.ParagraphTransformer.Transform(n, reader, pc)
			return
		}
	}
}

// plain reports whether s has no sign that the subset gives a meaning to, so
// that it needs no parsing. Most fields of most papers are so.
func plain(s string) bool { return !strings.ContainsAny(s, "\\`*_[]<>\n\t#|{}!~") }

// Line reads a field that holds one line, such as a title: inline marks only.
// A line that starts like a list or heading is plain text.
func Line(src Source) ([]doc.Inline, diag.List) {
	s := strings.TrimSpace(src.Text)
	if s == "" {
		return nil, nil
	}
	if plain(s) {
		return doc.T(s), nil
	}
	if d := src.tooMuch(); d != nil {
		return nil, diag.List{d}
	}
	r := reader{src: src, b: []byte(src.Text)}
	root := inlineParser.Parse(text.NewReader(r.b))
	var out []doc.Inline
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n != root.FirstChild() {
			r.add(start(n), diag.Error, RuleBlockInLine, "chỗ này chỉ viết được một đoạn, không có dòng trống ở giữa", "")
			break
		}
		out = r.inlines(n)
	}
	return out, r.found
}

// Limits of one field. CommonMark readers take time in the square of these;
// no real paper comes near.
const (
	maxMarks  = 20000
	maxIndent = 200
)

// tooMuch finds a field that only means to keep the program busy.
func (s Source) tooMuch() *diag.Diagnostic {
	marks, indent, head := 0, 0, true
	for i := range len(s.Text) {
		c := s.Text[i]
		switch {
		case c == '\n':
			indent, head = 0, true
		case head && (c == ' ' || c == '\t' || c == '-' || c == '+' || c == '*'):
			indent++
		default:
			head = false
		}
		if c == '[' || c == '*' || c == '_' {
			marks++
		}
		if marks > maxMarks || indent > maxIndent {
			return &diag.Diagnostic{Pos: s.pos(i), Rule: RuleTooMuch, Message: fmt.Sprintf(
				"một trường có quá nhiều dấu định dạng (quá %d dấu, hoặc thụt vào quá %d dấu cách)", maxMarks, maxIndent)}
		}
	}
	return nil
}

// Escape makes s plain text in the eyes of this package: what it gives, read
// by [Line] or [Body], is s again. Line ends become spaces.
func Escape(s string) string {
	if plain(s) && !opensBlock(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	if opensBlock(s) {
		// A leading dash or number would open a list.
		i := strings.IndexAny(s, ".)-+*#:")
		b.WriteString(s[:i])
		b.WriteByte('\\')
		b.WriteByte(s[i])
		s = s[i+1:]
	}
	for _, r := range s {
		switch r {
		case '\n', '\r', '\t':
			b.WriteByte(' ')
			continue
		case '\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '{', '}', '!', '~':
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

var blockOpener = regexp.MustCompile(`^(?:\d{1,9}[.)]|[-+*:])(?:\s|$|-)`)

func opensBlock(s string) bool { return blockOpener.MatchString(s) }

// typed matches a number or sign that the scheme would print by itself.
var typed = regexp.MustCompile(`^(?:(?i:Phần|Chương|Mục|Tiểu mục|Điều)\s+(?:\d+|[IVXLC]+)\s*[.:]|[IVXLC]{1,7}[.)-]` + closing + `|\d{1,3}(?:\.\d{1,3})*[.)/]` + closing + `|\(\d{1,3}\)` + closing + `|\p{Ll}\)` + closing + `|[-+–•]\s)`)

// closing is what stands between a typed number and the text: a space, behind the
// sign that ends bold or italic letters.
const closing = `[*_]{0,3}\s`

// initials matches the letters of a person's names, which look like a number of the
// first level: V. I. Lê-nin.
var initials = regexp.MustCompile(`^\p{Lu}\.\s*\p{Lu}\.`)

// TypedMarker gives the number or sign typed at the head of s, if there is
// one: what a computed number would double. A backslash in the source says
// that it is meant.
func TypedMarker(s string) string {
	s = strings.TrimLeft(s, " *_")
	if initials.MatchString(s) {
		return ""
	}
	return strings.TrimRight(typed.FindString(s), " *_\t\n")
}

// reader turns one parsed source into nodes.
type reader struct {
	src   Source
	b     []byte
	found diag.List
	notes map[int][]doc.Inline
	o     Options
}

func (r *reader) add(offset int, level diag.Level, rule, message, found string) {
	r.found.Add(&diag.Diagnostic{Pos: r.src.pos(offset), Level: level, Rule: rule, Message: message, Found: found})
}

// start gives the offset of the first text of n, or 0.
func start(n ast.Node) int {
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if t, ok := n.(*ast.Text); ok {
		return t.Segment.Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if s := start(c); s > 0 {
			return s
		}
	}
	return 0
}

// unescape drops the backslash before ASCII punctuation. Entities stay text.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '\\') < 0 {
		return string(b)
	}
	return string(util.UnescapePunctuations(b))
}
