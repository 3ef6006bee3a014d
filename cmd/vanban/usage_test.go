package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A flag has one letter in all commands, and a letter one flag: -d is a folder of
// outputs, -o an output.
func TestFlagNames(t *testing.T) {
	letters := map[string]string{"dir": "d", "output": "o", "help": "h", "verbose": "v"}
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		for _, flags := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
			flags.VisitAll(func(f *pflag.Flag) {
				if f.Shorthand != letters[f.Name] {
					t.Errorf("%s: --%s is -%s, want -%s", cmd.CommandPath(), f.Name, f.Shorthand, letters[f.Name])
				}
			})
		}
		if cmd.Flags().Lookup("dir") != nil && cmd.Flags().Lookup("output") != nil {
			t.Errorf("%s has both -d and -o", cmd.CommandPath())
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(newRoot(&console{}))
}

// TestHelpFits: no line of help is wider than a window, and every command has help that
// names the pages for people.
func TestHelpFits(t *testing.T) {
	var walk func(cmd *cobra.Command)
	walk = func(cmd *cobra.Command) {
		var out bytes.Buffer
		cmd.SetOut(&out)
		help(cmd, nil)
		for line := range strings.Lines(out.String()) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > helpWidth {
				t.Errorf("%s --help: a line of %d letters: %s", cmd.CommandPath(), n, line)
			}
		}
		if !strings.Contains(out.String(), "docs/vi") {
			t.Errorf("%s --help does not name docs/vi", cmd.CommandPath())
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(newRoot(&console{}))
}

func TestBroken(t *testing.T) {
	for _, c := range []struct {
		in    string
		width int
		want  string
	}{
		{"", 5, ""}, {"một hai", 7, "một hai"}, {"một hai", 6, "một|hai"}, {"một hai ba", 7, "một hai|ba"},
		{"dàidàidài hai", 5, "dàidàidài hai"}, {"  dàidàidài", 5, "  dàidàidài"}, {"a b c d", 3, "a b|c d"},
	} {
		if got := strings.Join(broken(c.in, c.width), "|"); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.in, c.width, got, c.want)
		}
	}
}

// TestManPages: each command that is shown has a page, the same on every day, without a
// line that troff would read as its own.
func TestManPages(t *testing.T) {
	dir := t.TempDir()
	if err := manPages(&console{}, newRoot(&console{}), dir); err != nil {
		t.Fatal(err)
	}
	for name, sections := range map[string]string{
		"vanban.1":             "TÊN, CÁCH DÙNG, MÔ TẢ, CÁC LỆNH, TÙY CHỌN, VÍ DỤ",
		"vanban-render.1":      "TÊN, CÁCH DÙNG, MÔ TẢ, TÙY CHỌN, VÍ DỤ",
		"vanban-award-check.1": "TÊN, CÁCH DÙNG, MÔ TẢ, TÙY CHỌN, VÍ DỤ",
		"vanban-completion.1":  "TÊN, CÁCH DÙNG, MÔ TẢ, TÙY CHỌN, VÍ DỤ",
	} {
		page, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(page)) {
			word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
			if strings.HasPrefix(line, ".") && !slices.Contains([]string{".TH", ".SH", ".TP", ".nf", ".fi"}, word) ||
				strings.HasPrefix(line, "'") {
				t.Errorf("%s: %s", name, line)
			}
		}
		var heads []string
		for _, head := range regexp.MustCompile(`(?m)^\.SH (.+)$`).FindAllStringSubmatch(string(page), -1) {
			heads = append(heads, head[1])
		}
		if got := strings.Join(heads, ", "); got != sections {
			t.Errorf("%s: %s, want %s", name, got, sections)
		}
		if !strings.Contains(string(page), "\n.SH TÙY CHỌN\n.TP\n") || strings.Contains(string(page), ` 20`) && name == "vanban.1" {
			t.Errorf("%s:\n%s", name, page)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "vanban-man.1")); err == nil {
		t.Error("a hidden command has a page")
	}
	if got := troff("a-b\\c\n.d\n'e\nf"); got != "a\\-b\\ec\n\\&.d\n\\&'e\nf" {
		t.Errorf("troff: %q", got)
	}
}

// TestFilled: the lines of a paragraph are filled as one; those that are set in, and empty ones, stay.
func TestFilled(t *testing.T) {
	long := strings.Repeat("mười chữ. ", 9) // 90 letters
	for in, want := range map[string]string{
		"một\nhai":                  "một hai",
		"một\n\nhai":                "một\n\nhai",
		"một\n  hai\nba\nbốn":       "một\n  hai\nba bốn",
		long + "một hai\nba":        long + "một\nhai ba",
		"  " + long + "một hai\nba": "  " + long + "một\nhai\nba",
	} {
		if got := filled(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}
