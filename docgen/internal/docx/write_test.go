package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/internal/casefile"
)

var update = flag.Bool("update", false, "rewrite the expected parts in testdata")

// write gives a flow as a file.
func write(t testing.TB, f *flow.Flow) []byte {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	glue, err := layout.GlueOf(t.Context(), f, fonts)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, f, glue, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unpack gives the parts of a file, in their order.
func unpack(t testing.TB, file []byte) []part {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part{Name: f.Name, Content: b})
	}
	return parts
}

var flows = []struct {
	name string
	flow func(testing.TB) *flow.Flow
}{
	{"plan", func(testing.TB) *flow.Flow { return plan() }},
	{"everything", everything},
}

// newLine is where a part is broken so that it can be read.
var newLine = regexp.MustCompile(`><(w:p|w:pPr|w:r|w:tbl|w:tr|w:tc|w:hyperlink|w:sectPr|w:style|w:drawing|w:footnote|wps:wsp|/w:p|/w:tbl|/w:tr|/w:tc|/w:body|Override|Relationship|property|dc:\w+)([ />])`)

// TestParts holds every part of some files against testdata, where each
// element that matters stands on a line of its own.
func TestParts(t *testing.T) {
	for _, tt := range flows {
		t.Run(tt.name, func(t *testing.T) {
			var got txtar.Archive
			for _, p := range unpack(t, write(t, tt.flow(t))) {
				text := newLine.ReplaceAllString(string(p.Content), ">\n<$1$2") + "\n"
				text = newLine.ReplaceAllString(text, ">\n<$1$2") // of two that meet, the first pass sees one
				if strings.HasPrefix(p.Name, "word/media/") {
					text = strconv.Itoa(len(p.Content)) + " bytes\n"
				}
				got.Files = append(got.Files, txtar.File{Name: p.Name, Data: []byte(text)})
			}
			casefile.Hold(t, *update, "testdata/"+tt.name+".txtar", &got)
		})
	}
}

// order is the order that the schema asks for, for elements that the writer uses.
// Source: ECMA-376 Part 1, annex A (wml.xsd).
var order = map[string][]string{
	"pPr": {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "tabs", "autoSpaceDE", "autoSpaceDN",
		"spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"},
	"rPr":    {"rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "spacing", "sz", "szCs", "vertAlign", "lang"},
	"tblPr":  {"tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblDescription"},
	"tcPr":   {"tcW", "gridSpan", "vMerge", "vAlign"},
	"sectPr": {"headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"},
	"style":  {"name", "basedOn", "next", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "pPr", "rPr", "tblPr"},
	"anchor": {"simplePos", "positionH", "positionV", "extent", "effectExtent", "wrapNone", "docPr", "cNvGraphicFramePr", "graphic"},
	"inline": {"extent", "docPr", "cNvGraphicFramePr", "graphic"},
	"settings": {"zoom", "defaultTabStop", "characterSpacingControl", "footnotePr", "compat", "themeFontLang", "decimalSymbol",
		"listSeparator"},
}

// node is an element of a part.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []node     `xml:",any"`
	Text    string     `xml:",chardata"`
}

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// walk calls f for n and all that it holds.
func (n *node) walk(f func(*node)) {
	f(n)
	for i := range n.Nodes {
		n.Nodes[i].walk(f)
	}
}

func parse(t testing.TB, p part) *node {
	t.Helper()
	var n node
	if err := xml.Unmarshal(p.Content, &n); err != nil {
		t.Fatalf("%s: %v", p.Name, err)
	}
	return &n
}

