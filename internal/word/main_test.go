package word

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan/diag"
)

var update = flag.Bool("update", false, "rewrite the case files")

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

const (
	wordNS   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	officeNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

const nameSpaces = `xmlns:w="` + wordNS + `" xmlns:r="` + officeNS + `"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
	` xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"` +
	` xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
	` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"` +
	` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:odd="http://example.vn/odd"`

// entry is a part of a package that a test writes.
type entry struct{ name, text string }

// roots are the elements that parts of a case are wrapped into.
var roots = map[string]string{
	"document": "w:document", "styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes",
	"endnotes": "w:endnotes", "comments": "w:comments", "settings": "w:settings", "theme": "a:theme",
}

// write makes a Word file of a body and other parts, each without its root element. The part
// "rels" holds the relations of the document: "rId1 header header1.xml", with "!" before what
// lies outside.
func write(body string, parts map[string]string) []byte {
	const relationsNS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	entries := []entry{{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", relationsNS + `<Relationship Id="a" Type="` + officeNS + `/officeDocument" Target="word/document.xml"/></Relationships>`}}
	relations := ""
	for _, line := range strings.Split(parts["rels"], "\n") {
		if f := strings.Fields(line); len(f) == 3 {
			mode := ""
			if target, ok := strings.CutPrefix(f[2], "!"); ok {
				f[2], mode = target, ` TargetMode="External"`
			}
			relations += fmt.Sprintf(`<Relationship Id=%q Type="%s/%s" Target=%q%s/>`, f[0], officeNS, f[1], f[2], mode)
		}
	}
	names := []string{"document"}
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		text := parts[name]
		switch {
		case name == "rels":
			continue
		case name == "document":
			text = "<w:body>" + body + "</w:body>"
		case !strings.Contains(name, "header") && !strings.Contains(name, "footer"):
			relations += fmt.Sprintf(`<Relationship Id="of-%s" Type="%s/%s" Target="%s.xml"/>`, name, officeNS, name, name)
		}
		root := roots[name]
		if root == "" {
			root = "w:hdr"
		}
		entries = append(entries, entry{"word/" + name + ".xml", "<" + root + " " + nameSpaces + ">" + text + "</" + root + ">"})
	}
	entries = append(entries, entry{"word/_rels/document.xml.rels", relationsNS + relations + "</Relationships>"})
	return archive(entries...)
}

func archive(entries ...entry) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.Create(e.name)
		if err == nil {
			_, err = w.Write([]byte(e.text))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func readBytes(src []byte) (*Document, diag.List) {
	return Read("thu.docx", bytes.NewReader(src), int64(len(src)))
}

// printer writes a document as the case files show it.
type printer struct {
	b      strings.Builder
	indent string
}

// dump shows a document: "⟦1.⟧→text" is a paragraph with its number, "→" a tab, "↵" a line.
func dump(d *Document, found diag.List) string {
	p := &printer{}
	if d != nil {
		p.blocks(d.Body)
		for _, n := range d.Notes {
			p.story(map[bool]string{false: "footnote ", true: "endnote "}[n.Endnote]+n.Label, &n.Story)
		}
		seen := make(map[*Story]bool)
		for i, s := range d.Sections {
			if len(d.Sections) > 1 {
				p.line(fmt.Sprintf("section %d", i) + map[bool]string{true: " landscape"}[s.Landscape] +
					map[bool]string{true: " continuous"}[s.Continuous])
			}
			for _, m := range []struct {
				name string
				m    Margin
			}{{"header", s.Header}, {"footer", s.Footer}} {
				for k, story := range []*Story{m.m.Default, m.m.First, m.m.Even} {
					if story != nil && seen[story] {
						p.line(m.name + " " + marginTypes[k] + " as before")
					} else if story != nil {
						seen[story] = true
						p.story(m.name+" "+marginTypes[k], story)
					}
				}
			}
		}
	}
	for _, f := range found {
		p.line(f.Error())
		if f.Found != "" {
			p.line("    " + f.Found)
		}
	}
	return p.b.String()
}

func (p *printer) line(s string) { p.b.WriteString(strings.TrimRight(p.indent+s, " ") + "\n") }

func (p *printer) in(f func()) {
	before := p.indent
	p.indent += "  "
	f()
	p.indent = before
}

func (p *printer) story(name string, s *Story) {
	p.line(name)
	p.in(func() { p.blocks(s.Blocks) })
}

var signsOf = strings.NewReplacer("\t", "→", "\n", "↵", "\f", "↧", "\v", "⇥")

func (p *printer) blocks(list []Block) {
	for _, b := range list {
		switch b := b.(type) {
		case *Paragraph:
			p.line(paragraphDump(b))
			for _, box := range b.Boxes {
				p.in(func() { p.story("box", box) })
			}
		case *Table:
			p.line("table" + map[bool]string{true: " bare"}[b.Bare])
			p.in(func() { p.table(b) })
		}
	}
}

func (p *printer) table(t *Table) {
	for _, r := range t.Rows {
		p.line("row" + map[bool]string{true: " header"}[r.Header])
		for _, c := range r.Cells {
			name := fmt.Sprintf("  %d", c.Column)
			if c.Columns > 1 {
				name += fmt.Sprintf(" wide %d", c.Columns)
			}
			if c.Rows > 1 {
				name += fmt.Sprintf(" high %d", c.Rows)
			}
			if one, ok := single(c.Blocks); ok {
				p.line(name + ": " + paragraphDump(one))
			} else {
				p.line(name + ":")
				p.in(func() { p.in(func() { p.blocks(c.Blocks) }) })
			}
		}
	}
}

func single(list []Block) (*Paragraph, bool) {
	if len(list) != 1 {
		return nil, false
	}
	p, ok := list[0].(*Paragraph)
	return p, ok && len(p.Boxes) == 0
}

func paragraphDump(p *Paragraph) string {
	var b strings.Builder
	b.WriteString("¶ ")
	if l := lookDump(p); l != "" {
		b.WriteString("(" + l + ") ")
	}
	if p.Label != "" {
		b.WriteString("⟦" + p.Label + "⟧" + signsOf.Replace(p.Suffix))
	}
	open := ""
	for _, r := range p.Runs {
		face := faceDump(r)
		if face != open {
			if open != "" {
				b.WriteString("}")
			}
			if face != "" {
				b.WriteString("{" + face + ": ")
			}
			open = face
		}
		b.WriteString(signsOf.Replace(r.Text))
	}
	if open != "" {
		b.WriteString("}")
	}
	return b.String()
}

func lookDump(p *Paragraph) string {
	var all []string
	add := func(is bool, format string, args ...any) {
		if is {
			all = append(all, fmt.Sprintf(format, args...))
		}
	}
	l := p.Look
	add(p.Style != "", "%s", p.Style)
	add(l.Align != Start, "%s", []string{"", "center", "right", "justified"}[l.Align])
	add(l.Left != 0, "left %d", l.Left)
	add(l.First != 0, "first %d", l.First)
	add(l.PageBreak, "new page")
	for _, t := range l.Tabs {
		add(true, "tab %d %s", t.At, strings.TrimSpace(t.Kind+" "+t.Leader))
	}
	return strings.Join(all, ", ")
}

func faceDump(r Run) string {
	var all []string
	for _, f := range []struct {
		is   bool
		name string
	}{
		{r.Face.Bold, "bold"}, {r.Face.Italic, "italic"}, {r.Face.Underline, "underlined"}, {r.Face.Strike, "struck"}, {r.Face.Caps,
			"caps"},
		{r.Waits, "waits"}, {r.Face.Raised, "raised"}, {r.Face.Lowered, "lowered"}, {r.Note != nil, "note"},
		{r.Face.Font != "", r.Face.Font}, {r.Face.HalfPoints != 0, fmt.Sprint(r.Face.HalfPoints, "/2")},
		{r.Link != "", "link " + r.Link}, {r.Ruby != "", "ruby " + r.Ruby}, {r.Picture != "", "picture " + r.Picture}, {r.Alt != "",
			"of " + r.Alt},
	} {
		if f.is {
			all = append(all, f.name)
		}
	}
	return strings.Join(all, ", ")
}
