package season_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/fuzzing"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

const seasonText = `# Đợt của một xã không có thật.
kind: season
version: 1
title: Đợt thử
year: 2026
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, place: Cẩm Hòa}
nominees:
  # Tập thể
  - {kind: collective, name: Thôn Đồng Chùa, award: GKXA} # gọn
  # Cá nhân
  - kind: individual
    name: Nguyễn Thị Hoa
    birth_year: 1969 # theo sổ
    unit: thôn Đồng Chùa
    award: LDTT
    ratings:
      - {year: 2025, rating: good}

  - kind: individual
    name: Nguyễn Thị Hoa
    birth_year: 1985
    unit: thôn Đồng Chùa
    award: LDTT

# Quỹ
fund: {granted: 110000000}
`

// take takes a list into the file of a season.
func take(t testing.TB, src, name string, list []byte) (*season.Intake, diag.List) {
	t.Helper()
	f, found := plan.Parse("dot.yaml", []byte(src))
	if f.Value == nil {
		t.Fatal(found)
	}
	in, found, err := season.TakeIn(context.Background(), plan.NewSet(f), "dot.yaml", fstest.MapFS{name: {Data: list}},
		&season.List{File: name}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return in, found
}

const list = `DANH SÁCH ĐỀ NGHỊ,,,,,,,,,,
STT,ĐỐI TƯỢNG,Ông/Bà,Họ  và tên ,Năm sinh,Đơn vị / Địa chỉ,Danh hiệu/Hình thức,Thành tích,Số phiếu đồng ý,Số phiếu không đồng ý,Xếp loại 2026,Danh hiệu đã có
1,Tập thể,,thôn đồng chùa,,,Giấy khen,"Dẫn đầu: ""nông thôn mới"", {2026} # 1",13,0,,
2,Cá nhân,Bà,Nguyễn Thị Hoa,12/3/1969,Thôn Đồng Chùa,Lao động tiên tiến,,12,1,Hoàn thành xuất sắc nhiệm vụ,CSTDCS 2024; Lao động tiên tiến năm 2025
3,Cá nhân,Bà,Nguyễn Thị Hoa,1985,thôn Đồng Chùa,,,11,2,hoàn thành tốt,
4,Hộ gia đình,Ông,Lê Văn An,1960,thôn 7,GKXA,Hiến 1.000 m² đất,,,,
`

// TestShortWords: kinds of awardees and ratings may be typed as offices shorten them.
func TestShortWords(t *testing.T) {
	in, found := take(t, seasonText, "ds.csv", []byte("Đối tượng,Họ và tên,Danh hiệu,Xếp loại 2026\n"+
		"CN,Lê Văn An,LĐTT,HTXSNV\nTT,Thôn 9,TTLĐTT,HTTNV\nHGĐ,Lê Văn Ba,Giấy khen,\ncn,Lê Văn Tư,LĐTT,HT NV\nCN,Lê Văn Sáu,LĐTT,KHTNV\n"))
	if in == nil || len(in.Changes) != 5 {
		t.Fatal(found)
	}
	for i, want := range []struct {
		kind   plan.Recipient
		rating plan.Rating
	}{{plan.Individual, "excellent"}, {plan.Collective, "good"}, {plan.Household, ""}, {plan.Individual, "completed"}, {plan.Individual,
		"not_completed"}} {
		n := in.Changes[i].Nominee
		if n.Kind != want.kind || want.rating == "" && n.Ratings != nil || want.rating != "" && n.Ratings[0].Rating != want.rating {
			t.Errorf("%s: %s, %v", n.Name, n.Kind, n.Ratings)
		}
	}
	if _, found := take(t, seasonText, "ds.csv",
		[]byte("Đối tượng,Họ và tên,Danh hiệu,Xếp loại 2026\nCN,Lê Văn An,LĐTT,Xuất sắc\nXX,A,LĐTT,HTT\n")); len(found) != 2 {
		t.Error(found)
	}
}

// TestUnusual: what is hardly meant is a warning, and the list is taken in.
func TestUnusual(t *testing.T) {
	const head = "Đối tượng,Họ và tên,Năm sinh,Danh hiệu\n"
	for row, want := range map[string]string{
		"Cá nhân,Lê Văn An,1890,LĐTT": "năm 2026 đã 136 tuổi", "Cá nhân,Lê Văn An,2021,LĐTT": "năm 2026 mới 5 tuổi",
		"Cá nhân,Lê Văn An,2020,LĐTT": "", "Cá nhân,Lê Văn An,1916,LĐTT": "", "Cá nhân,Lê Văn An,1915,LĐTT": "đã 111 tuổi",
		"Cá nhân,LÊ VĂN AN,1980,LĐTT\nCá nhân,LÊ VĂN BA,1980,LĐTT": "viết \"Lê Văn An\"",
		"Cá nhân,lê văn an,1980,LĐTT":                              "viết \"Lê Văn An\"", "Cá nhân,AN,1980,LĐTT": "",
		"Tập thể,CHI BỘ 1,,TTLĐTT": "",
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(head+row+"\n"))
		if in == nil || (want == "") != (len(found) == 0) || len(found) > 1 || want != "" && !strings.Contains(found[0].Error(), want) {
			t.Errorf("%s: %v, want %q", row, found, want)
		}
	}
}

