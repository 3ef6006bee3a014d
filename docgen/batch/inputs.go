package batch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"sync"
)

// Input is a file that the output depends on beside the job's own.
type Input struct {
	Name string
	Data []byte
}

// input is a file that the output depends on, with the hash of its bytes.
type input struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

func newInput(name string, src []byte) input {
	return input{name, hashOf(src)}
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// watched is a file system that keeps the hash of every file read from it:
// pictures and plans that documents name, which only the rows know. Safe for
// concurrent use.
type watched struct {
	fs.FS
	mu   sync.Mutex
	seen map[string]input
}

func newWatched(fsys fs.FS) *watched { return &watched{FS: fsys, seen: make(map[string]input)} }

// ReadFile reads a whole file. A file that is not there is none of the inputs.
func (w *watched) ReadFile(name string) ([]byte, error) {
	src, err := fs.ReadFile(w.FS, name)
	if err == nil {
		w.keep(name, src)
	}
	return src, err
}

// Open opens a file, after reading it whole for its hash.
func (w *watched) Open(name string) (fs.File, error) {
	if src, err := fs.ReadFile(w.FS, name); err == nil {
		w.keep(name, src)
	}
	return w.FS.Open(name)
}

func (w *watched) keep(name string, src []byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, ok := w.seen[name]; !ok {
		w.seen[name] = newInput(name, src)
	}
}

// inputs returns what was read so far, by name.
func (w *watched) inputs() []input {
	w.mu.Lock()
	defer w.mu.Unlock()
	list := make([]input, 0, len(w.seen))
	for _, in := range w.seen {
		list = append(list, in)
	}
	slices.SortFunc(list, func(a, b input) int { return cmp.Compare(a.Name, b.Name) })
	return list
}
