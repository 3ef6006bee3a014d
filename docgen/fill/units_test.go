package fill

import (
	"strings"
	"testing"
	"unicode"

	"github.com/vanban-go/vanban/plan"
)

// TestMatches: patterns of Word's conditions.
func TestMatches(t *testing.T) {
	for _, tt := range []struct {
		pattern, text string
		want          bool
	}{
		{"a", "a", true}, {"A", "a", true}, {"a", "b", false}, {"a", "", false}, {"", "", true}, {"", "a", false}, {"a", "ab",
			false}, {"ab", "a", false},
		{"*", "", true}, {"*", "abc", true}, {"a*", "a", true}, {"a*", "abc", true}, {"*a", "bca", true}, {"*a", "bab", false}, {"a*c",
			"abbc", true},
		{"a*b*", "aab", true}, {"a*b*c", "abbcc", true}, {"a**", "a", true}, {"?", "a", true}, {"?", "", false}, {"a?", "a",
			false}, {"?b", "ab", true},
		{"*?", "a", true}, {"*?", "", false}, {"Nguyễn*", "NGUYỄN VĂN AN", true}, {"*", "*ab", true}, {"a*", "a*b", true},
		{"*" + strings.Repeat("?", 4_000_000), "abc", false},
	} {
		if matches(tt.pattern, tt.text) != tt.want {
			t.Errorf("%q like %q: %v", tt.text, tt.pattern, !tt.want)
		}
	}
}

// TestShown: what shows in a paragraph before and behind a place of it; stops of tabs and looks do not.
func TestShown(t *testing.T) {
	for body, want := range map[string][2]bool{
		`<w:r><w:t>a</w:t></w:r><w:x/>`:                                           {true, false},
		`<w:x/><w:r><w:t>a</w:t></w:r>`:                                           {false, true},
		`<w:r><w:t>a</w:t></w:r><w:x/><w:r><w:t>b</w:t></w:r>`:                    {true, true},
		`<w:pPr><w:drawing/></w:pPr><w:x/><w:r><w:rPr><w:drawing/></w:rPr></w:r>`: {false, false},
		`<w:r><w:t>  </w:t></w:r><w:x/><w:r><w:br/></w:r>`:                        {false, false},
		`<w:r><w:br w:type="page"/></w:r><w:x/><w:r><w:drawing/></w:r>`:           {true, true},
		`<w:x><w:r><w:t>a</w:t></w:r></w:x>`:                                      {false, false},
	} {
		root, err := parse(`<w:p xmlns:w="` + nsW + `">` + body + "</w:p>")
		if err != nil {
			t.Fatal(err)
		}
		p := root.child("w:p")
		if before, after := shown(p, p.child("w:x")); before != want[0] || after != want[1] {
			t.Errorf("%s: %v, %v", body, before, after)
		}
		if isBlank(p) != (want == [2]bool{} && !strings.Contains(body, ">a<")) {
			t.Errorf("%s: blank %v", body, isBlank(p))
		}
	}
}

// TestIsGap: what parts the words of a field.
func TestIsGap(t *testing.T) {
	for name, want := range map[string]bool{"w:tab": true, "w:br": true, "w:cr": true, "w:t": false, "": false} {
		if isGap(&node{name: name}) != want {
			t.Errorf("%s: %v", name, !want)
		}
	}
	if !isGap(&node{op: &markOp{}}) {
		t.Error("the end of a paragraph is none")
	}
}

// TestHex: the numbers of signs, to the last that there is.
func TestHex(t *testing.T) {
	for s, want := range map[string]int{"": 0, "0": 0, "2610": 0x2610, "FE": 0xfe, "fe": 0xfe, "10FFFF": 0x10ffff, "110000": 0,
		"x": 0, "1x": 0, "110000000000": 0, "-1": 0} {
		if got := numeral(s, 16, unicode.MaxRune); got != want {
			t.Errorf("%q: %x", s, got)
		}
	}
}

// TestIsLetterAt: letters that are none of a date's.
func TestIsLetterAt(t *testing.T) {
	for s, want := range map[string]bool{"a": true, "z": true, "A": true, "Z": true, "ế": true, "d": false, "M": false, "y": false,
		"1": false, "`": false, "{": false, "@": false, "[": false, "": false} {
		if isLetterAt(s, 0) != want || isLetterAt(s, -1) || isLetterAt(s, len(s)) {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

// TestIsTrue: what a condition takes for yes.
func TestIsTrue(t *testing.T) {
	for _, tt := range []struct {
		v    *value
		want bool
	}{
		{nil, false}, {&value{isNull: true}, false}, {&value{isList: true}, false}, {&value{isList: true, list: []*value{{}}},
			true}, {&value{set: &set{}}, true},
		{&value{plain: true}, true}, {&value{plain: false}, false}, {&value{plain: ""}, false}, {&value{plain: "không"},
			true}, {&value{plain: plan.Money(0)}, true},
	} {
		if tt.v.isTrue() != tt.want {
			t.Errorf("%+v: %v", tt.v, !tt.want)
		}
	}
}