// TestAwardNames: awards are read by their names and abbreviations; what is unclear is said once for a text, with what there is.
func TestAwardNames(t *testing.T) {
	rows := "Đối tượng,Họ và tên,Danh hiệu,Danh hiệu đã có\n"
	for _, r := range []string{"Lê Văn An,LĐTT,CSTĐCS 2024; LĐTT 2025", "Lê Văn Ba,chiến sỹ thi đua cơ sở,", "Lê Văn Cả,Giấy khen,"} {
		rows += "Cá nhân," + r + "\n"
	}
	in, found := take(t, seasonText, "ds.csv", []byte(rows+"Tập thể,Thôn 9,Tập thể LĐTT,\n"))
	if in == nil {
		t.Fatal(found)
	}
	said := ""
	for _, c := range in.Changes {
		said += c.String() + "; "
	}
	if said != "thêm Lê Văn An (LDTT); thêm Lê Văn Ba (CSTDCS); thêm Lê Văn Cả (GKXA); thêm Thôn 9 (TTLDTT); " {
		t.Error(said)
	}
	// a season that names awards in words keeps them, and knows its nominees again
	worded := strings.ReplaceAll(seasonText, "award: LDTT", "award: Lao động tiên tiến")
	in, found = take(t, worded, "ds.csv",
		[]byte("Đối tượng,Họ và tên,Năm sinh,Đơn vị,Danh hiệu,Chức vụ\nCá nhân,Nguyễn Thị Hoa,1985,thôn Đồng Chùa,LDTT,Trưởng thôn\n"))
	if in == nil || len(in.Changes) != 1 || in.Changes[0].Added || !strings.Contains(string(in.Source), "award: Lao động tiên tiến") {
		t.Error(found, in)
	}
	const alone = "kind: quyet-dinh\nversion: 1\ntype: khen-thuong\nissuer: {name: Trường Tiểu học Cẩm Hòa, abbreviation: TH, place: Cẩm Hòa}\nsigner: {position: Hiệu trưởng, name: Lê A}\n" +
		"awardees:\n  - {kind: individual, name: Lê Bê, birth_year: 1980, unit: Tổ 1, award: Giấy khen}\n"
	in, found = take(t, alone, "ds.csv",
		[]byte("Họ và tên,Năm sinh,Đơn vị,Danh hiệu,Chức vụ\nLê Bê,1980,Tổ 1,GKDV,Tổ trưởng\nLê Xê,1981,Tổ 1,GK,\n"))
	if in == nil || len(in.Changes) != 2 || in.Changes[0].Added || strings.Count(string(in.Source), "award: Giấy khen") != 1 {
		t.Error(found, in)
	}
	_, found = take(t, seasonText, "ds.csv", []byte("Đối tượng,Họ và tên,Danh hiệu\nCá nhân,A,CSTĐ\nCá nhân,B,CSTĐ\nCá nhân,C,Bằng khen\n"))
	var text string
	for _, d := range found {
		text += d.Error() + "\n"
	}
	if len(found) != 2 || !strings.Contains(text, "CSTDCS (Chiến sĩ thi đua cơ sở)") || !strings.Contains(text, "có thể là BKTINH") {
		t.Error(text)
	}
}

