package docgen

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/docx"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
	"github.com/vanban-go/vanban/docgen/internal/svg"
	"github.com/vanban-go/vanban/docgen/internal/text"
	"github.com/vanban-go/vanban/plan/diag"
)

// Format is a format of files "định dạng" that documents are written in: an entry
// of the table [Formats]. The zero value is none.
type Format struct {
	ID    string // the ending of its files, such as "pdf"
	Name  string // for people
	MIME  string // media type
	Paged bool   // a file holds one page: a document of several pages is several files

	// write makes the files of a document, each on a writer of its own.
	write func(ctx context.Context, r *Renderer, d *doc.Document, next func() io.Writer) (*Result, error)
	// edited reports whether a file is another than write made; nil: nobody edits such files.
	edited func(file []byte) bool
}

// Edited reports whether the file of that name was changed by hand since it was written in
// this format, so that writing over it would lose somebody's work. A Word file that
// another program has saved is one, and so is any that the library has not written.
// Files of formats that nobody edits never are, nor is one that is not there.
func (f Format) Edited(fsys fs.FS, name string) (bool, error) {
	if f.edited == nil {
		return false, nil
	}
	file, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("look at %s: %w", name, err)
	}
	return f.edited(file), nil
}

// Formats lists the formats that documents can be written in; the first is the
// usual one. A new format is a package and a line here.
func Formats() []Format {
	return []Format{
		{ID: "pdf", Name: "PDF", MIME: "application/pdf", write: writePDF},
		{ID: "docx", Name: "Word", MIME: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write: writeDOCX,
			edited: docx.Edited},
		{ID: "txt", Name: "văn bản thuần", MIME: "text/plain; charset=utf-8", write: writeText},
		{ID: "svg", Name: "hình trang", MIME: "image/svg+xml", Paged: true, write: writeSVG},
	}
}

// FormatOf finds the format of that ID; false: there is none.
func FormatOf(id string) (Format, bool) {
	for _, f := range Formats() {
		if f.ID == id {
			return f, true
		}
	}
	return Format{}, false
}

// Result says what became of a document.
type Result struct {
	Pages      int         // 0 where whoever opens the file counts them, as Word does
	Placements []Placement // named places, for signing software
	Findings   diag.List   // warnings and hints of its making and writing; never an Error
}

// Write writes a document in a format as one file. Nothing reaches w unless the
// whole file could be made. A document that cannot be written as it is gives a
// [diag.List] as error. A paged format for more than one page is an error too: they
// are several files, of [Renderer.Files].
func (r *Renderer) Write(ctx context.Context, w io.Writer, d *doc.Document, f Format) (*Result, error) {
	if !f.Paged {
		return r.write(ctx, d, f, func() io.Writer { return w })
	}
	files, res, err := r.Files(ctx, d, f)
	if err != nil {
		return nil, err
	}
	if len(files) != 1 {
		return nil, fmt.Errorf("write %s: %d pages are %d files", f.ID, len(files), len(files))
	}
	_, err = whole{w}.Write(files[0])
	return res, err
}

// Files makes the files of a document in a format: one, or one a page for a paged
// format, in the order of the pages.
func (r *Renderer) Files(ctx context.Context, d *doc.Document, f Format) ([][]byte, *Result, error) {
	var made []*bytes.Buffer
	res, err := r.write(ctx, d, f, func() io.Writer {
		made = append(made, new(bytes.Buffer))
		return made[len(made)-1]
	})
	if err != nil {
		return nil, nil, err
	}
	files := make([][]byte, len(made))
	for i, b := range made {
		files[i] = b.Bytes()
	}
	return files, res, nil
}

func (r *Renderer) write(ctx context.Context, d *doc.Document, f Format, next func() io.Writer) (*Result, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	if f.write == nil {
		return nil, errors.New("no format")
	}
	if d != nil && d.Findings.HasErrors() {
		return nil, d.Findings
	}
	d, err := described(d)
	if err != nil {
		return nil, err
	}
	res, err := f.write(ctx, r, d, func() io.Writer { return whole{next()} })
	if list, ok := err.(diag.List); ok {
		err = together(d.Findings, list)
	}
	if err != nil {
		return nil, err
	}
	res.Findings = together(d.Findings, res.Findings)
	return res, nil
}

// together puts findings of a document's making and writing into one list.
func together(made, written diag.List) diag.List {
	all := append(slices.Clip(made), written...)
	all.Sort()
	return all
}

// whole makes an error of a write that is short, or has nowhere to go.
type whole struct{ w io.Writer }

func (w whole) Write(p []byte) (int, error) {
	if w.w == nil {
		return 0, errors.New("no writer")
	}
	n, err := w.w.Write(p)
	if n != len(p) && err == nil { // more than there is may be none of it
		err = io.ErrShortWrite
	}
	return min(max(n, 0), len(p)), err
}

