package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/serve"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestExplainEveryRule asks for every rule, of the decree and of other findings: it is
// listed once, and explained by its title and by what to do or where it stands.
func TestExplainEveryRule(t *testing.T) {
	want := make(map[string][]string)
	for _, p := range decree.Packs() {
		for _, r := range p.Rules {
			want[r.ID] = []string{r.Text, r.Title, p.Source(r)}
		}
	}
	for _, r := range diag.Rules() {
		want[r.ID] = []string{r.Help, r.Source, r.Levels[0].Term()}
	}
	listed := make(map[string]bool)
	for _, l := range serve.Rules() {
		if listed[l.Rule] || l.Title == "" {
			t.Errorf("%s is listed twice, or without a title", l.Rule)
		}
		listed[l.Rule] = true
	}
	for id, parts := range want {
		var out bytes.Buffer
		if err := explain(&console{out: &out}, id); err != nil || !listed[id] {
			t.Errorf("%s: listed %v, %v", id, listed[id], err)
		}
		for _, part := range append(parts, id+"\n") {
			if !strings.Contains(out.String(), part) {
				t.Errorf("explain %s does not say %q:\n%s", id, part, &out)
			}
		}
	}
	if len(listed) != len(want) {
		t.Errorf("%d rules are listed, there are %d", len(listed), len(want))
	}
}
