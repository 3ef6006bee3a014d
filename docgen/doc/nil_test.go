package doc_test

import (
	"io"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/nothing"
)

// TestNil calls every exported function and method with nil in place of all that can be
// nil, and with zero values: none panics.
func TestNil(t *testing.T) {
	nothing.Call(t, ".", []any{
		doc.Inspect, doc.MM, doc.PlainText, doc.Pt, doc.T,
	}, []any{
		new(doc.Addressees), new(doc.Certificate), new(doc.Color), new(doc.Length), new(doc.Annex), new(doc.Attachment), new(doc.Authority), new(doc.Contact), new(doc.CopyBlock),
		new(doc.DataTable), new(doc.Division), new(doc.End), new(doc.Foot),
		new(doc.Illustration), doc.Length(0), new(doc.Letterhead), new(doc.Meta), new(doc.Order), new(doc.PageBreak),
		new(doc.PageStyle), new(doc.Preamble), new(doc.Prose), new(doc.Title),
		new(doc.Text), new(doc.Strong), &doc.Document{Parts: []doc.Part{nil}}, []doc.Inline{(*doc.Strong)(nil)},
		new(doc.Chart), &doc.DataTable{Rows: []doc.DataRow{{Cells: []doc.DataCell{{}, {}}}}}, io.Discard,
	})
}
