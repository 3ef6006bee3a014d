package docgen_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// longTexts are 64,000 letters, as one word and as many.
var longTexts = map[string]string{
	"one word":   strings.Repeat("ệ", 64_000),
	"many words": strings.Repeat("ab ", 64_000/3) + "c",
}

// textFields fills each field of v and below that takes text with s, one at a time, and
// calls try for it.
func textFields(path string, v reflect.Value, s string, try func(path string)) {
	for i := range v.NumField() {
		f, field, at := v.Type().Field(i), v.Field(i), path+"."+v.Type().Field(i).Name
		fill := func(value any) {
			old := reflect.New(f.Type).Elem()
			old.Set(field)
			field.Set(reflect.ValueOf(value).Convert(f.Type))
			try(at)
			field.Set(old)
		}
		switch {
		case !f.IsExported() || f.Type == reflect.TypeFor[diag.Pos]() || f.Type == reflect.TypeFor[*doc.Picture]():
		case f.Type.Kind() == reflect.String:
			fill(s)
		case f.Type == reflect.TypeFor[[]string]():
			fill([]string{s})
		case f.Type == reflect.TypeFor[[]doc.Inline]():
			fill([]doc.Inline{&doc.Strong{Inlines: doc.T(s)}, &doc.Text{S: s}})
		case f.Type == reflect.TypeFor[[][]doc.Inline]():
			fill([][]doc.Inline{doc.T(s)})
		case f.Type.Kind() == reflect.Slice && field.Len() > 0:
			for k := range field.Len() {
				e := field.Index(k)
				for e.Kind() == reflect.Interface || e.Kind() == reflect.Pointer {
					e = e.Elem()
				}
				if e.Kind() == reflect.Struct {
					textFields(at, e, s, try)
				}
			}
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
			field.Set(reflect.MakeSlice(f.Type, 1, 1))
			textFields(at, field.Index(0), s, try)
			field.SetZero()
		case f.Type.Kind() == reflect.Pointer && f.Type.Elem().Kind() == reflect.Struct:
			old := field.Interface()
			if field.IsNil() {
				field.Set(reflect.New(f.Type.Elem()))
			}
			textFields(at, field.Elem(), s, try)
			field.Set(reflect.ValueOf(old))
		}
	}
}

// quick fails when something takes a second, three times: time grows with the letters
// of a text, not with their square, but the machine may have other work.
func quick(t *testing.T, name string, do func()) {
	t.Helper()
	var took time.Duration
	for range 3 {
		begin := time.Now()
		do()
		if took = time.Since(begin); took < fuzzing.Slowness*time.Second {
			return
		}
	}
	t.Errorf("%s takes %v", name, took)
}

// TestLongTexts: each field of each part that takes text may take a very long one, in
// every format. Most such papers are refused; none takes long.
func TestLongTexts(t *testing.T) {
	parts := []doc.Part{
		&doc.Division{Level: 1}, &doc.Division{Level: 1, Title: doc.T("A")}, &doc.Chart{Bars: make([]doc.Bar, 1)},
		&doc.DataTable{Columns: make([]doc.Column, 3),
			Rows: []doc.DataRow{{Cells: make([]doc.DataCell, 3)}, {Cells: []doc.DataCell{{Columns: 3}}}}},
		&doc.Annex{Label: "Phụ lục", Title: doc.T("A")},
		&doc.Addressees{Lead: "A", Names: []string{"A", "B"}},
	}
	for _, p := range everyPart {
		parts = append(parts, reflect.New(reflect.TypeOf(p).Elem()).Interface().(doc.Part))
	}
	all := formats(t)
	delete(all, "archive")
	delete(all, "plain")
	tried := 0
	for kind, s := range longTexts {
		for _, p := range parts {
			d := &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{p}}
			v := reflect.ValueOf(p).Elem()
			textFields(v.Type().Name(), v, s, func(path string) {
				for format, write := range all {
					tried++
					name := fmt.Sprintf("%s of %s as %s", path, kind, format)
					quick(t, name, func() { _ = written(t, name, write, d) })
				}
			})
		}
	}
	if tried < 400 {
		t.Errorf("%d papers were tried", tried)
	}
}

