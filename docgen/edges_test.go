package docgen

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"text/template"
	"text/template/parse"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/docgen/internal/tmpl"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestWordsAndFolders: what is cut from texts, folders and figures.
func TestWordsAndFolders(t *testing.T) {
	for _, tt := range [][3]string{
		{"xa/", "xa/a.yaml", "xa/"}, {"xa/", "goc/a.yaml", ""}, {"xa/thon/", "xa/a.yaml", "xa/"}, {"xa/", "xa/../goc/a", ""}, {"", "a", ""}, {"xa/", "xam/a", ""},
	} {
		if got := common(tt[0], tt[1]); got != tt[2] {
			t.Errorf("above %s and %s stands %q, want %q", tt[0], tt[1], got, tt[2])
		}
	}
	for n, want := range map[plan.Number]string{
		"0": "0", "-0.5": "-0,5", "-0": "-0", "0,5": "0,5", "1234567.5": "1.234.567,5", "-1234": "-1.234", "-7,25": "-7,25", "x": "x",
	} {
		if got := figure(n); got != want {
			t.Errorf("%s is %s, want %s", n, got, want)
		}
	}
	for s, want := range map[string][2]string{"Kính gửi:": {"Kính", "gửi"}, "a b c : ": {"a b", "c"}, "a": {"a", ""}, " a": {" a", ""}, "": {"", ""}, "a :": {"a", ""}} {
		if before, last, ok := cutLast(s); before != want[0] || last != want[1] || ok != (want[1] != "") {
			t.Errorf("%q: %q, %q, %t", s, before, last, ok)
		}
	}
	for _, tt := range []struct {
		clause, value string
		want          int
	}{
		{"đến dự", "Tham dự Hội nghị", len("Tham dự ")}, {"đến dự", "Tham dự", 0}, {"chủ trì", "Chủ tọa: ông A", len("Chủ tọa: ")},
		{"chủ trì", "Chủ tọa ông A", 0}, {"chủ trì", "Chủ tọa:", 0}, {"làm", "Tham dự Hội nghị", 0},
	} {
		if got := doubledOther("", tt.clause, tt.value); got != tt.want {
			t.Errorf("%q behind %q: %d, want %d", tt.value, tt.clause, got, tt.want)
		}
	}
}

// TestOwnLineEdges: which lines may be lines of the paper's own head and foot.
func TestOwnLineEdges(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, strings.Repeat("a", 200): true, strings.Repeat("a", 201): false, "a;": false, "a.": false, "a..": true, "": true,
	} {
		if isShort(doc.T(s)) != want {
			t.Errorf("%.20q of %d bytes is short: %t", s, len(s), !want)
		}
	}
	for s, want := range map[string]bool{
		"Mẫu 12345678901": true, "Mẫu 123456789012 a": false, "Mẫu của các thôn": false, "Mẫu của thôn": true, "Mẫu của thôn:": false, "Mẫu số 01": true,
		"MẪU CỦA CÁC THÔN TRONG XÃ": true, "Danh sách như sau:": false, "Danh sách": true, "Mẫuhai": false,
		"Phụ lục " + strings.Repeat("a", 11): true, "Phụ lục " + strings.Repeat("a", 12): false,
	} {
		if startsForm(s) != want {
			t.Errorf("%q opens a form: %t", s, !want)
		}
	}
	h := &plan.Header{Subject: "Nghỉ lễ"}
	h.Issuer.Name, h.Issuer.Superior = "Phòng Văn hóa - Xã hội", "Ủy ban nhân dân xã Cẩm Hòa"
	o := &ownLines{head: h, foot: new(plan.Footer)}
	for s, want := range map[string]bool{"phong van hoa": false, "phòng văn hóa": true, "xã cẩm hòa": true, "ubnd xã khác": true, "hòa": false, "xã khác": false} {
		if o.isIssuer(s) != want {
			t.Errorf("%q is of the issuer: %t", s, !want)
		}
	}
	o.walk([]doc.Part{&doc.Prose{}}, nil)
	if o.n != 1 || len(o.found) > 0 {
		t.Errorf("a paragraph of nothing: %d lines, %v", o.n, o.found)
	}
}

// TestLacks: letters that a face lacks are found, but none that is not drawn.
func TestLacks(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for c, want := range map[rune]bool{
		'a': false, '~': false, 0x7f: true, 'đ': false, '中': true, '\u3000': false, '\u200d': false, '\uf0b7': false, '•': false, '➢': false, '\t': false,
	} {
		if r.lacks(c) != want {
			t.Errorf("%U is lacked: %t", c, !want)
		}
	}
}

