package carrier

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/vanban-go/vanban/docgen/internal/deflate"
)

// Packed is the content of a part as it lies in a file, for parts that stand in many.
type Packed struct {
	content  []byte
	deflated []byte
	crc      uint32
}

// Pack deflates a content and reads it back.
func Pack(content []byte) (*Packed, error) {
	var b bytes.Buffer
	parts := []Part{{Name: "a", Content: content}}
	if err := join(&b, nil, parts); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, err
	}
	deflated, err := rawOf(b.Bytes(), z.File[0])
	if err != nil {
		return nil, err
	}
	return &Packed{content, deflated, crc32.ChecksumIEEE(content)}, compare(b.Bytes(), parts)
}

// Shelf keeps short parts as they lie in files, for those that many files share: each is
// deflated and read back once. The zero value is empty. Safe for concurrent use.
type Shelf struct {
	mu     sync.RWMutex
	packed map[string]*Packed // by content
	size   int                // of the contents, together
}

const largestShelf = 1 << 20 // a fuller one is emptied

// Pack is [Pack], or what it made of the same content before.
func (s *Shelf) Pack(content []byte) (*Packed, error) {
	s.mu.RLock()
	p := s.packed[string(content)]
	s.mu.RUnlock()
	if p != nil {
		return p, nil
	}
	p, err := Pack(bytes.Clone(content))
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if first := s.packed[string(p.content)]; first != nil { // of who was quicker
		return first, nil
	}
	if s.size += len(content); s.packed == nil || s.size > largestShelf {
		s.packed, s.size = make(map[string]*Packed), len(content)
	}
	s.packed[string(content)] = p
	return p, nil
}

// rawOf is a part as it lies in a file.
func rawOf(file []byte, f *zip.File) ([]byte, error) {
	at, err := f.DataOffset()
	if err != nil {
		return nil, err
	}
	end := at + int64(f.CompressedSize64)
	if end < at || end > int64(len(file)) {
		return nil, io.ErrUnexpectedEOF
	}
	return file[at:end], nil
}

// is reports whether a part of a file is this one, with that content, which was read back already.
func (p *Packed) is(file []byte, f *zip.File, content []byte) bool {
	if p == nil || f.Method != zip.Deflate || f.CRC32 != p.crc || f.UncompressedSize64 != uint64(len(content)) ||
		!bytes.Equal(content, p.content) {
		return false
	}
	got, err := rawOf(file, f)
	return err == nil && bytes.Equal(got, p.deflated)
}

// join puts the parts that the library has written, those that come packed and all others into
// one file.
func join(out *bytes.Buffer, carried []byte, parts []Part) error {
	byName := make(map[string]*zip.File)
	if carried != nil {
		from, err := zip.NewReader(bytes.NewReader(carried), int64(len(carried)))
		if err != nil {
			return fmt.Errorf("read carried parts: %w", err)
		}
		for _, f := range from.File {
			byName[f.Name] = f
		}
	}
	z := zip.NewWriter(out)
	z.RegisterCompressor(zip.Deflate, deflate.Compressor)
	for _, p := range parts {
		var err error
		switch f := byName[p.Name]; {
		case f != nil:
			err = lift(z, f, carried)
		case p.Packed != nil:
			err = p.Packed.put(z, p.Name)
		default:
			err = put(z, p)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	return z.Close()
}

// lift copies a part as it lies in another file.
func lift(z *zip.Writer, f *zip.File, file []byte) error {
	raw, err := rawOf(file, f)
	if err != nil {
		return err
	}
	head := f.FileHeader
	w, err := z.CreateRaw(&head)
	if err == nil {
		_, err = w.Write(raw)
	}
	return err
}

// put deflates a part.
func put(z *zip.Writer, p Part) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate})
	if err == nil {
		_, err = w.Write(p.Content)
	}
	return err
}

// put puts a packed part as it lies.
func (p *Packed) put(z *zip.Writer, name string) error {
	const streamed, version = 1 << 3, 20 // as the writer has it of parts that it deflates
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, Flags: streamed, CreatorVersion: version, ReaderVersion: version,
		CRC32: p.crc, UncompressedSize64: uint64(len(p.content)), CompressedSize64: uint64(len(p.deflated)),
	})
	if err == nil {
		_, err = w.Write(p.deflated)
	}
	return err
}
