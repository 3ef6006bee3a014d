package fill

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// The notation of testdata/README.md: what it says, as a Word file.

const (
	nsW    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsAll  = ` xmlns:w="` + nsW + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="w14 w15"`
	nsRel  = "http://schemas.openxmlformats.org/package/2006/relationships"
	typeOf = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	kindOf = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	xmlTop = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// maker writes templates.
type maker struct {
	ids   int
	media bool
}

func (m *maker) id() int { m.ids++; return m.ids }

// docxOf makes a Word file of the notation.
func docxOf(notation string) []byte {
	m := &maker{}
	stories := map[string][]string{}
	at := "body"
	for line := range strings.Lines(notation) {
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "== "); ok {
			at = strings.TrimSpace(strings.TrimSuffix(name, "=="))
			stories[at] = []string{}
			continue
		}
		stories[at] = append(stories[at], line)
	}
	body := m.blocks(stories["body"])
	if box := stories["box"]; box != nil {
		inner := m.blocks(box)
		body += fmt.Sprintf(`<w:p w14:paraId="%08X"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="500000"/><wp:wrapNone/><wp:docPr id="%d" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="box1" style="width:157pt;height:39pt"><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, m.id(), m.id(), inner, m.blocks(box))
	}
	var z bytes.Buffer
	w := zip.NewWriter(&z)
	add := func(name, content string) {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		if err != nil {
			panic(err)
		}
	}
	types, rels, section := "", "", ""
	part := func(id, kind, name, root string, lines []string, inside func(string) string) {
		if lines == nil {
			return
		}
		types += fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, name, kindOf, kind)
		rels += fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s.xml"/>`, id, typeOf, kind, name)
		add("word/"+name+".xml", xmlTop+"<w:"+root+nsAll+">"+inside(m.blocks(lines))+"</w:"+root+">")
	}
	whole := func(s string) string { return s }
	part("rId1", "header", "header1", "hdr", stories["header"], whole)
	part("rId2", "footer", "footer1", "ftr", stories["footer"], whole)
	part("rId3", "footnotes", "footnotes", "footnotes", stories["footnote"], func(s string) string {
		return `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="1">` + s + `</w:footnote>`
	})
	if stories["header"] != nil {
		section += `<w:headerReference w:type="default" r:id="rId1"/>`
	}
	if stories["footer"] != nil {
		section += `<w:footerReference w:type="default" r:id="rId2"/>`
	}
	if stories["footnote"] != nil && !strings.Contains(body, "<w:footnoteReference") {
		body += `<w:p><w:r><w:t>Chú thích</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`
	}
	styled := strings.Contains(body, "<w:pStyle")
	if styled {
		types += `<Override PartName="/word/styles.xml" ContentType="` + kindOf + `styles+xml"/>`
		rels += `<Relationship Id="rId6" Type="` + typeOf + `styles" Target="styles.xml"/>`
		all := ""
		for i := range 3 {
			all += fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="L%[1]d"><w:name w:val="L%[1]d"/><w:pPr><w:numPr><w:numId w:val="%[1]d"/></w:numPr><w:ind w:left="851" w:hanging="284"/></w:pPr></w:style>`, i+1)
			all += fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="L%[1]d.1"><w:name w:val="L%[1]d.1"/><w:basedOn w:val="L%[1]d"/></w:style>`, i+1)
		}
		add("word/styles.xml", xmlTop+"<w:styles"+nsAll+">"+all+"</w:styles>")
	}
	if styled || strings.Contains(body, "<w:numPr>") {
		types += `<Override PartName="/word/numbering.xml" ContentType="` + kindOf + `numbering+xml"/>`
		rels += `<Relationship Id="rId4" Type="` + typeOf + `numbering" Target="numbering.xml"/>`
		level := func(list, i int, text string) string {
			style := ""
			if styled {
				style = fmt.Sprintf(`<w:pStyle w:val="L%d%s"/>`, list+1, strings.Repeat(".1", i))
			}
			return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="decimal"/>%s<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/></w:lvl>`, i, style, text)
		}
		abstract, nums := "", ""
		for i := range 3 {
			abstract += fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="multilevel"/>%s%s</w:abstractNum>`, i,
				level(i, 0, "%1."), level(i, 1, "%1.%2."))
			nums += fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, i+1, i)
		}
		add("word/numbering.xml", xmlTop+"<w:numbering"+nsAll+">"+abstract+nums+"</w:numbering>")
	}
	if stories["source"] != nil { // of a mail merge
		types += `<Override PartName="/word/settings.xml" ContentType="` + kindOf + `settings+xml"/>`
		rels += `<Relationship Id="rId5" Type="` + typeOf + `settings" Target="settings.xml"/>`
		add("word/settings.xml", xmlTop+"<w:settings"+nsAll+`><w:zoom w:percent="100"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:linkToQuery/><w:dataType w:val="native"/><w:query w:val="SELECT * FROM `+"`A$`"+`"/><w:dataSource r:id="rId1"/></w:mailMerge><w:defaultTabStop w:val="720"/></w:settings>`)
		add("word/_rels/settings.xml.rels",
			xmlTop+`<Relationships xmlns="`+nsRel+`"><Relationship Id="rId1" Type="`+typeOf+`mailMergeSource" Target="file:///C:\Users\An\danh-sach.xlsx" TargetMode="External"/></Relationships>`)
	}
	if m.media {
		types += `<Default Extension="png" ContentType="image/png"/>`
		rels += `<Relationship Id="rId9" Type="` + typeOf + `image" Target="media/image1.png"/>`
		add("word/media/image1.png", string(pixels(20, 10)))
	}
	add("word/document.xml", xmlTop+"<w:document"+nsAll+"><w:body>"+body+"<w:sectPr>"+section+`<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`)
	add("word/_rels/document.xml.rels", xmlTop+`<Relationships xmlns="`+nsRel+`">`+rels+"</Relationships>")
	add("[Content_Types].xml", xmlTop+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="`+kindOf+`document.main+xml"/>`+types+"</Types>")
	add("_rels/.rels", xmlTop+`<Relationships xmlns="`+nsRel+`"><Relationship Id="rId1" Type="`+typeOf+`officeDocument" Target="word/document.xml"/></Relationships>`)
	if err := w.Close(); err != nil {
		panic(err)
	}
	return z.Bytes()
}

func (m *maker) blocks(lines []string) string {
	var b strings.Builder
	for i := 0; i < len(lines); i++ {
		if s, ok := m.framed(lines[i], m.paragraph); ok {
			b.WriteString(s)
			continue
		}
		if !strings.HasPrefix(lines[i], "|") {
			b.WriteString(m.paragraph(lines[i]))
			continue
		}
		columns := len(cellsOf(lines[i]))
		b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>` + strings.Repeat(`<w:gridCol w:w="2000"/>`,
			columns) + `</w:tblGrid>`)
		for ; i < len(lines) && strings.HasPrefix(lines[i], "|"); i++ {
			if strings.HasPrefix(lines[i], "|[[") { // a control around the row
				s, _ := m.framed("[["+strings.TrimPrefix(lines[i], "|[[")+"]]", func(row string) string { return m.row("|" + row) })
				b.WriteString(s)
				continue
			}
			b.WriteString(m.row(lines[i]))
		}
		b.WriteString(`</w:tbl>`)
		i--
	}
	return b.String()
}