func TestMerge(t *testing.T) {
	r, found := take(t, seasonText, "ds.csv", []byte(list))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	const want = `# Đợt của một xã không có thật.
kind: season
version: 1
title: Đợt thử
year: 2026
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, place: Cẩm Hòa}
nominees:
  # Tập thể
  - {kind: collective, name: Thôn Đồng Chùa, award: GKXA, achievement: 'Dẫn đầu: "nông thôn mới", {2026} # 1', votes: {for: 13}} # gọn
  # Cá nhân
  - kind: individual
    honorific: Bà
    name: Nguyễn Thị Hoa
    birth_year: 1969 # theo sổ
    unit: thôn Đồng Chùa
    award: LDTT
    ratings:
      - {year: 2026, rating: excellent}
      - {year: 2025, rating: good}
    held:
      - award: CSTDCS
        year: 2024
      - award: LDTT
        year: 2025
    votes:
      for: 12
      against: 1

  - kind: individual
    honorific: Bà
    name: Nguyễn Thị Hoa
    birth_year: 1985
    unit: thôn Đồng Chùa
    award: LDTT
    ratings:
      - year: 2026
        rating: good
    votes:
      for: 11
      against: 2
  - kind: household
    honorific: Ông
    name: Lê Văn An
    birth_year: 1960
    unit: thôn 7
    award: GKXA
    achievement: Hiến 1.000 m² đất

# Quỹ
fund: {granted: 110000000}
`
	if got := string(r.Source); got != want {
		t.Errorf("got\n%s", got)
	}
	if len(r.Changes) != 4 {
		t.Errorf("%d changes, want 4: %v", len(r.Changes), r.Changes)
	}
	again, found := take(t, string(r.Source), "ds.csv", []byte(list))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	if len(again.Changes) != 0 || !bytes.Equal(again.Source, r.Source) {
		t.Errorf("the second time changes %v", again.Changes)
	}
}

// TestMergeForms: the ways in which a season can be written.
func TestMergeForms(t *testing.T) {
	const head = "kind: season\nversion: 1\ntitle: Đợt thử\nyear: 2026\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, place: Cẩm Hòa}\n"
	const rows = "Tên tập thể;Danh hiệu;Số phiếu đồng ý\nThôn 7;GKXA;5\nThôn 8;GKXA;5\n"
	for name, src := range map[string]string{
		"empty list":  head + "nominees: []\n",
		"empty, said": head + "nominees: [] # chưa có\nlevel: commune\n",
		"no key":      head,
		"no line end": head + "nominees:\n- kind: collective\n  name: Thôn 7\n  award: GKXA",
		"CRLF": strings.ReplaceAll(head+"nominees:\n  - kind: collective\n    name: Thôn 7\n    award: GKXA\n\n# Hết\n", "\n",
			"\r\n"),
		"before a key": head + "nominees:\n  - kind: collective\n    name: Thôn 7\n    award: GKXA\n    report: |\n      Dòng một.\n\n      Dòng hai.\nlevel: commune\n",
		"one line":     head + "nominees: [{kind: collective, name: Thôn 7, award: GKXA}]\n",
		"flow, broken": head + "nominees:\n  - {kind: collective,\n   name: Thôn 7, award: GKXA}\nlevel: commune\n",
	} {
		r, found := take(t, src, "ds.csv", []byte(rows))
		if err := found.Err(); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		f, found := plan.Parse("dot.yaml", r.Source)
		if err := found.Err(); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if s := f.Value.(*plan.Season); len(s.Nominees) != 2 || s.Nominees[1].Name != "Thôn 8" || s.Nominees[0].Votes == nil {
			t.Errorf("%s: %s", name, r.Source)
		}
		if strings.Contains(src, "\r\n") && strings.Count(string(r.Source), "\n") != strings.Count(string(r.Source), "\r\n") {
			t.Errorf("%s: line ends of two kinds", name)
		}
	}
	r, found := take(t, head+"nominees: [&mot {kind: collective, name: Thôn 7, award: GKXA}]\n", "ds.csv", []byte(rows))
	if r != nil || len(found) != 1 || found[0].Rule != "plan.alias" {
		t.Errorf("an anchor: %v", found)
	}
}

