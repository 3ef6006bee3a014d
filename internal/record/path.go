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

// trail is where a walk stands: a path that becomes a text only when something is said
// of it. What goes down takes back what it added.
type trail []byte

// usualPath is the length that few paths exceed.
const usualPath = 64

// key goes down to a key. The result is for back.
func (t *trail) key(key string) int {
	n := len(*t)
	if n > 0 {
		*t = append(*t, '.')
	}
	*t = append(*t, key...)
	return n
}

// index goes down to an element.
func (t *trail) index(i int) int {
	n := len(*t)
	*t = append(strconv.AppendInt(append(*t, '['), int64(i), 10), ']')
	return n
}

// back goes up again to where a step began.
func (t *trail) back(n int) { *t = (*t)[:n] }

// path is the place as [Join] and [Index] make it.
func (t trail) path() string { return string(t) }

// parent returns the path of what holds the thing at path.
func parent(path string) string {
	i := strings.LastIndexAny(path, ".[")
	return path[:max(i, 0)]
}

// cutStep takes the first step from a path: a key, or an index in brackets.
func cutStep(path string) (step, rest string) {
	path = strings.TrimPrefix(path, ".")
	if strings.HasPrefix(path, "[") {
		if i := strings.IndexByte(path, ']') + 1; i > 0 {
			return path[:i], path[i:]
		}
	}
	for i := 1; i < len(path); i++ {
		if path[i] == '.' || path[i] == '[' {
			return path[:i], path[i:]
		}
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
