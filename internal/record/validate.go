package record

import (
	"cmp"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// validator is a value with rules that its tags cannot express. Validate adds
// findings whose Path is path, joined with a key where one is meant, and whose
// place is not known. It is called for every struct of a file, on a pointer.
type validator interface {
	Validate(path string, found *diag.List)
}

// needer is the value of a file that needs keys beside those its tags mark.
// Needs names keys at the top of the file; "signer|signers" needs one of two,
// "bases|standard=party" bases unless standard is party.
type needer interface {
	Needs() []string
}

// Validate returns everything that is wrong with a value: what its tags ask for, what its
// own rules say, and what checks adds, if there are any: all of it of the value as [Composed] returns it. Places are
// not known, only paths. value is a pointer to a struct.
func Validate(value any, checks func(*Validation, any)) diag.List {
	if _, ok := structOf(value); !ok {
		return notStruct(value)
	}
	return validate(value, nil, checks)
}

func notStruct(value any) diag.List {
	return diag.List{{Rule: RuleShape, Err: Fit(value), Message: fmt.Sprintf("kiểu Go %T không phải một văn bản", value)}}
}

// validate is Validate of a struct. bad are the paths that were given, though not in a way
// that can be read.
func validate(value any, bad map[string]bool, checks func(*Validation, any)) diag.List {
	c := Validation{bad: bad, at: make(trail, 0, usualPath)}
	v, _ := structOf(value)
	if c.record(v); c.endless {
		return diag.List{endless(v)}
	}
	if c.odd {
		if whole := Composed(value); whole != value {
			return validate(whole, bad, checks)
		}
	}
	c.version(v)
	if n, ok := value.(needer); ok {
		c.needs(n.Needs(), v)
	}
	if checks != nil {
		checks(&c, value)
	}
	c.found.Sort()
	return c.found
}

// Validation collects what is wrong with one value.
type Validation struct {
	found diag.List
	ids   map[string]string // id to the path of the first value that has it
	bad   map[string]bool   // paths of values that could not be read
	at    trail

	odd bool // a text has letters that may not be NFC

	records int  // gone over so far
	depth   int  // how many of them hold this one
	endless bool // the walk is given up: it would not end
}

// Add adds a finding about what stands at path.
func (c *Validation) Add(path string, f diag.Diagnostic) {
	f.Pos.Path = path
	c.found.Add(&f)
}

// Explain says of what is missing at path, if it is, what to do about it.
func (c *Validation) Explain(path, fix string) {
	for _, d := range c.found {
		if d.Rule == RuleMissing && d.Pos.Path == path {
			d.Fix = fix
		}
	}
}

// version refuses a file, and its value, of a version that is not read.
func (c *Validation) version(v reflect.Value) {
	f := recordOf(v.Type()).byKey["version"]
	if f == nil || f.typ.Kind() != reflect.Int {
		return
	}
	if n := v.FieldByIndex(f.index).Int(); n != 0 && n != Version {
		c.Add("version", unknownVersion(f, n))
	}
}

func unknownVersion(f *Field, n int64) diag.Diagnostic {
	return diag.Diagnostic{Rule: RuleVersion, Found: fmt.Sprint(n), Expected: fmt.Sprint(Version),
		Message: fmt.Sprintf("%s là %d, bản chương trình này chỉ đọc phiên bản %d", f.label, n, Version)}
}

// needs refuses a value without one of the keys that it says it needs.
func (c *Validation) needs(keys []string, v reflect.Value) {
	r := recordOf(v.Type())
	for _, alternatives := range keys {
		var first *Field
		names, unless, value := needOf(alternatives)
		given := unless != "" && fieldText(v, r.byKey[unless]) == value
		for key := range strings.SplitSeq(names, "|") {
			f := r.byKey[key]
			if f == nil {
				continue
			}
			first = cmp.Or(first, f)
			if !isBlank(v.FieldByIndex(f.index)) {
				given = true
			}
		}
		if !given && first != nil {
			c.missing(first.key, first)
		}
	}
}

// needOf reads a need: keys of which one is needed, with strokes between them, and where the
// last of them is key=value, that none is where the file says this.
func needOf(need string) (keys, unless, value string) {
	if i := strings.LastIndexByte(need, '|'); i > 0 {
		if key, value, ok := strings.Cut(need[i+1:], "="); ok {
			return need[:i], key, value
		}
	}
	return need, "", ""
}

// fieldText is a text field of a struct; empty where it has none.
func fieldText(v reflect.Value, f *Field) string {
	if f == nil || v.FieldByIndex(f.index).Kind() != reflect.String {
		return ""
	}
	return v.FieldByIndex(f.index).String()
}

func (c *Validation) missing(path string, f *Field) {
	c.Add(path, lacking(f))
}

// lacking is the finding of a key that is missing.
func lacking(f *Field) diag.Diagnostic {
	return diag.Diagnostic{Rule: RuleMissing, Err: ErrMissing, Message: "thiếu " + f.label, Fix: f.help}
}

// here adds a finding about where the walk stands.
func (c *Validation) here(f diag.Diagnostic) { c.Add(c.at.path(), f) }

func (c *Validation) record(v reflect.Value) {
	if c.records++; c.endless || c.depth > maxNested || c.records > maxRecords {
		c.endless = true
		return
	}
	c.depth++
	defer func() { c.depth-- }()
	r := recordOf(v.Type())
	for _, f := range r.fields {
		if fv := v.FieldByIndex(f.index); f.need && !f.answer() || !isBlank(fv) { // most fields are neither
			up := c.at.key(f.key)
			c.field(fv, f)
			c.at.back(up)
		}
	}
	for _, name := range r.groups {
		c.group(r.group(name), v)
	}
	c.own(v)
}

// own asks the value and the structs embedded in it for their own findings. One
// that a struct only inherits is asked twice; equal findings are dropped later.
func (c *Validation) own(v reflect.Value) {
	for _, i := range recordOf(v.Type()).embedded {
		c.own(v.Field(i))
	}
	if w, ok := v.Addr().Interface().(validator); ok {
		w.Validate(c.at.path(), &c.found)
	}
}

func (c *Validation) field(v reflect.Value, f *Field) {
	if isBlank(v) {
		c.missing(c.at.path(), f)
		return
	}
	if f.id {
		c.id(v.String(), f)
	}
	c.value(v, f)
}

func (c *Validation) value(v reflect.Value, f *Field) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	switch shapeOf(v.Type()) {
	case mappingShape:
		before := len(c.found)
		c.record(v)
		if len(c.found) == before && isEmpty(v) && !f.blank && !c.badBelow() {
			c.here(diag.Diagnostic{Rule: RuleMissing, Err: ErrMissing,
				Message: f.label + " không có nội dung", Fix: "ghi nội dung, hoặc xóa phần này"})
		}
	case listShape:
		for i := range v.Len() {
			e := v.Index(i)
			up := c.at.index(i)
			switch {
			case e.Kind() == reflect.String && isBlank(e) && !f.blank:
				c.here(diag.Diagnostic{Rule: RuleMissing, Err: ErrMissing, Message: f.label + " có một mục trống"})
			case e.Kind() != reflect.Pointer || !e.IsNil():
				c.value(e, f)
			}
			c.at.back(up)
		}
	case intShape:
		c.within(v, f)
	case scalarShape:
		c.text(v, f)
		c.within(v, f)
		c.whole(v, f)
		if f.values != nil && !slices.Contains(f.values, v.String()) {
			c.here(unknownValue(f, v.String()))
		}
	}
}

