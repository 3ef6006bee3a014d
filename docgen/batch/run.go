package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// Result is what a run did.
type Result struct {
	Documents int // of the whole job
	Selected  int // of this run: of its shard and selection
	Bad       int // of those, with errors: not written
	Written   int // documents written now
	Kept      int // documents that an earlier run had written
	Files     int // written now
	Pages     int // of PDF written now
	Bytes     int64
	Findings  int // all levels
	Unproved  int // documents that Verify found wrong
}

// run is one run of a job.
type run struct {
	job   *Job
	o     Options
	t     *target
	src   source
	list  []Input  // the list's files
	files *watched // what documents may name
	m     *mapper

	findings *pending // errors.csv, while it is written; nil: there was none to tell
	table    *errorTable
	result   Result
}

// Run does a job that [Load] has read and writes into dir, which it makes if need
// be. Every finding about a row goes to Options.Found and into errors.csv; a document with
// findings of level Error is not written, the others are, and Result.Bad says
// how many. An error says that the run could not begin or go on; what was
// written stays, and Resume goes on from there.
//
// A cancelled context ends a run after the documents in hand.
func Run(ctx context.Context, j *Job, dir string, o *Options) (res *Result, err error) {
	switch {
	case ctx == nil:
		return nil, errors.New("run job: no context")
	case j == nil || j.fsys == nil:
		return nil, errors.New("run job: no job that Load has read")
	}
	r := &run{job: j, files: newWatched(j.fsys)}
	if r.o, err = o.settle(j); err != nil {
		return nil, err
	}
	if r.t, err = openTarget(dir, r.o.Shard); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.t.close()) }()
	if err := r.t.sweep(); err != nil {
		return nil, fmt.Errorf("sweep folder: %w", err)
	}
	err = errors.Join(r.all(ctx, dir), r.closeErrors())
	return &r.result, err
}

// all goes through the stages.
func (r *run) all(ctx context.Context, dir string) error {
	ok, err := r.open(dir)
	if err != nil || !ok {
		return err
	}
	s, err := r.survey(ctx)
	if err != nil || s == nil {
		return err
	}
	r.result.Documents, r.result.Selected, r.result.Bad = s.total, s.own, s.bad
	if r.o.DryRun || r.o.FailFast && s.bad > 0 {
		return nil
	}
	if name := strings.TrimSuffix(r.o.Merge, ".pdf"); name != "" && s.hasName(name) {
		return fmt.Errorf("merge %q: %w", r.o.Merge, ErrMergeName)
	}
	if !r.o.Resume {
		if err := r.leftovers(s); err != nil {
			return err
		}
	}
	h := newHeader(r.job, append(r.list, r.files.inputs()...), &r.o, s)
	if err := r.write(ctx, s, h); err != nil {
		return err
	}
	return r.prove(ctx, s)
}

// open opens the list. It reports whether the list can be used; findings say
// why not.
func (r *run) open(dir string) (bool, error) {
	src, found, err := openSource(r.job)
	if err != nil {
		return false, err
	}
	if found == nil {
		r.src = src
		r.m, found = newMapper(r.job, src)
	}
	for _, d := range found {
		if err := r.tell(Finding{Diagnostic: d, Sheet: r.job.List.Sheet}); err != nil {
			return false, err
		}
	}
	if found.HasErrors() {
		r.result.Bad = 1
		return false, nil
	}
	return true, r.addList()
}

// addList adds the list to the inputs.
func (r *run) addList() error {
	names := []string{r.job.List.File}
	if f, ok := r.src.(*folder); ok {
		names = nil
		for i := range f.files {
			names = append(names, f.file(i+1))
		}
	}
	for _, name := range names {
		src, err := fs.ReadFile(r.job.fsys, name)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrList, err)
		}
		r.list = append(r.list, NewInput(name, src))
	}
	return nil
}

// tell hands a finding to the caller and to errors.csv.
func (r *run) tell(f Finding) error {
	r.result.Findings++
	if r.o.Found != nil {
		r.o.Found(f)
	}
	if r.table == nil {
		p, err := r.t.create(errorsName)
		if err != nil {
			return err
		}
		r.findings = p
		if r.table, err = newErrorTable(p); err != nil {
			return err
		}
	}
	return r.table.add(f)
}

// closeErrors puts errors.csv in its place, or takes an old one away.
func (r *run) closeErrors() error {
	name := r.t.own(errorsName, ".csv")
	if r.findings == nil {
		if err := r.t.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("remove old %s: %w", name, err)
		}
		return nil
	}
	var err error
	if r.table != nil {
		err = r.table.close()
	}
	return r.findings.commit(name, err)
}

func (r *run) progress(p Progress) {
	if r.o.Progress != nil {
		r.o.Progress(p)
	}
}

// made is a document after work on it.
type made struct {
	i     *item
	entry *Entry
	again bool // its entry stands in the journal already
	err   error
}

// write is the second pass: it makes the documents that the survey found good.
func (r *run) write(ctx context.Context, s *survey, h *Header) error {
	journal, done, err := r.begin(h)
	if err != nil || journal == nil {
		return err
	}
	// Whoever cancels stops the reading; what is in hand is finished and kept.
	inHand := context.WithoutCancel(ctx)
	own := 0
	err = inOrder(r.o.Workers,
		func(emit func(*item) error) error {
			return r.items(ctx, func(i *item) error {
				if s.verdicts[i.ordinal] == elsewhere {
					return nil
				}
				own++
				if own <= done.entries && !done.failed[own] {
					return nil
				}
				i.again = own <= done.entries
				return emit(i)
			})
		},
		func(i *item) made { return r.make(inHand, i, s.verdicts[i.ordinal]) },
		func(m made) error { return r.keep(journal, m) })
	if err != nil {
		return errors.Join(err, journal.f.Close())
	}
	return journal.finish(h)
}

