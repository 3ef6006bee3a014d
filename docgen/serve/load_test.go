package serve_test

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/serve"
	"github.com/vanban-go/vanban/plan"
)

// whole asks for the tests of load at full length: go test ./docgen/serve -run 'Load|Hostile' -load -v
var whole = flag.Bool("load", false, "run the tests of load at full length")

// TestLoad: many clients at once. Every answer is the same paper, memory does not grow.
func TestLoad(t *testing.T) {
	clients, requests := 8, 200
	if *whole {
		clients, requests = 16, 10_000
	}
	h := handler(t, nil)
	address := loopback(t, h) + "/api/v1/render"
	transport := &http.Transport{MaxIdleConnsPerHost: clients}
	defer transport.CloseIdleConnections()
	want := ask(t, h, "POST", "/api/v1/render", paper, yaml).Body.Bytes()
	var all sync.WaitGroup
	var left atomic.Int64
	left.Store(int64(requests))
	times := make([][]time.Duration, clients)
	var mutex sync.Mutex
	var held []uint64 // in the middle and at the end
	begun := time.Now()
	for i := range clients {
		all.Go(func() {
			client := &http.Client{Transport: transport}
			for n := left.Add(-1); n >= 0; n = left.Add(-1) {
				sent := time.Now()
				res, err := client.Post(address, "application/yaml", strings.NewReader(paper))
				if err != nil {
					t.Error(err)
					return
				}
				got, err := io.ReadAll(res.Body)
				res.Body.Close()
				if err != nil || res.StatusCode != 200 || !bytes.Equal(got, want) {
					t.Errorf("%s, %d bytes, %v", res.Status, len(got), err)
				}
				times[i] = append(times[i], time.Since(sent))
				if n == int64(requests/2) || n == 0 {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					mutex.Lock()
					held = append(held, m.HeapSys-m.HeapReleased)
					mutex.Unlock()
				}
			}
		})
	}
	all.Wait()
	took := time.Since(begun)
	list := slices.Sorted(slices.Values(slices.Concat(times...)))
	if len(list) != requests {
		t.Fatalf("%d answers of %d", len(list), requests)
	}
	t.Logf("%d clients, %d requests: %.0f a second, p50 %v, p99 %v, heap %d MB in the middle, %d MB at the end", clients, requests,
		float64(requests)/took.Seconds(), list[len(list)/2], list[len(list)*99/100], held[0]>>20, held[1]>>20)
	if held[1] > 2*held[0]+64<<20 {
		t.Errorf("memory grew from %d to %d MB", held[0]>>20, held[1]>>20)
	}
}

// TestLoadBeyond: more clients than the queue holds. Each is answered with its paper or asked
// to come again, and gets its paper then.
func TestLoadBeyond(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(max(2, runtime.GOMAXPROCS(0)))) // one makes a paper before the next is asked for
	clients, each := 64, 4
	if *whole {
		each = 50
	}
	h := handler(t, &serve.Options{Limits: serve.Limits{Calls: 8}})
	address := loopback(t, h) + "/api/v1/render?to=txt"
	var all sync.WaitGroup
	var again atomic.Int64
	var slow []*io.PipeWriter // of clients that take all room until somebody is asked to come again
	for range 8 {
		r, w := io.Pipe()
		slow = append(slow, w)
		all.Go(func() {
			if res, err := http.Post(address, "application/yaml", r); err == nil {
				res.Body.Close()
			}
		})
	}
	for queue(t, h, "calls") != "8" {
		time.Sleep(time.Millisecond)
	}
	for i := range clients {
		all.Go(func() {
			mark := fmt.Sprintf("Thôn số %d", i)
			for n := 0; n < each || again.Load() == 0 && n < 20*each; n++ { // quick processors keep the queue short for a while
				for {
					res, err := http.Post(address, "application/yaml", strings.NewReader(strings.Replace(paper, "Các thôn", mark, 1)))
					if err != nil {
						t.Error(err)
						return
					}
					got, err := io.ReadAll(res.Body)
					res.Body.Close()
					if res.StatusCode == 200 && err == nil && strings.Contains(string(got), mark) {
						break
					}
					if res.StatusCode != 429 && res.StatusCode != 503 || res.Header.Get("Retry-After") == "" {
						t.Errorf("%s: %.200s, %v", res.Status, got, err)
						return
					}
					if again.Add(1) == 1 {
						for _, w := range slow {
							w.Close()
						}
					}
					time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
				}
			}
		})
	}
	all.Wait()
	if again.Load() == 0 {
		t.Error("nobody was asked to come again")
	}
	t.Logf("%d clients, %d papers each at least: %d times asked to come again", clients, each, again.Load())
	if queue(t, h, "calls") != "0" || queue(t, h, "bytes") != "0" {
		t.Error("something is left in the queue")
	}
}

