package serve

import (
	"slices"
	"strings"
)

// Route is a route for the tests.
type Route struct {
	Method, Path string
	Types, Query []string
}

// Routes lists all routes but those of the page and what only it asks for.
func Routes() []Route {
	var list []Route
	for _, r := range routes[len(deskRoutes):] {
		list = append(list, Route{r.method, r.path, r.types, r.query})
	}
	return list
}

// IsDesk reports whether an address is one of the page, which changes with it and is not
// described for others.
func IsDesk(path string) bool {
	return slices.ContainsFunc(deskRoutes, func(r route) bool {
		head, whole := strings.CutSuffix(r.path, "{}")
		return path == r.path || whole && strings.HasPrefix(path, head)
	})
}
