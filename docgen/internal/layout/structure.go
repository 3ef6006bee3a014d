package layout

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/docgen/internal/slab"
	"github.com/vanban-go/vanban/plan/diag"
)

// tree grows the structure tree while blocks are lowered, in reading order.
type tree struct {
	root     *Element
	elements *slab.Of[Element]
	kids     *slab.Of[*Element]
	depth    int       // level of the heading before
	titled   bool      // a title has been seen: headings stand one level below it
	title    *Element  // of the paragraph just before, if that was a title
	entry    *Bookmark // and its entry of the outline
	notes    int
}

func (t *tree) init(m *memory) {
	t.elements, t.kids = &m.elements, &m.kids
	t.root = t.elements.One()
	t.root.Role = "Document"
}

// add appends an element to parent. Below an artifact, which is nil, it gives nil.
func (t *tree) add(parent *Element, role string) *Element {
	if parent == nil {
		return nil
	}
	e := t.elements.One()
	e.Role = role
	if parent.Kids == nil {
		parent.Kids = t.kids.Room(fewKids)
	}
	parent.Kids = append(parent.Kids, e)
	return e
}

// fewKids is for how many kids an element has room at first.
const fewKids = 4

// blank adds a place to be filled, which a screen reader hears as such.
func (t *tree) blank(parent *Element) *Element {
	e := t.add(parent, "Span")
	if e != nil {
		e.ActualText = blankHeard
	}
	return e
}

// note adds a footnote.
func (t *tree) note(parent *Element) *Element {
	e := t.add(parent, "Note")
	if e != nil {
		t.notes++
		e.ID = "note-" + strconv.Itoa(t.notes)
	}
	return e
}

// level is the level of a heading that is wanted at a level: never more than
// one below the heading before it, as PDF/UA-1 asks.
func (t *tree) level(want int) int {
	t.depth = min(max(want, 1), t.depth+1)
	return t.depth
}

// under is the level of a heading of the text: one below the title, if there is one.
func (t *tree) under(want int) int {
	if t.titled {
		want++
	}
	return t.level(want)
}

// item is a list item being lowered. Its LBody is made with the first thing in it.
type item struct{ li, body *Element }

// holder is the element that blocks of the scope are added to. A list holds
// only items: what stands in it without one becomes an item.
func (s *scope) holder(t *tree) *Element {
	if s.list {
		return t.add(t.add(s.parent, "LI"), "LBody")
	}
	if s.item == nil {
		return s.parent
	}
	if s.item.body == nil {
		s.item.body = t.add(s.item.li, "LBody")
	}
	return s.item.body
}

// runIn gives the heading that opens a paragraph of text, and the text.
func runIn(p *flow.Paragraph) (head, text []doc.Inline) {
	if p.Role != flow.RoleNone || p.RunIn <= 0 || p.RunIn >= len(p.Inlines) {
		return nil, p.Inlines
	}
	return p.Inlines[:p.RunIn], p.Inlines[p.RunIn:]
}

// runInElements makes the elements of such a heading and of the text behind it,
// one after the other though they stand on one line, and the heading's entry of
// the outline.
func (e *engine) runInElements(p *flow.Paragraph, head []doc.Inline, s scope) (heading, text *Element, marks []*Bookmark) {
	t := &e.tree
	t.title, t.entry = nil, nil
	if s.parent == nil {
		return nil, nil, e.hidden(p)
	}
	parent, level := s.holder(t), t.under(p.Level)
	heading = t.add(parent, headingRole(level))
	b := e.entry(p, level)
	b.Title = strings.TrimRight(plain(head), " .:;")
	return heading, t.add(parent, "P"), []*Bookmark{b}
}

// paragraphElement makes the element of a paragraph, that of its label, and
// its bookmark, where it has them.
func (e *engine) paragraphElement(p *flow.Paragraph, s scope) (elem, label *Element, marks []*Bookmark) {
	t := &e.tree
	before, entry := t.title, t.entry
	t.title, t.entry = nil, nil
	if p.Role != flow.RoleArtifact && len(p.Inlines) > 0 && s.parent != nil {
		if s.item != nil && s.item.body == nil && opensWithLabel(p) {
			label = t.add(s.item.li, "Lbl")
		}
		parent := s.holder(t)
		switch p.Role {
		case flow.RoleTitle:
			if before != nil {
				// Name of the kind and trích yếu are one title.
				t.title, t.entry = before, entry
				entry.Title += " " + plain(p.Inlines)
				return before, nil, e.hidden(p)
			}
			t.depth, t.titled = 0, true
			elem = t.add(parent, headingRole(t.level(1)))
			b := e.entry(p, 1)
			t.title, t.entry = elem, b
			return elem, label, []*Bookmark{b}
		case flow.RoleHeading:
			level := t.under(p.Level)
			elem = t.add(parent, headingRole(level))
			return elem, label, []*Bookmark{e.entry(p, level)}
		case flow.RoleCaption:
			elem = t.add(parent, "Caption")
		default:
			elem = t.add(parent, "P")
		}
	}
	return elem, label, e.hidden(p)
}

func opensWithLabel(p *flow.Paragraph) bool {
	_, ok := p.Inlines[0].(*doc.Label)
	return ok
}

// headingRole is the structure type of a heading; PDF 1.7 has six.
func headingRole(level int) string {
	if level > 6 {
		return "P"
	}
	return "H" + strconv.Itoa(level)
}

// entry adds an entry of the outline.
func (e *engine) entry(p *flow.Paragraph, level int) *Bookmark {
	b := &Bookmark{Title: plain(p.Inlines), Level: level, ID: p.ID}
	e.res.Outline = append(e.res.Outline, b)
	return b
}

// hidden adds a place that links can lead to, where the paragraph has an ID.
func (e *engine) hidden(p *flow.Paragraph) []*Bookmark {
	if p.ID == "" {
		return nil
	}
	b := &Bookmark{ID: p.ID, Level: 1, Hidden: true}
	e.res.Outline = append(e.res.Outline, b)
	return []*Bookmark{b}
}

// plain is the text of inlines in one line, without footnotes.
func plain(list []doc.Inline) string {
	return strings.Join(strings.Fields(lines.Plain(doc.PlainText(list, "..."))), " ")
}

// target is a place that a link leads to, and where the link was asked for.
type target struct {
	at *diag.Pos
	id string
}

// checkTargets reports links that lead nowhere.
func (e *engine) checkTargets() {
	if len(e.targets) == 0 {
		return
	}
	known := make(map[string]bool, len(e.res.Outline))
	for _, b := range e.res.Outline {
		known[b.ID] = true
	}
	for _, t := range e.targets {
		if !known[t.id] {
			e.found.Add(&diag.Diagnostic{
				Pos:     flow.Known(t.at),
				Rule:    ruleTarget,
				Message: fmt.Sprintf("dẫn chiếu đến %q nhưng không có phần nào mang tên đó", t.id),
				Found:   t.id,
			})
		}
	}
}
