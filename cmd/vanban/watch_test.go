package main

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestWatch: a paper is made again when its file, the picture that it names or the office's
// profile changes; with an error the last good one stays.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(at(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const paper = "kind: thong-bao\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\nnumber: 5\ndate: 2026-03-15\n" +
		"subject: Lịch họp\nbody: Họp tại hội trường.\ndistribution: {to: [Các thôn], file_copy: [VT]}\nsigner: {position: Chủ tịch, name: Nguyễn Văn An}\n"
	write("a.yaml", paper)
	write("don-vi.yaml", "kind: profile\nversion: 1\n")
	var out, errs output
	c := &console{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }}
	ctx, interrupt := context.WithTimeout(t.Context(), time.Minute)
	defer interrupt()
	status := make(chan int)
	go func() {
		status <- execute(ctx, c, []string{"render", at("a.yaml"), "--to", "txt", "--profile", at("don-vi.yaml"), "--watch"})
	}()
	// until waits for what must come.
	until := func(what string, ok func() bool) {
		t.Helper()
		for !ok() {
			if ctx.Err() != nil {
				t.Fatalf("%s never comes: %s", what, &errs)
			}
			time.Sleep(10 * time.Millisecond)
		}
	}
	holds := func(words string) func() bool {
		return func() bool {
			text, err := os.ReadFile(at("a.txt"))
			return err == nil && bytes.Contains(text, []byte(words))
		}
	}
	until("the paper", holds("Họp tại hội trường"))
	write("a.yaml", strings.Replace(paper, "hội trường", "nhà văn hóa", 1))
	until("the change", holds("Họp tại nhà văn hóa"))
	write("a.yaml", strings.Replace(paper, "subject", "subjekt", 1))
	until("the error", func() bool { return strings.Contains(errs.String(), "giữ bản trước") })
	if !holds("nhà văn hóa")() {
		t.Error("the last good paper is gone")
	}
	write("a.yaml", strings.Replace(paper, "signer: {", "signer: {signature: chu-ky.png, ", 1))
	until("the missing picture", func() bool { return strings.Contains(errs.String(), "chu-ky.png") })
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewNRGBA(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	write("chu-ky.png", picture.String())
	until("the paper with its picture", holds("Họp tại hội trường"))
	write("a.yaml", paper+"# xong\n")
	write("don-vi.yaml", "kind: profile\nversion: 1\nno_such: 1\n")
	wrong := strings.Count(errs.String(), "giữ bản trước")
	until("the profile's error", func() bool { return strings.Count(errs.String(), "giữ bản trước") > wrong })
	interrupt()
	if got := <-status; got != statusFound {
		t.Errorf("status %d: %s", got, &errs)
	}
}

// TestWatchRefused: what cannot be watched.
func TestWatchRefused(t *testing.T) {
	for _, args := range [][]string{{"-"}, {"a.yaml", "-o", "-"}, {"a.yaml", "--placements", "-"}, {"a.yaml", "--profile", "-"},
		{"a.docx"}} {
		var out, errs output
		c := &console{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }}
		if got := execute(t.Context(), c, append([]string{"render", "--watch"}, args...)); got != statusFailed ||
			!strings.Contains(errs.String(), "--watch") {
			t.Errorf("%q: status %d, %s", args, got, &errs)
		}
	}
}
