package record

import (
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// nearest returns the known key that name was most likely meant to be, or nil.
func (r *record) nearest(name string) *Field {
	if f := r.byTerm(name); f != nil {
		return f
	}
	var best *Field
	least := 0
	for _, f := range r.fields {
		if n := diag.Distance(name, f.key); best == nil || n < least {
			best, least = f, n
		}
	}
	if best == nil || !diag.IsNear(name, best.key, least) {
		return nil
	}
	return best
}

// byTerm returns the key whose Vietnamese term, or the beginning of it, is name:
// "trích_yếu" is subject.
func (r *record) byTerm(name string) *Field {
	s := vi.Slug(name)
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
