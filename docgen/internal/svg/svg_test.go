package svg

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/layout/flowcase"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/plan/diag"
)

var update = flag.Bool("update", false, "rewrite the expected parts of the case files")

// halfEm is a made-up family: the outlines of the embedded one, every letter half an em wide.
var halfEm = sync.OnceValues(func() (*font.Set, error) {
	files := fstest.MapFS{}
	for i, data := range [][]byte{
		liberationserifregular.TTF, liberationserifbold.TTF, liberationserifitalic.TTF, liberationserifbolditalic.TTF,
	} {
		data = slices.Clone(data)
		var hhea, hmtx []byte
		for dir := data[12:]; hhea == nil || hmtx == nil; dir = dir[16:] {
			switch table := data[binary.BigEndian.Uint32(dir[8:]):]; string(dir[:4]) {
			case "hhea":
				hhea = table
			case "hmtx":
				hmtx = table
			}
		}
		for n := range int(binary.BigEndian.Uint16(hhea[34:])) {
			binary.BigEndian.PutUint16(hmtx[4*n:], font.Em/2)
		}
		files[fmt.Sprintf("%d.ttf", i)] = &fstest.MapFile{Data: data}
	}
	return font.Load(files)
})

func madeUp(t testing.TB) *font.Set {
	t.Helper()
	set, err := halfEm()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// pagesOf lays out a case; its pictures, which have no data, are one dot.
func pagesOf(t testing.TB, src []byte, set *font.Set) *layout.Result {
	t.Helper()
	flow, err := flowcase.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := layout.Pages(context.Background(), flow, set)
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range r.Pages {
		for _, act := range page.Acts {
			if i, ok := act.(*layout.Image); ok {
				i.Picture.Data = dot(t, png.Encode)
			}
		}
	}
	return r
}

// dot is a picture of one pixel.
func dot(t testing.TB, encode func(io.Writer, image.Image) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t testing.TB, r *layout.Result, set *font.Set, o Options) [][]byte {
	t.Helper()
	files, err := Write(r, set, o)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// embeddedData finds the bytes of fonts and pictures, and the name that is made of them.
var (
	embeddedData = regexp.MustCompile(`;base64,([A-Za-z0-9+/=]*)`)
	familyName   = regexp.MustCompile(`vanban-[0-9a-f]{12}`)
)

// TestCases reads testdata/*.txtar; testdata/README.md says how they are written.
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		files := in.Files[:1:1]
		for i, b := range write(t, pagesOf(t, in.Files[0].Data, madeUp(t)), madeUp(t), Options{Title: "Kế hoạch"}) {
			b = embeddedData.ReplaceAll(b, []byte(";base64,…"))
			b = familyName.ReplaceAll(b, []byte("vanban-…"))
			files = append(files, txtar.File{Name: fmt.Sprintf("%d.svg", i+1), Data: b})
		}
		return files
	})
}

// element is any element of a file that was read back.
type element struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Kids    []element  `xml:",any"`
	Text    string     `xml:",chardata"`
	Inner   []byte     `xml:",innerxml"`
}

