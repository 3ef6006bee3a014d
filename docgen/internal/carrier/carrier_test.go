package carrier

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"testing"
)

type brokenWriter struct{}

var errBroken = errors.New("broken")

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

// TestWrite: each part comes out byte for byte in its place, through the library and past it.
func TestWrite(t *testing.T) {
	for _, tt := range []struct{ main, relations string }{
		{"word/document.xml", "word/_rels/document.xml.rels"},
		{"word/document.xml", "word/_rels/other.rels"}, // the library wants relations
		{"word/document2.xml", "word/_rels/document2.xml.rels"},
	} {
		parts := []Part{
			{"[Content_Types].xml", []byte("<Types/>"), nil},
			{tt.main, []byte("<body/>"), nil},
			{tt.relations, []byte("<Relationships/>"), nil},
			{"word/header1.xml", []byte("<hdr/>"), nil},
			{"word/footnotes.xml", []byte("<notes/>"), nil},
			{"word/media/image1.png", []byte("\x89PNG"), nil},
		}
		var b bytes.Buffer
		if err := Write(&b, tt.main, parts); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range parts {
			f, err := z.File[i].Open()
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(f)
			if err != nil || z.File[i].Name != p.Name || !bytes.Equal(got, p.Content) || z.File[i].Modified.Year() != 1980 {
				t.Errorf("%s: %s holds %q of %v, %v", tt.main, z.File[i].Name, got, z.File[i].Modified, err)
			}
		}
		// Parts that come packed are written past the library, to the same bytes.
		packed := slices.Clone(parts)
		for i := range packed {
			if packed[i].carried() {
				continue
			}
			p, err := Pack(packed[i].Content)
			if err != nil {
				t.Fatal(err)
			}
			packed[i].Packed = p
		}
		var again bytes.Buffer
		if err := Write(&again, tt.main, packed); err != nil || !bytes.Equal(again.Bytes(), b.Bytes()) {
			t.Errorf("%s: packed it is another file, %v", tt.main, err)
		}
		packed[0].Packed = packed[4].Packed
		if err := Write(io.Discard, tt.main, packed); err == nil {
			t.Errorf("%s: a part with the bytes of another was not noticed", tt.main)
		}
		if err := Write(brokenWriter{}, tt.main, parts); !errors.Is(err, errBroken) {
			t.Errorf("error %v, want the writer's", err)
		}
	}
}

// TestCompare: nothing is lost on the way unseen.
func TestCompare(t *testing.T) {
	parts := []Part{{Name: mainPart, Content: []byte("<b/>")}, {Name: "a.xml", Content: []byte("<a/>")}}
	file, err := stored(parts)
	if err != nil {
		t.Fatal(err)
	}
	if err := compare(file, parts); err != nil {
		t.Errorf("whole file: %v", err)
	}
	with := func(content string) []Part { return []Part{{Name: mainPart, Content: []byte(content)}, parts[1]} }
	for name, bad := range map[string]error{
		"cut file":      compare(file[:len(file)-30], parts),
		"other content": compare(file, with("<c/>")),
		"short content": compare(file, with("<b/")),
		"long content":  compare(file, with("<b/>\n")),
		"fewer parts":   compare(file, parts[:1]),
		"other part":    compare(file, []Part{parts[0], {Name: "b.xml", Content: parts[1].Content}}),
	} {
		if bad == nil {
			t.Errorf("%s was not noticed", name)
		}
	}
}

// TestPackedIs: a part that came packed is known again by its bytes, so that it is not read back; any other is not.
func TestPackedIs(t *testing.T) {
	content, other := bytes.Repeat([]byte("một "), 50), bytes.Repeat([]byte("hai "), 50)
	p, err := Pack(content)
	if err != nil {
		t.Fatal(err)
	}
	file := func(content []byte, method uint16) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.CreateHeader(&zip.FileHeader{Name: "a.xml", Method: method})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	var own bytes.Buffer
	if err := join(&own, nil, []Part{{"a.xml", content, p}}); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		p             *Packed
		file, content []byte
		want          bool
	}{
		"as it was written": {p, own.Bytes(), content, true},
		"not packed":        {nil, own.Bytes(), content, false},
		"stored":            {p, file(content, zip.Store), content, false},
		"other words":       {p, file(other, zip.Deflate), other, false},
		"asked for others":  {p, own.Bytes(), other, false},
	} {
		z, err := zip.NewReader(bytes.NewReader(tt.file), int64(len(tt.file)))
		if err != nil {
			t.Fatal(err)
		}
		if got := tt.p.is(tt.file, z.File[0], tt.content); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
		if tt.p.is(tt.file[:30], z.File[0], tt.content) {
			t.Errorf("%s: known in a file that is cut off", name)
		}
	}
}

// TestShelf: the same content is packed once, whoever asks; a shelf that is full is emptied.
func TestShelf(t *testing.T) {
	var s Shelf
	content := []byte("<styles/>")
	first, err := s.Pack(content)
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 50 {
				again, err := s.Pack([]byte("<styles/>"))
				if err != nil || again != first {
					t.Errorf("packed again: %v", err)
				}
				if _, err := s.Pack(fmt.Appendf(nil, "<a n='%d'/>", i)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	size := 0
	for content := range s.packed {
		size += len(content)
	}
	if len(s.packed) != 51 || s.size != size {
		t.Errorf("%d contents of %d bytes, together %d", len(s.packed), s.size, size)
	}
	copy(content, "<other-s>")
	if other, err := s.Pack(content); err != nil || other == first || string(first.content) != "<styles/>" {
		t.Errorf("a content that was changed later is %q, %v", first.content, err)
	}
	if _, err := s.Pack(make([]byte, largestShelf-100)); err != nil {
		t.Fatal(err)
	}
	if again, err := s.Pack([]byte("<styles/>")); err != nil || again == first || len(s.packed) != 2 {
		t.Errorf("%d contents on a shelf that was full, %v", len(s.packed), err)
	}
}
