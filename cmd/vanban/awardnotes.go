package main

import (
	"path/filepath"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// notesFile stands beside the papers of a season and holds what was found about
// them: figures of law that nobody has read in their own source, and the like. It
// is for whoever checks the papers before they are signed; nothing of it stands on
// a paper.
const notesFile = "can-doi-chieu.txt"

// writeNotes writes the findings into the folder of the papers. A run without any
// says so, and takes the place of what an earlier run found.
func (c *console) writeNotes(dir string, found diag.List) error {
	var b strings.Builder
	if len(found) == 0 {
		b.WriteString("Không có điểm nào phải đối chiếu.\n")
	} else {
		b.WriteString("Đối chiếu các điểm sau trước khi trình ký. Trang này không phải văn bản và không phát hành.\n\n")
	}
	found.Sort()
	for _, d := range found {
		b.WriteString(d.Error() + "\n")
	}
	return c.write(filepath.Join(dir, notesFile), []byte(b.String()))
}