// TestRefused: what stops an import, and where it points.
func TestRefused(t *testing.T) {
	const head = "Đối tượng,Họ và tên,Năm sinh,Đơn vị,Danh hiệu,Số phiếu đồng ý,Xếp loại 2025,Danh hiệu đã có\n"
	for _, tt := range []struct{ row, rule, message string }{
		{"cá nhân,Nguyễn Thị Hoa,,,LDTT,,,", ruleid.Namesake, `ô B2 (cột "Họ và tên") ghi "Nguyễn Thị Hoa": cùng tên với mục 3`},
		{"người,Lê Văn An,1960,thôn 7,GKXA,,,", sheet.RuleValue, "ô A2"},
		{",Lê Văn An,1960,thôn 7,GKXA,,,\ncá nhân,Lê Văn An,1960,Thôn 7,gkxa,,,", sheet.RuleDouble, "ô B3"},
		{"cá nhân,,1960,thôn 7,GKXA,,,", sheet.RuleMissing, "ô B2"},
		{"cá nhân,Lê Văn An,1960,thôn 7,,,,", sheet.RuleMissing, "không ghi danh hiệu"},
		{"cá nhân,Lê Văn An,sáu mươi,thôn 7,GKXA,,,", sheet.RuleCell, "ô C2"},
		{"cá nhân,Lê Văn An,1960,thôn 7,Huân chương,,,", ruleid.UnknownAward, "ô E2"},
		{"cá nhân,Lê Văn An,1960,thôn 7,GKXA,-1,,", sheet.RuleCell, "ô F2"},
		{"cá nhân,Lê Văn An,1960,thôn 7,GKXA,\"12,5\",,", sheet.RuleCell, "ô F2"},
		{"cá nhân,Lê Văn An,1960,thôn 7,GKXA,,tốt,", sheet.RuleValue, "ô G2"},
		{"cá nhân,Nguyễn Thị Hoa,1969,thôn Đồng Chùa,LDTT,,hoàn thành,", sheet.RuleValue, "mục 2 của đợt khen thưởng ghi"},
		{"cá nhân,Lê Văn An,1960,thôn 7,GKXA,,,CSTDCS", sheet.RuleValue, "không có năm"},
		{"cá nhân,Lê \u0007Văn An,1960,thôn 7,GKXA,,,", sheet.RuleCell, "ký tự điều khiển"},
		{"cá nhân,\"Lê Văn An, Lê Văn Bé\",1960,thôn 7,GKXA,,,", sheet.RuleValue, "ô B2"},
		{"cá nhân,Lê Văn An và Lê Văn Bé,1960,thôn 7,GKXA,,,", sheet.RuleValue, "hơn một tên"},
		{"cá nhân,\"Lê Văn An\nLê Văn Bé\",1960,thôn 7,GKXA,,,", sheet.RuleValue, "hơn một tên"},
		{"cá nhân,1. Lê Văn An,1960,thôn 7,GKXA,,,", sheet.RuleValue, "ký tự không thuộc họ tên"},
		{"cá nhân,Lê Văn ...,1960,thôn 7,GKXA,,,", sheet.RuleValue, "ký tự không thuộc họ tên"},
		{"cá nhân,Chi bộ Đồng Chùa,,thôn 7,GKXA,,,", sheet.RuleValue, "ô B2 (cột \"Họ và tên\") ghi \"Chi bộ Đồng Chùa\": là tên một tập thể"},
		{",Hộ ông Lê Chín,,thôn 7,GKXA,,,", sheet.RuleValue, "là tên một hộ gia đình, không phải một người"},
		{"cá nhân,Bà Nguyễn Thị Hoa,,,LDTT,,,", ruleid.Namesake, "cùng tên với mục 3"},
		{"cá nhân,#REF!,1960,thôn 7,GKXA,,,", sheet.RuleCell, "ô báo lỗi"},
	} {
		r, found := take(t, seasonText, "ds.csv", []byte(head+tt.row+"\n"))
		if r != nil || len(found) == 0 || found[0].Rule != tt.rule || !strings.Contains(found[0].Message, tt.message) {
			t.Errorf("%q: %v, want %s %q", tt.row, found, tt.rule, tt.message)
		}
	}
	for list, rule := range map[string]string{
		"A,B\n1,2\n":                          sheet.RuleList,
		"Năm sinh,Danh hiệu\n1960,GKXA\n":     sheet.RuleHeading,
		"Họ và tên,HỌ VÀ TÊN\nLê,Lê\n":        sheet.RuleHeading,
		"\"Họ và tên,Danh hiệu\nLê,\"GKXA\n":  sheet.RuleList,
		"STT,Họ và tên,Danh hiệu\n":           sheet.RuleList,
		"STT,Họ và tên,Danh hiệu\n1,,\n2,,\n": sheet.RuleList,
	} {
		if r, found := take(t, seasonText, "ds.csv", []byte(list)); r != nil || len(found) == 0 || found[0].Rule != rule {
			t.Errorf("%q: %v, want %s", list, found, rule)
		}
	}
}

