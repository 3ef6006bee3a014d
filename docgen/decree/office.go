package decree

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// Office is a file of kind profile "hồ sơ đơn vị": the form that an office has
// chosen within the decree's bounds, and what its papers share.
//
//	kind: profile
//	version: 1
//	issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
//	figures:
//	- {rule: body.text, value: "13"}
//	- {rule: page.margin-left, value: "25", reason: giấy in sẵn của đơn vị}
//	schemes:
//	- {kind: ke-hoach, levels: [A., I., 1., a), -]}
type Office struct {
	Kind     string `yaml:"kind" vi:"loại tệp" need:"yes" values:"profile"`
	Version  int    `yaml:"version" vi:"phiên bản cấu trúc tệp" need:"yes" help:"luôn là 1"`
	Standard string `yaml:"standard" vi:"bộ quy tắc thể thức" values:"nd30-2020|hd05-2026" help:"bỏ trống là nd30-2020"`

	// What papers leave out is taken from these.
	Issuer       *plan.Issuer  `yaml:"issuer" vi:"cơ quan, tổ chức ban hành"`
	DraftingUnit string        `yaml:"drafting_unit" vi:"đơn vị soạn thảo" eg:"VP"`
	Signer       *plan.Signer  `yaml:"signer" vi:"người ký thường xuyên"`
	FileCopy     []string      `yaml:"file_copy" vi:"lưu" eg:"[VT]"`
	Contact      *plan.Contact `yaml:"contact" vi:"thông tin liên hệ"`

	LineBreaks string `yaml:"line_breaks" vi:"cách ngắt dòng" values:"mode14|word15|libreoffice"`
	Numbering  string `yaml:"numbering" vi:"số thứ tự trong tệp Word" values:"typed|auto"`

	Figures []Figure       `yaml:"figures" vi:"các con số thể thức đã chọn"`
	Schemes []OfficeScheme `yaml:"schemes" vi:"cách đánh số theo tên loại"`
}

// Figure is a figure that an office has chosen for a rule.
type Figure struct {
	Rule   string `yaml:"rule" vi:"quy tắc" need:"yes" eg:"body.text" help:"mã quy tắc, xem vanban rules; bỏ được phần đầu nd30."`
	Value  string `yaml:"value" vi:"giá trị" need:"yes" eg:"\"13\"" help:"theo đơn vị của quy tắc"`
	Reason string `yaml:"reason" vi:"lý do" help:"bắt buộc khi giá trị nằm ngoài mức cho phép"`
}

// OfficeScheme is how an office numbers the papers of a kind.
type OfficeScheme struct {
	Kind   string       `yaml:"kind" vi:"tên loại văn bản" need:"yes" eg:"ke-hoach"`
	Levels plan.Markers `yaml:"levels" vi:"dấu của từng cấp" need:"yes" eg:"[I., 1., a), -, +]"`
}

// OfficeKind is the kind of file that holds a profile, for schema and skeleton.
func OfficeKind() plan.Kind {
	return plan.Kind{ID: "profile", Name: "Hồ sơ đơn vị", Use: "tên cơ quan, người ký, lựa chọn trình bày, dùng sau --profile",
		New: func(string) any { return new(Office) }}
}

// ParseProfile reads an office's profile; name is only used in findings. The
// profile is nil when some finding is an Error.
func ParseProfile(name string, src []byte) (*Profile, diag.List) {
	o := plan.Options{Kinds: []plan.Kind{OfficeKind()}}
	file, found := o.Parse(name, src)
	office, ok := file.Value.(*Office)
	if !ok || found.HasErrors() {
		return nil, found
	}
	p, more := NewProfile(office)
	for _, d := range more {
		d.Pos = file.Pos(d.Pos.Path)
	}
	found = append(found, more...)
	found.Sort()
	if found.HasErrors() {
		return nil, found
	}
	return p, found
}

// NewProfile makes the profile of an office. Findings name the place by their
// Path; a figure outside the bounds without a reason is an Error.
func NewProfile(o *Office) (*Profile, diag.List) {
	o = zero.Or(o)
	var found diag.List
	id := cmp.Or(o.Standard, Standard)
	base := DefaultOf(id)
	if base == nil {
		found.Add(&diag.Diagnostic{Pos: diag.At("standard"), Rule: ruleid.Standard, Found: id,
			Message: fmt.Sprintf("không có bộ quy định thể thức %q (standard)", id)})
		return nil, found
	}
	p := *base
	p.LineBreaks = o.LineBreaks
	p.AutoNumbers = o.Numbering == "auto"
	p.Office, p.schemes = o, make(map[string]doc.Scheme, len(o.Schemes))
	for i, f := range o.Figures {
		p.choose(f, fmt.Sprintf("figures[%d]", i), &found)
	}
	for i, s := range o.Schemes {
		scheme, err := ParseScheme(s.Levels)
		if err != nil {
			found.Add(&diag.Diagnostic{Pos: diag.At(fmt.Sprintf("schemes[%d].levels", i)), Rule: ruleScheme,
				Message: `"levels" (dấu của từng cấp) không đọc được thành cách đánh số`, Err: err})
			continue
		}
		p.schemes[s.Kind] = scheme
	}
	return &p, found
}

