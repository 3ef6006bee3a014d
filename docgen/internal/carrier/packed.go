package carrier

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
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
	if err := zipParts(&b, parts, zip.Deflate); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return nil, err
	}
	raw, err := z.File[0].OpenRaw()
	if err != nil {
		return nil, err
	}
	deflated, err := io.ReadAll(raw)
	if err != nil {
		return nil, err
	}
	return &Packed{content, deflated, crc32.ChecksumIEEE(content)}, compare(b.Bytes(), parts)
}

// is reports whether a part of a file is this one, with that content, which was read back already.
func (p *Packed) is(f *zip.File, content []byte) bool {
	if p == nil || f.Method != zip.Deflate || f.CRC32 != p.crc || f.UncompressedSize64 != uint64(len(content)) ||
		!bytes.Equal(content, p.content) {
		return false
	}
	raw, err := f.OpenRaw()
	if err != nil {
		return false
	}
	got, err := io.ReadAll(raw)
	return err == nil && bytes.Equal(got, p.deflated)
}

// join puts the parts that the library has written and those that come packed into one file.
func join(out *bytes.Buffer, carried []byte, parts []Part) error {
	from, err := zip.NewReader(bytes.NewReader(carried), int64(len(carried)))
	if err != nil {
		return fmt.Errorf("read carried parts: %w", err)
	}
	byName := make(map[string]*zip.File, len(from.File))
	for _, f := range from.File {
		byName[f.Name] = f
	}
	z := zip.NewWriter(out)
	for _, p := range parts {
		if f := byName[p.Name]; f != nil {
			if err := z.Copy(f); err != nil {
				return fmt.Errorf("%s: %w", p.Name, err)
			}
			continue
		}
		if p.Packed == nil {
			return fmt.Errorf("%s was not carried", p.Name)
		}
		const streamed, version = 1 << 3, 20 // as the writer has it of parts that it deflates
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: p.Name, Method: zip.Deflate, Flags: streamed, CreatorVersion: version, ReaderVersion: version,
			CRC32: p.Packed.crc, UncompressedSize64: uint64(len(p.Packed.content)), CompressedSize64: uint64(len(p.Packed.deflated)),
		})
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
		if _, err := w.Write(p.Packed.deflated); err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	return z.Close()
}
