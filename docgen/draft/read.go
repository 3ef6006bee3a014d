package draft

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/markup"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/word"
	"github.com/vanban-go/vanban/internal/zero"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Bounds of a draft: its text, and its paragraphs with those in tables. A paper of 400 pages has
// 8,000.
const (
	maxText       = 4 << 20
	maxParagraphs = 40_000
)

// Options say how a draft is read. The zero value is the usual choice.
type Options struct {
	// Pictures is how the names of the files begin that the pictures of a draft are to be put in:
	// the YAML names them. Empty: pictures are left out, and a finding says so.
	Pictures string
}

// Read reads a draft with the usual options.
func Read(name string, from io.ReaderAt, size int64) (*Draft, error) {
	return new(Options).Read(name, from, size)
}

// Read reads a draft: plain text where the name ends in .txt or .md, else a Word file. The error is a
// [diag.List] when the file is no draft that can be read; the findings of the draft say what to
// look at.
func (o *Options) Read(name string, from io.ReaderAt, size int64) (*Draft, error) {
	o = zero.Or(o)
	if s := strings.ToLower(name); strings.HasSuffix(s, ".txt") || strings.HasSuffix(s, markdownEnding) {
		return readText(name, from, size)
	}
	d, found := word.Read(name, from, size)
	if d == nil {
		return nil, found.Err()
	}
	total := make(words)
	bytes, paragraphs := 0, 0
	printed(d, func(s string) {
		bytes += len(s)
		if paragraphs++; bytes <= maxText && paragraphs <= maxParagraphs {
			total.add(s, 1)
		}
	})
	if bytes > maxText || paragraphs > maxParagraphs {
		return nil, fault(name, tooLong, "chia văn bản thành nhiều tệp", nil)
	}
	w := wordLines{doc: d, body: true}
	w.blocks(d.Body)
	r := &reader{name: name, doc: d, lines: w.lines, found: found, album: newAlbum(o.Pictures, name, from, size)}
	d.Each(func(p *word.Paragraph) {
		if text := p.Text(); needsStandIn(text) {
			r.standing(&line{at: p.Number, text: tidy(clean(text))}, text)
		}
	})
	r.raised(d)
	r.flattened(d)
	return r.draft(total)
}

// starred are words between stars, as programs for messages write bold letters.
var starred = pattern.New(`(?:^|[\s(“"])\*\*[\pL\d][^*]*\*\*`)

// stars warns once of stars in plain text: they are printed.
func (r *reader) stars() {
	for i := range r.lines {
		if l := &r.lines[i]; l.plain && starred.MatchString(l.text) {
			r.say(l, diag.Diagnostic{
				Level: diag.Warning, Rule: ruleForm, Found: tidy(starred.FindString(l.text)),
				Message: "dấu ** trong bản nháp in ra nguyên văn",
				Fix:     `bỏ dấu ấy; muốn in đậm thì trong tệp YAML bỏ các dấu \ ở trước dấu *`,
			})
			return
		}
	}
}

// emoji hints once at pictures among the letters, which fonts of papers do not have.
func (r *reader) emoji() {
	var first *line
	var seen []string
	for i := range r.lines {
		for _, c := range r.lines[i].text {
			if utf8.RuneLen(c) != 4 || !unicode.Is(unicode.So, c) || font.Drawn(c) || slices.Contains(seen, string(c)) {
				continue
			}
			if first == nil {
				first = &r.lines[i]
			}
			seen = append(seen, string(c))
		}
	}
	if first != nil {
		r.say(first, diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm, Found: seen[0], Fix: "bỏ đi hoặc thay bằng chữ; dấu đầu dòng thì thay bằng -",
			Message: "bản nháp có hình vẽ giữa các chữ, phông chữ của văn bản không có: " + strings.Join(seen, " "),
		})
	}
}

const tooLong = "bản nháp dài quá mức của một văn bản (4 MB chữ, 40.000 đoạn)"

// fault is the error of a draft that is not read.
func fault(name, message, fix string, err error) error {
	return diag.List{{Pos: diag.Pos{File: name}, Rule: ruleText, Message: message, Fix: fix, Err: err}}
}