// within refuses a number outside the bounds of its field. A text that is no figure is refused
// elsewhere.
func (c *Validation) within(v reflect.Value, f *Field) {
	if f.within == nil {
		return
	}
	least, most, n := f.within.least, f.within.most, v.Interface()
	good := true
	if figure, ok := n.(interface{ Rat() *big.Rat }); !ok {
		good = v.Int() >= least && v.Int() <= most
	} else if r := figure.Rat(); r != nil {
		good = r.Cmp(big.NewRat(least, 1)) >= 0 && r.Cmp(big.NewRat(most, 1)) <= 0
	}
	switch {
	case good:
	case f.within == &years:
		c.here(diag.Diagnostic{Rule: RuleValue, Message: fmt.Sprintf("%s là %v, không phải một năm hợp lý", f.label, n)})
	default:
		c.here(diag.Diagnostic{Rule: RuleValue, Message: fmt.Sprintf("%s là %v, phải từ %d đến %d", f.label, n, least, most)})
	}
}

// whole refuses a date of which only the year or month is known.
func (c *Validation) whole(v reflect.Value, f *Field) {
	if !f.whole {
		return
	}
	if d, ok := v.Interface().(interface {
		IsFull() bool
		String() string
	}); ok && !d.IsFull() {
		c.here(diag.Diagnostic{Rule: RuleDate, Found: d.String(), Expected: "2026-03-15",
			Message: f.label + " phải có đủ ngày, tháng, năm"})
	}
}

