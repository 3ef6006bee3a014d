package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

var (
	recipientsHead = pattern.New(`^(?i:(nơi (?:nhận|gửi))\s*[:.]?)\s*(.*)$`)
	capacityLine   = pattern.New(`^(TM|T/M|KT|K/T|TL|T/L|TUQ|T/UQ|Q)\s*[.:]\s*(.*)$|^(T/M|K/T|T/L|T/UQ)\s+(.*)$`)
	noteLine       = pattern.New(`^(?:\(.*\)|\[(?i:(?:đã )?(?:ký|đóng dấu)(?:(?:[,;/]| tên| và| số| ghi).*)?|theo ủy quyền.*)\])$`)
	signedLine     = pattern.New(`^(?i:\(.*(?:ký|dấu).*\)|\[(?:đã )?(?:ký|đóng dấu)(?:(?:[,;/]| tên| và| số| ghi).*)?\])$`)
)

// isName reports whether a line can be a person's name: two to six words, each with a capital.
func isName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 7 || strings.ContainsAny(s, ":;,0123456789()/") {
		return false
	}
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// readFoot reads the signature and the recipients, which stand behind line from, the latter from line at on, -1 for none. It gives
// the lines of the body before them, and the line behind them.
func (r *reader) readFoot(from, at int) (end, next int) {
	if at < 0 {
		return r.findSignature(from)
	}
	l := &r.lines[at]
	end = at
	if k := at - 1; k >= from && r.lines[k].table != nil && r.signs(k) {
		end = k
		r.footTable(&r.lines[k])
	}
	if l.table != nil {
		r.footTable(l)
		return end, at + 1
	}
	var left, right, beside []item
	// What stands right above in capitals, with a name below it, is the signature, set first.
	tabled := end < at
	for k := at - 1; !tabled && k >= max(from, at-10); k-- {
		above := &r.lines[k]
		if above.table != nil {
			break
		}
		items := r.itemsOf(above)
		if slices.ContainsFunc(items, func(it item) bool {
			return !(isAuthority(it.text) || isRule(it.text) || noteLine.MatchString(it.text) || isName(it.text) && k >= at-3)
		}) {
			break
		}
		if slices.ContainsFunc(items, func(it item) bool { return isAuthority(it.text) }) {
			end = k
		}
	}
	if !tabled && end < at && r.hasName(end, at) {
		end = r.signedOver(from, end)
	}
	for k := end; k < at && !r.signedBeside(end, at) && r.lines[k].table == nil; k++ {
		for _, it := range r.itemsOf(&r.lines[k]) {
			if it.side == 0 {
				beside = append(beside, it)
			} else {
				right = append(right, it)
			}
		}
	}
	r.signers(beside) // of two who sign above the list, the left one
	signed := end < at
	nameless := signed && !tabled && !r.hasName(end, at) // the lines of two columns, one behind the other
	next = at
	lastLeft, filed := "", false
	column := 0 // of the signature, in a line that is parted
	for ; next < len(r.lines); next++ {
		n := &r.lines[next]
		if n.table != nil || next > at && (n.page || opensAnnex(n)) {
			break
		}
		items := r.itemsOf(n)
		if r.labelBeside(next, items) >= 0 || slices.ContainsFunc(items, func(it item) bool { return opensHead(it.text) }) {
			break // of what is issued with the paper
		}
		if n.standsAt(column) {
			right = append(right, items...)
			continue
		}
		if items[0].side != -1 { // the line is parted
			column = n.rightFrom(items)
			for _, it := range items {
				if it.side == 1 {
					right = append(right, it)
				} else {
					left = append(left, it)
					lastLeft = it.text
					filed = filed || isFile(it.text)
				}
			}
			continue
		}
		it := items[0]
		dash := offDash(it.text) != it.text
		switch {
		case isRule(it.text):
		case next == at, dash && !filed, isFile(it.text):
			left = append(left, it)
			lastLeft = it.text
			filed = filed || isFile(it.text)
		case column > 0 && !filed && lastLeft != "" && !endsItem(lastLeft) && !phrase.IsUpper(it.text) &&
			!r.isSigner(next): // its next line
			left = append(left, it)
			lastLeft = it.text
		case nameless && filed && isPerson(it.text):
			right = append(right, it)
			nameless = false
		case !signed && r.opensIssued(it.text, right):
			r.recipients(left)
			r.signers(right)
			return end, next
		case !signed && (isAuthority(it.text) ||
			len(right) > 0 && (noteLine.MatchString(it.text) || isName(it.text) || phrase.IsUpper(it.text))):
			right = append(right, it)
		case !filed && len(right) == 0 && !phrase.IsUpper(it.text) && !strings.HasSuffix(lastLeft, "."):
			left = append(left, it)
			lastLeft = it.text
		case !signed && len(right) == 0 && !phrase.IsUpper(it.text):
			r.loose(&it.line) // before the signature
		default:
			r.recipients(left)
			r.signers(right)
			return end, next
		}
	}
	r.recipients(left)
	r.signers(right)
	return end, next
}

