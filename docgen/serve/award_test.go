package serve_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// seasonForm is the season of the examples as a request brings it.
func seasonForm(t *testing.T) (body, media string) {
	t.Helper()
	dir := filepath.Join("..", "..", "examples", "khen-thuong-2026")
	var parts [][3]string
	for _, name := range filesOf(t, dir) {
		src, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		part := "file"
		if name == "dot-khen-thuong.yaml" {
			part = "document"
		}
		parts = append(parts, [3]string{part, name, string(src)})
	}
	return form(t, parts...)
}

func TestAwardCheck(t *testing.T) {
	h := handler(t, nil)
	body, media := seasonForm(t)
	type judged struct {
		Findings, Nominees, Results, Votes []json.RawMessage
		Sums                               struct{ Awards int }
	}
	got := decode[judged](t, ask(t, h, "POST", "/api/v1/award/check", body, media))
	if len(got.Nominees) == 0 || len(got.Results) != len(got.Nominees) || got.Sums.Awards == 0 {
		t.Errorf("%d nominees, %d results, %d awards, %d findings: %.300s", len(got.Nominees), len(got.Results), got.Sums.Awards,
			len(got.Findings), got.Findings)
	}
	for _, src := range []string{paper, wrong, "kind: season\n", ""} {
		if got := decode[judged](t, ask(t, h, "POST", "/api/v1/award/check", src, yaml)); len(got.Findings) == 0 || len(got.Nominees) > 0 {
			t.Errorf("%.20q: %d findings, %d nominees", src, len(got.Findings), len(got.Nominees))
		}
	}
}

func TestAwardIssue(t *testing.T) {
	h := handler(t, nil)
	body, media := seasonForm(t)
	w := ask(t, h, "POST", "/api/v1/award/issue?draft=true&to=txt,yaml&stage=quyet-dinh", body, media)
	if w.Code != 200 || w.Header().Get("Content-Type") != "application/zip" || w.Header().Get("Vanban-Findings") == "" {
		t.Fatalf("got %d %.200s", w.Code, w.Body)
	}
	got := entries(t, w.Body.Bytes())
	kinds := make(map[string]int)
	for name := range got {
		kinds[filepath.Ext(name)]++
	}
	if kinds[".txt"] == 0 || kinds[".yaml"] == 0 || len(kinds) > 2 {
		t.Errorf("got %v", kinds)
	}
	type issued struct {
		Findings []json.RawMessage
		LeftOut  []struct{ Stage string } `json:"left_out"`
		Files    []struct {
			Name string
			File []byte
		}
	}
	all := decode[issued](t, ask(t, h, "POST", "/api/v1/award/issue?to=txt", body, media, "Accept: application/json"))
	if len(all.Files) < len(got) || all.LeftOut == nil {
		t.Errorf("%d files", len(all.Files))
	}
	for _, f := range all.Files {
		if strings.HasSuffix(f.Name, ".txt") && len(f.File) == 0 {
			t.Errorf("%s is empty", f.Name)
		}
	}
	only := entries(t, ask(t, h, "POST", "/api/v1/award/issue?only=8&draft=true", body, media).Body.Bytes())
	if len(only) != 1 {
		t.Errorf("one certificate: %d files", len(only))
	}
	for query, want := range map[string]string{
		"stage=a": "bad-query", "only=0": "bad-query", "only=a": "bad-query", "only=8&stage=quyet-dinh": "bad-query",
		"draft=1": "bad-query", "to=svg": "bad-query", "pdf=a": "bad-query",
		"only=9999&draft=true": "findings",
	} {
		refused(t, ask(t, h, "POST", "/api/v1/award/issue?"+query, body, media), want)
	}
	refused(t, ask(t, h, "POST", "/api/v1/award/issue", paper, yaml), "findings")
}

// TestAwardDryRun: the papers are named without being made, and one of them is made by its
// name, as pages too.
func TestAwardDryRun(t *testing.T) {
	h := handler(t, nil)
	body, media := seasonForm(t)
	type issued struct {
		Papers []struct{ Stage, Name, Title string }
		Files  []struct{ Name string }
	}
	all := decode[issued](t, ask(t, h, "POST", "/api/v1/award/issue?dry-run=true", body, media))
	names := make(map[string]string)
	for _, p := range all.Papers {
		names[p.Name] = p.Stage + "|" + p.Title
	}
	if len(all.Files) != 0 || len(all.Papers) < 40 {
		t.Errorf("%d papers, %d files", len(all.Papers), len(all.Files))
	}
	for name, want := range map[string]string{
		"bien-ban-hop-hoi-dong": "bien-ban|Biên bản", "quyet-dinh-khen-thuong": "quyet-dinh|Quyết định", "so-khen-thuong": "chi-tien|",
	} {
		if got, ok := names[name]; !ok || !strings.HasPrefix(got, want) {
			t.Errorf("%s is %q", name, got)
		}
	}
	one := decode[issued](t, ask(t, h, "POST", "/api/v1/award/issue?stage=quyet-dinh&name=quyet-dinh-khen-thuong&to=svg", body, media))
	if len(one.Papers) != 1 || len(one.Files) < 2 || one.Files[0].Name != "quyet-dinh-khen-thuong-1.svg" ||
		one.Files[1].Name != "quyet-dinh-khen-thuong-2.svg" {
		t.Errorf("got %v", one)
	}
	if got := entries(t, ask(t, h, "POST", "/api/v1/award/issue?name=quyet-dinh-khen-thuong&to=pdf,docx", body,
		media).Body.Bytes()); len(got) != 2 {
		t.Errorf("%d files of one paper", len(got))
	}
	for _, query := range []string{"name=khac", "to=svg", "to=svg,pdf&name=quyet-dinh-khen-thuong", "dry-run=1"} {
		refused(t, ask(t, h, "POST", "/api/v1/award/issue?"+query, body, media), "bad-query")
	}
}
