package docgen_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/dump"
	"github.com/vanban-go/vanban/plan/diag"
)

// formats are the ways to write a document.
func formats(t *testing.T) map[string]func(context.Context, io.Writer, *doc.Document) (*docgen.Result, error) {
	all := make(map[string]func(context.Context, io.Writer, *doc.Document) (*docgen.Result, error))
	for name, f := range map[string]docgen.Flavour{"pdf": docgen.A2A, "archive": docgen.A3A, "plain": docgen.Plain} {
		r, err := docgen.New(&docgen.Options{Flavour: f})
		if err != nil {
			t.Fatal(err)
		}
		all[name], all["docx"], all["text"] = r.PDF, r.DOCX, r.Text
	}
	return all
}

// written writes a document in a format. A panic is a failure of the test; an error
// leaves nothing written.
func written(t *testing.T, name string, write func(context.Context, io.Writer, *doc.Document) (*docgen.Result, error), d *doc.Document) (err error) {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Errorf("%s: panic: %v", name, p)
			err = errors.New("panic")
		}
	}()
	var b bytes.Buffer
	if _, err = write(t.Context(), &b, d); err != nil && b.Len() > 0 {
		t.Errorf("%s: %d bytes beside the error %v", name, b.Len(), err)
	}
	return err
}

// The types of the closed sets.
var (
	everyPart = []doc.Part{
		&doc.Letterhead{}, &doc.Title{}, &doc.Authority{}, &doc.Preamble{}, &doc.Order{}, &doc.Addressees{}, &doc.Division{},
		&doc.Prose{}, &doc.End{}, &doc.DataTable{}, &doc.Illustration{}, &doc.Chart{}, &doc.Foot{}, &doc.Contact{}, &doc.Annex{},
		&doc.Attachment{}, &doc.CopyBlock{}, &doc.Certificate{}, &doc.PageStyle{}, &doc.PageBreak{},
	}
	everyInline = []doc.Inline{
		&doc.Text{}, &doc.Strong{}, &doc.Emph{}, &doc.Upright{}, &doc.Label{}, &doc.LineBreak{}, &doc.Tab{}, &doc.Blank{},
		&doc.Note{}, &doc.Link{}, &doc.Ref{}, &doc.PageNumber{},
	}
)

// choices are the values that a field of an interface type may have.
var choices = map[reflect.Type][]reflect.Value{
	reflect.TypeFor[doc.Part]():   valuesOf(everyPart),
	reflect.TypeFor[doc.Inline](): valuesOf(everyInline),
}

func valuesOf[T any](list []T) (all []reflect.Value) {
	for _, v := range list {
		all = append(all, reflect.ValueOf(v))
	}
	return all
}

// TestEveryTypeIsTried: the lists above have each type of the closed sets.
func TestEveryTypeIsTried(t *testing.T) {
	known := map[string]bool{}
	for _, list := range choices {
		for _, v := range list {
			known[v.Type().Elem().Name()] = true
		}
	}
	files, err := filepath.Glob("doc/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			m, ok := d.(*ast.FuncDecl)
			if !ok || m.Recv == nil {
				continue
			}
			switch m.Name.Name {
			case "part", "inline":
				if p, ok := m.Recv.List[0].Type.(*ast.StarExpr); ok && m.Type.Params.NumFields() == 0 && !known[fmt.Sprint(p.X)] {
					t.Errorf("%v is not tried", p.X)
				}
			}
		}
	}
}

// variants gives zero values of a type, then ones with a zero value in one field that
// can hold something, and so on some steps down.
func variants(of reflect.Type, steps int) (all []reflect.Value) {
	switch of.Kind() {
	case reflect.Pointer:
		all = append(all, reflect.Zero(of)) // a typed nil
		if steps > 0 && of.Elem().Kind() == reflect.Struct {
			for _, v := range variants(of.Elem(), steps-1) {
				p := reflect.New(of.Elem())
				p.Elem().Set(v)
				all = append(all, p)
			}
		}
	case reflect.Interface:
		all = append(all, reflect.Zero(of))
		if steps > 0 {
			for _, c := range choices[of] {
				for _, v := range variants(c.Type(), steps) {
					e := reflect.New(of).Elem()
					e.Set(v)
					all = append(all, e)
				}
			}
		}
	case reflect.Slice:
		if steps > 0 {
			for _, v := range variants(of.Elem(), steps) {
				list := reflect.MakeSlice(of, 1, 1)
				list.Index(0).Set(v)
				all = append(all, list)
			}
		}
	case reflect.Struct:
		all = append(all, reflect.Zero(of))
		for i := range of.NumField() {
			f := of.Field(i)
			if !f.IsExported() || f.Type == reflect.TypeFor[diag.Pos]() || f.Type == reflect.TypeFor[diag.List]() {
				continue
			}
			switch f.Type.Kind() {
			case reflect.Pointer, reflect.Interface, reflect.Slice, reflect.Struct:
				for _, v := range variants(f.Type, steps) {
					s := reflect.New(of).Elem()
					s.Field(i).Set(v)
					all = append(all, s)
				}
			}
		}
	default:
		all = append(all, reflect.Zero(of))
	}
	return all
}

