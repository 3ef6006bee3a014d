package draft

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

const dots = "...................."

// needed are the parts that a paper must have, with their terms.
func (r *reader) needed() [][2]string {
	need := [][2]string{{"issuer.name", "tên cơ quan ban hành"}, {"issuer.place", "địa danh"}, {"signer", "người ký"}}
	if !slices.Contains([]string{"giay-gioi-thieu", "giay-nghi-phep", "thu-cong"}, r.kind.ID) {
		need = append(need, [2]string{"subject", "trích yếu nội dung"})
	}
	if r.kind.ID == "cong-van" || r.kind.ID == "cong-dien" {
		need = append(need, [2]string{"addressees", "kính gửi"})
	}
	if r.kind.ID == "quyet-dinh" || r.kind.ID == "nghi-quyet" && !r.party {
		need = append(need, [2]string{"legal_bases", "căn cứ ban hành"})
		if !r.party {
			need = append(need, [2]string{"decided_by", "thẩm quyền ban hành"})
		}
	}
	return need
}

// write makes the YAML.
func (r *reader) write() (*Draft, error) {
	r.undatedMinutes()
	r.placeOfMinutes()
	for _, n := range r.needed() {
		if !r.has(n[0]) {
			r.take(n[0], n[1], Missing, nil, "không thấy trong bản nháp")
		}
	}
	h := &r.head
	h.Kind, h.Version = r.kind.ID, 1
	h.NoNumber = !r.has("number") && (r.kind.ID == "bien-ban" || r.kind.ID == "hop-dong")
	if r.party && r.kind.Standard == "" {
		h.Standard = "hd05-2026"
	}
	if len(r.foot.Signers) == 1 {
		r.foot.Signer, r.foot.Signers = &r.foot.Signers[0], nil
	}
	value := r.value()
	r.leftPictures()
	for _, p := range r.parts {
		if p.Confidence != Sure {
			r.found.Add(p.doubt(r.name))
		}
	}
	r.found.Sort()
	src, err := plan.Marshal(value)
	if err != nil {
		return nil, err
	}
	d := &Draft{Parts: r.parts, Findings: r.found, name: r.name}
	if r.album != nil {
		d.Pictures = r.album.taken
	}
	d.YAML, d.places = r.comment(src)
	d.Blank, d.blanks = d.YAML, d.places
	if !slices.ContainsFunc(r.parts, func(p Part) bool { return p.Confidence == Missing }) {
		return d, nil
	}
	r.fillBlanks()
	blank, err := plan.Marshal(r.fill(value))
	if err != nil {
		return nil, err
	}
	d.Blank, d.blanks = r.comment(blank)
	return d, nil
}

// undatedMinutes says of the line of place and date that minutes do not print it.
func (r *reader) undatedMinutes() {
	i := slices.IndexFunc(r.parts, func(p Part) bool { return p.Key == "date" })
	if r.kind.ID != "bien-ban" || i < 0 {
		return
	}
	p := &r.parts[i]
	r.say(p.from, diag.Diagnostic{
		Level: diag.Warning, Rule: ruleForm, Found: p.Text,
		Message: "biên bản không in dòng " + quote(p.Text) + " dưới Quốc hiệu", Fix: "cần in thì ghi vào nội dung (body)",
	})
}

// placeOfMinutes gives minutes the place that a paper must have though theirs is not printed: that
// of the issuer's name.
func (r *reader) placeOfMinutes() {
	if r.kind.ID != "bien-ban" || r.has("issuer.place") {
		return
	}
	fields := strings.Fields(r.head.Issuer.Name)
	if !slices.ContainsFunc(fields, func(f string) bool { return units[f] }) {
		fields = strings.Fields(r.head.Issuer.Superior) // of a village, which minutes name below its commune
	}
	for i, f := range fields {
		if units[f] && i+1 < len(fields) {
			r.head.Issuer.Place = strings.Join(fields[i+1:], " ")
			r.extra = append(r.extra, r.head.Issuer.Place)
			r.take("issuer.place", "địa danh", Doubtful, nil, "lấy từ tên cơ quan; biên bản không in địa danh")
			return
		}
	}
}

// doubt is the finding about a part that is not sure.
func (p *Part) doubt(file string) *diag.Diagnostic {
	d := &diag.Diagnostic{Pos: diag.Pos{File: file}, Level: diag.Warning, Rule: rulePart, Found: p.Text, Fix: "xem lại trong tệp YAML"}
	d.Message = fmt.Sprintf("%q (%s) chưa chắc: %s", p.Key, p.Term, p.Why)
	if p.Confidence == Missing {
		d.Rule, d.Fix = ruleMissing, "ghi vào tệp YAML"
		d.Message = fmt.Sprintf("không nhận ra %q (%s): %s", p.Key, p.Term, p.Why)
	}
	p.from.locate(d)
	return d
}

