package flow

import (
	"strings"
	"sync"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/slab"
	"github.com/vanban-go/vanban/plan/diag"
)

// Memory is where the many small parts of a flow lie: used again for the next, once nobody looks
// at the flow any more. The zero value is ready to use.
type Memory struct {
	paragraphs slab.Of[Paragraph]
	groups     slab.Of[Group]
	rows       slab.Of[Row]
	cells      slab.Of[Cell]
	columns    slab.Of[*Cell]
	blocks     slab.Of[Block]
	inlines    slab.Of[doc.Inline]
	texts      slab.Of[doc.Text]
	labels     slab.Of[doc.Label]
	letters    slab.Wording // of texts that differ from those of the document
}

var memories = sync.Pool{New: func() any { return new(Memory) }}

// New is an empty flow, and the memory for its parts.
func New(meta doc.Meta) (*Flow, *Memory) {
	m := memories.Get().(*Memory)
	return &Flow{Meta: meta, memory: m}, m
}

// Release lets the next flow be made where this one was. It and all that is in it may not be used
// any more.
func (f *Flow) Release() {
	if f.memory != nil {
		f.memory.release()
	}
	*f = Flow{}
}

// release empties the memory and keeps it for the next flow.
func (m *Memory) release() {
	m.paragraphs.Reset()
	m.groups.Reset()
	m.rows.Reset()
	m.cells.Reset()
	m.columns.Reset()
	m.blocks.Reset()
	m.inlines.Reset()
	m.texts.Reset()
	m.labels.Reset()
	memories.Put(m)
}

// Paragraph is an empty one.
func (m *Memory) Paragraph() *Paragraph { return m.paragraphs.One() }

// Paragraphs are n empty ones.
func (m *Memory) Paragraphs(n int) []Paragraph { return m.paragraphs.Room(n)[:n] }

// Row is an empty row with room for n cells, and n empty cells.
func (m *Memory) Row(n int) (*Row, []Cell) {
	r := m.rows.One()
	r.Cells = m.columns.Room(n)
	return r, m.cells.Room(n)[:n]
}

// Group is a group of such blocks.
func (m *Memory) Group(at *diag.Pos, role Role, blocks []Block) *Group {
	g := m.groups.One()
	g.At, g.Role, g.Blocks = at, role, blocks
	return g
}

// Blocks is an empty list with room for n blocks.
func (m *Memory) Blocks(n int) []Block { return m.blocks.Room(n) }

// Inlines is an empty list with room for n inlines.
func (m *Memory) Inlines(n int) []doc.Inline { return m.inlines.Room(n) }

// Text is plain text.
func (m *Memory) Text(s string) *doc.Text {
	t := m.texts.One()
	t.S = s
	return t
}

// Label is a label of such inlines.
func (m *Memory) Label(in []doc.Inline) *doc.Label {
	l := m.labels.One()
	l.Inlines = in
	return l
}

// Letters is where a text of up to n bytes is written, behind those before it.
func (m *Memory) Letters(n int) *strings.Builder { return m.letters.Room(n) }