// TestCriterionOfList: the code of a criterion is one that the season's criteria have, or is
// told at its cell with the nearest.
func TestCriterionOfList(t *testing.T) {
	const head = "Đối tượng,Họ và tên,Danh hiệu,Tiêu chuẩn\n"
	criteria := []byte("kind: criteria\nversion: 1\ncriteria:\n" +
		"- {id: van-hoa, text: Giữ nếp sống văn hóa}\n- Chấp hành pháp luật\n- {id: giao-duc, text: Dạy tốt}\n")
	with := strings.Replace(seasonText, "year: 2026\n", "year: 2026\ncriteria: tc.yaml\n", 1)
	for _, tt := range []struct{ season, code, message, fix string }{
		{with, "giao-duc", "", ""},
		{with, "", "", ""},
		{with, "van-hao", `ô D2 (cột "Tiêu chuẩn") ghi "van-hao": không có tiêu chuẩn này`, `có phải "van-hoa"?`},
		{with, "y-te", "không có tiêu chuẩn này", "ghi một trong các mã: van-hoa, giao-duc"},
		{seasonText, "van-hoa", "đợt khen thưởng chưa có tiêu chuẩn nào mang mã", `ghi tệp có tiêu chuẩn vào "criteria"`},
	} {
		files := fstest.MapFS{"dot.yaml": {Data: []byte(tt.season)}, "tc.yaml": {Data: criteria},
			"ds.csv": {Data: []byte(head + "cá nhân,Lê Văn An,GKXA," + tt.code + "\n")}}
		set, found := (&plan.Options{Kinds: award.Kinds()}).Load(files, "dot.yaml")
		if found.HasErrors() {
			t.Fatal(found)
		}
		in, found, err := season.TakeIn(context.Background(), set, "dot.yaml", files, &season.List{File: "ds.csv"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if tt.message == "" {
			if in == nil || found.HasErrors() || in.Changes[0].Nominee.Criterion != tt.code {
				t.Errorf("%q: %v", tt.code, found)
			}
			continue
		}
		if in != nil || len(found) != 1 || found[0].Rule != ruleid.UnknownCriterion || !strings.Contains(found[0].Message, tt.message) ||
			!strings.HasPrefix(found[0].Fix, tt.fix) || found[0].Pos.Cell != "D2" {
			t.Errorf("%q: %v", tt.code, found)
		}
	}
}

// TestUnknownHeading: a column that nobody knows is told, and left out.
func TestUnknownHeading(t *testing.T) {
	r, found := take(t, seasonText, "ds.csv", []byte("Tên tập thể,Danh hiệu,Số điện thoại\nThôn 7,GKXA,0912345678\n"))
	if r == nil || len(r.Changes) != 1 || len(found) != 1 || found[0].Level != diag.Warning || found[0].Rule != sheet.RuleHeading ||
		!strings.Contains(found[0].Fix, "Họ và tên") {
		t.Errorf("%v, %v", r, found)
	}
}

// TestWorkbook: cells of a workbook that are not what they look like.
func TestWorkbook(t *testing.T) {
	book := excelize.NewFile()
	put := func(cell string, v any) {
		if err := book.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	date, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range []string{"Họ và tên", "Năm sinh", "Danh hiệu/Hình thức", "Số phiếu đồng ý"} {
		put(fmt.Sprintf("%c1", 'A'+i), h)
	}
	for i, born := range []any{1990, 1991, 33000} {
		put(fmt.Sprintf("A%d", i+2), fmt.Sprintf("Lê Văn %c", 'A'+i))
		put(fmt.Sprintf("B%d", i+2), born)
		put(fmt.Sprintf("C%d", i+2), "GKXA")
		put(fmt.Sprintf("D%d", i+2), 13)
	}
	save := func() []byte {
		var b bytes.Buffer
		if err := book.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	style := func(cell string) {
		if err := book.SetCellStyle("Sheet1", cell, cell, date); err != nil {
			t.Fatal(err)
		}
	}
	style("B4") // 07/5/1990, a date of birth
	r, found := take(t, seasonText, "ds.xlsx", save())
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	if len(r.Changes) != 3 || r.Changes[2].Nominee.BirthYear != 1990 || r.Changes[0].Nominee.Votes.For != 13 {
		t.Errorf("%v", r.Changes)
	}
	style("B2") // the year 1990 shown as 12/6/1905
	style("D3") // 13 votes shown as a day
	if err := book.SetCellFormula("Sheet1", "C4", `"GK"&"XA"`); err != nil {
		t.Fatal(err)
	}
	r, found = take(t, seasonText, "ds.xlsx", save())
	if r != nil || len(found) != 3 {
		t.Fatalf("%v", found)
	}
	for i, want := range []string{"ô Sheet1!B2", "ô Sheet1!D3", "ô Sheet1!C4"} {
		if !strings.Contains(found[i].Message, want) {
			t.Errorf("%v, want %s", found[i], want)
		}
	}
}

// TestOwnExample: the list of votes into the season of the examples.
func TestOwnExample(t *testing.T) {
	src, err := os.ReadFile("../../examples/khen-thuong-2026/dot-khen-thuong.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r, found := take(t, string(src), "ds.csv", []byte("Chủ hộ,Đơn vị,Danh hiệu\nPhạm Văn Tuấn,thôn 7,GKXA\n"))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	if len(r.Changes) != 1 || !r.Changes[0].Added || len(r.Source) <= len(src) {
		t.Errorf("%v", r.Changes)
	}
}

func TestMain(m *testing.M) { os.Exit(fuzzing.Run(m)) }

// FuzzMerge: no list and no season make it panic, and what comes out can be read.
func FuzzMerge(f *testing.F) {
	f.Add(seasonText, list)
	f.Add(strings.ReplaceAll(seasonText, "\n", "\r\n"), "Tên tập thể\tDanh hiệu\nThôn 7\tGKXA\n")
	f.Add("kind: season\nnominees: [{}]\n", "Chủ hộ;Danh hiệu đã có 2025\nA;GKXA\n")
	f.Fuzz(func(t *testing.T, src, list string) {
		file, _ := plan.Parse("dot.yaml", []byte(src))
		if _, ok := file.Value.(*plan.Season); !ok {
			return
		}
		r, _, _ := season.TakeIn(context.Background(), plan.NewSet(file), "dot.yaml", fstest.MapFS{"ds.csv": {Data: []byte(list)}},
			&season.List{File: "ds.csv"}, nil)
		if r == nil {
			return
		}
		if _, found := plan.Parse("dot.yaml", r.Source); found.HasErrors() && len(r.Changes) > 0 {
			t.Errorf("%v in\n%s", found, r.Source)
		}
	})
}

// TestTakeInDecision (matter 21): a list goes into a decision alone as well; what a decision has no place
// for is said once a column.
func TestTakeInDecision(t *testing.T) {
	const src = "kind: quyet-dinh\nversion: 1\ntype: khen-thuong\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\ndate: 2026-12-15 # ngày ký\n" +
		"reason: có thành tích xuất sắc năm 2026\nsigner: {position: Chủ tịch, name: Lê Văn Thắng}\nawardees:\n  - {kind: individual, honorific: Bà, name: Hà Thị Lan, birth_year: 1980, award: GKXA}\n"
	const list = "Đối tượng;Cách xưng;Họ và tên;Năm sinh;Danh hiệu;Thành tích;Số tài khoản;Số phiếu đồng ý;Phiếu trắng\n" +
		"cá nhân;Bà;Hà Thị Lan;1980;GKXA;Vận động hiến đất;0101, Ngân hàng A;9;1\ncá nhân;Ông;Vũ Bá Tòng;1975;GKXA;Cứu người;;9;\n"
	r, found := take(t, src, "ds.csv", []byte(list))
	if r == nil {
		t.Fatal(found)
	}
	if n := len(found); n != 1 || found[0].Level != diag.Warning || !strings.Contains(found[0].Message, "không có chỗ ghi cột này") {
		t.Errorf("%v", found)
	}
	f, found := (&plan.Options{Kinds: award.Kinds()}).Parse("dot.yaml", r.Source)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	d := f.Value.(*plan.AwardDecision)
	if len(d.Awardees) != 2 || d.Awardees[0].Account != "0101, Ngân hàng A" || d.Awardees[1].Name != "Vũ Bá Tòng" ||
		!strings.Contains(string(r.Source), "# ngày ký") || len(r.Changes) != 2 {
		t.Errorf("%s", r.Source)
	}
	if r, found := take(t, string(r.Source), "ds.csv", []byte(list)); r == nil || len(r.Changes) != 0 {
		t.Errorf("a second time: %+v, %v", r, found)
	}
	numbered := strings.Replace(src, "date:", "number: \"812\"\ndate:", 1)
	if r, found := take(t, numbered, "ds.csv", []byte(list)); r != nil || len(found) != 2 || found[1].Rule != ruleid.Frozen ||
		found[1].Pos.Path != "number" || found[1].Pos.Line != 5 {
		t.Errorf("a decision with a number is changed: %v", found)
	}
	if r, found := take(t, strings.Replace(src, "type: khen-thuong\n", "", 1), "ds.csv", []byte(list)); r != nil || !found.HasErrors() {
		t.Errorf("a decision of another type is taken: %v", found)
	}
}

// TestPersons: names that are right, and those that say another honorific than their row.
func TestPersons(t *testing.T) {
	const head = "Đối tượng,Ông/Bà,Họ và tên,Năm sinh,Đơn vị,Danh hiệu\n"
	for row, message := range map[string]string{
		"cá nhân,Ông,H'Yŏn Niê Kđăm,1960,thôn 7,GKXA":               "",
		"cá nhân,Ông,Lê Văn An (B),1960,thôn 7,GKXA":                "",
		"cá nhân,Ông,Công Tằng Tôn Nữ-Thị X.,1960,thôn 7,GKXA":      "",
		"cá nhân,Ông,Ông Lê Văn Và,1960,thôn 7,GKXA":                "",
		"cá nhân,Ông,Bàn Văn An,1960,thôn 7,GKXA":                   "",
		"cá nhân,Ông,Bà Lê Thị An,1960,thôn 7,GKXA":                 `mở đầu bằng "Bà", cột cách xưng ghi "Ông"`,
		"cá nhân,Ông,Ô. Lê Văn An,1960,thôn 7,GKXA":                 "",
		"cá nhân,Đại úy,Đại úy Lê Văn An,1960,thôn 7,GKXA":          "",
		"cá nhân,Bà,Ô. Lê Văn An,1960,thôn 7,GKXA":                  `mở đầu bằng "Ông", cột cách xưng ghi "Bà"`,
		"cá nhân,Bà,Ông Lò Văn Ón,1960,thôn 7,GKXA":                 `mở đầu bằng "Ông", cột cách xưng ghi "Bà"`,
		"cá nhân,Đại úy,Thiếu tá Lê Văn An,1960,thôn 7,GKXA":        `mở đầu bằng "Thiếu tá", cột cách xưng ghi "Đại úy"`,
		"cá nhân,Đại úy,Đ/c Lê Văn An,1960,thôn 7,GKXA":             "ô có hơn một tên",
		"tập thể,,\"Chi hội Phụ nữ thôn 1, thôn 2\",,thôn 7,GKXA":   "",
		"hộ gia đình,,Lê Văn An và Trần Thị Bé,1960,thôn 7,GKXA":    "",
		"cá nhân,,Bà Lê Thị An,1960,thôn 7,GKXA":                    "",
		"Hộ gia đình,,Lê Văn An,1960,thôn 7,GKXA":                   "",
		"Hộ gia đình,Chức vụ,Họ và tên của Đơn vị,1960,thôn 7,GKXA": "",
	} {
		_, found := take(t, seasonText, "ds.csv", []byte(head+row+"\n"))
		if err := found.Err(); message == "" && err != nil ||
			message != "" && (len(found) == 0 || !strings.Contains(found[0].Message, message)) {
			t.Errorf("%q: %v, want %q", row, found, message)
		} else if strings.Contains(fmt.Sprint(found), "chữ viết thường") {
			t.Errorf("%q: %v", row, found)
		}
	}
}

const severalKinds = "Tên tập thể, cá nhân, hộ gia đình"

// TestHeading: every heading means itself, other spellings mean the usual one, and nothing
// else means any.
func TestHeading(t *testing.T) {
	for _, usual := range season.Headings() {
		text := strings.ReplaceAll(usual, "<năm>", "2025")
		if got := season.Heading(text); got != text {
			t.Errorf("%q means %q", text, got)
		}
	}
	for text, want := range map[string]string{
		"HỌ TÊN": "Họ và tên", "Đơn vị (*)": "Đơn vị/Địa chỉ", "Năm sinh(1) ": "Năm sinh", "Năm sinh (12)": "", "(1)": "",
		"Đơn vị công tác *": "Đơn vị/Địa chỉ", "Mức độ hoàn thành nhiệm vụ năm 2026": "Xếp loại 2026",
		"Quê quán": "", "": "", "Họ và tên/Tên tập thể": severalKinds, "Tên cá nhân, tập thể và hộ gia đình": severalKinds,
		"Họ tên (tập thể, hộ)": severalKinds, "Tập thể - cá nhân": severalKinds, "Tập thể hoặc chủ hộ": severalKinds,
		"Họ và tên, tên cá nhân": "", "Họ và tên, đơn vị": "", "Tập thể, cá nhân, chức vụ": "", "/": "",
	} {
		if got := season.Heading(text); got != want {
			t.Errorf("%q means %q, want %q", text, got, want)
		}
	}
	for _, d := range []*diag.Diagnostic{nil, {Rule: record.RuleMissing}, {Pos: diag.Pos{Path: "nominees"}}} {
		if season.NoNominees(d) {
			t.Errorf("%v says that nobody is there", d)
		}
	}
	if !season.NoNominees(&diag.Diagnostic{Rule: record.RuleMissing, Pos: diag.Pos{Path: "nominees"}}) {
		t.Error("a season without nominees is not known as such")
	}
}

// TestUnknownColumns: what columns there are is said once for a list, and usual headings are known.
func TestUnknownColumns(t *testing.T) {
	in, found := take(t, seasonText, "ds.csv",
		[]byte("Đối tượng,Họ và tên,Ngày tháng năm sinh,Nơi công tác,Danh hiệu đề nghị,Thành tích đạt được,Màu,Số đo\n"+
			"CN,Lê Văn An,1/2/1980,thôn 3,LĐTT,Làm tốt,xanh,1\n"))
	if in == nil || len(found) != 2 || !strings.Contains(found[0].Fix, "Danh hiệu/Hình thức") ||
		found[1].Fix != "xem các cột nhận được ở trên" {
		t.Fatal(found)
	}
	if n := in.Changes[0].Nominee; n.BirthYear != 1980 || n.Unit != "thôn 3" || n.Award != "LDTT" || n.Achievement != "Làm tốt" {
		t.Errorf("%+v", n)
	}
}
