package record_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// Top opens a file, as head does, and has a rule of its own.
type Top struct {
	head
	Type string `yaml:"type" vi:"loại nhỏ"`
}

func (t *Top) Validate(path string, found *diag.List) {
	if t.Type == "cấm" {
		found.Add(&diag.Diagnostic{Pos: diag.Pos{Path: record.Join(path, "type")}, Rule: record.RuleValue, Message: "loại này cấm"})
	}
}

// rank is a text of a few values that its type says.
type rank string

func (rank) Values() []string { return []string{"tốt", "Khá"} }

// answered is a kind of file that must say yes or no, with what a record of a season has.
type answered struct {
	Top
	Done    bool     `yaml:"done" vi:"đã xong" need:"yes" help:"ghi true hoặc false"`
	Count   int      `yaml:"count" vi:"số lượng" need:"yes"`
	Title   prose    `yaml:"title" vi:"trích yếu nội dung"`
	Rank    rank     `yaml:"rank" vi:"xếp loại"`
	Ranks   []rank   `yaml:"ranks" vi:"các loại"`
	Pieces  []string `yaml:"pieces" vi:"các mảnh" parted:"yes"`
	Cells   []string `yaml:"cells" vi:"các ô" blank:"yes"`
	Columns []column `yaml:"columns" vi:"các cột" blank:"yes"`
	Named   []column `yaml:"named" vi:"các cột có tên"`
	Grid    [][]part `yaml:"grid" vi:"lưới"`
	Outer   *outer   `yaml:"outer" vi:"ngoài"`
	Eight   *eight   `yaml:"eight" vi:"tám khóa"`
	Nine    *nine    `yaml:"nine" vi:"chín khóa"`
	Part    *part    `yaml:"part" vi:"một phần"`
	Parts   []*part  `yaml:"parts" vi:"các phần"`
	Choice  *pick    `yaml:"choice" vi:"một lựa chọn"`
	Codes   codes    `yaml:"codes" vi:"các mã"`
	Line    line     `yaml:"line" vi:"một dòng"`
	Ask     question `yaml:"ask" vi:"câu hỏi"`
	Trees   []tree   `yaml:"trees" vi:"các cây" new:"yes"`
	Group   group    `yaml:"group" vi:"nhóm"`
}

func (*answered) Needs() []string { return []string{"none", "title|nothing=x", "rank|count=1"} }

// column may be written as its title.
type column struct {
	ID    string `yaml:"id" vi:"mã" format:"id"`
	Title string `yaml:"title" vi:"tên cột" short:"scalar"`
	Inner inner  `yaml:"inner" vi:"bên trong"`
}

type inner struct {
	ID   string `yaml:"id" vi:"mã" format:"id"`
	Size string `yaml:"size" vi:"cỡ"`
}

// tree holds others of its kind, which its starting file only names.
type tree struct {
	Late string `yaml:"late" vi:"để sau"`
	Kids []tree `yaml:"kids" vi:"các nhánh" need:"yes"`
	Type string `yaml:"type" vi:"loại cây" need:"yes"`
}

// outer may be written as its inner line, and that as its text.
type outer struct {
	In  line   `yaml:"in" vi:"dòng trong" short:"scalar"`
	End string `yaml:"end" vi:"kết"`
}

type eight struct {
	A string `yaml:"aa" vi:"một"`
	B string `yaml:"bb" vi:"hai"`
	C string `yaml:"cc" vi:"ba"`
	D string `yaml:"dd" vi:"bốn"`
	E string `yaml:"ee" vi:"năm"`
	F string `yaml:"ff" vi:"sáu"`
	G string `yaml:"gg" vi:"bảy"`
	H string `yaml:"hh" vi:"tám"`
}

type nine struct {
	A string `yaml:"aa" vi:"một"`
	B string `yaml:"bb" vi:"hai"`
	C string `yaml:"cc" vi:"ba"`
	D string `yaml:"dd" vi:"bốn"`
	E string `yaml:"ee" vi:"năm"`
	F string `yaml:"ff" vi:"sáu"`
	G string `yaml:"gg" vi:"bảy"`
	H string `yaml:"hh" vi:"tám"`
	I string `yaml:"ii" vi:"chín"`
}

