package record_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// prose is a text that keeps its lines.
type prose string

func (prose) Multiline() {}

// day is a text of a type of its own.
type day struct{ text string }

func (d day) MarshalText() ([]byte, error) { return []byte(d.text), nil }

func (d *day) UnmarshalText(b []byte) error {
	if !strings.Contains(string(b), "-") && len(b) != 4 {
		return errors.New("no day")
	}
	d.text = string(b)
	return nil
}

// codes are a text that is kept as a list.
type codes []string

func (c codes) MarshalText() ([]byte, error) { return []byte(strings.Join(c, "/")), nil }

func (c *codes) UnmarshalText(b []byte) error {
	*c = strings.Split(string(b), "/")
	return nil
}

// sheet is a file with every shape of value.
type sheet struct {
	Title  string     `yaml:"title" vi:"tên"`
	Note   prose      `yaml:"note" vi:"ghi chú"`
	Day    day        `yaml:"day" vi:"ngày"`
	Count  int        `yaml:"count" vi:"số lượng"`
	Done   bool       `yaml:"done" vi:"đã xong"`
	Words  []string   `yaml:"words" vi:"các từ"`
	Proses []prose    `yaml:"proses" vi:"các đoạn"`
	Rows   [][]string `yaml:"rows" vi:"các dòng"`
	Line   line       `yaml:"line" vi:"một dòng"`
	Group  group      `yaml:"group" vi:"nhóm"`
	Part   *part      `yaml:"part" vi:"phần"`
	Parts  []part     `yaml:"parts" vi:"các phần"`
	Lines  []line     `yaml:"lines" vi:"các dòng chữ"`
	Groups []group    `yaml:"groups" vi:"các nhóm"`
	Many   []*part    `yaml:"many" vi:"nhiều phần"`
	Codes  codes      `yaml:"codes" vi:"các mã"`
	Last   string     `yaml:"last" vi:"cuối"`
}

type part struct {
	Name  string `yaml:"name" vi:"tên"`
	Day   day    `yaml:"day" vi:"ngày"`
	Count int    `yaml:"count" vi:"số"`
	Inner *part  `yaml:"inner" vi:"phần trong"`
}

// line may be written as its text.
type line struct {
	Mark string `yaml:"mark" vi:"dấu"`
	Text prose  `yaml:"text" vi:"chữ" short:"scalar"`
	Day  day    `yaml:"day" vi:"ngày"`
}

// group may be written as its list.
type group struct {
	Name  string `yaml:"name" vi:"tên"`
	Items []line `yaml:"items" vi:"các mục" short:"list"`
	End   string `yaml:"end" vi:"kết"`
}

