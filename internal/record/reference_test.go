package record_test

import (
	"fmt"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
)

// naming is a value that can name files in every shape.
type naming struct {
	One   string    `yaml:"one" ref:"*"`
	Many  []string  `yaml:"many" ref:"*"`
	Notes []note    `yaml:"notes"`
	Below *naming   `yaml:"below"`
	List  []naming  `yaml:"list"`
	Ptrs  []*naming `yaml:"ptrs"`
}

type note struct {
	Text prose `yaml:"text"`
}

// TestReferences: the files that a value names, and its texts, each with its path; what is empty is none.
func TestReferences(t *testing.T) {
	for _, tt := range []struct {
		value       any
		refs, texts string
	}{
		{&naming{}, "", ""},
		{&naming{One: "a"}, "one=a ", ""},
		{&naming{Many: []string{"a", "", "b"}}, "many[0]=a many[2]=b ", ""},
		{&naming{Below: &naming{One: "a", Below: &naming{One: "b"}}}, "below.one=a below.below.one=b ", ""},
		{&naming{List: []naming{{}, {One: "a"}}}, "list[1].one=a ", ""},
		{&naming{Ptrs: []*naming{nil, {Many: []string{"a"}}}}, "ptrs[1].many[0]=a ", ""},
		{&naming{Notes: []note{{"x"}, {}, {"y"}}, List: []naming{{Notes: []note{{"z"}}}}}, "",
			"notes[0].text=x notes[2].text=y list[0].notes[0].text=z "},
		{&note{"x"}, "", "text=x "},
		{naming{One: "a"}, "", ""},
		{(*naming)(nil), "", ""},
		{new(string), "", ""},
		{nil, "", ""},
	} {
		refs, texts := "", ""
		for _, r := range record.References(tt.value) {
			refs += fmt.Sprintf("%s=%s ", r.Path, r.Name)
		}
		record.EachOf(tt.value, func(path func() string, text *prose) { texts += fmt.Sprintf("%s=%s ", path(), *text) })
		record.EachOf[prose](tt.value, nil)
		if refs != tt.refs || texts != tt.texts {
			t.Errorf("%+v: files %q and texts %q, want %q and %q", tt.value, refs, texts, tt.refs, tt.texts)
		}
	}
}
