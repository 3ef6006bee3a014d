package parity_test

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/docgen/internal/parity"
	"github.com/vanban-go/vanban/plan"
)

var measure = flag.String("measure", "", "folder that the Word files of docs/measuring.md are written to; the page itself is written anew")

// question is a paragraph of the measuring file, and the last words of its first line by each rule.
type question struct {
	text string
	ends []string // in the order of lines.Rules
}

// asked are the kinds of questions, by which of the three rules agree on the end of the line.
var asked = []struct {
	what string
	of   int
	is   func(q *question) bool
}{
	{"a word taken where spaces shrink little and would stretch far", 5, func(q *question) bool {
		return !q.held() && q.ends[0] != q.ends[1] && q.ends[1] == q.ends[2]
	}},
	{"a word taken where spaces would not stretch far either", 5, func(q *question) bool {
		return !q.held() && q.ends[0] == q.ends[1] && q.ends[1] != q.ends[2]
	}},
	{"a second word, or one more", 2, func(q *question) bool {
		return !q.held() && q.ends[0] != q.ends[1] && q.ends[1] != q.ends[2]
	}},
	{"words and numbers that no-break spaces and hyphens hold together", 4, func(q *question) bool {
		return q.held() && q.ends[0] != q.ends[1]
	}},
}

// held reports whether the words at the end of the line are of those that stay together.
func (q *question) held() bool { return strings.ContainsAny(strings.Join(q.ends, ""), "0123456789") }

// measuringPaper is the paper that holds paragraphs, each under its number.
func measuringPaper(texts []string) string {
	var b strings.Builder
	b.WriteString(`kind: bao-cao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: 1
date: 2026-01-15
subject: Cách Word ngắt dòng
body: |
`)
	b.WriteString("  Mở tệp này bằng Microsoft Word trên máy tính, đặt phông chữ là Times New Roman như sẵn có, không sửa gì. " +
		"Với mỗi câu dưới đây, ghi lại vài chữ cuối của dòng thứ nhất, rồi so với bảng trong tệp measuring.md.\n\n")
	for i, text := range texts {
		fmt.Fprintf(&b, "  Câu %02d, %s.\n\n", i%100, text)
	}
	b.WriteString("signer: {capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Lê Văn Thắng}\n" +
		"distribution: {to: [Sở Nội vụ], file_copy: [VT]}\n")
	return b.String()
}

// measured are the questions of some paragraphs, as the PDF of each rule breaks them.
func measured(t *testing.T, dir string, texts []string) []question {
	t.Helper()
	questions := make([]question, len(texts))
	for i := range questions {
		questions[i].text = texts[i]
	}
	for _, rule := range lines.Rules() {
		r, d := measuringDocument(t, rule, texts)
		var b bytes.Buffer
		if _, err := r.PDF(t.Context(), &b, d); err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, rule.Name+".pdf")
		if err := os.WriteFile(name, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
		pages, err := parity.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, p := range pages {
			for _, l := range p {
				if len(l.Words) > 4 && l.Words[0] == "Câu" && at < len(questions) {
					questions[at].ends = append(questions[at].ends, strings.Join(l.Words[len(l.Words)-3:], " "))
					at++
				}
			}
		}
		if at != len(questions) {
			t.Fatalf("%s: %d of %d questions are found", rule.Name, at, len(questions))
		}
	}
	return questions
}

func measuringDocument(t *testing.T, rule lines.Rule, texts []string) (*docgen.Renderer, *doc.Document) {
	t.Helper()
	r := renderer(t, rule)
	f, found := plan.Parse("do.yaml", []byte(measuringPaper(texts)))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return r, build(t, r, f.Name, plan.NewSet(f))
}

