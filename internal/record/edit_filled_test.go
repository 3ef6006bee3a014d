package record_test

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
)

// TestEditFilled: what is written where a value was filled with what the file leaves out.
func TestEditFilled(t *testing.T) {
	for _, tt := range []struct {
		name, in     string
		fill, change func(s *sheet)
		want         string
	}{
		{"a list that was filled", "words: [a] # x\nlast: b\n", func(s *sheet) {
			if len(s.Words) == 1 {
				s.Words = append(s.Words, "z")
			}
		}, func(s *sheet) { s.Words[1] = "c" }, "words: [a, c] # x\nlast: b\n"},
		{"a text that is filled as long as another is not there", "count: 1\n", func(s *sheet) {
			if s.Last == "" {
				s.Title = "z"
			}
		}, func(s *sheet) { s.Title, s.Last = "", "b" }, "count: 1\nlast: b\n"},
		{"nothing but what was filled", "count: 1\n", func(s *sheet) { s.Title = "z" }, func(s *sheet) {}, "count: 1\n"},
		{"what is always filled", "count: 1\n", func(s *sheet) { s.Title = "z" }, func(s *sheet) { s.Title = "" }, ""},
	} {
		s, _ := record.Read("f.yaml", []byte(tt.in))
		var v sheet
		s.Decode(&v)
		tt.fill(&v)
		tt.change(&v)
		got, err := s.Edit(&v, func(v any) { tt.fill(v.(*sheet)) })
		if string(got) != tt.want || (err != nil) != (tt.want == "") {
			t.Errorf("%s: %v\n%s\nwant\n%s", tt.name, err, got, tt.want)
		}
	}
}

// TestEditPlaces: texts whose place in the file is found with care: between signs, line ends and comments.
func TestEditPlaces(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		change   func(s *sheet)
		want     string
	}{
		{"an empty text with a tag", "title: !!str \"\"\nlast: b\n", func(s *sheet) { s.Title = "a" }, "title: \"a\"\nlast: b\n"},
		{"a comment right behind a bracket", "words: [a]#x\npart: {name: p, #y\n  count: 1}#z\nlast: b#c\n",
			func(s *sheet) { s.Words, s.Part = nil, nil }, "#x\n#y\n#z\nlast: b#c\n"},
		{"a tab before the colon", "title\t: a\nlast\t:\tb\n", func(s *sheet) { s.Title, s.Last = "c", "d" }, "title\t: c\nlast\t:\td\n"},
		{"nothing behind a tab", "title:\t\nlast: b\n", func(s *sheet) { s.Title = "c" }, "title: c\t\nlast: b\n"},
		{"lines that end with carriage returns", "words:\r\n- a\r\n- b\r\nlast: b\r\n", func(s *sheet) { s.Words[1] = "c" },
			"words:\r\n- a\r\n- c\r\nlast: b\r\n"},
		{"a line of those that goes", "title: a\r\ncount: 1\r\nlast: b\r\n", func(s *sheet) { s.Count = 0 }, "title: a\r\nlast: b\r\n"},
		{"an element of those that goes", "words:\r\n- a\r\n- b\r\n", func(s *sheet) { s.Words = s.Words[:1] }, "words:\r\n- a\r\n"},
		{"behind an empty line of old ends", "title: a\r\rcount: 1\rlast: b\r", func(s *sheet) { s.Count = 0 }, "title: a\r\rlast: b\r"},
		{"a text over two lines of those", "line: a\r\n  b\r\nlast: b\r\n", func(s *sheet) { s.Line.Mark = "m" },
			"line:\r\n  mark: m\r\n  text: a\r\n    b\r\nlast: b\r\n"},
		{"a block that keeps its empty lines at the end", "line: |+\n  a\n\n\n", func(s *sheet) { s.Line.Mark = "m" },
			"line:\n  mark: m\n  text: |+\n    a\n\n\n"},
		{"a block that keeps them before a key", "line: |+\n  a\n\nlast: b\n", func(s *sheet) { s.Line.Mark = "m" },
			"line:\n  mark: m\n  text: |+\n    a\n\nlast: b\n"},
		{"a folded text that begins with a blank", "title: >\n  a\nlast: b\n", func(s *sheet) { s.Title = " b" }, "title: ' b'\nlast: b\n"},
		{"a folded text", "title: >-\n  a\nlast: b\n", func(s *sheet) { s.Title = "c d" }, "title: >-\n  c d\nlast: b\n"},
		{"a text in another form of Unicode", "title: Tie\u0302\u0301ng\nlast: b\n", func(s *sheet) { s.Title = "Tiếng"; s.Last = "c" },
			"title: Tie\u0302\u0301ng\nlast: c\n"},
		{"a text that is made in another form of Unicode", "title: Tiếng\n", func(s *sheet) { s.Title, s.Last = "Tie\u0302\u0301ng", "c" },
			"title: Tiếng\nlast: c\n"},
		{"an alias that goes last in braces", "{words: &w [a], proses: *w}\n", func(s *sheet) { s.Proses = nil }, "{words: &w [a]}\n"},
		{"a text of another form of Unicode that changes", "title: Tie\u0302\u0301ng\n", func(s *sheet) { s.Title = "Tiêng" }, "title: Tiêng\n"},
	} {
		s, found := record.Read("f.yaml", []byte(tt.in))
		if found.HasErrors() {
			t.Fatal(found)
		}
		var v sheet
		s.Decode(&v)
		tt.change(&v)
		if got, err := s.Edit(&v, nil); err != nil || string(got) != tt.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", tt.name, err, got, tt.want)
		}
	}
	for _, in := range []string{"[a]\n", "a\n", "- title: a\n"} {
		s, _ := record.Read("f.yaml", []byte(in))
		if got, err := s.Edit(&sheet{Title: "b"}, nil); err == nil || !strings.Contains(err.Error(), "không ghi lại được") {
			t.Errorf("%q: %s, %v", in, got, err)
		}
	}
}

