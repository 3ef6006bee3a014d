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
