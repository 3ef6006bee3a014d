// Package slab is memory for many small values of a document: cheap to hand out, and used again for
// the next document.
package slab

import (
	"slices"
	"strings"
)

// Of hands out values from larger blocks, so that a page of many small
// things costs few allocations. Values stay where they are: pointers to them
// may be kept. The zero value is ready to use.
type Of[T any] struct {
	blocks [][]T
	used   int // how many of them values were handed out of
	free   []T // what is left of the last of these
	next   int
}

// Blocks grow from the first of these to the second, so that a
// one-page document stays small and a long one is cheap.
const (
	first = 64
	Last  = 1024
)

// keptBlocks is how many blocks are used again: those of some fifty pages.
const keptBlocks = 16

func (s *Of[T]) grow(n int) {
	if s.used == len(s.blocks) || len(s.blocks[s.used]) < n {
		s.next = min(max(2*s.next, first), Last)
		s.blocks = slices.Insert(s.blocks, s.used, make([]T, max(s.next, n)))
	}
	s.free = s.blocks[s.used]
	s.used++
}

// Reset takes back all values. Blocks are used again, but for many, and those made for a long slice.
func (s *Of[T]) Reset() {
	for i, block := range s.blocks[:s.used] {
		if i == s.used-1 {
			block = block[:len(block)-len(s.free)]
		}
		clear(block)
	}
	s.blocks = slices.DeleteFunc(s.blocks, func(block []T) bool { return len(block) > Last })
	if len(s.blocks) > keptBlocks {
		s.blocks = slices.Delete(s.blocks, keptBlocks, len(s.blocks))
	}
	s.used, s.free = 0, nil
}

// Wording is room for many short texts, each written behind the one before.
type Wording struct{ strings.Builder }

// The room grows from the first of these to the second.
const firstWording, lastWording = 512, 4 << 10

// Room returns where a text of up to n bytes is written.
func (w *Wording) Room(n int) *strings.Builder {
	if c := w.Cap(); c-w.Len() < n {
		w.Reset() // the texts in it stay as they are
		w.Grow(max(n, min(max(2*c, firstWording), lastWording)))
	}
	return &w.Builder
}

// One gives a zero value.
func (s *Of[T]) One() *T {
	if len(s.free) == 0 {
		s.grow(1)
	}
	v := &s.free[0]
	s.free = s.free[1:]
	return v
}

// Room gives an empty slice with room for n values.
func (s *Of[T]) Room(n int) []T {
	if len(s.free) < n {
		s.grow(n)
	}
	vs := s.free[:0:n]
	s.free = s.free[n:]
	return vs
}

// Clone copies vs into the slab. The copy cannot grow into its neighbours.
func (s *Of[T]) Clone(vs []T) []T {
	if len(vs) == 0 {
		return nil
	}
	return append(s.Room(len(vs)), vs...)
}