// TestMeasuring: docs/measuring.md says what each rule makes of the measuring files. With
// -measure it is written anew, and the files with it, for whoever has Word.
func TestMeasuring(t *testing.T) {
	if names := parity.Missing(); names != "" {
		missing(t, names)
	}
	dir := t.TempDir()
	g := &report{r: rand.New(rand.NewPCG(1, 15))}
	var candidates []string
	for range 400 {
		candidates = append(candidates, g.words(9+g.r.IntN(4)))
	}
	all := measured(t, dir, candidates)
	var texts, kinds []string
	for _, a := range asked {
		n := 0
		for i := range all {
			if n < a.of && a.is(&all[i]) {
				texts, kinds = append(texts, all[i].text), append(kinds, a.what)
				n++
			}
		}
		if n < a.of {
			t.Fatalf("%s: only %d questions", a.what, n)
		}
	}
	page := measuringPage(measured(t, dir, texts), kinds)
	const name = "../../../docs/measuring.md"
	if *measure == "" {
		if was, err := os.ReadFile(name); err != nil || !bytes.Equal(was, page) {
			t.Errorf("docs/measuring.md is not what the rules do: %v; "+
				"go test ./docgen/internal/parity -run TestMeasuring -measure DIR writes it", err)
		}
		return
	}
	if err := os.WriteFile(name, page, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, rule := range lines.Rules()[:2] {
		r, d := measuringDocument(t, rule, texts)
		var b bytes.Buffer
		if _, err := r.DOCX(t.Context(), &b, d); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*measure, rule.Name+".docx"), b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// measuringPage is docs/measuring.md.
func measuringPage(list []question, kinds []string) []byte {
	var b bytes.Buffer
	b.WriteString(measuringHead)
	for i, q := range list {
		if i == 0 || kinds[i] != kinds[i-1] {
			fmt.Fprintf(&b, "| | *%s* | | |\n", kinds[i])
		}
		fmt.Fprintf(&b, "| %02d | %s |\n", i, strings.Join(q.ends, " | "))
	}
	b.WriteString(measuringTail)
	return b.Bytes()
}

const measuringHead = `# How Word breaks lines: a file to measure it with

The rules of [parity.md](parity.md) were found without Microsoft Word. Whoever has it can say in ten minutes
whether they hold: no knowledge of the program is needed.

1. Make the two files, in a folder of your choice:
   ` + "`go test ./docgen/internal/parity -run TestMeasuring -measure /tmp`" + `
   (needs pdftotext; run it once, then take ` + "`mode14.docx` and `word15.docx`" + ` to the computer with Word).
2. Open ` + "`mode14.docx`" + ` in Word for Windows or Mac, not in a browser. Times New Roman must be installed; the title bar says
   "Compatibility Mode". Do not edit, do not save. View it as a page (Print Layout).
3. For each paragraph that begins with "Câu", write down the last words of its *first* line.
4. Do the same with ` + "`word15.docx`" + `, whose title bar says nothing.
5. Write down which Word it was: File, Account, About.

## What the answers mean

| Câu | mode14 | word15 | libreoffice |
| --- | --- | --- | --- |
`

const measuringTail = `
- **` + "`mode14.docx`" + `**: every answer should stand in the column ` + "`mode14`" + `. One that does not is a fault of the usual rule, and
  worth an issue with the paragraph, the words and the version of Word.
- **` + "`word15.docx`" + `**: count the answers of each column.
  - All in ` + "`word15`" + `: the rule is right, and a profile with ` + "`line_breaks: word15`" + ` gives PDF files with Word's own lines.
  - All in ` + "`mode14`" + `: this Word does not shrink spaces; ` + "`mode14`" + ` holds for its files of mode 15, too.
  - All in ` + "`libreoffice`" + `: Word shrinks whenever a quarter is enough; the ratio in ` + "`docgen/internal/lines/rule.go`" + ` has to go.
  - Only the last group differs: Word treats no-break spaces in its own way, the rest of the rule holds.
  - Anything else, or words of no column: send the list; each answer narrows the bounds of shrink and ratio.
- An answer that stands in two columns at once, as many do, speaks for neither against the other.
`
