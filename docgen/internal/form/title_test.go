package form

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
)

// TestWholeDates: a blank keeps to the word before it, and to the one behind it where
// another blank follows; spaces elsewhere may end a line.
func TestWholeDates(t *testing.T) {
	blank := &doc.Blank{Name: "x", Value: "05"}
	for want, in := range map[string][]doc.Inline{
		" số~05/QĐ ngày~05~tháng~05 năm": {&doc.Text{S: " số "}, blank, &doc.Text{S: "/QĐ ngày "}, blank, &doc.Text{S: " tháng "}, blank,
			&doc.Text{S: " năm"}},
		" của 05 xã ": {&doc.Text{S: " của "}, &doc.Text{S: "05"}, &doc.Text{S: " xã "}},
	} {
		var got strings.Builder
		for _, n := range loose().wholeDates(in) {
			switch n := n.(type) {
			case *doc.Text:
				got.WriteString(strings.ReplaceAll(n.S, noBreakSpace, "~"))
			case *doc.Blank:
				got.WriteString(n.Value)
			}
		}
		if got.String() != want {
			t.Errorf("got %q, want %q", got.String(), want)
		}
	}
}
