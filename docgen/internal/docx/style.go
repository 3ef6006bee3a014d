package docx

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/vi"
)

// style is a named paragraph style. Its look is that of most paragraphs that have it;
// others say only in what they differ.
type style struct {
	id, name string
	base     string // id of the style it rests on
	para     paraLook
	run      runLook
}

// Looks that styles rest on.
var (
	normalRun  = runLook{halfPoints: 28}
	normalPara = paraLook{align: doc.Left}
)

// styleSheet collects the paragraph styles of a document in order of first use.
type styleSheet struct {
	list     []*style
	byName   map[flow.Style]*style
	headings [7]bool // built-in headings in use, by level
}

// survey makes the styles of all paragraphs of a flow, each of the look that most of its
// paragraphs have: what a clerk adds looks like them, and few say in what they differ.
// Paragraphs that Word numbers get their numbers on the way.
func (s *styleSheet) survey(f *flow.Flow, numbers *numbering) error {
	type look struct {
		para  paraLook
		run   runLook
		count int
	}
	looks := make(map[flow.Style][]look)
	var order []flow.Style
	if err := flow.Inspect(f, func(n any) bool {
		p, ok := n.(*flow.Paragraph)
		if !ok {
			return true
		}
		numbers.add(p)
		list := looks[p.Style]
		if list == nil {
			order = append(order, p.Style)
		}
		para, run := lookOfParagraph(p).own(), lookOf(p.Font)
		i := slices.IndexFunc(list, func(l look) bool { return l.run == run && l.para.equal(&para) })
		if i < 0 {
			i, list = len(list), append(list, look{para: para, run: run})
		}
		list[i].count++
		looks[p.Style] = list
		return false
	}); err != nil {
		return err
	}
	for _, name := range order {
		most := slices.MaxFunc(looks[name], func(a, b look) int { return a.count - b.count })
		s.of(name, most.para, most.run).para.number = numbers.styles[name]
	}
	return nil
}

// own is the look without what is the business of each paragraph: how it holds on to
// its neighbours, unless it is a heading.
func (l paraLook) own() paraLook {
	l.pageBreak, l.number = false, numbered{}
	if !l.heading {
		l.keepNext, l.keepLines = false, false
	}
	return l
}

// equal reports whether two looks are the same.
func (l *paraLook) equal(m *paraLook) bool {
	return l.before == m.before && l.after == m.after && l.line == m.line && l.exact == m.exact &&
		l.left == m.left && l.right == m.right && l.first == m.first && l.align == m.align &&
		l.outline == m.outline && l.heading == m.heading && l.border == m.border && l.loose == m.loose &&
		l.keepNext == m.keepNext && l.keepLines == m.keepLines && l.pageBreak == m.pageBreak && slices.Equal(l.tabs, m.tabs)
}

// of gives the style of a paragraph, made from it if it is the first.
func (s *styleSheet) of(name flow.Style, para paraLook, run runLook) *style {
	if st, ok := s.byName[name]; ok {
		return st
	}
	st := &style{name: string(name), base: "Normal", para: para.own(), run: run}
	if st.para.heading && st.para.outline > 0 {
		st.base = headingID(para.outline)
		s.headings[para.outline] = true
	}
	if name == "" {
		st.para, st.run = normalPara, normalRun // no style of its own: all is said in place
	} else {
		st.id = s.newID(st.name)
		s.list = append(s.list, st)
	}
	if s.byName == nil {
		s.byName = make(map[flow.Style]*style)
	}
	s.byName[name] = st
	return st
}

func headingID(level int) string { return "Heading" + itoa(level) }

// newID makes an id of plain letters and digits: "Số, ký hiệu" gives SoKyHieu.
// Older readers of Word files lose styles whose ids have marks.
func (s *styleSheet) newID(name string) string {
	if name == footnoteStyle {
		return "FootnoteText"
	}
	id := cmp.Or(plainWord(name), "Style")
	for n, try := 2, id; ; n++ {
		if !reservedStyles[try] && !slices.ContainsFunc(s.list, func(st *style) bool { return st.id == try }) {
			return try
		}
		try = id + itoa(n)
	}
}

var reservedStyles = map[string]bool{
	"Normal": true, "TableNormal": true, "NoList": true, "DefaultParagraphFont": true,
	"FootnoteText": true, "FootnoteReference": true, "Heading1": true, "Heading2": true,
	"Heading3": true, "Heading4": true, "Heading5": true, "Heading6": true,
}

// plainWord gives a name in ASCII letters and digits, each word with a capital.
func plainWord(s string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(vi.Slug(s), "-") {
		b.WriteString(vi.UpperFirst(word))
	}
	return b.String()
}

// xml gives styles.xml.
func (s *styleSheet) xml(language string, notes bool) []byte {
	return xmlPart("w:styles", []string{"xmlns:w", nsW}, func(x *xmlText) {
		x.raw(`<w:docDefaults><w:rPrDefault><w:rPr>` +
			`<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>` +
			`<w:sz w:val="28"/><w:szCs w:val="28"/>`)
		x.empty("w:lang", "w:val", language, "w:eastAsia", language, "w:bidi", "ar-SA")
		// Word spaces out letters beside East Asian ones unless told not to.
		x.raw(`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>` +
			`<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
		x.raw(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name ` +
			`w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>` + // LibreOffice forgets it in the defaults when it saves
			`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph ` +
			`Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>` +
			`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority ` +
			`w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>` +
			`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom ` +
			`w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
			`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority ` +
			`w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>`)
		for level, used := range s.headings {
			if used {
				x.open("w:style", "w:type", "paragraph", "w:styleId", headingID(level))
				x.empty("w:name", "w:val", "heading "+itoa(level))
				x.raw(`<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/>`)
				x.empty("w:outlineLvl", "w:val", itoa(level-1))
				x.raw(`</w:pPr></w:style>`)
			}
		}
		for _, st := range s.list {
			st.writeTo(x, s.byName[bodyStyle])
		}
		if notes {
			x.raw(`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:basedOn ` +
				`w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`)
		}
	})
}

// writeTo writes the style; next is that of a paragraph behind one that stands in the
// navigation pane, nil for its own.
func (st *style) writeTo(x *xmlText, next *style) {
	if st.name == footnoteStyle {
		x.open("w:style", "w:type", "paragraph", "w:styleId", st.id)
	} else {
		x.open("w:style", "w:type", "paragraph", "w:customStyle", "1", "w:styleId", st.id)
	}
	x.empty("w:name", "w:val", strings.ReplaceAll(st.name, ",", "")) // a comma would part aliases
	x.empty("w:basedOn", "w:val", st.base)
	if st.para.outline > 0 && next != nil {
		x.empty("w:next", "w:val", next.id)
	}
	x.raw(`<w:qFormat/>`)
	base := normalPara
	if st.base != "Normal" {
		base.keepNext, base.outline = true, st.para.outline
	}
	x.open("w:pPr")
	st.para.writeTo(x, &base)
	x.close("w:pPr")
	x.open("w:rPr")
	st.run.writeTo(x, normalRun)
	x.close("w:rPr")
	x.close("w:style")
}
