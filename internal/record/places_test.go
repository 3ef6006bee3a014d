package record

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

const places = `kind: &k thư
words:
  - một hai
  - &q "ba  bốn"
  - 'năm
    sáu'
part: {name: *k, none: ~}
folded: >
  bảy
  tám
lines: |
  chín

  mười
plain: một
  hai
wide: ` + "e\u0301m a\u00a0b" + `
empty: |+
end: é xa`

func read(t *testing.T, src string) *Source {
	t.Helper()
	s, found := Read("a.yaml", []byte(src))
	if found.HasErrors() {
		t.Fatalf("%q: %v", src, found)
	}
	return s
}

// sameStart: a text starts where its first byte stands.
func sameStart(t *testing.T, s *Source, path string) {
	t.Helper()
	if got, want := s.Start(path), s.Locate(path)(0); got != want {
		t.Errorf("%s of %q starts at %v, its first byte stands at %v", path, s.Bytes(), got, want)
	}
}

// TestPlaces: where a path of a file stands, its key, and a byte of its text.
func TestPlaces(t *testing.T) {
	s := read(t, places)
	for _, tt := range []struct {
		path      string
		key, text string // line and column of the key and of the text
		offset    int
		at        string // of the byte
	}{
		{"kind", "1:1", "1:7", 0, "1:7"},
		{"kind[0]", "1:1", "1:7", 0, "1:7"},
		{"words", "2:1", "2:1", 3, "2:1"},
		{"words[0]", "3:5", "3:5", len("một "), "3:9"},
		{"words[1]", "4:5", "4:5", 0, "4:5"},
		{"words[1]", "4:5", "4:5", len("ba  "), "4:5"},
		{"words[2]", "5:5", "5:5", 0, "5:6"},
		{"words[2]", "5:5", "5:5", len("năm "), "6:5"},
		{"words[3]", "2:1", "2:1", 0, "2:1"},
		{"words[-1]", "2:1", "2:1", 0, "2:1"},
		{"words[9].name", "2:1", "2:1", 0, "2:1"},
		{"part", "7:1", "7:1", 0, "7:1"},
		{"part[0]", "7:1", "7:1", 0, "7:1"},
		{"part.name", "7:8", "1:7", 0, "1:7"},
		{"part.none", "7:18", "7:24", 0, "7:24"},
		{"part.missing", "7:1", "7:1", 0, "7:1"},
		{"folded", "8:1", "8:9", 0, "9:3"},
		{"folded", "8:1", "8:9", len("bảy "), "10:3"},
		{"folded", "8:1", "8:9", len("bảy tám"), "10:6"},
		{"folded", "8:1", "8:9", 99, "10:6"},
		{"folded", "8:1", "8:9", -1, "9:3"},
		{"lines", "11:1", "11:8", len("chín\n\n"), "14:3"},
		{"plain", "15:1", "15:8", len("một "), "16:3"},
		{"plain", "15:1", "15:8", len("một hai"), "16:6"},
		{"wide", "17:1", "17:7", len("ém "), "17:11"},
		{"wide", "17:1", "17:7", len("ém a\u00a0"), "17:13"},
		{"empty", "18:1", "18:8", 0, "19:1"},
		{"end", "19:1", "19:6", 1, "19:7"},
		{"end", "19:1", "19:6", len("é "), "19:8"},
		{"end", "19:1", "19:6", len("é xa"), "19:10"},
	} {
		at := func(p diag.Pos) string { return fmt.Sprintf("%d:%d", p.Line, p.Column) }
		got := []string{at(s.KeyPos(tt.path)), at(s.Pos(tt.path)), at(s.Locate(tt.path)(tt.offset))}
		if want := []string{tt.key, tt.text, tt.at}; !slices.Equal(got, want) {
			t.Errorf("%s, byte %d: %v, want %v", tt.path, tt.offset, got, want)
		}
		sameStart(t, s, tt.path)
	}
	for _, src := range []string{"a: |", "a: |\n\n  x", "a: >\n\t\n  x", "a: \"  x\"", "a: '  '", "a: \"\u2028\"", "a: [x]", "a: !!str  x", "a: &b \"x\"", "a:", "a: \"\""} {
		if s, found := Read("a.yaml", []byte(src)); !found.HasErrors() {
			sameStart(t, s, "a")
			sameStart(t, New("b.yaml", s.Root()), "a")
		}
	}
	if p := read(t, "a: |").Locate("a")(0); p.Line != 1 || p.Column != 4 {
		t.Errorf("a block without lines: %v", p)
	}
	if p := New("b.yaml", s.Root()).Locate("plain")(5); p.Line != 15 || p.Column != 8 || p.File != "b.yaml" {
		t.Errorf("of a tree without a text: %v", p)
	}
	if p := s.Pos("none.of[3].these"); p.Line != 1 {
		t.Errorf("of nothing: %v", p)
	}
}