// value makes the paper.
func (r *reader) value() any {
	tables := r.kind.ID != "quyet-dinh" && r.kind.ID != "nghi-quyet" && r.kind.ID != "cong-dien"
	for i := range r.body {
		if t := r.body[i].table; t != nil && t.Bare && !r.takesPart(i) {
			r.saySigned(r.body[i : i+1])
		}
	}
	typed := !tables && r.kind.ID != "cong-dien" && r.hasArticles()
	blocks := r.blocks(r.body, tables || typed)
	attachment := r.attachment()
	r.foot.Annexes = r.annexValues()
	if notes := r.looseNotes(); notes != "" {
		if n := len(blocks); n == 0 || blocks[n-1].table != nil {
			blocks = append(blocks, block{})
		}
		blocks[len(blocks)-1].text += notes
	}
	var articles []plan.Article
	if typed {
		articles = r.articles(blocks)
	}
	behind := r.rows
	r.rows = nil
	r.note(blocks)
	r.rows = append(r.rows, behind...)
	body := plan.Prose("")
	if len(blocks) == 1 && blocks[0].table == nil {
		body = plan.Prose(blocks[0].text)
	}
	switch {
	case !tables && r.kind.ID == "cong-dien":
		return &plan.Telegram{Header: r.head, Sender: r.sender, Body: body, Footer: r.foot}
	case !tables:
		return &plan.Decision{Header: r.head, Articles: articles, Body: body, Attachment: attachment, Footer: r.foot}
	case len(blocks) > 1 || len(blocks) == 1 && blocks[0].table != nil:
		if slices.Contains(r.kind.Types, plan.GeneralType) {
			r.head.Type = plan.GeneralType
		}
		return &plan.General{Header: r.head, Sections: sections(blocks), Footer: r.foot}
	}
	return &plan.General{Header: r.head, Body: body, Footer: r.foot}
}

// row is a line of a block and where it came from.
type row struct {
	text string
	from *line
}

// note keeps where the lines of blocks came from.
func (r *reader) note(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		if b.table != nil {
			r.rows = append(r.rows, row{"table:", b.lines[0]})
		}
		for k, t := range b.rows {
			r.rows = append(r.rows, row{t, b.lines[k]})
		}
	}
}

// fillBlanks puts dots where something is needed and missing.
func (r *reader) fillBlanks() {
	for _, p := range r.parts {
		if p.Confidence != Missing {
			continue
		}
		switch p.Key {
		case "issuer.name":
			r.head.Issuer.Name = dots
		case "issuer.place":
			r.head.Issuer.Place = dots[:10]
		case "subject":
			r.head.Subject = dots
		case "addressees":
			r.head.Addressees = []string{dots}
		case "legal_bases":
			r.head.LegalBases = []plan.LegalBasis{{Text: "Căn cứ " + dots}}
		case "decided_by":
			r.head.DecidedBy = &plan.DecidedBy{Title: dots}
		case "signer":
			if r.foot.Signer == nil && len(r.foot.Signers) == 0 {
				r.foot.Signer = new(plan.Signer)
			}
			for _, s := range append([]*plan.Signer{r.foot.Signer}, pointers(r.foot.Signers)...) {
				if s != nil && s.Position == "" {
					s.Position = dots
				}
			}
		}
	}
}

func pointers(all []plan.Signer) []*plan.Signer {
	out := make([]*plan.Signer, len(all))
	for i := range all {
		out[i] = &all[i]
	}
	return out
}

// fill puts the head and the foot into a copy of a paper.
func (r *reader) fill(value any) any {
	switch v := value.(type) {
	case *plan.Telegram:
		c := *v
		c.Header, c.Footer = r.head, r.foot
		if c.Body == "" {
			c.Body = dots
		}
		return &c
	case *plan.Decision:
		c := *v
		c.Header, c.Footer = r.head, r.foot
		return &c
	case *plan.General:
		c := *v
		c.Header, c.Footer = r.head, r.foot
		return &c
	}
	return value
}