// choose puts an office's figure into the profile.
func (p *Profile) choose(f Figure, path string, found *diag.List) {
	r := p.Pack.effective(f.Rule)
	if r == nil || r.Value.IsZero() {
		d := &diag.Diagnostic{Pos: diag.At(path + ".rule"), Rule: ruleUnknown, Found: f.Rule,
			Message: fmt.Sprintf(`"rule" (quy tắc) là %q, không có con số thể thức nào mang mã này`, f.Rule),
			Fix:     "xem các mã bằng lệnh vanban rules"}
		found.Add(d)
		return
	}
	q, err := parseQuantity(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(f.Value), string(r.Unit))), r.Unit)
	if err != nil {
		found.Add(&diag.Diagnostic{Pos: diag.At(path + ".value"), Rule: ruleFigure, Found: f.Value, Err: err,
			Message: fmt.Sprintf(`"value" (giá trị) là %q, phải là một số tính bằng %s, nhiều nhất hai chữ số thập phân`, f.Value, r.Unit)})
		return
	}
	if !r.Allows(q) {
		if strings.TrimSpace(f.Reason) == "" {
			found.Add(&diag.Diagnostic{Pos: diag.At(path + ".value"), Rule: r.ID, Found: q.String(), Expected: r.Bounds(),
				Message: fmt.Sprintf("%s là %s, mức cho phép là %s", r.Title, q, r.Bounds()),
				Fix:     `sửa giá trị, hoặc ghi "reason" (lý do) nếu đơn vị buộc phải làm khác`, Source: p.Pack.Source(r)})
			return
		}
		if r.absurd(q) {
			found.Add(&diag.Diagnostic{Pos: diag.At(path + ".value"), Rule: ruleFigure, Found: q.String(), Expected: r.Bounds(),
				Message: fmt.Sprintf("%s là %s, không thể trình bày được trang giấy", r.Title, q)})
			return
		}
		p.Deviations = append(p.Deviations[:len(p.Deviations):len(p.Deviations)], deviation{r, q, strings.TrimSpace(f.Reason)})
	}
	err = eachFigure(p, func(id, bound string, v reflect.Value) error {
		if bound == "" && p.Pack.effective(id) == r {
			return setFigure(v, r, q)
		}
		return nil
	})
	if err != nil {
		found.Add(&diag.Diagnostic{Pos: diag.At(path), Rule: ruleFigure, Found: f.Value, Err: err,
			Message: fmt.Sprintf("%s không đặt được giá trị %s", r.Title, q)})
	}
}

// absurd tells whether a figure is so far from the bounds that no page could be
// made by it: a reason does not help.
func (r *Rule) absurd(q quantity) bool {
	least, most := r.Value.Hundredths/4, r.Value.Hundredths*4
	if r.Value.Hundredths == 0 {
		most = 100_00
	}
	return q.Hundredths < least || q.Hundredths > most
}

// effective gives the rule that a pack follows under an id, with or without the
// pack's prefix: its own, or that of the pack it extends.
func (p *Pack) effective(id string) *Rule {
	for pack := p; pack != nil; pack = pack.extends {
		if r := pack.rule(pack.Prefix + "." + strings.TrimPrefix(id, pack.Prefix+".")); r != nil {
			return r
		}
	}
	return nil
}

// Fill gives a paper what it leaves out and the office's papers share: for
// [plan.Options].Defaults. What the paper says itself is kept.
func (p *Profile) Fill(value any) {
	paper, ok := value.(plan.Paper)
	if !ok || p == nil || p.Pack == nil {
		return
	}
	o, h, f := p.Office, paper.Head(), paper.Foot()
	if p.Pack.ID != Standard {
		h.Standard = cmp.Or(h.Standard, p.Pack.ID)
	}
	if o == nil {
		return
	}
	if o.Issuer != nil {
		i := &h.Issuer
		if i.Name == "" { // the office's own paper
			lines := i.NameLines
			*i = plan.Issuer{
				Superior: cmp.Or(i.Superior, o.Issuer.Superior), Name: o.Issuer.Name, NameLines: o.Issuer.NameLines,
				Abbreviation: cmp.Or(i.Abbreviation, o.Issuer.Abbreviation), Place: cmp.Or(i.Place, o.Issuer.Place),
			}
			if len(lines) > 0 {
				i.NameLines = lines
			}
		}
		i.Place = cmp.Or(i.Place, o.Issuer.Place)
	}
	h.DraftingUnit = cmp.Or(h.DraftingUnit, o.DraftingUnit)
	if f.Signer == nil && len(f.Signers) == 0 && o.Signer != nil {
		s := *o.Signer
		f.Signer = &s
	}
	if f.Distribution != nil && len(f.Distribution.FileCopy) == 0 && f.Distribution.FileCopyLine == "" {
		d := *f.Distribution // the paper's own, which may be shared
		d.FileCopy = o.FileCopy
		f.Distribution = &d
	}
	if f.Contact == nil && h.Kind == "cong-van" && o.Contact != nil {
		c := *o.Contact
		f.Contact = &c
	}
}
