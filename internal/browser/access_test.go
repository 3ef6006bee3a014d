package browser

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/vanban-go/vanban/docgen/serve"
)

// axeFile is where .ci/run puts axe-core, the judge of access.
func axeFile(t *testing.T) string {
	t.Helper()
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(home, ".cache", "vanban-ci", "axe", "node_modules", "axe-core", "axe.min.js")
	if _, err := os.Stat(file); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("axe-core is missing")
		}
		t.Skip("axe-core is missing")
	}
	return file
}

// judge makes axe-core judge the screen: nothing serious may be there, and nothing wider than
// the screen.
func (d *desk) judge(name string) {
	d.t.Helper()
	source, err := os.ReadFile(axeFile(d.t))
	if err != nil {
		d.t.Fatal(err)
	}
	d.do(chromedp.Evaluate(string(source)+";0", nil))
	of := `{exclude: [['.page']]}` // pages have many elements, all alike
	if strings.HasSuffix(name, "paper") {
		of = "document"
	}
	for _, found := range value[[]string](d,
		`axe.run(`+of+`, {resultTypes: ['violations']}).then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')))`) {
		d.t.Errorf("%s: %s", name, found)
	}
	if width := value[int](d, `document.documentElement.scrollWidth`); width > d.width {
		d.t.Errorf("%s: the page is %d wide on a screen of %d", name, width, d.width)
	}
	if cut := value[string](d, `[...document.querySelectorAll('.steps .scroll')].filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1).map((e) => e.textContent.slice(0, 60)).join(' | ')`); cut != "" {
		d.t.Errorf("%s: a table is cut: %s", name, cut)
	}
	d.shot(name)
}

// phone makes the screen that of a phone.
func (d *desk) phone() {
	d.width = 320
	d.do(emulation.SetDeviceMetricsOverride(320, 640, 2, true))
}

// wide makes it that of a small computer again.
func (d *desk) wide() {
	d.width = 1366
	d.do(chromedp.EmulateViewport(1366, 768))
}

// TestAccess: axe-core finds nothing serious on any screen of a paper, wide or narrow.
func TestAccess(t *testing.T) {
	axeFile(t)
	d := open(t, &serve.Options{End: func() {}})
	d.judge("start")
	d.drop(map[string][]byte{"ke-hoach.yaml": example(t, "ke-hoach-cam-ngoc/ke-hoach.yaml")})
	d.pages()
	d.judge("paper")
	d.phone()
	d.judge("phone")
	d.press("Trang in")
	d.judge("phone-paper")
	d.press("Soạn")
	d.focus("subject")
	d.do(chromedp.Evaluate(`(() => { const e = document.activeElement; e.value = ''; e.dispatchEvent(new InputEvent('input', {bubbles: true})); })()`, nil))
	d.wait(`document.getElementById('right').className === 'old'`)
	d.press("Kiểm tra")
	d.judge("phone-list")
	d.press("Bàn soạn văn bản")
	d.wait(`!document.getElementById('start').hidden`)
	d.judge("phone-start")
	d.press("Xóa hết")
	d.judge("phone-asked")
}

// TestAccessMany: the same of many papers and of a Word template.
func TestAccessMany(t *testing.T) {
	axeFile(t)
	d := open(t, nil)
	both := func(name string) {
		t.Helper()
		d.judge(name)
		d.phone()
		d.judge("phone-" + name)
		d.wide()
	}
	d.many(t, workbook(t, 20, map[string]any{"B9": "31/02/1980"}))
	both("columns")
	d.press("Kiểm tra cả danh sách")
	d.wait(`document.querySelectorAll('.cells li').length === 1`)
	both("faults")
	d.drop(map[string][]byte{"giay-moi.docx": wordFile(t, "Kính mời {{Họ và tên}}, {{Thôn}}, dự {{Việc}}")})
	d.wait(`document.getElementById('many').textContent.includes('3 trường')`)
	d.drop(map[string][]byte{"danh-sach.xlsx": workbook(t, 3, nil)})
	d.wait(`document.getElementById('many').textContent.includes('Giống nhau ở mọi tệp')`)
	both("template")
}

