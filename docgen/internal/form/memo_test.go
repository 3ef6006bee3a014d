package form

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
)

// TestMemo: the last few texts are known, each by all that was asked; a long one is made each time.
func TestMemo(t *testing.T) {
	var m memo[string]
	made := 0
	ask := func(a asked) string {
		return m.of(a, func() string {
			made++
			return fmt.Sprint(a)
		})
	}
	one := asked{metrics(t), "một", decree.Face{Size: 14}, 100}
	other := []asked{one, one, one, one}
	other[0].m, other[1].text, other[2].face.Bold, other[3].width = nil, "hai", true, 99
	for range 2 {
		for _, a := range append(other, one) {
			if got := ask(a); got != fmt.Sprint(a) {
				t.Errorf("%v became %s", a, got)
			}
		}
	}
	if made != 5 {
		t.Errorf("made %d times, want 5", made)
	}
	for i := range mostKnown {
		ask(asked{text: fmt.Sprint(i)})
	}
	if ask(one); made != 5+mostKnown+1 {
		t.Error("more is known than may be")
	}
	for _, n := range []int{longKnown - 1, longKnown} {
		made = 0
		for range 2 {
			ask(asked{text: strings.Repeat("x", n)})
		}
		if made != 1+n/longKnown {
			t.Errorf("a text of %d bytes was made %d times", n, made)
		}
	}
}

// TestKnown: a name and a title become what they became before, whatever came between.
func TestKnown(t *testing.T) {
	head := &decree.Default().Head
	shown := func(f *former, text string, width doc.Length) string {
		lines, wide := f.nameLines([]string{text}, head.Agency, width)
		in, b := f.centre(doc.T(text), head.Motto, width)
		return fmt.Sprintf("%q %d %q %+v", lines, wide, doc.PlainText(in, ""), b)
	}
	fresh := func() *former {
		f := loose()
		f.m = metrics(t)
		return f
	}
	known := fresh()
	texts := []string{
		"Hội đồng Thi đua - Khen thưởng xã Cẩm Hòa", "Về việc tặng giấy khen cho tập thể và cá nhân có thành tích trong phong trào thi đua",
		"Ủy ban nhân dân xã Cẩm Hòa", "Quyết định",
	}
	for n := range 40 {
		text, width := texts[n%len(texts)], doc.MM(float64(30+20*(n*7%5)))
		if got, want := shown(known, text, width), shown(fresh(), text, width); got != want {
			t.Errorf("%q in %v: got %s, want %s", text, width, got, want)
		}
	}
}
