package plan

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/plan/diag"
)

// said are the findings of a value's own rules: their paths and rules.
func said(validate func(path string, found *diag.List)) string {
	var found diag.List
	validate("", &found)
	var all []string
	for _, d := range found {
		all = append(all, d.Pos.Path+" "+d.Rule)
	}
	return strings.Join(all, "; ")
}

// TestFractions: shares as they are read, written and reached.
func TestFractions(t *testing.T) {
	for text, want := range map[string]Fraction{
		"2/3": {2, 3}, " 1 / 2 ": {1, 2}, "80%": {80, 100}, "0/1": {0, 1}, "3/3": {3, 3}, "1/10000": {1, 10_000}, "0%": {0, 100},
		"100%":    {100, 100},
		"1/10001": {}, "4/3": {}, "-1/3": {}, "1/0": {}, "0/0": {}, "x/3": {}, "2/x": {}, "2": {}, "": {}, "101%": {}, "2/3%": {}, "%": {},
		"1/-2": {},
	} {
		var f Fraction
		err := f.UnmarshalText([]byte(text))
		if f != want || (err != nil) != (want == Fraction{}) {
			t.Errorf("%q is %v, %v", text, f, err)
		}
		var again Fraction
		if b, _ := f.MarshalText(); err == nil && (again.UnmarshalText(b) != nil || again != f) {
			t.Errorf("%q is written %s", text, b)
		}
	}
	for _, tt := range []struct {
		f               Fraction
		n, total        int
		reached, beyond bool
	}{
		{Fraction{1, 2}, 5, 10, true, false}, {Fraction{1, 2}, 6, 10, true, true}, {Fraction{1, 2}, 4, 10, false, false},
		{Fraction{2, 3}, 6, 9, true, false}, {Fraction{2, 3}, 7, 10, true, true}, {Fraction{}, 0, 5, true, false},
	} {
		if tt.f.Reached(tt.n, tt.total, false) != tt.reached || tt.f.Reached(tt.n, tt.total, true) != tt.beyond {
			t.Errorf("%d of %d reach %v: %v, %v", tt.n, tt.total, tt.f, !tt.reached, !tt.beyond)
		}
	}
}

// TestMoneyEdges: figures and products at the bounds of what is counted.
func TestMoneyEdges(t *testing.T) {
	for text, want := range map[string]Multiplier{
		"123456": 12_345_600, "1234567": -1, "1.x": -1, "1,a": -1, "1.": 100, "1.50": 150, "1.500": 150, "1.501": -1, ".5": -1, "0": 0,
		"1.5.0": -1,
		"":      -1, "-1": -1,
	} {
		if x, err := parseMultiplier(text); err == nil && x != want || (err != nil) != (want < 0) {
			t.Errorf("%q: %d, %v, want %d", text, x, err, want)
		}
	}
	for _, tt := range []struct {
		m    Money
		x    Multiplier
		r    Rounding
		unit Money
		want Money // -1: refused
	}{
		{1, 100, roundUp, 1 << 55, 1 << 55}, {1, 100, roundUp, 1<<55 + 1, -1}, {math.MaxInt64, 2, roundUp, 1, -1},
		{math.MaxInt64, 3, roundUp, 1, -1},
		{702_000, 100, roundUp, 10_000, 710_000}, {702_000, 100, roundNearest, 10_000, 700_000}, {705_000, 100, roundNearest, 10_000, 710_000},
		{702_001, 100, roundNone, 10_000, 702_001}, {150, 1, roundNone, 1, 2}, {149, 1, roundNone, 1, 1}, {0, 0, "", 0, 0}, {-1, 1, "", 1, -1},
		{1, -1, "", 1, -1}, {700_000, 100, "", 10_000, 700_000}, {700_001, 100, "", 10_000, 710_000}, {5, 100, "", -3, 5}, {5, 100, "x", 1, -1},
	} {
		got, err := tt.m.Times(tt.x, tt.r, tt.unit)
		if err == nil && got != tt.want || (err != nil) != (tt.want < 0) {
			t.Errorf("%d times %d, %s to %d: %d, %v, want %d", tt.m, tt.x, tt.r, tt.unit, got, err, tt.want)
		}
	}
}

