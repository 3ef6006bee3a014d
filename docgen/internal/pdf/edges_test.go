package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// TestWrittenLetters: what stands as it is in names, texts, addresses and the names of files, and what does not.
func TestWrittenLetters(t *testing.T) {
	for _, tt := range []struct{ in, name, text, url, file string }{
		{"a~!", "/a~!", "(a~!)", "a~!", "a~!"},
		{"a b", "/a#20b", "(a b)", "a%20b", "a b"},
		{"a\x7fb", "/a#7Fb", "(\xfe\xff\x00a\x00\x7f\x00b)", "a%7Fb", "a_b"},
		{"a\nb", "/a#0Ab", "(\xfe\xff\x00a\x00\\nb)", "a%0Ab", "a_b"},
		{"é", "/#C3#A9", "(\xfe\xff\x00\xe9)", "%C3%A9", "_"},
		{"#(", "/#23#28", "(#\\()", "#(", "#("},
	} {
		name, text := string(appendName(nil, tt.in)), string(appendText(nil, tt.in))
		if url, file := string(asciiURL(tt.in)), asciiName(tt.in); name != tt.name || url != tt.url || file != tt.file {
			t.Errorf("%q: %s, %s, %q, want %s, %s, %q", tt.in, name, url, file, tt.name, tt.url, tt.file)
		}
		if o, err := (&scanner{data: []byte(text)}).object(0); err != nil || (&source{}).text(o) != tt.in {
			t.Errorf("%q comes back as %v, %v", tt.in, o, err)
		}
		if wide := strings.HasPrefix(text, "(\xfe\xff"); wide != strings.HasPrefix(tt.text, "(\xfe\xff") {
			t.Errorf("%q is written as %q", tt.in, text)
		}
	}
	for r, want := range map[rune]string{'a': "\x00a", 0xffff: "\xff\xff", 0x10000: "\xd8\x00\xdc\x00", '😀': "\xd8\x3d\xde\x00"} {
		if got := string(utf16Bytes(r)); got != want {
			t.Errorf("%U: %q, want %q", r, got, want)
		}
	}
	for n, want := range map[int64]string{0: "0", 1024: "1000", -512: "-500", 1: "1", -2: "-2"} {
		if got := string(appendTenthsOf(nil, n, 1024)); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	for o, want := range map[object]string{text("\xfe"): "\xfe", text("\xfe\xff"): "", text("\xfe\xff\x00a"): "a", text("ab"): "ab", number(1): "", nil: ""} {
		if got := (&source{}).text(o); got != want {
			t.Errorf("%v: %q, want %q", o, got, want)
		}
	}
}

// TestPropertyNames: names of the build record are letters and figures, a letter first.
func TestPropertyNames(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, "z": true, "A": true, "Z": true, "a0": true, "a9": true, "InputHash": true,
		"": false, "0a": false, "a/": false, "a:": false, "a@": false, "a[": false, "a`": false, "a{": false, "á": false, "a b": false,
	} {
		if isPropertyName(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// TestNumberingEdges goes on from TestNumbering.
func TestNumberingEdges(t *testing.T) {
	for marker, want := range map[string]string{
		".": "Disc", ")": "Disc", "ab)": "Disc", "o": "LowerAlpha", "◦": "Circle", "□": "Square", "■": "Square", "1a": "Disc", "IIa": "Disc",
	} {
		if got := numbering(marker); got != want {
			t.Errorf("%q is %q, want %q", marker, got, want)
		}
	}
}

// TestLabelsFromZero: a page numbered 0 has a label of its own, as runs count from 1.
func TestLabelsFromZero(t *testing.T) {
	r := &layout.Result{}
	for _, label := range []string{"0", "1", "-1"} {
		r.Pages = append(r.Pages, &layout.Page{Label: label})
	}
	var f file
	(&document{pages: r}).writeLabels(&f)
	if got, want := string(f.buf), "/PageLabels<</Nums[0<</P(0)>>1<</S/D/St 1>>2<</P(-1)>>]>>"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestRefusesEdges goes on from TestRefuses.
func TestRefusesEdges(t *testing.T) {
	size := func(w, h doc.Length) *layout.Result {
		r := newSheet(t).r
		r.Pages[0].Width, r.Pages[0].Height = w, h
		return r
	}
	deep := func(levels int) *layout.Result {
		s := newSheet(t)
		var e *layout.Element
		for range levels {
			e = s.under(e, "Div")
		}
		return s.r
	}
	outline := func(page int) *layout.Result {
		s := newSheet(t)
		s.r.Outline = []*layout.Bookmark{{Title: "x", Level: 1, Page: page}}
		return s.r
	}
	root := newSheet(t).r
	root.Root.Role = "P"
	for name, tt := range map[string]struct {
		r    *layout.Result
		says string
	}{
		"no width": {size(0, 1), "0.00pt by"}, "no height": {size(doc.Point, 0), "by 0.00pt"}, "a point": {size(doc.Point, doc.Point), ""},
		"as deep as may be": {deep(maxTreeDepth), ""}, "one deeper": {deep(maxTreeDepth + 1), "deeper than"},
		"before the first page": {outline(-1), "page 0 of 1"}, "first page": {outline(0), ""}, "root": {root, "Document"},
	} {
		err := Write(new(bytes.Buffer), tt.r, embedded(t), Options{})
		if (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %q", name, err, tt.says)
		}
	}
}

// TestFigureWithoutPlace: a figure with nothing drawn has no box, one with a picture has.
func TestFigureWithoutPlace(t *testing.T) {
	s := newSheet(t)
	s.under(nil, "Figure").Alt = "trống"
	if out := unpack(t, write(t, s.r, Options{})); strings.Contains(out, "/BBox") {
		t.Error("a figure of nothing has a box")
	}
	s.draw(&layout.Text{S: "a", Size: body, Y: s.y, Elem: s.under(nil, "Figure")})
	if out := unpack(t, write(t, s.r, Options{})); strings.Count(out, "/Placement/Block/BBox") != 1 {
		t.Error("a figure with letters has no box")
	}
}

// TestListLabels: the first label of a list says how it is numbered; a label outside of a list says nothing.
func TestListLabels(t *testing.T) {
	s := newSheet(t)
	l := s.under(nil, "L")
	for _, mark := range []string{"a)", "1."} {
		s.draw(&layout.Text{S: mark, Size: body, Y: s.y, Elem: s.under(s.under(l, "LI"), "Lbl")})
	}
	s.draw(&layout.Text{S: "I.", Size: body, Y: s.y, Elem: s.under(nil, "Lbl")})
	s.draw(&layout.Text{S: "I.", Size: body, Y: s.y, Elem: s.under(s.under(nil, "P"), "Lbl")})
	out := unpack(t, write(t, s.r, Options{}))
	if strings.Count(out, "/ListNumbering/") != 1 || !strings.Contains(out, "/ListNumbering/LowerAlpha") {
		t.Errorf("%d lists are numbered", strings.Count(out, "/ListNumbering/"))
	}
}

// TestGrayPixels: a picture is gray when each of its pixels has the same of all three colours.
func TestGrayPixels(t *testing.T) {
	for c, want := range map[color.NRGBA]bool{
		{9, 9, 9, 255}: true, {9, 9, 8, 255}: false, {8, 9, 9, 255}: false, {9, 8, 9, 255}: false,
	} {
		img := image.NewNRGBA(image.Rect(0, 0, 1, 2))
		img.SetNRGBA(0, 0, color.NRGBA{7, 7, 7, 255})
		img.SetNRGBA(0, 1, c)
		if p := readPNG(img); p.gray != want {
			t.Errorf("%v is gray: %v", c, p.gray)
		}
	}
}

// TestReadBuild: the properties of the build record, and no others, out of an XMP packet.
func TestReadBuild(t *testing.T) {
	const packet = `<?xpacket?><a xmlns:b="` + buildSpace + `" xmlns:c="x"><b:InputHash>00ff</b:InputHash><c:InputHash>no</c:InputHash>` +
		`<InputHash>no</InputHash><b:RulePack>nd30</b:RulePack></a>`
	got, err := readBuild([]byte(packet))
	if want := []Property{{"InputHash", "00ff"}, {"RulePack", "nd30"}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v, want %v", got, err, want)
	}
	for _, broken := range []string{"<a", "<a><b:X xmlns:b=\"" + buildSpace + "\">"} {
		if got, err := readBuild([]byte(broken)); err == nil {
			t.Errorf("%q: %v", broken, got)
		}
	}
}

// TestBoundsOfReading: files at the edge of what is read.
func TestBoundsOfReading(t *testing.T) {
	spec, one := "<</F(a.txt)/EF<</F 3 0 R>>>>", streamOf("x")
	for n, ok := range map[int]bool{maxAttached: true, maxAttached + 1: false} {
		list, err := extractFrom(handmade("<</AF["+strings.Repeat("2 0 R ", n)+"]>>", spec, one))
		if ok && (err != nil || len(list) != n) || !ok && !errors.Is(err, ErrTooLarge) {
			t.Errorf("%d attachments: %d, %v", n, len(list), err)
		}
	}
	for room, ok := range map[int]bool{3: true, 4: true, 2: false} {
		if data, err := inflate(dict{}, []byte("abc"), room); (err == nil) != ok || ok && string(data) != "abc" {
			t.Errorf("room for %d bytes: %q, %v", room, data, err)
		}
	}
	if _, err := openSource([]byte("startxref 0")); err == nil || !strings.Contains(err.Error(), "no cross-reference table at") {
		t.Errorf("a file that begins with its end: %v", err)
	}
	for table, says := range map[string]string{
		"xref 0 1\n0000000000 65535 f \n":                          "no trailer",
		"xref 0 1\n0000000000 65535 f ":                            "cut off",
		"xref 0 2\n0000000000 65535 f \n":                          "of 2 objects",
		"xref 0 1" + strings.Repeat(" ", 9) + "0000000000 65535 f": "cut off",
	} {
		f := &source{data: []byte(table)}
		if err := f.readTable(&scanner{data: f.data}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", table, err, says)
		}
	}
	f := &source{data: []byte(" 1 0 obx 7"), offsets: []int{0, 1}}
	if o, _, err := f.open(1); err == nil {
		t.Errorf("no object is read as %v", o)
	}
	for _, end := range []string{"stream", "stream\r", "stream\n", "stream\r\n"} {
		f := &source{data: []byte(" 1 0 obj<</Length 0>>" + end), offsets: []int{0, 1}}
		if _, raw, err := f.stream(reference(1)); err != nil || len(raw) > 0 {
			t.Errorf("nothing behind %q: %q, %v", end, raw, err)
		}
	}
	if o, err := (&scanner{data: []byte(`(\10`)}).object(0); err == nil {
		t.Errorf("a string that ends in a number is read as %v", o)
	}
	for _, content := range []string{"/F1 12 Tf {", "/F1 12 Tf ~"} {
		_, err := PageTexts(handmade("<</Pages 2 0 R>>", "<</Type/Page/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>", streamOf(content),
			"<</ToUnicode 5 0 R>>", streamOf("endcodespacerange <0041><0061>")))
		if err == nil {
			t.Errorf("%q is read", content)
		}
	}
	if _, err := PageTexts(handmade("<</Pages 2 0 R>>", "<</Type/Page/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
		streamOf("/F1 12 Tf"), "<</ToUnicode 5 0 R>>", streamOf("endcodespacerange <</A 1>> <0061>"))); err == nil {
		t.Error("a dictionary is a letter")
	}
}

// added puts one handmade document into a print file.
func added(o MergeOptions, objects ...string) (string, error) {
	var b bytes.Buffer
	m, err := NewMerger(&b, o)
	if err != nil {
		return "", err
	}
	for i := range o.Documents {
		if err := m.Add(fmt.Sprint("Bản ", i+1), handmade(objects...)); err != nil {
			return "", err
		}
	}
	err = m.Close()
	return b.String(), err
}

// TestMergeEdges: documents at the edge of what is put together.
func TestMergeEdges(t *testing.T) {
	const (
		pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
		two   = "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>"
		page  = "<</Type/Page/MediaBox[0 0 9 9]/Resources 4 0 R>>"
		tags  = "<</Pages 2 0 R/StructTreeRoot 5 0 R>>"
		top   = "<</S/Document>>"
		keys  = "<</Nums[0 6 0 R]>>"
	)
	tree := func(ids string) string { return "<</K 6 0 R/ParentTree 7 0 R/ParentTreeNextKey 1" + ids + ">>" }
	chain := func(from, n int) (out []string) { // each object leads to the next
		for i := range n - 1 {
			out = append(out, fmt.Sprintf("[%d 0 R]", from+i+1))
		}
		return append(out, "[7]")
	}
	for _, tt := range []struct {
		name    string
		o       MergeOptions
		objects []string
		want    string // that the file holds; "!": the error
	}{
		{"none", MergeOptions{}, nil, "!there are no documents"},
		{"less than none", MergeOptions{Documents: -1}, nil, "!there are no documents"},
		{"one", MergeOptions{Documents: 1}, []string{"<</Pages 2 0 R>>", pages, page, "[7]"}, "/Type/Pages/Count 1/"},
		{"odd", MergeOptions{Documents: 2}, []string{"<</Pages 2 0 R>>", pages, page, "[7]"}, "/Type/Pages/Count 2/"},
		{"odd, two-sided", MergeOptions{Documents: 2, TwoSided: true}, []string{"<</Pages 2 0 R>>", pages, page, "[7]"}, "/Type/Pages/Count 4/"},
		{"even, two-sided", MergeOptions{Documents: 2, TwoSided: true}, []string{"<</Pages 2 0 R>>", two, page, "[7]"}, "/Type/Pages/Count 4/"},
		{"no such resource", MergeOptions{Documents: 1}, []string{"<</Pages 2 0 R>>", pages, page}, "!no object 4"},
		{"deep resources", MergeOptions{Documents: 1}, append([]string{"<</Pages 2 0 R>>", pages, page}, chain(4, maxNesting+1)...), "[7]"},
		{"too deep resources", MergeOptions{Documents: 1}, append([]string{"<</Pages 2 0 R>>", pages, page}, chain(4, maxNesting+2)...),
			"!broken PDF syntax"},
		{"deep pages", MergeOptions{Documents: 1}, append([]string{"<</Pages 2 0 R>>", pages, "<</Type/Page/A 4 0 R>>"},
			chain(4, 100*maxNesting-2)...), "[7]"},
		{"too deep pages", MergeOptions{Documents: 1}, append([]string{"<</Pages 2 0 R>>", pages, "<</Type/Page/A 4 0 R>>"},
			chain(4, 100*maxNesting-1)...), "!too deeply"},
		{"loop of entries", MergeOptions{Documents: 1}, []string{"<</Pages 2 0 R/Outlines 5 0 R>>", pages, page, "[7]",
			"<</First 6 0 R/Last 6 0 R>>", "<</Title(a)/Next 6 0 R>>"}, "/Count -3"},
		{"tags", MergeOptions{Documents: 1}, []string{tags, pages, page, "[7]", tree(""), top, keys}, "/S/Document/P"},
		{"names", MergeOptions{Documents: 1}, []string{tags, pages, page, "[7]", tree("/IDTree<</Names[(a) 6 0 R]>>"), top, keys}, "/IDTree<</Kids["},
		{"no names", MergeOptions{Documents: 1}, []string{tags, pages, page, "[7]", tree("/IDTree<</Names[]>>"), top, keys}, "!IDTree"},
		{"odd names", MergeOptions{Documents: 1}, []string{tags, pages, page, "[7]", tree("/IDTree<</Names[(a) 6 0 R (b)]>>"), top, keys}, "!IDTree"},
	} {
		got, err := added(tt.o, tt.objects...)
		if err != nil {
			got = "!" + err.Error()
		}
		if says, bad := strings.CutPrefix(tt.want, "!"); bad != (err != nil) || !strings.Contains(got, says) {
			t.Errorf("%s: %.300q, want %q", tt.name, got, tt.want)
		}
		if tt.name == "tags" && strings.Contains(got, "/IDTree") {
			t.Error("a file without names lists them")
		}
	}
}

// TestMergeGrows: a print file stays below the bounds of archive files.
func TestMergeGrows(t *testing.T) {
	page := handmade("<</Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Resources<<>>>>")
	try := func(objects int, bytesBefore int64) (m *Merger, err error) {
		if m, err = NewMerger(new(bytes.Buffer), MergeOptions{Documents: 1}); err != nil {
			t.Fatal(err)
		}
		m.next, m.at = m.next+objects, m.at+bytesBefore
		return m, m.Add("a", page)
	}
	m, err := try(0, 0)
	if err != nil {
		t.Fatal(err)
	}
	objects, size := maxMergedObjects-m.next, maxMergedBytes-m.at
	far, err := try(0, size)
	if far.at > maxMergedBytes {
		t.Fatalf("%d bytes, %v", far.at, err)
	}
	size += maxMergedBytes - far.at
	for over, ok := range map[int]bool{0: true, 1: false} {
		if _, err := try(objects+over, 0); (err == nil) != ok {
			t.Errorf("%d objects too many: %v", over, err)
		}
		if m, err := try(0, size+int64(over)); (err == nil) != ok {
			t.Errorf("%d bytes too many, %d in all: %v", over, m.at, err)
		}
	}
}
