package main

import (
	"path/filepath"
	"testing"
)

func TestBelow(t *testing.T) {
	for _, tt := range []struct{ dir, name, want string }{
		{".", "a.yaml", "a.yaml"}, {"nam", "a.yaml", "nam/a.yaml"}, {"nam", "nam/a.yaml", "nam/a.yaml"},
		{"nam", "nam-2026.yaml", "nam/nam-2026.yaml"}, {"nam", "x/a.yaml", "nam/x/a.yaml"}, {"nam/x", "nam/x/a.yaml", "nam/x/a.yaml"},
	} {
		if got, want := below(filepath.FromSlash(tt.dir), filepath.FromSlash(tt.name)), filepath.FromSlash(tt.want); got != want {
			t.Errorf("%s below %s: %s, want %s", tt.name, tt.dir, got, want)
		}
	}
}
