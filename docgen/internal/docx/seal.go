package docx

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/ooxml"
)

// sealName is the custom property with the seal of a file: a hash over the parts that
// carry its text. Another program that saves the file writes these parts in its own way.
const sealName = "Mã băm nội dung"

// sealOf makes the seal of parts with text, in whatever order they come.
func sealOf(parts []part) string {
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.Name, b.Name) })
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%s %d\n", p.Name, len(p.Content))
		h.Write(p.Content)
	}
	return fmt.Sprintf("sha256:%x", h.Sum(nil))
}

// carriesText reports whether a kind of part has text that is printed or written beside it,
// those that this package does not write among them: a file with comments is another.
func carriesText(kind string) bool {
	return slices.Contains([]string{typeMain, typeHeader, typeFooter, typeFootnotes, typeEndnotes, typeComments}, kind)
}

// seal is that of files that are written.
func seal(files []part) string {
	var parts []part
	for _, p := range files {
		if carriesText(contentType(p.Name)) {
			parts = append(parts, p)
		}
	}
	return sealOf(parts)
}

// Edited reports whether a file is another than [Write] made: some program has saved it
// since, or it is no file of this package.
func Edited(file []byte) bool {
	p, err := ooxml.Open(bytes.NewReader(file), int64(len(file)), ooxml.Bounds{})
	if err != nil {
		return true
	}
	said, err := sealIn(p)
	if err != nil || said == "" {
		return true
	}
	parts, err := textOf(p)
	return err != nil || sealOf(parts) != said
}

// maxSealed bounds what is read of a file.
const maxSealed = 64 << 20

// sealIn gives the seal that a file has among its properties; empty: none.
func sealIn(p *ooxml.Package) (string, error) {
	links, err := p.Relations("")
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(links, func(r ooxml.Relation) bool { return r.Type == path.Base(relCustom) })
	if i < 0 {
		return "", nil
	}
	var read struct {
		Property []struct {
			Name string `xml:"name,attr"`
			Text string `xml:"lpwstr"`
		} `xml:"property"`
	}
	if err := p.Part(links[i].Target).Decode(maxSealed, &read); err != nil {
		return "", err
	}
	for _, prop := range read.Property {
		if prop.Name == sealName {
			return prop.Text, nil
		}
	}
	return "", nil
}

// textOf reads the parts of a file that carry text.
func textOf(p *ooxml.Package) ([]part, error) {
	var parts []part
	left := int64(maxSealed)
	for _, from := range p.Parts() {
		if !carriesText(from.ContentType) {
			continue
		}
		content, err := from.Bytes(left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(content))
		parts = append(parts, part{Name: from.Name, Content: content})
	}
	return parts, nil
}
