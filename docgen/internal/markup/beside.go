package markup

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
)

// before gives the item before one in its list, nil for the first.
func (p *parser) before(at int) *item {
	it := p.items[at]
	for _, n := range slices.Backward(p.items[:at]) {
		switch {
		case n.form == it.form && n.parent == it.parent:
			if it.n.follows(n.n, it.form) {
				return n
			}
			return nil
		case n == it.parent:
			return nil
		}
	}
	return nil
}

// after gives the next item of an item's form beside it, nil where there is none.
func (p *parser) after(at int) *item {
	it := p.items[at]
	for _, n := range p.items[at+1:] {
		if n.form == it.form && n.parent == it.parent {
			return n
		}
		for up := it.parent; up != nil; up = up.parent {
			if n.parent == up.parent {
				return nil // beside what holds them
			}
		}
	}
	return nil
}

// belowIsOther reports whether what stands below an item is not its own: the dots of others that are left out, where the next one
// beside it has another number than the next, or the words that close a paper, where none is, or a list. Where nothing stands below
// the one before, nothing does below it.
func (p *parser) belowIsOther(at int) bool {
	it := p.items[at]
	prose, ok := it.d.Parts[0].(*doc.Prose)
	if !ok {
		return false
	}
	dots := len(it.d.Parts) == 1 && isLeftOut(endText(prose.Inlines))
	if !dots && !closesPaper(prose.Inlines) && !p.isLikeBare(at) {
		return false
	}
	if next := p.after(at); next != nil {
		if goesOn := next.n.follows(it.n, it.form); goesOn || dots {
			return !goesOn
		}
	}
	before := p.before(at)
	return before == nil || len(before.d.Parts) == 0
}

// isLikeBare reports whether the items above one in its list have nothing below them and look as it does, so that paragraphs below
// it close the list: "1. Thôn Đông", "2. Thôn Nam", "Các thôn khác ...".
func (p *parser) isLikeBare(at int) bool {
	it, before := p.items[at], p.before(at)
	if before == nil || strings.ContainsRune(".!?…", lastOf(before.said)) || colonInside(before.said) > 0 != (colonInside(it.said) > 0) ||
		slices.ContainsFunc(it.d.Parts, func(p doc.Part) bool { return !isProse(p) }) {
		return false
	}
	for _, n := range slices.Backward(p.items[:at]) {
		if n == it.parent {
			break
		}
		if n.form == it.form && n.parent == it.parent {
			switch {
			case len(n.d.Parts) > 0:
				return false
			case n.n.isFirst():
				return true
			}
		}
	}
	return true
}

// closesPaper reports whether a paragraph begins with words that close a paper, and are no text of an item: "Trên đây là".
func closesPaper(in []doc.Inline) bool {
	t, ok := in[0].(*doc.Text)
	if !ok {
		return false
	}
	return slices.ContainsFunc(closers[:], func(w string) bool {
		rest, ok := strings.CutPrefix(t.S, w)
		return ok && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, ":"))
	})
}
