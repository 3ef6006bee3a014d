package docgen

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Composer turns the fields of one paper into parts of a document: it reads
// text marks, runs templates, knows the places of keys and collects findings.
// A [Kind] gets one for each paper. Not safe for concurrent use. Nil and the zero value
// have no renderer: wording is empty, and findings of nil are lost.
//
// Paths name fields as findings do: "sections[0].purposes.purpose.text".
type Composer struct {
	r       *Renderer
	profile *decree.Profile
	set     *plan.Set
	file    *plan.File // where keys stand
	kind    Kind       // whose paper the text is
	scheme  doc.Scheme
	found   diag.List

	wants    string          // what package season has to settle first
	wrong    error           // with what a kind made
	pictures *[]*doc.Picture // that were read, by this Composer and those that it made

	executes string // ID of the article that names who carries out the paper, where it has one of its own
}

// At gives the place of a field; the zero Pos for a value made in Go.
func (c *Composer) At(path string) diag.Pos { return zero.Or(c).file.Pos(path) }

// Add notes a finding about a field, at its place unless it has one.
func (c *Composer) Add(path string, d *diag.Diagnostic) {
	if c == nil || d == nil {
		return
	}
	d.Pos.Path = cmp.Or(d.Pos.Path, path)
	if !d.Pos.IsValid() {
		d.Pos = c.At(d.Pos.Path)
	}
	c.found.Add(d)
}

// awardDecision stands for a decision on awards alone, whose articles the law of awards
// makes.
func (c *Composer) awardDecision(p *plan.AwardDecision) *doc.Document {
	c.unsettled("decision on awards")
	return c.frame(p, nil, nil)
}

// unsettled notes that the paper has a part that package season makes, unless that made it.
func (c *Composer) unsettled(what string) {
	if _, made := c.file.Making(); !made {
		c.wants = what
	}
}

// Scheme gives the numbering of the paper's body.
func (c *Composer) Scheme() doc.Scheme { return zero.Or(c).scheme }

// schemeOf gives the numbering of a kind, or the paper's own.
func (c *Composer) schemeOf(path, kind string, own []string) doc.Scheme {
	if len(own) == 0 {
		return c.profile.Scheme(kind)
	}
	s, err := decree.ParseScheme(own)
	if err != nil {
		c.Add(path, &diag.Diagnostic{Rule: ruleTextScheme, Message: `"scheme" (cách đánh số) có cấp nối số mà cấp trên không có số`,
			Err: err})
	}
	return s
}

// source gives the text of a field with the places of its bytes.
func (c *Composer) source(path, text string) markup.Source {
	return markup.Source{Text: markup.Settle(text), Places: zero.Or(c).file, Path: path}
}

// note takes over findings about the text of a field.
func (c *Composer) note(path string, found diag.List) {
	for _, d := range found {
		c.Add(path, d)
	}
}

// Line reads a prose field that stands in one paragraph.
func (c *Composer) Line(path string, text plan.Prose) []doc.Inline {
	in, found := markup.Line(c.source(path, string(text)))
	c.note(path, found)
	return in
}

// Body reads a prose field of paragraphs, headings, marked lines and tables that
// stands in a division of that level; 0 is the top of the paper.
func (c *Composer) Body(path string, text plan.Prose, level int) []doc.Part {
	c = zero.Or(c)
	return c.body(path, c.source(path, string(text)), level)
}

func (c *Composer) body(path string, src markup.Source, level int) []doc.Part {
	return c.bodyBelow(path, src, level, nil)
}

// bodyBelow is body for a text whose numbers may go on from those above it.
func (c *Composer) bodyBelow(path string, src markup.Source, level int, above []doc.Part) []doc.Part {
	o := markup.Options{
		Scheme: c.scheme, Level: level, Above: above, Upright: c.kind.Shape.Upright,
		OldForms: c.profile != nil && c.profile.Pack.ID != decree.Standard,
	}
	if strings.Contains(src.Text, "![") {
		o.Picture = c.picture
	}
	parts, found := markup.Body(src, o)
	c.note(path, found)
	return parts
}

// Lead reads a prose field whose first paragraph stands right behind a number, and
// what follows that below it.
func (c *Composer) Lead(path string, text plan.Prose, level int) ([]doc.Inline, []doc.Part) {
	parts := c.Body(path, text, level)
	if len(parts) > 0 {
		if p, ok := parts[0].(*doc.Prose); ok {
			return p.Inlines, parts[1:]
		}
	}
	return nil, parts
}

// lines reads a prose field of which each line stands on its own.
func (c *Composer) lines(path string, text plan.Prose, add func(at diag.Pos, in []doc.Inline)) {
	for _, src := range markup.Lines(c.source(path, string(text))) {
		in, found := markup.Line(src)
		c.note(path, found)
		add(src.At(0), in)
	}
}

