// Package text writes a flow as plain text.
package text

import (
	"errors"
	"io"

	"github.com/vanban-go/vanban/docgen/doc"
)

// Write writes f to w.
func Write(w io.Writer, f *doc.Flow) error { return errors.New("text: being built") }
