package batch

import (
	"context"
	"errors"
	"runtime"
	"testing"
)

// TestKeptPerRow measures what a run keeps of each row while it goes through a
// long list: beyond the list itself, at most 200 bytes.
func TestKeptPerRow(t *testing.T) {
	kept := func(rows int) (live, list int) {
		text := invented(rows)
		fsys := files(decisionJob, text)
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		_, err := Run(ctx, load(t, fsys), t.TempDir(), &Options{Renderer: renderer(t), Progress: func(p Progress) {
			if p.Stage != Checking || p.Done != rows {
				return
			}
			var m runtime.MemStats
			runtime.GC()
			runtime.GC()
			runtime.ReadMemStats(&m)
			live = int(m.HeapAlloc)
			cancel() // writing the documents would tell nothing more
		}})
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		return live, len(text)
	}
	kept(100) // what is prepared once
	const few, many = 1000, 9000
	live, list := kept(few)
	moreLive, moreList := kept(many)
	// The list is there three times: as the test made it, in the file system, as read.
	each := (moreLive - live - 3*(moreList-list)) / (many - few)
	t.Logf("%d bytes a row", each)
	if each > 200 {
		t.Errorf("%d bytes are kept of each row, want 200 at most", each)
	}
}
