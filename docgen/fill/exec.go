package fill

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/docgen/internal/carrier"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/internal/xmltext"
	"github.com/vanban-go/vanban/plan/diag"
)

// maxOutput bounds what a filled part may hold.
const maxOutput = 64 << 20

// exec fills one template with one set of data.
type exec struct {
	t       *Template
	data    *Data
	out     []byte
	frame   *frame
	record  int // of data.records, in the part at hand
	reached int // the last one that a part has used
	found   diag.List
	said    map[string]bool
	broken  bool // a repeat of the template lacks an end: names of its list are not to be found
	full    bool // the bound is reached

	last     string          // name of the last block written
	rows     int             // written of the table at hand
	rendered int             // elements of sections written
	copying  bool            // what is written stands in the file already
	ids      map[string]int  // the last handed out of a kind
	numIDs   map[string]int  // the numbers of lists that stand for those of the template
	used     map[string]bool // lists
	nums     []string        // lists that were begun anew, by the template's number

	ends    []endAt          // of paragraphs within the one at hand
	notes   map[*node][]byte // what stands for a note in its part
	noteIDs map[*notes]int   // the last handed out
	noted   int              // bytes of notes

	part  string                       // of the package, that is being written
	media map[[sha256.Size]byte]string // names of the pictures taken in
	added []carrier.Part
	links map[string][]string // the pictures that a part shows
}

// newExec begins to fill a template.
func newExec(t *Template, d *Data) *exec {
	return &exec{
		t: t, data: d, said: make(map[string]bool), ids: make(map[string]int), numIDs: make(map[string]int), used: make(map[string]bool),
		notes: make(map[*node][]byte), noteIDs: make(map[*notes]int),
		media: make(map[[sha256.Size]byte]string), links: make(map[string][]string),
	}
}

// begin begins a part: it sees the data from their first record on.
func (x *exec) begin(part string) {
	x.part, x.record, x.frame = part, 0, &frame{set: x.data.records[0]}
}

// leftover finds records that no NEXT has reached: a document for each is another command.
func (x *exec) leftover(used int) {
	x.add((&place{file: x.data.file}).finding(RuleData,
		fmt.Sprintf("dữ liệu có %d bản ghi, mẫu chỉ dùng %d", len(x.data.records), used), "",
		"mỗi bản ghi một văn bản thì dùng vanban batch với \"template\"; tất cả trong một văn bản thì đặt tên cho danh sách và "+
			"lặp bằng {{#tên danh sách}}"))
}

// maxFound bounds the findings of one execution.
const maxFound = 1000

// add adds a finding, once: a field of a list is filled many times.
func (x *exec) add(d *diag.Diagnostic) {
	if s := d.Error(); !x.said[s] && len(x.found) < maxFound {
		x.said[s] = true
		x.found.Add(d)
	}
}

// node writes a node.
func (x *exec) node(n *node) {
	if len(x.out) > maxOutput {
		x.full = true
		return
	}
	if x.copying && x.skips(n) {
		return
	}
	if !n.live {
		x.out = append(x.out, n.src...)
		x.wrote(n)
		return
	}
	if n.op != nil {
		n.op.run(x, n)
		return
	}
	if n.joined {
		x.joined(n)
		return
	}
	start, rows, rendered := len(x.out), x.rows, x.rendered
	switch n.name {
	case "w:tbl":
		x.rows = 0
	case "w:tc", "w:txbxContent", "w:hdr", "w:ftr":
		x.last = ""
	}
	x.out = append(x.out, x.startOf(n)...)
	x.kids(n)
	if n.name == "w:tc" && x.last != "w:p" || (n.name == "w:txbxContent" || n.name == "w:hdr" || n.name == "w:ftr") && x.last == "" {
		x.emptyParagraph(n)
	}
	x.out = append(x.out, n.tail...)
	empty := n.name == "w:p" && n.parts && x.rendered == rendered // nothing is left of what stood there under conditions
	if n.name == "w:tbl" {
		empty, x.rows = x.rows == 0, rows
	}
	if empty {
		x.out = x.out[:start]
		return
	}
	x.wrote(n)
}

func (x *exec) kids(n *node) {
	for _, k := range n.kids {
		x.node(k)
	}
}

// wrote keeps what was written last.
func (x *exec) wrote(n *node) {
	switch n.name {
	case "w:p", "w:tbl":
		x.last = n.name
	case "w:sdt":
		x.last = "w:p"
	case "w:tr":
		x.rows++
	}
}

// emptyParagraph writes the paragraph that each cell must have, formatted as its first one was.
func (x *exec) emptyParagraph(n *node) {
	w := n.prefix()
	properties := ""
	if p := n.find(func(k *node) bool { return k.name == "w:pPr" && k.child("w:numPr") == nil }); p != nil {
		properties = p.src
	}
	x.out = append(x.out, "<"+w+"p>"+properties+"</"+w+"p>"...)
	x.last = "w:p"
}

