package docx

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// TestPaper: a paper that Word does not open is an error.
func TestPaper(t *testing.T) {
	for want, p := range map[string]flow.PageSetup{
		"":                       {Width: mostPaper, Height: mostPaper},
		"paper of 559 by 210 mm": {Width: mostPaper + 1, Height: doc.MM(210)},
		"paper of 210 by 600 mm": {Width: doc.MM(210), Height: doc.MM(600)},
	} {
		d := newDocument(new(flow.Flow), nil)
		d.body([]*flow.Section{{Page: p}}, nil)
		if err := d.err; (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v", want, err)
		}
	}
}
