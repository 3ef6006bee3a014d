package serve_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/docgen/serve"
)

// job is a job over a list of names; the papers are those of the kind.
const job = `kind: job
version: 1
list: {file: Danh sách.csv}
columns:
  - {heading: Họ và tên, name: name}
  - {heading: Tiền, name: amount, type: money}
names: "{{.row}} {{.name}}"
document:
  kind: thong-bao
  version: 1
  issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
  date: 2026-03-15
  subject: Về việc khen thưởng {{.name}}
  body: |
    Thưởng {{.name}} số tiền {{.amount}} đồng.
  distribution: {to: [Các thôn], file_copy: [VT]}
  signer: {capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Nguyễn Văn An}
`

// names writes a list of that many people; bad is a row whose money is none.
func names(n, bad int) string {
	var b strings.Builder
	b.WriteString("Họ và tên,Tiền\n")
	for i := 1; i <= n; i++ {
		money := "500000"
		if i == bad {
			money = "năm trăm"
		}
		fmt.Fprintf(&b, "Trần Thị Bình %s,%s\n", strings.Repeat("An ", i%3)+string(rune('A'+i%26)), money)
	}
	return b.String()
}

func jobForm(t *testing.T, list string) (body, media string) {
	t.Helper()
	return form(t, [3]string{"document", "tac-vu.yaml", job}, [3]string{"file", "Danh sách.csv", list})
}

// entries reads a ZIP file.
func entries(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("%v in %.300s", err, data)
	}
	all := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}

// jobState is a job as it is shown.
type jobState struct {
	ID, State              string
	Done, Total, Bad, More int
	Findings               []struct{ Rule, Cell string }
}

