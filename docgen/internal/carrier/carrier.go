// Package carrier writes Word files through the library that carries them,
// github.com/nguyenthenguyen/docx. It takes the parts as they are to be and looks at what
// came out.
//
//	err := carrier.Write(w, "word/document.xml", parts)
package carrier

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/nguyenthenguyen/docx"

	"github.com/vanban-go/vanban/docgen/internal/deflate"
)

// mainPart and mainRelations are the names that the library knows the text by, and what it
// refers to.
const mainPart, mainRelations = "word/document.xml", "word/_rels/document.xml.rels"

// Part is one file inside a .docx.
type Part struct {
	Name    string
	Content []byte
	Packed  *Packed // of the same content; nil: it is deflated now
}

// Write lets the library write the parts that it can, joins them with the others, and hands
// the file to w once it has been read back: the library drops the errors of its zip writer.
//
// The library writes the text, its relations and media. A file whose text has another name, or
// no relations, it does not read. All other parts, as styles, headers, footnotes and settings,
// are written past it, for its compressor takes longer to begin than a short part takes; and so
// are parts that come packed, as those of a template do that are the same in each file made of it.
func Write(w io.Writer, main string, parts []Part) error {
	var carried []byte
	if main == mainPart && slices.ContainsFunc(parts, func(p Part) bool { return p.Name == mainRelations }) {
		var err error
		if carried, err = carry(slices.DeleteFunc(slices.Clone(parts), func(p Part) bool { return !p.carried() })); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	out.Grow(len(carried) + 1<<14)
	if err := join(&out, carried, parts); err != nil {
		return err
	}
	if err := setDates(out.Bytes()); err != nil {
		return fmt.Errorf("date parts: %w", err)
	}
	if err := compare(out.Bytes(), parts); err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	if _, err := out.WriteTo(w); err != nil { // a short write is an error, too
		return fmt.Errorf("write: %w", err)
	}
	return nil
}

// carried reports whether the library writes the part.
func (p Part) carried() bool {
	return p.Name == mainPart || p.Name == mainRelations || p.Packed == nil && strings.HasPrefix(p.Name, "word/media/")
}

// carry writes the parts through the library: a skeleton of them, and the text put into it.
func carry(parts []Part) ([]byte, error) {
	var body string
	for i := range parts {
		if parts[i].Name == mainPart {
			body, parts[i].Content = string(parts[i].Content), nil
		}
	}
	skeleton, err := stored(parts)
	if err != nil {
		return nil, fmt.Errorf("make skeleton: %w", err)
	}
	// Each document is read anew: two Editable of one file would share maps.
	file, err := docx.ReadDocxFromMemory(bytes.NewReader(skeleton), int64(len(skeleton)))
	if err != nil {
		return nil, fmt.Errorf("read skeleton: %w", err)
	}
	edit := file.Editable()
	edit.SetContent(body)
	var out bytes.Buffer
	out.Grow(len(skeleton)/2 + len(body)/4)
	if err := edit.Write(&out); err != nil {
		return nil, fmt.Errorf("write parts: %w", err)
	}
	if err := file.Close(); err != nil {
		return nil, fmt.Errorf("close skeleton: %w", err)
	}
	return out.Bytes(), nil
}

// setDates puts the first day that a ZIP file can name where the carrier's writer puts
// none, "1980-00-00", which some programs refuse.
// Source: PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16.
func setDates(file []byte) error {
	const (
		first            = 1<<5 | 1 // 1 January 1980
		endLen, entryLen = 22, 46
		endMark          = "PK\x05\x06"
		entryMark        = "PK\x01\x02"
	)
	end := bytes.LastIndex(file, []byte(endMark))
	if end < 0 || len(file) < end+endLen {
		return errors.New("no directory")
	}
	le := binary.LittleEndian
	entry := int(le.Uint32(file[end+16:]))
	for range le.Uint16(file[end+10:]) {
		if entry+entryLen > end || string(file[entry:entry+4]) != entryMark {
			return errors.New("broken directory")
		}
		le.PutUint16(file[entry+14:], first)
		local := int(le.Uint32(file[entry+42:]))
		if local+30 > entry {
			return errors.New("broken directory")
		}
		le.PutUint16(file[local+12:], first)
		entry += entryLen + int(le.Uint16(file[entry+28:])) + int(le.Uint16(file[entry+30:])) + int(le.Uint16(file[entry+32:]))
	}
	return nil
}

// stored makes a file of the parts in their order, not deflated and without dates.
func stored(parts []Part) ([]byte, error) {
	size := 0
	for _, p := range parts {
		size += len(p.Content) + 2*len(p.Name) + 200
	}
	var b bytes.Buffer
	b.Grow(size)
	z := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(p.Content); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

// compare reads a written file and holds every part against what it should be.
func compare(file []byte, parts []Part) error {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	if len(z.File) != len(parts) {
		return fmt.Errorf("%d parts instead of %d", len(z.File), len(parts))
	}
	z.RegisterDecompressor(zip.Deflate, deflate.Decompressor)
	buf := make([]byte, 4096)
	for i, p := range parts {
		if z.File[i].Name != p.Name {
			return fmt.Errorf("part %q instead of %q", z.File[i].Name, p.Name)
		}
		if p.Packed.is(file, z.File[i], p.Content) {
			continue
		}
		f, err := z.File[i].Open()
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		err = same(f, p.Content, buf)
		if err := errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	return nil
}

func same(r io.Reader, want, buf []byte) error {
	for {
		n, err := r.Read(buf)
		if n > len(want) || !bytes.Equal(buf[:n], want[:n]) {
			return errors.New("content differs from what was written")
		}
		want = want[n:]
		switch {
		case err == io.EOF && len(want) > 0:
			return io.ErrUnexpectedEOF
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}
