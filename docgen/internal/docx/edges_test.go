package docx

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/casefile"
)

// TestEqualLooks: two looks of paragraphs are equal when all is that they say.
func TestEqualLooks(t *testing.T) {
	var base paraLook
	for i := range reflect.TypeFor[paraLook]().NumField() {
		other := paraLook{}
		name := reflect.TypeFor[paraLook]().Field(i).Name
		switch name {
		case "keepNext":
			other.keepNext = true
		case "keepLines":
			other.keepLines = true
		case "pageBreak":
			other.pageBreak = true
		case "loose":
			other.loose = true
		case "exact":
			other.exact = true
		case "border":
			other.border = 1
		case "tabs":
			other.tabs = []flow.TabStop{{At: 1}}
		case "before":
			other.before = 1
		case "after":
			other.after = 1
		case "line":
			other.line = 1
		case "left":
			other.left = 1
		case "right":
			other.right = 1
		case "first":
			other.first = 1
		case "align":
			other.align = base.align + 1
		case "outline":
			other.outline = 1
		case "heading":
			other.heading = true
		case "number": // said in place, whatever the style
			other.number.num = 1
		default:
			t.Errorf("the field %s is not tried", name)
		}
		same := other
		if base.equal(&other) != (name == "number") || !other.equal(&same) {
			t.Errorf("looks that differ in %s", name)
		}
	}
}

// edgeFlow is what stands at the edges of the rules of the writer.
func edgeFlow(t testing.TB) *flow.Flow {
	group := func(together bool, blocks ...flow.Block) *flow.Group {
		return &flow.Group{KeepTogether: together, Blocks: blocks}
	}
	styled := func(style flow.Style, s string) *flow.Paragraph {
		p := prose(words(s))
		p.Style = style
		return p
	}
	cell := func(s string) *flow.Cell { return &flow.Cell{Blocks: []flow.Block{styled("Ô bảng", s)}} }
	table := func(change func(*flow.Table)) *flow.Table {
		t := &flow.Table{Columns: []doc.Length{doc.MM(40), doc.MM(40)}, Border: doc.Pt(0.5), Padding: doc.MM(2), Header: 1,
			Rows: []*flow.Row{{Cells: []*flow.Cell{cell("a"), cell("b")}}, {Cells: []*flow.Cell{cell("c"), cell("d")}}}}
		change(t)
		return t
	}
	numbered := func(mark string, count int, label doc.Inline, levels ...doc.Level) *flow.Paragraph {
		p := item(mark, count, levels...)
		p.ID = ""
		p.Inlines[0] = label
		return p
	}
	label := func(in ...doc.Inline) doc.Inline { return &doc.Label{Inlines: in} }
	loud := numbered("3.", 3, label(words("3.")), clause)
	loud.Font.Bold = true
	tight := numbered("Điều 1.", 1, label(words("Điều 1.")), article)
	tight.Number.Tight = true
	empty := item("1.", 1, clause)
	empty.Inlines = nil
	rule := func(length, before doc.Length, align doc.Align) *flow.Rule {
		return &flow.Rule{Length: length, Thickness: doc.Pt(0.5), Before: before, Align: align}
	}
	width := a4.TextWidth()
	return &flow.Flow{Sections: []*flow.Section{
		{Page: a4, Numbers: flow.PageNumbers{Shown: true, Font: regular(13)}, Foot: []flow.Block{styled("Địa chỉ", "chân trang")}, Blocks: []flow.Block{
			table(func(t *flow.Table) { t.Before = doc.Pt(6); t.After = doc.Pt(4) }), table(func(t *flow.Table) { t.Align = doc.Right }),
			group(true, group(false), styled("Nội dung", "một"), group(true, styled("Nội dung", "hai")), styled("Nội dung", "ba")),
			group(false, styled("Nội dung", "bốn"), styled("Nội dung", "năm")), group(true),
			rule(width, doc.Pt(3), doc.Center), rule(width/2, 0, doc.Center), rule(width/2, 0, doc.Right), rule(0, doc.Pt(2), doc.Left),
			&flow.Slot{Name: "ky", Height: doc.Pt(5)}, &flow.Slot{Name: "ky-2", Height: doc.Pt(16.1)}, &flow.Slot{Height: doc.Pt(40)},
			prose(words("\u00a0đầu"), &doc.Blank{Name: "x"}, &doc.Blank{Name: "y", Width: doc.Pt(0.4)}, words("cuối\u2011"),
				&doc.Note{Number: 1, Inlines: []doc.Inline{&doc.Link{URL: "https://a.vn", Inlines: doc.T("chú thích")}}}),
			styled("Số", "một kiểu"), styled("So", "kiểu cùng tên sau khi bỏ dấu"), styled("Normal", "tên riêng của Word"), styled("…", "không chữ"),
			numbered("1.", 1, label(&doc.Strong{Inlines: doc.T("1.")}), clause), numbered("2.", 2, label(), clause), loud,
			numbered("1.", 1, label(words("1.")), clause), numbered("1.1.", 1, label(words("1.1.")), clause, chained),
			numbered("1.2.", 2, label(words("1.2.")), clause, chained), numbered("1", 1, label(words("1")), doc.Level{Numeral: doc.Arabic, Chain: true}),
			numbered("(1)", 1, label(words("(1)")), doc.Level{Prefix: "(", Numeral: doc.Arabic, Suffix: "."}), tight,
			numbered("Điều 2.", 2, label(words("Điều 2.")), article), numbered("a)", 1, label(words("a)")), article, clause, point),
			numbered("b)", 2, label(words("b)")), article, clause, point), empty,
		}},
		{Page: a4, Foot: []flow.Block{styled("Địa chỉ", "chân trang hai")}, Blocks: []flow.Block{
			prose(words("mục hai"), &doc.Note{Number: 1, Inlines: doc.T("đếm lại từ một")}, &doc.Note{Number: 2, Inlines: doc.T("hai")}),
			table(func(*flow.Table) {}),
		}},
		{Page: a4, Blocks: []flow.Block{
			prose(words("mục ba"), &doc.Note{Number: 5, Inlines: doc.T("số gõ riêng")}),
			&flow.Frame{Width: doc.MM(20), Height: doc.MM(20), Blocks: []flow.Block{&flow.Figure{Picture: dot(t, "a.png", ""), Width: doc.MM(5), Height: doc.MM(5)}}},
		}},
	}}
}

