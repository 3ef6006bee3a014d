// Package docgen makes official documents: it turns the typed model of package
// plan into the parts of a [doc.Document], and a document into PDF, DOCX or
// plain text.
//
//	r, err := docgen.New(nil)
//	set, _ := r.Reading().Load(os.DirFS("."), "ke-hoach.yaml")
//	d, err := r.Build(ctx, set, "ke-hoach.yaml")
//	result, err := r.PDF(ctx, w, d)
//
// A [Renderer] is made once and then used for any number of documents, by any
// number of goroutines. The same input gives the same bytes: nothing here
// reads the clock, the environment or a map in its own order, and nothing is
// written to w unless the whole document could be made.
//
// Findings about the user's files come by one channel: an error is a [diag.List], in
// Vietnamese, when the files are at fault, and any other error when the program or
// its use is. Warnings and hints are in the [Result]. What has errors is never
// written.
package docgen

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"time"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/docx"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/form"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
	"github.com/vanban-go/vanban/docgen/internal/picture"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
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
	// MaxPages bounds the pages of a document: laying it out stops there, with [ErrPages]. Word
	// counts its own. Zero: no bound.
	MaxPages int
}

// ErrPages is the error of a document with more than [Options].MaxPages.
var ErrPages = layout.ErrPages

// Renderer makes documents. It holds what is prepared once: wording, fonts,
// profile. Safe for concurrent use. Nil and the zero value make nothing but errors.
type Renderer struct {
	o       Options
	wording *wording
	profile *decree.Profile
	reading plan.Options
	kinds   map[kindKey]Kind

	shelf   pdf.Shelf  // seals, signatures, lines and areas, read and drawn once for all documents
	parts   docx.Shelf // of Word files, deflated once for all documents
	checked picture.Checked
	outside bool // kinds were given, which may be from outside
}

