package plan

import "slices"

// words is an enumeration: its values as YAML has them, in order, each with the term that
// official papers use.
type words[T ~string] []word[T]

type word[T ~string] struct {
	value T
	term  string
}

// values are the values alone, for the Values method that the struct tags are read with.
func (e words[T]) values() []string {
	out := make([]string, len(e))
	for i, w := range e {
		out[i] = string(w.value)
	}
	return out
}

// rank counts the values from 1; one that is not among them has 0.
func (e words[T]) rank(v T) int {
	return slices.IndexFunc(e, func(w word[T]) bool { return w.value == v }) + 1
}

// term returns the term of a value, and the value itself when it has none.
func (e words[T]) term(v T) string {
	if i := e.rank(v); i > 0 {
		return e[i-1].term
	}
	return string(v)
}
