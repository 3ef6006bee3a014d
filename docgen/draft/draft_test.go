package draft_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// renderer is one for all tests of the package.
var renderer = func() *docgen.Renderer {
	r, err := docgen.New(nil)
	if err != nil {
		panic(err)
	}
	return r
}()

// render makes a Word file and the plain text of a paper.
func render(t testing.TB, fsys fs.FS, name string) (docx, text []byte, err error) {
	t.Helper()
	set, found := renderer.Reading().Load(fsys, name)
	if found.HasErrors() {
		return nil, nil, found
	}
	d, err := renderer.Build(context.Background(), set, name)
	if err != nil {
		return nil, nil, err
	}
	var word, plain bytes.Buffer
	if _, err := renderer.DOCX(context.Background(), &word, d); err != nil {
		return nil, nil, err
	}
	if _, err := renderer.Text(context.Background(), &plain, d); err != nil {
		return nil, nil, err
	}
	return word.Bytes(), plain.Bytes(), nil
}

// renderYAML is render for the YAML of a draft.
func renderYAML(t testing.TB, yaml []byte) (text string, err error) {
	t.Helper()
	_, plain, err := render(t, fstest.MapFS{"thu.yaml": {Data: yaml}}, "thu.yaml")
	return string(plain), err
}

func read(t testing.TB, name string, src []byte) *draft.Draft {
	t.Helper()
	d, err := draft.Read(name, bytes.NewReader(src), int64(len(src)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, f := range d.Findings {
		if f.Err != nil {
			t.Errorf("%s: the parts do not hold all words: %v", name, f.Err)
		}
	}
	return d
}

// paperOf gives the value that YAML holds.
func paperOf(t testing.TB, yaml []byte) plan.Paper {
	t.Helper()
	f, found := plan.Parse("thu.yaml", yaml)
	if f == nil || f.Paper() == nil {
		t.Fatalf("no paper: %v\n%s", found, yaml)
	}
	return f.Paper()
}

// words counts the words of a text.
func words(s string) map[string]int {
	all := make(map[string]int)
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("%☐☒", r)
	}) {
		all[w]++
	}
	return all
}

// differ gives the words that are more often in one text than in the other.
func differ(a, b map[string]int) []string {
	var out []string
	for w, n := range a {
		if n > b[w] {
			out = append(out, fmt.Sprintf("%s+%d", w, n-b[w]))
		}
	}
	slices.Sort(out)
	return out
}

// fields are what the head and the foot of a paper say, by key; names in small letters, since a
// letterhead has them in capitals.
func fields(p plan.Paper) map[string]string {
	h, f := p.Head(), p.Foot()
	low := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	all := map[string]string{
		"kind": h.Kind, "issuer.name": low(h.Issuer.Name), "issuer.superior": low(h.Issuer.Superior), "issuer.place": h.Issuer.Place,
		"issuer.abbreviation": h.Issuer.Abbreviation, "number": strings.TrimLeft(h.Number, "0"), "symbol": h.Symbol,
		"drafting_unit": h.DraftingUnit,
		"date":          h.Date.String(), "subject": low(h.Subject), "addressees": low(strings.Join(h.Addressees, "|")),
		"urgency": h.Urgency, "secrecy": h.Secrecy,
	}
	if h.DecidedBy != nil {
		all["decided_by"] = low(h.DecidedBy.By + h.DecidedBy.Title)
	}
	for _, b := range h.LegalBases {
		all["legal_bases"] += low(string(b.Text)) + "|"
	}
	for _, s := range f.AllSigners() {
		all["signer"] += low(fmt.Sprint(s.Capacity, s.OnBehalfOf, s.ActingFor, s.Position, s.Name, s.Lines))
	}
	if d := f.Distribution; d != nil {
		for _, to := range d.To {
			if said := low(string(to)); !strings.HasPrefix(said, "như ") { // written by itself
				all["distribution.to"] += said + "|"
			}
		}
		all["distribution.file_copy"], all["distribution.drafter"] = low(strings.Join(d.FileCopy, "|")), d.Drafter
	}
	for _, a := range f.Annexes {
		all["annexes"] += low(a.Title) + "|"
	}
	for k, v := range all {
		if v == "" {
			delete(all, k)
		}
	}
	return all
}