// TestEdit: what is written for a change, byte for byte.
func TestEdit(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		change   func(s *sheet)
		want     string
	}{
		{"nothing", "title:   a # x\n\n\n", func(s *sheet) {}, "title:   a # x\n\n\n"},
		{"a text", "title:   a # x\nlast: b\n", func(s *sheet) { s.Title = "c" }, "title:   c # x\nlast: b\n"},
		{"in its quotation marks", "title: \"a\"\nlast: 'b'\n", func(s *sheet) { s.Title, s.Last = "c", "it's" },
			"title: \"c\"\nlast: 'it''s'\n"},
		{"that needs quotation marks", "title: a\nlast: b\n", func(s *sheet) { s.Title, s.Last = "012", "c: d" },
			"title: \"012\"\nlast: 'c: d'\n"},
		{"in other quotation marks", "note: 'a'\n", func(s *sheet) { s.Note = "b\n\n c" }, "note: |-\n  b\n\n   c\n"},
		{"of several lines, folded", "title: a\n  b\n\n  c # x\nlast: b\n", func(s *sheet) { s.Title = "d" }, "title: d # x\nlast: b\n"},
		{"of several lines, quoted", "title: \"a\n  \\\"b\" # x\nlast: b\n", func(s *sheet) { s.Title = "d" },
			"title: \"d\" # x\nlast: b\n"},
		{"that is longer than its line", "title: a b\n  b c\nlast: b\n", func(s *sheet) { s.Last = "d" }, "title: a b\n  b c\nlast: d\n"},
		{"a figure", "count: 1\nday: 2026 # x\ndone: false\n", func(s *sheet) { s.Count, s.Day.text, s.Done = 2, "2026-03-15", true },
			"count: 2\nday: 2026-03-15 # x\ndone: true\n"},
		{"a figure in quotation marks", "count: \"1\"\nday: \"2026\"\n", func(s *sheet) { s.Count, s.Day.text = 2, "2027" },
			"count: \"2\"\nday: \"2027\"\n"},
		{"a figure with a tag", "title: !!str 12 # x\n", func(s *sheet) { s.Title = "a" }, "title: a # x\n"},
		{"a tag with nothing", "title: !!str\nlast: b\n", func(s *sheet) { s.Title = "a" }, "title: a\nlast: b\n"},
		{"a tag of nothing", "title: !!null\nlast: b\n", func(s *sheet) { s.Title = "a" }, "title: a\nlast: b\n"},
		{"a tag at the end", "title: !!str", func(s *sheet) { s.Title = "a" }, "title: a"},
		{"a tag above its text", "title: !!str\n  # x\n  a\nlast: b\n", func(s *sheet) { s.Title = "c" }, "title: c\n# x\nlast: b\n"},
		{"a text kept as a list", "codes: a/b\nlast: b\n", func(s *sheet) { s.Codes = codes{"a", "c"} }, "codes: a/c\nlast: b\n"},
		{"a list for a text in quotation marks", "{words: \"x\"}\n", func(s *sheet) { s.Words = []string{"a", "b"} }, "{words: [a, b]}\n"},
		{"lines for a text in quotation marks", "parts: \"x\"\n", func(s *sheet) { s.Parts = []part{{Name: "p"}} },
			"parts:\n  - name: p\n"},
		{"behind an empty line", "\ntitle: a\n", func(s *sheet) { s.Last = "b" }, "\ntitle: a\nlast: b\n"},
		{"a short form of nothing", "line:\nlast: b\n", func(s *sheet) { s.Line = line{"m", "c", day{"2026"}} },
			"line:\n  mark: m\n  text: c\n  day: 2026\nlast: b\n"},
		{"a short form of an empty mapping", "line: {}\nlast: b\n", func(s *sheet) { s.Line = line{Mark: "m", Text: "c"} },
			"line:\n  mark: m\n  text: c\nlast: b\n"},
		{"nothing yet", "title:\nday: ~ # x\ncount: null\n", func(s *sheet) { s.Title, s.Day.text, s.Count = "a", "2026", 3 },
			"title: a\nday: 2026 # x\ncount: 3\n"},
		{"a form of Unicode", "title: Ho\u0300a\n", func(s *sheet) { s.Title = "H\u00f2a" }, "title: Ho\u0300a\n"},

		{"a block", "note: | # x\n  a\n  b\n\n# y\nlast: b\n", func(s *sheet) { s.Note = "c\n\nd\n" },
			"note: |\n  c\n\n  d\n# x\n\n# y\nlast: b\n"},
		{"a block at the end", "note: |\n  a", func(s *sheet) { s.Note = "c\n" }, "note: |\n  c\n"},
		{"a folded block", "note: >-\n  a\n  b\nlast: b\n", func(s *sheet) { s.Note = "c" }, "note: >-\n  c\nlast: b\n"},
		{"a folded block of lines", "note: >-\n  a\n  b\nlast: b\n", func(s *sheet) { s.Note = "c\nd" }, "note: |-\n  c\n  d\nlast: b\n"},
		{"a block with empty lines", "note: |+\n  a\n\n\nlast: b\n", func(s *sheet) { s.Note = "c\n\n" }, "note: \"c\\n\\n\"\nlast: b\n"},
		{"an empty block", "note: |\n\nlast: b\n", func(s *sheet) { s.Note = "c" }, "note: |-\n  c\n\nlast: b\n"},
		{"an empty block that is kept", "note: |+\n\n\nlast: b\n", func(s *sheet) { s.Note = "c" }, "note: |-\n  c\nlast: b\n"},
		{"the last block, with its empty lines", "title: a\nnote: |+\n  a\n", func(s *sheet) { s.Note = "" }, "title: a\n"},
		{"a block that goes", "title: a\nnote: |2\n    a\n  b\nlast: b\n", func(s *sheet) { s.Note = "" }, "title: a\nlast: b\n"},
		{"behind a block", "note: |\n  a\n\n# x\n", func(s *sheet) { s.Last = "b" }, "note: |\n  a\nlast: b\n\n# x\n"},

		{"a new key", "title: a # x\n# y\nlast: b\n", func(s *sheet) { s.Count = 2 }, "title: a # x\ncount: 2\n# y\nlast: b\n"},
		{"new keys, in order", "title: a\nlast: b\n", func(s *sheet) { s.Count, s.Note, s.Part = 2, "n", &part{Name: "p"} },
			"title: a\nnote: n\ncount: 2\npart:\n  name: p\nlast: b\n"},
		{"a new key before all", "# x\nlast: b\n", func(s *sheet) { s.Title = "a" }, "# x\ntitle: a\nlast: b\n"},
		{"a new key behind all", "title: a", func(s *sheet) { s.Last = "b" }, "title: a\nlast: b\n"},
		{"a new key among others", "last: b\nunknown: 1\ntitle: a\n", func(s *sheet) { s.Count = 1 },
			"last: b\nunknown: 1\ntitle: a\ncount: 1\n"},
		{"a new key in a list", "parts:\n  - day: 2026 # x\n    count: 2\n", func(s *sheet) { s.Parts[0].Name = "p" },
			"parts:\n  - name: p\n    day: 2026 # x\n    count: 2\n"},
		{"a new block", "title: a # x\n# y\nlast: b\n", func(s *sheet) { s.Note = "c\nd\n" },
			"title: a # x\nnote: |\n  c\n  d\n# y\nlast: b\n"},
		{"a new key behind an empty element", "words:\n- a\n-\nlast: b\n", func(s *sheet) { s.Proses = []prose{"p"} },
			"words:\n- a\n-\nproses: [p]\nlast: b\n"},
		{"a new key behind a list for a key", "part:\n  [1]: b\n  name: p\nlast: b\n", func(s *sheet) { s.Lines = []line{{Text: "l"}} },
			"part:\n  [1]: b\n  name: p\nlines: [l]\nlast: b\n"},
		{"a new key before all, which begin with a list", "part:\n  [1]: b\nlast: b\n", func(s *sheet) { s.Lines = []line{{Text: "l"}} },
			"part:\n  [1]: b\nlines: [l]\nlast: b\n"},
		{"a key twice", "title: a\ntitle: b\n", func(s *sheet) { s.Title = "c" }, "title: c\ntitle: b\n"},

		{"a key that goes", "title: a\n# x\ncount: 2\n# y\nlast: b\n", func(s *sheet) { s.Count = 0 }, "title: a\n# x\n# y\nlast: b\n"},
		{"with its comment", "title: a\ncount: 2 # x\nlast: b\n", func(s *sheet) { s.Count = 0 }, "title: a\n# x\nlast: b\n"},
		{"the first", "title: a # x\nlast: b\n", func(s *sheet) { s.Title = "" }, "# x\nlast: b\n"},
		{"behind a question mark", "? title\n: a\n? last\n: b\n", func(s *sheet) { s.Title = "" }, "? last\n: b\n"},
		{"the first two", "title: a\n# x\ncount: 1 # y\nlast: b\n", func(s *sheet) { s.Title, s.Count = "", 0 }, "# x\n# y\nlast: b\n"},
		{"the first, behind an empty line", "\ntitle: a\nlast: b\n", func(s *sheet) { s.Title = "" }, "\nlast: b\n"},
		{"the first, alone", "title: a\nlast: b\n", func(s *sheet) { s.Title = "" }, "last: b\n"},
		{"the last", "title: a\nlast: b", func(s *sheet) { s.Last = "" }, "title: a"},
		{"and another in its place", "title: a\nlast: b\n", func(s *sheet) { s.Title, s.Note = "", "n" }, "note: n\nlast: b\n"},
		{"the first of an element", "parts:\n- name: p\n  day: 2026\n", func(s *sheet) { s.Parts[0].Name = "" }, "parts:\n- day: 2026\n"},
		{"the first two of an element", "parts:\n- name: p # x\n  # y\n  day: 2026\n  count: 2\n",
			func(s *sheet) { s.Parts[0].Name, s.Parts[0].Day.text = "", "" }, "parts:\n- # x\n  # y\n  count: 2\n"},
		{"all of an element", "parts:\n- name: p # x\n  day: 2026 # y\n", func(s *sheet) { s.Parts[0] = part{} },
			"parts:\n- {} # y\n# x\n"},
		{"all of a mapping", "part:\n  name: p # x\nlast: b\n", func(s *sheet) { *s.Part = part{} }, "part: {} # x\nlast: b\n"},
		{"all keys for others", "part: # x\n  name: p\nlast: b\n", func(s *sheet) { *s.Part = part{Count: 1} },
			"part: # x\n  count: 1\nlast: b\n"},
		{"a mapping", "title: a\npart: # x\n  # y\n  name: p # z\n  inner:\n    name: \"# q\"\nlast: b\n", func(s *sheet) { s.Part = nil },
			"title: a\n# x\n# y\n# z\nlast: b\n"},
		{"two in a row", "title: a\ncount: 1\n# x\ndone: true\nlast: b\n", func(s *sheet) { s.Count, s.Done = 0, false },
			"title: a\n# x\nlast: b\n"},
		{"nested, and one behind it", "part:\n  name: p\n  count: 1\nlast: b\n",
			func(s *sheet) { s.Part.Count = 0; s.Lines = []line{{Text: "l"}} }, "part:\n  name: p\nlines: [l]\nlast: b\n"},

		{"a mapping for nothing", "part: {} # x\nlast: b\n", func(s *sheet) { s.Part.Name = "p" }, "part: # x\n  name: p\nlast: b\n"},
		{"a list for nothing", "words: [] # x\nparts: # y\nlast: b\n",
			func(s *sheet) { s.Words, s.Parts = []string{"w"}, []part{{Name: "p"}} }, "words: [w] # x\nparts: # y\n  - name: p\nlast: b\n"},
		{"a wrong shape", "title: a\npart: [1] # x\nwords: w\n", func(s *sheet) { s.Part, s.Words = &part{Name: "p"}, []string{"v"} },
			"title: a\npart: # x\n  name: p\nwords: [v]\n"},
		{"lines for a wrong shape", "part:\n  # y\n  - 1 # x\nlast: b\n", func(s *sheet) { s.Part = &part{Name: "p"} },
			"part:\n  # y\n  name: p # x\nlast: b\n"},
		{"a text for a wrong shape", "title: # y\n  # z\n  - 1 # x\nlast: b\n", func(s *sheet) { s.Title = "a" },
			"title: a # y\n# z\n# x\nlast: b\n"},
		{"a block for a wrong shape", "note: # y\n  # z\n  - 1\nlast: b\n", func(s *sheet) { s.Note = "a\nb\n" },
			"note: | # y\n  a\n  b\n# z\nlast: b\n"},

		{"an element", "words: [a, b, c]\nlast: b\n", func(s *sheet) { s.Words[1] = "x, y" }, "words: [a, 'x, y', c]\nlast: b\n"},
		{"elements behind", "words: [a] # x\n", func(s *sheet) { s.Words = append(s.Words, "b", "c") }, "words: [a, b, c] # x\n"},
		{"elements before", "words: [b]\n", func(s *sheet) { s.Words = []string{"a", "b"} }, "words: [a, b]\n"},
		{"an element between", "words: [a, c]\n", func(s *sheet) { s.Words = []string{"a", "b", "c"} }, "words: [a, b, c]\n"},
		{"an element that goes", "words: [a, b, c]\n", func(s *sheet) { s.Words = []string{"a", "c"} }, "words: [a, c]\n"},
		{"the last that goes", "words: [a, b, c]\n", func(s *sheet) { s.Words = []string{"a"} }, "words: [a]\n"},
		{"the first that goes", "words: [a, b, c]\n", func(s *sheet) { s.Words = []string{"c"} }, "words: [c]\n"},
		{"the first for another", "words: [a, b, c]\n", func(s *sheet) { s.Words = []string{"b", "c", "d"} }, "words: [b, c, d]\n"},
		{"over several lines", "words: [a, # x\n  b, # y\n  c]\n", func(s *sheet) { s.Words = []string{"a", "c"} },
			"words: [a, # x\n  # y\n        c]\n"},
		{"the first over several lines", "words: [a, # x\n  b]\n", func(s *sheet) { s.Words = []string{"b"} },
			"words: [ # x\n        b]\n"},
		{"the last over several lines", "words: [a, # x\n  b] # y\n", func(s *sheet) { s.Words = []string{"a"} },
			"words: [a # x\n        ] # y\n"},
		{"a value over several lines", "parts: [{name: p, # x\n  inner: {name: q, # y\n    count: 1}}]\n",
			func(s *sheet) { *s.Parts[0].Inner = part{} }, "parts: [{name: p, # x\n  inner: {} # y\n         }]\n"},
		{"behind a pair without braces", "parts: [name: a]\n", func(s *sheet) { s.Parts = append(s.Parts, part{Name: "q"}) },
			"parts: [name: a, {name: q}]\n"},
		{"with a comma at the end", "words: [a, b,]\n", func(s *sheet) { s.Words = []string{"a", "b", "c"} }, "words: [a, b, c,]\n"},
		{"all of them", "title: a\nwords: [a] # x\n", func(s *sheet) { s.Words = nil }, "title: a\n# x\n"},
		{"all of an inner list", "rows: [[a], [b]]\n", func(s *sheet) { s.Rows[0] = nil }, "rows: [[], [b]]\n"},

		{"a line", "words:\n- a # x\n- b\n", func(s *sheet) { s.Words[0] = "c" }, "words:\n- c # x\n- b\n"},
		{"a line that was empty", "words:\n- a\n-\n- # x\n  b\n", func(s *sheet) { s.Words[1], s.Words[2] = "c", "d" },
			"words:\n- a\n- c\n- d # x\n"},
		{"lines behind", "words:\n- a # x\n# y\nlast: b\n", func(s *sheet) { s.Words = append(s.Words, "b", "c") },
			"words:\n- a # x\n- b\n- c\n# y\nlast: b\n"},
		{"lines before", "words:\n  # x\n  - b\n", func(s *sheet) { s.Words = []string{"a", "b"} }, "words:\n  # x\n  - a\n  - b\n"},
		{"a line that goes", "words:\n  - a\n  # x\n  - b # y\n  - c\n", func(s *sheet) { s.Words = []string{"a", "c"} },
			"words:\n  - a\n  # x\n  # y\n  - c\n"},
		{"lines of lines", "rows:\n- - a\n  - b\n- - c\n", func(s *sheet) { s.Rows = [][]string{{"b", "d"}, {"c"}, {"e", "f"}} },
			"rows:\n- - b\n  - d\n- - c\n- [e, f]\n"},
		{"paragraphs", "proses:\n- a\n- b\n", func(s *sheet) { s.Proses[0] = "c\nd\n"; s.Proses = append(s.Proses, "e\nf") },
			"proses:\n- |\n  c\n  d\n- b\n- |-\n  e\n  f\n"},
		{"paragraphs in one line", "proses: [a, b]\n", func(s *sheet) { s.Proses[0] = "c\nd\n" }, "proses: [\"c\\nd\\n\", b]\n"},
		{"a mapping, in braces as its neighbour", "parts:\n- {name: p}\n",
			func(s *sheet) { s.Parts = append(s.Parts, part{Name: "q", Count: 1}) }, "parts:\n- {name: p}\n- {name: q, count: 1}\n"},
		{"a mapping, in lines as its neighbour", "parts:\n- name: p\n",
			func(s *sheet) { s.Parts = append(s.Parts, part{Name: "q", Count: 1}) }, "parts:\n- name: p\n- name: q\n  count: 1\n"},
		{"a mapping behind a long dash", "parts:\n-   [1]\n", func(s *sheet) { s.Parts = []part{{Name: "q", Count: 1}} },
			"parts:\n- name: q\n  count: 1\n"},
		{"a mapping below its dash", "parts:\n-\n  [1]\n", func(s *sheet) { s.Parts = []part{{Name: "q", Count: 1}} },
			"parts:\n- name: q\n  count: 1\n"},
		{"empty elements", "parts: [{}, {name: p}]\n", func(s *sheet) { s.Parts = []part{{Name: "q"}, {}, {Name: "p", Count: 1}} },
			"parts: [{name: q}, {}, {name: p, count: 1}]\n"},
		{"one dropped, one changed", "parts:\n- name: p # x\n  count: 1\n- name: q # y\n  count: 2\n",
			func(s *sheet) { s.Parts = []part{{Name: "q", Count: 3}} }, "parts:\n# x\n- name: q # y\n  count: 3\n"},

		{"pointers", "many:\n- ~\n- {name: p}\n- {name: q}\n- {name: r}\n",
			func(s *sheet) { s.Many = []*part{{Name: "n"}, nil, s.Many[2], {Name: "r", Count: 1}, {Name: "t"}} },
			"many:\n- name: n\n- null\n- {name: q}\n- {name: r, count: 1}\n- {name: t}\n"},
		{"many changes at once", "words: [a, b, c, d, e]\n", func(s *sheet) { s.Words = []string{"x", "b", "y", "d", "z", "u"} },
			"words: [x, b, y, d, z, u]\n"},

		{"keys in braces", "part: {name: p, count: 1}\n", func(s *sheet) { s.Part.Day.text = "2026" },
			"part: {name: p, day: 2026, count: 1}\n"},
		{"the first in braces", "part: {count: 1}\n", func(s *sheet) { s.Part.Name = "p" }, "part: {name: p, count: 1}\n"},
		{"the last in braces", "part: {name: p, count: 1}\n", func(s *sheet) { s.Part.Count = 0 }, "part: {name: p}\n"},
		{"nothing in braces", "part: {name: , count}\n", func(s *sheet) { s.Part.Name, s.Part.Count = "p", 2 },
			"part: {name: p , count: 2}\n"},
		{"braces as in JSON", "{\"title\":\"a\",\"count\":1}\n", func(s *sheet) { s.Title, s.Count, s.Last = "b", 2, "c" },
			"{\"title\":\"b\",\"count\":2, last: c}\n"},
		{"braces in braces", "part: {inner: {name: p}}\n", func(s *sheet) { s.Part.Inner.Inner = &part{Name: "q"} },
			"part: {inner: {name: p, inner: {name: q}}}\n"},

		{"a short form", "line: a # x\nlines: [a, b]\n", func(s *sheet) { s.Line.Text, s.Lines[1].Text = "c", "d" },
			"line: c # x\nlines: [a, d]\n"},
		{"a text to a mapping", "line: a # x\nlast: b\n", func(s *sheet) { s.Line.Day.text = "2026" },
			"line:\n  text: a # x\n  day: 2026\nlast: b\n"},
		{"a text to a mapping, before it", "line: a # x\nlast: b\n", func(s *sheet) { s.Line.Mark = "m" },
			"line:\n  mark: m\n  text: a # x\nlast: b\n"},
		{"and the text too", "line: 'a' # x\nlast: b\n", func(s *sheet) { s.Line = line{"m", "c", day{"2026"}} },
			"line:\n  mark: m\n  text: 'c' # x\n  day: 2026\nlast: b\n"},
		{"without the text", "line: a # x\nlast: b\n", func(s *sheet) { s.Line = line{Mark: "m"} }, "line: # x\n  mark: m\nlast: b\n"},
		{"a text of several lines", "line: a\n  b\n\n  c\nlast: b\n", func(s *sheet) { s.Line.Day.text = "2026" },
			"line:\n  text: a\n    b\n\n    c\n  day: 2026\nlast: b\n"},
		{"a text below its key", "line:\n    a\n     b\nlast: b\n", func(s *sheet) { s.Line.Day.text = "2026" },
			"line:\n    text: a\n         b\n    day: 2026\nlast: b\n"},
		{"a block to a mapping", "line: |\n  a\n   b\nlast: b\n", func(s *sheet) { s.Line.Mark = "m" },
			"line:\n  mark: m\n  text: |\n    a\n     b\nlast: b\n"},
		{"a block with a figure", "lines:\n- |2\n    a\n   b\n", func(s *sheet) { s.Lines[0].Mark = "m" },
			"lines:\n- mark: m\n  text: |2\n      a\n     b\n"},
		{"an element to a mapping", "lines:\n-  a\n  b # x\n", func(s *sheet) { s.Lines[0].Day.text = "2026" },
			"lines:\n-  text: a\n     b # x\n   day: 2026\n"},
		{"an element in one line", "lines: [a, b]\n", func(s *sheet) { s.Lines[0].Mark = "m"; s.Lines[1].Day.text = "2026" },
			"lines: [{mark: m, text: a}, {text: b, day: 2026}]\n"},
		{"a list to a mapping", "group: # x\n# y\n- a # z\n- b\nlast: b\n", func(s *sheet) { s.Group.Name = "g" },
			"group: # x\n# y\n  name: g\n  items:\n  - a # z\n  - b\nlast: b\n"},
		{"a list to a mapping, and its elements", "group:\n  - a # z\n  - b\n",
			func(s *sheet) { s.Group.End = "e"; s.Group.Items[0].Mark = "m" },
			"group:\n  items:\n    - mark: m\n      text: a # z\n    - b\n  end: e\n"},
		{"a list in one line", "group: [a] # x\n", func(s *sheet) { s.Group.Name, s.Group.End = "g", "e" },
			"group:\n  name: g\n  items: [a] # x\n  end: e\n"},
		{"a list in a list", "groups:\n- - a\n  - b\n- [c]\n", func(s *sheet) { s.Groups[0].Name, s.Groups[1].Name = "g", "h" },
			"groups:\n- name: g\n  items:\n    - a\n    - b\n- name: h\n  items: [c]\n"},
		{"a short list", "group: [a]\ngroups: [[b]]\n", func(s *sheet) {
			s.Group.Items = append(s.Group.Items, line{Text: "c"})
			s.Groups[0].Items = append(s.Groups[0].Items, line{Text: "d", Mark: "m"})
		}, "group: [a, c]\ngroups: [[b, {mark: m, text: d}]]\n"},

		{"a key behind a comment that stands deeper", "part:\n  name: p\n    # x\n\n  # y\n# z\nlast: b\n",
			func(s *sheet) { s.Lines = []line{{Text: "l"}} }, "part:\n  name: p\n    # x\n\n  # y\nlines: [l]\n# z\nlast: b\n"},
		{"a block before a comment that stands deeper", "note: a\n  # x\nlast: b\n", func(s *sheet) { s.Note = "c\nd\n" },
			"note: \"c\\nd\\n\"\n  # x\nlast: b\n"},
		{"blocks before a comment that stands deeper", "line: a\n    # x\nlast: b\n",
			func(s *sheet) { s.Line = line{Mark: "m", Text: "c\nd"} }, "line:\n  mark: m\n  text: \"c\\nd\"\n    # x\nlast: b\n"},
		{"a key that goes before a comment that stands deeper", "note: |\n  a\ncount: 1\n    # x\nlast: b\n",
			func(s *sheet) { s.Count = 0 }, "note: |\n  a\n# x\nlast: b\n"},
		{"comments at a dash and behind", "parts:\n- # x\n  name: p # y\n- # z\n  name: q\n",
			func(s *sheet) { s.Parts[0], s.Parts[1] = part{}, part{} }, "parts:\n- {} # x\n# y\n- {} # z\n"},

		{"carriage returns", "title: a # x\r\nwords:\r\n- a\r\n", func(s *sheet) { s.Note, s.Words = "c\nd\n", []string{"a", "b"} },
			"title: a # x\r\nnote: |\r\n  c\r\n  d\r\nwords:\r\n- a\r\n- b\r\n"},
		{"carriage returns, and keys that go", "title: a # x\r\ncount: 1\r\nlast: b\r\n", func(s *sheet) { s.Title, s.Count = "", 0 },
			"# x\r\nlast: b\r\n"},
		{"no line feeds, behind a comment", "title: a\r # x\rlast: b\r", func(s *sheet) { s.Count = 1 },
			"title: a\r # x\rcount: 1\rlast: b\r"},
		{"no line feeds", "title: a # x\rwords:\r- a\r", func(s *sheet) { s.Words = []string{"a", "b"} },
			"title: a # x\rwords:\r- a\r- b\r"},
		{"a byte order mark", "\ufefftitle: a\n", func(s *sheet) { s.Title, s.Last = "b", "c" }, "\ufefftitle: b\nlast: c\n"},
		{"between marks of a document", "--- # x\ntitle: a\n...\n", func(s *sheet) { s.Last = "b" }, "--- # x\ntitle: a\nlast: b\n...\n"},
		{"an alias elsewhere", "words: &w [a]\nproses: *w\nlast: b\n", func(s *sheet) { s.Last = "c" },
			"words: &w [a]\nproses: *w\nlast: c\n"},
		{"an alias that goes", "words: &w [a]\nproses: *w # x\nlast: b\n", func(s *sheet) { s.Proses = nil },
			"words: &w [a]\n# x\nlast: b\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, found := record.Read("f.yaml", []byte(tt.in))
			if found.HasErrors() {
				t.Fatal(found)
			}
			var v sheet
			s.Decode(&v)
			tt.change(&v)
			got, err := s.Edit(&v, nil)
			if err != nil || string(got) != tt.want {
				t.Errorf("%v\n%s\nwant\n%s", err, got, tt.want)
			}
		})
	}
}

