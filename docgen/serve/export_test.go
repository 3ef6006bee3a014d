package serve

// Route is a route for the tests.
type Route struct {
	Method, Path string
	Types, Query []string
}

// Routes lists all routes but those of the page.
func Routes() []Route {
	var list []Route
	for _, r := range routes {
		if !r.page {
			list = append(list, Route{r.method, r.path, r.types, r.query})
		}
	}
	return list
}
