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

// BenchmarkReadWorkbook is the reading of a workbook of a thousand rows, once;
// a run reads it twice.
func BenchmarkReadWorkbook(b *testing.B) {
	src, err := os.ReadFile("../../examples/batch/danh-sach.xlsx")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		w, found, err := openWorkbook(&List{File: "danh-sach.xlsx"}, src, b.TempDir())
		if err != nil || found != nil {
			b.Fatal(err, found)
		}
		rows := 0
		if err := w.rows(context.Background(), func(line) error { rows++; return nil }); err != nil || rows != 1002 {
			b.Fatal(rows, err)
		}
	}
}
