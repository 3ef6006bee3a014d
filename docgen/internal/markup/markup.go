// Package markup reads the text of papers: the grammar of official Vietnamese
// writing, made for what people paste out of Word, Zalo and Excel. It stands between
// the model and the document tree: it takes the source of one field and gives inlines
// or parts. It opens no files and keeps nothing between two fields.
//
// Four promises hold it together.
//
//   - Every letter typed is printed, or a finding says which is not.
//   - A line is a paragraph. Blank lines and indentation mean nothing.
//   - Numbers that are typed are checked, not replaced; numbers that are not typed
//     are made (a heading with "#").
//   - A mark is a mark only where it cannot be text. When in doubt it is text.
//
// A field goes through it in five steps, each a function of what the one before gave,
// each once over the text:
//
//	text    NFC
//	lines   cut at line ends of all kinds, white space at both ends dropped, each
//	        with the place of its first letter (lines.go)
//	blocks  a line by what its head says: a marker (marker.go), "#", a row of bars
//	        (table.go), a picture, the text of a note (note.go), a quotation
//	        (quote.go), or nothing: a paragraph
//	tree    marked lines below and beside each other by the fixed order of forms
//	        (place.go), their numbers checked against those before (number.go)
//	parts   which marked line is a heading (heading.go); bold, italic, links and
//	        notes inside a line (inline.go)
//
// Beside them stand the pieces that others need as well: [Escape], which makes a value
// plain text, and [EndOf], which finds the mark at the end of a text where the decree
// sets its own.
package markup