func BenchmarkLibrary(b *testing.B) {
	r, err := docgen.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		f, _ := r.Reading().Parse("-", []byte(paper))
		d, err := r.Build(b.Context(), plan.NewSet(f), "-")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := r.PDF(b.Context(), io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkServer is one page over a loopback connection, client and all; one page over the
// handler alone is BenchmarkHandler.
func BenchmarkServer(b *testing.B) {
	h, err := serve.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	s := &http.Server{Handler: h}
	defer s.Close()
	go s.Serve(l)
	for b.Loop() {
		res, err := http.Post("http://"+l.Addr().String()+"/api/v1/render", "application/yaml", strings.NewReader(paper))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, res.Body); err != nil || res.StatusCode != 200 {
			b.Fatal(res.Status, err)
		}
		res.Body.Close()
	}
}

// nowhere takes an answer and keeps nothing.
type nowhere struct{ header http.Header }

func (n nowhere) Header() http.Header         { return n.header }
func (n nowhere) Write(p []byte) (int, error) { return len(p), nil }
func (n nowhere) WriteHeader(int)             {}

func BenchmarkHandler(b *testing.B) {
	h, err := serve.New(nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r, err := http.NewRequestWithContext(b.Context(), "POST", "http://127.0.0.1/api/v1/render", strings.NewReader(paper))
		if err != nil {
			b.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/yaml")
		h.ServeHTTP(nowhere{make(http.Header)}, r)
	}
}

// TestHostileRequests sends what only means harm, each on a connection of its own: broken
// heads and bodies, bombs, names, hosts, paths, scripts. The server goes on, writes no file and
// keeps no memory.
func TestHostileRequests(t *testing.T) {
	requests := 300
	if *whole {
		requests = 2000
	}
	t.Chdir(t.TempDir())
	h := handler(t, &serve.Options{
		Panicked: func(id string, stack []byte) { t.Errorf("a panic at %s\n%s", id, stack) },
		Limits:   serve.Limits{Transfer: 200 * time.Millisecond, Time: 10 * time.Second, Body: 1 << 20, Calls: 16},
	})
	address := strings.TrimPrefix(loopback(t, h), "http://")
	random := rand.New(rand.NewPCG(1, 2))
	var all sync.WaitGroup
	gate := make(chan bool, 8)
	counts := make(map[string]int)
	var mutex sync.Mutex
	for range requests {
		raw, slow := hostile(random)
		gate <- true
		all.Go(func() {
			defer func() { <-gate }()
			status := harm(t, address, raw, slow)
			mutex.Lock()
			defer mutex.Unlock()
			counts[status]++
		})
	}
	all.Wait()
	t.Logf("%d hostile requests: %v", requests, counts)
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > 256<<20 {
		t.Errorf("%d MB are kept", m.HeapAlloc>>20)
	}
	await(t, h, "calls", "0")
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("files were written: %v, %v", files, err)
	}
	if w := ask(t, h, "POST", "/api/v1/render", paper, yaml); w.Code != 200 {
		t.Errorf("afterwards: %d", w.Code)
	}
}

// harm sends a request and gives the status of the answer; "" for none.
func harm(t *testing.T, address, raw string, slow bool) string {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Error(err)
		return ""
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		t.Error(err)
	}
	if slow {
		for i := 0; i < len(raw) && i < 40; i++ {
			if _, err := io.WriteString(conn, raw[i:i+1]); err != nil {
				break
			}
			time.Sleep(5 * time.Millisecond)
		}
		raw = raw[min(40, len(raw)):]
	}
	_, _ = io.WriteString(conn, raw) // which the server may not want to the end
	if c, ok := conn.(*net.TCPConn); ok {
		_ = c.CloseWrite()
	}
	got, err := io.ReadAll(conn)
	if e, ok := err.(net.Error); ok && e.Timeout() {
		t.Errorf("no end after a minute: %.200q", raw)
	}
	_, status, _ := strings.Cut(string(got[:min(len(got), 12)]), " ")
	if status == "500" {
		t.Errorf("failed at %.300q: %.300q", raw, got)
	}
	head, _, _ := strings.Cut(string(got), "\r\n\r\n")
	if strings.Contains(head, "<script") || strings.Contains(head, "X-Evil") {
		t.Errorf("a word of the request is in the head: %s", head)
	}
	return status
}

