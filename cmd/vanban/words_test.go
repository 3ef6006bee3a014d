package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestBatchFailure: why a batch could not begin or go on, in words.
func TestBatchFailure(t *testing.T) {
	at := func(err error) error { return &fs.PathError{Op: "open", Path: "a/./b.csv", Err: err} }
	for _, tt := range []struct {
		err  error
		want string
	}{
		{&batch.DamagedError{Name: "manifest.json", Line: 3}, "bản kê manifest.json không còn như khi được ghi, từ dòng 3; chép lại"},
		{batch.ErrLocked, "một lần chạy khác đang làm"},
		{at(batch.ErrForeign), "thư mục kết quả đã có a/./b.csv, không do vanban batch ghi"},
		{batch.ErrForeign, "không làm được: "},
		{&batch.ChangedError{Changes: []string{"tệp a: nội dung đã đổi", "b"}}, "không làm tiếp được, đầu vào đã đổi:\n  tệp a: nội dung đã đổi\n  b\n"},
		{&batch.JoinError{Problems: []string{"thiếu phần 1/2"}}, "không ghép được:\n  thiếu phần 1/2"},
		{batch.ErrMergeName, "tệp gộp (--merge) trùng tên"},
		{batch.ErrUnfinished, "thư mục có một lần chạy dở"},
		{fmt.Errorf("%w: %w", batch.ErrList, at(fs.ErrNotExist)), "không đọc được danh sách a/b.csv: không có tệp hoặc thư mục này; để danh sách"},
		{fmt.Errorf("%w: %w", batch.ErrList, at(fs.ErrPermission)), "không đọc được danh sách a/b.csv: không có quyền"},
		{at(fs.ErrPermission), "không làm được với a/./b.csv: không có quyền; những gì đã ghi còn nguyên"},
		{batch.ErrList, "không làm được: "},
	} {
		got := batchFailure(tt.err).Error()
		if !strings.HasPrefix(got, tt.want) || strings.HasSuffix(tt.want, "không có quyền") && got != tt.want {
			t.Errorf("%v: %s, want %s", tt.err, got, tt.want)
		}
	}
}

// TestFindingsOfJobs: what is found in a job is named from where the command runs; what is about no file, as it is.
func TestFindingsOfJobs(t *testing.T) {
	for _, tt := range []struct{ dir, file, want string }{
		{".", "ds.csv", "ds.csv: lỗi"}, {"viec", "ds.csv", filepath.Join("viec", "ds.csv") + ": lỗi"}, {"viec", "", "lỗi"}, {".", "", "lỗi"},
	} {
		var said bytes.Buffer
		r := &batchReport{c: &console{err: &said}, dir: tt.dir}
		r.add(&diag.Diagnostic{Pos: diag.Pos{File: tt.file}, Level: diag.Error, Rule: "a.b", Message: "sai"})
		r.add(&diag.Diagnostic{Pos: diag.Pos{File: tt.file}, Level: diag.Warning, Rule: "a.b", Message: "sai"})
		if !strings.HasPrefix(said.String(), tt.want) || !errors.Is(r.end(), errFound) {
			t.Errorf("%q in %q: %s", tt.file, tt.dir, said.String())
		}
	}
	var f batchFlags
	for shard, want := range map[batch.Shard]string{{}: "", {Index: 1, Of: 1}: "", {Index: 1, Of: 2}: "-1-of-2"} {
		if f.o.Shard = shard; shardSuffix(f) != want {
			t.Errorf("%v: %q", shard, shardSuffix(f))
		}
	}
}

// TestProgressText: how far a run is, by what it knows.
func TestProgressText(t *testing.T) {
	for _, tt := range []struct {
		p     batch.Progress
		since time.Duration
		want  string
	}{
		{batch.Progress{Stage: batch.Checking, Done: 20}, 2 * time.Second, "kiểm tra: 20 văn bản, 10/giây"},
		{batch.Progress{Stage: batch.Checking, Done: 20, Bad: 1}, 2 * time.Second, "kiểm tra: 20 văn bản, 10/giây, 1 lỗi"},
		{batch.Progress{Stage: batch.Writing, Done: 1, Total: 1}, time.Second, "ghi [########################] 1/1, 1/giây, còn 0s"},
		{batch.Progress{Stage: batch.Writing, Done: 10, Total: 40, Bad: 2}, 5 * time.Second, "ghi [######                  ] 10/40, 2/giây, còn 15s, 2 lỗi"},
	} {
		if got := progressText(tt.p, tt.since); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.p, got, tt.want)
		}
	}
	var said bytes.Buffer
	b := newProgressBar(&console{err: &said, terminal: true})
	b.last = time.Now().Add(time.Hour) // something was shown just now
	b.show(batch.Progress{Stage: batch.Writing, Done: 1, Total: 2})
	if b.end(); said.Len() > 0 {
		t.Errorf("a bar too early: %q", said.String())
	}
	b.last = time.Now().Add(-time.Hour)
	b.show(batch.Progress{Stage: batch.Writing, Done: 1, Total: 2})
	if b.end(); !strings.Contains(said.String(), "1/2") || !strings.HasSuffix(said.String(), "\r\x1b[K") {
		t.Errorf("no bar: %q", said.String())
	}
}

