package pdf

import (
	"bytes"
	"fmt"
)

// maxObjects bounds how many objects a file that is read may have.
const maxObjects = 1 << 20

// source is a file whose objects are found through its cross-reference table.
// It reads files with one table of the classic form, as the canvas and this
// package write them.
type source struct {
	data    []byte
	offsets []int // by object number; 0: free
	trailer dict
	catalog dict
}

// openSource reads the cross-reference table, the trailer and the catalog.
func openSource(data []byte) (*source, error) {
	const tail = 1024
	end := data[max(0, len(data)-tail):]
	i := bytes.LastIndex(end, []byte("startxref"))
	if i < 0 {
		return nil, fmt.Errorf("%w: no cross-reference table", errSyntax)
	}
	s := &scanner{data: end, at: i + len("startxref")}
	at, err := s.integer()
	if err != nil {
		return nil, err
	}
	if at >= len(data) {
		return nil, fmt.Errorf("%w: cross-reference table beyond the file", errSyntax)
	}
	f := &source{data: data}
	if err := f.readTable(&scanner{data: data, at: at}); err != nil {
		return nil, err
	}
	f.catalog, err = f.dict(f.trailer["Root"])
	return f, err
}

func (f *source) readTable(s *scanner) error {
	if !s.keyword("xref") {
		return fmt.Errorf("%w: no cross-reference table at %d (streams of references are not read)", errSyntax, s.at)
	}
	first, err := s.integer()
	if err != nil {
		return err
	}
	n, err := s.integer()
	if err != nil {
		return err
	}
	const entry = 20 // bytes of "0000000015 00000 n" and its line end
	if first != 0 || n > maxObjects || n > (len(f.data)-s.at)/entry {
		return fmt.Errorf("%w: cross-reference table of %d objects from %d", errSyntax, n, first)
	}
	f.offsets = make([]int, n)
	s.skip()
	for i := range n {
		line := f.data[s.at+entry*i:]
		if len(line) < entry {
			return fmt.Errorf("%w: cross-reference table is cut off", errSyntax)
		}
		if line[17] != 'n' {
			continue
		}
		for _, c := range line[:10] {
			if c < '0' || c > '9' {
				return fmt.Errorf("%w: bad offset of object %d", errSyntax, i)
			}
			f.offsets[i] = 10*f.offsets[i] + int(c-'0')
		}
	}
	s.at += entry * n
	if !s.keyword("trailer") {
		return fmt.Errorf("%w: no trailer", errSyntax)
	}
	o, err := s.object(0)
	if err != nil {
		return fmt.Errorf("read trailer: %w", err)
	}
	d, ok := o.(dict)
	if !ok {
		return fmt.Errorf("%w: trailer is no dictionary", errSyntax)
	}
	f.trailer = d
	return nil
}

// open goes to an indirect object and reads it; s stands behind it.
func (f *source) open(id reference) (o object, s *scanner, err error) {
	if id <= 0 || int(id) >= len(f.offsets) || f.offsets[id] == 0 || f.offsets[id] >= len(f.data) {
		return nil, nil, fmt.Errorf("%w: no object %d", errSyntax, id)
	}
	s = &scanner{data: f.data, at: f.offsets[id]}
	got, err := s.integer()
	if err != nil {
		return nil, nil, err
	}
	if _, err := s.integer(); err != nil {
		return nil, nil, err
	}
	if got != int(id) || !s.keyword("obj") {
		return nil, nil, fmt.Errorf("%w: object %d is not where it should be", errSyntax, id)
	}
	o, err = s.object(0)
	if err != nil {
		return nil, nil, fmt.Errorf("read object %d: %w", id, err)
	}
	return o, s, nil
}

// resolve follows a reference, once: a reference to a reference is nil.
func (f *source) resolve(o object) (object, error) {
	id, ok := o.(reference)
	if !ok {
		return o, nil
	}
	o, _, err := f.open(id)
	if _, again := o.(reference); again {
		return nil, err
	}
	return o, err
}

// dict gives a dictionary, direct or by reference.
func (f *source) dict(o object) (dict, error) { return resolved[dict](f, o, "dictionary") }

// list gives a list, direct or by reference.
func (f *source) list(o object) (list, error) { return resolved[list](f, o, "list") }

func resolved[T dict | list](f *source, o object, kind string) (T, error) {
	o, err := f.resolve(o)
	if err != nil {
		return nil, err
	}
	found, ok := o.(T)
	if !ok {
		return nil, fmt.Errorf("%w: a %s is missing", errSyntax, kind)
	}
	return found, nil
}

// stream gives a stream's dictionary and its bytes as they stand in the file.
func (f *source) stream(o object) (dict, []byte, error) {
	id, ok := o.(reference)
	if !ok {
		return nil, nil, fmt.Errorf("%w: a stream is missing", errSyntax)
	}
	o, s, err := f.open(id)
	if err != nil {
		return nil, nil, err
	}
	d, ok := o.(dict)
	if !ok || !s.keyword("stream") {
		return nil, nil, fmt.Errorf("%w: object %d is no stream", errSyntax, id)
	}
	size, err := f.resolve(d["Length"])
	if err != nil {
		return nil, nil, err
	}
	if s.at < len(s.data) && s.data[s.at] == '\r' {
		s.at++
	}
	if s.at < len(s.data) && s.data[s.at] == '\n' {
		s.at++
	}
	n, ok := size.(number)
	if !ok || n < 0 || float64(n) > float64(len(f.data)-s.at) || n != number(int(n)) {
		return nil, nil, fmt.Errorf("%w: stream %d has a wrong length", errSyntax, id)
	}
	return d, f.data[s.at : s.at+int(n)], nil
}
