package batch

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
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
