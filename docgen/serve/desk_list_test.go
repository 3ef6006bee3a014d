package serve_test

import (
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/serve"
)

// TestDeskList: the worksheets and first rows of a list, as they stand.
func TestDeskList(t *testing.T) {
	h := handler(t, &serve.Options{Limits: serve.Limits{Rows: 50}})
	book, err := os.ReadFile("../../examples/batch/danh-sach.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, file, body, query string
		status                  int
		want                    []string
	}{
		{"a workbook", "danh-sach.xlsx", string(book), "?rows=3", 200,
			[]string{`"sheets":["Danh sách"],"sheet":"Danh sách","heading":3`, `{"text":"400.000","value":"400000"}`,
				`{"text":"01/01/1970","date":true}`, `"more":true`}},
		{"headings of nominees", "a.csv", "DANH SÁCH\nHọ tên,Xếp loại năm 2025,Quê\n", "", 200,
			[]string{`{"text":"Họ tên","heading":"Họ và tên"},{"text":"Xếp loại năm 2025","heading":"Xếp loại 2025"},{"text":"Quê"}`,
				`"known":["STT","Đối tượng",`, `"Xếp loại \u003cnăm\u003e"`}},
		{"a sheet that is not there", "danh-sach.xlsx", string(book), "?sheet=Khác", 422, []string{"không có trang tính"}},
		{"CSV", "a.csv", "Họ tên,Tuổi\nLê A,\n\nLê B,7\n", "", 200,
			[]string{`"sheets":[]`, `{"number":2,"hidden":false,"cells":[{"text":"Lê A"}]},{"number":4`, `"more":false`}},
		{"as many rows as are asked for", "a.csv", "a\nb\nc\n", "?rows=3", 200, []string{`"number":3`, `"more":false`}},
		{"no list", "a.doc", "x", "", 422, []string{"không biết đọc danh sách"}},
		{"a broken workbook", "a.xlsx", "x", "", 422, []string{"batch.list"}},
		{"too many rows", "a.csv", "a\n", "?rows=51", 400, []string{"bad-query"}},
		{"no rows", "a.csv", "a\n", "?rows=0", 400, []string{"bad-query"}},
	}
	for _, test := range tests {
		body, media := form(t, [3]string{"document", test.file, test.body})
		w := ask(t, h, http.MethodPost, "/api/v1/desk/list"+test.query, body, media)
		if w.Code != test.status {
			t.Errorf("%s: %d %s", test.name, w.Code, w.Body)
		}
		for _, want := range test.want {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s: %q is not in %.600s", test.name, want, w.Body)
			}
		}
	}
}
