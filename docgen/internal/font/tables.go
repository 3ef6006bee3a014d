package font

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// What is wrong with a font file. Errors of this package wrap one of them.
var (
	ErrBroken     = errors.New("broken font file")
	ErrCollection = errors.New("font file is a collection (.ttc)")
	ErrOutlines   = errors.New("font has no TrueType outlines (OpenType with CFF)")
	ErrForbidden  = errors.New("font forbids embedding")
	ErrVietnamese = errors.New("font lacks Vietnamese letters")

	ErrNoFamily = errors.New("font folder has no family with regular, bold, italic and bold italic faces in .ttf files")
	ErrFamilies = errors.New("font folder has several families and none is " + preferred)
	ErrNoFace   = errors.New("font family lacks a face")
)

// tables is the tables of a TrueType file by their tags.
type tables map[string][]byte

// maxTables bounds how many tables a font may have; the usual one has 20.
const maxTables = 256

// openTables finds all tables in a file's bytes.
func openTables(data []byte) (tables, error) {
	return readTables(bytes.NewReader(data), int64(len(data)), func(_ string, off, size int64) ([]byte, error) {
		return data[off : off+size : off+size], nil
	})
}

// readTables reads the directory of a file and takes each table by its place,
// which lies within the file; what take gives as nil is left out.
func readTables(r io.ReaderAt, size int64, take func(tag string, off, size int64) ([]byte, error)) (tables, error) {
	var head [12]byte
	if _, err := r.ReadAt(head[:], 0); err != nil {
		return nil, fmt.Errorf("%w: no TrueType signature", ErrBroken)
	}
	switch string(head[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "ttcf":
		return nil, ErrCollection
	case "OTTO":
		return nil, ErrOutlines
	default:
		return nil, fmt.Errorf("%w: no TrueType signature", ErrBroken)
	}
	n := int(u16(head[:], 4))
	if n > maxTables {
		return nil, fmt.Errorf("%w: %d tables", ErrBroken, n)
	}
	dir := make([]byte, 16*n)
	if _, err := r.ReadAt(dir, int64(len(head))); err != nil && n > 0 {
		return nil, fmt.Errorf("%w: table directory is cut off", ErrBroken)
	}
	t := make(tables, n)
	for ; len(dir) > 0; dir = dir[16:] {
		tag, off, length := string(dir[:4]), int64(u32(dir, 8)), int64(u32(dir, 12))
		if off+length > size {
			return nil, fmt.Errorf("%w: table %q reaches beyond the file", ErrBroken, tag)
		}
		if t[tag] != nil {
			return nil, fmt.Errorf("%w: two tables %q", ErrBroken, tag)
		}
		b, err := take(tag, off, length)
		if err != nil {
			return nil, fmt.Errorf("%w: table %q: %w", ErrBroken, tag, err)
		}
		if b != nil {
			t[tag] = b
		}
	}
	return t, nil
}

// need gives a table of at least size bytes.
func (t tables) need(tag string, size int) ([]byte, error) {
	b, ok := t[tag]
	if !ok {
		return nil, fmt.Errorf("%w: no table %q", ErrBroken, tag)
	}
	if len(b) < size {
		return nil, fmt.Errorf("%w: table %q has %d bytes, needs %d", ErrBroken, tag, len(b), size)
	}
	return b, nil
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func i16(b []byte, at int) int16  { return int16(binary.BigEndian.Uint16(b[at:])) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
