package text

import (
	"bytes"
	"errors"
	"flag"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
	"github.com/vanban-go/vanban/internal/casefile"
)

var update = flag.Bool("update", false, "rewrite the expected parts of the case files")

func write(t *testing.T, f *flow.Flow) string {
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
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		flow, err := flowcase.Read(in.Files[0].Data)
		if err != nil {
			t.Fatal(err)
		}
		return []txtar.File{in.Files[0], {Name: "text", Data: []byte(write(t, flow))}}
	})
}

// TestComposed sees that what comes in decomposed letters goes out in NFC,
// and that letters which keep words together become ordinary ones.
func TestComposed(t *testing.T) {
	p := &flow.Paragraph{Inlines: doc.T("Vie\u0323\u0302t\u00a0Nam 2021\u20112025")}
	got := write(t, &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{p}}}})
	if want := "Việt Nam 2021-2025\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLinks: a link says its address, unless its words do.
func TestLinks(t *testing.T) {
	for words, want := range map[string]string{
		"a":                   "a (https://xa.vn/a)\n",
		"xa.vn":               "xa.vn (https://xa.vn/a)\n",
		"xa.vn/a":             "xa.vn/a\n",
		"https://xa.vn/a":     "https://xa.vn/a\n",
		"https://xa.vn/a/b":   "https://xa.vn/a/b (https://xa.vn/a)\n",
		"trang https://xa.vn": "trang https://xa.vn (https://xa.vn/a)\n",
	} {
		p := &flow.Paragraph{Inlines: []doc.Inline{&doc.Link{URL: "https://xa.vn/a", Inlines: doc.T(words)}}}
		if got := write(t, &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{p}}}}); got != want {
			t.Errorf("%q gives %q, want %q", words, got, want)
		}
	}
}

// TestSpaceAbove: a heading that asks for space has an empty line above it.
func TestSpaceAbove(t *testing.T) {
	p := func(role flow.Role, before doc.Length) *flow.Paragraph {
		return &flow.Paragraph{Role: role, Before: before, Inlines: doc.T("x")}
	}
	for _, tt := range []struct {
		block *flow.Paragraph
		want  string
	}{
		{p(flow.RoleHeading, 1), "x\n\nx\n"}, {p(flow.RoleTitle, doc.Point), "x\n\nx\n"},
		{p(flow.RoleHeading, 0), "x\nx\n"}, {p(flow.RoleNone, doc.Point), "x\nx\n"},
	} {
		got := write(t, &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{p(flow.RoleNone, 0), tt.block}}}})
		if got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.block, got, tt.want)
		}
	}
}

// TestSections: an empty line stands between the sections that have words.
func TestSections(t *testing.T) {
	for _, tt := range []struct {
		words []string
		want  string
	}{
		{[]string{"a", "b"}, "a\n\nb\n"}, {[]string{"a", "", "b"}, "a\n\nb\n"}, {[]string{"a", ""}, "a\n"},
	} {
		f := &flow.Flow{}
		for _, s := range tt.words {
			section := &flow.Section{}
			if s != "" {
				section.Blocks = []flow.Block{&flow.Paragraph{Inlines: doc.T(s)}}
			}
			f.Sections = append(f.Sections, section)
		}
		if got := write(t, f); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.words, got, tt.want)
		}
	}
}

// TestUnknown sees that an unknown node is an error that names it, and that nothing is written.
func TestUnknown(t *testing.T) {
	for want, b := range map[string]flow.Block{
		"unknown block <nil>":  nil,
		"unknown inline <nil>": &flow.Paragraph{Inlines: []doc.Inline{nil}},
	} {
		var out bytes.Buffer
		before := &flow.Paragraph{Inlines: doc.T(strings.Repeat("văn bản ", 1000))}
		err := Write(&out, &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{before}}, {Blocks: []flow.Block{b}}}})
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
	p := &flow.Paragraph{Inlines: doc.T("x")}
	err := Write(full{}, &flow.Flow{Sections: []*flow.Section{{Blocks: []flow.Block{p}}}})
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
