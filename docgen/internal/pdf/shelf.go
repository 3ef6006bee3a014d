package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"sync"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Shelf keeps what many files share, for the next file: a seal or a background is read and
// compressed once, and the lines and areas of a paper's pages are drawn once. The zero value is
// empty and ready; safe for concurrent use. What it holds never shows in a file. A nil shelf keeps nothing.
type Shelf struct {
	pictures kept[*doc.Picture, *picture]
	drawings kept[string, []drawnPage] // by their strokes
}

// How many bytes of pictures and drawings are kept; then all of them are let go.
const (
	mostPictures = 16 << 20
	mostDrawings = 1 << 20
)

// longDrawing is how many strokes are kept at most: those of ten pages, or of a table, hardly come again.
const longDrawing = 256

// kept is a part of a shelf.
type kept[K comparable, V any] struct {
	mutex  sync.Mutex
	values map[K]V
	size   int
}

// put keeps a value of so many bytes, unless it alone takes a quarter of what may be kept.
func (k *kept[K, V]) put(key K, v V, size, most int) {
	if size >= most/4 {
		return
	}
	k.mutex.Lock()
	defer k.mutex.Unlock()
	if _, ok := k.values[key]; ok { // somebody was quicker
		return
	}
	if k.size += size; k.values == nil || k.size > most {
		k.values, k.size = make(map[K]V), size
	}
	k.values[key] = v
}

// picture gives a picture, read at the first call.
func (s *Shelf) picture(d *doc.Picture) (*picture, error) {
	if s != nil {
		s.pictures.mutex.Lock()
		p := s.pictures.values[d]
		s.pictures.mutex.Unlock()
		if p != nil {
			return p, nil
		}
	}
	p, err := readPicture(d.Data)
	if err == nil && s != nil {
		s.pictures.put(d, p, len(p.data)+len(p.alpha)+len(d.Data), mostPictures)
	}
	return p, err
}

// drawn gives the pages that strokes make, drawn at the first call. They must not be changed.
func (s *Shelf) drawn(strokes []stroke) ([]drawnPage, error) {
	if s == nil || len(strokes) > longDrawing {
		return draw(strokes)
	}
	key := make([]byte, 0, 2<<10)
	for i := range strokes {
		t := &strokes[i]
		key = append(binary.AppendUvarint(key, uint64(t.color)), byte(t.kind))
		for _, v := range t.at {
			key = binary.LittleEndian.AppendUint64(key, math.Float64bits(v))
		}
	}
	s.drawings.mutex.Lock()
	pages, ok := s.drawings.values[string(key)]
	s.drawings.mutex.Unlock()
	if ok {
		return pages, nil
	}
	pages, err := draw(strokes)
	if err != nil {
		return nil, err
	}
	size := len(key)
	for i := range pages {
		pages[i].content = bytes.Clone(pages[i].content) // of a whole file
		size += len(pages[i].content)
	}
	s.drawings.put(string(key), pages, size, mostDrawings)
	return pages, nil
}
