package season

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
)

func TestHeadOf(t *testing.T) {
	for _, tt := range []struct{ position, unit, want string }{
		{"Trưởng phòng", "Phòng Văn hóa - Xã hội", "Trưởng phòng Văn hóa - Xã hội"},
		{"Chánh Văn phòng", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"},
		{"Giám đốc", "Trung tâm Phục vụ hành chính công", "Giám đốc Trung tâm Phục vụ hành chính công"},
		{"", "Phòng Kinh tế", "Phòng Kinh tế"},
		{"Chủ tịch", "Hội đồng Thi đua - Khen thưởng", "Hội đồng Thi đua - Khen thưởng"},
	} {
		if got := headOf(tt.position, tt.unit); got != tt.want {
			t.Errorf("%q of %q is %q, want %q", tt.position, tt.unit, got, tt.want)
		}
	}
}

// TestListName: a person in a list has the year of birth; no line parts a name at its hyphens, "=" here.
func TestListName(t *testing.T) {
	for _, tt := range []struct {
		a    plan.Awardee
		want string
	}{
		{plan.Awardee{Kind: plan.Individual, Name: "Lê Văn An", BirthYear: 1960}, "Lê Văn An (1960)"},
		{plan.Awardee{Kind: plan.Individual, Honorific: "Ông", Name: "Lê Văn An"}, "Ông Lê Văn An"},
		{plan.Awardee{Kind: plan.Household, Name: "Lê Văn An", BirthYear: 1960}, "Hộ gia đình Lê Văn An"},
		{plan.Awardee{Kind: plan.Collective, Name: "Ê-ban"}, "Ê=ban"},
		{plan.Awardee{Kind: plan.Collective, Name: "Phòng Văn hóa - Xã hội"}, "Phòng Văn hóa - Xã hội"},
		{plan.Awardee{Kind: plan.Collective, Name: "Tổ A -B- C"}, "Tổ A -B- C"},
		{plan.Awardee{Kind: plan.Collective, Name: "-a-b-"}, "-a=b-"},
		{plan.Awardee{Kind: plan.Collective, Name: "a-b"}, "a=b"},
	} {
		if got := strings.ReplaceAll(listName(&tt.a), string(doc.NoBreakHyphen), "="); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.a, got, tt.want)
		}
	}
}

// TestPostFirst: a unit that has the post of a person before it is not a unit alone.
func TestPostFirst(t *testing.T) {
	for unit, want := range map[string]bool{
		"Trưởng phòng, Phòng Tài vụ": true, "Chuyên viên Văn phòng Sở": true, "Nguyên Bí thư Chi bộ thôn 7": true, "Phó Giám đốc": true,
		"Phòng Tài vụ": false, "thôn Trưởng An": false, "Trường Tiểu học": false, "Kế toán": true, "Đoàn viên, Chi đoàn 3": true, "Bí thư": true, "": false,
	} {
		for kind, is := range map[plan.Recipient]bool{plan.Individual: want, plan.Collective: false} {
			if got := postFirst(&plan.Awardee{Kind: kind, Unit: unit}); got != is {
				t.Errorf("%s %s: %t", kind, unit, got)
			}
		}
		if postFirst(&plan.Awardee{Kind: plan.Individual, Role: "Bí thư", Unit: unit}) {
			t.Error(unit)
		}
	}
}

// TestYearHeads: columns of a yearly form under one heading stand side by side below it, those of one number share it;
// a cell of several columns or rows says of how many, by how many it is.
func TestYearHeads(t *testing.T) {
	for _, tt := range []struct{ columns, want string }{ // group/name/number
		{"/a/1 /b/2", ". | Mã số | a | b ; A | B | 1 | 2"},
		{"/a/1 /b/1 /c/", ". | Mã số | a | b | c ; A | B | 1 of 2 | ."},
		{"/a/ /b/", ". | Mã số | a | b ; A | B | . | ."},
		{"/a/1 G/b/2 G/c/2 /d/3", ". by 2 | Mã số by 2 | a by 2 | G of 2 | d by 2 ; B | C ; A | B | 1 | 2 of 2 | 3"},
		{"G/b/1 G/c/2 H/d/3", ". by 2 | Mã số by 2 | G of 2 | H ; B | C | D ; A | B | 1 | 2 | 3"},
	} {
		form := &award.YearForm{}
		fields := strings.Fields(tt.columns)
		form.Columns = slices.Grow(form.Columns, len(fields))[:len(fields)]
		for i, f := range fields {
			parts := strings.Split(f, "/")
			form.Columns[i].Group, form.Columns[i].Name, form.Columns[i].Number = parts[0], parts[1], parts[2]
		}
		table := (&yearForm{form: form}).table()
		var rows []string
		for _, r := range table.Rows {
			var cells []string
			for _, c := range r.Cells {
				said := ""
				for _, l := range c.Lines {
					for _, in := range l {
						said += in.(*doc.Text).S
					}
				}
				if said = cmp.Or(said, "."); c.Columns > 1 {
					said += fmt.Sprint(" of ", c.Columns)
				}
				if c.Rows > 1 {
					said += fmt.Sprint(" by ", c.Rows)
				}
				cells = append(cells, said)
			}
			rows = append(rows, strings.Join(cells, " | "))
		}
		if got := strings.Join(rows, " ; "); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.columns, got, tt.want)
		}
		if table.Header != len(table.Rows) || len(table.Columns) != 2+len(fields) {
			t.Errorf("%s: a head of %d rows, %d columns", tt.columns, table.Header, len(table.Columns))
		}
	}
}

