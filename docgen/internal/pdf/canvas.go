package pdf

import (
	"time"

	"github.com/go-pdf/fpdf"

	"github.com/vanban-go/vanban/docgen/doc"
)

// canvas is all that is asked of the library that keeps pages: page content
// in drawing order, lines, rectangles, and a file at the end. Places are in
// points from the top left corner of the page.
type canvas interface {
	// addPage starts a page; what follows is drawn on it.
	addPage(width, height float64)
	// write appends content stream operators as they are.
	write(content []byte)
	// fillWith and strokeWith set the colour of areas and text, and of lines.
	fillWith(c doc.Color)
	strokeWith(c doc.Color, thickness float64)
	line(x1, y1, x2, y2 float64)
	rect(x, y, width, height float64, fill bool)
	// finish gives the file: valid PDF, content streams uncompressed.
	finish() ([]byte, error)
}

// fpdfCanvas draws with github.com/go-pdf/fpdf, whose text, image and tagging
// parts are not used: see the finisher.
type fpdfCanvas struct{ f *fpdf.Fpdf }

func newCanvas(width, height float64) canvas {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width, Ht: height}})
	f.SetCompression(false)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCreationDate(time.Unix(0, 0).UTC()) // or fpdf looks at the clock; the finisher writes the real ones
	f.SetModificationDate(time.Unix(0, 0).UTC())
	return &fpdfCanvas{f: f}
}

func (c *fpdfCanvas) addPage(width, height float64) {
	c.f.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
}

func (c *fpdfCanvas) write(content []byte) { c.f.RawWriteStr(string(content)) }

func (c *fpdfCanvas) fillWith(color doc.Color) { c.f.SetFillColor(rgb(color)) }

func (c *fpdfCanvas) strokeWith(color doc.Color, thickness float64) {
	c.f.SetDrawColor(rgb(color))
	c.f.SetLineWidth(thickness)
}

func (c *fpdfCanvas) line(x1, y1, x2, y2 float64) { c.f.Line(x1, y1, x2, y2) }

func (c *fpdfCanvas) rect(x, y, width, height float64, fill bool) {
	style := "D"
	if fill {
		style = "F"
	}
	c.f.Rect(x, y, width, height, style)
}

func (c *fpdfCanvas) finish() ([]byte, error) {
	var out taken
	err := c.f.Output(&out)
	return out, err
}

// taken takes over what is written to it. The library writes its file in one piece, and is let go
// then: no copy is needed.
type taken []byte

func (t *taken) Write(p []byte) (int, error) {
	if *t == nil {
		*t = p
	} else {
		*t = append(*t, p...)
	}
	return len(p), nil
}

// rgb gives the parts of a colour, 0 to 255.
func rgb(c doc.Color) (r, g, b int) { return int(c >> 16 & 0xff), int(c >> 8 & 0xff), int(c & 0xff) }
