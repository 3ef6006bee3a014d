package docgen

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestText reads testdata/text/*.txtar: what is typed, and what is printed. A file is
// named by what it tries, its kind of paper and "all" where head and foot are shown too:
// "14 cong-van all". It holds the keys that differ from a plain paper of that kind. The
// file behind it has a line for each printed one, bold where it is **bold**, a heading
// behind "#", and the findings.
func TestText(t *testing.T) {
	names, err := filepath.Glob("testdata/text/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			in, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out := &txtar.Archive{Comment: in.Comment}
			for _, f := range in.Files {
				if f.Name == "printed" {
					continue
				}
				out.Files = append(out.Files, f, txtar.File{Name: "printed", Data: []byte(typed(r, f.Name, string(f.Data)))})
			}
			casefile.Hold(t, flag.Lookup("update").Value.String() == "true", name, out)
		})
	}
}

// plainPapers are the keys of a plain paper, by kind; "*" is of all others.
var plainPapers = map[string]string{
	"*": `version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Nghỉ lễ
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
`,
	"quyet-dinh":      "decided_by: chairman\nlegal_bases: [Căn cứ Luật]\n",
	"cong-van":        "drafting_unit: VHXH\naddressees: [Sở Nội vụ]\nbody: Hết.\n",
	"to-trinh":        "addressees: [Sở Nội vụ]\n",
	"giay-moi":        "invitees: [Sở Nội vụ]\nevent: cuộc họp\ntime: 8 giờ\nvenue: Hội trường\n",
	"giay-gioi-thieu": "person: {name: Lê Tám, position: Công chức}\nsent_to: Sở Nội vụ\npurpose: làm việc\n",
	"bien-ban":        "start: 8 giờ\nvenue: Hội trường\nattendees: [Hội đồng]\nchair: {name: Lê Tám}\nsecretary: {name: Lê Chín}\ncontent: Họp.\nend: 9 giờ\n",
}

var (
	topKey   = regexp.MustCompile(`(?m)^([a-z_]+):`)
	emptyKey = regexp.MustCompile(`(?m)^[a-z_]+: -\n`) // leaves out a key of the plain paper
)

// typedPaper gives a paper of a kind with keys, and the keys as they stand in it.
func typedPaper(kind, keys string) (src, used string) {
	src = "kind: " + kind + "\n"
	own := topKey.FindAllString(keys, -1)
	base := plainPapers["*"]
	if !strings.HasPrefix(keys, "kind:") {
		base += plainPapers[kind]
	}
	for l := range strings.Lines(base) {
		if key, _, _ := strings.Cut(l, ":"); !slices.Contains(own, key+":") {
			src += l
		}
	}
	used = emptyKey.ReplaceAllString(keys, "")
	if strings.HasPrefix(keys, "kind:") {
		src = src[strings.Index(src, "\n")+1:]
	}
	return src + used, used
}

// typed gives what comes of keys in a paper of the kind that a name says.
func typed(r *Renderer, name, keys string) string {
	words := strings.Fields(name)
	src, keys := typedPaper(words[1], keys)
	f, found := plan.Parse("p.yaml", []byte(src))
	var b strings.Builder
	if p := f.Paper(); p != nil && !found.HasErrors() {
		d, more, err := Settled(r, plan.NewSet(f), f.Name)
		if err != nil {
			return err.Error() + "\n"
		}
		found = append(found, more...)
		if d == nil {
			return told(found, src, keys)
		}
		if !slices.Contains(words, "all") {
			d.Parts = slices.DeleteFunc(d.Parts, func(p doc.Part) bool {
				switch p.(type) {
				case *doc.Letterhead, *doc.Title, *doc.Authority, *doc.Preamble, *doc.Order, *doc.Foot, *doc.Addressees:
					return true
				}
				return false
			})
		}
		flow, more, err := r.flow(context.Background(), d)
		if flow == nil {
			return err.Error() + "\n"
		}
		found = append(found, more...)
		for _, s := range flow.Sections {
			for _, f := range s.Frames {
				printBlocks(&b, f.Blocks)
			}
			printBlocks(&b, s.Blocks)
		}
	}
	return b.String() + told(found, src, keys)
}

// told gives the findings of keys, which end the source src.
func told(found diag.List, src, keys string) string {
	var b strings.Builder
	found.Sort()
	shift := strings.Count(src, "\n") - strings.Count(keys, "\n")
	for _, d := range found {
		if strings.HasPrefix(d.Rule, "award.") {
			continue
		}
		fmt.Fprintf(&b, "(%d) %s [%s]: %s", d.Pos.Line-shift, d.Level.Term(), d.Rule, d.Message)
		if d.Fix != "" && d.Level != diag.Error {
			b.WriteString("; " + d.Fix)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// printBlocks writes the words of blocks, a line each.
func printBlocks(b *strings.Builder, blocks []flow.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case *flow.Paragraph:
			if block.Role == flow.RoleHeading {
				b.WriteString("# ")
			}
			b.WriteString(printed(block) + "\n")
		case *flow.Group:
			printBlocks(b, block.Blocks)
		case *flow.Table:
			for _, row := range block.Rows {
				var cells []string
				for _, c := range row.Cells {
					var inner strings.Builder
					printBlocks(&inner, c.Blocks)
					cells = append(cells, strings.ReplaceAll(strings.TrimSpace(inner.String()), "\n", " / "))
				}
				b.WriteString(strings.Join(cells, " | ") + "\n")
			}
		}
	}
}

// printed gives the words of a paragraph, bold ones between stars.
func printed(p *flow.Paragraph) string {
	s := strings.ReplaceAll(lines.Plain(starred(p.Inlines)), "****", "")
	if p.Font.Bold {
		s = "**" + s + "**"
	}
	return s
}

// starred gives the words of inlines, with stars around what is bold or italic and
// what a reader of the table of cases should see of the others.
func starred(in []doc.Inline) string {
	var b strings.Builder
	var ends []string
	doc.Inspect(in, func(n any) bool {
		end := ""
		switch n := n.(type) {
		case nil:
			b.WriteString(ends[len(ends)-1])
			ends = ends[:len(ends)-1]
			return false
		case *doc.Text:
			b.WriteString(n.S)
		case *doc.Strong:
			end = "**"
			b.WriteString(end)
		case *doc.Emph:
			end = "*"
			b.WriteString(end)
		case *doc.LineBreak:
			b.WriteString(" / ")
		case *doc.Tab:
			b.WriteString("{tab}")
		case *doc.Blank:
			b.WriteString(cmp.Or(n.Value, "......"))
		case *doc.Note:
			fmt.Fprintf(&b, "{note %d ", n.Number)
			end = "}"
		case *doc.Link:
			b.WriteString("{link " + n.URL + " ")
			end = "}"
		}
		ends = append(ends, end)
		return true
	})
	return b.String()
}
