package form

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
)

// The provinces and cities of today (34 since 01/7/2025), the ministries and
// bodies of that rank, and the departments of a province, as named in letterheads.
var (
	cities    = []string{"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
	provinces = []string{
		"Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Quảng Ninh", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Cao Bằng", "Tuyên Quang",
		"Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh", "Hưng Yên", "Ninh Bình", "Quảng Trị", "Quảng Ngãi", "Gia Lai", "Khánh Hòa",
		"Lâm Đồng", "Đắk Lắk", "Đồng Nai", "Tây Ninh", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang",
	}
	ministries = []string{
		"Bộ Quốc phòng", "Bộ Công an", "Bộ Ngoại giao", "Bộ Nội vụ", "Bộ Tư pháp", "Bộ Tài chính", "Bộ Công Thương", "Bộ Xây dựng",
		"Bộ Nông nghiệp và Môi trường", "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Khoa học và Công nghệ", "Bộ Giáo dục và Đào tạo", "Bộ Y tế",
		"Bộ Dân tộc và Tôn giáo", "Văn phòng Chính phủ", "Thanh tra Chính phủ", "Ngân hàng Nhà nước Việt Nam",
	}
	departments = []string{
		"Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường",
		"Sở Khoa học và Công nghệ",
		"Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa và Thể thao", "Sở Du lịch", "Sở Giáo dục và Đào tạo", "Sở Y tế",
		"Sở Dân tộc và Tôn giáo",
		"Sở Ngoại vụ", "Sở Quy hoạch - Kiến trúc", "Sở An toàn thực phẩm", "Thanh tra tỉnh",
	}
)

// TestBodiesOfToday puts every body of today into a letterhead: a committee or
// council of a province stands on two lines, a department below its committee on
// at most three, no line is wider than its column, and nothing is found.
func TestBodiesOfToday(t *testing.T) {
	if n := len(cities) + len(provinces); n != 34 {
		t.Fatalf("%d provinces and cities, want 34", n)
	}
	var places []string
	for _, c := range cities {
		places = append(places, "thành phố "+c)
	}
	for _, p := range provinces {
		places = append(places, "tỉnh "+p)
	}
	for _, place := range places {
		for _, body := range []string{"Ủy ban nhân dân", "Hội đồng nhân dân"} {
			want := strings.ToUpper(body + "/" + place)
			if got := letterheadLines(t, "", body+" "+place); got != want {
				t.Errorf("%s %s stands as %s", body, place, got)
			}
		}
		for _, d := range departments {
			got := letterheadLines(t, "UBND "+place, d)
			if lines := strings.Split(got, "/"); len(lines) > 3 || strings.ReplaceAll(got, "/", " ") != strings.ToUpper(d) {
				t.Errorf("%s of %s stands as %s", d, place, got)
			}
		}
	}
	for _, m := range ministries {
		got := letterheadLines(t, "", m)
		if lines := strings.Split(got, "/"); len(lines) > 3 || strings.ReplaceAll(got, "/", " ") != strings.ToUpper(m) {
			t.Errorf("%s stands as %s", m, got)
		}
	}
}

// letterheadLines gives the lines of the issuing body's name in a letterhead, and
// fails when something was found or the columns leave the margins.
func letterheadLines(t *testing.T, superior, issuer string) string {
	t.Helper()
	l := &doc.Letterhead{Issuer: []string{issuer}, Number: &doc.Number{}, Place: &doc.PlaceDate{Place: "Hà Nội"}}
	if superior != "" {
		l.Superior = []string{superior}
	}
	p := decree.Default()
	f, found, err := Apply(t.Context(), &doc.Document{Kind: "ke-hoach", Parts: []doc.Part{l}}, p, metrics(t))
	if err != nil || len(found) > 0 {
		t.Fatalf("%s, %s: %v %v", superior, issuer, err, found)
	}
	table := f.Sections[0].Blocks[0].(*flow.Table)
	if table.Indent < -6*doc.Millimetre {
		t.Errorf("%s hangs %.1f mm over the margin", issuer, table.Indent.MM())
	}
	ruler := &former{p: p, m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
	lines, wide := ruler.nameLines([]string{issuer}, p.Head.Agency, table.Columns[0])
	if wide > table.Columns[0] {
		t.Errorf("%s: %.1f mm in a column of %.1f mm", issuer, wide.MM(), table.Columns[0].MM())
	}
	text := strings.NewReplacer(noBreakSpace, " ", noBreakHyphen, "-").Replace(strings.Join(lines, "/"))
	for _, line := range strings.Split(text, "/") {
		if strings.HasSuffix(line, " VÀ") || strings.HasSuffix(line, ",") && strings.Count(line, " ") == 0 {
			t.Errorf("%s: line %q", issuer, line)
		}
	}
	return text
}
