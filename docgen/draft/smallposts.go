package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/vi"
)

// smallPosts are the posts of a signature that were written in capitals.
type smallPosts struct {
	lines  map[int]line // as the draft has them, by their places in it
	typed  []line       // each post as typed
	signed bool         // a note says so, or two sign side by side
}

// capitalPosts writes the posts of a signature in capitals, as the paper prints them, where the foot behind line from has none: "Giám đốc",
// "KT. Giám đốc" with a name below them, and nothing else behind. The recipients stand in line at, -1 for none.
func (r *reader) capitalPosts(from, at int) smallPosts {
	var small smallPosts
	first, last := r.footOf(from, at)
	if r.isPosted(r.lines[first:last]) {
		return small
	}
	small.lines = make(map[int]line)
	for i := first; i < last; i++ {
		l := &r.lines[i]
		was, items := *l, r.itemsOf(l)
		if l.table != nil {
			t := r.postedTable(l.table)
			if t == nil || i != at && !r.endsFoot(i+1, last, at, -1) {
				continue
			}
			l.table = t
		}
		for _, it := range items {
			small.signed = small.signed || len(small.typed) > 0 && signedLine.MatchString(it.text)
			if !isSmallPost(it.text) || l.table == nil && !r.signsBelow(i, last, at, it.side) {
				continue
			}
			if l.table == nil {
				l.capitalise(it.text)
			}
			small.signed = small.signed || it.side >= 0
			small.typed = append(small.typed, it.line)
			small.lines[i] = was
		}
	}
	return small
}

// signsBelow reports whether a post in line i, on a side of it, has a name below it and nothing else behind.
func (r *reader) signsBelow(i, last, at, side int) bool {
	return (side >= 0 || i > at || r.lines[i].right) && r.namedBelow(i+1, last, side) && r.endsFoot(i+1, last, at, side)
}

// footOf gives the lines behind line from that a signature may stand in: around the recipients in line at, or the last ones of a paper
// without them, -1. No list, annex or other page behind it is of these.
func (r *reader) footOf(from, at int) (first, last int) {
	const above, below, far = 12, 16, 14 // lines of a signature: beside the recipients, and at the end of a paper without them
	last = len(r.lines)
	if at >= 0 {
		last = min(at+below, last)
		for i := at + 1; i < last; i++ {
			l := &r.lines[i]
			list := r.opensList(i) && !isRecipient(l.text)
			if list || l.page || opensAnnex(l) || isAnnexLabel(item{line: *l}) {
				last = i
			}
		}
		return max(at-above, from), last
	}
	for i := from; i < last; i++ {
		if l := &r.lines[i]; opensAnnex(l) || r.opensList(i) && (l.page || r.isIssuedWith(i)) {
			last = i
		}
	}
	return max(last-far, from), last
}

// endsFoot reports whether from line i on, before line last, no more stands on a side than posts, notes, names and recipients, which begin
// in line at, -1 for none.
func (r *reader) endsFoot(i, last, at, side int) bool {
	filed := last
	for filed--; filed > at && !isFile(r.lines[filed].text); filed-- {
	}
	for ; i < last; i++ {
		l := &r.lines[i]
		if i == at {
			continue
		}
		if l.table != nil {
			if r.postedTable(l.table) == nil {
				return false
			}
			continue
		}
		for _, it := range r.itemsOf(l) {
			switch s := it.text; {
			case side >= 0 && it.side >= 0 && it.side != side, isSmallPost(s), noteLine.MatchString(s), isRule(s):
			case isName(s) && !phrase.IsUpper(s):
			case at >= 0 && i > at && (i <= filed || isRecipient(s)):
			default:
				return false
			}
		}
	}
	return true
}

// isRecipient reports whether a line below "Nơi nhận:" looks like one of the list.
func isRecipient(s string) bool { return offDash(s) != s || endsEntry(s) }

// keepTyped gives the posts their letters back that are no part of the signatures that were read, which stand before line next, from line
// end on. A signer that nothing but a name below a post speaks for is not sure.
func (r *reader) keepTyped(small smallPosts, at, end, next int) {
	for i, l := range small.lines {
		if i < end || i >= next {
			r.lines[i] = l
		}
	}
	for k := range r.body {
		for _, l := range small.typed {
			if b := &r.body[k]; b.at == l.at && b.text == vi.Upper(l.text) {
				*b = l
			}
		}
	}
	if len(small.typed) > 0 && !small.signed && (at < 0 || opensOne(small.typed[0].text, helpers)) && r.has("signer") {
		r.take("signer", "người ký", Doubtful, &small.typed[0], "chức vụ không gõ chữ in hoa, không rõ có phải phần ký không")
	}
}

// isSmallPost reports whether a text can be the post of a signature that is not typed in capitals.
func isSmallPost(s string) bool {
	const most = 12 // words
	if phrase.IsUpper(s) || isSmall(s) || len(strings.Fields(s)) > most || strings.ContainsAny(s, ":;") ||
		strings.ContainsAny(lastLetter(s), ".,") {
		return false
	}
	return capacityLine.MatchString(vi.Upper(s)) || opensPosition(s)
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
