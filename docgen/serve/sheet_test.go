package serve_test

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestSheet(t *testing.T) {
	h := handler(t, nil)
	type looked struct {
		Sheets  []string
		Sheet   string
		Heading int
		Columns []struct{ Column, Heading string }
		Rows    []struct {
			Row   int
			Cells []string
		}
		Findings []struct{ Rule string }
	}
	book, err := os.ReadFile(filepath.Join("..", "..", "examples", "batch", "danh-sach.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	got := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet?rows=4", string(book),
		"Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
	if len(got.Rows) != 4 || len(got.Sheets) == 0 || got.Sheet != got.Sheets[0] || got.Heading == 0 || got.Findings == nil {
		t.Fatalf("got %+v", got)
	}
	if !slices.ContainsFunc(got.Columns, func(c struct{ Column, Heading string }) bool { return c.Heading == "Họ và tên" }) {
		t.Errorf("columns %v", got.Columns)
	}
	body, media := form(t, [3]string{"document", "Danh sách.xlsx", string(book)})
	if again := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet?heading=2&sheet="+url.QueryEscape(got.Sheet), body,
		media)); again.Heading != 2 || len(again.Rows) != 20 {
		t.Errorf("heading %d, %d rows", again.Heading, len(again.Rows))
	}
	csv := "DANH SÁCH\n\nSTT;Họ và tên;;Ngày sinh\n1;Trần Thị Bình;;3/4/1980\n"
	got = decode[looked](t, ask(t, h, "POST", "/api/v1/sheet", csv, "Content-Type: text/csv"))
	if got.Heading != 3 || len(got.Columns) != 3 || got.Columns[2].Column != "D" ||
		!slices.Equal(got.Rows[2].Cells, []string{"1", "Trần Thị Bình", "", "3/4/1980"}) {
		t.Errorf("got %+v", got)
	}
	for src, media := range map[string]string{"abc": "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		"a\xff\xfe": "Content-Type: text/csv"} {
		if got := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet", src, media)); len(got.Findings) == 0 {
			t.Errorf("%q: %+v", src, got)
		}
	}
	for query, rows := range map[string]int{"rows=1": 1, "rows=2": 2, "rows=200": 3, "heading=1": 3} {
		if got := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet?"+query, csv, "Content-Type: text/csv")); len(got.Rows) != rows {
			t.Errorf("%s: %d rows, want %d", query, len(got.Rows), rows)
		}
	}
	for query, want := range map[string]string{"heading=4": "", "heading=4&rows=1": "", "heading=2": "batch.heading", "heading=5": "batch.heading"} {
		got := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet?"+query, csv, "Content-Type: text/csv"))
		if want == "" && (len(got.Findings) > 0 || len(got.Columns) != 3 || got.Heading != 4) ||
			want != "" && (len(got.Findings) != 1 || got.Findings[0].Rule != want || len(got.Columns) > 0) {
			t.Errorf("%s: %+v", query, got)
		}
	}
	if got := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet", "\n", "Content-Type: text/csv")); len(got.Findings) != 1 {
		t.Errorf("an empty list: %+v", got)
	}
	for _, query := range []string{"rows=0", "rows=201", "rows=a", "heading=0"} {
		refused(t, ask(t, h, "POST", "/api/v1/sheet?"+query, csv, "Content-Type: text/csv"), "bad-query")
	}
	body, media = form(t, [3]string{"document", "a.ods", "a"})
	if got := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet", body, media)); len(got.Findings) == 0 ||
		strings.Contains(got.Findings[0].Rule, "html") {
		t.Errorf("got %+v", got)
	}
}
