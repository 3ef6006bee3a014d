package season

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestBareBasis: opening words that an office wrote too stand once, unless they are all that it wrote.
func TestBareBasis(t *testing.T) {
	for _, tt := range []struct{ opening, text, want string }{
		{"Căn cứ", "Quyết định số 5.", "Quyết định số 5"}, {"Căn cứ", "căn cứ Quyết định số 5;", "Quyết định số 5"}, {"Căn cứ", "Căn cứ", "Căn cứ"},
		{"Theo đề nghị của", "Trưởng phòng", "Trưởng phòng"},
	} {
		if got := bareBasis(tt.opening, tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
	d := &dossier{}
	for _, tt := range [][3]string{{"Quê quán", "xã A", "\\- Quê quán: xã A"}, {"Quê quán", "Quê quán: xã A", "\\- Quê quán: xã A"},
		{"Quê quán", "Quê quán", "\\- Quê quán: Quê quán"}, {"Quê quán", "", "\\- Quê quán: [](_line)"}} {
		if got := string(d.entry(tt[0], tt[1]).Body); got != tt[2] {
			t.Errorf("%q: %q, want %q", tt[1], got, tt[2])
		}
	}
}

// someOf is an outcome with n awarded persons.
func someOf(n int) *award.Outcome {
	list := award.List{Recipient: plan.Individual}
	for range n {
		list.Results = append(list.Results, &award.Result{Nominee: &plan.Nominee{}})
	}
	return &award.Outcome{Lists: []award.List{list}}
}

// TestNamedInArticle: a decision names two or three in its first article, others as it says.
func TestNamedInArticle(t *testing.T) {
	for _, tt := range []struct {
		n       int
		list    string
		columns int
		want    bool
	}{
		{1, "", 0, false}, {2, "", 0, true}, {3, "", 0, true}, {4, "", 0, false}, {3, "", 1, false}, {3, "annex", 0, false},
		{4, "article", 0, true}, {4, "article", 1, true}, {1, "article", 0, false},
	} {
		y := &maker{s: &plan.Season{Decision: &plan.Ruling{RulingText: plan.RulingText{List: tt.list}}, Columns: make([]plan.OwnColumn, tt.columns)}, out: someOf(tt.n)}
		if got := y.inline(); got != tt.want {
			t.Errorf("%+v: %t", tt, got)
		}
	}
}

// TestNamesOfBodies: the names of the bodies of a season, its symbols and who signs for the money, as stated or by the usual words.
func TestNamesOfBodies(t *testing.T) {
	issuer := plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa", Abbreviation: "UBND"}
	who := award.Who{Unit: "xã Cẩm Hòa", Short: "xã", Office: "Chủ tịch"}
	of := func(change func(s *plan.Season, w *award.Who)) *maker {
		s, w := &plan.Season{Issuer: issuer, Decision: &plan.Ruling{}, Session: &plan.Session{}}, who
		if change != nil {
			change(s, &w)
		}
		return &maker{s: s, all: &award.Outcome{Decider: w}, out: &award.Outcome{}}
	}
	for _, tt := range []struct {
		y    *maker
		of   func(y *maker) string
		want string
	}{
		{of(nil), (*maker).superior, "UBND xã Cẩm Hòa"},
		{of(func(s *plan.Season, _ *award.Who) { s.Issuer.Abbreviation = "" }), (*maker).superior, issuer.Name},
		{of(func(s *plan.Season, w *award.Who) { w.Unit = s.Issuer.Name }), (*maker).superior, issuer.Name},
		{of(nil), (*maker).council, "Hội đồng Thi đua - Khen thưởng xã"},
		{of(func(s *plan.Season, _ *award.Who) { s.Council = &plan.Council{} }), (*maker).council, "Hội đồng Thi đua - Khen thưởng xã"},
		{of(func(s *plan.Season, _ *award.Who) { s.Council = &plan.Council{Name: "Hội đồng xã"} }), (*maker).council, "Hội đồng xã"},
		{of(nil), func(y *maker) string { return strings.Join(y.councilLines(), "/") }, "Hội đồng/Thi đua - Khen thưởng"},
		{of(func(s *plan.Season, _ *award.Who) { s.Council = &plan.Council{} }), func(y *maker) string { return strings.Join(y.councilLines(), "/") },
			"Hội đồng/Thi đua - Khen thưởng"},
		{of(func(s *plan.Season, _ *award.Who) { s.Council = &plan.Council{Name: "Hội đồng xã"} }),
			func(y *maker) string { return strings.Join(y.councilLines(), "/") }, ""},
		{of(nil), (*maker).decisionSymbol, "QĐ-UBND"},
		{of(func(s *plan.Season, _ *award.Who) { s.Decision = nil }), (*maker).decisionSymbol, "QĐ-UBND"},
		{of(func(s *plan.Season, _ *award.Who) { s.Decision.Symbol = "QĐ-X" }), (*maker).decisionSymbol, "QĐ-X"},
		{of(nil), (*maker).proposer, "Hội đồng Thi đua - Khen thưởng xã"},
		{of(func(s *plan.Season, _ *award.Who) { s.Submission = &plan.Submission{} }), (*maker).proposer, "Hội đồng Thi đua - Khen thưởng xã"},
		{of(func(s *plan.Season, _ *award.Who) { s.Submission = &plan.Submission{Unit: "Phòng Kinh tế"} }), (*maker).proposer, "Phòng Kinh tế"},
		{of(func(s *plan.Season, _ *award.Who) {
			s.Submission = &plan.Submission{Unit: "Phòng Kinh tế", Signer: &plan.Signer{Position: "Phó Trưởng phòng", ActingFor: []string{"Trưởng phòng"}}}
		}), (*maker).proposer, "Trưởng phòng Kinh tế"},
		{of(func(s *plan.Season, w *award.Who) { s.Session, w.Collective = nil, true }), (*maker).proposer, ""},
		{of(func(s *plan.Season, w *award.Who) { w.Collective = true }), (*maker).proposer, "Hội đồng Thi đua - Khen thưởng xã"},
		{of(func(s *plan.Season, w *award.Who) { s.Session = nil }), (*maker).proposer, "Hội đồng Thi đua - Khen thưởng xã"},
		{of(func(s *plan.Season, w *award.Who) { s.Session, s.Council, w.Collective = nil, &plan.Council{}, true }), (*maker).proposer,
			"Hội đồng Thi đua - Khen thưởng xã"},
		{of(nil), func(y *maker) string { return y.payers()[2].Position }, "Chủ tịch"},
		{of(func(s *plan.Season, _ *award.Who) { s.Payment = &plan.Payment{} }), func(y *maker) string { return y.payers()[2].Position }, "Chủ tịch"},
		{of(func(s *plan.Season, _ *award.Who) {
			s.Payment = &plan.Payment{Signers: []plan.Signer{{Position: "Thủ quỹ"}}}
		}),
			func(y *maker) string { return fmt.Sprint(len(y.payers()), y.payers()[0].Position) }, "1Thủ quỹ"},
		{of(func(s *plan.Season, _ *award.Who) {
			s.Decision.Signer = &plan.Signer{Position: "Phó Chủ tịch", Name: "An"}
		}),
			func(y *maker) string { return y.payers()[2].Position + " " + y.payers()[2].Name }, "Phó Chủ tịch An"},
	} {
		if got := tt.of(tt.y); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	for i, tt := range []struct {
		y    *maker
		want bool
	}{
		{of(func(s *plan.Season, _ *award.Who) { s.Decision = nil }), false}, {of(nil), true},
	} {
		if got := tt.y.begun(award.CertificateStage); got != tt.want {
			t.Errorf("certificates of %d: %t", i, got)
		}
	}
	for _, st := range []award.Stage{award.AmendingStage, award.CancellationStage, award.DossierStage} {
		if of(nil).begun(st) {
			t.Errorf("%s of a season without any", st)
		}
	}
}

// TestPlaceHeadings: a column is called by what stands in it.
func TestPlaceHeadings(t *testing.T) {
	person, household := plan.Awardee{Kind: plan.Individual, Unit: "thôn 7"}, plan.Awardee{Kind: plan.Household, Unit: "thôn 7"}
	post := plan.Awardee{Kind: plan.Individual, Role: "Trưởng thôn"}
	for _, tt := range []struct {
		all  []plan.Awardee
		want string
	}{
		{[]plan.Awardee{person}, "Đơn vị"}, {[]plan.Awardee{household}, "Địa chỉ"}, {[]plan.Awardee{post}, "Chức vụ"},
		{[]plan.Awardee{household, post, person}, "Chức vụ, đơn vị, địa chỉ"}, {nil, ""},
	} {
		var all []*award.Result
		for _, a := range tt.all {
			all = append(all, &award.Result{Nominee: &plan.Nominee{Awardee: a}})
		}
		if got := new(maker).placeHeading(all); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.all, got, tt.want)
		}
	}
	y := &maker{s: &plan.Season{Columns: make([]plan.OwnColumn, 2)}}
	r := &award.Result{Nominee: &plan.Nominee{Awardee: plan.Awardee{Cells: []string{"5A"}}}}
	if columns := y.ownColumns(); columns[0].text(r) != "5A" || columns[1].text(r) != "" {
		t.Errorf("own columns: %q, %q", columns[0].text(r), columns[1].text(r))
	}
	y = &maker{all: &award.Outcome{}}
	for title, want := range map[string]int{"A\nb": 1, "Ab": 0} {
		if got := y.people([]listColumn{textColumn(title, 1, "", nil), textColumn("C", 1, "", nil)}, ""); len(got.Head) != want {
			t.Errorf("a column %q: a head of %d rows", title, len(got.Head))
		}
	}
}

// TestReasons: what a certificate says of an achievement.
func TestReasons(t *testing.T) {
	law, err := award.Default()
	if err != nil {
		t.Fatal(err)
	}
	form, _ := law.Find("GKXA")
	title, _ := law.Find("LDTT")
	season := &plan.Season{Year: 2026, Reason: "có thành tích xuất sắc"}
	for _, tt := range []struct {
		of   *award.Award
		text string
		s    *plan.Season
		want string
	}{
		{form, "", &plan.Season{}, ""}, {form, "", season, "Đã có thành tích xuất sắc"}, {form, "đã cứu người", season, "Đã cứu người"},
		{form, "Đã cứu người", season, "Đã cứu người"}, {form, "Có công", season, "Đã có công"}, {form, "Cứu người", season, "Đã có thành tích: Cứu người"},
		{title, "Cứu người", season, "Năm 2026"},
	} {
		if got := certificateReason(&award.Result{Award: tt.of}, &plan.Awardee{Achievement: tt.text}, tt.s); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.of.Code, tt.text, got, tt.want)
		}
	}
}

