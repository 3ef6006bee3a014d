package docx

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/vi"
)

// numbering is the lists by which Word numbers paragraphs itself. It counts along as Word
// does: where Word would give another number than the paper shows, a list begins anew at
// that one, and a number that Word has no form for stays text.
// Source: ECMA-376 Part 1, 17.9.
type numbering struct {
	lists []*numberList
	nums  []numberInstance
	of    map[*flow.Paragraph]numbered
	ids   map[string]bool // of paragraphs whose number a field can show
	// What a style numbers by itself: the place of its first paragraph that has a number.
	styles map[flow.Style]numbered
}

// numberList is an abstractNum: levels that are counted together.
type numberList struct {
	levels []numberLevel
	base   int   // its num that begins nowhere anew
	counts []int // numbers given last, by level; 0: none since a higher level
	last   []int // nums of those
}

type numberLevel struct {
	doc.Level
	tight bool       // no space behind the number
	style flow.Style // that brings the level along; empty: none
}

// numberInstance is a num: a use of a list, one level of which begins at start, unless that is 0.
type numberInstance struct{ list, level, start int }

// numbered is where a paragraph has its number from.
type numbered struct{ num, level int }

// maxNumberLevels is how many levels a list of Word has.
const maxNumberLevels = 9

// add lets Word number a paragraph, if it can.
func (n *numbering) add(p *flow.Paragraph) {
	if p.Number == nil || len(p.Inlines) == 0 || len(p.Number.Levels) == 0 || len(p.Number.Levels) > maxNumberLevels {
		return
	}
	level := len(p.Number.Levels) - 1
	own := p.Number.Levels[level]
	shown := strings.TrimSuffix(strings.TrimPrefix(p.Number.Mark, own.Prefix), own.Suffix)
	above := ""
	if i := strings.LastIndexByte(shown, '.'); own.Chain && i >= 0 {
		above, shown = shown[:i+1], shown[i+1:]
	}
	want := p.Number.Count
	if own.Numeral == doc.Letter || own.Numeral == doc.UpperLetter {
		want = latinPlace(shown)
	}
	list := n.list(p.Number)
	l := n.lists[list]
	if wordNumeral(own.Numeral, want) != shown || above != l.above(level) {
		return
	}
	num := l.last[level]
	switch {
	case l.counts[level]+1 != want:
		num = n.begin(numberInstance{list, level, want})
	case l.counts[level] == 0:
		num = l.base
		for k := level - 1; k >= 0; k-- {
			if l.last[k] > 0 {
				num = l.last[k]
				break
			}
		}
	}
	l.counts[level], l.last[level] = want, num
	clear(l.counts[level+1:])
	clear(l.last[level+1:])
	if n.of == nil {
		n.of, n.ids, n.styles = make(map[*flow.Paragraph]numbered), make(map[string]bool), make(map[flow.Style]numbered)
	}
	if _, ok := n.styles[p.Style]; !ok && p.Style != "" && l.levels[level].style == "" {
		n.styles[p.Style], l.levels[level].style = numbered{l.base, level}, p.Style
	}
	n.of[p] = numbered{num, level}
	// A field takes the full stop away, and no other sign: "điểm a)" is not how papers refer.
	n.ids[p.ID] = strings.Trim(own.Suffix, ".") == "" && own.Prefix != "("
}

// begin adds a num, and gives its id.
func (n *numbering) begin(i numberInstance) int {
	n.nums = append(n.nums, i)
	return len(n.nums)
}

// list finds the list that has the levels of a paragraph, or can take them.
func (n *numbering) list(want *flow.Numbering) int {
	levels := make([]numberLevel, len(want.Levels))
	for i, l := range want.Levels {
		levels[i].Level = l
	}
	last := len(levels) - 1
	levels[last].tight = want.Tight
	i := slices.IndexFunc(n.lists, func(l *numberList) bool {
		for k := range min(len(l.levels), len(levels)) {
			if l.levels[k].Level != levels[k].Level || k == last && l.levels[k].tight != want.Tight {
				return false
			}
		}
		return true
	})
	if i < 0 {
		i = len(n.lists)
		n.lists = append(n.lists, &numberList{counts: make([]int, maxNumberLevels), last: make([]int, maxNumberLevels)})
		n.lists[i].base = n.begin(numberInstance{list: i})
	}
	l := n.lists[i]
	l.levels = append(l.levels, levels[min(len(l.levels), len(levels)):]...)
	return i
}

// above is what stands before the own number of a level that goes on from the one above it.
func (l *numberList) above(level int) string {
	if level == 0 || !l.levels[level].Chain {
		return ""
	}
	return l.above(level-1) + wordNumeral(l.levels[level-1].Numeral, l.counts[level-1]) + "."
}

// text is the lvlText of a level.
func (l *numberList) text(level int) string {
	s := "%" + itoa(level+1)
	for k := level; k > 0 && l.levels[k].Chain; k-- {
		s = "%" + itoa(k) + "." + s
	}
	return l.levels[level].Prefix + s + l.levels[level].Suffix
}

// latinPlace is the place of a single letter in Word's alphabet, in which đ has none.
func latinPlace(s string) int {
	if len(s) != 1 {
		return 0
	}
	return int(s[0]|0x20) - 'a' + 1
}

// wordNumeral is a number as Word writes it.
func wordNumeral(n doc.Numeral, count int) string {
	switch n {
	case doc.Roman:
		return vi.Roman(count)
	case doc.Arabic:
		return strconv.Itoa(count)
	case doc.Letter, doc.UpperLetter:
		if count < 1 || count > 26 {
			return "?"
		}
		if n == doc.Letter {
			return string(rune('a' + count - 1))
		}
		return string(rune('A' + count - 1))
	}
	return "?"
}

// numeralFormats are Word's names of numerals.
var numeralFormats = [...]string{doc.NoNumeral: "none", doc.Roman: "upperRoman", doc.Arabic: "decimal", doc.Letter: "lowerLetter",
	doc.UpperLetter: "upperLetter"}

// xml gives numbering.xml.
func (n *numbering) xml(styles map[flow.Style]*style) []byte {
	return xmlPart("w:numbering", []string{"xmlns:w", nsW}, func(x *xmlText) {
		for i, l := range n.lists {
			x.open("w:abstractNum", "w:abstractNumId", itoa(i))
			x.raw(`<w:multiLevelType w:val="multilevel"/>`)
			for k, level := range l.levels {
				x.open("w:lvl", "w:ilvl", itoa(k))
				x.raw(`<w:start w:val="1"/>`)
				x.empty("w:numFmt", "w:val", numeralFormats[level.Numeral])
				if level.style != "" {
					x.empty("w:pStyle", "w:val", styles[level.style].id)
				}
				if level.tight {
					x.raw(`<w:suff w:val="nothing"/>`)
				} else {
					x.raw(`<w:suff w:val="space"/>`)
				}
				x.empty("w:lvlText", "w:val", l.text(k))
				x.raw(`<w:lvlJc w:val="left"/>`)
				x.close("w:lvl")
			}
			x.close("w:abstractNum")
		}
		for i, num := range n.nums {
			x.open("w:num", "w:numId", itoa(i+1))
			x.empty("w:abstractNumId", "w:val", itoa(num.list))
			if num.start > 0 {
				x.open("w:lvlOverride", "w:ilvl", itoa(num.level))
				x.empty("w:startOverride", "w:val", itoa(num.start))
				x.close("w:lvlOverride")
			}
			x.close("w:num")
		}
	})
}