// TestOwnMistakes: of what is wrong in the texts of a refused paper only that is added which stands on nothing else.
func TestOwnMistakes(t *testing.T) {
	at, other := diag.Pos{File: "a", Line: 1, Column: 1}, diag.Pos{File: "a", Line: 2, Column: 1}
	before := diag.List{{Pos: at, Level: diag.Error, Rule: "plan.x"}}
	for rule, want := range map[string]bool{markup.RuleName: true, markup.RuleNoLevel: false, ruleTextScheme: false, "docgen.x": false} {
		found := diag.List{{Pos: other, Level: diag.Error, Rule: rule}, {Pos: at, Level: diag.Error, Rule: rule}, {Pos: other, Level: diag.Warning, Rule: rule}}
		got := ownMistakes(found, before)
		if len(got) > 1 || (len(got) == 1) != want || want && (got[0].Pos != other || got[0].Level != diag.Error) {
			t.Errorf("%s: %v", rule, got)
		}
	}
}

// TestFontProblems: each of several problems of a folder is said, one alone as well.
func TestFontProblems(t *testing.T) {
	broken, none := errors.Join(font.ErrBroken), errors.Join(font.ErrBroken, font.ErrNoFamily)
	if got := fontProblems(broken); len(got) != 1 || got[0] != "tệp phông bị hỏng" {
		t.Errorf("%q", got)
	}
	if got := fontProblems(none); len(got) != 2 || !strings.Contains(got[1], "không có họ phông nào") {
		t.Errorf("%q", got)
	}
}

// TestRenameCalls: a block calls those of its own file by their names, those of others with their file.
func TestRenameCalls(t *testing.T) {
	root := template.Must(template.New("a").Parse(`x{{template "b"}}{{if .}}{{template "c/d"}}{{template "e" .}}{{end}}`)).Root
	renameCalls(root, "f")
	var got []string
	tmpl.Walk(root, func(n parse.Node) {
		if call, ok := n.(*parse.TemplateNode); ok {
			got = append(got, call.Name)
		}
	})
	if want := []string{"f/b", "c/d", "f/e"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestOptionsEdges: what the options of a renderer may be, and the date that they give.
func TestOptionsEdges(t *testing.T) {
	for pages, ok := range map[int]bool{-1: false, 0: true, 1: true} {
		if _, err := New(&Options{MaxPages: pages}); (err == nil) != ok {
			t.Errorf("at most %d pages: %v", pages, err)
		}
	}
	src, _ := typedPaper("cong-van", "")
	f, found := plan.Parse("p.yaml", []byte(src))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	asked := time.Date(2030, 1, 2, 3, 4, 5, 0, time.UTC)
	for created, want := range map[time.Time]time.Time{asked: asked, {}: time.Date(2026, 3, 15, 0, 0, 0, 0, time.FixedZone("", 7*3600))} {
		r, err := New(&Options{Created: created})
		if err != nil {
			t.Fatal(err)
		}
		d, err := r.Build(context.Background(), plan.NewSet(f), f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if !d.Meta.Created.Equal(want) {
			t.Errorf("made on %s, want %s", d.Meta.Created, want)
		}
	}
}

// TestFirstWrong: of several lengths that no paper has the first is said, and the longest there is may be had.
func TestFirstWrong(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	table := func(w doc.Length) *doc.DataTable {
		return &doc.DataTable{Columns: []doc.Column{{Width: w}}}
	}
	for _, tt := range []struct {
		d    *doc.Document
		says string
	}{
		{&doc.Document{Parts: []doc.Part{table(mostLength)}}, ""}, {&doc.Document{Parts: []doc.Part{table(mostLength + 1)}}, "Width of a Column"},
		{&doc.Document{Parts: []doc.Part{table(0)}}, ""}, {&doc.Document{Parts: []doc.Part{table(-1)}}, "Width of a Column"},
		{&doc.Document{Parts: []doc.Part{&doc.Chart{Mark: -1}, table(-1)}}, "Mark of a Chart"},
		{&doc.Document{Parts: []doc.Part{table(-1), &doc.Chart{Mark: -1}}}, "Width of a Column"},
		{&doc.Document{Parts: []doc.Part{&doc.DataTable{Size: mostLetters}}}, ""}, {&doc.Document{Parts: []doc.Part{&doc.DataTable{Size: mostLetters + 1}}}, "Size of"},
		{&doc.Document{Parts: []doc.Part{&doc.DataTable{Size: doc.Point / 2}}}, ""},
		{&doc.Document{Parts: []doc.Part{&doc.Certificate{Lines: []doc.CertificateLine{{Size: new(doc.Length(1))}}}}}, ""},
	} {
		if _, err := r.sound(tt.d); (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%v, want %q", err, tt.says)
		}
	}
}
