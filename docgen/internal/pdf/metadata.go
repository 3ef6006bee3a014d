package pdf

import (
	"fmt"
	"strings"
	"time"
)

// buildSpace is the name space of the build record.
const buildSpace = "https://github.com/vanban-go/vanban/ns/build/1/"

// schema is an XMP schema beyond the predefined ones. PDF/A asks that the file
// describe it.
type schema struct {
	name, namespace, prefix string
	valueType, category     string
	about                   string // describes a property, with its name behind
	properties              []Property
}

// schemas are those that the file's metadata uses: how it was made, and what its
// paper is called in the terms of Phụ lục VI of Nghị định 30/2020/NĐ-CP.
func (o *Options) schemas() []schema {
	list := make([]schema, 0, 2)
	if len(o.Build) > 0 {
		list = append(list, schema{
			name: "Build record", namespace: buildSpace, prefix: "build",
			valueType: "Text", category: "internal", about: "Record of how the file was made: ", properties: o.Build,
		})
	}
	if paper := o.paper(); len(paper) > 0 {
		list = append(list, schema{
			name: "Official document", namespace: "https://github.com/vanban-go/vanban/ns/paper/1/", prefix: "paper",
			valueType: "Text", category: "external", about: "Nghị định 30/2020/NĐ-CP, Phụ lục VI: ", properties: paper,
		})
	}
	return list
}

// paper gives number and symbol of the paper, by their names in Phụ lục VI, as far
// as they are known.
func (o *Options) paper() []Property {
	var list []Property
	for _, p := range []Property{{"CodeNumber", o.Meta.Number}, {"CodeNotation", o.Meta.Symbol}} {
		if p.Value != "" {
			list = append(list, p)
		}
	}
	return list
}

// metadata writes the XMP packet. It says the same as the Info dictionary.
func (o *Options) metadata() []byte {
	var b strings.Builder
	b.Grow(4 << 10)
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\"" +
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"")
	if o.Flavour.tagged() {
		b.WriteString(" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"")
	}
	schemas := o.schemas()
	for _, s := range schemas {
		b.WriteString(" xmlns:" + s.prefix + "=\"" + s.namespace + "\"")
	}
	b.WriteString(">\n")
	element := func(name, value string) {
		if value != "" {
			put(&b, "<", name, ">", escapeXML(value), "</", name, ">\n")
		}
	}
	container := func(name, kind, attribute, value string) {
		if value != "" {
			put(&b, "<", name, "><rdf:", kind, "><rdf:li", attribute, ">", escapeXML(value), "</rdf:li></rdf:", kind, "></", name, ">\n")
		}
	}
	element("dc:format", "application/pdf")
	container("dc:title", "Alt", ` xml:lang="x-default"`, o.Meta.Title)
	container("dc:creator", "Seq", "", o.Meta.Author)
	container("dc:description", "Alt", ` xml:lang="x-default"`, o.Meta.Subject)
	container("dc:subject", "Bag", "", o.Meta.Keywords())
	element("dc:identifier", o.Meta.Code)
	container("dc:type", "Bag", "", o.Meta.Kind)
	if isDate(o.Meta.Issued) {
		container("dc:date", "Seq", "", o.Meta.Issued)
	}
	container("dc:language", "Bag", "", o.Meta.Language)
	if !o.Created.IsZero() {
		at := o.Created.Format(time.RFC3339)
		element("xmp:CreateDate", at)
		element("xmp:ModifyDate", at)
	}
	element("pdf:Keywords", o.Meta.Keywords())
	element("pdf:Producer", o.Producer)
	switch o.Flavour {
	case A2A:
		b.WriteString("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
	case A3A:
		b.WriteString("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
	}
	for _, s := range schemas {
		for _, p := range s.properties {
			element(s.prefix+":"+p.Name, p.Value)
		}
	}
	b.WriteString("</rdf:Description>\n")
	if o.Flavour.tagged() {
		describe(&b, schemas)
	}
	b.WriteString("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// put writes texts one behind the other. (fmt copies each of its values.)
func put(b *strings.Builder, texts ...string) {
	for _, s := range texts {
		b.WriteString(s)
	}
}

// describe writes what PDF/A asks for: a description of each schema that XMP
// does not know.
// Source: ISO 19005-2:2011, clause 6.6.2.3.
func describe(b *strings.Builder, schemas []schema) {
	b.WriteString("<rdf:Description rdf:about=\"\"" +
		" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"" +
		" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"" +
		" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" +
		"<pdfaExtension:schemas><rdf:Bag>\n")
	schema{
		name: "PDF/UA identification schema", namespace: "http://www.aiim.org/pdfua/ns/id/", prefix: "pdfuaid",
		valueType: "Integer", category: "internal", about: "What the file follows of ISO 14289: ", properties: []Property{{Name: "part"}},
	}.write(b)
	for _, s := range schemas {
		s.write(b)
	}
	b.WriteString("</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n")
}

// write writes the description of a schema.
func (s schema) write(b *strings.Builder) {
	put(b, "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>", s.name, "</pdfaSchema:schema>",
		"<pdfaSchema:namespaceURI>", s.namespace, "</pdfaSchema:namespaceURI><pdfaSchema:prefix>", s.prefix, "</pdfaSchema:prefix>",
		"<pdfaSchema:property><rdf:Seq>\n")
	for _, p := range s.properties {
		put(b, "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>", p.Name, "</pdfaProperty:name>",
			"<pdfaProperty:valueType>", s.valueType, "</pdfaProperty:valueType><pdfaProperty:category>", s.category, "</pdfaProperty:category>",
			"<pdfaProperty:description>", s.about, p.Name, "</pdfaProperty:description></rdf:li>\n")
	}
	b.WriteString("</rdf:Seq></pdfaSchema:property></rdf:li>\n")
}

// writeInfo writes the Info dictionary.
func (f *file) writeInfo(id int, o *Options) {
	f.begin(id)
	f.str("<<")
	for _, e := range append([]Property{
		{"Title", o.Meta.Title}, {"Author", o.Meta.Author}, {"Subject", o.Meta.Subject}, {"Keywords", o.Meta.Keywords()},
		{"Producer", o.Producer},
	}, o.paper()...) {
		if e.Value != "" {
			f.str("/")
			f.str(e.Name)
			f.text(e.Value)
		}
	}
	if !o.Created.IsZero() {
		at := pdfDate(o.Created)
		f.str("/CreationDate(" + at + ")/ModDate(" + at + ")")
	}
	f.str(">>")
	f.end()
}

// isDate reports whether s is a day, month or year as XMP writes them.
func isDate(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// pdfDate writes a time as PDF does: D:20260315080000+07'00'.
func pdfDate(t time.Time) string {
	s := t.Format("D:20060102150405")
	_, offset := t.Zone()
	sign := '+'
	switch {
	case offset == 0:
		return s + "Z"
	case offset < 0:
		sign, offset = '-', -offset
	}
	return fmt.Sprintf("%s%c%02d'%02d'", s, sign, offset/3600, offset/60%60)
}

// escapeXML escapes s for XML. Characters that XML cannot hold become U+FFFD.
func escapeXML(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' || r == '&' || r == '<' || r == '>' || r == 0xfffd || r == 0xfffe || r == 0xffff
	}) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r < ' ' && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff:
			b.WriteRune(0xfffd)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
