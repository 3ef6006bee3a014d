package pdf

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// golden compares text with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and read the change\n%s", file, got)
	}
}

// variants are the ways in which a document can be written.
func variants() map[string]Options {
	shared, plain := usualOptions(), usualOptions()
	shared.Shared, plain.Flavour = true, Plain
	return map[string]Options{"a2a": usualOptions(), "a3a": archiveOptions(), "shared": shared, "plain": plain}
}

func TestSameBytes(t *testing.T) {
	want := make(map[string][]byte)
	for name, o := range variants() {
		want[name] = write(t, specimen(t), o)
	}
	var wait sync.WaitGroup
	for range 25 {
		wait.Go(func() { // between them, so that what is pooled was used for another document
			for name, o := range variants() {
				write(t, onePage(t), o)
				if !bytes.Equal(write(t, specimen(t), o), want[name]) {
					t.Errorf("%s: other bytes from the same document", name)
				}
			}
		})
	}
	wait.Wait()
}

func TestSound(t *testing.T) {
	for name, o := range variants() {
		t.Run(name, func(t *testing.T) {
			data := write(t, specimen(t), o)
			tool(t, data, "qpdf", "--check", "FILE")
			for _, line := range strings.Split(tool(t, data, "pdffonts", "FILE"), "\n")[2:] {
				if f := strings.Fields(line); len(f) > 0 && strings.Join(f[4:7], " ") != "yes yes yes" {
					t.Errorf("a font is not embedded, a subset and mapped to Unicode: %s", line)
				}
			}
			info := tool(t, data, "pdfinfo", "FILE")
			for _, want := range []string{"Title:           Kế hoạch Tuyên truyền", "Producer:        vanban 0.1.0", "Pages:           3",
				"595.28 x 841.89 pts (A4)"} {
				if !strings.Contains(info, want) {
					t.Errorf("pdfinfo does not say %q:\n%s", want, info)
				}
			}
		})
	}
}

// What a screen reader hears, from top to end.
func TestStructure(t *testing.T) {
	golden(t, "structure.txt", tool(t, write(t, specimen(t), usualOptions()), "pdfinfo", "-struct-text", "FILE"))
}

// Every word comes back in NFC, no-break spaces and hyphens as plain ones.
func TestTextComesBack(t *testing.T) {
	for name, o := range variants() {
		text := tool(t, write(t, specimen(t), o), "pdftotext", "-raw", "FILE", "-")
		text = strings.Join(strings.Fields(text), " ")
		for _, want := range []string{prose, "/KH-UBND, Điều 3", "Lan tỏa gương người tốt (việc tốt).", "1 Theo \\ số liệu (năm 2025).",
			"Tiền (đồng)"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q does not come back from\n%s", name, want, text)
			}
		}
	}
}

// Letters beyond the repertoire come from a second font, between the others.
func TestExtraLetters(t *testing.T) {
	s := newSheet(t)
	const text = "Góc α của λ(x) là Ω."
	s.line(s.under(nil, "P"), font.Regular, left, text)
	o := usualOptions()
	o.Shared = true
	data := write(t, s.r, o)
	if got := tool(t, data, "pdftotext", "FILE", "-"); strings.TrimSpace(got) != text {
		t.Errorf("got %q", got)
	}
	if fonts := tool(t, data, "pdffonts", "FILE"); strings.Count(fonts, "+LiberationSerif ") != 2 {
		t.Errorf("want two fonts:\n%s", fonts)
	}
	if got := tool(t, write(t, s.r, usualOptions()), "pdffonts", "FILE"); strings.Count(got, "+LiberationSerif ") != 1 {
		t.Errorf("want one font:\n%s", got)
	}
}

// veraPDF is downloaded by its script, so the test runs in CI alone.
func TestVeraPDF(t *testing.T) {
	if os.Getenv("CI") == "" {
		t.Skip("runs in CI")
	}
	dir := t.TempDir()
	files := make(map[string][]string)
	add := func(name string, r *layout.Result, o Options) {
		file := filepath.Join(dir, name+".pdf")
		if err := os.WriteFile(file, write(t, r, o), 0o666); err != nil {
			t.Fatal(err)
		}
		if o.Flavour == A3A {
			files["3a"] = append(files["3a"], file)
		} else {
			files["2a"] = append(files["2a"], file)
		}
		files["ua1"] = append(files["ua1"], file)
	}
	for name, o := range variants() {
		if o.Flavour.tagged() {
			add("specimen-"+name, specimen(t), o)
			add("page-"+name, onePage(t), o)
		}
	}
	add("bare", newSheet(t).r, Options{})
	for name, r := range layoutCases(t) {
		if _, err := chooseFonts(r, embedded(t), false); err == nil { // else the case is about missing letters
			add("case-"+name, r, usualOptions())
		}
	}
	for flavour, list := range files {
		out, err := exec.Command("../../../.ci/verapdf.sh", append([]string{"-f", flavour}, list...)...).CombinedOutput()
		t.Logf("%s", out)
		if err != nil {
			t.Errorf("%s: %v", flavour, err)
		}
	}
}

func TestMissingGlyph(t *testing.T) {
	s := newSheet(t)
	p := s.under(nil, "P")
	s.line(p, font.Bold, left, "vui 😀 quá 中😀")
	s.line(p, font.Italic, left, "ก")
	for _, shared := range []bool{false, true} {
		var out bytes.Buffer
		err := Write(&out, s.r, embedded(t), Options{Shared: shared})
		var missing *font.MissingGlyphError
		if !errors.As(err, &missing) || missing.Style != font.Bold || string(missing.Runes) != "😀中" {
			t.Errorf("got %v", err)
		}
		if err == nil || !strings.Contains(err.Error(), `the italic face lacks "ก"`) {
			t.Errorf("the second face is not named: %v", err)
		}
		if out.Len() > 0 {
			t.Error("something was written")
		}
	}
}

