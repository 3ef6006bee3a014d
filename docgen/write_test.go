package docgen

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/doc"
)

// narrowWriter takes so many bytes of all that is written, and then fails with err, or
// without a word.
type narrowWriter struct {
	left  int
	err   error
	empty bool // nothing was written once
}

func (w *narrowWriter) Write(p []byte) (int, error) {
	w.empty = w.empty || len(p) == 0
	n := min(len(p), w.left)
	w.left -= n
	if n < len(p) {
		return n, w.err
	}
	return n, nil
}

// TestShortWrite: half a file is an error in every format, whether the writer
// says so or not.
func TestShortWrite(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	d := build(t, r, minutes)
	full := errors.New("disk full")
	for name, write := range map[string]func(context.Context, io.Writer, *doc.Document) (*Result, error){
		"PDF": r.PDF, "DOCX": r.DOCX, "text": r.Text,
	} {
		size := &narrowWriter{left: 1 << 30}
		if _, err := write(context.Background(), size, d); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if size.empty { // a pipe would wait for somebody who reads nothing
			t.Errorf("%s: nothing is written, too", name)
		}
		for _, left := range []int{0, 100, 1<<30 - size.left - 1} {
			for _, tt := range []struct{ said, want error }{{nil, io.ErrShortWrite}, {full, full}} {
				res, err := write(context.Background(), &narrowWriter{left: left, err: tt.said}, d)
				if !errors.Is(err, tt.want) || res != nil {
					t.Errorf("%s, room for %d bytes, the writer says %v: result %v, error %v", name, left, tt.said, res, err)
				}
			}
		}
	}
}

// TestFormatEdited: only what can be edited is looked at, and what cannot be read is an error.
func TestFormatEdited(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	word, _ := FormatOf("docx")
	made, _, err := r.Files(t.Context(), build(t, r, minutes), word)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{
		"made.docx": {Data: made[0]}, "own.docx": {Data: []byte("của tôi")}, "own.pdf": {Data: []byte("của tôi")},
		"folder.docx": {Mode: fs.ModeDir},
	}
	tests := []struct {
		format, name string
		want, fails  bool
	}{
		{"docx", "made.docx", false, false},
		{"docx", "own.docx", true, false},
		{"docx", "none.docx", false, false},
		{"docx", "folder.docx", false, true},
		{"pdf", "own.pdf", false, false},
		{"pdf", "folder.docx", false, false},
	}
	for _, tt := range tests {
		f, _ := FormatOf(tt.format)
		if got, err := f.Edited(fsys, tt.name); got != tt.want || (err != nil) != tt.fails {
			t.Errorf("%s as %s: %v, %v", tt.name, tt.format, got, err)
		}
	}
}
