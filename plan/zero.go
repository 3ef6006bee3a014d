package plan

import "errors"

// orZero returns p, or a pointer to an empty value for nil: so that methods take nil for a
// value of which nothing is given.
func orZero[T any](p *T) *T {
	if p == nil {
		return new(T)
	}
	return p
}

// store puts what was read into the value that reads it.
func store[T any](to *T, v T) error {
	if to == nil {
		return errors.New("read text: no value to put it into")
	}
	*to = v
	return nil
}