func TestRefuses(t *testing.T) {
	act := func(a layout.Act) *layout.Result {
		s := newSheet(t)
		s.draw(a)
		return s.r
	}
	inTree := func(a func(e *layout.Element) layout.Act, role string) *layout.Result {
		s := newSheet(t)
		s.draw(a(s.under(nil, role)))
		return s.r
	}
	anchor := func(url, target string) func(e *layout.Element) layout.Act {
		return func(e *layout.Element) layout.Act {
			return &layout.Anchor{Width: 1, Height: 1, URL: url, Target: target, Elem: e}
		}
	}
	twice := newSheet(t)
	twice.r.Root.Kids = append(twice.r.Root.Kids, twice.under(nil, "P"))
	loop := newSheet(t)
	loop.r.Root.Kids = append(loop.r.Root.Kids, loop.r.Root)
	role := newSheet(t)
	role.under(nil, "Letterhead")
	outline := newSheet(t)
	outline.r.Outline = []*layout.Bookmark{{Title: "x", Level: 1, Page: 1}}
	text := func(e *layout.Element) *layout.Text { return &layout.Text{S: "a", Size: body, Elem: e} }
	attached := func(a ...doc.Attached) Options { return Options{Flavour: A3A, Attachments: a} }
	for _, c := range []struct {
		name string
		r    *layout.Result
		o    Options
		says string
	}{
		{"nothing", nil, Options{}, "no pages"},
		{"no pages", &layout.Result{}, Options{}, "no pages"},
		{"flavour", newSheet(t).r, Options{Flavour: 9}, "unknown flavour 9"},
		{"attachments in A-2", newSheet(t).r, Options{Attachments: make([]doc.Attached, 1)}, "only a PDF/A-3"},
		{"attachment's name", newSheet(t).r, attached(doc.Attached{Name: "../a", MIME: "a/b", Relationship: "Data"}),
			"not out of the folder"},
		{"attachment's folder", newSheet(t).r, attached(doc.Attached{Name: ".", MIME: "a/b", Relationship: "Data"}), "not out of the folder"},
		{"attachment's slash", newSheet(t).r, attached(doc.Attached{Name: `a\b`, MIME: "a/b", Relationship: "Data"}),
			"not out of the folder"},
		{"attachment's type", newSheet(t).r, attached(doc.Attached{Name: "a", MIME: "b", Relationship: "Data"}), "no MIME type"},
		{"attachment's relationship", newSheet(t).r, attached(doc.Attached{Name: "a", MIME: "a/b", Relationship: "Friend"}), `"Friend"`},
		{"attachment twice", newSheet(t).r,
			attached(doc.Attached{Name: "a", MIME: "a/b", Relationship: "Data"}, doc.Attached{Name: "a", MIME: "a/b", Relationship: "Data"}),
			`two attachments "a"`},
		{"build record", newSheet(t).r, Options{Build: []Property{{"a b", ""}}}, `"a b"`},
		{"no root", &layout.Result{Pages: newSheet(t).r.Pages}, Options{}, "Document"},
		{"element twice", twice.r, Options{}, "twice"},
		{"loop", loop.r, Options{}, "twice"},
		{"role", role.r, Options{}, `"Letterhead"`},
		{"outline", outline.r, Options{}, "page 2 of 1"},
		{"foreign element", act(text(&layout.Element{Role: "P"})), Options{}, "not in the structure tree"},
		{"size", act(&layout.Text{S: "a"}), Options{}, "size 0.00pt"},
		{"unknown act", act(nil), Options{}, "unknown act"},
		{"no picture", act(&layout.Image{}), Options{}, "no picture"},
		{"dead link", inTree(anchor("", "x"), "Link"), Options{}, `"x", which is nowhere`},
		{"two ways", inTree(anchor("u", "x"), "Link"), Options{}, "both"},
		{"link without element", act(anchor("u", "")(nil)), Options{}, "no element of role Link"},
		{"link in a paragraph", inTree(anchor("u", ""), "P"), Options{}, "no element of role Link"},
		{"page size", &layout.Result{Pages: []*layout.Page{{}}, Root: &layout.Element{Role: "Document"}}, Options{}, "0.00pt by 0.00pt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			err := Write(&out, c.r, embedded(t), c.o)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want %q", err, c.says)
			}
			if out.Len() > 0 {
				t.Error("something was written")
			}
		})
	}
}

// Nothing but text, in the smallest file: its bytes, streams unpacked.
func TestTinyFile(t *testing.T) {
	s := newSheet(t)
	s.page.Width, s.page.Height = doc.Pt(300), doc.Pt(200)
	s.y = doc.Pt(50)
	s.line(s.under(nil, "H1"), font.Bold, doc.Pt(30), "Kế hoạch")
	p := s.under(nil, "P")
	s.draw(&layout.Text{X: doc.Pt(30), Y: doc.Pt(80), Size: body, Space: doc.Pt(1.5), S: "một hai ", Elem: p})
	s.draw(&layout.Text{X: doc.Pt(30), Y: doc.Pt(100), Size: body, Color: 0xc00000, S: "(ba\\)", Elem: p})
	s.draw(&layout.Line{X1: doc.Pt(30), Y1: doc.Pt(60), X2: doc.Pt(90), Y2: doc.Pt(60), Thickness: doc.Pt(0.75)})
	s.r.Outline = []*layout.Bookmark{{Title: "Kế hoạch", Level: 1}}
	golden(t, "tiny.txt", unpack(t, write(t, s.r, usualOptions())))
}