// New makes a Renderer. A template with a mistake is an error that wraps a
// [diag.List]. A kind whose values no file can hold is an error too.
func New(o *Options) (*Renderer, error) {
	r := &Renderer{kinds: make(map[kindKey]Kind)}
	if o != nil {
		r.o = *o
	}
	if r.o.Flavour > Plain {
		return nil, fmt.Errorf("unknown flavour %d", r.o.Flavour)
	}
	if r.o.MaxPages < 0 {
		return nil, fmt.Errorf("at most %d pages", r.o.MaxPages)
	}
	var err error
	r.outside = r.o.Kinds != nil
	if r.wording, err = readWording(r.o.Templates, r.outside); err != nil {
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
	if r.profile.Pack == nil {
		return nil, errors.New("the profile has no rule pack: it is made by package decree")
	}
	if r.o.Fonts.set == nil {
		return nil, errors.New("the fonts are none: they are made by LoadFonts or EmbeddedFonts")
	}
	if !r.outside {
		r.o.Kinds = Kinds()
	}
	for _, k := range r.o.Kinds {
		key := kindKey{k.ID, k.Type}
		if k.Body == nil && k.Compose == nil {
			return nil, fmt.Errorf("kind %v has neither Body nor Compose", key)
		}
		if _, ok := r.kinds[key]; ok {
			return nil, fmt.Errorf("kind %v is given twice", key)
		}
		if r.outside {
			if err := fit(k); err != nil {
				return nil, fmt.Errorf("kind %v: %w", key, err)
			}
		}
		r.kinds[key] = k
	}
	r.reading = r.readings()
	return r, nil
}

// fit says why files of a kind from outside package plan cannot be read as papers; nil: they can.
func fit(k Kind) error {
	if k.New == nil {
		return errors.New("it has no New")
	}
	value := k.New(k.Type)
	of := reflect.TypeOf(value)
	if of != nil && of.Kind() == reflect.Pointer && of.Elem().PkgPath() == reflect.TypeFor[plan.Header]().PkgPath() {
		return nil
	}
	if err := record.Fit(value); err != nil {
		return err
	}
	if p, ok := value.(plan.Paper); !ok || p.Head() == nil || p.Foot() == nil {
		return fmt.Errorf("%T is no paper: it embeds plan.Header and plan.Footer", value)
	}
	return nil
}

// Flavour is the kind of PDF that the Renderer writes.
func (r *Renderer) Flavour() Flavour {
	if r == nil {
		return A2A
	}
	return r.o.Flavour
}

// Profile is the profile that the Renderer follows.
func (r *Renderer) Profile() *decree.Profile { return zero.Or(r).profile }

// ready refuses a Renderer that [New] did not make, and work without a context or under
// one that has ended.
func (r *Renderer) ready(ctx context.Context) error {
	switch {
	case r == nil || r.profile == nil:
		return errors.New("no renderer: it is made by New")
	case ctx == nil:
		return errors.New("no context")
	}
	return ctx.Err()
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

// finish notes in a document from which file it was made, and puts in what the
// flavour carries.
func (r *Renderer) finish(d *doc.Document, set *plan.Set, f *plan.File, pictures []*doc.Picture) error {
	if d.Input = f.Digest(); r.o.Flavour == A3A {
		src, err := r.sourceOf(f)
		if err != nil {
			return err
		}
		if d.Input == "" {
			d.Input = fmt.Sprintf("sha256:%x", sha256.Sum256(src))
		}
		d.Attached, err = r.attachments(set, f, src, d.Meta, pictures)
		return err
	}
	return nil
}

// composer gives a Composer for the paper of a file.
func (r *Renderer) composer(s *plan.Set, f *plan.File) (*Composer, error) {
	p := f.Paper()
	if p == nil {
		return nil, fmt.Errorf("not a paper")
	}
	key := kindKey{p.Head().Kind, p.Head().Type}
	kind, ok := r.kinds[key]
	if !ok {
		return nil, fmt.Errorf("kind %v is not among the renderer's", key)
	}
	profile, err := r.profileOf(cmp.Or(p.Head().Standard, kind.Standard))
	if err != nil {
		return nil, err
	}
	c := &Composer{r: r, profile: profile, set: s, file: f, kind: kind.under(profile), pictures: new([]*doc.Picture)}
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
		own := *p
		own.LineBreaks, own.AutoNumbers = r.profile.LineBreaks, r.profile.AutoNumbers
		return &own, nil
	}
	return nil, fmt.Errorf("unknown standard %q", standard)
}

// formed settles how a document looks.
func (r *Renderer) formed(ctx context.Context, d *doc.Document) (*flow.Flow, diag.List, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	unsound, err := r.sound(d)
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
func (r *Renderer) flow(ctx context.Context, d *doc.Document) (*flow.Flow, diag.List, error) {
	f, found, err := r.formed(ctx, d)
	if err == nil && found.HasErrors() {
		found, err = r.lacking(ctx, f, found)
	}
	return f, found, err
}

// covered is flow for formats without layout: a letter that no face has is refused
// in all of them alike.
func (r *Renderer) covered(ctx context.Context, d *doc.Document) (*flow.Flow, diag.List, error) {
	f, found, err := r.formed(ctx, d)
	if err == nil {
		found, err = r.lacking(ctx, f, found)
	}
	return f, found, err
}

// lacking adds the letters that no face has.
func (r *Renderer) lacking(ctx context.Context, f *flow.Flow, found diag.List) (diag.List, error) {
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

// record is what a file says of how it was made.
func (r *Renderer) record(d *doc.Document) []pdf.Property {
	standard := cmp.Or(d.Standard, r.profile.Pack.ID)
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

// rounded returns a length in millimetres to the hundredth.
func rounded(l doc.Length) float64 { return math.Round(l.MM()*100) / 100 }

// RenderFile writes the paper in a YAML file as PDF, with everything as usual:
// the simplest case in one call. Findings of level Error are the error.
func RenderFile(path string, w io.Writer) error {
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer root.Close()
	name := filepath.Base(path)
	r, err := New(nil)
	if err != nil {
		return err
	}
	ctx := context.Background()
	set, _ := r.Reading().Load(root.FS(), name) // Build has all findings
	d, err := r.Build(ctx, set, name)
	if err != nil {
		return err
	}
	_, err = r.PDF(ctx, w, d)
	return err
}
