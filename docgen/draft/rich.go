package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/diag"
)

// escape makes text plain wherever it stands in a field of prose; a marker at its head stays.
func escape(s string) string {
	s = oneBlank(s)
	if !opensBlock(s) && (!strings.ContainsAny(s, `\*[{|<`) || reads(s, s)) {
		return s
	}
	out := markup.Inside(s)
	if opensBlock(strings.TrimRight(s, `\`)) && !strings.HasPrefix(out, `\`) {
		out = `\` + out
	}
	if reads(out, s) {
		return out
	}
	return markup.Escape(s)
}

// oneBlank puts one blank between words.
func oneBlank(s string) string {
	if !strings.Contains(s, "  ") && !strings.ContainsAny(s, "\t\n") {
		return tidy(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// opensBlock reports whether a line would be more than a paragraph: a heading with a made number,
// a picture, a note, a row of a table, a line that goes on.
func opensBlock(s string) bool {
	return strings.HasPrefix(s, "#") || strings.HasPrefix(s, "![") || strings.HasPrefix(s, "[") || strings.Contains(s, "|") ||
		strings.HasSuffix(s, `\`)
}

// reads reports whether a text with its marks is read as plain, and shows these words.
func reads(text, plain string) bool {
	in, found := markup.Line(markup.Source{Text: text})
	if found.HasErrors() {
		return false
	}
	return strings.Join(strings.Fields(doc.PlainText(in, "")), " ") == strings.Join(strings.Fields(plain), " ")
}

// rich gives a line with marks for its bold and italic words, where only some are. Letters of one
// look all over need none.
func (r *reader) rich(l *line) string {
	if d := dotted(l); d != l {
		r.sayDotted(l)
		l = d
	}
	var notes strings.Builder
	var pieces []span
	for _, s := range l.spans {
		if s.note != nil {
			n := slices.Index(r.notes, s.note)
			if n < 0 {
				n = len(r.notes)
				r.notes = append(r.notes, s.note)
			}
			pieces = append(pieces, span{s: fmt.Sprintf("[^%d]", n+1), note: s.note})
			fmt.Fprintf(&notes, "[^%d]", n+1)
			continue
		}
		if n := len(pieces); n > 0 && pieces[n-1].note == nil && pieces[n-1].link == s.link &&
			pieces[n-1].bold == s.bold && pieces[n-1].italic == s.italic {
			pieces[n-1].s += s.s
		} else {
			pieces = append(pieces, s)
		}
	}
	if len(pieces) > 1 && pieces[0].bold && articleMark.MatchString(tidy(pieces[0].s)) &&
		strings.ContainsAny(l.text[len(l.text)-1:], ".;,:!?") {
		pieces[0].bold = false // the paper makes it bold
	}
	pieces = markerFirst(pieces, l.text)
	marked := false
	for i := range pieces {
		pieces[i].bold = pieces[i].bold && !l.bold
		pieces[i].italic = pieces[i].italic && !l.italic
		marked = marked || pieces[i].bold || pieces[i].italic || pieces[i].link != ""
	}
	if !marked && notes.Len() == 0 {
		return escape(l.text)
	}
	if s := mark(pieces); readsMarked(s, l.text) {
		return s
	}
	for _, plain := range []func(p *span){func(p *span) { p.bold, p.italic = false, false }, func(p *span) { p.link = "" }} {
		for i := range pieces {
			plain(&pieces[i])
		}
		if s := mark(pieces); readsMarked(s, l.text) {
			return s
		}
	}
	return escape(l.text) + notes.String()
}

// markerFirst takes the marker of a line out of the words that lead to an address, or are italic: inside them it is none.
func markerFirst(pieces []span, text string) []span {
	if pieces == nil || pieces[0].link == "" && !pieces[0].italic {
		return pieces
	}
	first := pieces[0]
	rest := strings.TrimPrefix(first.s, markup.TypedMarker(text))
	if rest == first.s {
		return pieces
	}
	first.s, first.link, first.italic = first.s[:len(first.s)-len(rest)], "", false
	pieces[0].s = rest
	return append([]span{first}, pieces...)
}

var articleMark = pattern.New(`^Điều [0-9]+[.:]$`)

// mark joins pieces with their marks, white space outside of these.
func mark(pieces []span) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.note != nil {
			b.WriteString(p.s)
			continue
		}
		s := markup.Inside(p.s)
		sign := ""
		if p.bold {
			sign += "**"
		}
		if p.italic {
			sign += "*"
		}
		core := tidy(s)
		head := strings.Index(s, core)
		inner := core
		if strings.ContainsFunc(p.s, unicode.IsLetter) { // stars around figures are stars
			inner = sign + core + sign
		}
		if p.link != "" && core != "" {
			inner = "[" + inner + "](" + p.link + ")"
		}
		b.WriteString(s[:head] + inner + s[head+len(core):])
	}
	s := strings.Join(strings.Fields(b.String()), " ")
	if strings.HasPrefix(s, "#") {
		s = `\` + s
	}
	return s
}

// readsMarked is reads for a line with marks and notes: the words are those, and no sign is left
// of the marks.
func readsMarked(text, plain string) bool {
	for {
		before, rest, found := strings.Cut(text, "[^")
		if !found {
			return reads(text, plain)
		}
		_, after, _ := strings.Cut(rest, "]")
		text = before + after
	}
}

// withNotes puts the notes that a text refers to behind it, a line each.
func (r *reader) withNotes(text string) string {
	if r.doc == nil || !strings.Contains(text, "[^") {
		return text
	}
	behind := ""
	put := make(map[int]bool)
	for more := text; more != ""; { // a note may refer to another
		next := ""
		for _, m := range noteMark.FindAllStringSubmatch(more, -1) {
			n, err := strconv.Atoi(m[1])
			if err != nil || n < 1 || n > len(r.notes) || put[n] {
				continue
			}
			put[n] = true
			words := r.noteText(r.notes[n-1])
			next += fmt.Sprintf("[^%d]:%s\n", n, words)
			r.notedAgain(n, words)
		}
		behind, more = behind+next, next
	}
	if behind == "" {
		return text
	}
	return strings.TrimSuffix(text, "\n") + "\n" + behind
}

// notedAgain says that a note stands behind one more part of the paper: each part has its own notes.
func (r *reader) notedAgain(n int, words string) {
	if !r.noted[n] {
		if r.noted == nil {
			r.noted = make(map[int]bool)
		}
		r.noted[n] = true
		return
	}
	r.extra = append(r.extra, words)
	l := &line{text: tidy(words)}
	if blocks := r.noteLines(r.notes[n-1]); len(blocks) > 0 {
		l = &blocks[0]
	}
	r.say(l, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: l.text,
		Message: fmt.Sprintf("chú thích %s được dẫn từ nhiều phần của văn bản, nên in ở mỗi phần", quote(l.text)),
	})
}

func (r *reader) noteText(n *word.Note) string {
	var b strings.Builder
	lines := r.noteLines(n)
	for i := range lines {
		b.WriteString(" " + r.rich(&lines[i]))
	}
	return b.String()
}

// noteLines gives the lines of a note without its number, which the paper makes.
func (r *reader) noteLines(n *word.Note) []line {
	lines := r.cellLines(n.Blocks)
	if len(lines) == 0 {
		return nil
	}
	l := &lines[0]
	if rest, ok := strings.CutPrefix(l.spans[0].s, n.Label); ok {
		l.text, l.spans[0].s = tidy(strings.TrimPrefix(l.text, n.Label)), rest
	}
	return lines
}

// looseNotes gives the texts of notes whose marks have no place in the paper.
func (r *reader) looseNotes() string {
	var b strings.Builder
	if r.doc == nil {
		return ""
	}
	for _, n := range r.doc.Notes {
		if slices.Contains(r.notes, n) {
			continue
		}
		lines := r.noteLines(n)
		for i := range lines {
			b.WriteString(r.rich(&lines[i]) + "\n")
			r.unplaced(&lines[i])
		}
	}
	return b.String()
}

// offDash takes a typed dash or bullet off the head of an entry of a list.
func offDash(s string) string {
	s = tidy(s)
	for _, sign := range "-–—+*□" + phrase.Bullets {
		if rest, ok := strings.CutPrefix(s, string(sign)); ok && !strings.HasPrefix(rest, string(sign)) {
			if r, _ := utf8.DecodeRuneInString(rest); unicode.IsSpace(r) || unicode.IsLetter(r) {
				return tidy(rest)
			}
		}
	}
	return s
}

// bare is an entry of a list where the paper sets its own dash: without any typed one.
func bare(s string) string { return strings.TrimLeft(offDash(s), "-–—+* \t"+phrase.Bullets) }

// offEnd takes one mark off the end of a text where the paper sets its own.
func offEnd(s string) string {
	rest, _ := markup.EndOf(tidy(s))
	return rest
}

// isMarked reports whether a line begins with a marker of the grammar.
func isMarked(s string) bool { return markup.TypedMarker(s) != "" }

func isSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// cellLines gives the lines of a cell, those of tables inside it too.
func (r *reader) cellLines(blocks []word.Block) []line {
	w := wordLines{doc: r.doc}
	w.blocks(blocks)
	var all []line
	for _, l := range w.lines {
		if l.table == nil {
			all = append(all, l)
			continue
		}
		if !r.nested {
			r.nested = true
			r.say(&l, diag.Diagnostic{
				Level: diag.Warning, Rule: ruleForm, Found: l.text,
				Message: "bảng nằm trong ô của bảng khác ghi thành các dòng của ô ấy", Fix: "tách bảng bên trong ra, để dưới bảng ngoài",
			})
		}
		for _, it := range r.tableItems(l.table) {
			all = append(all, it.line)
		}
	}
	return all
}
