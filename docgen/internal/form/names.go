package form

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// Names of bodies are broken where a Vietnamese reader pauses: before the unit
// of a place, before VÀ, behind a comma; never inside a place name or a word
// of two syllables, and no line ends in VÀ or a hyphen.

// mostLines is how many lines a name may take. The longest names of the State take
// four; more are for those that would not fit otherwise.
const mostLines = 6

// mostWords is how many words a name may have to be broken with care, which takes time
// with their square.
const mostWords = 100

// nameLines gives the lines of a name for a column, and how wide the widest is.
// Two or more lines are taken as they are.
func (f *former) nameLines(name []string, face decree.Face, room doc.Length) ([]string, doc.Length) {
	switch len(name) {
	case 0:
		return nil, 0
	case 1:
		s := strings.TrimSpace(printed(name[0]))
		if s == "" {
			return nil, 0
		}
		set := f.names.of(asked{f.m, s, face, room}, func() nameLines { return f.held(f.breakName(upper(s, face), face, room), face) })
		return set.lines, set.wide
	}
	lines := make([]string, len(name))
	for i, s := range name {
		lines[i] = upper(printed(s), face)
	}
	set := f.held(lines, face)
	return set.lines, set.wide
}

// nameLines are lines of a name, and how wide the widest of them is.
type nameLines struct {
	lines []string
	wide  doc.Length
}

// held is a name whose lines end nowhere else.
func (f *former) held(lines []string, face decree.Face) nameLines {
	set := nameLines{lines: lines}
	for i, s := range lines {
		set.wide = max(set.wide, f.lineWidth(s, face))
		lines[i] = f.glueAll(s)
	}
	return set
}

// Costs of breaking a name, in hundredths.
const (
	costLine    = 120  // of one more line
	costNeutral = 25   // of a break that is neither good nor wrong
	costOver    = 300  // of a line that is too wide
	costExcess  = 2000 // of what it is too wide by, as a share of the room
)

// cuts is what is known of breaking a name of n words.
type cuts struct {
	at    []int                // units up to the start of a word, spaces included; n+1
	costs []int                // of a line that begins with a word; none for the first
	best  [mostLines + 1][]cut // [l][i]: of the first i words on l lines
}

// cut is the least cost of some lines, and the word that the last of them begins with.
type cut struct{ cost, from int }

// none is more than any cost.
const none = 1 << 30

// clear makes room for a name of n words, of which nothing is known.
func (c *cuts) clear(n int) {
	if cap(c.at) <= n {
		c.at, c.costs = make([]int, n+1), make([]int, n)
		rows := make([]cut, len(c.best)*(n+1))
		for l := range c.best {
			c.best[l] = rows[l*(n+1):][: n+1 : n+1]
		}
	}
	c.at, c.costs = c.at[:n+1], c.costs[:n]
	clear(c.at)
	clear(c.costs)
	for l := range c.best {
		c.best[l] = c.best[l][:n+1]
		for i := range c.best[l] {
			c.best[l][i] = cut{cost: none}
		}
	}
}

// breakName gives the lines of a name: the fewest that fit, about equally long, broken at
// the best places.
func (f *former) breakName(s string, face decree.Face, room doc.Length) []string {
	words := strings.Fields(s)
	n := len(words)
	style := styleOf(face)
	if n > mostWords {
		return lines.Fold(f.m, style, words, lines.Room(room, face.Size))
	}
	f.cuts.clear(n)
	at, costs, best := f.cuts.at, f.cuts.costs, &f.cuts.best
	space := lines.Width(f.m, style, " ")
	for i, w := range words {
		at[i+1] = at[i] + lines.Width(f.m, style, w) + space
	}
	inPlace := false // inside a place's name
	for i := 1; i < n; i++ {
		inPlace = goesOn(words, i, inPlace)
		costs[i] = breakCost(words, i, inPlace)
	}
	forced := committeeBreak(words)
	most := lines.Room(room, face.Size)

	best[0][0].cost = 0
	for l := 1; l <= mostLines; l++ {
		for i := 1; i <= n; i++ {
			for j := i - 1; j >= 0; j-- {
				before := best[l-1][j].cost
				if before >= none || costs[j] < 0 {
					continue
				}
				if forced > j && forced < i {
					continue
				}
				width := at[i] - at[j] - space
				cost := before + costLine + costs[j]
				if width > most {
					cost += costOver + (width-most)*costExcess/most
				}
				// The square of the share of the room: even lines cost least.
				cost += width * 100 / most * width / most
				if cost < best[l][i].cost {
					best[l][i] = cut{cost, j}
				}
			}
		}
	}
	l := 1
	for k := 2; k <= mostLines; k++ {
		if best[k][n].cost < best[l][n].cost {
			l = k
		}
	}
	if best[l][n].cost >= none {
		return []string{s}
	}
	parts := make([]string, l)
	for i := n; l > 0; l-- {
		from := best[l][i].from
		parts[l-1] = strings.Join(words[from:i], " ")
		i = from
	}
	return parts
}

