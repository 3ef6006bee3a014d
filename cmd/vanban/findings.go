package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/vanban-go/vanban/plan/diag"
)

// report is how findings are printed: as text on standard error, or as JSON
// on standard output.
type report struct {
	json      bool
	templates string // folder of the office's wording, for findings about it; empty for none
}

// formatFlag adds --format to a command that checks files.
func formatFlag(flags *pflag.FlagSet, format *string) {
	flags.StringVar(format, "format", "", "`DẠNG` in kết quả kiểm tra: text (mặc định) hoặc json, ra đầu ra chuẩn")
}

// formatJSON is the value of --format for programs.
const formatJSON = "json"

// print prints all findings of a run, sorted by place. It returns errFound when
// one of them is an error.
func (r report) print(c *console, list diag.List) error {
	for _, d := range list {
		if r.templates != "" && isTemplate(d) {
			d.Pos.File = below(filepath.Clean(r.templates), d.Pos.File)
		}
	}
	list.Sort()
	if r.json {
		if err := printJSON(c, list); err != nil {
			return err
		}
	} else {
		for _, d := range list {
			fmt.Fprintln(c.err, c.paint(d))
		}
	}
	if list.HasErrors() {
		return errFound
	}
	return nil
}

// findingsOf takes the findings out of an error; what is left is a failure.
func findingsOf(err error) (diag.List, error) {
	if list, ok := errors.AsType[diag.List](err); ok {
		return list, nil
	}
	return nil, err
}

// end ends a command: it prints what was found so far with what err holds of findings. An error that holds
// none is a failure, which comes back.
func (r report) end(c *console, found diag.List, err error) error {
	list, failure := findingsOf(err)
	if failure != nil {
		return failure
	}
	return r.print(c, append(found, list...))
}

// printJSON prints v on standard output, letters as they are.
func printJSON(c *console, v any) error {
	if err := writeJSON(c.out, v); err != nil {
		return fmt.Errorf("không ghi được đầu ra chuẩn: %w", reason(err))
	}
	return nil
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// paint gives the line of a finding, its level in colour where that is wanted.
func (c *console) paint(d *diag.Diagnostic) string {
	line := d.Error()
	if !c.colour {
		return line
	}
	colour := "31" // red
	switch d.Level {
	case diag.Warning:
		colour = "33" // yellow
	case diag.Info:
		colour = "36" // cyan
	}
	mark := d.Level.Term() + " ["
	return strings.Replace(line, mark, "\x1b["+colour+"m"+d.Level.Term()+"\x1b[0m [", 1)
}
