package main

import "testing"

func TestWantsColour(t *testing.T) {
	for _, tt := range []struct {
		noColour, term string
		want           bool
	}{
		{"", "xterm", true}, {"", "", true}, {"", "dumb", false}, {"1", "xterm", false}, {"0", "xterm", false}, {"1", "dumb", false},
	} {
		env := map[string]string{"NO_COLOR": tt.noColour, "TERM": tt.term}
		if got := wantsColour(func(key string) string { return env[key] }); got != tt.want {
			t.Errorf("NO_COLOR=%s TERM=%s: %t", tt.noColour, tt.term, got)
		}
	}
}
