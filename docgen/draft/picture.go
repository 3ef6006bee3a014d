package draft

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"

	pictures "github.com/vanban-go/vanban/docgen/internal/picture"
	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan/diag"
)

// Picture is a picture of a draft, to be put beside its YAML, which names it.
type Picture struct {
	Name string
	Data []byte
}

// Bounds of the pictures that are taken out of a draft.
const (
	maxPictures = 50
	maxPicture  = 8 << 20
	maxAlbum    = 32 << 20
)

// album takes pictures out of a Word file.
type album struct {
	prefix string // of the names of their files; empty: none is taken
	open   func() (*ooxml.Package, error)

	file  *ooxml.Package
	names map[string]string // of files, by part; empty: it cannot be used
	taken []Picture
	size  int
	count int // of the pictures of the draft
	used  int // of those that stand in a body
	first *line
}

// newAlbum makes the album of a Word file.
func newAlbum(prefix, name string, from io.ReaderAt, size int64) *album {
	return &album{prefix: prefix, names: make(map[string]string),
		open: func() (*ooxml.Package, error) { return word.Open(name, from, size) }}
}

// row gives the line of a body that shows a picture, empty when it cannot be taken.
func (a *album) row(run *word.Run) string {
	if a.prefix == "" {
		return ""
	}
	name, known := a.names[run.Picture]
	if !known {
		name = a.take(run.Picture)
		a.names[run.Picture] = name
	}
	if name == "" {
		return ""
	}
	a.used++
	alt := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]()\*{|<`, r) {
			return ' '
		}
		return r
	}, clean(run.Alt))
	if alt = strings.Join(strings.Fields(alt), " "); alt == "" {
		alt = "Ảnh"
	}
	row := "![" + alt + "](" + name + ")"
	if mm := (int(run.Width)*254 + 7200) / 14400; mm > 0 {
		row += fmt.Sprintf("{%d mm}", mm)
	}
	return row
}

// take takes the picture of a part, and gives the name of its file. Two of the same content are one.
func (a *album) take(part string) string {
	if a.file == nil {
		file, err := a.open()
		if err != nil {
			return "" // it was read before: the file has changed
		}
		a.file = file
	}
	p := a.file.Part(part)
	if len(a.taken) == maxPictures {
		return ""
	}
	data, err := p.Bytes(maxPicture)
	if err != nil || a.size+len(data) > maxAlbum {
		return ""
	}
	if _, problem := pictures.Decode(data); problem != nil {
		return ""
	}
	_, kind, _ := pictures.Config(data)
	if kind == "jpeg" {
		kind = "jpg"
	}
	sum := sha256.Sum256(data)
	name := fmt.Sprintf("%s-%x.%s", a.prefix, sum[:hashLength], kind)
	for _, t := range a.taken {
		if t.Name == name {
			return name
		}
	}
	a.size += len(data)
	a.taken = append(a.taken, Picture{name, data})
	return name
}

// hashLength is how many bytes of its hash a picture has in its name: the same picture has the same
// name each time, and no other picture has it.
const hashLength = 6

// readPictures counts the pictures of a Word file. One that is a mark of the letterhead, such as that
// of urgency, is taken as that mark.
func (r *reader) readPictures() {
	if r.doc == nil {
		return
	}
	r.doc.Each(func(p *word.Paragraph) {
		for i := range p.Runs {
			if p.Runs[i].Picture == "" {
				continue
			}
			l := line{at: p.Number, text: clean(p.Runs[i].Alt)}
			if l.text != "" && r.mark(&item{line: l}) {
				r.extra = append(r.extra, l.text)
				continue
			}
			if r.album.count++; r.album.first == nil {
				r.album.first = &l
			}
		}
	})
}

// leftPictures says how many pictures are not in the paper: of a letterhead, a cell, a foot, and such
// as no paper can hold.
func (r *reader) leftPictures() {
	if r.doc == nil || r.album.count <= r.album.used {
		return
	}
	fix := "lưu ảnh ra tệp PNG hoặc JPEG cạnh tệp YAML rồi ghi ![mô tả](tên tệp) thành một dòng của nội dung"
	r.say(r.album.first, diag.Diagnostic{
		Level: diag.Warning, Rule: rulePicture, Found: r.album.first.text,
		Message: fmt.Sprintf("ảnh không đưa vào văn bản: %d ảnh", r.album.count-r.album.used), Fix: fix,
	})
}

// pictureRows are the lines of a body that show the pictures behind a line.
func (r *reader) pictureRows(l *line) (rows []string) {
	for _, run := range l.pictures {
		if row := r.album.row(run); row != "" {
			rows = append(rows, row)
			r.extra = append(r.extra, row) // its words are none of the draft's
		}
	}
	return rows
}
