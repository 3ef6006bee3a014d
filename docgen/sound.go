package docgen

import (
	"errors"
	"fmt"
	"reflect"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Bounds of a document made in Go. Sums of lengths within them stay far below what a
// number holds.
const (
	mostLength  = 14400 * doc.Point // of anything: the largest page that PDF knows
	mostLetters = 1638 * doc.Point  // of a font: Word's bound
	mostShare   = 1_000_000         // of a column
)

// sound refuses a document made in Go that cannot be shown: none, nodes that are nil,
// one that holds itself, sizes that no paper has. Findings are about dates that there
// are not. It costs little beside laying out.
func (r *Renderer) sound(d *doc.Document) (diag.List, error) {
	if d == nil {
		return nil, errors.New("no document")
	}
	s := soundness{r: r}
	if err := doc.Inspect(d, s.visit); err != nil {
		return nil, err
	}
	return s.found, s.wrong
}

// described returns a document whose metadata are such as every format can hold, in NFC: the
// document itself where they are.
func described(d *doc.Document) (*doc.Document, error) {
	if d == nil {
		return nil, nil
	}
	said := reflect.ValueOf(&d.Meta).Elem()
	for i := range said.NumField() {
		if said.Field(i).Kind() != reflect.String {
			continue
		}
		text := said.Field(i).String()
		if err := xmltext.Check(text); err != nil {
			return nil, fmt.Errorf("doc: Meta.%s: %w", said.Type().Field(i).Name, err)
		}
		if composed := vi.NFC(text); composed != text {
			own := *d
			d, said = &own, reflect.ValueOf(&own.Meta).Elem()
			said.Field(i).SetString(composed)
		}
	}
	return d, nil
}

type soundness struct {
	r     *Renderer
	found diag.List
	wrong error // the first thing that is wrong
}

func (s *soundness) visit(n any) bool {
	switch n := n.(type) {
	case nil, *doc.Text, *doc.Strong, *doc.Emph, *doc.Label, *doc.Prose, *doc.Division:
		return s.wrong == nil // nearly all nodes
	case *doc.PlaceDate:
		s.date(n)
	case *doc.DataTable:
		for _, c := range n.Columns {
			s.check(c.Share >= 0 && c.Share <= mostShare, "a column's Share of %d is not from 0 to %d", c.Share, mostShare)
		}
	case *doc.Illustration:
		s.check(n.Picture != nil, "an Illustration has no Picture")
		s.picture(n.At, n.Picture)
	case *doc.Chart:
		s.check(n.Mark >= 0, "the Mark of a Chart is %d hundredths, below zero", n.Mark)
	case *doc.Bar:
		s.check(n.Value >= 0, "a Bar of %d hundredths is below zero", n.Value)
	case *doc.CertificateLine:
		s.check(n.Size == nil || *n.Size != 0, "the Size of a CertificateLine is zero")
		s.picture(n.At, n.Picture)
	case *doc.Signer:
		s.picture(n.At, n.Signature)
		s.picture(n.At, n.Seal)
	}
	switch n.(type) {
	case *doc.DataTable, *doc.Illustration, *doc.Certificate, *doc.CertificateLine, *doc.Blank:
		s.lengths(reflect.ValueOf(n).Elem())
	}
	return s.wrong == nil
}

func (s *soundness) check(ok bool, format string, args ...any) {
	if !ok && s.wrong == nil {
		s.wrong = fmt.Errorf("doc: "+format, args...)
	}
}

var (
	lengthType = reflect.TypeFor[doc.Length]()
	dataRow    = reflect.TypeFor[doc.DataRow]()
)

// lengths looks at the lengths of a node, and of the structs and lists that are a part
// of it. Those that say how large something is are not below zero.
func (s *soundness) lengths(node reflect.Value) {
	for i := range node.NumField() {
		f, v := node.Type().Field(i), node.Field(i)
		switch {
		case !f.IsExported():
		case f.Type == lengthType:
			s.length(node.Type(), f.Name, doc.Length(v.Int()))
		case f.Type == reflect.PointerTo(lengthType):
			if l, ok := v.Interface().(*doc.Length); ok && l != nil {
				s.length(node.Type(), f.Name, *l)
			}
		case f.Type.Kind() == reflect.Struct:
			s.lengths(v)
		case f.Type.Kind() != reflect.Slice:
		case f.Type.Elem() == lengthType:
			for k := range v.Len() {
				s.length(node.Type(), f.Name, doc.Length(v.Index(k).Int()))
			}
		case f.Type.Elem().Kind() == reflect.Struct && f.Type.Elem() != dataRow: // rows hold no lengths
			for k := range v.Len() {
				s.lengths(v.Index(k))
			}
		}
	}
}

// places are fields that say where something stands, which may be below zero.
var places = map[string]bool{
	"X": true, "Y": true, "ShiftX": true, "ShiftY": true,
}

func (s *soundness) length(of reflect.Type, field string, l doc.Length) {
	least, most := doc.Length(0), mostLength
	switch {
	case places[field]:
		least = -mostLength
	case field == "Size":
		most = mostLetters
	}
	s.check(l >= least && l <= most, "%s of a %s is %.0f mm, not from %.0f to %.0f mm", field, of.Name(), l.MM(), least.MM(), most.MM())
}

// picture finds a picture that cannot be shown.
func (s *soundness) picture(at diag.Pos, p *doc.Picture) {
	if p == nil {
		return
	}
	if d := s.r.badPicture(p); d != nil {
		d.Pos = at
		s.found.Add(d)
	}
}

// badPicture says what is wrong with a picture; nil: nothing. It is asked when a document
// is made of a file, and again when one is written that may have been made in Go.
func (r *Renderer) badPicture(p *doc.Picture) *diag.Diagnostic {
	problem := r.checked.Problem(p.Data)
	if problem == nil {
		return nil
	}
	return &diag.Diagnostic{
		Rule: ruleBadPicture, Found: p.Name, Fix: problem.Fix, Err: problem,
		Message: fmt.Sprintf("tệp %q %s", p.Name, problem.Message),
	}
}

// date finds a day, month or year that there is not. Zero is a blank.
func (s *soundness) date(p *doc.PlaceDate) {
	if (plan.Date{Year: p.Year, Month: p.Month, Day: p.Day}).IsReal() {
		return
	}
	found := fmt.Sprintf("%d-%d-%d", p.Year, p.Month, p.Day)
	s.found.Add(&diag.Diagnostic{Pos: p.At, Rule: ruleDate, Found: found,
		Message: fmt.Sprintf(`"date" (thời gian ban hành) là ngày %d tháng %d năm %d, không có thật`, p.Day, p.Month, p.Year)})
}
