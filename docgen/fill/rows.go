package fill

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// rowGroup is a row of a table, with those that cells merged downwards join to it. It is
// repeated when it names fields of a list.
type rowGroup struct {
	refs  []*ref
	lists []string
}

// rows makes groups of the rows that ask for values.
func (b *builder) rows(root *node) {
	for _, t := range slices.Collect(root.all("w:tbl")) {
		b.group(t)
	}
}

func (b *builder) group(parent *node) {
	for i := 0; i < len(parent.kids); i++ {
		row := parent.kids[i]
		if row.name != "w:tr" {
			// Rows of a section or a content control belong to what they name there.
			if _, ok := row.op.(*section); ok || row.name == "w:sdt" || row.name == "w:sdtContent" {
				b.group(row)
			}
			continue
		}
		refs := rowRefs(row)
		if len(refs) == 0 {
			continue
		}
		end := i + 1
		for open := restarts(row, nil); len(open) > 0 && end < len(parent.kids) && parent.kids[end].name == "w:tr" &&
			continues(parent.kids[end], open); end++ {
			open = restarts(parent.kids[end], open)
			refs = append(refs, rowRefs(parent.kids[end])...)
		}
		parent.wrap(i, end, &rowGroup{refs: refs})
	}
}

// rowRefs are the names that the cells of a row ask for, those of tables in it apart.
func rowRefs(row *node) (all []*ref) {
	row.walk(func(n *node) bool {
		if n.name == "w:tbl" {
			return false
		}
		if n.op != nil {
			all = append(all, needed(n)...)
			return false
		}
		return true
	})
	return all
}

// restarts gives the columns at which a merge begins in a row, and those of open ones that go
// on.
func restarts(row *node, open map[int]bool) map[int]bool {
	next := make(map[int]bool)
	cells(row, func(column int, merge string) {
		if merge == "restart" || merge == "continue" && open[column] {
			next[column] = true
		}
	})
	return next
}

func continues(row *node, open map[int]bool) bool {
	goes := false
	cells(row, func(column int, merge string) { goes = goes || merge == "continue" && open[column] })
	return goes
}

// cells visits the cells of a row with the column they begin at and how they are merged
// downwards: "restart", "continue" or not at all.
func cells(row *node, f func(column int, merge string)) {
	column := 0
	if before := row.child("w:trPr").child("w:gridBefore"); before != nil {
		column = number(before.attr("w:val"))
	}
	for _, c := range row.kids {
		if c.name == "w:sdt" {
			c = c.child("w:sdtContent").child("w:tc")
		}
		if c == nil || c.name != "w:tc" {
			continue
		}
		properties := c.child("w:tcPr")
		merge := ""
		if m := properties.child("w:vMerge"); m != nil {
			if merge = m.attr("w:val"); merge == "" {
				merge = "continue"
			}
		}
		f(column, merge)
		column++
		if span := properties.child("w:gridSpan"); span != nil {
			column += max(number(span.attr("w:val")), 1) - 1
		}
	}
}

// number reads a number that a file states, 0 for none and for one that no page has.
func number(s string) int { return numeral(s, 10, widest) }

// widest is the side of Word's largest page, 22 inches, in the smallest unit that a file has, EMU.
const widest = 22 * 914_400

// numeral reads a number in a base, 0 for none and for one above the most.
func numeral(s string, base int, most uint64) int {
	n, err := strconv.ParseUint(s, base, 64)
	if err != nil || n > most {
		return 0
	}
	return int(n)
}

// run repeats the rows for the list whose fields they name, or writes them as they are.
func (g *rowGroup) run(x *exec, n *node) {
	list, names := x.listOf(g.refs)
	switch {
	case len(names) > 1:
		x.add(g.refs[0].at.finding(RuleRepeat,
			fmt.Sprintf("dòng của bảng lấy trường của nhiều danh sách: %s", strings.Join(names, ", ")), "",
			fmt.Sprintf("viết {{#%s}} ở ô đầu và {{/%s}} ở ô cuối của dòng cần lặp", names[0], names[0])))
	case list == nil:
		x.kids(n)
	default:
		x.each(list, n, g.lists)
	}
}

// listOf finds the list whose fields are asked for: by its name before a stop, or because
// nothing else has them. An empty list has none: it takes the row with the names that nothing
// has, if it is the only one.
func (x *exec) listOf(refs []*ref) (list *value, names []string) {
	lists := x.lists()
	var empty []namedList
	for _, l := range lists {
		if len(l.value.list) == 0 {
			empty = append(empty, l)
		}
	}
	add := func(l namedList) {
		if list != l.value {
			names = append(names, l.name)
		}
		list = l.value
	}
	missing := false
	for _, r := range refs {
		if x.lookup(r.name) != nil {
			continue
		}
		missing = true
		if i := slices.IndexFunc(lists, func(l namedList) bool { return x.holds(l, r.name) }); i >= 0 {
			add(lists[i])
		}
	}
	if missing && list == nil && len(empty) == 1 {
		add(empty[0])
	}
	return list, names
}

// holds reports whether a list's elements have a name, by itself or behind the list's own.
func (x *exec) holds(l namedList, name string) bool {
	for i, r := range name {
		if r == '.' && x.lookup(name[:i]) == l.value {
			return true
		}
	}
	return slices.ContainsFunc(l.value.list, func(item *value) bool { return item.set.get(name) != nil })
}
