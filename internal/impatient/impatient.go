// Package impatient is for tests alone: a context that ends at a moment of the test's choice.
//
//	whole := impatient.New(t.Context(), impatient.Never)
//	work(whole)                                         // whole.Asked times it was looked at
//	work(impatient.New(t.Context(), whole.Asked/2))     // ends in the middle
package impatient

import (
	"context"
	"math"
)

// Never is the patience of a context that does not end, and only counts.
const Never = math.MaxInt

// Context is cancelled once it was asked Patience times.
type Context struct {
	context.Context
	Patience int
	Asked    int // times that Err was called
}

// New returns a context that is cancelled once it was asked so many times.
func New(parent context.Context, patience int) *Context {
	return &Context{Context: parent, Patience: patience}
}

// Err is nil until the patience is at its end.
func (c *Context) Err() error {
	if c.Asked++; c.Asked > c.Patience {
		return context.Canceled
	}
	return nil
}
