package record_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/internal/record"
)

// TestReads: files of kinds with every tag, what is found in them, and the value written back.
func TestReads(t *testing.T) {
	for name, empty := range map[string]func() any{
		"reads": func() any { return new(tagged) }, "faults": func() any { return new(tagged) }, "answers": func() any { return new(answered) },
	} {
		t.Run(name, func(t *testing.T) { holdReads(t, "testdata/"+name+".txtar", empty) })
	}
}

func holdReads(t *testing.T, name string, empty func() any) {
	in, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var out []txtar.File
	for _, f := range in.Files {
		if !strings.HasSuffix(f.Name, ".yaml") {
			continue
		}
		out = append(out, f)
		v := empty()
		s, found := record.Read(f.Name, f.Data)
		if s != nil {
			s.Decode(v)
			found = append(found, s.Check(v, nil)...)
		}
		said := ""
		for _, d := range found {
			said += fmt.Sprintf("%s: %s", d.Pos.Path, d.Error())
			if d.Found != "" || d.Expected != "" {
				said += fmt.Sprintf(" %q, not %q", d.Found, d.Expected)
			}
			said += "\n"
		}
		base := strings.TrimSuffix(f.Name, ".yaml")
		out = append(out, txtar.File{Name: base + ".said", Data: []byte(said)})
		if s != nil {
			b, err := record.Marshal(v)
			if err != nil {
				b = []byte("error: " + err.Error() + "\n")
			}
			out = append(out, txtar.File{Name: base + ".value", Data: b})
		}
	}
	casefile.Hold(t, *update, name, &txtar.Archive{Comment: in.Comment, Files: out})
}