// pick is one of its fields, the first of which is no more shown.
type pick struct {
	Old string `yaml:"old" vi:"cũ" one:"pick" new:"no"`
	A   string `yaml:"a" vi:"một" one:"pick"`
	B   string `yaml:"b" vi:"hai" one:"pick"`
}

// question must be answered wherever it is asked.
type question struct {
	Yes  bool   `yaml:"yes" vi:"có không" need:"yes"`
	Mark string `yaml:"mark" vi:"dấu"`
}

// TestValuesMade: what is wrong with values that were made in Go, where no file says what was meant.
func TestValuesMade(t *testing.T) {
	good := func(change func(*answered)) *answered {
		v := &answered{Top: Top{head: head{"thu", 1}}, Count: 2, Title: "x", Rank: "tốt", Line: line{Text: "a"}}
		change(v)
		return v
	}
	for _, tt := range []struct {
		name   string
		value  any
		checks func(*record.Validation, any)
		want   string
	}{
		{"no is an answer", good(func(v *answered) {}), nil, ""},
		{"a list with nothing in an element", good(func(v *answered) { v.Parts = []*part{nil, {Name: "a"}} }), nil, ""},
		{"an empty part", good(func(v *answered) { v.Part = &part{Inner: &part{}} }), nil,
			`part.inner: "inner" (phần trong) không có nội dung`},
		{"codes that run together", good(func(v *answered) { v.Codes = codes{"a/b"} }), nil,
			`codes: "codes" (các mã): "a/b" không hợp lệ`},
		{"codes", good(func(v *answered) { v.Codes = codes{"a", "b"} }), nil, ""},
		{"no day", good(func(v *answered) { v.Part = &part{Day: day{"x"}} }), nil, `part.day: "day" (ngày): "x" không hợp lệ`},
		{"a day that cannot be written", &pinned{Pin: broken{"a"}}, nil, `pin: "pin" (mã): "{a}" không hợp lệ`},
		{"hidden characters", good(func(v *answered) { v.Rank = "tốt\u200b\u0001\u200b" }), nil,
			`rank: "rank" (xếp loại): có ký tự điều khiển U+0001; rank: "rank" (xếp loại): có ký tự ẩn U+200B; ` +
				`rank: "rank" (xếp loại) là "tốt\u200b\x01\u200b", chỉ nhận: tốt, Khá`},
		{"no UTF-8", good(func(v *answered) { v.Title = "\xff" }), nil, `title: "title" (trích yếu nội dung) không phải UTF-8`},
		{"two lines", good(func(v *answered) { v.Cells = []string{"a\nb"} }), nil,
			`cells[0]: "cells" (các ô) có nhiều dòng, phải viết trên một dòng`},
		{"another version", good(func(v *answered) { v.Version = 2 }), nil,
			`version: "version" (phiên bản) là 2, bản chương trình này chỉ đọc phiên bản 1`},
		{"a rule of what it embeds", good(func(v *answered) { v.Type = "cấm" }), nil, `type: loại này cấm`},
		{"explained", &answered{Count: 2, Rank: "tệ"}, func(c *record.Validation, _ any) {
			c.Explain("title", "ghi trích yếu")
			c.Explain("rank", "không phải thiếu")
		}, `kind: thiếu "kind" (loại); rank: "rank" (xếp loại) là "tệ", chỉ nhận: tốt, Khá; ` +
			`title: thiếu "title" (trích yếu nội dung) (ghi trích yếu); version: thiếu "version" (phiên bản)`},
		{"none of a choice", good(func(v *answered) { v.Choice = &pick{} }), nil,
			`choice: phải có một trong: "old" (cũ), "a" (một), "b" (hai)`},
		{"two of a choice", good(func(v *answered) { v.Choice = &pick{A: "x", B: "y"} }), nil,
			`choice: "a", "b" không đi cùng nhau; chỉ ghi một trong: "old" (cũ), "a" (một), "b" (hai)`},
		{"a count that excuses is text", good(func(v *answered) { v.Rank, v.Count = "", 1 }), nil, `rank: thiếu "rank" (xếp loại)`},
		{"no struct", 5, nil, `: kiểu Go int không phải một văn bản`},
		{"a part with a version in words", &column{Title: "a"}, nil, ""},
		{"versions in words", &worded{Version: "2"}, nil, ""},
	} {
		var got []string
		for _, d := range record.Validate(tt.value, tt.checks) {
			said := d.Pos.Path + ": " + d.Message
			if d.Fix == "ghi trích yếu" || strings.Contains(d.Fix, "không phải") {
				said += " (" + d.Fix + ")"
			}
			got = append(got, said)
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, strings.Join(got, "; "), tt.want)
		}
	}
}

