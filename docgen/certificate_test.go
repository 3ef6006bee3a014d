package docgen

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/plan"
)

// TestSpotsApart: no line of a certificate stands in the way of another, with an
// emblem and without, and all of them inside the frame.
func TestSpotsApart(t *testing.T) {
	for _, emblem := range []string{"", "quoc-huy.png"} {
		var placed []spot
		for _, s := range spots {
			if s.line == "emblem" && emblem == "" {
				continue
			}
			s = s.under(emblem)
			if s.x < 15 || s.y < 15 || s.x+s.w > sheetWidth-15 || s.y+s.h > sheetHeight-15 {
				t.Errorf("emblem %q: %s stands outside the frame", emblem, s.line)
			}
			for _, o := range placed {
				// A signature is written over the room of the position and the name.
				if s.line == "signature" || o.line == "signature" {
					continue
				}
				const touch = 2.0 // mm: lines of text do not fill their boxes
				if s.x < o.x+o.w && o.x < s.x+s.w && s.y+touch < o.y+o.h && o.y+touch < s.y+s.h {
					t.Errorf("emblem %q: %s stands in the way of %s", emblem, s.line, o.line)
				}
			}
			placed = append(placed, s)
		}
	}
}

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
		for _, want := range append(strings.Split(tt.want, "|"), "Vào sổ khen thưởng số: 07") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in %q", tt.decision, want, text)
			}
		}
	}
}
