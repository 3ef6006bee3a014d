package award

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

func cells(t *testing.T, f *YearForm, code string) string {
	t.Helper()
	i := slices.IndexFunc(f.Rows, func(r yearRow) bool { return r.Code == code })
	if i < 0 {
		t.Fatalf("%s has no row %s", f.Code, code)
	}
	return strings.Join(f.Rows[i].Cells, " ")
}

// TestMovementForm counts by level, scope, length and mode.
func TestMovementForm(t *testing.T) {
	r := &plan.Report{Sections: []plan.ReportSection{
		{Movements: []plan.Movement{
			{Launcher: "central", Scope: "nation", From: plan.Date{Year: 2021}, To: plan.Date{Year: 2025}},
			{Launcher: "province", Scope: "province", Mode: "theme", From: day(2026, 2, 15), To: day(2026, 12, 31)},
		}},
		{Movements: []plan.Movement{
			{From: plan.Date{Year: 2026}, To: plan.Date{Year: 2026}},
			{Scope: "cluster", From: day(2024, 2, 29), To: day(2025, 2, 28)},
			{Scope: "unit", Mode: "regular", From: plan.Date{Year: 2026}},
			{From: plan.Date{Year: 2024}, To: plan.Date{Year: 2026}},
		}},
	}}
	f := theForm(t, yearForms(r, law(t)), "0601")
	for code, want := range map[string]string{
		"01": "6 1 1 4", "02": "1 1 0 0", "03": "1 0 1 0", "04": "1 0 0 1", "05": "3 0 0 3",
		"06": "1 0 1 0", "07": "2 0 0 2", "08": "0 0 0 0", "09": "1 0 0 1", "10": "1 1 0 0",
		"11": "1 0 1 0", "12": "5 1 0 4",
	} {
		if got := cells(t, f, code); got != want {
			t.Errorf("row %s is %s, want %s", code, got, want)
		}
	}
	if found := checkMovements(r); len(found) != 1 || found[0].Pos.Path != "sections[1].movements[2]" || found.HasErrors() {
		t.Errorf("movements without length: %v", found)
	}
	if csv := string(f.CSV()); !strings.HasPrefix(csv,
		"\ufeffSố phong trào thi đua,Mã số,Tổng số,Chia theo cấp phát động: Trung ương,") || strings.Count(csv, "\r\n") != 16 {
		t.Errorf("CSV:\n%s", csv)
	}
}

// theForm gives the form with that beginning of its slug.
func theForm(t *testing.T, all []*YearForm, slug string) *YearForm {
	t.Helper()
	i := slices.IndexFunc(all, func(f *YearForm) bool { return strings.HasPrefix(f.Slug, slug) })
	if i < 0 {
		t.Fatalf("no form %s", slug)
	}
	return all[i]
}

