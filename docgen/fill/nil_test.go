package fill_test

import (
	"bytes"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/fill"
	"github.com/vanban-go/vanban/internal/nothing"
)

// TestNil calls every exported function and method with nil in place of all that can be
// nil, and with zero values: none panics.
func TestNil(t *testing.T) {
	nothing.Call(t, ".", []any{fill.NewData, fill.Parse, fill.ReadData}, []any{
		new(fill.Template), new(fill.Data), new(bytes.Buffer), fstest.MapFS{"a.yaml": {Data: []byte("a: b\n")}}, map[string]any{"a": nil},
	})
}
