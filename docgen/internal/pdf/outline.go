package pdf

import (
	"strconv"

	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// entry is an entry of the outline in its place: indexes into the list of
// entries, -1 for none.
type entry struct {
	bookmark                        *layout.Bookmark
	parent, prev, next, first, last int
	kids                            int
}

// outline hangs the bookmarks into each other by their levels. A level that is
// skipped counts as one.
func outline(bookmarks []*layout.Bookmark) []entry {
	var list []entry
	var open []int // the last entry of each depth
	top := -1      // the last entry of the first level
	for _, b := range bookmarks {
		if b.Hidden {
			continue
		}
		for len(open) > 0 && list[open[len(open)-1]].bookmark.Level >= b.Level {
			open = open[:len(open)-1]
		}
		e := entry{bookmark: b, parent: -1, prev: -1, next: -1, first: -1, last: -1}
		n := len(list)
		if len(open) > 0 {
			e.parent = open[len(open)-1]
			up := &list[e.parent]
			if e.prev = up.last; up.first < 0 {
				up.first = n
			}
			up.last = n
			up.kids++
		} else {
			e.prev, top = top, n
		}
		if e.prev >= 0 {
			list[e.prev].next = n
		}
		list = append(list, e)
		open = append(open, n)
	}
	return list
}

// writeOutline writes the outline and gives the number of its root, or 0 when
// there is nothing in it. The first level is shown open, the others closed.
func (d *document) writeOutline(f *file, pages []int) (root int) {
	list := outline(d.pages.Outline)
	if len(list) == 0 {
		return 0
	}
	root = f.reserve()
	base := f.reserveRun(len(list))
	shown, last := 0, 0
	for i := range list {
		e := &list[i]
		if e.parent < 0 {
			shown += 1 + e.kids
			last = i
		}
		f.begin(base + i).str("<</Title").text(e.bookmark.Title)
		f.str("/Parent")
		if e.parent < 0 {
			f.ref(root)
		} else {
			f.ref(base + e.parent)
		}
		for _, to := range []struct {
			key   string
			entry int
		}{{"/Prev", e.prev}, {"/Next", e.next}, {"/First", e.first}, {"/Last", e.last}} {
			if to.entry >= 0 {
				f.str(to.key).ref(base + to.entry)
			}
		}
		if e.kids > 0 {
			f.str("/Count ")
			if e.parent < 0 {
				f.num(e.kids)
			} else {
				f.num(-e.kids)
			}
		}
		f.str("/Dest")
		d.destination(f, e.bookmark, pages)
		f.str(">>").end()
	}
	f.begin(root).str("<</Type/Outlines/First").ref(base)
	f.str("/Last").ref(base + last)
	f.str("/Count ").num(shown).str(">>").end()
	return root
}

// writeLabels writes the catalog's entry of page labels: runs of Arabic numbers
// that count up, and other labels one by one.
func (d *document) writeLabels(f *file) {
	f.str("/PageLabels<</Nums[")
	want := -1
	for i, page := range d.pages.Pages {
		n, err := strconv.Atoi(page.Label)
		if err != nil || n < 1 || strconv.Itoa(n) != page.Label {
			f.num(i)
			f.str("<</P").text(page.Label).str(">>")
			want = -1
			continue
		}
		if n != want {
			f.num(i)
			f.str("<</S/D/St ").num(n).str(">>")
		}
		want = n + 1
	}
	f.str("]>>")
}