// breakCost is the cost of a line that starts with words[i], inside a place's name or
// not; negative: never.
func breakCost(words []string, i int, inPlace bool) int {
	before, word := words[i-1], words[i]
	var room [wordRoom]byte
	switch {
	case decree.LineWords().Leading[string(small(room[:0], before))]:
		return -1
	case before == "-" || word == "-" || before == "–" || word == "–":
		return -1
	case isPair(before, word), word[0] >= '0' && word[0] <= '9', onlyRoman(word): // KHU VỰC 3, KHU VỰC XII
		return -1
	case inPlace && !isUnit(words, i) && word != "VÀ":
		return -1
	case insidePhrase(words, i):
		return -1
	case strings.HasSuffix(before, ","), word == "VÀ", isUnit(words, i):
		return 0
	}
	return costNeutral
}

// committeeBreak gives the word before which the name of a People's Committee or
// Council is broken whatever the room: ỦY BAN NHÂN DÂN / XÃ CẨM HÒA. 0: none.
func committeeBreak(words []string) int {
	const length = 4
	if len(words) > length && isUnit(words, length) && decree.LineWords().Committee[strings.Join(words[:length], " ")] {
		return length
	}
	return 0
}

// isUnit tells whether the word of an administrative unit starts at words[i].
func isUnit(words []string, i int) bool {
	w := decree.LineWords()
	if i+1 < len(words) && w.Unit[words[i]+" "+words[i+1]] {
		return true
	}
	return w.Unit[words[i]] && !(i > 0 && isPair(words[i-1], words[i])) && !(i+1 < len(words) && isPair(words[i], words[i+1]))
}

// isPair tells whether two words are the syllables of one. Signs around them do not count,
// but a comma between them.
func isPair(a, b string) bool {
	const open = "(“"
	if a != "" && (a[0] == open[0] || a[0] == open[1]) { // few have one
		a = strings.TrimLeft(a, open)
	}
	var room [wordRoom]byte
	seconds := decree.LineWords().Pair[string(small(room[:0], a))]
	if len(seconds) == 0 {
		return false
	}
	b = strings.TrimRight(b, ".,;:)”")
	return slices.ContainsFunc(seconds, func(s string) bool { return strings.EqualFold(s, b) })
}

// wordRoom is room for the bytes of most words.
const wordRoom = 48

// small appends a word of a name in small letters: for looking it up without a copy of each.
func small(to []byte, word string) []byte {
	for _, r := range word {
		to = utf8.AppendRune(to, unicode.ToLower(r))
	}
	return to
}

// goesOn tells whether words[i] stands behind a unit word and its name, a place that
// began above it: it ends at VÀ, a hyphen, or behind a comma. inPlace says so of the
// word before.
func goesOn(words []string, i int, inPlace bool) bool {
	before := words[i-1]
	switch {
	case before == "VÀ" || before == "-" || strings.HasSuffix(before, ","):
		return false
	case isUnit(words, i-1):
		return true
	}
	return inPlace
}

// insidePhrase tells whether words[i] goes on with a phrase that stays whole.
func insidePhrase(words []string, i int) bool {
	for _, phrase := range decree.LineWords().Phrases {
		for k := 1; k < len(phrase); k++ {
			start := i - k
			if start >= 0 && start+len(phrase) <= len(words) && equal(words[start:start+len(phrase)], phrase) {
				return true
			}
		}
	}
	return false
}

func equal(a, b []string) bool {
	return slices.EqualFunc(a, b, func(a, b string) bool { return strings.TrimSuffix(a, ",") == b })
}
