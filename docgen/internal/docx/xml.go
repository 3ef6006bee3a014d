package docx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// xmlText is XML being written. Names are the caller's business; values and
// text are escaped. The zero value is empty and ready to use.
type xmlText struct{ b []byte }

// raw adds finished XML.
func (x *xmlText) raw(s string) { x.b = append(x.b, s...) }

// open adds a start tag with attributes given as names and values in turn.
func (x *xmlText) open(name string, attrs ...string) {
	x.tag(name, attrs)
	x.b = append(x.b, '>')
}

// empty adds an element without content.
func (x *xmlText) empty(name string, attrs ...string) {
	x.tag(name, attrs)
	x.b = append(x.b, '/', '>')
}

func (x *xmlText) tag(name string, attrs []string) {
	x.b = append(x.b, '<')
	x.b = append(x.b, name...)
	for i := range len(attrs) / 2 {
		x.b = append(x.b, ' ')
		x.b = append(x.b, attrs[2*i]...)
		x.b = append(x.b, '=', '"')
		x.text(attrs[2*i+1])
		x.b = append(x.b, '"')
	}
}

// close adds an end tag.
func (x *xmlText) close(name string) {
	x.b = append(x.b, '<', '/')
	x.b = append(x.b, name...)
	x.b = append(x.b, '>')
}

// element adds an element that holds text.
func (x *xmlText) element(name, text string, attrs ...string) {
	x.open(name, attrs...)
	x.text(text)
	x.close(name)
}

// text adds escaped text.
func (x *xmlText) text(s string) { x.b = xmltext.Append(x.b, s) }

// checkParts refuses what got into a part by other ways than as text: names
// of styles, alternative texts, properties.
func checkParts(parts []part) error {
	for _, p := range parts {
		if strings.HasPrefix(p.Name, "word/media/") {
			continue
		}
		if err := xmltext.Check(p.Content); err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	return nil
}

// xmlPart is a part of XML: its root element, with what fill writes in it.
func xmlPart(root string, attrs []string, fill func(x *xmlText)) []byte {
	var x xmlText
	x.raw(xmlHead)
	x.open(root, attrs...)
	fill(&x)
	x.close(root)
	return x.b
}

func itoa(n int) string { return strconv.Itoa(n) }

// twips gives a length as Word's usual unit.
func twips(l doc.Length) string { return strconv.Itoa(l.Twips()) }

// emu gives a length as drawings measure it.
func emu(l doc.Length) string { return strconv.FormatInt(int64(l), 10) }

// eighths gives the thickness of a border in eighths of a point. Word draws
// none thinner than a quarter of a point or thicker than twelve.
func eighths(l doc.Length) string {
	n := int((l*8 + doc.Point/2) / doc.Point)
	return strconv.Itoa(min(max(n, 2), 96))
}

// hex gives a colour as RRGGBB.
func hex(c doc.Color) string {
	return fmt.Sprintf("%06X", uint32(c&0xffffff))
}
