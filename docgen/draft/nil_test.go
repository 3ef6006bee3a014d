package draft_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/internal/nothing"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestNil calls every exported function and method with nil in place of all that can be nil, and
// with zero values: none panics.
func TestNil(t *testing.T) {
	nothing.Call(t, ".", []any{draft.JoinFile, draft.JoinLines, draft.Paper, draft.Read},
		[]any{context.Background(), new(draft.Draft), new(draft.Options), diag.List{nil, {}}, strings.NewReader("Kính gửi: A")})
}

// TestNoSize: a size below zero bounds nothing: a text that does not end is not read.
func TestNoSize(t *testing.T) {
	for _, name := range []string{"thu.txt", "thu.docx"} {
		if _, err := draft.Read(name, zeros{}, -1); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

type zeros struct{}

func (zeros) ReadAt(p []byte, off int64) (int, error) {
	clear(p)
	return len(p), nil
}

// TestSideBySide: drafts may be read at the same time, from one reader too.
func TestSideBySide(t *testing.T) {
	d := papers["ke-hoach"]
	file, _ := write(&d, how{head: "table", foot: "table", auto: true, grid: true, noted: true})
	want := string(read(t, "thu.docx", file).YAML)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := string(read(t, "thu.docx", file).YAML); got != want {
				t.Errorf("another draft:\n%s", got)
			}
		})
	}
	all.Wait()
}
