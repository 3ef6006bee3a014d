package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// journal is the state of an unfinished run: a line with its header, then a
// line for each document that is done, in the order of the list. It is only
// ever appended to, one whole line at a time; a line cut short by a crash is
// dropped. It goes away when the manifest, made of its lines, is there.
type journal struct {
	f    *os.File
	t    *target
	name string
	done int // entries
}

// ErrUnfinished says that the folder holds a run that was stopped: it is
// neither resumed nor overwritten without being asked.
var ErrUnfinished = errors.New("the folder holds an unfinished run")

// ErrMergeName says that the print file would take the place of a document.
var ErrMergeName = errors.New("a document has the name of the print file")

// ErrNothingToResume says that the folder holds no run that could be resumed.
var ErrNothingToResume = errors.New("the folder holds no run to resume")

// newJournal starts a journal.
func newJournal(t *target, h *Header) (*journal, error) {
	j := &journal{t: t, name: t.own(journalName, ".jsonl")}
	f, err := t.root.OpenFile(j.name, os.O_WRONLY|os.O_CREATE|os.O_EXCL|os.O_APPEND, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, ErrUnfinished
	}
	if err != nil {
		return nil, fmt.Errorf("write journal: %w", err)
	}
	j.f = f
	line, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	return j, j.line(line)
}

// resumeJournal goes on with a journal whose header is like h. The journal is
// cut behind the last document whose files are all there and whole. Nil
// without error: there is no journal.
func resumeJournal(t *target, h *Header, each func(*Entry)) (*journal, error) {
	j := &journal{t: t, name: t.own(journalName, ".jsonl")}
	f, err := t.root.OpenFile(j.name, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read journal: %w", err)
	}
	j.f = f
	end, err := j.replay(h, each)
	if err == nil {
		err = f.Truncate(end)
	}
	if err == nil {
		_, err = f.Seek(end, io.SeekStart)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if end == 0 { // killed before the header was whole
		line, err := json.Marshal(h)
		if err != nil {
			return nil, err
		}
		return j, j.line(line)
	}
	return j, nil
}

// replay reads the lines and gives the offset behind the last good one.
func (j *journal) replay(h *Header, each func(*Entry)) (int64, error) {
	r := bufio.NewReader(j.f)
	end := int64(0)
	for {
		line, err := r.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return end, nil // what is left has no line end: it was cut short
		}
		if err != nil {
			return 0, fmt.Errorf("read journal: %w", err)
		}
		if end == 0 {
			var was Header
			if err := json.Unmarshal(line, &was); err != nil {
				return 0, fmt.Errorf("read journal: %w", err)
			}
			if changes := was.changes(h); changes != nil {
				return 0, &ChangedError{changes}
			}
			end = int64(len(line))
			continue
		}
		var e Entry
		if err := json.Unmarshal(line, &e); err != nil {
			return end, nil
		}
		for _, f := range e.Files {
			if ok, err := j.t.check(f); err != nil || !ok {
				return end, err
			}
		}
		end += int64(len(line))
		j.done++
		each(&e)
	}
}

// add appends an entry.
func (j *journal) add(e *Entry) error {
	line, err := encodeEntry(e)
	if err != nil {
		return err
	}
	j.done++
	return j.line(line)
}

func (j *journal) line(b []byte) error {
	if _, err := j.f.Write(append(b, '\n')); err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	return nil
}

// finish makes the manifest out of the journal, which then goes away.
func (j *journal) finish(h *Header) error {
	if err := j.f.Close(); err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	r, err := j.t.root.Open(j.name)
	if err != nil {
		return fmt.Errorf("read journal: %w", err)
	}
	defer r.Close()
	out, err := j.t.create(manifestName)
	if err != nil {
		return err
	}
	if err := out.commit(j.t.own(manifestName, ".json"), copyJournal(out, r, h)); err != nil {
		return err
	}
	if err := j.t.root.Remove(j.name); err != nil {
		return fmt.Errorf("remove journal: %w", err)
	}
	return nil
}

func copyJournal(w io.Writer, r io.Reader, h *Header) error {
	m, err := newManifestWriter(w, h)
	if err != nil {
		return err
	}
	lines := bufio.NewReader(r)
	for n := 0; ; n++ {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return m.close()
		}
		if err != nil {
			return err
		}
		if n == 0 {
			continue
		}
		if err := m.raw(bytes.TrimSuffix(line, []byte("\n"))); err != nil {
			return err
		}
	}
}