// comment puts comments beside what is not sure, and says which line came from where. What is
// missing is named where it belongs, or at the head.
func (r *reader) comment(src []byte) ([]byte, map[int]*line) {
	lines := strings.Split(strings.TrimSuffix(string(src), "\n"), "\n")
	at := make(map[string]int) // line of a part's key
	path := ""
	for i, l := range lines {
		key, nested, ok := keyOf(l)
		switch {
		case !ok:
			continue
		case nested:
			key, _, _ = strings.Cut(path, ".")
			key += "." + keyName(l)
		case key == "signers":
			key = "signer"
		}
		path = key
		if _, ok := at[path]; !ok {
			at[path] = i
		}
	}
	out := []string{"# Nhập từ " + filepath.Base(r.name) + ". Chỗ cần xem lại có ghi chú ngay phía trên."}
	above := make(map[int][]string) // comments by line
	from := make(map[int]*line)
	for i := range r.parts {
		p := &r.parts[i]
		k, ok := at[p.Key]
		if ok {
			from[k] = p.from
		}
		if p.Confidence == Sure {
			continue
		}
		if !ok {
			parent, _, _ := strings.Cut(p.Key, ".")
			if k, ok = at[parent]; !ok {
				out = append(out, remark(p))
				continue
			}
			k++
		}
		indent := lines[min(k, len(lines)-1)]
		above[k] = append(above[k], indent[:len(indent)-len(strings.TrimLeft(indent, " "))]+remark(p))
	}
	places := make(map[int]*line)
	next := 0
	for i, l := range lines {
		out = append(append(out, above[i]...), l)
		place := from[i]
		if said := strings.TrimSpace(l); place == nil && next < len(r.rows) && (said == r.rows[next].text ||
			strings.TrimPrefix(said, "- ") == r.rows[next].text && r.rows[next].text == "table:") {
			place = r.rows[next].from
			next++
		}
		if place != nil {
			places[len(out)] = place
		}
	}
	return []byte(strings.Join(append(out, above[len(lines)]...), "\n") + "\n"), places
}

func remark(p *Part) string {
	s := "# chưa chắc"
	if p.Confidence == Missing {
		s = "# thiếu"
	}
	s += " " + p.Key + " (" + p.Term + "): " + p.Why
	if p.Place != "" {
		at, _, _ := strings.Cut(p.Place, ` "`)
		s += "; bản nháp, " + at
	}
	return s
}

var keyLine = pattern.New(`^(  )?([a-z_]+):(?: |$)`)

func keyName(l string) string {
	key, _, _ := strings.Cut(strings.TrimSpace(l), ":")
	return key
}

func keyOf(l string) (key string, nested, ok bool) {
	m := keyLine.FindStringSubmatch(l)
	if m == nil {
		return "", false, false
	}
	return m[2], m[1] != "", true
}

// silent are keys whose values are no words of the draft.
var silent = map[string]bool{
	"version": true, "id": true, "standard": true, "type": true, "date": true, "share": true, "width": true, "align": true, "by": true,
	"capacity": true, "landscape": true, "no_number": true, "role": true, "decided_by": true, "subject_lines": true,
}

// noteMark finds the mark of a note with its number, and what is escaped, without one.
var noteMark = pattern.New(`\\.|\[\^([0-9]+)\]`)

// offMarks puts a blank for each mark of a note.
func offMarks(s string) string {
	return noteMark.ReplaceAllStringFunc(s, func(m string) string {
		if m[0] == '[' {
			return " "
		}
		return m
	})
}

// linked finds a link with its words, and what is escaped, without them.
var linked = pattern.New(`\\.|\[((?:[^\]\\]|\\.)*)\]\((?:https?://|mailto:)[^\s()\[\]]+\)`)

// offLinks leaves the words of links: their addresses are no words of the draft.
func offLinks(s string) string {
	if !strings.Contains(s, "](") {
		return s
	}
	return linked.ReplaceAllStringFunc(s, func(m string) string {
		if m[0] == '[' {
			return m[:strings.LastIndex(m, "](")]
		}
		return m
	})
}

// values visits the texts of a file that are words of the draft; the marks of its notes are none.
func values(src []byte, notes bool, f func(string)) {
	s, _ := record.Read("", src)
	if s == nil {
		return
	}
	var walk func(n record.Node, key string)
	walk = func(n record.Node, key string) {
		switch {
		case n.IsMapping():
			for k, v := range n.Pairs() {
				walk(v, k.Text())
			}
		case n.IsList():
			for c := range n.Children() {
				walk(c, key)
			}
		case silent[key], key == "kind", key == "label" && n.Text() == plan.NoLabel, (key == "columns" || key == "rows") &&
			n.Tag() == "!!int":
		case notes:
			f(offMarks(offLinks(n.Text())))
		default:
			f(offLinks(n.Text()))
		}
	}
	walk(s.Root(), "")
}
