package record

import (
	"fmt"
	"strings"
	"testing"
)

// TestMendBlocks: what is pasted into a block of YAML is read as its lines, and every
// letter keeps its place in the file. "#" stands for the letters whose place is asked.
func TestMendBlocks(t *testing.T) {
	const head, foot = "kind: thong-bao\n", "subject: Nghỉ lễ\n"
	for _, tt := range []struct {
		name, block string
		want        string // the text
		count       int
	}{
		{"plain", "body: |\n  Một\n  Hai\n", "Một\nHai\n", 0},
		{"vertical tab", "body: |\n  Một\vHai\n  Ba\n", "Một\nHai\nBa\n", 1},
		{"separators", "body: |\n  Một\u2028Hai\u2029Ba\u0085Bốn\n", "Một\nHai\nBa\nBốn\n", 3},
		{"carriage return", "body: |\n  Một\rHai\r  Ba\n  Bốn\n", "Một\nHai\nBa\nBốn\n", 2},
		{"CR LF", "body: |\r\n  Một\v\r\n\tHai\r\n", "Một\n\nHai\n", 2},
		{"CR alone", "body: |\r\tMột\r\tHai\r", "Một\nHai\n", 2},
		{"tab first", "body: |\n\tMột\n\tHai\n", "Một\nHai\n", 2},
		{"tabs below", "body: |\n  Một\n\t\tHai\n \u00a0Ba\n", "Một\nHai\nBa\n", 2},
		{"deeper first", "body: |\n      Một\n  Hai\n    Ba\n", "Một\nHai\n  Ba\n", 1},
		{"blank deeper first", "body: |\n      \n  Hai\n", "\nHai\n", 1},
		{"hidden", "body: |\n  Một\u200b\ufeff\n\u200bHai\n", "Một\nHai\n", 1},
		{"folded", "body: >\n    Một\n  hai\n", "Một hai\n", 1},
		{"nested", "sections:\n  - title: A\n    body: |-\n\tMột\n      Hai\n", "Một\nHai", 1},
		{"in a list", "articles:\n- |\n\tMột\n- Hai\n", "Một\n", 1},
		{"list in a list", "articles:\n  -   text: &a |2 # lời\n\tMột\n", "Một\n", 1},
		{"two of a list", "articles:\n- |\n\tMột\n- |\n\tHai\n", "Một\n", 2},
		{"blank as deep as the text", "body: |\n  \n  Hai\n", "\nHai\n", 0},
		{"no block", "body: Một |\ndraft: a>\n", "Một |", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src := head + tt.block + foot
			if strings.Contains(tt.block, "|\r\t") {
				src = strings.ReplaceAll(src, "\n", "\r")
			}
			clean, m := mendBlocks([]byte(src))
			if m.count != tt.count || (tt.count == 0) != (string(clean) == src) {
				t.Errorf("%d mended, gives %q", m.count, clean)
			}
			f, found := Read("a.yaml", []byte(src))
			if f == nil {
				t.Fatalf("%q: %v", clean, found)
			}
			path := map[bool]string{true: "body", false: "articles[0]"}[!strings.HasPrefix(tt.block, "articles")]
			if strings.HasPrefix(tt.block, "sections") {
				path = "sections[0].body"
			} else if strings.Contains(tt.block, "&a") {
				path = "articles[0].text"
			}
			_, n := f.find(path)
			if got := textOf(n); got != tt.want {
				t.Errorf("text %q, want %q", got, tt.want)
			}
			if string(f.Bytes()) != src {
				t.Errorf("source %q", f.Bytes())
			}
			sameStart(t, f, path)
			if tt.count > 0 {
				for _, word := range []string{"Một", "Hai", "Ba"} {
					at := strings.Index(textOf(n), word)
					if at < 0 {
						continue
					}
					pos := f.Locate(path)(at)
					if got := fmt.Sprint(pos.Line, pos.Column); got != placeOf(src, word) {
						t.Errorf("%s at %s, want %s", word, got, placeOf(src, word))
					}
				}
			}
			if p := f.Pos("subject"); fmt.Sprint(p.Line, p.Column) != placeOf(src, "Nghỉ") {
				t.Errorf("the key behind it at %v", p)
			}
		})
	}
}

// placeOf gives line and column of a word of src; CR alone ends a line too.
func placeOf(src, word string) string {
	before := src[:strings.Index(src, word)]
	before = strings.ReplaceAll(strings.ReplaceAll(before, "\r\n", "\n"), "\r", "\n")
	return fmt.Sprint(strings.Count(before, "\n")+1, len([]rune(before[strings.LastIndexByte(before, '\n')+1:]))+1)
}

// FuzzMendBlocks: lines keep their numbers, and what needs no mending is left alone.
func FuzzMendBlocks(f *testing.F) {
	f.Add("a: |\n  x\v\n\ty\r\nb: >-\n z")
	f.Fuzz(func(t *testing.T, src string) {
		clean, m := mendBlocks([]byte(src))
		if len(lineEnds(clean)) != len(lineEnds([]byte(src))) {
			t.Errorf("%q has %d lines, mended %q", src, len(lineEnds([]byte(src))), clean)
		}
		if m.count == 0 && string(clean) != src {
			t.Errorf("%q became %q in silence", src, clean)
		}
	})
}

// TestBlockHeader: lines that open a block of text: what they are indented by, and what the block states.
func TestBlockHeader(t *testing.T) {
	for line, want := range map[string]string{
		"a: |": "0 0", "a: >": "0 0", "  a: |-": "2 0", "a: |2": "0 2", "  a: >9-": "2 11", "a: |+1": "0 1", "a: |1+": "0 1",
		"- |": "0 0", "- - |2": "2 4", "  - a: |": "4 0",
		"-   a: |": "4 0", "a: &b |": "0 0", "a: !c &b >-": "0 0", "a: | # lời": "0 0", "a: |\r\n": "0 0", "a: |  ": "0 0",
		"a: b |": "", "a: |0": "", "a: |123": "", "a: |x": "", "a |": "", "|": "", ">": "", "a: b": "", "": "", "a: b > c": "",
		"a: *b |": "", "a: b # |": "", "a: b # >-": "", "#|": "", "-|": "0 0",
	} {
		got := ""
		if parent, explicit, ok := blockHeader([]byte(line)); ok {
			got = fmt.Sprint(parent, explicit)
		} else if parent != 0 || explicit != 0 {
			t.Errorf("%q: %d %d of no block", line, parent, explicit)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// TestHeadOf: the spaces before a text, and all that is not seen there.
func TestHeadOf(t *testing.T) {
	for line, want := range map[string][2]int{
		"a": {0, 0}, "  a": {2, 2}, "\ta": {0, 1}, "  \t a": {2, 4}, "\u00a0a": {0, 2}, "\u200ba": {0, 3}, " \u00a0": {1, 3}, "": {0, 0},
		"é": {0, 0},
	} {
		if spaces, head := headOf([]byte(line)); spaces != want[0] || head != want[1] {
			t.Errorf("%q: %d, %d, want %v", line, spaces, head, want)
		}
	}
	for _, tt := range []struct {
		line   string
		parent int
		want   bool
	}{{"  a", 1, true}, {"  a", 2, false}, {"\n", 5, true}, {" \t\r\n", 5, true}, {"\ta", 5, true}, {"a", 0, false}} {
		if inBlock([]byte(tt.line), tt.parent) != tt.want {
			t.Errorf("%q under %d: %v", tt.line, tt.parent, !tt.want)
		}
	}
}
