package browser

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestDownload: PDF, Word and YAML come under new names; what was opened is not among them,
// and the YAML opens again as the same paper.
func TestDownload(t *testing.T) {
	d := open(t, nil)
	d.drop(map[string][]byte{"ke-hoach.yaml": example(t, "ke-hoach-cam-ngoc/ke-hoach.yaml")})
	d.pages()
	name, pdf := d.download("Tải PDF")
	if !regexp.MustCompile(`^ke-hoach-\d{4}-\d\d-\d\d-\d{4}\.pdf$`).MatchString(name) || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("%s of %d bytes", name, len(pdf))
	}
	name, word := d.download("Tải Word")
	if _, err := zip.NewReader(bytes.NewReader(word), int64(len(word))); err != nil || !strings.HasSuffix(name, ".docx") {
		t.Errorf("%s: %v", name, err)
	}
	name, yaml := d.download("Tải YAML")
	d.press("Bàn soạn văn bản")
	d.wait(`!document.getElementById('start').hidden`)
	d.drop(map[string][]byte{name: yaml})
	d.pages()
	if _, again := d.download("Tải PDF"); !bytes.Equal(again, pdf) {
		t.Errorf("the YAML gives another paper:\n%s", yaml)
	}
}

// TestSample: a paper that still holds the words of its starting file is not downloaded
// unasked.
func TestSample(t *testing.T) {
	d := open(t, nil)
	d.begin("Quyết định")
	d.press("Tải PDF")
	d.wait(`!!document.querySelector('dialog[open]')`)
	d.shot("asked")
	d.press("Xem chỗ còn chữ mẫu")
	d.led("issuer.name")
	d.press("Tải PDF")
	if _, pdf := d.download("Vẫn tải về"); !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Error("no PDF")
	}
}

// TestKept: work is there again when the page is loaded anew; a second tab gets a copy, and
// both keep their words; a full storage is said and the work stays; Xóa hết leaves nothing.
func TestKept(t *testing.T) {
	d := open(t, nil)
	d.begin("Thông báo")
	d.focus("subject")
	d.do(chromedp.KeyEvent(" một"))
	d.wait(`document.getElementById('kept').textContent.startsWith('Đã giữ')`)

	other, end := chromedp.NewContext(d.ctx)
	defer end()
	second := &desk{t: t, ctx: other, address: d.address, downloads: d.downloads}
	second.watch(other)
	second.do(chromedp.Navigate(d.address))
	second.press(value[string](second,
		`new Promise((done) => { const look = () => { const b = document.querySelector('.works .link'); b ? done(b.textContent) : setTimeout(look, 20); }; look(); })`))
	second.press("Mở bản sao")
	second.pages()
	second.focus("subject")
	second.do(chromedp.KeyEvent(" hai"))
	second.wait(`document.getElementById('kept').textContent.startsWith('Đã giữ')`)
	d.focus("subject")
	d.do(chromedp.KeyEvent(" ba"))
	d.wait(`document.getElementById('kept').textContent.startsWith('Đã giữ')`)

	d.do(chromedp.Navigate(d.address))
	d.wait(`document.querySelectorAll('.works .link').length === 2`)
	d.shot("works")
	titles := value[string](d, `[...document.querySelectorAll('.works .link')].map((b) => b.textContent).sort().join('|')`)
	if !regexp.MustCompile(` một ba\|.* một hai$`).MatchString(titles) {
		t.Errorf("kept: %s", titles)
	}

	d.do(chromedp.Evaluate(`document.querySelectorAll('.works .link')[0].click()`, nil))
	d.pages()
	d.do(chromedp.Evaluate(`IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }`, nil))
	d.focus("subject")
	d.do(chromedp.KeyEvent(" bốn"))
	d.wait(`document.getElementById('kept').classList.contains('bad')`)
	d.shot("full")
	if got := d.field("subject"); !strings.HasSuffix(got, " bốn") {
		t.Errorf("the field holds %q", got)
	}

	d.press("Bàn soạn văn bản")
	d.asked("Ở lại")
	if got := d.field("subject"); !strings.HasSuffix(got, " bốn") {
		t.Errorf("the field holds %q after an attempt to leave", got)
	}
	d.press("Xóa hết")
	d.wait(`!!document.querySelector('dialog[open]')`)
	d.do(chromedp.Evaluate(`document.querySelector('dialog[open] .danger').click()`, nil))
	d.wait(`!document.getElementById('start').hidden && document.querySelectorAll('.works').length === 0`)
	second.wait(`!document.getElementById('start').hidden`)
	left := value[int](d, `new Promise((done) => { const r = indexedDB.open('vanban'); r.onsuccess = () => { const c = r.result.transaction('works').objectStore('works').count(); c.onsuccess = () => done(c.result + localStorage.length); }; })`)
	if left != 0 {
		t.Errorf("%d things are left", left)
	}
}

// TestReload: what was typed in the moment before the page is loaded anew is there again, files that came with it too.
func TestReload(t *testing.T) {
	d := open(t, nil)
	d.begin("Thông báo")
	d.drop(map[string][]byte{"dau.png": []byte("PNG")})
	d.wait(`document.getElementById('attach').textContent === 'Tệp kèm (1)'`)
	d.wait(`document.getElementById('kept').textContent.startsWith('Đã giữ')`)
	d.focus("subject")
	d.do(chromedp.Evaluate(`(() => {
		const e = document.activeElement;
		e.value = 'Gõ rồi tải lại ngay';
		e.dispatchEvent(new InputEvent('input', {bubbles: true}));
	})()`, nil), chromedp.Reload())
	d.wait(`document.querySelector('.works .link')?.textContent === 'Thông báo: Gõ rồi tải lại ngay'`)
	d.do(chromedp.Evaluate(`document.querySelector('.works .link').click()`, nil))
	d.wait(`document.getElementById('attach').textContent === 'Tệp kèm (1)'`)
	if got := d.field("subject"); got != "Gõ rồi tải lại ngay" {
		t.Errorf("the field holds %q", got)
	}
}
