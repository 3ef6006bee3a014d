package serve_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/draft"
)

// TestImport: a draft becomes YAML as by the library, and a paper in one go.
func TestImport(t *testing.T) {
	h := handler(t, nil)
	const docx = "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	word := ask(t, h, "POST", "/api/v1/render?to=docx", paper, yaml).Body.String()
	want, err := draft.Read("-", strings.NewReader(word), int64(len(word)))
	if err != nil {
		t.Fatal(err)
	}
	w := ask(t, h, "POST", "/api/v1/import", word, docx)
	if w.Code != 200 || !bytes.Equal(w.Body.Bytes(), want.YAML) || w.Header().Get("Content-Type") != "application/yaml" ||
		w.Header().Get("Vanban-Findings") == "" {
		t.Errorf("got %d %.200s", w.Code, w.Body)
	}
	type imported struct {
		YAML  string
		Parts []struct{ Pointer, Term, Confidence, Place, Text string }
	}
	got := decode[imported](t, ask(t, h, "POST", "/api/v1/import", word, docx, "Accept: application/json"))
	found := false
	for _, p := range got.Parts {
		found = found || p.Pointer == "/issuer/name" && p.Confidence == "sure" && p.Term != ""
	}
	if got.YAML != string(want.YAML) || !found {
		t.Errorf("parts %v", got.Parts)
	}
	text := ask(t, h, "POST", "/api/v1/render?to=txt", paper, yaml).Body.String()
	if w := ask(t, h, "POST", "/api/v1/render?to=txt", word, docx); w.Body.String() != text {
		t.Errorf("a Word draft of the paper gives %d\n%s", w.Code, w.Body)
	}
	body, media := form(t, [3]string{"document", "Dự thảo.docx", word})
	if w := ask(t, h, "POST", "/api/v1/render?to=txt", body, media); w.Body.String() != text ||
		!strings.Contains(w.Header().Get("Content-Disposition"), "th%E1%BA%A3o.txt") {
		t.Errorf("in a form it gives %d, %v", w.Code, w.Header())
	}
	if got := decode[struct{ OK bool }](t, ask(t, h, "POST", "/api/v1/check", word, docx)); !got.OK {
		t.Error("the draft has errors")
	}
	// What is missing is found, or left blank where a draft to print is asked for.
	const notice = "THÔNG BÁO\nVề việc nghỉ lễ\n\nXã nghỉ lễ.\n"
	refused(t, ask(t, h, "POST", "/api/v1/render?to=txt", notice, "Content-Type: text/plain"), "findings")
	if w := ask(t, h, "POST", "/api/v1/render?to=txt&draft=true", notice, "Content-Type: text/plain; charset=utf-8"); w.Code != 200 ||
		!strings.Contains(w.Body.String(), "Xã nghỉ lễ.") {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	for src, media := range map[string]string{"abc": docx, "": "Content-Type: text/plain", "PK\x03\x04": docx} {
		refused(t, ask(t, h, "POST", "/api/v1/import", src, media), "findings")
		if got := decode[struct{ OK bool }](t, ask(t, h, "POST", "/api/v1/check", src, media)); got.OK {
			t.Errorf("%q is a draft without errors", src)
		}
	}
}
