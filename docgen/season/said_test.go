package season_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/plan/award"
)

// TestSeasonSays: what minutes, submission and decision say of those who passed, were
// refused, forwarded or are dead.
func TestSeasonSays(t *testing.T) {
	src, err := os.ReadFile("testdata/khen-thuong-several/dot.yaml")
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(src), "nominees:\n")
	byDeputy := strings.Replace(head, "signer: {position: Chủ tịch, name: Lê Văn Thắng}",
		"signer: {capacity: [KT], acting_for: [Chủ tịch], position: Phó Chủ tịch, name: Trịnh Thị Lan}", 1)
	noBallots := strings.Replace(head, "  ballots: {issued: 9, returned: 9, valid: 9, invalid: 0}\n", "", 1)
	person := func(name, votes, rest string) string {
		return "  - {kind: individual, honorific: Ông, name: " + name + ", unit: thôn 1, achievement: Hiến đất làm đường, award: GKXA, confirmed: {met: true, by: UBND xã}, votes: " + votes + rest + "}\n"
	}
	titled := func(name, award string) string {
		return strings.Replace(person(name, "{for: 9, against: 0}", ", ratings: [{year: 2026, rating: excellent}]"), "GKXA", award, 1)
	}
	const yes, no = "{for: 9, against: 0}", "{for: 2, against: 7}"
	const minutes, submission, decision, payment = "bien-ban-hop-hoi-dong", "to-trinh", "quyet-dinh-khen-thuong", "danh-sach-chi-tien-thuong"
	tests := []struct{ name, src, paper, want string }{
		{"nobody passed", head + "nominees:\n" + person("Lò Văn An", no, ""), minutes,
			"Căn cứ kết quả biểu quyết, không có đề nghị nào đủ điều kiện và số phiếu để trình khen thưởng."},
		{"all forwarded", head + "nominees:\n" + strings.Replace(person("Lò Văn An", yes, ", forward: true"), "GKXA", "BKTINH", 1), minutes,
			"Hội đồng thống nhất đề nghị Chủ tịch Ủy ban nhân dân xã Cẩm Hòa trình cấp có thẩm quyền tặng Bằng khen"},
		{"one forwarded", head + "nominees:\n" + person("Lò Văn An", yes,
			"") + strings.Replace(person("Hà Văn Ba", yes, ", forward: true"), "GKXA", "BKTINH", 1), minutes,
			"tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa cho ông Lò Văn An, thôn 1; đề nghị Chủ tịch Ủy ban nhân dân xã Cẩm Hòa trình cấp có thẩm quyền tặng Bằng khen"},
		{"forwarded and refused", head + "nominees:\n" + person("Lò Văn An", yes,
			"") + strings.Replace(person("Hà Văn Ba", yes, ", forward: true, refused: Có đơn tố cáo"), "GKXA", "BKTINH", 1), submission,
			"tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa cho ông Lò Văn An, thôn 1"},
		{"refused later: minutes", head + "nominees:\n" + person("Lò Văn An", yes, "") + person("Hà Văn Ba", yes,
			", refused: Có đơn tố cáo"), minutes, "Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa cho 02 cá nhân."},
		{"refused later: submission", head + "nominees:\n" + person("Lò Văn An", yes, "") + person("Hà Văn Ba", yes,
			", refused: Có đơn tố cáo"), submission, "Ông Hà Văn Ba"},
		{"refused later: decision", head + "nominees:\n" + person("Lò Văn An", yes, "") + person("Hà Văn Ba", yes,
			", refused: Có đơn tố cáo"), decision, "cho ông Lò Văn An, thôn 1."},
		{"living and dead", head + "nominees:\n" + person("Lò Văn An", yes, "") + person("Hà Văn Ba", yes, ", posthumous: true"), decision,
			"Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa cho 01 cá nhân; truy tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa cho 01 cá nhân, cụ thể như sau:\n1. Ông Lò Văn An, thôn 1: Giấy khen (thành tích: Hiến đất làm đường);\n2. Ông Hà Văn Ba, thôn 1: Truy tặng Giấy khen (thành tích: Hiến đất làm đường).\n"},
		{"a dead man carries out nothing", head + "nominees:\n" + person("Hà Văn Ba", yes, ", posthumous: true"), decision,
			"có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị có liên quan và gia đình ông Hà Văn Ba chịu trách nhiệm"},
		{"no ballots", noBallots + "nominees:\n" + person("Lò Văn An", yes, ""), minutes,
			"Hội đồng tiến hành biểu quyết, kết quả như sau:"},
		{"one title", head + "nominees:\n" + person("Lò Văn An", yes, "") + titled("Hà Văn Ba", "LDTT"), submission,
			"tặng danh hiệu “Lao động tiên tiến” năm 2026 và Giấy khen"},
		{"two titles", head + "nominees:\n" + person("Lò Văn An", yes, "") + titled("Hà Văn Ba", "LDTT") + titled("Vì Văn Cả", "CSTDCS"),
			submission, "tặng các danh hiệu thi đua năm 2026 và Giấy khen"},
		{"two kinds are paid", head + "nominees:\n" + person("Lò Văn An", yes, "") +
			strings.Replace(person("Thôn 7", yes, ""), "individual, honorific: Ông", "collective", 1), payment, "Cộng cá nhân"},
		{"paid on a day", head + "payment: {date: 2026-12-20}\nnominees:\n" + person("Lò Văn An", yes, ""), payment, "KẾ TOÁN TRƯỞNG"},
		{"a deputy pays", byDeputy + "nominees:\n" + person("Lò Văn An", yes, ""), payment, "KT. CHỦ TỊCH"},
	}
	r := newRenderer(t)
	for _, tt := range tests {
		papers, found := smallSeason(t, r, []byte(tt.src))
		if found.HasErrors() {
			t.Errorf("%s: %v", tt.name, found)
			continue
		}
		said := ""
		for _, p := range papers {
			if p.Doc == nil || p.Name != tt.paper {
				continue
			}
			var text bytes.Buffer
			if _, err := r.Text(context.Background(), &text, p.Doc); err != nil {
				t.Fatal(err)
			}
			said += text.String()
		}
		if !strings.Contains(said, tt.want) {
			t.Errorf("%s: want %q in %s\n%s", tt.name, tt.want, tt.paper, said)
		}
	}
}

// TestNoMoney: a bonus of 0 đồng, here by a province's way of rounding, has no article.
func TestNoMoney(t *testing.T) {
	law, err := award.Default()
	if err != nil {
		t.Fatal(err)
	}
	own, found := award.Parse("tinh.yaml",
		[]byte("kind: award-law\nversion: 1\nroundings:\n  - {mode: nearest, unit: 100000000, from: 2024-01-01, basis: Quy định của tỉnh, verified: true}\n"))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	none := season.Options{Law: law.Overlay(own)}
	r := newRenderer(t)
	added := seasonOf(t, nominees, left)
	for _, paper := range []string{"quyet-dinh-khen-thuong", "quyet-dinh-sua-doi-bo-sung"} {
		const next = "Điều 2. Quyết định này có hiệu lực"
		if text := paperText(t, r, added, seasonName, paper, season.Options{}); strings.Contains(text, next) {
			t.Errorf("%s lacks the article on money:\n%s", paper, text)
		}
		if text := paperText(t, r, added, seasonName, paper, none); !strings.Contains(text, next) {
			t.Errorf("%s has an article on 0 đồng:\n%s", paper, text)
		}
	}
}
