package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// asked waits for a question or notice, gives its words, and presses the button of it, if any.
func (d *desk) asked(button string) string {
	d.t.Helper()
	d.wait(`!!document.querySelector('dialog[open]')`)
	words := value[string](d, `document.querySelector('dialog[open]').innerText.replace(/\s+/g, ' ')`)
	if button != "" {
		d.do(chromedp.Evaluate(fmt.Sprintf(`[...document.querySelectorAll('dialog[open] button')].find((b) => b.textContent === %q).click()`, button), nil))
		d.wait(`!document.querySelector('dialog[open]')`)
	}
	return words
}

// TestRefused: a file that a screen has no use for is refused by name, with what to do, and never kept in
// silence; what is wrong in a file is said with its line and its cure.
func TestRefused(t *testing.T) {
	d := open(t, nil)
	refused := func(name, data string, want ...string) {
		t.Helper()
		d.drop(map[string][]byte{name: []byte(data)})
		got := d.asked("Đóng")
		for _, words := range append(want, name) {
			if !strings.Contains(got, words) {
				t.Errorf("%s: %q lacks %q", name, got, words)
			}
		}
	}
	everywhere := func() {
		t.Helper()
		refused("cu.doc", "\xd0\xcf", "lưu lại thành .docx")
		refused("cu.xls", "\xd0\xcf", "lưu lại thành .xlsx")
		refused("quet.pdf", "%PDF-1.4", "dán vào trang đầu")
		refused("macro.docm", "PK", "macro")
		refused("nhac.mp3", "ID3", "tệp Word (.docx)")
	}
	everywhere()
	refused("danh-sach.xlsx", "PK", "Soạn hàng loạt", "Chọn mẫu Word")
	refused("anh.png", "PNG", "Tệp kèm")
	refused("hong.yaml", "kind: thong-bao\n\tsubject: x\n", "Dòng 2:", "thụt dòng bằng dấu cách")
	refused("ma-cu.txt", "C\xe9ng", "UTF-8", "Notepad")
	refused("mang.json", "[]", "không ghi loại văn bản")
	for odd, want := range map[string]string{"nhac.mp3": "tệp Word (.docx)", "hai.txt": "thả từng tệp một", "cu.doc": "lưu lại thành .docx"} {
		d.drop(map[string][]byte{"mot.txt": []byte("THÔNG BÁO\nNghỉ lễ"), odd: []byte("x")})
		if got := d.asked("Đóng"); !strings.Contains(got, want) || !strings.Contains(got, "Không mở được") {
			t.Errorf("%s beside a draft: %q", odd, got)
		}
	}
	d.begin("Thông báo")
	for name, data := range map[string]string{"mang.json": "[]", "rong.yaml": "~\n", "la.yaml": "kind: thong-la\nversion: 1\n"} {
		refused(name, data, "kind: cong-van")
		if got := value[string](d, `document.getElementById('title').textContent`); !strings.HasPrefix(got, "Thông báo") || d.field("subject") == "" {
			t.Errorf("%s: the paper at work is gone: %s", name, got)
		}
	}
	everywhere()
	rows := map[string][]byte{"ds.csv": []byte("Họ và tên,Thôn\nAn,Kim\n")}
	d.drop(rows)
	d.asked("Kèm theo văn bản này")
	d.wait(`document.getElementById('attach').textContent === 'Tệp kèm (1)'`)
	d.press("Tệp kèm (1)")
	d.press("Bỏ ds.csv")
	d.asked("Xong")
	d.drop(rows)
	d.asked("Soạn hàng loạt")
	d.wait(`document.getElementById('many').textContent.includes('1 dòng dưới dòng tên cột')`)
	everywhere()
	d.press("Quay lại một văn bản")
	d.drop(map[string][]byte{"dau.png": []byte("PNG")})
	d.press("Tệp kèm (1)")
	if got := value[string](d, `document.querySelector('dialog[open] li').innerText`); !strings.Contains(got, "dau.png") {
		t.Errorf("attached: %q", got)
	}
	d.shot("attached")
	d.press("Bỏ dau.png")
	d.asked("Xong")
	d.wait(`document.getElementById('attach').textContent === 'Tệp kèm'`)
}

