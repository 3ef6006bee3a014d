package season

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

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
