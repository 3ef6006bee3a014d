// Package zero makes nil pointers harmless.
package zero

// Or returns p, or a pointer to an empty value for nil: so that functions take nil for a
// value of which nothing is given.
func Or[T any](p *T) *T {
	if p == nil {
		return new(T)
	}
	return p
}
