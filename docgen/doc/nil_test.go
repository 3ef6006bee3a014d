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
		doc.Dump, doc.DumpFlow, doc.Inspect, doc.LineRuleOf, doc.LineRules, doc.MM, doc.PlainText, doc.Pt, doc.T,
	}, []any{
		new(doc.Addressees), new(doc.Certificate), new(doc.Color), new(doc.Length), new(doc.Annex), new(doc.Attachment), new(doc.Authority), new(doc.Break), new(doc.Contact), new(doc.CopyBlock),
		new(doc.DataTable), new(doc.Division), new(doc.Drawing), new(doc.End), new(doc.Figure), new(doc.Foot), new(doc.Frame), new(doc.Group),
		new(doc.Illustration), doc.Length(0), new(doc.Letterhead), new(doc.Meta), new(doc.Order), new(doc.PageBreak), doc.PageSetup{},
		new(doc.PageStyle), new(doc.Paragraph), new(doc.Preamble), new(doc.Prose), new(doc.Rule), new(doc.Sheet), new(doc.Slot), new(doc.Table), new(doc.Title),
		new(doc.Text), new(doc.Strong), &doc.Document{Parts: []doc.Part{nil}}, &doc.Flow{Sections: []*doc.Section{nil}}, []doc.Inline{(*doc.Strong)(nil)},
		&doc.DataTable{Rows: []doc.DataRow{{Cells: []doc.DataCell{{}, {}}}}}, &doc.Table{Rows: []*doc.Row{nil, {Cells: []*doc.Cell{nil}}}}, io.Discard,
	})
}
