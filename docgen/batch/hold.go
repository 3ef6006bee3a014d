package batch

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/vanban-go/vanban/internal/filelock"
)

// ErrLocked says that another run is at work in the folder.
var ErrLocked = errors.New("another run is at work in the folder")

// hold opens and locks the manifest, which makes the folder this run's alone: the
// operating system lets go of the lock when the process ends. What stands in the folder is
// not touched; a manifest of another program, or a damaged one, is an error.
func (t *target) hold() error {
	name := t.own(manifestName, ".json")
	for {
		f, err := t.root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return fmt.Errorf("open manifest: %w", err)
		}
		if err := locked(f); err != nil {
			return errors.Join(err, f.Close())
		}
		// A run that ended meanwhile may have taken the file away or put another in its place.
		if is, err := t.isAt(name, f); err != nil || !is {
			if err = errors.Join(err, f.Close()); err != nil {
				return err
			}
			continue
		}
		t.f = f
		break
	}
	err := t.look()
	if err == nil {
		err = t.ownErrors()
	}
	return err
}

func locked(f *os.File) error {
	err := filelock.Lock(f)
	if errors.Is(err, filelock.ErrLocked) {
		return ErrLocked
	}
	return err
}

// isAt reports whether the open file is the one of that name.
func (t *target) isAt(name string, f *os.File) (bool, error) {
	a, err := f.Stat()
	if err != nil {
		return false, fmt.Errorf("open manifest: %w", err)
	}
	b, err := t.root.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("open manifest: %w", err)
	}
	return os.SameFile(a, b), nil
}

// look reads the manifest from end to end: is it whole, is the run finished, which files
// are its own.
func (t *target) look() error {
	l := t.lines()
	t.names = make(map[digest]written)
	for {
		_, e, err := l.next()
		switch {
		case errors.Is(err, io.EOF):
			t.blank, t.done = l.n == 0, l.done
			return nil
		case errors.Is(err, ErrForeign):
			return &fs.PathError{Op: "open", Path: l.name, Err: ErrForeign}
		case err != nil:
			return err
		case e != nil:
			for _, f := range e.Files {
				t.names[digestOf(f.Name)] = written{digestOf(f.SHA256), f.Bytes}
			}
		}
	}
}

// ownErrors refuses an errors.csv that no run has written.
func (t *target) ownErrors() error {
	name := t.own(errorsName, ".csv")
	f, err := t.root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	defer f.Close()
	var want bytes.Buffer
	table, err := newErrorTable(&want)
	if err == nil {
		err = table.close()
	}
	if err != nil {
		return err
	}
	head := make([]byte, want.Len())
	if _, err := io.ReadFull(f, head); err != nil || !bytes.Equal(head, want.Bytes()) {
		return &fs.PathError{Op: "open", Path: name, Err: ErrForeign}
	}
	return nil
}

// lines reads the manifest from its beginning.
func (t *target) lines() *lines {
	return newLines(io.NewSectionReader(t.f, 0, 1<<62), t.own(manifestName, ".json"))
}

// entries returns what the manifest says of each document.
func (t *target) entries(each func(*entry) error) error {
	_, err := readManifest(io.NewSectionReader(t.f, 0, 1<<62), each)
	return err
}

// start begins a manifest. One of an earlier run is replaced in one step.
func (t *target) start(h *header) error {
	var sum checksum
	line, err := sum.sealHeader(h)
	if err != nil {
		return err
	}
	f := t.f
	if !t.blank {
		if f, err = t.root.OpenFile(t.temp(manifestName), os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o644); err != nil {
			return fmt.Errorf("write manifest: %w", err)
		}
		err = locked(f)
	} else {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(line, 0)
	}
	if f != t.f && err == nil {
		err = t.root.Rename(t.temp(manifestName), t.own(manifestName, ".json"))
	}
	if f != t.f {
		if err != nil {
			err = errors.Join(err, f.Close(), t.root.Remove(t.temp(manifestName)))
		} else {
			err = t.f.Close()
			t.f = f
		}
	}
	if err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	t.blank, t.done = false, false
	t.sum, t.size, t.rows = sum, int64(len(line)), 0
	return nil
}

// resume goes on with the manifest of a run that was made from the same as h, behind its last whole line. Each is called for
// every document, with whether all its files are there and whole.
func (t *target) resume(h *header, each func(e *entry, whole bool)) error {
	l := t.lines()
	was, _, err := l.next()
	if err != nil {
		return err
	}
	if changes := was.changes(h); changes != nil {
		return &ChangedError{changes}
	}
	for {
		_, e, err := l.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		whole := true
		for i := 0; i < len(e.Files) && whole; i++ {
			if whole, err = t.check(e.Files[i]); err != nil {
				return err
			}
		}
		each(e, whole)
	}
	t.sum, t.size, t.rows, t.done = l.sum, l.end, l.entries, l.done
	if err := t.f.Truncate(t.size); err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	return nil
}

// add writes the line of a document.
func (t *target) add(e *entry) error {
	t.rows++
	line, err := t.sum.sealEntry(e)
	if err != nil {
		return err
	}
	return t.line(line)
}

// finish writes the last line.
func (t *target) finish() error {
	if t.done {
		return nil
	}
	t.done = true
	return t.line(t.sum.sealEnd(t.rows))
}

func (t *target) line(b []byte) error {
	if _, err := t.f.WriteAt(b, t.size); err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	t.size += int64(len(b))
	return nil
}

// release lets go of the folder. A manifest that was never begun is taken away.
func (t *target) release() error {
	if t.f == nil {
		return nil
	}
	var err error
	if t.blank {
		err = t.root.Remove(t.own(manifestName, ".json"))
	}
	return errors.Join(err, t.f.Close())
}
