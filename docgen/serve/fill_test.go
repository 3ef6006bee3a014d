package serve_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/vanban-go/vanban/docgen/fill"
)

// TestFillFound: what stands against a template and the data is said beside the file that it gives, as it is of a paper.
func TestFillFound(t *testing.T) {
	h := handler(t, nil)
	plain := ask(t, h, "POST", "/api/v1/render?to=docx", paper, yaml).Body.String()
	body, media := form(t, [3]string{"document", "mau.docx", plain}, [3]string{"file", "a.yaml", "Tên: An\n"})
	w := ask(t, h, "POST", "/api/v1/fill", body, media)
	if got := w.Header().Get("Vanban-Findings"); w.Code != 200 || got != "2" {
		t.Errorf("got %d, findings %q", w.Code, got)
	}
	got := decode[struct {
		Name     string
		File     []byte
		Findings []struct{ Rule string }
	}](t, ask(t, h, "POST", "/api/v1/fill", body, media, "Accept: application/json"))
	if got.Name != "mau.docx" || !bytes.Equal(got.File, w.Body.Bytes()) || len(got.Findings) != 2 ||
		got.Findings[0].Rule != "fill.field" || got.Findings[1].Rule != "fill.unused" {
		t.Errorf("got %s, %d bytes, %+v", got.Name, len(got.File), got.Findings)
	}
}

func TestFill(t *testing.T) {
	h := handler(t, nil)
	dir := filepath.Join("..", "..", "examples", "mau-word")
	template, err := os.ReadFile(filepath.Join(dir, "giay-moi.docx"))
	if err != nil {
		t.Fatal(err)
	}
	parts := [][3]string{{"document", "giay-moi.docx", string(template)}}
	body, media := form(t, parts...)
	got := decode[struct {
		Fields   []struct{ Name, Kind string }
		Findings []struct{ Rule string }
	}](t, ask(t, h, "POST", "/api/v1/fill", body, media))
	if len(got.Fields) == 0 || len(got.Findings) > 0 {
		t.Errorf("got %+v", got)
	}
	src, err := os.ReadFile(filepath.Join(dir, "giay-moi.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range filesOf(t, dir) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(name) != ".yaml" || name == "giay-moi.yaml" {
			parts = append(parts, [3]string{"file", name, string(data)})
		}
	}
	body, media = form(t, parts...)
	w := ask(t, h, "POST", "/api/v1/fill", body, media)
	parsed, err := fill.Parse("giay-moi.docx", bytes.NewReader(template), int64(len(template)))
	if err != nil {
		t.Fatal(err)
	}
	d, err := fill.ReadData(os.DirFS(dir), "giay-moi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := parsed.Execute(&want, d); err != nil {
		t.Fatal(err)
	}
	if w.Code != 200 || !bytes.Equal(w.Body.Bytes(), want.Bytes()) {
		t.Errorf("got %d %.300s", w.Code, w.Body)
	}
	body, media = form(t, parts[0], [3]string{"file", "a.yaml", "Lạ: 1\n"})
	if p := refused(t, ask(t, h, "POST", "/api/v1/fill", body, media), "findings"); p.Findings[0].Rule != "fill.unused" {
		t.Errorf("the hint is not beside the errors: %+v", p.Findings[0])
	}
	body, media = form(t, parts[0], [3]string{"file", "a.yaml", string(src)}, [3]string{"file", "b.json", "{}"})
	refused(t, ask(t, h, "POST", "/api/v1/fill", body, media), "bad-body")
	body, media = form(t, [3]string{"document", "a.docx", "abc"})
	refused(t, ask(t, h, "POST", "/api/v1/fill", body, media), "findings")
	body, media = form(t, parts[0], [3]string{"file", "a.csv", string(src)})
	refused(t, ask(t, h, "POST", "/api/v1/fill", body, media), "bad-body")
	body, media = form(t, [3]string{"document", "giay-moi.yaml", string(src)}, [3]string{"file", parts[0][1], parts[0][2]})
	if p := refused(t, ask(t, h, "POST", "/api/v1/fill", body, media), "findings"); p.Findings[0].Fix != "gửi mẫu Word ở phần document, dữ liệu ở phần file" {
		t.Errorf("got %+v", p.Findings[0])
	}
}
