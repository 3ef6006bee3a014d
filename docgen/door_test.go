package docgen_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// letter is a complete letter made in Go.
func letter() *plan.General {
	return &plan.General{
		Header: plan.Header{
			Kind: "cong-van", Version: 1,
			Issuer:     plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa", Abbreviation: "UBND", Place: "Cẩm Hòa"},
			Date:       plan.Date{Year: 2026, Month: 3, Day: 15},
			Subject:    "đăng ký chỉ tiêu thi đua năm 2026",
			Addressees: []string{"Trưởng các thôn"},
		},
		Body: "Ủy ban nhân dân xã đề nghị các thôn đăng ký.",
		Footer: plan.Footer{
			Signer:       &plan.Signer{Position: "Chủ tịch", Name: "Bùi Thị Hòa"},
			Distribution: &plan.Distribution{FileCopy: []string{"VT"}},
		},
	}
}

// TestBuildValidates: a value made in Go is checked as one that was read, all at once,
// and what has errors becomes no document.
func TestBuildValidates(t *testing.T) {
	r := newRenderer(t)
	for name, tt := range map[string]struct {
		spoil func(*plan.General)
		want  []string // path and rule
	}{
		"whole": {func(*plan.General) {}, nil},
		"nobody": {func(g *plan.General) { g.Issuer, g.Signer = plan.Issuer{}, nil },
			[]string{"issuer plan.missing", "signer plan.missing"}},
		"value and text": {func(g *plan.General) { g.Signer, g.Body = nil, "Xem [^a]" },
			[]string{"body text.footnote", "signer plan.missing"}},
		"a letter":  {func(g *plan.General) { g.Issuer.Name += " 😀" }, []string{"issuer font.missing-glyph"}},
		"version 9": {func(g *plan.General) { g.Version = 9 }, []string{"version plan.unknown-version"}},
	} {
		g := letter()
		tt.spoil(g)
		d, err := r.Build(context.Background(), plan.NewSet(&plan.File{Name: "thu", Value: g}), "thu")
		if d != nil {
			_, err = r.PDF(context.Background(), io.Discard, d)
		}
		var found diag.List
		errors.As(err, &found)
		var got []string
		for _, f := range found {
			got = append(got, f.Pos.Path+" "+f.Rule)
			if f.Pos.File != "thu" || f.Pos.IsValid() {
				t.Errorf("%s: place %v", name, f.Pos)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: found %q, want %q", name, got, tt.want)
		}
	}
}

// TestBuildNoPaper: a file that is no paper is a finding; a value made in Go that is none is a mistake of the program.
func TestBuildNoPaper(t *testing.T) {
	r := newRenderer(t)
	src, err := os.ReadFile("../examples/khen-thuong-2026/dot-khen-thuong.yaml")
	if err != nil {
		t.Fatal(err)
	}
	read, _ := plan.Parse("dot", src)
	for _, f := range []*plan.File{read, {Name: "dot", Value: read.Value}} {
		_, err := r.Build(context.Background(), plan.NewSet(f), "dot")
		var found diag.List
		if isList := errors.As(err, &found); isList != (f == read) || isList && found[0].Rule != docgen.RuleNotPaper ||
			!isList && err.Error() != "build dot: not a paper" {
			t.Errorf("of kind %q: %v", f.Kind.ID, err)
		}
	}
}

// TestChangedAfterReading: a value is judged as it is when it is built.
func TestChangedAfterReading(t *testing.T) {
	r := newRenderer(t)
	src, err := plan.Marshal(letter())
	if err != nil {
		t.Fatal(err)
	}
	f, found := r.Reading().Parse("thu.yaml", src)
	if found.HasErrors() {
		t.Fatal(found)
	}
	f.Value.(*plan.General).Signer = nil
	d, err := r.Build(context.Background(), plan.NewSet(f), f.Name)
	if d != nil || !errors.Is(err, plan.ErrMissing) {
		t.Errorf("a letter without signer: %v, %v", d, err)
	}
}

// TestDecomposed: a value whose texts come from a system that parts letters from their marks
// gives the findings and the bytes of the same texts in NFC, made in Go or changed after reading;
// the caller's value stays as it was.
func TestDecomposed(t *testing.T) {
	r := newRenderer(t)
	src, err := plan.Marshal(letter())
	if err != nil {
		t.Fatal(err)
	}
	build := func(f *plan.File) (pdf, docx bytes.Buffer) {
		t.Helper()
		d, err := r.Build(t.Context(), plan.NewSet(f), f.Name)
		if err != nil {
			t.Fatal(err)
		}
		d.Input = "" // the file's
		if _, err := r.PDF(t.Context(), &pdf, d); err != nil {
			t.Fatal(err)
		}
		if _, err := r.DOCX(t.Context(), &docx, d); err != nil {
			t.Fatal(err)
		}
		return pdf, docx
	}
	spelt := func(f *plan.File, form norm.Form) *plan.File {
		g := f.Value.(*plan.General)
		g.Urgency, g.Draft = form.String("HỎA TỐC"), form.String("Dự thảo")
		g.Issuer.Place, g.Subject, g.Signer.Name = form.String(g.Issuer.Place), form.String(g.Subject), form.String(g.Signer.Name)
		return f
	}
	read, _ := r.Reading().Parse("thu", src)
	for name, f := range map[string]*plan.File{"made": {Name: "thu", Value: letter()}, "read": read} {
		pdf, docx := build(spelt(f, norm.NFC))
		parted := spelt(f.Clone(), norm.NFD)
		if found := r.Reading().Check(plan.NewSet(parted), parted); len(found) > 0 {
			t.Errorf("%s: found %v", name, found)
		}
		again, word := build(parted)
		if !bytes.Equal(again.Bytes(), pdf.Bytes()) || !bytes.Equal(word.Bytes(), docx.Bytes()) {
			t.Errorf("%s: other bytes", name)
		}
		if s := parted.Value.(*plan.General).Subject; s != norm.NFD.String(s) {
			t.Errorf("%s: the value was changed", name)
		}
	}
}

// TestFilesInParts: a value made in Go names its files by the letters of the folder, which may stand apart
// from their marks.
func TestFilesInParts(t *testing.T) {
	r := newRenderer(t)
	sign, name := norm.NFD.String("chữ ký.png"), norm.NFD.String("thư mời.yaml")
	g := letter()
	g.Signer.Signature = sign
	src, err := plan.Marshal(letter())
	if err != nil {
		t.Fatal(err)
	}
	set, found := r.Reading().Load(fstest.MapFS{name: {Data: src}, sign: {Data: []byte("none")}}, name)
	if found.HasErrors() {
		t.Fatal(found)
	}
	set.Files()[0].Value = g
	if _, err := r.Build(t.Context(), set, name); err == nil || strings.Contains(err.Error(), "không đọc được ảnh") {
		t.Errorf("the picture was not read: %v", err)
	}
	g.Signer.Signature = ""
	copied := &plan.File{Name: "sao", Value: &plan.Copy{Header: letter().Header, Original: name, Form: "sao-y", Footer: letter().Footer}}
	copied.Value.(*plan.Copy).Kind, copied.Value.(*plan.Copy).Subject, copied.Value.(*plan.Copy).Addressees = "ban-sao", "", nil
	if _, err := r.Build(t.Context(), plan.NewSet(set.Files()[0], copied), copied.Name); err != nil {
		t.Error(err)
	}
}

// TestHoldsItself: a value that holds itself, or names a file whose value does, is a finding, and
// no end of the program.
func TestHoldsItself(t *testing.T) {
	r := newRenderer(t)
	g := letter()
	g.Body, g.Sections = "", make([]plan.Section, 2)
	g.Sections[0].Title, g.Sections[0].Sections = "Một", g.Sections
	whole := &plan.File{Name: "thu", Value: g}
	copied := &plan.File{Name: "ban-sao", Value: &plan.Copy{
		Header: letter().Header, Original: "thu", Form: "sao-y", Footer: letter().Footer,
	}}
	copied.Value.(*plan.Copy).Kind = "ban-sao"
	for _, f := range []*plan.File{whole, copied} {
		d, err := r.Build(t.Context(), plan.NewSet(f, whole), f.Name)
		var found diag.List
		if d != nil || !errors.As(err, &found) || !slices.ContainsFunc(found, func(d *diag.Diagnostic) bool {
			return d.Rule == record.RuleDepth && d.Pos.File == "thu" && d.Pos.Path == "sections"
		}) {
			t.Errorf("%s: %v, %v", f.Name, d, err)
		}
	}
}

// TestProfileBeforeCheck: what the office's profile says is filled in before a value is
// checked, and the caller's value stays as it was.
func TestProfileBeforeCheck(t *testing.T) {
	profile, found := decree.ParseProfile("don-vi.yaml", []byte(`kind: profile
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
signer: {position: Chủ tịch, name: Bùi Thị Hòa}
file_copy: [VT, VP]
`))
	if found.HasErrors() {
		t.Fatal(found)
	}
	r, err := docgen.New(&docgen.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	g := letter()
	g.Issuer, g.Signer, g.Distribution.FileCopy = plan.Issuer{}, nil, nil
	d, err := r.Build(context.Background(), plan.NewSet(&plan.File{Name: "thu", Value: g}), "thu")
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if _, err := r.Text(context.Background(), &text, d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"XÃ CẨM HÒA", "Bùi Thị Hòa", "Lưu: VT, VP"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("no %q in\n%s", want, &text)
		}
	}
	if g.Issuer.Name != "" || g.Signer != nil || g.Distribution.FileCopy != nil {
		t.Errorf("the caller's value is now %+v", g)
	}
}

// TestOneChannel: warnings of a document's making come with the result of each format,
// and errors put into a document by hand stop it.
func TestOneChannel(t *testing.T) {
	r := newRenderer(t)
	g := letter()
	g.Distribution = nil // a warning
	d, err := r.Build(context.Background(), plan.NewSet(&plan.File{Name: "thu", Value: g}), "thu")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range docgen.Formats() {
		var b bytes.Buffer
		res, err := r.Write(context.Background(), &b, d, f)
		if err != nil || b.Len() == 0 || len(res.Findings) != 1 || res.Findings[0].Rule != "plan.no-distribution" {
			t.Errorf("%s: %v, %v", f.ID, res, err)
		}
	}
	d.Findings = diag.List{{Rule: "x.y", Message: "sai"}}
	for _, f := range docgen.Formats() {
		var b bytes.Buffer
		if _, err := r.Write(context.Background(), &b, d, f); err == nil || b.Len() > 0 {
			t.Errorf("%s: written with an error: %v", f.ID, err)
		}
	}
}

// TestFormats: each format is found by its ID, has a media type, and makes the same
// bytes by Files and by Write; none and one that is no format are errors.
func TestFormats(t *testing.T) {
	r := newRenderer(t)
	ctx := context.Background()
	d, err := r.Build(ctx, plan.NewSet(&plan.File{Name: "thu", Value: letter()}), "thu")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range docgen.Formats() {
		if g, ok := docgen.FormatOf(f.ID); !ok || g.ID != f.ID || f.MIME == "" || f.Name == "" {
			t.Errorf("%+v is found as %+v", f, g)
		}
		var b bytes.Buffer
		if _, err := r.Write(ctx, &b, d, f); err != nil {
			t.Errorf("%s: %v", f.ID, err)
		}
		files, _, err := r.Files(ctx, d, f)
		if err != nil || len(files) != 1 || !bytes.Equal(files[0], b.Bytes()) {
			t.Errorf("%s: %d files, %v", f.ID, len(files), err)
		}
	}
	if _, ok := docgen.FormatOf("odt"); ok {
		t.Error("there is odt")
	}
	if _, err := r.Write(ctx, io.Discard, d, docgen.Format{ID: "pdf"}); err == nil {
		t.Error("a format made by hand writes")
	}
	if _, err := r.Write(ctx, io.Discard, nil, docgen.Formats()[0]); err == nil {
		t.Error("no document is written")
	}
}

// short is a writer that takes half of what it gets and says nothing.
type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

// boastful says that it took more than it got.
type boastful struct{}

func (boastful) Write(p []byte) (int, error) { return len(p) + 1, nil }

// TestShortWrites: a writer that writes short is an error in every format.
func TestShortWrites(t *testing.T) {
	r := newRenderer(t)
	d := &doc.Document{Kind: "thong-bao", Parts: []doc.Part{&doc.Prose{Inlines: doc.T("Một đoạn.")}}}
	for _, f := range docgen.Formats() {
		if _, err := r.Write(context.Background(), short{}, d, f); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", f.ID, err)
		}
		if _, err := r.Write(context.Background(), boastful{}, d, f); err == nil {
			t.Errorf("%s: more is written than there is", f.ID)
		}
	}
}