func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// walk visits an element and all below it.
func (e *element) walk(f func(*element)) {
	f(e)
	for i := range e.Kids {
		e.Kids[i].walk(f)
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// words gives the text of an element in order, without its tags.
func (e *element) words(t *testing.T) string {
	var back struct {
		Text string `xml:",chardata"`
	}
	if err := xml.Unmarshal(slices.Concat([]byte("<a>"), tags.ReplaceAll(e.Inner, nil), []byte("</a>")), &back); err != nil {
		t.Fatal(err)
	}
	return back.Text
}

func read(t *testing.T, file []byte) *element {
	t.Helper()
	if bytes.Contains(file, []byte("<!")) || bytes.Contains(file, []byte("<?")) {
		t.Error("a file holds more than elements")
	}
	root := new(element)
	if err := xml.Unmarshal(file, root); err != nil {
		t.Fatal(err)
	}
	return root
}

// TestLayoutCases writes all that layout can do: the files are sound and alone, and hold
// all words in order.
func TestLayoutCases(t *testing.T) {
	set, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("../layout/testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases of layout: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			in, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			r := pagesOf(t, in.Files[0].Data, set)
			files, err := Write(r, set, Options{})
			var missing *font.MissingGlyphError
			if errors.As(err, &missing) {
				return // the case is about them
			}
			if err != nil {
				t.Fatal(err)
			}
			if len(files) != len(r.Pages) {
				t.Fatalf("%d files of %d pages", len(files), len(r.Pages))
			}
			for i, file := range files {
				var got, want strings.Builder
				read(t, file).walk(func(e *element) {
					switch e.XMLName.Local {
					case "svg", "title", "style", "g", "rect", "line", "image", "a", "tspan":
					case "text":
						got.WriteString(e.words(t))
					default:
						t.Errorf("an element %s", e.XMLName.Local)
					}
					if href := e.attr("href"); e.XMLName.Local != "a" && href != "" && !strings.HasPrefix(href, "data:image/png;base64,") {
						t.Errorf("the file needs %s", href)
					}
				})
				for _, act := range r.Pages[i].Acts {
					if text, ok := act.(*layout.Text); ok {
						want.WriteString(lines.Plain(text.S))
					}
				}
				if got.String() != want.String() {
					t.Errorf("page %d reads\n%s\nwant\n%s", i+1, &got, &want)
				}
			}
		})
	}
}

// TestFonts sees that pages share their fonts, which hold the letters of all pages and
// no others, and that other letters have another name.
func TestFonts(t *testing.T) {
	src := "page: {width: 100, height: 60, margin: 10}\nblocks:\n- {p: \"abc **%s**\"}\n- {break: true}\n- {p: \"ab%s~a{br}*d*\"}\n"
	rules := func(words ...any) (string, []string) {
		t.Helper()
		files := write(t, pagesOf(t, fmt.Appendf(nil, src, words...), madeUp(t)), madeUp(t), Options{})
		style := string(read(t, files[0]).Kids[1].Text)
		if other := read(t, files[1]).Kids[1].Text; len(files) != 2 || other != style {
			t.Errorf("pages have other fonts")
		}
		name := familyName.FindString(style)
		if n := strings.Count(style, "@font-face{font-family:"+name+";"); n != 3 || strings.Count(style, "@") != n {
			t.Errorf("%d faces of %s", n, name)
		}
		if !bytes.Contains(files[1], []byte(`<g font-family="`+name+`,'Times New Roman'`)) {
			t.Errorf("text is not in %s", name)
		}
		var letters []string
		for _, m := range embeddedData.FindAllStringSubmatch(style, -1) {
			data, err := base64.StdEncoding.DecodeString(m[1])
			if err != nil {
				t.Fatal(err)
			}
			face, err := font.Parse(data)
			if err != nil {
				t.Fatal(err)
			}
			has := ""
			for r := ' '; r < 0x250; r++ {
				if _, ok := face.Advance(r); ok {
					has += string(r)
				}
			}
			letters = append(letters, has)
		}
		return name, letters
	}
	one, letters := rules("ê", "x")
	if want := []string{" abcx\u00a0", "ê", "d"}; !slices.Equal(letters, want) {
		t.Errorf("faces hold %q, want %q", letters, want)
	}
	if again, _ := rules("ê", "x"); again != one {
		t.Errorf("fonts of the same letters are called %s and %s", one, again)
	}
	for _, words := range [][]any{{"ê", "y"}, {"e", "x"}} {
		if other, _ := rules(words...); other == one {
			t.Errorf("fonts of %v are called %s too", words, other)
		}
	}
}

// TestRepeatable writes at once in several goroutines.
func TestRepeatable(t *testing.T) {
	in, err := txtar.ParseFile("testdata/lines.txtar")
	if err != nil {
		t.Fatal(err)
	}
	r := pagesOf(t, in.Files[0].Data, madeUp(t))
	want := write(t, r, madeUp(t), Options{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got, err := Write(r, madeUp(t), Options{}); err != nil || !slices.EqualFunc(got, want, bytes.Equal) {
				t.Errorf("written again it differs, %v", err)
			}
		})
	}
	wg.Wait()
}

