package markup

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/vanban-go/vanban/plan/diag"
)

// CommonMark drops in silence what it finds no place for. A paper may not: what
// would be lost is said here, at its letter.

var (
	noteText = regexp.MustCompile(`(?m)^ {0,3}\[\^([^\]\s]+)\]:`)
	noteMark = regexp.MustCompile(`(\\?)\[\^([^\]\s]+)\](:?)`)
)

// lostNotes finds footnotes without a mark or with two texts, and marks without a
// text.
func (r *reader) lostNotes() {
	if !bytes.Contains(r.b, []byte("[^")) {
		return
	}
	texts := make(map[string]int) // name to where its text begins
	for _, at := range noteText.FindAllSubmatchIndex(r.b, -1) {
		name := string(r.b[at[2]:at[3]])
		if _, twice := texts[name]; twice {
			r.add(at[2]-2, diag.Error, RuleFootnote, fmt.Sprintf("chú thích [^%s] có hai nội dung", name), "[^"+name+"]")
			continue
		}
		texts[name] = at[2] - 2
	}
	marked := make(map[string]bool)
	for _, at := range noteMark.FindAllSubmatchIndex(r.b, -1) {
		name := string(r.b[at[4]:at[5]])
		start := at[4] - 2
		if at[3] > at[2] || start == texts[name] && at[7] > at[6] {
			continue // meant as text, or the text of the note itself
		}
		if _, known := texts[name]; !known {
			r.add(start, diag.Error, RuleFootnote, fmt.Sprintf("chú thích [^%s] không có nội dung; viết [^%s]: ở một dòng riêng", name, name), "[^"+name+"]")
		}
		marked[name] = true
	}
	for _, at := range noteText.FindAllSubmatchIndex(r.b, -1) {
		if name := string(r.b[at[2]:at[3]]); !marked[name] {
			r.add(at[2]-2, diag.Error, RuleFootnote, fmt.Sprintf("không có chỗ nào dẫn đến chú thích [^%s]", name), "[^"+name+"]")
			marked[name] = true
		}
	}
}

// lostInNote finds what a footnote cannot hold: another note, or anything but
// paragraphs.
func (r *reader) lostInNote(n *extast.Footnote) {
	for p := n.FirstChild(); p != nil; p = p.NextSibling() {
		switch p.Kind() {
		case ast.KindParagraph, ast.KindTextBlock, extast.KindFootnoteBacklink:
		default:
			r.add(start(p), diag.Error, RuleFootnote, "chú thích chỉ viết bằng đoạn văn, không có danh sách, bảng, đề mục", "")
		}
	}
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if _, ok := c.(*extast.FootnoteLink); ok && entering {
			r.add(start(n), diag.Error, RuleFootnote, "trong chú thích không đặt chú thích khác", "")
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
}

// lostCells finds a row that has more cells than its table has columns.
func (r *reader) lostCells(row ast.Node, columns int) {
	at := start(row)
	if at == 0 {
		return
	}
	from := bytes.LastIndexByte(r.b[:at], '\n') + 1
	line := r.b[from:]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	line = bytes.TrimSpace(line)
	line = bytes.TrimPrefix(line, []byte("|"))
	if !bytes.HasSuffix(line, []byte(`\|`)) {
		line = bytes.TrimSuffix(line, []byte("|"))
	}
	cells := 1
	for i, c := range line {
		if c == '|' && (i == 0 || line[i-1] != '\\') {
			cells++
		}
	}
	if cells > columns {
		r.add(from, diag.Error, RuleCells, fmt.Sprintf("hàng của bảng có %d ô, bảng có %d cột", cells, columns), string(line))
	}
}
