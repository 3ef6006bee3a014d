package form

import (
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

// A closing mark takes the place of the sign before it, inside marks too.
func TestClosed(t *testing.T) {
	for _, tt := range []struct {
		in   []doc.Inline
		want string
	}{
		{doc.T("Hết."), "Hết./."},
		{[]doc.Inline{&doc.Strong{Inlines: doc.T("Kết thúc.")}}, "Kết thúc./."},
		{[]doc.Inline{&doc.Text{S: "a "}, &doc.Emph{Inlines: []doc.Inline{&doc.Strong{Inlines: doc.T("b;")}}}}, "a b./."},
		{[]doc.Inline{&doc.Strong{}}, "./."},
		{nil, "./."},
	} {
		got := ""
		var add func(in []doc.Inline)
		add = func(in []doc.Inline) {
			for _, n := range in {
				switch n := n.(type) {
				case *doc.Text:
					got += n.S
				case *doc.Strong:
					add(n.Inlines)
				case *doc.Emph:
					add(n.Inlines)
				}
			}
		}
		add(closed(tt.in, "./.", " .;,/"))
		if got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
