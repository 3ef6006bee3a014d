package layout

import (
	"context"
	"fmt"
	"slices"

	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// Glue says which letters of a flow that only mark where lines may end are needed: no-break
// spaces and hyphens where an ordinary one would end a line, and breaks inside a word
// where a line ends. All others may as well be ordinary ones, or not be there, which every
// reader of Word files finds and copies. The zero value and nil need all.
type Glue struct{ held map[any][]int }

// GlueOf breaks the lines of f as [Pages] does, without pages and tags: of the texts that
// have such letters. An error is a node that it does not know, or that of ctx.
func GlueOf(ctx context.Context, f *flow.Flow, m font.Metrics) (*Glue, error) {
	e := newEngine(ctx, m, f.Lines)
	defer e.memory.release()
	e.glue, e.glueOnly = &Glue{make(map[any][]int)}, true
	for _, s := range f.Sections {
		if _, err := e.lower(s); err != nil {
			if e.err != nil {
				return nil, e.err
			}
			return nil, fmt.Errorf("layout: %w", err)
		}
	}
	return e.glue, nil
}

// Held reports whether the nth of these letters of a paragraph or footnote, from 0, is
// needed.
func (g *Glue) Held(node any, n int) bool {
	if g == nil || g.held == nil {
		return true
	}
	held, ok := g.held[node]
	return !ok || slices.Contains(held, n)
}

// marked reports whether a text has letters that mark where lines may end.
func marked(runs []run) bool {
	return slices.ContainsFunc(runs, func(r run) bool { return r.kind == textRun && lines.HasMarks(r.s) })
}

// add notes what holds in a text that has been broken.
func (g *Glue) add(node any, b *breaker) {
	held, n := []int(nil), 0
	for i := range b.runs {
		r := &b.runs[i]
		if r.kind != textRun {
			continue
		}
		for at, c := range r.s {
			if !lines.Marks(c) {
				continue
			}
			if slices.Contains(b.held, place{i, at}) {
				held = append(held, n)
			}
			n++
		}
	}
	if n > 0 {
		g.held[node] = append(g.held[node], held...)
	}
}