// TestLongFields: the same from the file on, for what is broken by hand or worded by
// templates.
func TestLongFields(t *testing.T) {
	const paper = `version: 1
issuer: {name: "NAME", superior: "SUPERIOR", abbreviation: UBND, place: "PLACE"}
number: "5"
date: 2026-03-15
signer: {position: "POSITION", title: "TITLE", note: "NOTE", name: "SIGNER"}
`
	sources := map[string]string{
		"cong-van": "kind: cong-van\n" + paper + `subject: "SUBJECT"
addressees: ["ADDRESSEE", "Sở Nội vụ"]
distribution: {to: ["TO"], file_copy: [VT], drafter: "DRAFTER"}
contact: {address: "ADDRESS", telephone: "TELEPHONE", email: "EMAIL"}
body: "BODY"
annexes: [{title: "ANNEX", label: "LABEL", body: Một.}]
`,
		"giay-khen": "kind: giay-khen\n" + paper + `subject: Tặng giấy khen
giver: "GIVER"
words: "WORDS"
recipient: individual
honorific: "HONORIFIC"
name: "AWARDEE"
role: "ROLE"
unit: "UNIT"
achievement: "ACHIEVEMENT"
register: "08"
`,
		"giay-moi": "kind: giay-moi\n" + paper + `subject: Họp
invitees: ["INVITEE"]
event: "EVENT"
chair: "CHAIR"
time: "TIME"
venue: "VENUE"
`,
	}
	all := formats(t)
	r := newRenderer(t)
	for kind, s := range longTexts {
		for name, src := range sources {
			for field := range strings.FieldsFuncSeq(src, func(r rune) bool { return r < 'A' || r > 'Z' }) {
				if len(field) < 2 || !strings.Contains(src, `"`+field+`"`) {
					continue
				}
				file := fstest.MapFS{"a.yaml": {Data: []byte(strings.Replace(src, `"`+field+`"`, `"`+s+`"`, 1))}}
				var d *doc.Document
				var err error
				quick(t, fmt.Sprintf("%s of %s in %s", field, kind, name), func() {
					set, _ := plan.Load(file, "a.yaml")
					d, _, err = docgen.Built(r.Build(t.Context(), set, "a.yaml"))
				})
				if err != nil {
					t.Errorf("%s of %s in %s: %v", field, kind, name, err)
				}
				if d == nil {
					continue // refused
				}
				for _, format := range []string{"pdf", "docx", "text"} {
					what := fmt.Sprintf("%s of %s in %s as %s", field, kind, name, format)
					quick(t, what, func() { _ = written(t, what, all[format], d) })
				}
			}
		}
	}
}

// TestManyLines: what is asked of a whole text, or of the whole file, is asked once and not by each line.
func TestManyLines(t *testing.T) {
	r := newRenderer(t)
	for _, head := range []string{"■ ", "✓ ", "● ", "😀 ", "{{a}} ", "1. {#", "I.N", "1 - N", "i) ", "“", "Trên đây "} {
		var b strings.Builder
		for i := range 10_000 {
			fmt.Fprintf(&b, "  %sViệc %d\n", head, i)
		}
		file := fstest.MapFS{"a.yaml": {Data: []byte("kind: bao-cao\nversion: 1\nsubject: Việc\ndate: 2026-03-15\n" +
			"issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\nsigner: {position: Chủ tịch, name: Nguyễn Văn An}\n" +
			"body: |\n" + b.String())}}
		quick(t, "lines that begin with "+head, func() {
			set, _ := plan.Load(file, "a.yaml")
			if _, _, err := docgen.Built(r.Build(t.Context(), set, "a.yaml")); err != nil {
				t.Fatal(err)
			}
		})
	}
}
