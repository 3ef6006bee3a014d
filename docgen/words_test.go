package docgen_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// What is typed is what is printed, in all formats: the words of the page are those of
// the text, in order, and every line has its paragraph. Left out are numbers that the
// program made and the end mark that it sets.

// officeFrames are papers whose text stands at %s, indented as the frame says.
var officeFrames = []struct {
	kind, keys, indent string
	bare               bool // a cell
	made               bool // the program puts a number in front of the first line
}{
	{kind: "thong-bao", keys: "body: |\n%s", indent: "  "},
	{kind: "cong-van", keys: "addressees: [Sở Y tế]\nbody: |\n%s", indent: "  "},
	{kind: "ke-hoach", keys: "body: |\n%s", indent: "  "},
	{kind: "ke-hoach", keys: "sections:\n  - title: CHUNG\n    body: |\n%s", indent: "      "},
	{kind: "bao-cao", keys: "opening: Mở đầu.\nsections:\n  - {title: CHUNG, body: Một.}\nclosing: |\n%s", indent: "  "},
	{kind: "quyet-dinh", keys: "decided_by: chairman\nlegal_bases: [Căn cứ Luật]\nbody: |\n%s", indent: "  "},
	{kind: "quyet-dinh", keys: "decided_by: chairman\nlegal_bases: [Căn cứ Luật]\narticles:\n  - |\n%s", indent: "    ", made: true},
	{kind: "to-trinh", keys: "addressees: [Sở Y tế]\nbody: Gửi.\nannexes:\n  - title: Biểu\n    body: |\n%s", indent: "      "},
	{kind: "bien-ban", keys: "body: |\n%s", indent: "  "},
	{kind: "thong-bao", keys: "sections:\n  - title: Bảng\n    table:\n      columns: [Nội dung]\n      rows:\n        - - |\n%s",
		indent: "            ", bare: true},
}

// officePaper is the head of every paper of the frames.
const officePaper = `kind: %s
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
date: 2026-03-15
subject: Nghỉ lễ
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
`

// wordReader gives what a file of a format says, line by line.
type wordReader struct {
	format string
	read   func([][]byte) (string, error)
	// loose: lines are broken by the width of the page, so that only letters and signs
	// count, not the white space between them.
	loose bool
	drawn bool               // tables are drawn with signs, a row a line
	note  func(n int) string // how the mark of the nth note looks
	links string             // what stands behind the words of a link
}

var wordReaders = []wordReader{
	{format: "txt", read: readText, drawn: true, links: " (https://xa.vn)", note: func(n int) string { return fmt.Sprintf("[%d]", n) }},
	{format: "docx", read: readDOCX, note: func(int) string { return "" }},
	{format: "pdf", read: readPDF, loose: true, note: func(n int) string { return fmt.Sprint(n) }},
	{format: "svg", read: readSVG, loose: true, note: func(n int) string { return fmt.Sprint(n) }},
}

// frameWords is what stands before and behind the text of a frame, and the number that it makes for the
// first line.
type frameWords struct{ before, made, behind string }

// wordTester renders papers and reads them back.
type wordTester struct {
	r    *docgen.Renderer
	head map[string]frameWords // of a frame in a format
}

func newWordTester(tb testing.TB) *wordTester {
	r, err := docgen.New(&docgen.Options{SharedFonts: true})
	if err != nil {
		tb.Fatal(err)
	}
	return &wordTester{r: r, head: make(map[string]frameWords)}
}

// render gives what the files of a paper say, by format; nil for a refused paper.
func (w *wordTester) render(tb testing.TB, src string) (map[string]string, diag.List) {
	tb.Helper()
	f, found := plan.Parse("p.yaml", []byte(src))
	if found.HasErrors() {
		return nil, found
	}
	d, more, err := docgen.Built(w.r.Build(tb.Context(), plan.NewSet(f), f.Name))
	if found = append(found, more...); err != nil {
		tb.Fatal(err)
	}
	if found.HasErrors() {
		return nil, found
	}
	said := make(map[string]string)
	for _, reader := range wordReaders {
		format, _ := docgen.FormatOf(reader.format)
		files, _, err := w.r.Files(tb.Context(), d, format)
		var list diag.List
		if errors.As(err, &list) {
			return nil, list
		}
		if err != nil {
			tb.Fatal(err)
		}
		if said[reader.format], err = reader.read(files); err != nil {
			tb.Fatal(err)
		}
	}
	return said, found
}