func TestJob(t *testing.T) {
	h := handler(t, nil)
	body, media := jobForm(t, names(12, 0))
	w := ask(t, h, "POST", "/api/v1/jobs?id=dot-1&to=txt,pdf", body, media)
	if w.Code != 200 || w.Header().Get("Content-Type") != "application/zip" || w.Header().Get("Vanban-Job") != "dot-1" ||
		w.Header().Get("Vanban-Findings") != "0" || w.Header().Get("Vanban-Documents") != "12" {
		t.Fatalf("got %d, %v", w.Code, w.Header())
	}
	guarded(t, w.Header())
	got := entries(t, w.Body.Bytes())
	if len(got) != 25 || got["manifest.json"] == "" || !strings.Contains(got["2 Trần Thị Bình An B.txt"], "500.000 đồng") {
		t.Errorf("%d files: %q", len(got), got["2 Trần Thị Bình An B.txt"])
	}
	// The documents are those of the command.
	dir := t.TempDir()
	for name, text := range map[string]string{"tac-vu.yaml": job, "Danh sách.csv": names(12, 0)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	work, _ := batch.Load(os.DirFS(dir), "tac-vu.yaml")
	r, err := docgen.New(&docgen.Options{SharedFonts: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := batch.Run(t.Context(), work, filepath.Join(dir, "ra"),
		&batch.Options{Renderer: r, Formats: []string{"txt", "pdf"}}); err != nil {
		t.Fatal(err)
	}
	for name, text := range got {
		want, err := os.ReadFile(filepath.Join(dir, "ra", name))
		if err != nil || name != "manifest.json" && string(want) != text {
			t.Errorf("%s differs: %v", name, err)
		}
	}
	s := decode[jobState](t, ask(t, h, "GET", "/api/v1/jobs/dot-1", ""))
	if s.State != "done" || s.Done != 12 || s.Total != 12 || s.Bad != 0 || s.ID != "dot-1" {
		t.Errorf("shown as %+v", s)
	}
	// The same id never starts twice; ending what has ended changes nothing.
	refused(t, ask(t, h, "POST", "/api/v1/jobs?id=dot-1", body, media), "job-exists")
	if s := decode[jobState](t, ask(t, h, "DELETE", "/api/v1/jobs/dot-1", "")); s.State != "done" {
		t.Errorf("stopped when it was done: %+v", s)
	}
	refused(t, ask(t, h, "GET", "/api/v1/jobs/dot-2", ""), "unknown-job")
	refused(t, ask(t, h, "DELETE", "/api/v1/jobs/dot-2", ""), "unknown-job")
	refused(t, ask(t, h, "DELETE", "/api/v1/jobs/dot-1", "", "Origin: https://example.com"), "origin")
}

// TestJobFindings: what is wrong with a list comes before anything is made.
func TestJobFindings(t *testing.T) {
	h := handler(t, nil)
	body, media := jobForm(t, names(12, 5))
	w := ask(t, h, "POST", "/api/v1/jobs?id=a", body, media)
	var p struct {
		Findings []struct{ Rule, Cell, File string }
	}
	if refused(t, w, "findings"); json.Unmarshal(w.Body.Bytes(), &p) != nil || len(p.Findings) != 1 || p.Findings[0].Cell != "B6" ||
		p.Findings[0].File != "Danh sách.csv" {
		t.Errorf("got %+v", p)
	}
	if s := decode[jobState](t, ask(t, h, "GET", "/api/v1/jobs/a", "")); s.State != "refused" || s.Bad != 1 || len(s.Findings) != 1 {
		t.Errorf("shown as %+v", s)
	}
	var dry struct {
		ID             string
		Documents, Bad int
		Findings       []struct{ Cell string }
	}
	w = ask(t, h, "POST", "/api/v1/jobs?id=b&dry-run=true", body, media)
	if dry = decode[struct {
		ID             string
		Documents, Bad int
		Findings       []struct{ Cell string }
	}](t, w); dry.ID != "b" || dry.Documents != 12 || dry.Bad != 1 || len(dry.Findings) != 1 {
		t.Errorf("dry run: %+v", dry)
	}
	w = ask(t, h, "POST", "/api/v1/jobs?skip-bad=true&to=txt", body, media)
	if got := entries(t, w.Body.Bytes()); len(got) != 13 || !strings.Contains(got["errors.csv"], "B6") ||
		w.Header().Get("Vanban-Documents") != "11" || w.Header().Get("Vanban-Findings") != "1" {
		t.Errorf("%d files, %v", len(got), w.Header())
	}
	body, media = jobForm(t, names(1, 1))
	refused(t, ask(t, h, "POST", "/api/v1/jobs?skip-bad=true", body, media), "findings")
	body, media = form(t, [3]string{"document", "tac-vu.yaml", job})
	if p := refused(t, ask(t, h, "POST", "/api/v1/jobs", body, media), "bad-body"); !strings.Contains(p.Detail, "Danh sách.csv") {
		t.Errorf("got %+v", p)
	}
	body, media = form(t, [3]string{"document", "a.yaml", paper})
	refused(t, ask(t, h, "POST", "/api/v1/jobs?id=c", body, media), "findings")
	refused(t, ask(t, h, "GET", "/api/v1/jobs/c", ""), "unknown-job") // it never began
	for query, want := range map[string]string{
		"id=a%20b": "bad-query", "to=svg": "bad-query", "to=odt": "bad-query", "pdf=a1": "bad-query", "dry-run=yes": "bad-query",
		"skip-bad=1": "bad-query",
		"rows=a":     "bad-query", "rows=90-": "bad-query", "rows=90&dry-run=true": "bad-query", "limit=0": "bad-query", "limit=a": "bad-query",
	} {
		body, media := jobForm(t, names(1, 0))
		refused(t, ask(t, h, "POST", "/api/v1/jobs?"+query, body, media), want)
	}
	body, media = jobForm(t, names(1, 0))
	if p := refused(t, ask(t, h, "POST", "/api/v1/jobs?to=svg", body, media), "bad-query"); !strings.HasSuffix(p.Detail, ": pdf, docx, txt") {
		t.Errorf("of formats it takes those: %s", p.Detail)
	}
	body, media = jobForm(t, names(12, 5))
	for limit, files := range map[string]int{"1": 2, "2": 3} { // with the manifest
		w = ask(t, h, "POST", "/api/v1/jobs?to=txt&rows=3-5&dry-run=false&skip-bad=false&pdf=plain&limit="+limit, body, media)
		if got := entries(t, w.Body.Bytes()); len(got) != files {
			t.Errorf("a trial of %s rows has %d files", limit, len(got))
		}
	}
}

// TestJobFolder: the documents of a folder.
func TestJobFolder(t *testing.T) {
	h := handler(t, nil)
	body, media := form(t, [3]string{"document", "tac-vu.yaml", "kind: job\nversion: 1\nlist: {folder: van-ban}\n"},
		[3]string{"file", "van-ban/b.yaml", paper}, [3]string{"file", "van-ban/a.yaml", paper}, [3]string{"file", "c.yaml", paper})
	w := ask(t, h, "POST", "/api/v1/jobs?to=txt", body, media)
	if got := entries(t, w.Body.Bytes()); len(got) != 3 || got["a.txt"] == "" || got["b.txt"] == "" {
		t.Errorf("%d files", len(got))
	}
}

func TestJobLimits(t *testing.T) {
	h := handler(t, &serve.Options{Limits: serve.Limits{Rows: 10}})
	body, media := jobForm(t, names(10, 0))
	if w := ask(t, h, "POST", "/api/v1/jobs?id=a", body, media); w.Code != 200 {
		t.Errorf("as many as may be: %d %s", w.Code, w.Body)
	}
	body, media = jobForm(t, names(11, 0))
	if p := refused(t, ask(t, h, "POST", "/api/v1/jobs?id=b", body, media), "too-large"); p.Limit == nil || p.Limit.Name != "rows" {
		t.Errorf("got %+v", p)
	}
	if s := decode[jobState](t, ask(t, h, "GET", "/api/v1/jobs/b", "")); s.State != "refused" {
		t.Errorf("shown as %+v", s)
	}
	h = handler(t, &serve.Options{Limits: serve.Limits{JobTime: time.Nanosecond}})
	if p := refused(t, ask(t, h, "POST", "/api/v1/jobs", body, media), "time"); p.Limit == nil || p.Limit.Name != "job-time" {
		t.Errorf("got %+v", p)
	}
}

// TestJobBroken: a job that ends behind its first byte breaks the connection, so that nobody
// takes half an archive for a whole one.
func TestJobBroken(t *testing.T) {
	begun, let := make(chan bool, 1000), make(chan bool)
	h := handler(t, &serve.Options{Renderer: docgen.Options{Kinds: held(begun, let)}, Limits: serve.Limits{Workers: 2, Jobs: 1}})
	const papers = 40
	body, media := form(t, [3]string{"document", "a.yaml", strings.Replace(job, "thong-bao", "cho", 1)},
		[3]string{"file", "Danh sách.csv", names(papers, 0)})
	send := func(ctx context.Context, id string) ([]byte, *http.Response, error) {
		r, err := http.NewRequestWithContext(ctx, "POST", loopback(t, h)+"/api/v1/jobs?to=docx&id="+id, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", strings.TrimPrefix(media, "Content-Type: "))
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			return nil, nil, err
		}
		defer res.Body.Close()
		got, err := io.ReadAll(res.Body)
		return got, res, err
	}
	type answer struct {
		got []byte
		res *http.Response
		err error
	}
	run := func(id string) chan answer {
		out := make(chan answer, 1)
		go func() {
			got, res, err := send(t.Context(), id)
			out <- answer{got, res, err}
		}()
		return out
	}
	// Stopped while it is checked: a problem.
	first := run("kiem-tra")
	<-begun
	refused(t, ask(t, h, "POST", "/api/v1/jobs?id=hai", body, media), "too-many")
	if s := decode[jobState](t, ask(t, h, "GET", "/api/v1/jobs/kiem-tra", "")); s.State != "checking" {
		t.Errorf("shown as %+v", s)
	}
	decode[jobState](t, ask(t, h, "DELETE", "/api/v1/jobs/kiem-tra", ""))
	until := func(out chan answer) answer { // lets papers be made
		for {
			select {
			case a := <-out:
				return a
			case let <- true:
			}
		}
	}
	if a := until(first); a.err != nil || a.res.StatusCode != 409 || !bytes.Contains(a.got, []byte("urn:vanban:problem:stopped")) {
		t.Errorf("got %s, %v", a.got, a.err)
	}
	if s := decode[jobState](t, ask(t, h, "GET", "/api/v1/jobs/kiem-tra", "")); s.State != "stopped" {
		t.Errorf("shown as %+v", s)
	}
	// Stopped while it is written: no end.
	second := run("ghi")
	for s := (jobState{}); s.State != "writing" || s.Done < 5; {
		select {
		case let <- true:
		case <-time.After(time.Millisecond):
		}
		if w := ask(t, h, "GET", "/api/v1/jobs/ghi", ""); w.Code == 200 { // it has come
			s = decode[jobState](t, w)
		}
	}
	decode[jobState](t, ask(t, h, "DELETE", "/api/v1/jobs/ghi", ""))
	a := until(second)
	if a.err == nil {
		t.Errorf("an archive of %d bytes looks whole", len(a.got))
	}
	if s := decode[jobState](t, ask(t, h, "GET", "/api/v1/jobs/ghi", "")); s.State != "stopped" {
		t.Errorf("shown as %+v", s)
	}
	close(let)
	if w := ask(t, h, "POST", "/api/v1/jobs?id=ba&to=txt", body, media); w.Code != 200 {
		t.Errorf("the next job: %d %s", w.Code, w.Body)
	}
}

// TestJobIDs: an id is one job's for as long as it is remembered.
func TestJobIDs(t *testing.T) {
	h := handler(t, nil)
	body, media := jobForm(t, names(1, 1))
	var ids []string
	for i := range 25 {
		id := fmt.Sprintf("so-%d", i)
		ids = append(ids, id)
		refused(t, ask(t, h, "POST", "/api/v1/jobs?id="+id, body, media), "findings")
	}
	slices.Reverse(ids)
	for i, id := range ids {
		s := decode[jobState](t, ask(t, h, "GET", "/api/v1/jobs/"+id, ""))
		if kept := i < 20; s.State != "refused" || kept != (len(s.Findings) == 1) || kept == (s.More == 1) {
			t.Errorf("%s, %d before the last: %+v", id, i, s)
		}
	}
	w := ask(t, h, "POST", "/api/v1/jobs", body, media, "X-Request-Id: rieng")
	if refused(t, w, "findings"); w.Header().Get("Vanban-Job") != "rieng" {
		t.Errorf("without an id it is %q", w.Header().Get("Vanban-Job"))
	}
}
