package serve_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/serve"
)

// TestGuard: who is let in, and why not. A line is what is asked, and the problem; "" is an
// answer.
func TestGuard(t *testing.T) {
	open := handler(t, nil)
	secret := handler(t, &serve.Options{
		Token: "bí mật", Hosts: []string{"Van-Ban.example.vn", "may-chu:8443", "[fe80::1]"}, Origins: []string{"https://cong.example.vn"},
	})
	at := func(host string, headers ...string) []string { return append([]string{"Host: " + host}, headers...) }
	const token = "Authorization: Bearer bí mật"
	for _, tt := range []struct {
		h              *serve.Handler
		method, target string
		headers        []string
		want           string
	}{
		{open, "GET", "/api/v1/kinds", nil, ""},
		{open, "GET", "/api/v1/kinds", at("localhost"), ""},
		{open, "GET", "/api/v1/kinds", at("LOCALHOST:1"), ""},
		{open, "GET", "/api/v1/kinds", at("[::1]:8730"), ""},
		{open, "GET", "/api/v1/kinds", at("[::1]"), ""},
		{open, "GET", "/api/v1/kinds", at("example.com"), "host"},
		{open, "GET", "/healthz", at("example.com"), "host"},
		{open, "GET", "/no", at("127.0.0.1.example.com:8730"), "host"},
		{open, "GET", "/healthz", at(""), "host"},
		{open, "GET", "/healthz", at("localhost:1:2"), "host"},
		{secret, "GET", "/healthz", at("van-ban.example.vn"), ""},
		{secret, "GET", "/healthz", at("van-ban.example.vn:9"), ""},
		{secret, "GET", "/healthz", at("may-chu:8443"), ""},
		{secret, "GET", "/healthz", at("may-chu:8444"), "host"},
		{secret, "GET", "/healthz", at("[fe80::1]:8730"), ""},
		{secret, "GET", "/healthz", at("127.0.0.1:8730"), "host"},

		{open, "GET", "/trang", nil, "not-found"},
		{open, "GET", "/api/v1", nil, "not-found"},
		{open, "GET", "/api/v1/schema/", nil, "not-found"},
		{open, "GET", "/api/v1/schema/a/b", nil, "not-found"},
		{open, "GET", "/api/v1/schema/khong-co", nil, "unknown-kind"},
		{open, "GET", "/api/v1/new/khong-co", nil, "unknown-kind"},
		{open, "GET", "/api/v1/kinds/", nil, "not-found"},
		{open, "GET", "/api/v1/render", nil, "method"},
		{open, "PUT", "/api/v1/render", nil, "method"},
		{open, "DELETE", "/api/v1/kinds", nil, "method"},
		{open, "OPTIONS", "/api/v1/render", []string{"Origin: https://example.com", "Access-Control-Request-Method: POST"}, "method"},

		{open, "POST", "/api/v1/render", []string{yaml, "Origin: http://127.0.0.1:8730"}, ""},
		{open, "POST", "/api/v1/render", []string{yaml, "Origin: http://127.0.0.1:8731"}, "origin"},
		{open, "POST", "/api/v1/render", []string{yaml, "Origin: https://example.com"}, "origin"},
		{open, "POST", "/api/v1/render", []string{yaml, "Origin: null"}, "origin"},
		{open, "POST", "/api/v1/render", []string{yaml, "Origin: null", "Sec-Fetch-Site: same-origin"}, "origin"},
		{open, "POST", "/api/v1/render", []string{yaml, "Sec-Fetch-Site: cross-site"}, "origin"},
		{open, "POST", "/api/v1/render", []string{yaml, "Sec-Fetch-Site: same-site"}, "origin"},
		{open, "POST", "/api/v1/render", []string{yaml, "Sec-Fetch-Site: same-origin"}, ""},
		{open, "GET", "/api/v1/kinds", []string{"Origin: null"}, "origin"},
		{secret, "POST", "/api/v1/render", at("may-chu:8443", yaml, token, "Origin: https://cong.example.vn"), ""},
		{secret, "POST", "/api/v1/render", at("may-chu:8443", yaml, token, "Origin: http://cong.example.vn"), "origin"},

		{secret, "GET", "/api/v1/kinds", at("may-chu:8443"), "token"},
		{secret, "GET", "/metrics", at("may-chu:8443"), "token"},
		{secret, "GET", "/readyz", at("may-chu:8443"), ""},
		{secret, "GET", "/api/v1/kinds", at("may-chu:8443", token), ""},
		{secret, "GET", "/api/v1/kinds", at("may-chu:8443", "Authorization: bearer bí mật"), ""},
		{secret, "GET", "/api/v1/kinds", at("may-chu:8443", "Authorization: Bearer bí"), "token"},
		{secret, "GET", "/api/v1/kinds", at("may-chu:8443", "Authorization: Basic bí mật"), "token"},
		{secret, "GET", "/api/v1/kinds", at("may-chu:8443", "Authorization: Bearer"), "token"},
		{secret, "GET", "/api/v1/kinds", at("may-chu:8443", "Cookie: token=bí mật"), "token"},
		{secret, "GET", "/api/v1/kinds?token=b%C3%AD%20m%E1%BA%ADt", at("may-chu:8443"), "token"},
		{secret, "POST", "/api/v1/render", at("may-chu:8443", yaml), "token"},

		{open, "POST", "/api/v1/render", nil, "content-type"},
		{open, "POST", "/api/v1/render", []string{"Content-Type: text/html"}, "content-type"},
		{open, "POST", "/api/v1/render", []string{"Content-Type: application/x-www-form-urlencoded"}, "content-type"},
		{open, "POST", "/api/v1/render", []string{"Content-Type: application/yaml; charset=windows-1258"}, "content-type"},
		{open, "POST", "/api/v1/render", []string{"Content-Type: application/yaml; charset="}, "content-type"},
		{open, "POST", "/api/v1/render", []string{yaml, "Content-Encoding: gzip"}, "content-type"},
		{open, "POST", "/api/v1/render", []string{"Content-Type: text/yaml; charset=UTF-8", "Content-Encoding: identity"}, ""},
		{open, "POST", "/api/v1/render", []string{"Content-Type: multipart/form-data"}, "bad-body"},

		{open, "POST", "/api/v1/render?to=odt", []string{yaml}, "bad-query"},
		{open, "POST", "/api/v1/render?to=", []string{yaml}, ""},
		{open, "POST", "/api/v1/render?to=pdf&to=docx", []string{yaml}, "bad-query"},
		{open, "POST", "/api/v1/render?too=pdf", []string{yaml}, "bad-query"},
		{open, "POST", "/api/v1/render?to=%zz", []string{yaml}, "bad-query"},
		{open, "POST", "/api/v1/render?to=pdf;pdf=a3a", []string{yaml}, "bad-query"},
		{open, "POST", "/api/v1/render?pdf=a1a", []string{yaml}, "bad-query"},
		{open, "POST", "/api/v1/render?to=docx&pdf=a3a", []string{yaml}, "bad-query"},
		{open, "GET", "/api/v1/kinds?a=b", nil, "bad-query"},
	} {
		body := ""
		if tt.method == "POST" {
			body = paper
		}
		w := ask(t, tt.h, tt.method, tt.target, body, tt.headers...)
		t.Run(tt.method+" "+tt.target+" "+strings.Join(tt.headers, " "), func(t *testing.T) {
			if tt.want != "" {
				refused(t, w, tt.want)
			} else if w.Code != http.StatusOK {
				t.Errorf("got %d %s", w.Code, w.Body)
			}
			guarded(t, w.Header())
		})
	}
}

