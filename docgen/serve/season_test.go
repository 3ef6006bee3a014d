package serve_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// openSeason is the season of the examples before anything was decided, in text: without its
// nominees when bare.
func openSeason(t *testing.T, bare bool) string {
	t.Helper()
	src, err := os.ReadFile("../../examples/khen-thuong-2026/dot-khen-thuong.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`(?m)^  number: .*\n`).ReplaceAllString(string(src), "")
	if bare {
		head, _, _ := strings.Cut(text, "nominees:")
		text = head + "nominees: []\n"
	}
	return text
}

const nominees = "Đối tượng,Ông/Bà,Họ và tên,Năm sinh,Đơn vị,Đề nghị,Tiêu chuẩn,Thành tích\n" +
	"Cá nhân,Bà,Nguyễn Thị Hoa,1969,thôn Đồng Chùa,Giấy khen,nong-thon,Vận động hiến đất\n" +
	"Cá nhân,Ông,Lê Văn Tám,1990,thôn 7,Giấy khen,an-ninh,Giữ vững an ninh\n"

// TestAwardImport: a list goes into a season that has nobody yet; with a fault nothing does.
func TestAwardImport(t *testing.T) {
	h := handler(t, nil)
	plan, err := os.ReadFile("../../examples/khen-thuong-2026/ke-hoach.yaml")
	if err != nil {
		t.Fatal(err)
	}
	with := func(season string, more ...[3]string) (string, string) {
		return form(t, append([][3]string{{"document", "dot.yaml", season}, {"file", "ke-hoach.yaml", string(plan)}}, more...)...)
	}
	body, media := with(openSeason(t, true), [3]string{"file", "ds.csv", nominees})
	got := decode[struct {
		YAML     string
		Changes  []string
		Findings []struct{ Message string }
	}](t, ask(t, h, "POST", "/api/v1/award/import", body, media))
	if len(got.Changes) != 2 || got.Changes[1] != "thêm Ông Lê Văn Tám (GKXA)" || !strings.Contains(got.YAML, "name: Lê Văn Tám") {
		t.Errorf("got %v", got)
	}
	body, media = with(openSeason(t, true), [3]string{"file", "ds.csv", strings.Replace(nominees, "Giấy khen,an", "Huân chương xã,an", 1)})
	w := ask(t, h, "POST", "/api/v1/award/import", body, media)
	refused(t, w, "findings")
	if !strings.Contains(w.Body.String(), "F3") {
		t.Errorf("the fault is not at its cell: %s", w.Body)
	}
	for _, test := range []struct {
		season, query, want string
		more                [][3]string
	}{
		{openSeason(t, true), "", "bad-body", nil},
		{openSeason(t, true), "", "bad-body", [][3]string{{"file", "a.csv", nominees}, {"file", "b.csv", nominees}}},
		{openSeason(t, true), "?heading=0", "bad-query", [][3]string{{"file", "a.csv", nominees}}},
		{paper, "", "findings", [][3]string{{"file", "a.csv", nominees}}},
		{openSeason(t, true) + "x: y\n", "", "findings", [][3]string{{"file", "a.csv", nominees}}},
	} {
		body, media := with(test.season, test.more...)
		refused(t, ask(t, h, "POST", "/api/v1/award/import"+test.query, body, media), test.want)
	}
}

// TestAwardNumber: the number and date of a stage go into the season.
func TestAwardNumber(t *testing.T) {
	h := handler(t, nil)
	plan, err := os.ReadFile("../../examples/khen-thuong-2026/ke-hoach.yaml")
	if err != nil {
		t.Fatal(err)
	}
	body, media := form(t, [3]string{"document", "dot.yaml", openSeason(t, false)}, [3]string{"file", "ke-hoach.yaml", string(plan)})
	got := decode[struct{ YAML string }](t, ask(t, h, "POST", "/api/v1/award/number?stage=bien-ban&number=07&date=2026-12-08", body, media))
	if !strings.Contains(got.YAML, `number: "07"`) || !strings.Contains(got.YAML, "frozen:") {
		t.Errorf("got %.2000s", got.YAML)
	}
	for query, want := range map[string]string{
		"stage=bien-ban": "bad-query", "stage=khac&number=1": "bad-query", "stage=bien-ban&date=2026-02-30": "bad-query",
		"stage=bien-ban&date=2026-12": "bad-query", "stage=bien-ban&number=%0A": "bad-query", "stage=giay-khen&number=1": "bad-query",
		"stage=giay-khen": "findings",
	} {
		refused(t, ask(t, h, "POST", "/api/v1/award/number?"+query, body, media), want)
	}
	refused(t, ask(t, h, "POST", "/api/v1/award/number?stage=quyet-dinh&number=1", paper, yaml), "findings")
}
