package award

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestForms: the sets stand in the order of their dates, each with its clause; a condition asks
// only what a thing of its form can answer, and every row and column has its own.
func TestForms(t *testing.T) {
	answers := map[string]string{
		"launcher": "central|province|unit", "scope": "nation|province|cluster|unit", "mode": "regular|theme",
		"length": "under_one|one|under_three|under_five|five",
		"kind":   strings.Join(plan.Recipient("").Values(), "|"), "enterprise": "yes|no", "submitted": "ministry|province",
		"post": "province|department|business|leader|direct", "occasion": strings.Join(plan.Occasion("").Values(), "|"),
		"column": "medal|ho_chi_minh_prize|state_prize|state_honour|government_flag|prime_minister_commendation|national_fighter|commendation|fighter|flag|badge|none",
		"body":   "department|section|board|division", "sex": strings.Join(plan.Sex("").Values(), "|"),
		"education": "elementary|intermediate|college|university|postgraduate",
	}
	asks := map[string]string{
		"movements": "launcher scope length mode", "bodies": "body", "staff": "sex age education service",
		"state": "column kind enterprise post occasion submitted", "province": "column kind enterprise post occasion",
		"own": "kind enterprise post occasion",
	}
	sets := builtinForms()
	for i := range sets {
		set := &sets[i]
		if set.Basis == "" || set.From.IsZero() || set.Issued == "" || set.Due == "" || i > 0 && !sets[i-1].From.Before(set.From) {
			t.Errorf("%+v", set.validity)
		}
		seen := make(map[string]bool)
		once := func(what string) {
			if seen[what] {
				t.Errorf("%s stands twice", what)
			}
			seen[what] = true
		}
		for _, d := range set.Forms {
			once(d.Slug)
			check := func(of string, when condition) {
				var said []string
				for _, f := range when {
					said = append(said, f.of+"="+strings.Join(f.in, "|"))
					if !slices.Contains(strings.Fields(asks[d.Of]), f.of) {
						t.Errorf("%s: nothing answers to %s", d.Slug, f.of)
					}
					for _, in := range f.in {
						if _, ok := answers[f.of]; ok && !slices.Contains(strings.Split(answers[f.of], "|"), in) {
							t.Errorf("%s: %s is never %s", d.Slug, f.of, in)
						}
					}
				}
				once(d.Slug + " " + of + " " + strings.Join(said, " "))
			}
			for _, c := range d.Columns {
				if c.Each == "" {
					check("column", c.When)
				}
			}
			for _, r := range d.Rows {
				if r.Code != "" && !r.Blank {
					check("row", r.When)
				}
			}
		}
	}
}

// TestFormsOn: the forms are those of the end of the period, the last ones where it is not
// known, and the first ones before all.
func TestFormsOn(t *testing.T) {
	sets := []formSet{{validity: validity{From: day(2023, 5, 10)}}, {validity: validity{From: day(2027, 1, 1)}}}
	for _, tt := range []struct {
		day  plan.Date
		want int
	}{{day(2023, 5, 9), 0}, {day(2023, 5, 10), 0}, {day(2026, 12, 31), 0}, {day(2027, 1, 1), 1}, {plan.Date{}, 1}} {
		if got := formsOn(sets, tt.day); got != &sets[tt.want] {
			t.Errorf("on %s: %s", tt.day, got.From)
		}
	}
}

// TestCondition: all words hold, one of the answers of each; ends of ranges may be open.
func TestCondition(t *testing.T) {
	who := &thing{map[string]string{"kind": "individual", "post": "leader", "age": "40", "sex": ""}, 1, nil}
	for when, want := range map[string]bool{
		"": true, "kind=individual": true, "kind=collective": false, "kind=collective|individual": true,
		"kind=individual post=leader": true, "kind=individual post=direct": false, "kind=collective post=leader": false,
		"age=31..40": true, "age=40..50": true, "age=31..39": false, "age=41..": false, "age=40..": true, "age=..40": true,
		"age=..39": false,
		"age=40":   true, "age=a..b": false, "post=1..9": false, "post=..": false, "none=x": false, "sex=female": false,
	} {
		var c condition
		if err := c.UnmarshalText([]byte(when)); err != nil || c.holds(who) != want {
			t.Errorf("%q: %v, %v", when, c.holds(who), err)
		}
	}
	if err := new(condition).UnmarshalText([]byte("kind=individual leader")); err == nil {
		t.Error("a word without an answer is a condition")
	}
}

// TestBesideTheForm: a column of its own stands there only where something is counted in it.
func TestBesideTheForm(t *testing.T) {
	d := &formData{
		Columns: []formColumn{{Name: "all"}, {Name: "other", When: condition{{"column", []string{"none"}}}, Beside: true}},
		Rows:    []formRow{{Code: "01"}},
	}
	for column, want := range map[string]string{"flag": "2", "none": "2 2"} {
		f := d.fill(&formSet{Issued: "x"}, []thing{{map[string]string{"column": column}, 2, nil}}, true)
		if got := cells(t, f, "01"); got != want || len(f.Columns) != len(strings.Fields(want)) || f.Issued != "" {
			t.Errorf("%s: %q on %s columns", column, got, strconv.Itoa(len(f.Columns)))
		}
	}
}
