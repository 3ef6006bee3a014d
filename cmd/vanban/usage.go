package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints what a command does and how it is used.
func help(cmd *cobra.Command, _ []string) {
	w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 3, ' ', 0)
	defer w.Flush()
	text := cmd.Long
	if text == "" {
		text = cmd.Short + "."
	}
	// Cells of one table must not widen those of the next, hence the flushes.
	fmt.Fprintf(w, "%s\n\nCách dùng:\n  %s\n", text, useLine(cmd))
	if cmd.HasExample() {
		fmt.Fprintf(w, "\nVí dụ:\n%s\n", cmd.Example)
	}
	w.Flush()
	if cmd.HasSubCommands() {
		fmt.Fprint(w, "\nCác lệnh:\n")
		for _, sub := range cmd.Commands() {
			fmt.Fprintf(w, "  %s\t%s\n", sub.Name(), sub.Short)
		}
		w.Flush()
	}
	fmt.Fprint(w, "\nTùy chọn:\n")
	cmd.NonInheritedFlags().VisitAll(func(f *pflag.Flag) { flagLine(w, f) })
	cmd.InheritedFlags().VisitAll(func(f *pflag.Flag) { flagLine(w, f) })
	if cmd.HasSubCommands() {
		fmt.Fprintf(w, "\nGõ \"%s LỆNH --help\" để xem hướng dẫn của từng lệnh.\n", cmd.CommandPath())
	}
}

// useLine gives the command lines of cmd. One with commands below it may take
// arguments of its own as well.
func useLine(cmd *cobra.Command) string {
	var lines []string
	if !cmd.HasSubCommands() || strings.Contains(cmd.Use, " ") {
		lines = append(lines, cmd.Parent().CommandPath()+" "+cmd.Use+" [TÙY CHỌN]")
	}
	if cmd.HasSubCommands() {
		lines = append(lines, cmd.CommandPath()+" LỆNH [TÙY CHỌN]")
	}
	return strings.Join(lines, "\n  ")
}

// flagLine prints a flag. The usage of one that takes a value starts with the
// value's name in back quotes.
func flagLine(w io.Writer, f *pflag.Flag) {
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
	fmt.Fprintf(w, "  %s--%s%s\t%s\n", short, f.Name, value, usage)
}

// flagMessage says in Vietnamese what is wrong with a flag.
func flagMessage(err error) string {
	var unknown *pflag.NotExistError
	var noValue *pflag.ValueRequiredError
	var badValue *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		dashes := "--"
		if unknown.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		return fmt.Sprintf("không có tùy chọn %s%s", dashes, unknown.GetSpecifiedName())
	case errors.As(err, &noValue):
		return fmt.Sprintf("tùy chọn --%s thiếu giá trị", noValue.GetFlag().Name)
	case errors.As(err, &badValue):
		return fmt.Sprintf("tùy chọn --%s không nhận giá trị %q", badValue.GetFlag().Name, badValue.GetValue())
	}
	var badSyntax *pflag.InvalidSyntaxError
	if errors.As(err, &badSyntax) {
		return fmt.Sprintf("tùy chọn viết sai: %q", badSyntax.GetSpecifiedFlag())
	}
	return "tùy chọn viết sai: " + err.Error()
}
