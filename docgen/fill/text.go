package fill

import (
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/xmltext"
)

// stretch is a piece of a paragraph's text: where it stands, and which bytes of the text it
// is.
type stretch struct {
	leaf     *node // character data below a w:t; nil: something else
	from, to int
	sign     *node // that element: a tab, a break or a hyphen goes with a field around it
}

// outside are elements below a paragraph whose text is not that of the paragraph: text boxes
// are stories of their own, deleted text is no more, properties have none.
func outside(n *node) bool {
	switch n.name {
	case "w:txbxContent", "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr":
		return true
	}
	return false
}

// barrier is what stands in a paragraph's text for something that is no letter. No name goes
// across it.
const barrier = "\x00"

// signOf is what an element without letters stands for in a paragraph's text: a tab and a break of the line part
// words, as a blank does.
func signOf(n *node) string {
	switch n.name {
	case "w:tab":
		return "\t"
	case "w:noBreakHyphen":
		return "-"
	case "w:cr":
		return "\n"
	case "w:br":
		if kind := n.attr("w:type"); kind == "" || kind == "textWrapping" {
			return "\n"
		}
		return barrier
	case "w:drawing", "w:pict", "w:object", "w:sym", "w:fldChar", "w:footnoteReference", "w:endnoteReference", "w:ptab":
		return barrier
	}
	return ""
}

// textOf gives the text of a paragraph with its stretches.
func textOf(p *node) (string, []stretch) {
	var b strings.Builder
	var all []stretch
	put := func(text string, leaf, sign *node) {
		all = append(all, stretch{leaf: leaf, from: b.Len(), to: b.Len() + len(text), sign: sign})
		b.WriteString(text)
	}
	p.walk(func(n *node) bool {
		switch {
		case n != p && (outside(n) || n.name == "w:p"):
			return false
		case n.op != nil:
			put(barrier, nil, n)
			return false
		case n.name == "w:t":
			for _, k := range n.kids {
				if k.text != "" {
					put(k.text, k, nil)
				}
			}
			return false
		}
		if text := signOf(n); text != "" {
			put(text, nil, n)
		}
		return true
	})
	return b.String(), all
}

// rawIndex gives the byte of character data as it is written at which a byte of its text
// stands.
func rawIndex(raw string, at int) int {
	if strings.HasPrefix(raw, "<![CDATA[") {
		return len("<![CDATA[") + at
	}
	i, done := 0, 0
	for done < at && i < len(raw) {
		switch {
		case raw[i] == '&':
			end := strings.IndexByte(raw[i:], ';')
			if end == -1 {
				return i
			}
			done += len(unescaped(raw[i : i+end+1]))
			i += end + 1
			continue
		case raw[i] == '\r' && i+1 < len(raw) && raw[i+1] == '\n':
			i++
		}
		i, done = i+1, done+1
	}
	return i
}

// cut gives a part of character data as it is written, by bytes of its text.
func cut(leaf *node, from, to int) string {
	if strings.HasPrefix(leaf.src, "<![CDATA[") {
		return string(xmltext.Append(nil, leaf.text[from:to]))
	}
	return leaf.src[rawIndex(leaf.src, from):rawIndex(leaf.src, to)]
}

// newText makes a w:t like another, of character data as it is written.
func newText(like *node, raw, text string) *node {
	name := tagName(like.head)
	t := &node{name: "w:t", head: "<" + name + ` xml:space="preserve">`, tail: "</" + name + ">", changed: true}
	t.attrs = []attr{{"xml:space", "xml:space", "preserve"}}
	t.kids = []*node{{src: raw, text: text, up: t}}
	return t
}

// take puts nodes in the place of a piece of a paragraph's text, from one byte to another: at
// is the byte in whose run they stand. What is left of the text keeps its bytes.
func take(all []stretch, from, to, at int, with ...*node) {
	for _, s := range all {
		if s.to <= from || s.from >= to {
			continue
		}
		var parts []*node
		here := s.from <= at && at < s.to
		if s.leaf == nil {
			if here {
				parts = with
			}
			run := s.sign.up
			s.sign.replace(parts...)
			dropBare(run)
			continue
		}
		t := s.leaf.up
		// Other character data of the same w:t, as a CDATA section, stays beside it.
		for _, k := range t.kids {
			if k != s.leaf {
				beside := newText(t, "", "")
				beside.kids, k.up = []*node{k}, beside
				parts = append(parts, beside)
				continue
			}
			if s.from < from {
				parts = append(parts, newText(t, cut(k, 0, from-s.from), k.text[:from-s.from]))
			}
			if here {
				parts = append(parts, with...)
			}
			if to < s.to {
				parts = append(parts, newText(t, cut(k, to-s.from, len(k.text)), k.text[to-s.from:]))
			}
		}
		run := t.up
		t.replace(parts...)
		dropBare(run)
	}
}

// trimBlanks cuts blanks off the ends of texts whose spaces do not count, before they are
// split: Word does not show them.
func trimBlanks(p *node) {
	p.walk(func(n *node) bool {
		if n.name == "w:t" && n.attr("xml:space") != "preserve" && len(n.kids) == 1 && !strings.ContainsAny(n.kids[0].src, "&<") {
			k := n.kids[0]
			k.src = strings.Trim(k.src, " \t\r\n")
			k.text = strings.Trim(k.text, " \t\r\n")
		}
		return true
	})
}

// dropBare takes a run away that holds nothing any more.
func dropBare(run *node) {
	if run.name != "w:r" || run.up == nil {
		return
	}
	for _, k := range run.kids {
		if k.name != "w:rPr" && (k.name != "" || k.op != nil) {
			return
		}
	}
	run.replace()
}

// split divides the elements above a node, up to but without top, so that the node is the
// first below them; it gives the child of top that then holds it.
func split(n, top *node) *node {
	for n.up != top {
		p := n.up
		i := n.index()
		head := 0
		for head < i && (p.kids[head].name == "w:rPr" ||
			strings.TrimSpace(p.kids[head].text) == "" && p.kids[head].name == "" && p.kids[head].op == nil) {
			head++
		}
		if head == i {
			n = p // it is the first already
			continue
		}
		second := *p
		second.kids = nil
		for _, k := range p.kids[:head] {
			if k.name == "w:rPr" {
				second.kids = append(second.kids, k.clone(&second))
			}
		}
		q := &second
		q.kids = append(q.kids, p.kids[i:]...)
		q.adopt()
		p.kids = p.kids[:i:i]
		p.changed, q.changed = true, true
		p.replace(p, q)
		n = q
	}
	return n
}

// isBlank reports whether an element shows nothing.
func isBlank(p *node) bool {
	before, after := shown(p, nil)
	return !before && !after
}

// entities are those of XML; a part has no others.
var entities = map[string]string{"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": `"`, "&apos;": "'"}

// unescaped resolves one reference.
func unescaped(s string) string {
	if e := entities[s]; e != "" {
		return e
	}
	digits, base := strings.TrimSuffix(strings.TrimPrefix(s, "&#"), ";"), 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return ""
	}
	return string(rune(n))
}