// TestYearOf: the period of a report is a year when it is all of one.
func TestYearOf(t *testing.T) {
	day := func(y, m, d int) plan.Date { return plan.Date{Year: y, Month: m, Day: d} }
	for _, tt := range []struct {
		period *plan.Period
		want   string
	}{
		{nil, "Năm 2027"},
		{&plan.Period{From: day(2026, 1, 1), To: day(2026, 12, 31)}, "Năm 2026"},
		{&plan.Period{From: day(2026, 1, 2), To: day(2026, 12, 31)}, "Từ ngày 02/01/2026 đến ngày 31/12/2026"},
		{&plan.Period{From: day(2026, 1, 1), To: day(2026, 12, 30)}, "Từ ngày 01/01/2026 đến ngày 30/12/2026"},
		{&plan.Period{From: day(2025, 1, 1), To: day(2026, 12, 31)}, "Từ ngày 01/01/2025 đến ngày 31/12/2026"},
	} {
		p := &plan.Report{Period: tt.period}
		p.Date = day(2027, 1, 5)
		if got := yearOf(p); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.period, got, tt.want)
		}
	}
}

// TestGiven: what the registry may give to which paper, and what a paper that was issued keeps.
func TestGiven(t *testing.T) {
	day, other, month := plan.Date{Year: 2026, Month: 12, Day: 15}, plan.Date{Year: 2026, Month: 12, Day: 16}, plan.Date{Year: 2026, Month: 12}
	for _, tt := range []struct {
		stage award.Stage
		n     given
		want  string
	}{
		{award.CertificateStage, given{}, ""},
		{award.CertificateStage, given{number: "5"}, "không nhận số và ngày"},
		{award.CertificateStage, given{date: day}, "không nhận số và ngày"},
		{award.DossierStage, given{number: "5"}, "giai đoạn có số là"},
		{award.DecisionStage, given{}, "thiếu số hoặc ngày"},
		{award.DecisionStage, given{number: "5"}, ""},
		{award.DecisionStage, given{date: day}, ""},
		{award.DecisionStage, given{date: month}, "ngày phải đủ ngày, tháng, năm"},
		{award.DecisionStage, given{number: "5/QĐ-UBND", date: day}, "5/QĐ-UBND"},
	} {
		err := tt.n.fits(tt.stage)
		if (err != nil) != (tt.want != "") || err != nil && !strings.Contains(err.Error(), tt.want) && tt.want != "5/QĐ-UBND" {
			t.Errorf("%s, %+v: %v, want %s", tt.stage, tt.n, err, tt.want)
		}
	}
	for _, tt := range []struct {
		is   given
		kept bool
		n    given
		want string // with "!" a refusal
	}{
		{given{}, false, given{"5", day}, "đã ghi số 5 ngày 15/12/2026"},
		{given{"5", day}, true, given{"5", day}, "đã có số 5 ngày 15/12/2026 từ trước"},
		{given{"5", day}, true, given{"6", day}, "!"},
		{given{"5", day}, true, given{"5", other}, "!"},
		{given{"5", day}, true, given{"", other}, "!"},
		{given{"5", day}, true, given{"5", plan.Date{}}, "đã có số 5 ngày 15/12/2026 từ trước"},
		{given{"5", day}, true, given{"6", plan.Date{}}, "!"},
		{given{"5", day}, true, given{"", day}, "đã có số 5 ngày 15/12/2026 từ trước"},
		{given{"5", month}, true, given{"5", day}, "đã ghi số 5 ngày 15/12/2026"},
		{given{"5", plan.Date{}}, true, given{"", day}, "đã ghi số 5 ngày 15/12/2026"},
		{given{"5", day}, false, given{"6", day}, "đã ghi số 6 ngày 15/12/2026"},
		{given{"", day}, true, given{"6", other}, "đã ghi số 6 ngày 16/12/2026"},
	} {
		var kept *plan.Frozen
		if tt.kept {
			kept = new(plan.Frozen)
		}
		got, err := tt.n.to(&plan.File{Name: "a.yaml"}, numbered{"quyết định", &tt.is.number, &tt.is.date, &kept})
		got = strings.TrimPrefix(strings.ReplaceAll(got, "quyết định: ", ""), " ")
		if err != nil {
			got = "!"
		}
		if strings.ReplaceAll(got, "ngày ngày", "ngày") != tt.want {
			t.Errorf("%+v (%t) given %+v: %q, %v, want %q", tt.is, tt.kept, tt.n, got, err, tt.want)
		}
	}
	whole := &plan.File{Value: &plan.AwardDecision{Cancellation: new(plan.Cancellation)}}
	for stage, want := range map[award.Stage]int{award.CancellationStage: 1, award.AmendingStage: 0} {
		if got := len(mendingsOf(whole, stage)); got != want {
			t.Errorf("%s: %d places", stage, got)
		}
	}
	if got := mendingsOf(&plan.File{Value: &plan.AwardDecision{}}, award.CancellationStage); got != nil {
		t.Errorf("a decision without a cancellation: %v", got)
	}
}