func readText(name string, from io.ReaderAt, size int64) (*Draft, error) {
	if size > maxText {
		return nil, fault(name, tooLong, "chia văn bản thành nhiều tệp", nil)
	}
	if from == nil {
		return nil, fault(name, "tệp trống", "chọn tệp khác", nil)
	}
	if size < 0 { // no bound at all
		return nil, fault(name, "không đọc được tệp", "thử lại", fmt.Errorf("a size of %d", size))
	}
	src, err := io.ReadAll(io.NewSectionReader(from, 0, size))
	if err != nil {
		return nil, fault(name, "không đọc được tệp", "thử lại", err)
	}
	text, old, finding := decodeText(name, src)
	if finding != nil {
		return nil, diag.List{finding}
	}
	text, quoted := unquoted(name, text)
	r := &reader{name: name, lines: textLines(text)}
	for i, raw := range strings.Split(text, "\n") {
		if needsStandIn(raw) {
			r.standing(&line{at: i + 1, text: tidy(raw), plain: true}, raw)
		}
	}
	switch {
	case len(r.lines) == 0:
		return nil, fault(name, "tệp trống", "chọn tệp khác", nil)
	case len(r.lines) > maxParagraphs:
		return nil, fault(name, tooLong, "chia văn bản thành nhiều tệp", nil)
	}
	r.sayOld(old)
	if quoted {
		r.say(&r.lines[0], diag.Diagnostic{
			Level: diag.Info, Rule: ruleForm, Found: ">", Message: "dấu > ở đầu các dòng chép từ thư điện tử đã bỏ",
		})
	}
	total := make(words)
	for i := range r.lines {
		total.add(r.lines[i].text, 1)
	}
	return r.draft(total)
}

// sayOld says that the letters of a plain text were of another time.
func (r *reader) sayOld(old vi.Legacy) {
	d := diag.Diagnostic{
		Level: diag.Info, Rule: ruleForm, Found: string(old),
		Message: "chữ gõ bằng bảng mã cũ " + strings.ToUpper(string(old)) + " đã chuyển sang Unicode",
		Fix:     "xem lại chữ hoa: phông chữ hoa của bảng mã cũ không có trong tệp chữ",
	}
	switch old {
	case "":
		return
	case vi.Twice:
		d.Message, d.Fix = "chữ hỏng vì đọc nhầm bảng mã đã sửa lại", "xem lại các chữ trong tệp YAML"
	}
	r.say(&r.lines[0], d)
}

// draft recognises the parts, and makes YAML of them. total are the words of the draft: those of
// the YAML and those that the paper prints by itself are the same.
func (r *reader) draft(total words) (*Draft, error) {
	r.emoji()
	r.marks()
	r.stars()
	all := slices.Clone(r.lines)
	found, own := slices.Clip(r.found), slices.Clip(r.own)
	r.recognise()
	d, err := r.counted(total)
	if err == nil {
		return d, nil
	}
	// The parts do not hold all words, or no file can: the whole draft goes into the body.
	q := &reader{name: r.name, doc: r.doc, lines: all, body: all, found: found, own: own}
	if r.album != nil {
		q.album = newAlbum(r.album.prefix, "", nil, 0)
		q.album.open = r.album.open
	}
	q.readPictures()
	q.guessKind(nil)
	for i := range q.parts {
		q.parts[i].Confidence = Missing
	}
	q.found.Add(&diag.Diagnostic{
		Pos: diag.Pos{File: r.name}, Level: diag.Warning, Rule: ruleUnplaced, Err: err,
		Message: "không tách được các phần mà giữ đủ chữ; cả bản nháp nằm trong nội dung",
		Fix:     "chuyển từng phần vào đúng chỗ trong tệp YAML",
	})
	q.readMargins()
	if d, err = q.counted(total); err != nil {
		return nil, fault(r.name, "bản nháp có chữ mà tệp YAML không chứa được", "xóa ký tự lạ rồi thử lại", err)
	}
	return d, nil
}

