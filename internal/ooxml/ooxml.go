// Package ooxml opens the packages of Word and Excel "tệp Office Open XML": zip files whose
// parts refer to each other.
//
//	p, err := ooxml.Open(file, size, ooxml.Bounds{})
//	main, err := p.Main(ooxml.Word)             // word/document.xml
//	links, err := p.Relations(main.Name)        // what it refers to
//	src, err := p.Part(links[0].Target).Bytes(32 << 20)
//	err = p.Write(w, map[string][]byte{main.Name: src})
//
// Parts come in the order of the archive, each byte for byte. Nothing is unpacked beyond a bound
// that the caller sets, whatever the file says of its sizes, and nothing outside the file is
// opened. What is no such file is an [*Error] that says what it is. A package may be used by
// several goroutines at once, as far as its reader may.
package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"path"
	"strings"
)

// Bounds are those of an archive. Zero is the usual bound.
type Bounds struct {
	File  int64 // bytes of the archive; 256 MB
	Parts int   // 10,000
}

// maxList bounds the parts that only list others: types and relations.
const maxList = 4 << 20

// Package is an opened file.
type Package struct {
	archive *zip.Reader
	parts   []*Part
	byName  map[string]*Part // by key
}

// Part is one part of a package.
type Part struct {
	Name        string // as "word/document.xml", without a stroke at its head
	ContentType string // empty when the package does not say it
	Size        int64  // as the archive states it
	entry       *zip.File
}

// Relation leads from a part, or from the package, to another part or out of the file.
type Relation struct {
	ID       string
	Type     string // last word of its name, the same in both editions of the standard: "styles"
	Target   string // name of a part; of an external one what stands there
	External bool
}

// Open reads the contents of an archive and none of its parts but the list of types.
func Open(r io.ReaderAt, size int64, b Bounds) (*Package, error) {
	if b.File <= 0 {
		b.File = 256 << 20
	}
	if b.Parts <= 0 {
		b.Parts = 10_000
	}
	if r == nil || size <= 0 {
		return nil, &Error{Why: Other, Kind: "tệp trống"}
	}
	if size > b.File {
		return nil, &Error{Why: TooLarge, Size: size, Bound: b.File}
	}
	if kind, locked := identify(r, size); locked {
		return nil, &Error{Why: Locked, Kind: kind}
	} else if kind != "" {
		return nil, &Error{Why: Other, Kind: kind}
	}
	n, err := countEntries(r, size)
	if err != nil {
		return nil, &Error{Why: Broken, Err: err}
	}
	if n > b.Parts {
		return nil, &Error{Why: TooMany, Size: int64(n), Bound: int64(b.Parts)}
	}
	archive, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, &Error{Why: Broken, Err: err}
	}
	p := &Package{archive: archive, byName: make(map[string]*Part, len(archive.File))}
	for _, f := range archive.File {
		if err := p.add(f); err != nil {
			return nil, err
		}
	}
	return p, p.readTypes()
}

// Unpacked is how many bytes the parts of an archive say that they hold, all together; 0: it is
// none, or one that Open refuses. No part can be read beyond what it says.
func Unpacked(r io.ReaderAt, size int64) int64 {
	p, err := Open(r, size, Bounds{})
	if err != nil {
		return 0
	}
	sum := int64(0)
	for _, part := range p.parts {
		if sum += part.Size; sum < 0 { // beyond what can be counted
			return math.MaxInt64
		}
	}
	return sum
}

// Parts are the parts in the order of the archive, the list of types and the relations among
// them.
func (p *Package) Parts() []*Part {
	if p == nil {
		return nil
	}
	return p.parts
}

// Part gives a part by its name, nil for none. Case makes no difference, as in the standard.
func (p *Package) Part(name string) *Part {
	if p == nil {
		return nil
	}
	return p.byName[key(name)]
}

func key(name string) string { return strings.ToLower(strings.TrimPrefix(name, "/")) }

// nameOf is the name of an entry as a part, empty for a folder. Old programs write strokes
// backwards.
func nameOf(f *zip.File) string {
	name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	if strings.HasSuffix(name, "/") {
		return ""
	}
	return name
}

func (p *Package) add(f *zip.File) error {
	name := nameOf(f)
	switch {
	case name == "":
		return nil
	case path.Clean("/"+name) != "/"+name:
		return &Error{Why: Broken, Part: name, Err: errors.New("name of a part leads elsewhere")}
	case f.Flags&1 != 0:
		return &Error{Why: Locked, Kind: "tệp nén có mật khẩu"}
	case p.byName[key(name)] != nil:
		return &Error{Why: Broken, Part: name, Err: errors.New("two parts of one name")}
	}
	part := &Part{Name: name, Size: int64(min(f.UncompressedSize64, 1<<62)), entry: f}
	p.byName[key(name)] = part
	p.parts = append(p.parts, part)
	return nil
}

