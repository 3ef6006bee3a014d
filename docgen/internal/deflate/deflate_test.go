package deflate

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

var sample = []byte(strings.Repeat("Ủy ban nhân dân xã Cẩm Hòa, tỉnh Hà Tĩnh. ", 200) + "1 0 0 1 85.05 56.7 cm\n")

// TestZlib: the standard library reads what is written, behind what stood there; more effort
// gives no more bytes.
func TestZlib(t *testing.T) {
	before := 1 << 30
	for e := Quick; e <= Best; e++ {
		packed := AppendZlib([]byte("before"), sample, e)
		if len(packed) > before {
			t.Errorf("effort %d: %d bytes, %d with less", e, len(packed), before)
		}
		before = len(packed)
		r, err := zlib.NewReader(bytes.NewReader(bytes.TrimPrefix(packed, []byte("before"))))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, sample) {
			t.Errorf("effort %d: %d bytes come back, %v", e, len(got), err)
		}
		if again := AppendZlib([]byte("before"), sample, e); !bytes.Equal(again, packed) {
			t.Errorf("effort %d: other bytes the second time", e)
		}
	}
}

// TestCompressor: parts of an archive come back as they were, read by the standard library and here.
func TestCompressor(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, Compressor)
	for i := range 3 {
		w, err := z.Create(fmt.Sprint(i))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(sample[i:]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, own := range []bool{false, true, true} {
		r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if own {
			r.RegisterDecompressor(zip.Deflate, Decompressor)
			broken := Decompressor(strings.NewReader("no stream")) // what fails does not spoil the next
			if _, err := io.ReadAll(broken); errors.Join(err, broken.Close()) == nil {
				t.Error("a broken part is read")
			}
		}
		for i, f := range r.File {
			part, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(part)
			if err := errors.Join(err, part.Close()); err != nil || !bytes.Equal(got, sample[i:]) {
				t.Errorf("part %d: %d bytes come back, %v", i, len(got), err)
			}
		}
	}
}

// TestBytes: the bytes are those of every machine and every Go, until the module changes.
func TestBytes(t *testing.T) {
	const want = "cac48d46586686ef"
	h := sha256.New()
	for e := Quick; e <= Best; e++ {
		h.Write(AppendZlib(nil, sample, e))
	}
	if got := fmt.Sprintf("%x", h.Sum(nil))[:16]; got != want {
		t.Errorf("the bytes hash to %s, want %s: a new version of the module writes other files, which CHANGELOG.md has to say", got, want)
	}
}