// TestStructure checks what Word repairs or refuses when it is wrong: the
// order of elements, cells that end without a paragraph, ids used twice, links into nothing.
func TestStructure(t *testing.T) {
	for _, tt := range flows {
		t.Run(tt.name, func(t *testing.T) {
			parts := unpack(t, write(t, tt.flow(t)))
			names := make(map[string]bool)
			ids := make(map[string]bool)
			styles := make(map[string]bool)
			for _, p := range parts {
				if names[p.Name] {
					t.Errorf("two parts %s", p.Name)
				}
				names[p.Name] = true
				if p.Name == "word/styles.xml" {
					parse(t, p).walk(func(n *node) {
						if n.XMLName.Local == "style" {
							id := n.attr("styleId")
							if styles[id] || strings.ContainsFunc(id, func(r rune) bool { return r > '~' }) {
								t.Errorf("style id %q", id)
							}
							styles[id] = true
						}
					})
				}
			}
			for _, p := range parts {
				if strings.HasPrefix(p.Name, "word/media/") {
					continue
				}
				root := parse(t, p)
				links := linksOf(t, parts, p.Name)
				root.walk(func(n *node) {
					checkOrder(t, p.Name, n)
					switch n.XMLName.Local {
					case "tc":
						if len(n.Nodes) == 0 || n.Nodes[len(n.Nodes)-1].XMLName.Local != "p" {
							t.Errorf("%s: a cell does not end with a paragraph", p.Name)
						}
					case "docPr", "bookmarkStart":
						id := n.XMLName.Local + n.attr("id")
						if ids[id] {
							t.Errorf("%s: id %s twice", p.Name, id)
						}
						ids[id] = true
					case "shapetype", "shape":
						id := p.Name + n.XMLName.Local + n.attr("id")
						if ids[id] {
							t.Errorf("%s: id %s twice", p.Name, id)
						}
						ids[id] = true
					case "pStyle", "basedOn", "rStyle":
						if !styles[n.attr("val")] {
							t.Errorf("%s: no style %q", p.Name, n.attr("val"))
						}
					case "Relationship":
						checkTarget(t, p.Name, n, names)
					}
					for _, a := range n.Attrs {
						if a.Name.Space == nsR && !slices.Contains(links, a.Value) {
							t.Errorf("%s: %s names no link %s", p.Name, n.XMLName.Local, a.Value)
						}
					}
				})
			}
		})
	}
}

func checkOrder(t *testing.T, name string, n *node) {
	t.Helper()
	want, ok := order[n.XMLName.Local]
	if !ok {
		return
	}
	last := -1
	for _, c := range n.Nodes {
		at := slices.Index(want, c.XMLName.Local)
		if at < last || at < 0 {
			t.Errorf("%s: %s in %s is out of order or unknown to the test", name, c.XMLName.Local, n.XMLName.Local)
		}
		last = at
	}
}

// linksOf gives the ids of the links of a part.
func linksOf(t *testing.T, parts []part, name string) []string {
	var ids []string
	for _, p := range parts {
		if p.Name == path.Join(path.Dir(name), "_rels", path.Base(name)+".rels") {
			parse(t, p).walk(func(n *node) { ids = append(ids, n.attr("Id")) })
		}
	}
	return ids
}

func checkTarget(t *testing.T, name string, n *node, names map[string]bool) {
	t.Helper()
	if n.attr("TargetMode") == "External" {
		return
	}
	target := path.Join(path.Dir(path.Dir(name)), n.attr("Target"))
	if !names[target] {
		t.Errorf("%s: no part %s", name, target)
	}
}

// TestSameBytes writes a flow twice, and again after another.
func TestSameBytes(t *testing.T) {
	f := everything(t)
	first := write(t, f)
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		if d := part.Modified.Format(time.DateOnly); d != "1980-01-01" { // the first one that a zip file can name
			t.Errorf("%s has the date %s", part.Name, d)
		}
	}
	write(t, plan())
	if !bytes.Equal(first, write(t, f)) {
		t.Error("the same flow gave other bytes")
	}
}