// hostile makes a request.
func hostile(random *rand.Rand) (raw string, slow bool) {
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	long := strings.Repeat("a", 1<<random.IntN(18))
	method := pick("POST", "POST", "POST", "POST", "GET", "PUT", "DELETE", "TRACE", "CONNECT", "X\x00")
	path := pick("/api/v1/render", "/api/v1/render?to=svg", "/api/v1/check", "/api/v1/jobs?id=a", "/api/v1/jobs/../../etc/passwd",
		"/api/v1/schema/..%2f..%2fetc",
		"/api/v1/new/<script>", "/api/v1/sheet?sheet=<script>alert(1)</script>", "/api/v1/import", "/api/v1/award/issue", "//", "/"+long,
		"http://example.com/", "/api/v1/render?to="+long)
	host := pick("localhost", "localhost", "localhost", "localhost", "example.com", "127.0.0.1.nip.io", "localhost\r\nHost: example.com",
		"", long)
	header := pick("", "", "", "Origin: null\r\n", "Origin: http://example.com\r\n", "X-Request-Id: <script>\r\n",
		"X-Request-Id: a\r\nX-Evil: 1\r\n",
		"Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\nContent-Length: 6\r\n",
		"Expect: 100-continue\r\n", "A: "+long+"\r\n", "Range: bytes=0-\r\n")
	media := pick("application/yaml", "application/yaml", "application/json", "multipart/form-data; boundary=x",
		"multipart/form-data; boundary=x", "multipart/form-data; boundary="+long,
		"text/plain", "text/csv", "text/html", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	name := pick("a.yaml", "../../etc/passwd", "/etc/passwd", "a\u202eb.yaml", "<script>.yaml", "a.docx", "a.xlsx", "CON",
		"a\\\"; X-Evil: 1.yaml", long)
	text := pick(paper, wrong, strings.Replace(paper, "Các thôn", "<script>alert(1)</script>", 1), "a: &a [*a]\n",
		strings.Repeat("[", 5000), strings.Repeat("- ", 5000),
		"b: &b ["+strings.Repeat("x,", 50)+"]\nc: ["+strings.Repeat("*b,", 500)+"]\n", "PK\x03\x04"+long, "\xff\xfe"+long,
		"\x89PNG\r\n\x1a\n"+long, long,
		job, "kind: job\nversion: 1\nlist: {file: /etc/passwd}\n", "kind: season\nversion: 1\nplan: ../../a.yaml\n", strings.Replace(paper, "body: |", "body: |\n  "+strings.Repeat("x ", 1<<random.IntN(16)), 1),
		strings.Replace(paper, "An}", "An, signature: \"http://127.0.0.1/a.png\"}", 1), "")
	body := text
	if strings.HasPrefix(media, "multipart") {
		body = "--x\r\nContent-Disposition: form-data; name=\"" + pick("document", "document", "file",
			"<script>") + "\"; filename=\"" + name + "\"\r\n\r\n" + text +
			pick("\r\n--x--\r\n", "\r\n--x--\r\n", "", "\r\n--x\r\n", "\r\n--x\r\n\r\n"+long)
	}
	length := len(body)
	switch random.IntN(12) {
	case 0:
		length += random.IntN(1 << 20) // more than comes
	case 1:
		length = math.MaxInt32
	case 2:
		length = length / 2
	}
	raw = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + media + "\r\nConnection: close\r\n" + header
	if !strings.Contains(header, "Content-Length") && !strings.Contains(header, "Transfer-Encoding") {
		raw += fmt.Sprintf("Content-Length: %d\r\n", length)
	}
	raw += "\r\n" + body
	if random.IntN(20) == 0 {
		raw = raw[:random.IntN(len(raw))]
	}
	return raw, random.IntN(20) == 0
}
