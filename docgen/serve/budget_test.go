package serve_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/serve"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/internal/ooxml"
	"github.com/vanban-go/vanban/plan"
)

// held is a kind whose papers are made when the test lets them.
func held(begun chan<- bool, let <-chan bool) []docgen.Kind {
	return append(docgen.Kinds(), docgen.Kind{
		Kind: plan.Kind{ID: "cho", Name: "Chờ", New: func(string) any { return new(plan.General) }},
		Body: func(*docgen.Composer, plan.Paper) []doc.Part {
			begun <- true
			<-let
			return []doc.Part{&doc.Prose{Inlines: doc.T("Xong.")}}
		},
	})
}

// queue reads a gauge of the queue.
func queue(t *testing.T, h http.Handler, name string) string {
	t.Helper()
	m := regexp.MustCompile(`(?m)^vanban_queue_` + name + ` (.*)$`).FindStringSubmatch(ask(t, h, "GET", "/metrics", "").Body.String())
	if m == nil {
		t.Fatalf("no gauge %s", name)
	}
	return m[1]
}

// await waits until a gauge of the queue is so.
func await(t *testing.T, h http.Handler, name, want string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); queue(t, h, name) != want; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s is %s, want %s", name, queue(t, h, name), want)
		}
	}
}

// TestQueue: those who do not fit are told to come again; those who wait too long, too. Nobody
// else suffers.
func TestQueue(t *testing.T) {
	begun, let := make(chan bool), make(chan bool)
	waits := strings.Replace(paper, "thong-bao", "cho", 1)
	h := handler(t, &serve.Options{
		Renderer: docgen.Options{Kinds: held(begun, let)},
		Limits:   serve.Limits{Calls: 2, Workers: 1, Wait: 50 * time.Millisecond},
	})
	answers := make(chan *httptest.ResponseRecorder)
	go func() { answers <- ask(t, h, "POST", "/api/v1/render?to=txt", waits, yaml) }()
	<-begun
	w := ask(t, h, "POST", "/api/v1/render", paper, yaml)
	if refused(t, w, "busy"); w.Code != 503 || w.Header().Get("Retry-After") == "" {
		t.Errorf("waited too long: %d, %v", w.Code, w.Header())
	}
	block, unblock := io.Pipe()
	go func() {
		r := httptest.NewRequestWithContext(t.Context(), "POST", "http://127.0.0.1/api/v1/render?to=txt", block)
		r.Header.Set("Content-Type", "application/yaml")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		answers <- w
	}()
	await(t, h, "calls", "2")
	w = ask(t, h, "POST", "/api/v1/render", paper, yaml)
	if refused(t, w, "too-many"); w.Code != 429 || w.Header().Get("Retry-After") == "" {
		t.Errorf("too many: %d, %v", w.Code, w.Header())
	}
	if w := ask(t, h, "GET", "/api/v1/kinds", ""); w.Code != 200 {
		t.Errorf("what needs no work is not answered: %d", w.Code)
	}
	let <- true
	if w := <-answers; !strings.Contains(w.Body.String(), "Xong.") {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	if _, err := io.WriteString(unblock, paper); err != nil {
		t.Error(err)
	}
	unblock.Close()
	if w := <-answers; w.Code != 200 {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	if queue(t, h, "calls") != "0" || queue(t, h, "bytes") != "0" || queue(t, h, "working") != "0" || queue(t, h, "working_bytes") != "0" {
		t.Error("something is left in the queue")
	}
}

// TestQueueBytes: bodies that do not say how long they are count as the longest.
func TestQueueBytes(t *testing.T) {
	h := handler(t, &serve.Options{Limits: serve.Limits{Body: 3000, Queue: 4000}})
	block, unblock := io.Pipe()
	answered := make(chan bool)
	go func() {
		r := httptest.NewRequestWithContext(t.Context(), "POST", "http://127.0.0.1/api/v1/render", block)
		r.Header.Set("Content-Type", "application/yaml")
		h.ServeHTTP(httptest.NewRecorder(), r)
		answered <- true
	}()
	await(t, h, "bytes", "3000")
	if w := ask(t, h, "POST", "/api/v1/render", paper, yaml); w.Code != 200 {
		t.Errorf("one that fits: %d", w.Code)
	}
	refused(t, ask(t, h, "POST", "/api/v1/render", paper+strings.Repeat("#", 1000), yaml), "too-many")
	if p := refused(t, ask(t, h, "POST", "/api/v1/render", strings.Repeat("#", 3001), yaml), "too-large"); p.Limit == nil ||
		p.Limit.Name != "body" {
		t.Errorf("got %+v", p)
	}
	unblock.Close()
	<-answered
}

func TestPages(t *testing.T) {
	long := strings.Replace(paper, "  Ủy ban", strings.Repeat("  Một đoạn.\n\n", 100)+"  Ủy ban", 1)
	for most, want := range map[int]string{1: "too-large", 2: "too-large", 200: ""} {
		h := handler(t, &serve.Options{Limits: serve.Limits{Pages: most}})
		for _, target := range []string{"render", "render?to=svg", "check"} {
			w := ask(t, h, "POST", "/api/v1/"+target, long, yaml)
			if want == "" && w.Code == 200 {
				continue
			}
			if p := refused(t, w, want); p.Limit == nil || p.Limit.Name != "pages" || p.Limit.Value != most {
				t.Errorf("%s: at most %d pages: %+v", target, most, p)
			}
		}
	}
}

func TestPixels(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 100, 50))); err != nil {
		t.Fatal(err)
	}
	picture := b.String()
	h := handler(t, &serve.Options{Limits: serve.Limits{Pixels: 10_000}})
	body, media := form(t, [3]string{"document", "a.yaml", paper}, [3]string{"file", "b.png", picture}, [3]string{"file", "c.png", picture})
	if w := ask(t, h, "POST", "/api/v1/render", body, media); w.Code != 200 {
		t.Errorf("as many pixels as may be: %d %s", w.Code, w.Body)
	}
	body, media = form(t, [3]string{"document", "a.yaml", paper}, [3]string{"file", "b.png", picture},
		[3]string{"file", "c.png", picture}, [3]string{"file", "d.png", picture})
	if p := refused(t, ask(t, h, "POST", "/api/v1/render", body, media), "too-large"); p.Limit == nil || p.Limit.Name != "pixels" {
		t.Errorf("got %+v", p)
	}
}

