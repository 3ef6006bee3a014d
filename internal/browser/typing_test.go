package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// head begins papers of the tests.
const head = "kind: thong-bao\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\nnumber: \"\"\ndate: \"2026\"\n" +
	"subject: Lịch họp\ndecided_by: chairman\nsigner: {position: Chủ tịch, name: Nguyễn Văn An}\ndistribution: {to: [Như trên], file_copy: [VT]}\n"

// focus puts the caret at the end of a field.
func (d *desk) focus(path string) {
	d.t.Helper()
	d.wait(fmt.Sprintf(`!!document.querySelector('[data-field="%s"]')`, path))
	d.do(chromedp.Evaluate(fmt.Sprintf(`(() => { const c = document.querySelector('[data-field="%s"]').querySelector('textarea,input,select'); c.focus(); c.setSelectionRange?.(c.value.length, c.value.length); })()`, path), nil))
}

// field is what a field holds.
func (d *desk) field(path string) string {
	d.t.Helper()
	return value[string](d, fmt.Sprintf(`document.querySelector('[data-field="%s"]').querySelector('textarea,input,select').value`, path))
}

// busy is how long the page has worked, by the clock of its thread: what others do on the
// machine is not in it.
func (d *desk) busy() time.Duration {
	d.t.Helper()
	var all float64
	d.do(chromedp.ActionFunc(func(ctx context.Context) error {
		metrics, err := performance.GetMetrics().Do(ctx)
		for _, m := range metrics {
			if m.Name == "TaskDuration" {
				all = m.Value
			}
		}
		return err
	}))
	return time.Duration(all * float64(time.Second)).Round(100 * time.Microsecond)
}

// TestSpeed types into a paper of 500 rows: what a key press costs, and how soon the page
// follows. The times are printed; the bound is that of the middle one, since a busy machine
// makes outliers.
func TestSpeed(t *testing.T) {
	d := open(t, nil)
	var b strings.Builder
	b.WriteString(head + "body: Kèm danh sách.\nannexes:\n  - title: DANH SÁCH\n    table:\n      columns: [Họ và tên, Thôn, Nghề nghiệp, Số tiền]\n      rows:\n")
	for i := range 500 {
		fmt.Fprintf(&b, "        - [Nguyễn Thị Hoa %d, Thôn %d, Trồng lúa, \"%d00.000\"]\n", i, i%9, i)
	}
	d.drop(map[string][]byte{"danh-sach.yaml": []byte(b.String())})
	d.pages()
	d.do(performance.Enable().WithTimeDomain(performance.EnableTimeDomainThreadTicks))
	for _, path := range []string{"subject", "annexes[0].table.rows[3][0]"} {
		d.focus(path)
		d.do(chromedp.Evaluate(`(() => {
			window.keys = []; window.long = [];
			new PerformanceObserver((l) => { for (const e of l.getEntries()) if (e.name === 'input' || e.name === 'keydown') keys.push(e.duration); }).observe({type: 'event', durationThreshold: 16});
			new PerformanceObserver((l) => { for (const e of l.getEntries()) long.push(e.duration); }).observe({type: 'longtask'});
			window.spent = []; let began = 0;
			addEventListener('input', () => { began = performance.now(); }, true);
			addEventListener('input', () => { const done = performance.now(); requestAnimationFrame(() => setTimeout(() => spent.push(performance.now() - began))); window.handler = done - began; });
		})()`, nil))
		before := d.busy()
		for _, letter := range " xong roi day nhe" {
			d.do(chromedp.KeyEvent(string(letter)), chromedp.Sleep(30*time.Millisecond))
		}
		work := (d.busy() - before) / time.Duration(len(" xong roi day nhe"))
		follows := value[float64](d, fmt.Sprintf(`new Promise((done) => {
			const began = performance.now();
			const c = document.activeElement;
			c.setRangeText('zzz', c.value.length, c.value.length, 'end');
			c.dispatchEvent(new InputEvent('input', {bubbles: true}));
			const look = () => [...document.querySelectorAll('[data-path^="%s"]')].some((e) => e.textContent.includes('zzz')) ? done(performance.now() - began) : setTimeout(look, 5);
			look();
		})`, strings.TrimSuffix(path, "[0]")))
		spent := value[[]float64](d, `spent`)
		slices.Sort(spent)
		long := value[[]float64](d, `long`)
		t.Logf("%s: key to paint, sorted: %.0f ms; page follows after %.0f ms; long tasks: %.0f ms; work of the page for each key, pages too: %v", path, spent, follows, long, work)
		if len(spent) == 0 || spent[len(spent)/2] > 50 {
			t.Errorf("%s: a key press takes %.0f ms", path, spent)
		}
		if follows > 1500 {
			t.Errorf("%s: the page follows after %.0f ms", path, follows)
		}
		if got := d.field(path); !strings.HasSuffix(got, " xong roi day nhezzz") {
			t.Errorf("%s holds %q", path, got)
		}
	}
	d.shot("rows")
}