// rightFrom gives the place in a line of plain text at which its right half begins, 0 for none.
func (l *line) rightFrom(items []item) int {
	if last := lastItem(items); l.plain && last.side == 1 {
		return utf8.RuneCountInString(l.raw()[:strings.LastIndex(l.raw(), last.text)])
	}
	return 0
}

// standsAt reports whether a line of plain text stands in the middle of what begins at a place: a name below a post.
func (l *line) standsAt(column int) bool {
	return column > 0 && l.plain && l.indent >= column/2 && l.indent+utf8.RuneCountInString(l.text)/2 >= column
}

// isPerson reports whether a line is a name of a person for certain: of three words or more, and none of them an abbreviation,
// "Lưu Đức Anh", not "Lưu VT" or "Lưu VT VP".
func isPerson(s string) bool {
	fields := strings.Fields(s)
	return len(fields) > 2 && isName(s) && !slices.ContainsFunc(fields, phrase.IsUpper)
}

// findSignature is readFoot for a draft without recipients.
func (r *reader) findSignature(from int) (end, next int) {
	const far = 12 // lines of signatures
	last := len(r.lines)
	for i := from; i < len(r.lines); i++ {
		if opensAnnex(&r.lines[i]) || i > from && r.lines[i].page && r.opensList(i) && r.endsSigned(from, i) && r.unsignedFrom(i) {
			last = i
			break
		}
	}
	for i := last - 1; i >= max(from, last-far); i-- {
		l := &r.lines[i]
		items := r.itemsOf(l)
		if l.table != nil {
			if r.signs(i) {
				r.footTable(l)
				return i, i + 1
			}
			continue
		}
		if !slices.ContainsFunc(items, func(it item) bool { return isAuthority(it.text) }) {
			continue
		}
		if signed := r.signedAbove(max(from, i-far), i, last); signed >= 0 {
			i, last = signed, r.signatureEnd(signed, i)
		}
		for i > from && r.lines[i-1].table == nil &&
			slices.ContainsFunc(r.itemsOf(&r.lines[i-1]), func(it item) bool { return isAuthority(it.text) }) {
			i--
		}
		if r.signedBeside(i, last) {
			return i, last
		}
		if r.hasName(i, last) {
			i = r.signedOver(from, i)
		}
		first := r.signedAside(from, i)
		var signers [2][]item
		for k := i; k < last; k++ {
			if r.lines[k].table != nil || k > i && r.lines[k].page {
				last = k
				break
			}
			if items := r.itemsOf(&r.lines[k]); len(items) == 1 && r.opensIssued(items[0].text, slices.Concat(signers[0], signers[1])) {
				last = k
				break
			}
			for _, it := range r.itemsOf(&r.lines[k]) {
				signers[min(max(it.side, 0), 1)] = append(signers[min(max(it.side, 0), 1)], it)
			}
		}
		for _, s := range signers {
			r.signers(s)
		}
		return first, last
	}
	return last, last
}

// endsSigned reports whether a whole signature ends right above line i: in minutes, that of the chair or the secretary.
func (r *reader) endsSigned(from, i int) bool {
	above := r.lines[i-1].table
	at := i - 1
	if above == nil {
		at = r.signatureAbove(from, i)
	}
	return at >= 0 && (above == nil || r.isSignatures(above)) &&
		(r.kind.ID != "bien-ban" || slices.ContainsFunc(r.lines[at:i], r.signsMinutes))
}

// unsignedFrom reports whether neither chair nor secretary of minutes signs in line i or below it: who does signs a list.
func (r *reader) unsignedFrom(i int) bool {
	if r.kind.ID != "bien-ban" {
		return true
	}
	rest := r.lines[i:]
	if end := slices.IndexFunc(rest, func(l line) bool { return opensAnnex(&l) }); end >= 0 {
		rest = rest[:end]
	}
	return !slices.ContainsFunc(rest, r.signsMinutes)
}

// signsMinutes reports whether a line names the post of one who signs minutes.
func (r *reader) signsMinutes(l line) bool {
	return slices.ContainsFunc(r.itemsOf(&l), func(it item) bool {
		return isAuthority(it.text) && opensWith(strings.ReplaceAll(it.text, "TOẠ", "TỌA"), []string{"CHỦ TỌA", "CHỦ TRÌ", "THƯ KÝ"})
	})
}