// four has four groups with one key, and three with another.
type four struct {
	A marked   `yaml:"a" vi:"một"`
	B marked   `yaml:"b" vi:"hai"`
	C []marked `yaml:"c" vi:"ba"`
	D one      `yaml:"d" vi:"bốn"`
}

type marked struct {
	Mark  string `yaml:"mark" vi:"dấu"`
	Three string `yaml:"three" vi:"chỉ có ba"`
}

type one struct {
	Mark string `yaml:"mark" vi:"dấu"`
}

// TestGroupsNamed: a key that belongs into one of a few groups is said to; of many groups nothing is said.
func TestGroupsNamed(t *testing.T) {
	s, _ := record.Read("f.yaml", []byte("three: x\nmark: y\n"))
	found := s.Decode(new(four))
	const three = `viết khóa này bên trong "a" (một), hoặc "b" (hai), hoặc "c" (ba)`
	const none = `các khóa có ở đây: "a" (một), "b" (hai), "c" (ba), "d" (bốn)`
	if len(found) != 2 || found[0].Fix != three || found[1].Fix != none {
		t.Errorf("%v", found)
	}
}

// TestNodeTags: tags of the file's own, the shortest among them, and what is no node.
func TestNodeTags(t *testing.T) {
	s, _ := record.Read("f.yaml", []byte("a: ! x\nb: !o y\nc: !own {d: &e [1]}\nf: *e\ng: !!str z\n"))
	for key, want := range map[string]string{"a": "!!str", "b": "!!str", "c": "!!map", "f": "", "g": "!!str"} {
		n := s.Root().Value(key).Untagged()
		if n.Tag() != want {
			t.Errorf("%s: tag %q, want %q", key, n.Tag(), want)
		}
		if kept := n == s.Root().Value(key); kept != (key != "b" && key != "c") {
			t.Errorf("%s is the same: %v", key, kept)
		}
	}
	if none := (record.Node{}); none.IsText() || none.IsList() || none.IsMapping() || !none.IsNull() || none.Exists() || none.Text() != "" {
		t.Error("nothing is something")
	}
}

// ring holds itself and a part, and names no file; its holder names one by way of a list.
type ring struct {
	Next *ring  `yaml:"next"`
	Text string `yaml:"text"`
	Part part   `yaml:"part"`
}

type holder struct {
	Count int      `yaml:"count"`
	Ring  ring     `yaml:"ring"`
	Deep  []deeper `yaml:"deep"`
}

type deeper struct {
	Text string `yaml:"text"`
	In   naming `yaml:"in"`
}

// TestReferencesBelow: files that are named by what a value holds, and values that hold themselves.
func TestReferencesBelow(t *testing.T) {
	if refs := record.References(&ring{Next: &ring{Text: "a"}}); refs != nil {
		t.Errorf("a ring names %v", refs)
	}
	refs := record.References(&holder{Count: 1, Ring: ring{Next: &ring{}}, Deep: []deeper{{}, {In: naming{One: "a"}}}})
	if len(refs) != 1 || refs[0].Path != "deep[1].in.one" || refs[0].Name != "a" {
		t.Errorf("a holder names %v", refs)
	}
}