func TestCreated(t *testing.T) {
	f := plan()
	if bytes.Contains(coreProperties(f.Meta), []byte("created")) {
		t.Error("a date without one in Meta")
	}
	f.Meta.Created = time.Date(2023, 3, 15, 7, 0, 0, 0, time.FixedZone("", 7*3600))
	if got := string(coreProperties(f.Meta)); !strings.Contains(got,
		`<dcterms:created xsi:type="dcterms:W3CDTF">2023-03-15T00:00:00Z</dcterms:created>`) {
		t.Errorf("core.xml: %s", got)
	}
}

type (
	oddBlock  struct{ flow.Block }
	oddInline struct{ doc.Inline }
	oddShape  struct{ flow.Shape }
)

// TestRefused tells what a file cannot hold.
func TestRefused(t *testing.T) {
	note := &doc.Note{Number: 1, Inlines: doc.T("x")}
	box := func(b flow.Block) *flow.Frame { return &flow.Frame{Blocks: []flow.Block{prose(), b}} }
	tests := []struct {
		name  string
		block flow.Block
		want  string
	}{
		{"block", &oddBlock{}, "*docx.oddBlock"},
		{"inline", prose(&oddInline{}), "*docx.oddInline"},
		{"shape", &flow.Drawing{Shapes: []flow.Shape{&oddShape{}}}, "*docx.oddShape"},
		{"nested block", &flow.Group{Blocks: []flow.Block{&flow.Table{Columns: []doc.Length{1},
			Rows: []*flow.Row{{Cells: []*flow.Cell{{Blocks: []flow.Block{&oddBlock{}}}}}}}}}, "*docx.oddBlock"},
		{"control character", prose(words("a\x01b")), "U+0001"},
		{"broken text", prose(words("a\xffb")), "not UTF-8"},
		{"picture", &flow.Figure{Picture: &doc.Picture{Name: "a.gif", Data: []byte("GIF89a")}}, "a.gif"},
		{"note in a frame", box(prose(note)), "footnote"},
		{"note in a note", prose(&doc.Note{Number: 1, Inlines: []doc.Inline{note}}), "footnote"},
		{"wide row", &flow.Table{Columns: []doc.Length{1}, Rows: []*flow.Row{{Cells: []*flow.Cell{{Columns: 2}}}}}, "row 1"},
		{"long row", &flow.Table{Columns: []doc.Length{1}, Rows: []*flow.Row{{Cells: []*flow.Cell{{}, {}}}}}, "row 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			err := Write(&b, &flow.Flow{Sections: []*flow.Section{{Page: a4, Blocks: []flow.Block{tt.block, prose()}}}}, nil, nil)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
			if b.Len() > 0 {
				t.Error("something was written")
			}
		})
	}
	for _, m := range []doc.Meta{{Title: "a\x02"}, {Signer: "\xff"}, {Language: "\ufffe"}} {
		f := plan()
		f.Meta = m
		if err := Write(io.Discard, f, nil, nil); err == nil {
			t.Errorf("properties %q were written", m)
		}
	}
	if err := Write(io.Discard, &flow.Flow{}, nil, nil); err == nil {
		t.Error("a flow without sections was written")
	}
}

func TestPlainWord(t *testing.T) {
	for in, want := range map[string]string{
		"Số, ký hiệu": "SoKyHieu", "Quốc hiệu": "QuocHieu", "Điều": "Dieu", "Nơi nhận, mở đầu": "NoiNhanMoDau", "1.1": "11", "": "",
	} {
		if got := plainWord(in); got != want {
			t.Errorf("plainWord(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestSchema lets Microsoft's Open XML SDK judge. It is fetched from the network, so
// only CI runs it.
func TestSchema(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Skip("CI is not set")
	}
	dir := t.TempDir()
	args := []string{}
	for _, tt := range flows {
		name := filepath.Join(dir, tt.name+".docx")
		if err := os.WriteFile(name, write(t, tt.flow(t)), 0o666); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
	}
	out, err := exec.Command("../../../.ci/ooxml.sh", args...).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