// isSigned reports whether the lines of a table are signatures: a post is among them, and no cell of figures.
func isSigned(items []item) bool {
	return len(items) < 16 && slices.ContainsFunc(items, func(it item) bool { return isAuthority(it.text) }) &&
		!slices.ContainsFunc(items, func(it item) bool { return it.text != "" && '0' <= it.text[0] && it.text[0] <= '9' })
}

// isSignatures reports whether a table without lines sets whole signatures side by side, or row by row.
func (r *reader) isSignatures(t *word.Table) bool {
	return t.Bare && len(t.Rows) > 0 && (r.isSignedRow(t.Rows[0]) || columnsOf(r.tableItems(t)) != nil)
}

// signs reports whether table i is one of signatures: it has no lines, or a post is its head and no other post stands below it.
func (r *reader) signs(i int) bool {
	t := r.lines[i].table
	items := r.tableItems(t)
	return isSigned(items) && (t.Bare || isAuthority(items[0].text) && !r.postBelow(i+1))
}

// postBelow reports whether a post stands in line i or close below it.
func (r *reader) postBelow(i int) bool {
	const most = 16 // lines of recipients and a signature
	for k := i; k < min(i+most, len(r.lines)) && !r.lines[k].page && !opensAnnex(&r.lines[k]); k++ {
		if slices.ContainsFunc(r.itemsOf(&r.lines[k]), func(it item) bool { return isAuthority(it.text) }) {
			return true
		}
	}
	return false
}

func lastItem(items []item) item { return items[len(items)-1] }

// footTable reads a table of recipients and signatures.
func (r *reader) footTable(l *line) {
	type column struct {
		at    int
		items []item
	}
	var columns []column
	cell := 0
	at := -1 // column of the recipients
	all := width(l.table)
	under := 0 // where the columns of signatures below others begin
	for i, row := range l.table.Rows {
		if i > 0 && r.isSignedRow(row) && r.isSignedRow(l.table.Rows[i-1]) {
			under = (all + len(l.table.Rows)) * i
		}
		for _, c := range row.Cells {
			cell++
			w := wordLines{doc: r.doc}
			w.blocks(c.Blocks)
			place := under + c.Column
			if all > 1 && c.Columns == all {
				place = all + i // across the row, below those side by side
			}
			k := slices.IndexFunc(columns, func(k column) bool { return k.at == place })
			if k < 0 {
				columns = append(columns, column{at: place})
				k = len(columns) - 1
			}
			for _, inner := range w.lines {
				if inner.table != nil {
					columns[k].items = append(columns[k].items, r.tableItems(inner.table)...)
					continue
				}
				if recipientsHead.MatchString(inner.text) && at < 0 {
					at = k
				}
				columns[k].items = append(columns[k].items, item{inner, 0, cell})
			}
		}
	}
	for k := range columns {
		items := columns[k].items
		if k == at {
			head := slices.IndexFunc(items, func(it item) bool { return recipientsHead.MatchString(it.text) })
			r.recipients(items[head:])
			items = items[:head] // a signature above the list
		}
		r.signers(items)
	}
}

// isSignedRow reports whether the cells of a row that hold words are whole signatures: a post, and a name below it.
func (r *reader) isSignedRow(row *word.Row) bool {
	signed := false
	for _, c := range row.Cells {
		lines := r.cellLines(c.Blocks)
		switch n := len(lines); {
		case n == 0:
		case n < 2 || !isAuthority(lines[0].text) || !isName(lines[n-1].text):
			return false
		default:
			signed = true
		}
	}
	return signed && len(row.Cells) > 1
}

// isUpperName reports whether a line in capitals can be a person's name: set apart below a post, it is. Đoàn is a surname
// as well as a body.
func isUpperName(s string) bool {
	surname := strings.HasPrefix(s, "ĐOÀN ") && !strings.HasPrefix(s, "ĐOÀN THANH NIÊN")
	return phrase.IsUpper(s) && isName(s) && !opensPosition(s) && (surname || !opensAgency(s))
}

// upperName is a signer's name that a draft has in capitals. Degrees before it stay as they are: "TS. LÊ VĂN A", "THS LÊ VĂN A".
func (r *reader) upperName(l *line) string {
	words := strings.Fields(l.text)
	for i, w := range words {
		if end := strings.LastIndex(w, ".") + 1; strings.ContainsAny(vi.Slug(w[end:]), "aeiouy") {
			words[i] = w[:end] + vi.Name(w[end:])
		}
	}
	name := strings.Join(words, " ")
	r.take("signer.name", "họ và tên người ký", Sure, l, "")
	r.say(l, diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: l.text, Expected: name,
		Message: "họ tên người ký gõ toàn chữ in hoa, văn bản in " + quote(name),
	})
	return name
}

