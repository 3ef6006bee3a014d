package fill

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/plan/diag"
)

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// casesOf gives the templates and data of all case files.
func casesOf(tb testing.TB) (templates, data []string) {
	tb.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		in, err := txtar.ParseFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		for i := 0; i+1 < len(in.Files); i += 3 {
			templates, data = append(templates, string(in.Files[i].Data)), append(data, string(in.Files[i+1].Data))
		}
	}
	return templates, data
}

// FuzzFill fills whatever text part with whatever data: no panic, a part that can be read again
// or findings, and the same every time.
func FuzzFill(f *testing.F) {
	templates, data := casesOf(f)
	for i, notation := range templates {
		_, parts := partsOfFile(docxOf(notation))
		f.Add(parts["word/document.xml"], data[i])
	}
	f.Fuzz(func(t *testing.T, body, data string) {
		file := withBody(body)
		template, err := Parse("a.docx", bytes.NewReader(file), int64(len(file)))
		if template == nil {
			var list diag.List
			if !errors.As(err, &list) || !list.HasErrors() {
				t.Fatalf("neither template nor findings: %v", err)
			}
			return
		}
		template.Fields()
		d, err := ReadData(fstest.MapFS{"d.yaml": {Data: []byte(data)}}, "d.yaml")
		if err != nil {
			return
		}
		var out bytes.Buffer
		err = template.Execute(&out, d)
		if check := template.Check(d); (check == nil) != (err == nil) {
			t.Fatalf("checked %v, filled %v", check, err)
		}
		if err != nil {
			var list diag.List
			if !errors.As(err, &list) || !list.HasErrors() {
				t.Fatalf("no findings: %v", err)
			}
			return
		}
		_, parts := partsOfFile(out.Bytes())
		if _, err := parse(parts["word/document.xml"]); err != nil {
			t.Fatalf("%v in %s", err, parts["word/document.xml"])
		}
	})
}

// FuzzTag reads what stands between braces.
func FuzzTag(f *testing.F) {
	for _, s := range []string{"Họ và tên", "#ds", "^a", "/", "a | money | words", `#Loại = “Giỏi”`, `d | date "d/M"`, "a.b.c", "{", "|",
		"=", `"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range findTags("x{{" + s + "}}y{{") {
			if m.from > m.to || m.name < m.from || !m.open && m.name >= m.to {
				t.Fatalf("%+v", m)
			}
		}
		tag, mistake := readTag(s)
		if mistake == "" && tag.name == "" && tag.sign != closeTag {
			t.Fatalf("%q has no name", s)
		}
	})
}