// TestTemplateDropped: a Word file with fields that is dropped on the first screen is a template when the
// person says so; a template of Word's own is one at once.
func TestTemplateDropped(t *testing.T) {
	d := open(t, nil)
	file := wordFile(t, "Kính mời {{Họ và tên}}")
	d.drop(map[string][]byte{"moi.docx": file})
	if got := d.asked("Dùng làm mẫu Word"); !strings.Contains(got, "{{Họ và tên}}") {
		t.Errorf("asked: %s", got)
	}
	d.wait(`document.getElementById('many').textContent.includes('1 trường')`)
	d.press("Bàn soạn văn bản")
	d.wait(`!document.getElementById('start').hidden`)
	d.drop(map[string][]byte{"moi.docx": file})
	d.asked("Thôi")
	if value[bool](d, `document.getElementById('start').hidden`) {
		t.Error("a file that was put away stands on the desk")
	}
	d.drop(map[string][]byte{"moi.docx": file})
	d.asked("Đọc như dự thảo")
	d.wait(`document.getElementById('title').textContent.startsWith('Công văn')`)
	d.press("Bàn soạn văn bản")
	d.wait(`!document.getElementById('start').hidden`)
	d.drop(map[string][]byte{"moi.dotx": file})
	d.wait(`document.getElementById('title').textContent === 'Mẫu Word: moi.dotx'`)
}

// Answers that a page gets when the program has ended, ends meanwhile, or stands behind something else.
var broken = [][2]string{
	{"Promise.reject(new TypeError('Failed to fetch'))", "không gọi được máy chủ"},
	{"Promise.resolve(new Response(new ReadableStream({pull(c) { c.error(new TypeError('network error')); }})))", "không gọi được máy chủ"},
	{"Promise.resolve(new Response('<html>Bad gateway</html>', {status: 502}))", "máy chủ trả lời khác thường: mã 502"},
	{"Promise.resolve(new Response('<html>Login</html>', {status: 200}))", "máy chủ trả lời khác thường: mã 200"},
	{"Promise.resolve(new Response('null', {status: 500}))", "máy chủ trả lời khác thường: mã 500"},
}

// TestStopped: whatever breaks between page and program is said in Vietnamese, nothing that was typed is lost,
// and Thử lại takes the pages up again.
func TestStopped(t *testing.T) {
	d := open(t, nil)
	d.drop(map[string][]byte{"lich.yaml": []byte(head + "body: Họp.\n")})
	d.pages()
	for i, b := range broken {
		d.do(chromedp.Evaluate(`window.whole ??= window.fetch; window.fetch = () => `+b[0], nil))
		d.focus("subject")
		d.do(chromedp.KeyEvent(fmt.Sprint(i)))
		d.wait(fmt.Sprintf(`document.getElementById('state').textContent.includes(%q)`, b[1]))
		d.press("Tải Word")
		if got := d.asked("Đóng"); !strings.Contains(got, b[1]) {
			t.Errorf("%s: %s", b[0], got)
		}
		d.press("Bàn soạn văn bản")
		d.wait(`!document.getElementById('start').hidden`)
		d.do(chromedp.Evaluate(`document.querySelector('.works .link').click()`, nil))
		if got := d.asked("Đóng"); !strings.Contains(got, b[1]) {
			t.Errorf("resumed: %s: %s", b[0], got)
		}
		d.do(chromedp.Evaluate(`window.fetch = window.whole; document.querySelector('.works .link').click()`, nil))
		d.pages()
	}
	d.do(chromedp.Evaluate(`window.fetch = () => `+broken[0][0], nil))
	d.focus("subject")
	d.do(chromedp.KeyEvent("x"))
	d.wait(`!document.getElementById('again').hidden`)
	d.shot("again")
	d.do(chromedp.Evaluate(`window.fetch = window.whole`, nil))
	d.press("Thử lại")
	d.pages()
	if !value[bool](d, `document.getElementById('again').hidden`) || d.field("subject") != "Lịch họp01234x" {
		t.Errorf("the field holds %q", d.field("subject"))
	}
}
