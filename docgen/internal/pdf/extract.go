package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Bounds of what Extract reads.
const (
	maxSource    = 256 << 20 // bytes of the file
	maxExtracted = 256 << 20 // bytes of all attachments together
	maxAttached  = 1000      // attachments
)

// Errors of Extract. Any other one says that the file is broken, or not a PDF.
var (
	ErrNoAttachments = errors.New("the file carries no others")
	ErrTooLarge      = errors.New("too large")
	ErrChanged       = errors.New("the checksum is wrong: the file was changed or damaged")
)

// Extract reads back the files that a PDF/A-3 written by this package carries,
// in the order in which they were given. Their sums are checked, else it gives
// [ErrChanged]. A file without any gives [ErrNoAttachments]; more than 256 MiB
// or 1,000 files give [ErrTooLarge]; one from other software may not be understood.
func Extract(r io.ReaderAt, size int64) ([]doc.Attached, error) {
	if size > maxSource {
		return nil, fmt.Errorf("extract: %w: the file has more than %d MiB", ErrTooLarge, maxSource>>20)
	}
	data := make([]byte, max(size, 0))
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), data); err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	list, err := extract(data)
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	return list, nil
}

func extract(data []byte) ([]doc.Attached, error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) {
		return nil, fmt.Errorf("%w: not a PDF file", errSyntax)
	}
	f, err := openSource(data)
	if err != nil {
		return nil, err
	}
	if f.catalog["AF"] == nil {
		return nil, ErrNoAttachments
	}
	specs, err := f.list(f.catalog["AF"])
	if err != nil {
		return nil, err
	}
	if len(specs) == 0 {
		return nil, ErrNoAttachments
	}
	if len(specs) > maxAttached {
		return nil, fmt.Errorf("%w: more than %d attachments", ErrTooLarge, maxAttached)
	}
	room := maxExtracted
	var list []doc.Attached
	for _, spec := range specs {
		a, err := f.attachment(spec, room)
		if err != nil {
			return nil, err
		}
		room -= len(a.Data)
		list = append(list, a)
	}
	return list, nil
}

// attachment reads one file specification and the file it leads to, of at most
// room bytes.
func (f *source) attachment(o object, room int) (a doc.Attached, err error) {
	spec, err := f.dict(o)
	if err != nil {
		return a, err
	}
	if a.Name = f.text(spec["UF"]); a.Name == "" {
		a.Name = f.text(spec["F"])
	}
	a.Description = f.text(spec["Desc"])
	if relationship, ok := spec["AFRelationship"].(name); ok {
		a.Relationship = string(relationship)
	}
	places, err := f.dict(spec["EF"])
	if err != nil {
		return a, fmt.Errorf("attachment %q: %w", a.Name, err)
	}
	d, raw, err := f.stream(places["F"])
	if err != nil {
		return a, fmt.Errorf("attachment %q: %w", a.Name, err)
	}
	if mime, ok := d["Subtype"].(name); ok {
		a.MIME = string(mime)
	}
	if a.Data, err = inflate(d, raw, room); err != nil {
		return a, fmt.Errorf("attachment %q: %w", a.Name, err)
	}
	if params, err := f.dict(d["Params"]); err == nil {
		if want := f.raw(params["CheckSum"]); want != "" {
			if sum := md5.Sum(a.Data); want != string(sum[:]) {
				return a, fmt.Errorf("attachment %q: %w", a.Name, ErrChanged)
			}
		}
	}
	return a, nil
}

// inflate undoes the compression of a stream.
func inflate(d dict, raw []byte, room int) ([]byte, error) {
	switch filter := d["Filter"]; filter {
	case nil:
		if len(raw) > room {
			return nil, fmt.Errorf("%w: attachments of more than %d MiB", ErrTooLarge, maxExtracted>>20)
		}
		return bytes.Clone(raw), nil
	case name("FlateDecode"):
	default:
		return nil, fmt.Errorf("%w: unknown filter %v", errSyntax, filter)
	}
	z, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(z, int64(room)+1))
	if err != nil {
		return nil, err
	}
	if len(data) > room {
		return nil, fmt.Errorf("%w: attachments of more than %d MiB", ErrTooLarge, maxExtracted>>20)
	}
	return data, z.Close()
}

// raw gives the bytes of a string; empty for anything else.
func (f *source) raw(o object) string {
	o, err := f.resolve(o)
	if err != nil {
		return ""
	}
	s, _ := o.(text)
	return string(s)
}

// text gives a text string.
func (f *source) text(o object) string {
	s := f.raw(o)
	if !strings.HasPrefix(s, "\xfe\xff") {
		return s
	}
	return utf16Text(s[2:])
}

// utf16Text is a text of two bytes a unit.
func utf16Text(s string) string {
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}
