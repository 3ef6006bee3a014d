package serve_test

import (
	"net/http/httptest"
	"testing"

	"github.com/vanban-go/vanban/docgen/serve"
	"github.com/vanban-go/vanban/internal/nothing"
)

// TestNil calls every exported function and method with nil in place of all that can be
// nil, and with zero values: none panics.
func TestNil(t *testing.T) {
	h := handler(t, nil)
	nothing.Call(t, ".", []any{serve.New, serve.Files, serve.Kinds, serve.Rules}, []any{
		h, new(serve.Handler), new(serve.Options), httptest.NewRecorder(), httptest.NewRequest("GET", "/healthz", nil),
	})
}
