package word

import "slices"

// Document is what Word prints of a file, in order.
type Document struct {
	Body     []Block
	Sections []*Section // at least one
	Notes    []*Note    // in the order of their references
	Left     []Left     // what Word does not print and what is not read
}

// Twips is a length in twentieths of a point, the unit of Word.
type Twips int32

// Block is a *[Paragraph] or a *[Table].
type Block interface{ block() }

func (*Paragraph) block() {}
func (*Table) block()     {}

// Paragraph is a paragraph as printed.
type Paragraph struct {
	Number  int    // from 1, in the order of reading; of the whole file
	Section int    // index in Document.Sections
	Style   string // name of its style, empty for none
	Label   string // automatic number or bullet as Word shows it, empty for none
	Suffix  string // what stands between label and text: a tab, a blank, nothing
	Look    Look
	Runs    []Run
	Boxes   []*Story // text boxes that hang on the paragraph
}

// Look is the resolved formatting of a paragraph.
type Look struct {
	Align     Align
	Left      Twips
	First     Twips // of the first line against Left; negative when it hangs
	PageBreak bool  // stands on a new page
	Tabs      []Tab
}

// Align is the alignment of a paragraph. The zero value is left.
type Align uint8

// The alignments.
const (
	Start Align = iota
	Center
	End
	Justify
)

// Tab is a tab stop.
type Tab struct {
	At     Twips
	Kind   string // left, center, right, decimal, bar
	Leader string // dot, hyphen, underscore; empty for none
}

// Run is text of one format.
type Run struct {
	Text    string // as printed: tabs, "\n" for a line, "\f" for a page, "\v" for a column
	Face    Face
	Note    *Note  // of a reference, whose mark is the text
	Link    string // address of a hyperlink, or "#" and a bookmark
	Ruby    string // what stands small above the text
	Waits   bool   // of a content control that nobody filled: the words that ask for it
	Picture string // name of the picture's part; of one outside the file its address
	Alt     string // what the file says is on the picture
	Width   Twips  // of the picture; zero where the file does not say
	Formula bool   // a sign that stands for the shape of a formula: (a+b)/2
}

// Face is the resolved formatting of a run.
type Face struct {
	Font                            string
	HalfPoints                      int
	Bold, Italic, Underline, Strike bool
	Caps                            bool // the text is in capitals already
	Raised, Lowered                 bool
}

// Table is a table; cells merged downwards stand in their first row only.
type Table struct {
	Columns []Twips // widths of the grid, as far as the file states them
	Rows    []*Row
	Bare    bool // no lines are drawn: it sets texts side by side
}

// Row is a row of a table.
type Row struct {
	Header bool // comes again on each page
	Cells  []*Cell
}

// Cell is a cell with its place in the grid.
type Cell struct {
	Column  int // from 0
	Columns int // at least 1
	Rows    int // at least 1
	Blocks  []Block
}

// Section is a part of the document with its own paper. A header or footer that is not printed
// is nil; one that is taken over from the section before is the same value.
type Section struct {
	Landscape      bool
	Continuous     bool // begins on the page of the section before
	Header, Footer Margin
}

// Margin is what stands at the head or the foot of the pages of a section.
type Margin struct{ Default, First, Even *Story }

// Story is text that stands apart: a header, a footer, a text box.
type Story struct{ Blocks []Block }

// Note is a footnote or an endnote.
type Note struct {
	Endnote bool
	Label   string // its number as printed; empty when the text gives its own mark
	Story
}

// Why says why words are not in the text.
type Why uint8

// Reasons. Hidden words are formatted so, lie in a hidden row or below a merged cell; Deleted
// ones were struck by tracked changes. Outside names what lies in another file, Unread an
// object whose words are not read.
const (
	Hidden Why = iota
	Deleted
	Comment
	Outside
	Unread
)

// Left is something of the file that is not in the text.
type Left struct {
	Why  Why
	At   *Paragraph // nil when it belongs to no paragraph
	Text string
}

// Text is the paragraph as printed, its automatic number first.
func (p *Paragraph) Text() string {
	if p == nil {
		return ""
	}
	n := 0
	for i := range p.Runs {
		n += len(p.Runs[i].Text)
	}
	b := make([]byte, 0, n+len(p.Label)+len(p.Suffix))
	b = append(append(b, p.Label...), p.Suffix...)
	for i := range p.Runs {
		b = append(b, p.Runs[i].Text...)
	}
	return string(b)
}

// Each visits the paragraphs of blocks in order, those of tables and of text boxes too; a box
// comes behind its paragraph.
func Each(blocks []Block, f func(*Paragraph)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			f(b)
			for _, box := range b.Boxes {
				Each(box.Blocks, f)
			}
		case *Table:
			for _, row := range b.Rows {
				for _, c := range row.Cells {
					Each(c.Blocks, f)
				}
			}
		}
	}
}

// Each visits every paragraph of the document once: the body, the notes, then headers and
// footers in the order of the sections.
func (d *Document) Each(f func(*Paragraph)) {
	if d == nil {
		return
	}
	Each(d.Body, f)
	for _, n := range d.Notes {
		Each(n.Blocks, f)
	}
	for _, s := range d.Margins() {
		Each(s.Blocks, f)
	}
}

// Margins are the headers and footers, each once.
func (d *Document) Margins() []*Story {
	var all []*Story
	for _, s := range d.Sections {
		for _, story := range [...]*Story{s.Header.First, s.Header.Default, s.Header.Even, s.Footer.First, s.Footer.Default,
			s.Footer.Even} {
			if story != nil && !slices.Contains(all, story) {
				all = append(all, story)
			}
		}
	}
	return all
}
