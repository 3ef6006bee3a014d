package season_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
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
		"SỞ NỘI VỤ", "Số: 57/TTr-SNV", "Về việc đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
		"Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn",
		"Sở Nội vụ kính trình Chủ tịch Ủy ban nhân dân tỉnh Lam Sơn xem xét, tặng Bằng khen", "cho ông Cao Xuân Ngọc, Thanh tra Sở",
		"GIÁM ĐỐC",
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

// TestUpwardNumbers: each submission to the level above gets a number of its own, the first that has
// none; with it it is frozen, and one that nobody is in is refused.
func TestUpwardNumbers(t *testing.T) {
	files, err := txtar.ParseFile("testdata/cases/19-apart.txtar")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(files.Files[0].Data), `number: "12", date: 2026-11-12, `, "", 1)
	load := func() *plan.Set {
		set, found := (&plan.Options{Kinds: award.Kinds()}).Load(mapFS(map[string]string{"a.yaml": text}), "a.yaml")
		if found.HasErrors() {
			t.Fatal(found)
		}
		return set
	}
	var said []string
	number := func(n string, day int) error {
		out, line, err := season.Number(load(), "a.yaml", award.UpwardStage, n, plan.Date{Year: 2026, Month: 11, Day: day})
		if err == nil {
			text, said = string(out), append(said, line)
		}
		return err
	}
	for i, n := range []string{"12", "13", "13", "15"} {
		if err := number(n, []int{12, 13, 13, 15}[i]); err != nil {
			t.Fatal(n, err)
		}
		if err := number(n, 20); err == nil || !strings.Contains(err.Error(), "đã có số "+n+" ngày ") {
			t.Errorf("%s again of another day: %v", n, err)
		}
	}
	if want := []string{
		`tờ trình lên cấp trên ("upward"): đã ghi số 12 ngày 12/11/2026`,
		`tờ trình lên cấp trên ("upward_more", mục 1): đã ghi số 13 ngày 13/11/2026`,
		`tờ trình lên cấp trên ("upward_more", mục 1): đã có số 13 ngày 13/11/2026 từ trước`,
		`tờ trình lên cấp trên ("upward_more", mục 2): đã ghi số 15 ngày 15/11/2026`,
	}; !slices.Equal(said, want) {
		t.Errorf("said %q", said)
	}
	s := load().File("a.yaml").Value.(*plan.Season)
	var got []string
	for i := range 3 {
		one := s.UpwardOf(i)
		if len(one.Frozen.Awardees) == 0 || one.Signer != s.Upward.Signer || one.Addressees[0] != s.Upward.Addressees[0] {
			t.Errorf("%d: %+v", i, one)
		}
		got = append(got, fmt.Sprint(one.Number, " ", one.Date.Day, " ", one.Frozen.Awardees[0].Name))
	}
	if want := "12 12 Tổ dân phố 7, 13 13 Ông Mai Văn H, 15 15 Ông Mai Văn K"; strings.Join(got, ", ") != want {
		t.Errorf("%v, want %s", got, want)
	}
	whole := text
	text = strings.Replace(text, `number: "13"`, `number: ""`, 1)
	if err := number("12", 12); err != nil ||
		said[len(said)-1] != `tờ trình lên cấp trên ("upward"): đã có số 12 ngày 12/11/2026 từ trước` {
		t.Errorf("12 again, before one without a number: %v, %q", err, said[len(said)-1])
	}
	text = whole
	if err := number("16", 16); err == nil || !strings.Contains(err.Error(), "đã có số 15") {
		t.Errorf("a fourth: %v", err)
	}
	r, _ := docgen.New(nil)
	for i, p := range stageOf(t, text, award.UpwardStage)[:3] {
		var b bytes.Buffer
		if _, err := r.Text(context.Background(), &b, p.Doc); err != nil {
			t.Fatal(err)
		}
		if want := []string{"Số: 12/TTr-UBND", "Số: 13/TTr-UBND", "Số: 15/TTr-UBND"}[i]; !strings.Contains(b.String(), want) {
			t.Errorf("no %q in %s", want, b.String())
		}
	}
	for change, want := range map[[2]string]string{
		{"achievement: Cứu nhà", "achievement: Cứu người"}:     "upward_more[1].frozen",
		{"    date: 2026-11-13\n", "    date: 2026-11-14\n"}:   "upward_more[0].frozen",
		{"number: \"15\"", "number: \"\"\n  - number: \"16\""}: "upward_more[1]",
	} {
		changed := mapFS(map[string]string{"a.yaml": strings.Replace(text, change[0], change[1], 1)})
		set, _ := (&plan.Options{Kinds: award.Kinds()}).Load(changed, "a.yaml")
		law, err := award.Default()
		if err != nil {
			t.Fatal(err)
		}
		_, found := award.CheckFile(set, set.File("a.yaml"), law)
		if !slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Pos.Path == want && d.Level == diag.Error }) {
			t.Errorf("%s: %v\n%s", want, found, text)
		}
	}
}

