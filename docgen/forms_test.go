package docgen

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/docgen/internal/layout"
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
		{"three stated", "signers: [{position: A, name: X}, {position: B, name: Y}, {position: C, name: Z}]\n",
			"A X true, B Y true, C Z true", nil},
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
		d, found, err := Built(r.Build(context.Background(), set, "a.yaml"))
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

// TestTelegramAddressees: the words before "điện:" stand in the middle, the
// addressees' dashes an indent right of their beginning, as on the decree's page.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.6.
func TestTelegramAddressees(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	pages := layOut(t, r, build(t, r, `kind: cong-dien
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
subject: Về việc ứng phó với bão số 5
sender: Chủ tịch Ủy ban nhân dân xã
addressees: [Trưởng Công an xã, Trưởng các thôn]
body: Yêu cầu thực hiện.
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT]}
`))
	const lead = "Chủ tịch Ủy ban nhân dân xã điện:"
	page := pages.Pages[0]
	var start, end float64
	var dashes []float64
	for _, a := range page.Acts {
		text, ok := a.(*layout.Text)
		switch {
		case !ok:
		case strings.ReplaceAll(text.S, "\u00a0", " ") == lead:
			start = text.X.MM()
			end = start
			for _, c := range lead {
				w, _ := r.o.Fonts.set.Advance(text.Style, c)
				end += float64(w) * text.Size.MM() / font.Em
			}
		case strings.HasPrefix(text.S, "-") && start > 0 && len(dashes) < 2:
			dashes = append(dashes, text.X.MM())
		}
	}
	left, right := r.profile.Page.Left.MM(), page.Width.MM()-r.profile.Page.Right.MM()
	if middle := (start + end) / 2; middle < (left+right)/2-0.2 || middle > (left+right)/2+0.2 {
		t.Errorf("%q stands from %.1f to %.1f mm, the text from %.1f to %.1f", lead, start, end, left, right)
	}
	indent := r.profile.Body.Indent.MM()
	if len(dashes) != 2 || dashes[0] != dashes[1] || dashes[0]-start < indent-0.1 || dashes[0]-start > indent+0.1 {
		t.Errorf("dashes at %.1f mm, the words before them at %.1f, the indent %.1f", dashes, start, indent)
	}
}

// TestSentBack: "Như trên" stands once at most. A paper with "Kính gửi" has it without
// being asked, a công điện where it is typed.
func TestSentBack(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	const rest = `version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
subject: Ứng phó với bão số 5
addressees: [Trưởng các thôn]
body: Yêu cầu thực hiện.
signer: {position: Chủ tịch, name: Lê Văn Thắng}
`
	const letter, telegram = "kind: cong-van\n" + rest, "kind: cong-dien\nsender: Chủ tịch xã\n" + rest
	for _, tt := range []struct{ src, to, want string }{
		{letter, "[Sở Nội vụ]", "Như trên, Sở Nội vụ"},
		{letter, "[Như trên, Sở Nội vụ]", "Như trên, Sở Nội vụ"},
		{telegram, "[Sở Nội vụ]", "Sở Nội vụ"},
		{telegram, "[Như trên, Sở Nội vụ]", "Như trên, Sở Nội vụ"},
		{telegram, "[Sở Nội vụ, Như trên]", "Sở Nội vụ, Như trên"},
	} {
		d := build(t, r, tt.src+"distribution: {to: "+tt.to+", file_copy: [VT]}\n")
		foot := d.Parts[len(d.Parts)-1].(*doc.Foot)
		var got []string
		for _, e := range foot.Distribution.To {
			got = append(got, plainText(e.Inlines))
		}
		if g := strings.Join(got, ", "); g != tt.want {
			t.Errorf("%.15s to %s: %s, want %s", tt.src, tt.to, g, tt.want)
		}
	}
}

// TestReferenceLine: "(Kèm theo ...)" is broken before the date, not inside it,
// whether it is filled in or not.
func TestReferenceLine(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, filled := range []bool{false, true} {
		src := strings.Replace(enclosing, "Ủy ban nhân dân xã Cẩm Hòa", "Ủy ban nhân dân xã Cẩm Hòa Thượng Đông", 1)
		pages := pagesOf(t, r, src, filled)
		lines := make(map[string]string) // of page 2, by their height
		for _, a := range pages.Pages[1].Acts {
			if text, ok := a.(*layout.Text); ok {
				lines[fmt.Sprint(text.Y)] += strings.ReplaceAll(text.S, "\u00a0", " ")
			}
		}
		var found bool
		for _, line := range lines {
			if strings.Contains(line, "ngày") && strings.Contains(line, "năm") && strings.Contains(line, "tháng") {
				found = true
			}
		}
		if !found {
			t.Errorf("filled %t: the date is parted: %q", filled, lines)
		}
	}
}

// TestSends: who sends a telegram, with and without the word that the program writes behind it.
func TestSends(t *testing.T) {
	for in, want := range map[string]string{
		"Chủ tịch Ủy ban nhân dân xã":       "Chủ tịch Ủy ban nhân dân xã",
		"Chủ tịch Ủy ban nhân dân xã điện":  "Chủ tịch Ủy ban nhân dân xã",
		"Chủ tịch xã ĐIỆN :":                "Chủ tịch xã",
		"Bí thư Đảng ủy xã Cẩm Hòa điện":    "Bí thư Đảng ủy xã Cẩm Hòa",
		"Chủ tịch UBND phường Ơn điện:":     "Chủ tịch UBND phường Ơn",
		"Giám đốc Công ty Truyền tải điện":  "Giám đốc Công ty Truyền tải điện",
		"Giám đốc Nhà máy Nhiệt điện":       "Giám đốc Nhà máy Nhiệt điện",
		"Giám đốc Nhà máy Nhiệt điện điện:": "Giám đốc Nhà máy Nhiệt điện",
		"Giám đốc Bưu điện":                 "Giám đốc Bưu điện",
		"Công ty Xây lắp Điện":              "Công ty Xây lắp Điện",
		"điện":                              "điện",
	} {
		if got, _ := cutSends(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// TestFormsEnd: an annex with a table to be filled in is a form, whose text no mark ends; a list with words is none.
func TestFormsEnd(t *testing.T) {
	r, err := New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for rows, ends := range map[string]bool{
		"    | 1 | | |\n    | 2 | | |": false, "    | 1 | An | |\n    | 2 | | |": false, "    | | | |": false,
		"    | 1 | An | |\n    | 2 | | Bình |": true, "    | 1 | An | Bình |": true,
	} {
		src := minutes + "annexes:\n- title: Danh sách\n  body: |\n    | TT | Tên | Ghi chú |\n    |---|---|---|\n" + rows + "\n"
		text := write(t, r, build(t, r, src))
		if got := strings.HasSuffix(strings.TrimSpace(text), "./."); got != ends {
			t.Errorf("%s: %v\n%s", rows, got, text)
		}
	}
}