// The types that kinds from outside might make.
type (
	headless struct{ plan.Footer }
	footless struct{ plan.Header }
	pointed  struct {
		*plan.Header
		*plan.Footer
	}
	measured struct {
		plan.Header
		Length float64 `yaml:"length" vi:"chiều dài"`
		plan.Footer
	}
	handed struct {
		plan.Header
		Goods [][]string `yaml:"goods" vi:"tài sản"`
		plan.Footer
	}
)

func (*headless) Head() *plan.Header { return nil }
func (*footless) Foot() *plan.Footer { return nil }

// TestNoHead: a value that says it is a paper and has no head is none, and no end of the program.
func TestNoHead(t *testing.T) {
	r := newRenderer(t)
	for _, value := range []any{new(headless), new(footless), new(pointed), (*headless)(nil)} {
		f := &plan.File{Name: "x", Value: value}
		d, err := r.Build(t.Context(), plan.NewSet(f), "x")
		if d != nil || err == nil || f.Paper() != nil || f.Make("y", value, nil, nil).Kind.ID != "" {
			t.Errorf("%T: %v", value, d)
		}
		plan.Validate(value)
		_, _ = plan.Marshal(value)
	}
}

// TestKindMakesWrong: what a kind from outside makes may be nil or hold itself: it is an error of
// Build that names what made it, in a copy of such a paper too, and findings of its document are kept.
func TestKindMakesWrong(t *testing.T) {
	loop := &doc.Division{Level: 1}
	loop.Parts = []doc.Part{loop}
	parts := func(parts ...doc.Part) func(*docgen.Composer, plan.Paper) []doc.Part {
		return func(*docgen.Composer, plan.Paper) []doc.Part { return parts }
	}
	behind := func(part doc.Part) func(*docgen.Composer, plan.Paper, []doc.Part) []doc.Part {
		return func(*docgen.Composer, plan.Paper, []doc.Part) []doc.Part { return []doc.Part{part} }
	}
	whole := func(d *doc.Document) func(*docgen.Composer, plan.Paper) *doc.Document {
		return func(*docgen.Composer, plan.Paper) *doc.Document { return d }
	}
	for want, kind := range map[string]docgen.Kind{
		"Body of kind rieng: doc: [1] is nil":                {Body: parts(&doc.End{}, nil)},
		"Body of kind rieng: doc: [0] is a nil *doc.Prose":   {Body: parts((*doc.Prose)(nil))},
		"Body of kind rieng: doc: [0].Parts[0]":              {Body: parts(loop)},
		"Foot of kind rieng: doc: [0] is nil":                {Body: parts(), Foot: behind(nil)},
		"Compose of kind rieng: doc: is a nil *doc.Document": {Compose: whole(nil)},
		"Compose of kind rieng: doc: Parts[0] is nil":        {Compose: whole(&doc.Document{Parts: []doc.Part{nil}})},
		"lỗi [own]: sai":                                     {Compose: whole(&doc.Document{Findings: diag.List{{Rule: "own", Message: "sai"}}})},
		"<nil>":                                              {Body: parts(&doc.Prose{Inlines: doc.T("Nội dung")})},
	} {
		kind.Kind = plan.Kind{ID: "rieng", Name: "Riêng", Abbreviation: "R", New: func(string) any { return new(plan.General) }}
		r, err := docgen.New(&docgen.Options{Kinds: append(docgen.Kinds(), kind)})
		if err != nil {
			t.Fatal(err)
		}
		g := letter()
		g.Kind, g.Number = "rieng", "5"
		copied := &plan.Copy{Header: letter().Header, Original: "thu", Form: "sao-y", Footer: letter().Footer}
		copied.Kind, copied.Subject, copied.Addressees = "ban-sao", "", nil
		set := plan.NewSet(&plan.File{Name: "thu", Value: g, Kind: kind.Kind}, &plan.File{Name: "ban-sao", Value: copied})
		for _, name := range []string{"thu", "ban-sao"} {
			_, err := r.Build(t.Context(), set, name)
			if !strings.Contains(fmt.Sprint(err), want) {
				t.Errorf("%s: got %v, want %s", name, err, want)
			}
		}
	}
}

