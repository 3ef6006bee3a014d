package docgen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// executes is the ID of the article that names who carries out the paper.
const executes = "vanban.executes"

// article is a Điều of a body, and its number.
type article struct {
	d      *doc.Division
	number string
}

// articlesOf gives the Điều of a body in order, with the numbers that they get.
func (c *Composer) articlesOf(parts []doc.Part) []article {
	var out []article
	made := 0
	level := c.level("điều")
	var walk func(parts []doc.Part)
	walk = func(parts []doc.Part) {
		for _, p := range parts {
			d, ok := p.(*doc.Division)
			switch {
			case !ok:
				continue
			case d.Typed != nil && d.Typed.As.Name == "điều":
				made = d.Typed.Count
				out = append(out, article{d, d.Typed.Number})
			case d.Typed == nil && d.Level == level && level <= len(c.scheme) && c.scheme[level-1].Name == "điều":
				made++
				out = append(out, article{d, itoa(made)})
			default:
				walk(d.Parts)
			}
		}
	}
	walk(parts)
	return out
}

// executing returns the article that says who carries out a decision: the one that is
// marked so, else the last that says it in the usual words, or in others. Nil: none does.
func (c *Composer) executing(articles []article) *article {
	if !c.kind.Shape.Decides {
		return nil
	}
	for i := range articles {
		if d := articles[i].d; d.ID == executes || d.ID != "" && d.ID == c.executes {
			return &articles[i]
		}
	}
	for _, said := range []*pattern.Pattern{formula, carriesOut} {
		for i := range slices.Backward(articles) {
			if d := articles[i].d; said.MatchString(vi.Lower(divisionText(d))) {
				d.ID = cmp.Or(d.ID, executes)
				return &articles[i]
			}
		}
	}
	return nil
}

// formula is how most papers say who carries them out, and carriesOut what stands in its place where no article says it so.
// Other papers may be carried out in an article too: "thu nợ theo quyết định thi hành án".
var (
	formula    = pattern.New(`chịu trách nhiệm thi hành|trách nhiệm thi hành (?:quyết định|nghị quyết) này`)
	carriesOut = pattern.New(`(?:chịu|có) trách nhiệm (?:thi hành|(?:tổ chức )?thực hiện)|` +
		`(?:căn cứ|chiểu) (?:quyết định|nghị quyết) này,? (?:để )?(?:thi hành|(?:tổ chức )?thực hiện)`)
)

// divisionText gives the words of a division and of all that stands in it.
func divisionText(d *doc.Division) string {
	var b strings.Builder
	b.WriteString(plainText(d.Title) + " " + plainText(d.Text))
	for _, p := range d.Parts {
		b.WriteByte(' ')
		switch p := p.(type) {
		case *doc.Division:
			b.WriteString(divisionText(p))
		case *doc.Prose:
			b.WriteString(plainText(p.Inlines))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// checkExecutes warns where a typed "Như Điều N" names an article that there is not, or
// another one than that which says who carries out the paper.
func (c *Composer) checkExecutes(path string, to plan.Prose, articles []article, executing *article) {
	rest, ok := phrase.CutWords(vi.NFC(string(to)), "Như Điều")
	if !ok {
		return
	}
	said := vi.NFC(strings.Join(strings.Fields(string(to)), " "))
	rest, _, _ = strings.Cut(rest, "(") // "Như Điều 3 (t/h)"
	numbers := strings.FieldsFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(numbers) == 0 || numbers[0][0] < '0' || numbers[0][0] > '9' {
		return
	}
	number := numbers[0]
	d := &diag.Diagnostic{Level: diag.Warning, Rule: ruleExecutes, Found: said}
	known := false
	for _, a := range articles {
		known = known || a.number == number
	}
	switch {
	case !known:
		d.Message = fmt.Sprintf("nơi nhận ghi %q nhưng văn bản không có Điều %s", said, number)
	case executing != nil && !slices.Contains(numbers, executing.number):
		d.Message = fmt.Sprintf("nơi nhận ghi %q nhưng điều giao trách nhiệm thi hành là Điều %s", said, executing.number)
		d.Expected = "Như Điều " + executing.number
	default:
		return
	}
	d.Fix = "bỏ dòng này để chương trình tự ghi, hoặc sửa lại số điều"
	c.Add(path, d)
}
