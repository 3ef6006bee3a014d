package docgen

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/plan"
)

// TestCertificateDates: what is known of the dates of a certificate and its decision is
// written as on every paper, also when it is not all.
func TestCertificateDates(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ decision, date, want string }{
		{"2026-05-04", "2026-12-08", "số 12/QĐ-UBND ngày 04 tháng 5 năm 2026|Cẩm Hòa, ngày 08 tháng 12 năm 2026"},
		{"2026-05", "2026-02", "số 12/QĐ-UBND ngày ...... tháng 5 năm 2026|Cẩm Hòa, ngày ...... tháng 02 năm 2026"},
		{"2026", "2026", "số 12/QĐ-UBND ngày ...... tháng ...... năm 2026|Cẩm Hòa, ngày ...... tháng ...... năm 2026"},
	} {
		src := "kind: giay-khen\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\n" +
			"recipient: individual\nname: Nguyễn Văn An\nachievement: Có thành tích xuất sắc\nregister: \"7\"\n" +
			"date: " + tt.date + "\ndecision: {number: \"12\", date: " + tt.decision + "}\nsigner: {position: Chủ tịch, name: Lê Văn Thắng}\n"
		set, found := plan.Load(fstest.MapFS{"a.yaml": {Data: []byte(src)}}, "a.yaml")
		d, _, err := Built(r.Build(context.Background(), set, "a.yaml"))
		if found.HasErrors() || err != nil {
			t.Fatalf("%v, %v", found, err)
		}
		var out bytes.Buffer
		if _, err := r.Text(context.Background(), &out, d); err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(out.String()), " ")
		for _, want := range append(strings.Split(tt.want, "|"), "Số sổ vàng: 07") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in %q", tt.decision, want, text)
			}
		}
	}
}