// TestDossierPlaces: what a report holds of a nominee's own words has its place there; all else is the report's.
func TestDossierPlaces(t *testing.T) {
	of := func(bodies ...plan.Prose) (list []plan.Section) {
		for _, b := range bodies {
			list = append(list, plan.Section{Body: b})
		}
		return list
	}
	whole := &plan.Nominee{Biography: &plan.Biography{Duties: "d"}, Organisation: &plan.Organisation{Features: "f", Functions: "g"}}
	whole.Report = "r"
	for _, tt := range []struct {
		n        *plan.Nominee
		sections []plan.Section
		want     string
	}{
		{whole, of("", "r", "d", "f", "g", "x"), "[1] report, [2] biography.duties, [3] organisation.features, [4] organisation.functions"},
		{&plan.Nominee{}, of("", "r", "d", "f", "g", "x"), ""},
		{whole, []plan.Section{{Sections: of("x", "g")}}, "[0].sections[1] organisation.functions"},
	} {
		from := make(map[string]string)
		(&dossier{n: tt.n, path: "nominees[3]"}).places(from, "sections", tt.sections)
		var got []string
		for _, at := range slices.Sorted(maps.Keys(from)) {
			section := strings.TrimSuffix(strings.TrimPrefix(at, "sections"), ".body")
			got = append(got, section+" "+strings.TrimPrefix(from[at], "nominees[3]."))
		}
		if all := strings.Join(got, ", "); all != tt.want {
			t.Errorf("got %s, want %s", all, tt.want)
		}
	}
}

// TestEnclosedNamed: a submission names what goes with it, and nothing that the season does not have.
func TestEnclosedNamed(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	of := seasonView{Council: "Hội đồng", Recipients: "cá nhân"}
	with := func(enclosed, minutes, reports, drafted bool) seasonView {
		v := of
		v.Enclosed, v.Minutes, v.Reports, v.Drafted = enclosed, minutes, reports, drafted
		return v
	}
	for _, tt := range []struct {
		v                  seasonView
		submission, upward string
	}{
		{with(true, true, true, true), "Danh sách đề nghị khen thưởng; Biên bản họp Hội đồng; báo cáo thành tích; dự thảo Quyết định",
			"Danh sách đề nghị khen thưởng; Biên bản họp Hội đồng; báo cáo thành tích của cá nhân được đề nghị"},
		{with(false, true, false, true), "Biên bản họp Hội đồng; dự thảo Quyết định", "Biên bản họp Hội đồng"},
		{with(true, false, false, false), "Danh sách đề nghị khen thưởng", "Danh sách đề nghị khen thưởng"},
		{with(false, false, true, false), "báo cáo thành tích", "báo cáo thành tích của cá nhân được đề nghị"},
		{with(false, false, false, true), "dự thảo Quyết định", ""},
		{of, "", ""},
	} {
		for block, want := range map[string]string{"submission": tt.submission, "upward": tt.upward} {
			if want != "" {
				want = "(Gửi kèm Tờ trình: " + want + ")."
			}
			got, found := r.Words("khen-thuong/"+block+"-enclosed", tt.v)
			if string(got) != want || len(found) > 0 {
				t.Errorf("%s: %q, want %q: %v", block, got, want, found)
			}
		}
	}
	for _, tt := range []struct {
		n    plan.Nominee
		want bool
	}{
		{plan.Nominee{}, false}, {plan.Nominee{Report: "Đã làm."}, true}, {plan.Nominee{Dossier: []plan.DossierPaper{"minutes"}}, false},
		{plan.Nominee{Dossier: []plan.DossierPaper{"minutes", "report"}}, true},
	} {
		if got := hasReport(&award.Result{Nominee: &tt.n}); got != tt.want {
			t.Errorf("%+v: %t", tt.n, got)
		}
	}
}
