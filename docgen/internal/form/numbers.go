package form

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// number is what opens a division, "Điều 3." or "a)", and how it is counted.
type number struct {
	marker string
	level  *doc.Level // of the scheme
	depth  int        // level from 1, inside the scheme
	id     string     // of the division, even where the paper gives none
	count  int
	list   doc.Scheme // levels that are counted together, down to its own; nil: none that Word counts
}

// annexCount numbers the annexes of a document.
type annexCount struct {
	numbered int // how many have a number
	at       int // how many were shown
}

// count numbers the document's divisions and annexes in reading order, before
// anything is shown: a reference may lead forward.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm đ; Mục III, khoản 1, điểm a.
func (f *former) count(d *doc.Document) {
	f.refs = make(map[string]*target)
	for _, p := range d.Parts {
		if a, ok := p.(*doc.Annex); ok && a.Numbered {
			f.annexes.numbered++
		}
	}
	c := counter{f: f, main: titleKind(d.Parts)}
	c.paper(paper{}, d.Parts, f.scheme)
}

// target is what a reference leads to: how it is said inside its own paper, and the
// paper that it stands in.
type target struct {
	name   string  // of a paper itself, or
	pieces []piece // what the reference to a division is made of
	in     paper
	whole  bool // it is a paper itself, named the same everywhere
}

// text is a reference as text: "điểm a khoản 2 Điều 5".
func (t *target) text() string {
	if len(t.pieces) == 0 {
		return t.name
	}
	texts := make([]string, len(t.pieces))
	for i, p := range t.pieces {
		texts[i] = p.text()
	}
	return strings.Join(texts, " ")
}

// piece is the reference to one level: "khoản", "2".
type piece struct {
	word, number string
	id           string // of the division
	marked       bool   // the word stands before the number there, too: "Điều"
}

func (p piece) text() string { return p.word + noBreakSpace + p.number }

// paper is the document itself, for the zero value, or an annex or attachment of it.
type paper struct {
	part doc.Part
	name string // how the other papers of the document name it
}

// titleKind gives the name of the kind of a paper, by its title.
func titleKind(parts []doc.Part) string {
	for _, p := range parts {
		if t, ok := p.(*doc.Title); ok && t.Kind != "" {
			return vi.UpperFirst(vi.Lower(t.Kind))
		}
	}
	return "Văn bản"
}

// around is a division that others stand in.
type around struct {
	i      int // level of the scheme, from 0; -1: none
	level  *doc.Level
	number string
	depth  int // of it as a heading
	count  int
	list   doc.Scheme
	id     string // even where the paper gives none
}

// counter counts through one paper: the document, an annex, an attachment.
type counter struct {
	f       *former
	scheme  doc.Scheme
	counts  []int
	numbers []string // of the division that stands open on each level
	open    []around // the divisions around
	annexes int
	inside  bool   // the only part that is shown
	main    string // kind of the document: Quyết định
	at      paper
}

func (c *counter) paper(at paper, parts []doc.Part, scheme doc.Scheme) {
	saved := *c
	c.at = at
	c.scheme, c.open = scheme, nil
	c.counts, c.numbers = make([]int, len(scheme)), make([]string, len(scheme))
	c.parts(parts)
	annexes := c.annexes
	*c = saved
	c.annexes = annexes
}

func (c *counter) parts(parts []doc.Part) {
	for _, p := range parts {
		c.enter(p)
		switch p := p.(type) {
		case *doc.Division:
			c.division(p)
		case *doc.Annex:
			if p.Numbered {
				c.annexes++
			}
			label := c.f.annexLabel(p, c.annexes)
			c.id(&p.At, p.ID, target{name: label, whole: true})
			if label == "" || label == p.Label {
				label = strings.TrimSpace(cmp.Or(label, "Danh sách") + " kèm theo")
			}
			c.paper(paper{p, label}, p.Parts, c.f.schemeOf(p.Scheme, annexKind))
		case *doc.Attachment:
			c.paper(paper{p, titleKind(p.Parts) + " ban hành kèm theo " + c.main + " này"}, p.Parts, c.f.schemeOf(p.Scheme, p.Kind))
		}
		if p == c.f.only {
			c.inside = false
		}
	}
}

// enter notes where the numbers of the only part that is shown begin.
func (c *counter) enter(p doc.Part) {
	if p != c.f.only {
		return
	}
	c.f.next, c.f.annexes.at, c.f.shown = len(c.f.numbers), c.annexes, make(map[string]bool)
	c.inside = true
}

func (c *counter) division(d *doc.Division) {
	var at around
	marker := ""
	if d.Typed != nil {
		at = c.typed(d)
		marker = d.Typed.Mark
	} else {
		at = c.made(d)
		marker = at.level.Prefix + at.number + at.level.Suffix
	}
	if at.id = d.ID; c.f.p.AutoNumbers {
		at.list = c.list(at, marker)
		at.id = cmp.Or(d.ID, "#"+strconv.Itoa(len(c.f.numbers)+1))
	}
	c.f.numbers = append(c.f.numbers, number{marker, at.level, at.depth, at.id, at.count, at.list})
	c.open = append(c.open, at)
	if d.ID != "" {
		c.id(&d.At, d.ID, target{pieces: c.reference(), in: c.at})
	}
	c.parts(d.Parts)
	c.open = c.open[:len(c.open)-1]
}