// counted makes the YAML, and an error where a word of the draft is missing, or one is too many.
func (r *reader) counted(total words) (*Draft, error) {
	d, err := r.write()
	if err != nil {
		return nil, err
	}
	left := make(words, len(total))
	for w, n := range total {
		left[w] = n
	}
	for _, s := range slices.Concat(r.own, r.referred) {
		left.add(s, -1)
	}
	for _, s := range r.extra {
		left.add(s, 1)
	}
	values(d.YAML, len(r.notes) > 0, func(s string) { left.add(s, -1) })
	if word, n := left.differ(); n != 0 {
		return nil, fmt.Errorf("word %q: %+d", word, n)
	}
	return d, nil
}

// recognise reads the parts from the head on.
func (r *reader) recognise() {
	for i := range r.lines {
		if l := &r.lines[i]; l.table == nil && !phrase.IsUpper(l.text) {
			r.said = append(r.said, l.text)
		}
	}
	r.readPictures()
	r.unframe()
	r.dropStamp()
	r.dropMail()
	r.headInMargin()
	r.cover()
	at := r.readHead()
	r.dropPages(at)
	r.join(at)
	at = r.readTitle(at)
	at = r.lateNumber(at)
	r.settleSymbol()
	at = r.readLead(at)
	head := len(r.body)
	rest := r.anotherFrom(at)
	behind := r.lines[rest:]
	r.lines = r.lines[:rest:rest]
	listed := r.behindQuoted(at, r.findRecipients(at))
	r.partPosts(at, listed)
	small := r.capitalPosts(at, listed)
	end, next := r.readFoot(at, listed)
	r.keepTyped(small, listed, end, next)
	r.lines = append(r.lines, behind...)
	r.settleDecider()
	if last := end - 1; last >= at && r.lateDate(&r.lines[last]) {
		end = last
	}
	body := slices.Clone(r.body) // of the head and the foot
	r.body = nil
	r.another(r.headAgain(next))
	r.readAnnexes(next)
	tail := r.body
	r.body = append(slices.Clone(body[:head]), r.lines[at:end]...)
	loose := append(slices.Clone(body[head:]), tail...)
	for i := range body[:head] {
		r.unplaced(&body[i])
	}
	for i := range loose {
		if r.foreign == 0 || loose[i].at < r.foreign {
			r.unplaced(&loose[i])
		}
	}
	r.body = append(r.body, loose...)
	r.readMargins()
	r.head.Issuer.Name = r.decaseOf("issuer.name", "tên cơ quan ban hành", r.head.Issuer.Name, nil)
	r.head.Issuer.Superior = r.decaseOf("issuer.superior", "cơ quan chủ quản", r.head.Issuer.Superior, nil)
	if (phrase.IsUpper(r.head.Subject) || r.opensUpper()) && r.kind.ID != "cong-van" {
		r.take("subject", "trích yếu nội dung", Doubtful, nil, "gõ toàn chữ in hoa; trích yếu in chữ thường")
	}
	r.head.Subject = r.filled(nil, "trích yếu nội dung", r.head.Subject)
	for i, s := range r.head.SubjectLines {
		r.head.SubjectLines[i] = withDots(s)
	}
}

// opensUpper reports whether the subject begins with a line in capitals.
func (r *reader) opensUpper() bool {
	return slices.ContainsFunc(r.parts, func(p Part) bool {
		return p.Key == "subject" && phrase.IsUpper(p.Text) && strings.HasPrefix(r.head.Subject, tidy(p.Text))
	})
}

// unframe takes the lines out of a table of one cell that the paper begins in, drawn as a frame around it.
func (r *reader) unframe() {
	if len(r.lines) == 0 || r.lines[0].table == nil {
		return
	}
	t := r.lines[0].table
	if len(t.Rows) != 1 || len(t.Rows[0].Cells) != 1 {
		return
	}
	w := wordLines{doc: r.doc}
	w.blocks(t.Rows[0].Cells[0].Blocks)
	if slices.ContainsFunc(w.lines, func(l line) bool { return l.table == nil && r.opensTitle(l.text) }) {
		r.lines = append(w.lines, r.lines[1:]...)
	}
}