// TestEditRefuses: what cannot be written, and where it stands.
func TestEditRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		change   func(s *sheet)
		want     string
	}{
		{"through an alias", "part: {inner: &i {name: p}}\nparts: [*i]\n", func(s *sheet) { s.Parts[0].Name = "q" },
			"f.yaml:2:9: lỗi [plan.alias]: bí danh *i"},
		{"what an alias leads to", "part: {inner: &i {name: p}}\nparts: [*i]\n", func(s *sheet) { s.Part.Inner.Name = "q" },
			"f.yaml:1:15: lỗi [plan.alias]: bí danh &i"},
		{"twice", "part: {inner: &i {name: p}}\nparts: [*i]\n", func(s *sheet) { s.Part.Inner.Name, s.Parts[0].Name = "q", "r" },
			"f.yaml:1:15: lỗi [plan.alias]: bí danh &i"},
		{"an anchor with nothing", "title: &t\nlast: *t\n", func(s *sheet) { s.Title = "a" }, "f.yaml:1:8: lỗi [plan.alias]: bí danh &t"},
		{"what holds it", "part: {inner: &i {name: p}}\nparts: [*i]\n", func(s *sheet) { s.Part = nil }, "f.yaml:1:15: lỗi [plan.alias]"},
		{"an element that holds it", "rows: [[&a a], [b]]\nlast: *a\n", func(s *sheet) { s.Rows = s.Rows[1:] },
			"f.yaml:1:9: lỗi [plan.alias]"},
		{"a short form", "lines: [&a a]\nlast: *a\n", func(s *sheet) { s.Lines[0].Mark = "m" }, "f.yaml:1:9: lỗi [plan.alias]"},
		{"a list that holds it", "group: [&a a]\nlast: *a\n", func(s *sheet) { s.Group.Name = "m" }, "f.yaml:1:9: lỗi [plan.alias]"},
		{"no day", "title: a\nday: 2026\n", func(s *sheet) { s.Day.text = "x" },
			`f.yaml:2:6: lỗi [plan.wrong-shape]: "day" (ngày) không ghi lại được vào tệp`},
		{"several lines", "title: a\n", func(s *sheet) { s.Title = "a\n" },
			`f.yaml:1:8: lỗi [plan.wrong-shape]: "title" (tên) không ghi lại được vào tệp`},
		{"in an element", "parts: [{name: a}]\n", func(s *sheet) { s.Parts[0].Day.text = "x" },
			`f.yaml:1:9: lỗi [plan.wrong-shape]: "day" (ngày) không`},
		{"a pair without braces", "parts: [name: a]\n", func(s *sheet) { s.Parts[0].Count = 2 }, `f.yaml:1:1: lỗi [plan.wrong-shape]`},
		{"a key that is an alias", "words: [&t title]\n*t : a\n", func(s *sheet) { s.Title = "c" },
			`f.yaml:1:1: lỗi [plan.wrong-shape]: "title" (tên) không`},
		{"an empty file", "{}\n", func(s *sheet) { s.Title = "a" }, `f.yaml:1:1: lỗi [plan.wrong-shape]: "title" (tên)`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, found := record.Read("f.yaml", []byte(tt.in))
			if found.HasErrors() {
				t.Fatal(found)
			}
			var v sheet
			s.Decode(&v)
			tt.change(&v)
			got, err := s.Edit(&v, nil)
			var list diag.List
			if !errors.As(err, &list) || !strings.HasPrefix(list.Error(), tt.want) || got != nil {
				t.Errorf("%s, %v", got, err)
			}
		})
	}
	s, _ := record.Read("f.yaml", []byte("title: a\n"))
	for _, v := range []any{nil, 1, sheet{}, (*sheet)(nil), &sheet{Title: "a\x00"}, &sheet{Title: "a\xff"}} {
		if out, err := s.Edit(v, nil); err == nil {
			t.Errorf("%v: %s", v, out)
		}
	}
	if out, err := record.New("f.yaml", s.Root()).Edit(&sheet{}, nil); err == nil {
		t.Errorf("without a text: %s", out)
	}
}
