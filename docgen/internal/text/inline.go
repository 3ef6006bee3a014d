package text

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// What stands in place of things that have no letters of their own.
const (
	blank      = "......"
	pageNumber = "#" // pages are not known here
)

// inlines gives the text of inlines, with '\n' for a line break, and notes
// the footnotes in it.
func (w *writer) inlines(list []doc.Inline) string {
	var b strings.Builder
	w.write(&b, list)
	return lines.Plain(b.String())
}

func (w *writer) write(b *strings.Builder, list []doc.Inline) {
	for _, in := range list {
		w.inline(b, in)
	}
}

func (w *writer) inline(b *strings.Builder, in doc.Inline) {
	switch in := in.(type) {
	case *doc.Text:
		b.WriteString(in.S)
	case *doc.Strong:
		w.write(b, in.Inlines)
	case *doc.Emph:
		w.write(b, in.Inlines)
	case *doc.Upright:
		w.write(b, in.Inlines)
	case *doc.Label:
		w.write(b, in.Inlines)
	case *doc.LineBreak:
		b.WriteByte('\n')
	case *doc.Tab:
		// What a tab is for, a distance or a line to fill, is told by its
		// stop; see leaders.
		b.WriteByte('\t')
	case *doc.Blank:
		b.WriteString(cmp.Or(in.Value, blank))
	case *doc.Note:
		if len(in.Inlines) > 0 { // else its text stands at another mark
			w.notes = append(w.notes, in)
		}
		b.WriteString(noteMark(in))
	case *doc.Link:
		w.link(b, in)
	case *doc.Ref:
		w.write(b, in.Inlines)
	case *doc.PageNumber:
		b.WriteString(pageNumber)
	default:
		w.fail("unknown inline %T", in)
	}
}

// link writes the words of a link, and its address where they do not say it.
func (w *writer) link(b *strings.Builder, l *doc.Link) {
	var words strings.Builder
	w.write(&words, l.Inlines)
	b.WriteString(words.String())
	_, address, _ := strings.Cut(l.URL, ":") // without its scheme
	said := words.String()
	if l.URL != "" && said != l.URL && strings.Trim(said, "/") != strings.Trim(address, "/") {
		b.WriteString(" (" + l.URL + ")")
	}
}

func noteMark(n *doc.Note) string { return "[" + strconv.Itoa(n.Number) + "]" }

// leaders replaces the tabs of a line: by dots where the stop has a leader,
// else by a space. The stops of a paragraph are taken in order.
func leaders(line string, stops []flow.TabStop) string {
	if !strings.Contains(line, "\t") {
		return line
	}
	var b strings.Builder
	for i, piece := range strings.Split(line, "\t") {
		if i > 0 {
			if i <= len(stops) && stops[i-1].Leader != 0 {
				b.WriteString(" " + strings.Repeat(string(stops[i-1].Leader), len(blank)))
			}
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimSpace(piece))
	}
	return b.String()
}