// examplesOf gives the files of papers among the examples. Copies and what is enclosed in files
// of its own are made of another paper, and a certificate is a form: none is a draft.
func examplesOf(t testing.TB) []string {
	t.Helper()
	all, err := filepath.Glob("../../examples/*/*.yaml")
	if err != nil || len(all) < 20 {
		t.Fatal(all, err)
	}
	return slices.DeleteFunc(all, func(name string) bool {
		f, _ := plan.Parse(name, must(os.ReadFile(name)))
		if f == nil || f.Paper() == nil {
			return true
		}
		switch f.Paper().Head().Kind {
		case "ban-sao", "phu-luc", "giay-khen":
			return true
		}
		return false
	})
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// TestExamples: each example as a Word file, read, and made again: the same words, line by line
// where the lines are text, and nearly all fields.
func TestExamples(t *testing.T) {
	known, all := make(map[string]int), make(map[string]int)
	for _, name := range examplesOf(t) {
		docx, text, err := render(t, os.DirFS(filepath.Dir(name)), filepath.Base(name))
		if err != nil {
			continue // for settled papers only
		}
		f, _ := plan.Parse(name, must(os.ReadFile(name)))
		want := fields(f.Paper())
		kind := want["kind"]
		d := read(t, "thu.docx", docx)
		got := fields(paperOf(t, d.YAML))
		for key, v := range want {
			if strings.HasPrefix(key, "signer") && kind == "bien-ban" || key == "date" && kind == "bien-ban" {
				continue // the kind's own fields say who signs, and the head has no date
			}
			all[kind]++
			if got[key] == v {
				known[kind]++
			} else {
				t.Logf("%s: %s is %q, want %q", name, key, got[key], v)
			}
		}
		if err := d.Err(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		again, err := renderYAML(t, d.YAML)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, d.YAML)
			continue
		}
		shown := withoutPictures(string(text))
		if lost, more := differ(words(shown), words(again)), differ(words(again), words(shown)); len(lost)+len(more) > 0 {
			t.Errorf("%s: lost %q, more %q", name, lost, more)
		}
	}
	for kind, n := range all {
		t.Logf("%s: %d of %d fields", kind, known[kind], n)
		if known[kind]*100 < n*95 {
			t.Errorf("%s: %d of %d fields", kind, known[kind], n)
		}
	}
}

// withoutPictures takes the description of charts out of a text.
func withoutPictures(s string) string {
	lines := strings.Split(s, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, "[Biểu đồ") }), "\n")
}

// TestGivenPlan: a plan as plain text, whose letterhead was lost. As a draft it comes out whole,
// with blanks for what is missing.
func TestGivenPlan(t *testing.T) {
	src := must(os.ReadFile("../../examples/ke-hoach-cam-ngoc/nguon.txt"))
	d := read(t, "ke-hoach.txt", src)
	if _, err := renderYAML(t, d.YAML); err == nil || d.Err() == nil {
		t.Error("a plan without an issuer is made")
	}
	text, err := renderYAML(t, d.Blank)
	if err != nil {
		t.Fatal(err)
	}
	if lost := differ(words(string(src)), words(text)); len(lost) > 0 {
		t.Errorf("lost %q", lost)
	}
	for _, want := range []string{"\nI. MỤC ĐÍCH, YÊU CẦU\n", "\n2. Yêu cầu\n", "Số: ....../KH-UBND",
		"- MTTQ các đoàn thể xã;", "CHỦ TỊCH", "- Lưu: VT."} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	var broken diag.List
	set, found := renderer.Reading().Load(fstest.MapFS{"thu.yaml": {Data: d.Blank}}, "thu.yaml")
	if found.HasErrors() {
		t.Fatal(found)
	}
	doc, err := renderer.Build(context.Background(), set, "thu.yaml")
	if err != nil {
		t.Fatal(err)
	}
	result, err := renderer.Text(context.Background(), &bytes.Buffer{}, doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range d.Relate(result.Findings, true) {
		if f.Rule == "text.broken" {
			broken.Add(f)
		}
	}
	if len(broken) != 1 || broken[0].Pos.Line == 0 || !strings.HasPrefix(strings.Split(string(src),
		"\n")[broken[0].Pos.Line-1], "nước giai đoạn") {
		t.Errorf("the broken sentence: %v", broken)
	}
}

// TestUnits: the mark at which a line of our Word file ends, behind the stroke of units,
// comes into no draft, and no blank where it is pasted from our PDF.
func TestUnits(t *testing.T) {
	const src = `kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: 5
date: 2026-03-15
subject: Mức chi
body: Mức tiền thưởng kèm theo Giấy khen của mỗi cá nhân là 760.000 đồng/người.
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Sở Nội vụ], file_copy: [VT]}
`
	file, _, err := render(t, fstest.MapFS{"thu.yaml": {Data: []byte(src)}}, "thu.yaml")
	if err != nil {
		t.Fatal(err)
	}
	marked := false
	w, _ := word.Read("thu.docx", bytes.NewReader(file), int64(len(file)))
	word.Each(w.Body, func(p *word.Paragraph) { marked = marked || strings.Contains(p.Text(), "đồng/\u200bngười") })
	if !marked {
		t.Error("no line of the Word file ends in units")
	}
	yaml := read(t, "thu.docx", file).YAML
	if !strings.Contains(string(yaml), "760.000 đồng/người.") || strings.Contains(string(yaml), "\u200b") {
		t.Errorf("%s", yaml)
	}
	const pasted = `ỦY BAN NHÂN DÂN
XÃ CẨM HÒA
THÔNG BÁO
Mức chi
Ủy ban nhân dân xã thông báo mức chi của năm nay cho các thôn, theo nghị quyết của
Hội đồng nhân dân xã: mức tiền thưởng kèm theo Giấy khen của cá nhân là 760.000 đồng/
người, của tập thể là một triệu năm trăm hai mươi nghìn đồng, trích từ quỹ của xã theo
quy định của pháp luật và của quy chế này, các thôn biết và thực hiện theo đúng
quy chế.
`
	if yaml := read(t, "thu.txt", []byte(pasted)).YAML; !strings.Contains(string(yaml), "760.000 đồng/người, của") {
		t.Errorf("%s", yaml)
	}
}
