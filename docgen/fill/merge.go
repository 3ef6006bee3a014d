package fill

import (
	"fmt"
	"slices"
	"strings"
)

// mergeOp writes what a field of a mail merge gives, in the formatting of the field's result.
type mergeOp struct {
	part said
	w    string // prefix of the part
}

// atom is a child of a run, as the fields of Word are made of them.
type atom struct {
	run, kid *node
}

// mergeField is a field of Word: what it says, and where its pieces are.
type mergeField struct {
	begin, end int // atoms; while it is read end is where its result begins
	instr      []said
	nested     []*mergeField // in its result
	result     string        // properties of the first run of its result
	at         *place
}

// said is a piece of what a field says: text, a field in it, or something else of a run, a tab or
// the end of a paragraph.
type said struct {
	text   string
	format string // the run's properties, as they are written
	field  *mergeField
	kid    *node
}

// commands are the fields of Word that a mail merge makes something of. Those with a false
// cannot be done.
var commands = map[string]bool{
	"MERGEFIELD": true, "IF": true, formulaField: true, "NEXT": true, "NEXTIF": true, "MERGEREC": true, "MERGESEQ": true,
	"SKIPIF": false, "ADDRESSBLOCK": false, "GREETINGLINE": false, "DATABASE": false, "FILLIN": false, "ASK": false, "SET": false,
	"MERGEBARCODE":   false,
	"DISPLAYBARCODE": false,
}

// merges makes nodes of the merge fields in a paragraph.
func (b *builder) merges(p *node) {
	for _, n := range simpleFields(p) {
		b.simple(n)
	}
	atoms := atomsOf(p)
	at := b.places[p]
	var open []*mergeField
	for i, a := range atoms {
		switch {
		case a.kid.name == "w:fldChar":
			switch a.kid.attr("w:fldCharType") {
			case "begin":
				open = append(open, &mergeField{begin: i, end: -1, at: at})
			case "separate":
				if k := len(open); k > 0 {
					open[k-1].end = i // its result begins
				}
			case "end":
				k := len(open)
				if k == 0 {
					continue // it began in another paragraph
				}
				f := open[k-1]
				open = open[:k-1]
				separate := f.end
				f.end = i
				b.outside(f, p)
				if separate != -1 {
					for _, r := range atoms[separate:i] {
						if r.kid.name == "w:t" && f.result == "" {
							f.result = propertiesOf(r.run)
						}
					}
				}
				switch {
				case k > 1 && open[k-2].end == -1:
					open[k-2].instr = append(open[k-2].instr, said{field: f})
				case k > 1:
					open[k-2].nested = append(open[k-2].nested, f)
				default:
					b.replaceFields(atoms, f)
				}
			}
		case a.kid.name == "w:instrText" && len(open) > 0 && open[len(open)-1].end == -1:
			f := open[len(open)-1]
			text := ""
			for _, k := range a.kid.kids {
				text += k.text
			}
			f.instr = append(f.instr, said{text: text, format: propertiesOf(a.run)})
		case len(open) > 0 && open[len(open)-1].end == -1:
			f := open[len(open)-1]
			if o, ok := a.kid.op.(*mergeOp); ok { // a simple field in the instruction of another
				f.instr = append(f.instr, o.part)
			} else if a.kid.name != "w:lastRenderedPageBreak" {
				f.instr = append(f.instr, said{kid: a.kid, format: propertiesOf(a.run)})
			}
		}
	}
	for _, f := range open {
		for _, inner := range f.nested {
			b.replaceFields(atoms, inner)
		}
		if f.merges() {
			b.bad(at, RuleMerge,
				fmt.Sprintf("trường trộn thư %q không có phần kết trong các đoạn liền sau, không điền được", f.command()),
				f.command(), "viết trường này trong các đoạn liền nhau, không qua bảng, ô nội dung hay dấu ngắt phần")
		}
	}
}

// simpleFields are the fields of a paragraph that Word writes as one element, inner ones first.
func simpleFields(p *node) (all []*node) {
	p.walk(func(n *node) bool {
		if n != p && (outside(n) || n.name == "w:p") {
			return false
		}
		if n.name == "w:fldSimple" {
			all = append([]*node{n}, all...)
		}
		return true
	})
	return all
}

func (b *builder) simple(n *node) {
	p := n.above("w:p")
	f := &mergeField{at: b.places[p], instr: []said{{text: n.attr("w:instr")}}}
	b.outside(f, p)
	if !f.merges() {
		return
	}
	f.result = propertiesOf(n.find(func(k *node) bool { return k.name == "w:r" && propertiesOf(k) != "" }))
	n.replace(b.mergeNode(f, n.prefix()))
}

