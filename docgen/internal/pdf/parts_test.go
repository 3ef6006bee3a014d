package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// The canvas and the reader of its file agree; any change of what fpdf writes
// shows here first.
func TestCanvas(t *testing.T) {
	c := new(canvas)
	c.addPage(100, 200)
	c.write([]byte("/Artifact BMC\n"))
	c.strokeWith(0, 0.5)
	c.line(10, 20, 30.004, 20)
	c.fillWith(0xff8000)
	c.rect(1, 2, 3, 4, true)
	c.rect(1, 2, 3, 4, false)
	c.addPage(300, 100)
	c.write([]byte("binary \x00\xff\\endstream\n"))
	var room []byte
	pages, err := c.finish(&room, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []drawnPage{
		{[4]float64{0, 0, 100, 200}, []byte("0 J\n0 j\n0.57 w\n0.000 G\n0.000 g\n/Artifact BMC\n0.000 G\n0.50 w\n" +
			"10.00 180.00 m 30.00 180.00 l S\n1.000 0.502 0.000 rg\n1.00 198.00 3.00 -4.00 re f\n1.00 198.00 3.00 -4.00 re S\n")},
		{[4]float64{0, 0, 300, 100}, []byte("0 J\n0 j\n0.50 w\n0.000 G\n1.000 0.502 0.000 rg\nbinary \x00\xff\\endstream\n")},
	}
	if len(pages) != len(want) {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if p.box != want[i].box || !bytes.Equal(p.content, want[i].content) {
			t.Errorf("page %d: %v\n%q", i+1, p.box, p.content)
		}
	}
}

// TestStrokes: each line of a page is drawn in its own colour and thickness, which are said again where they change.
func TestStrokes(t *testing.T) {
	d := &document{}
	p := &painter{d: d, canvas: new(canvas)}
	p.canvas.addPage(100, 200)
	for _, l := range []struct {
		c  doc.Color
		pt float64
	}{{0, 1}, {0, 1}, {0, 2}, {0xff0000, 2}, {0xff0000, 2}} {
		p.strokeWith(l.c, doc.Pt(l.pt))
		p.canvas.line(0, 0, 10, 0)
	}
	var room []byte
	pages, err := p.canvas.finish(&room, nil)
	if err != nil {
		t.Fatal(err)
	}
	const line, want = "0.00 200.00 m 10.00 200.00 l S\n", "0.000 G\n1.00 w\n--0.000 G\n2.00 w\n-1.000 0.000 0.000 RG\n2.00 w\n--"
	if got := strings.ReplaceAll(string(pages[0].content), line, "-"); !strings.HasSuffix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNumbering(t *testing.T) {
	for marker, want := range map[string]string{
		"": "", "1.": "Decimal", "1.2.": "Decimal", "12)": "Decimal", "II.": "UpperRoman", "a)": "LowerAlpha", "đ)": "LowerAlpha",
		"B.": "UpperAlpha", "-": "Disc", "+": "Disc", "•": "Disc", "○": "Circle", "▪": "Square",
	} {
		if got := numbering(marker); got != want {
			t.Errorf("%q is %q, want %q", marker, got, want)
		}
	}
}

func TestOutline(t *testing.T) {
	var list []*layout.Bookmark
	for _, level := range []int{1, 2, 4, 2, 1, 3, 3} { // levels may be skipped
		list = append(list, &layout.Bookmark{Level: level})
	}
	list = append(list, &layout.Bookmark{Level: 1, Hidden: true})
	got := outline(list)
	want := []entry{
		{nil, -1, -1, 4, 1, 3, 2},
		{nil, 0, -1, 3, 2, 2, 1},
		{nil, 1, -1, -1, -1, -1, 0},
		{nil, 0, 1, -1, -1, -1, 0},
		{nil, -1, 0, -1, 5, 6, 2},
		{nil, 4, -1, 6, -1, -1, 0},
		{nil, 4, 5, -1, -1, -1, 0},
	}
	if len(got) != len(want) {
		t.Fatalf("%d entries", len(got))
	}
	for i := range got {
		if got[i].bookmark = nil; got[i] != want[i] {
			t.Errorf("entry %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

// TestWriteOutline: the first level of the outline stands open, and what is below it is closed.
func TestWriteOutline(t *testing.T) {
	r := &layout.Result{Pages: []*layout.Page{{Height: doc.Pt(100)}}}
	for i, level := range []int{1, 2, 3, 2, 1} {
		r.Outline = append(r.Outline, &layout.Bookmark{Title: string(rune('A' + i)), Level: level, Y: doc.Pt(20)})
	}
	f := newFile()
	from := len(f.buf)
	if root := (&document{pages: r}).writeOutline(f, []int{9}); root != 1 {
		t.Errorf("the root is object %d", root)
	}
	const want = `2 0 obj
<</Title(A)/Parent 1 0 R/Next 6 0 R/First 3 0 R/Last 5 0 R/Count 2/Dest[9 0 R/XYZ 0 80 null]>>
endobj
3 0 obj
<</Title(B)/Parent 2 0 R/Next 5 0 R/First 4 0 R/Last 4 0 R/Count -1/Dest[9 0 R/XYZ 0 80 null]>>
endobj
4 0 obj
<</Title(C)/Parent 3 0 R/Dest[9 0 R/XYZ 0 80 null]>>
endobj
5 0 obj
<</Title(D)/Parent 2 0 R/Prev 3 0 R/Dest[9 0 R/XYZ 0 80 null]>>
endobj
6 0 obj
<</Title(E)/Parent 1 0 R/Prev 2 0 R/Dest[9 0 R/XYZ 0 80 null]>>
endobj
1 0 obj
<</Type/Outlines/First 2 0 R/Last 6 0 R/Count 4>>
endobj
`
	if got := string(f.buf[from:]); got != want {
		t.Errorf("got\n%s", got)
	}
	if root := (&document{pages: &layout.Result{}}).writeOutline(f, nil); root != 0 {
		t.Errorf("nothing has an outline, object %d", root)
	}
}

// TestWriteLink: a link leads to a place or an address, and says so to who does not see it.
func TestWriteLink(t *testing.T) {
	d := &document{pages: &layout.Result{Pages: []*layout.Page{{Height: doc.Pt(100)}}}}
	target := &layout.Bookmark{Title: "Điều 1", Y: doc.Pt(40)}
	const head = "1 0 obj\n<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[10 70 40 80]"
	for _, tt := range []struct {
		anchor layout.Anchor
		target *layout.Bookmark
		key    int
		want   string
	}{
		{layout.Anchor{URL: "https://a.vn/b c"}, nil, -1, "/A<</S/URI/URI(https://a.vn/b%20c)>>/Contents(https://a.vn/b c)>>"},
		{layout.Anchor{URL: "https://a.vn", Alt: "trang"}, nil, 0, "/A<</S/URI/URI(https://a.vn)>>/Contents(trang)/StructParent 0>>"},
		{layout.Anchor{Target: "x", Alt: "khoan"}, target, 3, "/Dest[9 0 R/XYZ 0 60 null]/Contents(khoan)/StructParent 3>>"},
		{layout.Anchor{Target: "x"}, &layout.Bookmark{Title: "Muc"}, -1, "/Dest[9 0 R/XYZ 0 100 null]/Contents(Muc)>>"},
	} {
		f := newFile()
		f.reserve()
		from := len(f.buf)
		a := tt.anchor
		a.X, a.Y, a.Width, a.Height = doc.Pt(10), doc.Pt(20), doc.Pt(30), doc.Pt(10)
		d.writeLink(f, 1, link{0, &a, tt.target}, tt.key, []int{9})
		if got := string(f.buf[from:]); got != head+tt.want+"\nendobj\n" {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

func TestLabels(t *testing.T) {
	r := &layout.Result{}
	for _, label := range []string{"1", "2", "", "i", "1", "2", "4", "05"} {
		r.Pages = append(r.Pages, &layout.Page{Label: label})
	}
	var f file
	(&document{pages: r}).writeLabels(&f)
	const want = "/PageLabels<</Nums[0<</S/D/St 1>>2<</P()>>3<</P(i)>>4<</S/D/St 1>>6<</S/D/St 4>>7<</P(05)>>]>>"
	if string(f.buf) != want {
		t.Errorf("got %s", f.buf)
	}
}

// Content and kids of an element stand in the order in which they are painted.
func TestOrderInElement(t *testing.T) {
	s := newSheet(t)
	p := s.under(nil, "P")
	link := s.under(p, "Span")
	empty := s.under(p, "Span")
	empty.ActualText = "chỗ trống"
	text := func(e *layout.Element) { s.draw(&layout.Text{S: "a", Size: body, Y: s.y, Elem: e}) }
	text(p)
	text(link)
	text(p)
	s.newPage()
	text(p)
	file := string(write(t, s.r, Options{}))
	if want := "/K[0 "; !strings.Contains(file, want) {
		t.Errorf("no %q", want)
	}
	out := unpack(t, []byte(file))
	line := out[strings.Index(out, "<</S/P/"):]
	line = line[:strings.IndexByte(line, '\n')]
	if i := strings.Index(line, "/K["); i < 0 || strings.Count(line[i:], " 0 R") != 3 || !strings.HasSuffix(line, "/MCID 0>>]>>") {
		t.Errorf("got %s", line)
	}
}

// Where the second of two kids is painted first, their element stands where that one does.
func TestOrderOfKids(t *testing.T) {
	s := newSheet(t)
	div := s.under(nil, "Div")
	p := s.under(div, "P")
	second, first := s.under(p, "Span"), s.under(p, "Span")
	for _, e := range []*layout.Element{first, div, second} {
		s.draw(&layout.Text{S: "a", Size: body, Y: s.y, Elem: e})
	}
	out := unpack(t, write(t, s.r, Options{}))
	line := out[strings.Index(out, "<</S/Div/"):]
	line, _, _ = strings.Cut(line, "\n")
	if !regexp.MustCompile(`/K\[\d+ 0 R 1\]`).MatchString(line) {
		t.Errorf("the paragraph does not stand before the second text: %s", line)
	}
}

// A size of its own sets the font again, within a line too; each page has its own links.
func TestOfOnePage(t *testing.T) {
	s := newSheet(t)
	for i := range 2 {
		if i > 0 {
			s.newPage()
		}
		p := s.under(nil, "P")
		for _, size := range []doc.Length{body, body, body / 2} {
			s.draw(&layout.Text{S: "a", Size: size, Y: s.y, Elem: p})
		}
		s.draw(&layout.Anchor{Width: body, Height: body, URL: "https://chinhphu.vn", Alt: "x", Elem: s.under(p, "Link")})
	}
	file := unpack(t, write(t, s.r, Options{}))
	if n := strings.Count(file, " 14 Tf"); n != 2 || strings.Count(file, " 7 Tf") != n {
		t.Errorf("%d times 14 pt, %d times 7 pt", n, strings.Count(file, " 7 Tf"))
	}
	for _, rest := range strings.Split(file, "/Annots[")[1:] {
		if list, _, _ := strings.Cut(rest, "]"); strings.Count(list, " R") != 1 {
			t.Errorf("links of a page: %s", list)
		}
	}
}

func TestPictures(t *testing.T) {
	box := image.Rect(5, 7, 8, 9) // bounds need not start at 0
	fill := func(set func(x, y int, c color.Color), colors ...color.Color) {
		i := 0
		for y := box.Min.Y; y < box.Max.Y; y++ {
			for x := box.Min.X; x < box.Max.X; x++ {
				set(x, y, colors[i%len(colors)])
				i++
			}
		}
	}
	red, half := color.NRGBA{R: 0xff, A: 0xff}, color.NRGBA{G: 0x80, A: 0x80}
	rgba, nrgba, gray, wide := image.NewRGBA(box), image.NewNRGBA(box), image.NewGray(box), image.NewNRGBA64(box)
	paletted := image.NewPaletted(box, color.Palette{red, half})
	fill(rgba.Set, red)
	fill(nrgba.Set, red, half)
	fill(gray.Set, color.Gray{0x40})
	fill(wide.Set, half)
	fill(paletted.Set, half, red)
	for kind, c := range map[string]struct {
		img         image.Image
		gray, alpha bool
		first       string
	}{
		"RGBA": {rgba, false, false, "\xff\x00\x00"}, "NRGBA": {nrgba, false, true, "\xff\x00\x00"},
		"gray":    {gray, true, false, "\x40\x40\x40"},
		"16 bits": {wide, false, true, "\x00\x80\x00"}, "palette": {paletted, false, true, "\x00\x80\x00"},
	} {
		var b bytes.Buffer
		if err := png.Encode(&b, c.img); err != nil {
			t.Fatal(err)
		}
		p, err := readPicture(b.Bytes())
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		samples := 18
		if c.gray {
			samples = 6
		}
		if p.data, err = inflate(dict{"Filter": name("FlateDecode")}, p.data, 100); err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if p.width != 3 || p.height != 2 || p.gray != c.gray || (p.alpha != nil) != c.alpha || len(p.data) != samples ||
			string(p.data[:3]) != c.first {
			t.Errorf("%s: %+v", kind, p)
		}
	}
}

func TestBadPictures(t *testing.T) {
	cmyk := photoJPEG()
	broken := sealPNG()
	for name, data := range map[string][]byte{
		"nothing": nil, "text": []byte("GIF89a......"), "cut PNG": broken[:len(broken)/2], "cut JPEG": cmyk[:len(cmyk)/2],
	} {
		s := newSheet(t)
		s.draw(&layout.Image{Width: body, Height: body, Picture: &doc.Picture{Name: "x.png", Data: data}})
		var out bytes.Buffer
		var bad *PictureError
		if err := Write(&out, s.r, embedded(t), Options{}); !errors.As(err, &bad) || bad.Name != "x.png" || out.Len() > 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A picture that is used twice is embedded once.
func TestPictureOnce(t *testing.T) {
	if n := strings.Count(string(write(t, specimen(t), Options{})), "/Subtype/Image"); n != 3 { // seal, its mask, photograph
		t.Errorf("%d images", n)
	}
}

// TestShelf: what a shelf keeps does not show, and does not grow without bounds.
func TestShelf(t *testing.T) {
	var shelf Shelf
	r := specimen(t)
	o := usualOptions()
	want := write(t, r, o)
	o.Shelf = &shelf
	for range 2 {
		if !bytes.Equal(write(t, r, o), want) {
			t.Error("other bytes from what was kept")
		}
	}
	if p, d := len(shelf.pictures.values), len(shelf.drawings.values); p != 2 || d != 1 {
		t.Errorf("%d pictures and %d drawings are kept", p, d)
	}
	for range 100 {
		if _, err := shelf.picture(&doc.Picture{Data: append(sealPNG(), make([]byte, 1<<20)...)}); err != nil {
			t.Fatal(err)
		}
		if shelf.pictures.size > mostPictures {
			t.Fatalf("%d bytes are kept", shelf.pictures.size)
		}
	}
}

// TestDrawings: strokes that differ in anything are drawn for themselves, those of few pages once.
func TestDrawings(t *testing.T) {
	var shelf Shelf
	drawn := func(strokes ...stroke) []drawnPage {
		pages, err := shelf.drawn(strokes)
		if err != nil {
			t.Fatal(err)
		}
		return pages
	}
	page := stroke{newPage, 0, [4]float64{100, 200}}
	kinds := [...][]stroke{
		{page},
		{page, page},
		{{newPage, 0, [4]float64{100, 201}}},
		{page, {writtenMark, 0, [4]float64{}}},
		{page, {strokeColor, 0, [4]float64{2}}},
		{page, {strokeColor, 255, [4]float64{2}}},
		{page, {fillColor, 255, [4]float64{}}},
		{page, {drawnLine, 0, [4]float64{1, 2, 3, 4}}},
		{page, {drawnLine, 0, [4]float64{1, 2, 3, 5}}},
		{page, {drawnRect, 0, [4]float64{1, 2, 3, 4}}},
		{page, {filledRect, 0, [4]float64{1, 2, 3, 4}}},
	}
	seen := make(map[string]int)
	for i, k := range kinds {
		first := drawn(k...)
		if again := drawn(k...); &again[0] != &first[0] {
			t.Errorf("%d is drawn twice", i)
		}
		if s := fmt.Sprintf("%v", first); seen[s] > 0 {
			t.Errorf("%d is as %d", i, seen[s]-1)
		} else {
			seen[s] = i + 1
		}
	}
	many := slices.Repeat(kinds[0], longDrawing)
	if drawn(many...); len(shelf.drawings.values) != len(kinds)+1 {
		t.Errorf("%d drawings are kept", len(shelf.drawings.values))
	}
	if drawn(append(many, page)...); len(shelf.drawings.values) != len(kinds)+1 {
		t.Error("a long drawing is kept")
	}
	for i := range 1000 {
		drawn(append(kinds[7:8:8][0], slices.Repeat([]stroke{{drawnLine, 0, [4]float64{float64(i)}}}, 100)...)...)
		if shelf.drawings.size > mostDrawings {
			t.Fatalf("%d bytes are kept", shelf.drawings.size)
		}
	}
	if n := len(shelf.drawings.values); n == 0 || n > 300 {
		t.Errorf("%d drawings are kept", n)
	}
}

// FuzzText asserts that any text becomes a file that can be read again, or is
// refused for a letter that no face has.
func FuzzText(f *testing.F) {
	f.Add("Điều\u00a01 (a\\b)\r", int64(3000), false)
	f.Add("αβ 😀\xff", int64(-1), true)
	f.Fuzz(func(t *testing.T, s string, space int64, shared bool) {
		sheet := newSheet(t)
		sheet.draw(&layout.Text{X: left, Y: left, Size: body, Space: doc.Length(space % (1 << 40)), S: s, Elem: sheet.under(nil, "P")})
		var out bytes.Buffer
		err := Write(&out, sheet.r, embedded(t), Options{Shared: shared, Meta: doc.Meta{Title: s}})
		var missing *font.MissingGlyphError
		if errors.As(err, &missing) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := readPages(out.Bytes()); err != nil {
			t.Error(err)
		}
	})
}

func TestSmallThings(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{string(appendText(nil, "a(b)\\")), `(a\(b\)\\)`},
		{string(appendLiteral(nil, []byte("a\rb\n"))), "(a\\rb\n)"}, // a reader takes a bare CR for LF
		{string(appendEscaped(appendEscaped(nil, '\r'), '\n')), "\\r\n"},
		{string(appendText(nil, "ệ😀")), "(\xfe\xff\x1e\xc7\xd8\x3d\xde\x00)"},
		{string(appendText(nil, "ĨĩŜčĿ")), "(\xfe\xff\x01\\(\x01\\)\x01\\\\\x01\\r\x01\x3f)"}, // bytes that mean something in a string
		{string(appendName(nil, "a b/#")), "/a#20b#2F#23"},
		{string(asciiURL("mailto:a b@ệ")), "mailto:a%20b@%E1%BB%87"},
		{pdfDate(time.Date(2026, 3, 15, 8, 0, 0, 0, time.FixedZone("", -3600*3-1800))), "D:20260315080000-03'30'"},
		{pdfDate(time.Date(2026, 3, 15, 8, 0, 0, 0, time.UTC)), "D:20260315080000Z"},
		{escapedXML("a<b>&\x01\n"), "a&lt;b&gt;&amp;\ufffd\n"},
		{escapedXML("tên\xff, \ufffe\tvà"), "tên\ufffd, \ufffd\tvà"},
		{string(utf16Bytes('😀')), "\xd8\x3d\xde\x00"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

// The colour profile says what ICC readers need: its own size, and tags within it.
func TestProfile(t *testing.T) {
	p := makeSRGB()
	be := func(at int) int { return int(p[at])<<24 | int(p[at+1])<<16 | int(p[at+2])<<8 | int(p[at+3]) }
	if be(0) != len(p) || string(p[36:40]) != "acsp" || string(p[12:24]) != "mntrRGB XYZ " {
		t.Errorf("header %q", p[:40])
	}
	white := [3]int{}
	for i := range be(128) {
		tag, at, size := string(p[132+12*i:136+12*i]), be(136+12*i), be(140+12*i)
		if at+size > len(p) || at%4 != 0 {
			t.Errorf("tag %s at %d, %d bytes of %d", tag, at, size, len(p))
		}
		if strings.HasSuffix(tag, "XYZ") {
			for j := range white {
				white[j] += be(at + 8 + 4*j)
			}
		}
	}
	for i, want := range []int{0xf6d6, 0x10000, 0xd32d} { // the primaries add up to D50
		if d := white[i] - want; d < -16 || d > 16 {
			t.Errorf("the primaries add up to %#x, want %#x", white[i], want)
		}
	}
}

// What a paper is called stands in the metadata, in the document properties, and in
// the keywords, which any viewer shows.
func TestPaperInMetadata(t *testing.T) {
	for _, tt := range []struct {
		name       string
		meta       doc.Meta
		info       string
		have, lack []string // in the XMP packet
	}{
		{
			"numbered", doc.Meta{Title: "A", Number: "05", Symbol: "KH-UBND", Code: "05/KH-UBND", Kind: "Ke hoach", Issued: "2026-03"},
			"/Title(A)/Keywords(05/KH-UBND)/CodeNumber(05)/CodeNotation(KH-UBND)",
			[]string{
				"<dc:identifier>05/KH-UBND<", "<pdf:Keywords>05/KH-UBND<", "<dc:subject><rdf:Bag><rdf:li>05/KH-UBND<",
				"<dc:type><rdf:Bag><rdf:li>Ke hoach<", "<dc:date><rdf:Seq><rdf:li>2026-03<",
				"<paper:CodeNumber>05<", "<paper:CodeNotation>KH-UBND<", `pdfaProperty:name="CodeNumber"`, "<pdfaSchema:prefix>paper<",
			}, nil,
		},
		{
			"not yet numbered", doc.Meta{Title: "A", Symbol: "KH-UBND", Issued: "tháng 3"},
			"/Title(A)/Keywords(KH-UBND)/CodeNotation(KH-UBND)",
			[]string{"<pdf:Keywords>KH-UBND<", "<paper:CodeNotation>KH-UBND<"}, []string{"dc:identifier", "CodeNumber", "dc:type",
				"dc:date"},
		},
		{
			"no paper", doc.Meta{Title: "A", Issued: "2026"}, "/Title(A)",
			[]string{"<dc:date><rdf:Seq><rdf:li>2026<"}, []string{"Keywords", "dc:subject", "paper", "ns/paper/"},
		},
	} {
		o := Options{Meta: tt.meta}
		f := &file{offsets: make([]int, 2)}
		f.writeInfo(1, &o)
		if got := string(f.buf); got != "1 0 obj\n<<"+tt.info+">>\nendobj\n" {
			t.Errorf("%s: document properties %s", tt.name, got)
		}
		xmp := string(o.metadata(nil))
		for _, s := range tt.have {
			if !strings.Contains(xmp, s) {
				t.Errorf("%s: no %s in\n%s", tt.name, s, xmp)
			}
		}
		for _, s := range tt.lack {
			if strings.Contains(xmp, s) {
				t.Errorf("%s: %s in\n%s", tt.name, s, xmp)
			}
		}
	}
}

func TestDefaults(t *testing.T) {
	s := newSheet(t)
	s.line(s.under(nil, "P"), font.Regular, left, "a")
	out := unpack(t, write(t, s.r, Options{}))
	for _, want := range []string{"/Lang(vi-VN)", `/Title(\xfe\xff\x00V\x01\x03`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, unwanted := range []string{"CreationDate", "CreateDate", "Producer"} {
		if strings.Contains(out, unwanted) {
			t.Errorf("%s without being known", unwanted)
		}
	}
}

func escapedXML(s string) string {
	var b packet
	b.escaped(s)
	return string(b)
}
