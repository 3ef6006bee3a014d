// Package diag holds what the library says about a user's files: findings with
// a place, a rule, a level and a sentence in Vietnamese.
//
// A finding is not a Go error of the program: functions collect findings in a
// [List] and go on, so that a clerk sees every problem at once. [List.Err]
// turns the list into an error where one is wanted.
//
// Every rule that a finding may name stands in one catalogue, [Rules]; the decree's figures
// are rules too, as data of package decree.
//
// The package imports nothing of the library and prints nothing.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Pos is a place: a line of a file, the field of its value, or both. Line and
// Column count from 1, columns in runes. The zero value is an unknown place. A
// value made in Go has fields but no lines.
type Pos struct {
	File      string
	Line      int
	Column    int
	Path      string // of the field, such as "lists[2].amount"; empty for none
	Cell      string // of a list, "Danh sách!B7": line and column are those of the sheet; empty for none
	Paragraph int    // of a Word file, from 1; 0 for none
}

// At gives the place of a field whose line is not known.
func At(path string) Pos { return Pos{Path: path} }

// IsValid reports whether the place names a line.
func (p Pos) IsValid() bool { return p.Line > 0 }

// String returns file:line:column, or the file alone when the line is unknown.
func (p Pos) String() string {
	switch {
	case !p.IsValid():
		return p.File
	case p.File == "":
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Level says how much a finding weighs.
type Level uint8

// The levels, printed as "lỗi", "cảnh báo" and "gợi ý". Only an Error stops
// output. The zero value is Error: a finding is serious until said otherwise.
const (
	Error Level = iota
	Warning
	Info
)

// levels are the words of all levels but Error.
var levels = map[Level]struct{ name, term string }{Warning: {"warning", "cảnh báo"}, Info: {"info", "gợi ý"}}

// String returns the level's name in JSON: error, warning or info.
func (l Level) String() string { return cmp.Or(levels[l].name, "error") }

// Term returns the level as printed for people: lỗi, cảnh báo or gợi ý.
func (l Level) Term() string { return cmp.Or(levels[l].term, "lỗi") }

// MarshalText writes the level's name in JSON.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Diagnostic is one finding about a user's file.
type Diagnostic struct {
	Pos      Pos
	Level    Level
	Rule     string // "plan.unknown-key", "nd30.header.agency-rule-length": stable and documented
	Message  string // one Vietnamese sentence without a final full stop: what is wrong, with the value seen
	Found    string // the exact text that offends, if any
	Expected string // what would be right, if it can be said
	Fix      string // what to do about it, if it can be said
	Source   string // clause of law, if one is broken
	Err      error  // sentinel or cause, for errors.Is; may be nil

	Edit Edit // what mends it for certain, if anything does
	Span Span // of the text that it is about, once [List.Locate] has looked for it
}

// Error returns the finding in one line, as the command prints it:
//
//	FILE:LINE:COL: lỗi [rule-id]: message (clause)
func (d *Diagnostic) Error() string {
	if d == nil {
		return ""
	}
	var b strings.Builder
	if p := d.Pos.String(); p != "" {
		b.WriteString(p)
		b.WriteString(": ")
	}
	fmt.Fprintf(&b, "%s [%s]: %s", d.Level.Term(), d.Rule, d.Message)
	if d.Fix != "" {
		b.WriteString("; ")
		b.WriteString(d.Fix)
	}
	if d.Source != "" {
		fmt.Fprintf(&b, " (%s)", d.Source)
	}
	return b.String()
}

// Unwrap returns the cause.
func (d *Diagnostic) Unwrap() error {
	if d == nil {
		return nil
	}
	return d.Err
}

// List is a set of findings. The zero value is empty and ready to use. A nil finding is
// none: it is not added, counted or printed.
type List []*Diagnostic

// Add appends d. A nil list takes none.
func (l *List) Add(d *Diagnostic) {
	if l != nil && d != nil {
		*l = append(*l, d)
	}
}

// Clone copies the list and its findings.
func (l List) Clone() List {
	if len(l) == 0 {
		return nil
	}
	c := make(List, len(l))
	for i, d := range l {
		if d != nil {
			copied := *d
			c[i] = &copied
		}
	}
	return c
}

// Sort orders the list by file, line, column, path, level, rule and message, and
// drops findings that are equal in all of these.
func (l *List) Sort() {
	if l == nil {
		return
	}
	*l = slices.DeleteFunc(*l, func(d *Diagnostic) bool { return d == nil })
	slices.SortStableFunc(*l, compare)
	*l = slices.CompactFunc(*l, func(a, b *Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b *Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Pos.File, b.Pos.File),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		cmp.Compare(a.Pos.Path, b.Pos.Path),
		cmp.Compare(a.Level, b.Level),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Message, b.Message),
	)
}

// HasErrors reports whether some finding is an Error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d *Diagnostic) bool { return d != nil && d.Level == Error })
}

// Err gives the list as an error, or nil unless some entry is an Error.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return l
}

// Error returns every finding, one a line.
func (l List) Error() string {
	lines := make([]string, 0, len(l))
	for _, d := range l {
		if d != nil {
			lines = append(lines, d.Error())
		}
	}
	return strings.Join(lines, "\n")
}

// Unwrap lets errors.Is and errors.As look into each finding.
func (l List) Unwrap() []error {
	errs := make([]error, 0, len(l))
	for _, d := range l {
		if d != nil {
			errs = append(errs, d)
		}
	}
	return errs
}
