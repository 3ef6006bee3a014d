package main

import (
	"strings"
	"testing"
)

// TestSourceText: a key is written on a line of its own, with the ends of lines that
// the file has; what is written in braces stays as it is.
func TestSourceText(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"new", "a:\n  b: 1\n", "a:\n  decision:\n    number: 5\n  b: 1\n"},
		{"there", "a:\n  decision:\n      number: 4 # cũ\n      date: 2026\n", "a:\n  decision:\n      number: 5 # cũ\n      date: 2026\n"},
		{"in a list", "- a:\n    b: 1\n", "- a:\n    decision:\n      number: 5\n    b: 1\n"},
		{"carriage returns", "a:\r\n  b: 1\r\n", "a:\r\n  decision:\r\n    number: 5\r\n  b: 1\r\n"},
		{"no last end", "a: # chưa", "a: # chưa\n  decision:\n    number: 5\n"},
		{"empty braces", "a: {} # sót\r\nb: 1\r\n", "a: # sót\r\n  decision:\r\n    number: 5\r\nb: 1\r\n"},
		{"another group's key", "a:\n  c:\n    decision: 1\nd:\n  decision: 2\n", "a:\n  decision:\n    number: 5\n  c:\n    decision: 1\nd:\n  decision: 2\n"},
		{"braces", "a: {b: 1}\n", ""},
		{"text", "a: xin chào\n", ""},
		{"braces below", "a:\n  decision: {date: 2026}\n", ""},
	} {
		text := newSourceText("x.yaml", []byte(tt.in))
		err := text.setBelow(0, "a", "decision", "number", "5")
		switch got := string(text.bytes()); {
		case tt.want == "" && (err == nil || got != tt.in || !strings.Contains(err.Error(), "phải viết mỗi khóa một dòng")):
			t.Errorf("%s: %v, %q", tt.name, err, got)
		case tt.want != "" && (err != nil || got != tt.want):
			t.Errorf("%s: %v, %q, want %q", tt.name, err, got, tt.want)
		}
	}
}
