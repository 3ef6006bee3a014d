package word

import (
	"cmp"
	"strconv"
	"strings"
)

// tri is a property that may be left open.
type tri uint8

const (
	open3 tri = iota
	off
	on
)

func triOf(b bool) tri {
	if b {
		return on
	}
	return off
}

// The properties that toggle: of a paragraph style and a character style that both set one,
// neither holds.
const (
	bold = iota
	italic
	caps
	vanish
	strike
	doubleStrike
	toggles // count
)

var toggleNames = map[string]int{
	"b": bold, "i": italic, "caps": caps, "vanish": vanish, "strike": strike, "dstrike": doubleStrike,
}

// face holds the properties of a run that are set at one place, or the sum of several.
type face struct {
	toggle     [toggles]tri
	underline  tri
	specVanish tri
	vertical   string // superscript, subscript, baseline
	position   int    // half points above the line
	size       int
	ascii      string
	ansi       string // of letters beyond ASCII
	style      string
	deleted    bool // of a paragraph's mark
}

// over lays properties over those that lie deeper.
func (f *face) over(top *face) {
	for i, t := range top.toggle {
		if t != open3 {
			f.toggle[i] = t
		}
	}
	if top.underline != open3 {
		f.underline = top.underline
	}
	if top.specVanish != open3 {
		f.specVanish = top.specVanish
	}
	if top.vertical != "" {
		f.vertical = top.vertical
	} else if 0 < top.size && top.size < f.size { // small and off the line, as LibreOffice writes powers
		f.vertical = shifted(top.position, f.vertical)
	}
	if top.size != 0 {
		f.size = top.size
	}
	if top.ascii != "" {
		f.ascii = top.ascii
	}
	if top.ansi != "" {
		f.ansi = top.ansi
	}
}

// shifted is how letters stand that are set above or below the line; vertical where they are not.
func shifted(position int, vertical string) string {
	switch {
	case position > 0:
		return "superscript"
	case position < 0:
		return "subscript"
	}
	return vertical
}

// cross lays a style of another kind over a style: what both toggle is off.
func (f *face) cross(top *face) {
	below := f.toggle
	f.over(top)
	for i := range f.toggle {
		if below[i] == on && top.toggle[i] == on {
			f.toggle[i] = off
		}
	}
}

// isHidden reports whether text of the face is not printed.
func (f *face) isHidden() bool { return f.toggle[vanish] == on }

// letters is the font that letters beyond ASCII stand in, which old encodings need.
func (f *face) letters() string {
	if f.ansi != "" {
		return f.ansi
	}
	return f.ascii
}

func (f *face) public() Face {
	return Face{
		Font: cmp.Or(f.ascii, f.ansi), HalfPoints: f.size, Underline: f.underline == on,
		Bold: f.toggle[bold] == on, Italic: f.toggle[italic] == on, Caps: f.toggle[caps] == on,
		Strike: f.toggle[strike] == on || f.toggle[doubleStrike] == on,
		Raised: f.vertical == "superscript", Lowered: f.vertical == "subscript",
	}
}

// theme are the fonts that a theme lends.
type theme struct{ major, minor string }

func (h *theme) font(name string) string {
	switch {
	case strings.HasPrefix(name, "major"):
		return h.major
	case strings.HasPrefix(name, "minor"):
		return h.minor
	}
	return ""
}

// readFace reads an rPr; n may be none.
func (t *tree) readFace(n int32, h *theme) (f face) {
	if n == 0 {
		return f
	}
	for c := range t.children(n) {
		e := &t.nodes[c]
		if e.space != word {
			continue
		}
		switch e.name {
		case "rStyle":
			f.style = t.value(c)
		case "rFonts":
			f.ascii, f.ansi = t.font(c, "ascii", h), t.font(c, "hAnsi", h)
		case "sz":
			f.size = halfPoints(t.value(c))
		case "u":
			v := t.value(c)
			f.underline = triOf(v != "none" && v != "")
		case "vertAlign":
			f.vertical = t.value(c)
		case "position":
			f.position = halfPoints(t.value(c))
		case "specVanish":
			f.specVanish = triOf(t.isOn(c))
		case "del", "moveFrom":
			f.deleted = true
		default:
			if i, ok := toggleNames[e.name]; ok {
				f.toggle[i] = triOf(t.isOn(c))
			}
		}
	}
	return f
}

// font is the font of one class of letters; the theme's goes before a name.
func (t *tree) font(n int32, class string, h *theme) string {
	if v, ok := t.attr(n, class+"Theme"); ok {
		if f := h.font(v); f != "" {
			return f
		}
	}
	v, _ := t.attr(n, class)
	return v
}

