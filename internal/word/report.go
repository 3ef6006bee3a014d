package word

import (
	"fmt"
	"strings"

	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Rules of the findings.
const (
	RuleFormat   = "word.format"
	RulePassword = "word.password"
	RuleBroken   = "word.broken"
	RuleTooLarge = "word.too-large"
	RuleDeleted  = "word.deleted"
	RuleHidden   = "word.hidden"
	RuleComments = "word.comments"
	RuleOutside  = "word.outside"
	RuleUnread   = "word.unread"
	RuleOldFont  = "word.old-font"
	RuleMacros   = "word.macros"
)

// leftover gathers what is left out at one place.
type leftover struct {
	why    Why
	at     *Paragraph
	pieces []string
	runs   int // of the paragraph before it
}

// leave keeps what is not in the text. Hidden and deleted words that stand side by side are one
// thing.
func (s *story) leave(why Why, text string) {
	runs := 0
	if s.cur != nil {
		runs = len(s.cur.Runs)
	}
	if k := len(s.reader.left); k > 0 && (why == Hidden || why == Deleted) {
		if last := s.reader.left[k-1]; last.why == why && last.at == s.cur && s.cur != nil && last.runs == runs {
			last.pieces = append(last.pieces, text)
			return
		}
	}
	s.reader.left = append(s.reader.left, &leftover{why: why, at: s.cur, pieces: []string{text}, runs: runs})
}

// outside keeps the relations that lead out of the file; addresses of links are part of the
// text.
func (r *reader) outside(src *source) {
	for _, rel := range src.all {
		if rel.External && rel.Type != "hyperlink" {
			r.left = append(r.left, &leftover{why: Outside, pieces: []string{rel.Target}})
		}
	}
}

// leftKinds are the findings about what is left out; the message is what it is.
var leftKinds = [...]diag.Diagnostic{
	Hidden: {Rule: RuleHidden, Level: diag.Warning, Message: "chữ ẩn (Hidden)", Fix: "cần in thì bỏ chọn Hidden trong hộp Font của Word"},
	Deleted: {Rule: RuleDeleted, Level: diag.Warning, Message: "chữ đã xóa có theo dõi (Track Changes)",
		Fix: "nếu muốn giữ chữ đó thì trong Word chọn Review, Reject rồi lưu lại"},
	Comment: {Rule: RuleComments, Level: diag.Info, Message: "lời nhận xét (Comment)", Fix: "xem lại nhận xét trước khi ban hành"},
	Outside: {Rule: RuleOutside, Level: diag.Warning, Message: "nội dung lấy từ tệp khác",
		Fix: "nếu cần thì trong Word chèn hẳn nội dung vào tệp"},
	Unread: {Rule: RuleUnread, Level: diag.Warning, Message: "phần không đọc được chữ",
		Fix: "nếu cần thì gõ lại chữ của phần đó vào văn bản"},
}

// findings makes the report: one finding a kind, with how many, the words, and where the first
// stands.
func (r *reader) findings(main *ooxml.Part) diag.List {
	var found diag.List
	for _, l := range r.left {
		text := strings.Join(strings.Fields(strings.Join(l.pieces, "")), " ")
		if text == "" {
			continue
		}
		text = vi.NFC(vi.LegacyOf(text).Decode(text))
		if l.at != nil && l.at.Number == 0 {
			l.at = nil // its paragraph is not printed either
		}
		r.doc.Left = append(r.doc.Left, Left{l.why, l.at, text})
	}
	for why := Hidden; why <= Unread; why++ {
		var first *Left
		places, words := 0, 0
		for i := range r.doc.Left {
			if l := &r.doc.Left[i]; l.Why == why {
				if first == nil {
					first = l
				}
				places++
				words += len(strings.Fields(l.Text))
			}
		}
		if first == nil {
			continue
		}
		d := leftKinds[why]
		if d.Message = fmt.Sprintf("có %s: %d chỗ", d.Message, places); why != Outside && why != Unread {
			d.Message += fmt.Sprintf(", %d chữ, không đưa vào văn bản", words)
		}
		d.Pos, d.Found, d.Message = r.place(first.At), first.Text, d.Message+where(first.At)
		if first.At == nil && (why == Hidden || why == Deleted) {
			d.Message += fmt.Sprintf(`, mở đầu là %q`, shortened(first.Text)) // a row, a whole paragraph
		}
		found.Add(&d)
	}
	if len(r.oldFonts) > 0 {
		first := r.oldFonts[0]
		found.Add(&diag.Diagnostic{
			Pos: r.place(first), Rule: RuleOldFont, Level: diag.Info, Found: first.Text(), Fix: "đọc lại các đoạn đó",
			Message: fmt.Sprintf("phông chữ cũ (TCVN3, VNI) đã chuyển sang Unicode: %d đoạn", len(r.oldFonts)) + where(first),
		})
	}
	if strings.Contains(main.ContentType, "macroEnabled") {
		found.Add(&diag.Diagnostic{
			Pos: r.place(nil), Rule: RuleMacros, Level: diag.Info, Message: "tệp có macro (.docm); chỉ đọc chữ, không chạy macro",
			Fix: "lưu lại thành .docx để gửi đi",
		})
	}
	found.Sort()
	return found
}

// place is the place of a paragraph in the file: its number and its first words.
func (r *reader) place(p *Paragraph) diag.Pos {
	pos := diag.Pos{File: r.file}
	if p != nil {
		pos.Path, pos.Paragraph = paragraphName(p), p.Number
	}
	return pos
}

func paragraphName(p *Paragraph) string { return fmt.Sprintf("đoạn %d %q", p.Number, firstWords(p)) }

func where(p *Paragraph) string {
	if p == nil {
		return ""
	}
	return ", đầu tiên ở " + paragraphName(p)
}
