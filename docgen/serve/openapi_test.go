package serve_test

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"mime"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/vanban-go/vanban/docgen/serve"
)

// description is what the tests read of openapi.json.
type description struct {
	Paths map[string]map[string]struct {
		Parameters  []struct{ Name, In string }
		RequestBody struct{ Content map[string]any }
		Responses   map[string]struct {
			Content map[string]struct{ Schema any }
		}
	}
}

// openapi is held in the tests, which may stand in another folder when they first ask for it.
//
//go:embed openapi.json
var openapi []byte

// describe reads openapi.json once, with a compiler of its schemas.
var describe = sync.OnceValues(func() (*description, *jsonschema.Compiler) {
	d := new(description)
	if err := json.Unmarshal(openapi, d); err != nil {
		panic(err)
	}
	whole, err := jsonschema.UnmarshalJSON(bytes.NewReader(openapi))
	if err != nil {
		panic(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("openapi.json", whole); err != nil {
		panic(err)
	}
	return d, c
})

// pathOf gives the path of the description that an address belongs to.
func (d *description) pathOf(address string) string {
	if _, ok := d.Paths[address]; ok {
		return address
	}
	for path := range d.Paths {
		head, _, open := strings.Cut(path, "{")
		if rest, ok := strings.CutPrefix(address, head); open && ok && rest != "" && !strings.Contains(rest, "/") {
			return path
		}
	}
	return ""
}

var compiling sync.Mutex

// described holds an answer against openapi.json: its status, its media type, its form.
func described(t *testing.T, r *http.Request, w *httptest.ResponseRecorder) {
	t.Helper()
	if serve.IsDesk(strings.TrimPrefix(r.URL.Path, "/van-ban")) {
		return
	}
	d, compiler := describe()
	media, _, err := mime.ParseMediaType(w.Header().Get("Content-Type"))
	if err != nil {
		t.Errorf("%s %s: no media type: %v", r.Method, r.URL.Path, err)
		return
	}
	at := "openapi.json#/components/schemas/Problem"
	if w.Code == http.StatusOK {
		path, method := d.pathOf(strings.TrimPrefix(r.URL.Path, "/van-ban")), strings.ToLower(strings.Replace(r.Method, "HEAD", "GET", 1))
		content, ok := d.Paths[path][method].Responses["200"].Content[media]
		if !ok {
			t.Errorf("%s %s answers with %s, which is not described", r.Method, r.URL.Path, media)
		}
		if content.Schema == nil {
			return
		}
		at = "openapi.json#/paths/" + strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(path) + "/" + method +
			"/responses/200/content/" + strings.ReplaceAll(media, "/", "~1") + "/schema"
	} else if media != "application/problem+json" {
		t.Errorf("%s %s answers %d with %s", r.Method, r.URL.Path, w.Code, media)
		return
	}
	compiling.Lock()
	defer compiling.Unlock()
	schema, err := compiler.Compile(at)
	if err != nil {
		t.Fatalf("%s: %v", at, err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(w.Body.Bytes()))
	if err == nil {
		err = schema.Validate(value)
	}
	if err != nil {
		t.Errorf("%s %s answers otherwise than described: %v", r.Method, r.URL.Path, err)
	}
}

// TestOpenAPI: the description names every route, with what it takes, and no other.
func TestOpenAPI(t *testing.T) {
	h := handler(t, nil)
	w := ask(t, h, "GET", "/api/v1/openapi.json", "")
	if w.Code != 200 || !bytes.Equal(w.Body.Bytes(), openapi) {
		t.Errorf("got %d", w.Code)
	}
	d, _ := describe()
	known := 0
	for _, r := range serve.Routes() {
		path := r.Path
		if strings.HasSuffix(path, "{}") {
			if path = d.pathOf(strings.TrimSuffix(path, "{}") + "x"); path == "" {
				t.Errorf("%s is not described", r.Path)
			}
		}
		op, ok := d.Paths[path][strings.ToLower(r.Method)]
		if !ok {
			t.Errorf("%s %s is not described", r.Method, r.Path)
			continue
		}
		known++
		var query, types []string
		for _, p := range op.Parameters {
			if p.In == "query" {
				query = append(query, p.Name)
			}
		}
		for media := range op.RequestBody.Content {
			types = append(types, media)
		}
		for what, pair := range map[string][2][]string{"query": {query, r.Query}, "body": {types, r.Types}} {
			got, want := slices.Sorted(slices.Values(pair[0])), slices.Sorted(slices.Values(pair[1]))
			if !slices.Equal(got, want) {
				t.Errorf("%s %s: the %s is described as %v, it is %v", r.Method, r.Path, what, got, want)
			}
		}
	}
	all := 0
	for _, ops := range d.Paths {
		all += len(ops)
	}
	if known != all {
		t.Errorf("%d operations are described, there are %d", all, known)
	}
}
