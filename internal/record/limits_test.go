package record

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/plan/diag"
)

// rulesOf are the rules that a list of findings names, one after the other.
func rulesOf(found diag.List) string {
	var rules []string
	for _, d := range found {
		rules = append(rules, d.Rule)
	}
	return strings.Join(rules, " ")
}

// TestLimitsOfText: texts at the bounds of what is read, and just beyond.
func TestLimitsOfText(t *testing.T) {
	for _, tt := range []struct {
		name string
		src  []byte
		want string
	}{
		{"as long as may be", bytes.Repeat([]byte("a"), MaxBytes), ""},
		{"one byte longer", bytes.Repeat([]byte("a"), MaxBytes+1), RuleSize},
		{"as many lines as may be", bytes.Repeat([]byte("\n"), maxMarks), ""},
		{"one more", bytes.Repeat([]byte("\r"), maxMarks+1), RuleSize},
		{"a comma more", append(bytes.Repeat([]byte("-"), maxMarks), ','), RuleSize},
		{"a colon more", append(bytes.Repeat([]byte(","), maxMarks), ':'), RuleSize},
		{"the sign for what could not be read", []byte("a: \ufffd"), ""},
		{"no UTF-8", []byte("a: \x80"), RuleEncoding},
		{"no UTF-8 in a block with a tab", []byte("a: |\n\tb\xff"), RuleEncoding},
		{"the sign that stands for a break", []byte("a: \ue00b"), RuleCharacter},
		{"the sign that stands for a break, in a block with a tab", []byte("a: |\n\tb\ue00b"), RuleCharacter},
		{"a break in a block", []byte("a: |\n  b\vc"), ""},
		{"as many bad characters as are named", bytes.Repeat([]byte{1},
			maxCharacters), strings.TrimSpace(strings.Repeat(RuleCharacter+" ", maxCharacters))},
		{"one more of them", bytes.Repeat([]byte{1}, maxCharacters+1), strings.TrimSpace(strings.Repeat(RuleCharacter+" ", maxCharacters))},
	} {
		if _, _, found := checkSource("a.yaml", tt.src); rulesOf(found) != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, rulesOf(found), tt.want)
		}
	}
}

// TestLimitsOfTrees: trees at the bounds of what is read, and just beyond; one finding each.
func TestLimitsOfTrees(t *testing.T) {
	deep := func(levels int) string { return strings.Repeat("[", levels) + strings.Repeat("]", levels) }
	wide := "- &a [" + strings.TrimSuffix(strings.Repeat("x, ", 99), ", ") + "]\n" + strings.Repeat("- *a\n", maxAliased/100)
	for _, tt := range []struct{ name, src, want string }{
		{"as deep as may be", deep(maxDepth + 1), ""},
		{"one deeper", deep(maxDepth + 2), RuleDepth},
		{"twice too deep", "[" + deep(maxDepth+2) + ", " + deep(maxDepth+2) + "]", RuleDepth},
		{"as many of aliases as may be", wide, ""},
		{"one more", wide + "- &b y\n- *b\n", RuleAlias},
		{"an alias of itself", "a: &a\n  b: *a\n", RuleAlias},
	} {
		if _, found := Read("a.yaml", []byte(tt.src)); rulesOf(found) != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, rulesOf(found), tt.want)
		}
	}
	half := &yaml.Node{Kind: yaml.ScalarNode, Anchor: "a", Value: strings.Repeat("x", MaxBytes/2)}
	letter := &yaml.Node{Kind: yaml.ScalarNode, Anchor: "b", Value: "x"}
	root := &yaml.Node{Kind: yaml.SequenceNode}
	for _, n := range []*yaml.Node{half, half, letter} {
		root.Content = append(root.Content, &yaml.Node{Kind: yaml.AliasNode, Alias: n})
	}
	if found := checkTree("a.yaml", root); rulesOf(found) != RuleAlias {
		t.Errorf("more text of aliases than a file holds: %v", found)
	}
	root.Content = root.Content[:2]
	if found := checkTree("a.yaml", root); len(found) != 0 {
		t.Errorf("as much text of aliases as a file holds: %v", found)
	}
}