// worded is no struct of a file: its version is a text.
type worded struct {
	Kind    string `yaml:"kind" vi:"loại"`
	Version string `yaml:"version" vi:"phiên bản"`
}

// numbered is none either: its kind is a number.
type numbered struct {
	Kind    int `yaml:"kind"`
	Version int `yaml:"version"`
}

// typedByNumber is a file whose type is a number.
type typedByNumber struct {
	Kind    string `yaml:"kind"`
	Version int    `yaml:"version"`
	Type    int    `yaml:"type"`
}

type unversioned struct {
	Kind string `yaml:"kind"`
}

// broken is a text that cannot be written.
type broken struct{ text string }

func (broken) MarshalText() ([]byte, error) { return nil, fmt.Errorf("broken") }
func (*broken) UnmarshalText([]byte) error  { return nil }

type pinned struct {
	Pin broken `yaml:"pin" vi:"mã"`
}

// TestHead: which structs are those of a file, and what a head takes from them.
func TestHead(t *testing.T) {
	full := record.Head{Kind: "thu", Version: 1, Type: "ngan"}
	for _, tt := range []struct {
		value any
		want  record.Head
		ok    bool
	}{
		{&short{head: head{"thu", 1}, Type: "ngan"}, full, true},
		{&typedByNumber{"thu", 1, 5}, record.Head{Kind: "thu", Version: 1}, true},
		{&head{"thu", 1}, record.Head{Kind: "thu", Version: 1}, true},
		{&unversioned{"thu"}, record.Head{}, false},
		{&worded{"thu", "1"}, record.Head{}, false},
		{&numbered{1, 1}, record.Head{}, false},
		{&part{}, record.Head{}, false},
		{head{"thu", 1}, record.Head{}, false},
		{nil, record.Head{}, false},
	} {
		if got, ok := record.HeadOf(tt.value); got != tt.want || ok != tt.ok {
			t.Errorf("%T: %+v, %v, want %+v", tt.value, got, ok, tt.want)
		}
		with := record.WithHead(tt.value, full)
		if got, _ := record.HeadOf(with); tt.ok && (got.Kind != "thu" || got.Version != 1 || got.Type != tt.want.Type) ||
			!tt.ok && with != tt.value {
			t.Errorf("%T with a head: %+v", tt.value, with)
		}
	}
	for key, want := range map[string]bool{"kind": true, "type": false} {
		if record.HasKey(&head{}, key) != want || record.HasKey(nil, key) {
			t.Errorf("a head has %q: %v", key, !want)
		}
	}
}