// TestUpwardKept: a submission to the level above that has its number stays that of its people when others
// are proposed later, wherever these stand in the lists; another that nobody is in is refused.
func TestUpwardKept(t *testing.T) {
	files, err := txtar.ParseFile("testdata/cases/19-apart.txtar")
	if err != nil {
		t.Fatal(err)
	}
	load := func(text string) *plan.Set {
		set, found := (&plan.Options{Kinds: award.Kinds()}).Load(mapFS(map[string]string{"a.yaml": text}), "a.yaml")
		if found.HasErrors() {
			t.Fatal(found)
		}
		return set
	}
	number := func(text, n string) string {
		out, _, err := season.Number(load(text), "a.yaml", award.UpwardStage, n, plan.Date{Year: 2026, Month: 11, Day: 13})
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	begun := strings.Replace(string(files.Files[0].Data), `number: "12", date: 2026-11-12, `, "", 1)
	one := number(begun, "12")
	two := number(one, "13")
	three := number(two, "14")
	const (
		first = "  - {kind: collective, name: Tổ dân phố 8, award: BKTINH, occasion: sudden, forward: true, achievement: Chữa cháy, confirmed: {met: true, by: P, reason: Hồ sơ}, votes: {for: 9, against: 0}}\n"
		merit = "  - {kind: collective, name: Tổ dân phố 9, award: BKTINH, forward: true, achievement: Trồng cây, confirmed: {met: true, by: P}, votes: {for: 9, against: 0}}\n"
	)
	drop := func(text string, names ...string) string {
		for _, name := range names {
			a := strings.LastIndex(text, "  - {kind: individual, honorific: Ông, name: "+name)
			b := a + strings.Index(text[a:], "\n") + 1
			text = text[:a] + text[b:]
		}
		return text
	}
	law, err := award.Default()
	if err != nil {
		t.Fatal(err)
	}
	twice := strings.Replace(drop(begun, "Mai Văn H"), "distribution: {file_copy: [VT]}}\n",
		`distribution: {file_copy: [VT]}, frozen: {individuals: 1, reason: có thành tích xuất sắc năm 2026, `+
			"awardees: [{name: Ông Mai Văn K, birth_year: 1950, unit: khu 2, award: BKTINH, achievement: Cứu nhà}]}}\n", 1) +
		strings.Replace(strings.Replace(first, "sudden", "merit", 1), "kind: collective, name: Tổ dân phố 8",
			"kind: individual, honorific: Ông, name: Mai Văn K, birth_year: 1950, unit: khu 2", 1)
	for name, tt := range map[string]struct{ text, want, places string }{
		"alike in two parts": {twice, "", "Mai Văn K | Tổ dân phố 7, Mai Văn D, Mai Văn K"},
		"two claim one": {strings.Replace(two, "- name: Ông Mai Văn H\n",
			"- name: Tổ dân phố 7\n          award: BKTINH\n        - name: Ông Mai Văn\n", 1),
			"upward_more[0].frozen", "Tổ dân phố 7, Mai Văn D | Mai Văn H | Mai Văn K"},
		"open before empty": {strings.Replace(drop(two, "Mai Văn H"), "submission:", "  - date: 2026-11-20\nsubmission:", 1),
			"upward_more[0] upward_more[0].frozen", "Tổ dân phố 7, Mai Văn D |  | Mai Văn K"},
		"nothing new":            {two, "", "Tổ dân phố 7, Mai Văn D | Mai Văn H | Mai Văn K"},
		"an open part is first":  {two + first, "", "Tổ dân phố 7, Mai Văn D | Mai Văn H | Tổ dân phố 8, Mai Văn K"},
		"into one with a number": {two + merit, "upward.frozen", "Tổ dân phố 7, Tổ dân phố 9, Mai Văn D | Mai Văn H | Mai Văn K"},
		"into the last":          {three + first, "upward_more[1].frozen", "Tổ dân phố 7, Mai Văn D | Mai Văn H | Tổ dân phố 8, Mai Văn K"},
		"one is empty": {drop(three, "Mai Văn H"), "upward_more[0] upward_more[0].frozen",
			"Tổ dân phố 7, Mai Văn D |  | Mai Văn K"},
		"the last is empty":     {drop(three, "Mai Văn K"), "upward_more[1] upward_more[1].frozen", "Tổ dân phố 7, Mai Văn D | Mai Văn H"},
		"another for the empty": {drop(two, "Mai Văn H"), "upward_more[0].frozen", "Tổ dân phố 7, Mai Văn D | Mai Văn K"},
	} {
		set := load(tt.text)
		out, found := award.CheckFile(set, set.File("a.yaml"), law)
		var at []string
		for _, d := range found {
			if d.Rule == ruleid.Frozen || d.Rule == ruleid.Nobody {
				at = append(at, d.Pos.Path)
			}
			if strings.HasSuffix(d.Pos.Path, ".frozen") &&
				(strings.Contains(d.Fix, "amended") || !strings.Contains(d.Fix, "đợt khen thưởng khác")) {
				t.Errorf("%s: the advice is %s", name, d.Fix)
			}
		}
		slices.Sort(at)
		var places []string
		for _, p := range out.Upward() {
			var names []string
			for _, l := range p.Lists {
				for _, r := range l.Results {
					names = append(names, r.Nominee.Name)
				}
			}
			places = append(places, strings.Join(names, ", "))
		}
		if got := strings.Join(at, " "); got != tt.want {
			t.Errorf("%s: errors at %s, want %s", name, got, tt.want)
		}
		if got := strings.Join(places, " | "); got != tt.places {
			t.Errorf("%s: places %s, want %s", name, got, tt.places)
		}
	}
}