// TestAccessSeason: the same of the steps of a season.
func TestAccessSeason(t *testing.T) {
	axeFile(t)
	d := open(t, nil)
	few := "nominees:\n"
	for i, more := range []string{"votes: {for: 13, against: 0}", "votes: {for: 4, against: 9}",
		"forward: true, votes: {for: 13, against: 0}", "deferred: đang xem xét đơn"} {
		few += fmt.Sprintf("  - {kind: individual, honorific: Bà, name: Nguyễn Thị Số %d, birth_year: 1980, unit: thôn 7, award: GKXA, achievement: Giữ vững an ninh, %s}\n", i, more)
	}
	d.drop(map[string][]byte{"dot.yaml": unnumbered(t, few), "ke-hoach.yaml": example(t, "khen-thuong-2026/ke-hoach.yaml")})
	d.pages()
	for _, step := range []string{"1. Đợt, kế hoạch", "2. Danh sách", "3. Kết quả xét", "4. Văn bản"} {
		d.press(step)
		if strings.HasPrefix(step, "2") {
			d.drop(map[string][]byte{"de-nghi.xlsx": forty(t)})
			d.wait(`document.querySelectorAll('#season table').length === 1`)
		}
		d.judge(step[:1])
		d.phone()
		d.judge("phone-" + step[:1])
		d.wide()
	}
}

// to presses Tab until the element with the focus is the wanted one.
func (d *desk) to(what string) {
	d.t.Helper()
	for range 120 {
		d.do(chromedp.KeyEvent(kb.Tab))
		if value[bool](d, `((e) => !!(`+what+`))(document.activeElement)`) {
			if !value[bool](d, `document.activeElement.matches(':focus-visible')`) {
				d.t.Error("the focus is not seen")
			}
			return
		}
	}
	d.shot("failed")
	d.t.Fatalf("the keys do not reach %s", what)
}

// TestKeyboard: from the first screen to a paper with a changed subject by the keys alone.
func TestKeyboard(t *testing.T) {
	d := open(t, nil)
	d.to(`e.type === 'search'`)
	d.do(chromedp.KeyEvent("to trinh"))
	d.wait(`document.querySelectorAll('.kinds button').length === 1`)
	d.to(`e.closest('.kinds')`)
	d.do(chromedp.KeyEvent(kb.Enter))
	d.pages()
	d.to(`e.closest('[data-field="subject"]')`)
	d.do(chromedp.KeyEvent("Về việc mua sắm"))
	d.wait(`[...document.querySelectorAll('[data-path="subject"]')].some((e) => e.textContent.includes('mua sắm'))`)
	d.shot("typed")
}

// TestEnd: the button ends the program, after a question.
func TestEnd(t *testing.T) {
	ended := make(chan struct{}, 1)
	d := open(t, &serve.Options{End: func() { ended <- struct{}{} }})
	d.press("Tắt")
	d.wait(`!!document.querySelector('dialog[open]')`)
	d.do(chromedp.Evaluate(`document.querySelector('dialog[open] .main').click()`, nil))
	d.wait(`document.body.textContent.includes('Chương trình đã tắt')`)
	<-ended
}

// TestSecret: the secret in the fragment is taken out of the address and lets the page in;
// without it the page asks.
func TestSecret(t *testing.T) {
	const token = "mot-ma-truy-cap-dai"
	o := &serve.Options{Token: token}
	d := openAt(t, o, "#token="+token)
	if got := value[string](d, `location.href`); strings.Contains(got, token) {
		t.Errorf("the address is %s", got)
	}
	d.do(chromedp.Evaluate(`sessionStorage.clear()`, nil), chromedp.Navigate(d.address))
	d.wait(`!!document.querySelector('dialog[open] #token')`)
	d.do(chromedp.SetValue(`#token`, token))
	d.press("Tiếp tục")
	d.wait(`document.querySelectorAll('.kinds button').length > 20`)
}

