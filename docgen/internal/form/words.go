package form

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/vanban-go/vanban/plan/vi"
)

// Words of two syllables, which no line of a title or name parts. Vietnamese writes a
// space between them; a list is the only way to know them.

//go:embed words.txt
var wordList string

// words are the second syllables of words, by the first.
var words = sync.OnceValue(func() map[string][]string {
	all := make(map[string][]string, 600)
	for l := range strings.Lines(wordList) {
		if first, seconds, ok := strings.Cut(l, ":"); ok && !strings.HasPrefix(l, "#") {
			all[first] = strings.Fields(seconds)
		}
	}
	return all
})

// oneWord reports whether two syllables that follow one another are a word.
func oneWord(first, second string) bool {
	if strings.HasSuffix(first, ",") {
		return false
	}
	second = vi.Lower(strings.TrimRight(second, ".,;:)”"))
	for _, s := range words()[vi.Lower(strings.TrimLeft(first, "(“"))] {
		if s == second {
			return true
		}
	}
	return false
}
