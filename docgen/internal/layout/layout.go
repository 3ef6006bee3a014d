package layout

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
	"github.com/vanban-go/vanban/docgen/internal/slab"
	"github.com/vanban-go/vanban/plan/diag"
)

// Pages breaks f into pages. Findings are about things that cannot be laid out as asked (a
// word wider than its cell, a frame too small for its text, a letter that no face
// has); an error is a node it does not know, or that of ctx, which it looks at for
// each block, line and page. It never changes f.
func Pages(ctx context.Context, f *flow.Flow, m font.Metrics) (*Result, diag.List, error) {
	return PagesUpTo(ctx, f, m, math.MaxInt)
}

// ErrPages is the error of a flow that has more pages than may be.
var ErrPages = errors.New("too many pages")

// PagesUpTo is [Pages] that stops with [ErrPages] at the page behind the last that may be.
func PagesUpTo(ctx context.Context, f *flow.Flow, m font.Metrics, most int) (*Result, diag.List, error) {
	e := newEngine(ctx, m, f.Lines)
	e.most, e.res.Root, e.res.memory = most, e.tree.root, e.memory
	number := 0
	for _, s := range f.Sections {
		if s.Numbers.Restart {
			number = 0
		}
		var err error
		number, err = e.section(s, number)
		switch {
		case e.err != nil:
			return nil, nil, e.err
		case err != nil:
			return nil, nil, fmt.Errorf("layout: %w", err)
		}
	}
	e.checkTargets()
	e.found.Sort()
	return e.res, e.found, nil
}

// engine lays out one flow; it lives for one call of Pages. Blocks are first
// lowered into pieces (with lines broken and the structure tree built, in
// reading order), then pieces are put onto pages and drawn.
type engine struct {
	ctx      context.Context
	most     int   // pages
	err      error // of ctx, or too many pages
	m        font.Metrics
	rule     lines.Rule
	glue     *Glue // what is asked for instead of pages
	glueOnly bool  // what has none need not be broken
	res      *Result
	found    diag.List
	tree     tree

	noteWidth doc.Length // of the text that footnotes stand below
	missing   map[lacked]bool
	targets   []target

	*memory
	words slab.Wording // texts of lines that differ from those of the flow
}

func newEngine(ctx context.Context, m font.Metrics, rule lines.Rule) *engine {
	e := &engine{ctx: ctx, m: m, rule: rule, memory: memories.Get().(*memory)}
	e.res = &Result{Placements: e.places[:0]}
	e.tree.init(e.memory)
	return e
}

// cancelled reports whether nobody waits for the pages any longer.
func (e *engine) cancelled() bool {
	if e.err == nil {
		e.err = e.ctx.Err()
	}
	return e.err != nil
}

// column lowers blocks into a column of its own.
func (e *engine) column(blocks []flow.Block, s scope) ([]piece, error) {
	start := len(e.out)
	err := e.blocks(blocks, s)
	c := e.pieces.Clone(e.out[start:])
	e.out = e.out[:start]
	return c, err
}

// lowered are the blocks of a section as pieces.
type lowered struct {
	body, foot []piece
	frames     []*frame
}

// lower lowers the blocks of a section.
func (e *engine) lower(s *flow.Section) (l lowered, err error) {
	sc := scope{parent: e.tree.root, width: s.Page.TextWidth()}
	apart := sc
	apart.noNotes = "a frame or at the foot of a page"
	e.noteWidth = sc.width
	l.frames = make([]*frame, len(s.Frames))
	for i, f := range s.Frames {
		if l.frames[i], err = e.frame(f, apart); err != nil {
			return l, err
		}
	}
	e.out = e.out[:0]
	if err := e.blocks(s.Blocks, sc); err != nil {
		return l, err
	}
	body := len(e.out)
	if err := e.blocks(s.Foot, apart); err != nil {
		return l, err
	}
	l.body, l.foot = e.out[:body], e.out[body:]
	return l, nil
}

// section lays out one section whose first page follows page number, and
// gives the number of its last page.
func (e *engine) section(s *flow.Section, number int) (int, error) {
	l, err := e.lower(s)
	if err != nil {
		return 0, err
	}
	g := &pager{e: e, section: s, foot: l.foot}
	g.paint.e = e
	g.number = number
	g.begin(false)
	for _, f := range l.frames {
		f.draw(&g.paint, 0, 0)
	}
	g.place(l.body)
	g.end()
	return g.number, nil
}
