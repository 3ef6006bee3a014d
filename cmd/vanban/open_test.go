package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// TestOpen: the page is opened with a secret that every request needs; a second start shows
// the first; when the page asks for it the program ends, and leaves no file behind.
func TestOpen(t *testing.T) {
	home := t.TempDir()
	for _, key := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(key, home)
	}
	pages := make(chan string, 2)
	var out, errs output
	c := &console{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" },
		browse: func(address string) error {
			pages <- address
			return nil
		}}
	ctx, interrupt := context.WithTimeout(t.Context(), time.Minute)
	defer interrupt()
	status := make(chan int)
	go func() { status <- execute(ctx, c, []string{"serve", "--open", "--addr", "127.0.0.1:0"}) }()
	page := <-pages
	address, token, ok := strings.Cut(page, "#token=")
	if !ok || len(token) < 20 {
		t.Fatalf("the page is %s", page)
	}
	if got := execute(ctx, c, []string{"serve", "--open"}); got != statusClean {
		t.Errorf("the second start: %d %s", got, &errs)
	}
	if second := <-pages; second != page {
		t.Errorf("the second start shows %s, not %s", second, page)
	}
	end := func(authorization string) int {
		q, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"api/v1/end", strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		q.Header.Set("Content-Type", "application/json")
		q.Header.Set("Authorization", authorization)
		res, err := http.DefaultClient.Do(q)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		io.Copy(io.Discard, res.Body)
		return res.StatusCode
	}
	if got := end("Bearer x"); got != http.StatusUnauthorized {
		t.Errorf("without the secret: %d", got)
	}
	if got := end("Bearer " + token); got != http.StatusOK {
		t.Errorf("with the secret: %d", got)
	}
	if got := <-status; got != statusClean {
		t.Errorf("status %d, %s", got, &errs)
	}
	if _, err := os.Stat(runningFile()); !os.IsNotExist(err) {
		t.Errorf("the file is still there: %v", err)
	}
}
