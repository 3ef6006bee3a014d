package word

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// formula writes a formula in a line, as Word's own linear form has it: (a+b)/2, √(x+1), ∑_(i=1)^n.
func (s *story) formula(n int32) {
	e := &s.nodes[n]
	switch {
	case e.space == math && e.name == "t":
		text := s.source.text(n)
		if e.flag || text != "" {
			p := pen{story: s, face: s.face("", &face{})}
			p.run = Run{Link: s.link}
			p.write(text)
			p.flush()
		}
	case e.space == word:
		switch e.name {
		case "del", "moveFrom", "rPr":
			if e.name != "rPr" {
				s.discard(n, Deleted)
			}
		case "r":
			s.run(n)
		default:
			s.formulas(n)
		}
	case e.space == math:
		s.shaped(n, e.name)
	}
}

func (s *story) formulas(n int32) {
	parts := slices.Collect(s.children(n))
	for k, c := range parts {
		if e := &s.nodes[c]; e.space == math && s.isLong(c) && s.plain(c) != "" && (s.isFactor(parts, k-1) || s.isFactor(parts, k+1)) {
			s.put("(") // (a/b)c
			s.formula(c)
			s.put(")")
			continue
		}
		s.formula(c)
	}
}

// isLong reports whether an element becomes a quotient or words, which factors beside it would join.
func (s *story) isLong(n int32) bool {
	switch s.nodes[n].name {
	case "f":
		return true
	case "rad":
		return s.plain(s.mathChild(n, "deg")) != ""
	case "acc":
		return s.charOf(n, "accPr", "chr", "") == arrow
	}
	return false
}

// arrow stands above a vector; fonts of papers do not have it.
const arrow = "\u20d7"

// isFactor reports whether a part stands beside a fraction as one more factor, with no sign between them.
func (s *story) isFactor(parts []int32, k int) bool {
	if k < 0 || k >= len(parts) {
		return false
	}
	text := s.plain(parts[k])
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return text != "" && isTerm(string([]rune{first, last}))
}

// all writes what stands below an element of a formula, 0 for none.
func (s *story) all(n int32) {
	if n != 0 {
		s.formulas(n)
	}
}

// mathChild gives the first child of that name in a formula, 0 for none; what was put in with changes tracked counts.
func (s *story) mathChild(n int32, name string) int32 {
	if n == 0 {
		return 0
	}
	for c := range s.children(n) {
		switch e := &s.nodes[c]; {
		case e.space == math && e.name == name:
			return c
		case s.isInserted(c):
			if inner := s.mathChild(c, name); inner != 0 {
				return inner
			}
		}
	}
	return 0
}

// isInserted reports whether an element holds what stands in its place with changes tracked.
func (s *story) isInserted(n int32) bool {
	e := &s.nodes[n]
	return e.space == word && (e.name == "ins" || e.name == "moveTo")
}

// shaped writes an element of a formula that says by its shape what signs say in a line.
func (s *story) shaped(n int32, name string) {
	switch name {
	case "f":
		s.group(s.mathChild(n, "num"))
		s.put("/")
		s.group(s.mathChild(n, "den"))
	case "sSub", "sSup", "sSubSup", "limLow", "limUpp":
		base := s.mathChild(n, "e")
		s.raised(base)
		s.low(s.mathChild(n, "sub"), endsInFigure(s.plain(base)))
		s.low(s.mathChild(n, "lim"), false)
		s.high(s.mathChild(n, "sup"))
	case "rad":
		root := "√"
		if deg := s.mathChild(n, "deg"); s.plain(deg) != "" {
			s.put("căn bậc ")
			s.group(deg)
			root = " của "
		}
		s.put(root)
		s.group(s.mathChild(n, "e"))
	case "acc", "bar":
		s.accented(n, name)
	case "nary":
		s.put(s.charOf(n, "naryPr", "chr", "∫"))
		s.low(s.mathChild(n, "sub"), false)
		s.high(s.mathChild(n, "sup"))
		s.put(" ")
		s.all(s.mathChild(n, "e"))
	case "d":
		s.put(s.charOf(n, "dPr", "begChr", "("))
		s.listed(n, s.charOf(n, "dPr", "sepChr", "|"))
		s.put(s.charOf(n, "dPr", "endChr", ")"))
	case "func":
		s.all(s.mathChild(n, "fName"))
		s.put(" ")
		s.all(s.mathChild(n, "e"))
	case "m", "eqArr":
		s.listed(n, "; ")
	case "mr":
		s.listed(n, ", ")
	default:
		s.formulas(n)
	}
}

