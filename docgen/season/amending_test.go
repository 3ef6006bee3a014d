package season_test

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

// Edits of the example's season by which a decision amends it: the year of birth of
// its first person; the name of its first collective; a person who was left out,
// with the vote of a second meeting.
const (
	hoaAmended  = ofHoa + "    amended: {decision: {number: \"530\", date: 2026-12-22}, birth_year: 1968}\n"
	thonAmended = ofThon + "    amended: {decision: {number: \"530\", date: 2026-12-22}, name: Thôn Đồng Chùa 1, unit: xã Cẩm Hòa, reason: đổi tên thôn}\n"
	nominees    = "nominees:\n  # Tập thể\n"
	left        = `nominees:
  - kind: individual
    honorific: Ông
    name: Trần Văn Dũng
    birth_year: 1990
    role: Tổ trưởng Tổ tự quản
    unit: thôn 7
    award: GKXA
    achievement: Tổ chức 12 buổi dọn vệ sinh đường thôn
    added:
      decision: {number: "530", date: 2026-12-22}
      proposal: Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 44/TTr-VHXH ngày 21 tháng 12 năm 2026
      session: {date: 2026-12-20, present: 11}
    votes: {for: 11}
    confirmed: {met: true, by: Phòng Văn hóa - Xã hội}
`
	two = left + `  - kind: household
    honorific: Bà
    name: Đinh Thị Lan
    unit: thôn Bái Đền
    award: GKXA
    achievement: Nhận chăm sóc 03 cụ già neo đơn trong thôn
    added: {decision: {number: "530", date: 2026-12-22}, session: {date: 2026-12-20, present: 11}}
    votes: {for: 11}
    confirmed: {met: true, by: Phòng Văn hóa - Xã hội}
`
)

// TestAmendedKeepsThePast: an amendment and an addition leave every paper that was
// signed before as it is; certificate, payment list and register show what is new.
func TestAmendedKeepsThePast(t *testing.T) {
	r := newRenderer(t)
	before, _ := papersOf(t, r, "", season.Options{})
	after, found := papersOf(t, r, "", season.Options{}, ofHoa, hoaAmended, ofThon, thonAmended, nominees, left)
	if found.HasErrors() {
		t.Fatal(found)
	}
	// The amended collective has another name, so its certificate has another file.
	renamed := map[string]string{"giay-khen-001-thon-dong-chua": "giay-khen-001-thon-dong-chua-1"}
	shown := []string{"so-khen-thuong.csv", "danh-sach-chi-tien-thuong"} // what shows the new values
	for name, data := range before {
		now := after[name]
		if other := renamed[name]; other != "" {
			now = after[other]
			delete(after, other)
		}
		delete(after, name)
		switch {
		case slices.Contains(shown, name), renamed[name] != "":
			if bytes.Equal(now, data) {
				t.Errorf("%s does not show what is new", name)
			}
		case !bytes.Equal(now, data): // the year of birth is not on a certificate
			t.Errorf("%s is another", name)
		}
	}
	want := []string{"danh-sach-chi-tien-thuong-bo-sung", "giay-khen-038-tran-van-dung", "quyet-dinh-sua-doi-bo-sung"}
	if got := slices.Sorted(maps.Keys(after)); !slices.Equal(got, want) {
		t.Errorf("new are %v, want %v", got, want)
	}
	set := seasonOf(t, ofHoa, hoaAmended, ofThon, thonAmended, nominees, left)
	for name, lines := range map[string][]string{
		"giay-khen-038-tran-van-dung": {"Ông TRẦN VĂN DŨNG", "Quyết định số 530/QĐ-UBND ngày 22 tháng 12 năm 2026",
			"Cẩm Hòa, ngày 22 tháng 12 năm 2026", "38"},
		"giay-khen-001-thon-dong-chua-1": {"THÔN ĐỒNG CHÙA 1", "Quyết định số 512/QĐ-UBND ngày 15 tháng 12 năm 2026"},
		"danh-sach-chi-tien-thuong":      {"Bằng chữ): Ba mươi bốn triệu chín trăm sáu mươi nghìn đồng"},
		"danh-sach-chi-tien-thuong-bo-sung": {"(Kèm theo Quyết định số 530/QĐ-UBND ngày 22 tháng 12 năm 2026",
			"Bằng chữ): Bảy trăm sáu mươi nghìn đồng"},
	} {
		text := paperText(t, r, set, seasonName, name, season.Options{})
		for _, line := range lines {
			if !strings.Contains(text, line) {
				t.Errorf("%s lacks %q:\n%s", name, line, text)
			}
		}
	}
	papers, _, _ := made(season.Papers(context.Background(), r, set, seasonName, award.PaymentStage, season.Options{}))
	register := string(papers[len(papers)-1].Data)
	for _, line := range []string{
		"8,Bà Nguyễn Thị Hoa,1968,", "760.000,,Đã sửa đổi theo Quyết định số 530/QĐ-UBND ngày 22/12/2026\r\n",
		"38,Ông Trần Văn Dũng,1990,", ",530/QĐ-UBND ngày 22/12/2026,760.000,,\r\n",
	} {
		if !strings.Contains(register, line) {
			t.Errorf("the register lacks %q:\n%s", line, register)
		}
	}
}

