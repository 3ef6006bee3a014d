package award

import (
	"testing"

	"github.com/vanban-go/vanban/plan"
)

// TestCards: one number of a card is of one person, and whole.
func TestCards(t *testing.T) {
	said := saidBeside(check(sound(), nil, law(t)))
	for _, tt := range []struct {
		name  string
		is    func(a, b *plan.Nominee) // a is of 1969, b another person of 1985
		finds bool
	}{
		{"one each", func(a, b *plan.Nominee) { a.Identity, b.Identity = "038069001234", "038085001234" }, false},
		{"one of two", func(a, b *plan.Nominee) { a.Identity, b.Identity = "038069001234", "038 069 001.234" }, true},
		{"a lost zero", func(a, b *plan.Nominee) { b.Identity = "38069001234" }, true},
		{"an old card", func(a, b *plan.Nominee) { b.Identity = "171234567" }, false},
		{"a passport", func(a, b *plan.Nominee) { b.Identity = "C1234567" }, false},
		{"one person twice", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			b.Name, b.BirthYear = "Bà "+a.Name, a.BirthYear
		}, false},
		{"one person, two numbers", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001235"
			b.Name, b.BirthYear = a.Name, a.BirthYear
		}, true},
		{"one person, once", func(a, b *plan.Nominee) {
			b.Identity, b.Name, b.BirthYear = "038069001235", a.Name, a.BirthYear
		}, false},
		{"two of one name", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			b.Name = a.Name
		}, true},
		{"a person and her household", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			b.Kind, b.Name, b.BirthYear = plan.Household, a.Name, 0
		}, false},
		{"who stands for a collective", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			b.Kind, b.Honorific, b.Name, b.BirthYear = plan.Collective, "", "Thôn 7", 0
		}, false},
		{"a household with a word before its name", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			a.Honorific, a.Name = "", "Vừ A Dơ"
			b.Kind, b.Honorific, b.Name, b.BirthYear = plan.Household, "", "Hộ ông Vừ A Dơ", 0
		}, false},
		{"a person with a word before the name", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			a.Honorific, a.Name = "", "Vừ A Dơ"
			b.Honorific, b.Name, b.BirthYear = "", "Ông Vừ A Dơ", a.BirthYear
		}, false},
		{"a household of two", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			a.Honorific, a.Name = "", "Lê Văn A"
			b.Kind, b.Honorific, b.Name, b.BirthYear = plan.Household, "", "Hộ gia đình ông LÊ VĂN A và bà Trần Thị B", 0
		}, false},
		{"another household of two", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			b.Kind, b.Honorific, b.Name, b.BirthYear = plan.Household, "", "Hộ gia đình ông Lê Văn A và bà Trần Thị B", 0
		}, true},
		{"a slip that was cancelled", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001234"
			a.Cancelled = &plan.Cancellation{Reason: "sai tên"}
			b.Name, b.BirthYear = a.Name+"i", a.BirthYear
		}, false},
		{"the number that was cancelled", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "038069001234", "038069001235"
			a.Cancelled = &plan.Cancellation{Reason: "sai số định danh"}
			b.Name, b.BirthYear = a.Name, a.BirthYear
		}, false},
		{"an old card and a new one", func(a, b *plan.Nominee) {
			a.Identity, b.Identity = "171234567", "038069001234"
			b.Name, b.BirthYear = a.Name, a.BirthYear
		}, true},
	} {
		s := sound()
		n := another(s.Nominees[0], "Lê Thị Mai", 1985)
		n.Achievement = "Việc khác"
		tt.is(&s.Nominees[0], &n)
		s.Nominees = append(s.Nominees, n)
		out, found := check(s, nil, law(t))
		said.add(tt.name, out, found)
		got := false
		for _, f := range found {
			got = got || f.Rule == ruleCard
		}
		if got != tt.finds {
			t.Errorf("%s: %v", tt.name, found)
		}
	}
	said.hold(t, "cards")
}
