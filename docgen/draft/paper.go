package draft

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan/diag"
)

// Paper makes the document of a Word file that is to go out without another look, as a filled
// template does: it has to be a paper of the decree that is recognised without a doubt, and
// nothing of it may be left out. If it is not, the error is a [diag.List] that says why and
// what else can be done. Findings about the document lead to the file by [Draft.Relate].
func Paper(ctx context.Context, r *docgen.Renderer, name string, src []byte) (*doc.Document, *Draft, error) {
	refused := func(why error) error {
		var found diag.List
		if !errors.As(why, &found) {
			return why
		}
		return append(found, &diag.Diagnostic{
			Pos: diag.Pos{File: name}, Rule: ruleNoPDF,
			Message: "mẫu điền xong không nhận ra được hết là văn bản theo Nghị định 30/2020/NĐ-CP nên không ra PDF",
			Fix:     "ghi ra tệp .docx, mở bằng Word rồi lưu thành PDF; hoặc nhập tệp .docx ấy bằng vanban import, sửa tệp YAML rồi soạn",
		})
	}
	d, err := (&Options{Pictures: "anh"}).Read(name, bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, nil, refused(err)
	}
	var unsure diag.List
	errors.As(d.Err(), &unsure)
	for _, f := range d.Findings {
		said := slices.ContainsFunc(unsure, func(u *diag.Diagnostic) bool { return u.Rule == f.Rule && u.Message == f.Message })
		if f.Level != diag.Info && !said {
			unsure = append(unsure, f)
		}
	}
	if len(unsure) > 0 {
		return nil, nil, refused(unsure)
	}
	const base = "mau.yaml"
	f, found := r.Reading().Parse(base, d.YAML)
	if found.HasErrors() {
		return nil, nil, refused(d.Relate(found, false))
	}
	files := make(fstest.MapFS, len(d.Pictures))
	for _, p := range d.Pictures {
		files[p.Name] = &fstest.MapFile{Data: p.Data, Mode: 0o444}
	}
	set, found := r.Reading().SetOf(files, f)
	if found.HasErrors() {
		return nil, nil, refused(d.Relate(found, false))
	}
	set, err = season.Resolve(r, set, base)
	if err != nil {
		return nil, nil, err
	}
	paper, err := r.Build(ctx, set, base)
	if errors.As(err, &found) {
		err = refused(d.Relate(found, false))
	}
	return paper, d, err
}
