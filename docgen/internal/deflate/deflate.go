// Package deflate compresses what PDF files hold, and the parts of Word files that are not
// carried (see package carrier). It stands before
// github.com/klauspost/compress, which takes a third of the time of the standard library. The
// bytes that it makes follow from its version in go.mod alone, not from the version of Go.
package deflate

import (
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
)

// Effort is how hard is compressed.
type Effort uint8

const (
	Quick Effort = iota // pages
	Usual               // fonts of one document
	Best                // what is prepared once: twice the time, a hundredth smaller
)

// writers keeps compressors, by effort: making one costs more than a page.
var writers = [...]sync.Pool{Quick: pool(zlib.BestSpeed), Usual: pool(zlib.DefaultCompression), Best: pool(zlib.BestCompression)}

func pool(level int) sync.Pool {
	return sync.Pool{New: func() any {
		w, err := zlib.NewWriterLevel(nil, level)
		if err != nil {
			panic(err) // the level is one of zlib's own
		}
		return w
	}}
}

// AppendZlib appends data in the zlib format (RFC 1950) to dst.
func AppendZlib(dst, data []byte, e Effort) []byte {
	w := writers[e].Get().(*zlib.Writer)
	defer writers[e].Put(w)
	out := appender(dst)
	w.Reset(&out)
	w.Write(data) // an appender cannot fail
	w.Close()
	return out
}

// appender is a byte slice to write to.
type appender []byte

func (a *appender) Write(p []byte) (int, error) {
	*a = append(*a, p...)
	return len(p), nil
}

// raw keeps compressors for the parts of archives.
var raw = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // the level is one of flate's own
	}
	return w
}}

// Compressor is a zip.Compressor. Its writer may not be used any more once it is closed.
func Compressor(w io.Writer) (io.WriteCloser, error) {
	d := raw.Get().(*flate.Writer)
	d.Reset(w)
	return &part{d}, nil
}

// part is a compressor that goes back to where it came from.
type part struct{ *flate.Writer }

func (p *part) Close() error {
	err := p.Writer.Close()
	raw.Put(p.Writer)
	p.Writer = nil
	return err
}

// inflaters keeps what inflates the parts of archives.
var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

// Decompressor is a zip.Decompressor. Its reader may not be used any more once it is closed.
func Decompressor(r io.Reader) io.ReadCloser {
	d := inflaters.Get().(io.ReadCloser)
	d.(flate.Resetter).Reset(r, nil) // never fails
	return &inflated{d}
}

// inflated is an inflater that goes back to where it came from.
type inflated struct{ io.ReadCloser }

func (i *inflated) Close() error {
	err := i.ReadCloser.Close()
	inflaters.Put(i.ReadCloser)
	i.ReadCloser = nil
	return err
}
