package record

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// words are lists of elements that have little or nothing in common: a letter is an
// element, and 1 behind it another that was made of it.
func words(s string) []struct {
	A string `yaml:"a"`
	B string `yaml:"b"`
	C int    `yaml:"c"`
} {
	type element = struct {
		A string `yaml:"a"`
		B string `yaml:"b"`
		C int    `yaml:"c"`
	}
	var all []element
	for f := range strings.FieldsSeq(s) {
		e := element{A: f[:1], B: f[:1]}
		if len(f) > 1 {
			e.C = 1
		}
		all = append(all, e)
	}
	return all
}

func TestAlign(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"", "", ""},
		{"a", "a", "0=0"},
		{"", "a b", "+0 +1"},
		{"a b", "", "-0 -1"},
		{"a b c", "a c", "0=0 -1 2=1"},
		{"a b c", "b c", "-0 1=0 2=1"},
		{"a b c", "a b", "0=0 1=1 -2"},
		{"a c", "a b c", "0=0 +1 1=2"},
		{"a b c", "a b1 c", "0=0 1=1 2=2"},
		{"a b c", "b1 c1", "-0 1=0 2=1"},
		{"a b c", "c1 d", "-0 -1 2=0 +1"},
		{"a b c", "b c d", "-0 1=0 2=1 +2"},
		{"a b", "c d", "0=0 1=1"},
		{"a b c d", "x c d y", "0=0 -1 2=1 3=2 +3"},
		{"a a a", "a a", "0=0 1=1 -2"},
	} {
		var got []string
		for _, s := range align(reflect.ValueOf(words(tt.from)), reflect.ValueOf(words(tt.to))) {
			switch {
			case s.to < 0:
				got = append(got, fmt.Sprintf("-%d", s.from))
			case s.from < 0:
				got = append(got, fmt.Sprintf("+%d", s.to))
			default:
				got = append(got, fmt.Sprintf("%d=%d", s.from, s.to))
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q to %q: %v, want %s", tt.from, tt.to, got, tt.want)
		}
	}
}

// TestAlignLong: in lists that are too long to compare all with all, what is near is found,
// and the rest is taken in order.
func TestAlignLong(t *testing.T) {
	const long = 3000
	var list []string
	for i := range long {
		list = append(list, fmt.Sprint(i))
	}
	count := func(to []string) (stayed, changed, dropped, added int) {
		from, next := 0, 0
		for _, s := range align(reflect.ValueOf(list), reflect.ValueOf(to)) {
			switch {
			case s.from < 0:
				added++
			case s.to < 0:
				dropped++
			case list[s.from] == to[s.to]:
				stayed++
			default:
				changed++
			}
			if s.from >= 0 {
				if s.from != from {
					t.Fatalf("element %d comes before %d", s.from, from)
				}
				from++
			}
			if s.to >= 0 {
				if s.to != next {
					t.Fatalf("new element %d comes before %d", s.to, next)
				}
				next++
			}
		}
		if from != len(list) || next != len(to) {
			t.Errorf("%d of %d, %d of %d", from, len(list), next, len(to))
		}
		return stayed, changed, dropped, added
	}
	to := slices.Concat([]string{"x"}, list[2:1000], list[1003:2000], []string{"y", "z"}, list[2000:2999], []string{"last"})
	if s, c, d, a := count(to); s != 998+997+999 || c != 2 || d != 4 || a != 2 {
		t.Errorf("%d stayed, %d changed, %d dropped, %d added", s, c, d, a)
	}
	var other []string
	for i := range long - 10 {
		other = append(other, fmt.Sprint(i+long))
	}
	if s, c, d, a := count(other); s != 0 || c != long-10 || d != 10 || a != 0 {
		t.Errorf("nothing alike: %d stayed, %d changed, %d dropped, %d added", s, c, d, a)
	}
}
