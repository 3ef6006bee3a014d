package serve_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
)

// TestWideRows: a row shows so many columns, and its headings are those that can be seen.
func TestWideRows(t *testing.T) {
	h := handler(t, nil)
	type looked struct {
		Heading int
		Columns []struct{ Column, Heading string }
		Rows    []struct{ Cells []string }
	}
	for src, want := range map[string]int{
		"Tên" + strings.Repeat(",", 255) + "x\n": 256, "Tên" + strings.Repeat(",", 256) + "x\n": 1, "Tên" + strings.Repeat(",x", 300) + "\n": 256, "a,,b\n": 3,
	} {
		got := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet", src, "Content-Type: text/csv"))
		if len(got.Rows) != 1 || len(got.Rows[0].Cells) != want {
			t.Errorf("%.20q: %d cells, want %d", src, len(got.Rows[0].Cells), want)
		}
	}
	book := sheetcase.Make(t, [][]any{{"Họ", sheetcase.Cell{Value: "Tên", Format: ";;;"}, "Tuổi"}, {"An", "x", 5}}, nil)
	got := decode[looked](t, ask(t, h, "POST", "/api/v1/sheet", string(book),
		"Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
	if fmt.Sprint(got.Columns) != "[{A Họ} {C Tuổi}]" {
		t.Errorf("%v", got.Columns)
	}
}

// TestHeadingsFarDown: a heading of nominees is known as one in the first thirty rows.
func TestHeadingsFarDown(t *testing.T) {
	h := handler(t, nil)
	for above, want := range map[int]bool{29: true, 30: false} {
		body, media := form(t, [3]string{"document", "a.csv", strings.Repeat("x\n", above) + "Họ tên\n"})
		if got := ask(t, h, "POST", "/api/v1/desk/list?rows=40", body, media); strings.Contains(got.Body.String(), `"heading":"Họ và tên"`) != want {
			t.Errorf("below %d rows: %s", above, got.Body)
		}
	}
}

// TestOneFormatAlone: papers of a season as YAML are YAML alone; a letter that no font has is found when the pages are made.
func TestOneFormatAlone(t *testing.T) {
	h := handler(t, nil)
	body, media := seasonForm(t)
	for query, want := range map[string]string{"to=yaml": ".yaml", "to=txt": ".txt", "": ".pdf"} {
		got := entries(t, ask(t, h, "POST", "/api/v1/award/issue?draft=true&stage=quyet-dinh&"+query, body, media).Body.Bytes())
		for name := range got {
			if filepath.Ext(name) != want {
				t.Errorf("%q: %s", query, name)
			}
		}
		if len(got) == 0 {
			t.Errorf("%q: nothing", query)
		}
	}
	strange := strings.Replace(paper, "lịch nghỉ lễ", "lịch \U0001F600", 1)
	if p := refused(t, ask(t, h, "POST", "/api/v1/render?to=pdf", strange, yaml), "findings"); len(p.Findings) == 0 || p.Findings[0].Line == 0 {
		t.Errorf("%+v", p)
	}
}

// TestListAsDocument: a list is what comes beside the season, not in its place.
func TestListAsDocument(t *testing.T) {
	h := handler(t, nil)
	body, media := form(t, [3]string{"document", "ds.csv", nominees})
	if p := refused(t, ask(t, h, "POST", "/api/v1/award/import", body, media), "bad-body"); !strings.Contains(p.Detail, "thiếu danh sách") {
		t.Errorf("%+v", p)
	}
}
