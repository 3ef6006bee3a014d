package form

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan/vi"
)

// Names of bodies are broken where a Vietnamese reader pauses: before the unit
// of a place, before VÀ, behind a comma; never inside a place name or a word
// of two syllables, and no line ends in VÀ or a hyphen.

// mostLines is how many lines a name may take. The longest names of the State take
// four; more are for those that would not fit otherwise.
const mostLines = 6

// nameLines gives the lines of a name for a column, and how wide the widest is.
// Two or more lines are taken as they are.
func (f *former) nameLines(name []string, face decree.Face, room doc.Length) ([]string, doc.Length) {
	lines := make([]string, 0, mostLines)
	switch len(name) {
	case 0:
		return nil, 0
	case 1:
		s := strings.TrimSpace(name[0])
		if s == "" {
			return nil, 0
		}
		if face.Upper {
			s = vi.Upper(s)
		}
		lines = f.breakName(lines, s, face, room)
	default:
		for _, s := range name {
			if face.Upper {
				s = vi.Upper(s)
			}
			lines = append(lines, s)
		}
	}
	var wide doc.Length
	for i, s := range lines {
		wide = max(wide, f.lineWidth(s, face))
		lines[i] = glueAll(s)
	}
	return lines, wide
}

// Costs of breaking a name, in hundredths.
const (
	costLine    = 120  // of one more line
	costNeutral = 25   // of a break that is neither good nor wrong
	costOver    = 300  // of a line that is too wide
	costExcess  = 2000 // of what it is too wide by, as a share of the room
)

// breakName adds the lines of a name to lines: the fewest that fit, about
// equally long, broken at the best places.
func (f *former) breakName(lines []string, s string, face decree.Face, room doc.Length) []string {
	words := strings.Fields(s)
	n := len(words)
	if n > mostWords {
		return f.fillName(lines, words, face, room)
	}
	style := font.StyleOf(face.Bold, face.Italic)
	at := make([]int, n+1) // units up to the start of a word, spaces included
	space := f.units(" ", style)
	for i, w := range words {
		at[i+1] = at[i] + f.units(w, style) + space
	}
	costs := make([]int, n)
	for i := 1; i < n; i++ {
		costs[i] = breakCost(words, i)
	}
	forced := committeeBreak(words)
	most := toUnits(room, face.Size)

	// best[l][i]: the least cost of words[:i] on l lines, and where the last starts.
	type step struct{ cost, from int }
	const none = 1 << 30
	best := make([][]step, mostLines+1)
	for l := range best {
		best[l] = make([]step, n+1)
		for i := range best[l] {
			best[l][i].cost = none
		}
	}
	best[0][0].cost = 0
	for l := 1; l <= mostLines; l++ {
		for i := 1; i <= n; i++ {
			for j := i - 1; j >= 0; j-- {
				before := best[l-1][j].cost
				if before >= none || j > 0 && costs[j] < 0 {
					continue
				}
				if forced > j && forced < i {
					continue
				}
				width := at[i] - at[j] - space
				cost := before + costLine
				if j > 0 && j != forced {
					cost += costs[j]
				}
				if width > most {
					cost += costOver + (width-most)*costExcess/most
				}
				// The square of the share of the room: even lines cost least.
				cost += width * 100 / most * width / most
				if cost < best[l][i].cost {
					best[l][i] = step{cost, j}
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
		return append(lines, s)
	}
	cut := make([]string, l)
	for i := n; l > 0; l-- {
		from := best[l][i].from
		cut[l-1] = strings.Join(words[from:i], " ")
		i = from
	}
	return append(lines, cut...)
}

// mostWords is how many words the name of a body may have: the longest has 40.
const mostWords = 100

// fillName adds the lines of a name that is too long to be one, as many words on each as
// it takes.
func (f *former) fillName(lines, words []string, face decree.Face, room doc.Length) []string {
	space := f.lineWidth(" ", face)
	var at doc.Length
	from := 0
	for i, w := range words {
		width := f.lineWidth(w, face)
		if i > from && at+width > room {
			lines = append(lines, strings.Join(words[from:i], " "))
			from, at = i, 0
		}
		at += width + space
	}
	return append(lines, strings.Join(words[from:], " "))
}

// breakCost is the cost of a line that starts with words[i]; negative: never.
func breakCost(words []string, i int) int {
	before, word := words[i-1], words[i]
	switch {
	case before == "VÀ" || before == "CÁC" || before == "CỦA" || before == "VỀ":
		return -1
	case before == "-" || word == "-" || before == "–" || word == "–":
		return -1
	case oneWord(before, word):
		return -1
	case insidePlace(words, i):
		return -1
	case insidePhrase(words, i):
		return -1
	case strings.HasSuffix(before, ","), word == "VÀ", unitAt(words, i) > 0:
		return 0
	}
	return costNeutral
}

// committeeBreak gives the word before which the name of a People's Committee or
// Council is broken whatever the room: ỦY BAN NHÂN DÂN / XÃ CẨM HÒA. 0: none.
func committeeBreak(words []string) int {
	const length = 4
	if len(words) <= length || unitAt(words, length) == 0 {
		return 0
	}
	switch strings.Join(words[:length], " ") {
	case "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN":
		return length
	}
	return 0
}

// unitAt tells whether an administrative unit starts at words[i], and gives the
// number of words of its unit word; 0 if not.
func unitAt(words []string, i int) int {
	next := ""
	if i+1 < len(words) {
		next = words[i+1]
	}
	switch words[i] {
	case "XÃ":
		if i > 0 && (words[i-1] == "THỊ" || words[i-1] == "TẤN") || next == "HỘI" {
			return 0
		}
		return 1
	case "PHƯỜNG", "TỈNH", "HUYỆN", "QUẬN":
		return 1
	case "THÀNH":
		if next == "PHỐ" {
			return 2
		}
	case "ĐẶC":
		if next == "KHU" {
			return 2
		}
	case "THỊ":
		if next == "XÃ" || next == "TRẤN" {
			return 2
		}
	}
	return 0
}

// insidePlace tells whether words[i] goes on with a unit and its name: a place
// ends at VÀ, behind a comma, or with the name.
func insidePlace(words []string, i int) bool {
	for j := i - 1; j >= 0; j-- {
		if words[j] == "VÀ" || words[j] == "-" || strings.HasSuffix(words[j], ",") {
			return false
		}
		if unitAt(words, j) > 0 {
			return unitAt(words, i) == 0 && words[i] != "VÀ"
		}
	}
	return false
}

// Phrases that stay whole although they have hyphens or more than two words.
var keptPhrases = [...][]string{
	{"THI", "ĐUA", "-", "KHEN", "THƯỞNG"},
	{"CHÍNH", "TRỊ", "-", "XÃ", "HỘI"},
	{"KINH", "TẾ", "-", "XÃ", "HỘI"},
	{"HỒ", "CHÍ", "MINH"},
	{"TỔ", "QUỐC", "VIỆT", "NAM"},
	{"CHỦ", "NGHĨA", "VIỆT", "NAM"},
}

func insidePhrase(words []string, i int) bool {
	for _, phrase := range keptPhrases {
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
	for i := range a {
		if strings.TrimSuffix(a[i], ",") != b[i] {
			return false
		}
	}
	return true
}
