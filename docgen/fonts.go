package docgen

import (
	"fmt"
	"io/fs"

	"github.com/vanban-go/vanban/docgen/internal/font"
)

// Fonts is a family of four faces, parsed once; safe for concurrent use by any
// number of Renderers.
type Fonts struct{ set *font.Set }

// LoadFonts reads the regular, bold, italic and bold italic faces of one
// family from the .ttf files of a folder, such as one with Times New Roman.
// It looks into the files, not at their names. A broken face, a collection, a
// face that forbids embedding or lacks Vietnamese letters is an error.
func LoadFonts(fsys fs.FS) (*Fonts, error) {
	set, err := font.Load(fsys)
	if err != nil {
		return nil, fmt.Errorf("load fonts: %w", err)
	}
	return &Fonts{set}, nil
}

// Family gives the name of the family, such as "Liberation Serif".
func (f *Fonts) Family() string { return f.set.Family() }

// EmbeddedFonts gives the built-in family, Liberation Serif: its widths are
// those of Times New Roman.
func EmbeddedFonts() (*Fonts, error) {
	set, err := font.Embedded()
	if err != nil {
		return nil, err
	}
	return &Fonts{set}, nil
}
