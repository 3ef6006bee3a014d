package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/diag"
)

// stampLine is what a reader of PDF files shows of a digital signature: words of the program that signed, and none of the paper.
var stampLine = pattern.New(`^(?i:(người ký|ký bởi|được ký bởi|digitally signed by)|(thời gian ký|ngày ký|giờ ký)|` +
	`e-?mail|cơ quan|tổ chức|signature not verified|date)\s*(?::.*)?$`)

// dropStamp takes out what a PDF file shows of its digital signature above the letterhead: two lines or more, of which one
// says who signed and one when.
func (r *reader) dropStamp() {
	n, who, when := 0, false, false
	for n < len(r.lines) && r.lines[n].table == nil {
		m := stampLine.FindStringSubmatch(r.lines[n].text)
		if m == nil {
			break
		}
		who, when = who || m[1] != "", when || m[2] != ""
		n++
	}
	if who && when {
		r.leaveOut(n, "thông tin chữ ký số", "văn bản mới được ký số lại; cần giữ thì ghi vào nội dung (body)")
	}
}

// leaveOut takes the first lines of a draft out of it, and says so: another program put them there.
func (r *reader) leaveOut(n int, what, fix string) {
	if n == len(r.lines) {
		return
	}
	var said []string
	for _, l := range r.lines[:n] {
		said = append(said, l.text)
		r.own = append(r.own, l.text)
	}
	first := r.lines[0]
	r.lines = slices.Delete(r.lines, 0, n)
	r.say(&first, diag.Diagnostic{
		Level: diag.Warning, Rule: ruleUnplaced, Found: first.text,
		Message: what + " không đưa vào văn bản: " + quote(strings.Join(said, " / ")), Fix: fix,
	})
}
