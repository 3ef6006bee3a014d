// Package docx writes a flow as a Word document.
package docx

import (
	"errors"
	"io"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Write writes f to w. Nothing is written when it fails.
func Write(w io.Writer, f *doc.Flow) error { return errors.New("docx: being built") }
