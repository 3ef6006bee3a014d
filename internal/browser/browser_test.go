package browser

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/vanban-go/vanban/docgen/serve"
)

var screens = flag.String("screens", "", "folder that takes pictures of the screen")

// desk is a server and a tab of a browser that shows its page.
type desk struct {
	t         *testing.T
	ctx       context.Context
	address   string
	downloads string
	width     int // of the screen

	mu    sync.Mutex
	wrong []string // what the page must not do: other origins, errors, refusals of its policy
}

// open starts a server and a browser. It skips without a browser, except where all must run.
func open(t *testing.T, o *serve.Options) *desk {
	t.Helper()
	return openAt(t, o, "")
}

// openAt is open with a fragment behind the address.
func openAt(t *testing.T, o *serve.Options, fragment string) *desk {
	t.Helper()
	program, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("chromium is missing")
		}
		t.Skip("chromium is missing")
	}
	h, err := serve.New(o)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.StripPrefix("/ban-soan", h)) // relative addresses stand anywhere
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox,
		chromedp.WindowSize(1366, 768))
	allocator, end := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(end)
	d := &desk{t: t, address: server.URL + "/ban-soan/", downloads: t.TempDir(), width: 1366}
	var ended context.CancelFunc
	d.ctx, ended = chromedp.NewContext(allocator,
		chromedp.WithErrorf(func(string, ...any) {})) // it complains of events that it does not know
	t.Cleanup(ended)
	d.watch(d.ctx)
	t.Cleanup(func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		for _, w := range d.wrong {
			t.Error(w)
		}
	})
	d.do(emulation.SetFocusEmulationEnabled(true), chromedp.EmulateViewport(1366, 768), chromedp.Navigate(d.address+fragment))
	d.wait(`document.querySelectorAll('.kinds button').length > 20`)
	return d
}

// watch notes what a page must not do.
func (d *desk) watch(ctx context.Context) {
	d.t.Helper()
	chromedp.ListenTarget(ctx, func(event any) {
		d.mu.Lock()
		defer d.mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			own, _ := url.Parse(d.address)
			if to, err := url.Parse(e.Request.URL); err != nil || to.Host != own.Host && to.Scheme != "data" && to.Scheme != "blob" {
				d.wrong = append(d.wrong, "a request leaves its origin: "+e.Request.URL)
			}
		case *runtime.EventExceptionThrown:
			d.wrong = append(d.wrong, "exception: "+e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			if e.Entry.Level == log.LevelError && !strings.Contains(e.Entry.Text, "status of 4") &&
				!strings.Contains(e.Entry.Text, "status of 503") {
				d.wrong = append(d.wrong, "the browser says: "+e.Entry.Text)
			}
		}
	})
	if err := chromedp.Run(ctx, network.Enable(), log.Enable(), runtime.Enable()); err != nil {
		d.t.Fatal(err)
	}
}

// do runs actions, which must end soon.
func (d *desk) do(actions ...chromedp.Action) {
	d.t.Helper()
	ctx, end := context.WithTimeout(d.ctx, 60*time.Second)
	defer end()
	if err := chromedp.Run(ctx, actions...); err != nil {
		d.shot("failed")
		d.t.Fatal(err)
	}
}

// wait waits until an expression is true.
func (d *desk) wait(expression string) {
	d.t.Helper()
	ctx, end := context.WithTimeout(d.ctx, 30*time.Second)
	defer end()
	if err := chromedp.Run(ctx, chromedp.Poll(expression, nil, chromedp.WithPollingInterval(20*time.Millisecond))); err != nil {
		d.shot("failed")
		d.t.Fatalf("never true: %s: %v", expression, err)
	}
}

// value gives what an expression, or a function's promise, gives.
func value[T any](d *desk, expression string) (v T) {
	d.t.Helper()
	d.do(chromedp.Evaluate(expression, &v, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	return v
}

// press presses the button with those words.
func (d *desk) press(words string) {
	d.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll('dialog[open] button, button, summary')].find(b => b.checkVisibility() && (b.textContent.trim() === %q || b.ariaLabel === %[1]q))`, words)
	d.wait("!!" + find)
	d.do(chromedp.Evaluate(find+".click()", nil))
}

// focused is the path of the field that has the focus.
const focused = `document.activeElement.closest('[data-field]')?.dataset.field ?? ''`

// led waits until the focus is in the field of a path. A dialog leads on in a task of its own,
// after the press has returned.
func (d *desk) led(path string) {
	d.t.Helper()
	d.wait(fmt.Sprintf("(%s) === %q", focused, path))
}

// begin begins a paper of a kind, and waits for its pages.
func (d *desk) begin(kind string) {
	d.t.Helper()
	d.do(chromedp.Evaluate(fmt.Sprintf(`[...document.querySelectorAll('.kinds button')].find(b => b.firstChild.textContent === %q).click()`, kind), nil))
	d.pages()
}

// pages waits until the pages are those of the form.
func (d *desk) pages() {
	d.t.Helper()
	d.wait(`/^\d+ trang/.test(document.getElementById('state').textContent)`)
}

// drop drops files on the page, as a person does with the mouse.
func (d *desk) drop(files map[string][]byte) {
	d.t.Helper()
	var list strings.Builder
	for name, data := range files {
		fmt.Fprintf(&list, "t.items.add(new File([Uint8Array.fromBase64(%q)], %q));", base64Of(data), name)
	}
	d.do(chromedp.Evaluate(`(() => { const t = new DataTransfer(); `+list.String()+` document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: t, bubbles: true, cancelable: true})); })()`, nil))
}

// download presses a button and gives the file that it brings.
func (d *desk) download(button string) (name string, data []byte) {
	d.t.Helper()
	folder, err := os.MkdirTemp(d.downloads, "")
	if err != nil {
		d.t.Fatal(err)
	}
	d.do(allow(folder))
	d.press(button)
	for range 200 {
		files, _ := filepath.Glob(filepath.Join(folder, "*"))
		if len(files) == 1 && !strings.HasSuffix(files[0], ".crdownload") {
			if data, err = os.ReadFile(files[0]); err == nil && len(data) > 0 {
				return filepath.Base(files[0]), data
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	d.shot("failed")
	d.t.Fatalf("%s brought no file", button)
	return "", nil
}

// shot takes a picture of the screen, when they are wanted.
func (d *desk) shot(name string) {
	if *screens == "" {
		return
	}
	var picture []byte
	ctx, end := context.WithTimeout(d.ctx, 20*time.Second)
	defer end()
	if err := chromedp.Run(ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		picture, err = page.CaptureScreenshot().Do(ctx)
		return err
	})); err != nil {
		d.t.Log(err)
		return
	}
	path := filepath.Join(*screens, strings.ReplaceAll(d.t.Name(), "/", "-")+"-"+name+".png")
	if err := os.WriteFile(path, picture, 0o644); err != nil {
		d.t.Log(err)
	}
}
