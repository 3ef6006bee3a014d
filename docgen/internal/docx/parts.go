package docx

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
)

// parts gives all files of the .docx in their order.
func (d *document) parts(body []byte) []part {
	if d.notes != nil {
		d.rels.add(relFootnotes, "footnotes.xml", false)
	}
	if d.numbers.of != nil {
		d.rels.add(relNumbering, "numbering.xml", false)
	}
	files := []part{
		{Name: mainPart, Content: body},
		{Name: "word/_rels/document.xml.rels", Content: d.rels.xml()},
		{Name: "word/styles.xml", Content: d.styles.xml(d.meta.Language, d.notes != nil)},
		{Name: "word/settings.xml", Content: d.settings()},
	}
	if d.numbers.of != nil {
		files = append(files, part{Name: "word/numbering.xml", Content: d.numbers.xml(d.styles.byName)})
	}
	files = append(files, d.margins...)
	if d.notes != nil {
		files = append(files, d.notes.part("word/footnotes.xml", "w:footnotes")...)
	}
	files = append(files, d.media.files...)
	root := new(relations)
	root.add(relDocument, mainPart, false)
	root.add(relCore, "docProps/core.xml", false)
	root.add(relApp, "docProps/app.xml", false)
	root.add(relCustom, "docProps/custom.xml", false)
	files = append(files, part{Name: "docProps/core.xml", Content: coreProperties(d.meta)},
		part{Name: "docProps/app.xml", Content: appProperties()},
		part{Name: "docProps/custom.xml", Content: customProperties(d.meta, seal(files))})
	head := []part{{Name: "[Content_Types].xml", Content: contentTypes(files)}, {Name: "_rels/.rels", Content: root.xml()}}
	return append(head, files...)
}

// part closes a story and gives it as a file, with a file of its links if it has any.
func (s *story) part(name, root string) []part {
	s.close(root)
	files := []part{{Name: name, Content: s.b}}
	if len(s.rels.list) > 0 {
		dir, file, _ := strings.Cut(name, "/")
		files = append(files, part{Name: dir + "/_rels/" + file + ".rels", Content: s.rels.xml()})
	}
	return files
}

// isOwn reports whether a part holds what this file alone says. All others are the same in many.
func isOwn(name string) bool {
	return slices.Contains([]string{mainPart, "word/footnotes.xml", "docProps/core.xml", "docProps/custom.xml"}, name) ||
		strings.HasPrefix(name, "word/_rels/") || strings.HasPrefix(name, "word/media/")
}

func contentTypes(files []part) []byte {
	return xmlPart("Types", []string{"xmlns", nsContentTypes}, func(x *xmlText) {
		x.empty("Default", "Extension", "rels", "ContentType", typeRels)
		x.empty("Default", "Extension", "xml", "ContentType", "application/xml")
		x.empty("Default", "Extension", "png", "ContentType", "image/png")
		x.empty("Default", "Extension", "jpeg", "ContentType", "image/jpeg")
		x.empty("Default", "Extension", "emf", "ContentType", "image/x-emf")
		for _, f := range files {
			if t := contentType(f.Name); t != "" {
				x.empty("Override", "PartName", "/"+f.Name, "ContentType", t)
			}
		}
	})
}

func contentType(name string) string {
	switch {
	case strings.HasPrefix(name, "word/header"):
		return typeHeader
	case strings.HasPrefix(name, "word/footer"):
		return typeFooter
	}
	return partTypes[name]
}

// partTypes are the content types of parts that a file has once.
var partTypes = map[string]string{
	mainPart:              typeMain,
	"word/styles.xml":     typeStyles,
	"word/settings.xml":   typeSettings,
	"word/numbering.xml":  typeNumbering,
	"word/footnotes.xml":  typeFootnotes,
	"docProps/core.xml":   typeCore,
	"docProps/app.xml":    typeApp,
	"docProps/custom.xml": typeCustom,
}

// settings gives settings.xml.
//
// Word breaks lines by its compatibility mode: 14 (Word 2010) never shrinks spaces, 15
// shrinks them to take one more word. It is that of the rule that the PDF follows.
func (d *document) settings() []byte {
	return xmlPart("w:settings", []string{"xmlns:w", nsW}, func(x *xmlText) {
		x.raw(`<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>`)
		if d.notes != nil {
			x.open("w:footnotePr")
			if d.noteRestart {
				x.raw(`<w:numRestart w:val="eachSect"/>`)
			}
			x.raw(`<w:footnote w:id="-1"/><w:footnote w:id="0"/>`)
			x.close("w:footnotePr")
		}
		x.raw(`<w:compat>` +
			`<w:doNotExpandShiftReturn/>` + // a line ended by hand in a justified paragraph is not stretched
			`<w:doNotUseHTMLParagraphAutoSpacing/>`) // distances above and below add up; otherwise the larger one holds
		x.empty("w:compatSetting", "w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", itoa(d.mode()))
		x.raw(`</w:compat>`)
		x.empty("w:themeFontLang", "w:val", d.meta.Language)
		x.raw(`<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>`)
	})
}

// mode is Word's compatibility mode.
func (d *document) mode() int { return cmp.Or(d.lines.Compatibility, 14) }

// coreProperties gives the properties that every reader of Word files shows.
func coreProperties(m doc.Meta) []byte {
	return xmlPart("cp:coreProperties", []string{"xmlns:cp", nsCore, "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}, func(x *xmlText) {
		for _, p := range []struct{ name, value string }{
			{"dc:title", m.Title}, {"dc:subject", m.Subject}, {"dc:creator", m.Author},
			{"cp:category", m.Kind}, {"cp:keywords", m.Keywords()}, {"dc:identifier", m.Code}, {"dc:language", m.Language},
		} {
			if p.value != "" {
				x.element(p.name, p.value)
			}
		}
		if !m.Created.IsZero() {
			x.element("dcterms:created", m.Created.UTC().Format(time.RFC3339), "xsi:type", "dcterms:W3CDTF")
		}
	})
}

func appProperties() []byte {
	return xmlPart("Properties", []string{"xmlns", nsApp}, func(x *xmlText) { x.element("Application", "vanban") })
}

// customProperties gives what the record's metadata knows beyond the core
// properties, under the decree's words, and the seal of the file.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục VI (thông tin đầu vào của dữ liệu quản lý văn bản).
func customProperties(m doc.Meta, seal string) []byte {
	return xmlPart("Properties", []string{"xmlns", nsCustom, "xmlns:vt", nsVT}, func(x *xmlText) {
		id := 1
		for _, p := range []struct{ name, value string }{
			{"Số của văn bản", m.Number}, {"Ký hiệu của văn bản", m.Symbol}, {"Ngày, tháng, năm văn bản", m.Issued},
			{"Chức vụ của người ký", m.Position}, {"Họ và tên người ký", m.Signer}, {sealName, seal},
		} {
			if p.value == "" {
				continue
			}
			id++
			x.open("property", "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid", itoa(id), "name", p.name)
			x.element("vt:lpwstr", p.value)
			x.close("property")
		}
	})
}
