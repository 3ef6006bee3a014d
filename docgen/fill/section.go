package fill

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// section is what stands once for each element of a list, or where a condition holds.
type section struct {
	ref   *ref
	lists []string // lists that number anew for each element
}

// sections finds the two ends of each section of a story and puts what stands between them
// below a node of its own.
func (b *builder) sections(story *node) {
	var open []*node
	var ends [][2]*node
	story.walk(func(n *node) bool {
		if n != story && n.name == "w:txbxContent" {
			return false
		}
		m, ok := n.op.(*marker)
		if !ok {
			return true
		}
		if m.ref.sign != closeTag {
			open = append(open, n)
			return true
		}
		i := len(open) - 1
		for i >= 0 && m.ref.name != "" && key(closes(open[i])) != key(m.ref.name) {
			i--
		}
		if i < 0 {
			end := m.ref.written()
			b.bad(m.ref.at, RuleRepeat, end+" không có phần mở đầu", end,
				fmt.Sprintf("viết {{#%s}} ở đầu phần lặp, hoặc xóa %s", cmp.Or(m.ref.name, "Tên danh sách"), end))
			remove(n)
			return true
		}
		for _, left := range open[i+1:] {
			b.unclosed(left)
		}
		ends = append(ends, [2]*node{open[i], n})
		open = open[:i]
		return true
	})
	for _, left := range open {
		b.unclosed(left)
	}
	for _, e := range ends {
		b.wrap(e[0], e[1])
	}
}

// closes is the name that closes a section.
func closes(open *node) string { return open.op.(*marker).ref.name }

func (b *builder) unclosed(n *node) {
	r := n.op.(*marker).ref
	b.bad(r.at, RuleRepeat, r.written()+" chưa đóng", r.written(), fmt.Sprintf("viết {{/%s}} ở cuối phần lặp", r.name))
	remove(n)
}

// remove takes a marker out of its run.
func remove(n *node) {
	run := n.up
	n.replace()
	dropBare(run)
}

// common gives the deepest node above both, and its children that hold them.
func common(m, n *node) (top, first, last *node) {
	above := make(map[*node]*node) // to the child below
	for child, p := m, m.up; p != nil; child, p = p, p.up {
		above[p] = child
	}
	for child, p := n, n.up; p != nil; child, p = p, p.up {
		if first, ok := above[p]; ok {
			return p, first, child
		}
	}
	return nil, nil, nil
}

// blocks are the elements that hold paragraphs and tables.
var blocks = []string{"w:body", "w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote"}

// holdsBlocks reports whether the children of an element are paragraphs and tables.
func holdsBlocks(n *node) bool {
	for n.name == "" && n.up != nil || n.name == "w:sdtContent" {
		if n.name == "w:sdtContent" && n.child("w:p") == nil && n.child("w:tbl") == nil && n.child("w:sdt") == nil {
			return false
		}
		if n.name == "w:sdtContent" {
			n = n.up
		}
		n = n.up
	}
	return slices.Contains(blocks, n.name)
}

// wrap makes a section of what stands between two markers.
func (b *builder) wrap(open, end *node) {
	r := open.op.(*marker).ref
	s := &section{ref: r}
	top, first, last := common(open, end)
	bad := func(message, fix string) {
		b.bad(r.at, RuleRepeat, r.written()+" "+message, r.written(), fix)
		remove(open)
		remove(end)
	}
	const sameFix = "đặt hai đầu của phần lặp trong cùng một đoạn, một ô, một bảng, hoặc ở các đoạn cùng cấp"
	switch {
	case top.name == "w:tr":
		remove(open)
		remove(end)
		i := top.index()
		top.up.wrap(i, i+1, s)
	case isTable(top):
		remove(open)
		remove(end)
		i, j := first.index(), last.index()+1
		if isBlank(first) {
			first.replace()
			j--
		}
		if isBlank(last) {
			last.replace()
			j--
		}
		if i >= j {
			bad("không có dòng nào ở giữa", "đặt hai đầu của phần lặp ở các dòng cần lặp")
			return
		}
		top.wrap(i, j, s)
	case holdsBlocks(top):
		if first.name != "w:p" || last.name != "w:p" {
			bad("có một đầu ở trong bảng hay ô nội dung, một đầu ở ngoài", sameFix)
			return
		}
		before, after := shown(first, open)
		if before && after {
			bad("đứng giữa đoạn, còn phần kết ở đoạn khác", "đặt phần mở đầu ở đầu đoạn, hoặc trên một đoạn riêng")
			return
		}
		before2, after2 := shown(last, end)
		if before2 && after2 {
			bad("có phần kết đứng giữa đoạn khác", "đặt phần kết ở cuối đoạn, hoặc trên một đoạn riêng")
			return
		}
		i, j := first.index(), last.index()
		if before {
			i++
		}
		if before2 {
			j++
		}
		remove(open)
		remove(end)
		if !before2 && !after2 {
			dropParagraph(last)
		}
		if n := len(top.kids); !before && !after {
			if dropParagraph(first) {
				kept := len(top.kids) - n + 1
				i, j = i+kept, j+kept-1
			} else {
				i++
			}
		}
		top.wrap(i, max(i, j), s)
	default:
		b.wrapInline(open, end, top, s, bad)
	}
}

