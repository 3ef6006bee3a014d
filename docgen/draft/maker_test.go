package draft_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/vanban-go/vanban/plan/vi"
)

// maker writes a Word file as people make them, paragraph by paragraph.
type maker struct {
	body      strings.Builder
	numbering strings.Builder
	lists     map[string]int
	notes     []string
	pictures  []string // files
	header    string
	font      string // of all letters: "", ".VnTime", "VNI-Times"
	split     bool   // Word's own runs: cut anywhere
	nfd       bool
	control   bool // paragraphs in content controls
	tracked   bool // every paragraph has a deleted word and an inserted one
	hidden    bool // every paragraph has hidden words
}

const wordNS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// look is how a paragraph stands: any of "b", "i", "c" (centred), "r" (right), "p" (a new page).
type look string

func (l look) has(sign string) bool { return strings.Contains(string(l), sign) }

// run writes words of one look. "\n" is a line break, "\f" one of a page, "\t" a tab.
func (m *maker) run(s string, l look) string {
	if m.nfd {
		s = norm.NFD.String(s)
	}
	props := ""
	if m.font != "" {
		if coded, ok := encode(s, m.font); ok {
			s = coded
			props = fmt.Sprintf(`<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:cs="%[1]s"/>`, m.font)
		}
	}
	if l.has("b") {
		props += "<w:b/>"
	}
	if l.has("i") {
		props += "<w:i/>"
	}
	pieces := []string{s}
	if m.split && utf8.RuneCountInString(s) > 8 {
		at := strings.IndexByte(s[4:], ' ') + 4
		if at > 4 {
			pieces = []string{s[:at], s[at:]}
		}
	}
	var b strings.Builder
	for _, piece := range pieces {
		text := html.EscapeString(piece)
		text = strings.ReplaceAll(text, "\n", `</w:t><w:br/><w:t xml:space="preserve">`)
		text = strings.ReplaceAll(text, "\f", `</w:t><w:br w:type="page"/><w:t xml:space="preserve">`)
		text = strings.ReplaceAll(text, "\t", `</w:t><w:tab/><w:t xml:space="preserve">`)
		fmt.Fprintf(&b, `<w:r><w:rPr>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r><w:proofErr w:type="spellStart"/>`, props, text)
	}
	return b.String()
}

// p writes a paragraph. "**" in it makes words bold.
func (m *maker) p(s string, l look) string { return m.par(s, l, "") }

func (m *maker) par(s string, l look, more string) string {
	props := more
	switch {
	case l.has("c"):
		props += `<w:jc w:val="center"/>`
	case l.has("r"):
		props += `<w:jc w:val="right"/>`
	}
	if l.has("p") {
		props = `<w:pageBreakBefore/>` + props
	}
	runs := ""
	for i, piece := range strings.Split(s, "**") {
		if piece != "" {
			own := l
			if i%2 == 1 {
				own += "b"
			}
			runs += m.run(piece, own)
		}
	}
	if m.tracked && s != "" {
		runs = `<w:del w:id="1"><w:r><w:delText xml:space="preserve">chữbỏ </w:delText></w:r></w:del><w:ins w:id="2">` + runs + `</w:ins>`
	}
	if m.hidden && s != "" {
		runs += `<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> chữẩn</w:t></w:r>`
	}
	p := `<w:p><w:pPr>` + props + `</w:pPr>` + runs + `</w:p>`
	if m.control && s != "" {
		p = `<w:sdt><w:sdtContent>` + p + `</w:sdtContent></w:sdt>`
	}
	return p
}

func (m *maker) add(xml ...string) { m.body.WriteString(strings.Join(xml, "")) }

// cell writes a cell of a table; more are its properties.
func cell(more string, blocks ...string) string {
	inner := strings.Join(blocks, "")
	if inner == "" {
		inner = "<w:p/>"
	}
	return `<w:tc><w:tcPr>` + more + `</w:tcPr>` + inner + `</w:tc>`
}

func row(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

func table(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }

// box writes a text box, as Word does for itself and for older programs.
func box(blocks ...string) string {
	inner := strings.Join(blocks, "")
	return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + inner + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:textbox><w:txbxContent>` + inner + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

// numbered writes a paragraph with an automatic number of a list; format and text are those of
// its level.
func (m *maker) numbered(s string, l look, list, format, text string) string {
	if m.lists == nil {
		m.lists = make(map[string]int)
	}
	id, ok := m.lists[list]
	if !ok {
		id = len(m.lists) + 1
		m.lists[list] = id
		fmt.Fprintf(&m.numbering, `<w:abstractNum w:abstractNumId="%d"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl></w:abstractNum>`, id, format, text)
	}
	return m.par(s, l, fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, id))
}

// auto writes a line of a body, its typed marker made automatic where it is of a usual form. where
// is the heading that it stands below: lists begin anew there.
func (m *maker) auto(s string, l look, where string) string {
	marker, rest, _ := strings.Cut(s, " ")
	switch {
	case marker == "-":
		return m.numbered(rest, l, "dash", "bullet", "\uf0b7")
	case strings.HasSuffix(marker, ")") && len(marker) <= 3:
		return m.numbered(rest, l, "letter "+where, "lowerLetter", "%1)")
	case strings.HasSuffix(marker, ".") && strings.Trim(marker, "IVX.") == "":
		return m.numbered(rest, l, "roman", "upperRoman", "%1.")
	case strings.HasSuffix(marker, ".") && strings.Trim(marker, "0123456789.") == "":
		return m.numbered(rest, l, "figure "+where, "decimal", "%1.")
	}
	return m.p(s, l)
}

// note writes a footnote's mark. "~" stands around raised words of its text.
func (m *maker) note(text string) string {
	m.notes = append(m.notes, text)
	return fmt.Sprintf(`<w:r><w:footnoteReference w:id="%d"/></w:r>`, len(m.notes))
}

// picture is a picture in a line; file is what its part holds.
func (m *maker) picture(file, alt string) string {
	m.pictures = append(m.pictures, file)
	return fmt.Sprintf(`<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="%[1]d" name="" descr="%[2]s"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="p"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="p%[1]d"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, len(m.pictures), html.EscapeString(alt))
}