// readTypes hands out the content types.
func (p *Package) readTypes() error {
	list := p.Part("[Content_Types].xml")
	if list == nil {
		return nil // an odd package; its relations lead on
	}
	byEnding := make(map[string]string)
	err := list.entries(func(a map[string]string) {
		if part := p.Part(a["PartName"]); part != nil {
			part.ContentType = a["ContentType"]
		} else if ending, ok := a["Extension"]; ok {
			byEnding[strings.ToLower(ending)] = a["ContentType"]
		}
	})
	for _, part := range p.parts {
		if part.ContentType == "" {
			part.ContentType = byEnding[strings.ToLower(strings.TrimPrefix(path.Ext(part.Name), "."))]
		}
	}
	return err
}

// RelationsName names the part that holds the relations of a part; of an empty name those of the
// package.
func RelationsName(name string) string {
	folder, base := path.Split(name)
	return folder + "_rels/" + base + ".rels"
}

// Relations are those of a part, in order; of an empty name those of the package. Targets come
// as names of parts whichever way they are written; one that leads nowhere, as Word's own
// "../NULL", is in the list but no part.
func (p *Package) Relations(name string) ([]Relation, error) {
	folder, _ := path.Split(name)
	part := p.Part(RelationsName(name))
	if part == nil {
		return nil, nil
	}
	var all []Relation
	err := part.entries(func(a map[string]string) {
		r := Relation{ID: a["Id"], Type: a["Type"][strings.LastIndexByte(a["Type"], '/')+1:], Target: a["Target"],
			External: a["TargetMode"] == "External"}
		if !r.External {
			target := strings.ReplaceAll(r.Target, `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = "/" + folder + target
			}
			r.Target = strings.TrimPrefix(path.Clean(target), "/")
		}
		all = append(all, r)
	})
	return all, err
}

// entries visits the attributes of the elements right below the root of a part that lists
// others.
func (p *Part) entries(f func(attributes map[string]string)) error {
	src, err := p.Bytes(maxList)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(strings.NewReader(Text(string(src))))
	depth, elements := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && elements > 0 {
			return nil
		}
		if err != nil {
			return &Error{Why: Broken, Part: p.Name, Err: err}
		}
		switch e := token.(type) {
		case xml.Directive:
			return &Error{Why: Broken, Part: p.Name, Err: errors.New("document type")}
		case xml.StartElement:
			elements++
			if depth++; depth == 2 {
				a := make(map[string]string, len(e.Attr))
				for _, attr := range e.Attr {
					a[attr.Name.Local] = attr.Value
				}
				f(a)
			}
		case xml.EndElement:
			depth--
		}
	}
}

// Open opens the part for reading, unless it is larger than bound bytes; package zip breaks off
// where a part is longer than the file says. A part that is not there is an [fs.ErrNotExist].
func (p *Part) Open(bound int64) (io.ReadCloser, error) {
	if p == nil {
		return nil, fmt.Errorf("open part: %w", fs.ErrNotExist)
	}
	if p.Size > bound {
		return nil, &Error{Why: TooLarge, Part: p.Name, Size: p.Size, Bound: bound}
	}
	r, err := p.entry.Open()
	if err != nil {
		return nil, &Error{Why: Broken, Part: p.Name, Err: err}
	}
	return r, nil
}

// Bytes unpacks the part, unless it is larger than bound bytes. A wrong checksum is an error.
func (p *Part) Bytes(bound int64) ([]byte, error) {
	r, err := p.Open(bound)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var b bytes.Buffer
	b.Grow(int(p.Size) + bytes.MinRead)
	if _, err := b.ReadFrom(r); err != nil {
		return nil, &Error{Why: Broken, Part: p.Name, Err: err}
	}
	return b.Bytes(), nil
}

// Decode reads the part into a struct by its XML tags.
func (p *Part) Decode(bound int64, into any) error {
	r, err := p.Open(bound)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(into); err != nil {
		return &Error{Why: Broken, Part: p.Name, Err: err}
	}
	return nil
}

// Write writes the package with some parts replaced, by name. Every other part stays byte for
// byte as it is packed; order and names stay. A name that is no part of the package is an
// [fs.ErrNotExist].
func (p *Package) Write(w io.Writer, changed map[string][]byte) error {
	if p == nil {
		return nil
	}
	byKey := make(map[string][]byte, len(changed))
	for name, src := range changed {
		if p.Part(name) == nil {
			return fmt.Errorf("replace part %s: %w", name, fs.ErrNotExist)
		}
		byKey[key(name)] = src
	}
	z := zip.NewWriter(w)
	if err := z.SetComment(p.archive.Comment); err != nil {
		return fmt.Errorf("write package: %w", err)
	}
	for _, f := range p.archive.File {
		src, ok := byKey[key(nameOf(f))]
		if err := writeEntry(z, f, src, ok); err != nil {
			return fmt.Errorf("write part %s: %w", f.Name, err)
		}
	}
	return z.Close()
}

func writeEntry(z *zip.Writer, f *zip.File, src []byte, changed bool) error {
	if !changed {
		return z.Copy(f)
	}
	h := &zip.FileHeader{Name: f.Name, Method: f.Method, Comment: f.Comment, NonUTF8: f.NonUTF8, Modified: f.Modified}
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write(src)
	}
	return err
}
