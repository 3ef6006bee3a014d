package batch_test

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/internal/nothing"
)

// TestNil calls every exported function and method with nil in place of all that can be
// nil, and with zero values: none panics.
func TestNil(t *testing.T) {
	nothing.Call(t, ".", []any{
		batch.Join, batch.Kind, batch.Load, batch.ReadManifest, batch.Run, batch.Stream,
	}, []any{
		"7", "1/2",
		new(batch.ChangedError), new(batch.DamagedError), new(batch.JoinError), new(batch.Range), new(batch.Shard), context.Background(),
		fstest.MapFS{"a.csv": {Data: []byte("a,b\n1,2\n")}}, &batch.List{File: "a.csv"}, strings.NewReader("{}\n{}\n"), io.Discard,
		filepath.Join(t.TempDir(), "a"), []string{t.TempDir()},
		&batch.Options{Formats: []string{""}, Workers: -1, Limit: -1, Shard: batch.Shard{Index: -1, Of: -1},
			Rows: batch.Range{First: -1, Last: -1}},
	})
}
