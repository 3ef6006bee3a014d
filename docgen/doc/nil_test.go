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
		dump.Document, dump.Flow, doc.Inspect, flow.LineRuleOf, flow.LineRules, doc.MM, doc.PlainText, doc.Pt, doc.T,
	}, []any{
		new(doc.Addressees), new(doc.Certificate), new(doc.Color), new(doc.Length), new(doc.Annex), new(doc.Attachment), new(doc.Authority), new(flow.Break), new(doc.Contact), new(doc.CopyBlock),
		new(doc.DataTable), new(doc.Division), new(flow.Drawing), new(doc.End), new(flow.Figure), new(doc.Foot), new(flow.Frame), new(flow.Group),
		new(doc.Illustration), doc.Length(0), new(doc.Letterhead), new(doc.Meta), new(doc.Order), new(doc.PageBreak), flow.PageSetup{},
		new(doc.PageStyle), new(flow.Paragraph), new(doc.Preamble), new(doc.Prose), new(flow.Rule), new(doc.Sheet), new(flow.Slot), new(flow.Table), new(doc.Title),
		new(doc.Text), new(doc.Strong), &doc.Document{Parts: []doc.Part{nil}}, &flow.Flow{Sections: []*flow.Section{nil}}, []doc.Inline{(*doc.Strong)(nil)},
		&doc.DataTable{Rows: []doc.DataRow{{Cells: []doc.DataCell{{}, {}}}}}, &flow.Table{Rows: []*flow.Row{nil, {Cells: []*flow.Cell{nil}}}}, io.Discard,
	})
}
