package record

import (
	"strconv"
	"strings"
)

// Join returns the path of a key below path: "issuer.name".
func Join(path, key string) string {
	switch {
	case path == "":
		return key
	case key == "":
		return path
	}
	return path + "." + key
}

// Index returns the path of an element of the list at path: "annexes[0]".
func Index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// parent returns the path of what holds the thing at path.
func parent(path string) string {
	i := strings.LastIndexAny(path, ".[")
	return path[:max(i, 0)]
}

// cutStep takes the first step from a path: a key, or an index in brackets.
func cutStep(path string) (step, rest string) {
	path = strings.TrimPrefix(path, ".")
	if strings.HasPrefix(path, "[") {
		if i := strings.IndexByte(path, ']'); i >= 0 {
			return path[:i+1], path[i+1:]
		}
	}
	if i := strings.IndexAny(path, ".["); i > 0 {
		return path[:i], path[i:]
	}
	return path, ""
}

func elementOf(step string) (int, bool) {
	if !strings.HasPrefix(step, "[") {
		return 0, false
	}
	i, err := strconv.Atoi(strings.Trim(step, "[]"))
	return i, err == nil && i >= 0
}