// TestZeroValues: zero values of every struct of package doc, wherever one can stand,
// are written or refused in every format, and never a panic.
func TestZeroValues(t *testing.T) {
	all := formats(t)
	tried, refused := 0, 0
	try := func(d *doc.Document) {
		var b strings.Builder
		if d.Only == nil {
			_ = dump.Document(&b, d)
		}
		var before error
		for name, write := range all {
			tried++
			err := written(t, name+" of "+b.String(), write, d)
			if err != nil {
				refused++
			}
			before = errors.Join(before, err)
		}
	}
	for _, v := range variants(reflect.TypeFor[doc.Document](), 2) {
		d := v.Interface().(doc.Document)
		try(&d)
	}
	for _, v := range variants(reflect.TypeFor[[]doc.Inline](), 2) {
		in := v.Interface().([]doc.Inline)
		try(&doc.Document{Parts: []doc.Part{&doc.Prose{Inlines: in}, &doc.Prose{Centered: true, Inlines: in}}})
	}
	if tried < 1000 || refused == 0 || refused == tried {
		t.Errorf("%d written, %d of them refused", tried, refused)
	}
}

// TestUnsoundDocuments: a document made in Go that cannot be shown is an error of
// every format, never a panic, and nothing is written.
func TestUnsoundDocuments(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	if d, found, err := docgen.Built(r.Build(t.Context(), nil, "x")); err == nil || d != nil || found != nil {
		t.Errorf("no set: %v, %v, %v", d, found, err)
	}
	loop := &doc.Division{Level: 1}
	loop.Parts = []doc.Part{loop}
	shared := &doc.Strong{}
	for range 60 {
		shared = &doc.Strong{Inlines: []doc.Inline{shared, shared}}
	}
	of := func(parts ...doc.Part) *doc.Document { return &doc.Document{Kind: "thong-bao", Parts: parts} }
	table := func(columns int, cells ...doc.DataCell) *doc.Document {
		return of(&doc.DataTable{Columns: make([]doc.Column, columns), Rows: []doc.DataRow{{Cells: cells}}})
	}
	const huge = math.MaxInt
	all := formats(t)
	for name, tt := range map[string]struct {
		d    *doc.Document
		want string // said of it; one of several, where formats differ
	}{
		"no document": {nil, "no document"},
		"nil part":    {of(nil), "Parts[0] is nil"},
		"typed nil":   {of(&doc.End{}, (*doc.Prose)(nil)), "Parts[1] is a nil *doc.Prose"},
		"inner part":  {of(&doc.Division{Level: 1, Title: doc.T("A"), Parts: []doc.Part{nil}}), "Parts[0].Parts[0] is nil"},
		"inline":      {of(&doc.Prose{Inlines: []doc.Inline{(*doc.Text)(nil)}}), "Parts[0].Inlines[0] is a nil *doc.Text"},
		"in a table": {of(&doc.DataTable{Rows: []doc.DataRow{{Cells: []doc.DataCell{{Lines: [][]doc.Inline{{nil}}}}}}}),
			"Parts[0].Rows[0].Cells[0].Lines[0][0] is nil"},
		"loop":   {of(loop), "too deep"},
		"shared": {of(&doc.Prose{Inlines: []doc.Inline{shared}}), "more than 10000000 nodes"},

		"month 13": {of(&doc.Letterhead{Issuer: []string{"A"}, Place: &doc.PlaceDate{Place: "B", Month: 13}}), "không có thật"},
		"30 February": {of(&doc.Letterhead{Issuer: []string{"A"}, Place: &doc.PlaceDate{Place: "B", Year: 2026, Month: 2, Day: 30}}),
			"không có thật"},
		"day -1":     {of(&doc.CopyBlock{Place: &doc.PlaceDate{Place: "B", Day: -1}}), "không có thật"},
		"year 10000": {of(&doc.CopyBlock{Place: &doc.PlaceDate{Place: "B", Year: 10000}}), "không có thật"},

		"nothing to see":    {of(&doc.Illustration{Caption: doc.T("A")}), "an Illustration has no Picture"},
		"a bar below zero":  {of(&doc.Chart{Bars: []doc.Bar{{Name: "A", Value: -1}}}), "a Bar of -1 hundredths is below zero"},
		"a mark below zero": {of(&doc.Chart{Mark: -1}), "the Mark of a Chart is -1 hundredths"},
		"no picture":        {of(&doc.Illustration{Picture: &doc.Picture{}}), "là tệp trống"},
		"a broken seal":     {of(&doc.Foot{Signers: []doc.Signer{{Name: "A", Seal: &doc.Picture{}}}}), "là tệp trống"},
		"a broken signature": {of(&doc.Foot{Signers: []doc.Signer{{Name: "A", Signature: &doc.Picture{Data: []byte("GIF89a")}}}}),
			"là GIF"},

		"huge columns":     {table(2, doc.DataCell{}, doc.DataCell{Columns: huge}), "thừa ô"},
		"huge rows":        {table(1, doc.DataCell{Rows: huge}), "thiếu " + strconv.Itoa(huge-1) + " hàng"},
		"negative columns": {table(1, doc.DataCell{Columns: -1}, doc.DataCell{}), "số âm"},
		"negative rows":    {table(1, doc.DataCell{Rows: math.MinInt}, doc.DataCell{}), "số âm"},
		"no columns":       {table(0, doc.DataCell{}), "không có cột nào"},
		"many columns":     {table(100_000), "nhiều nhất là 1000 cột"},

		"negative share":   {of(&doc.DataTable{Columns: []doc.Column{{Share: -1}}}), "Share of -1"},
		"huge share":       {of(&doc.DataTable{Columns: []doc.Column{{Share: mostShare + 1}}}), "Share of 1000001"},
		"negative width":   {of(&doc.DataTable{Columns: []doc.Column{{}, {Width: -1}}}), "Width of a Column"},
		"huge width":       {of(&doc.DataTable{Columns: []doc.Column{{Width: huge}}}), "Width of a Column"},
		"negative size":    {of(&doc.DataTable{Size: -1}), "Size of a DataTable"},
		"letters of none":  {of(&doc.Certificate{Lines: []doc.CertificateLine{{Name: "name", Size: new(doc.Length)}}}), "Size of a CertificateLine is zero"},
		"huge letters":     {of(&doc.DataTable{Size: 1639 * doc.Point}), "Size of a DataTable"},
		"negative picture": {of(&doc.Illustration{Picture: &doc.Picture{}, Height: -1}), "Height of a Illustration"},
		"huge blank":       {of(&doc.Prose{Inlines: []doc.Inline{&doc.Blank{Width: huge}}}), "Width of a Blank"},
		"negative blank":   {of(&doc.Prose{Inlines: []doc.Inline{&doc.Blank{Width: -1}}}), "Width of a Blank"},

		"metadata of another encoding":     {&doc.Document{Meta: doc.Meta{Title: "\xff"}}, "Meta.Title: text is not UTF-8"},
		"metadata with control characters": {&doc.Document{Meta: doc.Meta{Issued: "\x00"}}, "Meta.Issued: character U+0000"},

		"control characters": {of(&doc.Prose{Inlines: doc.T("a\x00b")}), "ký tự điều khiển U+0000"},
		"no UTF-8":           {of(&doc.Prose{Inlines: doc.T("a\xffb")}), "không có ký tự"},
		"leader of none":     {of(&doc.Prose{Inlines: []doc.Inline{&doc.Blank{Width: doc.MM(10), Leader: -1}}}), "ký tự"},
		"another's part":     {&doc.Document{Only: &doc.Annex{}}, "is not among the document's parts"},
		"a nil only":         {&doc.Document{Only: (*doc.Annex)(nil)}, "is not among the document's parts"},
		"no such standard":   {&doc.Document{Standard: "nd99"}, "nd99"},
		"level 0":            {of(&doc.Division{}), "đề mục ở cấp 0"},
		"level huge":         {of(&doc.Division{Level: huge}), "đề mục ở cấp"},
		"level negative":     {of(&doc.Division{Level: -huge}), "đề mục ở cấp"},
		"an empty scheme":    {&doc.Document{Scheme: doc.Scheme{}, Parts: []doc.Part{&doc.Division{Level: 1}}}, "chỉ có 0 cấp"},
	} {
		for format, write := range all {
			said := fmt.Sprint(written(t, name+" as "+format, write, tt.d))
			if !slices.ContainsFunc(strings.Split(tt.want, "|"), func(want string) bool { return strings.Contains(said, want) }) {
				t.Errorf("%s as %s: %s", name, format, said)
			}
		}
	}
}