// TestNobodyYet: a list is for who is not there yet, in a season and in a decision.
func TestNobodyYet(t *testing.T) {
	of := func(rule, path string) *diag.Diagnostic {
		return &diag.Diagnostic{Rule: rule, Pos: diag.Pos{Path: path}}
	}
	for _, tt := range []struct {
		d    *diag.Diagnostic
		want bool
	}{
		{nil, false}, {of("plan.missing", "nominees"), true}, {of("plan.missing", "awardees"), true}, {of("plan.missing", "year"), false},
		{of("plan.type", "nominees"), false},
	} {
		if got := NoNominees(tt.d); got != tt.want {
			t.Errorf("%+v: %t", tt.d, got)
		}
	}
	for text, want := range map[string]bool{"Họ và tên" + strings.Repeat(" ", longest-len("Họ và tên")): true,
		"Họ và tên" + strings.Repeat(" ", longest+1-len("Họ và tên")): false} {
		if knows(text) != want {
			t.Errorf("a heading of %d bytes: %t", len(text), !want)
		}
	}
}

// TestPosts: who leads, works directly or neither, in a file and in a list.
func TestPosts(t *testing.T) {
	lead, direct, none := plan.Nominee{}, plan.Nominee{}, plan.Nominee{}
	lead.Leader, direct.DirectWorker, none.Rank = true, true, noRank
	both := lead
	both.DirectWorker = true
	for _, tt := range []struct {
		has, from plan.Nominee
		want      string
	}{
		{plan.Nominee{}, lead, "got leader"}, {lead, lead, ""}, {direct, lead, "got leader"}, {none, lead, "differs"},
		{plan.Nominee{}, direct, "got direct_worker"}, {direct, direct, ""}, {lead, direct, "got direct_worker"}, {none, direct, "got direct_worker"},
		{plan.Nominee{}, none, "got rank"}, {none, none, ""}, {lead, none, "differs"}, {direct, none, "differs"}, {both, lead, ""}, {both, plan.Nominee{}, ""},
	} {
		said := ""
		new(merger).post(&tt.has, &tt.from, func(key string) { said = "got " + strings.Trim(strings.Fields(key)[0], `"`) },
			func(column, string, string) { said = "differs" })
		if said != tt.want {
			t.Errorf("%+v from %+v: %q, want %q", tt.has, tt.from, said, tt.want)
		}
	}
	for _, tt := range []struct {
		a, b int
		want bool
	}{{5, 5, true}, {5, 6, false}, {0, 6, true}, {5, 0, true}} {
		if mayBe(tt.a, tt.b) != tt.want {
			t.Errorf("%d and %d: %t", tt.a, tt.b, !tt.want)
		}
	}
}

