package serve_test

import (
	"strings"
	"testing"
)

// TestFileNames: under which name an upload is answered, and which names are refused.
func TestFileNames(t *testing.T) {
	h := handler(t, nil)
	for name, want := range map[string]string{
		"Quyết định số 5.yaml":             `attachment; filename="Quy_t __nh s_ 5.txt"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%205.txt`,
		"Quyê\u0301t.yaml":                 `attachment; filename="Quy_t.txt"; filename*=UTF-8''Quy%E1%BA%BFt.txt`,
		"a\u202efdp.exe.yaml":              `attachment; filename="afdp.exe.txt"; filename*=UTF-8''afdp.exe.txt`,
		"C:\\\\Van ban\\\\a.yaml":          `attachment; filename="a.txt"; filename*=UTF-8''a.txt`,
		"thu-muc/a.yaml":                   `attachment; filename="a.txt"; filename*=UTF-8''a.txt`,
		"100%.yaml":                        `attachment; filename="100_.txt"; filename*=UTF-8''100%25.txt`,
		"%22a%0D%0ab%22.yaml":              `attachment; filename="ab.txt"; filename*=UTF-8''ab.txt`,
		"..%22/a.yaml":                     "",
		"CON.yaml":                         `attachment; filename="_CON.txt"; filename*=UTF-8''_CON.txt`,
		"nul":                              `attachment; filename="_nul.txt"; filename*=UTF-8''_nul.txt`,
		"a\tb.yaml":                        `attachment; filename="ab.txt"; filename*=UTF-8''ab.txt`,
		"a\xff.yaml":                       `attachment; filename="a.txt"; filename*=UTF-8''a.txt`,
		"khong-duoi":                       `attachment; filename="khong-duoi.txt"; filename*=UTF-8''khong-duoi.txt`,
		"":                                 `attachment; filename="vanban.txt"; filename*=UTF-8''vanban.txt`,
		"../a.yaml":                        "",
		"/etc/a.yaml":                      "",
		"a/./b.yaml":                       "",
		".":                                "",
		"\u202e":                           "",
		strings.Repeat("a", 251) + ".yaml": "",
		strings.Repeat("a", 250) + ".yaml": `attachment; filename="` + strings.Repeat("a",
			250) + `.txt"; filename*=UTF-8''` + strings.Repeat("a", 250) + ".txt",
	} {
		body, media := form(t, [3]string{"document", name, paper})
		w := ask(t, h, "POST", "/api/v1/render?to=txt", body, media)
		if want == "" {
			refused(t, w, "bad-body")
		} else if got := w.Header().Get("Content-Disposition"); got != want {
			t.Errorf("%q is answered as %s, want %s: %d %.200s", name, got, want, w.Code, w.Body)
		}
	}
}

func TestMultipart(t *testing.T) {
	h := handler(t, nil)
	const media = "Content-Type: multipart/form-data; boundary=x"
	part := func(header, body string) string {
		return "--x\r\nContent-Disposition: " + header + "\r\n\r\n" + body + "\r\n"
	}
	document := part(`form-data; name="document"; filename="a.yaml"`, paper)
	for name, tt := range map[string]struct{ body, want string }{
		"whole":               {document + "--x--\r\n", ""},
		"without a name":      {part(`form-data; name="document"`, paper) + "--x--\r\n", ""},
		"a name by RFC 8187":  {part(`form-data; name="document"; filename*=UTF-8''a.yaml`, paper) + "--x--\r\n", ""},
		"empty":               {"", "bad-body"},
		"no parts":            {"--x--\r\n", "bad-body"},
		"no document":         {part(`form-data; name="file"; filename="a.yaml"`, paper) + "--x--\r\n", "bad-body"},
		"two documents":       {document + part(`form-data; name="document"; filename="b.yaml"`, paper) + "--x--\r\n", "bad-body"},
		"one name twice":      {document + part(`form-data; name="file"; filename="a.yaml"`, "") + "--x--\r\n", "bad-body"},
		"a file without name": {document + part(`form-data; name="file"`, "") + "--x--\r\n", "bad-body"},
		"another field":       {document + part(`form-data; name="to"`, "pdf") + "--x--\r\n", "bad-body"},
		"no end":              {document, "bad-body"},
		"half a part":         {document[:len(document)/2], "bad-body"},
		"no disposition":      {"--x\r\nA: b\r\n\r\n" + paper + "\r\n--x--\r\n", "bad-body"},
		"bad header":          {"--x\r\nA b\r\n\r\n" + paper + "\r\n--x--\r\n", "bad-body"},
		"in base64": {strings.Replace(document, "\r\n\r\n", "\r\nContent-Transfer-Encoding: base64\r\n\r\n", 1) + "--x--\r\n",
			"bad-body"},
		"in eight bits": {strings.Replace(document, "\r\n\r\n", "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n", 1) + "--x--\r\n", ""},
		"in binary": {strings.Replace(document, "\r\n\r\n", "\r\nContent-Transfer-Encoding: Binary\r\n\r\n",
			1) + "--x--\r\n", ""},
		"many headers": {"--x\r\n" + strings.Repeat("A: b\r\n", 20_000) + "\r\n--x--\r\n", "bad-body"},
	} {
		t.Run(name, func(t *testing.T) {
			w := ask(t, h, "POST", "/api/v1/render", tt.body, media)
			if tt.want != "" {
				refused(t, w, tt.want)
			} else if w.Code != 200 {
				t.Errorf("got %d %s", w.Code, w.Body)
			}
		})
	}
}

// TestNamedFiles: a paper names files that came with it, and no others.
func TestNamedFiles(t *testing.T) {
	h := handler(t, nil)
	seal := strings.Replace(paper, "name: Nguyễn Văn An}", "name: Nguyễn Văn An, signature: ANH}", 1)
	body, media := form(t, [3]string{"document", "a.yaml", strings.Replace(seal, "ANH", "khong-phai-anh.png", 1)},
		[3]string{"file", "khong-phai-anh.png", "abc"})
	p := refused(t, ask(t, h, "POST", "/api/v1/render", body, media), "findings")
	if len(p.Findings) == 0 || !strings.HasPrefix(p.Findings[0].Rule, "picture.") && !strings.HasPrefix(p.Findings[0].Rule, "doc.") {
		t.Errorf("got %+v", p.Findings)
	}
	for _, name := range []string{"upload_test.go", "../serve/upload_test.go", "/etc/passwd", "http://127.0.0.1/a.png", "."} {
		body, media := form(t, [3]string{"document", "a.yaml", strings.Replace(seal, "ANH", name, 1)})
		if p := refused(t, ask(t, h, "POST", "/api/v1/render", body, media), "findings"); len(p.Findings) == 0 {
			t.Errorf("%s: %+v", name, p)
		}
	}
}
