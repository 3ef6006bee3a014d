package word

// grid places the cells of a table that is being read.
type grid struct {
	*story
	table *Table
	above map[int]*Cell // cells that go on downwards, by column
	look  *tableLook    // nil: all cells look the same
	seen  int           // rows so far
}

const maxColumns = 1000 // Word has 63

// readTable reads a table, nil when all its rows are deleted.
func (s *story) readTable(n int32) *Table {
	outer := s.table
	defer func() { s.table = outer }()
	g := grid{story: s, table: &Table{}, above: make(map[int]*Cell)}
	id := ""
	props := s.child(n, "tblPr")
	if props != 0 {
		if c := s.child(props, "tblStyle"); c != 0 {
			id = s.value(c)
		}
	}
	s.table = s.styles.style(ofTable, id)
	for c := range s.children(s.child(n, "tblGrid")) {
		if s.is(c, "gridCol") && len(g.table.Columns) < maxColumns {
			g.table.Columns = append(g.table.Columns, s.measure(c, "w").value)
		}
	}
	g.look = s.readLook(props, s.table, s.countRows(n), len(g.table.Columns))
	drawn := s.hasLines(s.child(props, "tblBorders"))
	if drawn == open3 && s.table != nil {
		drawn = s.table.drawn
	}
	g.table.Bare = drawn != on
	g.rows(n)
	if len(g.table.Rows) == 0 {
		return nil
	}
	return g.table
}

// hasLines reads the borders of a table or a cell: whether one is drawn, open for none stated.
func (t *tree) hasLines(n int32) tri {
	if n == 0 {
		return open3
	}
	for c := range t.children(n) {
		if v := t.value(c); v != "" && v != "nil" && v != "none" {
			return on
		}
	}
	return off
}

// rows reads the rows below an element, those in controls too.
func (g *grid) rows(n int32) {
	for c := range g.children(n) {
		if g.nodes[c].space != word {
			continue
		}
		switch g.nodes[c].name {
		case "tr":
			g.row(c)
			g.seen++
		default:
			g.through(c, g.rows)
		}
	}
}

func (g *grid) row(n int32) {
	row := &Row{}
	column := 0
	if props := g.child(n, "trPr"); props != 0 {
		switch {
		case g.child(props, "del") != 0:
			g.discard(n, Deleted)
			return
		case g.child(props, "hidden") != 0 && g.isOn(g.child(props, "hidden")):
			g.discard(n, Hidden)
			return
		}
		if c := g.child(props, "gridBefore"); c != 0 {
			column = span(g.measure(c, "val").value, 0)
		}
		if c := g.child(props, "tblHeader"); c != 0 {
			row.Header = g.isOn(c)
		}
	}
	if g.hasLines(g.child(g.child(n, "tblPrEx"), "tblBorders")) == on { // this row's own
		g.table.Bare = false
	}
	g.cells(n, row, &column)
	if len(row.Cells) > 0 || column > 0 {
		g.table.Rows = append(g.table.Rows, row)
	}
}

// cells reads the cells below an element, those in controls too.
func (g *grid) cells(n int32, row *Row, column *int) {
	for c := range g.children(n) {
		if g.nodes[c].space != word {
			continue
		}
		switch g.nodes[c].name {
		case "tc":
			g.cell(c, row, column)
		default:
			g.through(c, func(inner int32) { g.cells(inner, row, column) })
		}
	}
}

func (g *grid) cell(n int32, row *Row, column *int) {
	c := &Cell{Column: *column, Columns: 1, Rows: 1}
	props := g.child(n, "tcPr")
	if props != 0 {
		if g.child(props, "cellDel") != 0 {
			g.discard(n, Deleted)
			return
		}
		if g.hasLines(g.child(props, "tcBorders")) == on {
			g.table.Bare = false
		}
		if w := g.child(props, "gridSpan"); w != 0 {
			c.Columns = span(g.measure(w, "val").value, 1)
		}
	}
	c.Columns = min(c.Columns, max(maxColumns-c.Column, 1))
	*column += c.Columns
	if g.merged(props, "hMerge") == "continue" && len(row.Cells) > 0 {
		before := row.Cells[len(row.Cells)-1]
		before.Columns = c.Column + c.Columns - before.Column
		g.discard(n, Hidden)
		return
	}
	switch g.merged(props, "vMerge") {
	case "restart":
		g.above[c.Column] = c
	case "continue":
		if head := g.above[c.Column]; head != nil && head.Columns == c.Columns {
			head.Rows++
			g.discard(n, Hidden)
			return
		}
		g.above[c.Column] = c
	default:
		delete(g.above, c.Column)
	}
	if g.look != nil {
		g.story.table = g.look.at(g.seen, c.Column, c.Columns)
	}
	c.Blocks = g.blocks(n)
	row.Cells = append(row.Cells, c)
}

// merged says how a cell is merged: restart, continue, or not at all. A tracked merge goes
// before what was.
func (g *grid) merged(props int32, name string) string {
	if props == 0 {
		return ""
	}
	if c := g.child(props, "cellMerge"); c != 0 && name == "vMerge" {
		switch now, _ := g.attr(c, "vMerge"); now {
		case "cont":
			return "continue"
		case "rest":
			return "restart"
		}
	}
	c := g.child(props, name)
	if c == 0 {
		return ""
	}
	if g.value(c) == "restart" {
		return "restart"
	}
	return "continue"
}

// span is a number of columns, at least as many as a place allows.
func span(n Twips, least int) int { return min(max(int(n), least), maxColumns) }
