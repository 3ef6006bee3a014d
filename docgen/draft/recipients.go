package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// isFile reports whether a line says where the paper is kept: "- Lưu: VT, VP." Lưu is a surname too.
func isFile(s string) bool {
	_, ok := phrase.CutKept(offDash(s))
	return ok && len(s) < 160 && !(offDash(s) == s && isPerson(s))
}

// isSigner reports whether line i below the recipients is of who signs rather than the rest of one of them: "(Đã ký)", the name
// of a person for certain, or any name if none stands close below.
func (r *reader) isSigner(i int) bool {
	const most = 8 // lines of a signature
	named := func(l line) bool { return !phrase.IsUpper(l.text) && isName(l.text) }
	s := r.lines[i].text
	return signedLine.MatchString(s) || isPerson(s) ||
		named(r.lines[i]) && !slices.ContainsFunc(r.lines[i+1:min(i+most, len(r.lines))], named)
}

// findRecipients gives the line or table that holds "Nơi nhận", -1 for none; one that holds "Nơi gửi" where it is none and
// says behind that where the paper is kept: other papers have places from which something is sent.
func (r *reader) findRecipients(from int) int {
	sent, kept := -1, -1
	for i := from; i < len(r.lines); i++ {
		l := &r.lines[i]
		if l.table == nil && !strings.Contains(l.text, "ơi ") && !strings.Contains(l.text, "ƠI ") && sent < 0 {
			continue
		}
		for _, it := range r.itemsOf(l) {
			m := recipientsHead.FindStringSubmatch(it.text)
			switch {
			case m == nil || m[2] != "" && !strings.Contains(it.text[:len(it.text)-len(m[2])], ":"):
			case fold(m[1]) == "nơi nhận":
				return i
			case sent < 0:
				sent = i
			}
			if sent >= 0 && slices.ContainsFunc(strings.Split(it.text, ";"), isFile) {
				kept = i
			}
		}
	}
	if kept < 0 {
		return -1
	}
	return sent
}

// recipients reads the list below "Nơi nhận".
func (r *reader) recipients(items []item) {
	if len(items) == 0 {
		return
	}
	d := &plan.Distribution{}
	var to []string
	filed := false
	items = inOneLine(items)
	r.numbers = 0
	for i := range items {
		l := &items[i].line
		s := tidy(l.text)
		if m := recipientsHead.FindStringSubmatch(s); m != nil && !r.has("distribution") {
			r.prints(l, m[1], "Nơi nhận")
			r.take("distribution", "nơi nhận", Sure, l, "")
			if s = tidy(m[2]); s == "" {
				continue
			}
		}
		entry := bare(s)
		if !filed {
			entry = r.unnumbered(l, entry, len(to)+1)
		}
		places, keeps := phrase.CutKept(entry)
		switch {
		case isRule(s):
		case keeps && !filed:
			filed = true
			word := entry[:len("Lưu")]
			if strings.Trim(places, " ./;,…_") == "" {
				d.FileCopyLine = word
				if toFill.MatchString(places) {
					d.FileCopyLine = offEnd(entry)
				}
				continue
			}
			r.own = append(r.own, word)
			r.fileCopy(d, places)
		case filed, !r.has("distribution"):
			r.loose(l)
		case entry == s && len(to) > 0 && !endsItem(to[len(to)-1]) && (r.numbers == 0 || numberOf(s) == 0):
			to[len(to)-1] += " " + s // its next line
		default:
			r.sayBelow(l, s, to)
			to = append(to, r.filled(l, "nơi nhận", entry))
		}
	}
	for _, s := range to {
		d.To = append(d.To, plan.Prose(escape(offEnd(s))))
	}
	if r.has("distribution") {
		r.foot.Distribution = d
	}
}

// inOneLine parts a list that stands in the line of its head: "Nơi nhận: Như trên; Lưu: VT."
func inOneLine(items []item) []item {
	const end = ";"
	s := items[0].text
	m := recipientsHead.FindStringSubmatch(s)
	if m == nil || !strings.Contains(m[2], end) {
		return items
	}
	var all []item
	for piece := range strings.SplitAfterSeq(s, end) {
		it := items[0]
		if it.text = tidy(piece); it.text != "" {
			all = append(all, it)
		}
	}
	return append(all, items[1:]...)
}

// sayBelow hints at recipients that stand below another one: the paper has them all in one row.
func (r *reader) sayBelow(l *line, s string, above []string) {
	if len(above) == 0 || !strings.HasPrefix(s, "+") || !strings.HasSuffix(above[len(above)-1], ":") {
		return
	}
	r.say(l, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: s, Message: "nơi nhận có hai cấp, văn bản in mỗi nơi một gạch đầu dòng như nhau",
		Fix: "bỏ dòng " + quote(above[len(above)-1]) + " trong tệp YAML, hoặc gộp các nơi ấy vào một dòng",
	})
}

func endsItem(s string) bool { return strings.HasSuffix(s, ";") || strings.HasSuffix(s, ".") }

// fileCopy reads the line of copies that stay: "VT, VHXH (2). NĐQ.(25)".
func (r *reader) fileCopy(d *plan.Distribution, s string) {
	s = offEnd(strings.TrimRight(strings.TrimLeft(s, " ./;,"), " /;,"))
	copies, drafter, _ := strings.Cut(s, ". ")
	d.Drafter = tidy(drafter)
	for _, c := range strings.FieldsFunc(copies, func(c rune) bool { return c == ',' || c == ';' }) {
		if c = tidy(c); c != "" {
			d.FileCopy = append(d.FileCopy, c)
		}
	}
}
