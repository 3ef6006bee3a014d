package batch

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan"
)

// TestExprBlocks: what a block inside a text prints is data like all else, and may only
// name columns that there are.
func TestExprBlocks(t *testing.T) {
	guard := func(v any) string { return "<" + sheet.Plain(v) + ">" }
	e, err := newExpr(`{{define "a"}}{{.name}}{{end}}{{template "a" .}}!`, []string{"name"}, guard)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := e.text(values{"name": "**An**"}); got != "<**An**>!" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := newExpr(`{{define "a"}}{{.nane}}{{end}}{{template "a" .}}`, []string{"name"}, guard); err == nil {
		t.Error("a column that there is not was taken")
	}
}

// TestExprBounds: texts of a job end as wordings of an office do.
func TestExprBounds(t *testing.T) {
	for src, want := range map[string]string{
		`{{range 2000000000}}{{end}}`:                                        "200.000 bước",
		`{{define "a"}}{{range 2000000000}}{{end}}{{end}}{{template "a" .}}`: "200.000 bước",
		`{{printf "%d" .name}}`:                                              "printf: %d không dùng được",
	} {
		e, err := newExpr(src, []string{"name"}, sheet.Plain)
		if err == nil {
			_, err = e.text(values{"name": "An"})
		}
		if err == nil || !strings.Contains(mistake(err), want) {
			t.Errorf("%s: %v", src, err)
		}
	}
}

// TestExprPlain: a text that is put together without its template reads, and fails, as the
// template does; what asks for more goes through the template.
func TestExprPlain(t *testing.T) {
	known := []string{"name", "amount", "born", "rows", "none"}
	row := values{
		"name": "  An *và* \n# Bình", "amount": plan.Money(1_200_000), "born": sheet.Date{Year: 1990, Month: 2,
			Day: 3}, "rows": []values{{}, {}},
	}
	for _, tt := range []struct {
		src   string
		plain bool
	}{
		{"{{.name}}", true},
		{"Tặng {{.name}}, sinh ngày {{ .born }}.", true},
		{"a {{- .name -}} b{{/* lời ghi */}}", true},
		{"{{words .amount}} ({{.amount}})", true},
		{"{{upper .name}}{{count .rows}}", true},
		{"{{iso .name}}", true},   // a format that does not fit
		{"{{.none}}", true},       // a column that the row lacks
		{"{{.name.last}}", false}, // a part of a value
		{"{{.name | upper}}", false},
		{"{{upper (lower .name)}}", false},
		{"{{len .name}}", false},
		{"{{printf \"%s\" .name}}", false},
		{"{{$n := .name}}{{$n}}", false},
		{"{{if .name}}có{{end}}", false},
		{"{{range .rows}}x{{end}}", false},
		{"{{.}}", false},
		{"{{\"chữ\"}}", false},
	} {
		for _, g := range []guard{sheet.Plain, escaped} {
			e, err := newExpr(tt.src, known, g)
			if err != nil {
				t.Fatal(tt.src, err)
			}
			if (e.plain != nil) != tt.plain {
				t.Errorf("%s: plain %t", tt.src, e.plain != nil)
			}
			got, err := e.text(row)
			e.plain = nil
			want, asked := e.text(row)
			if got != want || (err == nil) != (asked == nil) || err != nil && mistake(err) != mistake(asked) {
				t.Errorf("%s: %q, %v; the template gives %q, %v", tt.src, got, err, want, asked)
			}
		}
	}
}
