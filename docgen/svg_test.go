package docgen_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"html"
	"image"
	"image/png"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/form"
	"github.com/vanban-go/vanban/docgen/internal/layout"
	"github.com/vanban-go/vanban/docgen/internal/svg"
	"github.com/vanban-go/vanban/plan"
)

// pagesOf lays a document out by the decree's defaults.
func pagesOf(t testing.TB, d *doc.Document) (*layout.Result, *font.Set) {
	t.Helper()
	fonts, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	f, _, err := form.Apply(t.Context(), d, decree.Default(), fonts)
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := layout.Pages(t.Context(), f, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return r, fonts
}

// svgOf writes a document as SVG.
func svgOf(t testing.TB, d *doc.Document) [][]byte {
	t.Helper()
	r, fonts := pagesOf(t, d)
	files, err := svg.Write(r, fonts, svg.Options{Title: d.Meta.Title})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestSVGOfExamples writes every example: each file is sound XML, nothing but elements,
// and each line that is read has the path of the field that it comes from.
func TestSVGOfExamples(t *testing.T) {
	for _, p := range examples(t) {
		files := svgOf(t, p.document)
		if again := svgOf(t, p.document); !slices.EqualFunc(files, again, bytes.Equal) {
			t.Errorf("%s: written again it differs", p.name)
		}
		for i, file := range files {
			dec, lines := xml.NewDecoder(bytes.NewReader(file)), 0
			for {
				token, err := dec.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s, page %d: %v", p.name, i+1, err)
				}
				switch token := token.(type) {
				case xml.StartElement:
					if token.Name.Local != "text" {
						break
					}
					lines++
					if !slices.ContainsFunc(token.Attr, func(a xml.Attr) bool {
						return a.Name.Local == "data-path" || a.Name.Local == "aria-hidden"
					}) {
						// The mark that ends a paper stands alone behind a table.
						if text, _ := dec.Token(); string(text.(xml.CharData)) != "./." {
							t.Errorf("%s, page %d: %q has no path", p.name, i+1, text)
						}
					}
				case xml.EndElement, xml.CharData:
				default:
					t.Errorf("%s, page %d: a %T", p.name, i+1, token)
				}
			}
			if lines == 0 {
				t.Errorf("%s, page %d is empty", p.name, i+1)
			}
		}
	}
}

// How pictures of a page are compared: at two dots for each of a browser's, both blurred
// over five dots, since each program smooths letters in its own way. A dot differs when
// one of its colours is then more than a quarter of the scale away.
const (
	dotScale = 2
	blur     = 5
	quarter  = 64
	mostDots = 0.00005 // of the dots; the worst page of the examples has 0.00002
)

// sheet is a page as SVG, and where the same stands in PDF.
type sheet struct {
	name  string
	svg   []byte
	pdf   string
	page  int
	moved bool // something stands elsewhere, on purpose
}

// TestSVGLooksLikePDF lets Chromium draw pages in SVG, and poppler the same in PDF, and
// holds the pictures against each other: some pages in one web page, and one alone.
func TestSVGLooksLikePDF(t *testing.T) {
	b := newBrowser(t, "pdftocairo")
	papers := make(map[string]paper)
	for _, p := range examples(t) {
		papers[p.name] = p
	}
	var sheets []*sheet
	for _, c := range []struct {
		name  string
		pages []int
	}{
		{"ke-hoach-cam-ngoc/ke-hoach", []int{1, 5}},
		{"bao-cao-tong-ket-2026/bao-cao", []int{1, 2}},
		{"giay-khen/giay-khen", []int{1}},
		{"mau-1.2-quyet-dinh/quyet-dinh", []int{1}},
	} {
		p := papers[c.name]
		var pdf bytes.Buffer
		if _, err := p.renderer.PDF(context.Background(), &pdf, p.document); err != nil {
			t.Fatal(err)
		}
		files, path := svgOf(t, p.document), b.put(p.file+".pdf", pdf.Bytes())
		for _, n := range c.pages {
			sheets = append(sheets, &sheet{name: fmt.Sprintf("%s, page %d", c.name, n), svg: files[n-1], pdf: path, page: n})
		}
	}
	decision := *sheets[len(sheets)-1]
	for _, c := range [][3]string{
		{"a line lower by 1 pt", ` y="493.01"`, ` y="494.01"`},
		{"a word further right by 1 pt", `<tspan x="386.24" `, `<tspan x="387.24" `},
		{"a rule lower by 1 pt", ` y1="164.17" x2="388.4" y2="164.17"`, ` y1="165.17" x2="388.4" y2="165.17"`},
		{"spaces that are not stretched", `<tspan x="[^"]*" font-weight="normal">`, `<tspan font-weight="normal">`},
		{"a heading in the regular face", `font-size="14" font-weight="bold" data-path="kind"`, `font-size="14" data-path="kind"`},
	} {
		other := decision
		other.name, other.moved, other.svg = c[0], true, regexp.MustCompile(c[1]).ReplaceAll(decision.svg, []byte(c[2]))
		if bytes.Equal(other.svg, decision.svg) {
			t.Errorf("%s: nothing to be changed in the decision", c[0])
		}
		sheets = append(sheets, &other)
	}
	b.compare(t, sheets...)
	b.compare(t, &decision)
}

// size is the paper in a browser's dots.
var size = regexp.MustCompile(`width="([0-9.]+)mm" height="([0-9.]+)mm"`)

func (s *sheet) size(t *testing.T) (width, height int) {
	t.Helper()
	var w, h float64
	if _, err := fmt.Sscanf(string(size.Find(s.svg)), `width="%fmm" height="%fmm"`, &w, &h); err != nil {
		t.Fatalf("%s: %v", s.name, err)
	}
	const dots = 96 / 25.4 // a millimetre
	return int(math.Ceil(w * dots)), int(math.Ceil(h * dots))
}

// compare draws pages, below one another in a web page when there are several, and
// compares each with its page in PDF.
func (b *browser) compare(t *testing.T, sheets ...*sheet) {
	t.Helper()
	var tops []int
	width, height := 0, 0
	var web bytes.Buffer
	web.WriteString(`<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">`)
	for _, s := range sheets {
		w, h := s.size(t)
		fmt.Fprintf(&web, `<div style="position:absolute;left:0;top:%dpx;line-height:0">%s</div>`, height, s.svg)
		tops, width, height = append(tops, height), max(width, w), height+h
	}
	name, content := "pages.html", web.Bytes()
	if len(sheets) == 1 {
		name, content = "page.svg", sheets[0].svg
	}
	// A face that is refused shows as one of another look.
	content = bytes.ReplaceAll(content, []byte(",'Times New Roman','Liberation Serif',serif"), []byte(",monospace"))
	shot := filepath.Join(b.dir, "shot.png")
	said := b.run(t, b.put(name, content), "--enable-logging=stderr", "--hide-scrollbars", "--screenshot="+shot,
		fmt.Sprintf("--window-size=%d,%d", width, height), fmt.Sprintf("--force-device-scale-factor=%d", dotScale))
	if i := strings.Index(said, "OTS parsing error"); i >= 0 {
		t.Errorf("a font is refused: %.200s", said[i:])
	}
	picture := readPNG(t, shot)
	for i, s := range sheets {
		w, h := s.size(t)
		part := picture.SubImage(image.Rect(0, dotScale*tops[i], dotScale*w, dotScale*(tops[i]+h))).(*image.RGBA)
		share := differing(part, b.pdfPage(t, s.pdf, s.page))
		if wrong := share > mostDots; wrong != s.moved {
			t.Errorf("%s: %.4f %% of the dots differ, the bound is %.4f %%", s.name, 100*share, 100*mostDots)
		}
		t.Logf("%s: %.4f %%", s.name, 100*share)
	}
}

// pdfPage draws a page of a PDF file, once.
func (b *browser) pdfPage(t *testing.T, file string, page int) *image.RGBA {
	t.Helper()
	stem, n := fmt.Sprintf("%s-%d", file, page), fmt.Sprint(page)
	if _, err := os.Stat(stem + ".png"); err != nil {
		dots := fmt.Sprint(96 * dotScale)
		out, err := exec.Command("pdftocairo", "-png", "-singlefile", "-r", dots, "-f", n, "-l", n, file, stem).CombinedOutput()
		if err != nil {
			t.Fatalf("pdftocairo: %v\n%s", err, out)
		}
	}
	return readPNG(t, stem+".png")
}

func readPNG(t *testing.T, file string) *image.RGBA {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	p, ok := img.(*image.RGBA)
	if !ok {
		t.Fatalf("%s is a %T", file, img)
	}
	return p
}

// differing is the share of dots that differ after both pictures are blurred. Blurring
// is linear: it is done once, on the difference.
func differing(a, b *image.RGBA) float64 {
	w, h := min(a.Rect.Dx(), b.Rect.Dx()), min(a.Rect.Dy(), b.Rect.Dy())
	sums := make([]int, (w+1)*(h+1)) // of all dots above and left
	wrong := make([]bool, w*h)
	for colour := range 3 {
		for y := range h {
			rowA, rowB := a.Pix[y*a.Stride:], b.Pix[y*b.Stride:]
			sum := 0
			for x := range w {
				sum += int(rowA[4*x+colour]) - int(rowB[4*x+colour])
				sums[(y+1)*(w+1)+x+1] = sums[y*(w+1)+x+1] + sum
			}
		}
		for y := blur; y <= h; y++ {
			below, above := sums[y*(w+1):], sums[(y-blur)*(w+1):]
			for x := blur; x <= w; x++ {
				if d := below[x] - below[x-blur] - above[x] + above[x-blur]; max(d, -d) > quarter*blur*blur {
					wrong[(y-1)*w+x-1] = true
				}
			}
		}
	}
	n := 0
	for _, d := range wrong {
		if d {
			n++
		}
	}
	return float64(n) / float64(len(wrong))
}

// TestSVGIsText selects all of a page in Chromium, as who copies it does: each line is
// one, with its words apart. Every face is taken, also one of spaces alone.
func TestSVGIsText(t *testing.T) {
	b := newBrowser(t)
	for _, p := range examples(t) {
		if p.name != "mau-1.2-quyet-dinh/quyet-dinh" {
			continue
		}
		page := svgOf(t, p.document)[0]
		_, fonts := pagesOf(t, p.document)
		spaces, err := svg.Write(&layout.Result{Pages: []*layout.Page{{Width: doc.MM(50), Height: doc.MM(10), Acts: []layout.Act{
			&layout.Text{X: doc.MM(1), Y: doc.MM(5), Size: doc.Pt(14), S: "  "},
		}}}}, fonts, svg.Options{})
		if err != nil {
			t.Fatal(err)
		}
		const script = `Promise.allSettled([...document.fonts].map(f => f.load())).then(() => {
			getSelection().selectAllChildren(document.querySelector("svg"))
			const said = getSelection() + "\n" + [...document.fonts].map(f => f.weight + " " + f.style + ": " + f.status).join("\n")
			document.body.innerHTML = "<pre></pre>"
			document.querySelector("pre").textContent = said
		})`
		web := fmt.Sprintf(`<!DOCTYPE html><meta charset="utf-8"><body><div>%s</div><div>%s</div><script>%s</script>`, page,
			spaces[0], script)
		said := b.run(t, b.put("text.html", []byte(web)), "--dump-dom")
		_, said, _ = strings.Cut(said, "<pre>")
		said, _, _ = strings.Cut(said, "</pre>")
		var want []string
		for _, line := range regexp.MustCompile(`<text.*</text>`).FindAllString(string(page), -1) {
			want = append(want, html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(line, "")))
		}
		want = append(want, "normal normal: loaded", "bold normal: loaded", "normal italic: loaded", "bold italic: loaded",
			"normal normal: loaded")
		if got := html.UnescapeString(said); got != strings.Join(want, "\n") {
			t.Errorf("selected\n%s\nwant\n%s", got, strings.Join(want, "\n"))
		}
		if len(want) < 30 {
			t.Errorf("%d lines", len(want))
		}
	}
}

