package serve

import (
	"net/http"
	"slices"
	"strings"
)

// route is an address and what is done there.
type route struct {
	method string
	path   string   // "{}" at its end stands for one segment
	types  []string // media types of the body, of a POST
	query  []string
	open   bool // needs no token
	page   bool // is the page, or belongs to it
	long   bool // may take the time of a job
	answer func(c *call) error
}

// api begins the addresses of the interface.
const api = "/api/v1"

// Media types.
const (
	typeYAML      = "application/yaml"
	typeJSON      = "application/json"
	typeMultipart = "multipart/form-data"
	typeText      = "text/plain; charset=utf-8"
)

// bodies are the media types of a document.
var bodies = []string{typeYAML, "application/x-yaml", "text/yaml", "text/x-yaml", typeJSON, typeMultipart}

// papers are the media types of a paper: YAML, JSON of the same keys, or a draft.
var papers = append(slices.Clone(bodies), typeDOCX, typePlain)

// lists are the media types of a list.
var lists = []string{typeXLSX, "text/csv", typeMultipart}

// routes are all addresses.
var routes = append(deskRoutes, []route{
	{method: http.MethodPost, path: api + "/render", types: papers, query: []string{"to", "pdf", "draft"}, answer: (*call).render},
	{method: http.MethodPost, path: api + "/check", types: papers, query: []string{"draft"}, answer: (*call).check},
	{method: http.MethodPost, path: api + "/import", types: drafts, answer: (*call).importDraft},
	{method: http.MethodPost, path: api + "/fill", types: []string{typeDOCX, typeMultipart}, answer: (*call).fillTemplate},
	{method: http.MethodPost, path: api + "/sheet", types: lists, query: []string{"sheet", "heading", "rows", "encoding"},
		answer: (*call).sheet},
	{method: http.MethodPost, path: api + "/award/check", types: bodies, answer: (*call).checkAwards},
	{method: http.MethodPost, path: api + "/award/issue", types: bodies, answer: (*call).issueAwards,
		query: []string{"to", "pdf", "stage", "name", "only", "draft", "dry-run"}},
	{method: http.MethodPost, path: api + "/award/import", types: []string{typeMultipart}, answer: (*call).importAwards,
		query: []string{"sheet", "heading", "encoding", "hidden", "ditto"}},
	{method: http.MethodPost, path: api + "/award/number", types: bodies, query: []string{"stage", "number", "date"},
		answer: (*call).numberAwards},
	{method: http.MethodPost, path: api + "/jobs", types: []string{typeMultipart}, long: true, answer: (*call).runJob,
		query: []string{"id", "to", "pdf", "dry-run", "skip-bad", "rows", "limit"}},
	{method: http.MethodGet, path: api + "/jobs/{}", answer: (*call).showJob},
	{method: http.MethodDelete, path: api + "/jobs/{}", answer: (*call).stopJob},
	{method: http.MethodGet, path: api + "/kinds", answer: (*call).kinds},
	{method: http.MethodGet, path: api + "/schema/{}", answer: (*call).schema},
	{method: http.MethodGet, path: api + "/new/{}", answer: (*call).skeleton},
	{method: http.MethodGet, path: api + "/rules", answer: (*call).rules},
	{method: http.MethodGet, path: api + "/limits", answer: (*call).limits},
	{method: http.MethodGet, path: api + "/openapi.json", answer: (*call).openAPI},
	{method: http.MethodGet, path: "/healthz", open: true, answer: (*call).health},
	{method: http.MethodGet, path: "/readyz", open: true, answer: (*call).ready},
	{method: http.MethodGet, path: "/metrics", answer: (*call).metrics},
}...)

// timeLimit names the limit of time that holds for a route.
func (r *route) timeLimit() string {
	if r.long {
		return limitJob
	}
	return limitTime
}

// takes reports whether the route's path is that of a request, and gives the segment that
// stands for "{}".
func (r *route) takes(path string) (arg string, ok bool) {
	head, open := strings.CutSuffix(r.path, "{}")
	if !open {
		return "", path == r.path
	}
	arg, ok = strings.CutPrefix(path, head)
	return arg, ok && arg != "" && !strings.Contains(arg, "/")
}

// find finds the route of a request; nil: there is none. HEAD goes where GET does.
func find(method, path string) (*route, string) {
	if method == http.MethodHead {
		method = http.MethodGet
	}
	for i := range routes {
		if arg, ok := routes[i].takes(path); ok && routes[i].method == method {
			return &routes[i], arg
		}
	}
	return nil, ""
}

// methodsOf are the methods that an address takes.
func methodsOf(path string) []string {
	var methods []string
	for _, r := range routes {
		if _, ok := r.takes(path); ok {
			methods = append(methods, r.method)
			if r.method == http.MethodGet {
				methods = append(methods, http.MethodHead)
			}
		}
	}
	slices.Sort(methods)
	return methods
}
