package ooxml

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"testing"
)

// pack makes a package of parts.
func pack(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLinks(t *testing.T) {
	p, err := Open(pack(t, map[string]string{
		"_rels/.rels": `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/XL/Workbook.xml"/></Relationships>`,
		`xl\_rels\workbook.xml.rels`: `<Relationships><Relationship Id="b" Type="http://x/worksheet" Target="sheets/one.xml"/>` +
			`<Relationship Id="c" Type="http://x/hyperlink" Target="http://a.vn" TargetMode="External"/>` +
			`<Relationship Id="d" Type="http://x/theme" Target="../../../etc/passwd"/></Relationships>`,
		"xl/workbook.xml": "<workbook/>",
	}))
	if err != nil {
		t.Fatal(err)
	}
	book, err := p.Main()
	if err != nil || book != "XL/Workbook.xml" {
		t.Fatal(book, err)
	}
	links, err := p.Links(book)
	const want = "[{b worksheet XL/sheets/one.xml} {d theme etc/passwd}]"
	if got := fmt.Sprint(links); err != nil || got != want {
		t.Errorf("%s, %v, want %s", got, err, want)
	}
	if _, err := p.Part("xl/none.xml", 10); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestBounds(t *testing.T) {
	src := pack(t, map[string]string{"a": "0123456789"})
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	var packed bytes.Buffer
	f, err := flate.NewWriter(&packed, 1)
	if err == nil {
		_, err = io.WriteString(f, "0123456789")
		err = errors.Join(err, f.Close())
	}
	w, err2 := z.CreateRaw(&zip.FileHeader{Name: "a", Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: 3})
	if err2 == nil {
		_, err2 = w.Write(packed.Bytes())
	}
	if err = errors.Join(err, err2, z.Close()); err != nil {
		t.Fatal(err)
	}
	lies := b.Bytes() // of its size
	for _, tt := range []struct {
		src   []byte
		bound int64
		large bool
		ok    bool
	}{{src, 10, false, true}, {src, 9, true, false}, {lies, 5, false, false}} {
		p, err := Open(tt.src)
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.Part("a", tt.bound)
		if err == nil {
			_, err = io.Copy(io.Discard, r)
		}
		var size *SizeError
		if errors.As(err, &size) != tt.large || (err == nil) != tt.ok || size != nil && size.Bound != tt.bound {
			t.Errorf("bound %d: %v", tt.bound, err)
		}
	}
	many := make(map[string]string)
	for i := range maxParts + 1 {
		many[fmt.Sprint(i)] = ""
	}
	var size *SizeError
	if _, err := Open(pack(t, many)); !errors.As(err, &size) || size.Size != maxParts+1 {
		t.Error(err)
	}
	if _, err := Open([]byte("\xd0\xcf\x11\xe0...")); !errors.Is(err, ErrProtected) {
		t.Error(err)
	}
	if p, err := Open(pack(t, map[string]string{"_rels/.rels": "<Relationships/>"})); err != nil {
		t.Error(err)
	} else if _, err := p.Main(); err == nil {
		t.Error("a package without document has a main part")
	}
}
