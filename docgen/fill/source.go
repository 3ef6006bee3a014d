package fill

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan/diag"
)

// dropSource takes the data source of a mail merge out of the settings: Word would ask for it,
// and its path is nobody's business.
func (t *Template) dropSource(settings string) error {
	err := t.edit(settings, func(root *node) {
		if m := root.child("w:settings").child("w:mailMerge"); m != nil {
			m.replace()
		}
	})
	if err != nil {
		return err
	}
	return t.edit(ooxml.RelationsName(settings), func(root *node) {
		root.walk(func(n *node) bool {
			if kind := path.Base(n.attr("Type")); n.attr("TargetMode") == "External" && strings.HasPrefix(kind, "mailMerge") {
				n.replace()
			}
			return true
		})
	})
}

// fetches are the fields of Word that take something from other files, or run other programs.
var fetches = []string{"DDE", "DDEAUTO", "LINK", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "RD"}

// forms are the fields of Word's old forms, which a person fills in Word.
var forms = []string{"FORMTEXT", "FORMDROPDOWN", "FORMCHECKBOX"}

// outside names a field that Word would fetch something for, or a person would fill.
func (b *builder) outside(f *mergeField, p *node) {
	switch c := f.command(); {
	case c == formulaField && !f.merges():
		b.formulas = append(b.formulas, formulaAt{f, p})
	case slices.Contains(forms, c):
		b.found.Add(f.at.warning(RuleField, fmt.Sprintf("ô biểu mẫu kiểu cũ (%s) không được điền, giữ như trong mẫu", c), c,
			"viết {{Tên trường}} thay vào đó; ô để người nhận điền tay thì giữ"))
	case slices.Contains(fetches, c):
		b.found.Add(outsideFinding(f.at.pos(), fmt.Sprintf("trường %s lấy nội dung từ tệp hay chương trình khác", c),
			words(strings.ReplaceAll(f.text(), barrier, "…"), 8)))
	}
}

// tracked names a part that still holds deleted words, or rows: they stay, and are printed struck out.
func (b *builder) tracked(root *node) {
	if root.find(func(n *node) bool { return n.name == "w:del" || n.name == "w:moveFrom" }) != nil {
		b.found.Add((&place{file: b.file}).warning(ruleTracked,
			fmt.Sprintf("mẫu còn chữ đã xóa có theo dõi (Track Changes) ở phần %s: in ra vẫn thấy, và không được điền", partName(b.part)),
			"", "trong Word bấm Review, Accept hoặc Reject hết rồi lưu mẫu"))
	}
}

// formulaAt is a formula over the cells of a table, which stays Word's.
type formulaAt struct {
	field *mergeField
	p     *node
}

// stale names formulas over tables that are filled: what they show is the template's until Word
// reckons them again.
func (b *builder) stale() {
	for _, f := range b.formulas {
		if t := f.p.above("w:tbl"); t != nil && t.live {
			fix := "ghi kết quả thành một trường của dữ liệu"
			if strings.Contains(strings.ToUpper(f.field.text()), "SUM(") {
				fix = `thay bằng {{tên danh sách | sum "Tên trường"}}`
			}
			b.found.Add(f.field.at.warning(RuleMerge,
				fmt.Sprintf("công thức “%s” vẫn là số cũ của mẫu: chỉ Word tính lại được", f.field.text()), f.field.text(),
				fix+"; hoặc mở tệp ra bằng Word, bấm Ctrl+A rồi F9, xem lại số rồi lưu"))
		}
	}
}

// relationNames are what relations that are named lead to.
var relationNames = map[string]string{
	"oleObject": "đối tượng nhúng (OLE)", "package": "tệp nhúng", "control": "điều khiển ActiveX",
	"attachedTemplate": "mẫu đính kèm (attached template)",
	"aFChunk":          "nội dung ghép từ tệp khác (altChunk)", "vbaProject": "macro", "subDocument": "văn bản con",
	"frame": "khung lấy từ tệp khác",
}

