package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Titles and other centred lines end where a Vietnamese reader pauses: not inside
// a word of two syllables or a name, not behind a word that leads to the next one
// ("của", "về", "và"), and not before a unit's word that no name follows
// ("Hội đồng Thi đua - Khen thưởng xã").

// centre gives a centred text ready for its lines: one that needs several has what
// belongs together glued, and lines of about equal length. Where a line would end at a
// place that is no pause for sure, it ends before a word that opens a phrase, if that
// takes no more lines.
func (f *former) centre(in []doc.Inline, face decree.Face, width doc.Length) ([]doc.Inline, balanced) {
	if len(in) != 1 {
		return f.evenLines(in, face, width)
	}
	t, ok := in[0].(*doc.Text)
	if !ok {
		return f.evenLines(in, face, width)
	}
	set := f.titles.of(asked{f.m, t.S, face, width}, func() title {
		out, b := f.evenLines(in, face, width)
		return title{out[0].(*doc.Text).S, b}
	})
	if set.text == t.S {
		return in, set.balanced
	}
	return append(f.mem.Inlines(1), f.mem.Text(set.text)), set.balanced
}

// title is a centred text that is ready for its lines.
type title struct {
	text string
	balanced
}

// evenLines is centre of inlines of any kind.
func (f *former) evenLines(in []doc.Inline, face decree.Face, width doc.Length) ([]doc.Inline, balanced) {
	b := f.balance(in, face, width)
	if b.lines < 2 {
		return in, b
	}
	typed := in
	in = f.wholeSense(in)
	words := f.split(in, face)
	b = balance(words, face, width)
	starts := lineStarts(words, lines.Room(width-2*b.indent, face.Size))
	if f.mayStart(starts, f.eachText(typed, f.glueUnsure), face) {
		return in, b
	}
	paused := f.eachText(typed, f.gluePauses)
	if p := f.balance(paused, face, width); p.lines == b.lines && p.longest <= width {
		return paused, p
	}
	return in, b
}

// spread makes inlines ready for lines that are centred between the margins.
func (f *former) spread(at *diag.Pos, in []doc.Inline, face decree.Face) ([]doc.Inline, balanced) {
	return f.centre(f.ready(at, in, face.Upper), face, f.width())
}

// mayStart reports whether lines may begin at all of these places of a text of other inlines with the same letters.
func (f *former) mayStart(starts []int, in []doc.Inline, face decree.Face) bool {
	at := 0
	for _, w := range f.split(in, face) {
		for len(starts) > 0 && starts[0] == at {
			starts = starts[1:]
		}
		at += w.Width + w.Space
	}
	return len(starts) == 0
}

// lineStarts gives where the lines of words begin that are broken to a width: how wide all
// is that stands before.
func lineStarts(words []lines.Word, width int) []int {
	var starts []int
	var l lines.Line
	at := 0
	for i := range words {
		w := &words[i]
		if l.Take(w, width) {
			starts = append(starts, at)
		}
		if at += w.Width + w.Space; w.Ends {
			l = lines.Line{}
		}
	}
	return starts
}

// eachText gives inlines whose texts are changed.
func (f *former) eachText(in []doc.Inline, change func(string) string) []doc.Inline {
	return f.changed(in, func(i int) doc.Inline {
		if t, ok := in[i].(*doc.Text); ok {
			if s := change(t.S); s != t.S {
				return f.mem.Text(s)
			}
		}
		return in[i]
	})
}

// gluePauses glues all of a text but what stands before a word that opens a phrase, and
// behind a comma.
func (f *former) gluePauses(s string) string { return f.glueBut(s, pauses) }

// glueUnsure glues all of a text but where a line may end for sure: at a pause, between
// words of two syllables, and before figures.
func (f *former) glueUnsure(s string) string {
	return f.glueBut(s, func(before, word, next, behind string) bool {
		digit := next[0] >= '0' && next[0] <= '9'
		return pauses(before, word, next, behind) || (digit || isPair(next, behind)) && (isPair(before, word) || capital(word))
	})
}

// pauses reports whether a reader pauses between a word and the next.
func pauses(_, word, next, _ string) bool {
	if strings.HasSuffix(word, ",") || strings.HasSuffix(word, ";") {
		return true
	}
	return decree.LineWords().Opening[vi.Lower(strings.TrimRight(next, ",;"))] && !isPair(word, next)
}

// glueBut glues all of a text but where may says that a line may end, by the two words
// before and the two behind.
func (f *former) glueBut(s string, may func(before, word, next, behind string) bool) string {
	g := f.gluer(s)
	word := func(from int) string {
		if from >= len(s) {
			return ""
		}
		end := from
		for end < len(s) && s[end] != ' ' && !strings.HasPrefix(s[end:], noBreakSpace) {
			end++
		}
		return s[from:end]
	}
	before := ""
	for start := 0; start < len(s); {
		this := word(start)
		end := start + len(this)
		if end == len(s) {
			break
		}
		size := 1
		if s[end] != ' ' {
			size = len(noBreakSpace)
		}
		next := word(end + size)
		behind := word(end + size + len(next) + 1)
		if s[end] == ' ' && (next == "" || decree.LineWords().Leading[vi.Lower(this)] || !may(before, this, next, behind)) {
			g.replace(end, end+1, noBreakSpace)
		}
		before, start = this, end+size
	}
	return g.String()
}

// wholeSense glues what belongs together in a title, so that its lines end at a
// pause. What becomes too long for a line breaks there after all: layout ends a
// line at a no-break space when it must.
func (f *former) wholeSense(in []doc.Inline) []doc.Inline { return f.eachText(in, f.glueSense) }

func (f *former) glueSense(s string) string {
	g := f.gluer(s)
	// Capitals say nothing where all letters are capitals.
	mixed := strings.ContainsFunc(s, func(r rune) bool { return unicode.ToUpper(r) != r })
	for start := 0; start < len(s); {
		end := start + strings.IndexByte(s[start:], ' ')
		if end < start {
			break
		}
		if together(s[start:end], s[end+1:], start > 0, mixed) {
			g.replace(end, end+1, noBreakSpace)
		}
		start = end + 1
	}
	return g.String()
}

// together tells whether no line ends between a word of a title and the text
// behind it. Capitals say something inside a text of mixed letters only.
func together(word, rest string, inside, mixed bool) bool {
	next, behind, _ := strings.Cut(rest, " ")
	words := decree.LineWords()
	switch low := vi.Lower(word); {
	case word == "" || next == "":
		return false
	case isPair(word, next), words.Leading[low]:
		return true
	case !mixed || strings.HasSuffix(word, ","):
		return false
	case words.Place[low] && named(next):
		return true
	case words.Place[next]: // "Khen thưởng xã", but "nhân dân / xã Cẩm Hòa"
		return !named(behind)
	}
	return inside && capital(word) && capital(next) // a name: "Cẩm Hòa"
}

// named tells whether a name or number begins the text.
func named(s string) bool {
	return capital(s) || s != "" && s[0] >= '0' && s[0] <= '9'
}

// capital tells whether a text begins with a capital letter.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "“\"("))
	return unicode.IsUpper(r)
}
