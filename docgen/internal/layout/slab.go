package layout

import "strings"

// usualActs is how many acts most pages have at most.
const usualActs = 64

// slab hands out values from larger blocks, so that a page of many small
// things costs few allocations. Values stay where they are: pointers to them
// may be kept. The zero value is ready to use.
type slab[T any] struct {
	block []T // the last
	free  []T // what is left of it
	next  int
}

// Blocks of a slab grow from the first of these to the second, so that a
// one-page document stays small and a long one is cheap.
const (
	firstSlab = 64
	lastSlab  = 1024
)

func (s *slab[T]) grow(n int) {
	s.next = min(max(2*s.next, firstSlab), lastSlab)
	s.block = make([]T, max(s.next, n))
	s.free = s.block
}

// reset takes back all values. The last block is used again, unless it was made for a long slice.
func (s *slab[T]) reset() {
	if len(s.block) > lastSlab {
		*s = slab[T]{}
		return
	}
	clear(s.block[:len(s.block)-len(s.free)])
	s.free = s.block
}

// wording is room for many short texts, each written behind the one before.
type wording struct{ strings.Builder }

// The room grows from the first of these to the second.
const firstWording, lastWording = 512, 4 << 10

// room returns where a text of up to n bytes is written.
func (w *wording) room(n int) *strings.Builder {
	if c := w.Cap(); c-w.Len() < n {
		w.Reset() // the texts in it stay as they are
		w.Grow(max(n, min(max(2*c, firstWording), lastWording)))
	}
	return &w.Builder
}

// one gives a zero value.
func (s *slab[T]) one() *T {
	if len(s.free) == 0 {
		s.grow(1)
	}
	v := &s.free[0]
	s.free = s.free[1:]
	return v
}

// room gives an empty slice with room for n values.
func (s *slab[T]) room(n int) []T {
	if len(s.free) < n {
		s.grow(n)
	}
	vs := s.free[:0:n]
	s.free = s.free[n:]
	return vs
}

// clone copies vs into the slab. The copy cannot grow into its neighbours.
func (s *slab[T]) clone(vs []T) []T {
	if len(vs) == 0 {
		return nil
	}
	return append(s.room(len(vs)), vs...)
}
