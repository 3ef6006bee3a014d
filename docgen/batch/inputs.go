package batch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"sync"
)

// An Input is a file that the output depends on, with the hash of its bytes.
type Input struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// NewInput gives the input of a name and its bytes.
func NewInput(name string, src []byte) Input {
	sum := sha256.Sum256(src)
	return Input{name, hex.EncodeToString(sum[:])}
}

// watched is a file system that keeps the hash of every file read from it:
// pictures and plans that documents name, which only the rows know. Safe for
// concurrent use.
type watched struct {
	fs.FS
	mu   sync.Mutex
	seen map[string]Input
}

func newWatched(fsys fs.FS) *watched { return &watched{FS: fsys, seen: make(map[string]Input)} }

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
		w.seen[name] = NewInput(name, src)
	}
}

// inputs gives what was read so far, by name.
func (w *watched) inputs() []Input {
	w.mu.Lock()
	defer w.mu.Unlock()
	list := make([]Input, 0, len(w.seen))
	for _, in := range w.seen {
		list = append(list, in)
	}
	slices.SortFunc(list, func(a, b Input) int { return cmp.Compare(a.Name, b.Name) })
	return list
}
