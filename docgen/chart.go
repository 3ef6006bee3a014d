package docgen

import (
	"math"
	"math/big"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// Sizes of a chart, in millimetres, and of its letters.
const (
	chartWidth   = 150.0
	chartNames   = 58.0 // column of the names
	chartValues  = 20.0 // room behind the longest bar
	chartBreadth = 4.5  // of a bar
	chartPitch   = 4.6  // of the lines of a name
	chartLetters = 11.0 // pt
)

// chart draws horizontal bars with their names and values: black strokes and grey
// areas, so that a copier keeps it readable.
func (c *Composer) chart(path string, k *plan.Chart) doc.Part {
	mark := hundredths(k.Mark)
	most := max(mark, 1)
	for _, b := range k.Bars {
		most = max(most, hundredths(b.Value))
	}
	length := func(value int64) float64 {
		return (chartWidth - chartNames - chartValues) * float64(value) / float64(most)
	}
	d := &flow.Drawing{At: c.At(path), Width: doc.MM(chartWidth), Align: doc.Center, Before: doc.Pt(6), After: doc.Pt(6)}
	letters := flow.Font{Size: doc.Pt(chartLetters)}
	var alt []string
	y := 1.0
	for _, b := range k.Bars {
		value := hundredths(b.Value)
		lines := c.fold(b.Name, letters, doc.MM(chartNames-3))
		step := chartPitch*float64(len(lines)) + 3.4
		middle := y + step/2
		for i, s := range lines {
			at := middle + chartPitch*(float64(i)-float64(len(lines))/2+0.5) + 1.3
			d.Shapes = append(d.Shapes, &flow.Caption{X: doc.MM(chartNames - 2), Y: doc.MM(at), Align: doc.Right, Font: letters, S: s})
		}
		figure := vi.FormatDecimal(value, 2)
		if n := length(value); n > 0 {
			d.Shapes = append(d.Shapes, &flow.Rect{X: doc.MM(chartNames), Y: doc.MM(middle - chartBreadth/2), Width: doc.MM(n), Height: doc.MM(chartBreadth), Fill: true, Color: 0x808080})
		}
		d.Shapes = append(d.Shapes, &flow.Caption{X: doc.MM(chartNames + length(value) + 1.5), Y: doc.MM(middle + 1.3), Align: doc.Left, Font: letters, S: figure})
		alt = append(alt, b.Name+": "+figure)
		y += step
	}
	d.Height = doc.MM(y + 1)
	stroke := func(x, thickness float64) {
		d.Shapes = append(d.Shapes, &flow.Line{X1: doc.MM(x), Y1: 0, X2: doc.MM(x), Y2: d.Height, Thickness: doc.Pt(thickness)})
	}
	stroke(chartNames, 0.5)
	if mark > 0 {
		stroke(chartNames+length(mark), 0.25)
	}
	d.Alt = "Biểu đồ. " + k.Caption + ". " + strings.Join(alt, "; ") + "."
	return &doc.Illustration{At: c.At(path), Drawing: d, Caption: doc.T("Biểu đồ: " + k.Caption)}
}

// hundredths gives a figure in hundredths, zero for none.
func hundredths(n plan.Number) int64 {
	r := n.Rat()
	if r == nil {
		return 0
	}
	f, _ := new(big.Rat).Mul(r, big.NewRat(100, 1)).Float64()
	return int64(math.Round(f))
}

// fold breaks a name into lines of a width; a word that is wider stands alone.
func (c *Composer) fold(s string, f flow.Font, width doc.Length) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && c.textWidth(longer, f) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

// textWidth is how wide a text stands in a font. A letter that no face has is named
// by layout.
func (c *Composer) textWidth(s string, f flow.Font) doc.Length {
	units := 0
	for _, r := range s {
		w, _ := c.r.o.Fonts.set.Advance(font.StyleOf(f.Bold, f.Italic), r)
		units += w
	}
	return f.Size * doc.Length(units) / font.Em
}
