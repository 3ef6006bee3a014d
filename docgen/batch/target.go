package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path"
	"strconv"
	"strings"
)

// Names of the files that a run keeps beside its documents. A shard's carry its number.
const (
	manifestName = "manifest"
	errorsName   = "errors"
	journalName  = ".vanban-journal"
	tempPrefix   = ".vanban-tmp"
)

// target is the folder that a run writes into. Nothing leads out of it.
type target struct {
	root   *os.Root
	suffix string // of the shard
}

// openTarget opens the folder, making it if need be.
func openTarget(dir string, s Shard) (*target, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open folder: %w", err)
	}
	return &target{root, s.suffix()}, nil
}

func (t *target) close() error { return t.root.Close() }

// own gives the name of one of the run's own files.
func (t *target) own(name, ext string) string { return name + t.suffix + ext }

// temp gives the name of a temporary file. Shards that share a folder do not meet.
func (t *target) temp(what string) string { return tempPrefix + t.suffix + "." + what + ".tmp" }

// sweep removes what a killed run left half written.
func (t *target) sweep() error {
	dir, err := t.root.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	for {
		names, err := dir.Readdirnames(1024)
		for _, name := range names {
			if strings.HasPrefix(name, tempPrefix+t.suffix+".") {
				if err := t.root.Remove(name); err != nil {
					return err
				}
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// put writes a file whole: under a temporary name first, then renamed. No
// fsync: a computer that loses power may lose files, which resuming finds out
// by their hashes.
func (t *target) put(temp, name string, data []byte) error {
	f, err := t.create(temp)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return f.commit(name, err)
}

// putDocument writes the document of an ordinal.
func (t *target) putDocument(ordinal int, name string, data []byte) (File, error) {
	if dir := path.Dir(name); dir != "." {
		if err := t.root.MkdirAll(dir, 0o755); err != nil {
			return File{}, fmt.Errorf("make folder: %w", err)
		}
	}
	if err := t.put(strconv.Itoa(ordinal)+path.Ext(name), name, data); err != nil {
		return File{}, err
	}
	sum := sha256.Sum256(data)
	return File{Name: name, Bytes: len(data), SHA256: hex.EncodeToString(sum[:])}, nil
}

// pending is a file that has no name yet.
type pending struct {
	*os.File
	t    *target
	temp string
}

func (t *target) create(what string) (*pending, error) {
	temp := t.temp(what)
	f, err := t.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return nil, fmt.Errorf("write file: %w", err)
	}
	return &pending{f, t, temp}, nil
}

// commit gives the file its name, unless something went wrong before: then it
// is removed.
func (p *pending) commit(name string, err error) error {
	if cerr := p.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = p.t.root.Rename(p.temp, name)
	}
	if err != nil {
		_ = p.t.root.Remove(p.temp) // the first error says more
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// check reports whether a file is still what its entry says.
func (t *target) check(f File) (bool, error) {
	r, err := t.root.Open(f.Name)
	if os.IsNotExist(err) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("read file: %w", err)
	}
	defer r.Close()
	h := sha256.New()
	n, err := io.Copy(h, r)
	if err != nil {
		return false, fmt.Errorf("read file: %w", err)
	}
	return int(n) == f.Bytes && hex.EncodeToString(h.Sum(nil)) == f.SHA256, nil
}
