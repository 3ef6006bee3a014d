package docgen

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
)

const minutes = `kind: bien-ban
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
subject: Họp thôn Trung
start: 08 giờ 00, ngày 15 tháng 11 năm 2026.
venue: Nhà văn hóa thôn Trung
attendees: [42 hộ dân của thôn.]
chair: {honorific: Ông, name: Lê Văn Thắng, position: Trưởng thôn.}
secretary: Lê Thị Thu Hằng
content: Bàn việc bình xét gia đình văn hóa.
end: 10 giờ 45, ngày 15 tháng 11 năm 2026
distribution: {file_copy: [Hồ sơ]}
`

// TestMinutesSigners: the secretary signs minutes on the left, without a seal,
// the chair on the right, unless the paper names others; who usually signs an
// office's papers does not come between.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9.
func TestMinutesSigners(t *testing.T) {
	profile, found := decree.ParseProfile("don-vi.yaml", []byte(`kind: profile
version: 1
signer: {position: Chủ tịch, name: Nguyễn Văn An}
`))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	const usual = "Thư ký Lê Thị Thu Hằng false, Chủ tọa Lê Văn Thắng true"
	for _, tt := range []struct {
		name, more, want string
		profile          *decree.Profile
	}{
		{"usual", "", usual, nil},
		{"with a profile", "", usual, profile},
		{"three stated", "signers: [{position: A, name: X}, {position: B, name: Y}, {position: C, name: Z}]\n", "A X true, B Y true, C Z true", nil},
	} {
		o := plan.Options{}
		if tt.profile != nil {
			o.Defaults = tt.profile.Fill
		}
		set, found := o.Load(fstest.MapFS{"a.yaml": {Data: []byte(minutes + tt.more)}}, "a.yaml")
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		r, err := New(&Options{Profile: tt.profile})
		if err != nil {
			t.Fatal(err)
		}
		d, found, err := r.Build(context.Background(), set, "a.yaml")
		if err != nil || len(found) > 0 {
			t.Fatal(found, err)
		}
		foot := d.Parts[len(d.Parts)-1].(*doc.Foot)
		var got []string
		for _, s := range foot.Signers {
			got = append(got, fmt.Sprintf("%s %s %t", s.Position, s.Name, !s.NoSeal))
		}
		if g := strings.Join(got, ", "); g != tt.want {
			t.Errorf("%s: signed by %s, want %s", tt.name, g, tt.want)
		}
	}
}

// TestLinesEndOnce: a line of a form ends with one full stop, whether its value
// was typed with one or not.
func TestLinesEndOnce(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	d := build(t, r, minutes)
	text := write(t, r, d)
	for _, line := range []string{
		"Thời gian bắt đầu: 08 giờ 00, ngày 15 tháng 11 năm 2026.\n",
		"Địa điểm: Nhà văn hóa thôn Trung.\n",
		"Thành phần tham dự: 42 hộ dân của thôn.\n",
		"Chủ trì (chủ tọa): Ông Lê Văn Thắng, Trưởng thôn.\n",
		"Thư ký (người ghi biên bản): Lê Thị Thu Hằng.\n",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
}
