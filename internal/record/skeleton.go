package record

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Samples are what a skeleton shows of a kind where the tags have no sample, or none that
// fits the kind.
type Samples struct {
	// Keys are samples of keys at the top, as YAML. Those that Shown names are written in
	// use, though they may not be needed.
	Keys  map[string]string
	Shown []string
	// Types are samples of types of text, for fields of such a type.
	Types map[reflect.Type]string
}

// Skeleton returns a starting file of a kind: what every such file needs, filled with
// samples, and all else behind a comment sign, each key with its Vietnamese term.
func Skeleton(k Kind, samples Samples) ([]byte, error) {
	v := WithHead(k.New(""), Head{Kind: k.ID})
	rv, ok := structOf(v)
	if !ok {
		return nil, fmt.Errorf("kind %s: %w", k.ID, Fit(v))
	}
	w := skeleton{types: k.Types, samples: samples.Types, needs: slices.Clone(samples.Shown)}
	fmt.Fprintf(&w.b, "# %s. Dòng mở đầu bằng # là phần tùy chọn: bỏ dấu # và một dấu cách để dùng.\n", k.Title)
	w.fixed = map[string]string{"kind": k.ID, "version": strconv.Itoa(Version)}
	maps.Copy(w.fixed, samples.Keys)
	if n, ok := v.(interface{ Unused() []string }); ok {
		w.unprinted = n.Unused()
	}
	if n, ok := v.(needer); ok {
		for _, key := range n.Needs() {
			// Of two keys the one that has a sample of this kind.
			keys := split(key)
			if !slices.ContainsFunc(keys, func(key string) bool { return slices.Contains(samples.Shown, key) }) {
				w.needs = append(w.needs, keys[0])
			}
		}
	}
	w.record(recordOf(rv.Type()), place{})
	return []byte(w.b.String()), nil
}

// skeleton writes a starting file.
type skeleton struct {
	b       strings.Builder
	fixed   map[string]string // values of keys at the top
	types   []string          // values of the key type
	samples map[reflect.Type]string
	needs   []string // keys at the top that are needed beside the tags'
	// unprinted are keys at the top that every such record takes and this kind prints nowhere.
	unprinted []string
	open      []reflect.Type // types being written, so that one that holds itself ends
	said      []reflect.Type // types of which it is said once what is left out
}

// place is where a line of the skeleton stands.
type place struct {
	indent int
	off    bool // behind a comment sign
	first  string
	only   string // of the fields in groups, write only this one
	terse  bool   // leave out what is optional
}

func (w *skeleton) line(p *place, text, comment string) {
	if p.off {
		w.b.WriteString("# ")
	}
	pad := strings.Repeat(" ", p.indent)
	if p.first != "" {
		pad = pad[:len(pad)-len(p.first)] + p.first
		p.first = ""
	}
	w.b.WriteString(pad + text)
	if comment != "" {
		w.b.WriteString("  # " + comment)
	}
	w.b.WriteByte('\n')
}

// sample writes a key with its sample value, which is YAML: a list of more than
// words in lines of its own, each key of a mapping with its term.
func (w *skeleton) sample(p *place, f *Field, value, comment string) {
	key := f.key
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(value), &doc); err != nil || len(doc.Content) != 1 {
		w.line(p, key+": "+strconv.Quote(value), comment)
		return
	}
	n := doc.Content[0]
	if n.Kind == yaml.ScalarNode || n.Kind == yaml.SequenceNode && isShortList(n) {
		w.line(p, key+": "+value, comment)
		return
	}
	spread(n)
	annotated := w.fixed[key] == value
	if annotated {
		annotate(n, base(f.typ))
	}
	b, err := writeNode(n)
	if err != nil {
		w.line(p, key+": "+value, comment)
		return
	}
	w.line(p, key+":", comment)
	inner := place{indent: p.indent + 2, off: p.off}
	for l := range strings.Lines(string(b)) {
		l = strings.TrimRight(l, "\n")
		if i := strings.LastIndex(l, " # "); annotated && i != -1 {
			l = l[:i] + " " + l[i:]
		}
		w.line(&inner, l, "")
	}
	w.unused(inner, n, base(f.typ))
}

// unused names the keys that a sample of several keys does not have, or that no item of a
// sample list has.
func (w *skeleton) unused(p place, n *yaml.Node, t reflect.Type) {
	items := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice {
		items, t, p.indent = n.Content, base(t.Elem()), p.indent+2
	}
	if shapeOf(t) != mappingShape || slices.Contains(w.said, t) {
		return
	}
	w.said = append(w.said, t)
	used := make(map[string]bool)
	for _, item := range items {
		for i := 0; item.Kind == yaml.MappingNode && i < len(item.Content); i += 2 {
			used[item.Content[i].Value] = true
		}
	}
	var keys []string
	for _, f := range recordOf(t).fields {
		if !used[f.key] {
			keys = append(keys, f.key)
		}
	}
	w.leftOut(p, keys)
}

// spread turns lists and mappings in braces into ones of several lines.
func spread(n *yaml.Node) {
	for _, c := range n.Content {
		spread(c)
	}
	n.Style &^= yaml.FlowStyle
	if n.Kind == yaml.SequenceNode && isShortList(n) {
		n.Style |= yaml.FlowStyle
	}
}

