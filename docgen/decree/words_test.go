package decree

import (
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan/vi"
)

// TestLineWords: every list has its words, spelled as those who look them up spell them.
func TestLineWords(t *testing.T) {
	w := LineWords()
	same := func(s string) string { return s }
	for _, tt := range []struct {
		name         string
		list         map[string]bool
		least, words int // words of an entry; 0: any number
		spelled      func(string) string
	}{
		{"before number", w.BeforeNumber, 40, 1, same}, {"before roman", w.BeforeRoman, 10, 1, same},
		{"before letter", w.BeforeLetter, 2, 1, same}, {"behind number", w.BehindNumber, 20, 1, same},
		{"measure", w.Measure, 80, 0, vi.Lower},
		{"leading", w.Leading, 20, 1, vi.Lower}, {"opening", w.Opening, 20, 1, vi.Lower}, {"place", w.Place, 5, 1, vi.Lower},
		{"unit", w.Unit, 9, 0, vi.Upper}, {"committee", w.Committee, 3, 4, vi.Upper},
	} {
		if len(tt.list) < tt.least {
			t.Errorf("%s has %d entries", tt.name, len(tt.list))
		}
		for entry := range tt.list {
			if n := len(strings.Fields(entry)); entry != tt.spelled(vi.NFC(entry)) || tt.words > 0 && n != tt.words ||
				strings.Contains(entry, ",") {
				t.Errorf("%s has %q", tt.name, entry)
			}
		}
	}
	for first, seconds := range w.Pair {
		words := first + " " + strings.Join(seconds, " ")
		if words != vi.Lower(vi.NFC(words)) || len(seconds) == 0 ||
			len(slices.Compact(slices.Sorted(slices.Values(seconds)))) != len(seconds) {
			t.Errorf("pair %q: %q", first, seconds)
		}
	}
	if len(w.Pair) < 400 {
		t.Errorf("%d first syllables", len(w.Pair))
	}
	for _, p := range w.Phrases {
		if s := strings.Join(p, " "); len(p) < 3 || s != vi.Upper(s) {
			t.Errorf("phrase %q", s)
		}
	}
	if len(w.Phrases) < 6 {
		t.Errorf("%d phrases", len(w.Phrases))
	}
}

func TestParseWords(t *testing.T) {
	for src, want := range map[string]string{
		"số":                   "stands in no word list",
		"[nothing]\nsố":        "is not known",
		"[unit]\nA, B\nA\n":    "stands twice",
		"[pair]\na b\n":        "has no colon",
		"[pair]\na: b\na: c\n": "stands twice",
	} {
		if w, err := parseWords(src); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v", src, w, err)
		}
	}
	w, err := parseWords("# số\n\n[pair]\na: b c\ne: f\n[phrase]\nA - B\n")
	if err != nil || len(w.Pair) != 2 || len(w.Pair["a"]) != 2 || len(w.Phrases) != 1 || len(w.Phrases[0]) != 3 {
		t.Errorf("%v, %v", w, err)
	}
}
