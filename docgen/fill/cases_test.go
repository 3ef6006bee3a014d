package fill

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/plan/diag"
)

var (
	update = flag.Bool("update", false, "rewrite the case files")
	keep   = flag.String("filled", "", "a folder for the filled files, for judges from outside")
)

func pixels(w, h int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// filled fills a template with data and gives the words that come out, or the findings.
func filled(t *testing.T, notation string, data []byte) string {
	t.Helper()
	src := docxOf(notation)
	fsys := fstest.MapFS{
		"data.yaml": {Data: data}, "ngang.png": {Data: pixels(40, 10)}, "dung.png": {Data: pixels(10, 40)},
		"hong.png": {Data: []byte("GIF89a")},
	}
	template, err := Parse("mau.docx", bytes.NewReader(src), int64(len(src)))
	if template == nil {
		return found(t, err)
	}
	d, err := ReadData(fsys, "data.yaml")
	if err != nil {
		return found(t, err)
	}
	var out bytes.Buffer
	if err := template.Execute(&out, d); err != nil {
		if out.Len() > 0 {
			t.Error("a file was written in spite of mistakes")
		}
		return found(t, err)
	}
	var again bytes.Buffer
	if err := template.Execute(&again, d); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("the second time it is another file, %v", err)
	}
	kept(t, src, out.Bytes())
	if *keep != "" {
		name := filepath.Join(*keep, fmt.Sprintf("%s-%08x.docx", filepath.Base(t.Name()),
			crc32.ChecksumIEEE(append([]byte(notation), data...))))
		if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return wordsOf(t, out.Bytes())
}

func found(t *testing.T, err error) string {
	t.Helper()
	var list diag.List
	if !errors.As(err, &list) {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range list {
		b.WriteString(d.Error() + "\n")
	}
	return b.String()
}

// TestCases: templates, data and the words that come out, side by side.
func TestCases(t *testing.T) {
	casefile.Each(t, *update, func(t *testing.T, in *txtar.Archive) []txtar.File {
		var out []txtar.File
		for i := 0; i+1 < len(in.Files); i += 3 {
			template, data := in.Files[i], in.Files[i+1]
			out = append(out, template, data, txtar.File{Name: "out", Data: []byte(filled(t, string(template.Data), data.Data))})
		}
		return out
	})
}