// TestJoined: where lines of the file begin in the texts that YAML joins of several.
func TestJoined(t *testing.T) {
	for src, want := range map[string]string{
		"a: một":                        "",
		"a: một\n":                      "",
		"a: mộ\nb: c":                   "",
		"a: |\n  một\n  - hai":          "",
		"a: m\n  - n":                   "- n",
		"a: m\r  - n":                   "- n",
		"a: m\r\n  - n":                 "- n",
		"a: m \t \n  - n":               "- n",
		"a: mmmmmm mmmmm\n  n\n  - n":   "n - n|- n",
		"a: m m\n  n":                   "", // no line opens with a dash
		"a: m - m\n  n":                 "",
		"a: m\n\n  - n\n  o":            "o", // the dash opens a paragraph
		"a: >\n  m\n  - n":              "- n",
		"a: >\n     m\n     - n":        "- n", // blanks before a line do not count as its length
		"a: >\n  một\n  hai\n  - n\n":   "hai - n|- n",
		"a: >\n  m n\n-b: n":            "",
		"a: >\n  m \n  - n":             "- n",
		"a: >-\n  m  \n  - n \n  - o":   "- n  - o|- o",
		"a: >\n  m\n\n  n\n  - o":       "- o",
		"a: \"một\n  - n\"":             "- n",
		"a: \"m\\u1ed9t\n  - n\"":       "", // letters behind an escape have no place of their own
		"a: 'một\n  - n'":               "- n",
		"a: \"một hai\"\n-b: n":         "",
		"a: &x một hai\n  - n":          "", // where the text begins is not known
		"a: mo\u0323\u0302t hai\n  - n": "- n",
	} {
		s := read(t, src)
		var into struct {
			A string `yaml:"a"`
		}
		if err := yaml.Unmarshal([]byte(src), &into); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, at := range s.Joined("a", func(line []byte) bool { return line[0] == '-' }) {
			got = append(got, strings.TrimSpace(vi.NFC(into.A)[at:]))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
	all := func([]byte) bool { return true }
	s := read(t, places)
	var joined []string
	for _, path := range []string{"kind", "words", "words[0]", "words[1]", "words[2]", "part.name", "folded", "lines", "plain", "empty",
		"end", "none"} {
		if s.Joined(path, all) != nil {
			joined = append(joined, path)
		}
	}
	if got := strings.Join(joined, " "); got != "words[2] folded plain" || New("a.yaml", s.Root()).Joined("folded", all) != nil {
		t.Errorf("joined: %s", got)
	}
}

// TestLetters: the letters of a file that are wanted, with their places and the texts that hold them.
func TestLetters(t *testing.T) {
	s := read(t, places)
	for _, tt := range []struct {
		letters string
		most    int
		want    string
	}{
		{"ă", 9, "ă5:7 words[2]"},
		{"b", 9, "b4:5 words[1] b4:5 words[1] b9:3 folded b17:13 wide"},
		{"m", 2, "m3:5 words[0] m5:8 words[2]"},
		{"ư", 1, "ư1:7 kind"},
		{"k", 9, ""},
		{"x", 9, "x19:8 end"},
	} {
		var got []string
		s.Letters(func(r rune) bool { return strings.ContainsRune(tt.letters, r) }, func(r rune, p diag.Pos) bool {
			got = append(got, fmt.Sprintf("%c%d:%d %s", r, p.Line, p.Column, p.Path))
			return len(got) < tt.most
		})
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %s, want %s", tt.letters, strings.Join(got, " "), tt.want)
		}
	}
	for at, want := range map[[2]int]string{
		{1, 6}: "", {1, 7}: "kind", {2, 1}: "kind", {3, 4}: "kind", {3, 5}: "words[0]", {3, 99}: "words[0]", {4, 4}: "words[0]",
		{6, 1}:  "words[2]",
		{7, 23}: "words[2]", {7, 24}: "part.none", {16, 1}: "plain", {99, 1}: "end",
	} {
		if got := s.PathAt(diag.Pos{Line: at[0], Column: at[1]}); got != want {
			t.Errorf("at %v: %s, want %s", at, got, want)
		}
	}
	const decomposed = "e\u0301x\u1112\u1161xo\u0302\u0301xx\u0301x"
	apart := read(t, "a: "+decomposed+"\n")
	at := 0
	apart.Letters(func(rune) bool { return true }, func(r rune, p diag.Pos) bool {
		if want := apart.Locate("a")(len(vi.NFC(decomposed[:at]))); p != want {
			t.Errorf("%q at %d: %v, want %v", r, at, p, want)
		}
		at += utf8.RuneLen(r)
		return true
	})
	pasted := read(t, "a: |\n  một\vhai\n")
	pasted.Letters(func(r rune) bool { return r == 'h' }, func(_ rune, p diag.Pos) bool {
		if p.Line != 2 || p.Column != 7 {
			t.Errorf("behind a pasted break: %v", p)
		}
		return true
	})
}

// TestWord: the text of a key at the top, or what is said where there is none.
func TestWord(t *testing.T) {
	for _, tt := range []struct{ src, key, want, rule, fix string }{
		{"kind: thu", "kind", "thu", "", ""},
		{"a: &k thu\nkind: *k", "kind", "thu", "", ""},
		{"kind: [thu]", "kind", "", RuleShape, ""},
		{"kind: ~", "kind", "", RuleMissing, "dòng đầu ghi kind"},
		{"a: b", "kind", "", RuleMissing, "dòng đầu ghi kind"},
		{"a: b", "a", "b", "", ""},
		{"a: b", "type", "", RuleMissing, ""},
		{"[a]", "kind", "", RuleMissing, "dòng đầu ghi kind"},
		{"Kind: thu", "kind", "", RuleMissing, `khóa viết là "Kind"`},
		{"kind\u00a0: thu", "kind", "", RuleMissing, `khóa viết là "kind"`},
		{"Kind: ~", "kind", "", RuleMissing, "dòng đầu ghi kind"},
		{"Kinds: thu", "kind", "", RuleMissing, "dòng đầu ghi kind"},
		{"a: b\nKIND: thu", "kind", "", RuleMissing, `khóa viết là "KIND"`},
	} {
		got, d := read(t, tt.src).Word(tt.key, "loại")
		rule, fix, line := "", "", 1+strings.Count(tt.src, "\n")
		if d != nil {
			rule, fix = d.Rule, d.Fix
			if d.Pos.Line != line {
				t.Errorf("%q: at %v", tt.src, d.Pos)
			}
		}
		if got != tt.want || rule != tt.rule || !strings.HasPrefix(fix, tt.fix) || tt.fix == "" && fix != "" {
			t.Errorf("%q: %q, %s %s; want %q, %s %s", tt.src, got, rule, fix, tt.want, tt.rule, tt.fix)
		}
	}
}

// TestSkipSpace: the place of the next letter behind white space of every kind.
func TestSkipSpace(t *testing.T) {
	for _, tt := range []struct{ src, rest, want string }{
		{"a", "a", "1:1"}, {"  a", "a", "1:3"}, {"\t a", "a", "1:3"}, {"\n a", "a", "2:2"}, {"\r\n\r\na", "a", "3:1"}, {"\r\ra", "a", "3:1"},
		{"\u00a0a", "a", "1:2"}, {" \ue00ba", "a", "1:3"}, {" \n ", " \n ", "1:1"}, {"", "", "1:1"}, {"\u2003\u200ab", "b", "1:3"},
	} {
		rest, p := skipSpace([]byte(tt.src), diag.Pos{Line: 1, Column: 1})
		if got := fmt.Sprintf("%d:%d", p.Line, p.Column); string(rest) != tt.rest || got != tt.want {
			t.Errorf("%q: %q at %s, want %q at %s", tt.src, rest, got, tt.rest, tt.want)
		}
	}
	for _, tt := range []struct {
		src            string
		r              rune
		bytes, letters int
	}{
		{"é", 'é', 2, 1}, {"e\u0301", 'é', 3, 2}, {"e\u0300", 'é', 0, 0}, {"a", 'b', 0, 0}, {"", 'a', 0, 0}, {"e\u0302\u0301x", 'ế', 5, 3},
		{"e\u0302\u0301", 'ê', 0, 0},
	} {
		if b, l := written([]byte(tt.src), tt.r); b != tt.bytes || l != tt.letters {
			t.Errorf("%c in %q: %d bytes, %d letters, want %d, %d", tt.r, tt.src, b, l, tt.bytes, tt.letters)
		}
	}
}

// TestElementOf: which steps of a path are elements.
func TestElementOf(t *testing.T) {
	for step, want := range map[string]string{
		"[0]": "0 true", "[12]": "12 true", "[-1]": "-1 false", "[x]": "0 false", "[]": "0 false", "a": "0 false", "": "0 false",
	} {
		if i, ok := elementOf(step); fmt.Sprint(i, " ", ok) != want {
			t.Errorf("%q: %d %v, want %s", step, i, ok, want)
		}
	}
}

// TestTabAfter: the first tab in the indentation of a line or the one behind it.
func TestTabAfter(t *testing.T) {
	for _, tt := range []struct {
		src  string
		line int
		want string
	}{
		{"\ta\n", 1, "1 1"}, {"a\n\tb\n", 1, "2 1"}, {"a\n\tb\n", 0, "0 0"}, {"\ta\n", 0, "1 1"}, {"a\n\tb\n", 2, "2 1"},
		{"a\nb\n\tc\n", 1, "0 0"}, {"  \tb", 1, "1 3"},
		{"- \tb", 1, "1 3"}, {"-\tb", 1, "1 2"}, {"a\tb", 1, "0 0"}, {"a: \tb", 1, "0 0"}, {"a\n  - \tb", 1, "2 5"}, {"a", 9, "0 0"},
		{"a\n\tb\n", 3, "0 0"},
	} {
		if line, column := tabAfter([]byte(tt.src), tt.line); fmt.Sprint(line, column) != tt.want {
			t.Errorf("%q from %d: %d %d, want %s", tt.src, tt.line, line, column, tt.want)
		}
	}
}

// TestFaultyLine: the line at which the parser gives up, searched in files of a bounded size only.
func TestFaultyLine(t *testing.T) {
	const fault = "a: b\nc: [d\ne: f\n"
	for _, tt := range []struct {
		src     string
		message string
		want    int
	}{
		{fault, "did not find expected ',' or ']'", 2},
		{fault, "another message", 0},
		{"a: 'b\n", "found unexpected end of stream", 0},
		{"a: @b\nc: [d\ne: f\n", "did not find expected ',' or ']'", 0},
		{fault + strings.Repeat("#", maxSearched-len(fault)), "did not find expected ',' or ']'", 2},
		{fault + strings.Repeat("#", maxSearched-len(fault)+1), "did not find expected ',' or ']'", 0},
	} {
		if got := faultyLine([]byte(tt.src), tt.message); got != tt.want {
			t.Errorf("%.30q, %s: %d, want %d", tt.src, tt.message, got, tt.want)
		}
	}
}
