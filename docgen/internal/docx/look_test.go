package docx

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestLooks: of a paragraph and its letters the file says what differs from their style, both ways, and no more.
func TestLooks(t *testing.T) {
	stops := func(at ...float64) (list []flow.TabStop) {
		for _, pt := range at {
			list = append(list, flow.TabStop{At: doc.Pt(pt)})
		}
		return list
	}
	for _, tt := range []struct {
		change    func(*paraLook)
		set, back string // against a plain style, and plain against a style of that look
	}{
		{func(*paraLook) {}, "", ""},
		{func(l *paraLook) { l.keepNext = true }, `<w:keepNext/>`, `<w:keepNext w:val="0"/>`},
		{func(l *paraLook) { l.keepLines = true }, `<w:keepLines/>`, `<w:keepLines w:val="0"/>`},
		{func(l *paraLook) { l.pageBreak = true }, `<w:pageBreakBefore/>`, `<w:pageBreakBefore w:val="0"/>`},
		{func(l *paraLook) { l.loose = true }, `<w:widowControl w:val="0"/>`, `<w:widowControl/>`},
		{func(l *paraLook) { l.border = doc.Pt(1) }, `<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:pBdr>`,
			`<w:pBdr><w:bottom w:val="nil"/></w:pBdr>`},
		{func(l *paraLook) { l.tabs = stops(10) }, `<w:tabs><w:tab w:val="left" w:pos="200"/></w:tabs>`,
			`<w:tabs><w:tab w:val="clear" w:pos="200"/></w:tabs>`},
		{func(l *paraLook) { l.before = 5 }, `<w:spacing w:before="5"/>`, `<w:spacing w:before="0"/>`},
		{func(l *paraLook) { l.after = 5 }, `<w:spacing w:after="5"/>`, `<w:spacing w:after="0"/>`},
		{func(l *paraLook) { l.line = 300 }, `<w:spacing w:line="300" w:lineRule="atLeast"/>`,
			`<w:spacing w:line="240" w:lineRule="auto"/>`},
		{func(l *paraLook) { l.line, l.exact = 300, true }, `<w:spacing w:line="300" w:lineRule="exact"/>`,
			`<w:spacing w:line="240" w:lineRule="auto"/>`},
		{func(l *paraLook) { l.left = 5 }, `<w:ind w:left="5"/>`, `<w:ind w:left="0"/>`},
		{func(l *paraLook) { l.right = 5 }, `<w:ind w:right="5"/>`, `<w:ind w:right="0"/>`},
		{func(l *paraLook) { l.first = 5 }, `<w:ind w:firstLine="5"/>`, `<w:ind w:firstLine="0"/>`},
		{func(l *paraLook) { l.first = -5 }, `<w:ind w:hanging="5"/>`, `<w:ind w:firstLine="0"/>`},
		{func(l *paraLook) { l.number = numbered{num: 3, level: 1} }, // a list has indents of its own
			`<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>`,
			`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>`},
		{func(l *paraLook) { l.align = doc.Center }, `<w:jc w:val="center"/>`, `<w:jc w:val="left"/>`},
		{func(l *paraLook) { l.outline = 1 }, `<w:outlineLvl w:val="0"/>`, `<w:outlineLvl w:val="9"/>`},
	} {
		plain := paraLook{align: doc.Left}
		changed := plain
		tt.change(&changed)
		var set, back xmlText
		changed.writeTo(&set, &plain)
		plain.writeTo(&back, &changed)
		if string(set.b) != tt.set || string(back.b) != tt.back {
			t.Errorf("%s and back %s, want %s and %s", set.b, back.b, tt.set, tt.back)
		}
	}
	// The same height, exact or at least, is another.
	var least, exact paraLook
	least.line, exact.line, exact.exact = 300, 300, true
	var x xmlText
	exact.writeTo(&x, &least)
	if string(x.b) != `<w:spacing w:line="300" w:lineRule="exact"/>` {
		t.Errorf("%s", x.b)
	}
	for _, tt := range []struct {
		change    func(*runLook)
		set, back string
	}{
		{func(*runLook) {}, "", ""},
		{func(l *runLook) { l.bold = true }, `<w:b/><w:bCs/>`, `<w:b w:val="0"/><w:bCs w:val="0"/>`},
		{func(l *runLook) { l.italic = true }, `<w:i/><w:iCs/>`, `<w:i w:val="0"/><w:iCs w:val="0"/>`},
		{func(l *runLook) { l.color = 0xff8000 }, `<w:color w:val="FF8000"/>`, `<w:color w:val="000000"/>`},
		{func(l *runLook) { l.spacing = -3 }, `<w:spacing w:val="-3"/>`, `<w:spacing w:val="0"/>`},
		{func(l *runLook) { l.halfPoints = 27 }, `<w:sz w:val="27"/><w:szCs w:val="27"/>`, ""}, // none is what stands above
	} {
		var plain, changed runLook
		tt.change(&changed)
		var set, back xmlText
		changed.writeTo(&set, plain)
		plain.writeTo(&back, changed)
		if string(set.b) != tt.set || string(back.b) != tt.back {
			t.Errorf("%s and back %s, want %s and %s", set.b, back.b, tt.set, tt.back)
		}
	}
}

