package serve

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/fill"
	"github.com/vanban-go/vanban/plan/diag"
)

// fields is the answer of /fill in JSON: what is known of a template, and the file that was made of it.
type fields struct {
	Fields   []*fill.Field `json:"fields"`
	Findings diag.List     `json:"findings"`
	Name     string        `json:"name,omitempty"`
	File     []byte        `json:"file,omitempty"`
}

// fillTemplate answers with a Word template filled with the data beside it, a YAML or JSON
// file, and how much was found in the template; without data, with its fields and mistakes.
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
		for _, d := range found {
			if isData(u.main) {
				d.Fix = "gửi mẫu Word ở phần document, dữ liệu ở phần file"
			}
		}
		return found
	}
	var data []string
	for name := range u.files {
		if isData(name) {
			data = append(data, name)
		}
	}
	known := fields{Fields: append([]*fill.Field{}, t.Fields()...), Findings: t.Findings()}
	switch {
	case len(u.files) == 1:
		return c.json(known)
	case len(data) == 0:
		return fault("bad-body", "các tệp gửi kèm không có dữ liệu; gửi một tệp .yaml hoặc .json")
	case len(data) > 1:
		return fault("bad-body", "có nhiều tệp dữ liệu; gửi một tệp .yaml hoặc .json")
	}
	d, err := fill.ReadData(u, data[0])
	if err != nil {
		return u.problems(err, known.Findings)
	}
	known.Findings = append(known.Findings, u.locate(t.Unused(d))...)
	var b bytes.Buffer
	if err := t.Execute(&b, d); err != nil {
		return u.problems(err, known.Findings)
	}
	if c.wantsJSON(typeDOCX) {
		known.Name, known.File = u.output("docx"), b.Bytes()
		return c.json(known)
	}
	return c.sendFile(typeDOCX, u.output("docx"), known.Findings, b.Bytes())
}

// isData reports whether a file holds the data for a template.
func isData(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(path.Ext(name)))
}

// problems are the findings of an error, located, with those that there were before.
func (u *upload) problems(err error, before diag.List) error {
	found, failure := findingsOf(err)
	if failure != nil {
		return failure
	}
	all := append(before, u.locate(found)...)
	all.Sort()
	return all
}
