package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"strings"
	"unicode"

	"github.com/vanban-go/vanban/docgen/internal/pdf"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// prove does what is asked for once all documents are written.
func (r *run) prove(ctx context.Context, s *survey) error {
	if r.o.Verify {
		if err := r.verify(ctx, s); err != nil {
			return err
		}
	}
	if r.o.Merge != "" {
		if err := r.merge(ctx); err != nil {
			return err
		}
	}
	if r.o.Zip {
		return r.pack(ctx)
	}
	return nil
}

// verify reads the list a third time and every file again: each must be what
// the manifest says, each PDF must hold the number and the proof columns of its
// row, and no two files may be alike.
func (r *run) verify(ctx context.Context, s *survey) error {
	type pair struct {
		i *item
		e *entry
	}
	type checked struct {
		i     *item
		files []file
		err   error
	}
	next, stop := iter.Pull2(entrySeq(r.t.entries))
	defer stop()
	alike := make(map[digest]int32)
	done := 0
	return inOrder(r.o.Workers,
		func(emit func(pair) error) error {
			return r.items(ctx, func(i *item) error {
				if s.verdicts[i.ordinal] == elsewhere {
					return nil
				}
				e, err, ok := next()
				if err != nil {
					return err
				}
				if !ok || e.Row != i.row {
					return fmt.Errorf("verify: row %d is not in the manifest", i.row)
				}
				if e.Bad {
					return nil
				}
				return emit(pair{i, e})
			})
		},
		func(p pair) checked { return checked{p.i, p.e.Files, r.verifyOne(p.i, p.e)} },
		func(c checked) error {
			if c.err != nil {
				return c.err
			}
			for _, f := range c.files {
				d := digestOf(f.SHA256)
				if first, twice := alike[d]; twice {
					r.m.findItem(c.i, "", proofFinding(f.Name, fmt.Sprintf("giống hệt một tệp của dòng %d", first),
						"thêm vào văn bản một cột khác nhau giữa các dòng"))
				} else {
					alike[d] = int32(c.i.row)
				}
			}
			if err := r.tellAll(c.i.found); err != nil {
				return err
			}
			if hasErrors(c.i.found) {
				r.result.Unproved++
			}
			done++
			r.progress(Progress{Stage: Verifying, Done: done, Total: r.result.Kept + r.result.Written, Bad: r.result.Unproved})
			return nil
		})
}

func proofFinding(file, message, fix string) *diag.Diagnostic {
	return &diag.Diagnostic{Rule: ruleProof, Message: fmt.Sprintf("tệp %s: %s", file, message), Fix: fix}
}

// verifyOne reads the files of one document. Only findings about the files
// stay with the item.
func (r *run) verifyOne(i *item, e *entry) error {
	r.m.identify(i)
	i.found = nil
	for _, f := range e.Files {
		again := func(message string) { r.m.findItem(i, "", proofFinding(f.Name, message, "chạy lại")) }
		data, err := r.t.read(f.Name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			again("không còn")
			continue
		case err != nil:
			return err
		case newFile(f.Name, f.Pages, data) != f:
			again("không còn như khi được ghi")
			continue
		}
		var text string
		readable := false
		switch ext := path.Ext(f.Name); {
		case r.job.template != nil && ext == "."+wordFormat:
			text, readable = wordText(f.Name, data)
		case ext == ".pdf" && (i.master != nil || r.job.template != nil):
			var pages []string
			pages, err = pdf.PageTexts(data)
			text, readable = strings.Join(pages, ""), err == nil
			if readable && len(pages) != f.Pages {
				again(fmt.Sprintf("có %d trang, phải là %d", len(pages), f.Pages))
			}
		default:
			continue
		}
		if !readable {
			again("không đọc lại được chữ trong tệp")
			continue
		}
		r.seek(i, f.Name, lettersOf(text))
	}
	return nil
}

// seek looks in the text of a file for what its row says.
func (r *run) seek(i *item, file, text string) {
	if i.summary {
		return
	}
	if i.number != "" && !strings.Contains(text, lettersOf(i.number)) {
		r.m.findItem(i, r.job.Numbers.Column, proofFinding(file, fmt.Sprintf("không thấy số %s", i.number), "in số văn bản trong văn bản"))
	}
	columns := r.job.Proof
	if len(columns) == 0 {
		columns = r.job.Key
	}
	for _, c := range columns {
		v, agreed := i.group.values[c]
		if want := fmt.Sprint(v); agreed && !strings.Contains(text, lettersOf(want)) {
			r.m.findItem(i, c, proofFinding(file, fmt.Sprintf("không thấy %q", want),
				"in cột này trong văn bản, hoặc bỏ nó khỏi \"proof\""))
		}
	}
}

// lettersOf drops what a page may change in a text: spaces and line ends,
// capitals.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, vi.Lower(s))
}

// read reads a whole file.
func (t *target) read(name string) ([]byte, error) {
	data, err := t.root.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	return data, nil
}

// entrySeq gives the entries of a manifest that read goes through.
func entrySeq(read func(each func(*entry) error) error) iter.Seq2[*entry, error] {
	return func(yield func(*entry, error) bool) {
		err := read(func(e *entry) error {
			if !yield(e, nil) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}
