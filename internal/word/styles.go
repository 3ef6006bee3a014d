package word

// sheet are the styles of a file, each with its bases resolved on need.
type sheet struct {
	theme    theme
	face     face // of the whole file
	shape    shape
	styles   map[string]*style
	fallback [4]string // default style of each kind
}

type styleKind uint8

const (
	ofParagraph styleKind = iota
	ofCharacter
	ofTable
	ofNumbering
)

type style struct {
	kind     styleKind
	name     string
	base     string
	face     face
	shape    shape
	parts    *[conditions]*style // of a table's style: the looks of parts of tables
	drawn    tri                 // of a table's style: whether lines are drawn
	resolved bool
}

// readStyles reads the parts of styles and theme; either may be nil.
func readStyles(styles, themes *tree) *sheet {
	s := &sheet{styles: make(map[string]*style)}
	if themes != nil {
		s.theme = readTheme(themes)
	}
	if styles == nil {
		return s
	}
	t := styles
	for c := range t.children(t.root()) {
		switch {
		case t.is(c, "docDefaults"):
			s.face = t.readFace(t.child(t.child(c, "rPrDefault"), "rPr"), &s.theme)
			s.shape = t.readShape(t.child(t.child(c, "pPrDefault"), "pPr"), &s.theme)
		case t.is(c, "style"):
			s.add(t, c)
		}
	}
	return s
}

func (s *sheet) add(t *tree, n int32) {
	kinds := map[string]styleKind{"character": ofCharacter, "table": ofTable, "numbering": ofNumbering}
	kind, _ := t.attr(n, "type")
	id, _ := t.attr(n, "styleId")
	if id == "" {
		return // nothing can have it
	}
	st := &style{kind: kinds[kind]}
	if c := t.child(n, "name"); c != 0 {
		st.name = t.value(c)
	}
	if c := t.child(n, "basedOn"); c != 0 {
		st.base = t.value(c)
	}
	st.face = t.readFace(t.child(n, "rPr"), &s.theme)
	st.shape = t.readShape(t.child(n, "pPr"), &s.theme)
	if st.kind == ofTable {
		s.readConditions(t, n, st)
		if st.drawn = t.hasLines(t.child(t.child(n, "tblPr"), "tblBorders")); st.drawn == open3 && st.parts != nil {
			st.drawn = on // its parts may have some
		}
	}
	s.styles[id] = st
	if v, _ := t.attr(n, "default"); v == "1" || v == "true" || v == "on" {
		s.fallback[st.kind] = id
	}
}

// readTheme reads the Latin fonts of a theme.
func readTheme(t *tree) (h theme) {
	for n := range t.nodes {
		e := &t.nodes[n]
		if e.space != drawing || e.name != "majorFont" && e.name != "minorFont" {
			continue
		}
		for c := range t.children(int32(n)) {
			if t.nodes[c].name != "latin" {
				continue
			}
			face, _ := t.attr(c, "typeface")
			if e.name == "majorFont" {
				h.major = face
			} else {
				h.minor = face
			}
		}
	}
	return h
}

// style gives a style with what it takes over from its bases; the default of its kind for one
// that is not there, and nil when there is none.
func (s *sheet) style(kind styleKind, id string) *style {
	st := s.styles[id]
	if st == nil || st.kind != kind {
		if st = s.styles[s.fallback[kind]]; st == nil {
			return nil
		}
	}
	s.resolve(st, 0)
	return st
}

// resolve takes over from the bases. A ring of bases ends where it closes.
func (s *sheet) resolve(st *style, depth int) {
	const deepest = 50
	if st.resolved {
		return
	}
	st.resolved = true
	base := s.styles[st.base]
	if base == nil || base.kind != st.kind || depth > deepest {
		return
	}
	s.resolve(base, depth+1)
	f, sh := base.face, base.shape
	f.over(&st.face)
	sh.over(&st.shape)
	if st.drawn == open3 {
		st.drawn = base.drawn
	}
	st.face, st.shape, st.parts = f, sh, overParts(base.parts, st.parts)
}

// paragraph sums up the properties of a paragraph from its table's style, its own and the
// properties at the paragraph; what a list gives comes between the last two.
func (s *sheet) paragraph(table *style, own *shape, list func(id, level measure, style string) *shape) (sum shape, st *style) {
	sum = s.shape
	if table != nil {
		sum.over(&table.shape)
	}
	if st = s.style(ofParagraph, own.style); st != nil {
		sum.over(&st.shape)
	}
	id, level, styled := sum.list, sum.level, own.style
	id.over(own.list)
	level.over(own.level)
	if own.list.set || own.level.set {
		styled = "" // the level is said, not the style's
	}
	if indents := list(id, level, styled); indents != nil {
		if own.list.set || st == nil {
			sum.over(indents)
		} else { // a style's own indents go before those of the list that it names
			below := *indents
			below.over(&st.shape)
			sum.over(&below)
		}
	}
	sum.over(own)
	sum.section, sum.mark = own.section, own.mark
	return sum, st
}

// base sums up the properties of a run, but for those at the run itself.
func (s *sheet) base(table, paragraph *style, character string) face {
	var f face
	if table != nil {
		f = table.face
	}
	if paragraph != nil {
		f.cross(&paragraph.face)
	}
	if c := s.styles[character]; c != nil {
		if c = s.style(ofCharacter, character); c != nil {
			f.cross(&c.face)
		}
	}
	sum := s.face
	sum.over(&f)
	return sum
}
