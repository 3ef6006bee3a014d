package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// What programs for mail and messages put around a text that somebody copies from them.
var (
	quotedLine = pattern.New(`(?m)^[ \t]*(?:>[ \t]?)+`)
	mailLine   = pattern.New(`^(?i:(from|từ|người gửi)|to|cc|bcc|subject|date|sent|đến|tới|người nhận|chủ đề|tiêu đề|ngày|đã gửi)` +
		`\s*:\s.*$`)
	messageHead = pattern.New(`^\[[^\]]{0,60}\b\d{1,2}:\d{2}\b[^\]]{0,20}\]\s*([^:]{1,40}:\s+)?`)
)

// unquoted takes the signs of a quotation off the lines of a mail, where more than half of them have it: those of a Markdown file are marks
// of its own.
func unquoted(name, text string) (string, bool) {
	lines := 0
	for l := range strings.Lines(text) {
		if tidy(l) != "" {
			lines++
		}
	}
	const few = 3
	n := len(quotedLine.FindAllStringIndex(text, -1))
	if n < few || 2*n < lines || strings.HasSuffix(strings.ToLower(name), markdownEnding) {
		return text, false
	}
	return quotedLine.ReplaceAllString(text, ""), true
}

// dropMail takes out what a program for mail or messages put above the letterhead: who wrote to whom and when.
func (r *reader) dropMail() {
	n, from := 0, false
	for n < len(r.lines) && r.lines[n].table == nil {
		m := mailLine.FindStringSubmatch(r.lines[n].text)
		if m == nil {
			break
		}
		from = from || m[1] != ""
		n++
	}
	if from && n > 1 {
		r.leaveOut(n, "dòng đầu thư điện tử", "cần giữ thì ghi vào nội dung (body)")
	}
	if len(r.lines) == 0 {
		return
	}
	l := &r.lines[0]
	m := messageHead.FindStringSubmatch(l.text)
	if m == nil {
		return
	}
	head := m[0]
	if r.isLabelOfPaper(l.text[len(head)-len(m[1]):]) {
		head = strings.TrimSuffix(head, m[1])
	}
	if len(head) < len(l.text) {
		r.say(l, diag.Diagnostic{
			Level: diag.Warning, Rule: ruleUnplaced, Found: tidy(head),
			Message: "dòng của chương trình nhắn tin không đưa vào văn bản: " + quote(tidy(head)),
			Fix:     "cần giữ thì ghi vào nội dung (body)",
		})
		r.own = append(r.own, head)
		l.text = l.text[len(head):]
		l.spans = []span{{s: l.text, bold: l.bold, italic: l.italic}}
	}
}

// isLabelOfPaper reports whether a text begins with words and a colon that papers have, not with who wrote a message.
func (r *reader) isLabelOfPaper(s string) bool {
	head, _, _ := strings.Cut(s, ":")
	return sentTo.MatchString(s) || recipientsHead.MatchString(s) || isNumber(s) || r.kindOf(head).ID != "" || isMarked(s) || isBase(s) ||
		slices.Contains([]string{"v/v", "về việc", "trích yếu", "nội dung", "thời gian", "địa điểm", "thành phần", "chủ trì"}, fold(head))
}
