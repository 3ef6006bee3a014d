package font

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
)

// names is what a font calls itself. Fields are empty when the font does not say.
type names struct {
	family     string
	postScript string
	version    string
}

// Identifiers of the name table.
const (
	nameFamily     = 1 // of at most four faces; the typographic family may hold more
	nameStyle      = 2
	nameFull       = 4
	nameVersion    = 5
	namePostScript = 6
)

// readNames reads the English (or else any Windows or Macintosh) names.
func readNames(t tables) names {
	return names{readName(t, nameFamily), readName(t, namePostScript), readName(t, nameVersion)}
}

func readName(t tables, id uint16) string {
	b := t["name"]
	if len(b) < 6 {
		return ""
	}
	count, heap := int(u16(b, 2)), int(u16(b, 4))
	best, found := 0, ""
	for i := range count {
		at := 6 + 12*i
		if at+12 > len(b) {
			break
		}
		if u16(b, at+6) != id {
			continue
		}
		platform, encoding, language := u16(b, at), u16(b, at+2), u16(b, at+4)
		from := heap + int(u16(b, at+10))
		to := from + int(u16(b, at+8))
		if to > len(b) {
			continue
		}
		rank, text := 0, ""
		switch {
		case platform == 3 && (encoding == 0 || encoding == 1 || encoding == 10) || platform == 0:
			rank, text = 2, decodeUTF16(b[from:to])
			if language == 0x409 {
				rank = 3
			}
		case platform == 1 && encoding == 0:
			rank, text = 1, decodeLatin(b[from:to])
		}
		if rank > best {
			best, found = rank, strings.TrimSpace(text)
		}
	}
	return found
}

func decodeUTF16(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = u16(b, 2*i)
	}
	return string(utf16.Decode(units))
}

// decodeLatin takes the ASCII part of Mac Roman, which names are written in.
func decodeLatin(b []byte) string {
	runes := make([]rune, len(b))
	for i, c := range b {
		if runes[i] = rune(c); c >= 0x80 {
			runes[i] = '?'
		}
	}
	return string(runes)
}

// nameTable makes a name table with Windows names in English.
func nameTable(names map[uint16]string) []byte {
	b := binary.BigEndian.AppendUint16(nil, 0)
	b = binary.BigEndian.AppendUint16(b, uint16(len(names)))
	b = binary.BigEndian.AppendUint16(b, uint16(6+12*len(names)))
	var heap []byte
	for _, id := range slices.Sorted(maps.Keys(names)) {
		at := len(heap)
		for _, u := range utf16.Encode([]rune(names[id])) {
			heap = binary.BigEndian.AppendUint16(heap, u)
		}
		for _, v := range []uint16{3, 1, 0x409, id, uint16(len(heap) - at), uint16(at)} {
			b = binary.BigEndian.AppendUint16(b, v)
		}
	}
	return append(b, heap...)
}