// guarded asserts the headers that every answer has. Whoever loosens one changes this test.
func guarded(t *testing.T, got http.Header) {
	t.Helper()
	for key, want := range map[string]string{
		"Content-Security-Policy":      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cache-Control":                "no-store",
	} {
		if list := got.Values(key); len(list) != 1 || list[0] != want {
			t.Errorf("%s: %q, want %q", key, list, want)
		}
	}
	for key := range got {
		if strings.HasPrefix(key, "Access-Control-") || key == "Set-Cookie" {
			t.Errorf("there is a header %s", key)
		}
	}
}

// TestRefusalHeaders: what comes with a refusal.
func TestRefusalHeaders(t *testing.T) {
	open, secret := handler(t, nil), handler(t, &serve.Options{Token: "a"})
	for _, tt := range []struct {
		h                           *serve.Handler
		method, target, key, header string
	}{
		{open, "PUT", "/api/v1/render", "Allow", "POST"},
		{open, "PUT", "/api/v1/kinds", "Allow", "GET, HEAD"},
		{secret, "GET", "/api/v1/kinds", "Www-Authenticate", "Bearer"},
		{open, "POST", "/api/v1/check", "Accept-Post",
			"application/yaml, application/x-yaml, text/yaml, text/x-yaml, application/json, multipart/form-data, application/vnd.openxmlformats-officedocument.wordprocessingml.document, text/plain"},
	} {
		if got := ask(t, tt.h, tt.method, tt.target, "").Header().Get(tt.key); got != tt.header {
			t.Errorf("%s %s: %s: %q, want %q", tt.method, tt.target, tt.key, got, tt.header)
		}
	}
}

