package docx

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// repack gives a file whose parts were changed. A part that is given nil content is left out.
func repack(t *testing.T, file []byte, change func(name string, content []byte) []byte, more ...part) []byte {
	t.Helper()
	parts := append(unpack(t, file), more...)
	for i := range parts {
		parts[i].Content = change(parts[i].Name, parts[i].Content)
	}
	return packed(t, slices.DeleteFunc(parts, func(p part) bool { return p.Content == nil }))
}

// TestSeal: a file is taken for changed when a part with text is, and only then.
func TestSeal(t *testing.T) {
	file := write(t, everything(t))
	in := func(part, old, new string) func(string, []byte) []byte {
		return func(name string, content []byte) []byte {
			if name != part {
				return content
			}
			changed := bytes.Replace(content, []byte(old), []byte(new), 1)
			if bytes.Equal(changed, content) {
				t.Errorf("%s does not hold %q", part, old)
			}
			return changed
		}
	}
	tests := []struct {
		name   string
		file   []byte
		edited bool
	}{
		{"as written", file, false},
		{"packed anew", repack(t, file, func(_ string, c []byte) []byte { return c }), false},
		{"without properties beyond", write(t, &flow.Flow{Sections: everything(t).Sections}), false},
		{"another look", repack(t, file, in("word/styles.xml", "</w:styles>", " </w:styles>")), false},
		{"a word", repack(t, file, in(mainPart, "</w:t>", "x</w:t>")), true},
		{"a header", repack(t, file, in("word/header1.xml", "</w:p>", "<w:r><w:t>x</w:t></w:r></w:p>")), true},
		{"a footer", repack(t, file, in("word/footer1.xml", "</w:p>", "<w:r><w:t>x</w:t></w:r></w:p>")), true},
		{"a footnote", repack(t, file, in("word/footnotes.xml", "</w:t>", "x</w:t>")), true},
		{"a comment", repack(t, file, in("[Content_Types].xml", "</Types>",
			`<Override PartName="/word/comments.xml" ContentType="`+typeComments+`"/></Types>`), part{Name: "word/comments.xml", Content: []byte("<x/>")}), true},
		{"an endnote", repack(t, file, in("[Content_Types].xml", "</Types>",
			`<Override PartName="/word/endnotes.xml" ContentType="`+typeEndnotes+`"/></Types>`), part{Name: "word/endnotes.xml", Content: []byte("<x/>")}), true},
		{"another part", repack(t, file, func(_ string, c []byte) []byte { return c },
			part{Name: "word/theme.xml", Content: []byte("<x/>")}), false},
		{"no seal", repack(t, file, in("docProps/custom.xml", sealName, "x")), true},
		{"no properties", repack(t, file, in("_rels/.rels", "/custom-properties", "/x")), true},
		{"properties that are none", repack(t, file, in("docProps/custom.xml", "<Properties", "<<")), true},
		{"no links", repack(t, file, func(name string, c []byte) []byte {
			if strings.HasPrefix(name, "_rels") {
				return nil
			}
			return c
		}), true},
		{"no text", repack(t, file, func(name string, c []byte) []byte {
			if name == mainPart {
				return nil
			}
			return c
		}), true},
		{"no Word file", []byte("vanban"), true},
		{"nothing", nil, true},
	}
	for _, tt := range tests {
		if got := Edited(tt.file); got != tt.edited {
			t.Errorf("%s: edited is %v", tt.name, got)
		}
	}
}