// TestAwardForms (matter 11: direct workers are whom the file calls so) counts by recipient and
// occasion, each award on the form of whoever decides on it; what the files do not tell stays empty, and what was cancelled, or
// lies outside the period, is not counted.
func TestAwardForms(t *testing.T) {
	law, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	result := func(code string, s Status, who plan.Awardee) Result {
		a, ok := law.Find(code)
		if !ok {
			t.Fatal(code)
		}
		who.Award = code
		return Result{Award: a, Status: s, Nominee: &plan.Nominee{Awardee: who}}
	}
	granted := func(r Result, d plan.Date) Result {
		r.Nominee.Granted = &plan.PaperRef{Number: "9", Date: d}
		return r
	}
	numbered := &plan.Season{Decision: &plan.Ruling{Number: "1", Date: day(2026, 12, 15)}}
	o := &Outcome{Season: numbered, Day: day(2026, 12, 15), Results: []Result{
		result("GKXA", Awarded, plan.Awardee{Kind: plan.Collective, Enterprise: true}),
		result("GKXA", Awarded, plan.Awardee{Kind: plan.Household}),
		result("GKXA", Awarded, plan.Awardee{Kind: plan.Individual, Leader: true, Occasion: "sudden"}),
		result("LDTT", Awarded, plan.Awardee{Kind: plan.Individual, DirectWorker: true}),
		result("GKXA", Cancelled, plan.Awardee{Kind: plan.Individual}),
		result("GKXA", refused, plan.Awardee{Kind: plan.Individual}),
		granted(result("BKTINH", forwarded, plan.Awardee{Kind: plan.Individual, Leader: true}), day(2026, 12, 20)),
		granted(result("BKTINH", forwarded, plan.Awardee{Kind: plan.Individual}), day(2027, 1, 5)),
		result("BKTINH", forwarded, plan.Awardee{Kind: plan.Individual}),
	}}
	before := &Outcome{Season: numbered, Day: day(2025, 12, 15), Results: o.Results[:6]}
	r := &plan.Report{Period: &plan.Period{From: plan.Date{Year: 2026}}, Statistics: &plan.YearFigures{Received: []plan.ReceivedAward{
		{Awardee: plan.Awardee{Kind: plan.Individual, Award: "HCLD3", Rank: "department", Occasion: "dedication"},
			Decision: plan.PaperRef{Date: day(2026, 5, 2)}},
		{Awardee: plan.Awardee{Kind: plan.Collective, Award: "BKTTG"}, Decision: plan.PaperRef{Date: day(2026, 9, 2)},
			Submitted: plan.MinistryLevel},
		{Awardee: plan.Awardee{Kind: plan.Collective, Award: "BKTTG"}, Decision: plan.PaperRef{Date: day(2025, 9, 2)}},
	}}}
	all := yearForms(r, law, o, before)
	for slug, rows := range map[string]map[string]string{
		"khen-thuong-cua": {
			"01": "4 3 1", "02": "1 1 0", "03": "1 1 0", "04": "1 1 0", "05": "2 1 1", "06": "0 0 0", "08": "0 0 0",
			"09": "1 1 0", "10": "1 0 1", "11": "3 2 1", "12": "0 0 0", "13": "1 1 0", "17": "  ",
		},
		"0603": {"01": "1 1 0 0 0", "05": "1 1 0 0 0", "09": "1 1 0 0 0", "11": "1 1 0 0 0"},
		"0602": {
			"01": "2 0 1 0 0 0 0 0 1 0 0 0 0", "02": "1 0 0 0 0 0 0 0 1 0 0 0 0", "03": "1 0 1 0 0 0 0 0 0 0 0 0 0",
			"06": "1 0 0 0 0 0 0 0 1 0 0 0 0", "09": "1 0 1 0 0 0 0 0 0 0 0 0 0", "11": "1 0 1 0 0 0 0 0 0 0 0 0 0",
			"19": "1 0 1 0 0 0 0 0 0 0 0 0 0",
		},
	} {
		f := theForm(t, all, slug)
		for code, want := range rows {
			if got := cells(t, f, code); got != want {
				t.Errorf("%s row %s is %q, want %q", slug, code, got, want)
			}
		}
	}
}

// TestYearFormsAddUp: on every form of awards the columns add up to the first, and the
// rows of each group to the whole; what has no row is left empty by name.
func TestYearFormsAddUp(t *testing.T) {
	law, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	seed := time.Now().UnixNano()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(uint64(seed), 0))
	kinds := []plan.Recipient{plan.Individual, plan.Collective, plan.Household}
	occasions := append(plan.Occasion("").Values(), "") // every one has its row
	for range 50 {
		r := &plan.Report{Period: &plan.Period{From: plan.Date{Year: 2026}}, Statistics: &plan.YearFigures{}}
		for range random.IntN(200) {
			a := &law.Awards[random.IntN(len(law.Awards))]
			r.Statistics.Received = append(r.Statistics.Received, plan.ReceivedAward{
				Awardee: plan.Awardee{
					Kind: kinds[random.IntN(3)], Award: a.Code, Occasion: plan.Occasion(occasions[random.IntN(len(occasions))]),
					Leader: random.IntN(2) == 0, Enterprise: random.IntN(4) == 0, DirectWorker: true,
					Rank: []string{"", "", "province", "department"}[random.IntN(4)],
				},
				Decision:  plan.PaperRef{Date: day(2026, 1+random.IntN(12), 1)},
				Submitted: []plan.Level{"", plan.MinistryLevel}[random.IntN(2)],
			})
		}
		given := 0
		for _, f := range yearForms(r, law) {
			if f.Slug[:4] != "0602" && f.Slug[:4] != "0603" && f.Slug[:4] != "khen" {
				continue
			}
			figure := func(code string, column int) int {
				i := slices.IndexFunc(f.Rows, func(r yearRow) bool { return r.Code == code })
				n, err := strconv.Atoi(f.Rows[i].Cells[column])
				if err != nil {
					t.Fatalf("%s row %s: %v", f.Slug, code, err)
				}
				return n
			}
			given += figure("01", 0)
			groups := [][]string{{"02", "04", "05"}, {"11", "12", "13", "14", "15", "16"}}
			people, persons := "05", []string{"06", "07", "08", "09", "10"}
			if strings.HasPrefix(f.Slug, "0602") {
				groups = [][]string{{"02", "03"}, {"06", "08", "09"}, {"15", "16", "17", "18", "19", "20"}}
				people, persons = "09", []string{"10", "11", "12", "13", "14"}
			}
			for column := range f.Columns {
				for _, g := range groups {
					sum := 0
					for _, code := range g {
						sum += figure(code, column)
					}
					if sum != figure("01", column) {
						t.Errorf("%s column %d: rows %v give %d of %d", f.Slug, column, g, sum, figure("01", column))
					}
				}
				sum := 0
				for _, code := range persons {
					sum += figure(code, column)
				}
				if sum != figure(people, column) {
					t.Errorf("%s column %d: persons give %d of %d", f.Slug, column, sum, figure(people, column))
				}
			}
			for _, row := range f.Rows {
				if row.Code == "" || row.Cells[0] == "" {
					continue
				}
				sum := 0
				for column := 1; column < len(f.Columns); column++ {
					sum += figure(row.Code, column)
				}
				if sum != figure(row.Code, 0) {
					t.Errorf("%s row %s: columns give %d of %d", f.Slug, row.Code, sum, figure(row.Code, 0))
				}
			}
		}
		if given != len(r.Statistics.Received) {
			t.Errorf("%d awards on the forms, want %d", given, len(r.Statistics.Received))
		}
	}
}