// earlier is what an earlier run did.
type earlier struct {
	entries int
	failed  map[int]bool // entries, from 1, without files: made again for their findings
}

// begin starts or resumes the journal. Nil without error: an earlier run did
// everything.
func (r *run) begin(h *Header) (*journal, *earlier, error) {
	done := &earlier{failed: make(map[int]bool)}
	if !r.o.Resume {
		j, err := newJournal(r.t, h)
		return j, done, err
	}
	j, err := resumeJournal(r.t, h, func(e *Entry) {
		done.entries++
		if e.Bad {
			done.failed[done.entries] = true
			return
		}
		r.result.Kept++
	})
	if err != nil || j != nil {
		return j, done, err
	}
	whole, kept := 0, 0 // entries before the first that lacks a file, and documents among them
	lacks := false
	was, err := r.manifest(func(e *Entry) error {
		if lacks {
			return nil
		}
		for _, f := range e.Files {
			if ok, err := r.t.check(f); err != nil {
				return err
			} else if !ok {
				lacks = true
				return nil
			}
		}
		whole++
		if !e.Bad {
			kept++
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		j, err := newJournal(r.t, h) // stopped before the first document
		return j, done, err
	}
	if err != nil {
		return nil, nil, err
	}
	if changes := was.changes(h); changes != nil {
		return nil, nil, &ChangedError{changes}
	}
	r.result.Kept = kept
	if !lacks {
		return nil, nil, nil
	}
	j, err = r.reopen(h, whole, done)
	return j, done, err
}

// manifest reads the manifest of a finished run.
func (r *run) manifest(each func(*Entry) error) (*Header, error) {
	f, err := r.t.root.Open(r.t.own(manifestName, ".json"))
	if err != nil {
		return nil, fmt.Errorf("read manifest: %w", err)
	}
	defer f.Close()
	return ReadManifest(f, each)
}

// reopen makes a journal again of the first entries of a finished run, behind which
// a file is gone or damaged.
func (r *run) reopen(h *Header, entries int, done *earlier) (*journal, error) {
	j, err := newJournal(r.t, h)
	if err != nil {
		return nil, err
	}
	_, err = r.manifest(func(e *Entry) error {
		if done.entries == entries {
			return nil
		}
		done.entries++
		done.failed[done.entries] = e.Bad
		return j.add(e)
	})
	if err != nil {
		return nil, errors.Join(err, j.f.Close())
	}
	return j, nil
}

// make makes one document and writes its files.
func (r *run) make(ctx context.Context, i *item, v verdict) made {
	r.m.identify(i)
	m := made{i: i, again: i.again, entry: &Entry{Row: i.row, Key: i.key, Summary: i.summary, Number: i.number, Bad: true}}
	if v == bad {
		i.found = nil // told by the survey
		return m
	}
	p, err := r.m.paper(i, r.src, &r.o)
	if err != nil {
		m.err = err
		return m
	}
	d, err := r.build(ctx, i, p)
	if err != nil || d == nil {
		m.err = err
		return m
	}
	i.found = nil
	files, err := r.render(ctx, i, p, d, func(format string, pages int, data []byte) (File, error) {
		f, err := r.t.putDocument(i.ordinal, i.name+"."+format, data)
		f.Pages = pages
		return f, err
	})
	if r.rendersFirst(i) {
		i.found = nil // told by the survey, which made everything once
	}
	m.err = err
	if err == nil && files != nil {
		m.entry.Files, m.entry.Bad = files, false
	}
	return m
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// render makes the files of a document and hands each to put. No files without
// error: findings say why.
func (r *run) render(ctx context.Context, i *item, p *paper, d *doc.Document, put func(format string, pages int, data []byte) (File, error)) ([]File, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	files := make([]File, 0, len(r.o.Formats))
	for _, format := range r.o.Formats {
		b.Reset()
		f, _ := docgen.FormatOf(format)
		res, err := r.o.Renderer.Write(ctx, b, d, f)
		var found diag.List
		if errors.As(err, &found) {
			r.m.blame(i, p, found)
			return nil, nil
		}
		if err != nil {
			return nil, fmt.Errorf("row %d: %w", i.row, err)
		}
		r.m.blame(i, p, slices.DeleteFunc(res.Findings, func(f *diag.Diagnostic) bool {
			return slices.Contains(d.Findings, f) // told when it was built
		}))
		file, err := put(format, res.Pages, b.Bytes())
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// keep tells what became of a document and writes it into the journal.
func (r *run) keep(j *journal, m made) error {
	if m.err != nil {
		return m.err
	}
	for _, f := range m.i.found {
		if err := r.tell(f); err != nil {
			return err
		}
	}
	if hasErrors(m.i.found) {
		r.result.Bad++
	}
	if !m.again {
		if err := j.add(m.entry); err != nil {
			return err
		}
	}
	if len(m.entry.Files) > 0 {
		r.result.Written++
	}
	for _, f := range m.entry.Files {
		r.result.Files++
		r.result.Pages += f.Pages
		r.result.Bytes += int64(f.Bytes)
	}
	r.progress(Progress{Stage: Writing, Done: r.result.Kept + r.result.Written, Total: r.result.Selected, Bad: r.result.Bad})
	return nil
}
