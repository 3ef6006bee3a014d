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

// A reference into another paper of the document names that paper.
func TestReferenceAcross(t *testing.T) {
	main, annex, regulation := paper{}, paper{&doc.Annex{}, "Phụ lục II"}, paper{&doc.Attachment{Parts: []doc.Part{&doc.Title{Kind: "Quy chế"}}}, "Quy chế ban hành kèm theo Quyết định này"}
	for _, tt := range []struct {
		from, to paper
		want     string
	}{
		{main, main, "Điều 1"}, {annex, annex, "Điều 1"},
		{main, annex, "Điều 1 Phụ lục II"},
		{main, regulation, "Điều 1 Quy chế ban hành kèm theo Quyết định này"},
		{annex, main, "Điều 1 Quyết định này"},
		{regulation, main, "Điều 1 Quyết định ban hành Quy chế này"},
	} {
		f := &former{main: "Quyết định", within: tt.from.part}
		if got := f.said(target{text: "Điều 1", in: tt.to}); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
		if got := f.said(target{text: "Phụ lục I", whole: true}); got != "Phụ lục I" {
			t.Errorf("an annex itself is said as %q", got)
		}
	}
}
