package serve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen"
)

// flavour reads which PDF is asked for.
func (c *call) flavour() (docgen.Flavour, error) {
	f, ok := flavours[cmp.Or(c.query["pdf"], "a2a")]
	if !ok {
		return 0, fault("bad-query", "tham số pdf nhận a2a, a3a hoặc plain")
	}
	return f, nil
}

// formats reads the formats that are asked for, each a file a document; nil: none is.
func (c *call) formats() ([]string, error) {
	var ids []string
	if c.query["to"] == "" {
		return nil, nil
	}
	for id := range strings.SplitSeq(c.query["to"], ",") {
		f, ok := docgen.FormatOf(id)
		if !ok || f.Paged {
			return nil, fault("bad-query", "tham số to nhận các định dạng mà mỗi văn bản là một tệp, ngăn bằng dấu phẩy: %s",
				quoted(formatIDs(false)))
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// flag reads a parameter that is true or false.
func (c *call) flag(name string) (bool, error) {
	switch c.query[name] {
	case "", "false":
		return false, nil
	case "true":
		return true, nil
	}
	return false, fault("bad-query", "tham số %s nhận true hoặc false", name)
}
