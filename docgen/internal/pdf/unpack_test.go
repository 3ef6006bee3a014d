package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

var compressedLength = regexp.MustCompile(`(/FlateDecode)/Length [0-9]+`)

// unpack writes a file out for reading: objects in order of their numbers,
// streams inflated, what is not ASCII escaped, binary streams by their size.
// How long a stream is when compressed is left out: that is zlib's business.
func unpack(t *testing.T, data []byte) string {
	t.Helper()
	f, err := openSource(data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%q\n", data[:len(header)])
	for id := 1; id < len(f.offsets); id++ {
		o, s, err := f.open(reference(id))
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(compressedLength.ReplaceAllString(readable(data[f.offsets[id]:s.at]), "$1"))
		b.WriteByte('\n')
		if !s.keyword("stream") {
			continue
		}
		d, raw, err := f.stream(reference(id))
		if err != nil {
			t.Fatal(err)
		}
		if o.(dict)["Filter"] != name("DCTDecode") {
			if raw, err = inflate(d, raw, maxExtracted); err != nil {
				t.Fatal(err)
			}
		}
		if d["Length1"] != nil || d["N"] != nil {
			fmt.Fprintf(&b, "(%d bytes)\n", len(raw))
			continue
		}
		b.WriteString(readable(raw))
		b.WriteByte('\n')
	}
	trailer := data[bytes.LastIndex(data, []byte("trailer")):bytes.LastIndex(data, []byte("/ID"))]
	b.WriteString(readable(trailer))
	b.WriteByte('\n')
	return b.String()
}

// readable escapes all but ASCII and line ends.
func readable(b []byte) string {
	var out strings.Builder
	for _, c := range b {
		if c == '\n' || c >= ' ' && c < 0x7f {
			out.WriteByte(c)
		} else {
			fmt.Fprintf(&out, "\\x%02x", c)
		}
	}
	return out.String()
}
