package docgen

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// What is sent with a paper, an annex or what a decision puts into force, pasted with its head, or into the text of the paper.

// enclosed finds where a text goes on with what is sent with the paper, an annex or what a decision puts into force: it would stand
// above the signature.
func (o *ownLines) enclosed(at diag.Pos, s string, below doc.Part) {
	if o.behind != nil || o.leads || !o.opensEnclosed(s, below) {
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

// opensEnclosed reports whether a line opens such a part: it is "Phụ lục" and no item of a list, it says below a title that it goes
// with this paper, or it opens a form behind the end.
func (o *ownLines) opensEnclosed(s string, below doc.Part) bool {
	switch {
	case below == nil && namesList(s):
		return false
	case o.ended && startsForm(s):
		return below != nil
	case markup.OpensAnnex(s):
		return !o.annexed && (phrase.IsUpper(s) || !o.led) && !goesOn(s, below)
	case o.titled && !strings.HasPrefix(s, "(k") || o.ended:
		_, ok := o.c.refers(o.head, o.foot, s)
		return ok
	}
	return false
}

// goesOn reports whether the text goes on below a line "Phụ lục" as if it were a word of it: with the next item of the paper, with
// another such line, or in small letters.
func goesOn(s string, below doc.Part) bool {
	switch below := below.(type) {
	case *doc.Division:
		return below.Typed == nil || below.Typed.Count > 1
	case *doc.Prose:
		words := plainText(below.Inlines)
		r, _ := utf8.DecodeRuneInString(words)
		return markup.OpensAnnex(words) || !phrase.IsUpper(s) && unicode.IsLower(r)
	}
	return false
}

// ownHead finds the lines at the head of a text that are printed above it. keys names the keys that a line comes from, "" for one
// that is none, and reports whether it may stand at a head; title is what one line or several say together.
func (c *Composer) ownHead(parts []doc.Part, title string, keys func(s string) (keys string, head bool)) {
	for len(parts) > 0 {
		prose, ok := parts[0].(*doc.Prose)
		if !ok {
			return
		}
		key, head := keys(plainText(prose.Inlines))
		n := 1
		if many := titleLines(parts, title); key == "" && many > 0 {
			key, head, n = `"title" (tên phụ lục)`, true, many
		}
		if !head {
			return
		}
		for _, p := range parts[:n] {
			if l, ok := p.(*doc.Prose); ok && key != "" {
				c.found.Add(ownLine(l.At, plainText(l.Inlines), key, "bỏ dòng này khỏi nội dung"))
			}
		}
		parts = parts[n:]
	}
}

// titleLines is how many lines say a title together, 0 where they do not.
func titleLines(parts []doc.Part, title string) int {
	said := ""
	for i, p := range parts {
		l, ok := p.(*doc.Prose)
		if !ok {
			return 0
		}
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

// ownAnnex finds the head of an annex in its text. A letterhead above is the annex's own.
func (c *Composer) ownAnnex(h *plan.Header, f *plan.Footer, a *plan.Annex, parts []doc.Part) {
	own := &ownLines{c: c, head: h, foot: f, kind: c.kind.Name}
	c.ownHead(parts, a.Title, func(s string) (string, bool) {
		if _, ok := c.refers(h, f, s); ok {
			return referenceKeys, true
		}
		if markup.OpensAnnex(s) && a.Label == "" {
			return `"annexes" (phụ lục)`, true
		}
		return "", own.headKeys(s) != ""
	})
}

// ownAttachment finds the head of what is issued with a decision in its text.
func (c *Composer) ownAttachment(h *plan.Header, f *plan.Footer, a *plan.Attachment, parts []doc.Part) {
	head := *h
	head.Subject = a.Subject
	own := &ownLines{c: c, head: &head, foot: f, kind: a.Name()}
	c.ownHead(parts, "", func(s string) (string, bool) {
		if _, ok := c.refers(h, f, s); ok {
			return referenceKeys, true
		}
		keys := own.headKeys(s)
		if ownNumber.MatchString(s) || ownDate.MatchString(s) {
			return "", true // they stand above the decision alone
		}
		return keys, keys != ""
	})
}

// headKeys names the keys of a line at the head of a text; nobody has signed there.
func (o *ownLines) headKeys(s string) string {
	keys := o.certainKeys(s)
	if keys == "" {
		likely, opens := o.likelyKeys(s)
		if opens || o.isIssuer(vi.FoldName(s)) {
			keys = likely
		}
	}
	o.n++
	if keys == signerKeys {
		return ""
	}
	return keys
}

const referenceKeys = `"number" (số) và "date" (ngày)`

// annexNote is the line below the title of an annex. One that says no more than that it goes with this paper is left out: the
// paper's own line says it in any case. One that knows more of the paper stays, with a warning.
func (c *Composer) annexNote(path string, h *plan.Header, f *plan.Footer, note plan.Prose) []doc.Inline {
	said := strings.TrimSpace(string(note))
	switch more, ok := c.refers(h, f, said); {
	case ok && len(more) == 0:
		c.typedOwn(path, said)
		return nil
	case ok:
		c.found.Add(ownLine(c.At(path), said, referenceKeys, "bỏ dòng này, ghi đúng "+strings.Join(more, ", ")))
	}
	return c.Line(path, note)
}
