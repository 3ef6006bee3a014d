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
