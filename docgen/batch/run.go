package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
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
	to    store
	t     *target // the store, when it is a folder; else nil
	src   source
	list  []input  // the list's files
	files *watched // what documents may name
	m     *mapper

	table  *errorTable // nil: there was no finding
	result Result
}

// store is where a run puts its files: a folder ([Run]) or a stream ([Stream]).
type store interface {
	start(h *header) error // begins the manifest
	document(ordinal int, name string, data []byte) error
	inOrder() bool // documents are put one after another, as the list has them
	add(e *entry) error
	finish() error

	room() int // the longest path below it, in bytes
	// What would be lost under that name; resumes: the run is one that goes on.
	stands(name, format string, resumes bool) standing
	report() (io.Writer, error)
	closeReport(err error) error
	end() error   // once, after all that went well
	close() error // in any case, at last
}

// Run does a job that [Load] has read and writes into dir, which it makes if need
// be. Every finding about a row goes to Options.Found and into errors.csv; a document with
// findings of level Error is not written, the others are, and Result.Bad says
// how many. An error says that the run could not begin or go on; what was
// written stays, and Resume goes on from there.
//
// The folder is the run's alone while it lasts: a second one is refused with [ErrLocked].
// Files that no run has written are never replaced: a document that would is a finding,
// and nothing is written; a manifest.json or errors.csv of another program is [ErrForeign].
// The same holds for a run's own files that somebody has edited, unless Options.Force.
//
// A cancelled context ends a run after the documents in hand.
func Run(ctx context.Context, j *Job, dir string, o *Options) (*Result, error) {
	r, err := newRun(ctx, j, o, true)
	if err != nil {
		return nil, err
	}
	if r.t, err = openTarget(dir, r.o.Shard); err != nil {
		return nil, err
	}
	if !r.t.blank && !r.t.done && !r.o.Resume && !r.o.DryRun {
		return nil, errors.Join(ErrUnfinished, r.t.close())
	}
	return r.into(ctx, r.t)
}

// Stream does a job like [Run] and writes a ZIP file as it goes: the documents in order,
// then manifest.json and errors.csv. After an error the file is not whole. There is nothing
// to resume, verify, merge or pack.
func Stream(ctx context.Context, j *Job, w io.Writer, o *Options) (*Result, error) {
	if w == nil {
		return nil, errors.New("run job: no writer")
	}
	r, err := newRun(ctx, j, o, false)
	if err != nil {
		return nil, err
	}
	// Of a write that is short MultiWriter makes an error, where the buffer of a ZIP file tries for ever.
	return r.into(ctx, newStream(io.MultiWriter(w), r.o.Shard))
}

func newRun(ctx context.Context, j *Job, o *Options, folder bool) (*run, error) {
	switch {
	case ctx == nil:
		return nil, errors.New("run job: no context")
	case j == nil || j.fsys == nil:
		return nil, errors.New("run job: no job that Load has read")
	}
	settled, err := o.settle(j, folder)
	if err != nil {
		return nil, err
	}
	return &run{job: j, o: settled, files: newWatched(j.fsys)}, nil
}

// into does the job.
func (r *run) into(ctx context.Context, to store) (res *Result, err error) {
	r.to = to
	err = r.all(ctx)
	if c, ok := r.src.(io.Closer); ok {
		err = errors.Join(err, c.Close())
	}
	err = errors.Join(err, r.closeErrors())
	if err == nil {
		err = to.end()
	}
	return &r.result, errors.Join(err, to.close())
}

// all goes through the stages.
func (r *run) all(ctx context.Context) error {
	ok, err := r.open()
	if err != nil || !ok {
		return err
	}
	s, err := r.survey(ctx)
	if err != nil || s == nil {
		return err
	}
	r.result.Documents, r.result.Selected, r.result.Bad = s.total, s.own, s.bad
	if r.o.DryRun || s.bad > 0 && r.o.FailFast || s.barred {
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
	if err := r.write(ctx, s, newHeader(r.job, r.list, r.files.inputs(), &r.o, s)); err != nil {
		return err
	}
	return r.prove(ctx, s)
}

// open opens the list. It reports whether the list can be used; findings say
// why not.
func (r *run) open() (bool, error) {
	switch {
	case r.o.Merge != "" && !r.t.isOurs(r.o.Merge, mergeMarks...):
		return false, &fs.PathError{Op: "write", Path: r.o.Merge, Err: ErrForeign}
	case r.o.Zip && !r.t.isOurs(r.job.zipName(), manifestStart):
		return false, &fs.PathError{Op: "write", Path: r.job.zipName(), Err: ErrForeign}
	}
	src, found, err := openSource(r.job)
	if err != nil {
		return false, err
	}
	if found == nil {
		r.src = src
		r.m, found = newMapper(r.job, src)
	}
	if err := r.tellList(found, r.job.List.Sheet); err != nil {
		return false, err
	}
	if found.HasErrors() {
		r.result.Bad = 1
		return false, nil
	}
	r.m.room = r.to.room()
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
		r.list = append(r.list, newInput(name, src))
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
		w, err := r.to.report()
		if err != nil {
			return err
		}
		if r.table, err = newErrorTable(w); err != nil {
			return err
		}
	}
	return r.table.add(f)
}

