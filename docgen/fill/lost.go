package fill

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// lostField is what may be a field of a mail merge of which the words alone are left.
type lostField struct {
	at            *place
	written, name string
}

// lost finds them: one word, or up to six as a heading has them. What is quoted in such signs mostly begins with a
// small letter, or is longer.
var lost = pattern.New(`(?:«|<<)(\pL[\pL\pN_]*|\p{Lu}[\pL\pN_]*(?: [\pL\pN_]+){1,5})(?:»|>>)`)

// lose keeps those of a paragraph, each once.
func (b *builder) lose(text string, at *place) {
	said := map[string]bool{}
	for _, m := range lost.FindAllStringSubmatch(text, -1) {
		if !said[m[0]] {
			said[m[0]] = true
			b.lost = append(b.lost, lostField{at, m[0], m[1]})
		}
	}
}

// fewQuotations is how many words a text may quote in such signs that nobody would take for lost fields.
const fewQuotations = 2

// nameLost names fields that are words alone. Word writes "_" in their names, nobody quotes in << >>, and other places
// may still have the field; nothing else says that it was one, since «Kiều» may be a quotation: several words then get a hint, and so
// does one word where there are many.
func (t *Template) nameLost() {
	asked := t.asked()
	names := map[string]bool{}
	for _, l := range t.lost {
		names[key(l.name)] = true
	}
	for _, l := range t.lost {
		message, level, fix := "%q chỉ là chữ, không còn là trường trộn thư, nên không được điền", diag.Warning, l.fix()
		if !strings.Contains(l.name, "_") && strings.HasPrefix(l.written, "«") && len(t.refs) > 0 && !asked[looseKey(l.name)] {
			if len(names) <= fewQuotations && !strings.Contains(l.name, " ") {
				continue // data that have the name tell, in Unused
			}
			message, level = "%q là chữ, không phải trường trộn thư, nên giữ nguyên", diag.Info
			fix = "nếu là trường thì " + fix + "; chữ trích dẫn thì để nguyên"
		}
		d := l.at.finding(RuleField, fmt.Sprintf(message, l.written), l.written, fix)
		d.Level = level
		t.found.Add(d)
	}
}

func (l lostField) fix() string {
	return fmt.Sprintf("viết {{%s}}, hoặc chèn lại trường trong Word (Mailings, Insert Merge Field)", l.name)
}

// asked are the names that the template asks for, by their letters and digits alone: whole, and step by step.
func (t *Template) asked() map[string]bool {
	all := make(map[string]bool)
	add := func(name string) {
		all[looseKey(name)] = true
		for step := range strings.SplitSeq(name, ".") {
			all[looseKey(step)] = true
		}
	}
	for _, r := range t.refs {
		add(r.name)
		add(r.also)
		for _, c := range r.formats {
			if c.name == "sum" {
				add(c.pattern)
			}
		}
	}
	return all
}

// Unused finds what of the data the template asks for nowhere, each name once: a hint, or a warning where the template
// has the name as words alone. Nothing of it keeps the template from being filled.
func (t *Template) Unused(d *Data) diag.List {
	if t == nil || d == nil {
		return nil
	}
	u := unused{t: t, asked: t.asked(), said: map[string]bool{}}
	for _, r := range d.records {
		u.set("", r)
	}
	u.found.Sort()
	return u.found
}

// unused looks for names that no field asks for.
type unused struct {
	t     *Template
	asked map[string]bool
	said  map[string]bool
	found diag.List
}

// set looks at the names of a set. Within what is not asked for nothing is.
func (u *unused) set(above string, s *set) {
	if s == nil {
		return
	}
	for _, label := range s.labels {
		v, name := s.entries[key(label)], above+label
		switch {
		case !u.asked[looseKey(label)] && !u.repeats(v):
			u.name(name, label, v)
		case v.set != nil:
			u.set(name+".", v.set)
		default:
			for _, item := range v.list {
				u.set(name+".", item.set)
			}
		}
	}
}

// repeats reports whether a row may repeat for a list without its name: it asks for what the elements have.
func (u *unused) repeats(v *value) bool {
	for _, item := range v.list {
		if item.set != nil && slices.ContainsFunc(item.set.labels, func(label string) bool { return u.asked[looseKey(label)] }) {
			return true
		}
	}
	return false
}

func (u *unused) name(name, label string, v *value) {
	if u.said[name] || len(u.found) == maxFound {
		return
	}
	u.said[name] = true
	d := &diag.Diagnostic{
		Pos: v.named, Rule: ruleUnused, Level: diag.Info, Found: name,
		Message: fmt.Sprintf("mẫu không có chỗ nào cho trường %q của dữ liệu", name),
		Fix:     fmt.Sprintf("viết {{%s}} vào chỗ cần điền của mẫu; trường dùng cho mẫu khác thì để nguyên", name),
	}
	for _, l := range u.t.lost {
		if looseKey(l.name) == looseKey(label) {
			d.Level, d.Fix = diag.Warning, l.fix()
			d.Message += fmt.Sprintf(": %q trong mẫu chỉ là chữ, không còn là trường trộn thư (%s)", l.written, l.at)
			break
		}
	}
	u.found.Add(d)
}
