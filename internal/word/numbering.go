package word

import (
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/plan/vi"
)

const (
	levels       = 9
	longestLabel = 200 // bytes; Word's dialogue takes 31 letters
)

// lists are the definitions of automatic numbers in a file.
type lists struct {
	abstract map[string]*abstract
	nums     map[Twips]*list
}

// abstract is a definition that lists share, and with it their counting.
type abstract struct {
	levels    [levels]*level
	styleLink string // this is the definition of that style
	numStyle  string // the definition is that style's
}

// list is a numId: a definition with its changes.
type list struct {
	abstract *abstract
	levels   [levels]*level // changed ones
	starts   [levels]measure
}

// level says how one level counts and looks.
type level struct {
	start   int
	format  string
	text    string
	suffix  string
	style   string // of paragraphs that take the level by their style
	legal   bool   // every number in figures
	hasText bool
	restart measure
	shape   shape
	face    face
}

// readLists reads the part of numbering; t may be nil.
func readLists(t *tree, h *theme) *lists {
	l := &lists{abstract: make(map[string]*abstract), nums: make(map[Twips]*list)}
	if t == nil {
		return l
	}
	for c := range t.children(t.root()) {
		switch {
		case t.is(c, "abstractNum"):
			id, _ := t.attr(c, "abstractNumId")
			l.abstract[id] = readAbstract(t, c, h)
		case t.is(c, "num"):
			id := t.measure(c, "numId")
			l.nums[id.value] = l.readNum(t, c, h)
		}
	}
	return l
}

func readAbstract(t *tree, n int32, h *theme) *abstract {
	a := &abstract{}
	for c := range t.children(n) {
		switch {
		case t.is(c, "lvl"):
			if i, ok := levelIndex(t, c); ok {
				a.levels[i] = readLevel(t, c, h)
			}
		case t.is(c, "styleLink"):
			a.styleLink = t.value(c)
		case t.is(c, "numStyleLink"):
			a.numStyle = t.value(c)
		}
	}
	return a
}

func levelIndex(t *tree, n int32) (int, bool) {
	i := t.measure(n, "ilvl")
	return int(i.value), i.set && 0 <= i.value && i.value < levels
}

func (l *lists) readNum(t *tree, n int32, h *theme) *list {
	num := &list{}
	for c := range t.children(n) {
		switch {
		case t.is(c, "abstractNumId"):
			num.abstract = l.abstract[t.value(c)]
		case t.is(c, "lvlOverride"):
			i, ok := levelIndex(t, c)
			if !ok {
				continue
			}
			if lvl := t.child(c, "lvl"); lvl != 0 {
				num.levels[i] = readLevel(t, lvl, h)
			}
			if start := t.child(c, "startOverride"); start != 0 {
				num.starts[i] = t.measure(start, "val")
			}
		}
	}
	return num
}

func readLevel(t *tree, n int32, h *theme) *level {
	l := &level{format: "decimal", suffix: "\t"}
	for c := range t.children(n) {
		switch t.nodes[c].name {
		case "start":
			l.start = int(t.measure(c, "val").value)
		case "numFmt":
			l.format = t.value(c)
			if own, ok := t.attr(c, "format"); ok && l.format == "custom" {
				l.format = own
			}
		case "lvlText":
			l.text, l.hasText = t.value(c), true
			l.text = strings.ToValidUTF8(l.text[:min(len(l.text), longestLabel)], "")
		case "lvlRestart":
			l.restart = t.measure(c, "val")
		case "isLgl":
			l.legal = t.isOn(c)
		case "pStyle":
			l.style = t.value(c)
		case "suff":
			switch t.value(c) {
			case "space":
				l.suffix = " "
			case "nothing":
				l.suffix = ""
			}
		case "pPr":
			l.shape = t.readShape(c, h)
		case "rPr":
			l.face = t.readFace(c, h)
		}
	}
	return l
}

// find gives a list and a level of it, -1 when the paragraph has none. A list that stands for a
// style's leads to it.
func (l *lists) find(s *sheet, id, depth measure, styled string) (*list, int) {
	num := l.nums[id.value]
	if !id.set || num == nil || num.abstract == nil {
		return nil, -1
	}
	if link := num.abstract.numStyle; link != "" {
		if own := l.ofStyle(s, link); own != nil {
			resolved := *num
			resolved.abstract = own
			num = &resolved
		}
	}
	at := min(max(int(depth.value), 0), levels-1)
	if styled != "" {
		for i := range levels {
			if lvl := num.level(i); lvl != nil && lvl.style == styled {
				at = i
			}
		}
	}
	if num.level(at) == nil {
		return nil, -1
	}
	return num, at
}

// ofStyle is the definition that a numbering style owns.
func (l *lists) ofStyle(s *sheet, id string) *abstract {
	if st := s.styles[id]; st != nil {
		if num := l.nums[st.shape.list.value]; num != nil && num.abstract != nil && num.abstract.numStyle == "" {
			return num.abstract
		}
	}
	for _, a := range l.abstract {
		if a.styleLink == id {
			return a
		}
	}
	return nil
}

