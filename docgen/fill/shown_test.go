package fill

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

// What a Word file holds, in the notation of testdata/README.md.

// marks of footnotes by their ids.
var marks = map[string]string{"1": "¹", "2": "²", "3": "³", "4": "⁴"}

var listStyle = regexp.MustCompile(`^L\d`)

// wordsOf gives a Word file in the notation.
func wordsOf(t *testing.T, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	trees := map[string]*node{}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, ".xml") || strings.HasSuffix(f.Name, ".rels") {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			src, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			tree, err := parse(string(src))
			if err != nil {
				t.Fatalf("%s: %v\n%s", f.Name, err, src)
			}
			trees[f.Name] = tree
			sound(t, f.Name, tree)
		}
	}
	var b strings.Builder
	show(&b, trees["word/document.xml"])
	for _, name := range []string{"header", "footer"} {
		if tree := trees["word/"+name+"1.xml"]; tree != nil {
			fmt.Fprintf(&b, "== %s ==\n", name)
			show(&b, tree)
		}
	}
	if tree := trees["word/footnotes.xml"]; tree != nil {
		b.WriteString("== footnote ==\n")
		for _, n := range tree.child("w:footnotes").kids {
			if id := n.attr("w:id"); number(id) > 0 {
				b.WriteString(marks[id] + " ")
				show(&b, n)
			}
		}
	}
	return b.String()
}

// sound holds a part against what Word wants of it: each cell ends with a paragraph, no table is
// without rows, no id stands twice.
func sound(t *testing.T, name string, tree *node) {
	t.Helper()
	seen := map[string]bool{}
	tree.walk(func(n *node) bool {
		switch n.name {
		case "w:tc", "w:txbxContent", "w:hdr", "w:ftr":
			if k := len(n.kids); k == 0 || n.kids[k-1].name != "w:p" {
				t.Errorf("%s: %s does not end with a paragraph", name, n.name)
			}
		case "w:tbl":
			if n.child("w:tr") == nil && n.child("w:sdt") == nil {
				t.Errorf("%s: a table without rows", name)
			}
		case "w:t", "w:instrText", "w:fldChar", "w:br":
			if n.up.name != "w:r" {
				t.Errorf("%s: %s in %s", name, n.name, n.up.name)
			}
		case "w:r":
			if n.above("w:p") == nil {
				t.Errorf("%s: a run outside of paragraphs", name)
			}
		}
		if attr, ok := idOf(n); ok {
			id := idKind(n) + " " + n.attr(attr)
			if seen[id] {
				t.Errorf("%s: id %s stands twice", name, id)
			}
			seen[id] = true
		}
		return true
	})
}

// show writes paragraphs and rows as the notation has them.
func show(b *strings.Builder, n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "w:p":
			b.WriteString(line(k) + "\n")
			k.walk(func(box *node) bool {
				if box.name == "w:txbxContent" {
					b.WriteString("== box ==\n")
					show(b, box)
				}
				return true
			})
		case "w:tr":
			for _, c := range k.kids {
				if c.name == "w:sdt" { // around a cell
					b.WriteString("| [" + c.child("w:sdtPr").child("w:tag").attr("w:val") + "] ")
					c = c.child("w:sdtContent").child("w:tc")
				}
				if c == nil || c.name != "w:tc" {
					continue
				}
				if c.up.name == "w:tr" {
					b.WriteString("| ")
				}
				if m := c.child("w:tcPr").child("w:vMerge"); m != nil {
					if m.attr("w:val") != "restart" {
						b.WriteString("^")
					} else {
						b.WriteString("v:")
					}
				}
				var cell strings.Builder
				show(&cell, c)
				if s := strings.ReplaceAll(strings.TrimSuffix(cell.String(), "\n"), "\n", " // "); s != "" {
					b.WriteString(s + " ")
				}
			}
			b.WriteString("|\n")
		case "w:sdt":
			tag := k.child("w:sdtPr").child("w:tag").attr("w:val")
			if tag != "" {
				b.WriteString("[[" + tag + "\n")
			}
			show(b, k)
			if tag != "" {
				b.WriteString("]]\n")
			}
		default:
			show(b, k)
		}
	}
}

// line gives a paragraph.
func line(p *node) string {
	var b strings.Builder
	num := p.child("w:pPr").child("w:numPr")
	if style := p.child("w:pPr").child("w:pStyle").attr("w:val"); listStyle.MatchString(style) && num == nil {
		b.WriteString("#S" + style[1:] + " ")
	}
	if num != nil {
		fmt.Fprintf(&b, "#%s ", num.child("w:numId").attr("w:val"))
		if num.child("w:ilvl").attr("w:val") != "0" {
			b.Reset()
			fmt.Fprintf(&b, "#%s.1 ", num.child("w:numId").attr("w:val"))
		}
	}
	bold := false
	p.walk(func(n *node) bool {
		switch n.name {
		case "w:txbxContent", "w:pPr", "w:sdtPr":
			return false
		case "w:r":
			if is := n.child("w:rPr").child("w:b") != nil; is != bold && (n.child("w:t") != nil) {
				bold = is
				b.WriteString("¦")
				if is {
					b.WriteString("*")
				}
			}
		case "w:t":
			for _, k := range n.kids {
				b.WriteString(k.text)
			}
		case "w:bookmarkStart":
			b.WriteString("⚑")
		case "w:footnoteReference":
			b.WriteString(marks[n.attr("w:id")])
		case "w:br":
			b.WriteString("⏎")
		case "w:tab":
			b.WriteString("→")
		case "w:fldChar":
			b.WriteString(map[string]string{"begin": "‹", "separate": "⇒", "end": "›"}[n.attr("w:fldCharType")])
		case "w:instrText":
			for _, k := range n.kids {
				b.WriteString(k.text)
			}
		case "w:fldSimple":
			b.WriteString("‹=" + n.attr("w:instr") + "›")
		case "w:drawing":
			if d := n.child("wp:inline"); d != nil {
				e := d.child("wp:extent")
				fmt.Fprintf(&b, "(ảnh %s x %s)", e.attr("cx"), e.attr("cy"))
			}
		case "w:sdt":
			pr := n.child("w:sdtPr")
			b.WriteString("[" + pr.child("w:tag").attr("w:val") + pr.child("w:alias").attr("w:val"))
			if pr.child("w:showingPlcHdr") != nil {
				b.WriteString("?")
			}
			if d := pr.child("w:date").attr("w:fullDate"); d != "" {
				b.WriteString(" " + d)
			}
			if c := pr.child("w14:checkbox").child("w14:checked"); c != nil {
				b.WriteString(" " + c.attr("w14:val"))
			}
			b.WriteString(": " + line(n.child("w:sdtContent")) + "]")
			return false
		}
		return true
	})
	if bold {
		b.WriteString("¦")
	}
	return b.String()
}