// TestStaffForms counts bodies and officers; without figures the cells are empty.
func TestStaffForms(t *testing.T) {
	r := &plan.Report{Period: &plan.Period{From: plan.Date{Year: 2026}}, Statistics: &plan.YearFigures{
		Bodies: &plan.AwardBodies{Boards: 1, Divisions: 3},
		Staff: []plan.AwardOfficer{
			{BirthYear: 1996, Sex: "female", Education: "university", Since: 2022},
			{BirthYear: 1995, Sex: "male", Education: "university", Since: 2021},
			{BirthYear: 1970, Sex: "male", Education: "postgraduate", Since: 2016},
			{BirthYear: 1965, Sex: "female", Education: "intermediate", Since: 2000},
		},
	}}
	all := yearForms(r, &Law{})
	for code, want := range map[string]string{"01": "4", "02": "0", "03": "0", "04": "1", "05": "3"} {
		if got := cells(t, theForm(t, all, "0604"), code); got != want {
			t.Errorf("0604 row %s is %q, want %q", code, got, want)
		}
	}
	for code, want := range map[string]string{
		"01": "4 2", "02": "1 1", "03": "1 0", "04": "0 0", "05": "0 0", "06": "1 0", "07": "1 1",
		"08": "0 0", "09": "1 1", "10": "0 0", "11": "2 1", "12": "1 0", "13": "1 1", "14": "1 0", "15": "2 1",
	} {
		if got := cells(t, theForm(t, all, "0605"), code); got != want {
			t.Errorf("0605 row %s is %q, want %q", code, got, want)
		}
	}
	for _, slug := range []string{"0604", "0605"} {
		f := theForm(t, yearForms(&plan.Report{}, &Law{}), slug)
		if got := strings.TrimSpace(cells(t, f, "01")); got != "" {
			t.Errorf("%s without figures: %q", slug, got)
		}
	}
}

// TestDecidedOnly (matter 8): a report counts what bears a number and a date, says what it leaves out,
// and takes for a direct worker only who is said to be one.
func TestDecidedOnly(t *testing.T) {
	period := &plan.Period{From: plan.Date{Year: 2025, Month: 12}, To: plan.Date{Year: 2026, Month: 12}}
	for _, tt := range []struct {
		name    string
		is      func(s *plan.Season)
		persons string // row 05 and row 10 of the office's own table
	}{
		{"decided", func(*plan.Season) {}, "1 1 /  "},
		{"of no rank", func(s *plan.Season) { s.Nominees[0].Rank = noRank }, "1 1 / 0 0"},
		{"of an enterprise", func(s *plan.Season) { s.Nominees[0].Enterprise = true }, "1 1 / 0 0"},
		{"a direct worker", func(s *plan.Season) { s.Nominees[0].DirectWorker = true }, "1 1 / 1 1"},
		{"a leader at work", func(s *plan.Season) { s.Nominees[0].DirectWorker, s.Nominees[0].Leader = true, true }, "1 1 / 0 0"},
		{"without a number", func(s *plan.Season) { s.Decision.Number = "" }, "0 / 0"},
		{"without a day", func(s *plan.Season) { s.Decision.Date = plan.Date{Year: 2026, Month: 12} }, "0 / 0"},
		{"without a decision", func(s *plan.Season) { s.Decision = nil }, "0 / 0"},
	} {
		s := sound()
		s.Nominees = s.Nominees[:1]
		tt.is(s)
		out, found := counted(nil, &plan.File{Value: s}, law(t))
		form := theForm(t, yearForms(&plan.Report{Period: period}, law(t), out), "khen-thuong-cua")
		if got := cells(t, form, "05") + " / " + cells(t, form, "10"); got != tt.persons {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.persons)
		}
		left := tt.persons == "0 / 0"
		rows, _ := Statistics(law(t), period, out)
		if said := slices.Contains(rules(found, diag.Warning), ruleid.Report); said != left || (len(rows) == 0) != left {
			t.Errorf("%s: %v", tt.name, found)
		}
	}
}