// mostShare is the largest share of a column.
const mostShare = 1_000_000

// TestSoundDocuments: what is large or odd, but has a meaning, is written in every
// format.
func TestSoundDocuments(t *testing.T) {
	all := formats(t)
	for name, d := range map[string]*doc.Document{
		"nothing":         {},
		"a chart of none": {Parts: []doc.Part{&doc.Chart{}}},
		"a chart of huge": {Parts: []doc.Part{&doc.Chart{Caption: "A", Bars: []doc.Bar{{}, {Name: "B", Value: math.MaxInt64}}, Mark: 1}}},
		"deep divisions": {Kind: "ke-hoach", Scheme: doc.Scheme{{Numeral: 200, Look: 200}}, Parts: []doc.Part{func() doc.Part {
			p := doc.Part(&doc.Prose{Inlines: doc.T("a")})
			for range 60 {
				p = &doc.Division{Level: 1, Parts: []doc.Part{p}}
			}
			return p
		}()}},
		"shares": {Parts: []doc.Part{&doc.DataTable{Columns: []doc.Column{{Share: mostShare}, {Share: mostShare}},
			Rows: []doc.DataRow{{Role: 200, Cells: make([]doc.DataCell, 2)}}, Header: math.MaxInt}}},
		"header -1": {Parts: []doc.Part{&doc.DataTable{Columns: make([]doc.Column, 1),
			Rows: []doc.DataRow{{Cells: make([]doc.DataCell, 1)}}, Header: math.MinInt}}},
		"fields of 0": {Parts: []doc.Part{&doc.Annex{Stamp: &doc.Stamp{}}, &doc.Attachment{}, &doc.Contact{Lines: []string{""}}}},
		"odd words": {Meta: doc.Meta{Title: "a<&>", Issued: "hôm qua", Language: "??"}, Kind: "\x00",
			Parts: []doc.Part{&doc.Prose{Inlines: []doc.Inline{&doc.Link{URL: ":%%"}}}}},
	} {
		for format, write := range all {
			if err := written(t, name+" as "+format, write, d); err != nil {
				t.Errorf("%s as %s: %v", name, format, err)
			}
		}
	}
}

