package serve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/docgen"
)

// badQuery notes the first thing that is wrong with the query. [call.upload] refuses the request
// for it: whoever reads the query reads on.
func (c *call) badQuery(format string, args ...any) {
	if c.bad == nil {
		c.bad = fault("bad-query", format, args...)
	}
}

// flavour reads which PDF is asked for.
func (c *call) flavour() docgen.Flavour {
	f, ok := flavours[cmp.Or(c.query["pdf"], "a2a")]
	if !ok {
		c.badQuery("tham số pdf nhận a2a, a3a hoặc plain")
	}
	return f
}

// formats reads the formats that are asked for, each a file a document; nil: none is.
func (c *call) formats() (ids []string) {
	if c.query["to"] == "" {
		return nil
	}
	for id := range strings.SplitSeq(c.query["to"], ",") {
		f, ok := docgen.FormatOf(id)
		if !ok || f.Paged {
			c.badQuery("tham số to nhận các định dạng mà mỗi văn bản là một tệp, ngăn bằng dấu phẩy: %s", quoted(formatIDs(false)))
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// flag reads a parameter that is true or false.
func (c *call) flag(name string) bool {
	value := c.query[name]
	if value != "" && value != "false" && value != "true" {
		c.badQuery("tham số %s nhận true hoặc false", name)
	}
	return value == "true"
}

// count reads a number.
func (c *call) count(name string, usual, most int) int {
	text := c.query[name]
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > most {
		c.badQuery("tham số %s nhận một số từ 1 đến %d", name, most)
	}
	return n
}
