package plan

import (
	"fmt"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// join returns the path of a key below path: "issuer.name".
func join(path, key string) string { return record.Join(path, key) }

// index returns the path of an element of the list at path: "annexes[0]".
func index(path string, i int) string { return record.Index(path, i) }

// addFinding adds an error about key in the mapping at path.
func addFinding(found *diag.List, path, key, rule, message string) {
	found.Add(&diag.Diagnostic{Pos: diag.At(join(path, key)), Rule: rule, Message: message})
}

// addMissing adds the finding that key is missing in the mapping at path.
func addMissing(found *diag.List, path, key, term string) {
	found.Add(&diag.Diagnostic{
		Pos: diag.At(join(path, key)), Rule: ruleMissing, Err: ErrMissing,
		Message: fmt.Sprintf("thiếu %q (%s)", key, term),
	})
}
