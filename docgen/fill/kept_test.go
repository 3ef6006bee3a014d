package fill

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

// partsOfFile unpacks a file.
func partsOfFile(file []byte) (names []string, parts map[string]string) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		panic(err)
	}
	parts = make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			panic(err)
		}
		src, err := io.ReadAll(r)
		if err != nil {
			panic(err)
		}
		names = append(names, f.Name)
		parts[f.Name] = string(src)
	}
	return names, parts
}

// withPart gives a file with one part changed.
func withPart(file []byte, name string, change func(string) string) []byte {
	names, parts := partsOfFile(file)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			panic(err)
		}
		if n == name {
			parts[n] = change(parts[n])
		}
		if _, err := io.WriteString(w, parts[n]); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// withTypes makes a file whose list of types says something else.
func withTypes(notation, was, is string) []byte {
	return withPart(docxOf(notation), "[Content_Types].xml", func(s string) string { return strings.ReplaceAll(s, was, is) })
}

// withBody makes a file of a text part.
func withBody(body string) []byte {
	return withPart(docxOf("== header ==\na"), "word/document.xml", func(string) string { return body })
}

// kept holds a filled file against its template: the same parts in the same order, and those
// without fields byte for byte.
func kept(t *testing.T, template, file []byte) {
	t.Helper()
	before, from := partsOfFile(template)
	after, to := partsOfFile(file)
	for i, name := range before {
		if i >= len(after) || after[i] != name {
			t.Errorf("part %s is not where it was", name)
		}
		switch {
		case strings.Contains(from[name], "{{"), strings.Contains(from[name], "MERGEFIELD"), strings.Contains(from[name], "<w:sdt>"):
		case strings.Contains(name, "settings"), name == "word/numbering.xml", name == "word/footnotes.xml", name == "word/document.xml", name == "[Content_Types].xml", strings.Contains(name, "_rels/"):
		case from[name] != to[name]:
			t.Errorf("part %s is not what it was", name)
		}
	}
}