// shape holds the properties of a paragraph that are set at one place, or the sum of several.
type shape struct {
	style       string
	align       string
	left, first measure
	onPage      tri
	list, level measure
	tabs        []Tab
	section     int32 // sectPr
	mark        face
	drop        bool // a large letter at the head of the next paragraph
}

// measure is a number that may be left open.
type measure struct {
	set   bool
	value Twips
}

func (m *measure) over(top measure) {
	if top.set {
		*m = top
	}
}

// over lays properties over those that lie deeper. Style, section and mark are the top's.
func (s *shape) over(top *shape) {
	if top.align != "" {
		s.align = top.align
	}
	s.left.over(top.left)
	s.first.over(top.first)
	s.list.over(top.list)
	s.level.over(top.level)
	if top.onPage != open3 {
		s.onPage = top.onPage
	}
	s.tabs = mergeTabs(s.tabs, top.tabs)
}

// mergeTabs lays tab stops over others: one of the same place goes, and "clear" leaves none.
func mergeTabs(below, top []Tab) []Tab {
	if len(top) == 0 {
		return below
	}
	at := make(map[Twips]bool, len(top))
	for _, tab := range top {
		at[tab.At] = true
	}
	var all []Tab
	for _, tab := range below {
		if !at[tab.At] {
			all = append(all, tab)
		}
	}
	for _, tab := range top {
		if tab.Kind != "clear" {
			all = append(all, tab)
		}
	}
	return all
}

func (s *shape) look() Look {
	l := Look{Left: s.left.value, First: s.first.value, PageBreak: s.onPage == on, Tabs: s.tabs}
	switch s.align {
	case "center":
		l.Align = Center
	case "right", "end":
		l.Align = End
	case "both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute":
		l.Align = Justify
	}
	return l
}

// readShape reads a pPr; n may be none.
func (t *tree) readShape(n int32, h *theme) (s shape) {
	if n == 0 {
		return s
	}
	for c := range t.children(n) {
		e := &t.nodes[c]
		if e.space != word {
			continue
		}
		switch e.name {
		case "pStyle":
			s.style = t.value(c)
		case "jc":
			s.align = t.value(c)
		case "ind":
			s.left = t.measure(c, "start")
			s.left.over(t.measure(c, "left"))
			s.first = t.measure(c, "firstLine")
			if h := t.measure(c, "hanging"); h.set {
				s.first = measure{true, -h.value}
			}
		case "framePr":
			kind, _ := t.attr(c, "dropCap")
			s.drop = kind == "drop" || kind == "margin"
		case "pageBreakBefore":
			s.onPage = triOf(t.isOn(c))
		case "numPr":
			if l := t.child(c, "ilvl"); l != 0 {
				s.level = t.measure(l, "val")
			}
			if l := t.child(c, "numId"); l != 0 {
				s.list = t.measure(l, "val")
			}
		case "tabs":
			for tab := range t.children(c) {
				pos, kind := t.measure(tab, "pos"), t.value(tab)
				leader, _ := t.attr(tab, "leader")
				if leader == "none" {
					leader = ""
				}
				s.tabs = append(s.tabs, Tab{pos.value, strings.NewReplacer("start", "left", "end", "right").Replace(kind), leader})
			}
		case "sectPr":
			s.section = c
		case "rPr":
			s.mark = t.readFace(c, h)
		}
	}
	return s
}

// measure reads a length in twips, or a number.
func (t *tree) measure(n int32, name string) measure {
	v, ok := t.attr(n, name)
	if !ok {
		return measure{}
	}
	value, ok := twips(v)
	return measure{ok, value}
}

var units = map[string]float64{"pt": 20, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440, "pc": 240, "pi": 240}

// twips reads a length: a whole number of twips or, in the strict edition, a number with its
// unit. Far-off lengths are cut to what a page can be.
func twips(v string) (Twips, bool) {
	const most = 1 << 20
	factor := 1.0
	if len(v) > 2 {
		if f, ok := units[v[len(v)-2:]]; ok {
			v, factor = v[:len(v)-2], f
		}
	}
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || n != n {
		return 0, false
	}
	return Twips(min(max(n*factor, -most), most)), true
}

// halfPoints reads a size of letters.
func halfPoints(v string) int {
	if strings.HasSuffix(v, "pt") {
		n, _ := twips(v)
		return int(n / 10)
	}
	n, _ := twips(v)
	return int(n)
}
