package serve_test

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDesk: every file of the page is sent, with its type, under the policy of the page, and
// without a token; the page names its files relative to itself, and they are there.
func TestDesk(t *testing.T) {
	h := handler(t, nil)
	files, err := filepath.Glob("desk/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	types := map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
		".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
	for _, file := range files {
		w := ask(t, h, "GET", "/"+file, "")
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if w.Code != http.StatusOK || w.Body.String() != string(want) || w.Header().Get("Content-Type") != types[filepath.Ext(file)] {
			t.Errorf("%s: %d, %s, %d bytes", file, w.Code, w.Header().Get("Content-Type"), w.Body.Len())
		}
		if !strings.Contains(w.Header().Get("Content-Security-Policy"), "script-src 'self'") {
			t.Errorf("%s: not under the policy of the page", file)
		}
		if regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write\(|eval\(|https?://[^w]`).Match(want) {
			t.Errorf("%s reads text as markup, or names another origin", file)
		}
	}
	page := ask(t, h, "GET", "/", "")
	for _, m := range regexp.MustCompile(`(?:href|src)="([^#"][^"]*)"`).FindAllStringSubmatch(page.Body.String(), -1) {
		if w := ask(t, h, "GET", "/"+m[1], ""); w.Code != http.StatusOK {
			t.Errorf("the page names %s: %d", m[1], w.Code)
		}
	}
	if w := ask(t, h, "GET", "/desk/none.js", ""); w.Code != http.StatusNotFound {
		t.Errorf("a file that is not there: %d", w.Code)
	}
}

// TestData: the values of a document as they are written.
func TestData(t *testing.T) {
	h := handler(t, nil)
	tests := []struct{ name, body, want string }{
		{"texts as written", "number: 012\ndate: 2026-03\nshare: 1.50\n", `{"number":"012","date":"2026-03","share":"1.50"}`},
		{"yes and no", "no_number: true\nno_seal: False\nname: \"true\"\n", `{"no_number":true,"no_seal":false,"name":"true"}`},
		{"nothing", "a:\nb: ~\nc: \"\"\n", `{"a":null,"b":null,"c":""}`},
		{"lists", "a: [1, [b, {c: d}], []]\n", `{"a":["1",["b",{"c":"d"}],[]]}`},
		{"aliases", "a: &x [Hòa]\nb: *x\n", `{"a":["Hòa"],"b":["Hòa"]}`},
		{"one form of letters", "a: Ho\u0300a\n", `{"a":"Hòa"}`},
		{"script", "a: \"</script>\"\n", `{"a":"\u003c/script\u003e"}`},
		{"JSON", `{"a": {"b": "c"}}`, `{"a":{"b":"c"}}`},
	}
	for _, test := range tests {
		w := ask(t, h, "POST", "/api/v1/data", test.body, "Content-Type: application/yaml")
		if got := strings.TrimSpace(w.Body.String()); w.Code != http.StatusOK || got != test.want {
			t.Errorf("%s: %d %s, want %s", test.name, w.Code, got, test.want)
		}
	}
	for _, bad := range []string{"a: [", "a: &a [*a]\n", "a: b\na: c\n"} {
		if w := ask(t, h, "POST", "/api/v1/data", bad, "Content-Type: application/yaml"); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%q: %d %s", bad, w.Code, w.Body)
		}
	}
	w := ask(t, h, "POST", "/api/v1/data", "a: Ho\u200ba\n", "Content-Type: application/yaml")
	if w.Code != http.StatusUnprocessableEntity ||
		!strings.Contains(w.Body.String(), `"edit":{"span":{"start":{"characters":5,"utf16":5},"end":{"characters":6,"utf16":6}}`) {
		t.Errorf("what can be mended for certain has no place: %d %s", w.Code, w.Body)
	}
}