func (r *run) tellAll(found []Finding) error {
	for _, f := range found {
		if err := r.tell(f); err != nil {
			return err
		}
	}
	return nil
}

// tellList tells findings about a list as a whole.
func (r *run) tellList(found diag.List, sheet string) error {
	for _, d := range found {
		if err := r.tell(Finding{Diagnostic: d, Sheet: sheet}); err != nil {
			return err
		}
	}
	return nil
}

// closeErrors ends errors.csv.
func (r *run) closeErrors() error {
	if r.table == nil {
		return r.to.closeReport(nil)
	}
	return r.to.closeReport(r.table.close())
}

// reserved are the files in the folder that the run writes beside the documents.
func (r *run) reserved() []string {
	names := []string{r.o.Merge, r.job.zipName()}
	for _, shard := range []string{"", r.o.Shard.suffix()} {
		names = append(names, manifestName+shard+".json", errorsName+shard+".csv")
	}
	return names
}

func (r *run) progress(p Progress) {
	if r.o.Progress != nil {
		r.o.Progress(p)
	}
}

// made is a document after work on it.
type made struct {
	i     *item
	entry *entry
	data  [][]byte // of its files, where they are put in order
	again bool     // the manifest has it already
	err   error
}

// write is the second pass: it makes the documents that the survey found good.
func (r *run) write(ctx context.Context, s *survey, h *header) error {
	done, err := r.begin(h)
	if err != nil {
		return err
	}
	if r.t != nil && r.t.done && len(done.failed)+len(done.lost) == 0 {
		return nil
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
				if i.again, i.lost = own <= done.entries, done.lost[own]; i.again && i.lost == nil && !done.failed[own] {
					return nil
				}
				return emit(i)
			})
		},
		func(i *item) made { return r.make(inHand, i, s.verdicts[i.ordinal]) },
		r.keep)
	if err != nil {
		return err
	}
	return r.to.finish()
}

// earlier is what an earlier run did.
type earlier struct {
	entries int
	failed  map[int]bool   // entries, from 1, without files: made again for their findings
	lost    map[int]*entry // entries, from 1, whose files are not all there and whole any more
}

// begin begins the manifest or resumes one.
func (r *run) begin(h *header) (*earlier, error) {
	done := &earlier{failed: make(map[int]bool), lost: make(map[int]*entry)}
	if !r.o.Resume || r.t.blank {
		if err := r.to.start(h); err != nil {
			return nil, err
		}
	} else if err := r.t.resume(h, func(e *entry, whole bool) {
		done.entries++
		switch {
		case e.Bad:
			done.failed[done.entries] = true
		case whole:
			r.result.Kept++
		default:
			done.lost[done.entries] = e
		}
	}); err != nil {
		return nil, err
	}
	return done, nil
}

// make makes one document and writes its files.
func (r *run) make(ctx context.Context, i *item, v verdict) made {
	r.m.identify(i)
	m := made{i: i, again: i.again, entry: &entry{Row: i.row, Key: i.key, Summary: i.summary, Number: i.number, Bad: true}}
	if v == bad {
		i.found = nil // told by the survey
		return m
	}
	put := func(format string, pages int, data []byte) (file, error) {
		f := newFile(i.name+"."+format, pages, data)
		switch {
		case i.lost != nil && !slices.Contains(i.lost.Files, f): // of another renderer, which the manifest does not name
			return f, &ChangedError{[]string{fmt.Sprintf("%s: tạo lại không giống lần trước", f.Name)}}
		case i.again && i.lost == nil: // as it was
			return f, nil
		case r.to.inOrder():
			m.data = append(m.data, bytes.Clone(data))
			return f, nil
		}
		return f, r.to.document(i.ordinal, f.Name, data)
	}
	files, err := r.produce(ctx, i, false, put)
	if m.err = err; err == nil && files != nil {
		m.entry.Files, m.entry.Bad = files, false
	}
	if files != nil && r.rendersFirst(i) {
		i.found = nil // told by the survey, which made everything once
	}
	return m
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// render makes the files of a document and hands each to put. No files without
// error: findings say why.
func (r *run) render(ctx context.Context, i *item, p *paper, d *doc.Document, put putFile) ([]file, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	files := make([]file, 0, len(r.o.Formats))
	for _, format := range r.o.Formats {
		b.Reset()
		f, _ := docgen.FormatOf(format)
		res, err := r.o.Renderer.Write(ctx, b, d, f)
		if err != nil {
			return nil, r.m.blameErr(i, p, err)
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

// keep hands on what became of a document and writes it into the manifest.
func (r *run) keep(m made) error {
	if m.err != nil {
		return m.err
	}
	if err := r.tellAll(m.i.found); err != nil {
		return err
	}
	if hasErrors(m.i.found) {
		r.result.Bad++
	}
	for k, data := range m.data {
		if err := r.to.document(m.i.ordinal, m.entry.Files[k].Name, data); err != nil {
			return err
		}
	}
	if !m.again {
		if err := r.to.add(m.entry); err != nil {
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
