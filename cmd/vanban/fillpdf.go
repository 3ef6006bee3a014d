package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/draft"
	"github.com/vanban-go/vanban/plan/diag"
)

// ruleNoPDF is the rule of a filled template that is no paper to make a PDF of.
const ruleNoPDF = "fill.no-pdf"

// pdfOf makes the PDF of a filled template: read as a draft, it has to be a paper of the decree
// that is recognised without a doubt and loses nothing. What it is not else is a finding.
func pdfOf(ctx context.Context, c *console, template string, filled []byte, fsys fs.FS) ([]byte, diag.List, error) {
	refused := func(why diag.List) (diag.List, error) {
		return append(why, &diag.Diagnostic{
			Pos: diag.Pos{File: template}, Rule: ruleNoPDF,
			Message: "mẫu điền xong không nhận ra được hết là văn bản theo Nghị định 30/2020/NĐ-CP nên không ra PDF",
			Fix:     "ghi ra tệp .docx, mở bằng Word rồi lưu thành PDF; hoặc nhập tệp .docx ấy bằng vanban import, sửa tệp YAML rồi soạn",
		}), nil
	}
	d, err := draft.Read(template, bytes.NewReader(filled), int64(len(filled)))
	if err != nil {
		found, err := findingsOf(err)
		if err != nil {
			return nil, nil, err
		}
		found, err = refused(found)
		return nil, found, err
	}
	unsure, err := findingsOf(d.Err())
	if err != nil {
		return nil, nil, err
	}
	for _, f := range d.Findings {
		if f.Level != diag.Info {
			unsure = append(unsure, f)
		}
	}
	if len(unsure) > 0 {
		found, err := refused(unsure)
		return nil, found, err
	}
	created, err := c.created()
	if err != nil {
		return nil, nil, err
	}
	r, err := docgen.New(&docgen.Options{Created: created})
	if err != nil {
		return nil, nil, err
	}
	const base = "mau.yaml"
	s := &source{name: template, base: base, fsys: &overlay{FS: fsys, name: base, content: d.YAML}, draft: &imported{Draft: d}}
	doc, err := s.build(ctx, r)
	if err != nil {
		found, err := findingsOf(err)
		if err != nil {
			return nil, nil, fmt.Errorf("không soạn được PDF: %w", err)
		}
		found, err = refused(found)
		return nil, found, err
	}
	var b bytes.Buffer
	res, err := r.PDF(ctx, &b, doc)
	if err != nil {
		found, err := findingsOf(err)
		return nil, found, err
	}
	return b.Bytes(), s.named(res.Findings), nil
}