// framed makes a content control around what build makes: [[Tên: text]], [[repeat Tên: text]].
func (m *maker) framed(s string, build func(string) string) (string, bool) {
	inner, ok := strings.CutPrefix(s, "[[")
	inner, closed := strings.CutSuffix(inner, "]]")
	if !ok || !closed {
		return "", false
	}
	name, content, _ := strings.Cut(inner, ":")
	kind := ""
	content = build(strings.TrimSpace(content))
	if rest, repeats := strings.CutPrefix(name, "repeat "); repeats {
		name, kind = rest, "<w15:repeatingSection/>"
		content = fmt.Sprintf(`<w:sdt><w:sdtPr><w:id w:val="%d"/><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`, m.id(), content)
	}
	if rest, picture := strings.CutPrefix(name, "picture "); picture {
		name, kind = rest, "<w:picture/>"
	}
	return fmt.Sprintf(`<w:sdt><w:sdtPr><w:tag w:val="%s"/><w:id w:val="%d"/>%s</w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`,
		escaped(name), m.id(), kind, content), true
}

// row makes a row of a table.
func (m *maker) row(line string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:tr w14:paraId="%08X">`, m.id())
	for _, c := range cellsOf(line) {
		c = strings.TrimSpace(c)
		if s, ok := m.framed(c, m.cell); ok {
			b.WriteString(s)
			continue
		}
		b.WriteString(m.cell(c))
	}
	return b.String() + `</w:tr>`
}

func (m *maker) cell(c string) string {
	merge := ""
	if c == "^" {
		c, merge = "", `<w:vMerge/>`
	} else if rest, ok := strings.CutPrefix(c, "v:"); ok {
		c, merge = rest, `<w:vMerge w:val="restart"/>`
	}
	s := `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>` + merge + `</w:tcPr>`
	for _, p := range strings.Split(c, "//") {
		s += m.paragraph(strings.TrimSpace(p))
	}
	return s + `</w:tc>`
}

// cellsOf parts a row; a stroke within braces or a field parts nothing.
func cellsOf(row string) []string {
	row = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(row), "|"), "|")
	var all []string
	from, depth := 0, 0
	for i, r := range row {
		switch r {
		case '{', '‹', '[':
			depth++
		case '}', '›', ']':
			depth--
		case '|':
			if depth == 0 {
				all = append(all, row[from:i])
				from = i + 1
			}
		}
	}
	return append(all, row[from:])
}

var listMark = regexp.MustCompile(`^#(S?)(\d)(\.\d)? `)

func (m *maker) paragraph(s string) string {
	properties := ""
	if mark := listMark.FindStringSubmatch(s); mark != nil {
		level := "0"
		if mark[3] != "" {
			level = "1"
		}
		properties = `<w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + mark[2] + `"/></w:numPr></w:pPr>`
		if mark[1] != "" {
			properties = `<w:pPr><w:pStyle w:val="L` + mark[2] + mark[3] + `"/><w:spacing w:before="0"/></w:pPr>`
		}
		s = s[len(mark[0]):]
	}
	return fmt.Sprintf(`<w:p w14:paraId="%08X">%s%s</w:p>`, m.id(), properties, m.inline(s))
}

// inline makes runs, fields and content controls.
func (m *maker) inline(s string) string {
	var b strings.Builder
	for s != "" {
		i := strings.IndexAny(s, "‹[¦(")
		if i < 0 {
			i = len(s)
		}
		if strings.HasPrefix(s[i:], "(") && !strings.HasPrefix(s[i:], "(ảnh ") {
			i++
		}
		b.WriteString(m.run(s[:i]))
		s = s[i:]
		switch {
		case s == "":
		case strings.HasPrefix(s, "¦"):
			s = s[len("¦"):]
			if rest, ok := strings.CutPrefix(s, "*"); ok { // a bold run
				rest, after, _ := strings.Cut(rest, "¦")
				b.WriteString(`<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + escaped(rest) + `</w:t></w:r>`)
				s = after
			}
		case strings.HasPrefix(s, "(ảnh "):
			end := strings.Index(s, ")")
			b.WriteString(m.picture(strings.TrimPrefix(s[:end], "(ảnh ")))
			s = s[end+1:]
		case !strings.ContainsAny(s[:1], "[") && !strings.HasPrefix(s, "‹"):
			// text goes on
		case strings.HasPrefix(s, "["):
			end := strings.Index(s, "]")
			b.WriteString(m.control(s[1:end]))
			s = s[end+1:]
		default:
			inner, rest := cutField(s)
			b.WriteString(m.field(inner))
			s = rest
		}
	}
	return b.String()
}

// picture makes a picture of 2 by 1 cm with an alternative text.
func (m *maker) picture(alt string) string {
	m.media = true
	return fmt.Sprintf(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="360000"/><wp:docPr id="%d" name="Picture" descr="%s"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, m.id(), escaped(alt))
}

func (m *maker) run(s string) string {
	if s == "" {
		return ""
	}
	if before, after, ok := strings.Cut(s, "¹"); ok {
		return m.run(before) + `<w:r><w:footnoteReference w:id="1"/></w:r>` + m.run(after)
	}
	if before, after, ok := strings.Cut(s, "⚑"); ok {
		id := m.id()
		return m.run(before) + fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="b%d"/>`, id,
			id) + m.run(after) + fmt.Sprintf(`<w:bookmarkEnd w:id="%d"/>`, id)
	}
	return `<w:r><w:t xml:space="preserve">` + betweenTexts.Replace(escaped(s)) + `</w:t></w:r>`
}

// betweenTexts writes what stands in a run between texts.
var betweenTexts = func() *strings.Replacer {
	var all []string
	for sign, element := range map[string]string{"⏎": "<w:br/>", "→": "<w:tab/>", "‑": "<w:noBreakHyphen/>", "⤓": `<w:br w:type="page"/>`} {
		all = append(all, sign, "</w:t>"+element+`<w:t xml:space="preserve">`)
	}
	return strings.NewReplacer(all...)
}()

// cutField cuts a field, with those in it, off the head of a text.
func cutField(s string) (inner, rest string) {
	depth := 0
	for i, r := range s {
		switch r {
		case '‹':
			depth++
		case '›':
			if depth--; depth == 0 {
				return s[len("‹"):i], s[i+len("›"):]
			}
		}
	}
	panic("open field: " + s)
}

// field makes a field: ‹=...› the simple way; what stands behind "⇒" is its result.
func (m *maker) field(s string) string {
	if instr, ok := strings.CutPrefix(s, "="); ok {
		instr, result, _ := strings.Cut(instr, "⇒")
		return `<w:fldSimple w:instr=" ` + escaped(instr) + ` "><w:r><w:t>` + escaped(result) + `</w:t></w:r></w:fldSimple>`
	}
	open := false
	if rest, ok := strings.CutPrefix(s, "!"); ok {
		s, open = rest, true
	}
	const char = `<w:r><w:fldChar w:fldCharType="%s"/></w:r>`
	out := fmt.Sprintf(char, "begin")
	instr, result, has := s, "", false
	depth := 0
	for i, r := range s { // the first outside of inner fields
		switch {
		case r == '‹':
			depth++
		case r == '›':
			depth--
		case r == '⇒' && depth == 0 && !has:
			instr, result, has = s[:i], s[i+len("⇒"):], true
		}
	}
	for instr != "" {
		i := strings.IndexAny(instr, "‹¦¶→(")
		for i >= 0 && instr[i] == '(' && !strings.HasPrefix(instr[i:], "(ảnh ") {
			j := strings.IndexAny(instr[i+1:], "‹¦¶→(")
			if j < 0 {
				i = j
				break
			}
			i += 1 + j
		}
		if i < 0 {
			i = len(instr)
		}
		if i > 0 {
			out += `<w:r><w:instrText xml:space="preserve">` + escaped(instr[:i]) + `</w:instrText></w:r>`
		}
		instr = instr[i:]
		if strings.HasPrefix(instr, "¦") {
			instr = instr[len("¦"):]
		} else if rest, ok := strings.CutPrefix(instr, "¶"); ok {
			out += m.newParagraph()
			instr = rest
		} else if rest, ok := strings.CutPrefix(instr, "→"); ok {
			out += "<w:r><w:tab/></w:r>"
			instr = rest
		} else if rest, ok := strings.CutPrefix(instr, "(ảnh "); ok {
			alt, after, _ := strings.Cut(rest, ")")
			out += m.picture(alt)
			instr = after
		} else if instr != "" {
			var inner string
			inner, instr = cutField(instr)
			out += m.field(inner)
		}
	}
	if has {
		bold := ""
		if rest, ok := strings.CutPrefix(result, "*"); ok {
			result, bold = rest, `<w:rPr><w:b/></w:rPr>`
		}
		text := func(s string) string {
			return `<w:r>` + bold + `<w:t>` + strings.ReplaceAll(escaped(s), "¶",
				"</w:t></w:r>"+m.newParagraph()+"<w:r><w:t>") + `</w:t></w:r>`
		}
		out += fmt.Sprintf(char, "separate")
		for {
			before, _, nested := strings.Cut(result, "‹")
			if out += text(before); !nested {
				break
			}
			var inner string
			inner, result = cutField(result[len(before):])
			out += m.field(inner)
		}
	}
	if open {
		return out
	}
	return out + fmt.Sprintf(char, "end")
}

// newParagraph ends a paragraph, which is centred, and begins another.
func (m *maker) newParagraph() string {
	return fmt.Sprintf(`</w:p><w:p w14:paraId="%08X"><w:pPr><w:jc w:val="center"/></w:pPr>`, m.id())
}

// control makes a content control: [kind name: content], or [name: content] of text; a question
// mark behind the name says that the content is the prompt.
func (m *maker) control(s string) string {
	name, content, _ := strings.Cut(s, ":")
	kind, rest, ok := strings.Cut(name, " ")
	properties := ""
	switch {
	case ok && kind == "check":
		properties = `<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>`
	case ok && kind == "date":
		properties = `<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="vi-VN"/></w:date>`
	case ok && kind == "choice":
		rest, list, _ := strings.Cut(rest, "=")
		properties = "<w:dropDownList>"
		for i, c := range strings.Split(list, "/") {
			properties += fmt.Sprintf(`<w:listItem w:displayText="%s" w:value="%d"/>`, escaped(c), i+1)
		}
		properties += "</w:dropDownList>"
		name = rest
		ok = false
	default:
		ok = false
	}
	if ok {
		name = rest
	}
	name = strings.TrimSpace(name)
	if rest, asks := strings.CutSuffix(name, "?"); asks {
		name, properties = rest, "<w:showingPlcHdr/>"+properties
	}
	if rest, title := strings.CutPrefix(name, "@"); title {
		return fmt.Sprintf(`<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:id w:val="%d"/>%s</w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`,
			escaped(rest), m.id(), properties, m.run(strings.TrimSpace(content)))
	}
	return fmt.Sprintf(`<w:sdt><w:sdtPr><w:tag w:val="%s"/><w:id w:val="%d"/>%s</w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`,
		escaped(name), m.id(), properties, m.run(strings.TrimSpace(content)))
}
