package form

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/vi"
)

// Sizes of a chart, in millimetres, and of its letters.
const (
	chartWidth   = 150.0
	chartNames   = 58.0 // column of the names
	chartValues  = 20.0 // room behind the longest bar
	chartBreadth = 4.5  // of a bar
	chartPitch   = 4.6  // of the lines of a name
)

var chartFace = decree.Face{Size: doc.Pt(11)}

// chart draws horizontal bars with their names and values: black strokes and grey
// areas, so that a copier keeps it readable.
func (f *former) chart(c *doc.Chart) {
	most := max(c.Mark, 1)
	for _, b := range c.Bars {
		most = max(most, b.Value)
	}
	length := func(value int64) float64 {
		return (chartWidth - chartNames - chartValues) * float64(value) / float64(most)
	}
	d := &flow.Drawing{
		At: &c.At, Width: doc.MM(chartWidth), Align: doc.Center, Before: f.p.Body.Spacing, After: doc.Pt(6), KeepNext: c.Caption != "",
	}
	caption := func(x, y float64, align doc.Align, s string) {
		d.Shapes = append(d.Shapes, &flow.Caption{X: doc.MM(x), Y: doc.MM(y), Align: align, Font: fontOf(chartFace), S: s})
	}
	alt := []string{}
	y := 1.0
	for _, b := range c.Bars {
		lines := lines.Fold(f.m, styleOf(chartFace), strings.Fields(printed(b.Name)), lines.Room(doc.MM(chartNames-3), chartFace.Size))
		step := chartPitch*float64(len(lines)) + 3.4
		middle := y + step/2
		for i, s := range lines {
			caption(chartNames-2, middle+chartPitch*(float64(i)-float64(len(lines))/2+0.5)+1.3, doc.Right, s)
		}
		if n := length(b.Value); n > 0 {
			d.Shapes = append(d.Shapes, &flow.Rect{
				X: doc.MM(chartNames), Y: doc.MM(middle - chartBreadth/2), Width: doc.MM(n), Height: doc.MM(chartBreadth), Fill: true,
				Color: 0x808080,
			})
		}
		figure := vi.FormatDecimal(b.Value, 2)
		caption(chartNames+length(b.Value)+1.5, middle+1.3, doc.Left, figure)
		alt = append(alt, b.Name+": "+figure)
		y += step
	}
	d.Height = doc.MM(y + 1)
	stroke := func(x, thickness float64) {
		d.Shapes = append(d.Shapes, &flow.Line{X1: doc.MM(x), X2: doc.MM(x), Y2: d.Height, Thickness: doc.Pt(thickness)})
	}
	stroke(chartNames, 0.5)
	if c.Mark > 0 {
		stroke(chartNames+length(c.Mark), 0.25)
	}
	d.Alt = printed("Biểu đồ. " + c.Caption + ". " + strings.Join(alt, "; ") + ".")
	f.put(d)
	if c.Caption == "" {
		f.captionBelow(&c.At, nil)
		return
	}
	f.captionBelow(&c.At, f.text("Biểu đồ: "+c.Caption))
}
