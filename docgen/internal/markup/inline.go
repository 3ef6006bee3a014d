package markup

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// inlines reads the marks inside a line. Runs of plain text become one Text.
func (p *parser) inlines(s string, at int) []doc.Inline {
	if !strings.ContainsAny(s, "\\*[\t<_") {
		return textOf(s)
	}
	p.breakTags(s, at)
	r := inliner{p: p, s: s, at: at, stars: matchStars(s)}
	p.plainMarks(s, at, r.stars)
	return r.read(0, len(s))
}

// inliner reads one line.
type inliner struct {
	p     *parser
	s     string
	at    int
	stars []star // that are marks, in order; those already read are dropped
	run   strings.Builder
}

// star is a run of stars that is a mark.
type star struct {
	pos, n int // one for italic letters, two for bold ones, three for both
	end    int // of one that opens: where its partner stands; 0: none does
	closes bool
}

// read gives the inlines of s[i:to].
func (r *inliner) read(i, to int) []doc.Inline {
	var out []doc.Inline
	flush := func() {
		if r.run.Len() > 0 {
			out = append(out, &doc.Text{S: r.run.String()})
			r.run.Reset()
		}
	}
	for i < to {
		switch c := r.s[i]; {
		case c == '\\':
			printed, size, text := strokes(r.s, i, to)
			r.run.WriteString(r.s[i : i+printed])
			if i += size; text {
				_, size := utf8.DecodeRuneInString(r.s[i:])
				r.run.WriteString(r.s[i : i+size])
				i += size
			}
		case c == '*' && len(r.stars) > 0 && r.stars[0].pos == i:
			open := r.stars[0]
			r.stars = r.stars[1:]
			flush()
			inner := r.read(i+open.n, open.end)
			r.stars = r.stars[1:] // its partner
			out = append(out, emphasis(open.n, inner))
			i = open.end + open.n
		case c == '[':
			flush()
			in, end := r.bracket(i)
			if in == nil {
				r.run.WriteByte('[')
				end = i + 1
			}
			out = append(out, in...)
			i = end
		case c == '\t':
			end := to - len(strings.TrimLeft(r.s[i:to], "\t"))
			if besideDots(r.s, i, end) {
				flush()
				out = append(out, &doc.Blank{Width: tabBlank, Leader: '.'})
			} else {
				r.run.WriteByte(' ')
			}
			i = end
		default:
			end := i + 1
			for end < to && strings.IndexByte("\\*[\t", r.s[end]) < 0 {
				end++
			}
			r.run.WriteString(r.s[i:end])
			i = end
		}
	}
	flush()
	return out
}

// tabBlank is how wide the blank is that a tab beside a run of dots stands for.
const tabBlank = 20 * doc.Millimetre

// blankNames are the parts of another paper's number and date that may not be known yet:
// "số [](_number)/QĐ-UBND ngày [](_day) tháng [](_month) năm [](_year)"; [](_line) is dots
// to the end of the line. Form knows how wide the blanks are.
var blankNames = [...]string{"number", "day", "month", "year"}

func emphasis(n int, inner []doc.Inline) doc.Inline {
	switch n {
	case 1:
		return &doc.Emph{Inlines: inner}
	case 2:
		return &doc.Strong{Inlines: inner}
	}
	return &doc.Strong{Inlines: []doc.Inline{&doc.Emph{Inlines: inner}}}
}