// leads names what a part leads to outside of the file, and what in it can run.
func (t *Template) leads(p *ooxml.Package, part string) error {
	relations, err := p.Relations(part)
	if err != nil {
		return t.packageError(err)
	}
	for _, r := range relations {
		what := relationNames[r.Type]
		switch {
		case r.Type == "hyperlink", strings.HasPrefix(r.Type, "mailMerge"), what == "" && !r.External:
			continue
		case what == "":
			what = "liên kết ra ngoài (" + r.Type + ")"
		}
		t.found.Add(outsideFinding(diag.Pos{File: t.name}, what, r.Target))
	}
	return nil
}

// unfilled names parts with what looks like fields, but is not filled: diagrams, charts, comments, the addresses of links.
func (t *Template) unfilled(stories []string) {
	for _, p := range t.parts {
		what := fmt.Sprintf("phần %q của mẫu có {{ nhưng không được điền (biểu đồ, sơ đồ, nhận xét, thuộc tính của tệp)", p.name)
		switch {
		case slices.Contains(stories, p.name), !bytes.Contains(p.src, []byte("{{")) && !bytes.Contains(p.src, []byte("%7B%7B")):
			continue
		case strings.HasSuffix(p.name, ".rels"):
			what = "địa chỉ của một liên kết trong mẫu có {{ nhưng không được điền"
		case !strings.HasSuffix(p.name, ".xml"):
			continue
		}
		t.found.Add((&place{file: t.name}).warning(RuleField, what, "{{",
			"chuyển trường ra đoạn, bảng, khung chữ, đầu trang hay chú thích"))
	}
}

// beyond names what looks like a field in a story where there is no text of a paragraph: in codes of Word's fields, in
// equations, in the words that stand for a picture or make WordArt. Where the paragraph has a mistake that is enough.
func (b *builder) beyond(root *node) {
	said := map[string]bool{}
	name := func(n *node, text string) {
		if !strings.Contains(text, "{{") {
			return
		}
		at := cmp.Or(b.placeOf(n), &place{file: b.file, part: b.part}) // the end of a paragraph that was joined has none
		if said[at.String()+text] {
			return
		}
		said[at.String()+text] = true
		if slices.ContainsFunc(*b.found, func(d *diag.Diagnostic) bool { return d.Level == diag.Error && d.Pos == at.pos() }) {
			return
		}
		found := words(text, 8)
		b.found.Add(at.warning(RuleField, fmt.Sprintf("%q nằm trong mã trường, phương trình, chữ thay thế hay WordArt nên không được điền", found),
			found, "chuyển trường ra chữ thường của đoạn; chữ thay thế của ảnh chỉ ghi một trường"))
	}
	root.walk(func(n *node) bool {
		if _, ok := n.op.(*pictureOp); ok || n.name == "w:tag" || n.name == "w:alias" || n.name == "w:delText" || n.name == "w:t" {
			return false
		}
		name(n, n.text)
		for _, a := range n.attrs {
			name(n, a.value)
		}
		return true
	})
}

// outsideFinding names something that leads out of a template, or runs in it.
func outsideFinding(at diag.Pos, what, found string) *diag.Diagnostic {
	return &diag.Diagnostic{
		Pos: at, Rule: RuleOutside, Level: diag.Warning, Found: found,
		Message: fmt.Sprintf("mẫu có %s: %s", what, found), Fix: "nếu không cần thì xóa phần đó trong Word trước khi dùng mẫu",
	}
}

// edit changes a part that is not filled.
func (t *Template) edit(name string, f func(root *node)) error {
	p := t.part(name)
	tree, err := t.tree(p)
	if tree == nil {
		return err
	}
	f(tree)
	if tree.settle() {
		x := &exec{}
		x.node(tree)
		p.src = x.out
	}
	return nil
}

// asDocument makes a document of a template file (.dotx) in the list of types.
func (t *Template) asDocument() error {
	return t.edit("[Content_Types].xml", func(root *node) {
		root.walk(func(n *node) bool {
			const was, is = "wordprocessingml.template.main+xml", "wordprocessingml.document.main+xml"
			if kind := n.attr("ContentType"); strings.HasSuffix(kind, was) {
				n.head = strings.Replace(n.head, was, is, 1)
				n.changed = true
			}
			return true
		})
	})
}