// TestLimitsOfFindings: no file has more findings than a person can read.
func TestLimitsOfFindings(t *testing.T) {
	type item struct {
		A int    `yaml:"a" need:"yes"`
		B string `yaml:"b"`
	}
	type file struct {
		Items []item `yaml:"items"`
	}
	src := func(line string, n int) []byte { return []byte("items:\n" + strings.Repeat(line, n)) }
	for _, tt := range []struct {
		src  []byte
		want int
	}{
		{src("- {a: x}\n", maxFindings-1), maxFindings - 1},
		{src("- {a: x}\n", maxFindings), maxFindings},
		{src("- {a: x}\n", maxFindings+1), maxFindings},
		{src("- {z: x, a: 1}\n", maxFindings+1), maxFindings},
		{src("- {b: x}\n", maxFindings-1), maxFindings - 1},
		{src("- {b: x}\n", maxFindings), maxFindings},
		{src("- {b: x}\n", maxFindings+1), maxFindings},
	} {
		s, _ := Read("a.yaml", tt.src)
		var v file
		s.Decode(&v)
		if found := s.Check(&v, nil); len(found) != tt.want {
			t.Errorf("%.20q: %d findings, want %d", tt.src, len(found), tt.want)
		}
	}
}

// TestBadCharacters: the characters that no paper holds, and how they are described.
func TestBadCharacters(t *testing.T) {
	const control, hidden, own, good = "ký tự điều khiển", "ký tự ẩn", "ký tự riêng của một phông chữ", ""
	for want, all := range map[string]string{
		control: "\x00\x1f\x7f\u0080\u009f\ufdd0\ufddf\ufdef\ufffe\uffff\U0001fffe\U0010ffff\v\f\t",
		hidden:  "\u00ad\u061c\u200b\u200f\u2028\u2029\u202a\u202e\u2060\ufeff\U000e0001",
		own:     "\ue000\uf0b7\uf8ff\U000f0000",
		good:    "\n\r ~\u00a0\u00c0\u0300\u1dff\u1e00\u1fff\u2000\u2010\u2027\u202f\u2030\ufdcf\ufdf0\ufffd\U00010000",
	} {
		for _, r := range all {
			if isBad(r) != (want != good) {
				t.Errorf("%U is bad: %v", r, isBad(r))
			}
			if said := fmt.Sprintf("có %s U+%04X", want, r); want != good && describeBad(r) != said {
				t.Errorf("%U: %s, want %s", r, describeBad(r), said)
			}
		}
	}
	hiddenAtEnds := "\u200b\u200c\u200f\u202a\u202c\u202e\u2060\ufeff\u00ad"
	for _, r := range hiddenAtEnds + "a\u200a\u2010\u2029\u202f\u205f\u2061\u00ac\ufefe\uff00" {
		if isHidden(r) != strings.ContainsRune(hiddenAtEnds, r) {
			t.Errorf("%U is hidden: %v", r, isHidden(r))
		}
	}
	if got := string(Readable([]byte(byteOrderMark + "a\tb\u200bc\r\n\x01d"))); got != "a\tbxc\r\nxd" {
		t.Errorf("%q", got)
	}
}

// TestNames: words that programs give, which are no sentences, and names that references lead to.
func TestNames(t *testing.T) {
	for s, want := range map[string][2]bool{ // a name of a program, an id
		"a": {true, true}, "z": {true, true}, "A": {true, true}, "Z": {true, true}, "a0": {true, true}, "a9": {true, true},
		"A_b-c.d": {true, true}, "0a": {true, false}, "9": {true, false}, "-a": {true, false}, "_a": {true, false}, ".a": {true, false},
		"": {true, false}, "a b": {}, "ă": {}, "a{": {}, "a`": {}, "a@": {}, "a[": {}, "a/": {}, "a:": {}, "{": {}, "@": {}, "aé": {},
	} {
		if got := [2]bool{isName(s), isID(s)}; got != want {
			t.Errorf("%q: %v, want %v", s, got, want)
		}
	}
}

// TestForeignBounds: tables by their names, and how many zeros make UTF-16.
func TestForeignBounds(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"ds.csv", "a,b", RuleShape}, {"DS.TSV", "a\tb", RuleShape}, {"ds.txt", "a,b", ""}, {"ds.yaml", "a,b", ""},
		{"a.csv", "PK\x03\x04", RuleEncoding},
		{"a.yaml", "a\x00b\x00c\x00de", RuleEncoding},
		{"a.yaml", "a\x00b\x00cdef", ""}, {"a.yaml", "a\x00b", ""}, {"a.yaml", "a\x00b\x00", RuleEncoding},
	} {
		d := foreign(tt.name, []byte(tt.src))
		if got := rulesOf(slices.DeleteFunc(diag.List{d}, func(d *diag.Diagnostic) bool { return d == nil })); got != tt.want {
			t.Errorf("%s %q: %s, want %s", tt.name, tt.src, got, tt.want)
		}
	}
}

