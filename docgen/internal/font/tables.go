package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// What is wrong with a font file. Errors of this package wrap one of them.
var (
	ErrBroken     = errors.New("broken font file")
	ErrCollection = errors.New("font file is a collection (.ttc)")
	ErrOutlines   = errors.New("font has no TrueType outlines (OpenType with CFF)")
	ErrForbidden  = errors.New("font forbids embedding")
	ErrVietnamese = errors.New("font lacks Vietnamese letters")
)

// tables is the table directory of a TrueType file.
type tables struct {
	data []byte
	dir  map[string][2]int // offset and end of each table, both within data
}

// openTables reads the directory. A table that reaches beyond the file is broken.
func openTables(data []byte) (*tables, error) {
	if len(data) < 12 {
		return nil, fmt.Errorf("%w: only %d bytes", ErrBroken, len(data))
	}
	switch string(data[:4]) {
	case "\x00\x01\x00\x00", "true":
	case "ttcf":
		return nil, ErrCollection
	case "OTTO":
		return nil, ErrOutlines
	default:
		return nil, fmt.Errorf("%w: no TrueType signature", ErrBroken)
	}
	n := int(u16(data, 4))
	if len(data) < 12+16*n {
		return nil, fmt.Errorf("%w: table directory is cut off", ErrBroken)
	}
	t := &tables{data: data, dir: make(map[string][2]int, n)}
	for i := range n {
		entry := data[12+16*i:]
		tag := string(entry[:4])
		off, size := uint64(u32(entry, 8)), uint64(u32(entry, 12))
		if off+size > uint64(len(data)) {
			return nil, fmt.Errorf("%w: table %q reaches beyond the file", ErrBroken, tag)
		}
		if _, double := t.dir[tag]; double {
			return nil, fmt.Errorf("%w: two tables %q", ErrBroken, tag)
		}
		t.dir[tag] = [2]int{int(off), int(off + size)}
	}
	return t, nil
}

// find gives a table, or nil when there is none.
func (t *tables) find(tag string) []byte {
	place, ok := t.dir[tag]
	if !ok {
		return nil
	}
	return t.data[place[0]:place[1]:place[1]]
}

// need gives a table of at least size bytes.
func (t *tables) need(tag string, size int) ([]byte, error) {
	b := t.find(tag)
	if b == nil {
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