// TestKindTable: an entry without a way to make a paper, and one given twice, are
// refused; an entry for a type stands beside the kind's own.
func TestKindTable(t *testing.T) {
	own := plan.Kind{ID: "ban-giao", Name: "Bàn giao", Types: []string{"ngan"}, New: func(string) any { return new(plan.General) }}
	body := func(text string) func(*docgen.Composer, plan.Paper) []doc.Part {
		return func(c *docgen.Composer, p plan.Paper) []doc.Part { return c.Body("body", plan.Prose(text), 0) }
	}
	made := func(value any) []docgen.Kind {
		return []docgen.Kind{{Kind: plan.Kind{ID: "rieng", New: func(string) any { return value }}, Body: body("a")}}
	}
	for name, tt := range map[string]struct {
		kinds []docgen.Kind
		ok    bool
	}{
		"no values":          {[]docgen.Kind{{Kind: plan.Kind{ID: "rieng"}, Body: body("a")}}, false},
		"values of nothing":  {made(nil), false},
		"no struct":          {made(plan.General{}), false},
		"no head":            {made(new(struct{ plan.Footer })), false},
		"no foot":            {made(new(struct{ plan.Header })), false},
		"a head of nothing":  {made(new(headless)), false},
		"a foot of nothing":  {made(new(footless)), false},
		"a pointer to heads": {made(new(pointed)), false},
		"a key of any float": {made(new(measured)), false},
		"a key that may be":  {made(new(handed)), true},
		"no way":             {[]docgen.Kind{{Kind: own}}, false},
		"twice":              {[]docgen.Kind{{Kind: own, Body: body("a")}, {Kind: own, Body: body("b")}}, false},
		"two types":          {[]docgen.Kind{{Kind: own, Body: body("a")}, {Kind: own, Type: "ngan", Body: body("b")}}, true},
	} {
		if _, err := docgen.New(&docgen.Options{Kinds: tt.kinds}); (err == nil) != tt.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	r, err := docgen.New(&docgen.Options{Kinds: []docgen.Kind{{Kind: own, Body: body("Bản đủ.")},
		{Kind: own, Type: "ngan", Body: body("Bản ngắn.")}}})
	if err != nil {
		t.Fatal(err)
	}
	for typ, want := range map[string]string{"": "Bản đủ", "ngan": "Bản ngắn"} {
		g := letter()
		g.Kind, g.Type = own.ID, typ
		d, err := r.Build(context.Background(), plan.NewSet(&plan.File{Name: "x", Value: g}), "x")
		if err != nil {
			t.Fatal(err)
		}
		var text bytes.Buffer
		if _, err := r.Text(context.Background(), &text, d); err != nil || !strings.Contains(text.String(), want) {
			t.Errorf("type %q: %v\n%s", typ, err, &text)
		}
	}
}

// TestOwnKind: a kind from outside has a schema, a starting file, messages in Vietnamese
// and all formats, as the built-in ones do.
func TestOwnKind(t *testing.T) {
	own := docgen.Kind{
		Kind: plan.Kind{ID: "giao-nhan", Name: "Biên bản giao nhận", Abbreviation: "BBGN", New: func(string) any { return new(handover) }},
		Body: func(c *docgen.Composer, p plan.Paper) []doc.Part {
			return c.Body("items", plan.Prose("Bàn giao: "+strings.Join(p.(*handover).Items, ", ")+"."), 0)
		},
	}
	r, err := docgen.New(&docgen.Options{Kinds: append(docgen.Kinds(), own)})
	if err != nil {
		t.Fatal(err)
	}
	o := r.Reading()
	start, err := o.Skeleton(own.ID)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := o.Schema(own.ID)
	if err != nil {
		t.Fatal(err)
	}
	for what, text := range map[string]string{"starting file": string(start), "schema": string(schema)} {
		if !strings.Contains(text, "tài sản bàn giao") || !strings.Contains(text, "02 máy chiếu") && what != "schema" {
			t.Errorf("%s:\n%s", what, text)
		}
	}
	f, found := o.Parse("x.yaml", start)
	if len(found) > 0 {
		t.Fatal(found)
	}
	d, err := r.Build(context.Background(), plan.NewSet(f), f.Name)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range docgen.Formats() {
		var b bytes.Buffer
		res, err := r.Write(context.Background(), &b, d, format)
		if err != nil || b.Len() == 0 || len(res.Findings) > 0 {
			t.Errorf("%s: %d bytes, %v, %v", format.ID, b.Len(), res, err)
		}
		if format.ID == "txt" && (!strings.Contains(b.String(), "BIÊN BẢN GIAO NHẬN") ||
			!strings.Contains(b.String(), "Bàn giao: 02 máy chiếu")) {
			t.Errorf("text:\n%s", &b)
		}
	}
	for items, want := range map[string]string{
		"item: [02 máy chiếu]": `không có khóa "item"; có phải "items" (tài sản bàn giao)?`,
		"items: []":            `thiếu "items" (tài sản bàn giao)`,
	} {
		_, found := o.Parse("x.yaml", bytes.Replace(start, []byte("items: [02 máy chiếu]"), []byte(items), 1))
		if !strings.Contains(found.Error(), want) {
			t.Errorf("%s: no %q in %s", items, want, found.Error())
		}
	}
}