// TestRequestID: a plain word is echoed, anything else gets a number.
func TestRequestID(t *testing.T) {
	h := handler(t, nil)
	for id, echoed := range map[string]bool{
		"so-1.A_9": true, strings.Repeat("a", 64): true, strings.Repeat("a", 65): false, "": false, "a b": false, "số": false,
		`a"`: false, "a/b": false,
	} {
		w := ask(t, h, "GET", "/healthz", "", "X-Request-Id: "+id)
		if got := w.Header().Get("X-Request-Id"); (got == id) != echoed || got == "" {
			t.Errorf("%q is answered with %q", id, got)
		}
	}
	if a, b := ask(t, h, "GET", "/", ""), ask(t, h, "GET", "/", ""); a.Header().Get("X-Request-Id") == b.Header().Get("X-Request-Id") {
		t.Error("two requests have one id")
	}
}

// TestBelowAPath: the handler may stand below any path.
func TestBelowAPath(t *testing.T) {
	h := http.StripPrefix("/van-ban", handler(t, nil))
	if w := ask(t, h, "GET", "/van-ban/api/v1/kinds", ""); w.Code != 200 {
		t.Errorf("got %d", w.Code)
	}
}

func TestOptionsRefused(t *testing.T) {
	for _, o := range []serve.Options{
		{Hosts: []string{""}}, {Hosts: []string{"http://a"}}, {Hosts: []string{"a b"}}, {Hosts: []string{"a@b"}},
		{Origins: []string{"cong.example.vn"}}, {Token: " a"}, {Token: "a\n"},
		{Limits: serve.Limits{Body: -1}}, {Limits: serve.Limits{Files: -1}}, {Limits: serve.Limits{Time: -1}},
		{Limits: serve.Limits{Pixels: -1}}, {Limits: serve.Limits{Pages: -1}}, {Limits: serve.Limits{Transfer: -1}},
		{Limits: serve.Limits{Wait: -1}}, {Limits: serve.Limits{Workers: -1}}, {Limits: serve.Limits{Memory: -1}},
		{Limits: serve.Limits{Calls: -1}}, {Limits: serve.Limits{Queue: -1}},
		{Renderer: docgen.Options{Fonts: new(docgen.Fonts)}},
	} {
		if _, err := serve.New(&o); err == nil {
			t.Errorf("%+v is taken", o)
		}
	}
}

func TestLimits(t *testing.T) {
	h := handler(t, &serve.Options{Limits: serve.Limits{Body: 2000, Files: 2}})
	pad := strings.Repeat("#", 2000-len(paper)-1) + "\n"
	if w := ask(t, h, "POST", "/api/v1/render", paper+pad, yaml); w.Code != 200 {
		t.Errorf("a body as large as may be: %d %s", w.Code, w.Body)
	}
	p := refused(t, ask(t, h, "POST", "/api/v1/render", paper+pad+"#", yaml), "too-large")
	if p.Status != 413 || p.Limit == nil || p.Limit.Name != "body" || p.Limit.Value != 2000 || p.Limit.Flag != "--max-body" ||
		!strings.Contains(p.Detail, "--max-body") {
		t.Errorf("got %+v", p)
	}
	body, media := form(t, [3]string{"document", "a.yaml", paper}, [3]string{"file", "b", ""}, [3]string{"file", "c", ""})
	if p := refused(t, ask(t, h, "POST", "/api/v1/render", body, media), "too-large"); p.Limit == nil || p.Limit.Name != "files" {
		t.Errorf("got %+v", p)
	}
	body, media = form(t, [3]string{"file", "b", ""}, [3]string{"document", "a.yaml", paper})
	if w := ask(t, h, "POST", "/api/v1/render", body, media); w.Code != 200 {
		t.Errorf("as many files as may be: %d %s", w.Code, w.Body)
	}
	body, media = form(t, [3]string{"document", "a.yaml", paper + pad})
	if p := refused(t, ask(t, h, "POST", "/api/v1/render", body, media), "too-large"); p.Limit == nil || p.Limit.Name != "body" {
		t.Errorf("got %+v", p)
	}
	slow := handler(t, &serve.Options{Limits: serve.Limits{Time: time.Nanosecond}})
	if p := refused(t, ask(t, slow, "POST", "/api/v1/render", paper, yaml), "time"); p.Status != 503 || p.Limit == nil ||
		p.Limit.Name != "time" {
		t.Errorf("got %+v", p)
	}
}
