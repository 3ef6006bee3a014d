package word

import "testing"

// TestIsModern: letters that no old encoding has, to the ends of their blocks.
func TestIsModern(t *testing.T) {
	for s, want := range map[string]bool{
		"\u1ea0": true, "\u1ef9": true, "\u1e9f": false, "\u1efa": false, "a\u0300": true, "a\u0323": true, "a\u0324": false,
		"\u02ff": false,
		"ă":      true, "Ư": true, "Â": false, "Tiếng": true, "TiÕng": false, "": false,
	} {
		if isModern(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// TestSign: what signs of fonts of pictures look like, and what no such font has.
func TestSign(t *testing.T) {
	for _, tt := range []struct {
		font    string
		r, want rune
	}{
		{"Arial", 'a', 'a'}, {"Symbol", 'a', 'α'}, {"SYMBOL", '\uf061', 'α'}, {"Arial", '\uf061', 'α'},
		{"Symbol", '!', '!'}, {"Symbol", ' ', ' '}, {"Symbol", '\uf020', ' '}, {"Arial", '\uf01f', '\uf01f'}, {"Arial", '\uf100', '\uf100'},
		{"Symbol", '\uf0ff', 'ÿ'}, {"Symbol", 'ế', 'ế'}, {"Wingdings", '\uf0fe', '☑'}, {"Wingdings", '\uf0ff', 'ÿ'}, {"Symbol", '\u007f',
			'\u007f'},
	} {
		if got := sign(tt.font, tt.r); got != tt.want {
			t.Errorf("%q of %s: %q, want %q", tt.r, tt.font, got, tt.want)
		}
	}
}

// TestTreeText: the character data of an element, what stands between pieces of it left out.
func TestTreeText(t *testing.T) {
	for in, want := range map[string]string{
		"Một": "Một", " Một ": "Một", "M<x/>ột": "Một", "<x>M</x>ột": "ột", "<x>Một</x>": "", "": "", "M<!-- x -->ột": "Một",
		"&lt;<![CDATA[&lt;]]>": "<&lt;",
	} {
		tree, err := parse(`<w:t xmlns:w="`+wordNS+`">`+in+"</w:t>", newBudget())
		if err != nil {
			t.Fatal(in, err)
		}
		if got := tree.text(tree.root()); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestIsUnderstood: name spaces of which Word takes what stands in a Choice.
func TestIsUnderstood(t *testing.T) {
	for uri, want := range map[string]bool{
		wordNS: true, "http://purl.oclc.org/ooxml/wordprocessingml/main": true, "urn:schemas-microsoft-com:vml": true,
		"http://schemas.microsoft.com/office/word/2010/wordml":              true,
		"http://schemas.microsoft.com/office/word/2010/wordprocessingShape": true,
		"http://schemas.microsoft.com/office/drawing/2014/chartex":          true, "http://schemas.openxmlformats.org/drawingml/2006/picture": true,
		"http://purl.oclc.org/ooxml/drawingml/picture": true, "http://schemas.openxmlformats.org/other/2006/main": false,
		"http://purl.oclc.org/ooxml/other": false, "http://example.vn/odd": false, "": false,
	} {
		if isUnderstood(uri) != want {
			t.Errorf("%s: %v", uri, !want)
		}
	}
}