func isTable(n *node) bool {
	for n.name == "" && n.up != nil || n.name == "w:sdtContent" {
		n = n.up
		if n.name == "w:sdt" {
			n = n.up
		}
	}
	return n.name == "w:tbl"
}

// wrapInline makes a section of a part of a paragraph, or of all of it.
func (b *builder) wrapInline(open, end, top *node, s *section, bad func(message, fix string)) {
	p := top
	for p != nil && p.name != "w:p" {
		p = p.up
	}
	if p == nil {
		bad("có hai đầu không cùng một nơi", "đặt hai đầu của phần lặp trong cùng một đoạn, một ô hoặc một bảng")
		return
	}
	before, _ := shown(p, open)
	_, after := shown(p, end)
	if !before && !after && holdsBlocks(p.up) && p.child("w:pPr").child("w:sectPr") == nil {
		remove(open)
		remove(end)
		i := p.index()
		p.up.wrap(i, i+1, s)
		return
	}
	for _, m := range []*node{open, end} {
		for n := m.up; n != top; n = n.up {
			if !slices.Contains([]string{"w:r", "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag"}, n.name) {
				bad("có một đầu ở trong ô nội dung hay trường của Word, một đầu ở ngoài", "đặt hai đầu cùng ở trong, hoặc cùng ở ngoài")
				return
			}
		}
	}

	defer func() { p.parts = isBlankBeside(p) }()
	split(end, top)
	split(open, top)
	_, first, last := common(open, end)
	i, j := first.index(), last.index()
	top.wrap(i, j, s)
	remove(open)
	remove(end)
}

// isBlankBeside reports whether a paragraph shows nothing but what stands in its sections.
func isBlankBeside(p *node) bool {
	blank := p.child("w:pPr").child("w:sectPr") == nil
	p.walk(func(n *node) bool {
		if _, ok := n.op.(*section); ok || n.name == "w:pPr" || n.name == "w:rPr" {
			return false
		}
		blank = blank && n.op == nil && !shows(n)
		return blank
	})
	return blank
}

// shown reports whether a paragraph shows something before a node in it, and behind it.
func shown(p, at *node) (before, after bool) {
	passed := false
	p.walk(func(n *node) bool {
		switch {
		case n == at:
			passed = true
			return false
		case n.name == "w:pPr" || n.name == "w:rPr":
			return false
		case n.op != nil || shows(n):
			if passed {
				after = true
			} else {
				before = true
			}
		}
		return true
	})
	return before, after
}

// shows reports whether an element by itself shows something.
func shows(n *node) bool {
	switch n.name {
	case "w:drawing", "w:pict", "w:object", "w:sym", "w:fldChar", "w:fldSimple", "w:footnoteReference", "w:endnoteReference",
		"w:noBreakHyphen":
		return true
	case "w:br":
		return n.attr("w:type") != ""
	case "w:t":
		for _, k := range n.kids {
			if strings.TrimSpace(strings.ReplaceAll(k.text, "\u00a0", " ")) != "" {
				return true
			}
		}
	}
	return false
}

// dropParagraph takes a paragraph away that held nothing but a marker; bookmarks and the like in
// it stay. One that ends a section of the document stays.
func dropParagraph(p *node) bool {
	if p.child("w:pPr").child("w:sectPr") != nil {
		return false
	}
	var keep []*node
	for _, k := range p.kids {
		if rangeMark(k) {
			keep = append(keep, k)
		}
	}
	p.replace(keep...)
	return true
}
