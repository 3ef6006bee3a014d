package slab

import "testing"

// TestReset: a slab gives empty values again, out of the blocks that it has, in their order, and lets go
// of those that are larger than any it would make, and of many.
func TestReset(t *testing.T) {
	var s Of[int]
	const two = 3 * first // the second is twice the first
	for range two {
		*s.One() = 7
	}
	start := &s.blocks[0][0]
	s.Reset()
	if s.One() != start {
		t.Error("a new block before the old ones are used up")
	}
	for range two - 1 {
		if v := s.One(); *v != 0 {
			t.Fatal("a value of the document before")
		}
	}
	if len(s.free) != 0 || len(s.blocks) != 2 {
		t.Errorf("%d values left in %d blocks", len(s.free), len(s.blocks))
	}
	s.Reset()
	if long := s.Room(first + 1); cap(long) != first+1 || len(s.blocks) != 3 || &s.blocks[1][0] != start {
		t.Errorf("a slice that is longer than the next block: %d blocks", len(s.blocks))
	}
	s.Room(Last + 1)
	if s.Reset(); len(s.blocks) != 3 || s.free != nil || s.used != 0 {
		t.Errorf("%d blocks, of which a large one", len(s.blocks))
	}
	for range keptBlocks + 2 {
		s.Room(Last)
	}
	if s.Reset(); len(s.blocks) != keptBlocks {
		t.Errorf("%d blocks are kept", len(s.blocks))
	}
}
