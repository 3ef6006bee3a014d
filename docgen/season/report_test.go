package season_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
)

// TestPaymentsDiffer (matter 8): what a report types as paid for awards is held against what was decided.
func TestPaymentsDiffer(t *testing.T) {
	const folder = "../../examples/bao-cao-tong-ket-2026/"
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	for paid, want := range map[string]string{"34.960.000": "",
		"35.960.000": "quỹ ghi chi khen thưởng 35.960.000 đồng, tiền thưởng theo các quyết định được thống kê trong kỳ là 34.960.000 đồng"} {
		files := make(map[string]string)
		for _, name := range []string{"bao-cao.yaml", "dot-khen-thuong.yaml", "ke-hoach.yaml"} {
			src, err := os.ReadFile(folder + name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = strings.Replace(string(src), "amount: 34.960.000", "amount: "+paid, 1)
		}
		set, found := plan.Load(mapFS(files), "bao-cao.yaml")
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		settled, err := season.Resolve(r, set, "bao-cao.yaml")
		if err != nil {
			t.Fatal(err)
		}
		d, err := r.Build(context.Background(), settled, "bao-cao.yaml")
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range d.Findings {
			if f.Rule == ruleid.Payments {
				got = f.Message
				if !strings.HasSuffix(f.Pos.Path, ".fund.awards") || f.Pos.Line == 0 {
					t.Errorf("at %v", f.Pos)
				}
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", paid, got, want)
		}
	}
}

// TestReportNamesGiver: a report speaks of who gave the awards as their decisions do; of several givers it names none.
func TestReportNamesGiver(t *testing.T) {
	r := newRenderer(t)
	const head = "kind: bao-cao\nversion: 1\nissuer: {name: Trường Tiểu học Cẩm Hòa, abbreviation: THCH, place: Cẩm Hòa}\ndate: 2026-12-30\n" +
		"subject: Tổng kết năm 2026\nperiod: {from: 2026}\nsigner: {position: Hiệu trưởng, name: Lê A}\ndistribution: {file_copy: [VT]}\nsections:\n"
	decision := func(by, position string) string {
		return "kind: quyet-dinh\nversion: 1\ntype: khen-thuong\nissuer: {name: " + by + ", abbreviation: THCH, place: Cẩm Hòa}\nnumber: \"4\"\n" +
			"date: 2026-12-20\nsigner: {position: " + position + ", name: Lê A}\ndistribution: {file_copy: [VT]}\nawardees:\n" +
			"  - {kind: individual, honorific: Bà, name: Lê B, birth_year: 1990, unit: Tổ 1, award: GKDV, achievement: Làm tốt}\n"
	}
	for awards, want := range map[string]string{
		"{from: [a.yaml]}": "Giấy khen của Hiệu trưởng Trường Tiểu học Cẩm Hòa", "{from: [a.yaml, b.yaml]}": "Giấy khen",
		"{counts: [{award: GKDV, individuals: 2}]}": "Giấy khen của Hiệu trưởng Trường Tiểu học Cẩm Hòa",
	} {
		set, found := plan.Load(mapFS(map[string]string{
			"bao-cao.yaml": head + "  - awards: " + awards + "\n", "a.yaml": decision("Trường Tiểu học Cẩm Hòa", "Hiệu trưởng"),
			"b.yaml": strings.Replace(decision("Công an xã Cẩm Hòa", "Trưởng Công an xã"), "Lê B", "Lê C", 1),
		}), "bao-cao.yaml")
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		settled, err := season.Resolve(r, set, "bao-cao.yaml")
		if err != nil {
			t.Fatal(err)
		}
		p := settled.File("bao-cao.yaml").Value.(*plan.Report)
		if got := string(p.Sections[0].Sections[0].Table.Rows[0].Cells[1].Text); got != want {
			t.Errorf("%s: %q, want %q", awards, got, want)
		}
	}
}

// TestReportLeaders: leaders have a column where somebody said of one who leads; a row of which nobody did is
// blank there, and none where no row says it.
func TestReportLeaders(t *testing.T) {
	r := newRenderer(t)
	const head = "kind: bao-cao\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\ndate: 2026-12-30\n" +
		"subject: Tổng kết năm 2026\nperiod: {from: 2026}\nsigner: {position: Chủ tịch, name: Lê A}\ndistribution: {file_copy: [VT]}\n" +
		"sections:\n  - awards: {counts: "
	for counts, want := range map[string]string{
		"[{award: GKXA, individuals: 3, leaders: 1, others: 2}]":                                                 "1|1",
		"[{award: GKXA, individuals: 3, others: 3}]":                                                             "0|0",
		"[{award: GKXA, individuals: 3, leaders: 1, others: 2}, {award: LDTT, individuals: 2}]":                  "1||",
		"[{award: GKXA, individuals: 3, leaders: 1, others: 2}, {award: LDTT, individuals: 2, leaders: 2}]":      "1|2|3",
		"[{award: GKXA, individuals: 3, leaders: 1, others: 2}, {award: TTLDTT, collectives: 2, households: 0}]": "1|0|1",
		"[{award: GKXA, individuals: 3}]":                                                                        "none",
	} {
		set, found := plan.Load(mapFS(map[string]string{"bao-cao.yaml": head + counts + "}\n"}), "bao-cao.yaml")
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		settled, err := season.Resolve(r, set, "bao-cao.yaml")
		if err != nil {
			t.Fatal(err)
		}
		table := settled.File("bao-cao.yaml").Value.(*plan.Report).Sections[0].Sections[0].Table
		got := "none"
		if i := slices.IndexFunc(table.Columns, func(c plan.Column) bool { return c.Title == "Trong đó lãnh đạo" }); i >= 0 {
			var cells []string
			for _, row := range table.Rows {
				cells = append(cells, string(row.Cells[i].Text))
			}
			got = strings.Join(cells, "|")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", counts, got, want)
		}
	}
}

// countsTwo is a report that counts two decisions, countedOne one of them.
const (
	countsTwo = "kind: bao-cao\nversion: 1\nissuer: {name: Trường Tiểu học Cẩm Hòa, abbreviation: THCH, place: Cẩm Hòa}\ndate: 2026-12-30\n" +
		"subject: Tổng kết năm 2026\nperiod: {from: 2026}\nsigner: {position: Hiệu trưởng, name: Lê A}\ndistribution: {file_copy: [VT]}\n" +
		"sections:\n  - awards: {from: [a.yaml, b.yaml]}\n"
	countedOne = "kind: quyet-dinh\nversion: 1\ntype: khen-thuong\nissuer: {name: Trường Tiểu học Cẩm Hòa, abbreviation: THCH, place: Cẩm Hòa}\n" +
		"number: \"4\"\ndate: 2026-12-20\nyear: 2026\nsigner: {position: Hiệu trưởng, name: Lê A}\ndistribution: {file_copy: [VT]}\nawardees:\n" +
		"  - {kind: individual, honorific: Bà, name: Lê B, birth_year: 1990, unit: Tổ 1, award: GKDV, achievement: Làm tốt}\n"
)

// TestRegisterTwice: two decisions of one body and year that both count from 1 are told in the report that names them.
func TestRegisterTwice(t *testing.T) {
	r := newRenderer(t)
	other := strings.NewReplacer("Lê B", "Lê C", "\"4\"", "\"5\"")
	many := ""
	for i := range 11 {
		many += "  - {kind: individual, honorific: Bà, name: Lê X, birth_year: " + strconv.Itoa(1970+i) + ", unit: Tổ 1, award: GKDV, achievement: Tốt}\n"
	}
	for _, tt := range []struct{ name, first, second, want string }{
		{"both from 1", countedOne, other.Replace(countedOne),
			`số vào sổ năm 2026 ghi hai lần, ở a.yaml và b.yaml: 01; sổ đánh số nối tiếp thì ghi "first" (số vào sổ đầu tiên) của "certificates" từ 2`},
		{"twelve", countedOne + many, other.Replace(countedOne + many), "b.yaml: 01, 02, 03, 04, 05, 06, 07, 08, 09, 10, ...; sổ đánh số"},
		{"one behind the other", countedOne, other.Replace(countedOne) + "certificates: {first: 2}\n", ""},
		{"of two years", strings.NewReplacer("date: 2026", "date: 2025", "year: 2026", "year: 2025").Replace(countedOne), other.Replace(countedOne), ""},
		{"of two bodies", strings.NewReplacer("Trường Tiểu học", "Trường Trung học cơ sở").Replace(countedOne), other.Replace(countedOne), ""},
		{"one without a number", countedOne, strings.Replace(other.Replace(countedOne), "number: \"5\"\n", "", 1), ""},
		{"titles alone", countedOne, strings.ReplaceAll(other.Replace(countedOne), "GKDV", "LDTT"), "b.yaml: 01; sổ"},
	} {
		set, found := plan.Load(mapFS(map[string]string{"bao-cao.yaml": countsTwo, "a.yaml": tt.first, "b.yaml": tt.second}), "bao-cao.yaml")
		if err := found.Err(); err != nil {
			t.Fatal(tt.name, err)
		}
		settled, err := season.Resolve(r, set, "bao-cao.yaml")
		if err != nil {
			t.Fatal(tt.name, err)
		}
		d, err := r.Build(context.Background(), settled, "bao-cao.yaml")
		if err != nil {
			t.Fatal(tt.name, err)
		}
		got := ""
		for _, f := range d.Findings {
			if f.Rule == ruleid.Register {
				got += f.Error()
			}
		}
		if (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestCountedTwice: a report refuses a file, or a decision, whose awardees it would count twice.
func TestCountedTwice(t *testing.T) {
	r := newRenderer(t)
	for _, tt := range []struct{ name, from, b, want string }{
		{"one file", "[a.yaml, b.yaml, a.yaml]", strings.Replace(countedOne, "\"4\"", "\"5\"", 1) + "certificates: {first: 2}\n",
			`tệp "a.yaml" ghi hai lần, ai trong đó cũng được đếm hai lần; bỏ một trong hai`},
		{"one countedOne", "[a.yaml, b.yaml]", countedOne, `tệp "a.yaml" và tệp "b.yaml" là của cùng một quyết định số 4, ai trong đó`},
		{"of two days", "[a.yaml, b.yaml]", strings.Replace(countedOne, "2026-12-20", "2026-12-21", 1) + "certificates: {first: 2}\n", ""},
		{"of two numbers", "[a.yaml, b.yaml]", strings.Replace(countedOne, "\"4\"", "\"5\"", 1) + "certificates: {first: 2}\n", ""},
		{"of two bodies", "[a.yaml, b.yaml]", strings.Replace(countedOne, "Trường Tiểu học", "Trường Trung học cơ sở", 1), ""},
		{"without numbers", "[a.yaml, b.yaml]", strings.Replace(countedOne, "number: \"4\"\n", "", 1), ""},
	} {
		first := countedOne
		if tt.name == "without numbers" {
			first = tt.b
		}
		files := map[string]string{"bao-cao.yaml": strings.Replace(countsTwo, "[a.yaml, b.yaml]", tt.from, 1), "a.yaml": first, "b.yaml": tt.b}
		set, found := plan.Load(mapFS(files), "bao-cao.yaml")
		if err := found.Err(); err != nil {
			t.Fatal(tt.name, err)
		}
		settled, err := season.Resolve(r, set, "bao-cao.yaml")
		if err == nil {
			_, err = r.Build(context.Background(), settled, "bao-cao.yaml")
		}
		said := fmt.Sprint(err)
		if tt.want == "" && strings.Contains(said, "hai lần") || !strings.Contains(said, tt.want) {
			t.Errorf("%s: %s, want %s", tt.name, said, tt.want)
		}
	}
}
