// Package flow is a document ready for the writers: paragraphs, tables, rules and slots
// with every size and distance settled, but with lines and pages not yet broken. Package
// form makes a [Flow] of a document's parts; the writers of PDF, DOCX and text take it
// and know nothing of letterheads. Nothing changes a Flow that is given to it.
package flow

import (
	"iter"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan/diag"
)

// Flow is a document ready for the writers: what stands on the paper, in
// reading order, with every size and distance settled, but with lines and pages
// not yet broken. DOCX and plain text are written from it; layout breaks it
// into pages for PDF.
type Flow struct {
	Meta     doc.Meta
	Lines    lines.Rule // how lines are broken
	Sections []*Section

	memory *Memory // of New; nil: its parts lie anywhere
}

// Section is a run of pages with one page set-up and one page numbering.
// Every section starts on a new page.
type Section struct {
	Page    PageSetup
	Numbers PageNumbers
	Blocks  []Block
	Foot    []Block  // stands on the last lines of the text block of the section's first page (ô 13)
	Frames  []*Frame // at fixed places of the section's first page; take no room from Blocks
}

// PageSetup is a paper and its margins "định lề trang", measured from the
// edge of the paper.
type PageSetup struct {
	Width, Height            doc.Length
	Top, Bottom, Left, Right doc.Length
}

// TextWidth is the width between the left and right margins.
func (p PageSetup) TextWidth() doc.Length { return p.Width - p.Left - p.Right }

// PageNumbers says how the pages of a section are numbered "số trang".
// The zero value prints no numbers.
type PageNumbers struct {
	Shown     bool
	HideFirst bool       // the first page carries no number, but counts
	Restart   bool       // the first page is 1; otherwise it follows the section before
	Top       doc.Length // from the edge of the paper to the top of the number's line
	Font      Font       // the number stands centred between the margins
}

// Block is a thing that takes a place on the page. The types are closed:
// writers switch over them and refuse an unknown one. At is the place that it comes from,
// of the document that it was made of; nil, or empty: none.
type Block interface{ block() }

// Where is the first of some places that says anything; nil: none does.
func Where(places ...*diag.Pos) *diag.Pos {
	for _, at := range places {
		if at != nil && *at != (diag.Pos{}) {
			return at
		}
	}
	return nil
}

// Known is [Where] as findings have it.
func Known(places ...*diag.Pos) diag.Pos { return *zero.Or(Where(places...)) }

// Role is what a paragraph, group, table or cell is to a reader who does not see the
// page; layout hands it on as the structure tag of a PDF.
type Role uint8

// Roles. Zero is an ordinary paragraph or an untagged group.
const (
	RoleNone     Role = iota
	RoleHeading       // of the level in Paragraph.Level, 1 to 6; deeper ones are paragraphs
	RoleTitle         // name of the kind and trích yếu: the document's H1 in a PDF
	RolePart          // letterhead, foot, annex: a Part
	RoleList          // group: L
	RoleListItem      // group: LI; its paragraphs stand in LBody, a Label in Lbl
	RoleQuote         // group: BlockQuote
	RoleCaption       // paragraph: Caption
	RoleArtifact      // ornament or repetition, not read aloud
)

// Font is the size and style of text. All text is in the document's one
// family, Times New Roman.
type Font struct {
	Size         doc.Length
	Bold, Italic bool
	Color        doc.Color
}

// Paragraph is a paragraph of text.
type Paragraph struct {
	At    *diag.Pos
	Style Style // named style: what the paragraph is in the decree's words
	Role  Role
	Align doc.Align

	KeepNext  bool // stands on one page with the first lines of what follows
	KeepLines bool // is not broken over pages
	Loose     bool // may leave a single line on a page; otherwise at least two stay together

	Level int    // of a heading, from 1; also its outline level
	RunIn int    // how many of the first Inlines are a heading of that level, which text follows in the same paragraph; 0: none
	ID    string // name that links and references can lead to; empty for none
	Font  Font

	LeftIndent, RightIndent doc.Length
	FirstIndent             doc.Length // of the first line, beyond LeftIndent; negative for a hanging indent
	Before, After           doc.Length // space above and below; the larger of two that meet is NOT taken, they add up
	Pitch                   doc.Length // distance of baselines, at least: larger letters have 1.15 of their size; zero: always that
	Tabs                    []TabStop

	Number  *Numbering // nil: what numbers it, if anything, is text and no more
	Inlines []doc.Inline
}

// Numbering lets Word number a paragraph itself, in place of its first inline, which shows
// the same as text.
type Numbering struct {
	Levels doc.Scheme // of the list that counts it, down to its own level
	Mark   string     // what it shows: "Điều 3.", "a)"
	Count  int        // on its own level, from 1
	Tight  bool       // no space follows it
}

// TabStop is a place that a Tab goes on to.
type TabStop struct {
	At     doc.Length // from the left margin of the column
	Align  doc.Align  // Left, Center or Right
	Leader rune       // '.' draws a dotted line up to the stop; 0 nothing
}

// Style names what a paragraph is, in the decree's own words; a DOCX carries
// it as a named style.
type Style string

// Group is a list of blocks that belong together.
type Group struct {
	At           *diag.Pos
	Role         Role
	KeepTogether bool // is not broken over pages
	Blocks       []Block
}

