package fill

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// ref is a name that a place of the template asks for.
type ref struct {
	tag
	at   *place
	kind FieldKind // that the switches of a merge field ask for; empty for none
	also string    // the other name that a control may be known by
	from origin
}

// origin says how a name stands in the template.
type origin uint8

const (
	braces origin = iota
	merge
	control
	picture
)

// written is the name as a person finds it in the template.
func (r *ref) written() string {
	switch r.from {
	case merge:
		return "«" + r.name + "»"
	case control:
		return "ô nội dung \"" + r.name + "\""
	case picture:
		return "ảnh \"" + r.name + "\""
	}
	return "{{" + strings.Trim(string(r.sign), "\x00") + r.name + "}}"
}

// marker is one end of a section until its other end is known.
type marker struct{ ref *ref }

func (m *marker) run(*exec, *node) {}

// builder makes the tree of a part into one that can be filled.
type builder struct {
	file, part string
	found      *diag.List
	refs       []*ref
	places     map[*node]*place // of paragraphs
	styles     *styles
	formulas   []formulaAt
	lost       []lostField
}

func (b *builder) bad(at *place, rule, message, found, fix string) {
	b.found.Add(at.finding(rule, message, found, fix))
}

// maxTags bounds the fields of one paragraph.
const maxTags = 1000

// build finds what is to be filled.
func (b *builder) build(root *node) {
	b.places = make(map[*node]*place)
	var paragraphs []*node
	for n := range root.all("w:p") {
		paragraphs = append(paragraphs, n)
		text, _ := textOf(n)
		b.places[n] = &place{b.file, b.part, len(paragraphs), words(strings.ReplaceAll(text, barrier, " "), 8)}
	}
	for _, p := range paragraphs {
		join(p)
	}
	for _, p := range paragraphs {
		b.merges(p)
	}
	for _, p := range paragraphs {
		b.tags(p)
	}
	b.controls(root)
	b.pictures(root)
	for n := range root.all("w:txbxContent") {
		b.sections(n)
	}
	b.sections(root)
	b.rows(root)
	b.copies(root)
	root.settle()
	b.stale()
}

// foreign are the tags of other programs for templates of Word.
var foreign = pattern.New(`\{%[^%\x00]*%\}`)

// tags makes nodes of the tags in a paragraph's text.
func (b *builder) tags(p *node) {
	text, _ := textOf(p)
	if m := foreign.FindString(text); m != "" {
		b.bad(b.places[p], RuleField, fmt.Sprintf("%q là cách viết mẫu của chương trình khác", m), m,
			"viết {{#danh sách}} … {{/danh sách}} quanh phần lặp, {{#Tên trường}} … {{/}} quanh phần có điều kiện")
	}
	b.lose(text, b.places[p])
	if !strings.Contains(text, "{{") {
		return
	}
	trimBlanks(p)
	text, all := textOf(p)
	at := b.places[p]
	found := findTags(text)
	if len(found) > maxTags {
		b.bad(at, RuleField, fmt.Sprintf("đoạn có %d trường, nhiều hơn %d", len(found), maxTags), "", "chia đoạn này ra")
		return
	}
	refs := make([]*ref, len(found))
	for i, m := range found {
		if m.held {
			b.bad(at, RuleField, "giữa {{ và }} có thứ không phải chữ (ảnh, ngắt trang, chú thích, trường của Word)", m.inner,
				"chỉ viết chữ giữa {{ và }}, đóng bằng }}")
			continue
		}
		if m.open {
			b.bad(at, RuleField, "trường chưa đóng bằng }}", m.inner, "viết trường trên một đoạn, đóng bằng }}")
			continue
		}
		t, mistake := readTag(m.inner)
		if mistake == "" {
			mistake = checkFormats(t.formats)
		}
		if mistake != "" {
			written := "{{" + strings.Join(strings.Fields(m.inner), " ") + "}}"
			b.bad(at, RuleField, fmt.Sprintf("trường %q viết sai: %s", written, mistake), written,
				"viết {{Tên trường}} hoặc {{Tên trường | định dạng}}")
			continue
		}
		refs[i] = &ref{tag: t, at: at}
		if t.sign != closeTag {
			b.refs = append(b.refs, refs[i])
		}
	}
	for i, m := range slices.Backward(found) {
		if refs[i] == nil {
			continue
		}
		n := &node{op: &marker{refs[i]}, changed: true}
		if refs[i].sign == valueTag {
			n.op = &field{refs[i]}
		}
		take(all, m.from, m.to, m.name, n)
		if i > 0 {
			_, all = textOf(p)
		}
	}
}

// field is a value in a run of its own formatting.
type field struct{ ref *ref }

func (f *field) run(x *exec, n *node) { x.text(n.above("w:r").prefix(), x.value(f.ref)) }

// needed gives the names that are asked for below a node.
func needed(n *node) (all []*ref) {
	n.walk(func(k *node) bool {
		switch o := k.op.(type) {
		case *field:
			all = append(all, o.ref)
		case *section:
			all = append(all, o.ref)
			return false // what it repeats is looked up in its list
		case *mergeOp:
			all = append(all, o.refs()...)
		case *controlOp:
			all = append(all, o.ref)
		case *pictureOp:
			all = append(all, o.ref)
		case *noteOp:
			all = append(all, needed(o.note)...)
		}
		return true
	})
	return all
}