// TestPrint: on paper stand the pages alone, one a sheet, each sheet as its page lies.
func TestPrint(t *testing.T) {
	d := open(t, nil)
	d.drop(map[string][]byte{"ngang.yaml": []byte(head + "body: Kèm danh sách.\nannexes:\n  - title: DANH SÁCH\n    landscape: true\n    body: Không có.\n")})
	d.pages()
	pages := value[int](d, `document.querySelectorAll('.page').length`)
	d.do(emulation.SetEmulatedMedia().WithMedia("print"))
	seen := value[string](d, `[...new Set([...document.querySelectorAll('header, #left, #state, .page')].filter((e) => e.checkVisibility()).map((e) => e.classList[0] || e.id || e.localName))].join(' ')`)
	if seen != "page" {
		t.Errorf("printed: %s", seen)
	}
	d.shot("print")
	var pdf []byte
	d.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
		return err
	}))
	boxes := regexp.MustCompile(`/MediaBox\s*\[([^\]]*)\]`).FindAllStringSubmatch(string(pdf), -1)
	if len(boxes) != pages || pages != 2 {
		t.Fatalf("%d pages are printed on %d sheets", pages, len(boxes))
	}
	for i, want := range [2][2]float64{{595.3, 841.9}, {841.9, 595.3}} {
		var width, height float64
		if _, err := fmt.Sscanf(boxes[i][1], "0 0 %f %f", &width, &height); err != nil || math.Abs(width-want[0]) > 1 ||
			math.Abs(height-want[1]) > 1 {
			t.Errorf("sheet %d is %s", i+1, boxes[i][1])
		}
	}
}

// sheets prints the screen and gives the words of the file.
func (d *desk) sheets() (pages int, words string) {
	d.t.Helper()
	var pdf []byte
	d.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
		return err
	}))
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") != "" {
			d.t.Fatal("pdftotext is missing")
		}
		d.t.Skip("pdftotext is missing")
	}
	read := exec.Command(program, "-", "-")
	read.Stdin = bytes.NewReader(pdf)
	out, err := read.Output()
	if err != nil {
		d.t.Fatal(err)
	}
	return strings.Count(string(out), "\f"), strings.Join(strings.Fields(string(out)), " ")
}

// TestPrintAll: pages that nobody has come near yet are printed too; pages that are not those of the form are not.
func TestPrintAll(t *testing.T) {
	d := open(t, nil)
	var body strings.Builder
	for i := range 200 {
		fmt.Fprintf(&body, "  Đoạn số %d: cán bộ, công chức, người lao động và nhân dân trong xã giữ gìn vệ sinh trong những ngày nghỉ lễ.\n", i+1)
	}
	d.drop(map[string][]byte{"dai.yaml": []byte(head + "body: |\n" + body.String())})
	d.pages()
	pages, words := d.sheets()
	for i := range 200 {
		if !strings.Contains(words, fmt.Sprintf("Đoạn số %d:", i+1)) {
			t.Fatalf("of %d sheets none has paragraph %d", pages, i+1)
		}
	}
	d.focus("issuer.name")
	d.do(chromedp.Evaluate(`(() => { const e = document.activeElement; e.value = ''; e.dispatchEvent(new InputEvent('input', {bubbles: true})); })()`, nil))
	if _, words := d.sheets(); strings.Contains(words, "Đoạn số") || !strings.Contains(words, "nên không in") {
		t.Errorf("before the pages follow: %.200s", words)
	}
	d.wait(`document.getElementById('right').className === 'old'`)
	if _, words := d.sheets(); strings.Contains(words, "Đoạn số") || !strings.Contains(words, "nên không in") {
		t.Errorf("old pages: %.200s", words)
	}
	d.press("Hoàn tác")
	d.pages()
	if _, words := d.sheets(); !strings.Contains(words, "Đoạn số 200:") || strings.Contains(words, "nên không in") {
		t.Errorf("after a step back: %.200s", words)
	}
}

