package plan

import (
	"fmt"
	"strconv"

	"github.com/vanban-go/vanban/plan/diag"
)

// join gives the path of a key below path: "issuer.name".
func join(path, key string) string {
	switch {
	case path == "":
		return key
	case key == "":
		return path
	}
	return path + "." + key
}

// index gives the path of an element of the list at path: "annexes[0]".
func index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// addFinding adds an error about key in the mapping at path.
func addFinding(found *diag.List, path, key, rule, message string) {
	found.Add(&diag.Diagnostic{Pos: diag.At(join(path, key)), Rule: rule, Message: message})
}

// addMissing adds the finding that key is missing in the mapping at path.
func addMissing(found *diag.List, path, key, term string) {
	found.Add(&diag.Diagnostic{
		Pos: diag.At(join(path, key)), Rule: RuleMissing, Err: ErrMissing,
		Message: fmt.Sprintf("thiếu %q (%s)", key, term),
	})
}