// Grow makes room where that can be made.
func (w whole) Grow(n int) {
	if room, ok := w.w.(interface{ Grow(n int) }); ok {
		room.Grow(n)
	}
}

// PDF is [Renderer.Write] in PDF, of the flavour of [Options]. The file comes in some twenty pieces;
// a writer with a method Grow(n int), as a [bytes.Buffer], is told before how many bytes come.
func (r *Renderer) PDF(ctx context.Context, w io.Writer, d *doc.Document) (*Result, error) {
	return r.write(ctx, d, Format{write: writePDF}, func() io.Writer { return w })
}

// DOCX is [Renderer.Write] as a Word file.
func (r *Renderer) DOCX(ctx context.Context, w io.Writer, d *doc.Document) (*Result, error) {
	return r.write(ctx, d, Format{write: writeDOCX}, func() io.Writer { return w })
}

// Text is [Renderer.Write] as plain text, for terminals, search and tests.
func (r *Renderer) Text(ctx context.Context, w io.Writer, d *doc.Document) (*Result, error) {
	return r.write(ctx, d, Format{write: writeText}, func() io.Writer { return w })
}

// sheets are the pages of a document with the flow that they were made of.
type sheets struct {
	*layout.Result
	flow *flow.Flow
}

// release lets the next document be made where this one was.
func (s *sheets) release() {
	s.Result.Release()
	s.flow.Release()
}

// laidOut breaks a document into pages. The result has all but what is written.
func (r *Renderer) laidOut(ctx context.Context, d *doc.Document) (*sheets, *Result, error) {
	f, found, err := r.flow(ctx, d)
	if err != nil {
		return nil, nil, err
	}
	pages, more, err := layout.PagesUpTo(ctx, f, r.o.Fonts.set, cmp.Or(r.o.MaxPages, math.MaxInt))
	if err != nil {
		return nil, nil, err
	}
	if found = append(found, more...); found.HasErrors() {
		return nil, nil, found
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	res := &Result{Pages: len(pages.Pages), Findings: found}
	if len(pages.Placements) > 0 {
		res.Placements = make([]Placement, 0, len(pages.Placements))
	}
	for _, p := range pages.Placements {
		res.Placements = append(res.Placements, Placement{p.Name, p.Page, rounded(p.X), rounded(p.Y), rounded(p.Width), rounded(p.Height)})
	}
	return &sheets{pages, f}, res, nil
}

func writePDF(ctx context.Context, r *Renderer, d *doc.Document, next func() io.Writer) (*Result, error) {
	pages, res, err := r.laidOut(ctx, d)
	if err != nil {
		return nil, err
	}
	defer pages.release()
	o := pdf.Options{
		Flavour: pdf.Flavour(r.o.Flavour), Meta: d.Meta, Created: r.o.Created,
		Producer: "vanban " + Version, Shared: r.o.SharedFonts, Build: r.record(d), Shelf: &r.shelf,
	}
	if r.o.Flavour == A3A {
		o.Attachments = d.Attached
	}
	if err := pdf.Write(next(), pages.Result, r.o.Fonts.set, o); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return res, nil
}

func writeSVG(ctx context.Context, r *Renderer, d *doc.Document, next func() io.Writer) (*Result, error) {
	pages, res, err := r.laidOut(ctx, d)
	if err != nil {
		return nil, err
	}
	defer pages.release()
	files, err := svg.Write(pages.Result, r.o.Fonts.set, svg.Options{Title: d.Meta.Title, Language: d.Meta.Language})
	if err != nil {
		return nil, fmt.Errorf("write SVG: %w", err)
	}
	for _, page := range files {
		if _, err := next().Write(page); err != nil {
			return nil, fmt.Errorf("write SVG: %w", err)
		}
	}
	return res, nil
}

func writeDOCX(ctx context.Context, r *Renderer, d *doc.Document, next func() io.Writer) (*Result, error) {
	f, found, err := r.covered(ctx, d)
	if err != nil {
		return nil, err
	}
	defer f.Release()
	glue, err := layout.GlueOf(ctx, f, r.o.Fonts.set)
	if err != nil {
		return nil, fmt.Errorf("write DOCX: %w", err)
	}
	if err := docx.Write(next(), f, glue, &r.parts); err != nil {
		return nil, fmt.Errorf("write DOCX: %w", err)
	}
	return &Result{Findings: found}, nil
}

func writeText(ctx context.Context, r *Renderer, d *doc.Document, next func() io.Writer) (*Result, error) {
	f, found, err := r.covered(ctx, d)
	if err != nil {
		return nil, err
	}
	defer f.Release()
	if err := text.Write(next(), f); err != nil {
		return nil, fmt.Errorf("write text: %w", err)
	}
	return &Result{Findings: found}, nil
}
