package docgen

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

const enclosing = `kind: quyet-dinh
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "8"
date: 2026-02-09
subject: Ban hành Quy chế tiếp công dân
decided_by: committee
legal_bases: [Căn cứ Luật Tiếp công dân]
articles: [{id: giao, text: Ban hành kèm theo Quyết định này Quy chế tiếp công dân.}]
attachment:
  kind: quy-che
  subject: Tiếp công dân
  articles: [{id: pham-vi, title: Phạm vi, text: Quy chế này quy định việc tiếp công dân.}]
annexes:
  - {id: lich, title: Lịch tiếp công dân, body: Thứ Ba hằng tuần.}
  - {label: none, title: Danh sách người tiếp, body: Ông Lê Văn Thắng.}
  - {title: Mẫu sổ, body: "Mẫu sổ nêu tại [](#pham-vi), lịch tại [](#lich), theo [](#giao)."}
signer: {capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT]}
`

// enclose builds an enclosure of the paper above, with pieces of it replaced.
func enclose(t *testing.T, r *Renderer, fields string, old ...string) (text string, res *Result, found diag.List) {
	t.Helper()
	set, found := plan.Load(fstest.MapFS{
		"chinh.yaml": {Data: []byte(strings.NewReplacer(old...).Replace(enclosing))},
		"rieng.yaml": {Data: []byte("kind: phu-luc\nversion: 1\noriginal: chinh.yaml\n" + fields)},
	}, "rieng.yaml")
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	d, found, err := Built(r.Build(ctx, set, "rieng.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if found.Err() != nil {
		return "", nil, found
	}
	var pdf, txt bytes.Buffer
	if res, err = r.PDF(ctx, &pdf, d); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Text(ctx, &txt, d); err != nil {
		t.Fatal(err)
	}
	return txt.String(), res, found
}

// TestEnclosure: an annex or attachment in a file of its own is what stands
// behind the paper, with the stamp line and empty blanks (mẫu 1.3 and 2.2).
func TestEnclosure(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const stamp = "Số: 08/QĐ-UBND; 09/02/2026; 09:15:40 +07:00"
	for _, tt := range []struct {
		fields   string
		has, not []string
	}{
		{"time: 09:15:40 +07:00\n",
			[]string{stamp, "QUY CHẾ", "Tiếp công dân", "Điều 1. Phạm vi", "số ....../QĐ-UBND ngày ...... tháng ...... năm ......", "./."},
			[]string{"QUYẾT ĐỊNH", "Phụ lục", "Căn cứ", "LÊ VĂN THẮNG"}},
		{"annex: 1\ntime: 09:15:40 +07:00\n", []string{stamp, "Phụ lục I\n", "LỊCH TIẾP CÔNG DÂN", "số ....../QĐ-UBND"},
			[]string{"QUY CHẾ", "CỘNG HÒA", "MẪU SỔ"}},
		{"annex: 2\n", []string{"DANH SÁCH NGƯỜI TIẾP"}, []string{"Phụ lục", "08/QĐ-UBND", "LỊCH"}},
		{"annex: 3\ndate: 2026-02-10\ntime: 08:00:00 +07:00\n",
			[]string{"10/02/2026; 08:00:00", "Phụ lục II\n", "MẪU SỔ",
				"nêu tại Điều 1 Quy chế ban hành kèm theo Quyết định này, lịch tại Phụ lục I, theo Điều 1 Quyết định này"}, nil},
	} {
		text, res, found := enclose(t, r, tt.fields)
		if len(found) > 0 {
			t.Errorf("%q: %v", tt.fields, found)
			continue
		}
		for _, s := range tt.has {
			if !strings.Contains(text, s) {
				t.Errorf("%q: no %q in\n%s", tt.fields, s, text)
			}
		}
		for _, s := range tt.not {
			if strings.Contains(text, s) {
				t.Errorf("%q: %q in\n%s", tt.fields, s, text)
			}
		}
		if res.Pages != 1 {
			t.Errorf("%q: %d pages", tt.fields, res.Pages)
		}
		// The stamp ends at the right margin, above the text, on paper of 210 mm.
		var at string
		for _, p := range res.Placements {
			if p.Name == "stamp" {
				at = fmt.Sprintf("page %d, right %.0f", p.Page, p.X+p.Width)
				if p.Y+p.Height > 20 {
					t.Errorf("%q: the stamp reaches down to %.1f mm", tt.fields, p.Y+p.Height)
				}
			}
		}
		if right := 210.0 - r.profile.Page.Right.MM(); at != fmt.Sprintf("page 1, right %.0f", right) {
			t.Errorf("%q: stamp at %q", tt.fields, at)
		}
	}
}

// TestEnclosureRefused: what the paper does not have is a finding.
func TestEnclosureRefused(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		fields string
		old    []string
		want   string
	}{
		{"annex: 4\n", nil, "rieng.yaml:4:8: docgen.no-enclosure"},
		{"", []string{"attachment:\n  kind: quy-che\n  subject: Tiếp công dân\n  articles: [{id: pham-vi, title: Phạm vi, text: Quy chế này quy định việc tiếp công dân.}]\n", ""}, "rieng.yaml:3:11: docgen.no-enclosure"},
		{"annex: 1\ntime: 09:15:40 +07:00\n", []string{`number: "8"`, `number: ""`}, "rieng.yaml:5:7: docgen.stamp-incomplete"},
		{"annex: 1\ntime: 09:15:40 +07:00\n", []string{"date: 2026-02-09", `date: "2026"`}, "rieng.yaml:5:7: docgen.stamp-incomplete"},
	} {
		_, _, found := enclose(t, r, tt.fields, tt.old...)
		if len(found) != 1 {
			t.Errorf("%q: %v", tt.fields, found)
			continue
		}
		if got := fmt.Sprintf("%v: %s", found[0].Pos, found[0].Rule); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.fields, got, tt.want)
		}
	}
}