// TestUnplaced: what a decision has no place for is said once a column, and only where a list has it.
func TestUnplaced(t *testing.T) {
	var m merger
	say := func(change func(n *plan.Nominee)) int {
		r := &nomineeRow{}
		change(&r.Nominee)
		before := len(m.found)
		m.unplaced(r)
		if n := r.Nominee; n.Criterion != "" || n.Votes != nil || n.Ratings != nil || n.Held != nil {
			t.Errorf("%+v is kept", n)
		}
		return len(m.found) - before
	}
	for i, tt := range []struct {
		change func(n *plan.Nominee)
		want   int
	}{
		{func(*plan.Nominee) {}, 0},
		{func(n *plan.Nominee) { n.Criterion = "TC1" }, 1},
		{func(n *plan.Nominee) { n.Criterion = "TC2" }, 0},
		{func(n *plan.Nominee) { n.Votes = &plan.Votes{} }, 1},
		{func(n *plan.Nominee) { n.Ratings = make([]plan.YearRating, 1) }, 1},
		{func(n *plan.Nominee) { n.Held = make([]plan.HeldAward, 1) }, 1},
		{func(n *plan.Nominee) { n.Ratings, n.Held = make([]plan.YearRating, 1), make([]plan.HeldAward, 1) }, 0},
	} {
		if got := say(tt.change); got != tt.want {
			t.Errorf("row %d: %d findings, want %d", i, got, tt.want)
		}
	}
}