// bracket reads what "[" at i opens, a note, a reference or a link, and where it
// ends; nothing where it is text.
func (r *inliner) bracket(i int) ([]doc.Inline, int) {
	if name, end := noteMark(r.s[i:]); name != "" {
		return []doc.Inline{r.p.noteInline(name, r.at+i)}, i + end
	}
	words, dest, end := linkAt(r.s, i)
	if end == 0 {
		return nil, 0
	}
	if i > 0 && r.s[i-1] == '!' {
		message := "ảnh phải đứng riêng một dòng, không nằm giữa dòng chữ"
		if i == 1 && strings.HasPrefix(r.s[end:], "{") {
			message = "sau ảnh chỉ ghi được độ rộng, như {80 mm}, từ 1 đến 999 mm"
		}
		r.p.add(r.at+i-1, diag.Error, RuleImage, message, dest)
		return nil, 0
	}
	inner := func() []doc.Inline { return r.p.inlines(words, r.at+i+1) }
	if name, ok := strings.CutPrefix(dest, "_"); ok && words == "" {
		if name == "line" {
			return []doc.Inline{&doc.Blank{Leader: '.'}}, end
		}
		if slices.Contains(blankNames[:], name) {
			return []doc.Inline{&doc.Blank{Name: "reference." + name}}, end
		}
	}
	if id, ok := strings.CutPrefix(dest, "#"); ok && isName(id) {
		return []doc.Inline{&doc.Ref{ID: id, Inlines: inner()}}, end
	}
	for _, scheme := range [...]string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(dest, scheme) && len(dest) > len(scheme) {
			in := inner()
			if len(in) == 0 {
				in = doc.T(dest)
			}
			return []doc.Inline{&doc.Link{URL: dest, Inlines: in}}, end
		}
	}
	if strings.Contains(dest, ".") && words != "" {
		r.p.add(r.at+i, diag.Info, RuleLink, "chỗ này in nguyên văn, không thành liên kết", r.s[i:end]).
			Fix = "viết đủ https:// hoặc mailto: ở đầu địa chỉ, nếu đây là liên kết"
	}
	return nil, 0
}

// linkAt reads "[words](dest)" at i, and where it ends; 0 where there is none. Words
// have no brackets, a destination has no white space.
func linkAt(s string, i int) (words, dest string, end int) {
	k := strings.IndexAny(s[i+1:], "[]")
	if k < 0 || s[i+1+k] == '[' || !strings.HasPrefix(s[i+2+k:], "(") {
		return "", "", 0
	}
	from := i + 3 + k
	depth := 1
	for j, r := range s[from:] {
		switch {
		case isBlank(r) || r == '[':
			return "", "", 0
		case r == '(':
			depth++
		case r == ')':
			if depth--; depth == 0 {
				return s[i+1 : i+1+k], s[from : from+j], from + j + 1
			}
		}
	}
	return "", "", 0
}

// matchStars finds the stars of a line that are marks. One that opens stands behind
// white space, an opening bracket or quotation mark, or at the head, and before a
// letter or figure; one that closes behind a letter, figure or sign and before white
// space, a sign or the end; a letter stands between them.
func matchStars(s string) []star {
	if strings.IndexByte(s, '*') < 0 {
		return nil
	}
	var out []star
	var open []int // indexes in out
	letter := -1   // where the last letter stands
	before := ' '
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\\':
			var text bool
			if _, size, text = strokes(s, i, len(s)); text {
				next, more := utf8.DecodeRuneInString(s[i+size:])
				r, size = next, size+more
			}
		case r == '[':
			if _, _, end := linkAt(s, i); end > 0 {
				if strings.ContainsFunc(s[i:end], unicode.IsLetter) {
					letter = i
				}
				r, size = ')', end-i
			}
		case r == '*':
			n := 1
			for i+n < len(s) && s[i+n] == '*' {
				n++
			}
			after := ' '
			if i+n < len(s) {
				after, _ = utf8.DecodeRuneInString(s[i+n:])
			}
			switch {
			case n > 3:
			case (isBlank(before) || isOpening(before)) && (isLetter(after) || unicode.IsDigit(after)):
				open = keepOthers(open, out, n)
				open = append(open, len(out))
				out = append(out, star{pos: i, n: n})
			case !isBlank(before) && !isOpening(before) && (isBlank(after) || unicode.IsPunct(after) || unicode.IsSymbol(after)):
				if k := openedBy(open, out, n); k >= 0 && letter >= out[open[k]].pos {
					out[open[k]].end = i
					open = open[:k]
					out = append(out, star{pos: i, n: n, closes: true})
				}
			}
			size = n
		case isLetter(r):
			letter = i
		}
		before = r
		i += size
	}
	return slices.DeleteFunc(out, func(st star) bool { return st.end == 0 && !st.closes })
}

// keepOthers drops an open run of n stars: one inside another of its kind is meant.
func keepOthers(open []int, all []star, n int) []int {
	if k := openedBy(open, all, n); k >= 0 {
		return append(open[:k], open[k+1:]...)
	}
	return open
}