// isBlank reports whether nothing is given: no value, an empty list, or a text
// of nothing but white space, no-break spaces among it.
func isBlank(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.TrimSpace(v.String()) == ""
	case reflect.Slice:
		return v.Len() == 0
	}
	return v.IsZero()
}

// isEmpty reports whether a struct holds nothing that is printed: its id alone
// is nothing.
func isEmpty(v reflect.Value) bool {
	return !slices.ContainsFunc(recordOf(v.Type()).fields, func(f *Field) bool { return !f.id && !isBlank(v.FieldByIndex(f.index)) })
}

// badBelow reports whether something below where the walk stands was given that could not
// be read.
func (c *Validation) badBelow() bool {
	for p := range c.bad {
		if rest, ok := strings.CutPrefix(p, c.at.path()); ok && (rest == "" || rest[0] == '.') {
			return true
		}
	}
	return false
}

func unknownValue(f *Field, s string) diag.Diagnostic {
	d := diag.Diagnostic{Rule: RuleValue, Found: s, Expected: strings.Join(f.values, ", "),
		Message: fmt.Sprintf("%s là %s, chỉ nhận: %s", f.label, Quote(s), strings.Join(f.values, ", "))}
	if w := NearestWord(s, f.values); w != "" {
		d.Expected, d.Fix = w, fmt.Sprintf("có phải %q?", w)
		if vi.Slug(s) == vi.Slug(w) {
			d.Edit = diag.Edit{Old: s, New: w}
		}
	}
	return d
}

// group refuses none or several of fields of which exactly one is given.
func (c *Validation) group(fields []*Field, v reflect.Value) {
	isGiven := func(f *Field) bool {
		return !isBlank(v.FieldByIndex(f.index)) || len(c.bad) > 0 && c.bad[Join(c.at.path(), f.key)]
	}
	count := 0
	for _, f := range fields {
		if isGiven(f) {
			count++
		}
	}
	if count == 1 {
		return
	}
	if count == 0 {
		c.here(diag.Diagnostic{Rule: RuleMissing, Err: ErrMissing, Message: "phải có một trong: " + labelled(fields)})
		return
	}
	var given []string
	for _, f := range fields {
		if isGiven(f) {
			given = append(given, strconv.Quote(f.key))
		}
	}
	c.here(diag.Diagnostic{Rule: RuleConflict,
		Message: strings.Join(given, ", ") + " không đi cùng nhau; chỉ ghi một trong: " + labelled(fields)})
}

func (c *Validation) id(id string, f *Field) {
	if !isID(id) {
		c.here(diag.Diagnostic{
			Rule: RuleValue, Found: id,
			Message: fmt.Sprintf("%s là %s, chỉ gồm chữ cái không dấu, chữ số, gạch và chấm, mở đầu bằng chữ", f.label, Quote(id)),
		})
		return
	}
	if c.ids == nil {
		c.ids = make(map[string]string)
	}
	if first, ok := c.ids[id]; ok {
		c.here(diag.Diagnostic{Rule: RuleID, Found: id, Message: fmt.Sprintf("%s %q đã dùng ở %s", f.label, id, first)})
		return
	}
	c.ids[id] = c.at.path()
}

// isID reports whether s is a name that references can lead to.
func isID(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter && (i == 0 || !(r >= '0' && r <= '9' || r == '-' || r == '_' || r == '.')) {
			return false
		}
	}
	return s != ""
}