// lateDate reads place and date that stand above the signature, as in letters to persons.
func (r *reader) lateDate(l *line) bool {
	return l.table == nil && !r.has("date") && isDate(l.text) && !strings.HasPrefix(fold(l.text), "ngày") && r.date(l)
}

// lateNumber reads the number of a paper that has it below its title, as contracts do.
func (r *reader) lateNumber(at int) int {
	if at == len(r.lines) || r.lines[at].table != nil || r.has("number") || !isNumber(r.lines[at].text) {
		return at
	}
	if r.headItem(&item{line: r.lines[at]}) {
		at++
	}
	return at
}

// unplaced says of a line that it stands in the body for want of a place of its own.
func (r *reader) unplaced(l *line) {
	r.say(l, diag.Diagnostic{
		Level: diag.Warning, Rule: ruleUnplaced, Found: l.text,
		Message: "không rõ là phần nào của văn bản; đã đưa vào nội dung", Fix: "chuyển vào đúng chỗ trong tệp YAML, hoặc bỏ đi",
	})
}

// join puts together the lines that were broken at a page's width, from line i on.
func (r *reader) join(from int) {
	texts := make([]string, 0, len(r.lines)-from)
	for i := from; i < len(r.lines); i++ {
		s := r.lines[i].text
		if r.lines[i].table != nil {
			s = ""
		}
		texts = append(texts, s)
	}
	joins := markup.Joins(texts)
	goesOn := func(i int) bool {
		l, above := &r.lines[i], &r.lines[i-1]
		begins, _ := utf8.DecodeRuneInString(l.text)
		apart := l.gap || l.page
		if l.page && unicode.IsLower(begins) { // a sentence goes on over the end of a page
			apart = false
		}
		// A line of the text does not go on a subject, though this fills its own; what is short does.
		titled := r.kindOf(above.text).ID != "" || i > 1 && r.kindOf(r.lines[i-2].text).ID != "" && !unicode.IsLower(begins) &&
			4*utf8.RuneCountInString(l.text) > 3*utf8.RuneCountInString(above.text)
		return joins[i-from] && !apart && !titled && !isBlankRow(l.text, above.text) && l.center == above.center && l.bold == above.bold
	}
	kept := r.lines[:from:from]
	n := 0
	var first *line
	for i := from; i < len(r.lines); {
		end := i + 1
		for end < len(r.lines) && goesOn(end) {
			end++
		}
		if end > i+1 && first == nil {
			first = &line{at: r.lines[i+1].at, text: r.lines[i+1].text, plain: r.lines[i+1].plain}
		}
		kept = append(kept, joined(r.lines[i:end]))
		n += end - i - 1
		i = end
	}
	r.lines = kept
	if n > 0 {
		r.say(first, diag.Diagnostic{
			Level: diag.Info, Rule: ruleJoined, Found: first.text,
			Message: fmt.Sprintf("các dòng bị ngắt ở cuối trang giấy như khi chép từ PDF: đã nối %d dòng vào dòng trên", n),
			Fix:     "xem lại các đoạn đã nối",
		})
	}
}

// isBlankRow reports whether one of two lines is a row of a table that is set with blanks: it has three cells, or each has two.
func isBlankRow(below, above string) bool {
	b, a := len(gaps.FindAllStringIndex(below, -1)), len(gaps.FindAllStringIndex(above, -1))
	return a > 1 || b > 1 || a*b > 0
}

// joined is one line of several.
func joined(lines []line) line {
	if len(lines) == 1 {
		return lines[0]
	}
	l := lines[0]
	l.spans, l.pictures = slices.Clone(l.spans), slices.Clone(l.pictures)
	var text strings.Builder
	text.WriteString(l.text)
	for i := range lines[1:] {
		above, next := &lines[i], &lines[i+1]
		between := markup.Between(above.text, next.text)
		text.WriteString(between + next.text)
		l.spans = append(append(l.spans, span{s: between, bold: l.bold, italic: l.italic}), next.spans...)
		l.pictures = append(l.pictures, next.pictures...)
		l.italic, l.more = l.italic && next.italic, next.more
	}
	l.text = text.String()
	return l
}