// signer reads the lines of one signature.
func (r *reader) signer(items []item) {
	var s plan.Signer
	var rows []*line
	for i := range items {
		switch l := &items[i].line; {
		case isRule(l.text), len(rows) == 0 && r.lateDate(l):
		case len(rows) == 0 && isDate(l.text):
			r.loose(l) // the paper has its date in the letterhead
		default:
			rows = append(rows, l)
		}
	}
	if len(rows) == 0 {
		return
	}
	const most = 12 // signers of a paper
	if len(r.foot.Signers) == most {
		for _, l := range rows {
			r.loose(l)
		}
		return
	}
	if !slices.ContainsFunc(rows, func(l *line) bool { return isAuthority(l.text) }) {
		if len(rows) > 3 || !isName(rows[len(rows)-1].text) {
			for _, l := range rows {
				r.loose(l)
			}
			return
		}
	}
	var position []string
	last := "" // what a line in capitals that goes on belongs to
	for _, l := range rows {
		text := tidy(l.text)
		m := capacityLine.FindStringSubmatch(text)
		switch {
		case m != nil && phrase.IsUpper(text):
			mark, rest := strings.ReplaceAll(m[1]+m[3], "/", ""), m[2]+m[4]
			if mark == "TUQ" || mark == "TM" || mark == "KT" || mark == "TL" {
				r.own = append(r.own, m[1]+m[3])
			}
			last = mark
			switch mark {
			case "TM":
				s.OnBehalfOf = rest
			case "Q":
				r.own = append(r.own, "Q")
				position, last = append(position, rest), "position"
			default:
				s.ActingFor = append(s.ActingFor, rest)
			}
			s.Capacity = append(s.Capacity, plan.Capacity(mark))
		case s.Name != "":
			r.loose(l)
		case noteLine.MatchString(text):
			s.Note = tidy(s.Note + " " + text)
		case l == rows[len(rows)-1] && (l.gap || s.Note != "") && isUpperName(text):
			s.Name = r.upperName(l)
		case last == "position" && opensPosition(text) && phrase.IsUpper(text) && (l.gap || isAdvisory(position)):
			s.Title, last = text, "title" // set apart, right above the name
		case last == "title" && phrase.IsUpper(text) && l != rows[len(rows)-1]:
			s.Title += " " + text
		case phrase.IsUpper(text) && (opensPosition(text) || last == "" || last == "position"):
			position = append(position, text)
			last = "position"
		case phrase.IsUpper(text) && last == "TM":
			s.OnBehalfOf += " " + text
		case phrase.IsUpper(text) && len(s.ActingFor) > 0:
			s.ActingFor[len(s.ActingFor)-1] += " " + text
		case isName(text) || l == rows[len(rows)-1]:
			s.Name = text
			r.take("signer.name", "họ và tên người ký", Sure, l, "")
		case len(position) == 0:
			position = append(position, text)
		default:
			s.Title = tidy(s.Title + " " + text)
		}
	}
	r.guessed = false
	s.OnBehalfOf, s.Title = r.decase(s.OnBehalfOf), r.decase(s.Title)
	for i := range s.ActingFor {
		s.ActingFor[i] = r.decase(s.ActingFor[i])
	}
	if len(position) > 1 && len(s.Capacity) == 0 && (strings.HasPrefix(position[0], "ĐẠI DIỆN") ||
		strings.HasPrefix(position[0], "XÁC NHẬN CỦA") || strings.HasPrefix(position[0], "NGƯỜI ") ||
		strings.HasPrefix(position[0], "BÊN ") || opensAgency(position[0])) &&
		opensPosition(position[1]) {
		s.Lines = position // a side, a part in the matter or a body, and who signs for it
	} else {
		s.Position = r.post(position)
	}
	confidence, why := Sure, ""
	switch {
	case s.Position == "" && len(s.Lines) == 0:
		confidence, why = Missing, "không thấy chức vụ người ký"
	case s.Name == "":
		r.say(rows[0], diag.Diagnostic{
			Level: diag.Info, Rule: rulePart, Found: rows[0].text, Message: "không thấy họ tên người ký; để trống",
			Fix: "ghi name (họ và tên người ký) trong tệp YAML",
		})
	}
	if r.guessed && confidence == Sure {
		confidence, why = Doubtful, "bản nháp gõ toàn chữ in hoa, chữ hoa trong tên cơ quan là đoán"
	}
	r.take("signer", "người ký", confidence, rows[0], why)
	r.foot.Signers = append(r.foot.Signers, s)
}