// Wording runs a template block, such as "giay-moi/invite", and reads what it
// gives as one paragraph. What it gives stands at the place of path.
func (c *Composer) Wording(block, path string, view any) []doc.Inline {
	c = zero.Or(c)
	src := c.worded(block, path, view)
	src.Text = markup.Settle(oneLine(src.Text))
	in, found := markup.Line(src)
	c.note(path, found)
	return in
}

// WordingBody is like Wording, for a block of several paragraphs.
func (c *Composer) WordingBody(block, path string, view any, level int) []doc.Part {
	c = zero.Or(c)
	src := c.worded(block, path, view)
	src.Text = markup.Settle(src.Text)
	return c.body(path, src, level)
}

func (c *Composer) worded(block, path string, view any) markup.Source {
	if c.r == nil {
		return markup.Source{}
	}
	text, own, d := c.r.wording.run(block, view)
	if d != nil {
		c.found.Add(d)
	}
	for _, words := range own {
		c.typedOwn(path, words)
	}
	return markup.Source{Text: text, Places: wordedAt{c.At(path)}}
}

// wordedAt is the place of all of a text that a template made.
type wordedAt struct{ pos diag.Pos }

func (w wordedAt) PosIn(string, int) diag.Pos { return w.pos }

func (w wordedAt) Locate(string) func(int) diag.Pos { return func(int) diag.Pos { return w.pos } }

func (wordedAt) Joined(string, func([]byte) bool) []int { return nil }

// Dash returns the level of dashed items in a division of that level: the next
// one without a number, or else the next one.
func (c *Composer) Dash(level int) int {
	scheme := zero.Or(c).scheme
	for l := max(level, 0); l < len(scheme); l++ {
		if scheme[l].Numeral == doc.NoNumeral {
			return l + 1
		}
	}
	return level + 1
}

// Item gives an item as a division of that level, its own items dashed below it.
func (c *Composer) Item(path string, it *plan.Item, level int) *doc.Division {
	it = zero.Or(it)
	d := &doc.Division{At: c.At(path), Level: level, ID: it.ID, Title: c.heading(path, "title", it.Title)}
	d.Text, d.Parts = c.lead(field(path, "text"), it.Text, level, it.Title == "")
	d.Parts = slices.Concat(d.Parts, c.Body(field(path, "body"), it.Body, level), c.Items(field(path, "items"), it.Items, level),
		c.Body(field(path, "closing"), it.Closing, level))
	return d
}

// Items returns a list of items below a division of that level.
func (c *Composer) Items(path string, items []plan.Item, level int) []doc.Part {
	return each(path, items, func(path string, it *plan.Item) *doc.Division { return c.Item(path, it, c.Dash(level)) })
}

// title returns a text without marks as inlines, nil when empty.
func title(s string) []doc.Inline {
	if s == "" {
		return nil
	}
	return doc.T(s)
}

// field gives the path of a key below another path; the top has none.
func field(path, key string) string { return record.Join(path, key) }

// index gives the path of an entry of a list.
func index(path string, i int) string { return record.Index(path, i) }

// each gives the parts that are made of the elements of a list, in order.
func each[T any, P doc.Part](path string, list []T, one func(path string, e *T) P) []doc.Part {
	parts := make([]doc.Part, len(list))
	for i := range list {
		parts[i] = one(index(path, i), &list[i])
	}
	return parts
}

// picture gives the part for a picture named in prose. Files come with the set
// that was loaded; the renderer opens none itself.
func (c *Composer) picture(name, alt string, width doc.Length, at diag.Pos) (doc.Part, *diag.Diagnostic) {
	p, d := c.Picture(name, alt)
	if d != nil {
		d.Pos = at
		return nil, d
	}
	return &doc.Illustration{At: at, Picture: p, Width: width}, nil
}

// Picture returns a picture file named in the paper. It lies in the paper's
// folder or below it.
func (c *Composer) Picture(name, alt string) (*doc.Picture, *diag.Diagnostic) {
	c = zero.Or(c)
	data, err := c.set.ReadFile(c.file, name)
	if err != nil {
		return nil, &diag.Diagnostic{Rule: rulePicture,
			Message: fmt.Sprintf("không đọc được ảnh %q trong thư mục của văn bản: %s", name, diag.FileReason(err)), Found: name, Err: err}
	}
	p := &doc.Picture{Name: path.Join(path.Dir(c.file.Name), name), Data: data, Alt: alt}
	if c.pictures != nil {
		*c.pictures = append(*c.pictures, p)
	}
	return p, c.r.badPicture(p)
}
