package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/go-pdf/fpdf"

	"github.com/vanban-go/vanban/docgen/doc"
)

// canvas is all that is asked of github.com/go-pdf/fpdf, whose text, image and tagging parts are
// not used (see the finisher): the pages, and the lines and areas on them, in drawing order. Places
// are in points from the top left corner of the page. What is written between lines and areas does
// not go through the library, which would copy it four times: a mark stands for it. Nor are the
// same strokes drawn again for the next document that has them: a [Shelf] has what came of them.
type canvas struct {
	strokes []stroke
	written [][]byte
}

// stroke is one call of the library.
type stroke struct {
	kind  strokeKind
	color doc.Color
	at    [4]float64 // width and height; thickness; both ends; or corner, width and height
}

type strokeKind uint8

const (
	newPage strokeKind = iota
	writtenMark
	fillColor
	strokeColor
	drawnLine
	drawnRect
	filledRect
)

// mark is a comment, which the library never writes into a page.
const mark = "%"

func (c *canvas) add(kind strokeKind, color doc.Color, at ...float64) {
	s := stroke{kind: kind, color: color}
	copy(s.at[:], at)
	c.strokes = append(c.strokes, s)
}

// addPage starts a page; what follows is drawn on it.
func (c *canvas) addPage(width, height float64) { c.add(newPage, 0, width, height) }

// write appends lines of content stream operators as they are. They must not be changed before finish.
func (c *canvas) write(content []byte) {
	c.written = append(c.written, content)
	c.add(writtenMark, 0)
}

// fillWith and strokeWith set the colour of areas and text, and of lines.
func (c *canvas) fillWith(color doc.Color) { c.add(fillColor, color) }

func (c *canvas) strokeWith(color doc.Color, thickness float64) { c.add(strokeColor, color, thickness) }

func (c *canvas) line(x1, y1, x2, y2 float64) { c.add(drawnLine, 0, x1, y1, x2, y2) }

func (c *canvas) rect(x, y, width, height float64, fill bool) {
	kind := drawnRect
	if fill {
		kind = filledRect
	}
	c.add(kind, 0, x, y, width, height)
}

// finish gives the pages. Their content stands in room, which grows as it must.
func (c *canvas) finish(room *[]byte, s *Shelf) ([]drawnPage, error) {
	drawn, err := s.drawn(c.strokes)
	if err != nil {
		return nil, err
	}
	all := 0
	for _, p := range drawn {
		all += len(p.content)
	}
	for _, w := range c.written {
		all += len(w)
	}
	rest, pages := c.written, slices.Clone(drawn)
	b := slices.Grow((*room)[:0], all) // all stays where it is
	for i := range pages {
		start := len(b)
		for line := range bytes.Lines(pages[i].content) {
			if string(line) != mark+"\n" {
				b = append(b, line...)
				continue
			}
			b = append(b, rest[0]...)
			rest = rest[1:]
		}
		pages[i].content = b[start:len(b):len(b)]
	}
	*room = b
	return pages, nil
}

// draw draws strokes, the first of which begins a page.
func draw(strokes []stroke) ([]drawnPage, error) {
	size := func(s stroke) fpdf.SizeType { return fpdf.SizeType{Wd: s.at[0], Ht: s.at[1]} }
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: size(strokes[0])})
	f.SetCompression(false)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCreationDate(time.Unix(0, 0).UTC()) // or fpdf looks at the clock; the finisher writes the real ones
	f.SetModificationDate(time.Unix(0, 0).UTC())
	for _, s := range strokes {
		switch s.kind {
		case newPage:
			f.AddPageFormat("P", size(s))
		case writtenMark:
			f.RawWriteStr(mark) // and the end of a line
		case fillColor:
			f.SetFillColor(rgb(s.color))
		case strokeColor:
			f.SetDrawColor(rgb(s.color))
			f.SetLineWidth(s.at[0])
		case drawnLine:
			f.Line(s.at[0], s.at[1], s.at[2], s.at[3])
		case drawnRect:
			f.Rect(s.at[0], s.at[1], s.at[2], s.at[3], "D")
		case filledRect:
			f.Rect(s.at[0], s.at[1], s.at[2], s.at[3], "F")
		}
	}
	var out taken
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("draw pages: %w", err)
	}
	pages, err := readPages(out)
	if err != nil {
		return nil, fmt.Errorf("read drawn pages: %w", err)
	}
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
