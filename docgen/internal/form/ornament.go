package form

import (
	"fmt"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/vi"
)

// ornament draws the frame of a certificate.
func (s *sheet) ornament() *flow.Frame {
	d := &flow.Drawing{Width: s.scaled(s.look.Width), Height: s.scaled(s.look.Height)}
	for i := range s.design.Strokes {
		stroke := &s.design.Strokes[i]
		path := &flow.Path{Thickness: s.scaled(stroke.Thickness), Fill: stroke.Thickness == 0, Color: stroke.Color}
		for _, side := range s.sides() {
			path.Steps = append(path.Steps, s.drawn(stroke, side)...)
		}
		d.Shapes = append(d.Shapes, path)
	}
	return &flow.Frame{X: s.c.ShiftX, Y: s.c.ShiftY, Width: d.Width, Height: d.Height, Role: flow.RoleArtifact, Blocks: []flow.Block{d}}
}

// side is one of the four sides of a sheet: how long it is, and where a point stands that
// is so far along it and so far from the edge.
type side struct {
	length doc.Length
	point  func(along, inward doc.Length) (x, y doc.Length)
	corner func(x, y doc.Length) (doc.Length, doc.Length) // of the top left corner, in the corner of this side
}

func (s *sheet) sides() [4]side {
	w, h := s.look.Width, s.look.Height
	type length = doc.Length
	return [4]side{
		{w, func(u, v length) (length, length) { return u, v }, func(x, y length) (length, length) { return x, y }},
		{h, func(u, v length) (length, length) { return w - v, u }, func(x, y length) (length, length) { return w - x, y }},
		{w, func(u, v length) (length, length) { return w - u, h - v }, func(x, y length) (length, length) { return w - x, h - y }},
		{h, func(u, v length) (length, length) { return v, h - u }, func(x, y length) (length, length) { return x, h - y }},
	}
}

// drawn gives the outline of an ornament on a side or in its corner.
func (s *sheet) drawn(o *stroke, at side) []flow.Step {
	along := func(from doc.Length) func(x, y doc.Length) (doc.Length, doc.Length) {
		return func(x, y doc.Length) (doc.Length, doc.Length) { return at.point(from+x, o.Inset+y) }
	}
	switch o.At {
	case "corner":
		return s.moved(o.Path, at.corner)
	case "middle":
		return s.moved(o.Path, along(at.length/2))
	case "side":
		line := outline{{Move: true, X: o.Start}, {X: at.length - o.Start}}
		return s.moved(line, along(0))
	}
	// A band: as many pieces as there is room for, a little closer or wider.
	var steps []flow.Step
	room := at.length - 2*o.Start
	pieces := max((room+o.Length/2)/o.Length, 1)
	for i := range pieces {
		from := o.Start + room*i/pieces
		stretched := func(x, y doc.Length) (doc.Length, doc.Length) {
			return at.point(from+x*room/(pieces*o.Length), o.Inset+y)
		}
		steps = append(steps, s.moved(o.Path, stretched)...)
	}
	return steps
}

// moved gives an outline whose points stand elsewhere, on the sheet at hand.
func (s *sheet) moved(path outline, to func(x, y doc.Length) (doc.Length, doc.Length)) []flow.Step {
	out := make([]flow.Step, len(path))
	for i, step := range path {
		for _, p := range [...]struct{ x, y *doc.Length }{{&step.X, &step.Y}, {&step.X1, &step.Y1}, {&step.X2, &step.Y2}} {
			*p.x, *p.y = to(*p.x, *p.y)
			*p.x, *p.y = s.scaled(*p.x), s.scaled(*p.y)
		}
		out[i] = step
	}
	return out
}

// tenths gives a length in tenths of a millimetre.
func tenths(l doc.Length) int64 { return int64(l.Round(doc.Millimetre/10) / (doc.Millimetre / 10)) }

// ruler shows where the lines fall, with a scale along each edge: printed on plain paper
// and held over a blank, it shows by how much a printer is off.
func (s *sheet) ruler() []*flow.Frame {
	var frames []*flow.Frame
	for _, l := range s.lines {
		x, y := s.scaled(l.X), s.scaled(l.y)
		frames = append(frames, &flow.Frame{
			Name: l.ID, X: x + s.c.ShiftX, Y: y + s.c.ShiftY, Width: s.scaled(l.Width), Height: s.scaled(l.Height), Border: doc.Pt(0.25),
			Blocks: []flow.Block{&flow.Paragraph{
				Style: styleCertificate, Font: flow.Font{Size: doc.Pt(8)}, Align: doc.Left,
				Inlines: s.f.text(fmt.Sprintf("%s %s × %s", l.ID, vi.FormatDecimal(tenths(x), 1), vi.FormatDecimal(tenths(y), 1))),
			}},
		})
	}
	const every = 10 * doc.Millimetre
	long := func(at doc.Length) doc.Length {
		if at%(5*every) == 0 {
			return doc.MM(5)
		}
		return doc.MM(3)
	}
	tick := func(x, y, w, h doc.Length) {
		frames = append(frames, &flow.Frame{X: x, Y: y, Width: w, Height: h, Border: doc.Pt(0.25), Role: flow.RoleArtifact})
	}
	for at := every; at < s.scaled(s.look.Width); at += every {
		tick(at, 0, doc.MM(0.1), long(at))
	}
	for at := every; at < s.scaled(s.look.Height); at += every {
		tick(0, at, long(at), doc.MM(0.1))
	}
	return frames
}