// loopback serves a handler on loopback and gives its address.
func loopback(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// TestSlowBody: a body that does not come is not waited for.
func TestSlowBody(t *testing.T) {
	h := handler(t, &serve.Options{Limits: serve.Limits{Transfer: 100 * time.Millisecond}})
	conn, err := net.Dial("tcp", strings.TrimPrefix(loopback(t, h), "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn,
		"POST /api/v1/render HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\nContent-Length: 100\r\n\r\nkind"); err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(conn)
	if err != nil || !bytes.Contains(answer, []byte("408")) || !bytes.Contains(answer, []byte("urn:vanban:problem:slow")) {
		t.Errorf("got %s, %v", answer, err)
	}
	await(t, h, "calls", "0")
}

// TestSlowReader: an answer that nobody takes does not hold the work up for long.
func TestSlowReader(t *testing.T) {
	h := handler(t, &serve.Options{Limits: serve.Limits{Time: time.Second, Transfer: 100 * time.Millisecond}})
	conn, err := net.Dial("tcp", strings.TrimPrefix(loopback(t, h), "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	const ask = "GET /api/v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n"
	// More answers than the buffers between take, none of which is read.
	if _, err := io.WriteString(conn, strings.Repeat(ask, 2000)); err != nil {
		t.Log(err)
	}
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if _, err := io.WriteString(conn, ask); err != nil {
			return
		}
		if time.Now().After(end) {
			t.Fatal("the server still waits")
		}
	}
}

// TestCancelled: work stops soon after whoever asked for it has gone, and nothing is left.
func TestCancelled(t *testing.T) {
	h := handler(t, nil)
	address := loopback(t, h)
	long := strings.Replace(paper, "  Ủy ban", strings.Repeat("  Một đoạn văn bản dài.\n\n", 30_000)+"  Ủy ban", 1)
	for range 3 {
		ctx, cancel := context.WithCancel(t.Context())
		r, err := http.NewRequestWithContext(ctx, "POST", address+"/api/v1/render", strings.NewReader(long))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/yaml")
		go func() {
			await(t, h, "working", "1")
			cancel()
		}()
		if res, err := http.DefaultClient.Do(r); err == nil {
			res.Body.Close()
			t.Errorf("answered: %s", res.Status)
		}
		gone := time.Now()
		await(t, h, "working", "0")
		if took := time.Since(gone); took > 2*fuzzing.Slowness*time.Second {
			t.Errorf("the work went on for %v", took)
		}
		cancel()
	}
	http.DefaultClient.CloseIdleConnections()
	before := runtime.NumGoroutine()
	for range 20 {
		ask(t, h, "POST", "/api/v1/render", paper, yaml)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

// TestUnpacked: archives that hold more than may be are refused before one is unpacked, whatever
// their sizes come to together.
func TestUnpacked(t *testing.T) {
	const typeWord = "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	word := ask(t, handler(t, nil), "POST", "/api/v1/render?to=docx", paper, yaml).Body.String()
	size := ooxml.Unpacked(strings.NewReader(word), int64(len(word)))
	if size <= int64(len(word)) {
		t.Fatalf("%d bytes unpacked, %d packed", size, len(word))
	}
	two, media := form(t, [3]string{"document", "a.docx", word}, [3]string{"file", "b.docx", word})
	for _, tt := range []struct {
		most        int64
		body, media string
		refused     bool
	}{
		{size, word, typeWord, false}, {size - 1, word, typeWord, true}, {2 * size, two, media, false}, {2*size - 1, two, media,
			true}, {1, paper, yaml, false},
	} {
		h := handler(t, &serve.Options{Limits: serve.Limits{Unpacked: tt.most}})
		w := ask(t, h, "POST", "/api/v1/check", tt.body, tt.media)
		if !tt.refused {
			if w.Code != 200 {
				t.Errorf("%d bytes may be: %d %s", tt.most, w.Code, w.Body)
			}
		} else if p := refused(t, w, "too-large"); p.Limit == nil || p.Limit.Name != "unpacked" || p.Limit.Flag != "--max-unpacked" {
			t.Errorf("%d bytes may be: %+v", tt.most, p)
		}
	}
}
