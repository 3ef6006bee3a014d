package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExpanded: a pattern that reaches the command stands for the files, sorted; a file of
// such a name for itself.
func TestExpanded(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"b.yaml", "a.yaml", "c.txt", "[1].yaml"} {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ in, want string }{
		{"*.yaml", "[1].yaml a.yaml b.yaml"}, {"?.yaml", "a.yaml b.yaml"}, {"a.yaml c.txt", "a.yaml c.txt"},
		{"-", "-"}, {"missing.yaml", "missing.yaml"}, {"[1].yaml", "[1].yaml"}, {"*.doc", ""}, {"[*.yaml", ""},
	} {
		got, err := expanded(strings.Fields(c.in))
		if strings.Join(got, " ") != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%s: %v, %v", c.in, got, err)
		}
	}
}

// TestTargets: where the outputs go, by the inputs, --to and -o, or why they cannot. "ra" is a folder, "tep.d" and
// "tep.txt" are files.
func TestTargets(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("ra", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tep.d", "tep.txt"} {
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ in, to, out, want string }{
		{"a.yaml", "", "", "a.pdf"},
		{"x/a.yaml", "docx", "", "x/a.docx"},
		{"a.yaml", "", "b.docx", "b.docx"}, // the ending chooses
		{"a.yaml", "docx", "b.docx", "b.docx"},
		{"a.yaml", "pdf,pdf", "b.pdf", "b.pdf"},
		{"a.yaml", "docx", "b.pdf", "--to docx trái với đuôi tệp của -o b.pdf"},
		{"a.yaml", "docx", "b.dot", "b.dot"}, // an ending of no format does not
		{"a.yaml", "", "b.odt", `không soạn được định dạng "odt"`},
		{"a.yaml", "docx", "b.odt", "b.odt"},
		{"a.yaml", "", "ra/", "ra/a.pdf"},
		{"a.yaml", "", "moi/", "moi/a.pdf"},
		{"a.yaml", "", "tep.d", "tep.d"},
		{"a.yaml", "pdf,docx", "", "a.pdf a.docx"},
		{"a.yaml", "pdf,docx", "ra", "ra/a.pdf ra/a.docx"},
		{"a.yaml", "pdf,docx", "moi", "moi/a.pdf moi/a.docx"},
		{"a.yaml", "pdf,docx", "tep.d", "tùy chọn -o phải là thư mục khi có nhiều tệp ra, mà tep.d là một tệp"},
		{"a.yaml", "pdf,docx", "b.pdf", "-o b.pdf là tên một tệp, mà sẽ có 2 tệp ra (1 văn bản, 2 định dạng)"},
		{"a.yaml", "pdf,docx", "b.pdf/", "b.pdf/a.pdf b.pdf/a.docx"},
		{"a.yaml b.yaml", "", "", "a.pdf b.pdf"},
		{"x/a.yaml y/b.yaml", "", "ra", "ra/a.pdf ra/b.pdf"},
		{"x/a.yaml y/a.yaml", "", "ra", "x/a.yaml và y/a.yaml cùng ra một tệp: ra/a.pdf"},
		{"x/a.yaml y/A.yaml", "", "ra", "cùng ra một tệp"}, // one file where case does not count
		{"a.yaml b.yaml", "", "-", "đầu ra chuẩn chỉ nhận một văn bản"},
		{"a.yaml", "", "-", "-"},
		{"-", "", "", "-"},
		{"-", "docx", "", "-"},
		{"-", "", "b.pdf", "b.pdf"},
		{"-", "", "ra/", "ra/vanban.pdf"},
		{"-", "pdf,docx", "", "vanban.pdf vanban.docx"},
		{"- a.yaml", "", "ra", "ra/vanban.pdf ra/a.pdf"},
		{"a.pdf", "", "", "vanban extract"},
		{"a.odt", "", "a.odt", `không soạn được định dạng "odt"`},
		{"a.odt", "docx", "a.odt", "a.odt mang đuôi .odt, không phải tệp YAML"},
		{"tep.txt", "txt", "", "tệp ra tep.txt trùng với tệp vào; ghi tên khác sau -o"},
		{"a.docx", "docx", "", "tệp ra a.docx trùng với tệp vào"},
	} {
		var to []string
		if c.to != "" {
			to = strings.Split(c.to, ",")
		}
		all, err := targetsOf(strings.Fields(c.in), to, c.out)
		var paths []string
		for _, of := range all {
			for _, target := range of {
				paths = append(paths, filepath.ToSlash(target.path))
			}
		}
		got := strings.Join(paths, " ")
		if err != nil {
			got = err.Error()
		}
		if got != c.want && (err == nil || !strings.Contains(got, c.want)) {
			t.Errorf("%s --to %q -o %q: %s, want %s", c.in, c.to, c.out, got, c.want)
		}
	}
}

// TestIsFree: a new file never takes the place of another; a device is no place.
func TestIsFree(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.yaml", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for path, free := range map[string]bool{"a.yaml": false, ".": false, "b.yaml": true, "x/a.yaml": true, os.DevNull: true} {
		if err := isFree(path); (err == nil) != free {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestNothingUnreadableOnScreen: a PDF or Word file is not printed on a terminal; text is.
func TestNothingUnreadableOnScreen(t *testing.T) {
	file, err := filepath.Abs("../../examples/mau-1.5-cong-van/cong-van.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		screen bool
		to     string
		ok     bool
	}{{true, "pdf", false}, {true, "docx", false}, {true, "svg", false}, {true, "txt", true}, {false, "pdf", true}} {
		var out, said strings.Builder
		console := &console{out: &out, err: &said, screen: c.screen, env: func(string) string { return "" }}
		_, err := render(context.Background(), console, renderFlags{out: "-", to: []string{c.to}}, []string{file})
		if (err == nil) != c.ok || (out.Len() > 0) != c.ok || !c.ok && !strings.Contains(err.Error(), "không in ") {
			t.Errorf("%v: %v, %d bytes", c, err, out.Len())
		}
	}
}
