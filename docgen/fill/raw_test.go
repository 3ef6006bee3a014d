package fill

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
)

// TestRaw: bodies of templates as Word and other programs write them, and below "=>" what they become
// with the data of the file's first entry, or what is said.
func TestRaw(t *testing.T) {
	const path = "testdata/raw/bodies.txtar"
	const head, tail = `<w:document` + nsAll + `><w:body>`, `</w:body></w:document>`
	in, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"data.yaml": {Data: in.Files[0].Data}, "ngang.png": {Data: pixels(40, 10)}}
	out := &txtar.Archive{Comment: in.Comment, Files: in.Files[:1]}
	for _, f := range in.Files[1:] {
		body, _, _ := strings.Cut(string(f.Data), "=>\n")
		got := ""
		data, err := ReadData(fsys, "data.yaml")
		if err != nil {
			t.Fatal(err)
		}
		src := withBody(head + strings.ReplaceAll(body, "\n", "") + tail)
		template, err := Parse("mau.docx", bytes.NewReader(src), int64(len(src)))
		var b bytes.Buffer
		if err == nil {
			for _, d := range template.Findings() {
				got += "! " + d.Error() + "\n"
			}
			err = template.Execute(&b, data)
		}
		if err != nil {
			got += found(t, err)
		} else {
			_, parts := partsOfFile(b.Bytes())
			xml := strings.TrimSuffix(strings.TrimPrefix(parts["word/document.xml"], head), tail)
			for _, tag := range []string{"<w:p>", "<w:p ", "<w:tr>", "<w:sdt>"} {
				xml = strings.ReplaceAll(xml, tag, "\n"+tag)
			}
			got += strings.TrimPrefix(xml, "\n") + "\n"
		}
		out.Files = append(out.Files, txtar.File{Name: f.Name, Data: []byte(body + "=>\n" + got)})
	}
	casefile.Hold(t, *update, path, out)
}