// TestTimeEdges: dates at the bounds of years and months.
func TestTimeEdges(t *testing.T) {
	for d, want := range map[Date]bool{
		{2026, 12, 31}: true, {2026, 13, 1}: false, {9999, 12, 31}: true, {10_000, 1, 1}: false, {2026, 2, 28}: true, {2026, 2, 29}: false,
		{2026, 2, 0}: false, {1, 1, 2}: true,
	} {
		if at, ok := d.Time(nil); ok != want || ok && DateOf(at) != d {
			t.Errorf("%v: %v, %v", d, at, ok)
		}
	}
	for year, want := range map[int]Date{0: {}, 1: {1, 2, 3}, 9999: {9999, 2, 3}, 10_000: {}} {
		if got := DateOf(time.Date(year, 2, 3, 0, 0, 0, 0, time.UTC)); got != want {
			t.Errorf("year %d: %v", year, got)
		}
	}
	for school, want := range map[string]string{
		"2025-2026": "năm học 2025 - 2026", "x-1": "", "9223372036854775806-99999999999999999999": "", "2025-x": "", "2025": "", "-1-0": "",
	} {
		if got := (&Period{SchoolYear: school}).Term(); got != want {
			t.Errorf("%s: %q, want %q", school, got, want)
		}
	}
}

