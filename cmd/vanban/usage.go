package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/vanban-go/vanban/plan/diag"
)

// helpWidth is how many letters a line of help has at most, so that it fits a window.
const helpWidth = 96

// help prints what a command does and how it is used.
func help(cmd *cobra.Command, _ []string) {
	w := cmd.OutOrStdout()
	text := cmp.Or(cmd.Long, cmd.Short+".")
	fmt.Fprintf(w, "%s\n\nCách dùng:\n  %s\n", filled(text), useLine(cmd))
	if cmd.HasExample() {
		fmt.Fprintf(w, "\nVí dụ:\n%s\n", cmd.Example)
	}
	if cmd.HasSubCommands() {
		fmt.Fprint(w, "\nCác lệnh:\n")
		var rows [][2]string
		for _, sub := range shown(cmd) {
			rows = append(rows, [2]string{"  " + sub.Name(), sub.Short})
		}
		columns(w, rows)
	}
	fmt.Fprint(w, "\nTùy chọn:\n")
	columns(w, flagRows(cmd))
	if cmd.HasSubCommands() {
		fmt.Fprintf(w, "\nGõ \"%s LỆNH --help\" để xem hướng dẫn của từng lệnh.\n", cmd.CommandPath())
	}
	fmt.Fprint(w, "\nHướng dẫn cho người không chuyên: docs/vi\n")
}

// shown are the commands below one that people see.
func shown(cmd *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(cmd.Commands()), func(sub *cobra.Command) bool { return sub.Hidden })
}

// flagRows are the flags of a command, and what they are for.
func flagRows(cmd *cobra.Command) [][2]string {
	var rows [][2]string
	add := func(f *pflag.Flag) { rows = append(rows, flagRow(f)) }
	cmd.NonInheritedFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	return rows
}

// columns prints rows of two columns, the second broken at the width of help.
func columns(w io.Writer, rows [][2]string) {
	first := 0
	for _, r := range rows {
		first = max(first, utf8.RuneCountInString(r[0]))
	}
	const gap = 3
	for _, r := range rows {
		pad := strings.Repeat(" ", first+gap-utf8.RuneCountInString(r[0]))
		lines := broken(r[1], helpWidth-first-gap)
		fmt.Fprintf(w, "%s%s%s\n", r[0], pad, strings.Join(lines, "\n"+strings.Repeat(" ", first+gap)))
	}
}

// filled fills the paragraphs of a text to the width of help. Lines that are set in stay.
func filled(text string) string {
	var out []string
	open := false // the last line is one of a paragraph, which goes on
	for line := range strings.SplitSeq(text, "\n") {
		flows := line != "" && line[0] != ' '
		if open && flows {
			line = out[len(out)-1] + " " + line
			out = out[:len(out)-1]
		}
		out, open = append(out, broken(line, helpWidth)...), flows
	}
	return strings.Join(out, "\n")
}

// broken breaks a line behind words so that none is wider; a word that is wider stays.
func broken(line string, width int) []string {
	var out []string
	for utf8.RuneCountInString(line) > width {
		head := string([]rune(line)[:width+1])
		i := strings.LastIndexByte(head, ' ')
		if strings.TrimSpace(head[:max(i, 0)]) == "" {
			break
		}
		out = append(out, line[:i])
		line = line[i+1:]
	}
	return append(out, line)
}

// useLine gives the command lines of cmd. One with commands below it may take
// arguments of its own as well.
func useLine(cmd *cobra.Command) string {
	var lines []string
	if cmd.HasParent() && (!cmd.HasSubCommands() || strings.Contains(cmd.Use, " ")) {
		lines = append(lines, cmd.Parent().CommandPath()+" "+cmd.Use+" [TÙY CHỌN]")
	}
	if cmd.HasSubCommands() {
		lines = append(lines, cmd.CommandPath()+" LỆNH [TÙY CHỌN]")
	}
	return strings.Join(lines, "\n  ")
}

// flagRow is a flag and what it is for. The usage of one that takes a value starts with
// the value's name in back quotes.
func flagRow(f *pflag.Flag) [2]string {
	short := "    "
	if f.Shorthand != "" {
		short = "-" + f.Shorthand + ", "
	}
	value, usage := pflag.UnquoteUsage(f)
	if f.Value.Type() == "bool" {
		value = ""
	} else if usage = strings.TrimPrefix(usage, value+" "); value != "" {
		value = " " + value
	}
	return [2]string{"  " + short + "--" + f.Name + value, usage}
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// flagMessage says in Vietnamese what is wrong with a flag.
func flagMessage(cmd *cobra.Command, err error) string {
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		dashes := "--"
		if unknown.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		near := ""
		if best := diag.Nearest(unknown.GetSpecifiedName(), flagNames(cmd)); best != "" && dashes == "--" {
			near = fmt.Sprintf(", có phải --%s?", best)
		}
		return fmt.Sprintf("không có tùy chọn %s%s%s", dashes, unknown.GetSpecifiedName(), near)
	case errors.As(err, &noValue):
		return fmt.Sprintf("tùy chọn --%s thiếu giá trị", noValue.GetFlag().Name)
	case errors.As(err, &badValue):
		return fmt.Sprintf("tùy chọn --%s không nhận giá trị %q", badValue.GetFlag().Name, badValue.GetValue())
	}
	if badSyntax, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return fmt.Sprintf("tùy chọn viết sai: %q", badSyntax.GetSpecifiedFlag())
	}
	return "tùy chọn viết sai: " + err.Error()
}
