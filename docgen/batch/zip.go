package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"time"
)

// zipDate is the date of every file in an archive: the same documents give the
// same archive, whenever it is made. It is the first date that the form knows.
var zipDate = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// archive writes a ZIP file. PDF and DOCX are compressed already: files are stored.
type archive struct{ *zip.Writer }

func (a archive) add(name string, from io.Reader) error {
	h := &zip.FileHeader{Name: name, Method: zip.Store, Modified: zipDate}
	h.SetMode(os.FileMode(0o644))
	w, err := a.CreateHeader(h)
	if err == nil {
		_, err = io.Copy(w, from)
	}
	if err != nil {
		return fmt.Errorf("pack %s: %w", name, err)
	}
	return nil
}

// zipName is the name of the archive in the folder.
func (j *Job) zipName() string {
	return strings.TrimSuffix(path.Base(j.file), path.Ext(j.file)) + ".zip"
}

// pack makes one archive of all documents in the order of the manifest, with
// the manifest itself.
func (r *run) pack(ctx context.Context) error {
	out, err := r.t.create("zip")
	if err != nil {
		return err
	}
	return out.commit(r.job.zipName(), r.writeZip(ctx, archive{zip.NewWriter(out)}))
}

func (r *run) writeZip(ctx context.Context, a archive) error {
	done := 0
	err := r.t.entries(func(e *entry) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		for _, f := range e.Files {
			data, err := r.t.read(f.Name)
			if err == nil {
				err = a.add(f.Name, bytes.NewReader(data))
			}
			if err != nil {
				return err
			}
		}
		done++
		r.progress(Progress{Stage: Packing, Done: done, Total: r.result.Selected})
		return nil
	})
	if err == nil {
		err = a.add(manifestName+".json", io.NewSectionReader(r.t.f, 0, r.t.size))
	}
	return errors.Join(err, a.Close())
}

// stream is a store that writes an archive as the documents are made, and keeps what
// stands at its end: the manifest and errors.csv.
type stream struct {
	archive
	suffix   string // of the shard
	sum      checksum
	rows     int
	manifest bytes.Buffer
	findings bytes.Buffer
}

func newStream(w io.Writer, s Shard) *stream {
	return &stream{archive: archive{zip.NewWriter(w)}, suffix: s.suffix()}
}

// inOrder: an archive is written from its first file to its last.
func (s *stream) inOrder() bool { return true }

func (s *stream) document(_ int, name string, data []byte) error {
	return s.archive.add(name, bytes.NewReader(data))
}

func (s *stream) start(h *header) error {
	line, err := s.sum.sealHeader(h)
	s.manifest.Write(line)
	return err
}

func (s *stream) add(e *entry) error {
	s.rows++
	line, err := s.sum.sealEntry(e)
	s.manifest.Write(line)
	return err
}

func (s *stream) finish() error {
	s.manifest.Write(s.sum.sealEnd(s.rows))
	return nil
}

func (s *stream) room() int                            { return maxPath }
func (s *stream) stands(string, string, bool) standing { return nothing }
func (s *stream) report() (io.Writer, error)           { return &s.findings, nil }
func (s *stream) closeReport(err error) error          { return err }
func (s *stream) close() error                         { return nil }

// end writes what stands at the end. An archive without it is refused by whoever opens it:
// a run that failed does not look like one that is done.
func (s *stream) end() error {
	for _, f := range []struct {
		name string
		text *bytes.Buffer
	}{{manifestName + s.suffix + ".json", &s.manifest}, {errorsName + s.suffix + ".csv", &s.findings}} {
		if f.text.Len() > 0 {
			if err := s.archive.add(f.name, f.text); err != nil {
				return err
			}
		}
	}
	return s.Close()
}
