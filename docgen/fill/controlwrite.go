package fill

import (
	"fmt"
	"strings"
)

// plain writes a control that is not filled.
func (x *exec) plain(n *node) {
	x.out = append(x.out, x.startOf(n)...)
	x.kids(n)
	x.out = append(x.out, n.tail...)
	x.wrote(n)
}

// write writes the control with another content: in the formatting of the first run that it had,
// unless that was its prompt's. edit gives properties that change.
func (c *controlOp) write(x *exec, n *node, shown string, edit func(*node) (string, bool)) {
	x.out = append(x.out, n.head...)
	for _, k := range n.kids {
		switch k.name {
		case "w:sdtPr":
			c.properties(x, k, edit)
		case "w:sdtContent":
			x.out = append(x.out, opened(k.head)...)
			c.content(x, n, k, shown)
			x.out = append(x.out, "</"+tagName(k.head)+">"...)
		default:
			x.out = append(x.out, k.src...)
		}
	}
	x.out = append(x.out, n.tail...)
	x.wrote(n)
}

// properties writes the properties of a control: it no longer shows its prompt, and takes its
// text from nowhere else.
func (c *controlOp) properties(x *exec, n *node, edit func(*node) (string, bool)) {
	x.out = append(x.out, n.head...)
	var each func(n *node)
	each = func(n *node) {
		for _, k := range n.kids {
			if k.name == "w:showingPlcHdr" || k.name == "w:dataBinding" || k.name == "w15:dataBinding" {
				continue
			}
			s, ok := edit(k)
			switch {
			case ok:
				x.out = append(x.out, s...)
			case k.name == "w:id":
				x.out = append(x.out, x.startOf(k)...)
				x.out = append(x.out, strings.TrimPrefix(k.src, k.head)...)
			case k.name == "w14:checkbox":
				x.out = append(x.out, k.head...)
				each(k)
				x.out = append(x.out, k.tail...)
			default:
				x.out = append(x.out, k.src...)
			}
		}
	}
	each(n)
	x.out = append(x.out, n.tail...)
}

// content writes the text of a control where its content stands: in runs, a paragraph, a cell.
func (c *controlOp) content(x *exec, n, content *node, shown string) {
	w := content.prefix()
	format := propertiesOf(content.find(func(k *node) bool { return k.name == "w:r" }))
	if c.asks || strings.Contains(format, "PlaceholderText") {
		format = ""
		if p := n.child("w:sdtPr").child("w:rPr"); p != nil {
			format = p.src
		}
	}
	run := func() {
		x.out = append(x.out, "<"+w+"r>"+format...)
		x.text(w, shown)
		x.out = append(x.out, "</"+w+"r>"...)
	}
	switch {
	case content.child("w:tc") != nil:
		tc := content.child("w:tc")
		x.out = append(x.out, tc.head...)
		if p := tc.child("w:tcPr"); p != nil {
			x.out = append(x.out, p.src...)
		}
		x.paragraph(tc, w, run)
		x.out = append(x.out, tc.tail...)
	case content.child("w:p") != nil || holdsBlocks(n.up):
		x.paragraph(content, w, run)
	default:
		run()
	}
}

// paragraph writes a paragraph like the first one of an element, with other runs.
func (x *exec) paragraph(in *node, w string, run func()) {
	p := in.child("w:p")
	if p == nil {
		x.out = append(x.out, "<"+w+"p>"...)
		run()
		x.out = append(x.out, "</"+w+"p>"...)
		return
	}
	x.out = append(x.out, opened(x.startOf(p))...)
	if k := p.child("w:pPr"); k != nil {
		x.out = append(x.out, k.src...)
	}
	run()
	x.out = append(x.out, "</"+w+"p>"...)
}

// repeat writes a repeating section: its first item once for each element of a list.
func (c *controlOp) repeat(x *exec, n *node, v *value) {
	if !v.isList {
		x.add(c.ref.at.finding(RuleValue, fmt.Sprintf("%s là phần lặp, cần một danh sách", c.ref.written()), "",
			"ghi trường này thành danh sách"))
		return
	}
	if len(v.list) == 0 {
		return // with the list the control goes: it may not be without an item
	}
	x.out = append(x.out, x.startOf(n)...)
	for _, k := range n.kids {
		if k.name != "w:sdtContent" {
			x.node(k)
			continue
		}
		x.out = append(x.out, k.head...)
		if item := k.child("w:sdt"); item != nil {
			x.each(v, &node{kids: []*node{item}}, nil)
		}
		x.out = append(x.out, k.tail...)
	}
	x.out = append(x.out, n.tail...)
	x.wrote(n)
}
