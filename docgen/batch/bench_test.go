package batch

import (
	"context"
	"os"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
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
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		dir := benchDir(b)
		b.StartTimer()
		j, _ := Load(fsys, "tac-vu.yaml")
		res, err := Run(context.Background(), j, dir, &Options{Renderer: r})
		if err != nil || res.Written != 1000 {
			b.Fatal(res, err)
		}
		b.StopTimer()
		os.RemoveAll(dir)
		b.StartTimer()
	}
}

// BenchmarkReadWorkbook is the reading of a workbook of a thousand rows, once;
// a run reads it twice.
func BenchmarkReadWorkbook(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		l, found, err := sheet.Open(os.DirFS("../../examples/batch"), &sheet.Options{File: "danh-sach.xlsx"},
			func(s string) bool { return s == "Họ và tên" })
		if err != nil || found != nil {
			b.Fatal(err, found)
		}
		rows := 0
		if err := l.Records(context.Background(), func(*sheet.Row) error { rows++; return nil }); err != nil || rows != 1000 {
			b.Fatal(rows, err)
		}
	}
}
