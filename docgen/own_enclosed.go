package docgen

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// What is sent with a paper, an annex or what a decision puts into force, pasted with its head, or into the text of the paper.

// enclosed finds where a text goes on with what is sent with the paper, an annex or what a decision puts into force: it would stand
// above the signature.
func (o *ownLines) enclosed(at diag.Pos, s string) {
	if o.behind != nil || o.leads || !(markup.OpensAnnex(s) || o.ended && startsForm(s) || isReference(s, o.kind)) {
		return
	}
	key := `"annexes" (phụ lục)`
	if o.order != "" {
		key = `"attachment" (văn bản ban hành kèm theo) hoặc ` + key
	}
	o.behind = &diag.Diagnostic{
		Pos: at, Level: diag.Warning, Rule: ruleOwnLine, Found: s,
		Message: fmt.Sprintf("phần kèm theo văn bản (%q) để trong nội dung thì in trước chữ ký", s),
		Fix:     "chuyển phần này, từ tên của nó, vào " + key,
	}
}

// isReference reports whether a line says with which paper of a kind an annex goes: "(Kèm theo Quyết định số 12/QĐ-UBND ...)".
func isReference(s, kind string) bool {
	if s, ok := strings.CutPrefix(s, "("); ok {
		for _, w := range [...]string{"Ban hành kèm theo", "Kèm theo"} {
			if rest, ok := phrase.CutWords(s, w); ok {
				_, ok := phrase.CutWords(rest, kind)
				return ok
			}
		}
	}
	return false
}

// headLines is how many lines the head of an annex has at most, with a letterhead and a title of several lines.
const headLines = 10

// ownHead finds the lines at the head of a text that are printed above it. keys names the keys that a line comes from, "" for one
// that is none; title is what one line or several say together.
func (c *Composer) ownHead(parts []doc.Part, title string, keys func(s string) string) {
	var lines []*doc.Prose
	for _, p := range parts[:min(len(parts), headLines)] {
		prose, ok := p.(*doc.Prose)
		if !ok {
			break
		}
		lines = append(lines, prose)
	}
	for len(lines) > 0 {
		key, n := keys(plainText(lines[0].Inlines)), 1
		if many := titleLines(lines, title); key == "" && many > 0 {
			key, n = `"title" (tên phụ lục)`, many
		}
		for _, l := range lines[:n] {
			if key != "" {
				c.found.Add(ownLine(l.At, plainText(l.Inlines), key, "bỏ dòng này khỏi nội dung"))
			}
		}
		lines = lines[n:]
	}
}

// titleLines is how many lines say a title together, 0 where they do not.
func titleLines(lines []*doc.Prose, title string) int {
	said := ""
	for i, l := range lines {
		said = strings.TrimSpace(said + " " + vi.FoldName(plainText(l.Inlines)))
		switch rest, ok := strings.CutPrefix(vi.FoldName(title), said); {
		case !ok:
			return 0
		case rest == "" && said != "":
			return i + 1
		}
	}
	return 0
}

// ownAnnex finds the head of an annex in its text.
func (c *Composer) ownAnnex(a *plan.Annex, parts []doc.Part) {
	c.ownHead(parts, a.Title, func(s string) string {
		switch {
		case a.Label == "" && markup.OpensAnnex(s):
			return `"annexes" (phụ lục)`
		case isReference(s, c.kind.Name):
			return referenceKeys
		}
		return ""
	})
}

// ownAttachment finds the head of what is issued with a decision in its text.
func (c *Composer) ownAttachment(h *plan.Header, f *plan.Footer, a *plan.Attachment, parts []doc.Part) {
	head := *h
	head.Subject = a.Subject
	own := &ownLines{head: &head, foot: f, kind: a.Name()}
	c.ownHead(parts, "", func(s string) string {
		switch {
		case isReference(s, c.kind.Name):
			return referenceKeys
		case ownNumber.MatchString(s), ownDate.MatchString(s):
			return "" // they stand above the decision alone
		}
		keys := own.certainKeys(s)
		if keys == "" {
			keys = own.likelyKeys(s)
		}
		return keys
	})
}

const referenceKeys = `"number" (số) và "date" (ngày)`

// annexNote is the line below the title of an annex. One that says that it goes with this paper is printed below it in any case:
// it is left out, unless it knows the number and the paper does not.
func (c *Composer) annexNote(path string, h *plan.Header, note plan.Prose) []doc.Inline {
	said := strings.TrimSpace(string(note))
	if !isReference(said, c.kind.Name) {
		return c.Line(path, note)
	}
	number := ""
	if m := referenceNumber.FindStringSubmatch(said); m != nil {
		number = vi.PaperNumber(m[1])
	}
	switch known := c.number(h); {
	case number == "" || number == known:
		c.typedOwn(path, said)
		return nil
	case known == "":
		c.found.Add(ownLine(c.At(path), said, referenceKeys, `bỏ dòng này, ghi số vào "number" (số)`))
	}
	return c.Line(path, note)
}

var referenceNumber = pattern.New(`\s(?i:số)\s*:?\s*(\d+)\s*[/-]`)