// paperText gives the text of a paper by its name, of whatever stage it is.
func paperText(t *testing.T, r *docgen.Renderer, set *plan.Set, file, name string, o season.Options) string {
	t.Helper()
	papers, found, err := made(season.Papers(context.Background(), r, set, file, "", o))
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	for _, p := range papers {
		if p.Name == name {
			return textOf(t, r, p)
		}
	}
	t.Fatalf("no paper is called %s", name)
	return ""
}

func textOf(t *testing.T, r *docgen.Renderer, p season.Paper) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := r.Text(context.Background(), &b, p.Doc); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAmending compares the decisions that amend with the texts in
// testdata/khen-thuong-mending.
func TestAmending(t *testing.T) {
	r := newRenderer(t)
	for _, tt := range []struct {
		name string
		edit []string
	}{
		{"amended", []string{ofHoa, hoaAmended}},
		{"added", []string{nominees, left}},
		{"amended and added", []string{ofHoa, hoaAmended, ofThon, thonAmended, nominees, two}},
		{"added behind a cancellation", []string{nominees, left, ofThon, thonBack("28")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			edit := tt.edit
			if strings.Contains(tt.name, "cancellation") {
				edit[3] = strings.Replace(edit[3], "2027-02-03", "2026-12-21", 1)
			}
			papers, found, err := made(season.Papers(context.Background(), r, seasonOf(t, edit...), seasonName, award.AmendingStage,
				season.Options{}))
			if err != nil || found.HasErrors() || len(papers) != 1 {
				t.Fatal(len(papers), err, found)
			}
			golden(t, r, papers[0], tt.name)
		})
	}
	none, found := papersOf(t, r, award.AmendingStage, season.Options{})
	refused(t, len(none), found, ruleid.Nobody, "không có khen thưởng nào được sửa đổi, bổ sung")
}

// TestAddedCancelled: an award that was added is taken back from the decision that
// added it, alone or together with one of the signed decision.
func TestAddedCancelled(t *testing.T) {
	r := newRenderer(t)
	back := strings.Replace(left, "    votes: {for: 11}",
		"    cancelled: {decision: {number: \"21\", date: 2027-02-03}, reason: Kê khai không đúng, recover: 760000}\n    votes: {for: 11}", 1)
	text := paperText(t, r, seasonOf(t, nominees, back), seasonName, "quyet-dinh-huy-bo", season.Options{})
	for _, line := range []string{
		"Căn cứ Quyết định số 530/QĐ-UBND ngày 22 tháng 12 năm 2026 của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa về việc bổ sung Quyết định số 512/QĐ-UBND",
		"cho ông Trần Văn Dũng, Tổ trưởng Tổ tự quản, thôn 7, tại Quyết định số 530/QĐ-UBND",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("lacks %q:\n%s", line, text)
		}
	}
	text = paperText(t, r, seasonOf(t, nominees, back, ofHoa, hoaBack), seasonName, "quyet-dinh-huy-bo", season.Options{})
	if want := "Quyết định số 512/QĐ-UBND ngày 15 tháng 12 năm 2026 và Quyết định số 530/QĐ-UBND ngày 22 tháng 12 năm 2026 của Chủ tịch"; !strings.Contains(text, want) {
		t.Errorf("lacks %q:\n%s", want, text)
	}
}

// TestAmendedUnsigned: until the amending decision has its number, nothing is made
// that rests on it, but for a draft and for certificates that it does not concern.
func TestAmendedUnsigned(t *testing.T) {
	r := newRenderer(t)
	edit := []string{ofHoa, strings.Replace(hoaAmended, "decision: {number: \"530\", date: 2026-12-22}", "reason: gõ nhầm", 1)}
	for _, stage := range []award.Stage{award.CertificateStage, award.PaymentStage} {
		none, found := papersOf(t, r, stage, season.Options{}, edit...)
		refused(t, len(none), found, ruleid.Blank, "của quyết định sửa đổi, bổ sung")
	}
	none, found := papersOf(t, r, award.CertificateStage, season.Options{Only: 8}, edit...)
	refused(t, len(none), found, ruleid.Blank, "của quyết định sửa đổi, bổ sung")
	if one, found := papersOf(t, r, award.CertificateStage, season.Options{Only: 9}, edit...); len(one) != 1 {
		t.Error(found)
	}
	if all, found := papersOf(t, r, award.CertificateStage, season.Options{Draft: true}, edit...); len(all) != 37 {
		t.Error(len(all), found)
	}
}

// TestExcerptAmended: a trích sao shows what a later decision corrected and says so;
// of who was added it is the decision that adds.
func TestExcerptAmended(t *testing.T) {
	r := newRenderer(t)
	edited := seasonOf(t, ofHoa, hoaAmended, nominees, two)
	of := func(register string) season.Paper {
		f, found := plan.Parse("ban-sao.yaml", []byte(excerptHead+"original: "+seasonName+"\nregister: "+register+"\n"))
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		d, found, err := build(r, plan.NewSet(f, edited.File(seasonName), edited.File("ke-hoach.yaml")), "ban-sao.yaml")
		if err != nil || found.HasErrors() {
			t.Fatal(err, found)
		}
		return season.Paper{Doc: d}
	}
	golden(t, r, of("8"), "excerpt amended")
	golden(t, r, of("38"), "excerpt of an addition")
}
