package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen/serve"
)

// output is what a command printed so far.
type output struct {
	mutex sync.Mutex
	b     bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.b.String()
}

// TestServe runs the server as a person does: it answers with the bytes of vanban render,
// and ends when it is interrupted, once it has answered.
func TestServe(t *testing.T) {
	var out, errs output
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	c := &console{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }}
	status := make(chan int)
	go func() { status <- execute(ctx, c, []string{"serve", "--addr", "127.0.0.1:0"}) }()
	address := ""
	for end := time.Now().Add(time.Minute); address == ""; time.Sleep(5 * time.Millisecond) {
		if _, rest, ok := strings.Cut(out.String(), "tại "); ok && strings.HasSuffix(rest, "\n") {
			address = strings.TrimSpace(rest)
		} else if time.Now().After(end) {
			t.Fatalf("the server does not begin: %s%s", &out, &errs)
		}
	}
	name := filepath.Join("..", "..", "examples", "mau-1.5-cong-van", "cong-van.yaml")
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.Post(address+"api/v1/render", "application/yaml", bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %v", res.Status, err)
	}
	want := filepath.Join(t.TempDir(), "a.pdf")
	if status := execute(t.Context(), c, []string{"render", name, "-o", want}); status != statusClean {
		t.Fatalf("render: %d %s", status, &errs)
	}
	if file, err := os.ReadFile(want); err != nil || !bytes.Equal(file, got) {
		t.Errorf("the server and vanban render differ: %v", err)
	}
	interrupt()
	if got := <-status; got != statusClean || errs.String() != "" {
		t.Errorf("status %d, %s", got, &errs)
	}
	if _, err := http.Get(address + "healthz"); err == nil {
		t.Error("the server still answers")
	}
}

// TestServeRefused: what the server does not begin with.
func TestServeRefused(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"ma.txt": "0123456789abcdef\n", "ngan.txt": "0123456789abcde",
		"cach.txt": "0123456789 abcdef"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	token := []string{"--token-file", filepath.Join(dir, "ma.txt")}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"--addr", "8730"}, "là MÁY:CỔNG"},
		{[]string{"--addr", ":0"}, "cần --token-file"},
		{[]string{"--addr", "0.0.0.0:0"}, "cần --token-file"},
		{append([]string{"--addr", "0.0.0.0:0"}, token...), "cần --tls-cert"},
		{append([]string{"--addr", "0.0.0.0:0", "--behind-proxy"}, token...), "cần --host"},
		{append([]string{"--addr", "0.0.0.0:0", "--behind-proxy", "--open"}, token...), "--open chỉ"},
		{[]string{"--tls-cert", "a"}, "đi cùng nhau"},
		{[]string{"--tls-key", "a"}, "đi cùng nhau"},
		{[]string{"--tls-cert", "a", "--tls-key", "b", "--behind-proxy"}, "là khi không có"},
		{[]string{"--token-file", filepath.Join(dir, "ngan.txt")}, "ít nhất 16"},
		{[]string{"--token-file", filepath.Join(dir, "cach.txt")}, "ít nhất 16"},
		{[]string{"--token-file", filepath.Join(dir, "khong-co.txt")}, "không đọc được"},
		{[]string{"--addr", taken.Addr().String()}, "chương trình khác đang dùng"},
		{[]string{"--host", "http://a"}, "tùy chọn --host là TÊN-MÁY"},
		{[]string{"--host", "a b"}, "tùy chọn --host là TÊN-MÁY"},
		{[]string{"--origin", "cong.example.vn"}, "tùy chọn --origin là địa chỉ gốc"},
		{[]string{"--origin", "https://cong.example.vn/a"}, "tùy chọn --origin là địa chỉ gốc"},
		{[]string{"--max-body", "-1"}, "tùy chọn --max-body nhận giá trị lớn hơn 0, không nhận -1"},
		{[]string{"--workers", "0"}, "tùy chọn --workers nhận giá trị lớn hơn 0"},
		{[]string{"--max-time", "0s"}, "tùy chọn --max-time nhận giá trị lớn hơn 0"},
		{[]string{"--tls-cert", filepath.Join(dir, "ma.txt"), "--tls-key", filepath.Join(dir, "ma.txt")}, "không phải chứng thư và khóa"},
		{[]string{"--tls-cert", filepath.Join(dir, "khong-co.pem"), "--tls-key", filepath.Join(dir, "ma.txt")}, "không đọc được"},
	} {
		var out, errs output
		c := &console{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }}
		if got := execute(t.Context(), c, append([]string{"serve"}, tt.args...)); got != statusFailed ||
			!strings.Contains(errs.String(), tt.want) {
			t.Errorf("%v: status %d, %s", tt.args, got, &errs)
		}
	}
}

// TestServeNames: whom the server answers, and what --open takes.
func TestServeNames(t *testing.T) {
	for host, want := range map[string]bool{
		"127.0.0.1": true, "127.9.9.9": true, "::1": true, "localhost": true, "::ffff:127.0.0.1": true, "": false, "0.0.0.0": false,
		"::": false, "10.0.0.1": false, "a": false,
	} {
		if got := isLoopback(host); got != want {
			t.Errorf("%q is loopback: %v", host, got)
		}
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	l, err := serveFlags{addr: taken.Addr().String(), open: true}.listen()
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if l.Addr().String() == taken.Addr().String() {
		t.Errorf("two servers at %s", l.Addr())
	}
	c := &console{}
	a, err := serveFlags{open: true}.token(c)
	b, err2 := serveFlags{open: true}.token(c)
	if err != nil || err2 != nil || a == b || len(a) < 20 {
		t.Errorf("tokens %q and %q, %v, %v", a, b, err, err2)
	}
	if _, err := serve.New(&serve.Options{Token: a}); err != nil {
		t.Error(err)
	}
}
