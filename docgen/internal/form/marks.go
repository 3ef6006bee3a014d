package form

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/vi"
)

// rubberStamps are "dấu chỉ độ mật, mức độ khẩn", ô 10a and 10b, below the number.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 2, điểm a và b.
func (f *former) rubberStamps(l *doc.Letterhead) []*flow.Drawing {
	m := &f.p.Mark
	var marks []*flow.Drawing
	if l.Secrecy != "" {
		s := vi.Upper(l.Secrecy)
		marks = append(marks, f.box(l, s, m.Secrecy, f.lineWidth(s, m.Secrecy)+2*m.CircPadding))
	}
	if l.Urgency != "" {
		s := vi.Upper(l.Urgency)
		marks = append(marks, f.box(l, s, m.Urgency, m.Width(s)))
	}
	return marks
}

// box is a word in a frame of red ink.
func (f *former) box(l *doc.Letterhead, s string, face decree.Face, width doc.Length) *flow.Drawing {
	m := &f.p.Mark
	// Capitals stand about two thirds of the size high; their middle is the box's.
	baseline := m.BoxHeight/2 + face.Size/3
	font := fontOf(face)
	font.Color = m.UrgencyInk
	half := m.BoxBorder / 2
	return &flow.Drawing{
		At: &l.At, Alt: s, Width: width, Height: m.BoxHeight, Align: doc.Left, Before: f.p.Head.SubjectGap,
		Shapes: []flow.Shape{
			&flow.Rect{X: half, Y: half, Width: width - m.BoxBorder, Height: m.BoxHeight - m.BoxBorder, Thickness: m.BoxBorder,
				Color: m.UrgencyInk},
			&flow.Caption{X: width / 2, Y: baseline, Align: doc.Center, Font: font, S: s},
		},
	}
}

// margin puts into the top margin what stands there: circulation, ô 11, and
// the stamp line, ô 14.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 2, điểm c; Mục II, khoản 8, điểm b.
func (f *former) margin(l *doc.Letterhead) {
	m := &f.p.Mark
	page := f.section.Page
	edge := page.Width - page.Right
	if l.Stamp != nil {
		f.stamp(l.Stamp)
	}
	if l.Circulation != "" {
		s := vi.Upper(l.Circulation)
		width := f.lineWidth(s, m.Circulation) + 2*m.CircPadding
		x := edge - width
		if l.Stamp != nil {
			x = min(x, edge-f.stampWidth(l.Stamp)-width-m.CircPadding)
		}
		f.section.Frames = append(f.section.Frames, &flow.Frame{
			At: &l.At, Name: "circulation", X: x, Y: m.CircTop, Width: width, Height: m.BoxHeight,
			Border: m.BoxBorder, VAlign: flow.Middle,
			Blocks: []flow.Block{f.line(&l.At, styleCirculation, m.Circulation, doc.Center, f.text(f.glueAll(s))...)},
		})
	}
}

// stampText is the line of ô 14 with its blanks.
func stampText(s *doc.Stamp) string { return printed(strings.Join(s.Fields, "; ")) }

func (f *former) stampWidth(s *doc.Stamp) doc.Length {
	face := f.p.Mark.Stamp
	return max(f.lineWidth(stampText(s), face)+2*doc.Point, 80*doc.Millimetre)
}

// stamp puts the stamp line of an attachment or copy into the top right corner.
func (f *former) stamp(s *doc.Stamp) {
	face := f.p.Mark.Stamp
	page := f.section.Page
	width := f.stampWidth(s)
	f.section.Frames = append(f.section.Frames, &flow.Frame{
		At: &s.At, Name: "stamp", X: page.Width - page.Right - width, Y: f.p.Mark.StampTop,
		Width: width, Height: face.Pitch() + doc.Point,
		Blocks: []flow.Block{f.line(&s.At, styleStamp, face, doc.Right, f.text(stampText(s))...)},
	})
}