// annotate puts the term of each key behind its value.
func annotate(n *yaml.Node, t reflect.Type) {
	switch {
	case n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for _, e := range n.Content {
			annotate(e, base(t.Elem()))
		}
	case n.Kind == yaml.MappingNode && shapeOf(t) == mappingShape:
		r := recordOf(t)
		for i := 0; i < len(n.Content); i += 2 {
			if f := r.byKey[n.Content[i].Value]; f != nil {
				at := n.Content[i+1]
				if at.Kind != yaml.ScalarNode && !isFlow(at) {
					at = n.Content[i] // its lines stand below the key
				}
				at.LineComment = "# " + f.term
			}
		}
	}
}

// record writes the keys of a mapping.
func (w *skeleton) record(r *record, p place) {
	if slices.Contains(w.open, r.typ) {
		return
	}
	w.open = append(w.open, r.typ)
	defer func() { w.open = w.open[:len(w.open)-1] }()
	var late []*Field // optional keys that stand before the first in use
	var out []string  // keys that are left out
	for _, f := range r.fields {
		top := len(w.open) == 1
		if top && slices.Contains(w.unprinted, f.key) {
			continue
		}
		on := w.isOn(r, f, p, top)
		if !on && (p.terse || p.only != "" && f.group != "") {
			if p.only == "" || f.group == "" || p.off { // else another item shows it
				out = append(out, f.key)
			}
			continue
		}
		if !on && p.first != "" {
			late = append(late, f) // the line that opens an item must be a key in use
			continue
		}
		at := p
		at.off = p.off || !on
		w.field(f, &at, top)
		p.first = at.first
		for ; p.first == "" && len(late) > 0; late = late[1:] {
			after := p
			after.off = true
			w.field(late[0], &after, top)
		}
	}
	if !slices.Contains(w.said, r.typ) {
		w.said = append(w.said, r.typ)
		w.leftOut(p, append(out, keysOf(late)...))
	}
}

// leftOut names the keys that are left out, and where they stand.
func (w *skeleton) leftOut(p place, keys []string) {
	if len(keys) > 0 {
		p.off, p.first = true, ""
		w.line(&p, "# còn khóa: "+strings.Join(keys, ", ")+" (xem: vanban schema "+w.fixed["kind"]+")", "")
	}
}

// isOn reports whether a key is written in use, not behind a comment sign.
func (w *skeleton) isOn(r *record, f *Field, p place, top bool) bool {
	switch {
	case f.need || f.shown || top && slices.Contains(w.needs, f.key):
		return true
	case f.group == "":
		return false
	case p.only != "":
		return f.key == p.only
	}
	shown := r.group(f.group)
	if i := slices.IndexFunc(shown, func(g *Field) bool { return !g.hidden }); i > 0 {
		shown = shown[i:]
	}
	return shown[0] == f
}

func (w *skeleton) field(f *Field, p *place, top bool) {
	comment := f.term
	if len(f.values) > 0 {
		comment += ": " + strings.Join(f.values, ", ")
	}
	if f.help != "" {
		comment += "; " + f.help
	}
	t := base(f.typ)
	value := f.sample
	if fixed, ok := w.fixed[f.key]; ok && top {
		value = fixed
	}
	if f.key == "type" && top {
		if len(w.types) == 0 {
			return
		}
		value = w.types[0]
	}
	if value == "" {
		value = w.plainSample(f, t, p.off)
	}
	if value != "" {
		w.sample(p, f, value, comment)
		return
	}
	elem := base(element(t))
	if slices.Contains(w.open, elem) || shapeOf(elem) != mappingShape { // lists of lists are not written out
		w.leftOut(*p, []string{f.key})
		return
	}
	w.line(p, f.key+":", comment)
	r := recordOf(elem)
	inner := place{indent: p.indent + 2, off: p.off, terse: len(w.open) > 1}
	if t.Kind() != reflect.Slice {
		w.record(r, inner)
		return
	}
	inner.indent += 2
	keys := alternatives(r, p.off)
	if len(keys) == 0 { // items that hold one another only
		w.leftOut(inner, keysOf(r.fields))
		return
	}
	for _, only := range keys {
		inner.first, inner.only = "- ", only
		w.record(r, inner)
		inner.terse = true
	}
}

// alternatives returns the keys of a group of r, of which each item has one, or
// one empty key when items are all alike.
func alternatives(r *record, one bool) []string {
	if len(r.groups) == 0 {
		return []string{""}
	}
	var keys []string
	for _, f := range r.group(r.groups[0]) {
		if f.hidden || base(f.typ) == r.typ || f.typ.Kind() == reflect.Slice && f.typ.Elem() == r.typ {
			continue
		}
		keys = append(keys, f.key)
		if one {
			break
		}
	}
	return keys
}

// plainSample returns a value for a key without a sample, or nothing for a
// mapping or a list of mappings. Behind a comment sign a text is left empty.
func (w *skeleton) plainSample(f *Field, t reflect.Type, off bool) string {
	switch shapeOf(t) {
	case scalarShape:
		switch {
		case len(f.values) > 0:
			return f.values[0]
		case w.samples[t] != "":
			return w.samples[t]
		case off:
			return `""`
		case f.id:
			return "ma-so-1"
		}
		return strconv.Quote(f.term)
	case boolShape:
		return "true"
	case intShape:
		if f.within != nil {
			return strconv.FormatInt(max(min(1, f.within.most), f.within.least), 10)
		}
		return "1"
	case listShape:
		e := base(t.Elem())
		if off && len(f.values) == 0 && shapeOf(e) == scalarShape {
			return "[]"
		}
		if item := w.plainSample(f, e, off); item != "" {
			return "[" + item + "]"
		}
	}
	return ""
}
