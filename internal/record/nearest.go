package record

import (
	"reflect"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// nearest returns the known key that name was most likely meant to be, or nil.
func (r *record) nearest(name string) *Field {
	if f := r.byTerm(name); f != nil {
		return f
	}
	return r.byKey[diag.Nearest(name, keysOf(r.fields))]
}

// elsewhere says where a key that r does not know belongs: in a group of r, or outside of
// the group that it was put into. Empty: nowhere, or in too many groups.
func (d *decoder) elsewhere(name string, r *record) string {
	if key := everyday[vi.Slug(name)]; key != "" && r.byKey[key] == nil {
		name = key
	}
	var below []string
	for _, f := range r.fields {
		if g := groupOf(f); g != nil && g.byKey[name] != nil {
			below = append(below, f.label)
		}
	}
	if n := len(below); n > 0 && n <= maxGroups {
		return "viết khóa này bên trong " + strings.Join(below, ", hoặc ")
	}
	for i := len(d.in) - 1; i >= 0; i-- {
		outer := d.top
		if i > 0 {
			outer = groupOf(d.in[i-1])
		}
		if outer != nil && outer.byKey[name] != nil {
			return "đưa khóa này ra ngoài, thẳng cột với " + d.in[i].label
		}
	}
	return ""
}

// maxGroups is how many groups a finding names.
const maxGroups = 3

// groupOf is what a field holds of keys, itself or in each of its elements; nil for none.
func groupOf(f *Field) *record {
	t := base(element(base(f.typ)))
	if t.Kind() != reflect.Struct || shapeOf(t) != mappingShape {
		return nil
	}
	return recordOf(t)
}

// everyday are the keys that people mean by words which are not, or do not begin, their terms.
var everyday = map[string]string{
	"loai": "kind", "ngay": "date", "ngay-thang": "date", "ngay-ban-hanh": "date", "so": "number", "so-van-ban": "number",
	"dieu": "articles", "khoan": "clauses", "diem": "points", "tieu-de": "subject", "ve-viec": "subject",
	"chuc-vu": "position", "ho-ten": "name", "ho-va-ten": "name", "ten": "name", "ten-co-quan": "name", "dia-danh": "place",
	"viet-tat": "abbreviation", "luu": "file_copy", "noi-luu": "file_copy", "gui": "addressees",
}

// byTerm returns the key whose Vietnamese term, or the beginning of it, is name, or that
// people mean by it: "trích_yếu" is subject.
func (r *record) byTerm(name string) *Field {
	s := vi.Slug(name)
	if f := r.byKey[everyday[s]]; f != nil {
		return f
	}
	if strings.Count(s, "-") == 0 {
		return nil // one syllable says too little
	}
	for _, f := range r.fields {
		if term := vi.Slug(f.term); term == s || strings.HasPrefix(term, s+"-") {
			return f
		}
	}
	return nil
}

// NearestWord returns the word of list that s was most likely meant to be, or "".
func NearestWord(s string, list []string) string {
	slug := vi.Slug(s)
	for _, w := range list {
		if slug == vi.Slug(w) {
			return w
		}
	}
	return diag.Nearest(s, list)
}