// TestNames: honorifics and the word for a household that were typed in a name.
func TestNames(t *testing.T) {
	for _, tt := range []struct {
		a          Awardee
		bare, full string
		hint       string
	}{
		{Awardee{Kind: Individual, Name: "Nguyễn Thị Hoa", Honorific: "Bà"}, "Nguyễn Thị Hoa", "Bà Nguyễn Thị Hoa", ""},
		{Awardee{Kind: Individual, Name: "Bà Nguyễn Thị Hoa", Honorific: "Bà"}, "Nguyễn Thị Hoa", "Bà Nguyễn Thị Hoa", "name text.own-word"},
		{Awardee{Kind: Individual, Name: "Bà Hoa", Honorific: "Bà"}, "Bà Hoa", "Bà Bà Hoa", ""},
		{Awardee{Kind: Individual, Name: "Bà Nguyễn Thị Hoa"}, "Nguyễn Thị Hoa", "Bà Nguyễn Thị Hoa", ""},
		{Awardee{Kind: Household, Name: "Nguyễn Văn An", Honorific: "Ông"}, "Nguyễn Văn An", "Hộ gia đình ông Nguyễn Văn An", ""},
		{Awardee{Kind: Household, Name: "Hộ ông Lê Văn Chín"}, "Lê Văn Chín", "Hộ ông Lê Văn Chín", ""},
		{Awardee{Kind: Household, Name: "Hộ Lê Văn Chín", Honorific: "Ông"}, "Lê Văn Chín", "Hộ gia đình ông Lê Văn Chín", "name text.own-word"},
		{Awardee{Kind: Household, Name: "Hộ"}, "Hộ", "Hộ gia đình Hộ", ""},
		{Awardee{Kind: Household, Name: "Lê Văn Chín"}, "Lê Văn Chín", "Hộ gia đình Lê Văn Chín", ""},
		{Awardee{Kind: Collective, Name: "Hộ sinh xã"}, "Hộ sinh xã", "Hộ sinh xã", ""},
		{Awardee{Kind: Collective, Name: "Nguyễn Văn An"}, "Nguyễn Văn An", "Nguyễn Văn An", "name plan.name-kind"},
		{Awardee{Kind: Collective, Name: "Đoàn Thị Điểm"}, "Đoàn Thị Điểm", "Đoàn Thị Điểm", "name plan.name-kind"},
		{Awardee{Kind: Collective, Name: "Đoàn Văn công tỉnh"}, "Đoàn Văn công tỉnh", "Đoàn Văn công tỉnh", ""},
		{Awardee{Kind: Collective, Name: "Phòng Văn Hóa"}, "Phòng Văn Hóa", "Phòng Văn Hóa", ""},
		{Awardee{Kind: Collective, Name: "Trần Hưng Đạo"}, "Trần Hưng Đạo", "Trần Hưng Đạo", ""},
		{Awardee{Kind: Individual, Name: "Ông Nhật Minh Anh"}, "Ông Nhật Minh Anh", "Ông Nhật Minh Anh", "name text.own-word"},
		{Awardee{Kind: Individual, Name: "Ông Nhật Minh Anh", Honorific: "Bà"}, "Ông Nhật Minh Anh", "Bà Ông Nhật Minh Anh", ""},
		{Awardee{Kind: Collective, Name: "Ông Nhật Minh Anh"}, "Ông Nhật Minh Anh", "Ông Nhật Minh Anh", ""},
		{Awardee{Kind: Collective, Name: "Hà Văn"}, "Hà Văn", "Hà Văn", ""},
		{Awardee{Kind: Household, Name: "Nguyễn Văn An"}, "Nguyễn Văn An", "Hộ gia đình Nguyễn Văn An", ""},
	} {
		if bare, full := tt.a.BareName(), tt.a.FullName(); bare != tt.bare || full != tt.full {
			t.Errorf("%s: %q, %q, want %q, %q", tt.a.Name, bare, full, tt.bare, tt.full)
		}
		if got := said(tt.a.checkName); got != tt.hint {
			t.Errorf("%s: %s, want %s", tt.a.Name, got, tt.hint)
		}
	}
	for _, tt := range []struct{ name, address, bare, hint string }{
		{"Ông Lê Tám", "Ông", "Lê Tám", "name text.own-word"}, {"Ông Ích Khiêm", "", "Ông Ích Khiêm", ""},
		{"Bà Ích Khiêm", "Bà", "Ích Khiêm", "name text.own-word"},
		{"Ông Lê", "", "Ông Lê", ""}, {"Đồng chí: Lê Tám", "Đồng chí", "Lê Tám", "name text.own-word"}, {"Lê Tám", "", "Lê Tám", ""},
		{"ÔNG NGUYỄN TÁM", "ÔNG", "NGUYỄN TÁM", "name text.own-word"},
		{"Ô. Cầm Văn Tám", "Ông", "Cầm Văn Tám", "name text.own-word"}, {"B.Lê Thị Ba", "Bà", "Lê Thị Ba", "name text.own-word"},
		{"B Lê Thị Ba", "Bà", "Lê Thị Ba", "name text.own-word"}, {"Ô Đèo Văn Tám", "", "Ô Đèo Văn Tám", ""}, {"Ô Cầm Tám", "Ông", "Cầm Tám", "name text.own-word"}, {"B. Lan", "", "B. Lan", ""},
		{"Ông. Ích Khiêm", "", "Ông. Ích Khiêm", ""},
		{"Ông Nhật Minh Anh", "", "Ông Nhật Minh Anh", "name text.own-word"}, {"Ông Thị Kim Liên", "", "Ông Thị Kim Liên", ""},
		{"Lê Nhật Minh Anh", "", "Lê Nhật Minh Anh", ""}, {"Ông Nhật Anh", "", "Ông Nhật Anh", ""}, {"ông Nhật Minh Anh", "", "ông Nhật Minh Anh", ""},
	} {
		p := &Person{Name: tt.name}
		if p.Address() != tt.address || p.BareName() != tt.bare || said(p.Validate) != tt.hint {
			t.Errorf("%s: %q, %q, %s", tt.name, p.Address(), p.BareName(), said(p.Validate))
		}
	}
	for _, tt := range []struct{ title, before, want string }{
		{"KT. Chủ tịch", "", "Chủ tịch"}, {"Chủ tịch", "", "Chủ tịch"}, {"KT.", "", "KT."},
		{"KT. Chủ tịch Phó Chủ tịch", "Chủ tịch", "Phó Chủ tịch"},
		{"KT. Chủ tịch", "Chủ tịch", "Chủ tịch"}, {"KT. Phó Chủ tịch", "Chủ tịch", "Phó Chủ tịch"},
	} {
		if got := behind(tt.title, signKT, tt.before); got != tt.want {
			t.Errorf("%q behind KT and %q: %q, want %q", tt.title, tt.before, got, tt.want)
		}
	}
	var none *Awardee
	if none.AsAmended() != nil {
		t.Error("nobody is amended")
	}
	a := &Awardee{Name: "A", BirthYear: 1970}
	if a.AsAmended() != a {
		t.Error("nothing is amended")
	}
	a.Amended = &Amendment{BirthYear: 1971, Role: "Trưởng thôn"}
	if now := a.AsAmended(); now.Name != "A" || now.BirthYear != 1971 || now.Role != "Trưởng thôn" || a.BirthYear != 1970 {
		t.Errorf("%+v", now)
	}
}

