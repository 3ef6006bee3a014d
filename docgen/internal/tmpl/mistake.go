package tmpl

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"text/template"

	"github.com/vanban-go/vanban/internal/pattern"
)

// Say is the error of a function that templates call: what is wrong with its
// values, in Vietnamese, since whoever wrote the template reads it.
type Say string

func (s Say) Error() string { return string(s) }

// Mistake says in Vietnamese what text/template does not like in a template or in
// the values it was run with, and where: lines and columns from 1, zero where they
// are not known.
func Mistake(err error) (line, column int, message string) {
	said := err.Error()
	if m := place.FindStringSubmatch(said); m != nil {
		line, _ = strconv.Atoi(m[1])
		if m[2] != "" {
			column, _ = strconv.Atoi(m[2])
			column++
		}
		said = m[3]
	}
	var own Say
	switch {
	case errors.As(err, &own):
		return line, column, string(own)
	case errors.Is(err, errTooLong):
		return line, column, "viết ra quá 1 MB chữ"
	case errors.Is(err, errEndless):
		return line, column, "làm quá 200.000 bước; xem lại {{range}} và các đoạn gọi nhau"
	}
	if _, ok := errors.AsType[template.ExecError](err); ok {
		said = strings.TrimPrefix(said, "executing ")
	}
	for _, w := range mistakes {
		if m := w.english.FindStringSubmatch(said); m != nil {
			if len(m) == 1 {
				return line, column, w.vietnamese
			}
			return line, column, fmt.Sprintf(w.vietnamese, m[1])
		}
	}
	return line, column, fmt.Sprintf("không hợp lệ; chương trình đọc mẫu báo %q", said)
}

// place is how text/template begins a message: the line, and the column, counted from 0,
// of a template that was run.
var place = pattern.New(`(?s)^template: [^:]*:(\d+)(?::(\d+))?: (.*)$`)

// mistakes are the messages of text/template that a person meets; the first that
// fits holds.
var mistakes = []struct {
	english    *pattern.Pattern
	vietnamese string
}{
	{pattern.New(`unexpected EOF`), "thiếu {{end}} cho một {{if}}, {{range}}, {{with}} hoặc {{define}}"},
	{pattern.New(`unclosed action`), "{{ mở mà không có }} đóng trên cùng dòng"},
	{pattern.New(`unclosed comment|comment ends before`), "chú thích {{/* mở mà không có */}} đóng"},
	{pattern.New(`unclosed left paren|unexpected right paren`), "ngoặc đơn không khép đúng"},
	{pattern.New(`unterminated`), "dấu ngoặc kép hoặc dấu nháy mở mà không đóng"},
	{pattern.New(`function "([^"]*)" not defined`), "không có hàm %q"},
	{pattern.New(`undefined variable "([^"]*)"`), "chưa đặt biến %q"},
	{pattern.New(`template "([^"]*)" not defined|no template "([^"]*)"`), "không có đoạn %q"},
	{pattern.New(`unexpected \{\{(\w+)\}\}`), "thừa {{%s}}"},
	{pattern.New(`missing value for (\w+)`), "thiếu giá trị sau %s"},
	{pattern.New(`(?:unrecognized character in action:|bad character) U\+007D`), "{{ chỉ có một dấu } đóng, phải có hai"},
	{pattern.New(`(?:unrecognized character in action:|bad character) U\+[0-9A-F]+ '(.*)'`),
		"ký tự %q không dùng được giữa {{ và }}"},
	{pattern.New(`bad number syntax: (.*)`), "số viết sai: %s"},
	{pattern.New(`multiple definition of template "([^"]*)"`), "đoạn %q viết hai lần"},
	{pattern.New(`unexpected (.*?) in `), "%s đứng sai chỗ"},
	{pattern.New(`can't evaluate field (\S+)`), "không có trường %q"},
	{pattern.New(`map has no entry for key "([^"]*)"`), "không có trường %q"},
	{pattern.New(`nil pointer evaluating .*\.(\w+)$`),
		"phần chứa trường %q không có trong văn bản này; bọc trong {{with}} hoặc {{if}}"},
	{pattern.New(`range can't iterate over`), "giá trị sau range không phải danh sách"},
	{pattern.New(`wrong number of args for (\w+)`), "hàm %q nhận số giá trị khác"},
	{pattern.New(`wrong type for value|incompatible types|non-comparable|expected `), "giá trị không đúng kiểu mà hàm nhận"},
	{pattern.New(`error calling (\w+)`), "hàm %q không dùng được với giá trị này"},
	{pattern.New(`exceeded maximum template depth`), "các đoạn gọi nhau vòng tròn"},
}
