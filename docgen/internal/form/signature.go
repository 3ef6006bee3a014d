package form

import (
	"strconv"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/picture"
)

// signature keeps the place of a signature, ô 7c, and of the seal, ô 8, which
// covers about a third of it on its left. Filling either moves nothing.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7, điểm d; khoản 8, điểm a.
func (f *former) signature(s *doc.Signer, i, of int) *flow.Slot {
	ft := &f.p.Foot
	slot := &flow.Slot{At: &s.At, Name: nth("signature", i, of), Height: ft.Signature, Width: ft.SignWidth}
	if s.Signature != nil {
		w, h := fit(s.Signature, slot.Width, slot.Height)
		slot.Pictures = append(slot.Pictures, flow.Placed{
			Picture: s.Signature, X: (slot.Width - w) / 2, Y: (slot.Height - h) / 2, Width: w, Height: h,
		})
	}
	if s.NoSeal {
		return slot
	}
	seal := flow.Area{
		Name: nth("seal", i, of), X: ft.SealOverlap.Of(slot.Width) - ft.Seal, Y: (slot.Height - ft.Seal) / 2,
		Width: ft.Seal, Height: ft.Seal,
	}
	slot.Also = append(slot.Also, seal)
	if s.Seal != nil {
		w, h := fit(s.Seal, seal.Width, seal.Height)
		slot.Pictures = append(slot.Pictures, flow.Placed{
			Picture: s.Seal, X: seal.X + (seal.Width-w)/2, Y: seal.Y + (seal.Height-h)/2, Width: w, Height: h,
		})
	}
	return slot
}

// nth names the place of one of several signers: signature, signature-2.
func nth(name string, i, of int) string {
	if of < 2 || i == 0 {
		return name
	}
	return name + "-" + strconv.Itoa(i+1)
}

// fit gives the largest size of a picture inside a box, its proportions kept.
// What is no picture fills the box.
func fit(p *doc.Picture, width, height doc.Length) (w, h doc.Length) {
	px, py, ok := pixels(p)
	if !ok {
		return width, height
	}
	if w, h = width, width*py/px; h > height {
		w, h = height*px/py, height
	}
	return w, h
}

// pixels gives the size of a picture in pixels. What is none was found before.
func pixels(p *doc.Picture) (x, y doc.Length, ok bool) {
	c, _, problem := picture.Config(p.Data)
	return doc.Length(c.Width), doc.Length(c.Height), problem == nil
}
