package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/go-pdf/fpdf"

	"github.com/vanban-go/vanban/docgen/doc"
)

// canvas is all that is asked of the library that keeps pages: page content
// in drawing order, lines, rectangles, and the pages at the end. Places are in
// points from the top left corner of the page.
type canvas interface {
	// addPage starts a page; what follows is drawn on it.
	addPage(width, height float64)
	// write appends lines of content stream operators as they are. They must not be changed before finish.
	write(content []byte)
	// fillWith and strokeWith set the colour of areas and text, and of lines.
	fillWith(c doc.Color)
	strokeWith(c doc.Color, thickness float64)
	line(x1, y1, x2, y2 float64)
	rect(x, y, width, height float64, fill bool)
	// finish gives the pages. Their content stands in room, which grows as it must.
	finish(room *[]byte) ([]drawnPage, error)
}

// fpdfCanvas draws with github.com/go-pdf/fpdf, whose text, image and tagging
// parts are not used: see the finisher. What is written between its lines and areas does not go
// through the library, which would copy it four times: a mark stands for it.
type fpdfCanvas struct {
	f       *fpdf.Fpdf
	written [][]byte
}

// mark is a comment, which the library never writes into a page.
const mark = "%"

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

func (c *fpdfCanvas) write(content []byte) {
	c.written = append(c.written, content)
	c.f.RawWriteStr(mark) // and the end of a line
}

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

func (c *fpdfCanvas) finish(room *[]byte) ([]drawnPage, error) {
	var out taken
	if err := c.f.Output(&out); err != nil {
		return nil, fmt.Errorf("draw pages: %w", err)
	}
	pages, err := readPages(out)
	if err != nil {
		return nil, fmt.Errorf("read drawn pages: %w", err)
	}
	all := len(out)
	for _, w := range c.written {
		all += len(w)
	}
	b := slices.Grow((*room)[:0], all) // all stays where it is
	for i := range pages {
		start := len(b)
		for line := range bytes.Lines(pages[i].content) {
			if string(line) != mark+"\n" {
				b = append(b, line...)
				continue
			}
			b = append(b, c.written[0]...)
			c.written = c.written[1:]
		}
		pages[i].content = b[start:len(b):len(b)]
	}
	*room = b
	return pages, nil
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
