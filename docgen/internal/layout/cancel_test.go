package layout

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/internal/impatient"
)

// TestCancel: a flow is given up at any time, once a page at least, and nobody asks
// twice whether.
func TestCancel(t *testing.T) {
	font := flow.Font{Size: 14 * doc.Point}
	long := &flow.Paragraph{Font: font, Inlines: doc.T(strings.Repeat(words+" ", 500))}
	table := tableFlow(500).Sections[0].Blocks[0]
	note := &flow.Paragraph{Font: font, Inlines: []doc.Inline{&doc.Note{Number: 1, Inlines: long.Inlines}}}
	frame := &flow.Frame{Width: doc.MM(100), Height: doc.MM(100), Blocks: []flow.Block{&flow.Group{Blocks: []flow.Block{long}}}}
	for name, f := range map[string]*flow.Flow{
		"many paragraphs": pagesFlow(20),
		"one paragraph":   flowOf(long),
		"one table":       flowOf(table),
		"one note":        flowOf(note),
		"a frame":         flowOf(frame),
		"sections":        {Sections: append(pagesFlow(10).Sections, pagesFlow(10).Sections...)},
	} {
		whole := impatient.New(t.Context(), impatient.Never)
		r, _, err := Pages(whole, f, halfEm{})
		if err != nil {
			t.Fatal(err)
		}
		if whole.Asked < 2*len(r.Pages) {
			t.Errorf("%s: %d pages, asked %d times", name, len(r.Pages), whole.Asked)
		}
		for k := range 5 {
			c := impatient.New(t.Context(), whole.Asked*k/5)
			r, found, err := Pages(c, f, halfEm{})
			if err != context.Canceled || r != nil || found != nil || c.Asked != c.Patience+1 {
				t.Errorf("%s, cancelled after %d: error %v, asked %d times", name, c.Patience, err, c.Asked)
			}
		}
		counted := impatient.New(t.Context(), impatient.Never)
		if _, err := Coverage(counted, f, halfEm{}); err != nil || counted.Asked == 0 {
			t.Errorf("%s: coverage: %v, asked %d times", name, err, counted.Asked)
		}
		c := impatient.New(t.Context(), counted.Asked/2)
		if _, err := Coverage(c, f, halfEm{}); !errors.Is(err, context.Canceled) || c.Asked != c.Patience+1 {
			t.Errorf("%s: coverage: %v, asked %d times", name, err, c.Asked)
		}
	}
	if _, _, err := Pages(t.Context(), flowOf(&flow.Paragraph{Font: font}), halfEm{}); err != nil {
		t.Error(fmt.Errorf("not cancelled: %w", err))
	}
}

// TestPagesUpTo: as many pages as may be, and not one more.
func TestPagesUpTo(t *testing.T) {
	f := pagesFlow(20)
	whole := impatient.New(t.Context(), impatient.Never)
	r, _, err := Pages(whole, f, halfEm{})
	if err != nil {
		t.Fatal(err)
	}
	n := len(r.Pages)
	if got, _, err := PagesUpTo(t.Context(), f, halfEm{}, n); err != nil || len(got.Pages) != n {
		t.Errorf("%d pages of %d: %v", len(got.Pages), n, err)
	}
	for _, most := range []int{1, n / 2, n - 1} {
		c := impatient.New(t.Context(), impatient.Never)
		if got, _, err := PagesUpTo(c, f, halfEm{}, most); !errors.Is(err, ErrPages) || got != nil || c.Asked >= whole.Asked {
			t.Errorf("at most %d of %d pages: %v, asked %d times of %d", most, n, err, c.Asked, whole.Asked)
		}
	}
}
