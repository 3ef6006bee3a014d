package word

import "strconv"

// A table's style may give its first and last rows and columns, and every other one, a look of
// their own: tblStylePr. The table says which of them it takes: tblLook.

// condition is a part of a table that a style may treat by itself, from the weakest.
type condition uint8

const (
	band1Vert condition = iota
	band2Vert
	band1Horz
	band2Horz
	firstRow
	lastRow
	firstCol
	lastCol
	conditions
)

var conditionNames = map[string]condition{
	"band1Vert": band1Vert, "band2Vert": band2Vert, "band1Horz": band1Horz, "band2Horz": band2Horz,
	"firstRow": firstRow, "lastRow": lastRow, "firstCol": firstCol, "lastCol": lastCol,
}

// readConditions reads what a table's style says of parts of tables.
func (s *sheet) readConditions(t *tree, n int32, st *style) {
	for c := range t.children(n) {
		if !t.is(c, "tblStylePr") {
			continue
		}
		name, _ := t.attr(c, "type")
		k, ok := conditionNames[name]
		if !ok {
			continue
		}
		if st.parts == nil {
			st.parts = new([conditions]*style)
		}
		st.parts[k] = &style{face: t.readFace(t.child(c, "rPr"), &s.theme), shape: t.readShape(t.child(c, "pPr"), &s.theme)}
	}
}

// overParts puts the conditions of a style over those of its base.
func overParts(base, own *[conditions]*style) *[conditions]*style {
	switch {
	case base == nil:
		return own
	case own == nil:
		return base
	}
	all := *base
	for k, p := range own {
		if p == nil {
			continue
		}
		if below := all[k]; below != nil {
			sum := &style{face: below.face, shape: below.shape}
			sum.face.over(&p.face)
			sum.shape.over(&p.shape)
			p = sum
		}
		all[k] = p
	}
	return &all
}

// tableLook is which parts of a table take their own look.
type tableLook struct {
	of                     *style // of the whole table
	taken                  [conditions]bool
	rows, columns          int
	bandedRows, bandedCols bool
	cells                  map[[conditions]bool]*style // made so far
}

// readLook reads which parts of a table take their own look. rows is how many it has.
func (s *story) readLook(props int32, st *style, rows, columns int) *tableLook {
	if st == nil || st.parts == nil {
		return nil
	}
	l := &tableLook{of: st, rows: rows, columns: columns, cells: make(map[[conditions]bool]*style)}
	look := s.child(props, "tblLook")
	if props == 0 || look == 0 {
		l.taken[firstRow], l.taken[firstCol], l.bandedRows = true, true, true // Word's own 04A0
		return l
	}
	value, _ := s.attr(look, "val")
	bits, _ := strconv.ParseUint(value, 16, 16)
	on := func(name string, bit uint64) bool {
		switch v, ok := s.attr(look, name); {
		case !ok:
			return bits&bit != 0
		default:
			return v == "1" || v == "true" || v == "on"
		}
	}
	l.taken[firstRow], l.taken[lastRow] = on("firstRow", 0x20), on("lastRow", 0x40)
	l.taken[firstCol], l.taken[lastCol] = on("firstColumn", 0x80), on("lastColumn", 0x100)
	l.bandedRows, l.bandedCols = !on("noHBand", 0x200), !on("noVBand", 0x400)
	return l
}

// at gives the style for a cell in a row, from 0, and a column.
func (l *tableLook) at(row, column, columns int) *style {
	var in [conditions]bool
	in[firstRow] = l.taken[firstRow] && row == 0
	in[lastRow] = l.taken[lastRow] && row == l.rows-1
	in[firstCol] = l.taken[firstCol] && column == 0
	in[lastCol] = l.taken[lastCol] && l.columns > 0 && column+columns >= l.columns
	if l.bandedRows && !in[firstRow] && !in[lastRow] {
		if l.taken[firstRow] {
			row--
		}
		in[band1Horz], in[band2Horz] = row%2 == 0, row%2 != 0
	}
	if l.bandedCols && !in[firstCol] && !in[lastCol] {
		if l.taken[firstCol] {
			column--
		}
		in[band1Vert], in[band2Vert] = column%2 == 0, column%2 != 0
	}
	if st := l.cells[in]; st != nil {
		return st
	}
	sum := *l.of
	for k, p := range l.of.parts {
		if in[k] && p != nil {
			sum.face.over(&p.face)
			sum.shape.over(&p.shape)
		}
	}
	l.cells[in] = &sum
	return &sum
}

// countRows says how many rows a table has, those in controls too.
func (s *story) countRows(n int32) int {
	rows := 0
	for c := range s.children(n) {
		if s.nodes[c].space != word {
			continue
		}
		switch s.nodes[c].name {
		case "tr":
			rows++
		case "sdt":
			rows += s.countRows(s.child(c, "sdtContent"))
		case "customXml", "smartTag", "ins", "moveTo":
			rows += s.countRows(c)
		}
	}
	return rows
}
