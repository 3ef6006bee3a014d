package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// notesFile stands beside the papers of a season and holds what was found about
// them: figures of law that nobody has read in their own source, and the like. It
// is for whoever checks the papers before they are signed; nothing of it stands on
// a paper.
const notesFile = "can-doi-chieu.txt"

// writeNotes writes the findings into the folder of the papers. A run without any
// says so, and takes the place of what an earlier run found.
func (c *console) writeNotes(dir, mark, season string, found diag.List) error {
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
	b.WriteString("\n" + madeFrom + season + "\n")
	return c.write(filepath.Join(dir, mark+notesFile), []byte(b.String()))
}

// madeFrom stands before the name of the season in the last line of the notes.
const madeFrom = "Các văn bản này soạn từ tệp "

// markOf is what the names of a season's papers begin with: nothing, unless the folder holds
// the papers of another season.
func markOf(dir, season string) string {
	notes, err := os.ReadFile(filepath.Join(dir, notesFile))
	if err != nil {
		return ""
	}
	_, other, ok := strings.Cut(string(notes), madeFrom)
	if other = strings.TrimSpace(other); !ok || other == season {
		return ""
	}
	return vi.Slug(strings.TrimSuffix(season, filepath.Ext(season))) + "-"
}

// numbered is a paper of one awardee: its kind and its number, before the name.
var numbered = regexp.MustCompile(`^(.+?-[0-9]{3,})-.*(\.[a-z]+)$`)

// outdated says which papers in the folder have another name than the one that was written
// for the same number: of somebody whose name was corrected since.
func outdated(dir string, files []outFile) (lines []string) {
	now := make(map[string]string)
	written := make(map[string]bool)
	for _, f := range files {
		written[f.name] = true
		if m := numbered.FindStringSubmatch(f.name); m != nil {
			now[m[1]+m[2]] = f.name
		}
	}
	entries, _ := os.ReadDir(dir) // the files were just written there
	for _, e := range entries {
		m := numbered.FindStringSubmatch(e.Name())
		if m == nil || written[e.Name()] {
			continue
		}
		if name := now[m[1]+m[2]]; name != "" {
			lines = append(lines, fmt.Sprintf("còn bản cũ %s; bản mới của số này là %s: xóa bản cũ nếu chưa phát hành",
				filepath.Join(dir, e.Name()), name))
		}
	}
	return lines
}
