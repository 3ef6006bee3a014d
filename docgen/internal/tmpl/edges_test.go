package tmpl

import (
	"fmt"
	"strings"
	"testing"
	"text/template"
)

// TestTextBounds: what a function gives may be as long as the bound, and no letter longer.
func TestTextBounds(t *testing.T) {
	text := func(letters int) string { return strings.Repeat("a", letters) }
	for _, tt := range []struct {
		src  string
		data string
		ok   bool
	}{
		{"{{print .}}", text(maxValue), true}, {"{{print .}}", text(maxValue + 1), false}, {`{{print "a" .}}`, text(maxValue), false},
		{"{{html .}}", text(maxValue), true}, {"{{html .}}", text(maxValue-5) + "&", true}, {"{{html .}}", text(maxValue-4) + "&", false},
		{`{{printf "%s" .}}`, text(maxValue), true}, {`{{printf "%s" .}}`, text(maxValue + 1), false},
		{`{{printf "x%s" .}}`, text(maxValue - 1), true}, {`{{printf "x%s" .}}`, text(maxValue), false},
		{`{{printf "%65536s" "a"}}`, "", false}, {`{{printf "%32768s" "a"}}`, "", true}, {`{{printf "%.32768f" 0.5}}`, "", false},
	} {
		got, err := guarded(t, "{{with $s := "+strings.TrimSuffix(strings.TrimPrefix(tt.src, "{{"), "}}")+"}}{{len $s}}{{end}}", tt.data)
		if (err == nil) != tt.ok {
			t.Errorf("%s of %d letters: %s, %v", tt.src, len(tt.data), got, err)
		}
	}
	if _, err := printf("%d %y", "a", "b"); err == nil || !strings.Contains(err.Error(), "%d") {
		t.Errorf("of two mistakes %v is said", err)
	}
}

type (
	truth    bool
	fraction float64
)

func (truth) String() string    { return "đúng" }
func (fraction) String() string { return "nửa" }

// TestVerbs: which verbs print a value as such.
func TestVerbs(t *testing.T) {
	for _, tt := range []struct {
		v          any
		fits, wont string
	}{
		{"a", "vsqxX", "dtf"}, {true, "vt", "sdq"}, {truth(true), "vts", "dq"}, {7, "vdboxXcqU", "stf"}, {spoken(7), "vdboxXcqUs", "tf"},
		{1.5, "veEfFgGxXb", "sdq"}, {fraction(.5), "veEfFgGxXbs", "dq"}, {structure{}, "vsq", "dxf"}, {[]string{"a"}, "v", "sdq"}, {nil, "v", "sd"},
	} {
		for _, verb := range tt.fits {
			if !fits(verb, tt.v) {
				t.Errorf("%%%c does not print %T", verb, tt.v)
			}
		}
		for _, verb := range tt.wont {
			if fits(verb, tt.v) {
				t.Errorf("%%%c prints %T", verb, tt.v)
			}
		}
	}
}

// TestGuardBehindASpace: a space at the head of a block parts nothing: the text before the block counts as well.
func TestGuardBehindASpace(t *testing.T) {
	for src, want := range map[string]string{
		"a {{if .}} {{.}}{{end}}": "a  <a  |7|>", "a {{if .}}b {{.}}{{end}}": "a b <b |7|>", "a {{if .}}{{.}}{{end}}": "a <a |7|>",
		"a {{if .}}{{.}} {{.}}{{end}}": "a <a |7| > < |7|>",
	} {
		tree := template.Must(template.New("a.tmpl").Funcs(template.FuncMap{
			"_guard": func(before, behind string, v any) string { return fmt.Sprintf("<%s|%v|%s>", before, v, behind) },
		}).Parse(src))
		GuardBetween(tree.Root, "_guard")
		var b Buffer
		if err := tree.Execute(&b, 7); err != nil || b.String() != want {
			t.Errorf("%s: %s, %v, want %s", src, b.String(), err, want)
		}
	}
}
