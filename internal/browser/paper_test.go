package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestKind: choose a kind; the page stands beside the form, a click on it leads to the field,
// a field lights its lines.
func TestKind(t *testing.T) {
	d := open(t, nil)
	d.shot("start")
	d.begin("Quyết định")
	d.shot("form")
	d.do(chromedp.Evaluate(`document.querySelector('[data-path="subject"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))`, nil))
	d.led("subject")
	if n := value[int](d, `document.querySelectorAll('.lit').length`); n == 0 {
		t.Error("the lines of the field are not lit")
	}
	d.do(chromedp.Evaluate(`document.querySelector('[data-path^="articles[1]"]').dispatchEvent(new MouseEvent('click', {bubbles: true}))`, nil))
	d.led("articles[1]")
	d.shot("lit")
}

// TestText: a pasted file with a text of many lines; a click on a line selects it in the text.
func TestText(t *testing.T) {
	d := open(t, nil)
	text := "kind: thong-bao\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\nnumber: \"\"\ndate: \"2026\"\n" +
		"subject: Lịch họp\ndecided_by: chairman\nbody: |\n  Thông báo lịch họp.\n  1. Thời gian: 8 giờ.\n  2. Địa điểm: hội trường.\n" +
		"signer: {position: Chủ tịch, name: Nguyễn Văn An}\ndistribution: {to: [Như trên], file_copy: [VT]}\n"
	d.do(chromedp.SetValue(`#start textarea`, text),
		chromedp.Evaluate(`document.querySelector('#start textarea').dispatchEvent(new Event('input'))`, nil))
	d.press("Đọc dự thảo")
	d.pages()
	d.do(chromedp.Evaluate(`[...document.querySelectorAll('[data-path="body"]')].find(e => e.textContent.includes('hội')).dispatchEvent(new MouseEvent('click', {bubbles: true}))`, nil))
	got := value[string](d, `(() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); })()`)
	if got != "2. Địa điểm: hội trường." {
		t.Errorf("the click selects %q", got)
	}
	d.shot("line")
}

// TestOld: while the form has a mistake the last good page stays, marked old with the reason.
func TestOld(t *testing.T) {
	d := open(t, nil)
	d.drop(map[string][]byte{"ke-hoach.yaml": example(t, "ke-hoach-cam-ngoc/ke-hoach.yaml")})
	d.pages()
	d.do(chromedp.Evaluate(`window.first = document.querySelector('.page svg'); document.getElementById('paper').scrollTop = 300`, nil))
	d.do(chromedp.Evaluate(`(() => { const e = document.querySelector('[data-field="issuer.name"] input'); e.focus(); })()`, nil))
	d.do(chromedp.Evaluate(`(() => { const e = document.querySelector('[data-field="issuer.name"] input'); e.value = ''; e.dispatchEvent(new InputEvent('input', {bubbles: true})); })()`, nil))
	d.wait(`document.getElementById('right').className === 'old'`)
	if got := value[string](d, `document.getElementById('state').textContent`); !strings.Contains(got, "Trang cũ: ") ||
		!strings.Contains(got, "tên cơ quan") {
		t.Errorf("the page is marked %q", got)
	}
	if !value[bool](d, `window.first.isConnected`) {
		t.Error("the last good page is gone")
	}
	d.shot("old")
	d.press("Hoàn tác")
	d.pages()
	if !value[bool](d, `window.first.isConnected && document.querySelector('[data-field="issuer.name"] input').value === 'Ủy ban nhân dân xã Cẩm Ngọc'`) {
		t.Error("a page that is as it was was drawn anew, or the field was not undone")
	}
}