import (
	"strings"
	"sync"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Source is the text of one field and where it stands.
type Source struct {
	Text string
	// Places has the places of the file, and Path is where it has the text. Nil: no places
	// are known.
	Places Places
	Path   string

	start int                       // of the text, in the text at Path
	at    func(offset int) diag.Pos // of the text at Path; nil: nobody asked
}

// Places is a file that knows where its texts stand.
type Places interface {
	// PosIn returns the place of one byte of the text at path.
	PosIn(path string, offset int) diag.Pos
	// Locate returns the places of the bytes of the text at path.
	Locate(path string) func(offset int) diag.Pos
	// Joined returns where in the text at path, in bytes, lines of the file begin that were
	// joined to the line above, as YAML does behind ">". If none of them opens with what is
	// wanted it may be nil.
	Joined(path string, wanted func(line []byte) bool) []int
}

// At is the place of a byte of the text.
func (s *Source) At(offset int) diag.Pos {
	switch offset += s.start; {
	case s.at != nil:
	case s.Places == nil:
		return diag.Pos{}
	case offset == 0: // most texts are asked for nothing else
		return s.Places.PosIn(s.Path, 0)
	default:
		s.at = s.Places.Locate(s.Path)
	}
	return s.at(offset)
}

// Options says where in a document the text of [Body] stands.
type Options struct {
	Scheme doc.Scheme
	// Level is the level of the division that the text stands in; 0 at the top.
	// There, a heading of depth n is level n. Deeper in, the shallowest heading
	// of the text is the level below.
	Level int
	// Upright: khoản are never headings, as in a thông báo.
	Upright bool
	// OldForms: "I-" and "1/" are right, as in papers of the Party.
	OldForms bool
	// Picture gives the part for ![alt](name) or ![alt](name){80 mm}, which must stand alone on
	// its line; width zero: none is given. Nil: pictures are a finding.
	Picture func(name, alt string, width doc.Length, at diag.Pos) (doc.Part, *diag.Diagnostic)
	// Above is what stands above the text in the same division: typed numbers may go on from it.
	Above []doc.Part
}

// Body reads a field of paragraphs, headings, marked lines and tables.
func Body(src Source, o Options) ([]doc.Part, diag.List) {
	text := strings.TrimSuffix(src.Text, "\n")
	switch {
	case text == "":
		return nil, nil
	case isPlain(text) && balance(text) <= 0:
		return []doc.Part{&doc.Prose{At: src.At(0), Inlines: doc.T(text)}}, nil
	}
	return readBody(src, o)
}

func readBody(src Source, o Options) ([]doc.Part, diag.List) {
	p := newParser(src, o)
	defer p.release()
	p.read()
	return p.parts(), p.found
}

// Cell reads the text of a cell of a table: one paragraph a line. Markers stand in
// its text as they were typed, and make no headings.
//
// Whoever has many cells asks [PlainCell] first.
func Cell(src Source) ([][]doc.Inline, diag.List) {
	p := newParser(src, Options{})
	defer p.release()
	p.cell = true
	p.read()
	return p.paragraphs, p.found
}

// PlainCell is Cell for a text in which nothing can count: most cells hold a name or a
// figure. False: the text has to be read.
func PlainCell(text string) ([][]doc.Inline, bool) {
	if text == "" {
		return nil, true
	}
	if !isPlain(text) {
		return nil, false
	}
	return [][]doc.Inline{{&doc.Text{S: text}}}, true
}

// Line reads a field that holds one paragraph, such as a legal basis. A marker at
// its head is text.
func Line(src Source) ([]doc.Inline, diag.List) {
	if src.Text != "" && isPlain(src.Text) {
		return doc.T(src.Text), nil
	}
	return readLine(src)
}

func readLine(src Source) ([]doc.Inline, diag.List) {
	p := newParser(src, Options{})
	defer p.release()
	p.collectNotes()
	if len(p.lines) == 0 {
		return nil, p.found
	}
	in, next := p.paragraph(0)
	if next < len(p.lines) {
		p.add(p.lines[next].at, diag.Error, RuleBlockInLine, "chỗ này chỉ viết được một đoạn, không xuống dòng", p.lines[next].s)
	}
	p.finishNotes()
	return in, p.found
}

// IsOneLine reports whether a text has no more than one line.
func IsOneLine(text string) bool {
	var room [fewLines]line
	return len(split(room[:0], text)) < 2
}

// Lines gives the text of each line of a field on its own, for fields that hold one
// thing a line.
func Lines(src Source) []Source {
	src.Text = vi.NFC(src.Text)
	var room [fewLines]line
	lines := split(room[:0], src.Text)
	var out []Source
	for i := 0; i < len(lines); i++ {
		from := lines[i].at
		for lines[i].more {
			i++
		}
		out = append(out, src.from(from, src.Text[from:lines[i].at+len(lines[i].s)]))
	}
	return out
}

// Behind is the source without the bytes at its head.
func (s Source) Behind(bytes int) Source { return s.from(bytes, s.Text[bytes:]) }

// from is the source of a piece of s.Text.
func (s Source) from(offset int, text string) Source {
	s.Text, s.start = text, s.start+offset
	return s
}

// parsers are ready to read: most fields are short, and a parser is large.
var parsers = sync.Pool{New: func() any { return new(parser) }}

// release keeps the parser for another field. What it made is not its own.
func (p *parser) release() {
	*p = parser{}
	parsers.Put(p)
}

// newParser cuts a field into lines.
func newParser(src Source, o Options) *parser {
	src.Text = vi.NFC(src.Text)
	p := parsers.Get().(*parser)
	p.src, p.o = src, o
	p.lines = split(p.room[:0], src.Text)
	p.base = o.Level
	p.countAbove(o.Above)
	return p
}

// forms gives the forms of the levels of the scheme.
func (p *parser) forms() []form {
	if p.schemeForms == nil {
		p.schemeForms = make([]form, len(p.o.Scheme))
		for i := range p.o.Scheme {
			p.schemeForms[i] = formOf(&p.o.Scheme[i])
		}
	}
	return p.schemeForms
}

// parser reads one field.
type parser struct {
	src   Source
	o     Options
	lines []line
	room  [fewLines]line // for the lines of most fields
	found diag.List
	cell  bool

	notes noteTexts

	schemeForms []form // see forms
	base        int    // level of a heading of depth 0
	made        []int  // how many numbers were made on each level of the scheme

	top   []doc.Part
	items []*item              // all of them, in order
	open  []*item              // the last of them and those it stands in, from the top
	above *item                // whose line is the line above; nil behind anything else
	colon bool                 // the line above ends in a colon
	asks  bool                 // it is a question
	last  number               // of the last Điều
	went  [lastForm + 1]number // the last number of each form above the text

	glues, boxes, crosses answer // see gluesRoman and isChoice

	seconds    map[form]seconds // see secondAhead
	hinted     []hinted
	bold       [lastForm + 1]bool // forms of which a line is bold by hand
	paragraphs [][]doc.Inline     // of a cell
}

func (p *parser) add(offset int, level diag.Level, rule, message, found string) *diag.Diagnostic {
	d := &diag.Diagnostic{Pos: p.src.At(offset), Level: level, Rule: rule, Message: message, Found: found}
	p.found.Add(d)
	return d
}

// read goes through the lines.
func (p *parser) read() {
	p.collectNotes()
	p.settleBase()
	for i := 0; i < len(p.lines); {
		i = p.block(i)
	}
	p.finishNotes()
	p.finishHints()
	p.checkBreaks()
}

// settleBase finds the level of a heading of depth 0: in a division the shallowest
// heading of the text is the level below it.
func (p *parser) settleBase() {
	if p.o.Level == 0 {
		return
	}
	least := 0
	for _, l := range p.lines {
		if depth, _ := hashes(l.s); depth > 0 && (least == 0 || depth < least) {
			least = depth
		}
	}
	p.base -= max(least, 1) - 1
}

// block reads the line at i, and those that belong to it. It gives the line behind.
func (p *parser) block(i int) int {
	l := p.lines[i]
	switch {
	case l.s[0] == '[' && isNoteText(l.s):
		return p.skipNote(i)
	case !p.cell && p.isTable(i):
		return p.table(i)
	case !p.cell && l.s[0] == '!':
		if name, alt, width, ok := picture(l.s); ok {
			p.picture(l, name, alt, width)
			return i + 1
		}
	case !p.cell && l.s[0] == '#':
		if depth, words := hashes(l.s); depth > 0 {
			return p.heading(i, depth, words)
		}
	}
	if closesAll(l.s) {
		p.open, p.last = nil, number{}
	} else if m, ok := p.marker(l); ok {
		return p.marked(i, m)
	}
	if end := p.quotation(i, l.s, l.at); end > i {
		return p.quoted(i, end)
	}
	in, next := p.paragraph(i)
	p.prose(l.at, in)
	p.behind(nil, p.lines[next-1].s)
	return next
}

// paragraph reads the line at i, with those that a backslash at its end joins to it.
func (p *parser) paragraph(i int) ([]doc.Inline, int) {
	return p.words(i, p.lines[i].s, p.lines[i].at)
}

// words is paragraph for a line of which s, which stands at an offset, is left.
func (p *parser) words(i int, s string, at int) ([]doc.Inline, int) {
	in := p.inlines(s, at)
	for ; p.lines[i].more; i++ {
		next := p.lines[i+1]
		in = append(append(in, &doc.LineBreak{}), p.inlines(next.s, next.at)...)
	}
	return in, i + 1
}

// prose adds a paragraph without a marker.
func (p *parser) prose(at int, in []doc.Inline) {
	if len(in) == 0 {
		return
	}
	if p.cell {
		p.paragraphs = append(p.paragraphs, in)
		return
	}
	p.put(&doc.Prose{At: p.src.At(at), Inlines: in})
}

// put adds a part to the item in hand.
func (p *parser) put(part doc.Part) {
	if n := len(p.open); n > 0 {
		d := p.open[n-1].d
		d.Parts = append(d.Parts, part)
		return
	}
	p.top = append(p.top, part)
}

// behind notes the line that the next one follows, and whose it is.
func (p *parser) behind(it *item, s string) {
	p.above, p.colon, p.asks = it, strings.HasSuffix(s, ":"), strings.HasSuffix(s, "?") || isQuestion(s)
}

func (p *parser) picture(l line, name, alt string, width doc.Length) {
	p.behind(nil, "")
	if p.o.Picture == nil {
		p.add(l.at, diag.Error, RuleImage, "chỗ này không đặt được ảnh", name)
		return
	}
	part, finding := p.o.Picture(name, alt, width, p.src.At(l.at))
	if finding != nil {
		p.found.Add(finding)
		return
	}
	p.put(part)
}