// TestEdges holds the text and the lists of edgeFlow against testdata, by two rules of breaking lines.
func TestEdges(t *testing.T) {
	for _, rule := range []string{"", "word15"} {
		f := edgeFlow(t)
		f.Lines, _ = lines.RuleOf(rule)
		var got txtar.Archive
		for _, p := range unpack(t, write(t, f)) {
			if p.Name != mainPart && p.Name != "word/numbering.xml" && p.Name != "word/settings.xml" && p.Name != "word/footnotes.xml" &&
				!strings.Contains(p.Name, "header") && !strings.Contains(p.Name, "_rels/foot") {
				continue
			}
			text := newLine.ReplaceAllString(string(p.Content), ">\n<$1$2") + "\n"
			text = newLine.ReplaceAllString(text, ">\n<$1$2")
			got.Files = append(got.Files, txtar.File{Name: p.Name, Data: []byte(text)})
		}
		casefile.Hold(t, *update, fmt.Sprintf("testdata/edges%s.txtar", rule), &got)
	}
}

// TestStyleNames: each style has an id of its own, of plain letters, and none is one of Word's.
func TestStyleNames(t *testing.T) {
	body := string(partOf(t, write(t, edgeFlow(t)), "word/styles.xml"))
	for _, id := range []string{`"So"`, `"So2"`, `"Normal2"`, `"Style"`, `"NoiDung"`} {
		if strings.Count(body, "w:styleId="+id) != 1 {
			t.Errorf("%d styles are called %s", strings.Count(body, "w:styleId="+id), id)
		}
	}
	if strings.Count(body, `w:styleId="Normal"`) != 1 {
		t.Error("Word's own style is there twice")
	}
	for count, want := range map[int]string{0: "?", 1: "a", 26: "z", 27: "?"} {
		if got := wordNumeral(doc.Letter, count); got != want {
			t.Errorf("%d is %s, want %s", count, got, want)
		}
	}
}

// TestPathFromNowhere: a path begins where its first step leads, whether it says so or not.
func TestPathFromNowhere(t *testing.T) {
	steps := []flow.Step{{X: doc.MM(1), Y: doc.MM(1)}, {X: doc.MM(2), Y: doc.MM(2)}}
	moved := append([]flow.Step{{Move: true, X: doc.MM(1), Y: doc.MM(1)}}, steps[1:]...)
	var files [2]string
	for i, s := range [][]flow.Step{steps, moved} {
		b, err := metafileOf(&flow.Drawing{Width: doc.MM(9), Height: doc.MM(9), Shapes: []flow.Shape{&flow.Path{Thickness: doc.Pt(1), Steps: s}}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = string(b)
	}
	if files[0] != files[1] {
		t.Error("a path that does not say where it begins is another one")
	}
}

// TestPlainText: a text that is written as it stands has no letter that Word has an element or a run for.
func TestPlainText(t *testing.T) {
	for r := range unicode.MaxRune + 1 {
		special := r < ' ' || r == '\u00ad' || lines.Marks(r) || font.Drawn(r)
		if utf8.ValidRune(r) && special && isPlain("a"+string(r)+"b") {
			t.Errorf("%U is plain", r)
		}
	}
	for _, s := range []string{"Ủy ban nhân dân xã Cẩm Hòa", "Điều 1. (a/b) \"&\"", "ĂÂÊÔƠƯ ặẫễộợữ ỳỷỹỵ"} {
		if !isPlain(s) {
			t.Errorf("%q is looked at letter by letter", s)
		}
	}
}

// TestShelf: a file is the same to the byte whether its parts are on a shelf, and what the file alone
// says is not put there.
func TestShelf(t *testing.T) {
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	var shelf Shelf
	for range 2 {
		for _, tt := range flows {
			f := tt.flow(t)
			glue, err := layout.GlueOf(t.Context(), f, fonts)
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := Write(&b, f, glue, &shelf); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), write(t, tt.flow(t))) {
				t.Errorf("%s: another file than without a shelf", tt.name)
			}
		}
	}
	kept := make(map[string]bool)
	for _, content := range reflect.ValueOf(&shelf).Elem().FieldByName("packed").MapKeys() {
		for _, root := range []string{"<w:document ", "<w:footnotes ", "<w:styles ", "<w:settings "} {
			kept[root] = kept[root] || strings.Contains(content.String(), root)
		}
	}
	if kept["<w:document "] || kept["<w:footnotes "] || !kept["<w:styles "] || !kept["<w:settings "] {
		t.Errorf("on the shelf: %v", kept)
	}
	for name, want := range map[string]bool{
		mainPart: true, "word/_rels/document.xml.rels": true, "word/footnotes.xml": true, "word/_rels/footnotes.xml.rels": true,
		"word/media/image1.png": true, "docProps/core.xml": true, "docProps/custom.xml": true,
		"word/styles.xml": false, "word/settings.xml": false, "word/header1.xml": false, "docProps/app.xml": false, "_rels/.rels": false,
	} {
		if isOwn(name) != want {
			t.Errorf("%s: own %v", name, !want)
		}
	}
}