// TestTelex: a syllable that an input method builds in place arrives whole, is one step back,
// and the focus stays while pages and findings come.
func TestTelex(t *testing.T) {
	d := open(t, nil)
	d.begin("Thông báo")
	d.focus("subject")
	d.do(chromedp.Evaluate(`document.activeElement.select()`, nil))
	d.do(chromedp.KeyEvent(kb.Delete), chromedp.Sleep(600*time.Millisecond))
	for _, part := range []string{"l", "li", "lic", "lich", "lịch"} {
		d.do(input.ImeSetComposition(part, int64(len([]rune(part))), int64(len([]rune(part)))), chromedp.Sleep(300*time.Millisecond))
	}
	d.do(input.InsertText("lịch"))
	for _, letter := range " hop" {
		d.do(chromedp.KeyEvent(string(letter)))
	}
	if got := d.field("subject"); got != "lịch hop" {
		t.Errorf("the field holds %q", got)
	}
	d.led("subject")
	d.wait(`[...document.querySelectorAll('[data-path="subject"]')].some((e) => e.textContent.includes('lịch hop'))`)
}

// TestFindings: nothing is marked before the person acts; the list takes the focus, its
// entries lead to their fields, where the same words stand.
func TestFindings(t *testing.T) {
	d := open(t, nil)
	d.drop(map[string][]byte{"sai.yaml": []byte(strings.Replace(head, "subject: Lịch họp", "subject: \"\"", 1) + "body: Nội dung.\n")})
	d.wait(`document.getElementById('right').className === 'none'`)
	time.Sleep(300 * time.Millisecond)
	if n := value[int](d, `document.querySelectorAll('.mark').length`); n != 0 {
		t.Errorf("%d marks before anything was done", n)
	}
	d.press("Kiểm tra")
	d.wait(`document.querySelectorAll('.finding').length > 0 && document.activeElement.id === 'found'`)
	d.shot("list")
	words := value[string](d, `document.querySelector('.finding.error p').textContent`)
	if strings.Contains(words, `"subject"`) || !strings.Contains(words, "trích yếu nội dung") {
		t.Errorf("the finding reads %q", words)
	}
	d.do(chromedp.Evaluate(`document.querySelector('.finding.error button').click()`, nil))
	d.led("subject")
	if got := value[string](d, `document.querySelector('[data-field="subject"] .mark').textContent`); got != words {
		t.Errorf("at the field stands %q, in the list %q", got, words)
	}
	d.shot("field")
	d.do(chromedp.KeyEvent("Lịch họp"))
	d.pages()
	d.wait(`!document.querySelector('[data-field="subject"] .mark')`)
}

