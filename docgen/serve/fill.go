package serve

import (
	"bytes"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/fill"
	"github.com/vanban-go/vanban/plan/diag"
)

// fields is the answer of /fill to a template that comes without data.
type fields struct {
	Fields   []*fill.Field `json:"fields"`
	Findings diag.List     `json:"findings"`
}

// fillTemplate answers with a Word template filled with the data beside it, a YAML or JSON
// file; without data, with its fields and mistakes.
func (c *call) fillTemplate() error {
	u, err := c.upload()
	if err != nil {
		return err
	}
	src := u.files[u.main]
	t, err := fill.Parse(u.main, bytes.NewReader(src), int64(len(src)))
	found, failure := findingsOf(err)
	if failure != nil {
		return failure
	}
	if t == nil {
		return found
	}
	var data []string
	for name := range u.files {
		if slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(path.Ext(name))) {
			data = append(data, name)
		}
	}
	switch len(data) {
	case 0:
		return c.json(fields{append([]*fill.Field{}, t.Fields()...), t.Findings()})
	case 1:
	default:
		return fault("bad-body", "có nhiều tệp dữ liệu; gửi một tệp .yaml hoặc .json")
	}
	d, err := fill.ReadData(u, data[0])
	if err != nil {
		return u.problems(err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, d); err != nil {
		return u.problems(err)
	}
	c.w.Header().Set("Content-Disposition", attachment(u.output("docx")))
	return c.send(http.StatusOK, typeDOCX, b.Bytes())
}

// problems locates the findings of an error.
func (u *upload) problems(err error) error {
	found, failure := findingsOf(err)
	if failure != nil {
		return failure
	}
	return u.locate(found)
}
