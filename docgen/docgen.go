// Package docgen makes official documents: it turns the typed model of package
// plan into the parts of a [doc.Document], and a document into PDF, DOCX or
// plain text.
//
//	set, findings := plan.Load(os.DirFS("."), "ke-hoach.yaml")
//	r, err := docgen.New(nil)
//	d, findings, err := r.Build(ctx, set, "ke-hoach.yaml")
//	result, err := r.PDF(ctx, w, d)
//
// A [Renderer] is made once and then used for any number of documents, by any
// number of goroutines. The same input gives the same bytes: nothing here
// reads the clock, the environment or a map in its own order, and nothing is
// written to w unless the whole document could be made.
//
// Findings about the user's files are a [diag.List] in Vietnamese; errors are
// failures of the program or its use. A document with findings of level Error
// is not written: PDF, DOCX and Text then return the list as their error.
package docgen

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"time"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/docx"
	"github.com/vanban-go/vanban/docgen/internal/form"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
	"github.com/vanban-go/vanban/docgen/internal/text"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/templates"
)

// Version is the version of the library, written into every file it makes.
const Version = "0.1.0"

// Flavour is the kind of PDF that is written.
type Flavour uint8

// Flavours of PDF. Zero is the default.
const (
	A2A   Flavour = iota // PDF/A-2a and PDF/UA-1: tagged, for archives and screen readers
	A3A                  // PDF/A-3a and PDF/UA-1, carrying its source
	Plain                // neither tags nor archive marks
)

// Options are the choices of a Renderer. Nil and the zero value are the usual
// choice.
type Options struct {
	Templates fs.FS           // an office's own wording, file by file over the built-in one; nil: none
	Profile   *decree.Profile // nil: the decree's defaults
	Fonts     *Fonts          // nil: EmbeddedFonts
	Flavour   Flavour
	Created   time.Time // creation date in the files; zero: the document's own date, and none without a full one
	Kinds     []Kind    // kinds of paper; nil: Kinds()
	// SharedFonts embeds one fixed set of letters in every PDF instead of the exact
	// letters of each: faster by a millisecond, larger by 50 kB.
	SharedFonts bool
}

// Renderer makes documents. It holds what is prepared once: wording, fonts,
// profile. Safe for concurrent use.
type Renderer struct {
	o       Options
	wording *wording
	profile *decree.Profile
	kinds   map[string]Kind

	pictures pdf.Pictures // seals and signatures, read once for all documents
}

// New makes a Renderer. A template with a mistake is an error that wraps a
// [diag.List].
func New(o *Options) (*Renderer, error) {
	r := &Renderer{kinds: make(map[string]Kind)}
	if o != nil {
		r.o = *o
	}
	if r.o.Flavour > Plain {
		return nil, fmt.Errorf("unknown flavour %d", r.o.Flavour)
	}
	var err error
	if r.wording, err = readWording(templates.FS, r.o.Templates); err != nil {
		return nil, fmt.Errorf("read templates: %w", err)
	}
	if r.o.Fonts == nil {
		if r.o.Fonts, err = EmbeddedFonts(); err != nil {
			return nil, fmt.Errorf("prepare fonts: %w", err)
		}
	}
	if r.profile = r.o.Profile; r.profile == nil {
		r.profile = decree.Default()
	}
	if r.o.Kinds == nil {
		r.o.Kinds = Kinds()
	}
	for _, k := range r.o.Kinds {
		if k.Body == nil {
			return nil, fmt.Errorf("kind %q has no body", k.ID)
		}
		if _, ok := r.kinds[k.ID]; ok {
			return nil, fmt.Errorf("kind %q is given twice", k.ID)
		}
		r.kinds[k.ID] = k
	}
	return r, nil
}

// Result says what became of a document.
type Result struct {
	Pages      int
	Placements []Placement // named places, for signing software
	Findings   diag.List   // warnings and hints; never an Error
}

