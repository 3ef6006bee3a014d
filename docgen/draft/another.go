package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan/diag"
)

// isPaper reports whether the name of a kind in line i, below a number, is the title of a paper that is signed.
func (r *reader) isPaper(i int) bool {
	return r.opensTitle(r.lines[i].text) && slices.ContainsFunc(r.lines[i:], func(l line) bool {
		return slices.ContainsFunc(r.itemsOf(&l), func(it item) bool { return isAuthority(it.text) })
	})
}

// isMotto reports whether a text is the motto of the state, or one of its two lines.
func isMotto(s string) bool {
	f := letters(s)
	return f == motto || f == motto2 || f == motto+motto2
}

// another says of a paper behind the first that it is one: a letterhead with a number that was
// given. It stays with what stands behind the signature.
func (r *reader) another(from int) {
	const near = 6 // lines of a letterhead
	for i := from; i < len(r.lines); i++ {
		if !slices.ContainsFunc(r.itemsOf(&r.lines[i]),
			func(it item) bool { f := letters(it.text); return f == motto || f == partyMotto }) {
			continue
		}
		for k := max(from, i-near); k < min(i+near, len(r.lines)); k++ {
			for _, it := range r.itemsOf(&r.lines[k]) {
				if !isNumber(it.text) || strings.Trim(numberLine.FindStringSubmatch(it.text)[2], ". …_") == "" {
					continue
				}
				r.say(&it.line, diag.Diagnostic{
					Level: diag.Warning, Rule: ruleUnplaced, Found: it.text,
					Message: "từ chỗ này là một văn bản khác, có số riêng; chữ của nó nằm lẫn trong nội dung và phụ lục",
					Fix:     "tách mỗi văn bản thành một tệp rồi nhập lại",
				})
				return
			}
		}
	}
}
