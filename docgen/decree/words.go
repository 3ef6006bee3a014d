package decree

import (
	_ "embed" // of the word lists
	"fmt"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/plan/vi"
)

// words are the lists of words by which the lines of papers end; data/words.txt says what
// each is for. Callers do not change them.
type words struct {
	BeforeNumber, BeforeRoman, BeforeLetter, BehindNumber map[string]bool // as spelled

	Measure                   map[string]bool // in small letters
	MeasureFirst, MeasureLast map[string]bool // the syllables at both ends of those

	Leading, Opening, Place map[string]bool // in small letters

	Unit, Committee map[string]bool // in capitals
	Phrases         [][]string      // in capitals, word by word

	Pair map[string][]string // words of two syllables: the second ones, by the first; in small letters
}

//go:embed data/words.txt
var wordLists string

var lineWords = sync.OnceValue(func() *words {
	w, err := parseWords(wordLists)
	if err != nil {
		panic(err)
	}
	return w
})

// LineWords returns the lists, which are read when they are first asked for.
func LineWords() *words { return lineWords() }

// Units reports whether a word without signs at its ends is made of units alone, between strokes, a
// figure before them or none: "760.000đ/người". Of "hộ gia đình/năm" the word holds the syllables
// beside the stroke.
func (w *words) Units(word string) bool {
	figures := 0
	for figures < len(word) && (word[figures] >= '0' && word[figures] <= '9' || word[figures] == '.' || word[figures] == ',') {
		figures++
	}
	rest, more := word[figures:], true
	for first := true; more; first = false {
		var part string
		part, rest, more = strings.Cut(rest, "/")
		if part = vi.Lower(part); !first && !w.MeasureFirst[part] || more && !w.MeasureLast[part] {
			return false
		}
	}
	return true
}

// parseWords reads the lists: a name in square brackets, then entries between commas, or
// of pairs a first syllable, a colon and the second ones.
func parseWords(src string) (*words, error) {
	w := &words{Pair: make(map[string][]string), MeasureFirst: make(map[string]bool), MeasureLast: make(map[string]bool)}
	lists := map[string]*map[string]bool{
		"before number": &w.BeforeNumber, "before roman": &w.BeforeRoman, "before letter": &w.BeforeLetter,
		"behind number": &w.BehindNumber,
		"measure":       &w.Measure,
		"leading":       &w.Leading, "opening": &w.Opening, "place": &w.Place, "unit": &w.Unit, "committee": &w.Committee,
	}
	const phrases, pairs = "phrase", "pair"
	list := ""
	for line := range strings.Lines(src) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			list = strings.Trim(line, "[]")
			if to := lists[list]; to != nil {
				*to = make(map[string]bool)
			} else if list != phrases && list != pairs {
				return nil, fmt.Errorf("word list %q is not known", list)
			}
		case list == pairs:
			first, seconds, ok := strings.Cut(line, ": ")
			if !ok || w.Pair[first] != nil {
				return nil, fmt.Errorf("%q in the list of pairs has no colon, or stands twice", line)
			}
			w.Pair[first] = strings.Fields(seconds)
		case list == phrases:
			for entry := range strings.SplitSeq(line, ", ") {
				w.Phrases = append(w.Phrases, strings.Fields(entry))
			}
		default:
			to := lists[list]
			if to == nil {
				return nil, fmt.Errorf("%q stands in no word list", line)
			}
			for entry := range strings.SplitSeq(line, ", ") {
				if (*to)[entry] {
					return nil, fmt.Errorf("%q stands twice in the word list %q", entry, list)
				}
				(*to)[entry] = true
			}
		}
	}
	for unit := range w.Measure {
		syllables := strings.Fields(unit)
		w.MeasureFirst[syllables[0]], w.MeasureLast[syllables[len(syllables)-1]] = true, true
	}
	return w, nil
}
