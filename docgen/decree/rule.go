// Package decree holds the form of official documents as data: every rule of
// Nghị định 30/2020/NĐ-CP (công tác văn thư, Phụ lục I and III) with its clause,
// bounds and default, and the figures that an office has chosen within them.
//
//	p := decree.Default()                    // the decree's form
//	p, findings := decree.ParseProfile("don-vi.yaml", src)
//
// A rule pack is a YAML file in folder data, and so are the words that lines of papers must
// not part. A [Profile] is what package form reads: one struct field a figure, bound to its
// rule by a tag. So each figure stands in one place, a successor of the decree is a new file,
// and no other package holds a figure of the law. [Packs] lists all rules.
package decree

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan/diag"
)

// Rule is one rule of a pack.
type Rule struct {
	ID     string // "nd30.header.agency-rule-length": stable, and what findings name
	Title  string // the component or figure, in the decree's words
	Text   string // the rule as a Vietnamese sentence
	Clause Clause // zero when the text of the law is silent

	Unit     unit
	Min, Max quantity // bounds; a zero Quantity is none
	Allowed  []quantity
	Value    quantity // the default, inside the bounds
	Style    Style    // of a component's letters
	Words    string   // fixed words of a component

	Basis Basis
	From  string // first day in force, yyyy-mm-dd
	Until string // last day in force; empty: still in force

	Pass, Fail string // a sample that obeys the rule, and one that breaks it
	Note       string // what is doubtful, if anything
}

// Clause is a place in a legal text. The zero value is none.
type Clause struct {
	Article  string `yaml:"article"`  // Điều
	Appendix string `yaml:"appendix"` // Phụ lục
	Part     string `yaml:"part"`     // Phần
	Section  string `yaml:"section"`  // Mục
	Clause   string `yaml:"clause"`   // khoản
	Point    string `yaml:"point"`    // điểm
	Sample   string `yaml:"sample"`   // mẫu of Phụ lục III
}

// String returns the place from large to small: "Phụ lục I, Phần I, Mục II, khoản 1, điểm a".
func (c Clause) String() string {
	var parts []string
	for _, p := range [...]struct{ word, number string }{
		{"Phụ lục", c.Appendix}, {"Phần", c.Part}, {"Mục", c.Section}, {"Điều", c.Article},
		{"khoản", c.Clause}, {"điểm", c.Point}, {"mẫu", c.Sample},
	} {
		if p.number != "" {
			parts = append(parts, p.word+" "+p.number)
		}
	}
	return strings.Join(parts, ", ")
}

// Basis says where a rule comes from.
type Basis string

// Where rules come from. Only law binds; the others are defaults of this library.
const (
	law      Basis = "law"      // the text of the decree, read
	sample   Basis = "sample"   // the decree's own sample pages and Word files, read
	practice Basis = "practice" // what offices do; the decree is silent
	retold   Basis = "retold"   // retold by others, the text itself was not read: provisional
)

var basisTerms = map[Basis]string{
	law: "văn bản quy phạm pháp luật", sample: "mẫu trong phụ lục", practice: "thông lệ; văn bản không quy định",
	retold: "theo tài liệu thuật lại, chưa đối chiếu văn bản gốc",
}

// Term says it in Vietnamese.
func (b Basis) Term() string { return cmp.Or(basisTerms[b], string(b)) }

// unit is what a Quantity counts.
type unit string

// Units.
const (
	noUnit     unit = ""
	millimetre unit = "mm"
	point      unit = "pt"
	percent    unit = "%"
)

// quantity is a figure with its unit, in whole hundredths: no rounding, no
// float. The zero value is no figure.
type quantity struct {
	Hundredths int64
	Unit       unit
}

// IsZero reports whether there is no figure.
func (q quantity) IsZero() bool { return q.Unit == noUnit }

// Length gives the figure as a length on paper; zero for a share.
func (q quantity) Length() doc.Length {
	switch q.Unit {
	case millimetre:
		return doc.Length(q.Hundredths) * doc.Millimetre / 100
	case point:
		return doc.Length(q.Hundredths) * doc.Point / 100
	}
	return 0
}

// String returns the figure as Vietnamese write it: "12,7 mm".
func (q quantity) String() string {
	if q.IsZero() {
		return ""
	}
	s := fmt.Sprintf("%d,%02d", q.Hundredths/100, q.Hundredths%100)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ",")
	if q.Unit == percent {
		return s + "%"
	}
	return s + " " + string(q.Unit)
}

// Bounds returns what the rule allows, as printed for people: "từ 20 mm đến 25 mm".
// It is empty when everything is allowed.
func (r *Rule) Bounds() string {
	r = zero.Or(r)
	switch {
	case len(r.Allowed) > 0:
		words := make([]string, len(r.Allowed))
		for i, q := range r.Allowed {
			words[i] = q.String()
		}
		return strings.Join(words, " hoặc ")
	case r.Min.IsZero() && r.Max.IsZero():
		return ""
	case r.Max.IsZero():
		return "ít nhất " + r.Min.String()
	case r.Min.IsZero():
		return "nhiều nhất " + r.Max.String()
	case r.Min == r.Max:
		return "đúng " + r.Min.String()
	}
	return "từ " + r.Min.String() + " đến " + r.Max.String()
}

// Allows reports whether q, in the rule's own unit, lies within the bounds.
func (r *Rule) Allows(q quantity) bool {
	r = zero.Or(r)
	if len(r.Allowed) > 0 {
		return slices.Contains(r.Allowed, q)
	}
	return (r.Min.IsZero() || q.Hundredths >= r.Min.Hundredths) &&
		(r.Max.IsZero() || q.Hundredths <= r.Max.Hundredths)
}

// Levels are those of findings that name the rule: a figure of an office outside the bounds
// is an error, and a hint when the office has a reason. Without a figure there are none.
func (r *Rule) Levels() []diag.Level {
	r = zero.Or(r)
	if r.Value.IsZero() {
		return []diag.Level{}
	}
	return []diag.Level{diag.Error, diag.Info}
}

// Source returns the rule's place for a finding: the pack's name and the clause.
func (p *Pack) Source(r *Rule) string {
	p, r = zero.Or(p), zero.Or(r)
	if c := r.Clause.String(); c != "" {
		return p.Name + ", " + c
	}
	return p.Name
}

// Style is how the letters of a component look.
type Style struct {
	Bold, Italic, Underlined bool
	Upper                    bool // printed in capitals
}

// parseStyle reads "bold italic upper"; "upright" adds nothing.
func parseStyle(s string) (Style, error) {
	var st Style
	words := map[string]*bool{
		"upright": new(bool), "bold": &st.Bold, "italic": &st.Italic, "underlined": &st.Underlined, "upper": &st.Upper,
	}
	for _, word := range strings.Fields(s) {
		if words[word] == nil {
			return st, fmt.Errorf("unknown style %q", word)
		}
		*words[word] = true
	}
	return st, nil
}