// TestFocusKept: what is drawn anew under the focus hands it on, to a button of the same words or what stands near.
func TestFocusKept(t *testing.T) {
	d := open(t, nil)
	var to strings.Builder
	for i := range 60 {
		fmt.Fprintf(&to, "    - Thôn %d\n", i+1)
	}
	d.drop(map[string][]byte{"nhan.yaml": []byte(strings.Replace(head, "{to: [Như trên], file_copy: [VT]}", "\n  to:\n"+to.String()+"  file_copy: [VT]", 1) + "body: x\n")})
	d.pages()
	const words = `document.activeElement.ariaLabel ?? document.activeElement.textContent`
	press := func(label, want string) {
		t.Helper()
		d.do(chromedp.Evaluate(fmt.Sprintf(`(() => {
			const b = [...document.querySelectorAll('#form button')].find((b) => (b.ariaLabel ?? b.textContent) === %q);
			b.focus();
			b.click();
		})()`, label), nil))
		if got := value[string](d, words); got != want {
			t.Errorf("after %s the focus is at %q, want %q", label, got, want)
		}
	}
	press("Sau", "Sau")
	press("Sau", "Trước") // there is no further page
	press("Bỏ nơi nhận 60", "Thêm nơi nhận")
	press("Trước", "Trước")
	press("Bỏ nơi nhận 30", "Bỏ nơi nhận 30")
	press("Bỏ mục chữ viết tắt tên cơ quan", "Thêm: cơ quan, tổ chức ban hành")
}

// TestReadOut: a word that is typed is not read out, and neither is that it was kept: only what has gone wrong is.
func TestReadOut(t *testing.T) {
	d := open(t, nil)
	d.begin("Thông báo")
	d.wait(`document.getElementById('kept').textContent.startsWith('Đã giữ')`)
	d.do(chromedp.Evaluate(`window.said = []; new MutationObserver((all) => { for (const m of all) {
		const live = m.target.parentElement?.closest('[role="status"], [role="alert"], [aria-live]') ?? m.target.closest?.('[role="status"], [role="alert"], [aria-live]');
		if (live) window.said.push(live.textContent);
	} }).observe(document.body, {subtree: true, childList: true, characterData: true})`, nil))
	d.focus("subject")
	for _, key := range []string{" m", "ộ", "t"} {
		d.do(chromedp.KeyEvent(key), chromedp.Sleep(700*time.Millisecond))
	}
	d.wait(`[...document.querySelectorAll('[data-path="subject"]')].some((e) => e.textContent.includes(' một'))`)
	if said := value[[]string](d, `window.said`); len(said) > 0 {
		t.Errorf("read out: %q", said)
	}
}

// TestKeyboardMany: the steps of a season, and the screen for many papers, by the keys alone.
func TestKeyboardMany(t *testing.T) {
	d := open(t, nil)
	d.drop(map[string][]byte{"dot.yaml": example(t, "khen-thuong-2026/dot-khen-thuong.yaml"),
		"ke-hoach.yaml": example(t, "khen-thuong-2026/ke-hoach.yaml")})
	d.pages()
	d.to(`e.textContent === '3. Kết quả xét'`)
	d.do(chromedp.KeyEvent(kb.Enter))
	d.wait(progress + `.startsWith('43 đề nghị')`)
	before := value[string](d, progress)
	d.to(`e.dataset.key === 'row-7'`)
	d.do(chromedp.KeyEvent(" "))
	d.do(chromedp.Evaluate(`document.querySelector('[data-key="what"]').focus()`, nil))
	d.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown))
	d.to(`e.name === 'for'`)
	d.do(chromedp.KeyEvent("12"))
	d.to(`e.name === 'against'`)
	d.do(chromedp.KeyEvent("1"), chromedp.KeyEvent(kb.Enter))
	d.wait(progress + `.startsWith('43 đề nghị: 38 được khen thưởng')`)
	d.wait(`document.activeElement.dataset.key === 'saying'`)
	d.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(input.ModifierCtrl)))
	d.wait(fmt.Sprintf("%s === %q", progress, before)) // judged anew, which draws the screen anew
	d.to(`e.textContent === '4. Văn bản'`)
	d.do(chromedp.KeyEvent(kb.Enter))
	d.to(`e.dataset.key?.startsWith('look-bien-ban')`)
	d.do(chromedp.KeyEvent(kb.Enter))
	d.wait(`document.getElementById('state').textContent.includes('Biên bản')`)
	if !value[bool](d, `document.activeElement.dataset.key?.startsWith('look-bien-ban')`) {
		t.Error("the focus is lost when the pages come")
	}
}
