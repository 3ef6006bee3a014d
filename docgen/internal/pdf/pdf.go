// Package pdf writes laid-out pages as a PDF file: PDF/A-2a and PDF/UA-1 by
// default, with embedded fonts and a structure tree.
//
//	err := pdf.Write(w, pages, fonts, pdf.Options{Meta: meta})
//
// A document passes through four hands. The painter (painter.go) turns drawing
// acts into content streams on a canvas, which is github.com/go-pdf/fpdf behind a
// small interface (canvas.go). What the canvas gives is read back (skeleton.go),
// and the finisher (finish.go) writes the file anew around it: fonts,
// structure tree, pictures, links, outline, metadata, attachments.
//
// The same input gives the same bytes, whatever was written before and by
// however many goroutines; the clock is never read. Nothing is written when
// something fails.
package pdf

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// Flavour is the kind of PDF that is written.
type Flavour uint8

// Flavours. Zero is the default: PDF/A-2a and PDF/UA-1.
const (
	A2A   Flavour = iota
	A3A           // PDF/A-3a and PDF/UA-1, which may carry files
	Plain         // neither tags nor archive marks
)

// tagged reports whether files of this flavour have a structure tree.
func (f Flavour) tagged() bool { return f != Plain }

// Options are the choices of a file. The zero value is usual.
type Options struct {
	Flavour  Flavour
	Meta     doc.Meta
	Created  time.Time // zero: Meta.Created; when that is zero too, no date is written
	Producer string
	// Shared embeds the family's fixed repertoire instead of the exact letters of
	// the document: faster, larger; letters outside it go into a second font.
	Shared      bool
	Attachments []doc.Attached // A3A only
	Build       []Property     // build record, written into the XMP metadata
	Shelf       *Shelf         // keeps what documents share for the next one; nil: nothing is kept
}

// Property is a name and value of the build record. The name is made of ASCII
// letters and digits and starts with a letter.
type Property struct{ Name, Value string }

// PictureError says which picture cannot be embedded, and why.
type PictureError struct {
	Name string
	Err  error
}

func (e *PictureError) Error() string { return fmt.Sprintf("picture %s: %v", e.Name, e.Err) }

// Unwrap gives the cause.
func (e *PictureError) Unwrap() error { return e.Err }

// Write writes the pages to w. Nothing is written when it fails. A letter that
// its face lacks is a [*font.MissingGlyphError], a picture that cannot be read a
// [*PictureError]. Without Meta.Title, which a tagged file must have, the name
// of the kind stands in.
func Write(w io.Writer, r *layout.Result, fonts *font.Set, o Options) error {
	if err := check(r, o); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	d := &document{pages: r, fonts: fonts, options: o.filled()}
	f := newFile()
	defer f.release()
	if err := d.write(f); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	if err := f.writeTo(w); err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// document is one file in the making.
type document struct {
	pages   *layout.Result
	fonts   *font.Set
	options Options

	types    typefaces
	tree     *tree // nil in a Plain file
	pictures pictures
	links    []link
}

func (d *document) write(f *file) error {
	var err error
	if d.types, err = chooseFonts(d.pages, d.fonts, d.options.Shared); err != nil {
		return err
	}
	if d.options.Flavour.tagged() {
		d.tree = &f.tree
		if err := d.tree.fill(d.pages); err != nil {
			return err
		}
	}
	drawn, err := d.paint(f)
	if err != nil {
		return err
	}
	return d.finish(f, drawn)
}

// check refuses what contradicts itself.
func check(r *layout.Result, o Options) error {
	switch {
	case r == nil || len(r.Pages) == 0:
		return errors.New("there are no pages")
	case o.Flavour > Plain:
		return fmt.Errorf("unknown flavour %d", o.Flavour)
	case len(o.Attachments) > 0 && o.Flavour != A3A:
		return errors.New("only a PDF/A-3 file carries others")
	}
	for _, p := range o.Build {
		if !isPropertyName(p.Name) {
			return fmt.Errorf("build record: %q is no name of letters and digits", p.Name)
		}
	}
	for _, b := range r.Outline {
		if b.Page < 0 || b.Page >= len(r.Pages) {
			return fmt.Errorf("outline entry %q is on page %d of %d", b.Title, b.Page+1, len(r.Pages))
		}
	}
	return checkAttachments(o.Attachments)
}

// filled puts in the defaults.
func (o Options) filled() Options {
	if o.Created.IsZero() {
		o.Created = o.Meta.Created
	}
	o.Meta.Language = cmp.Or(o.Meta.Language, "vi-VN")
	o.Meta.Title = cmp.Or(o.Meta.Title, o.Meta.Kind, "Văn bản")
	return o
}

func isPropertyName(s string) bool {
	for i, c := range []byte(s) {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}