// TestMarshalled: what is written in one line, what in a short form, and what cannot be written.
func TestMarshalled(t *testing.T) {
	letters := func(n int) string { return strings.Repeat("ă", n) }
	for _, tt := range []struct {
		value any
		want  string
	}{
		{&sheet{Words: []string{letters(15), "b"}}, "words: [" + letters(15) + ", b]\n"},
		{&sheet{Words: []string{letters(16), "b"}}, "words:\n  - " + letters(16) + "\n  - b\n"},
		{&sheet{Words: []string{letters(13), letters(13), letters(13), letters(13)}},
			"words: [" + strings.Repeat(letters(13)+", ", 3) + letters(13) + "]\n"},
		{&sheet{Words: []string{letters(13), letters(13), letters(13), letters(14)}},
			"words:\n" + strings.Repeat("  - "+letters(13)+"\n", 3) + "  - " + letters(14) + "\n"},
		{&sheet{Words: []string{}, Groups: []group{{}}}, "groups:\n  - {}\n"},
		{&line{Text: "a"}, "text: a\n"},
		{&outer{In: line{Text: "a"}}, "in: a\n"},
		{&answered{Outer: &outer{In: line{Text: "a"}}}, "done: false\nouter: a\n"},
		{&answered{Done: true, Outer: &outer{In: line{Text: "a", Mark: "m"}}, Ask: question{true, ""}},
			"done: true\nouter:\n  in:\n    mark: m\n    text: a\nask:\n  yes: true\n"},
		{&sheet{Note: "\na\n"}, "note: \"\\na\\n\"\n"},
		{&sheet{Note: " a\nb"}, "note: \" a\\nb\"\n"},
		{&sheet{Note: "a \nb"}, "note: \"a \\nb\"\n"},
		{&sheet{Note: "a\n\n"}, "note: \"a\\n\\n\"\n"},
		{&sheet{Note: "a\n b"}, "note: |-\n  a\n   b\n"},
		{&sheet{Title: "a\rb"}, `error: marshal *record_test.sheet: title: "a\rb" holds the character U+000D, which no file may hold`},
		{&sheet{Title: "a\u200b"}, `error: marshal *record_test.sheet: title: "a\u200b" holds the character U+200B, which no file may hold`},
		{&sheet{Line: line{Text: "\x00"}},
			`error: marshal *record_test.sheet: line: text: "\x00" holds the character U+0000, which no file may hold`},
		{&sheet{Group: group{Items: []line{{Text: "a"}, {Text: "\x00"}}}},
			`error: marshal *record_test.sheet: group: items: [1]: text: "\x00" holds the character U+0000, which no file may hold`},
		{&pinned{broken{"a"}}, `error: marshal *record_test.pinned: pin: broken`},
		{5, `error: marshal int: int is no pointer to a struct`},
	} {
		b, err := record.Marshal(tt.value)
		if err != nil {
			b = []byte("error: " + err.Error())
		}
		if string(b) != tt.want {
			t.Errorf("%+v:\n%s\nwant\n%s", tt.value, b, tt.want)
			continue
		}
		if err == nil {
			again := reflect.New(reflect.TypeOf(tt.value).Elem())
			s, _ := record.Read("a.yaml", b)
			s.Decode(again.Interface())
			if c, err := record.Marshal(again.Interface()); err != nil || string(c) != tt.want {
				t.Errorf("%s\nread again:\n%s, %v", b, c, err)
			}
		}
	}
}

// TestSamples: what a starting file shows of a kind whose samples are spread over lines.
func TestSamples(t *testing.T) {
	kind := record.Kind{ID: "thu", Title: "Thư", Types: []string{"ngan"}, New: func(string) any { return new(answered) }}
	b, err := record.Skeleton(kind, record.Samples{Keys: map[string]string{
		"group": "[Mục thứ nhất của nhóm, Mục hai]", "parts": "[{name: một phần đầu, inner: {name: x}, day: [a, b]}, {count: 1}]",
		"grid":  "[[{name: a}]]",
		"named": "[Tên cột rất dài này, {title: b}]", "columns": "[Một cột có tên thật dài, Hai]", "title": "{text: a, mark: b}",
		"line": "# x", "part": "{name: a}", "end": "không phải ở trên cùng",
	}, Shown: []string{"parts", "grid", "named", "columns", "title", "line", "outer", "choice", "group"}})
	if err != nil {
		t.Fatal(err)
	}
	casefile.Hold(t, *update, "testdata/samples.txtar", &txtar.Archive{
		Comment: []byte("A starting file whose samples are spread over lines.\n\n"), Files: []txtar.File{{Name: "samples.yaml", Data: b}}})
}
