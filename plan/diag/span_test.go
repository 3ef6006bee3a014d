package diag_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestLocate: which part of a file a finding is about. In want, [] stand around it; an edit
// that holds has {} around its old text.
func TestLocate(t *testing.T) {
	for _, tt := range []struct {
		text       string
		line, col  int
		found, old string
		want       string
	}{
		{"a: b c\n", 1, 4, "b", "", "a: [b] c\n"},
		{"a: b c\n", 1, 4, "c", "", "a: b [c]\n"},
		{"a: b c c\n", 1, 4, "c", "", "a: []b c c\n"},   // which of them?
		{"a: c b c\n", 1, 4, "c", "", "a: [c] b c\n"},   // the one at the place
		{"a: b\nc\n", 1, 4, "c", "", "a: []b\nc\n"},     // not on the line
		{"c: b\n", 1, 4, "c", "", "c: []b\n"},           // before the place
		{"a: b\n", 1, 4, "", "", "a: []b\n"},            // nothing was found
		{"a: b\n", 1, 5, "", "", "a: b[]\n"},            // at the end of a line
		{"a: b", 1, 5, "", "", "a: b[]"},                // and of the file
		{"a\nb: đ😀x\n", 2, 5, "x", "", "a\nb: đ😀[x]\n"}, // units of UTF-16 are counted from here on
		{"a\r\nb\rc: d\n", 3, 4, "d", "", "a\r\nb\rc: [d]\n"},
		{"\ufeffa: b\n", 1, 4, "b", "", "a: [b]\n"},
		{"a: b\n", 9, 1, "b", "", "a: b\n"}, // no such line
		{"a: b\n", 1, 9, "b", "", "a: b\n"}, // no such column
		{"", 1, 1, "b", "", ""},             // an unknown file
		{"a: b c\n", 1, 4, "b c", "c", "a: [b {c}]\n"},
		{"a: b c c\n", 1, 4, "b", "c", "a: [b] c c\n"},
	} {
		d := &diag.Diagnostic{Pos: diag.Pos{File: "f", Line: tt.line, Column: tt.col}, Found: tt.found,
			Edit: diag.Edit{Old: tt.old, New: "n"}}
		diag.List{nil, d}.Locate(func(file string) string {
			if file != "f" {
				t.Errorf("asked for %q", file)
			}
			return tt.text
		})
		text := []rune(strings.TrimPrefix(tt.text, "\ufeff"))
		marks := map[int]string{}
		if tt.want != string(text) || d.Span != (diag.Span{}) {
			marks[d.Span.End.Characters] = "]"
			marks[d.Span.Start.Characters] = "[" + strings.Repeat("]", b2i(d.Span.Start == d.Span.End))
			if e := d.Edit.Span; e != (diag.Span{}) {
				marks[e.Start.Characters] += "{"
				marks[e.End.Characters] = "}" + marks[e.End.Characters]
			}
		}
		got := ""
		for i := range len(text) + 1 {
			got += marks[i]
			if i < len(text) {
				got += string(text[i])
			}
		}
		if got != tt.want {
			t.Errorf("%q at %d:%d in %q: got %q, want %q", tt.found, tt.line, tt.col, tt.text, got, tt.want)
		}
		for _, o := range []diag.Offset{d.Span.Start, d.Span.End} {
			want := 0
			for _, r := range text[:o.Characters] {
				want += len(string(r)) / 4
			}
			if o.UTF16 != o.Characters+want {
				t.Errorf("%q: %d characters are %d units", tt.text, o.Characters, o.UTF16)
			}
		}
		if tt.old != "" && (d.Edit.Old == "") != (d.Edit.Span == (diag.Span{})) {
			t.Errorf("%q: an edit without a place is kept", tt.text)
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestCellsHaveNoSpan: line and column of a cell are those of a sheet.
func TestCellsHaveNoSpan(t *testing.T) {
	d := &diag.Diagnostic{Pos: diag.Pos{File: "a.csv", Line: 1, Column: 1, Path: "name", Cell: "A1"}, Found: "a"}
	diag.List{d}.Locate(func(string) string { return "a" })
	if d.Span != (diag.Span{}) || d.Pos.Pointer() != "" {
		t.Errorf("got %+v", d)
	}
}

func TestEdit(t *testing.T) {
	at := diag.Span{Start: diag.Offset{Characters: 3, UTF16: 4}}
	for _, tt := range []struct {
		text string
		edit diag.Edit
		want string // empty: refused
	}{
		{"đ: b c", diag.Edit{Span: at, Old: "b", New: "ô"}, "đ: ô c"},
		{"đ: b c", diag.Edit{Span: at, Old: "b "}, "đ: c"},
		{"đ: c b", diag.Edit{Span: at, Old: "b", New: "ô"}, ""},
		{"đ:", diag.Edit{Span: at, Old: "b", New: "ô"}, ""},
		{"đ: b", diag.Edit{Span: at, New: "ô"}, ""},
		{"đ: ", diag.Edit{Span: at, New: "ô"}, ""},
	} {
		got, err := tt.edit.Apply(tt.text)
		if tt.want == "" && (err == nil || got != tt.text) || tt.want != "" && (err != nil || got != tt.want) {
			t.Errorf("%+v on %q: %q, %v", tt.edit, tt.text, got, err)
		}
	}
}

// TestPublishedForm is the form of a finding in JSON, word for word.
func TestPublishedForm(t *testing.T) {
	list := diag.List{nil, {
		Pos: diag.Pos{File: "a.yaml", Line: 2, Column: 3, Path: "lists[2].item-1.amount"}, Level: diag.Warning, Rule: "a.b",
		Message: "1 < 2 & 3",
		Found:   "x", Expected: "y", Fix: "z", Source: "Điều 8",
		Span: diag.Span{Start: diag.Offset{Characters: 1, UTF16: 1}, End: diag.Offset{Characters: 2, UTF16: 3}},
		Edit: diag.Edit{Old: "x", New: "y",
			Span: diag.Span{Start: diag.Offset{Characters: 1, UTF16: 1}, End: diag.Offset{Characters: 2, UTF16: 3}}},
	}, {Pos: diag.Pos{File: "a.xlsx", Line: 7, Column: 2, Path: "ten", Cell: "'Danh sách'!B7"}}, {Pos: diag.Pos{File: "a.docx",
		Paragraph: 5}}}
	got, err := json.Marshal(list)
	want := `[{"file":"a.yaml","line":2,"column":3,"level":"warning","rule":"a.b","message":"1 \u003c 2 \u0026 3","found":"x","expected":"y","fix":"z",` +
		`"source":"Điều 8","pointer":"/lists/2/item-1/amount","cell":"","paragraph":0,` +
		`"span":{"start":{"characters":1,"utf16":1},"end":{"characters":2,"utf16":3}},` +
		`"edit":{"span":{"start":{"characters":1,"utf16":1},"end":{"characters":2,"utf16":3}},"old":"x","new":"y"}},` +
		`{"file":"a.xlsx","line":7,"column":2,"level":"error","rule":"","message":"","found":"","expected":"","fix":"","source":"",` +
		`"pointer":"","cell":"'Danh sách'!B7","paragraph":0,"span":null,"edit":null},` +
		`{"file":"a.docx","line":0,"column":0,"level":"error","rule":"","message":"","found":"","expected":"","fix":"","source":"",` +
		`"pointer":"","cell":"","paragraph":5,"span":null,"edit":null}]`
	if err != nil || string(got) != want {
		t.Errorf("got\n%s, %v\nwant\n%s", got, err, want)
	}
	if got, err := json.Marshal(diag.List(nil)); err != nil || string(got) != "[]" {
		t.Errorf("no findings are %s, %v", got, err)
	}
	for path, want := range map[string]string{"": "", "a": "/a", "a b": "", "đoạn 5": "", "Tên": "", "a/b": "", "a~b": ""} {
		if got := diag.At(path).Pointer(); got != want {
			t.Errorf("%q points to %q, want %q", path, got, want)
		}
	}
}