// Placement is a named place on a page, in millimetres from the top left corner
// of the paper, to the hundredth.
type Placement struct {
	Name   string  `json:"name"`
	Page   int     `json:"page"` // from 1
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// Build makes the document of the paper that the set holds under that name.
// Findings are all problems of its text; with one of level Error the document
// is not fit to be written. An error says that there is no such paper.
func (r *Renderer) Build(ctx context.Context, s *plan.Set, name string) (*doc.Document, diag.List, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	f := s.File(name)
	if f == nil {
		return nil, nil, fmt.Errorf("build %s: no such file in the set", name)
	}
	c, err := r.composer(s, f)
	if err != nil {
		return nil, nil, fmt.Errorf("build %s: %w", name, err)
	}
	d := c.compose(f.Paper())
	if err := r.finish(d, s, f); err != nil {
		return nil, nil, fmt.Errorf("build %s: %w", name, err)
	}
	if letters := r.Unprintable(f); c.found.HasErrors() || len(letters) > 0 {
		more, err := r.further(ctx, d, c.found, letters)
		if err != nil {
			return nil, nil, fmt.Errorf("build %s: %w", name, err)
		}
		c.found = append(c.found, more...)
	}
	c.found.Sort()
	return d, c.found, nil
}

// finish notes in a document from which file it was made, and puts in what the
// flavour carries.
func (r *Renderer) finish(d *doc.Document, set *plan.Set, f *plan.File) (err error) {
	if src := f.Source(); src != nil {
		d.Input = fmt.Sprintf("sha256:%x", sha256.Sum256(src))
	}
	if r.o.Flavour == A3A {
		d.Attached, err = r.attachments(set, f, d.Meta)
	}
	return err
}

// composer gives a Composer for the paper of a file.
func (r *Renderer) composer(s *plan.Set, f *plan.File) (*Composer, error) {
	p := f.Paper()
	if p == nil {
		return nil, fmt.Errorf("not a paper")
	}
	kind, ok := r.kinds[p.Head().Kind]
	if !ok {
		return nil, fmt.Errorf("kind %q is not among the renderer's", p.Head().Kind)
	}
	profile, err := r.profileOf(p.Head().Standard)
	if err != nil {
		return nil, err
	}
	c := &Composer{r: r, profile: profile, set: s, file: f, kind: kind}
	c.scheme = c.schemeOf("scheme", kind.ID, p.Head().Scheme)
	return c, nil
}

// profileOf gives the profile for a rule pack: the renderer's own unless the
// paper asks for another pack.
func (r *Renderer) profileOf(standard string) (*decree.Profile, error) {
	if standard == "" || standard == r.profile.Pack.ID {
		return r.profile, nil
	}
	if p := decree.DefaultOf(standard); p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("unknown standard %q", standard)
}

// formed settles how a document looks.
func (r *Renderer) formed(ctx context.Context, d *doc.Document) (*doc.Flow, diag.List, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	unsound, err := sound(d)
	if err != nil {
		return nil, nil, err
	}
	profile, err := r.profileOf(d.Standard)
	if err != nil {
		return nil, nil, err
	}
	f, found, err := form.Apply(ctx, d, profile, r.o.Fonts.set)
	return f, append(unsound, found...), err
}

// flow is formed, with findings of level Error as an error: then with the letters that
// no face has, which are otherwise found later.
func (r *Renderer) flow(ctx context.Context, d *doc.Document) (*doc.Flow, diag.List, error) {
	f, found, err := r.formed(ctx, d)
	if err == nil && found.HasErrors() {
		found, err = r.lacking(ctx, f, found)
	}
	return f, found, err
}

// covered is flow for formats without layout: a letter that no face has is refused
// in all of them alike.
func (r *Renderer) covered(ctx context.Context, d *doc.Document) (*doc.Flow, diag.List, error) {
	f, found, err := r.formed(ctx, d)
	if err == nil {
		found, err = r.lacking(ctx, f, found)
	}
	return f, found, err
}

// lacking adds the letters that no face has.
func (r *Renderer) lacking(ctx context.Context, f *doc.Flow, found diag.List) (diag.List, error) {
	letters, err := layout.Coverage(ctx, f, r.o.Fonts.set)
	if err != nil {
		return nil, err
	}
	found = append(found, letters...)
	if err := found.Err(); err != nil {
		return found, err
	}
	return found, ctx.Err()
}

// PDF writes the document as a PDF file. Nothing is written to w when the
// document has findings of level Error: they are then the error.
func (r *Renderer) PDF(ctx context.Context, w io.Writer, d *doc.Document) (*Result, error) {
	f, found, err := r.flow(ctx, d)
	if err != nil {
		return nil, err
	}
	pages, more, err := layout.Pages(ctx, f, r.o.Fonts.set, layout.Options{})
	if err != nil {
		return nil, err
	}
	found = append(found, more...)
	if err := found.Err(); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	o := pdf.Options{
		Flavour: pdf.Flavour(r.o.Flavour), Meta: d.Meta, Created: r.o.Created,
		Producer: "vanban " + Version, Shared: r.o.SharedFonts, Build: r.record(d), Pictures: &r.pictures,
	}
	for _, a := range d.Attached {
		o.Attachments = append(o.Attachments, pdf.Attachment(a))
	}
	if r.o.Flavour != A3A {
		o.Attachments = nil
	}
	if err := pdf.Write(w, pages, r.o.Fonts.set, o); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	res := &Result{Pages: len(pages.Pages), Findings: found}
	for _, p := range pages.Placements {
		res.Placements = append(res.Placements, Placement{p.Name, p.Page, rounded(p.X), rounded(p.Y), rounded(p.Width), rounded(p.Height)})
	}
	return res, nil
}

// record is what a file says of how it was made.
func (r *Renderer) record(d *doc.Document) []pdf.Property {
	standard := d.Standard
	if standard == "" {
		standard = r.profile.Pack.ID
	}
	list := []pdf.Property{
		{Name: "Program", Value: "vanban " + Version},
		{Name: "Rules", Value: standard},
		{Name: "Font", Value: r.o.Fonts.Family() + " " + r.o.Fonts.set.Version()},
	}
	if d.Input != "" {
		list = append(list, pdf.Property{Name: "Input", Value: d.Input})
	}
	return list
}

// rounded gives a length in millimetres to the hundredth.
func rounded(l doc.Length) float64 { return math.Round(l.MM()*100) / 100 }

// DOCX writes the document as a Word file; otherwise as [Renderer.PDF]. Pages
// are counted by Word, so Result.Pages is 0.
func (r *Renderer) DOCX(ctx context.Context, w io.Writer, d *doc.Document) (*Result, error) {
	f, found, err := r.covered(ctx, d)
	if err != nil {
		return nil, err
	}
	if err := docx.Write(w, f); err != nil {
		return nil, fmt.Errorf("write DOCX: %w", err)
	}
	return &Result{Findings: found}, nil
}

// Text writes the document as plain text, for terminals, search and tests;
// otherwise as [Renderer.DOCX].
func (r *Renderer) Text(ctx context.Context, w io.Writer, d *doc.Document) (*Result, error) {
	f, found, err := r.covered(ctx, d)
	if err != nil {
		return nil, err
	}
	if err := text.Write(w, f); err != nil {
		return nil, fmt.Errorf("write text: %w", err)
	}
	return &Result{Findings: found}, nil
}

// RenderFile writes the paper in a YAML file as PDF, with everything as usual:
// the simplest case in one call. Findings of level Error are the error.
func RenderFile(path string, w io.Writer) error {
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer root.Close()
	name := filepath.Base(path)
	set, found := plan.Load(root.FS(), name)
	if err := found.Err(); err != nil {
		return err
	}
	r, err := New(nil)
	if err != nil {
		return err
	}
	ctx := context.Background()
	d, found, err := r.Build(ctx, set, name)
	if err == nil {
		err = found.Err()
	}
	if err == nil {
		_, err = r.PDF(ctx, w, d)
	}
	return err
}
