package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// item is a paragraph that Word numbers, with its number as text.
func item(mark string, count int, levels ...doc.Level) *flow.Paragraph {
	p := prose(&doc.Label{Inlines: doc.T(mark)}, words(" Nội dung"))
	p.ID = "dich"
	p.Number = &flow.Numbering{Levels: levels, Mark: mark, Count: count}
	return p
}

var (
	article = doc.Level{Prefix: "Điều ", Numeral: doc.Arabic, Suffix: ".", Continuous: true}
	clause  = doc.Level{Numeral: doc.Arabic, Suffix: "."}
	chained = doc.Level{Numeral: doc.Arabic, Suffix: ".", Chain: true}
	point   = doc.Level{Numeral: doc.Letter, Suffix: ")"}
	capital = doc.Level{Numeral: doc.UpperLetter, Suffix: "."}
	circled = doc.Level{Prefix: "(", Numeral: doc.Arabic, Suffix: ")"}
)

// TestNumbers: what Word numbers itself, what stays text, and which numbers a field can show.
func TestNumbers(t *testing.T) {
	deep := make([]doc.Level, maxNumberLevels+1)
	for i := range deep {
		deep[i] = clause
	}
	tests := []struct {
		mark    string
		p       *flow.Paragraph
		by, ref bool
	}{
		{"Điều 3.", item("Điều 3.", 3, article), true, true},
		{"1.", item("1.", 1, article, clause), true, true},
		{"a)", item("a)", 1, point), true, false},
		{"(1)", item("(1)", 1, circled), true, false},
		{"A.", item("A.", 1, capital), true, true},
		{"Đ.", item("Đ.", 5, capital), false, false},
		{"đ)", item("đ)", 5, point), false, false},
		{"01.", item("01.", 1, clause), false, false},
		{"1.1.", item("1.1.", 1, clause, chained), false, false}, // the level above has no number yet
		{"9 levels", item("1.", 1, deep[:9]...), true, true},
		{"10 levels", item("1.", 1, deep...), false, false},
		{"no level", item("1.", 1), false, false},
	}
	for _, tt := range tests {
		body := string(partOf(t, write(t, paper(tt.p, prose(&doc.Ref{ID: "dich", Number: true, Inlines: doc.T("số ấy")}))), mainPart))
		text := strings.Contains(body, "<w:t>"+tt.p.Number.Mark+"</w:t>")
		if text == tt.by {
			t.Errorf("%s: its number is text: %v", tt.mark, text)
		}
		if field := strings.Contains(body, ` REF muc_Dich \n \h `); field != tt.ref {
			t.Errorf("%s: a field shows it: %v", tt.mark, field)
		}
		if link := strings.Contains(body, `w:anchor="muc_Dich"`); link == tt.ref {
			t.Errorf("%s: a link leads to it: %v", tt.mark, link)
		}
	}
}

// TestNumberStyles: a style brings its number along, so that who applies it gets the next
// one; a paragraph of the style that has none says so.
func TestNumberStyles(t *testing.T) {
	one, two, bold, plain := item("1.", 1, clause), item("2.", 2, clause), item("3.", 3, clause), prose(words("Không số"))
	bold.Inlines[0] = &doc.Label{Inlines: []doc.Inline{&doc.Strong{Inlines: doc.T("3.")}}}
	again, glued := item("1.", 1, clause), item("4.", 4, clause)
	glued.Number.Tight, glued.Inlines[1] = true, &doc.Text{S: "Liền"}
	unnamed := item("a)", 1, point)
	unnamed.Style = ""
	file := write(t, paper(one, two, bold, plain, again, glued, unnamed))
	body, numbers, styles := string(partOf(t, file, mainPart)), string(partOf(t, file, "word/numbering.xml")), string(partOf(t, file,
		"word/styles.xml"))
	for _, want := range []struct{ part, text string }{
		{styles, `w:styleId="NoiDung"><w:name w:val="Nội dung"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`},
		{numbers, `<w:pStyle w:val="NoiDung"/><w:suff w:val="space"/><w:lvlText w:val="%1."/>`},
		{numbers, `<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>`},
		{numbers, `<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`},
		{body, `<w:pPr><w:pStyle w:val="NoiDung"/></w:pPr><w:bookmarkStart w:id="1" w:name="muc_Dich"/><w:r><w:t>Nội dung</w:t></w:r>`},
		{body, `<w:pPr><w:pStyle w:val="NoiDung"/><w:rPr><w:b/><w:bCs/></w:rPr></w:pPr>`},
		{body, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`},
		{body, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>`},
		{body, `<w:t>Liền</w:t>`},
	} {
		if !strings.Contains(want.part, want.text) {
			t.Errorf("no %s in\n%s", want.text, want.part)
		}
	}
	if strings.Contains(numbers, `<w:pStyle w:val=""/>`) {
		t.Error("a paragraph without style has given one its number")
	}
}

// TestMarksOfNumbers: the letters of a number that mark where lines may end are counted, though Word
// writes the number: else those of the text would be taken for others.
func TestMarksOfNumbers(t *testing.T) {
	for _, mark := range []string{"\u00a0", "\u2011"} {
		level := doc.Level{Prefix: "Điều" + mark, Numeral: doc.Arabic, Suffix: ".", Continuous: true}
		var all []flow.Block
		for i := range 30 { // in some of them the line would end behind the last word but one
			p := item(fmt.Sprint("Điều", mark, i+1, "."), i+1, level)
			p.Inlines[1] = words(" " + strings.Repeat("chữ ", 10) + strings.Repeat("a", i) + " số\u00a0cuốicùng và")
			all = append(all, p)
		}
		if body := string(partOf(t, write(t, paper(all...)), mainPart)); !strings.Contains(body, "số\u00a0cuốicùng") {
			t.Errorf("%q: no space of the text is a no-break space", mark)
		}
	}
}
