package tmpl

import (
	"fmt"
	"strings"
	"testing"
	"text/template"
)

func parsed(t *testing.T, src string) *template.Template {
	t.Helper()
	guard := template.FuncMap{
		"_guard": func(v any) string { return "<" + fmt.Sprint(v) + ">" },
		"twice":  func(s string) (string, error) { return "", Say("twice chỉ nhận chữ khác rỗng") },
	}
	tree, err := template.New("a.tmpl").Option("missingkey=error").Funcs(guard).Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	Guard(tree.Root, "_guard")
	return tree
}

func TestGuard(t *testing.T) {
	src := `{{$n := .N}}{{with .N}}{{.}}{{else}}{{.N}}{{end}}{{range .L}}{{.}}{{if .}}{{$n}}{{end}}{{else}}{{1}}{{end}}`
	var b Buffer
	if err := parsed(t, src).Execute(&b, map[string]any{"N": 7, "L": []string{"a", "b"}}); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "<7><a><7><b><7>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestGuardBetween(t *testing.T) {
	src := `a {{.N}}. b {{with .N}}{{.}}{{else}}{{.}}{{end}}, {{if .N}}x {{.N}}{{end}}{{range .L}}{{.}}{{end}}{{$n := .N}}{{$n}}`
	tree := template.Must(template.New("a.tmpl").Funcs(template.FuncMap{
		"_guard": func(before, behind string, v any) string { return fmt.Sprintf("<%s|%v|%s>", before, v, behind) },
	}).Parse(src))
	GuardBetween(tree.Root, "_guard")
	var b Buffer
	if err := tree.Execute(&b, map[string]any{"N": 7, "L": []string{"a", "b"}}); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "a <a |7|. b >. b <. b |7|, >, x <x |7|><|a|><|b|><|7|>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBufferEnds(t *testing.T) {
	var b Buffer
	err := parsed(t, `{{range .}}{{$}}{{end}}`).Execute(&b, make([]string, 3000))
	if err == nil {
		t.Fatal("no end")
	}
	if _, _, m := Mistake(err); m != "viết ra quá 1 MB chữ" {
		t.Error(m)
	}
	b = Buffer{}
	if n, err := b.WriteString(strings.Repeat("a", maxText)); n != maxText || err != nil {
		t.Errorf("%d letters, the most: %v", n, err)
	}
	if n, err := b.Write([]byte("a")); n != 0 || err == nil {
		t.Errorf("%d more", n)
	}
}

func TestMistake(t *testing.T) {
	tests := []struct{ src, want string }{
		{"a\n{{if .N}}", `2:0 thiếu {{end}} cho một {{if}}, {{range}}, {{with}} hoặc {{define}}`},
		{"a\n{{.N", `2:0 {{ mở mà không có }} đóng trên cùng dòng`},
		{"{{.N}} {{.N }", `1:0 "}" đứng sai chỗ`},
		{"{{/* a", `1:0 chú thích {{/* mở mà không có */}} đóng`},
		{"{{(.N}}", `1:0 ngoặc đơn không khép đúng`},
		{"{{\"a}}", `1:0 dấu ngoặc kép hoặc dấu nháy mở mà không đóng`},
		{"{{tên .N}}", `1:0 không có hàm "tên"`},
		{"{{$a}}", `1:0 chưa đặt biến "$a"`},
		{"{{end}}", `1:0 thừa {{end}}`},
		{"{{if}}{{end}}", `1:0 thiếu giá trị sau if`},
		{"{{.N-1}}", `1:0 ký tự "-" không dùng được giữa {{ và }}`},
		{"{{.N} a }}", `1:0 {{ chỉ có một dấu } đóng, phải có hai`},
		{"{{1a}}", `1:0 số viết sai: "1a"`},
		{"{{define \"a\"}}x{{end}}{{define \"a\"}}y{{end}}", `1:0 đoạn "a" viết hai lần`},
		{"{{.N = 1}}", `1:0 "=" đứng sai chỗ`},
		{"\n{{.Tên}}", `2:3 không có trường "Tên"`},
		{"{{.N.A}}", `1:5 không có trường "A"`},
		{"{{.P.A}}", `1:5 phần chứa trường "A" không có trong văn bản này; bọc trong {{with}} hoặc {{if}}`},
		{"{{template \"b\"}}", `1:12 không có đoạn "b"`},
		{"{{range .N}}{{.A}}{{end}}", `1:15 không có trường "A"`},
		{"{{range .F}}{{end}}", `1:9 giá trị sau range không phải danh sách`},
		{"{{twice}}", `1:3 hàm "twice" nhận số giá trị khác`},
		{"{{twice .N}}", `1:9 giá trị không đúng kiểu mà hàm nhận`},
		{"{{twice \"a\"}}", `1:3 twice chỉ nhận chữ khác rỗng`},
		{"{{eq .N \"a\"}}", `1:3 giá trị không đúng kiểu mà hàm nhận`},
		{"{{index .L 9}}", `1:3 hàm "index" không dùng được với giá trị này`},
		{"{{define \"a\"}}{{template \"a\"}}{{end}}{{template \"a\"}}", `các đoạn gọi nhau vòng tròn`},
	}
	data := map[string]any{"N": 7, "F": 1.5, "L": []string{"a"}, "P": (*struct{ A int })(nil)}
	for _, tt := range tests {
		tree, err := template.New("a.tmpl").Option("missingkey=error").Funcs(template.FuncMap{
			"twice": func(s string) (string, error) { return "", Say("twice chỉ nhận chữ khác rỗng") },
		}).Parse(tt.src)
		if err == nil {
			var b Buffer
			err = tree.Execute(&b, data)
		}
		if err == nil {
			t.Errorf("%s: no mistake", tt.src)
			continue
		}
		line, column, message := Mistake(err)
		if got := fmt.Sprintf("%d:%d %s", line, column, message); got != tt.want && !strings.HasSuffix(got, " "+tt.want) {
			t.Errorf("%s:\n got %s\nwant %s\n for %v", tt.src, got, tt.want, err)
		}
	}
}
