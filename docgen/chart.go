package docgen

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/vi"
)

// bar is one bar of a chart: a name, and a value in hundredths that is not below
// zero.
type bar struct {
	name  string
	value int64
}

// barChart draws horizontal bars with their names and values: black strokes and
// grey areas, so that a copier keeps it readable. Who does not see it gets the
// same figures in words.
func (c *Composer) barChart(path, caption string, bars []bar) doc.Part {
	const (
		width   = 150.0 // mm
		names   = 55.0
		values  = 20.0
		step    = 8.0
		breadth = 4.5
	)
	most := int64(1)
	for _, b := range bars {
		most = max(most, b.value)
	}
	height := step*float64(len(bars)) + 2
	d := &doc.Drawing{At: c.At(path), Width: doc.MM(width), Height: doc.MM(height), Align: doc.Center, Before: doc.Pt(6), After: doc.Pt(6)}
	var alt []string
	for i, b := range bars {
		y := step*float64(i) + (step-breadth)/2 + 1
		length := (width - names - values) * float64(b.value) / float64(most)
		figure := vi.FormatDecimal(b.value, 2)
		font := doc.Font{Size: doc.Pt(11)}
		d.Shapes = append(d.Shapes,
			&doc.Caption{X: doc.MM(names - 2), Y: doc.MM(y + breadth - 1), Align: doc.Right, Font: font, S: short(b.name, 30)},
			&doc.Caption{X: doc.MM(names + length + 1.5), Y: doc.MM(y + breadth - 1), Align: doc.Left, Font: font, S: figure},
		)
		if length > 0 {
			d.Shapes = append(d.Shapes, &doc.Rect{X: doc.MM(names), Y: doc.MM(y), Width: doc.MM(length), Height: doc.MM(breadth), Fill: true, Color: 0x808080})
		}
		alt = append(alt, b.name+": "+figure)
	}
	d.Shapes = append(d.Shapes, &doc.Line{X1: doc.MM(names), Y1: 0, X2: doc.MM(names), Y2: doc.MM(height), Thickness: doc.Pt(0.5)})
	d.Alt = "Biểu đồ. " + caption + ". " + strings.Join(alt, "; ") + "."
	return &doc.Illustration{At: c.At(path), Drawing: d, Caption: doc.T("Biểu đồ: " + caption)}
}

// short cuts a text to so many letters, at a space where there is one.
func short(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most-1])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return cut + "…"
}
