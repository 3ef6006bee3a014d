package docgen

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan/diag"
)

// Fonts is a family of four faces, parsed once; safe for concurrent use by any
// number of Renderers.
type Fonts struct{ set *font.Set }

// LoadFonts reads the regular, bold, italic and bold italic faces of one
// family from the .ttf files of a folder, such as one with Times New Roman.
// It looks into the files, not at their names. A broken face, a collection, a
// face that forbids embedding or lacks Vietnamese letters is a [*FontError], and so is a
// nil folder: it has no files.
func LoadFonts(fsys fs.FS) (*Fonts, error) {
	if fsys == nil {
		fsys = embed.FS{}
	}
	set, err := font.Load(fsys)
	if err != nil {
		return nil, fmt.Errorf("load fonts: %w", &FontError{fontProblems(err), err})
	}
	return &Fonts{set}, nil
}

// FontError is why the fonts of a folder cannot be used.
type FontError struct {
	Problems []string // in Vietnamese: of the folder, then of files in it
	Err      error
}

func (e *FontError) Error() string {
	if e == nil || e.Err == nil {
		return "fonts cannot be used"
	}
	return e.Err.Error()
}

func (e *FontError) Unwrap() error { return zero.Or(e).Err }

// fontProblems says in Vietnamese what each part of err is.
func fontProblems(err error) []string {
	if parts, ok := err.(interface{ Unwrap() []error }); ok && len(parts.Unwrap()) > 1 {
		var all []string
		for _, e := range parts.Unwrap() {
			all = append(all, fontProblems(e)...)
		}
		return all
	}
	said := diag.FileReason(err)
	for _, known := range []struct {
		is         error
		vietnamese string
	}{
		{font.ErrBroken, "tệp phông bị hỏng"},
		{font.ErrCollection, "tệp .ttc gộp nhiều phông; cần các tệp .ttf rời"},
		{font.ErrOutlines, "phông OpenType (CFF), không phải phông TrueType"},
		{font.ErrForbidden, "phông không cho phép nhúng vào tệp PDF"},
		{font.ErrVietnamese, "phông thiếu chữ tiếng Việt"},
		{font.ErrNoFamily, "không có họ phông nào đủ bốn kiểu đứng, đậm, nghiêng, đậm nghiêng; cần bốn tệp .ttf của một họ, thí dụ " +
			"times.ttf, timesbd.ttf, timesi.ttf, timesbi.ttf"},
		{font.ErrFamilies, "có nhiều họ phông mà không có Times New Roman; để lại một họ phông"},
		{font.ErrNoFace, "họ phông không đủ bốn kiểu đứng, đậm, nghiêng, đậm nghiêng"},
	} {
		if errors.Is(err, known.is) {
			said = known.vietnamese
			break
		}
	}
	if of, ok := errors.AsType[*font.FileError](err); ok {
		said = of.File + ": " + said
	}
	return []string{said}
}

// Family gives the name of the family, such as "Liberation Serif".
func (f *Fonts) Family() string {
	if f == nil || f.set == nil {
		return ""
	}
	return f.set.Family()
}

// EmbeddedFonts returns the built-in family, Liberation Serif: its widths are
// those of Times New Roman.
func EmbeddedFonts() (*Fonts, error) {
	set, err := font.Embedded()
	if err != nil {
		return nil, err
	}
	return &Fonts{set}, nil
}
