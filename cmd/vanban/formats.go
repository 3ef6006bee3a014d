package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
)

// formatIDs are the values of --to, which are also the endings of the files.
func formatIDs() []string {
	var ids []string
	for _, f := range docgen.Formats() {
		ids = append(ids, f.ID)
	}
	return ids
}

// toUsage is the help of a flag --to that takes these formats.
func toUsage(help string, ids []string) string {
	return fmt.Sprintf("`%s` %s", strings.Join(ids, ","), help)
}

// oneFile are the formats in which a document is one file.
func oneFile() []string {
	return slices.DeleteFunc(formatIDs(), func(id string) bool {
		f, _ := docgen.FormatOf(id)
		return f.Paged
	})
}

// formatsOf reads the values of --to, each once. also are formats of the command's
// own, which come back by name.
func formatsOf(to []string, also ...string) (formats []docgen.Format, own []string, err error) {
	for _, id := range to {
		id = strings.ToLower(strings.TrimSpace(id))
		f, known := docgen.FormatOf(id)
		switch {
		case slices.Contains(also, id):
			if !slices.Contains(own, id) {
				own = append(own, id)
			}
		case !known:
			return nil, nil, fmt.Errorf("tùy chọn --to không nhận %q%s; các định dạng: %s", id, meant(id),
				strings.Join(append(also, formatIDs()...), ", "))
		case !slices.ContainsFunc(formats, func(g docgen.Format) bool { return g.ID == id }):
			formats = append(formats, f)
		}
	}
	return formats, own, nil
}

// meant proposes the format that a word stands for in offices.
func meant(id string) string {
	for _, f := range [...][]string{{"docx", "word", "doc", "msword", "docs"}, {"txt", "text", "chữ"}, {"pdf", "pdfa", "pdf/a", "in"}} {
		if slices.Contains(f, id) {
			return fmt.Sprintf(" (có phải %q?)", f[0])
		}
	}
	return ""
}

// outFile is a file to be written.
type outFile struct {
	name   string
	data   []byte
	format docgen.Format // zero: another than a paper's
}

// filesOf makes the files of a document in some formats. stem is their name without
// the ending.
func filesOf(ctx context.Context, r *docgen.Renderer, d *doc.Document, stem string, formats []docgen.Format) ([]outFile, error) {
	var all []outFile
	for _, f := range formats {
		files, _, err := r.Files(ctx, d, f)
		if err != nil {
			return nil, err
		}
		for i, data := range files {
			all = append(all, outFile{pagePath(stem+"."+f.ID, i, len(files)), data, f})
		}
	}
	return all, nil
}

// forceFlag is the flag of commands that write files which people go on editing.
func forceFlag(flags *pflag.FlagSet, force *bool) {
	flags.BoolVar(force, "force", false, "ghi đè cả tệp đã được sửa bằng tay")
}

// spareEdited refuses to write over a file that was changed by hand, unless forced.
func spareEdited(path string, f docgen.Format, force bool) error {
	if info, err := os.Stat(path); force || err != nil || !info.Mode().IsRegular() {
		return nil
	}
	switch is, err := f.Edited(os.DirFS(filepath.Dir(path)), filepath.Base(path)); {
	case err != nil:
		return unread(path, err)
	case is:
		return fmt.Errorf("%s đã được sửa bằng tay, hoặc không do vanban ghi, nên không ghi đè; ghi ra chỗ khác, hoặc thêm --force để "+
			"ghi đè", path)
	}
	return nil
}

// pagePath names one of the files that a document is in a format: as it is when
// there is one, else with the number of the page before the ending.
func pagePath(path string, page, of int) string {
	if of == 1 {
		return path
	}
	ending := filepath.Ext(path)
	return strings.TrimSuffix(path, ending) + "-" + strconv.Itoa(page+1) + ending
}
