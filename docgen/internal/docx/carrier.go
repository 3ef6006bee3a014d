package docx

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	carrier "github.com/nguyenthenguyen/docx"
)

// mainPart is the name that the carrier knows the text by.
const mainPart = "word/document.xml"

// part is one file inside a .docx.
type part struct {
	name    string
	content []byte
}

// carry makes a skeleton of the parts, lets the carrier put the body into it
// and write the file, and hands that to w once it has been read back: the
// carrier drops the errors of its zip writer.
func carry(w io.Writer, body []byte, parts []part) error {
	skeleton, err := zipParts(parts)
	if err != nil {
		return fmt.Errorf("make skeleton: %w", err)
	}
	// Each document is read anew: two Editable of one file would share maps.
	file, err := carrier.ReadDocxFromMemory(bytes.NewReader(skeleton), int64(len(skeleton)))
	if err != nil {
		return fmt.Errorf("read skeleton: %w", err)
	}
	edit := file.Editable()
	edit.SetContent(string(body))
	var out bytes.Buffer
	out.Grow(len(skeleton)/2 + len(body)/4)
	if err := edit.Write(&out); err != nil {
		return fmt.Errorf("write parts: %w", err)
	}
	if err := setDates(out.Bytes()); err != nil {
		return fmt.Errorf("date parts: %w", err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("close skeleton: %w", err)
	}
	if err := compare(out.Bytes(), body, parts); err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	if _, err := out.WriteTo(w); err != nil { // a short write is an error, too
		return fmt.Errorf("write: %w", err)
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

// zipParts stores the parts without compression, in their order and without
// dates.
func zipParts(parts []part) ([]byte, error) {
	var b bytes.Buffer
	size := 0
	for _, p := range parts {
		size += len(p.content) + 2*len(p.name) + 200
	}
	b.Grow(size)
	z := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(p.content); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// compare reads a written file and holds every part against what it should be.
func compare(file, body []byte, parts []part) error {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	if len(z.File) != len(parts) {
		return fmt.Errorf("%d parts instead of %d", len(z.File), len(parts))
	}
	buf := make([]byte, 4096)
	for i, p := range parts {
		want := p.content
		if p.name == mainPart {
			want = body
		}
		if z.File[i].Name != p.name {
			return fmt.Errorf("part %q instead of %q", z.File[i].Name, p.name)
		}
		f, err := z.File[i].Open()
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		err = same(f, want, buf)
		if err := errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
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
