package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
)

// opensIssued reports whether a line behind a whole signature is the title of what is issued with the paper:
// QUY CHẾ, DANH SÁCH, LỊCH; or the letterhead of another paper.
func (r *reader) opensIssued(s string, signature []item) bool {
	if len(signature) == 0 || !phrase.IsUpper(s) || isAuthority(s) {
		return false
	}
	if last := lastItem(signature).text; phrase.IsUpper(last) || !isName(last) {
		return false
	}
	kind, _ := r.attachedKind(s)
	return kind != "" || opensAgency(s) || slices.ContainsFunc(issued, func(w string) bool { _, ok := phrase.CutWords(s, w); return ok })
}

// issued open the titles of lists and forms that stand behind a signature.
var issued = []string{"Danh sách", "Bảng", "Biểu", "Lịch", "Phụ biểu", "Phụ lục", "Mẫu", "Sơ đồ", "Nội dung", "Dự toán", "Tổng hợp"}

// signedAbove finds a post with a name below it above a post that has none: who takes the paper over signs
// behind its signer. It gives the line of the post, -1 for none.
func (r *reader) signedAbove(from, at, last int) int {
	if r.signatureEnd(at, last) < last || r.hasName(at, last) {
		return -1
	}
	for i := at - 1; i >= from; i-- {
		l := &r.lines[i]
		if l.table != nil {
			return -1
		}
		if isAuthority(l.text) && r.hasName(i, r.signatureEnd(i, at)) {
			return i
		}
	}
	return -1
}

// signatureEnd gives the line behind a signature that begins in line i, before line last: behind its name.
func (r *reader) signatureEnd(i, last int) int {
	for k := i + 1; k < last && r.lines[k].table == nil; k++ {
		s := r.lines[k].text
		if isName(s) && !phrase.IsUpper(s) {
			return k + 1
		}
		if !isAuthority(s) && !noteLine.MatchString(s) && !isRule(s) {
			break
		}
	}
	return last
}

// hasName reports whether the line before one is a name, of a signature that begins in line i.
func (r *reader) hasName(i, end int) bool {
	return end-1 > i && slices.ContainsFunc(r.itemsOf(&r.lines[end-1]), func(it item) bool {
		return isName(it.text) && !phrase.IsUpper(it.text)
	})
}

// signedOver gives the line where the first begins of the signatures that stand one below the other above line end,
// as minutes have the secretary's over the chair's; end if there is none.
func (r *reader) signedOver(from, end int) int {
	for {
		start := r.signatureAbove(from, end)
		if start < 0 {
			return end
		}
		end = start
	}
}

// signatureAbove gives the line where a whole signature begins that ends above line end: posts, notes and a
// name, each alone in its line; -1 if there is none.
func (r *reader) signatureAbove(from, end int) int {
	i := end - 1
	if i <= from || r.isParted(i) || !isName(r.lines[i].text) || phrase.IsUpper(r.lines[i].text) {
		return -1
	}
	for i--; i > from && !r.isParted(i) && noteLine.MatchString(r.lines[i].text); i-- {
	}
	post := -1
	for ; i >= from && !r.isParted(i) && isAuthority(r.lines[i].text); i-- {
		post = i
	}
	return post
}

// signedAside reads signatures side by side right above one that begins in line i, as minutes have them above the
// confirmation of a commune: in a table, or in lines that tabs part. It gives the line where they begin, i for none.
func (r *reader) signedAside(from, i int) int {
	k := i - 1
	if k >= from && r.lines[k].table != nil {
		items := r.tableItems(r.lines[k].table)
		if !r.signs(k) || !slices.ContainsFunc(items, func(it item) bool {
			return isName(it.text) && !phrase.IsUpper(it.text) || noteLine.MatchString(it.text)
		}) {
			return i
		}
		r.footTable(&r.lines[k])
		return k
	}
	for ; k >= from && r.lines[k].table == nil && r.isParted(k); k-- {
		if r.signedBeside(k, i) {
			return k
		}
		if slices.ContainsFunc(r.itemsOf(&r.lines[k]), func(it item) bool { return !isAuthority(it.text) }) {
			continue
		}
		var signers [2][]item
		for n := k; n < i; n++ {
			for _, it := range r.itemsOf(&r.lines[n]) {
				signers[max(it.side, 0)] = append(signers[max(it.side, 0)], it)
			}
		}
		r.signers(signers[0])
		r.signers(signers[1])
		return k
	}
	return i
}