// TestQuoteLength: a value in a message is shortened behind sixty letters.
func TestQuoteLength(t *testing.T) {
	sixty := strings.Repeat("ă", 60)
	if Quote(sixty) != `"`+sixty+`"` || Quote(sixty+"b") != `"`+sixty+`..."` {
		t.Errorf("%s, %s", Quote(sixty), Quote(sixty+"b"))
	}
}

// TestAlignBounds: lists of which just all pairs are compared, and very long beside very short ones.
func TestAlignBounds(t *testing.T) {
	list := func(from, n int) (out []string) {
		for i := range n {
			out = append(out, fmt.Sprint(from+i))
		}
		return out
	}
	const edge, moved = 512, 100 // edge*edge is mostCompared
	count := func(from, to []string) (same, changed, dropped, added int) {
		for _, s := range align(reflect.ValueOf(from), reflect.ValueOf(to)) {
			switch {
			case s.to < 0:
				dropped++
			case s.from < 0:
				added++
			case from[s.from] == to[s.to]:
				same++
			default:
				changed++
			}
		}
		return
	}
	for _, tt := range []struct {
		name     string
		from, to []string
		want     [4]int
	}{
		{"moved far, all compared", list(0, edge), slices.Concat(list(9000, moved), list(0, edge-moved)), [4]int{edge - moved, 0, moved, moved}},
		{"moved far, one element too many", list(0, edge), slices.Concat(list(9000, moved), list(0, edge-moved), list(9500, 1)),
			[4]int{0, edge, 0, 1}},
		{"short to long", list(0, 5), list(9000, 60_000), [4]int{0, 5, 0, 59_995}},
		{"long to short", list(9000, 60_000), list(0, 5), [4]int{0, 5, 59_995, 0}},
		{"short to long that has its last", list(0, 5), slices.Concat(list(9000, 3), list(4, 1), list(9000, 60_000)), [4]int{1, 3, 1, 60_000}},
		{"as far as is looked", list(0, edge), slices.Concat(list(9000, near), list(0, edge)[:edge-1], list(9900, 1)),
			[4]int{edge - 1, 1, 0, near}},
		{"one farther", list(0, edge), slices.Concat(list(9000, near+1), list(0, edge)[:edge-1], list(9900, 1)), [4]int{0, edge, 0, near + 1}},
	} {
		same, changed, dropped, added := count(tt.from, tt.to)
		if got := [4]int{same, changed, dropped, added}; got != tt.want {
			t.Errorf("%s: %v same, changed, dropped and added, want %v", tt.name, got, tt.want)
		}
	}
}

// TestStandIns: one stand-in for each character beyond U+FFFF, as long as there are free ones.
func TestStandIns(t *testing.T) {
	all := ""
	for r := firstStandIn; r <= lastStandIn; r++ {
		all += string(r)
	}
	allButLast := strings.TrimSuffix(all, string(lastStandIn))
	for _, tt := range []struct{ text, want string }{
		{"🌸👉🌸", "\ue000\ue001\ue000"},
		{"\ue000🌸", "\ue000\ue001"},
		{strings.Repeat("🌸", 5000) + "👉", strings.Repeat("\ue000", 5000) + "\ue001"},
		{allButLast + "🌸", allButLast + string(lastStandIn)},
		{allButLast + "🌸👉", allButLast + string(lastStandIn) + "👉"},
		{all + "🌸", all + "🌸"},
		{"\uffff", "\uffff"},
	} {
		n, back := standIns(&yaml.Node{Kind: yaml.ScalarNode, Value: tt.text})
		if n.Value != tt.want {
			t.Errorf("%.40q: %.40q, want %.40q", tt.text, n.Value, tt.want)
		}
		if (back == nil) != (tt.want == tt.text) {
			t.Errorf("%.40q is put back: %t", tt.text, back != nil)
		}
		if back != nil && !strings.Contains(tt.text, string(lastStandIn)) && !strings.HasPrefix(tt.text, "\ue000") &&
			back.Replace(n.Value) != tt.text {
			t.Errorf("%.40q is not put back", tt.text)
		}
	}
}