func (n *list) level(i int) *level {
	if n.levels[i] != nil {
		return n.levels[i]
	}
	return n.abstract.levels[i]
}

// counters count the lists of one kind of text: the body, the notes, the text boxes.
type counters struct {
	counts  map[*abstract]*count
	started map[startKey]bool
}

type count struct {
	value [levels]int
	used  [levels]bool
}

type startKey struct {
	id    Twips
	level int
}

func newCounters() *counters {
	return &counters{counts: make(map[*abstract]*count), started: make(map[startKey]bool)}
}

// next counts a paragraph on and gives its label.
func (c *counters) next(id Twips, n *list, at int) string {
	k := c.counts[n.abstract]
	if k == nil {
		k = &count{}
		c.counts[n.abstract] = k
	}
	lvl := n.level(at)
	key := startKey{id, at}
	switch {
	case n.starts[at].set && !c.started[key]:
		k.value[at] = int(n.starts[at].value)
	case k.used[at]:
		k.value[at]++
	default:
		k.value[at] = n.start(at)
	}
	c.started[key] = true
	k.used[at] = true
	for deeper := at + 1; deeper < levels; deeper++ {
		below := n.level(deeper)
		if below == nil {
			continue
		}
		if r := below.restart; !r.set || int(r.value) > at && r.value != 0 {
			k.used[deeper] = false
		}
	}
	return c.label(n, k, lvl)
}

func (n *list) start(at int) int {
	if n.starts[at].set {
		return int(n.starts[at].value)
	}
	if lvl := n.level(at); lvl != nil {
		return lvl.start
	}
	return 1
}

// label puts the numbers into the text of a level. A level above that no paragraph had shows
// the number that it begins with.
func (c *counters) label(n *list, k *count, lvl *level) string {
	if lvl.format == "none" && !lvl.hasText {
		return ""
	}
	if strings.IndexByte(lvl.text, '%') < 0 {
		return lvl.text
	}
	var b strings.Builder
	for i := 0; i < len(lvl.text) && b.Len() < longestLabel; i++ {
		ch := lvl.text[i]
		if ch != '%' || i+1 == len(lvl.text) || lvl.text[i+1] < '1' || lvl.text[i+1] > '9' {
			b.WriteByte(ch)
			continue
		}
		i++
		at := int(lvl.text[i] - '1')
		of := n.level(at)
		if of == nil {
			continue
		}
		value := k.value[at]
		if !k.used[at] {
			value = n.start(at)
		}
		format := of.format
		if lvl.legal && format != "none" && format != "bullet" {
			format = "decimal"
		}
		b.WriteString(numeral(format, value))
	}
	return b.String()
}

// numeral writes a number in a format of Word; one that is not known is in figures.
func numeral(format string, n int) string {
	switch format {
	case "none", "bullet":
		return ""
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "decimalZero":
		return padded(n, 2)
	case "ordinal":
		return strconv.Itoa(n) + ending(n)
	case "cardinalText", "vietnameseCounting":
		return vi.UpperFirst(vi.Words(int64(n)))
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	case "chicago":
		if n > 0 {
			return strings.Repeat([]string{"*", "†", "‡", "§"}[(n-1)%4], min((n-1)/4+1, 10))
		}
	case "decimalEnclosedCircle":
		return enclosed(n, '①')
	case "decimalEnclosedParen":
		return enclosed(n, '⑴')
	case "decimalEnclosedFullstop":
		return enclosed(n, '⒈')
	case "decimalFullWidth", "decimalFullWidth2":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, strconv.Itoa(n))
	case "01, 02, 03, ...":
		return padded(n, 2)
	case "001, 002, 003, ...":
		return padded(n, 3)
	case "0001, 0002, 0003, ...":
		return padded(n, 4)
	case "00001, 00002, 00003, ...":
		return padded(n, 5)
	}
	return strconv.Itoa(n)
}

// letters counts as Word does: behind z come aa, bb, cc.
func letters(n int, first rune) string {
	const most = 780 // where Word begins anew
	if n < 1 {
		return strconv.Itoa(n)
	}
	n = (n - 1) % most
	return strings.Repeat(string(first+rune(n%26)), n/26+1)
}

// roman goes beyond the numerals of package vi, as Word does.
func roman(n int) string {
	const most = 32767 // the largest number that Word counts to
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat("M", n/1000) + vi.Roman(n%1000)
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(width-len(s), 0)) + s
}

func ending(n int) string {
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			return "st"
		case 2:
			return "nd"
		case 3:
			return "rd"
		}
	}
	return "th"
}

// enclosed are numbers that are one character, up to twenty.
func enclosed(n int, first rune) string {
	if n < 1 || n > 20 {
		return strconv.Itoa(n)
	}
	return string(first + rune(n-1))
}
