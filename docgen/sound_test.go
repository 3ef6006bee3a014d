package docgen_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
)

// TestUnsoundDocuments: a document made in Go that cannot be shown is an error of
// every format, never a panic, and nothing is written.
func TestUnsoundDocuments(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	if d, found, err := docgen.Built(r.Build(ctx, nil, "x")); err == nil || d != nil || found != nil {
		t.Errorf("no set: %v, %v, %v", d, found, err)
	}
	loop := &doc.Division{Level: 1}
	loop.Parts = []doc.Part{loop}
	of := func(parts ...doc.Part) *doc.Document { return &doc.Document{Kind: "thong-bao", Parts: parts} }
	for name, tt := range map[string]struct {
		d    *doc.Document
		want string
	}{
		"no document": {nil, "no document"},
		"nil part":    {of(nil), "parts[0] is nil"},
		"typed nil":   {of(&doc.End{}, (*doc.Prose)(nil)), "parts[1] is a nil *doc.Prose"},
		"inner part":  {of(&doc.Division{Level: 1, Title: doc.T("A"), Parts: []doc.Part{nil}}), "parts[0].Parts[0] is nil"},
		"inline":      {of(&doc.Prose{Inlines: []doc.Inline{(*doc.Text)(nil)}}), "parts[0].Inlines[0] is a nil *doc.Text"},
		"in a table":  {of(&doc.DataTable{Rows: []doc.DataRow{{Cells: []doc.DataCell{{Lines: [][]doc.Inline{{nil}}}}}}}), "parts[0].Rows[0].Cells[0].Lines[0][0] is nil"},
		"loop":        {of(loop), "too deep"},
		"month 13":    {of(&doc.Letterhead{Issuer: []string{"A"}, Place: &doc.PlaceDate{Place: "B", Month: 13}}), "không có thật"},
		"30 February": {of(&doc.Letterhead{Issuer: []string{"A"}, Place: &doc.PlaceDate{Place: "B", Year: 2026, Month: 2, Day: 30}}), "không có thật"},
		"day -1":      {of(&doc.Letterhead{Issuer: []string{"A"}, Place: &doc.PlaceDate{Place: "B", Day: -1}}), "không có thật"},
	} {
		for format, write := range map[string]func(*bytes.Buffer) (*docgen.Result, error){
			"pdf":  func(w *bytes.Buffer) (*docgen.Result, error) { return r.PDF(ctx, w, tt.d) },
			"docx": func(w *bytes.Buffer) (*docgen.Result, error) { return r.DOCX(ctx, w, tt.d) },
			"text": func(w *bytes.Buffer) (*docgen.Result, error) { return r.Text(ctx, w, tt.d) },
		} {
			var b bytes.Buffer
			if _, err := write(&b); err == nil || !strings.Contains(err.Error(), tt.want) || b.Len() > 0 {
				t.Errorf("%s as %s: %v, %d bytes", name, format, err, b.Len())
			}
		}
	}
}
