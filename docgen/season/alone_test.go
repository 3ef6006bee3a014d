package season_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

const aloneName = "quyet-dinh.yaml"

// aloneText is a decision on awards without a season.
const aloneText = `kind: quyet-dinh
version: 1
type: khen-thuong
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "230"
date: 2026-06-20
occasion: sudden
reason: dũng cảm cứu 02 cháu nhỏ bị đuối nước ngày 14 tháng 6 năm 2026
proposal: Trưởng Công an xã tại Tờ trình số 12/TTr-CAX ngày 18 tháng 6 năm 2026
fund: Quỹ thi đua, khen thưởng của xã năm 2026
executors: [Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã]
signer: {position: Chủ tịch, name: Lê Văn Thắng}
distribution: {file_copy: [VT, VHXH]}
awardees:
  - {kind: individual, honorific: Ông, name: Hà Quang Dũng, birth_year: 1993, role: Thôn đội trưởng, unit: thôn 7, award: GKXA}
`

const second = "  - {kind: individual, honorific: Bà, name: Lò Thị Mai, birth_year: 1999, unit: thôn 7, award: GKXA}\n"

// alone gives the decision with more awardees behind its own, and with pieces of
// its text replaced.
func alone(t *testing.T, more string, old ...string) *plan.Set {
	t.Helper()
	if more == "" {
		more = second
	}
	f, found := plan.Parse(aloneName, []byte(strings.NewReplacer(old...).Replace(aloneText+more)))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return plan.NewSet(f)
}

