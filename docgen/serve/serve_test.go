package serve_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/docgen/serve"
	"github.com/vanban-go/vanban/plan"
)

// paper is a paper without findings.
const paper = `kind: thong-bao
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: 5
date: 2026-03-15
subject: Về việc nghỉ lễ
body: |
  Ủy ban nhân dân xã Cẩm Hòa thông báo lịch nghỉ lễ.
distribution: {to: [Các thôn], file_copy: [VT]}
signer: {capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Nguyễn Văn An}
`

// wrong is a paper with an error at line 4.
const wrong = "kind: thong-bao\nversion: 1\nsubject: Về việc nghỉ lễ\nsubjekt: a\n"

func handler(t *testing.T, o *serve.Options) *serve.Handler {
	t.Helper()
	h, err := serve.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// ask sends a request to a handler. Headers are "Key: value"; one of them may be Host.
func ask(t *testing.T, h http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, target, strings.NewReader(body))
	r.Host = "127.0.0.1:8730"
	for _, line := range headers {
		key, value, _ := strings.Cut(line, ": ")
		if key == "Host" {
			r.Host = value
			continue
		}
		r.Header.Add(key, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	described(t, r, w)
	return w
}

const yaml = "Content-Type: application/yaml"

// problem is a problem document.
type problem struct {
	Type, Title, Detail, Instance string
	Status                        int
	Limit                         *struct {
		Name, Flag string
		Value      int
	}
	Findings []struct {
		File, Rule, Message, Fix string
		Line, Column             int
	}
}

// refused asserts that an answer is a problem, and returns it.
func refused(t *testing.T, w *httptest.ResponseRecorder, name string) problem {
	t.Helper()
	var p problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Type != "urn:vanban:problem:"+name {
		t.Errorf("got %d %.300s, want the problem %s", w.Code, w.Body, name)
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" || p.Status != w.Code || p.Title == "" {
		t.Errorf("%s: status %d in an answer of %d, %s", name, p.Status, w.Code, got)
	}
	if id := w.Header().Get("X-Request-Id"); id == "" || p.Instance != "urn:vanban:request:"+id {
		t.Errorf("%s: instance is %q, the request's id %q", name, p.Instance, id)
	}
	return p
}

// form writes a multipart body and its type; a part is name, file name, content.
func form(t *testing.T, parts ...[3]string) (body, header string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range parts {
		h := make(textproto.MIMEHeader)
		disposition := `form-data; name="` + p[0] + `"`
		if p[1] != "" {
			disposition += `; filename="` + p[1] + `"`
		}
		h.Set("Content-Disposition", disposition)
		part, err := w.CreatePart(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, p[2]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String(), "Content-Type: " + w.FormDataContentType()
}

// TestSameBytes renders papers of the examples in every format: the answers are what the
// library makes of the same files.
func TestSameBytes(t *testing.T) {
	h := handler(t, nil)
	for _, name := range []string{"mau-1.5-cong-van/cong-van.yaml", "giay-khen/giay-khen.yaml", "mau-2.2-phu-luc-dien-tu/phu-luc.yaml"} {
		dir, base := filepath.Join("..", "..", "examples", filepath.Dir(name)), filepath.Base(name)
		parts := [][3]string{}
		for _, file := range filesOf(t, dir) {
			src, err := os.ReadFile(filepath.Join(dir, file))
			if err != nil {
				t.Fatal(err)
			}
			part := "file"
			if file == base {
				part = "document"
			}
			parts = append(parts, [3]string{part, file, string(src)})
		}
		body, media := form(t, parts...)
		for _, flavour := range []docgen.Flavour{docgen.A2A, docgen.A3A, docgen.Plain} {
			r, err := docgen.New(&docgen.Options{Flavour: flavour})
			if err != nil {
				t.Fatal(err)
			}
			read, _ := r.Reading().Load(os.DirFS(dir), base)
			set, err := season.Resolve(r, read, base)
			if err != nil {
				t.Fatal(err)
			}
			d, err := r.Build(t.Context(), set, base)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range docgen.Formats() {
				query := "?to=" + f.ID
				if f.ID == "pdf" {
					query += "&pdf=" + []string{"a2a", "a3a", "plain"}[flavour]
				}
				want, res, err := r.Files(t.Context(), d, f)
				if err != nil {
					t.Fatal(err)
				}
				w := ask(t, h, "POST", "/api/v1/render"+query, body, media)
				stem := strings.TrimSuffix(base, ".yaml")
				if f.Paged {
					checkPages(t, w, want, stem+"."+f.ID)
					continue
				}
				if w.Code != 200 || !bytes.Equal(w.Body.Bytes(), want[0]) || w.Header().Get("Content-Type") != f.MIME {
					t.Errorf("%s%s: %d, %d bytes, want %d", name, query, w.Code, w.Body.Len(), len(want[0]))
				}
				if got := w.Header().Get("Content-Disposition"); got != `attachment; filename="`+stem+"."+f.ID+`"; filename*=UTF-8''`+stem+"."+f.ID {
					t.Errorf("%s%s: the answer is named %s", name, query, got)
				}
				checkJSON(t, ask(t, h, "POST", "/api/v1/render"+query, body, media, "Accept: application/json"), want[0], res)
			}
		}
	}
}

// filesOf lists the files of a folder.
func filesOf(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if slices.Contains([]string{".yaml", ".png", ".jpg"}, filepath.Ext(e.Name())) {
			names = append(names, e.Name())
		}
	}
	return names
}

// answer is an answer of /render in JSON.
type answer struct {
	Name, Type string
	Pages      int
	Placements []docgen.Placement
	Findings   []json.RawMessage
	File       []byte
	SVG        []string
}

func decode[T any](t *testing.T, w *httptest.ResponseRecorder) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil || w.Code != 200 || w.Header().Get("Content-Type") != "application/json" {
		t.Fatalf("got %d %.200s: %v", w.Code, w.Body, err)
	}
	return v
}

func checkPages(t *testing.T, w *httptest.ResponseRecorder, want [][]byte, name string) {
	t.Helper()
	got := decode[answer](t, w)
	if len(got.SVG) != len(want) || got.Pages != len(want) || got.Name != name {
		t.Fatalf("got %d pages as %s, want %d as %s", len(got.SVG), got.Name, len(want), name)
	}
	for i := range want {
		if got.SVG[i] != string(want[i]) {
			t.Errorf("%s: page %d differs", name, i+1)
		}
	}
}

func checkJSON(t *testing.T, w *httptest.ResponseRecorder, want []byte, res *docgen.Result) {
	t.Helper()
	got := decode[answer](t, w)
	if !bytes.Equal(got.File, want) || got.Pages != res.Pages || len(got.Findings) != len(res.Findings) ||
		!slices.Equal(got.Placements, res.Placements) {
		t.Errorf("JSON: %d bytes, %d pages, %d findings, %v", len(got.File), got.Pages, len(got.Findings), got.Placements)
	}
}

// TestRenderJSONBody: JSON of the same keys is the same paper.
func TestRenderJSONBody(t *testing.T) {
	h := handler(t, nil)
	body := `{"kind": "thong-bao", "version": 1, "number": 5, "date": "2026-03-15", "subject": "V\u1ec1 vi\u1ec7c nghỉ lễ",
		"issuer": {"name": "Ủy ban nhân dân xã Cẩm Hòa", "abbreviation": "UBND", "place": "Cẩm Hòa"},
		"body": "Ủy ban nhân dân xã Cẩm Hòa thông báo lịch nghỉ lễ.\n",
		"distribution": {"to": ["Các thôn"], "file_copy": ["VT"]},
		"signer": {"capacity": ["TM"], "on_behalf_of": "Ủy ban nhân dân", "position": "Chủ tịch", "name": "Nguyễn Văn An"}}`
	got := ask(t, h, "POST", "/api/v1/render?to=txt", body, "Content-Type: application/json; charset=UTF-8")
	want := ask(t, h, "POST", "/api/v1/render?to=txt", paper, yaml)
	if want.Code != 200 || got.Body.String() != want.Body.String() {
		t.Errorf("JSON gives %d\n%s\nYAML %d\n%s", got.Code, got.Body, want.Code, want.Body)
	}
	if got := want.Header().Get("Vanban-Findings"); got != "0" {
		t.Errorf("Vanban-Findings: %s", got)
	}
}

func TestRenderFindings(t *testing.T) {
	h := handler(t, nil)
	p := refused(t, ask(t, h, "POST", "/api/v1/render", wrong, yaml), "findings")
	if p.Status != 422 || len(p.Findings) == 0 || p.Findings[len(p.Findings)-1].Line != 4 || p.Findings[0].File != "-" {
		t.Errorf("got %+v", p)
	}
	for kind, fix := range map[string]string{
		"job": "gửi đến /api/v1/jobs", "season": "gửi đến /api/v1/award/check hoặc /api/v1/award/issue",
		"profile": "khởi động máy chủ với tùy chọn --profile", "criteria": "gửi kèm tệp này với tệp dẫn đến nó",
	} {
		p := refused(t, ask(t, h, "POST", "/api/v1/render", "kind: "+kind+"\n", yaml), "findings")
		if len(p.Findings) != 1 || p.Findings[0].Rule != "render.not-a-paper" || p.Findings[0].Fix != fix {
			t.Errorf("%s: %+v", kind, p.Findings)
		}
	}
}

func TestCheck(t *testing.T) {
	h := handler(t, nil)
	type part struct {
		Part, Pointer string
		Line          int
	}
	type checked struct {
		Kind     string
		OK       bool
		Pages    int
		Findings []struct{ Rule string }
		Parts    []part
	}
	got := decode[checked](t, ask(t, h, "POST", "/api/v1/check", paper, yaml))
	if got.Kind != "thong-bao" || !got.OK || got.Pages != 1 || got.Findings == nil {
		t.Errorf("got %+v", got)
	}
	if !slices.Contains(got.Parts, part{"letterhead", "/issuer", 3}) ||
		!slices.ContainsFunc(got.Parts, func(p part) bool { return p.Part == "foot" }) {
		t.Errorf("parts are %v", got.Parts)
	}
	for src, ok := range map[string]bool{
		wrong: false, strings.Replace(paper, "nghỉ lễ", "nghỉ lễ 😀", 1): false, "kind: season\n": false, "": false,
		"kind: criteria\nversion: 1\ncriteria:\n  - {text: A}\n": true,
	} {
		got := decode[checked](t, ask(t, h, "POST", "/api/v1/check", src, yaml))
		if got.OK != ok || ok == (len(got.Findings) > 0) {
			t.Errorf("%.30q: %+v", src, got)
		}
	}
}

func TestCatalogue(t *testing.T) {
	h := handler(t, nil)
	kinds := decode[[]serve.Kind](t, ask(t, h, "GET", "/api/v1/kinds", ""))
	if !slices.Equal(kinds, serve.Kinds()) || len(kinds) < 29 {
		t.Errorf("%d kinds", len(kinds))
	}
	rules := decode[[]struct{ Rule string }](t, ask(t, h, "GET", "/api/v1/rules", ""))
	if all := serve.Rules(); len(rules) != len(all) || len(rules) < 100 || rules[9].Rule != all[9].Rule {
		t.Errorf("%d rules", len(rules))
	}
	for _, k := range serve.Files().Kinds {
		for address, of := range map[string]func(string) ([]byte, error){"schema": serve.Files().Schema, "new": serve.Files().Skeleton} {
			want, err := of(k.ID)
			if err != nil {
				t.Fatal(err)
			}
			if w := ask(t, h, "GET", "/api/v1/"+address+"/"+k.ID, ""); w.Code != 200 || !bytes.Equal(w.Body.Bytes(), want) {
				t.Errorf("%s of %s: %d, %d bytes, want %d", address, k.ID, w.Code, w.Body.Len(), len(want))
			}
		}
	}
	limits := decode[[]struct {
		Name, Unit, Flag, Title string
		Value                   int64
	}](t, ask(t, h, "GET", "/api/v1/limits", ""))
	for _, l := range limits {
		if l.Name == "" || l.Unit == "" || l.Title == "" || !strings.HasPrefix(l.Flag, "--") || l.Value <= 0 {
			t.Errorf("limit %+v", l)
		}
	}
	if w := ask(t, h, "HEAD", "/api/v1/kinds", ""); w.Code != 200 {
		t.Errorf("HEAD: %d", w.Code)
	}
}

// TestOwnKinds: kinds that other software brings are read like the built-in ones.
func TestOwnKinds(t *testing.T) {
	own := docgen.Kind{
		Kind: plan.Kind{ID: "phieu-muon", Name: "Phiếu mượn", Abbreviation: "PM", New: func(string) any { return new(plan.General) }},
		Body: func(c *docgen.Composer, p plan.Paper) []doc.Part {
			return []doc.Part{&doc.Prose{Inlines: doc.T("Mượn sách")}}
		},
	}
	h := handler(t, &serve.Options{Renderer: docgen.Options{Kinds: append(docgen.Kinds(), own)}})
	if w := ask(t, h, "POST", "/api/v1/render?to=txt", strings.Replace(paper, "thong-bao", "phieu-muon", 1),
		yaml); !strings.Contains(w.Body.String(), "Mượn sách") {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	if w := ask(t, h, "GET", "/api/v1/new/phieu-muon", ""); w.Code != 200 {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
}

func TestHealth(t *testing.T) {
	h := handler(t, nil)
	if got := decode[map[string]string](t, ask(t, h, "GET", "/healthz", "")); got["status"] != "ok" || got["version"] != docgen.Version {
		t.Errorf("got %v", got)
	}
	if got := decode[map[string]string](t, ask(t, h, "GET", "/readyz", "")); got["status"] != "ready" {
		t.Errorf("got %v", got)
	}
	h.Drain()
	for _, w := range []*httptest.ResponseRecorder{ask(t, h, "GET", "/readyz", ""), ask(t, h, "POST", "/api/v1/render", paper, yaml)} {
		if refused(t, w, "shutting-down"); w.Header().Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
	}
	if w := ask(t, h, "GET", "/healthz", ""); w.Code != 200 {
		t.Errorf("a handler that is about to end is not alive: %d", w.Code)
	}
}

func TestMetrics(t *testing.T) {
	h := handler(t, nil)
	ask(t, h, "POST", "/api/v1/render", paper, yaml)
	ask(t, h, "POST", "/api/v1/render", wrong, yaml)
	ask(t, h, "GET", "/api/v1/new/bi-mat", "")
	ask(t, h, "GET", "/bi-mat", "", "X-Request-Id: bi-mat")
	w := ask(t, h, "GET", "/metrics", "")
	for _, want := range []string{
		`vanban_requests_total{route="/api/v1/render",status="200"} 1`,
		`vanban_requests_total{route="/api/v1/render",status="422"} 1`,
		`vanban_requests_total{route="/api/v1/new/{}",status="404"} 1`,
		`vanban_requests_total{route="",status="404"} 1`,
		`vanban_request_duration_seconds_bucket{route="/api/v1/render",status="200",le="+Inf"} 1`,
		"vanban_requests_in_flight 1\n", "vanban_memory_bytes ",
	} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("no %s in\n%s", want, w.Body)
		}
	}
	if strings.Contains(w.Body.String(), "bi-mat") {
		t.Errorf("a word of a request is in\n%s", w.Body)
	}
}

// TestPanic: a failure of the program is one request's, and says nothing of it.
func TestPanic(t *testing.T) {
	var ids []string
	var stacks []byte
	broken := docgen.Kind{
		Kind: plan.Kind{ID: "hong", Name: "Hỏng", New: func(string) any { return new(plan.General) }},
		Body: func(_ *docgen.Composer, p plan.Paper) []doc.Part { panic(p.Head().Subject) },
	}
	h := handler(t, &serve.Options{
		Renderer: docgen.Options{Kinds: append(docgen.Kinds(), broken)},
		Panicked: func(id string, stack []byte) { ids, stacks = append(ids, id), append(stacks, stack...) },
	})
	w := ask(t, h, "POST", "/api/v1/render", strings.Replace(paper, "thong-bao", "hong", 1), yaml, "X-Request-Id: so-7")
	refused(t, w, "failed")
	if !slices.Equal(ids, []string{"so-7"}) || !bytes.Contains(stacks, []byte("TestPanic")) || bytes.Contains(stacks, []byte("nghỉ lễ")) {
		t.Errorf("panicked %v\n%s", ids, stacks)
	}
	if w := ask(t, h, "POST", "/api/v1/render", paper, yaml); w.Code != 200 {
		t.Errorf("the next request: %d", w.Code)
	}
}

// TestGone: nobody is answered who has gone.
func TestGone(t *testing.T) {
	h := handler(t, nil)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := httptest.NewRequestWithContext(ctx, "POST", "http://127.0.0.1/api/v1/render", strings.NewReader(paper))
	r.Header.Set("Content-Type", "application/yaml")
	w := httptest.NewRecorder()
	defer func() {
		if got := recover(); got != http.ErrAbortHandler || w.Body.Len() > 0 {
			t.Errorf("got %v, %d bytes", got, w.Body.Len())
		}
	}()
	h.ServeHTTP(w, r)
}
