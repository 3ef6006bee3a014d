package diag_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/vanban-go/vanban/plan/diag"
)

func TestPosString(t *testing.T) {
	tests := []struct {
		pos  diag.Pos
		want string
	}{
		{diag.Pos{}, ""},
		{diag.Pos{File: "a.yaml"}, "a.yaml"},
		{diag.Pos{File: "a.yaml", Column: 3}, "a.yaml"}, // never 1:1 for an unknown place
		{diag.Pos{File: "a.yaml", Line: 2, Column: 3}, "a.yaml:2:3"},
		{diag.Pos{Line: 2, Column: 3}, "2:3"},
	}
	for _, tt := range tests {
		if got := tt.pos.String(); got != tt.want {
			t.Errorf("%#v: got %q, want %q", tt.pos, got, tt.want)
		}
	}
}

func TestLevel(t *testing.T) {
	for level, want := range map[diag.Level]string{diag.Error: "error lỗi", diag.Warning: "warning cảnh báo", diag.Info: "info gợi ý"} {
		if got := level.String() + " " + level.Term(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if b, err := json.Marshal(level); err != nil || string(b) != `"`+level.String()+`"` {
			t.Errorf("JSON of %v is %s, %v", level, b, err)
		}
	}
}

func TestDiagnosticError(t *testing.T) {
	tests := []struct {
		d    diag.Diagnostic
		want string
	}{
		{diag.Diagnostic{Rule: "a.b", Message: "sai"}, "lỗi [a.b]: sai"},
		{diag.Diagnostic{Pos: diag.Pos{File: "f"}, Level: diag.Warning, Rule: "a.b", Message: "sai"}, "f: cảnh báo [a.b]: sai"},
		{
			diag.Diagnostic{Pos: diag.Pos{File: "f", Line: 1, Column: 2}, Level: diag.Info, Rule: "a.b", Message: "sai", Fix: "sửa",
				Source: "Điều 8"},
			"f:1:2: gợi ý [a.b]: sai; sửa (Điều 8)",
		},
	}
	for _, tt := range tests {
		if got := tt.d.Error(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestListErr(t *testing.T) {
	var l diag.List
	if err := l.Err(); err != nil {
		t.Errorf("empty list: %v", err)
	}
	l.Add(&diag.Diagnostic{Level: diag.Warning, Rule: "w", Message: "cẩn thận"})
	if err := l.Err(); err != nil || l.HasErrors() {
		t.Errorf("a warning alone is an error: %v", err)
	}
	cause := errors.New("cause")
	l.Add(&diag.Diagnostic{Rule: "e", Message: "sai", Err: cause})
	err := fmt.Errorf("build: %w", l.Err())
	if !errors.Is(err, cause) {
		t.Error("the cause of a finding is lost")
	}
	var d *diag.Diagnostic
	if !errors.As(err, &d) || d.Rule != "w" {
		t.Errorf("first finding is %v", d)
	}
	var back diag.List
	if !errors.As(err, &back) || len(back) != 2 {
		t.Errorf("list is %v", back)
	}
	if got := l.Error(); got != "cảnh báo [w]: cẩn thận\nlỗi [e]: sai" {
		t.Errorf("got %q", got)
	}
}

func TestListSort(t *testing.T) {
	at := func(file string, line, column int, rule, message string) *diag.Diagnostic {
		return &diag.Diagnostic{Pos: diag.Pos{File: file, Line: line, Column: column}, Rule: rule, Message: message}
	}
	l := diag.List{
		at("b", 1, 1, "r", "m"), at("a", 2, 1, "r", "m"), at("a", 1, 9, "r", "m"), at("a", 1, 2, "s", "m"),
		at("a", 1, 2, "r", "n"), at("a", 1, 2, "r", "m"), at("a", 1, 2, "r", "m"),
	}
	warning := at("a", 1, 2, "a", "m")
	warning.Level = diag.Warning
	l.Add(warning)
	l.Sort()
	want := `a:1:2: lỗi [r]: m
a:1:2: lỗi [r]: n
a:1:2: lỗi [s]: m
a:1:2: cảnh báo [a]: m
a:1:9: lỗi [r]: m
a:2:1: lỗi [r]: m
b:1:1: lỗi [r]: m`
	if got := l.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Path tells findings of a value made in Go apart, which have no places.
func TestListSortKeepsPaths(t *testing.T) {
	l := diag.List{
		{Pos: diag.At("signers[1].name"), Rule: "r", Message: "thiếu"},
		{Pos: diag.At("signers[0].name"), Rule: "r", Message: "thiếu"},
	}
	l.Sort()
	if len(l) != 2 || l[0].Pos.Path != "signers[0].name" {
		t.Errorf("got %v", l)
	}
}