func TestOptions(t *testing.T) {
	r := &layout.Result{Pages: []*layout.Page{{Width: doc.MM(148.5), Height: doc.MM(210)}, {Width: doc.MM(210), Height: doc.MM(297)}}}
	for _, c := range []struct {
		o               Options
		language, title string
	}{
		{Options{}, "vi", "Văn bản, trang 1/2"},
		{Options{Title: `A & "B"`, Language: "en"}, "en", `A & "B", trang 1/2`},
	} {
		files := write(t, r, madeUp(t), c.o)
		root := read(t, files[0])
		if root.attr("lang") != c.language || root.Kids[0].Text != c.title {
			t.Errorf("language %q, title %q", root.attr("lang"), root.Kids[0].Text)
		}
		if root.attr("width") != "148.5mm" || root.attr("height") != "210mm" || root.attr("viewBox") != "0 0 420.94 595.28" {
			t.Errorf("%s by %s, view %s", root.attr("width"), root.attr("height"), root.attr("viewBox"))
		}
		if bytes.Contains(files[0], []byte("<style>")) {
			t.Error("a page without text has fonts")
		}
	}
}

// TestPictures sees that the bytes of a picture are those of its file.
func TestPictures(t *testing.T) {
	jpg := dot(t, func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) })
	for kind, data := range map[string][]byte{"png": dot(t, png.Encode), "jpeg": jpg} {
		file := write(t, page(&layout.Image{Width: doc.MM(20), Height: doc.MM(10), Picture: &doc.Picture{Data: data}}), madeUp(t),
			Options{})[0]
		found := embeddedData.FindSubmatch(file)
		if found == nil || string(found[1]) != base64.StdEncoding.EncodeToString(data) {
			t.Errorf("%s: other data", kind)
		}
		const head = `<image x="0" y="0" width="56.69" height="28.35" aria-hidden="true" preserveAspectRatio="none" href="data:image/`
		if !bytes.Contains(file, []byte(head+kind+";base64,")) {
			t.Errorf("%s: %s", kind, file)
		}
	}
}

// page is a page with some acts.
func page(acts ...layout.Act) *layout.Result {
	return &layout.Result{Pages: []*layout.Page{{Width: doc.MM(210), Height: doc.MM(297), Acts: acts}}}
}

// TestRefused names what cannot be written.
func TestRefused(t *testing.T) {
	picture := func(name string, data []byte) *layout.Image {
		return &layout.Image{Picture: &doc.Picture{Name: name, Data: data}}
	}
	word := &layout.Text{Size: doc.Pt(14), S: "x"}
	flat, thin := page(), page()
	flat.Pages[0].Height, thin.Pages[0].Width = 0, 0
	for _, c := range []struct {
		says string
		r    *layout.Result
	}{
		{"there are no pages", nil},
		{"there are no pages", &layout.Result{}},
		{"page 1: the paper is 595.28pt by 0.00pt", flat},
		{"page 1: the paper is 0.00pt by 841.89pt", thin},
		{"page 1: unknown act <nil>", page(word, nil)},
		{`page 1: text "x" has size 0.00pt`, page(&layout.Text{S: "x"})},
		{`the bold face lacks "😀"`, page(word, &layout.Text{Style: font.Bold, Size: doc.Pt(14), S: "😀"})},
		{"page 1: an image act has no picture", page(&layout.Image{})},
		{"page 1: picture a.png: image: unknown format", page(picture("a.png", []byte("PNG")))},
		{"page 1: picture a.png: unexpected EOF", page(picture("a.png", dot(t, png.Encode)[:20]))},
		{"page 1: picture a.gif: gif is neither PNG nor JPEG", page(picture("a.gif",
			dot(t, func(w io.Writer, m image.Image) error { return gif.Encode(w, m, nil) })))},
		{`page 1: a link leads to "x", which is nowhere`, page(&layout.Anchor{Target: "x"})},
		{`page 1: a link leads to both "http://x" and "x"`, page(&layout.Anchor{URL: "http://x", Target: "x"})},
		{`page 1: a link leads to "javascript:x()", which is no web or mail address`, page(&layout.Anchor{URL: "javascript:x()"})},
		{`which is no web or mail address`, page(linked(word, "javascript:x()")...)},
		{`page 1: character U+0001 cannot stand in a document: "\x01"`, page(&layout.Anchor{URL: "http://x", Alt: "\x01"})},
	} {
		files, err := Write(c.r, madeUp(t), Options{})
		if err == nil || !strings.HasPrefix(err.Error(), "write svg: ") || !strings.Contains(err.Error(), c.says) || files != nil {
			t.Errorf("%d files, error %v, want %q", len(files), err, c.says)
		}
	}
}