// TestUndo: every change is undone and done again, step by step, fields and lists too.
func TestUndo(t *testing.T) {
	d := open(t, nil)
	d.begin("Quyết định")
	form := `[...document.querySelectorAll('#form textarea, #form input')].map((c) => c.value).join('|')`
	states := []string{value[string](d, form)}
	note := func() { states = append(states, value[string](d, form)) }
	d.focus("subject")
	d.do(chromedp.KeyEvent(" mới"))
	note()
	d.press("Thêm điều")
	note()
	d.focus("articles[2]")
	d.do(chromedp.KeyEvent("Giao Văn phòng."))
	note()
	d.press("Đưa điều 3 lên")
	note()
	d.press("Bỏ điều 1")
	note()
	d.do(chromedp.Evaluate(`(() => { const a = [...document.querySelectorAll('#form > .group > .adder')].at(-1); a.querySelector('select').value = 'secrecy'; a.querySelector('button').click(); })()`, nil))
	note()
	for i := len(states) - 2; i >= 0; i-- {
		d.do(chromedp.KeyEvent("z", chromedp.KeyModifiers(input.ModifierCtrl)))
		if got := value[string](d, form); got != states[i] {
			t.Errorf("step %d back: %q, want %q", len(states)-1-i, got, states[i])
		}
	}
	for i := 1; i < len(states); i++ {
		d.press("Làm lại")
		if got := value[string](d, form); got != states[i] {
			t.Errorf("step %d again: %q, want %q", i, got, states[i])
		}
	}
	d.pages()
	d.shot("steps")
}

// TestFix: a button makes a fix that is certain, at its place and nowhere else; it is undone
// and done again as every step is.
func TestFix(t *testing.T) {
	d := open(t, nil)
	wrong := strings.NewReplacer("to: [Như trên]", `to: [Như trên, "- Các thôn"]`, "subject: Lịch họp",
		"subject: \"Lịch \u200bhọp\"").Replace(head)
	d.drop(map[string][]byte{"sai.yaml": []byte(wrong + "body: Nội dung.\n")})
	d.press("Thôi")
	d.drop(map[string][]byte{"sai.yaml": []byte(wrong + "body: Nội dung.\n")})
	d.shot("opening")
	d.press("Sửa rồi mở")
	d.wait(`document.getElementById('right').className === 'none'`)
	if got := d.field("subject"); got != "Lịch họp" {
		t.Errorf("opened, the field holds %q", got)
	}
	d.do(chromedp.Evaluate(`(() => { const c = document.querySelector('[data-field="subject"] textarea'); c.value = 'Lịch \u200bhọp'; c.dispatchEvent(new InputEvent('input', {bubbles: true})); })()`, nil))
	d.press("Kiểm tra")
	d.press("Bỏ ký tự ẩn") // with which nothing else of the file is read
	d.wait(`document.querySelector('.finding.error')?.textContent.includes('gạch đầu dòng')`)
	d.shot("list")
	if got := d.field("subject"); got != "Lịch họp" {
		t.Errorf("the field holds %q", got)
	}
	d.press("Bỏ “- ”")
	d.pages()
	if got := d.field("distribution.to[1]"); got != "Các thôn" {
		t.Errorf("the field holds %q", got)
	}
	d.wait(`document.querySelectorAll('.finding.error').length === 0`)
	d.press("Hoàn tác")
	d.wait(`document.querySelector('.finding.error')?.textContent.includes('gạch đầu dòng')`)
	if got := d.field("distribution.to[1]"); got != "- Các thôn" {
		t.Errorf("undone, the field holds %q", got)
	}
	d.press("Hoàn tác")
	d.wait(`document.querySelector('.finding.error')?.textContent.includes('ký tự ẩn')`)
	d.press("Làm lại")
	d.press("Làm lại")
	d.pages()
	if got := d.field("subject") + d.field("distribution.to[1]"); got != "Lịch họpCác thôn" {
		t.Errorf("done again, the fields hold %q", got)
	}
}
