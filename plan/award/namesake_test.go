package award

import (
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
