package doc

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/everything"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestInspectVisitsAll: whatever a struct of this package can hold is visited, so
// that a field added later is not forgotten. The values are filled by reflection:
// every pointer, every list, each type of a closed set.
func TestInspectVisitsAll(t *testing.T) {
	for _, root := range []any{new(Document)} {
		want := everything.Fill(root, choices)
		open := 0
		if err := Inspect(root, func(n any) bool {
			if n == nil {
				open--
				return false
			}
			open++
			if reflect.TypeOf(n).Kind() != reflect.Pointer {
				t.Errorf("%T is no pointer", n)
			}
			delete(want, n)
			return true
		}); err != nil {
			t.Fatal(err)
		}
		if open != 0 {
			t.Errorf("%T: %d nodes were entered and not left", root, open)
		}
		for n := range want {
			switch n.(type) {
			case *Column, *Attached, *Level, *Align, *diag.Diagnostic: // of their owners
			default:
				t.Errorf("%T: a %T is not visited", root, n)
			}
		}
	}
}

// choices are the types of the closed sets.
var choices = map[reflect.Type][]any{
	reflect.TypeFor[Part](): {
		&Letterhead{}, &Title{}, &Authority{}, &Preamble{}, &Order{}, &Addressees{}, &Division{}, &Prose{}, &End{}, &DataTable{},
		&Illustration{}, &Chart{}, &Foot{}, &Contact{}, &Annex{}, &Attachment{}, &CopyBlock{}, &Certificate{}, &PageStyle{}, &PageBreak{},
	},
	reflect.TypeFor[Inline](): {
		&Text{}, &Strong{}, &Emph{}, &Upright{}, &Label{}, &LineBreak{}, &Tab{}, &Blank{}, &Note{}, &Link{}, &Ref{}, &PageNumber{},
	},
}

// outside is a part that another package made by holding one of this.
type outside struct{ *Prose }

// TestInspectErrors: what cannot be walked is an error that says where it is.
func TestInspectErrors(t *testing.T) {
	loop := &Division{}
	loop.Parts = []Part{loop}
	tree := func(levels int) Inline { // of two to so many nodes, but one
		n := &Strong{}
		for range levels - 1 {
			n = &Strong{Inlines: []Inline{n, n}}
		}
		return n
	}
	division := func(n int) Part {
		p := Part(&End{})
		for range n {
			p = &Division{Parts: []Part{p}}
		}
		return p
	}
	of := func(p ...Part) *Document { return &Document{Parts: p} }
	for name, tt := range map[string]struct {
		root any
		want string // empty: no error
	}{
		"nothing":     {nil, "doc: is nil"},
		"no document": {(*Document)(nil), "doc: is a nil *doc.Document"},
		"no node":     {7, "doc: is of the unknown type int"},
		"part":        {of(&End{}, nil), "doc: Parts[1] is nil"},
		"typed nil":   {of((*Prose)(nil)), "doc: Parts[0] is a nil *doc.Prose"},
		"below":       {of(&Division{Parts: []Part{nil}}), "doc: Parts[0].Parts[0] is nil"},
		"list":        {[]Part{&Prose{Inlines: []Inline{nil}}}, "doc: [0].Inlines[0] is nil"},
		"in a cell": {of(&DataTable{Rows: []DataRow{{Cells: []DataCell{{Lines: [][]Inline{nil, {nil}}}}}}}),
			"doc: Parts[0].Rows[0].Cells[0].Lines[1][0] is nil"},
		"in a base": {of(&Preamble{Bases: []Entry{{Inlines: []Inline{nil}}}}), "doc: Parts[0].Bases[0].Inlines[0] is nil"},
		"entry": {of(&Foot{Distribution: &Distribution{To: []Entry{{Inlines: []Inline{nil}}}}}),
			"doc: Parts[0].Distribution.To[0].Inlines[0] is nil"},
		"unknown":           {of(outside{}), "doc: Parts[0] is of the unknown type doc.outside"},
		"loop":              {of(loop), "Parts[0].Parts[0].Parts[0]"},
		"as deep as may be": {division(deepest - 1), ""},
		"deeper":            {division(deepest), "stands too deep inside other nodes: one may hold itself"},
		"many":              {tree(23), ""},
		"too many":          {[]Inline{tree(24)}, "is one of more than 10000000 nodes"},
	} {
		err := Inspect(tt.root, func(any) bool { return true })
		if tt.want == "" && err != nil ||
			tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 300) {
			t.Errorf("%s: %.400v", name, err)
		}
	}
}

// TestInspectOrder: nodes come in reading order, what visit declines is not entered,
// and leaving is told only of what was entered.
func TestInspectOrder(t *testing.T) {
	d := &Document{Parts: []Part{
		&Division{Title: T("a"), Text: T("b"), Parts: []Part{&Prose{Inlines: []Inline{&Strong{T("c")}, &Text{"d"}}}}},
		&Foot{Signers: make([]Signer, 1), Distribution: &Distribution{FileCopy: T("e")}},
	}}
	var b strings.Builder
	if err := Inspect(d, func(n any) bool {
		switch n := n.(type) {
		case nil:
			b.WriteString(")")
		case *Text:
			b.WriteString(n.S)
		case *Strong:
			b.WriteString("!")
			return false
		default:
			fmt.Fprintf(&b, "%s(", reflect.TypeOf(n).Elem().Name())
			return true
		}
		return false
	}); err != nil {
		t.Fatal(err)
	}
	if want := "Document(Division(abProse(!d))Foot(Signer()Distribution(e)))"; b.String() != want {
		t.Errorf("got  %s\nwant %s", b.String(), want)
	}
}

// BenchmarkInspect walks over ten thousand paragraphs of three pieces.
func BenchmarkInspect(b *testing.B) {
	d := &Document{}
	for range 10_000 {
		d.Parts = append(d.Parts, &Prose{Inlines: []Inline{&Text{S: "a"}, &Strong{Inlines: T("b")}, &Text{S: "c"}}})
	}
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		if err := Inspect(d, func(node any) bool {
			if _, ok := node.(*Text); ok {
				n++
			}
			return true
		}); err != nil || n != 30_000 {
			b.Fatal(n, err)
		}
	}
}
