package batch

import (
	"context"
	"os"
	"testing"
)

// benchDir gives a folder on tmpfs where there is one: the bounds are for files
// in memory, so that the disk is left out.
func benchDir(b *testing.B) string {
	b.Helper()
	if dir, err := os.MkdirTemp("/dev/shm", "vanban"); err == nil {
		b.Cleanup(func() { os.RemoveAll(dir) })
		return dir
	}
	return b.TempDir()
}

// BenchmarkRun is a thousand rows to a thousand one-page decisions, from a list
// that is read in no time: both passes, rendering, hashing, renaming.
func BenchmarkRun(b *testing.B) {
	fsys := files(decisionJob, invented(1000))
	r := renderer(b)
	dir := benchDir(b)
	b.ReportAllocs()
	for b.Loop() {
		j, _ := Load(fsys, "tac-vu.yaml")
		res, err := Run(context.Background(), j, dir, &Options{Renderer: r})
		if err != nil || res.Written != 1000 {
			b.Fatal(res, err)
		}
	}
}