// openedBy gives the index in open of a run of n stars, -1 without one.
func openedBy(open []int, all []star, n int) int {
	for k := len(open) - 1; k >= 0; k-- {
		if all[open[k]].n == n {
			return k
		}
	}
	return -1
}

// closingStars gives where the stars stand that close the bold letters at the head of
// a line, -1 where none do.
func closingStars(s string) int {
	if stars := matchStars(s); len(stars) > 0 && stars[0].pos == 0 && stars[0].n == 2 {
		return stars[0].end
	}
	return -1
}

// isLetter reports whether r is a letter, or a mark on one.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// isOpening reports whether r opens brackets or a quotation.
func isOpening(r rune) bool { return strings.ContainsRune(`([{“"‘'«<`, r) }

// besideDots reports whether the tabs from i to end stand beside a run of dots: they
// are a blank to be filled.
func besideDots(s string, i, end int) bool {
	return endsInBlank(strings.TrimRightFunc(s[:i], isBlank)) || beginsBlank(strings.TrimLeftFunc(s[end:], isBlank))
}

// endsInBlank reports whether s ends in a blank to be filled: dots or strokes.
func endsInBlank(s string) bool {
	return strings.HasSuffix(s, "..") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "….") || strings.HasSuffix(s, "__")
}

func beginsBlank(s string) bool {
	return strings.HasPrefix(s, "..") || strings.HasPrefix(s, "…") || strings.HasPrefix(s, "__")
}

// breakTags finds <br>, which means nothing here.
func (p *parser) breakTags(s string, at int) {
	for i := 0; ; {
		k := strings.IndexByte(s[i:], '<')
		if k < 0 {
			return
		}
		i += k + 1
		if i > 1 && s[i-2] == '\\' || foldedPrefix(s[i:], "BR") == 0 {
			continue
		}
		if tag := strings.TrimLeft(s[i+2:], " /"); strings.HasPrefix(tag, ">") {
			tag = s[i-1 : len(s)-len(tag)+1]
			p.add(at+i-1, diag.Warning, RuleBreakTag, "thẻ "+tag+" in ra nguyên văn, không xuống dòng", tag).
				Fix = "viết mỗi đoạn trên một dòng, trong nội dung mở đầu bằng dấu |"
		}
	}
}

// plainMarks finds the first word of a line that stands between marks of messages and web pages which are
// printed as they are: "**2026**", "__đậm__".
func (p *parser) plainMarks(s string, at int, stars []star) {
	for _, mark := range [...]string{"**", "__"} {
		for from := 0; ; from += len(mark) {
			i := strings.Index(s[from:], mark)
			if i < 0 {
				break
			}
			from += i
			end := plainMark(s, from, mark)
			if end == 0 || namesCode(s[from:end]) || slices.ContainsFunc(stars, func(st star) bool { return st.pos == from }) {
				continue
			}
			p.add(at+from, diag.Warning, RuleBreakTag, "dấu "+mark+" in ra nguyên văn: "+s[from:end], s[from:end]).
				Fix = "bỏ dấu ấy; muốn in đậm thì đặt ** sát trước và sau cụm từ có chữ cái, như **năm 2026**"
			return
		}
	}
}

// namesCode reports whether words between strokes are a name of a program or a folder.
func namesCode(s string) bool {
	const names = " __init__ __main__ __name__ __file__ __all__ __pycache__ __dirname__ __MACOSX__ "
	return strings.Contains(names, " "+s+" ")
}

// plainMark gives where the words between a mark at a place and the next one end, with it; 0 where they are
// no word in marks, but blanks to be filled or a product.
func plainMark(s string, from int, mark string) (end int) {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	words := s[from+len(mark):]
	to := strings.Index(words, mark)
	if to < 1 || from > 0 && !isBlank(before) && !isOpening(before) {
		return 0
	}
	after := first(words[to+len(mark):])
	head := first(words)
	if !isLetter(head) && !unicode.IsDigit(head) && !unicode.Is(unicode.So, head) || mark[0] == '_' && isLetter(after) ||
		unicode.IsDigit(after) || after == rune(mark[0]) {
		return 0
	}
	return from + to + 2*len(mark)
}
