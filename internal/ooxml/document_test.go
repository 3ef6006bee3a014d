package ooxml

import (
	"archive/zip"
	"bytes"
	"math"
	"testing"
)

// TestMainPart: which part holds the document, where the relations name others too or none.
func TestMainPart(t *testing.T) {
	const theme = `<Relationship Type="x/theme" Target="theme.xml"/>`
	const main = `<Relationship Type="x/officeDocument" Target="main.xml"/>`
	relations := func(s string) string { return "<Relationships>" + s + "</Relationships>" }
	for want, parts := range map[string][]string{
		"main.xml":          {"_rels/.rels", relations(theme + main), "theme.xml", "", "main.xml", ""},
		"word/document.xml": {"_rels/.rels", relations(main + theme), "theme.xml", "", "word/document.xml", ""},
		"Word/Document.xml": {"content.xml", "", "Word/Document.xml", ""},
	} {
		p, err := open(pack(t, parts...))
		if err != nil {
			t.Fatal(err)
		}
		if part, err := p.Main(Word); err != nil || part.Name != want {
			t.Errorf("%v: %v, %v", parts, part, err)
		}
	}
	t.Setenv("GODEBUG", "zipinsecurepath=0")
	if p, err := open(pack(t, `word\document.xml`, "")); err != nil || p.Part("word/document.xml") == nil {
		t.Errorf("a path of Windows, where the system is told to refuse it: %v", err)
	}
}

// TestUnpacked: the bytes of all parts together, as the archive says.
func TestUnpacked(t *testing.T) {
	claims := func(sizes ...uint64) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for i, size := range sizes {
			w, err := z.CreateRaw(&zip.FileHeader{Name: string(rune('a' + i)), UncompressedSize64: size})
			if err != nil {
				t.Fatal(err)
			}
			_, _ = w.Write(nil)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, c := range map[string]struct {
		src  []byte
		want int64
	}{
		"two parts": {pack(t, "a", "0123456789", "b", "x"), 11}, "an empty part": {pack(t, "a", ""), 0}, "no archive": {[]byte("x"), 0},
		"more than can be counted": {claims(1<<62, 1<<62), math.MaxInt64}, "as much as can be": {claims(1<<62, 1<<62-1), math.MaxInt64},
		"much": {claims(1<<62, 5), 1<<62 + 5},
	} {
		if got := Unpacked(bytes.NewReader(c.src), int64(len(c.src))); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}