// TestAlone: a decision without a season has the stages from the decision on; the
// decision is the one that its file alone gives.
func TestAlone(t *testing.T) {
	r := newRenderer(t)
	ctx := context.Background()
	set := alone(t, "")
	papers, found, err := made(season.Papers(ctx, r, set, aloneName, "", season.Options{}))
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	var names []string
	for _, p := range papers {
		names = append(names, p.Name)
	}
	want := []string{"quyet-dinh-khen-thuong", "giay-khen-001-ha-quang-dung", "giay-khen-002-lo-thi-mai", "danh-sach-chi-tien-thuong",
		"so-khen-thuong"}
	if !slices.Equal(names, want) {
		t.Fatalf("papers are %v", names)
	}
	d, _, err := build(r, set, aloneName)
	if err != nil {
		t.Fatal(err)
	}
	var one, other bytes.Buffer
	if _, err := r.PDF(ctx, &one, d); err != nil {
		t.Fatal(err)
	}
	if _, err := r.PDF(ctx, &other, papers[0].Doc); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), other.Bytes()) {
		t.Error("the decision is not the one that its file gives")
	}
	golden(t, r, papers[1], "certificate of a decision")
	golden(t, r, papers[3], "payment of a decision")
	for _, stage := range []award.Stage{award.SummaryStage, award.MinutesStage, award.SubmissionStage} {
		none, found, err := made(season.Papers(ctx, r, set, aloneName, stage, season.Options{}))
		if err != nil {
			t.Fatal(err)
		}
		refused(t, len(none), found, ruleid.Blank, "chỉ có trong đợt khen thưởng")
	}
	none, found, err := made(season.Papers(ctx, r, alone(t, "", "number: \"230\"\n", ""), aloneName, award.CertificateStage,
		season.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	refused(t, len(none), found, ruleid.Blank, `còn thiếu "number" (số) của quyết định`)
	drafts, found, err := made(season.Papers(ctx, r, alone(t, "", "number: \"230\"\n", ""), aloneName, "", season.Options{Draft: true}))
	if err != nil || found.HasErrors() || len(drafts) != 5 || !strings.Contains(textOf(t, r, drafts[0]), "(Dự thảo)") {
		t.Errorf("%d drafts: %v, %v", len(drafts), err, found)
	}
}

// TestAloneLawDate: papers bear the decision's date, whatever day its law is of.
func TestAloneLawDate(t *testing.T) {
	r := newRenderer(t)
	text := paperText(t, r, alone(t, "", "date: 2026-06-20\n", "date: 2026-07-20\nlaw_date: 2026-06-20\n"), aloneName,
		"giay-khen-001-ha-quang-dung", season.Options{})
	if !strings.Contains(text, "Quyết định số 230/QĐ-UBND ngày 20 tháng 7 năm 2026") {
		t.Error(text)
	}
}

// TestAloneMended compares the decisions that mend a decision alone with the texts
// in testdata/khen-thuong-mending: one about its only awardee, whom it names in
// Điều 1, and what takes it back as a whole.
func TestAloneMended(t *testing.T) {
	r := newRenderer(t)
	const ref = "decision: {number: \"241\", date: 2026-06-27}"
	for _, tt := range []struct {
		name, paper, more string
		edit              []string
	}{
		{"alone amended", "quyet-dinh-sua-doi-bo-sung", "    # một người\n",
			[]string{"unit: thôn 7, award: GKXA}",
				"unit: thôn 7, award: GKXA, amended: {" + ref + ", name: Hà Quang Dụng, role: Trưởng thôn}}"}},
		{"alone added", "quyet-dinh-sua-doi-bo-sung",
			strings.Replace(second, "award: GKXA}", "award: GKXA, added: {"+ref+", reason: Bị sót khi lập danh sách}}", 1), nil},
		{"alone cancelled", "quyet-dinh-huy-bo", "    # một người\n",
			[]string{"award: GKXA}", "award: GKXA, cancelled: {" + ref + ", reason: Báo cáo không đúng sự thật, recover: 710000}}"}},
		{"alone cancelled whole", "quyet-dinh-huy-bo", "",
			[]string{"awardees:\n", "cancellation: {" + ref + ", reason: Trùng với quyết định của tỉnh, recover: 1420000}\nawardees:\n"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			papers, found, err := made(season.Papers(context.Background(), r, alone(t, tt.more, tt.edit...), aloneName, "",
				season.Options{}))
			if err != nil || found.HasErrors() {
				t.Fatal(err, found)
			}
			for _, p := range papers {
				if p.Name == tt.paper {
					golden(t, r, p, tt.name)
					return
				}
			}
			t.Errorf("no %s", tt.paper)
		})
	}
}

// TestAloneOwnWords: what an office writes with its opening words and its marks is printed
// with one of each.
func TestAloneOwnWords(t *testing.T) {
	r := newRenderer(t)
	plain := alone(t, "", "fund:", "local_basis: Quyết định số 45/2025/QĐ-UBND của Ủy ban nhân dân tỉnh Lam Sơn\nfund:")
	marked := alone(t, "", "fund:", "local_basis: căn cứ Quyết định số 45/2025/QĐ-UBND của Ủy ban nhân dân tỉnh Lam Sơn;\nfund:",
		"proposal: Trưởng", "proposal: Theo đề nghị của Trưởng", "18 tháng 6 năm 2026", "18 tháng 6 năm 2026.",
		"14 tháng 6 năm 2026", "14 tháng 6 năm 2026.", "dân xã]", "dân xã;]")
	want := paperText(t, r, plain, aloneName, "quyet-dinh-khen-thuong", season.Options{})
	if got := paperText(t, r, marked, aloneName, "quyet-dinh-khen-thuong", season.Options{}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestAloneWithoutCertificates: a decision on titles alone, which have no certificates, has all its other papers, and
// nobody is told that certificates are left out.
func TestAloneWithoutCertificates(t *testing.T) {
	for _, tt := range []struct {
		award string
		want  bool
	}{{"LDTT", false}, {"GKXA", true}} {
		set := alone(t, "", "award: GKXA", "award: "+tt.award, "occasion: sudden", "occasion: merit",
			`number: "230"`, `number: ""`)
		var leftOut []award.Stage
		o := season.Options{LeftOut: func(st award.Stage, _ diag.List) { leftOut = append(leftOut, st) }}
		if _, found, err := made(season.Papers(context.Background(), newRenderer(t), set, aloneName, "", o)); err != nil ||
			found.HasErrors() {
			t.Fatal(err, found)
		}
		if got := slices.Contains(leftOut, award.CertificateStage); got != tt.want {
			t.Errorf("%s without a number: %v are left out", tt.award, leftOut)
		}
	}
}

// TestAloneCarriedOut: a decision that amends is carried out by those whom its articles name.
func TestAloneCarriedOut(t *testing.T) {
	const by = "{decision: {number: \"241\", date: 2026-06-27}"
	added := ", added: " + by + ", proposal: Trưởng Công an xã tại Tờ trình số 14/TTr-CAX ngày 24 tháng 6 năm 2026}}\n"
	one := "award: GKXA, amended: " + by + ", birth_year: 1994}}"
	two := strings.Replace(second, "award: GKXA}\n", "award: GKXA, amended: "+by+", birth_year: 1998}}\n", 1)
	for _, tt := range []struct{ first, more, want string }{
		{one, second, "Thủ trưởng các cơ quan, đơn vị có liên quan và ông Hà Quang Dũng chịu trách nhiệm"},
		{one, two, "và các cá nhân có tên tại Điều 1 chịu trách nhiệm"},
		{one, strings.Replace(second, "}\n", added, 1), "và các cá nhân có tên tại Điều 1 và Điều 2 chịu trách nhiệm"},
		{"award: GKXA}", strings.Replace(second, "}\n", added, 1), "và bà Lò Thị Mai chịu trách nhiệm"},
	} {
		set := alone(t, tt.more, "đội trưởng, unit: thôn 7, award: GKXA}", "đội trưởng, unit: thôn 7, "+tt.first)
		papers, found, err := made(season.Papers(context.Background(), newRenderer(t), set, aloneName, award.AmendingStage,
			season.Options{}))
		if err != nil || found.HasErrors() || len(papers) != 1 {
			t.Fatal(len(papers), err, found)
		}
		var text bytes.Buffer
		if _, err := newRenderer(t).Text(context.Background(), &text, papers[0].Doc); err != nil {
			t.Fatal(err)
		}
		if said := strings.Join(strings.Fields(text.String()), " "); !strings.Contains(said, tt.want) {
			t.Errorf("no %q in\n%s", tt.want, said)
		}
	}
}