// text writes a value into a run: what is in it is text, whatever it looks like.
func (x *exec) text(w, s string) {
	for i, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if i > 0 {
			x.out = append(x.out, "<"+w+"br/>"...)
		}
		for i, piece := range strings.Split(line, "\t") {
			if i > 0 {
				x.out = append(x.out, "<"+w+"tab/>"...)
			}
			if piece == "" {
				continue
			}
			x.out = append(x.out, "<"+w+`t xml:space="preserve">`...)
			x.out = xmltext.Append(x.out, piece)
			x.out = append(x.out, "</"+w+"t>"...)
		}
	}
}

// run repeats what a section holds.
func (s *section) run(x *exec, n *node) {
	v := x.find(s.ref)
	if v == nil {
		return
	}
	holds := v.isTrue()
	if s.ref.compare != "" {
		holds = x.compare(s.ref, v)
	}
	switch {
	case s.ref.sign == unlessTag:
		if !holds {
			x.once(n)
		}
	case !holds:
	case v.isList:
		x.each(v, n, s.lists)
	default: // a plain value has no fields: its frame is empty
		x.frame = &frame{set: v.set, up: x.frame}
		x.once(n)
		x.frame = x.frame.up
	}
}

func (x *exec) once(n *node) {
	x.rendered++
	x.kids(n)
}

// each writes the children of a node once for each element of a list.
func (x *exec) each(list *value, n *node, lists []string) {
	copying := x.copying
	for i, item := range list.list {
		x.frame = &frame{set: item.set, list: list, item: item, index: i, up: x.frame}
		x.copying = copying || i > 0
		undo := x.anew(lists)
		x.once(n)
		undo()
		x.frame = x.frame.up
	}
	x.copying = copying
}

// value gives a value as a field shows it.
func (x *exec) value(r *ref) string {
	if v := x.find(r); v != nil {
		return x.show(r, v)
	}
	return ""
}

func (x *exec) show(r *ref, v *value) string {
	bad := func(rule, message, fix string) string {
		if v.pos.IsValid() {
			message += fmt.Sprintf("; dữ liệu ở dòng %d", v.pos.Line)
		}
		x.add(r.at.finding(rule, fmt.Sprintf("trường %q %s", r.name, message), r.name, fix))
		return ""
	}
	switch {
	case v.isNull:
		return bad(RuleMissing, "không có giá trị", `điền giá trị, hoặc ghi "" nếu để trống`)
	case v.isList && len(r.formats) > 0:
		return x.total(r, v, bad)
	case v.isList:
		return bad(RuleValue, "là danh sách, không phải một giá trị", fmt.Sprintf("viết {{#%s}} … {{/%s}} quanh phần lặp", r.name, r.name))
	case v.set != nil:
		return bad(RuleValue, "là nhóm trường, không phải một giá trị", "viết {{"+strings.TrimPrefix(r.name+".", "..")+"Tên trường}}")
	}
	s, err := apply(r.formats, v.plain)
	if err != nil {
		return bad(RuleValue, "có giá trị "+sheet.Quote(sheet.Plain(v.plain))+": "+err.Error(),
			"sửa giá trị, hoặc đổi định dạng sau dấu | trong mẫu")
	}
	return s
}

// total prints what is reckoned of a list.
func (x *exec) total(r *ref, v *value, bad func(rule, message, fix string) string) string {
	rows := make([]sheet.Record, len(v.list))
	for i, item := range v.list {
		rows[i] = sheet.Record{}
		if c := r.formats[0]; c.name == "sum" && item.set != nil {
			if inner := item.set.get(c.pattern); inner != nil {
				rows[i][c.pattern] = numberOf(inner.plain)
			}
		}
	}
	var from sheet.Value = rows
	rest := r.formats
	if rest[0].name == "sum" {
		total, err := sheet.Sum(rows, rest[0].pattern)
		if err != nil {
			return bad(RuleValue, "không cộng được: "+err.Error(), `viết {{`+r.name+` | sum "Tên trường"}}`)
		}
		from, rest = total, rest[1:]
	}
	s, err := apply(rest, from)
	if err != nil {
		return bad(RuleValue, "là danh sách: "+err.Error(), "dùng count hoặc sum cho danh sách")
	}
	return s
}

// compare judges a condition.
func (x *exec) compare(r *ref, v *value) bool {
	if v.isList || v.set != nil {
		x.add(r.at.finding(RuleValue, fmt.Sprintf("trường %q là danh sách, không so sánh được", r.name), r.written(),
			"so sánh với một trường có một giá trị"))
		return false
	}
	return compare(written(v.plain), r.compare, r.operand)
}