// atomsOf are the children of the runs of a paragraph, in order; fields that are read already
// are atoms too.
func atomsOf(p *node) (all []atom) {
	p.walk(func(n *node) bool {
		switch {
		case n != p && (outside(n) || n.name == "w:p"):
			return false
		case n.op != nil:
			all = append(all, atom{nil, n})
			return false
		case n.name == "w:r":
			for _, k := range n.kids {
				if k.name != "w:rPr" && k.name != "" || k.op != nil {
					all = append(all, atom{n, k})
				}
			}
			return false
		}
		return true
	})
	return all
}

func propertiesOf(run *node) string {
	if p := run.child("w:rPr"); p != nil {
		return p.src
	}
	return ""
}

// replaceFields puts a node in the place of a field that is filled, or of those in the result of
// one that is not.
func (b *builder) replaceFields(atoms []atom, f *mergeField) {
	if f.merges() {
		b.replaceField(atoms, f)
		return
	}
	for _, inner := range f.nested {
		b.replaceFields(atoms, inner)
	}
}

// replaceField puts a node in the place of a field's atoms.
func (b *builder) replaceField(atoms []atom, f *mergeField) {
	first := atoms[f.begin]
	w := first.run.prefix()
	n := b.mergeNode(f, w)
	run := first.run
	here := split(first.kid, run.up)
	i := here.index()
	here.up.kids = append(here.up.kids[:i:i], append([]*node{n}, here.up.kids[i:]...)...)
	n.up = here.up
	here.up.changed = true
	kids := f.kids(nil)
	if here.up.name != "w:p" && slices.ContainsFunc(kids, isMark) {
		b.bad(f.at, RuleMerge, fmt.Sprintf("trường trộn thư %q có đoạn mới bên trong một liên kết hay phần chỉnh sửa", f.command()),
			f.command(), "chấp nhận các chỉnh sửa, bỏ liên kết quanh trường này")
	}
	for i := f.begin; i <= f.end; i++ {
		kid := atoms[i].kid
		if kid.up == nil || kid.index() < 0 {
			continue
		}
		run := kid.up
		kid.replace()
		if run.up != nil && run.index() >= 0 {
			dropBare(run)
		}
	}
	for _, k := range kids {
		k.up = n
	}
	n.kids = kids
}

// kids are what a field and those in it say besides text.
func (f *mergeField) kids(all []*node) []*node {
	for _, p := range f.instr {
		switch {
		case p.kid != nil:
			all = append(all, p.kid)
		case p.field != nil:
			all = p.field.kids(all)
		}
	}
	return all
}

func (b *builder) mergeNode(f *mergeField, w string) *node {
	b.checkMerge(f)
	return &node{op: &mergeOp{said{field: f}, w}, changed: true}
}

// checkMerge finds what of a field cannot be done, before there are data.
func (b *builder) checkMerge(f *mergeField) {
	c := f.command()
	able, known := commands[c]
	if !known || !able {
		b.bad(f.at, RuleMerge, fmt.Sprintf("trường trộn thư %q không điền được", c), strings.ReplaceAll(f.text(), barrier, "…"),
			"thay bằng {{Tên trường}} hoặc trường MERGEFIELD, IF")
		return
	}
	for _, p := range f.instr {
		if p.field != nil {
			b.checkMerge(p.field)
		}
	}
	switch c {
	case "MERGEFIELD":
		m := f.merge()
		if m.ref == nil {
			b.bad(f.at, RuleMerge, "trường MERGEFIELD không có tên", f.text(), "ghi tên trường sau MERGEFIELD")
			return
		}
		b.checkSwitches(f, "trường «"+m.ref.name+"»", m)
		m.wants()
		b.refs = append(b.refs, m.ref)
	case formulaField:
		_, m, err := f.formula()
		if err != nil {
			b.bad(f.at, RuleMerge, err.Error(), strings.ReplaceAll(f.text(), barrier, "…"),
				`sửa công thức, như { = { MERGEFIELD Số_lượng } * { MERGEFIELD Đơn_giá } \# "#.##0" }`)
		}
		b.checkSwitches(f, "công thức", m)
	case "IF", "NEXTIF":
		want := 3
		if c == "IF" {
			want = 4
		}
		if got := len(f.operands()); got < want {
			b.bad(f.at, RuleMerge, fmt.Sprintf("trường %s thiếu vế", c), strings.ReplaceAll(f.text(), barrier, "…"),
				`viết IF vế = "giá trị" "chữ khi đúng" "chữ khi sai"`)
		}
	}
}

// checkSwitches finds a switch that cannot be done.
func (b *builder) checkSwitches(f *mergeField, what string, m merged) {
	if m.unknown != "" {
		b.bad(f.at, RuleMerge, fmt.Sprintf("%s có lựa chọn \"%s\" không làm được", what, m.unknown), m.unknown,
			`bỏ lựa chọn này; làm được \* Upper, Lower, FirstCap, Caps, CardText, \@ "dd/MM/yyyy", \# "#.##0", \b, \f`)
	}
}
