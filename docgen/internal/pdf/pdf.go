// Package pdf writes laid-out pages as a PDF file.
package pdf

import (
	"errors"
	"io"
	"time"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
)

// Flavour is the kind of PDF that is written.
type Flavour uint8

// Flavours. Zero is the default: PDF/A-2a and PDF/UA-1.
const (
	A2A   Flavour = iota
	A3A           // PDF/A-3a and PDF/UA-1, which may carry files
	Plain         // neither tags nor archive marks
)

// Options are the choices of a file. The zero value is usual.
type Options struct {
	Flavour  Flavour
	Meta     doc.Meta
	Created  time.Time // zero: Meta.Created; when that is zero too, no date is written
	Producer string
	// Shared embeds the family's fixed repertoire instead of the exact letters of
	// the document: faster, larger; letters outside it go into a second font.
	Shared      bool
	Attachments []Attachment // A3A only
	Build       []Property   // build record, written into the XMP metadata
}

// Attachment is a file carried inside an A3A.
type Attachment struct {
	Name, MIME, Description, Relationship string // Relationship: Source, Data, Supplement
	Data                                  []byte
}

// Property is a name and value of the build record.
type Property struct{ Name, Value string }

// Write writes the pages to w. Nothing is written when it fails.
func Write(w io.Writer, r *layout.Result, fonts *font.Set, o Options) error {
	return errors.New("pdf: being built")
}
