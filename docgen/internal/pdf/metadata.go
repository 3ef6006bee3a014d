package pdf

import (
	"slices"
	"time"
	"unicode/utf8"
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

// packet is an XMP packet in the making.
type packet []byte

// put writes texts one behind the other.
func (b *packet) put(texts ...string) {
	for _, s := range texts {
		*b = append(*b, s...)
	}
}

// element writes an element with a value, if there is one.
func (b *packet) element(prefix, name, value string) {
	if value != "" {
		b.put("<", prefix, name, ">")
		b.escaped(value)
		b.put("</", prefix, name, ">\n")
	}
}

// container writes an element with a list of one value, if there is one.
func (b *packet) container(name, kind, attribute, value string) {
	if value != "" {
		b.put("<", name, "><rdf:", kind, "><rdf:li", attribute, ">")
		b.escaped(value)
		b.put("</rdf:li></rdf:", kind, "></", name, ">\n")
	}
}

// escaped writes s as text of XML. Characters that XML cannot hold become U+FFFD.
func (b *packet) escaped(s string) {
	from := 0
	for i, r := range s {
		var instead string
		switch {
		case r == '&':
			instead = "&amp;"
		case r == '<':
			instead = "&lt;"
		case r == '>':
			instead = "&gt;"
		case r < ' ' && r != '\n' && r != '\t', r == utf8.RuneError, r == 0xfffe, r == 0xffff:
			instead = "\ufffd"
		default:
			continue
		}
		b.put(s[from:i], instead)
		_, n := utf8.DecodeRuneInString(s[i:])
		from = i + n
	}
	b.put(s[from:])
}

// metadata writes the XMP packet. It says the same as the Info dictionary.
func (o *Options) metadata(b packet) packet {
	b.put("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" +
		"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"<rdf:Description rdf:about=\"\"" +
		" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" +
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"" +
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"")
	if o.Flavour.tagged() {
		b.put(" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"")
	}
	schemas := o.schemas()
	for _, s := range schemas {
		b.put(" xmlns:", s.prefix, "=\"", s.namespace, "\"")
	}
	b.put(">\n")
	b.element("dc:", "format", "application/pdf")
	b.container("dc:title", "Alt", ` xml:lang="x-default"`, o.Meta.Title)
	b.container("dc:creator", "Seq", "", o.Meta.Author)
	b.container("dc:description", "Alt", ` xml:lang="x-default"`, o.Meta.Subject)
	b.container("dc:subject", "Bag", "", o.Meta.Keywords())
	b.element("dc:", "identifier", o.Meta.Code)
	b.container("dc:type", "Bag", "", o.Meta.Kind)
	if isDate(o.Meta.Issued) {
		b.container("dc:date", "Seq", "", o.Meta.Issued)
	}
	b.container("dc:language", "Bag", "", o.Meta.Language)
	if !o.Created.IsZero() {
		at := o.Created.Format(time.RFC3339)
		b.element("xmp:", "CreateDate", at)
		b.element("xmp:", "ModifyDate", at)
	}
	b.element("pdf:", "Keywords", o.Meta.Keywords())
	b.element("pdf:", "Producer", o.Producer)
	switch o.Flavour {
	case A2A:
		b.put("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
	case A3A:
		b.put("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
	}
	for _, s := range schemas {
		for _, p := range s.properties {
			b.element(s.prefix+":", p.Name, p.Value)
		}
	}
	b.put("</rdf:Description>\n")
	if o.Flavour.tagged() {
		b.describe(schemas)
	}
	b.put("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b
}

// describe writes what PDF/A asks for: a description of each schema that XMP
// does not know.
// Source: ISO 19005-2:2011, clause 6.6.2.3.
func (b *packet) describe(schemas []schema) {
	b.put("<rdf:Description rdf:about=\"\"" +
		" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"" +
		" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"" +
		" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" +
		"<pdfaExtension:schemas><rdf:Bag>\n")
	b.schema(schema{
		name: "PDF/UA identification schema", namespace: "http://www.aiim.org/pdfua/ns/id/", prefix: "pdfuaid",
		valueType: "Integer", category: "internal", about: "What the file follows of ISO 14289: ", properties: []Property{{Name: "part"}},
	})
	for _, s := range schemas {
		b.schema(s)
	}
	b.put("</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n")
}

// schema writes the description of a schema.
func (b *packet) schema(s schema) {
	b.put("<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>", s.name, "</pdfaSchema:schema>",
		"<pdfaSchema:namespaceURI>", s.namespace, "</pdfaSchema:namespaceURI><pdfaSchema:prefix>", s.prefix, "</pdfaSchema:prefix>",
		"<pdfaSchema:property><rdf:Seq>\n")
	for _, p := range s.properties {
		b.put(`<rdf:li pdfaProperty:name="`, p.Name, `" pdfaProperty:valueType="`, s.valueType, `" pdfaProperty:category="`, s.category,
			`" pdfaProperty:description="`, s.about, p.Name, "\"/>\n")
	}
	b.put("</rdf:Seq></pdfaSchema:property></rdf:li>\n")
}

// writeInfo writes the Info dictionary.
func (f *file) writeInfo(id int, o *Options) {
	f.begin(id).str("<<")
	for _, e := range append([]Property{
		{"Title", o.Meta.Title}, {"Author", o.Meta.Author}, {"Subject", o.Meta.Subject}, {"Keywords", o.Meta.Keywords()},
		{"Producer", o.Producer},
	}, o.paper()...) {
		if e.Value != "" {
			f.str("/").str(e.Name).text(e.Value)
		}
	}
	if !o.Created.IsZero() {
		at := pdfDate(o.Created)
		f.str("/CreationDate(" + at + ")/ModDate(" + at + ")")
	}
	f.str(">>").end()
}

// isDate reports whether s is a day, month or year as XMP writes them.
func isDate(s string) bool {
	return slices.ContainsFunc([]string{time.DateOnly, "2006-01", "2006"}, func(layout string) bool {
		_, err := time.Parse(layout, s)
		return err == nil
	})
}

// pdfDate writes a time as PDF does: D:20260315080000+07'00'.
func pdfDate(t time.Time) string {
	const layout = "D:20060102150405-07:00'"
	b := t.AppendFormat(make([]byte, 0, len(layout)), layout)
	if _, offset := t.Zone(); offset == 0 {
		return string(b[:len(b)-len("-07:00'")]) + "Z"
	}
	b[len(b)-len(":00'")] = '\''
	return string(b)
}
