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

	"github.com/nguyenthenguyen/docx"
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

// Write makes a skeleton of the parts, lets the library put the main one into it
// and write the file, and hands that to w once it has been read back: the
// library drops the errors of its zip writer.
//
// The library can write the text, its relations, headers, footers and media. All other parts,
// as footnotes, numbering and settings, it takes over from the skeleton. A file whose text has
// another name, or no relations, it does not read: that is written past it. So are parts that
// come packed, as those of a template do that are the same in each file made of it.
func Write(w io.Writer, main string, parts []Part) error {
	loose := slices.DeleteFunc(slices.Clone(parts),
		func(p Part) bool { return p.Packed != nil && p.Name != mainPart && p.Name != mainRelations })
	known := slices.ContainsFunc(loose, func(p Part) bool { return p.Name == mainRelations })
	var out bytes.Buffer
	var err error
	if known && main == mainPart {
		err = carry(&out, loose)
	} else {
		err = zipParts(&out, loose, zip.Deflate)
	}
	if err == nil && len(loose) < len(parts) {
		carried := out.Bytes()
		out = bytes.Buffer{}
		err = join(&out, carried, parts)
	}
	if err != nil {
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

// carry writes the parts through the library.
func carry(out *bytes.Buffer, parts []Part) error {
	stored := slices.Clone(parts)
	var body []byte
	for i := range stored {
		if stored[i].Name == mainPart {
			body, stored[i].Content = stored[i].Content, nil // the library puts the body there
		}
	}
	var skeleton bytes.Buffer
	if err := zipParts(&skeleton, stored, zip.Store); err != nil {
		return fmt.Errorf("make skeleton: %w", err)
	}
	// Each document is read anew: two Editable of one file would share maps.
	file, err := docx.ReadDocxFromMemory(bytes.NewReader(skeleton.Bytes()), int64(skeleton.Len()))
	if err != nil {
		return fmt.Errorf("read skeleton: %w", err)
	}
	edit := file.Editable()
	edit.SetContent(string(body))
	out.Grow(skeleton.Len()/2 + len(body)/4)
	if err := edit.Write(out); err != nil {
		return fmt.Errorf("write parts: %w", err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("close skeleton: %w", err)
	}
	return nil
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

// zipParts writes the parts in their order and without dates.
func zipParts(b *bytes.Buffer, parts []Part, method uint16) error {
	size := 0
	for _, p := range parts {
		size += len(p.Content) + 2*len(p.Name) + 200
	}
	b.Grow(size)
	z := zip.NewWriter(b)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: method})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.Content); err != nil {
			return err
		}
	}
	return z.Close()
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
	buf := make([]byte, 4096)
	for i, p := range parts {
		if z.File[i].Name != p.Name {
			return fmt.Errorf("part %q instead of %q", z.File[i].Name, p.Name)
		}
		if p.Packed.is(z.File[i], p.Content) {
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
