package docgen_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/impatient"
)

// TestCancel: a document is given up whenever its context ends, in every format, with
// nothing written; it is looked at for each part and each paragraph at least.
func TestCancel(t *testing.T) {
	d := &doc.Document{Kind: "ke-hoach"}
	for range 50 {
		d.Parts = append(d.Parts, &doc.Division{Level: 1, Title: doc.T("Mục đích")}, &doc.Prose{Inlines: doc.T("Một.")})
	}
	for format, write := range formats(t) {
		whole := impatient.New(t.Context(), impatient.Never)
		if _, err := write(whole, new(bytes.Buffer), d); err != nil || whole.Asked < 2*len(d.Parts) {
			t.Errorf("%s: error %v, asked %d times", format, err, whole.Asked)
		}
		for patience := range whole.Asked {
			var b bytes.Buffer
			c := impatient.New(t.Context(), patience)
			if res, err := write(c, &b, d); !errors.Is(err, context.Canceled) || res != nil || b.Len() > 0 {
				t.Fatalf("%s, cancelled after %d of %d: error %v, %d bytes", format, patience, whole.Asked, err, b.Len())
			}
		}
	}
}
