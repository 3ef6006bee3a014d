package layout

import "github.com/vanban-go/vanban/docgen/internal/flow"

// tableTags makes the structure elements of a table: Table, THead and TBody,
// TR, TH and TD. A Layout table is no table to who hears it: its cells are
// read one after another, row by row or column by column.
type tableTags struct {
	e          *engine
	header     int
	bare       bool     // head is all there is: PDF/UA wants a TBody beside each THead
	table      *Element // nil: an artifact, or a Layout table
	head, body *Element
	parent     *Element   // of the contents of a Layout table
	columns    []*Element // stand in for the parent until all rows are lowered; nil: read row by row
}

// rowTags makes the elements of the cells of a row.
type rowTags struct {
	t      *tableTags
	tr     *Element
	header bool
}

func (e *engine) tableTags(src *flow.Table, s scope) *tableTags {
	t := &tableTags{e: e, header: src.Header, bare: src.Header >= len(src.Rows)}
	switch holder := s.holder(&e.tree); {
	case src.Role == flow.RoleArtifact:
	case src.Layout && src.Role == flow.RolePart:
		t.parent = e.tree.add(holder, "Part")
	case src.Layout:
		t.parent = holder
	default:
		if t.table = e.tree.add(holder, "Table"); t.table != nil {
			t.table.Alt = src.Alt
		}
	}
	if byColumn(src) && t.parent != nil {
		for range src.Columns {
			t.columns = append(t.columns, e.tree.elements.One())
		}
	}
	return t
}

// byColumn reports whether a table is read column by column.
func byColumn(t *flow.Table) bool { return t.Layout && t.ByColumn }

// close hands what the columns hold to the parent, one column after the other.
func (t *tableTags) close() {
	for _, c := range t.columns {
		t.parent.Kids = append(t.parent.Kids, c.Kids...)
	}
}

func (t *tableTags) row(i int) rowTags {
	if t.table == nil {
		return rowTags{t: t}
	}
	group := &t.body
	role := "TBody"
	if i < t.header && !t.bare {
		group, role = &t.head, "THead"
	}
	if *group == nil {
		*group = t.e.tree.add(t.table, role)
	}
	return rowTags{t, t.e.tree.add(*group, "TR"), i < t.header}
}

// cell makes the element of a cell that begins in column col.
func (r rowTags) cell(c *flow.Cell, col, cols, rows int) *Element {
	switch {
	case r.t.columns != nil:
		return r.t.columns[col]
	case r.tr == nil:
		return r.t.parent
	}
	scope := c.Head
	if r.header && scope == flow.NoScope {
		scope = flow.ColumnScope
	}
	role := "TD"
	if scope != flow.NoScope {
		role = "TH"
	}
	el := r.t.e.tree.add(r.tr, role)
	switch scope {
	case flow.ColumnScope:
		el.Scope = "Column"
	case flow.RowScope:
		el.Scope = "Row"
	}
	el.ColSpan, el.RowSpan = cols, rows
	return el
}
