package decree

import (
	_ "embed" // of the word lists
	"fmt"
	"strings"
	"sync"
)

// Words are the lists of words by which the lines of papers end; data/words.txt says what
// each is for. Callers do not change them.
type Words struct {
	BeforeNumber, BeforeRoman, BeforeLetter, BehindNumber map[string]bool // as spelled

	Leading, Place map[string]bool // in small letters

	Unit, Committee, Pair map[string]bool // in capitals
	Phrases               [][]string      // in capitals, word by word
}

//go:embed data/words.txt
var wordLists string

var lineWords = sync.OnceValue(func() *Words {
	w, err := parseWords(wordLists)
	if err != nil {
		panic(err)
	}
	return w
})

// LineWords returns the lists, which are read when they are first asked for.
func LineWords() *Words { return lineWords() }

// parseWords reads the lists: a name in square brackets, then entries between commas.
func parseWords(src string) (*Words, error) {
	w := new(Words)
	lists := map[string]*map[string]bool{
		"before number": &w.BeforeNumber, "before roman": &w.BeforeRoman, "before letter": &w.BeforeLetter, "behind number": &w.BehindNumber,
		"leading": &w.Leading, "place": &w.Place, "unit": &w.Unit, "committee": &w.Committee, "pair": &w.Pair,
	}
	list := ""
	for line := range strings.Lines(src) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			list = strings.Trim(line, "[]")
			if to := lists[list]; to != nil {
				*to = make(map[string]bool)
			} else if list != "phrase" {
				return nil, fmt.Errorf("word list %q is not known", list)
			}
		default:
			for entry := range strings.SplitSeq(line, ", ") {
				switch to := lists[list]; {
				case list == "phrase":
					w.Phrases = append(w.Phrases, strings.Fields(entry))
				case to == nil:
					return nil, fmt.Errorf("%q stands in no word list", entry)
				case (*to)[entry]:
					return nil, fmt.Errorf("%q stands twice in the word list %q", entry, list)
				default:
					(*to)[entry] = true
				}
			}
		}
	}
	return w, nil
}
