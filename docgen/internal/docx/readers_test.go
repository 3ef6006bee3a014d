package docx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// TestPlain: what keeps words together on paper is ordinary in the file wherever no line would end there.
func TestPlain(t *testing.T) {
	for _, c := range []struct{ text, held, loose string }{
		{"theo Điều\u00a02 và", "Điều\u00a02", "Điều 2"},
		{"theo 12/QĐ\u2011UBND và", "<w:noBreakHyphen/>", "QĐ-UBND"},
	} {
		held := 0
		for n := range 60 { // at all places of a line
			body := string(partOf(t, write(t, paper(prose(words(strings.Repeat("ai ", n)+c.text)))), mainPart))
			switch {
			case strings.Contains(body, c.held):
				held++
			case !strings.Contains(body, c.loose):
				t.Errorf("neither %q nor %q in\n%s", c.held, c.loose, body)
			}
		}
		if held == 0 || held > 12 {
			t.Errorf("%q is held at %d of 60 places", c.text, held)
		}
	}
}

// TestTextBoxes: a text box stands twice in the file, with the same words, since mammoth and
// others know the older kind only.
func TestTextBoxes(t *testing.T) {
	f := paper(prose(words("Bên ngoài")))
	f.Sections[0].Frames = []*flow.Frame{{
		X: doc.MM(20), Y: doc.MM(20), Width: doc.MM(60), Height: doc.MM(30), VAlign: flow.Bottom, Border: doc.Pt(1), Color: 0xFF0000,
		Blocks: []flow.Block{prose(words("TẶNG GIẤY KHEN"))},
	}}
	body := string(partOf(t, write(t, f), mainPart))
	newer, older, ok := strings.Cut(body, "<mc:Fallback><w:pict>")
	if !ok {
		t.Fatalf("no older box in\n%s", body)
	}
	box := func(s string) string {
		_, s, _ = strings.Cut(s, "<w:txbxContent>")
		s, _, _ = strings.Cut(s, "</w:txbxContent>")
		return s
	}
	if box(newer) == "" || box(newer) != box(older) {
		t.Errorf("the boxes hold\n%s\nand\n%s", box(newer), box(older))
	}
	for _, want := range []string{"margin-left:56.69pt;margin-top:56.69pt;width:170.08pt;height:85.04pt", "v-text-anchor:bottom",
		`strokecolor="#FF0000" strokeweight="1.00pt"`} {
		if !strings.Contains(older, want) {
			t.Errorf("no %s in\n%s", want, older)
		}
	}
	if !strings.Contains(newer, `descr="TẶNG GIẤY KHEN"`) {
		t.Error("the box is not described")
	}
}

// TestFramedPicture: a frame that holds a picture alone is that picture; its line, or more in it, asks for a box.
func TestFramedPicture(t *testing.T) {
	picture := func() flow.Block {
		return &flow.Figure{Picture: dot(t, "anh.png", "Ảnh"), Width: doc.MM(10), Height: doc.MM(10)}
	}
	for _, tt := range []struct {
		border doc.Length
		blocks []flow.Block
		boxes  int
		line   string
	}{
		{0, []flow.Block{picture()}, 0, ""},
		{doc.Pt(1), []flow.Block{picture()}, 1, "a:solidFill"},
		{0, []flow.Block{picture(), prose(words("Một"))}, 1, "a:noFill/></a:ln>"},
		{0, nil, 0, ""},
		{doc.Pt(1), nil, 1, "a:solidFill"},
	} {
		f := paper(prose(words("Bên ngoài")))
		f.Sections[0].Frames = []*flow.Frame{{Width: doc.MM(60), Height: doc.MM(30), Border: tt.border, Blocks: tt.blocks}}
		body := string(partOf(t, write(t, f), mainPart))
		if n := strings.Count(body, `<wps:cNvSpPr txBox="1"/>`); n != tt.boxes || !strings.Contains(body, tt.line) {
			t.Errorf("a line of %v around %d blocks: %d boxes, want %d with %q\n%s", tt.border, len(tt.blocks), n, tt.boxes, tt.line, body)
		}
	}
}

// TestItalicSpaces: a no-break space in italics, which LibreOffice makes wider in mode 15,
// stands upright in files of that mode, and in them alone.
func TestItalicSpaces(t *testing.T) {
	const apart = `<w:rPr><w:i/><w:iCs/></w:rPr><w:t>15</w:t></w:r><w:r><w:t>\u00a0</w:t></w:r><w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t>tháng`
	for _, rule := range lines.Rules() {
		f := paper(prose(&doc.Emph{Inlines: []doc.Inline{words("15\u00a0tháng")}}))
		f.Lines = rule
		var b bytes.Buffer
		if err := Write(&b, f, nil, nil); err != nil {
			t.Fatal(err)
		}
		body := string(partOf(t, b.Bytes(), mainPart))
		if got := strings.Contains(body, strings.ReplaceAll(apart, `\u00a0`, "\u00a0")); got != (rule.Compatibility == 15) {
			t.Errorf("%s: the space stands apart: %v\n%s", rule.Name, got, body)
		}
	}
}

// TestMostFrequent: a style looks like most of the paragraphs that have it, wherever these stand.
func TestMostFrequent(t *testing.T) {
	for order, bold := range map[string]bool{"b--": false, "-b-b-": false, "b-b-b": true, "--b": false, "bb-": true} {
		var blocks []flow.Block
		for _, c := range order {
			p := prose(words("chữ"))
			p.Font.Bold = c == 'b'
			blocks = append(blocks, p)
		}
		styles := string(partOf(t, write(t, paper(blocks...)), "word/styles.xml"))
		_, style, _ := strings.Cut(styles, `w:styleId="NoiDung"`)
		style, _, ok := strings.Cut(style, "</w:style>")
		if !ok || strings.Contains(style, "<w:b/>") != bold {
			t.Errorf("%s: the style of the body is\n%s", order, style)
		}
	}
}

// partOf is the content of a part.
func partOf(t *testing.T, file []byte, name string) []byte {
	t.Helper()
	for _, p := range unpack(t, file) {
		if p.Name == name {
			return p.Content
		}
	}
	t.Fatalf("no part %s", name)
	return nil
}

// TestBoxTypes: however many text boxes a part has, the type of boxes in the older language
// stands in it once.
func TestBoxTypes(t *testing.T) {
	f := plan()
	for range 2 {
		f.Sections[0].Frames = append(f.Sections[0].Frames, &flow.Frame{
			X: doc.MM(20), Y: doc.MM(20), Width: doc.MM(40), Height: doc.MM(10),
			Blocks: []flow.Block{&flow.Paragraph{Inlines: doc.T("Một")}},
		})
	}
	body := string(partOf(t, write(t, f), mainPart))
	if types, boxes := strings.Count(body, "<v:shapetype "), strings.Count(body, "<v:shape "); types != 1 || boxes != 2 {
		t.Errorf("%d types for %d boxes", types, boxes)
	}
}
