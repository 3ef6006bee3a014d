package flowcase

import (
	"gopkg.in/yaml.v3"

	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/plan/diag"
)

// row is a list of cells, or {cells, whole, keep_next, min}.
type row struct {
	Cells    []cell
	Whole    bool
	KeepNext bool `yaml:"keep_next"`
	Min      pt
}

// UnmarshalYAML takes a list as the cells.
func (r *row) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.SequenceNode {
		return n.Decode(&r.Cells)
	}
	type plain row
	return n.Decode((*plain)(r))
}

// cell is a text, or {p or blocks, cols, rows, valign, head, break}.
type cell struct {
	P          string
	Blocks     []block
	Cols, Rows int
	Valign     string
	Head       string
	Break      bool

	line int
}

// UnmarshalYAML takes a scalar as the text.
func (c *cell) UnmarshalYAML(n *yaml.Node) error {
	c.line = n.Line
	if n.Kind == yaml.ScalarNode {
		c.P = n.Value
		return nil
	}
	type plain cell
	return n.Decode((*plain)(c))
}

var scopes = map[string]flow.Scope{"": flow.NoScope, "column": flow.ColumnScope, "row": flow.RowScope}

func (b *block) table(at *diag.Pos) (flow.Block, error) {
	t := &flow.Table{
		At: at, Layout: b.Layout, ByColumn: b.ByColumn, Role: roles[b.Role], Alt: b.Alt, Indent: b.Indent.length(), Align: aligns[b.Align],
		Header: b.Header, Border: b.Border.length(), Padding: b.Padding.length(),
		Before: b.Before.length(), After: b.After.length(),
	}
	for _, c := range b.Columns {
		t.Columns = append(t.Columns, c.length())
	}
	for _, r := range b.Table {
		out := &flow.Row{MinHeight: r.Min.length(), Whole: r.Whole, KeepNext: r.KeepNext}
		for i := range r.Cells {
			c := &r.Cells[i]
			blocks := c.Blocks
			if c.P != "" {
				blocks = append([]block{{P: &c.P, line: c.line}}, blocks...)
			}
			inner, err := readBlocks(blocks)
			if err != nil {
				return nil, err
			}
			out.Cells = append(out.Cells, &flow.Cell{
				At: &diag.Pos{File: at.File, Line: c.line, Column: 1}, Columns: c.Cols, Rows: c.Rows,
				Head: scopes[c.Head], VAlign: valigns[c.Valign], BreakWords: c.Break, Blocks: inner,
			})
		}
		t.Rows = append(t.Rows, out)
	}
	return t, nil
}
