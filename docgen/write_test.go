package docgen

import (
	"context"
	"errors"
	"io"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

// narrowWriter takes so many bytes of all that is written, and then fails with err, or
// without a word.
type narrowWriter struct {
	left int
	err  error
}

func (w *narrowWriter) Write(p []byte) (int, error) {
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
		for _, left := range []int{0, 100, 1<<30 - size.left - 1} {
			for _, tt := range []struct{ said, want error }{{nil, io.ErrShortWrite}, {full, full}} {
				res, err := write(context.Background(), &narrowWriter{left, tt.said}, d)
				if !errors.Is(err, tt.want) || res != nil {
					t.Errorf("%s, room for %d bytes, the writer says %v: result %v, error %v", name, left, tt.said, res, err)
				}
			}
		}
	}
}
