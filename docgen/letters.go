package docgen

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/form"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Unprintable gives a finding for each letter in the texts of a file that the fonts
// lack, at the letter. It is for a file that [Renderer.Build] is not asked about since
// it has other errors: whoever mends those should not come back for these. What Build
// finds are the letters that come onto the paper.
func (r *Renderer) Unprintable(f *plan.File) diag.List {
	var found diag.List
	for _, l := range f.Letters(r.lacks) {
		found.Add(layout.NoGlyph(l.Pos, l.Rune))
	}
	return found
}

// lacks reports whether a face lacks a letter that would be drawn.
func (r *Renderer) lacks(c rune) bool {
	if c < 0x7f || unicode.IsSpace(c) || unicode.In(c, unicode.Cf, unicode.Co) { // a bullet of Word comes out as a dash
		return false
	}
	for style := range font.Styles {
		if _, ok := r.o.Fonts.set.Advance(style, c); !ok {
			return true
		}
	}
	return false
}

// further gives what the later stages find in a document that is refused already, or
// whose file has letters that the fonts lack: whoever mends it should not come back for
// each stage. What stands where something was found before may only follow from that,
// and is left out.
func (r *Renderer) further(d *doc.Document, before, letters diag.List) diag.List {
	told := make(map[diag.Pos]bool)
	for _, d := range before {
		if d.Level == diag.Error && !strings.HasPrefix(d.Rule, "text.") {
			return letters // a part is missing: what leads to it would be told as well
		}
		told[d.Pos] = true
	}
	profile, err := r.profileOf(d.Standard)
	if err != nil {
		return letters
	}
	f, found, err := form.Apply(d, profile, r.o.Fonts.set)
	if err != nil {
		return letters
	}
	found = slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return d.Level != diag.Error || !d.Pos.IsValid() || told[d.Pos] })
	return append(found, r.drawn(f, letters)...)
}

// drawn gives the letters that the faces lack where a flow draws them: at the letter
// itself where the file has it, else where its paragraph begins.
func (r *Renderer) drawn(f *doc.Flow, letters diag.List) diag.List {
	found := layout.Coverage(f, r.o.Fonts.set)
	for _, d := range found {
		for _, l := range letters {
			behind := cmp.Or(cmp.Compare(l.Pos.Line, d.Pos.Line), cmp.Compare(l.Pos.Column, d.Pos.Column)) >= 0
			if behind && l.Found == d.Found && l.Pos.File == d.Pos.File {
				d.Pos = l.Pos
				break
			}
		}
	}
	return found
}
