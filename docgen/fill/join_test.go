package fill

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/word"
)

// TestEmptyCell: a cell whose paragraphs all go keeps an empty one, formatted as its first that is no item of a list.
func TestEmptyCell(t *testing.T) {
	cell := "<w:tbl><w:tr><w:tc>"
	for i, properties := range []string{`<w:numPr><w:numId w:val="1"/></w:numPr>`, `<w:jc w:val="right"/>`, `<w:jc w:val="center"/>`} {
		text := []string{"{{#Vắng}}a", "b", "c{{/Vắng}}"}[i]
		cell += "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
	}
	file := withPart(docxOf("a"), "word/document.xml", func(string) string {
		return "<w:document" + nsAll + "><w:body>" + cell + "</w:tc></w:tr></w:tbl></w:body></w:document>"
	})
	template, err := Parse("mau.docx", bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	d, err := NewData(map[string]any{"Vắng": false}, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := template.Execute(&b, d); err != nil {
		t.Fatal(err)
	}
	_, parts := partsOfFile(b.Bytes())
	if want := `<w:tc><w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p></w:tc>`; !strings.Contains(parts["word/document.xml"], want) {
		t.Errorf("%s, want %s", parts["word/document.xml"], want)
	}
}

// TestNoRecords: data without a record fills as no data does, and what names a field is missing.
func TestNoRecords(t *testing.T) {
	for text, fails := range map[string]bool{"Kính gửi: ai": false, "{{Tên}}": true} {
		file := docxOf(text)
		template, err := Parse("mau.docx", bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range []*Data{nil, {}} {
			var b bytes.Buffer
			if err := template.Execute(&b, d); (err != nil) != fails || (b.Len() > 0) == fails {
				t.Errorf("%s: %v", text, err)
			}
		}
	}
}

// TestJoin: a merge field over paragraphs. Each of them keeps its formatting where its end is
// among what the field gives; what else stands between them is refused.
func TestJoin(t *testing.T) {
	const (
		char  = `<w:r><w:fldChar w:fldCharType="%s"/></w:r>`
		said  = `<w:r><w:instrText xml:space="preserve">%s</w:instrText></w:r>`
		right = `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>`
		next  = `</w:p>` + `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>`
	)
	begin, end := fmt.Sprintf(char, "begin"), fmt.Sprintf(char, "end")
	name := begin + fmt.Sprintf(said, "MERGEFIELD Tên") + end
	open := begin + fmt.Sprintf(said, "IF ") + name + fmt.Sprintf(said, ` = "An" "`)
	two := fmt.Sprintf(said, "một") + next + fmt.Sprintf(said, `hai" "ba"`) + end
	for what, c := range map[string]struct{ body, want string }{
		"both": {right + open + two + "</w:p>", "một 2|hai 1"},
		"none": {right + strings.Replace(open, "An", "Bình", 1) + two + "</w:p>", "ba 1"},
		"empty": {right + open + fmt.Sprintf(said, "một") + `</w:p><w:p/><w:p>` + fmt.Sprintf(said, `hai"`) + end + "</w:p>",
			"một 2| 0|hai 0"},
		"bookmark": {right + open + `</w:p><w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>` + right + fmt.Sprintf(said,
			`hai"`) + end + "</w:p>", " 2|hai 2"},
		"table": {right + open + `</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>` + right + fmt.Sprintf(said,
			`hai"`) + end + "</w:p>", "không có phần kết"},
		"section": {`<w:p><w:pPr><w:sectPr/></w:pPr>` + open + two + "</w:p>", "không có phần kết"},
		"last": {right + open + fmt.Sprintf(said, "một") + `</w:p><w:p><w:pPr><w:sectPr/></w:pPr>` + fmt.Sprintf(said,
			`hai"`) + end + "</w:p>", "một 2|hai 0"},
		"link": {right + `<w:hyperlink w:anchor="a">` + open + `</w:hyperlink>` + two + "</w:p>", "liên kết"},
		"link without a paragraph": {right + `<w:hyperlink w:anchor="a">` + open + fmt.Sprintf(said,
			`một" "hai"`) + end + `</w:hyperlink></w:p>`,
			"một 2"},
		"most": {right + open + strings.Repeat("</w:p><w:p>", maxJoined) + fmt.Sprintf(said, `"`) + end + "</w:p>",
			" 2" + strings.Repeat("| 0", maxJoined)},
		"too many": {right + open + strings.Repeat("</w:p><w:p>", maxJoined+1) + fmt.Sprintf(said, `"`) + end + "</w:p>",
			"không có phần kết"},
		"page break": {right + open + `<w:r><w:lastRenderedPageBreak/><w:instrText>một"</w:instrText></w:r>` + end + "</w:p>", "một 2"},
	} {
		file := withPart(docxOf("a"), "word/document.xml", func(string) string {
			return "<w:document" + nsAll + "><w:body>" + c.body + "</w:body></w:document>"
		})
		template, err := Parse("mau.docx", bytes.NewReader(file), int64(len(file)))
		if err != nil {
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: %v", what, err)
			}
			continue
		}
		d, err := NewData(map[string]any{"Tên": "An"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := template.Execute(&b, d); err != nil {
			t.Fatal(err)
		}
		doc, found := word.Read("a.docx", bytes.NewReader(b.Bytes()), int64(b.Len()))
		if doc == nil {
			t.Fatal(found)
		}
		var got []string
		doc.Each(func(p *word.Paragraph) { got = append(got, fmt.Sprintf("%s %d", p.Text(), p.Look.Align)) })
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %s, want %s", what, s, c.want)
		}
	}
}
