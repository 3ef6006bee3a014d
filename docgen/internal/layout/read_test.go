package layout

import (
	"errors"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/font"
)

func TestLetters(t *testing.T) {
	set, err := font.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	r := &Result{Pages: []*Page{
		{Acts: []Act{&Line{}, &Text{S: "a"}, &Text{Style: font.Italic}}},
		{Acts: []Act{&Text{S: "b"}, &Text{Style: font.Bold, S: "c"}}},
	}}
	whole := func(style font.Style) (*font.Usage, error) { return set.Face(style).NewUsage(nil), nil }
	use, err := r.Letters(whole)
	if err != nil || use[font.Italic] != nil || use[font.BoldItalic] != nil || use[font.Bold] == nil {
		t.Fatalf("faces in use: %v, error %v", use, err)
	}
	subset, err := use[font.Regular].Subset()
	if err != nil || subset.Len() != 2 || subset.Number('b') == 0 {
		t.Errorf("letters of the regular face: %v, error %v", subset, err)
	}
	r.Pages[1].Acts = append(r.Pages[1].Acts, &Text{Style: font.Bold, S: "😀"}, &Text{S: "中"})
	_, err = r.Letters(whole)
	var missing *font.MissingGlyphError
	if !errors.As(err, &missing) || err.Error() != "the regular face lacks \"中\"\nthe bold face lacks \"😀\"" {
		t.Errorf("error %v", err)
	}
	broken := errors.New("broken")
	if _, err := r.Letters(func(font.Style) (*font.Usage, error) { return nil, broken }); !errors.Is(err, broken) {
		t.Errorf("a face that cannot be read: %v", err)
	}
}

func TestTarget(t *testing.T) {
	r := &Result{Outline: []*Bookmark{{Title: "no name"}, {ID: "a", Title: "first"}, {ID: "a", Title: "second"}}}
	for _, c := range []struct {
		a           Anchor
		title, says string
	}{
		{Anchor{URL: "https://xa.vn"}, "", ""},
		{Anchor{Target: "a"}, "first", ""},
		{Anchor{URL: "https://xa.vn", Target: "a"}, "", `a link leads to both "https://xa.vn" and "a"`},
		{Anchor{Target: "b"}, "", `a link leads to "b", which is nowhere`},
		{Anchor{}, "", `a link leads to "", which is nowhere`},
	} {
		title, says := "", ""
		b, err := r.Target(&c.a)
		if b != nil {
			title = b.Title
		}
		if err != nil {
			says = err.Error()
		}
		if title != c.title || says != c.says {
			t.Errorf("%+v leads to %q, error %q", c.a, title, says)
		}
	}
}
