package plan

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/internal/record"
)

// TestValues: what values of the model refuse, at which keys, and the next value that they take.
func TestValues(t *testing.T) {
	on := func(y, m, d int) Date { return Date{Year: y, Month: m, Day: d} }
	for _, tt := range []struct {
		value any
		want  string // the keys at which something is found that is not missing
	}{
		{&RatingCondition{Years: 100}, ""}, {&RatingCondition{Years: 101}, "years"}, {&RatingCondition{Years: -1}, "years"},
		{&RatingCondition{Within: 100}, ""}, {&RatingCondition{Within: 101}, "within"},
		{&RatingCondition{Years: 1, Within: 1}, "within"},
		{&HeldCondition{Times: 100, Years: 100}, ""}, {&HeldCondition{Times: 101, Years: 101}, "times years"},
		{&MembersCondition{With: "LDTT", Percent: 100}, ""}, {&MembersCondition{With: "LDTT", Percent: 101}, "percent"},
		{&MembersCondition{With: "LDTT", Count: 1_000_000}, ""}, {&MembersCondition{With: "LDTT", Count: 1_000_001}, "count"},
		{&InitiativeCondition{Count: 100, Years: 100}, ""}, {&InitiativeCondition{Count: 101, Years: 101}, "count years"},
		{&StatedBonus{Multiplier: 1, Amount: 1}, ""}, {&StatedBonus{Money: "none", Basis: "Nghị quyết"}, ""},
		{&StatedBonus{Money: "none", Multiplier: 1}, "money"}, {&StatedBonus{Money: "none", Amount: 1}, "money"},
		{&Quota{Percent: 100, Of: "LDTT"}, ""}, {&Quota{Most: 1_000_000}, ""}, {&Quota{Most: 1_000_001}, "most"},
		{&Quota{Percent: 101, Of: "LDTT"}, "percent"}, {&Quota{Percent: 1}, "of"}, {&Quota{Of: "LDTT"}, "of"},
		{&AwardOfficer{BirthYear: 1985, Since: 1985}, ""}, {&AwardOfficer{BirthYear: 1985, Since: 1984}, "since"},
		{&AwardOfficer{BirthYear: 1985}, ""}, {&AwardOfficer{Since: 2019}, ""},
		{&AwardOfficer{BirthYear: 1849, Since: 2201}, "birth_year since"}, {&AwardOfficer{BirthYear: 1850, Since: 2200}, ""},
		{&Members{Total: 9, Completed: 9, Disciplined: 9, Awards: []MemberAward{{Count: 9}}}, ""},
		{&Members{Total: 9, Completed: 10, Disciplined: 10, Awards: []MemberAward{{Count: 10}}}, "completed disciplined awards[0].count"},
		{&Ballots{Issued: 9, Returned: 9, Valid: 8, Invalid: 1}, ""}, {&Ballots{Issued: 9, Returned: 9, Valid: 8}, "valid"},
		{&Ballots{Issued: 9, Returned: 9}, ""}, {&Ballots{Issued: 9, Returned: 9, Invalid: 8}, "valid"},
		{&Ballots{Issued: 8, Returned: 9}, "returned"},
		{&Copy{Form: extractForm, Register: 1}, ""}, {&Copy{Form: extractForm, Register: 1, Excerpt: "x"}, "register"},
		{&Copy{Register: 1}, "register"}, {&Copy{Excerpt: "x"}, ""},
		{&Copy{Form: extractForm, Register: 10_000_001}, "register"}, {&Copy{Form: extractForm, Register: 10_000_000}, ""},
		{&Enclosure{Annex: 1000, Date: on(2026, 3, 15)}, ""}, {&Enclosure{Annex: 1001, Date: on(2026, 3, 0)}, "annex date"},
		{&LeavePermit{From: on(2026, 3, 15), To: on(2026, 3, 15)}, ""}, {&LeavePermit{From: on(2026, 3, 15)}, ""},
		{&LeavePermit{From: on(2026, 3, 15), To: on(2026, 3, 14)}, "to"}, {&LeavePermit{From: on(2026, 3, 0)}, "from"},
		{&Introduction{ValidUntil: on(2026, 3, 0)}, "valid_until"}, {&Introduction{ValidUntil: on(2026, 3, 1)}, ""},
		{&Period{From: on(2026, 3, 15), To: on(2026, 3, 0)}, ""}, {&Period{From: on(2026, 4, 1), To: on(2026, 3, 0)}, "to"},
		{&Period{SchoolYear: "2025-2026"}, ""}, {&Period{SchoolYear: "2025-2027"}, "school_year"}, {&Period{SchoolYear: "1849-1850"},
			"school_year"},
		{&Period{SchoolYear: "2025-2026", To: on(2026, 3, 15)}, "to"},
		{&CertificateLayout{Right: "-100", Down: "100"}, ""}, {&CertificateLayout{Right: "-100,1", Down: "100,1"}, "right down"},
		{&CertificateSpot{X: "420", Y: "0", Width: "420", Height: "420", Size: "200"}, ""},
		{&CertificateSpot{Size: "1"}, ""}, {&CertificateSpot{Size: "0,9"}, "size"}, {&CertificateSpot{Size: "0"}, "size"},
		{&CertificateSpot{X: "420,1", Y: "-1", Width: "420,01", Height: "421", Size: "200,1"}, "x y width height size"},
		{&CertificateSpot{Hidden: true}, ""}, {&CertificateSpot{Shown: true}, ""}, {&CertificateSpot{Hidden: true, Shown: true}, "shown"},
		{&Column{Width: 1000, Share: 1000}, ""}, {&Column{Width: -1, Share: 1001}, "width share"},
		{&Cell{Columns: 1000, Rows: 1000}, ""}, {&Cell{Columns: -1, Rows: 1001}, "columns rows"},
		{&Votes{For: 10_000, Against: 10_000, Abstain: 10_000, Other: 10_000}, ""},
		{&Votes{For: 10_001, Against: -1, Abstain: 10_001, Other: 10_001}, "for against abstain other"},
		{&Session{Present: 10_001, Written: 10_001}, "present written"}, {&Certificates{First: 10_000_001}, "first"},
		{&AwardBodies{Departments: 100_000, Sections: 100_000, Boards: 100_000, Divisions: 100_000}, ""},
		{&AwardBodies{Departments: -1, Sections: -1, Boards: 100_001, Divisions: 100_001}, "departments sections boards divisions"},
		{&AwardCount{Collectives: 10_000_001, Individuals: -1, Households: -1, Leaders: -1, Others: -1},
			"collectives individuals households leaders others"},
		{&AwardCount{Occasions: []OccasionCount{{Occasion: Merit, Count: 10_000_000}, {Occasion: Merit, Count: 10_000_001}}},
			"occasions[1].count"},
		{&Decision{Articles: []Article{{Executes: true}, {}}}, ""},
		{&Decision{Articles: []Article{{Executes: true}, {}, {Executes: true}}}, "articles[2].executes"},
		{&Attachment{}, ""}, {&Attachment{Kind: "Điều lệ"}, ""}, {&Attachment{Kind: "quy-che"}, ""}, {&Attachment{Kind: "quy-chee"},
			"kind"},
		{&EarlierAward{BirthYear: 1850}, ""}, {&EarlierAward{BirthYear: 2201}, "birth_year"},
		{&AwardDecision{LocalBasis: "x", Proposal: "y", Year: 2026}, ""}, {&AwardDecision{Year: 1}, "year"},
		{&AwardDecision{LocalBasis: "x", Proposal: "y", Header: Header{LegalBases: []LegalBasis{{Text: "Căn cứ"}}}},
			"local_basis proposal"},
	} {
		var keys []string
		for _, d := range record.Validate(tt.value, nil) {
			if d.Rule != ruleMissing {
				keys = append(keys, d.Pos.Path)
			}
		}
		want := strings.Fields(tt.want)
		slices.Sort(want)
		if !slices.Equal(keys, want) {
			t.Errorf("%+v: found at %q, want %q", tt.value, keys, want)
		}
	}
}