// sized is a run with a picture of a width in millimetres.
func (m *maker) sized(file, alt string, mm int) string {
	extent := fmt.Sprintf(`<wp:extent cx="%d" cy="360000"/><wp:docPr`, mm*36_000)
	return strings.Replace(m.picture(file, alt), "<wp:docPr", extent, 1)
}

// file gives the whole file.
func (m *maker) file() []byte {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	spaces := `xmlns:w="` + wordNS + `" xmlns:r="` + office + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`
	parts := [][2]string{
		{"[Content_Types].xml", `<Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", `<Relationships><Relationship Id="a" Type="` + office + `/officeDocument" Target="word/document.xml"/></Relationships>`},
	}
	rels, section := `<Relationship Id="l" Type="`+office+`/hyperlink" Target="https://xa.example.vn/mau_don" TargetMode="External"/>`, ""
	if strings.Contains(m.body.String(), `"TOC1"`) {
		rels += `<Relationship Id="s" Type="` + office + `/styles" Target="styles.xml"/>`
		parts = append(parts, [2]string{"word/styles.xml",
			`<w:styles ` + spaces + `><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>`})
	}
	nums := m.numbering.String()
	for id := 1; id <= len(m.lists); id++ {
		nums += fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, id, id)
	}
	if nums != "" {
		rels += `<Relationship Id="n" Type="` + office + `/numbering" Target="numbering.xml"/>`
		parts = append(parts, [2]string{"word/numbering.xml", `<w:numbering ` + spaces + `>` + nums + `</w:numbering>`})
	}
	if len(m.notes) > 0 {
		rels += `<Relationship Id="f" Type="` + office + `/footnotes" Target="footnotes.xml"/>`
		notes := ""
		for i, s := range m.notes {
			notes += fmt.Sprintf(`<w:footnote w:id="%d"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>%s</w:p></w:footnote>`, i+1, noteRuns(s))
		}
		parts = append(parts, [2]string{"word/footnotes.xml", `<w:footnotes ` + spaces + `>` + notes + `</w:footnotes>`})
	}
	for i, s := range m.pictures {
		rels += fmt.Sprintf(`<Relationship Id="p%[1]d" Type="%[2]s/image" Target="media/%[1]d.png"/>`, i+1, office)
		parts = append(parts, [2]string{fmt.Sprintf("word/media/%d.png", i+1), s})
	}
	if m.header != "" {
		rels += `<Relationship Id="h" Type="` + office + `/header" Target="header1.xml"/>`
		section = `<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`
		parts = append(parts, [2]string{"word/header1.xml", `<w:hdr ` + spaces + `>` + m.header + `</w:hdr>`})
	}
	parts = append(parts, [2]string{"word/_rels/document.xml.rels", `<Relationships>` + rels + `</Relationships>`},
		[2]string{"word/document.xml", `<w:document ` + spaces + `><w:body>` + m.body.String() + section + `</w:body></w:document>`})
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w := must(z.Create(p[0]))
		must(w.Write([]byte(p[1])))
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// codes are the letters of old fonts, by font and letter.
var codes = func() map[string]map[rune]string {
	all := map[string]map[rune]string{".VnTime": {}, "VNI-Times": {}}
	for c := rune(0xa1); c <= 0xff; c++ {
		if s := vi.TCVN3.Decode(string(c)); utf8.RuneCountInString(s) == 1 && s != string(c) {
			r, _ := utf8.DecodeRuneInString(s)
			all[".VnTime"][r] = string(c)
		}
	}
	for _, base := range "aeiouyAEIOUYôơưdđ" {
		for c := rune(0xa1); c <= 0xff; c++ {
			if s := vi.VNI.Decode(string(base) + string(c)); utf8.RuneCountInString(s) == 1 {
				r, _ := utf8.DecodeRuneInString(s)
				all["VNI-Times"][r] = string(base) + string(c)
			}
		}
	}
	for c := rune(0xa1); c <= 0xff; c++ {
		if s := vi.VNI.Decode("b" + string(c)); utf8.RuneCountInString(s) == 2 && s[1:] != string(c) {
			r, _ := utf8.DecodeRuneInString(s[1:])
			all["VNI-Times"][r] = string(c)
		}
	}
	return all
}()

// encode writes a text in the letters of an old font, where that has them all.
func encode(s, font string) (string, bool) {
	var b strings.Builder
	for _, r := range s {
		code, ok := codes[font][r]
		switch {
		case ok:
			b.WriteString(code)
		case r < 0x80 || r == '\n' || r == '\t':
			b.WriteRune(r)
		default:
			return s, false
		}
	}
	return b.String(), true
}

// noteRuns are the runs of a note's text.
func noteRuns(s string) string {
	var b strings.Builder
	for i, piece := range strings.Split(" "+s, "~") {
		props := []string{"", `<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>`}[i%2]
		fmt.Fprintf(&b, `<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, props, html.EscapeString(piece))
	}
	return b.String()
}

// partOf unpacks a part of a file.
func partOf(file []byte, name string) []byte {
	z := must(zip.NewReader(bytes.NewReader(file), int64(len(file))))
	return must(io.ReadAll(must(z.Open(name))))
}