// around gives what the files of a frame say before its text and behind it.
func (w *wordTester) around(tb testing.TB, frame int) map[string]frameWords {
	tb.Helper()
	const text = "Zqzq"
	fr := officeFrames[frame]
	key := func(format string) string { return fmt.Sprint(frame, format) }
	out := make(map[string]frameWords)
	if _, ok := w.head[key("txt")]; !ok {
		said, found := w.render(tb, fmt.Sprintf(officePaper+fr.keys, fr.kind, fr.indent+text+"\n"))
		if said == nil {
			tb.Fatal(found)
		}
		for format, s := range said {
			before, behind, ok := strings.Cut(s, text)
			if !ok {
				tb.Fatalf("%s: no text in %q", format, s)
			}
			made := ""
			if fr.made {
				at := strings.LastIndexByte(before, '\n')
				before, made = before[:at], before[at+1:]
			}
			w.head[key(format)] = frameWords{before, made, strings.TrimLeft(behind, " ./\n")}
		}
	}
	for _, reader := range wordReaders {
		out[reader.format] = w.head[key(reader.format)]
	}
	return out
}

// hold renders the text of choices in a frame, and holds the two properties.
func (w *wordTester) hold(tb testing.TB, frame int, seed []byte) (refused diag.List) {
	tb.Helper()
	fr := officeFrames[frame]
	o := &officeText{seed: seed, bare: fr.bare}
	o.make(12)
	text, want := o.typed(fr.indent)
	if len(want) == 0 {
		return nil
	}
	around := w.around(tb, frame)
	src := fmt.Sprintf(officePaper+fr.keys, fr.kind, text)
	said, found := w.render(tb, src)
	if said == nil {
		return found
	}
	want[0].made = want[0].made || fr.made
	for _, reader := range wordReaders {
		got, err := withoutNotes(said[reader.format], o.notes)
		reader.loose = reader.loose || fr.bare && reader.drawn
		if err == nil {
			err = reader.hold(got, around[reader.format], want)
		}
		if err != nil {
			tb.Errorf("%s: %v\n%s\n%s", reader.format, err, src, got)
		}
	}
	return nil
}

// withoutNotes takes the texts of notes away, each of which must be there once.
func withoutNotes(said string, notes []string) (string, error) {
	for _, n := range notes {
		re := regexp.MustCompile(`\[?[0-9]+\]?\s*` + n + `\n?`)
		if len(re.FindAllString(said, -1)) != 1 {
			return said, fmt.Errorf("note %s is lost", n)
		}
		said = re.ReplaceAllString(said, "")
	}
	return said, nil
}

// hold compares what a file says with the lines that must stand in it.
func (r *wordReader) hold(said string, around frameWords, want []officeLine) error {
	said, before, behind := r.normal(said), r.normal(around.before), r.normal(around.behind)
	body, ok := strings.CutPrefix(said, before)
	if !ok {
		return fmt.Errorf("does not begin with %q", before)
	}
	if body, ok = strings.CutSuffix(body, behind); !ok {
		return fmt.Errorf("does not end in %q", behind)
	}
	notes := 0
	for i, l := range want {
		s := strings.ReplaceAll(l.printed, addressMark, r.links)
		for strings.Contains(s, noteMark) {
			notes++
			s = strings.Replace(s, noteMark, r.note(notes), 1)
		}
		if l.row && r.drawn {
			s = strings.Replace(s, "\n", " | ", 1)
		}
		ends := []string{r.normal(s + "\n")}
		if i == len(want)-1 {
			rest, _ := markup.EndOf(s)
			for i, e := range []string{s + "\n./.\n", rest + "./.\n", s + "\n", rest + "\n"} {
				ends = append(ends[:i], r.normal(e)) // the longest first
			}
		}
		if division.MatchString(s) { // its title stands below it
			for _, e := range ends {
				ends = append(ends, division.ReplaceAllString(e, "$1\n"))
			}
		}
		rest, ok := "", false
		if head := strings.TrimSuffix(r.normal(around.made), "\n"); i == 0 && head != "" { // "1." is of the text in "Điều 1. 1."
			if line, is := strings.CutPrefix(body, head); is {
				rest, ok = cutLine(strings.TrimLeft(line, " \n"), ends, false)
			}
		}
		if !ok {
			rest, ok = cutLine(body, ends, l.made)
		}
		if !ok {
			return fmt.Errorf("line %d: want %q at %.200q", i+1, ends, body)
		}
		body = rest
	}
	if body != "" {
		return fmt.Errorf("more than was typed: %q", body)
	}
	return nil
}

// division is the number of a phần, chương or mục with a title behind it.
var division = regexp.MustCompile(`(?i)^((?:phần|chương|mục|tiểu mục) (?:thứ )?\S+) `)

// madeNumber is the longest number that the program puts in front of words.
const madeNumber = len("CHƯƠNG VIII\n")

