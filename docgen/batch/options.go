package batch

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
)

// Options are the choices of a run. Nil and the zero value are the usual choice.
type Options struct {
	Renderer *docgen.Renderer // nil: docgen.New(nil)
	Reading  *plan.Options    // how documents are decoded; nil: the usual way
	Formats  []string         // IDs of docgen.Formats; nil: the job's own
	Workers  int              // documents made at the same time; zero: one for each processor

	Resume   bool   // go on with a run that was stopped
	DryRun   bool   // check everything, write nothing but errors.csv
	FailFast bool   // write no document when one is bad
	Force    bool   // write over files of an earlier run that were changed by hand since
	Verify   bool   // read every PDF again and look for its row in it
	Zip      bool   // pack everything into one .zip as well
	Merge    string // one print file of all PDFs, each on sheets of its own, by that name in the folder; empty: none

	Rows  Range // rows of the list to take; zero: all
	Limit int   // at most so many documents, the first ones; zero: all
	Shard Shard // part of the job to do; zero: all of it

	// Inputs are the files that the caller prepared the renderer with: profile,
	// templates, fonts. A run is only resumed with the same ones.
	Inputs []Input
	// Program marks the build of the program, beside docgen.Version. It is
	// compared on resuming, not written into the manifest.
	Program string

	// Found gets every finding, in the order of the list. Nil: nobody does.
	Found func(Finding)
	// Progress is called after every document, from one goroutine at a time. Nil: nobody is.
	Progress func(Progress)
}

// Stage is what a run is doing.
type Stage uint8

// Stages, in their order.
const (
	Checking  Stage = iota // every row is read, decoded and checked; nothing is written
	Writing                // documents are made and written
	Verifying              // written files are read again
	Merging                // the print file is made
	Packing                // the archive is made
)

// Progress says how far a run is.
type Progress struct {
	Stage Stage
	Done  int // documents of this stage
	Total int // 0: not known yet
	Bad   int // documents with errors so far
}

// Range is a range of rows "từ dòng đến dòng", as the list counts them, ends
// included. Zero ends are open.
type Range struct{ First, Last int }

// Set reads "3-20", "3-", "-20" or "7".
func (r *Range) Set(s string) error {
	first, last, isRange := strings.Cut(s, "-")
	if !isRange {
		last = first
	}
	var read Range
	for _, p := range []struct {
		text string
		to   *int
	}{{first, &read.First}, {last, &read.Last}} {
		if p.text == "" {
			continue
		}
		n, err := strconv.Atoi(p.text)
		if err != nil || n < 1 {
			return fmt.Errorf("rows %q: want 3-20, 3-, -20 or 7", s)
		}
		*p.to = n
	}
	if read == (Range{}) || read.Last > 0 && read.Last < read.First {
		return fmt.Errorf("rows %q: want 3-20, 3-, -20 or 7", s)
	}
	*zero.Or(r) = read
	return nil
}

func (r Range) has(row int) bool { return row >= r.First && (r.Last == 0 || row <= r.Last) }

// Shard is a part of a job: the documents whose key falls to Index of Of equal
// parts, so that Of machines do the whole job between them. Index counts from 1.
// The zero value is the whole job.
type Shard struct {
	Index int `json:"index"`
	Of    int `json:"of"`
}

// Set reads "2/4".
func (s *Shard) Set(text string) error {
	i, n, ok := strings.Cut(text, "/")
	index, err := strconv.Atoi(i)
	of, err2 := strconv.Atoi(n)
	if !ok || err != nil || err2 != nil || index < 1 || of < index {
		return fmt.Errorf("shard %q: want i/n with i from 1 to n", text)
	}
	*zero.Or(s) = Shard{index, of}
	return nil
}

// has reports whether a key falls to the shard. The hash is SHA-256, so that
// every machine and every later release agrees.
func (s Shard) has(key string) bool {
	if s.Of <= 1 {
		return true
	}
	sum := sha256.Sum256([]byte(key))
	return int(binary.BigEndian.Uint64(sum[:8])%uint64(s.Of)) == s.Index-1
}

// suffix tells the files of shards apart that are written into one folder.
func (s Shard) suffix() string {
	if s.Of <= 1 {
		return ""
	}
	return fmt.Sprintf("-%d-of-%d", s.Index, s.Of)
}

// settle gives the options of a run with everything filled in, or says why
// they cannot go together.
func (o *Options) settle(j *Job, folder bool) (Options, error) {
	var s Options
	if o != nil {
		s = *o
	}
	if s.Renderer == nil {
		var err error
		if s.Renderer, err = docgen.New(nil); err != nil {
			return s, err
		}
	}
	if s.Reading == nil {
		s.Reading = new(plan.Options)
	}
	if s.Workers == 0 {
		s.Workers = runtime.GOMAXPROCS(0)
	}
	if len(s.Formats) == 0 {
		s.Formats = j.Formats
	}
	for i, id := range s.Formats {
		if f, ok := docgen.FormatOf(id); !ok || f.Paged || slices.Contains(s.Formats[:i], id) {
			return s, fmt.Errorf("formats %v: want formats of docgen.Formats that are one file, each once", s.Formats)
		}
	}
	pdf := slices.Contains(s.Formats, "pdf")
	switch {
	case s.Workers < 1 || s.Limit < 0 || s.Rows.First < 0 || s.Rows.Last < 0:
		return s, errors.New("workers, limit and rows cannot be negative")
	case s.Shard != Shard{} && (s.Shard.Index < 1 || s.Shard.Of < s.Shard.Index):
		return s, fmt.Errorf("shard %d/%d: want an index from 1 to n", s.Shard.Index, s.Shard.Of)
	case s.Shard.Of > 1 && (s.Merge != "" || s.Zip):
		return s, errors.New("a shard is neither merged nor zipped: join first")
	case s.Verify && !pdf && j.template == nil, s.Merge != "" && !pdf:
		return s, errors.New("verify and merge need the format pdf")
	case s.Merge != "" && (!filepath.IsLocal(s.Merge) || filepath.Ext(s.Merge) != ".pdf"):
		return s, fmt.Errorf("merge %q: want the name of a .pdf in the folder of the documents", s.Merge)
	case s.Merge != "" && s.Renderer.Flavour() == docgen.A3A:
		return s, errors.New("merge: a print file cannot carry the sources of its documents")
	case s.DryRun && (s.Resume || s.Verify || s.Zip || s.Merge != ""):
		return s, errors.New("a dry run writes no documents: resume, verify, zip and merge need them")
	case s.Shard.Of > 1 && len(j.Sort) > 0:
		return s, errors.New("a job with sort cannot be sharded: parts are joined in the order of the list")
	case !folder && (s.Resume || s.Verify || s.Zip || s.Merge != ""):
		return s, errors.New("a stream cannot be read again: resume, verify, zip and merge need a folder")
	case s.Shard.Of > 1 && j.summary != nil:
		return s, errors.New("a job with a summary cannot be sharded: the summary needs every row")
	}
	return s, nil
}
