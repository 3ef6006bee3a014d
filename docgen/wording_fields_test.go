package docgen

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/templates"
)

// TestUnknownFields: a field that no block of a file sees is an error of New, wherever it stands; one
// that some block sees is not, nor is any of the built-in files.
func TestUnknownFields(t *testing.T) {
	usual, err := fs.ReadFile(templates.FS, "giay-gioi-thieu.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		"": "",
		"{{.Issuer}} {{.Person.Name}} {{.Until}}": "",
		"{{.Isuer}}":                            "1: Isuer Issuer",
		"\n{{with .Person}}{{.Nam}}{{end}}":     "2: Nam Name",
		"{{$p := .Person}}{{$p.Nick}}":          "1: Nick ",
		"{{(index .SentTo 0).Nick}}":            "1: Nick ",
		"{{if .Until}}{{else}}{{.Nick}}{{end}}": "1: Nick ",
		"{{upper .Nick}} {{.Nick}}":             "1: Nick ",
	} {
		own := "{{define \"own\"}}" + words + "{{end}}" + string(usual) + `{{define "other"}}{{template "own" .}}{{end}}`
		own = strings.Replace(own, `{{define "introduce"}}`, `{{define "introduce"}}{{template "own" .}}{{template "other" .}}`, 1)
		_, err := New(&Options{Templates: fstest.MapFS{"giay-gioi-thieu.tmpl": {Data: []byte(own)}}})
		var found diag.List
		errors.As(err, &found)
		got := ""
		for _, d := range found {
			got += fmt.Sprintf("%d: %s %s", d.Pos.Line, d.Found, d.Expected)
		}
		if got != want || (err != nil) != (want != "") {
			t.Errorf("%q: %q, want %q; %v", words, got, want, err)
		}
	}
	if _, err := New(&Options{Templates: templates.FS}); err != nil {
		t.Errorf("the built-in files: %v", err)
	}
}
