// Package folder finds files whose names are written with the same letters: Macs store letters
// with their marks apart, which looks the same.
package folder

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan/vi"
)

// Find returns the name, step by step, that folders have for the letters of a name. False: no file has it.
func Find(fsys fs.FS, name string) (string, bool) {
	at := "."
	for step := range strings.SplitSeq(path.Clean(name), "/") {
		entries, _ := fs.ReadDir(fsys, at)
		i := slices.IndexFunc(entries, func(e fs.DirEntry) bool { return vi.NFC(e.Name()) == vi.NFC(step) })
		if i < 0 {
			return "", false
		}
		at = path.Join(at, entries[i].Name())
	}
	return at, true
}
