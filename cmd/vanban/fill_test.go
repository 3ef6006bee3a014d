package main

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/fill"
)

func TestWriteField(t *testing.T) {
	for want, f := range map[string]*fill.Field{
		"Họ tên:\n": {Name: "Họ tên"},
		"Họ tên: \"An\"  # thân, đoạn 1 \"Ông\"\n": {Name: "Họ tên", Places: []string{`thân, đoạn 1 "Ông"`, "thân, đoạn 2"},
			Example: "An"},
		"Vắng: true  # đánh dấu: true hoặc false\n": {Name: "Vắng", Kind: fill.CheckField, Example: true},
		"Loại:  # một trong: A, B\n":                {Name: "Loại", Choices: []string{"A", "B"}},
		"\"a: b\":\n":                               {Name: "a: b"},
		"ds:  # danh sách\n  - \"ds 1\"\n":          {Name: "ds", Kind: fill.ListField},
		"ds:  # danh sách\n  - Tên:\n    Số:\n": {Name: "ds", Kind: fill.ListField,
			Fields: []*fill.Field{{Name: "Tên"}, {Name: "Số"}}},
		"Người:\n  Tên:\n  Số:\n": {Name: "Người", Kind: fill.GroupField, Fields: []*fill.Field{{Name: "Tên"}, {Name: "Số"}}},
	} {
		var b strings.Builder
		if writeField(&b, f, "", ""); b.String() != want {
			t.Errorf("got\n%swant\n%s", b.String(), want)
		}
	}
}