// Table is a table with settled widths.
type Table struct {
	At            *diag.Pos
	Layout        bool // two columns side by side and no data: letterhead, foot. Not tagged as a table; cells are read one after another
	ByColumn      bool // a Layout table that is read column by column: letterhead
	Role          Role // of a Layout table: RolePart, for instance
	Alt           string
	Columns       []doc.Length
	Indent        doc.Length // of the left edge from the left margin; negative hangs out
	Align         doc.Align  // of a table narrower than the text: Left (or Justify) or Center
	Header        int        // rows at the head that are repeated on each page
	Border        doc.Length // thickness of the grid; zero draws none
	Padding       doc.Length // inside each cell, left and right
	Before, After doc.Length
	Rows          []*Row
}

// Grid gives the places of the cells of each row, see [Grid].
func (t *Table) Grid() iter.Seq2[int, []Place] {
	t = zero.Or(t)
	return Grid(len(t.Columns), len(t.Rows), func(i int) int { return len(zero.Or(t.Rows[i]).Cells) }, func(i, k int) (int, int) {
		c := zero.Or(t.Rows[i].Cells[k])
		return c.Columns, c.Rows
	})
}

// Row is a row of a table.
type Row struct {
	Cells     []*Cell // from left to right; places covered by a span from above are left out
	MinHeight doc.Length
	Whole     bool // is not broken over pages
	KeepNext  bool // stands on one page with the next row, or with what follows the table
}

// Cell is a cell of a table.
type Cell struct {
	At      *diag.Pos
	Columns int // columns it covers; 0 is 1
	Rows    int // rows it covers; 0 is 1
	Head    Scope
	VAlign  VAlign
	// BreakWords lets a word that is wider than the cell break at any letter;
	// otherwise such a word is a finding.
	BreakWords bool
	Blocks     []Block // none: an empty cell
}

// Scope says what a header cell is the head of.
type Scope uint8

// Scopes. Zero is a data cell.
const (
	NoScope Scope = iota
	ColumnScope
	RowScope
)

// VAlign is how the blocks of a cell stand in its height.
type VAlign uint8

// Vertical alignments.
const (
	Top VAlign = iota
	Middle
	Bottom
)

// Rule is a drawn horizontal line, such as the one under the motto.
type Rule struct {
	At        *diag.Pos
	Length    doc.Length // zero: the whole width
	Thickness doc.Length
	Align     doc.Align  // Justify counts as Left
	Before    doc.Length // from the bottom of what stands above to the line
	After     doc.Length // from the line to the top of what stands below
}

// Break starts a new page.
type Break struct{ At *diag.Pos }

// Slot is a height kept free: for a signature, a seal, or as plain distance
// when Name is empty. Pictures may be put into it; they never move anything.
type Slot struct {
	At       *diag.Pos
	Name     string // "signature", "seal": what Placements calls it; empty for plain space
	Height   doc.Length
	Width    doc.Length // of the named place, centred; zero: the whole width
	Pictures []Placed
	Also     []Area // further named places, such as the seal's over the signature
}

// Area is a named place measured from the top left of its Slot's centred width.
type Area struct {
	Name                string
	X, Y, Width, Height doc.Length
}

// Placed is a picture at a place in a Slot, measured like an Area.
type Placed struct {
	Picture             *doc.Picture
	X, Y, Width, Height doc.Length
}

// Figure is a picture that takes its own place.
type Figure struct {
	At            *diag.Pos
	Picture       *doc.Picture
	Width, Height doc.Length
	Align         doc.Align
	Before, After doc.Length
	KeepNext      bool
}

// Drawing is a picture made of lines, rectangles, curves and text.
type Drawing struct {
	At            *diag.Pos
	Alt           string // text for who does not see it; empty for ornament
	Width, Height doc.Length
	Align         doc.Align
	Before, After doc.Length
	KeepNext      bool
	Shapes        []Shape
}

// Shape is one stroke, area or word of a Drawing; places are measured from
// its top left corner.
type Shape interface{ shape() }

type (
	// Line is a straight line.
	Line struct {
		X1, Y1, X2, Y2 doc.Length
		Thickness      doc.Length
		Color          doc.Color
	}
	// Rect is a rectangle: filled when Fill, else with a border of Thickness.
	Rect struct {
		X, Y, Width, Height doc.Length
		Thickness           doc.Length
		Fill                bool
		Color               doc.Color
	}
	// Path is an area or a line of straight pieces and curves. What lies inside an
	// even number of its outlines is left free.
	Path struct {
		Steps     []Step
		Thickness doc.Length
		Fill      bool
		Color     doc.Color
	}
	// Caption is a word at a place: X, Y is the baseline's left, middle or
	// right end as Align says.
	Caption struct {
		X, Y  doc.Length
		Align doc.Align
		Font  Font
		S     string
	}
)

// Step goes on along a Path to X, Y: in a straight line, or Curved by way of two
// control points, as Bézier has it. With Move a new outline begins there.
type Step struct {
	Move, Curved   bool
	X1, Y1, X2, Y2 doc.Length // the control points of a curve
	X, Y           doc.Length
}

func (*Line) shape()    {}
func (*Rect) shape()    {}
func (*Path) shape()    {}
func (*Caption) shape() {}

// Frame is a box at a fixed place of a page, measured from the paper's top
// left corner: an urgency box, a stamp line, a certificate's fields.
type Frame struct {
	At                  *diag.Pos
	Name                string // what Placements calls it; empty for none
	X, Y, Width, Height doc.Length
	Border              doc.Length // thickness of the line around it; zero draws none
	Color               doc.Color  // of the border
	VAlign              VAlign
	Role                Role
	Blocks              []Block // lines that do not fit the box are a finding
}

func (*Paragraph) block() {}
func (*Group) block()     {}
func (*Table) block()     {}
func (*Rule) block()      {}
func (*Break) block()     {}
func (*Slot) block()      {}
func (*Figure) block()    {}
func (*Drawing) block()   {}
func (*Frame) block()     {}
