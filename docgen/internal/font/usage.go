package font

import (
	"fmt"
	"math/bits"
	"slices"
)

// Usage collects the letters that a document uses of one face. Not for
// concurrent use.
type Usage struct {
	face    *Face
	without *Subset
	seen    []uint64 // by slot; nil: none
	missing []rune
}

// NewUsage starts an empty collection of letters that without (nil for nothing) does not have.
func (f *Face) NewUsage(without *Subset) *Usage { return &Usage{face: f, without: without} }

// Add collects the letters of s.
func (u *Usage) Add(s string) {
	for _, r := range s {
		if u.without != nil && u.without.Number(r) != 0 {
			continue
		}
		slot := u.face.slot(r)
		if slot == 0 {
			u.miss(r)
			continue
		}
		if u.seen == nil {
			u.seen = make([]uint64, len(u.face.letters)/64+1)
		}
		u.seen[slot>>6] |= 1 << (slot & 63)
	}
}

func (u *Usage) miss(r rune) {
	if !slices.Contains(u.missing, r) {
		u.missing = append(u.missing, r)
	}
}

// Missing gives the letters that the face lacks, in order of their first use.
func (u *Usage) Missing() []rune { return u.missing }

// Subset cuts the face down to the letters collected. It is nil when there are none.
func (u *Usage) Subset() (*Subset, error) {
	var slots []int32
	for i, word := range u.seen {
		for ; word != 0; word &= word - 1 {
			slots = append(slots, int32(64*i+bits.TrailingZeros64(word)))
		}
	}
	if len(slots) == 0 {
		return nil, nil
	}
	return u.face.subset(slots)
}

// MissingGlyphError says which letters a face cannot draw. Layout reports
// them to the user with their places; to a writer they are a failure.
type MissingGlyphError struct {
	Style Style
	Runes []rune
}

func (e *MissingGlyphError) Error() string {
	return fmt.Sprintf("the %s face lacks %q", e.Style, string(e.Runes))
}