// TestEveryLength: no length of any struct may be more than the largest paper, and none
// but those of places below zero.
func TestEveryLength(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	length := reflect.TypeFor[doc.Length]()
	signed := "X Y ShiftX ShiftY"
	tried := 0
	// lengths tries each length inside v with too large and too small a value.
	var lengths func(path string, v reflect.Value, d *doc.Document)
	lengths = func(path string, v reflect.Value, d *doc.Document) {
		for i := range v.NumField() {
			f, field := v.Type().Field(i), v.Field(i)
			switch {
			case !f.IsExported() || f.Type == reflect.TypeFor[diag.Pos]():
			case f.Type == length:
				wrong := []doc.Length{math.MaxInt64, math.MinInt, 14401 * doc.Point, -14401 * doc.Point}
				if !slices.Contains(strings.Fields(signed), f.Name) {
					wrong = append(wrong, -1)
				} else {
					field.SetInt(-1)
					if err := written(t, path+"."+f.Name, r.Text, d); err != nil && strings.Contains(err.Error(), f.Name+" of a ") {
						t.Errorf("%s.%s stands below zero: %v", path, f.Name, err)
					}
				}
				for _, l := range wrong {
					field.SetInt(int64(l))
					if err := written(t, path+"."+f.Name, r.Text, d); err == nil || !strings.Contains(err.Error(), f.Name+" of a ") {
						t.Errorf("%s.%s is %v: %v", path, f.Name, l, err)
					}
					tried++
				}
				field.SetInt(0)
			case f.Type.Kind() == reflect.Struct:
				lengths(path+"."+f.Name, field, d)
			case f.Type.Kind() == reflect.Slice && f.Type.Elem() == length:
				field.Set(reflect.ValueOf([]doc.Length{0, -1}))
				if err := written(t, path+"."+f.Name, r.Text, d); err == nil {
					t.Errorf("%s.%s is below zero", path, f.Name)
				}
				field.SetZero()
			case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
				field.Set(reflect.MakeSlice(f.Type, 1, 1))
				lengths(path+"."+f.Name, field.Index(0), d)
				field.SetZero()
			}
		}
	}
	fresh := func(v reflect.Value) reflect.Value { return reflect.New(v.Type().Elem()) }
	for _, p := range everyPart {
		v := fresh(reflect.ValueOf(p))
		if i, ok := v.Interface().(*doc.Illustration); ok {
			i.Picture = &doc.Picture{}
		}
		lengths(v.Type().Elem().Name(), v.Elem(), &doc.Document{Parts: []doc.Part{v.Interface().(doc.Part)}})
	}
	for _, in := range everyInline {
		v := fresh(reflect.ValueOf(in))
		lengths(v.Type().Elem().Name(), v.Elem(),
			&doc.Document{Parts: []doc.Part{&doc.Prose{Inlines: []doc.Inline{v.Interface().(doc.Inline)}}}})
	}
	if tried < 40 {
		t.Errorf("%d lengths were tried", tried)
	}
}