// TestCreated: the date of creation is a number of seconds that a PDF has room for.
func TestCreated(t *testing.T) {
	for value, want := range map[string]string{
		"": "0001-01-01", "0": "1970-01-01", "1767225600": "2026-01-01", "253402300799": "9999-12-31", "253402300800": "!", "-1": "!", "x": "!",
	} {
		c := &console{env: func(string) string { return value }}
		got, err := c.created()
		if said := got.Format(time.DateOnly); err == nil && said != want || (err != nil) != (want == "!") {
			t.Errorf("%q: %s, %v, want %s", value, said, err, want)
		}
	}
}

// TestDevices: the null device is no terminal, and neither is a file that is closed.
func TestDevices(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	plain, err := os.Create(filepath.Join(t.TempDir(), "a"))
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	closed, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	for name, f := range map[string]*os.File{"null": null, "plain": plain, "closed": closed} {
		if isTerminal(f) || isNull(f) != (name == "null") {
			t.Errorf("%s: a terminal %t, the null device %t", name, isTerminal(f), isNull(f))
		}
	}
}

// TestNamesInYAML: names that YAML would read as something else stand in quotes.
func TestNamesInYAML(t *testing.T) {
	for name, want := range map[string]string{"Họ tên": "Họ tên", "a-b?": "a-b?", "-a": `"-a"`, "?a": `"?a"`, "a: b": `"a: b"`, "{a": `"{a"`} {
		if got := yamlName(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestMarksOfSeasons: papers of a second season in one folder have its name before theirs.
func TestMarksOfSeasons(t *testing.T) {
	for notes, want := range map[string]string{
		"": "", "Trang khác\n": "", "x\n" + madeFrom + "dot-1.yaml\n": "", "x\n" + madeFrom + "dot-2.yaml\n": "dot-1-",
	} {
		dir := t.TempDir()
		if notes != "" {
			if err := os.WriteFile(filepath.Join(dir, notesFile), []byte(notes), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got := markOf(dir, "dot-1.yaml"); got != want {
			t.Errorf("%q: %q, want %q", notes, got, want)
		}
	}
}

// TestPlaceOfWordings: findings about an office's wording are named with its folder, others as they are.
func TestPlaceOfWordings(t *testing.T) {
	c := &console{err: new(bytes.Buffer)}
	list := diag.List{{Pos: diag.Pos{File: "ke-hoach.tmpl", Line: 1}, Rule: "docgen.template", Message: "sai"}, {Pos: diag.Pos{File: "a.yaml"}, Rule: "plan.missing", Message: "thiếu"}}
	wording := isTemplate(list[0])
	_ = report{templates: "mau"}.print(c, list)
	for _, d := range list {
		if d.Pos.File == "mau/a.yaml" || wording && d.Pos.File == "ke-hoach.tmpl" {
			t.Errorf("a finding at %s", d.Pos.File)
		}
	}
}

// TestKeptAddress: the file that says where a server answers is taken away by who wrote it alone; what cannot be written or read
// is no fault.
func TestKeptAddress(t *testing.T) {
	home := t.TempDir()
	for _, key := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(key, home)
	}
	one, two := running{"http://127.0.0.1:1/", "a"}, running{"http://127.0.0.1:1/", "b"}
	forget := one.keep()
	if _, err := os.Stat(runningFile()); err != nil {
		t.Fatal(err)
	}
	forget()
	if _, err := os.Stat(runningFile()); err == nil {
		t.Error("the file is still there")
	}
	forget()
	forget = one.keep()
	two.keep()
	forget()
	if _, err := os.Stat(runningFile()); err != nil {
		t.Error("the file of another server is gone")
	}
	if err := os.WriteFile(runningFile(), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, ok := findRunning(context.Background()); ok || r != (running{}) {
		t.Errorf("%+v of a broken file", r)
	}
	if err := errors.Join(os.RemoveAll(filepath.Dir(runningFile())), os.WriteFile(filepath.Dir(runningFile()), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	one.keep()() // a file stands where the folder would be
	for _, key := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(key, "")
	}
	if runningFile() == "" {
		one.keep()()
		if _, err := os.Stat(filepath.Join("vanban", "ban-soan.json")); err == nil {
			t.Error("a file in no folder of the system's")
		}
	}
}
