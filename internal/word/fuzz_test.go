package word

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

// FuzzRead reads the body of a document and a part of numbering. Whatever they hold: no panic,
// text of UTF-8 alone, runs that lie in the part, and what is left out belongs to a paragraph
// that is there.
func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		in, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		numbering := ""
		for _, c := range in.Files {
			switch {
			case c.Name == "numbering":
				numbering = string(c.Data)
			case strings.HasSuffix(c.Name, ".body"):
				f.Add(string(c.Data), numbering)
			}
		}
	}
	f.Fuzz(func(t *testing.T, body, numbering string) {
		d, found := readBytes(write(body, map[string]string{"numbering": numbering}))
		if d == nil {
			if !found.HasErrors() {
				t.Fatal("neither document nor error")
			}
			return
		}
		if found.HasErrors() {
			t.Fatalf("document and error: %v", found)
		}
		last := 0
		d.Each(func(p *Paragraph) {
			if !utf8.ValidString(p.Text()) {
				t.Fatalf("paragraph %d: %q", p.Number, p.Text())
			}
			last = max(last, p.Number)
		})
		for _, l := range d.Left {
			if l.At != nil && l.At.Number > last {
				t.Fatalf("%q belongs to a paragraph that is not there", l.Text)
			}
		}
	})
}

// FuzzOpen opens an archive that is no archive.
func FuzzOpen(f *testing.F) {
	f.Add(archive(entry{"word/document.xml", document}))
	f.Add(write("<w:p/>", map[string]string{"styles": "", "rels": "a header header1.xml"}))
	f.Add([]byte("\xd0\xcf\x11\xe0"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if d, found := Read("x", bytes.NewReader(src), int64(len(src))); (d == nil) != found.HasErrors() {
			t.Fatalf("%v", found)
		}
	})
}
