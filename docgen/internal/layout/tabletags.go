package layout

import "github.com/vanban-go/vanban/docgen/doc"

// tableTags makes the structure elements of a table: Table, THead and TBody,
// TR, TH and TD. A Layout table is no table to who hears it: its cells are
// read one after another.
type tableTags struct {
	e          *engine
	header     int
	table      *Element // nil: an artifact, or a Layout table
	head, body *Element
	parent     *Element // of the contents of a Layout table
}

// rowTags makes the elements of the cells of a row.
type rowTags struct {
	t      *tableTags
	tr     *Element
	header bool
}

func (e *engine) tableTags(src *doc.Table, s scope) *tableTags {
	t := &tableTags{e: e, header: src.Header}
	switch holder := s.holder(&e.tree); {
	case src.Role == doc.RoleArtifact:
	case src.Layout && src.Role == doc.RolePart:
		t.parent = e.tree.add(holder, "Part")
	case src.Layout:
		t.parent = holder
	default:
		if t.table = e.tree.add(holder, "Table"); t.table != nil {
			t.table.Alt = src.Alt
		}
	}
	return t
}

func (t *tableTags) row(i int) rowTags {
	if t.table == nil {
		return rowTags{t: t}
	}
	group := &t.body
	role := "TBody"
	if i < t.header {
		group, role = &t.head, "THead"
	}
	if *group == nil {
		*group = t.e.tree.add(t.table, role)
	}
	return rowTags{t, t.e.tree.add(*group, "TR"), i < t.header}
}

func (r rowTags) cell(c *doc.Cell, cols, rows int) *Element {
	if r.tr == nil {
		return r.t.parent
	}
	scope := c.Head
	if r.header && scope == doc.NoScope {
		scope = doc.ColumnScope
	}
	role := "TD"
	if scope != doc.NoScope {
		role = "TH"
	}
	el := r.t.e.tree.add(r.tr, role)
	switch scope {
	case doc.ColumnScope:
		el.Scope = "Column"
	case doc.RowScope:
		el.Scope = "Row"
	}
	if cols > 1 {
		el.ColSpan = cols
	}
	if rows > 1 {
		el.RowSpan = rows
	}
	return el
}
