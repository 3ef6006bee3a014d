package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/vi"
)

// capitalPosts writes the posts of a signature in capitals, as the paper prints them, where the foot behind line from has none: "Giám đốc",
// "KT. Giám đốc" with a name below them. The recipients stand in line at, -1 for none.
func (r *reader) capitalPosts(from, at int) {
	const above, below, far = 12, 16, 14 // lines of a signature: beside the recipients, and at the end of a paper without them
	first, last := len(r.lines)-far, len(r.lines)
	if at >= 0 {
		first, last = at-above, min(at+below, last)
	} else if annex := slices.IndexFunc(r.lines[from:], func(l line) bool { return opensAnnex(&l) }); annex >= 0 {
		first, last = from+annex-far, from+annex
	}
	first = max(first, from)
	if r.isPosted(r.lines[first:last]) {
		return
	}
	for i := first; i < last; i++ {
		l := &r.lines[i]
		if l.table != nil {
			if t := r.postedTable(l.table); t != nil {
				l.table = t
			}
			continue
		}
		for _, it := range r.itemsOf(l) {
			if isSmallPost(it.text) && r.namedBelow(i+1, last, it.side) {
				l.capitalise(it.text)
			}
		}
	}
}

// isSmallPost reports whether a text can be the post of a signature that is not typed in capitals.
func isSmallPost(s string) bool {
	const most = 12 // words
	if isSmall(s) || len(strings.Fields(s)) > most || strings.ContainsAny(s, ":;") || strings.ContainsAny(lastLetter(s), ".,") {
		return false
	}
	return capacityLine.MatchString(s) || opensPosition(s)
}

// namedBelow reports whether a name stands on a side from line i on, below posts and notes of that side at most.
func (r *reader) namedBelow(i, last, side int) bool {
	for ; i < last; i++ {
		for _, it := range r.itemsOf(&r.lines[i]) {
			switch s := it.text; {
			case side >= 0 && it.side != side, isSmallPost(s), noteLine.MatchString(s), isRule(s):
			default:
				return isName(s) && !phrase.IsUpper(s) && !person.MatchString(s)
			}
		}
	}
	return false
}

// capitalise writes words of a line in capitals.
func (l *line) capitalise(s string) {
	raw := l.raw()
	if at := strings.Index(raw, s); at >= 0 {
		raw = raw[:at] + vi.Upper(s) + raw[at+len(s):]
	}
	l.spans = []span{{s: raw, bold: l.bold, italic: l.italic}}
	l.text = strings.Replace(l.text, s, vi.Upper(s), 1)
}

// postedTable gives a table with the posts in its cells in capitals, where it sets signatures side by side; nil for any other.
func (r *reader) postedTable(t *word.Table) *word.Table {
	listed, noted := false, false
	for _, it := range r.tableItems(t) {
		listed = listed || recipientsHead.MatchString(it.text)
		noted = noted || signedLine.MatchString(it.text)
	}
	if !t.Bare && !listed && !noted {
		return nil
	}
	posts := make(map[*word.Paragraph]bool)
	named := false
	for column := range width(t) {
		var cells []*word.Cell
		for _, row := range t.Rows {
			for _, c := range row.Cells {
				if c.Column == column {
					cells = append(cells, c)
				}
			}
		}
		ok, all := smallSignature(cells)
		if !ok {
			return nil
		}
		for _, p := range all {
			posts[p] = true
		}
		named = named || len(all) > 0
	}
	if !named {
		return nil
	}
	return withCapitals(t, posts)
}

// smallSignature gives the paragraphs of posts in the cells of a column, none for a list of recipients or an empty one. False: it is
// no signature.
func smallSignature(cells []*word.Cell) (ok bool, posts []*word.Paragraph) {
	var texts []string
	for _, c := range cells {
		for _, b := range c.Blocks {
			p, plain := b.(*word.Paragraph)
			if !plain {
				return false, nil
			}
			s := tidy(clean(p.Text()))
			switch {
			case s == "":
				continue
			case len(texts) == 0 && recipientsHead.MatchString(s):
				return true, nil
			case len(texts) == len(posts) && isSmallPost(s):
				posts = append(posts, p)
			case !noteLine.MatchString(s) && !isName(s):
				return false, nil
			}
			texts = append(texts, s)
		}
	}
	if len(texts) == 0 {
		return true, nil
	}
	return len(posts) > 0 && len(posts) < len(texts), posts
}

// withCapitals is a table with some of its paragraphs in capitals.
func withCapitals(t *word.Table, posts map[*word.Paragraph]bool) *word.Table {
	out := *t
	out.Rows = nil
	for _, row := range t.Rows {
		copied := *row
		copied.Cells = nil
		for _, c := range row.Cells {
			cell := *c
			cell.Blocks = nil
			for _, b := range c.Blocks {
				if p, ok := b.(*word.Paragraph); ok && posts[p] {
					upper := *p
					upper.Runs = slices.Clone(p.Runs)
					for i := range upper.Runs {
						upper.Runs[i].Text = vi.Upper(upper.Runs[i].Text)
					}
					b = &upper
				}
				cell.Blocks = append(cell.Blocks, b)
			}
			copied.Cells = append(copied.Cells, &cell)
		}
		out.Rows = append(out.Rows, &copied)
	}
	return &out
}
