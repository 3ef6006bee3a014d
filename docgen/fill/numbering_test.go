package fill

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/word"
)

// TestStyleNumbers: paragraphs that their styles number, however they say so, begin anew in each
// element, and stand where they stood.
func TestStyleNumbers(t *testing.T) {
	const (
		list      = `<w:abstractNum w:abstractNumId="0">%s<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>%s<w:lvlText w:val="%%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>%s<w:lvlText w:val="%%1.%%2."/><w:pPr><w:ind w:left="1000"/></w:pPr></w:lvl></w:abstractNum>`
		num       = `<w:num w:numId="5"><w:abstractNumId w:val="%d"/></w:num>`
		byStyle   = `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr>%s</w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/>%s</w:style>`
		asDefault = `<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/></w:style>`
	)
	plain := fmt.Sprintf(list, "", "", "") + fmt.Sprintf(num, 0)
	for name, c := range map[string]struct{ numbering, styles, paragraphs, want string }{
		"style": {plain, fmt.Sprintf(byStyle, "", ""), `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>%s</w:p>`, "3. 720-360"},
		"base": {plain, fmt.Sprintf(byStyle, "", ""), `<w:p><w:pPr><w:pStyle w:val="B"/><w:jc w:val="left"/></w:pPr>%s</w:p>`,
			"3. 720-360"},
		"indents": {plain, fmt.Sprintf(byStyle, `<w:ind w:left="284"/>`, ""), `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>%s</w:p>`,
			"3. 284-360"},
		"base indents": {plain, fmt.Sprintf(byStyle, `<w:ind w:start="284" w:right="100"/>`,
			`<w:pPr><w:ind w:left="300" w:firstLine="50"/></w:pPr>`), `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>%s</w:p>`, "3. 300+50"},
		"own indents": {plain, fmt.Sprintf(byStyle, `<w:ind w:left="284" w:hanging="100"/>`, ""),
			`<w:p><w:pPr><w:pStyle w:val="A"/><w:ind w:firstLine="9"/></w:pPr>%s</w:p>`, "3. 284+9"},
		"own level": {plain, fmt.Sprintf(byStyle, "", ""),
			`<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>%s</w:p>`, "3.1. 1000+0"},
		"linked level": {fmt.Sprintf(list, "", "", `<w:pStyle w:val="B"/>`) + fmt.Sprintf(num, 0), fmt.Sprintf(byStyle, "", ""),
			`<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>%s</w:p>`, "3.1. 1000+0"},
		"default":      {plain, asDefault, `<w:p>%s</w:p>`, "3.1. 1000+0"},
		"empty":        {plain, asDefault, `<w:p><w:pPr/>%s</w:p>`, "3.1. 1000+0"},
		"default on":   {plain, strings.Replace(asDefault, `w:default="1"`, `w:default="on"`, 1), `<w:p>%s</w:p>`, "3.1. 1000+0"},
		"default true": {plain, strings.Replace(asDefault, `w:default="1"`, `w:default="true"`, 1), `<w:p>%s</w:p>`, "3.1. 1000+0"},
		"a style of letters": {plain, asDefault + `<w:style w:type="character" w:default="1" w:styleId="C"><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>`,
			`<w:p>%s</w:p>`, "3.1. 1000+0"},
		"overrides": {fmt.Sprintf(list, "", "", "") + `<w:num w:numId="5"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>` +
			`</w:lvlOverride><w:lvlOverride w:ilvl="8"><w:startOverride w:val="9"/></w:lvlOverride><w:other w:ilvl="0"><w:startOverride w:val="4"/></w:other></w:num>`,
			fmt.Sprintf(byStyle, "", ""), `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>%s</w:p>`, "7. 720-360"},
		"list style": {
			fmt.Sprintf(list, `<w:styleLink w:val="L"/>`, "",
				"") + `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>` + fmt.Sprintf(num, 1),
			fmt.Sprintf(byStyle, "", ""), `<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>%s</w:p>`, "3. 720-360",
		},
	} {
		head := `<w:p><w:pPr><w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`
		body := fmt.Sprintf(head, "{{#ds}}") + fmt.Sprintf(head, "Phần {{Tên}}") + fmt.Sprintf(c.paragraphs,
			"<w:r><w:t>việc</w:t></w:r>") + fmt.Sprintf(head, "{{/ds}}")
		file := withPart(docxOf("#S1 a"), "word/document.xml", func(string) string {
			return "<w:document" + nsAll + "><w:body>" + body + "</w:body></w:document>"
		})
		file = withPart(file, "word/styles.xml", func(string) string { return "<w:styles" + nsAll + ">" + c.styles + "</w:styles>" })
		file = withPart(file, "word/numbering.xml",
			func(string) string { return "<w:numbering" + nsAll + ">" + c.numbering + "</w:numbering>" })
		d, err := NewData(map[string]any{"ds": []map[string]any{{"Tên": "A"}, {"Tên": "B"}, {"Tên": "C"}}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := mustParse(t, file).Execute(&b, d); err != nil {
			t.Fatal(err)
		}
		doc, found := word.Read("a.docx", bytes.NewReader(b.Bytes()), int64(b.Len()))
		if doc == nil {
			t.Fatal(found)
		}
		var got []string
		doc.Each(func(p *word.Paragraph) {
			if p.Label != "" {
				got = append(got, fmt.Sprintf("%s %d%+d", p.Label, p.Look.Left, p.Look.First))
			}
		})
		if want := strings.Repeat(c.want+"|", 3); strings.Join(got, "|")+"|" != want {
			t.Errorf("%s: got  %v\nwant %s", name, got, want)
		}
	}
}
