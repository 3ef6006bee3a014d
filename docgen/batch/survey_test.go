package batch

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestRendersFirst: pages are made before the first file for whoever wants certainty, and for rows
// with a letter that papers seldom have or a word that no line may take.
func TestRendersFirst(t *testing.T) {
	for _, tt := range []struct {
		o    Options
		cell string
		want bool
	}{
		{Options{}, "Nguyễn Thị Hươu – “Ước…” 1.000 m²", false},
		{Options{FailFast: true}, "An", true}, {Options{DryRun: true}, "An", true},
		{Options{}, "\u017f\u1ea0\u1eff\u2010\u2026ƠơƯư", false},
		{Options{}, "\u0180", true}, {Options{}, "\u1e9f", true}, {Options{}, "\u1f00", true}, {Options{}, "\u200f", true}, {Options{},
			"\u2027", true},
		{Options{}, strings.Repeat("x", 40) + " " + strings.Repeat("x", 40), false}, {Options{}, strings.Repeat("x", 41), true},
		{Options{}, "a " + strings.Repeat("x", 41), true},
	} {
		r := &run{o: tt.o}
		i := &item{group: &group{rows: []*row{{line: &sheet.Row{Cells: []sheet.Cell{{Text: "Bình"}}}},
			{line: &sheet.Row{Cells: []sheet.Cell{{Text: tt.cell}}}}}}}
		if got := r.rendersFirst(i); got != tt.want {
			t.Errorf("%+v, %q: %v", tt.o, tt.cell, got)
		}
	}
}

// TestCulprit: a finding about a text is about the column that holds what was found, else about the first.
func TestCulprit(t *testing.T) {
	m := &mapper{places: map[string]int{"name": 0, "unit": 1}}
	line := &sheet.Row{Cells: []sheet.Cell{{Text: "An"}, {Column: 1, Text: "thôn Bình"}}}
	for _, tt := range []struct {
		columns []string
		found   string
		want    string
	}{
		{[]string{"name", "unit"}, "", "name"}, {[]string{"name", "unit"}, "Bình", "unit"}, {[]string{"name", "unit"}, "Chi", "name"},
		{[]string{"gone", "unit", "name"}, "", "unit"}, {[]string{"gone"}, "", ""}, {nil, "An", ""},
	} {
		if got := m.culprit(&origin{columns: tt.columns}, line, tt.found); got != tt.want {
			t.Errorf("%v, %q: %q, want %q", tt.columns, tt.found, got, tt.want)
		}
	}
}

// TestLinesOfErrors: errors.csv without its heading; what is none is refused. The number of a row is its third.
func TestLinesOfErrors(t *testing.T) {
	for in, want := range map[string]int{"": -1, "a,b,c\n": 0, "\ufeffa,b,c\nx,y,7\n": 1, "a,\"b\n": -1, "a,b\nc\n": -1} {
		lines, err := readErrors([]byte(in))
		if got := len(lines); err != nil && want >= 0 || err == nil && got != want {
			t.Errorf("%q: %q, %v", in, lines, err)
		}
		if len(lines) > 0 && rowOf(lines[0]) != 7 {
			t.Errorf("%q: row %d", in, rowOf(lines[0]))
		}
	}
	if rowOf([]string{"", "", ""}) != 0 {
		t.Error("a line about no row has one")
	}
}

// TestSameFinding: findings are the same that have place, rule and message in common.
func TestSameFinding(t *testing.T) {
	of := func(line int, rule, message string) Finding {
		return Finding{Diagnostic: &diag.Diagnostic{Pos: diag.Pos{Line: line}, Rule: rule, Message: message, Fix: message}}
	}
	f := of(1, "a", "b")
	for g, want := range map[Finding]bool{
		of(1, "a", "b"): true, of(2, "a", "b"): false, of(1, "x", "b"): false, of(1, "a", "x"): false, of(2, "x", "b"): false,
	} {
		if f.same(g) != want {
			t.Errorf("%v and %v: %v", f, g, !want)
		}
	}
}