// cutLine takes one of the lines that are right from the head of s, behind a number
// that was made.
func cutLine(s string, lines []string, made bool) (string, bool) {
	most := 0
	if made {
		most = madeNumber
	}
	same := func(a, b string) bool { return a == b }
	for _, equal := range []func(string, string) bool{same, strings.EqualFold} { // "I." is not of "Điều"
		for skip := 0; skip <= min(most, len(s)); skip++ {
			for _, l := range lines {
				if head := s[skip:]; len(head) >= len(l) && equal(head[:len(l)], l) {
					return head[len(l):], true
				}
			}
		}
		if !made {
			break
		}
	}
	return s, false
}

// normal gives text with plain blanks and hyphens: one blank between words and one end
// between lines, or no white space at all.
func (r *wordReader) normal(s string) string {
	s = strings.NewReplacer("\u00a0", " ", "\u2011", "-", "\u2060", "", "\u200b", "").Replace(s)
	if r.loose {
		return strings.Map(func(c rune) rune {
			if unicode.IsSpace(c) || r.drawn && strings.ContainsRune("-+|", c) {
				return -1
			}
			return c
		}, s)
	}
	var b strings.Builder
	for l := range strings.SplitSeq(s, "\n") {
		if words := strings.Fields(l); len(words) > 0 && !(r.drawn && strings.Contains(l, "-+-")) {
			b.WriteString(strings.Join(words, " ") + "\n")
		}
	}
	return b.String()
}

func readText(files [][]byte) (string, error) { return string(files[0]), nil }

// readDOCX gives a paragraph of the body a line, and behind them the notes.
func readDOCX(files [][]byte) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(files[0]), int64(len(files[0])))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, part := range []string{"word/document.xml", "word/footnotes.xml"} {
		f, err := z.Open(part)
		if err != nil {
			continue // without notes
		}
		if err := readXML(&b, f); err != nil {
			return "", err
		}
		if err := f.Close(); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// readXML writes the words of a part of a Word file, or of a page in SVG.
func readXML(b *strings.Builder, r io.Reader) error {
	dec := xml.NewDecoder(r)
	text := false
	for {
		token, err := dec.RawToken()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "t", "text":
				text = true
			case "br", "cr":
				b.WriteByte('\n')
			case "tab":
				b.WriteByte(' ')
			case "noBreakHyphen":
				b.WriteByte('-')
			case "footnoteRef": // no number: the reader makes it
				b.WriteString("0 ")
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "t":
				text = false
			case "p", "text":
				text = false
				b.WriteByte('\n')
			}
		case xml.CharData:
			if text {
				b.Write(token)
			}
		}
	}
}

// readPDF gives the lines of the pages, without their numbers.
func readPDF(files [][]byte) (string, error) {
	pages, err := pdf.PageTexts(files[0])
	return withoutNumbers(pages), err
}

func readSVG(files [][]byte) (string, error) {
	pages := make([]string, len(files))
	for i, f := range files {
		var b strings.Builder
		if err := readXML(&b, bytes.NewReader(f)); err != nil {
			return "", err
		}
		pages[i] = b.String()
	}
	return withoutNumbers(pages), nil
}

// withoutNumbers joins pages, of which all but the first begin with their number.
func withoutNumbers(pages []string) string {
	for i := range pages {
		if s := strings.TrimLeft(pages[i], " \n"); i > 0 {
			pages[i] = strings.TrimPrefix(s, fmt.Sprint(i+1))
		}
	}
	return strings.Join(pages, "\n")
}

// TestWords holds the two properties over text that is the same in every run.
func TestWords(t *testing.T) {
	w := newWordTester(t)
	rnd := rand.New(rand.NewPCG(1, 2))
	refused := 0
	const texts = 240
	for i := range texts {
		seed := make([]byte, 20+rnd.IntN(100))
		for k := range seed {
			seed[k] = byte(rnd.Uint32())
		}
		if found := w.hold(t, i%len(officeFrames), seed); found != nil {
			refused++
			t.Log(found)
		}
		if t.Failed() {
			return
		}
	}
	if refused > texts/20 {
		t.Errorf("%d of %d texts are refused", refused, texts)
	}
}

// FuzzWords looks for text that holds neither of them.
func FuzzWords(f *testing.F) {
	w := newWordTester(f)
	rnd := rand.New(rand.NewPCG(3, 4))
	for i := range 10 * len(officeFrames) {
		seed := make([]byte, 60)
		for k := range seed {
			seed[k] = byte(rnd.Uint32())
		}
		f.Add(byte(i), seed)
	}
	f.Fuzz(func(t *testing.T, frame byte, seed []byte) {
		w.hold(t, int(frame)%len(officeFrames), seed)
	})
}
