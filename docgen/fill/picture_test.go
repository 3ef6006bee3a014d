package fill

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPictureSize: a picture of 40 by 10 points fills its box one way; where the box has no size, it keeps its own.
func TestPictureSize(t *testing.T) {
	fsys := fstest.MapFS{"a.png": {Data: pixels(40, 10)}}
	d, err := NewData(map[string]any{"Ảnh": "a.png"}, fsys)
	if err != nil {
		t.Fatal(err)
	}
	extent := regexp.MustCompile(`<wp:extent cx="\d+" cy="\d+"/>`)
	for box, want := range map[string]string{
		`cx="800000" cy="200000"`: `cx="800000" cy="200000"`,
		`cx="800000" cy="300000"`: `cx="800000" cy="200000"`,
		`cx="800000" cy="100000"`: `cx="400000" cy="100000"`,
		`cx="3" cy="9"`:           `cx="3" cy="1"`,
		`cx="9" cy="1"`:           `cx="4" cy="1"`,
		`cx="0" cy="0"`:           `cx="381000" cy="95250"`,
		`cx="800000" cy="0"`:      `cx="381000" cy="95250"`,
		`cx="0" cy="800000"`:      `cx="381000" cy="95250"`,
	} {
		file := withPart(docxOf("(ảnh {{Ảnh}})"), "word/document.xml", func(s string) string {
			return extent.ReplaceAllString(s, "<wp:extent "+box+"/>")
		})
		template, err := Parse("mau.docx", bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := template.Execute(&b, d); err != nil {
			t.Fatal(err)
		}
		_, parts := partsOfFile(b.Bytes())
		if !strings.Contains(parts["word/document.xml"], "<wp:extent "+want+"/>") {
			t.Errorf("in a box of %s: %s", box, extent.FindString(parts["word/document.xml"]))
		}
	}
}
