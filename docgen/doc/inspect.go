package doc

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Bounds of a walk: a document that holds itself is found by the first, one that
// holds the same parts again and again by the second.
const (
	deepest   = 250
	mostNodes = 10_000_000
)

// Inspect walks over a document, or a node of one, in reading order: it calls visit for
// a node; if that returns true, Inspect goes on with what the node holds and then calls
// visit(nil), as go/ast.Inspect does. A list of parts or inlines is walked one by one. Nodes are pointers to the structs of
// this package that hold others or stand on the paper; they have no method in
// common, so a node is an any that visit switches on. A nil visit goes over all nodes
// for the error alone.
//
// An error names the first node that is nil or of an unknown type, by its way
// from the root, or says that nodes stand too deep inside one another: a document
// may hold itself. Choices that were not made, such as no seal, are no nodes.
func Inspect(root any, visit func(node any) bool) error {
	if visit == nil {
		visit = func(any) bool { return true }
	}
	w := walk{visit: visit}
	var ok bool
	switch root := root.(type) {
	case []Part:
		ok = each(&w, "", root)
	case []Inline:
		ok = each(&w, "", root)
	default:
		ok = w.node(root)
	}
	if ok {
		return nil
	}
	return fmt.Errorf("doc: %s", strings.TrimSpace(shortened(w.way)+" "+w.wrong))
}

// shortened cuts the way to a node that stands very deep.
func shortened(way string) string {
	const most = 120
	if len(way) > most {
		return way[:most] + "..."
	}
	return way
}

// walk is one run of Inspect. Its methods are false once something is wrong.
type walk struct {
	visit          func(any) bool
	depth, visited int
	way            string // to the node that is wrong
	wrong          string
}

func (w *walk) fail(wrong string) bool {
	w.wrong = wrong
	return false
}

// node visits a node and what it holds.
func (w *walk) node(n any) bool {
	if n == nil {
		return w.fail("is nil")
	}
	if v := reflect.ValueOf(n); v.Kind() == reflect.Pointer && v.IsNil() {
		return w.fail("is a nil " + v.Type().String())
	}
	if w.depth == deepest {
		return w.fail("stands too deep inside other nodes: one may hold itself")
	}
	if w.visited++; w.visited > mostNodes {
		return w.fail("is one of more than " + strconv.Itoa(mostNodes) + " nodes")
	}
	if !w.visit(n) {
		return true
	}
	w.depth++
	if !w.inside(n) {
		return false
	}
	w.depth--
	w.visit(nil)
	return true
}

// on notes a step of the way to a node that is wrong, the last one first. It makes
// a new text each time: a list that grew would send visit to the heap.
func (w *walk) on(ok bool, step string) bool {
	switch {
	case ok:
	case w.way == "" || w.way[0] == '[':
		w.way = step + w.way
	default:
		w.way = step + "." + w.way
	}
	return ok
}

// each visits the nodes of a list.
func each[T any](w *walk, field string, list []T) bool {
	for i := range list {
		if !w.node(list[i]) {
			return w.on(false, field+"["+strconv.Itoa(i)+"]")
		}
	}
	return true
}

// eachOf is each for a list of structs.
func eachOf[T any](w *walk, field string, list []T) bool {
	for i := range list {
		if !w.node(&list[i]) {
			return w.on(false, field+"["+strconv.Itoa(i)+"]")
		}
	}
	return true
}

// may visits a node unless there is none.
func may[T any](w *walk, field string, p *T) bool {
	return p == nil || w.on(w.node(p), field)
}

// inside visits what a node holds.
func (w *walk) inside(n any) bool {
	switch n := n.(type) {
	case Inline:
		return w.inline(n)
	case Part:
		return w.part(n)
	}
	return w.piece(n)
}

func (w *walk) part(p Part) bool {
	switch p := p.(type) {
	case *Letterhead:
		return may(w, "Number", p.Number) && may(w, "Place", p.Place) && each(w, "Subject", p.Subject) && may(w, "Stamp", p.Stamp)
	case *Title:
		return each(w, "Subject", p.Subject) && each(w, "Reference", p.Reference)
	case *Preamble:
		return eachOf(w, "Bases", p.Bases)
	case *Division:
		return may(w, "Typed", p.Typed) && each(w, "Title", p.Title) && each(w, "Text", p.Text) && each(w, "Parts", p.Parts)
	case *Prose:
		return each(w, "Inlines", p.Inlines)
	case *DataTable:
		return each(w, "Caption", p.Caption) && each(w, "Unit", p.Unit) && eachOf(w, "Rows", p.Rows)
	case *Illustration:
		return may(w, "Picture", p.Picture) && each(w, "Caption", p.Caption)
	case *Chart:
		return eachOf(w, "Bars", p.Bars)
	case *Foot:
		return eachOf(w, "Signers", p.Signers) && may(w, "Distribution", p.Distribution) && each(w, "Confirmation", p.Confirmation)
	case *Annex:
		return each(w, "Title", p.Title) && each(w, "Note", p.Note) && each(w, "Reference", p.Reference) &&
			may(w, "Stamp", p.Stamp) && each(w, "Parts", p.Parts)
	case *Attachment:
		return each(w, "Parts", p.Parts)
	case *CopyBlock:
		return may(w, "Number", p.Number) && may(w, "Place", p.Place) && may(w, "Foot", p.Foot)
	case *Certificate:
		return eachOf(w, "Lines", p.Lines)
	case *Authority, *Order, *Addressees, *End, *Contact, *PageStyle, *PageBreak:
		return true
	}
	return w.unknown(p)
}

func (w *walk) inline(in Inline) bool {
	switch in := in.(type) {
	case *Strong:
		return each(w, "Inlines", in.Inlines)
	case *Emph:
		return each(w, "Inlines", in.Inlines)
	case *Upright:
		return each(w, "Inlines", in.Inlines)
	case *Label:
		return each(w, "Inlines", in.Inlines)
	case *Note:
		return each(w, "Inlines", in.Inlines)
	case *Link:
		return each(w, "Inlines", in.Inlines)
	case *Ref:
		return each(w, "Inlines", in.Inlines)
	case *Text, *LineBreak, *Tab, *Blank, *PageNumber:
		return true
	}
	return w.unknown(in)
}

// piece visits what a document, or a piece of a part, holds.
func (w *walk) piece(n any) bool {
	switch n := n.(type) {
	case *Document:
		return each(w, "Parts", n.Parts)
	case *Entry:
		return each(w, "Inlines", n.Inlines)
	case *Signer:
		return may(w, "Signature", n.Signature) && may(w, "Seal", n.Seal)
	case *Distribution:
		return eachOf(w, "To", n.To) && each(w, "FileCopy", n.FileCopy)
	case *DataRow:
		return eachOf(w, "Cells", n.Cells)
	case *DataCell:
		for i := range n.Lines {
			if !each(w, "", n.Lines[i]) {
				return w.on(false, "Lines["+strconv.Itoa(i)+"]")
			}
		}
		return true
	case *CertificateLine:
		for i := range n.Words {
			if !each(w, "", n.Words[i]) {
				return w.on(false, "Words["+strconv.Itoa(i)+"]")
			}
		}
		return may(w, "Picture", n.Picture)
	case *Number, *Typed, *PlaceDate, *Stamp, *Picture, *Bar:
		return true
	}
	return w.unknown(n)
}

func (w *walk) unknown(n any) bool { return w.fail(fmt.Sprintf("is of the unknown type %T", n)) }