// accented writes a letter with a mark above it, and an arrow above letters as a word.
func (s *story) accented(n int32, name string) {
	mark, base := s.charOf(n, name+"Pr", "chr", "\u0302"), s.mathChild(n, "e")
	if name == "bar" || mark == "\u0305" {
		mark = "\u0304"
	}
	if mark == arrow {
		s.put("vectơ ")
		mark = ""
	}
	s.group(base)
	s.put(mark)
}

// listed writes the parts below an element with a sign between them.
func (s *story) listed(n int32, sep string) {
	for k, c := range s.entries(n, nil) {
		if k > 0 {
			s.put(sep)
		}
		s.formula(c)
	}
}

// entries adds the parts of a list or a matrix to those before.
func (s *story) entries(n int32, list []int32) []int32 {
	for c := range s.children(n) {
		switch name := s.nodes[c].name; {
		case name == "e" || name == "mr":
			list = append(list, c)
		case s.isInserted(c):
			list = s.entries(c, list)
		}
	}
	return list
}

// raised writes what an index or a power stands at, in brackets unless it has them or is a letter or a number.
func (s *story) raised(n int32) {
	if n == 0 {
		return
	}
	parts, bracket := 0, false
	for c := range s.children(n) {
		if e := &s.nodes[c]; e.space == math && !strings.HasSuffix(e.name, "Pr") {
			parts++
			bracket = e.name == "d"
		}
	}
	if parts == 1 && (bracket || !s.builds(n)) && (bracket || isTerm(s.plain(n))) || s.plain(n) == "" {
		s.formulas(n)
		return
	}
	s.group(n)
}

func endsInFigure(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// low writes what stands below the line: x1, and x_(i+1); 1010_2 behind a figure.
func (s *story) low(n int32, figure bool) {
	if n == 0 {
		return
	}
	text := s.plain(n)
	if text == "" {
		return
	}
	if figure || !isTerm(text) || s.builds(n) || s.nodes[n].name == "lim" {
		s.put("_")
	}
	s.group(n)
}

// high writes what stands above the line: x², and x^(n+1).
func (s *story) high(n int32) {
	if n == 0 {
		return
	}
	switch text := s.plain(n); {
	case text == "":
	case text == "2" || text == "3":
		s.put(map[string]string{"2": "²", "3": "³"}[text])
	default:
		s.put("^")
		s.group(n)
	}
}

// group writes a part of a formula, in brackets where it is more than a letter or a number.
func (s *story) group(n int32) {
	if n == 0 {
		return
	}
	bare := isTerm(s.plain(n)) && !s.builds(n)
	if !bare {
		s.put("(")
	}
	s.formulas(n)
	if !bare {
		s.put(")")
	}
}

// isTerm reports whether a text needs no brackets around it.
func isTerm(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != ',' && r != '%' && r != '\''
	})
}

// building are the elements that write signs of their own between the letters.
var building = []string{"f", "rad", "acc", "bar", "nary", "func", "m", "eqArr"}

// builds reports whether one of them stands below an element.
func (s *story) builds(n int32) bool {
	for c := range s.children(n) {
		if e := &s.nodes[c]; e.space == math && slices.Contains(building, e.name) || s.builds(c) {
			return true
		}
	}
	return false
}

// charOf gives the sign that a property of an element states, else the usual one.
func (s *story) charOf(n int32, props, name, usual string) string {
	if p := s.mathChild(s.mathChild(n, props), name); p != 0 {
		if v, ok := s.attr(p, "val"); ok {
			return v
		}
	}
	return usual
}

// put writes a sign that stands for the shape of a formula.
func (s *story) put(text string) {
	p := pen{story: s, face: s.face("", &face{})}
	p.run.Formula = true
	p.write(text)
	p.flush()
}
