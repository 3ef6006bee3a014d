package batch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/docgen/fill"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// wordFormat is the format of a filled template. Others are made of the paper that it is.
const wordFormat = "docx"

// readTemplate reads the Word file that takes the place of a document.
func (j *Job) readTemplate(file *plan.File, found *diag.List) {
	name := path.Join(path.Dir(j.file), j.Template)
	src, err := fs.ReadFile(j.fsys, name)
	if err != nil {
		found.Add(unreadable(file.Pos("template"), name, err))
		return
	}
	j.addInput(name, src)
	t, err := fill.Parse(name, bytes.NewReader(src), int64(len(src)))
	var list diag.List
	switch {
	case t != nil:
		*found = append(*found, t.Findings()...)
	case errors.As(err, &list):
		*found = append(*found, list...)
	default:
		found.Add(&diag.Diagnostic{Pos: file.Pos("template"), Rule: ruleid.Reference, Found: name,
			Message: fmt.Sprintf("không đọc được tệp %q", name), Err: err})
	}
	j.template = t
}

// listNames are what a template calls the rows of a group.
var listNames = []string{"rows", "danh sách"}

// data returns an item's values as its template sees them: each column by its heading and by its
// name, the rows of a group as a list.
func (r *run) data(i *item) (*fill.Data, error) {
	values := r.named(i.group.values)
	values["number"], values["Số văn bản"] = i.number, i.number
	if r.job.GroupBy != "" {
		rows := make([]map[string]any, len(i.group.rows))
		for k, row := range i.group.rows {
			rows[k] = r.named(row.values)
		}
		for _, name := range listNames {
			values[name] = rows
		}
	}
	pictures, err := fs.Sub(r.files, path.Dir(r.job.file))
	if err != nil {
		return nil, err
	}
	return fill.NewData(values, pictures)
}

// named returns the values of columns by heading and by name.
func (r *run) named(v values) map[string]any {
	named := make(map[string]any, 2*len(v))
	for _, c := range r.job.Columns {
		value, ok := v[c.Name]
		if !ok {
			continue // the rows of a group do not agree on it
		}
		named[c.Heading] = value
		if sheet.Key(c.Name) != sheet.Key(c.Heading) {
			named[c.Name] = value
		}
	}
	return named
}

// fill fills the template for an item and hands its files to put; findings go to the item, and
// then there are none. The survey only looks whether they could be made.
func (r *run) fill(ctx context.Context, i *item, survey bool, put putFile) ([]file, error) {
	if !survey {
		i.found = nil // told by the survey
	}
	papers := slices.ContainsFunc(r.o.Formats, func(f string) bool { return f != wordFormat })
	filled, err := r.filled(i, !survey || papers)
	if err != nil || i.bad() {
		return nil, err
	}
	var paper *doc.Document
	var d *draft.Draft
	if papers {
		if paper, d, err = draft.Paper(ctx, r.o.Renderer, r.job.Template, filled); err != nil {
			found, failure := i.failed(err)
			r.blameFields(i, found)
			return nil, failure
		}
	}
	if survey && !r.rendersFirst(i) {
		return nil, nil
	}
	var files []file
	for _, format := range r.o.Formats {
		data, pages := filled, 0
		if format != wordFormat {
			var b bytes.Buffer
			f, _ := docgen.FormatOf(format)
			res, err := r.o.Renderer.Write(ctx, &b, paper, f)
			if err != nil {
				found, failure := i.failed(err)
				r.blameFields(i, d.Relate(found, false))
				return nil, failure
			}
			r.blameFields(i, d.Relate(res.Findings, false))
			data, pages = b.Bytes(), res.Pages
		}
		f, err := put(format, pages, data)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// filled returns the Word file of an item.
func (r *run) filled(i *item, write bool) ([]byte, error) {
	d, err := r.data(i)
	if err != nil {
		return nil, fmt.Errorf("row %d: %w", i.row, err)
	}
	var b bytes.Buffer
	if write {
		err = r.job.template.Execute(&b, d)
	} else {
		err = r.job.template.Check(d)
	}
	if err != nil {
		found, failure := i.failed(err)
		r.blameFields(i, found)
		return nil, failure
	}
	return b.Bytes(), nil
}

func (r *run) blameFields(i *item, found diag.List) {
	for _, d := range found {
		r.blameField(i, d)
	}
}

// blameField adds a finding of a template to its item: with the cell of its column, if it is
// about one. What all rows have in common is said once.
func (r *run) blameField(i *item, d *diag.Diagnostic) {
	c := slices.IndexFunc(r.job.Columns, func(c column) bool {
		return d.Rule != fill.RuleUnknown && (sheet.Key(c.Heading) == sheet.Key(d.Found) || sheet.Key(c.Name) == sheet.Key(d.Found))
	})
	if c < 0 {
		i.found = append(i.found, Finding{Diagnostic: d, Row: i.row, once: d.Error()})
		return
	}
	told := *d
	r.m.findItem(i, r.job.Columns[c].Name, &told)
}

// wordText gives the letters of a Word file, its margins and notes too.
func wordText(name string, data []byte) (string, bool) {
	doc, _ := word.Read(name, bytes.NewReader(data), int64(len(data)))
	if doc == nil {
		return "", false
	}
	var b strings.Builder
	doc.Each(func(p *word.Paragraph) { b.WriteString(p.Text()) })
	return b.String(), true
}