// TestUnsaidPosts: who is not said to lead, in a file that calls nobody a leader, may be one, and so with direct workers; the
// rows that may have him are empty, and a finding says how many persons it is.
func TestUnsaidPosts(t *testing.T) {
	one := func(name string, is plan.Awardee) Result {
		a, _ := law(t).Find("GKXA")
		is.Name, is.Award = name, "GKXA"
		is.Kind = plan.Individual
		return Result{Award: a, Status: Awarded, Nominee: &plan.Nominee{Awardee: is}}
	}
	unsaid := one("Lê Văn An", plan.Awardee{})
	leader, direct := one("Lê Văn Ba", plan.Awardee{Leader: true}), one("Lê Văn Cư", plan.Awardee{DirectWorker: true})
	none, high := one("Lê Văn Du", plan.Awardee{Rank: noRank}), one("Lê Văn Em", plan.Awardee{Rank: "department"})
	for _, tt := range []struct {
		name    string
		results []Result
		rows    string // 05, 07, 09 and 10, of the sums
		persons string // of the finding; empty for none
	}{
		{"nobody said", []Result{unsaid, unsaid}, "2///", "01"},
		{"leaders said", []Result{unsaid, leader}, "2/0/1/", "01"},
		{"a rank said", []Result{unsaid, high}, "2/1/0/", "01"},
		{"direct workers said", []Result{unsaid, direct}, "2///1", "01"},
		{"both said", []Result{unsaid, leader, direct}, "3/0/1/1", ""},
		{"none said of one", []Result{none}, "1/0/0/0", ""},
		{"two persons", []Result{unsaid, one("Lê Văn Ân", plan.Awardee{})}, "2///", "02"},
	} {
		o := &Outcome{Season: &plan.Season{Decision: &plan.Ruling{Number: "1", Date: day(2026, 12, 15)}}, Day: day(2026, 12, 15), Results: tt.results}
		form := theForm(t, yearForms(&plan.Report{}, law(t), o), "khen-thuong-cua")
		var rows []string
		for _, code := range []string{"05", "07", "09", "10"} {
			rows = append(rows, strings.Split(cells(t, form, code), " ")[0])
		}
		found := checkPosts(yearAwards(&plan.Report{}, law(t), []*Outcome{o}))
		persons := ""
		if len(found) == 1 && found[0].Level == diag.Warning {
			persons = found[0].Message[:2]
		}
		if got := strings.Join(rows, "/"); got != tt.rows || persons != tt.persons {
			t.Errorf("%s: %s, want %s; %v", tt.name, got, tt.rows, found)
		}
	}
	if got := strings.TrimSpace(cells(t, theForm(t, yearForms(&plan.Report{}, law(t)), "0601"), "01")); got != "" {
		t.Errorf("nobody said which movements there were: %q", got)
	}
}

// TestFormPeriod: the forms run from 01/12 to 30/11, and their circular may be replaced.
func TestFormPeriod(t *testing.T) {
	for name, tt := range map[string]struct {
		period *plan.Period
		want   []string
	}{
		"of the forms":     {&plan.Period{From: day(2025, 12, 1), To: day(2026, 11, 30)}, []string{ruleUnverified}},
		"begins late":      {&plan.Period{From: day(2025, 12, 2), To: day(2026, 11, 30)}, []string{ruleUnverified, ruleid.Report}},
		"ends late":        {&plan.Period{From: day(2025, 12, 1), To: day(2026, 12, 1)}, []string{ruleUnverified, ruleid.Report}},
		"the year":         {&plan.Period{From: plan.Date{Year: 2026}}, []string{ruleUnverified, ruleid.Report}},
		"before the forms": {&plan.Period{From: day(2022, 12, 1), To: day(2023, 5, 9)}, []string{ruleid.Report}},
		"none":             {nil, nil},
	} {
		if got := rules(checkFigures(&plan.Report{Period: tt.period}, law(t)), diag.Warning); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}