// isParted reports whether a line is a table, or has parts side by side.
func (r *reader) isParted(i int) bool {
	return r.lines[i].table != nil || len(r.itemsOf(&r.lines[i])) != 1
}

// columnsOf parts signatures that stood side by side in a PDF file, whose text has them row by row: as many notes or names as
// posts, or both. Nil where they are not.
func columnsOf(items []item) [][]item {
	n := 0
	for n < len(items) && isAuthority(items[n].text) && !capacityLine.MatchString(items[n].text) {
		n++
	}
	if n < 2 || len(items) != 2*n && len(items) != 3*n {
		return nil
	}
	noNote := func(it item) bool { return !noteLine.MatchString(it.text) }
	noName := func(it item) bool { return !isName(it.text) || phrase.IsUpper(it.text) }
	last := items[len(items)-n:]
	if notes := items[n : 2*n]; len(items) == 3*n && slices.ContainsFunc(notes, noNote) ||
		slices.ContainsFunc(last, noName) && (len(items) == 3*n || slices.ContainsFunc(last, noNote)) {
		return nil
	}
	each := make([][]item, n)
	for i, it := range items {
		each[i%n] = append(each[i%n], it)
	}
	return each
}

// signers reads signatures one below the other: a post behind a name opens the next, and one in the cell below a note such as
// (Ký, đóng dấu) of one who has a post: TM. and KT. wait for theirs.
func (r *reader) signers(items []item) {
	if each := columnsOf(items); each != nil {
		for _, s := range each {
			r.signer(s)
		}
		return
	}
	from := 0
	for i := 1; i < len(items); i++ {
		above := &items[i-1]
		named := isName(above.text) && !phrase.IsUpper(above.text) || noteLine.MatchString(above.text) && above.cell != items[i].cell &&
			!isAdvisory([]string{items[from].text}) && slices.ContainsFunc(items[from:i], hasPost)
		if isAuthority(items[i].text) && named {
			r.signer(items[from:i])
			from = i
		}
	}
	r.signer(items[from:])
}

// hasPost reports whether a line above a signature is the post of one who signs, not only for whom. Q. stands before a post.
func hasPost(it item) bool {
	m := capacityLine.FindStringSubmatch(it.text)
	return isAuthority(it.text) && (m == nil || m[1] == "Q")
}

// signedBeside reads three signatures that tabs or blanks set side by side, whose posts are line from, before line last.
func (r *reader) signedBeside(from, last int) bool {
	posts := partsOf(r.lines[from].raw(), gaps)
	if len(posts) != 3 || slices.ContainsFunc(posts, func(p placed) bool { return !phrase.IsUpper(p.text) }) ||
		!slices.ContainsFunc(posts, func(p placed) bool { return isAuthority(p.text) }) {
		return false
	}
	tabbed := strings.Count(r.lines[from].raw(), "\t") == len(posts)-1
	var signers [3][]item
	for k := from; k < last; k++ {
		l := &r.lines[k]
		if l.table != nil || k > from && l.page {
			return false
		}
		if cells := strings.Split(l.raw(), "\t"); tabbed && len(cells) <= len(posts) {
			for i, s := range cells {
				if s = tidy(s); s != "" {
					signers[i] = append(signers[i], l.part(s, 0))
				}
			}
			continue
		}
		parts := partsOf(l.raw(), gaps)
		for i, p := range parts {
			if len(parts) != len(posts) {
				i = p.nearest(posts)
			}
			signers[i] = append(signers[i], l.part(p.text, 0))
		}
	}
	for _, s := range signers {
		r.signers(s)
	}
	return true
}