// TestDossierOfKinds: what is told of a person and of a collective stays apart.
func TestDossierOfKinds(t *testing.T) {
	for _, tt := range []struct {
		n    Nominee
		want string
	}{
		{Nominee{Awardee: Awardee{Kind: Individual}, Biography: &Biography{}}, ""},
		{Nominee{Awardee: Awardee{Kind: Collective}, Biography: &Biography{}}, "biography plan.conflict"},
		{Nominee{Awardee: Awardee{Kind: Collective}, Organisation: &Organisation{}}, ""},
		{Nominee{Awardee: Awardee{Kind: Household}, Organisation: &Organisation{}}, "organisation plan.conflict"},
		{Nominee{}, ""},
	} {
		if got := said(tt.n.Validate); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.n.Kind, got, tt.want)
		}
	}
}

// TestUpward: further submissions to the level above, and their numbers.
func TestUpward(t *testing.T) {
	one := func(number, symbol string, year int) Submission {
		return Submission{Number: number, Symbol: symbol, Date: Date{Year: year}}
	}
	first := one("5", "TTr-UBND", 2026)
	for _, tt := range []struct {
		name string
		s    Season
		want string
	}{
		{"none", Season{}, ""},
		{"the first alone", Season{Upward: &first}, ""},
		{"without the first", Season{UpwardMore: []Submission{one("6", "", 0)}}, "upward_more plan.conflict"},
		{"one number twice", Season{Upward: &first, UpwardMore: []Submission{one("05", "", 0)}}, "upward_more[0].number plan.conflict"},
		{"of another symbol", Season{Upward: &first, UpwardMore: []Submission{one("5", "TTr-HĐ", 0)}}, ""},
		{"of another year", Season{Upward: &first, UpwardMore: []Submission{one("5", "", 2027)}}, ""},
		{"of the season's year", Season{Year: 2026, Upward: &Submission{Number: "5"}, UpwardMore: []Submission{one("5", "", 2026)}},
			"upward_more[0].number plan.conflict"},
		{"without numbers", Season{Upward: &Submission{}, UpwardMore: []Submission{{}, {}}}, ""},
		{"the third like the second", Season{Upward: &first, UpwardMore: []Submission{one("6", "", 0), one("6", "", 0)}},
			"upward_more[1].number plan.conflict"},
	} {
		if got := said(tt.s.validateUpward); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	s := &Season{Issuer: Issuer{Abbreviation: "UBND"}, Upward: &Submission{Number: "5", Unit: "A", Date: Date{2026, 1, 2},
		Addressees: []string{"B"}},
		UpwardMore: []Submission{{Number: "6", Unit: "C"}}}
	for n, want := range []string{"5 TTr-UBND A B 2026-01-02", "6 TTr-UBND C B 2026-01-02", " TTr-UBND A B 2026-01-02"} {
		got := s.UpwardOf(n)
		if text := strings.Join([]string{got.Number, got.Symbol, got.Unit, strings.Join(got.Addressees, ","), got.Date.String()},
			" "); text != want {
			t.Errorf("submission %d: %s, want %s", n, text, want)
		}
	}
	if (&Season{}).UpwardOf(0) != nil {
		t.Error("a submission of none")
	}
}

// TestIndicatorEdges: shares and plans that there are not, and plans that are just reached.
func TestIndicatorEdges(t *testing.T) {
	for _, tt := range []struct {
		planned, done   Number
		better          string
		percent         int64 // -1: none
		reached, lacked bool  // in either direction; both false: not known
	}{
		{"10", "10", "", 10_000, true, true}, {"10", "9", "", 9_000, false, true}, {"10", "11", "", 11_000, true, false},
		{"10", "0", "", 0, false, true},
		{"10", "-1", "", -1, false, true}, {"10", "", "", -1, false, false}, {"", "10", "", -1, false, false}, {"0", "0", "", -1, true, true},
		{"-5", "5", "", -1, true, false},
	} {
		in := &Indicator{Planned: tt.planned, Done: tt.done}
		percent, ok := in.Percent()
		if ok != (tt.percent >= 0) || ok && percent != tt.percent {
			t.Errorf("%s of %s: %d, %v", tt.done, tt.planned, percent, ok)
		}
		reached, known := in.Reached()
		in.Better = lowerBetter
		lacked, _ := in.Reached()
		if reached != tt.reached || lacked != tt.lacked || known != (tt.planned != "" && tt.done != "") {
			t.Errorf("%s of %s: %v, %v, %v", tt.done, tt.planned, reached, lacked, known)
		}
	}
	for _, tt := range []struct {
		s    ReportSection
		want string
	}{
		{ReportSection{}, ""}, {ReportSection{Title: "A", Indicators: make([]Indicator, 1)}, "A"},
		{ReportSection{Indicators: make([]Indicator, 1)}, titleIndicators},
		{ReportSection{Targets: make([]TargetResult, 1)}, titleResults}, {ReportSection{Movements: make([]Movement, 1)}, titleMovements},
		{ReportSection{Awards: &AwardReport{}}, titleAwards}, {ReportSection{Fund: &FundReport{}}, titleFund},
	} {
		if got := tt.s.Heading(); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// TestKeptAt: the places where a paper is kept, each once, also where they stand among those who get it.
func TestKeptAt(t *testing.T) {
	for _, tt := range []struct {
		d    Distribution
		want []string
	}{
		{Distribution{FileCopy: []string{"VT", "vt", "Lưu: HS;"}}, []string{"VT", "HS"}},
		{Distribution{To: []Prose{"Như trên", "Lưu: VT, VX."}}, []string{"VT", "VX"}},
		{Distribution{FileCopy: []string{"VT"}, To: []Prose{"Lưu VT, , B.C.D."}}, []string{"VT", "B.C.D."}},
		{Distribution{FileCopy: []string{"Lưu:", " "}, To: []Prose{"Lưu:"}}, nil},
		{Distribution{}, nil},
	} {
		if got := tt.d.KeptAt(); !slices.Equal(got, tt.want) {
			t.Errorf("%+v: %q, want %q", tt.d, got, tt.want)
		}
	}
	for number, want := range map[string]string{
		"": "", "05": "", "05a": "", "12-2": "", "Số 05": "number text.own-word", "Số": "number plan.bad-value",
		"05/QĐ":    "number plan.bad-value",
		"Số 05/QĐ": "number plan.bad-value", "“05”": "number plan.bad-value",
	} {
		var found diag.List
		checkNumber(&found, "", number)
		if got := said(func(_ string, all *diag.List) { *all = found }); got != want {
			t.Errorf("%q: %s, want %s", number, got, want)
		}
	}
}

// TestYearsMeant: which figures behind the word are a year, and what stands before it.
func TestYearsMeant(t *testing.T) {
	for text, want := range map[string][]int{
		"năm 2026": {2026}, "năm 20260": nil, "năm 2026/7": {2026}, "năm 2026:": {2026}, "năm 1000": {1000},
		"năm 0999": nil, "năm 2999": {2999}, "năm 3000": nil,
		"năm 20259": nil, "năm 20250": nil, "năm2026": nil, "năm 202": nil, "năm học 2026": nil, "năm 2025 và năm 2026": {2025, 2026},
		"năm: 2026": {2026},
		"năm -202":  nil, "năm": nil,
	} {
		var got []int
		for _, y := range yearsIn(text) {
			got = append(got, y.year)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"sinh năm 1970": true, "Ông Lê Tám, sinh năm 1970": true, "học sinh năm 2026": false, "vệ sinh năm 2026": false, "Sinh năm 1970": true,
		"sinh hoạt năm 2026": false, "tuyển sinh\nnăm 2026": false, "xsinh năm 2026": false, "năm 2026": false,
	} {
		if ys := yearsIn(text); len(ys) != 1 || ys[0].born() != want {
			t.Errorf("%q of a birth: %v", text, !want)
		}
	}
	long := strings.Repeat("x", 60)
	for text, want := range map[string]string{
		"khen thưởng phong trào thi đua năm 2026": "phong trào thi đua", "thi đua năm 2026": "", "một hai ba bốn năm 2026": "một hai ba bốn",
		long + " hai ba bốn năm 2026": long + " hai ba bốn", long + " mười một hai mười ba bốn năm 2026": "hai mười ba bốn",
		"a " + strings.Repeat("x", 72) + " b c năm 2026": "a " + strings.Repeat("x", 72) + " b c",
		"a " + strings.Repeat("x", 73) + " b c năm 2026": "",
	} {
		y := yearsIn(text)[0]
		if words, four := y.last(); four != (want != "") || four && strings.Join(words, " ") != want || y.isLedAs(y) != four {
			t.Errorf("%q leads with %q, %t, want %q", text, words, four, want)
		}
	}
	led := func(a, b string) bool { return yearsIn(a + " năm 2026")[0].isLedAs(yearsIn(b + " năm 2025")[0]) }
	if !led("một hai ba bốn", "Không MỘT hai  ba Bốn") || led("hai ba bốn", "hai ba bốn") || led("một hai ba bốn", "hai ba bốn") ||
		led("một hai ba bốn", "một hai ba năm") {
		t.Error("what stands before two years is not compared by its last four words")
	}
}
