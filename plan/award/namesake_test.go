package award

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
)

// TestNamesakes: two of one name are asked about, unless years of birth and posts or units part them.
func TestNamesakes(t *testing.T) {
	said := saidBeside(check(sound(), nil, law(t)))
	for _, tt := range []struct {
		name string
		is   func(n *plan.Nominee) // beside Nguyễn Thị Hoa, 1969, of thôn Đồng Chùa
		want bool
	}{
		{"another year", func(n *plan.Nominee) { n.BirthYear = 1985 }, true},
		{"another year and post", func(n *plan.Nominee) { n.BirthYear, n.Role = 1985, "Trưởng thôn" }, false},
		{"another year and unit", func(n *plan.Nominee) { n.BirthYear, n.Unit = 1985, "thôn 7" }, false},
		{"no year, another unit", func(n *plan.Nominee) { n.BirthYear, n.Unit = 0, "thôn 7" }, true},
		{"the same year, another unit", func(n *plan.Nominee) { n.Unit = "thôn 7" }, true},
		{"a third, like the second", func(n *plan.Nominee) { n.BirthYear, n.Unit = 1990, "thôn 9" }, true},
	} {
		s := sound()
		if tt.name == "a third, like the second" {
			second := another(s.Nominees[0], "Nguyễn Thị Hoa", 1991)
			second.Unit = "thôn 9"
			s.Nominees = append(s.Nominees, second)
		}
		n := another(s.Nominees[0], "Nguyễn Thị Hoa", 1969)
		tt.is(&n)
		n.Achievement = "Việc khác"
		s.Nominees = append(s.Nominees, n)
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
		got := false
		for _, f := range found {
			got = got || f.Rule == ruleid.Namesake
		}
		if got != tt.want {
			t.Errorf("%s: %v", tt.name, found)
		}
	}
	said.hold(t, "namesakes")
}

// TestPupils: two of one name, year and award in two classes are told how to be told apart.
func TestPupils(t *testing.T) {
	for class, want := range map[string]bool{"2A": false, "2B": true} {
		s := sound()
		s.Columns = []plan.OwnColumn{{Name: "Lớp"}}
		s.Nominees[0].Cells = []string{"2A"}
		n := s.Nominees[0]
		n.Cells = []string{class}
		s.Nominees = append(s.Nominees, n)
		third := n
		third.Achievement = "Việc khác" // a warning, which asks something else
		_, found := check(s, nil, law(t))
		s.Nominees[len(s.Nominees)-1] = third
		_, more := check(s, nil, law(t))
		if strings.Contains(fmt.Sprint(more), "ghi lớp") {
			t.Errorf("for two achievements: %v", more)
		}
		got := false
		for _, f := range found {
			got = got || f.Rule == ruleDuplicate && strings.Contains(f.Fix, `ghi lớp, tổ vào "unit"`)
		}
		if got != want {
			t.Errorf("2A and %s: %v", class, found)
		}
	}
}
