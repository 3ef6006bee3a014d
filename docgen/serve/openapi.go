package serve

import (
	_ "embed"
	"net/http"
)

// description is the interface as OpenAPI 3.1 describes it: every address, query, body and
// answer. The tests hold it against the table of routes and against every answer.
//
//go:embed openapi.json
var description []byte

// openAPI answers with the description of the interface.
func (c *call) openAPI() error { return c.send(http.StatusOK, typeJSON, description) }