// TestRowsOfAList: a list is as long as may be, and one row longer; who stops the reading hears so.
func TestRowsOfAList(t *testing.T) {
	law, err := award.Default()
	if err != nil {
		t.Fatal(err)
	}
	read := func(ctx context.Context, list string) ([]nomineeRow, string, error) {
		rows, found, err := readRows(ctx, fstest.MapFS{"a.csv": {Data: []byte(list)}}, &List{File: "a.csv"}, taker{law: law, season: &plan.Season{}})
		return rows, fmt.Sprint(found), err
	}
	for n, want := range map[int]string{maxRows: "", maxRows + 1: "danh sách có hơn 20.000 dòng"} {
		rows, said, err := read(t.Context(), "Họ và tên,Ghi chú\n"+strings.Repeat("Lê Văn An,x\n", n))
		if err != nil || (want == "") != (len(rows) == n) || !strings.Contains(said, want) {
			t.Errorf("%d rows: %d, %.200s, %v", n, len(rows), said, err)
		}
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if rows, said, err := read(done, "Họ và tên,Ghi chú\nLê Văn An,x\n"); rows != nil || said != "[]" && said != "" || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %q, %v", rows, said, err)
	}
	for year, want := range map[string]string{"1850": "", "1849": "không phải một năm hợp lý", "2200": "", "2201": "không phải một năm hợp lý",
		"31/12/1906": "", "x": "không phải năm sinh", "05/01/1990": ""} {
		_, said, err := read(t.Context(), "Họ và tên,Năm sinh\nLê Văn An,"+year+"\n")
		if want == "" && strings.Contains(year, "1906") {
			want = "ngày"
		}
		if err != nil || (strings.Contains(said, "lỗi")) != (want != "") || !strings.Contains(said, want) {
			t.Errorf("born %s: %s, %v, want %s", year, said, err, want)
		}
	}
	for _, tt := range []struct {
		c    sheet.Cell
		want int // -1: no number of votes
	}{
		{sheet.TextCell("0"), 0}, {sheet.TextCell("9"), 9}, {sheet.TextCell("10.000"), 10000}, {sheet.TextCell("10.001"), -1}, {sheet.TextCell("-1"), -1},
		{sheet.TextCell("4,5"), -1}, {sheet.Cell{Kind: sheet.Number, Text: "5/7", Raw: "5"}, -1}, {sheet.Cell{Kind: sheet.Number, Text: "5", Raw: "5"}, 5},
	} {
		d := &reader{taker: &taker{list: &sheet.List{}, told: map[string]bool{}}, row: &sheet.Row{Number: 2, Cells: []sheet.Cell{tt.c}}}
		d.votes(head{column: forColumn, text: "Số phiếu đồng ý"})
		got := -1
		if v := d.to.Nominee.Votes; v != nil {
			got = v.For
		}
		if got != tt.want || d.wrong != (tt.want < 0) {
			t.Errorf("%+v: %d votes", tt.c, got)
		}
	}
}

