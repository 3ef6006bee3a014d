package pdf

import (
	"fmt"
	"strings"
	"time"
)

// buildNamespace is the XMP namespace of the build record.
const buildNamespace = "https://github.com/vanban-go/vanban/ns/build/1/"

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
	if len(o.Build) > 0 {
		b.WriteString(" xmlns:build=\"" + buildNamespace + "\"")
	}
	b.WriteString(">\n")
	element := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>\n", name, escapeXML(value), name)
		}
	}
	container := func(name, kind, attribute, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<%s><rdf:%s><rdf:li%s>%s</rdf:li></rdf:%s></%s>\n", name, kind, attribute, escapeXML(value), kind, name)
		}
	}
	element("dc:format", "application/pdf")
	container("dc:title", "Alt", ` xml:lang="x-default"`, o.Meta.Title)
	container("dc:creator", "Seq", "", o.Meta.Author)
	container("dc:description", "Alt", ` xml:lang="x-default"`, o.Meta.Subject)
	container("dc:language", "Bag", "", o.Meta.Language)
	if !o.Created.IsZero() {
		at := o.Created.Format(time.RFC3339)
		element("xmp:CreateDate", at)
		element("xmp:ModifyDate", at)
	}
	element("pdf:Producer", o.Producer)
	switch o.Flavour {
	case A2A:
		b.WriteString("<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
	case A3A:
		b.WriteString("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n")
	}
	for _, p := range o.Build {
		fmt.Fprintf(&b, "<build:%s>%s</build:%s>\n", p.Name, escapeXML(p.Value), p.Name)
	}
	b.WriteString("</rdf:Description>\n")
	if o.Flavour.tagged() {
		o.describe(&b)
	}
	b.WriteString("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// describe writes what PDF/A asks for: a description of each schema that XMP
// does not know.
// Source: ISO 19005-2:2011, clause 6.6.2.3.
func (o *Options) describe(b *strings.Builder) {
	b.WriteString("<rdf:Description rdf:about=\"\"" +
		" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"" +
		" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"" +
		" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" +
		"<pdfaExtension:schemas><rdf:Bag>\n")
	describeSchema(b, "PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid",
		[]Property{{"part", "Part of ISO 14289 that the file follows"}}, "Integer")
	if len(o.Build) > 0 {
		list := make([]Property, len(o.Build))
		for i, p := range o.Build {
			list[i] = Property{p.Name, "Record of how the file was made: " + p.Name}
		}
		describeSchema(b, "Build record", buildNamespace, "build", list, "Text")
	}
	b.WriteString("</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n")
}

// describeSchema describes one schema; the values of the properties are what
// they mean.
func describeSchema(b *strings.Builder, schema, namespace, prefix string, properties []Property, valueType string) {
	fmt.Fprintf(b, "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>%s</pdfaSchema:schema>"+
		"<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>%s</pdfaSchema:prefix>"+
		"<pdfaSchema:property><rdf:Seq>\n", schema, namespace, prefix)
	for _, p := range properties {
		fmt.Fprintf(b, "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>%s</pdfaProperty:name>"+
			"<pdfaProperty:valueType>%s</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"+
			"<pdfaProperty:description>%s</pdfaProperty:description></rdf:li>\n", p.Name, valueType, p.Value)
	}
	b.WriteString("</rdf:Seq></pdfaSchema:property></rdf:li>\n")
}

// writeInfo writes the Info dictionary.
func (f *file) writeInfo(id int, o *Options) {
	f.begin(id)
	f.str("<<")
	for _, e := range []Property{
		{"/Title", o.Meta.Title}, {"/Author", o.Meta.Author}, {"/Subject", o.Meta.Subject}, {"/Producer", o.Producer},
	} {
		if e.Value != "" {
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
