package docgen

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// letters finds in the texts of a file, whether or not they come onto the paper, each
// letter that the fonts lack, and the first field of a template that nobody has filled.
func (r *Renderer) letters(f *plan.File) (lacking, unfilled diag.List) {
	var brace diag.Pos // of the last one
	for letter, pos := range f.Letters(func(c rune) bool { return c == '{' || r.lacks(c) }) {
		if letter != '{' {
			lacking.Add(layout.NoGlyph(pos, letter))
			continue
		}
		before := brace
		if brace = pos; unfilled == nil && before.IsValid() && before.Line == pos.Line && before.Column == pos.Column-1 {
			unfilled.Add(&diag.Diagnostic{
				Pos: before, Level: diag.Warning, Rule: ruleTextField, Found: "{{",
				Message: "chỗ điền {{...}} chưa được điền, in nguyên văn",
				Fix:     "điền mẫu Word bằng vanban fill, mỗi dòng của danh sách bằng vanban batch",
			})
		}
	}
	return lacking, unfilled
}

// lacks reports whether a face lacks a letter that would be drawn.
func (r *Renderer) lacks(c rune) bool {
	if c < 0x7f || r.o.Fonts.set.Covers(c) {
		return false
	}
	// Bullets come out as dashes, those of Word and those of messages; what says that a sign is a picture is left out of texts.
	return c != '\ufe0f' && !unicode.IsSpace(c) && !unicode.In(c, unicode.Cf, unicode.Co) && !strings.ContainsRune(phrase.Bullets, c)
}

// further returns what the later stages find in a document that is refused already, or
// whose file has letters that the fonts lack: whoever mends it should not come back for
// each stage. What stands where something was found before may only follow from that,
// and is left out.
func (r *Renderer) further(ctx context.Context, d *doc.Document, before, letters diag.List) (diag.List, error) {
	if slices.ContainsFunc(before, func(d *diag.Diagnostic) bool { return d.Level == diag.Error && !strings.HasPrefix(d.Rule, "text.") }) {
		return letters, nil // a part is missing: what leads to it would be told as well
	}
	told := toldAt(before)
	f, found, err := r.formed(ctx, d)
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(d *diag.Diagnostic) bool { return d.Level != diag.Error || !d.Pos.IsValid() || told[d.Pos] })
	drawn, err := layout.Coverage(ctx, f, r.o.Fonts.set)
	in := placeLetters(letters)
	for _, d := range drawn {
		found = append(found, in.written(d)...)
	}
	return found, err
}

// placed are the letters of a file that the fonts lack, each with its places in order.
type placed map[string]diag.List

func placeLetters(letters diag.List) placed {
	p := make(placed)
	for _, l := range letters {
		p[l.Found] = append(p[l.Found], l)
	}
	for _, all := range p {
		all.Sort()
	}
	return p
}

// written gives the place in the file of a letter that a flow draws. A paragraph shows
// what is written where it begins or behind; a letter that is not there comes from
// above, such as one of the issuer's name, and may be any of those. What the file does
// not have at all is told at the paragraph.
func (p placed) written(drawn *diag.Diagnostic) diag.List {
	all := p[drawn.Found]
	if at := drawn.Pos; at.File != "" {
		from, _ := slices.BinarySearchFunc(all, diag.Pos{File: at.File}, isBefore)
		behind, _ := slices.BinarySearchFunc(all, at, isBefore)
		if behind < len(all) && all[behind].Pos.File == at.File {
			return all[behind : behind+1]
		}
		all = all[from:behind]
	}
	if len(all) == 0 {
		return diag.List{drawn}
	}
	return all
}

// isBefore compares the place of a finding with another one, whatever their keys.
func isBefore(d *diag.Diagnostic, at diag.Pos) int {
	return cmp.Or(cmp.Compare(d.Pos.File, at.File), cmp.Compare(d.Pos.Line, at.Line), cmp.Compare(d.Pos.Column, at.Column))
}