// TestPlaces gives runs as other than layout would: each says what is known of its place,
// and what has none is a line of its own.
func TestPlaces(t *testing.T) {
	run := func(x float64, s string, of *flow.Paragraph) *layout.Text {
		return &layout.Text{X: doc.Pt(x), Y: doc.Pt(20), Size: doc.Pt(10), S: s, Elem: &layout.Element{Role: "P"}, Of: of}
	}
	at := diag.At("body")
	of := &flow.Paragraph{At: &at}
	got := write(t, page(run(0, "a", nil), run(10, "b", nil), run(20, "c", of), run(30, "d", of)), madeUp(t), Options{})[0]
	want := `
<text xml:space="preserve" x="0" y="20" font-size="10">a</text>
<text xml:space="preserve" x="10" y="20" font-size="10">b</text>
<text xml:space="preserve" y="20" font-size="10" data-path="body"><tspan x="20">c</tspan><tspan x="30">d</tspan></text>
`
	if !bytes.Contains(got, []byte(want)) {
		t.Errorf("got %s", got)
	}
}

// TestColours gives each act a colour.
func TestColours(t *testing.T) {
	got := write(t, page(
		&layout.Text{Size: doc.Pt(10), Color: 0xc00000, S: "a"},
		&layout.Line{X2: doc.Pt(9), Thickness: doc.Pt(1), Color: 0xff},
		&layout.Rect{Width: doc.Pt(9), Height: doc.Pt(9), Thickness: doc.Pt(1), Color: 0xff00},
		&layout.Rect{Width: doc.Pt(9), Height: doc.Pt(9), Fill: true, Color: 0xffffff},
	), madeUp(t), Options{})[0]
	for _, want := range []string{
		`<text xml:space="preserve" x="0" y="0" font-size="10" fill="#c00000" aria-hidden="true">a</text>`,
		`<line x1="0" y1="0" x2="9" y2="0" stroke="#0000ff" stroke-width="1"/>`,
		`<rect x="0" y="0" width="9" height="9" fill="none" stroke="#00ff00" stroke-width="1"/>`,
		`<rect x="0" y="0" width="9" height="9" fill="#ffffff"/>`,
	} {
		if !bytes.Contains(got, []byte(want+"\n")) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// FuzzText writes any text at all: it is refused, or read back as it is.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "Điều 3", `<a href="x">&amp;'`, "]]>", "a\x00", "\xff", "\ufffe", "a  b\tc\n", "\u00a0\u2011"} {
		f.Add(s)
	}
	set, err := font.Embedded()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		figure := &layout.Element{Role: "Figure", Alt: s}
		file, err := Write(page(
			&layout.Text{Size: doc.Pt(14), S: s, Of: &flow.Paragraph{At: &diag.Pos{Path: s}}},
			&layout.Line{Elem: figure},
		), set, Options{Title: s + "."})
		if err != nil {
			return
		}
		root := read(t, file[0])
		if title := s + "., trang 1/1"; root.Kids[0].Text != title {
			t.Errorf("title %q", root.Kids[0].Text)
		}
		root.walk(func(e *element) {
			switch e.XMLName.Local {
			case "text":
				if e.attr("data-path") != s || e.words(t) != lines.Plain(s) {
					t.Errorf("path %q, text %q", e.attr("data-path"), e.words(t))
				}
			case "g":
				if e.attr("role") == "img" && e.attr("aria-label") != s {
					t.Errorf("label %q", e.attr("aria-label"))
				}
			}
		})
	})
}

// linked is a run of text that is a link.
func linked(text *layout.Text, url string) []layout.Act {
	t := *text
	t.Elem = &layout.Element{Role: "Link"}
	return []layout.Act{&t, &layout.Anchor{URL: url, Elem: t.Elem}}
}
