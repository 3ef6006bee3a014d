package plan

import (
	"fmt"
	"strings"
	"testing"
)

// TestYearsIn: years behind their word, with the words before them: in brackets where they are
// four whole ones, and "*" behind the year of a birth.
func TestYearsIn(t *testing.T) {
	long := strings.Repeat("a", 70)
	for text, want := range map[string]string{
		"":                                "",
		"năm":                             "",
		"năm 2026":                        "2026",
		"Năm nay, năm 2026":               "Năm nay, 2026",
		"năm 999 và năm 3000":             "",
		"năm 1000 và năm 2999":            "1000 năm 1000 và 2999",
		"năm: 2026":                       "2026",
		"năm\u00a02026":                   "2026",
		"năm2026":                         "",
		"năm 20260":                       "",
		"năm 2026/QĐ":                     "2026",
		"năm 2026a":                       "2026",
		"năm 202a":                        "",
		"năm 202":                         "",
		"một hai ba năm 2026":             "một hai ba 2026",
		"một hai ba bốn năm 2026":         "(một hai ba bốn) 2026",
		"một hai ba bốn lăm năm 2026":     "(hai ba bốn lăm) 2026",
		long + " hai ba bốn năm 2026":     long[:66] + " hai ba bốn 2026",
		long + " một hai ba bốn năm 2026": "(một hai ba bốn) 2026",
		"sinh năm 1985":                   "sinh 1985*",
		"Bà Hoa, SINH  năm 1985":          "Bà Hoa, SINH 1985*",
		"học sinh năm 2026":               "học sinh 2026",
		"Dân sinh năm 2026":               "Dân sinh 2026",
		"ông An sinh năm 1985":            "ông An sinh 1985*",
		"kính năm 1985":                   "kính 1985",
		"tái năm 1985, sinh năm 1986":     "tái 1985 (tái năm 1985, sinh) 1986*",
		"văn sinhh năm 1985":              "văn sinhh 1985",
	} {
		got := ""
		for _, y := range yearsIn(text) {
			words, four := y.last()
			said := strings.Join(words, " ")
			if four {
				said = "(" + said + ")"
			}
			got += " " + strings.TrimSpace(said+" "+fmt.Sprint(y.year))
			if y.born() {
				got += "*"
			}
		}
		if got = strings.TrimSpace(got); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, tt := range []struct {
		a, b int
		want bool
	}{{2026, 2062, true}, {2026, 2026, false}, {2026, 2027, false}, {0, 2026, false}, {2026, 6022, true}} {
		if (yearIn{year: tt.a}).isSlipOf(tt.b) != tt.want {
			t.Errorf("%d for %d: %v", tt.a, tt.b, !tt.want)
		}
	}
}
