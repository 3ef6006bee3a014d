// Package docx writes a flow as a Word document, as a careful typist would
// have built it: named styles with the decree's Vietnamese words, headings for
// the navigation pane, letterhead and foot as borderless tables, page numbers
// as fields, footnotes as footnotes. A clerk can go on working in the file.
//
// It stands beside package layout: Word breaks lines and pages itself, so the
// writer hands on every distance exactly and leaves the breaking to Word.
//
//	var b bytes.Buffer
//	err := docx.Write(&b, flow, glue, shelf)
//
// The XML is the package's own. github.com/nguyenthenguyen/docx carries it: it
// cannot add parts to a file, so a skeleton with all parts (styles, headers,
// notes, pictures) is made for each document and handed to it (package carrier).
//
// The same flow gives the same bytes. What a Word file cannot hold (a footnote
// inside a frame, a picture of an unknown kind, a control character) is an
// error, and so is a block or inline that the writer does not know: nothing
// is dropped in silence.
package docx

import (
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/vanban-go/vanban/docgen/internal/carrier"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// Shelf keeps the parts that Word files share, for the next file.
type Shelf = carrier.Shelf

// rooms are what the text of a file is written in, used again for the next.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

const largestRoom = 4 << 20 // larger ones are let go

// Write writes f to w. No-break spaces and hyphens that glue does not need are
// written as ordinary ones. What is the same in other files is taken from shelf, and put there;
// nil: there is none. Nothing is written when it fails.
func Write(w io.Writer, f *flow.Flow, glue *layout.Glue, shelf *Shelf) error {
	if len(f.Sections) == 0 {
		return errors.New("docx: flow without sections")
	}
	d := newDocument(f, glue)
	if err := d.styles.survey(f, &d.numbers); err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	room := rooms.Get().(*[]byte)
	body := d.body(f.Sections, *room)
	if d.err != nil {
		return fmt.Errorf("docx: %w", d.err)
	}
	if cap(body) <= largestRoom {
		defer func() { *room = body; rooms.Put(room) }()
	}
	parts := d.parts(body)
	err := checkParts(parts)
	if err == nil {
		err = packShared(parts, shelf)
	}
	if err == nil {
		err = carrier.Write(w, mainPart, parts)
	}
	if err != nil {
		return fmt.Errorf("docx: %w", err)
	}
	return nil
}

// packShared takes the parts that many files share from the shelf.
func packShared(parts []part, shelf *Shelf) error {
	if shelf == nil {
		return nil
	}
	for i, p := range parts {
		if isOwn(p.Name) {
			continue
		}
		packed, err := shelf.Pack(p.Content)
		if err != nil {
			return fmt.Errorf("pack %s: %w", p.Name, err)
		}
		parts[i].Packed = packed
	}
	return nil
}
