package word

import (
	"path"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
)

// TestCases: a file of cases holds the parts that they share, each without its root element,
// and then for each case its body and what is printed of it.
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		parts := make(map[string]string)
		var out []txtar.File
		for _, f := range in.Files {
			switch path.Ext(f.Name) {
			case ".printed":
				continue
			case ".body":
				name := f.Name[:len(f.Name)-len(".body")]
				out = append(out, f, txtar.File{Name: name + ".printed", Data: []byte(dump(readBytes(write(string(f.Data), parts))))})
			default:
				parts[f.Name] = string(f.Data)
				out = append(out, f)
			}
		}
		return out
	})
}