// browser is Chromium with a folder of its own.
type browser struct{ dir string }

// newBrowser skips the test without Chromium and further programs; in CI it fails.
func newBrowser(t *testing.T, further ...string) *browser {
	t.Helper()
	for _, name := range append(further, "chromium") {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%s is not installed", name)
			}
			t.Skipf("%s is not installed", name)
		}
	}
	dir, err := os.MkdirTemp("", "vanban-browser-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) }) // a process that is about to end may still write
	return &browser{dir}
}

// put writes a file into the folder and gives its path.
func (b *browser) put(name string, content []byte) string {
	path := filepath.Join(b.dir, name)
	if err := os.WriteFile(path, content, 0o666); err != nil {
		panic(err)
	}
	return path
}

// run opens a file and gives what the browser says.
func (b *browser) run(t *testing.T, file string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	args = append(args, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=10000",
		"--user-data-dir="+filepath.Join(b.dir, "profile"), "file://"+file)
	out, err := exec.CommandContext(ctx, "chromium", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("chromium: %v\n%s", err, out)
	}
	return string(out)
}

// BenchmarkSVG measures from laid-out pages to the files, and Whole from the decoded paper
// to them.
func BenchmarkSVG(b *testing.B) {
	for _, bb := range []struct {
		name  string
		paper func(testing.TB) source
	}{
		{"OnePage", onePage},
		{"Plan", thePlan},
	} {
		r, err := docgen.New(nil)
		if err != nil {
			b.Fatal(err)
		}
		s := bb.paper(b)
		d, _, err := docgen.Settled(r, s.set, s.name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(bb.name, func(b *testing.B) {
			pages, fonts := pagesOf(b, d)
			b.ReportAllocs()
			size, files := 0, 0
			for b.Loop() {
				list, err := svg.Write(pages, fonts, svg.Options{Title: d.Meta.Title})
				if err != nil {
					b.Fatal(err)
				}
				size, files = 0, len(list)
				for _, file := range list {
					size += len(file)
				}
			}
			b.ReportMetric(float64(size)/1000, "kB")
			b.ReportMetric(float64(files), "pages")
		})
		b.Run(bb.name+"/Whole", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, _, err := docgen.Settled(r, s.set, s.name)
				if err != nil {
					b.Fatal(err)
				}
				svgOf(b, d)
			}
		})
	}
}

// paper is an example, built.
type paper struct {
	name, file string
	renderer   *docgen.Renderer
	document   *doc.Document
}

// examples builds every paper below the folder of examples.
func examples(t *testing.T) []paper {
	t.Helper()
	const root = "../examples"
	names, err := filepath.Glob(root + "/*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	var papers []paper
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if f, _ := plan.Parse(name, src); f.Paper() == nil {
			continue // a season, profile or list
		}
		set, found := plan.Load(os.DirFS(filepath.Dir(name)), filepath.Base(name))
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		d, _, err := docgen.Settled(r, set, filepath.Base(name))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		short, err := filepath.Rel(root, name)
		if err != nil {
			t.Fatal(err)
		}
		short = strings.TrimSuffix(filepath.ToSlash(short), ".yaml")
		papers = append(papers, paper{short, strings.ReplaceAll(short, "/", "-"), r, d})
	}
	return papers
}