// TestStops: the stops of a paragraph stand in the file by their place, those of its style that it lacks as cleared.
func TestStops(t *testing.T) {
	of := func(at string) (list []flow.TabStop) {
		for _, s := range strings.Fields(at) {
			list = append(list, flow.TabStop{At: doc.Pt(float64(len(s)))})
		}
		return list
	}
	for _, tt := range []struct{ tabs, base, want string }{
		{"", "", ""}, {"i ii", "i ii", ""},
		{"i ii", "", "20 40"}, {"i ii", "i", "20 40"}, {"ii", "i", "-20 40"}, {"i", "ii", "20 -40"},
		{"ii", "i iii", "-20 40 -60"}, {"", "i ii", "-20 -40"},
	} {
		var x xmlText
		writeTabs(&x, of(tt.tabs), of(tt.base))
		got := strings.NewReplacer("<w:tabs>", "", "</w:tabs>", "",
			`<w:tab w:val="left" w:pos="`, "", `<w:tab w:val="clear" w:pos="`, "-", `"/>`, " ").Replace(string(x.b))
		if strings.TrimSpace(got) != tt.want {
			t.Errorf("%q over %q: %s, want %s", tt.tabs, tt.base, got, tt.want)
		}
	}
	for leads, want := range map[rune]string{'.': "dot", '-': "hyphen", '_': "underscore", '·': "middleDot"} {
		var x xmlText
		writeTabs(&x, []flow.TabStop{{At: doc.Pt(1), Align: doc.Justify, Leader: leads}}, nil)
		if want = `<w:tabs><w:tab w:val="left" w:leader="` + want + `" w:pos="20"/></w:tabs>`; string(x.b) != want {
			t.Errorf("%s, want %s", x.b, want)
		}
	}
}

// TestOutline: which paragraphs the navigation pane has, and at which level.
func TestOutline(t *testing.T) {
	for _, tt := range []struct {
		p    flow.Paragraph
		want int
	}{
		{flow.Paragraph{Role: flow.RoleTitle}, 1}, {flow.Paragraph{Role: flow.RoleTitle, Level: 3}, 1},
		{flow.Paragraph{Role: flow.RoleHeading, Level: 1}, 1}, {flow.Paragraph{Role: flow.RoleHeading, Level: 6}, 6},
		{flow.Paragraph{Role: flow.RoleHeading}, 0}, {flow.Paragraph{Role: flow.RoleHeading, Level: 7}, 0},
		{flow.Paragraph{Level: 2}, 0}, {flow.Paragraph{Level: 2, RunIn: 1}, 2},
	} {
		if got := outlineLevel(&tt.p); got != tt.want {
			t.Errorf("%+v: %d, want %d", tt.p, got, tt.want)
		}
	}
}