// TestMembersOfCollective: how many members a collective has stands in its report where it is known.
func TestMembersOfCollective(t *testing.T) {
	for _, tt := range []struct {
		members *plan.Members
		want    string
	}{{nil, "\\- Tổng số thành viên: [](_line)"}, {&plan.Members{}, "\\- Tổng số thành viên: [](_line)"}, {&plan.Members{Total: 1}, "\\- Tổng số thành viên: 1 người"}} {
		d := &dossier{y: &maker{s: &plan.Season{}, out: &award.Outcome{}}, n: &plan.Nominee{Members: tt.members}}
		if got := string(d.collective()[0].Sections[0].Sections[1].Body); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.members, got, tt.want)
		}
	}
	for n, want := range map[int]doc.Length{9: doc.Pt(11), 10: doc.Pt(10)} {
		form := &award.YearForm{}
		form.Columns = slices.Grow(form.Columns, n)[:n]
		if got := (&yearForm{form: form}).table().Size; got != want {
			t.Errorf("%d columns: %v", n, got)
		}
	}
	law, err := award.Default()
	if err != nil {
		t.Fatal(err)
	}
	p := &plan.Report{}
	p.Issuer = plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"}
	if got := giverOf(p, nil, law); got != "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa" {
		t.Errorf("%q", got)
	}
	p.Signer = &plan.Signer{Position: "Chủ tịch", Name: "An"}
	if got := giverOf(p, nil, law); got != "Chủ tịch Ủy ban nhân dân xã Cẩm Hòa" {
		t.Errorf("%q", got)
	}
}
