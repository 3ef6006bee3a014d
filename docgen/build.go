package docgen

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Reading says how files for this Renderer are read: its kinds of paper and the
// records of package plan, with what its profile fills in. The caller may add kinds.
func (r *Renderer) Reading() *plan.Options {
	if r == nil {
		return new(plan.Options)
	}
	o := r.reading
	o.Kinds = slices.Clone(o.Kinds)
	return &o
}

func (r *Renderer) readings() plan.Options {
	var o plan.Options
	if r.profile.Office != nil || r.profile.Pack.ID != decree.Standard {
		o.Defaults = r.profile.Fill
	}
	for _, k := range r.o.Kinds {
		if k.Type == "" {
			o.Kinds = append(o.Kinds, k.Kind)
		}
	}
	for _, k := range plan.Records() {
		if !k.IsPaper() {
			o.Kinds = append(o.Kinds, k)
		}
	}
	return o
}

// Build makes the document of the paper that the set holds under that name. A value
// made in Go is checked as one that was read; what it leaves out and the office's
// profile says is filled in first.
//
// The error is a [diag.List] when the file is at fault: everything that is wrong
// with it and the files that it names, in its values and its texts. Warnings and
// hints are in the document, for the [Result].
func (r *Renderer) Build(ctx context.Context, s *plan.Set, name string) (*doc.Document, error) {
	if err := r.ready(ctx); err != nil {
		return nil, err
	}
	f := s.File(name)
	if f == nil {
		return nil, fmt.Errorf("build %s: no such file in the set", name)
	}
	if _, ok := f.Value.(plan.Paper); !ok && f.Value != nil && f.Kind.ID != "" {
		return nil, notPaper(f)
	}
	f = r.complete(f)
	found := r.reading.Check(s, f)
	making, _ := f.Making()
	if errorsIn(found) > errorsIn(making) {
		return nil, r.refuse(s, f, found)
	}
	c, err := r.composer(s, f)
	if err != nil {
		return nil, fmt.Errorf("build %s: %w", name, err)
	}
	d := c.compose(f.Paper())
	if c.wants != "" {
		return nil, fmt.Errorf("build %s: the %s is settled by season.Resolve first", name, c.wants)
	}
	if c.wrong != nil {
		return nil, fmt.Errorf("build %s: %w", name, c.wrong)
	}
	if err := r.finish(d, s, f, *c.pictures); err != nil {
		return nil, fmt.Errorf("build %s: %w", name, err)
	}
	found = append(found, c.found...)
	composing := append(making, c.found...)
	letters, unfilled := r.letters(f)
	found = append(found, unfilled...)
	if composing.HasErrors() || len(letters) > 0 {
		more, err := r.further(ctx, d, composing, letters)
		if err != nil {
			return nil, fmt.Errorf("build %s: %w", name, err)
		}
		found = append(found, more...)
	}
	found.Sort()
	if found.HasErrors() {
		return nil, found
	}
	d.Findings = found
	return d, nil
}

// errorsIn counts what refuses a paper.
func errorsIn(found diag.List) int {
	n := 0
	for _, d := range found {
		if d.Level == diag.Error {
			n++
		}
	}
	return n
}

// notPaper refuses a file of a kind that is no paper: nothing else that may be wrong with
// it matters here.
func notPaper(f *plan.File) diag.List {
	return diag.List{{
		Pos: f.Pos("kind"), Rule: RuleNotPaper, Found: f.Kind.ID,
		Message: fmt.Sprintf(`"kind" (loại tệp) là %q, không phải một văn bản để soạn`, f.Kind.ID),
	}}
}

// complete fills in what the Go type of a paper says by itself, its kind and type, and
// what the profile says. The caller's value stays as it is.
func (r *Renderer) complete(f *plan.File) *plan.File {
	own := *f
	own.Value = r.reading.Complete(f.Value)
	return &own
}

// refuse adds to what is wrong with the values of a file what is wrong with its
// texts: whoever mends it should not come back for them. Only what is wrong
// whatever the rest of the file says is added, and not twice in one place.
func (r *Renderer) refuse(s *plan.Set, f *plan.File, found diag.List) diag.List {
	letters, _ := r.letters(f)
	found = append(found, letters...)
	if p := f.Paper(); p != nil && !reflect.ValueOf(p).IsNil() && !holdsItself(found) {
		if c, err := r.composer(s, f); err == nil {
			c.compose(p)
			found = append(found, ownMistakes(c.found, found)...)
		}
	}
	found.Sort()
	return found
}

// holdsItself reports whether walks over a file's value would not come to an end.
func holdsItself(found diag.List) bool {
	return slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == record.RuleDepth })
}

// ownMistakes leaves those mistakes in texts that do not stand on other keys and
// stand where nothing was found before.
func ownMistakes(found, before diag.List) diag.List {
	told := toldAt(before)
	return slices.DeleteFunc(found, func(d *diag.Diagnostic) bool {
		levels := d.Rule == markup.RuleNoLevel || d.Rule == ruleTextScheme
		return d.Level != diag.Error || !strings.HasPrefix(d.Rule, "text.") || levels || told[d.Pos]
	})
}

// toldAt is where findings stand.
func toldAt(found diag.List) map[diag.Pos]bool {
	told := make(map[diag.Pos]bool, len(found))
	for _, d := range found {
		told[d.Pos] = true
	}
	return told
}
