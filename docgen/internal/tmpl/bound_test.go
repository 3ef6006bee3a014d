package tmpl

import (
	"fmt"
	"strings"
	"testing"
	"text/template"
	"time"

	"github.com/vanban-go/vanban/internal/fuzzing"
)

// TestBounds: a template that would run for ever or eat all memory ends soon, with words
// for whoever wrote it.
func TestBounds(t *testing.T) {
	twice := ""
	for i := range 60 {
		twice += fmt.Sprintf(`{{define "t%d"}}{{template "t%d" .}}{{template "t%d" .}}{{end}}`, i, i+1, i+1)
	}
	tests := []struct{ name, src, want string }{
		{"empty loop", `{{range 2000000000}}{{end}}`, "làm quá 200.000 bước"},
		{"nested loops", `{{range 100000}}{{range 100000}}{{if false}}a{{end}}{{end}}{{end}}`, "làm quá 200.000 bước"},
		{"loop that only assigns", `{{$a := 1}}{{range 2000000000}}{{$a = 2}}{{end}}`, "làm quá 200.000 bước"},
		{"loop in an else", `{{range $.None}}{{else}}{{range 2000000000}}{{continue}}{{end}}{{end}}`, "làm quá 200.000 bước"},
		{"blocks that call twice", twice + `{{define "t60"}}{{end}}{{template "t0" .}}`, "làm quá 200.000 bước"},
		{"doubling by print", `{{$a := "0123456789"}}{{range 60}}{{$a = print $a $a}}{{end}}`, "print cho ra quá 64 KB chữ"},
		{"doubling by println", `{{$a := "0123456789"}}{{range 60}}{{$a = println $a $a}}{{end}}`, "println cho ra quá 64 KB chữ"},
		{"doubling by printf", `{{$a := "0123456789"}}{{range 60}}{{$a = printf "%s%s" $a $a}}{{end}}`, "printf cho ra quá 64 KB chữ"},
		{"doubling by index", `{{$a := "0123456789"}}{{range 60}}{{$a = printf "%[1]s%[1]s%[1]s" $a}}{{end}}`,
			"printf cho ra quá 64 KB chữ"},
		{"growing by html", `{{html "` + strings.Repeat("&", 14_000) + `"}}`, "html cho ra quá 64 KB chữ"},
		{"growing by js", `{{$a := "<<<<<<<<"}}{{range 60}}{{$a = js $a}}{{end}}`, "js cho ra quá 64 KB chữ"},
		{"growing by urlquery", `{{urlquery "` + strings.Repeat("%", 30_000) + `"}}`, "urlquery cho ra quá 64 KB chữ"},
		{"wide", `{{printf "%900000d%900000d%900000d" 1 2 3}}`, "printf cho ra quá 64 KB chữ"},
		{"precise", `{{printf "%.900000f" 1.5}}`, "printf cho ra quá 64 KB chữ"},
		{"text", `{{range 100000}}0123456789012345{{end}}`, "viết ra quá 1 MB chữ"},

		{"number of a text", `{{printf "%d" .Event}}`, "printf: %d không dùng được với giá trị này"},
		{"text of a number", `{{printf "%s" .N}}`, "printf: %s không dùng được với giá trị này"},
		{"truth of a text", `{{printf "%t" .Event}}`, "printf: %t không dùng được với giá trị này"},
		{"text of a truth", `{{printf "%s" true}}`, "printf: %s không dùng được với giá trị này"},
		{"number of a fraction", `{{printf "%d" 1.5}}`, "printf: %d không dùng được với giá trị này"},
		{"number of a list", `{{printf "%d" .L}}`, "printf: %d không dùng được với giá trị này"},
		{"no such verb", `{{printf "%y" .Event}}`, "printf: %y không dùng được với giá trị này"},
		{"no value", `{{printf "%s và %s" .Event}}`, "printf có chỗ % không khớp"},
		{"a value too many", `{{printf "%s" .Event .Event}}`, "printf có chỗ % không khớp"},
		{"no verb", `{{printf "100%" }}`, "printf có chỗ % không khớp"},
		{"a width that is a value", `{{printf "%*d" 5 6}}`, "printf có chỗ % không khớp"},
		{"a wrong index", `{{printf "%[3]d" 5}}`, "printf có chỗ % không khớp"},
	}
	data := map[string]any{"Event": "hội nghị", "N": 7, "L": []string{"a"}, "None": []string{}}
	for _, tt := range tests {
		start := time.Now()
		_, err := guarded(t, tt.src, data)
		if err == nil {
			t.Errorf("%s: no end", tt.name)
			continue
		}
		if _, _, m := Mistake(err); !strings.Contains(m, tt.want) {
			t.Errorf("%s: %s, want %s (%v)", tt.name, m, tt.want, err)
		}
		if d := time.Since(start); d > 3*fuzzing.Slowness*time.Second {
			t.Errorf("%s: took %v", tt.name, d)
		}
	}
}

// TestPrintf: what fits is printed as fmt does.
func TestPrintf(t *testing.T) {
	tests := []struct{ src, want string }{
		{`{{printf "%05d" 7}}`, "00007"},
		{`{{printf "%s, %q, %v, %x" "a" "b" "c" "d"}}`, `a, "b", c, 64`},
		{`{{printf "%d%% %5.1f %t %-3s|%+d" 5 1.25 true "a" 4}}`, "5%   1.2 true a  |+4"},
		{`{{printf "%s %d %q" .Spoken .Spoken .Struct}}`, `hai 2 "ba"`},
		{`{{printf "giảm 5%%! %s" "%!d(string=a)"}}`, "giảm 5%! %!d(string=a)"},
		{`{{printf "%[2]s %[1]s" "a" "b"}}`, "b a"},
		{`{{print "a" 1 2 "b"}}|{{println "a"}}`, "a1 2b|a\n"},
		{`{{html "<"}}{{js "'"}}{{urlquery "a b"}}`, `&lt;\'a+b`},
		{`{{range 3}}{{.}}{{end}}`, "012"},
	}
	for _, tt := range tests {
		got, err := guarded(t, tt.src, map[string]any{"Spoken": spoken(2), "Struct": structure{}})
		if got != tt.want || err != nil {
			t.Errorf("%s = %q, %v, want %q", tt.src, got, err, tt.want)
		}
	}
}

type spoken int

func (spoken) String() string { return "hai" }

type structure struct{}

func (structure) String() string { return "ba" }

// guarded runs a template as the program does.
func guarded(t *testing.T, src string, data any) (string, error) {
	t.Helper()
	root, err := template.New("a.tmpl").Option("missingkey=error").Funcs(Funcs()).
		Funcs(template.FuncMap{"_guard": func(v any) string { return fmt.Sprint(v) }}).Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range root.Templates() {
		Guard(block.Tree.Root, "_guard")
	}
	var b Buffer
	err = root.Execute(&b, data)
	return b.String(), err
}
