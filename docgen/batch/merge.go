package batch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/pdf"
)

// ErrMergeName says that the print file would take the place of a document.
var ErrMergeName = errors.New("a document has the name of the print file")

// mergeMarks stand in every print file, and together in no other PDF: pages and outline of
// one document have other numbers.
var mergeMarks = []string{"/Producer(vanban ", "/Pages 3 0 R/Outlines 8 0 R"}

// merge makes the print file: all PDFs in the order of the list, each on
// sheets of its own, tagged like the single files.
func (r *run) merge(ctx context.Context) error {
	total := 0
	err := r.pdfs(func(string) error { total++; return nil })
	if err != nil || total == 0 {
		return err
	}
	out, err := r.t.create("merge")
	if err != nil {
		return err
	}
	return out.commit(r.o.Merge, r.writeMerged(ctx, out, total))
}

func (r *run) writeMerged(ctx context.Context, w io.Writer, total int) error {
	title := strings.TrimSuffix(path.Base(r.o.Merge), ".pdf")
	m, err := pdf.NewMerger(w, pdf.MergeOptions{
		Options:   pdf.Options{Meta: doc.Meta{Title: title}, Producer: "vanban " + docgen.Version},
		Documents: total, TwoSided: true,
	})
	if err != nil {
		return err
	}
	done := 0
	err = r.pdfs(func(name string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, err := r.t.read(name)
		if err != nil {
			return err
		}
		if err := m.Add(strings.TrimSuffix(name, ".pdf"), data); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		done++
		r.progress(Progress{Stage: Merging, Done: done, Total: total})
		return nil
	})
	if err != nil {
		return err
	}
	return m.Close()
}

// pdfs returns the PDF of every document in order.
func (r *run) pdfs(each func(name string) error) error {
	return r.t.entries(func(e *entry) error {
		for _, f := range e.Files {
			if path.Ext(f.Name) == ".pdf" {
				if err := each(f.Name); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
