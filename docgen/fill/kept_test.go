package fill

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// partsOf unpacks a file.
func partsOf(t *testing.T, file []byte) (names []string, parts map[string]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts = make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		src, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		parts[f.Name] = string(src)
	}
	return names, parts
}

// kept holds a filled file against its template: the same parts in the same order, and those
// without fields byte for byte.
func kept(t *testing.T, template, file []byte) {
	t.Helper()
	before, from := partsOf(t, template)
	after, to := partsOf(t, file)
	for i, name := range before {
		if i >= len(after) || after[i] != name {
			t.Errorf("part %s is not where it was", name)
		}
		switch {
		case strings.Contains(from[name], "{{"), strings.Contains(from[name], "MERGEFIELD"), strings.Contains(from[name], "<w:sdt>"):
		case strings.Contains(name, "settings"), name == "word/numbering.xml", name == "word/document.xml", name == "[Content_Types].xml", strings.Contains(name, "_rels/"):
		case from[name] != to[name]:
			t.Errorf("part %s is not what it was", name)
		}
	}
}
