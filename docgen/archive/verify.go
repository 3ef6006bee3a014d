// Package archive makes papers again from what their archive copies carry, and holds them
// against each other. It stands above package docgen, which writes such copies.
//
//	v, err := archive.Verify(ctx, file, size, nil)
//
// The same file and the same program always give the same verdict.
package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
	"github.com/vanban-go/vanban/docgen/season"
)

// Verdict is what [Verify] found of a PDF of flavour A3A.
type Verdict struct {
	// Same: rendered anew, the source that the file carries gives the same bytes.
	Same bool
	// Appended counts the bytes behind the file as it was made: those of a signature,
	// or of a later change. They are not part of what is compared.
	Appended int
	// Differences say why the bytes differ, as far as it can be said; empty when Same.
	Differences []Difference
}

// Difference is one thing in which a file differs from what its source gives now.
type Difference struct {
	Of       string // Program, Rules, Font, Input, Page
	Page     int    // from 1, of a Page; or 0
	Was, Now string // in the file, and anew; for a page the first line that differs
}

// ErrNoPaper is why [Verify] cannot render a file: it carries no source of a single paper.
var ErrNoPaper = errors.New("the file carries no source of a paper")

// Verify renders the source that a PDF of flavour A3A carries, with the pictures, the
// profile and the wording beside it, and holds what comes out against the file. The
// fonts are not in the file as faces to write with: nil are the embedded ones.
//
// The error is one of [docgen.Extract], [ErrNoPaper], or a [diag.List] when the source is refused now.
func Verify(ctx context.Context, r io.ReaderAt, size int64, fonts *docgen.Fonts) (*Verdict, error) {
	whole, err := docgen.Extract(r, size)
	if r == nil || errors.Is(err, docgen.ErrTooLarge) {
		return nil, err
	}
	data := make([]byte, max(size, 0))
	if _, e := io.ReadFull(io.NewSectionReader(r, 0, size), data); e != nil {
		return nil, fmt.Errorf("verify: %w", e)
	}
	made := data
	if at := bytes.Index(data, []byte("%%EOF\n")); at >= 0 {
		made = data[:at+len("%%EOF\n")]
	}
	files, first := docgen.Extract(bytes.NewReader(made), int64(len(made)))
	if first != nil { // no file of this program with something behind
		if made, files = data, whole; err != nil {
			return nil, err
		}
	}
	a, err := Open(files)
	if err != nil {
		return nil, err
	}
	was, err := pdf.ReadRecord(made)
	if err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	v := &Verdict{Appended: len(data) - len(made)}
	var usual []byte
	// The date of a file may have been asked for, and its fonts be those of many papers.
	for _, c := range []docgen.Options{{}, {SharedFonts: true}, {Created: was.Created}, {Created: was.Created, SharedFonts: true}} {
		o := a.Options
		o.Fonts, o.Created, o.SharedFonts = fonts, c.Created, c.SharedFonts
		out, err := a.render(ctx, o)
		if err != nil {
			return nil, err
		}
		if usual == nil {
			usual = out
		}
		if v.Same = bytes.Equal(out, made); v.Same {
			return v, nil
		}
	}
	v.Differences, err = differences(made, usual)
	return v, err
}

// Archive is what a PDF of flavour A3A carries for making its paper again.
type Archive struct {
	FS      fs.FS          // the files, as they lay to each other
	Name    string         // of the paper's source
	Options docgen.Options // the office's profile and wording; Fonts is nil
}

// Open puts the files that [docgen.Extract] gave back beside each other. The error is
// [ErrNoPaper] when no source is among them, or a [diag.List] about the profile.
func Open(files []doc.Attached) (*Archive, error) {
	all, wording := fstest.MapFS{}, fstest.MapFS{}
	a := &Archive{FS: all, Options: docgen.Options{Flavour: docgen.A3A}}
	for _, f := range files {
		switch {
		case f.Description == pdf.AboutTemplate:
			wording[path.Base(f.Name)] = &fstest.MapFile{Data: f.Data}
			a.Options.Templates = wording
		case f.Description == pdf.AboutOffice:
			profile, found := decree.ParseProfile(f.Name, f.Data)
			if err := found.Err(); err != nil {
				return nil, err
			}
			a.Options.Profile = profile
		case f.Relationship == "Source":
			a.Name = f.Name
			fallthrough
		default:
			all[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	if a.Name == "" || !fs.ValidPath(a.Name) {
		return nil, ErrNoPaper
	}
	return a, nil
}

// Build makes the document, with a Renderer of the archive's options.
func (a *Archive) Build(ctx context.Context, r *docgen.Renderer) (*doc.Document, error) {
	if a == nil {
		return nil, ErrNoPaper
	}
	set, _ := r.Reading().Load(a.FS, a.Name) // Build has all findings
	if f := set.File(a.Name); f != nil && f.Kind.ID != "" && !f.Kind.IsPaper() {
		return nil, ErrNoPaper
	}
	set, err := season.Resolve(r, set, a.Name)
	if err != nil {
		return nil, err
	}
	return r.Build(ctx, set, a.Name)
}

// render makes the file.
func (a *Archive) render(ctx context.Context, o docgen.Options) ([]byte, error) {
	r, err := docgen.New(&o)
	if err != nil {
		return nil, err
	}
	d, err := a.Build(ctx, r)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	_, err = r.PDF(ctx, &b, d)
	return b.Bytes(), err
}

// differences says in what a file differs from what its source gives now.
func differences(made, now []byte) ([]Difference, error) {
	was, err := pdf.ReadRecord(made)
	if err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	is, err := pdf.ReadRecord(now)
	if err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	var list []Difference
	for _, p := range was.Build {
		if other := valueOf(is.Build, p.Name); other != p.Value {
			list = append(list, Difference{Of: p.Name, Was: p.Value, Now: other})
		}
	}
	if len(was.Build) == 0 {
		return []Difference{{Of: "Program"}}, nil
	}
	texts, err := pdf.PageTexts(made)
	if err != nil {
		return list, nil // of a file that was changed beyond reading, the record is all there is
	}
	anew, err := pdf.PageTexts(now)
	if err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	for i := range max(len(texts), len(anew)) {
		if a, b := firstDifference(at(texts, i), at(anew, i)); a != b {
			list = append(list, Difference{Of: "Page", Page: i + 1, Was: a, Now: b})
		}
	}
	return list, nil
}

// valueOf returns the value of a property; empty where it is not there.
func valueOf(list []pdf.Property, name string) string {
	for _, p := range list {
		if p.Name == name {
			return p.Value
		}
	}
	return ""
}

func at(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// firstDifference returns the first line in which two texts differ, of each.
func firstDifference(a, b string) (string, string) {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range max(len(as), len(bs)) {
		if at(as, i) != at(bs, i) {
			return at(as, i), at(bs, i)
		}
	}
	return "", ""
}
