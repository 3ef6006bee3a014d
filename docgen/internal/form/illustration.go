package form

import (
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// illustration adds a picture of the body, its name below.
func (f *former) illustration(i *doc.Illustration) {
	w, h := f.pictureSize(i)
	f.put(&flow.Figure{
		At: &i.At, Picture: i.Picture, Width: w, Height: h, Align: doc.Center, Before: f.p.Body.Spacing, KeepNext: len(i.Caption) > 0,
	})
	f.captionBelow(&i.At, i.Caption)
}

// captionBelow adds the name of what stands above; none: nothing.
func (f *former) captionBelow(at *diag.Pos, caption []doc.Inline) {
	f.last = nil
	if len(caption) > 0 {
		f.put(f.captionLine(at, caption))
	}
}

// pictureSize settles the size of a picture: as given, the other side by its
// proportions, or by its pixels at 96 to the inch; at most as wide as the text.
func (f *former) pictureSize(i *doc.Illustration) (w, h doc.Length) {
	w, h = i.Width, i.Height
	if w <= 0 || h <= 0 {
		px, py, ok := pixels(i.Picture)
		switch {
		case !ok:
			w, h = f.width(), f.width()/2
		case w > 0:
			h = w * py / px
		case h > 0:
			w = h * px / py
		default:
			const pixel = 72 * doc.Point / 96
			w, h = px*pixel, py*pixel
		}
	}
	page := f.section.Page
	most := page.Height - page.Top - page.Bottom - 2*f.p.Body.Spacing
	if w > f.width() {
		w, h = f.width(), h*f.width()/w
	}
	if h > most {
		w, h = w*most/h, most
	}
	return w, h
}
