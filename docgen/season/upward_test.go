package season_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// TestUpward: whom a higher body is to award goes to it by a tờ trình of its own, with a
// report of each, also where nobody has written one.
func TestUpward(t *testing.T) {
	src, err := os.ReadFile("testdata/bodies/so.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const upward = "upward:\n  number: \"57\"\n  date: 2026-12-16\n  addressees: [Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn]\n  signer: {position: Giám đốc, name: Phạm Đức Long}\ndecision:\n"
	const nominee = "  - kind: individual\n    honorific: Ông\n    name: Cao Xuân Ngọc\n    unit: Thanh tra Sở\n    award: BKTINH\n    achievement: Có sáng kiến cấp tỉnh\n" +
		"    forward: true\n    confirmed: {met: true, by: Văn phòng Sở}\n    votes: {for: 7, against: 0}\n"
	with := strings.Replace(string(src), "decision:\n", upward, 1) + nominee
	papers := stageOf(t, with, award.UpwardStage)
	if len(papers) != 2 || papers[0].Name != "to-trinh-cap-tren" || papers[1].Name != "trinh-cap-tren-bao-cao-006-cao-xuan-ngoc" {
		t.Fatalf("%d papers: %v", len(papers), papers)
	}
	r, _ := docgen.New(nil)
	var b bytes.Buffer
	if _, err := r.Text(context.Background(), &b, papers[0].Doc); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(strings.NewReplacer("**", "", "*", "", "\u00a0", " ").Replace(b.String())), " ")
	for _, want := range []string{
		"SỞ NỘI VỤ", "Số: 57/TTr-SNV", "Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn",
		"Sở Nội vụ kính trình Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn xem xét, tặng Bằng khen", "cho ông Cao Xuân Ngọc, Thanh tra Sở", "GIÁM ĐỐC",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(text, "Giấy khen") {
		t.Errorf("the season's own awards are in %s", text)
	}
	for _, tt := range []struct{ text, rule string }{
		{string(src) + nominee, ruleid.Blank},
		{strings.Replace(string(src), "decision:\n", upward, 1), ruleid.Nobody},
		{strings.Replace(with, "  addressees: [Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn]\n  signer: {position: Giám",
			"  signer: {position: Giám", 1), ruleid.Blank},
	} {
		set, _ := plan.Load(mapFS(map[string]string{"a.yaml": tt.text}), "a.yaml")
		none, found, _ := made(season.Papers(context.Background(), r, set, "a.yaml", award.UpwardStage, season.Options{}))
		if len(none) != 0 || !strings.Contains(found.Error(), tt.rule) {
			t.Errorf("%s: %v", tt.rule, found)
		}
	}
}