// TestIsZero: what has any of its fields is not empty.
func TestIsZero(t *testing.T) {
	for _, v := range []interface{ IsZero() bool }{new(Item), new(CriteriaGroup), new(Date), new(Deadline), new(Fraction)} {
		if !v.IsZero() {
			t.Errorf("an empty %T is not", v)
		}
		for i := range reflect.TypeOf(v).Elem().NumField() {
			p := reflect.New(reflect.TypeOf(v).Elem())
			switch f := p.Elem().Field(i); f.Kind() {
			case reflect.String:
				f.SetString("x")
			case reflect.Int, reflect.Int64:
				f.SetInt(1)
			case reflect.Slice:
				f.Set(reflect.MakeSlice(f.Type(), 1, 1))
			case reflect.Struct:
				f.Field(0).SetInt(1)
			}
			if p.Interface().(interface{ IsZero() bool }).IsZero() {
				t.Errorf("a %T with %s alone counts as empty", v, p.Elem().Type().Field(i).Name)
			}
		}
	}
}

// TestHeadings: titles of items and sections, their own or those of what they hold.
func TestHeadings(t *testing.T) {
	for _, tt := range []struct {
		it   Item
		want string
	}{{Item{}, "Mục đích"}, {Item{Text: "x"}, "Mục đích:"}, {Item{Title: "Riêng"}, "Riêng"}, {Item{Title: "Riêng", Text: "x"}, "Riêng"}} {
		if got := tt.it.Heading("Mục đích"); got != tt.want {
			t.Errorf("%+v: %s", tt.it, got)
		}
	}
	for _, tt := range []struct {
		s    PlanSection
		want string
	}{
		{PlanSection{}, ""}, {PlanSection{Title: "Riêng", Purposes: new(Purposes)}, "Riêng"}, {PlanSection{Purposes: new(Purposes)},
			titlePurposes},
		{PlanSection{Goals: new(Goals)}, titleGoals}, {PlanSection{Scope: new(Scope)}, titleScope}, {PlanSection{Tasks: make([]Task, 1)},
			titleTasks},
		{PlanSection{Criteria: new(Criteria)}, titleCriteria}, {PlanSection{Assignments: make([]Assignment, 1)}, titleAssignments},
		{PlanSection{Funding: "x"}, titleFunding},
	} {
		if got := tt.s.Heading(); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.s, got, tt.want)
		}
	}
	p := &Plan{Sections: []PlanSection{{}, {Criteria: &Criteria{General: CriteriaGroup{Criteria: make([]Criterion, 2)}}}}}
	if n := len(p.AllCriteria()); n != 2 {
		t.Errorf("%d criteria", n)
	}
}
