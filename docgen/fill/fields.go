package fill

import (
	"cmp"
	"slices"
	"strings"
)

// FieldKind says what a template wants of a value.
type FieldKind string

// Kinds of fields.
const (
	TextField      FieldKind = "text"
	NumberField    FieldKind = "number"
	MoneyField     FieldKind = "money"
	DateField      FieldKind = "date"
	CheckField     FieldKind = "check"     // yes or no
	ChoiceField    FieldKind = "choice"    // one of Choices
	ListField      FieldKind = "list"      // Fields are those of its elements
	GroupField     FieldKind = "group"     // Fields are those of the one value
	ConditionField FieldKind = "condition" // a value, a list or none
	PictureField   FieldKind = "picture"   // the name of a picture file
)

// Field is what a template asks for. Whether a name in a table is a field of a list only the
// data say: it stands among the others then.
type Field struct {
	Name    string    `json:"name"`
	Kind    FieldKind `json:"kind"`
	Places  []string  `json:"places"`
	Choices []string  `json:"choices,omitempty"`
	Fields  []*Field  `json:"fields,omitempty"`
	Example any       `json:"example"`
}

// Fields lists what the template asks for, each name once, in the order of the file.
func (t *Template) Fields() []*Field {
	if t == nil {
		return nil
	}
	var all []*Field
	for _, p := range t.parts {
		if p.tree != nil {
			all = collect(p.tree, all)
		}
	}
	for _, f := range all {
		f.finish()
	}
	return all
}

// collect adds the fields below a node to a list.
func collect(n *node, all []*Field) []*Field {
	switch o := n.op.(type) {
	case *section:
		f := &Field{Name: o.ref.name, Kind: ConditionField}
		if o.ref.compare != "" {
			f.Kind, f.Example = TextField, o.ref.operand
		}
		all, f = joinField(all, f, o.ref)
		inner := collectKids(n, nil)
		// What is named within {{#x}} may be a field of x, if it is a list; of a comparison, and of
		// a part that stands where there is no x, it is not.
		if o.ref.sign == unlessTag || o.ref.compare != "" {
			for _, g := range inner {
				all = addField(all, g)
			}
			return all
		}
		for _, g := range inner {
			if key(g.Name) == key(o.ref.name) {
				all = addField(all, g)
			} else if key(g.Name) != key(own) && g.Name != "." {
				f.Kind = ListField
				f.Fields = addField(f.Fields, g)
			}
			if g.Name == "." {
				f.Kind = ListField
			}
		}
		return all
	case *field:
		return addRef(all, o.ref, inRow(n))
	case *mergeOp:
		for _, r := range o.refs() {
			all = addRef(all, r, inRow(n))
		}
		return collectKids(n, all)
	case *pictureOp:
		return addRef(all, o.ref, inRow(n))
	case *noteOp:
		return collectKids(o.note, all)
	case *noteBody:
		return all // it is asked for where the text leads to it
	case *controlOp:
		f := &Field{Name: o.ref.name, Kind: o.kind}
		for _, c := range o.choices {
			f.Choices = append(f.Choices, c.shown)
		}
		all, f = joinField(all, f, o.ref)
		if o.kind == ListField {
			for _, g := range collectKids(n, nil) {
				f.Fields = addField(f.Fields, g)
			}
		}
		return all
	}
	return collectKids(n, all)
}

func collectKids(n *node, all []*Field) []*Field {
	for _, k := range n.kids {
		all = collect(k, all)
	}
	return all
}

// inRow reports whether a node stands in a row of a table, which repeats by itself.
func inRow(n *node) bool { return n.above("w:tr") != nil }

// addRef adds a name; behind a stop it is a field of the list or group before it.
func addRef(all []*Field, r *ref, row bool) []*Field {
	name, inner, dotted := strings.Cut(r.name, ".")
	if !dotted || name == "" {
		if key(r.name) == key(own) {
			return all
		}
		all, _ = joinField(all, &Field{Name: r.name, Kind: r.fieldKind()}, r)
		return all
	}
	kind := GroupField
	if row {
		kind = ListField
	}
	all, f := joinField(all, &Field{Name: name, Kind: kind}, r)
	if f.Kind != ListField {
		f.Kind = kind
	}
	if key(inner) != key(own) {
		inside := *r
		inside.name = inner
		f.Fields = addRef(f.Fields, &inside, row)
	}
	return all
}

// joinField adds a field, or finds it among those that there are.
func joinField(all []*Field, f *Field, r *ref) ([]*Field, *Field) {
	if at := r.at.String(); at != "" {
		f.Places = []string{at}
	}
	all = addField(all, f)
	i := slices.IndexFunc(all, func(g *Field) bool { return key(g.Name) == key(f.Name) })
	return all, all[i]
}

func addField(all []*Field, f *Field) []*Field {
	i := slices.IndexFunc(all, func(g *Field) bool { return key(g.Name) == key(f.Name) })
	if i < 0 {
		return append(all, f)
	}
	g := all[i]
	for _, p := range f.Places {
		if !slices.Contains(g.Places, p) {
			g.Places = append(g.Places, p)
		}
	}
	if g.Kind == TextField || g.Kind == ConditionField && f.Kind != TextField {
		g.Kind = f.Kind
	} else if g.Kind == ConditionField {
		g.Kind = TextField // a text, and a condition on it
	}
	if g.Choices == nil {
		g.Choices = f.Choices
	}
	for _, inner := range f.Fields {
		g.Fields = addField(g.Fields, inner)
	}
	return all
}

// kindsOfFormats are what formats ask for.
var kindsOfFormats = map[string]FieldKind{
	"number": NumberField, "count": NumberField, "money": MoneyField, "date": DateField, "iso": DateField, "sum": ListField,
}

// fieldKind is what the formats of a name ask for.
func (r *ref) fieldKind() FieldKind {
	if r.from == picture {
		return PictureField
	}
	for _, c := range r.formats {
		if kind := kindsOfFormats[c.name]; kind != "" {
			return kind
		}
	}
	return cmp.Or(r.kind, TextField)
}

// examples are those of fields whose values are all alike.
var examples = map[FieldKind]any{
	NumberField: "1.500", MoneyField: "1.500.000", DateField: "05/01/2026", CheckField: true, ConditionField: true,
	PictureField: "anh.png",
}

// finish gives a field its example.
func (f *Field) finish() {
	for _, inner := range f.Fields {
		inner.finish()
	}
	switch f.Kind {
	case NumberField, MoneyField, DateField, CheckField, ConditionField, PictureField:
		f.Example = examples[f.Kind]
	case ChoiceField:
		f.Example = ""
		if len(f.Choices) > 0 {
			f.Example = f.Choices[0]
		}
	case ListField, GroupField:
		item := make(map[string]any)
		for _, inner := range f.Fields {
			item[inner.Name] = inner.Example
		}
		switch {
		case f.Kind == GroupField:
			f.Example = item
		case len(item) == 0:
			f.Example = []any{f.Name + " 1"}
		default:
			f.Example = []any{item}
		}
	default:
		if f.Example == nil {
			f.Example = f.Name
		}
	}
}
