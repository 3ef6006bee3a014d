// Package ooxml opens the packages of Word and Excel "tệp Office Open XML": zip files whose
// parts refer to each other. Nothing is unpacked beyond a bound that the caller sets for
// each part, whatever the file says of its sizes.
//
//	p, err := ooxml.Open(src)
//	book, err := p.Main()                       // xl/workbook.xml
//	links, err := p.Links(book)                 // what it refers to
//	r, err := p.Part(links[0].Target, 512<<20)  // *SizeError when it is larger
package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Package is an opened file.
type Package struct{ parts map[string]*zip.File }

// maxParts bounds how many parts a package may have.
const maxParts = 10_000

// maxLinks bounds a part that only lists others.
const maxLinks = 4 << 20

// ErrProtected says that a file is of the old binary kind, or has a password: both are
// kept in the same container.
var ErrProtected = errors.New("file is protected or of the old kind")

// SizeError is a part, or a number of parts, beyond its bound.
type SizeError struct {
	Part  string // empty: the package has too many parts
	Size  int64  // at least
	Bound int64
}

func (e *SizeError) Error() string {
	if e.Part == "" {
		return fmt.Sprintf("package has %d parts, more than %d", e.Size, e.Bound)
	}
	return fmt.Sprintf("part %s has %d bytes or more, beyond %d", e.Part, e.Size, e.Bound)
}

// Open opens a package.
func Open(src []byte) (*Package, error) {
	if bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")) {
		return nil, ErrProtected
	}
	z, err := zip.NewReader(bytes.NewReader(src), int64(len(src)))
	if err != nil {
		return nil, fmt.Errorf("open package: %w", err)
	}
	if n := len(z.File); n > maxParts {
		return nil, &SizeError{Size: int64(n), Bound: maxParts}
	}
	p := &Package{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		p.parts[partName(f.Name)] = f
	}
	return p, nil
}

// partName is how a part is looked up: case makes no difference, nor do the strokes that
// old programs write backwards.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Part opens a part for reading, unless it is larger than bound bytes. Package zip breaks
// off where a part is longer than the file says. A part that is not there is an
// [fs.ErrNotExist].
func (p *Package) Part(name string, bound int64) (io.ReadCloser, error) {
	f := p.parts[partName(name)]
	if f == nil {
		return nil, fmt.Errorf("part %s: %w", name, fs.ErrNotExist)
	}
	if f.UncompressedSize64 > uint64(bound) {
		return nil, &SizeError{Part: name, Size: int64(min(f.UncompressedSize64, 1<<62)), Bound: bound}
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("part %s: %w", name, err)
	}
	return r, nil
}

// Decode reads a part into a struct by its XML tags.
func (p *Package) Decode(name string, bound int64, into any) error {
	r, err := p.Part(name, bound)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(into); err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	return nil
}

// Link says that one part refers to another.
type Link struct {
	ID     string
	Kind   string // the last word of its type: worksheet, styles ...
	Target string // name of the part
}

// Links gives what a part refers to inside the package; "" is the package itself.
func (p *Package) Links(part string) ([]Link, error) {
	name := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	if part == "" {
		name = "_rels/.rels"
	}
	var read struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if err := p.Decode(name, maxLinks, &read); err != nil {
		return nil, err
	}
	var links []Link
	for _, r := range read.Relationship {
		if r.Mode == "External" {
			continue
		}
		target := path.Join(path.Dir(part), r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = r.Target
		}
		links = append(links, Link{ID: r.ID, Kind: path.Base(r.Type), Target: strings.TrimPrefix(path.Clean("/"+target), "/")})
	}
	return links, nil
}

// Main gives the name of the part that holds the document itself.
func (p *Package) Main() (string, error) {
	links, err := p.Links("")
	if err != nil {
		return "", err
	}
	for _, l := range links {
		if l.Kind == "officeDocument" {
			return l.Target, nil
		}
	}
	return "", errors.New("package has no document")
}
