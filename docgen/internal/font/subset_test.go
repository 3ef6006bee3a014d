package font

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/vanban-go/vanban/internal/fuzzing"
)

const sample = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; ỦY BAN NHÂN DÂN XÃ CẨM NGỌC, " +
	"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM: Độc lập - Tự do - Hạnh phúc/"

func subsetOf(t testing.TB, f *Face, text string) *Subset {
	t.Helper()
	u := f.NewUsage(nil)
	u.Add(text)
	if runes := u.Missing(); len(runes) > 0 {
		t.Fatalf("lacks %q", string(runes))
	}
	s, err := u.Subset()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A subset draws the same outlines as its face, at the same widths.
func TestSubset(t *testing.T) {
	for style := range Styles {
		f := embeddedSet(t).Face(style)
		s := subsetOf(t, f, sample)
		cut, err := openTables(s.Program)
		if err != nil {
			t.Fatal(err)
		}
		small := &Face{tables: cut}
		for _, read := range []func() error{small.readHead, small.readLine, small.readOutlines} {
			if err := read(); err != nil {
				t.Fatal(err)
			}
		}
		for n := 1; n <= s.Len(); n++ {
			r, width := s.Letter(n)
			if int(s.Number(r)) != n {
				t.Errorf("%q is glyph %d, listed as %d", r, s.Number(r), n)
			}
			if got := small.width(n); got != width || got != f.width(f.glyph(r)) {
				t.Errorf("%q is %d wide, listed as %d, in the face %d", r, got, width, f.width(f.glyph(r)))
			}
			sameOutline(t, f, f.glyph(r), small, n)
		}
		if got := sum(s.Program); got != 0xb1b0afba {
			t.Errorf("checksum of the file is %#x", got)
		}
	}
}

// sameOutline compares a glyph of two fonts, down to the parts of composites.
func sameOutline(t *testing.T, a *Face, ga int, b *Face, gb int) {
	t.Helper()
	oa, err := a.outline(ga)
	if err != nil {
		t.Fatal(err)
	}
	ob, err := b.outline(gb)
	if err != nil {
		t.Fatal(err)
	}
	if len(oa) == 0 || len(ob) == 0 {
		if len(oa) != len(ob) {
			t.Errorf("glyph %d lost its ink", ga)
		}
		return
	}
	if !isComposite(oa) {
		plain, err := appendSimple(nil, oa)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(plain, ob[:min(len(plain), len(ob))]) {
			t.Errorf("glyph %d differs", ga)
		}
		return
	}
	pa, err := components(oa)
	if err != nil {
		t.Fatal(err)
	}
	pb, err := components(ob)
	if err != nil {
		t.Fatal(err)
	}
	if len(pa) != len(pb) {
		t.Fatalf("glyph %d has %d parts, then %d", ga, len(pa), len(pb))
	}
	for i := range pa {
		if !bytes.Equal(oa[pa[i].at+4:pa[i].end], ob[pb[i].at+4:pb[i].end]) {
			t.Errorf("glyph %d: part %d is elsewhere", ga, i)
		}
		sameOutline(t, a, pa[i].glyph, b, pb[i].glyph)
	}
}

func (f *Face) glyph(r rune) int { return int(f.letters[f.slot(r)].glyph) }

func TestSubsetIsSettledByItsLetters(t *testing.T) {
	f := embeddedSet(t).Face(Italic)
	a, b := subsetOf(t, f, "Điều\u00a01 a-b"), subsetOf(t, f, "b\u2011a 1uềiĐ ") // aliases are the same letters
	if a.Tag != b.Tag || !bytes.Equal(a.Program, b.Program) {
		t.Error("two subsets of the same letters differ")
	}
	if c := subsetOf(t, f, "Điều 2"); c.Tag == a.Tag {
		t.Errorf("two subsets have one tag %s", c.Tag)
	}
	if a.Number('\u00a0') != a.Number(' ') || a.Number('\u2011') != a.Number('-') || a.Number('-') == 0 {
		t.Error("no-break space and hyphen are not drawn as space and hyphen")
	}
	if a.Number('z') != 0 || a.Number('\U0001F600') != 0 {
		t.Error("the subset claims letters it lacks")
	}
}

func TestUsage(t *testing.T) {
	f := embeddedSet(t).Face(Regular)
	shared, err := f.Shared()
	if err != nil {
		t.Fatal(err)
	}
	u := f.NewUsage(shared)
	u.Add("Điều 1: αβγ 😀 và \u0e01😀")
	if got := string(u.Missing()); got != "😀\u0e01" {
		t.Errorf("missing %q", got)
	}
	extra, err := u.Subset()
	if err != nil {
		t.Fatal(err)
	}
	var letters []rune
	for n := 1; n <= extra.Len(); n++ {
		r, _ := extra.Letter(n)
		letters = append(letters, r)
	}
	if string(letters) != "αβγ" {
		t.Errorf("letters beyond the repertoire: %q", string(letters))
	}
	u = f.NewUsage(shared)
	u.Add("Điều 1")
	if s, err := u.Subset(); s != nil || err != nil {
		t.Errorf("nothing left gives %v, %v", s, err)
	}
}

func TestRepertoire(t *testing.T) {
	list := Repertoire()
	if !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
		t.Error("the repertoire is not a sorted set")
	}
	// A change of the set changes the bytes of files: it needs a new Version.
	if Version != "2" || len(list) != 294 {
		t.Errorf("version %s has %d letters", Version, len(list))
	}
}

func TestCompositeBounds(t *testing.T) {
	good, err := Parse(smallFont(t))
	if err != nil {
		t.Fatal(err)
	}
	composite := -1
	for g := range good.numGlyphs {
		if o, err := good.outline(g); err == nil && len(o) > 0 && isComposite(o) {
			composite = g
			break
		}
	}
	if composite < 0 {
		t.Fatal("the font for this test has no composite glyph")
	}
	outline, _ := good.outline(composite)
	at := bytes.Index(good.glyf, outline)
	for name, part := range map[string]uint16{"itself": uint16(composite), "no glyph": 0xfffe} {
		bad, err := Parse(smallFont(t))
		if err != nil {
			t.Fatal(err)
		}
		bad.glyf = slices.Clone(good.glyf)
		bad.glyf[at+12], bad.glyf[at+13] = byte(part>>8), byte(part)
		budget := maxComponents
		if err := bad.checkComposite(composite, &budget, 0); err == nil {
			t.Errorf("a glyph composed of %s is accepted", name)
		}
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// FuzzParse asserts that no file makes the reader panic, and that what it
// accepts can be cut or is refused with an error.
func FuzzParse(f *testing.F) {
	f.Add(smallFont(f))
	f.Add([]byte("\x00\x01\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		face, err := Parse(data)
		if err != nil {
			return
		}
		face.Descriptor()
		face.Name()
		u := face.NewUsage(nil)
		for _, l := range face.letters[:min(len(face.letters), 200)] {
			u.Add(string(l.r))
			face.Advance(l.r)
		}
		s, err := u.Subset()
		if err != nil || s == nil {
			return
		}
		if _, err := openTables(s.Program); err != nil {
			t.Errorf("the subset is broken: %v", err)
		}
	})
}

func BenchmarkSubset(b *testing.B) {
	f := embeddedSet(b).Face(Regular)
	for b.Loop() {
		s := subsetOf(b, f, sample)
		b.ReportMetric(float64(len(s.Program)), "bytes")
	}
}
