package text

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
)

var update = flag.Bool("update", false, "rewrite the expected parts of the case files")

func write(t *testing.T, f *doc.Flow) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestCases reads testdata/*.txtar: in.yaml is a flow in the notation of
// package flowcase, text what is written of it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			flow, err := flowcase.Read(ar.Files[0].Data)
			if err != nil {
				t.Fatal(err)
			}
			got := txtar.Format(&txtar.Archive{Comment: ar.Comment, Files: []txtar.File{
				ar.Files[0], {Name: "text", Data: []byte(write(t, flow))},
			}})
			if *update {
				if err := os.WriteFile(name, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := txtar.Format(ar); !bytes.Equal(got, want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// TestComposed sees that what comes in decomposed letters goes out in NFC,
// and that letters which keep words together become ordinary ones.
func TestComposed(t *testing.T) {
	p := &doc.Paragraph{Inlines: doc.T("Vie\u0323\u0302t\u00a0Nam 2021\u20112025")}
	got := write(t, &doc.Flow{Sections: []*doc.Section{{Blocks: []doc.Block{p}}}})
	if want := "Việt Nam 2021-2025\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestUnknown sees that an unknown node is an error that names it, and that nothing is written.
func TestUnknown(t *testing.T) {
	for want, b := range map[string]doc.Block{
		"unknown block <nil>":  nil,
		"unknown inline <nil>": &doc.Paragraph{Inlines: []doc.Inline{nil}},
	} {
		var out bytes.Buffer
		err := Write(&out, &doc.Flow{Sections: []*doc.Section{{Blocks: []doc.Block{b}}}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
		if out.Len() > 0 {
			t.Errorf("%q was written", out.String())
		}
	}
}

type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteError(t *testing.T) {
	p := &doc.Paragraph{Inlines: doc.T("x")}
	err := Write(full{}, &doc.Flow{Sections: []*doc.Section{{Blocks: []doc.Block{p}}}})
	if !errors.Is(err, errFull) {
		t.Errorf("error %v, want %v", err, errFull)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in      string
		letters int
		want    string
	}{
		{"", 5, ""},
		{"một hai ba", 7, "một hai|ba"},
		{"a abcdefghijk b", 4, "a|abcd|efgh|ijk|b"},
		{"đđ đđ", 0, "đ|đ|đ|đ"},
	} {
		if got := strings.Join(wrap(c.in, c.letters), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.in, c.letters, got, c.want)
		}
	}
}