// list gives the levels that a division is counted with: those around it up to one that
// counts through the whole document.
func (c *counter) list(at around, marker string) doc.Scheme {
	i := strings.LastIndex(marker, at.number)
	if at.level.Numeral == doc.NoNumeral || at.number == "" || i < 0 {
		return nil
	}
	level := *at.level
	level.Prefix, level.Suffix = marker[:i], marker[i+len(at.number):] // as they are typed
	if !level.Continuous {
		for k := len(c.open) - 1; k >= 0; k-- {
			if above := c.open[k].list; above != nil {
				return append(above[:len(above):len(above)], level)
			}
		}
	}
	return doc.Scheme{level}
}

// typed takes the number of a division that has one. Numbers that are made go on from it.
func (c *counter) typed(d *doc.Division) around {
	t := d.Typed
	at := around{i: -1, level: &t.As, number: t.Number, depth: 1, count: t.Count}
	if n := len(c.open); n > 0 {
		at.depth = c.open[n-1].depth + 1
	}
	if i := d.Level - 1; i >= 0 && i < len(c.scheme) {
		if c.scheme[i] == t.As {
			at.i = i
			c.counts[i], c.numbers[i] = t.Count, t.Number
		}
		c.reset(i + 1)
	}
	return at
}

// made makes the number of a division.
func (c *counter) made(d *doc.Division) around {
	depth := d.Level
	if depth < 1 || depth > len(c.scheme) {
		c.f.found.Add(&diag.Diagnostic{
			Pos: d.At, Rule: ruleTooDeep,
			Message: fmt.Sprintf("đề mục ở cấp %d, cách đánh số của văn bản chỉ có %d cấp", depth, len(c.scheme)),
			Fix:     "bớt một cấp, hoặc khai báo thêm cấp ở scheme (cách đánh số)",
		})
		depth = min(max(depth, 1), len(c.scheme))
		if depth == 0 {
			depth = 1
			c.scheme, c.counts, c.numbers = doc.Scheme{{}}, make([]int, 1), make([]string, 1)
		}
	}
	i := depth - 1
	c.counts[i]++
	c.reset(depth)
	level := &c.scheme[i]
	c.numbers[i] = numeral(level.Numeral, c.counts[i])
	if level.Chain && i > 0 && c.counts[i-1] > 0 {
		c.numbers[i] = c.numbers[i-1] + "." + c.numbers[i]
	}
	return around{i: i, level: level, number: c.numbers[i], depth: depth, count: c.counts[i]}
}

// reset lets the levels from i on begin anew.
func (c *counter) reset(i int) {
	for ; i < len(c.counts); i++ {
		if !c.scheme[i].Continuous {
			c.counts[i] = 0
		}
	}
}

func numeral(n doc.Numeral, count int) string {
	switch n {
	case doc.Roman:
		return vi.Roman(count)
	case doc.Arabic:
		return strconv.Itoa(count)
	case doc.Letter:
		return vi.Letter(count)
	case doc.UpperLetter:
		return vi.Upper(vi.Letter(count))
	}
	return ""
}

// id keeps what references to a name print.
func (c *counter) id(at *diag.Pos, id string, t target) {
	if id == "" {
		return
	}
	if _, ok := c.f.refs[id]; ok {
		c.f.found.Add(&diag.Diagnostic{
			Pos: *at, Rule: ruleDuplicateID, Found: id,
			Message: fmt.Sprintf("tên %q đã dùng cho một đề mục khác, viện dẫn sẽ không rõ trỏ đến đâu", id),
		})
		return
	}
	c.f.refs[id] = &t
	if c.inside {
		c.f.shown[id] = true
	}
}

// reference gives the full reference to the division at hand, from small to
// large. It is empty for a level without numbers.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục V, khoản 7.
func (c *counter) reference() []piece {
	var pieces []piece
	for k := len(c.open) - 1; k >= 0; k-- {
		at := &c.open[k]
		if at.level.Name == "" || at.number == "" {
			if pieces == nil {
				return nil
			}
			continue
		}
		if pieces == nil {
			pieces = make([]piece, 0, k+1)
		}
		word := levelWord(at.level.Name)
		pieces = append(pieces, piece{word, at.number, at.id, strings.TrimSpace(at.level.Prefix) == word})
		if at.level.Continuous {
			break // its number says it all
		}
		for at.level.Chain && k > 0 && c.open[k-1].leads(*at) { // 1.2 holds the number above
			k--
			at = &c.open[k]
		}
	}
	return pieces
}

// leads reports whether the number of a chain below it holds its number.
func (a around) leads(below around) bool {
	if a.i >= 0 && below.i >= 0 {
		return a.i == below.i-1
	}
	return strings.HasPrefix(below.number, a.number+".")
}

// levelWord gives the word of a reference: capital from phần to điều.
func levelWord(name string) string {
	switch name {
	case "khoản", "điểm":
		return name
	}
	return vi.UpperFirst(name)
}
