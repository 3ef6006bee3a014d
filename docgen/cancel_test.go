package docgen_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

// impatient is a context that is cancelled once it was asked so many times.
type impatient struct {
	context.Context
	patience, asked int
}

func (c *impatient) Err() error {
	if c.asked++; c.asked > c.patience {
		return context.Canceled
	}
	return nil
}

// TestCancel: a document is given up whenever its context ends, in every format, with
// nothing written; it is looked at for each part and each paragraph at least.
func TestCancel(t *testing.T) {
	d := &doc.Document{Kind: "ke-hoach"}
	for range 50 {
		d.Parts = append(d.Parts, &doc.Division{Level: 1, Title: doc.T("Mục đích")}, &doc.Prose{Inlines: doc.T("Một.")})
	}
	for format, write := range formats(t) {
		whole := &impatient{Context: t.Context(), patience: 1 << 30}
		if _, err := write(whole, new(bytes.Buffer), d); err != nil || whole.asked < 2*len(d.Parts) {
			t.Errorf("%s: error %v, asked %d times", format, err, whole.asked)
		}
		for patience := range whole.asked {
			var b bytes.Buffer
			c := &impatient{Context: t.Context(), patience: patience}
			if res, err := write(c, &b, d); !errors.Is(err, context.Canceled) || res != nil || b.Len() > 0 {
				t.Fatalf("%s, cancelled after %d of %d: error %v, %d bytes", format, patience, whole.asked, err, b.Len())
			}
		}
	}
}
