package diag_test

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestNoFinding: a nil finding is none, and a copy of a list shares nothing with it.
func TestNoFinding(t *testing.T) {
	var none *diag.List
	none.Add(&diag.Diagnostic{Message: "a"})
	none.Sort()
	var l diag.List
	l.Add(nil)
	if len(l) != 0 || l.Clone() != nil || (diag.List{}).Clone() != nil {
		t.Errorf("%v", l)
	}
	l = diag.List{nil, {Rule: "r", Message: "sai"}}
	c := l.Clone()
	c[1].Message = "khác"
	if c[0] != nil || l[1].Message != "sai" || l.Error() != "lỗi [r]: sai" || c.Error() != "lỗi [r]: khác" || !l.HasErrors() || len(l.Unwrap()) != 1 {
		t.Errorf("%v and its copy %v", l, c)
	}
	asked := 0
	l = append(l, &diag.Diagnostic{Pos: diag.Pos{File: "f"}}, &diag.Diagnostic{Pos: diag.Pos{File: "f", Line: 1, Column: 1, Cell: "A1"}})
	l.Locate(func(string) string { asked++; return "a" })
	l.Locate(nil)
	if asked != 0 || l[2].Span != (diag.Span{}) || l[3].Span != (diag.Span{}) {
		t.Errorf("asked %d times for findings without a line", asked)
	}
	d := &diag.Diagnostic{Pos: diag.Pos{File: "f", Line: 1, Column: 1}, Found: "x"}
	diag.List{d}.Locate(func(string) string { return "\uffff\U00010000x" })
	if want := (diag.Span{Start: diag.Offset{Characters: 2, UTF16: 3}, End: diag.Offset{Characters: 3, UTF16: 4}}); d.Span != want {
		t.Errorf("behind one letter of one unit and one of two: %v", d.Span)
	}
}

// TestPointer: the fields that have a JSON pointer.
func TestPointer(t *testing.T) {
	for want, p := range map[string]diag.Pos{
		"":                {},
		"/lists/2/amount": {Path: "lists[2].amount"},
		"/a-b_c":          {Path: "a-b_c"},
	} {
		if p.Pointer() != want {
			t.Errorf("%v: %s, want %s", p, p.Pointer(), want)
		}
	}
	for _, p := range []diag.Pos{{Path: "a", Cell: "A1"}, {Path: "a", Paragraph: 1}, {Path: "tên"}, {Path: "a b"}, {Path: "\u0080"}} {
		if p.Pointer() != "" {
			t.Errorf("%v: %s", p, p.Pointer())
		}
	}
}

// TestCheckFile: why a file that another one names cannot be read.
func TestCheckFile(t *testing.T) {
	files := fstest.MapFS{"a.yaml": {Data: []byte("a")}, "b/c.yaml": {}}
	for name, want := range map[string]string{
		"a.yaml": "", "b/c.yaml": "", "b": "đây là thư mục, không phải tệp", "none": "không có tệp này",
		"../a.yaml": "tên tệp không hợp lệ hoặc dẫn ra ngoài thư mục", "": "tên tệp không hợp lệ hoặc dẫn ra ngoài thư mục",
	} {
		if got := diag.FileReason(diag.CheckFile(files, name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if err := diag.CheckFile(nil, "a.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no files: %v", err)
	}
}
