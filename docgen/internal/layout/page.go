// Package layout breaks a flow into lines and pages. It gives a list of
// drawing acts at fixed places, each with the structure element it belongs
// to, so that the PDF writer knows nothing of paragraphs or tables.
//
// The way through the package: [Pages] lowers each section into pieces (a
// line of text, a rule, a row: blocks.go, paragraph.go, table.go), growing the
// structure tree on the way (structure.go); a pager puts the pieces onto pages
// (pager.go, notes.go, tablesplit.go); each piece then draws itself (line.go,
// tablepart.go, figure.go). [Dump] writes the result as text.
//
// Findings, all of them errors, have these rules:
//
//	font.missing-glyph        a letter that the face lacks
//	layout.column-too-narrow  a word wider than a cell whose words do not break
//	layout.frame-overflow     text that does not fit its frame
//	layout.table-span         a cell that does not fit the grid of its table
//	layout.too-tall           a figure, slot or row taller than a page
//	layout.unknown-target     a reference to an ID that no paragraph has
//
// The same flow, metrics and options always give the same pages; nothing is
// kept between calls, so that any number may run at once.
package layout

import (
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
)

// Result is a laid-out document.
type Result struct {
	Pages      []*Page
	Root       *Element // role Document
	Outline    []*Bookmark
	Placements []Placement

	memory *memory
}

// Page is one page: acts in drawing order, which is also reading order for
// acts that have an Element. Places are measured from the top left corner of
// the paper.
type Page struct {
	Width, Height doc.Length
	Label         string // page number as printed or meant: "1", "2"; each section may restart
	Acts          []Act
}

// Act is one thing drawn. The types are closed.
type Act interface{ act() }

type (
	// Text is a run of one face and size on a baseline. Space is extra width
	// added to each U+0020 in S (justification); no other character is stretched.
	// S holds what is meant: U+00A0 and U+2011 are drawn as space and hyphen.
	// Elem nil is an artifact. Of is the paragraph whose text it is, or one for the words of a
	// drawing; nil for what belongs to none, such as page numbers.
	Text struct {
		X, Y  doc.Length // left end of the baseline
		Size  doc.Length
		Space doc.Length
		Color doc.Color
		Style font.Style
		S     string
		Elem  *Element
		Of    *flow.Paragraph
	}

	// Line is a stroke. Elem nil is an artifact (rules always are).
	Line struct {
		X1, Y1, X2, Y2 doc.Length
		Thickness      doc.Length
		Color          doc.Color
		Elem           *Element
	}

	// Rect is a rectangle, filled or outlined.
	Rect struct {
		X, Y, Width, Height doc.Length
		Thickness           doc.Length
		Fill                bool
		Color               doc.Color
		Elem                *Element
	}

	// Path is an area or line of curves whose places are measured from X, Y.
	Path struct {
		*flow.Path
		X, Y doc.Length
		Elem *Element
	}

	// Image is a picture scaled into a rectangle.
	Image struct {
		X, Y, Width, Height doc.Length
		Picture             *doc.Picture
		Elem                *Element
	}

	// Anchor is a rectangle of the page that leads somewhere: to URL, or to the
	// Bookmark or paragraph with ID Target. Elem is its Link element; Alt says where it leads.
	Anchor struct {
		X, Y, Width, Height doc.Length
		URL                 string
		Target              string
		Alt                 string
		Elem                *Element
	}
)

func (*Text) act()   {}
func (*Line) act()   {}
func (*Rect) act()   {}
func (*Path) act()   {}
func (*Image) act()  {}
func (*Anchor) act() {}

// Bounds is the rectangle around the points of a path.
func (a *Path) Bounds() (left, top, right, bottom doc.Length) {
	for i := range a.Steps {
		s := &a.Steps[i]
		x := [...]doc.Length{s.X, s.X1, s.X2}
		y := [...]doc.Length{s.Y, s.Y1, s.Y2}
		n := 1
		if s.Curved {
			n = len(x)
		}
		if i == 0 {
			left, top, right, bottom = s.X, s.Y, s.X, s.Y
		}
		left, right = min(left, slices.Min(x[:n])), max(right, slices.Max(x[:n]))
		top, bottom = min(top, slices.Min(y[:n])), max(bottom, slices.Max(y[:n]))
	}
	return a.X + left, a.Y + top, a.X + right, a.Y + bottom
}

// Element is a node of the structure tree. Layout builds the tree in reading
// order; the PDF writer hangs marked content onto it as acts name it: in an
// element with both text and children, children stand where their first act
// comes, otherwise in the order of Kids.
type Element struct {
	// Role is the standard structure type: Document, Part, H1, P, L, LI, Lbl, LBody, Table, THead, TBody,
	// TR, TH, TD, Figure, Caption, Link, Note, Reference, Span.
	Role       string
	Kids       []*Element
	ID         string // of a Note or TH; unique in the document
	Alt        string // Figure, Link
	ActualText string // Span of a blank: what a reader hears in place of dots
	Scope      string // TH: Column or Row
	ColSpan    int    // TH, TD: how many columns it covers; 0 is one
	RowSpan    int
	Headers    []string // TD: IDs of its TH, where Scope does not say it
}

// Bookmark is an entry of the outline, or a place links lead to.
type Bookmark struct {
	Title  string
	Level  int    // from 1
	ID     string // of the paragraph; empty for none
	Page   int    // from 0
	Y      doc.Length
	Hidden bool // a place for links only, not an entry of the outline
}

// Placement is a named place on a page, for signing software.
type Placement struct {
	Name                string
	Page                int // from 1
	X, Y, Width, Height doc.Length
}
