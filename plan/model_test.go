package plan_test

import (
	"fmt"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestKindsOfDecree holds the kinds against Điều 7 and the table of
// abbreviations of Phụ lục III, typed by hand.
func TestKindsOfDecree(t *testing.T) {
	want := strings.Fields(`nghi-quyet:NQ quyet-dinh:QĐ chi-thi:CT quy-che:QC quy-dinh:QyĐ thong-cao:TC thong-bao:TB
		huong-dan:HD chuong-trinh:CTr ke-hoach:KH phuong-an:PA de-an:ĐA du-an:DA bao-cao:BC bien-ban:BB to-trinh:TTr
		hop-dong:HĐ cong-van: cong-dien:CĐ ban-ghi-nho:BGN ban-thoa-thuan:BTT giay-uy-quyen:GUQ giay-moi:GM
		giay-gioi-thieu:GGT giay-nghi-phep:GNP phieu-gui:PG phieu-chuyen:PC phieu-bao:PB thu-cong:`)
	var got []string
	for _, k := range plan.Kinds() {
		got = append(got, k.ID+":"+k.Abbreviation)
		if !k.IsPaper() {
			t.Errorf("%s is no paper", k.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
	unsampled := 0
	for _, k := range plan.Kinds() {
		if k.Sample == "" {
			unsampled++
		}
	}
	if unsampled != 4 { // hợp đồng, bản ghi nhớ, bản thỏa thuận, thư công
		t.Errorf("%d kinds without a sample", unsampled)
	}
}

// TestTags holds every struct of every kind against the rules of its tags: an
// English key, a Vietnamese term, a known shape, no key twice.
func TestTags(t *testing.T) {
	seen := make(map[reflect.Type]bool)
	for _, k := range allKinds() {
		for _, typ := range append([]string{""}, k.Types...) {
			checkTags(t, reflect.TypeOf(k.New(typ)).Elem(), seen)
		}
	}
	if len(seen) < 40 {
		t.Errorf("only %d types seen", len(seen))
	}
}

var keyPattern = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func checkTags(t *testing.T, typ reflect.Type, seen map[reflect.Type]bool) {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] ||
		reflect.PointerTo(typ).Implements(reflect.TypeFor[interface{ UnmarshalText([]byte) error }]()) {
		return
	}
	seen[typ] = true
	keys := make(map[string]bool)
	for _, f := range reflect.VisibleFields(typ) {
		if f.Anonymous {
			continue
		}
		key, term := f.Tag.Get("yaml"), f.Tag.Get("vi")
		at := typ.Name() + "." + f.Name
		switch {
		case !keyPattern.MatchString(key):
			t.Errorf("%s: key %q", at, key)
		case keys[key]:
			t.Errorf("%s: key %q twice", at, key)
		case term == "":
			t.Errorf("%s: no Vietnamese term", at)
		case f.Tag.Get("help") == term:
			t.Errorf("%s: the help only repeats the term", at)
		}
		keys[key] = true
		for _, tag := range []string{"need", "new", "format", "short"} {
			if v, ok := f.Tag.Lookup(tag); ok && !slices.Contains([]string{"yes", "no", "id", "scalar", "list"}, v) {
				t.Errorf("%s: tag %s is %q", at, tag, v)
			}
		}
		checkTags(t, f.Type, seen)
	}
}

// TestRules asks for a case of every rule.
func TestRules(t *testing.T) {
	var cases strings.Builder
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".txtar") {
			b, err := os.ReadFile("testdata/" + e.Name())
			if err != nil {
				t.Fatal(err)
			}
			cases.Write(b)
		}
	}
	// Told by TestHostileFiles, TestCharacters and TestLoadRefuses.
	elsewhere := []string{record.RuleSize, record.RuleEncoding, record.RuleCharacter, record.RuleDepth, ruleid.Reference}
	for _, r := range diag.Rules() {
		if strings.HasPrefix(r.ID, "plan.") && !strings.Contains(cases.String(), "["+r.ID+"]") && !slices.Contains(elsewhere, r.ID) {
			t.Errorf("no case for %s", r.ID)
		}
	}
}

// TestValueAndFileAgree gives a value made in Go the findings of the same value
// read from a file, places aside.
func TestValueAndFileAgree(t *testing.T) {
	f, fromFile := plan.Parse("f.yaml", []byte(`kind: ke-hoach
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa}
urgency: mau
sections:
  - goals: {specific: [{id: a, text: Một.}, {id: a, text: ""}]}
  - title: Trống
signer: {capacity: [TM], position: Chủ tịch}
`))
	made := &plan.Plan{
		Header: plan.Header{Kind: "ke-hoach", Version: 1, Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa"}, Urgency: "mau"},
		Sections: []plan.PlanSection{
			{Goals: &plan.Goals{Specific: plan.Targets{Targets: []plan.Target{{ID: "a", Text: "Một."}, {ID: "a"}}}}},
			{Title: "Trống"},
		},
		Footer: plan.Footer{Signer: &plan.Signer{Capacity: []plan.Capacity{plan.TM}, Position: "Chủ tịch"}},
	}
	if !reflect.DeepEqual(f.Value, made) {
		t.Errorf("got %#v", f.Value)
	}
	said := func(l diag.List) []string {
		var out []string
		for _, d := range l {
			out = append(out, d.Pos.Path+" "+d.Rule+" "+d.Message)
		}
		slices.Sort(out)
		return out
	}
	fromValue := plan.Validate(made)
	if !slices.Equal(said(fromFile), said(fromValue)) || len(fromValue) != 10 {
		t.Errorf("file:\n%v\nvalue:\n%v", strings.Join(said(fromFile), "\n"), strings.Join(said(fromValue), "\n"))
	}
	for _, d := range fromValue {
		if d.Pos.IsValid() {
			t.Errorf("%v has a place", d)
		}
	}
}

func TestValidateOddValues(t *testing.T) {
	for _, v := range []any{nil, 1, "x", plan.Plan{}, (*plan.Plan)(nil), new(int)} {
		if findings := plan.Validate(v); len(findings) != 1 || findings[0].Rule != plan.RuleShape {
			t.Errorf("%T: %v", v, findings)
		}
	}
}

func TestMarshalRefuses(t *testing.T) {
	for _, v := range []any{nil, 1, "x", (*plan.Plan)(nil), &plan.Plan{Opening: "a\x00b"}, &plan.Plan{Opening: "a\xff"},
		&plan.Plan{Opening: "a\rb"}} {
		if out, err := plan.Marshal(v); err == nil {
			t.Errorf("%T: %s", v, out)
		}
	}
}

// TestValidateGoValues: what reading a file refuses is refused in values made in
// Go too.
func TestValidateGoValues(t *testing.T) {
	good := func() *plan.General {
		return &plan.General{
			Header: plan.Header{
				Kind: "thong-bao", Version: 1, Issuer: plan.Issuer{Name: "Ủy ban nhân dân xã Cẩm Hòa", Abbreviation: "UBND",
					Place: "Cẩm Hòa"},
				Date: plan.Date{Year: 2026, Month: 3, Day: 15}, Subject: "Nghỉ lễ",
			},
			Body: "Nội dung.",
			Footer: plan.Footer{Signer: &plan.Signer{Position: "Chủ tịch", Name: "Nguyễn Văn An"},
				Distribution: &plan.Distribution{FileCopy: []string{"VT"}}},
		}
	}
	if found := plan.Validate(good()); len(found) > 0 {
		t.Fatal(found)
	}
	for name, tt := range map[string]struct {
		spoil      func(*plan.General)
		path, rule string
	}{
		"no day":      {func(g *plan.General) { g.Date.Month, g.Date.Day = 2, 30 }, "date", plan.RuleDate},
		"no month":    {func(g *plan.General) { g.Date.Month = 13 }, "date", plan.RuleDate},
		"no year":     {func(g *plan.General) { g.Date.Year = 0 }, "date", plan.RuleDate},
		"below zero":  {func(g *plan.General) { g.Date.Day = -1 }, "date", plan.RuleDate},
		"control":     {func(g *plan.General) { g.Subject = "a\x01b" }, "subject", record.RuleCharacter},
		"tab":         {func(g *plan.General) { g.Subject = "a\tb" }, "subject", record.RuleCharacter},
		"bidi":        {func(g *plan.General) { g.Body = "a\u202eb" }, "body", record.RuleCharacter},
		"no UTF-8":    {func(g *plan.General) { g.Distribution.FileCopy[0] = "V\xffT" }, "distribution.file_copy[0]", record.RuleEncoding},
		"two lines":   {func(g *plan.General) { g.Signer.Name = "Nguyễn\nAn" }, "signer.name", plan.RuleValue},
		"other kind":  {func(g *plan.General) { g.Kind = "quyet-dinh" }, "kind", plan.RuleKind},
		"other type":  {func(g *plan.General) { g.Kind, g.Type = "ke-hoach", "" }, "kind", plan.RuleKind},
		"no such typ": {func(g *plan.General) { g.Type = "khac" }, "type", plan.RuleType},
		"blank":       {func(g *plan.General) { g.Subject = "\u00a0 " }, "subject", record.RuleMissing},
	} {
		g := good()
		tt.spoil(g)
		found := plan.Validate(g)
		if len(found) != 1 || found[0].Pos.Path != tt.path || found[0].Rule != tt.rule {
			t.Errorf("%s: %v", name, found)
		}
	}
}

// TestMarshalTexts writes texts that YAML could take for something else, and
// reads them back, whatever rules of the model they break.
func TestMarshalTexts(t *testing.T) {
	texts := []string{
		"012", "0912345678", "2024-03-05", "1e3", "true", "null", "~", "yes", "- a", "a: b", "a #b", "*a", "&a", "!a", "%a", "@a", "`a",
		"'", "\"", "\\", "a\nb", "a\n\nb\n", "\na", " a", "a ", "a\n  b", "a \nb", "  a\nb", "a\n", "a\n\n", "\n", "|", ">", "?", "? a",
		"[a", "{a}", "---", "...", "--- a", "a\n---\nb", "# a", ":", "-", "=", "<<", "\u00a0a", "“a”",
	}
	for _, s := range texts {
		p := &plan.General{Header: plan.Header{Kind: "thong-bao", Version: 1, Issuer: plan.Issuer{Name: "A", Place: "B"},
			Subject: strings.TrimRight(s, "\n")},
			Body: plan.Prose(s), Footer: plan.Footer{Signer: &plan.Signer{Position: strings.TrimRight(s, "\n")},
				Distribution: &plan.Distribution{To: []plan.Prose{plan.Prose(s)}, FileCopy: []string{strings.TrimRight(s, "\n"), "VT"}}}}
		out, err := plan.Marshal(p)
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		f, findings := plan.Parse("f.yaml", out)
		if !reflect.DeepEqual(f.Value, p) {
			t.Errorf("%q: %v\n%s\n%#v", s, findings, out, f.Value)
		}
	}
}

func TestDate(t *testing.T) {
	tests := []struct{ in, first, last string }{
		{"2026", "2026-01-01", "2026-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2026-02", "2026-02-01", "2026-02-28"},
		{"2000-02", "2000-02-01", "2000-02-29"},
		{"1900-02", "1900-02-01", "1900-02-28"},
		{"2026-04", "2026-04-01", "2026-04-30"},
		{"2026-03-15", "2026-03-15", "2026-03-15"},
	}
	for _, tt := range tests {
		var d plan.Date
		if err := d.UnmarshalText([]byte(tt.in)); err != nil {
			t.Error(err)
		}
		if got := fmt.Sprint(d, d.First(), d.Last()); got != tt.in+" "+tt.first+" "+tt.last {
			t.Errorf("%s: %s", tt.in, got)
		}
	}
	for _, bad := range []string{"0000", "2026-00", "2026-13", "2023-02-29", "2026-04-31", "26", "2026-3-5", "2026-03-15T00:00:00Z",
		"15/03/2026", "99/99/2026", "x"} {
		var d plan.Date
		if err := d.UnmarshalText([]byte(bad)); err == nil || !d.IsZero() {
			t.Errorf("%s: %v %v", bad, d, err)
		}
	}
	var zero plan.Date
	if zero.String() != "" || !zero.IsZero() || zero.IsFull() || zero.First() != zero || zero.Last() != zero {
		t.Error("zero date")
	}
	if y, m := (plan.Date{Year: 2026}), (plan.Date{Year: 2026, Month: 2}); !y.Before(m) || m.Before(y) || !zero.Before(y) {
		t.Error("order of dates")
	}
}

func TestDateAndTime(t *testing.T) {
	hanoi := time.FixedZone("Hà Nội", 7*3600)
	late := time.Date(2026, 3, 15, 20, 0, 0, 0, time.UTC) // the 16th in Hà Nội
	for _, tt := range []struct {
		in   time.Time
		want plan.Date
	}{
		{late, plan.Date{Year: 2026, Month: 3, Day: 15}},
		{late.In(hanoi), plan.Date{Year: 2026, Month: 3, Day: 16}},
		{time.Time{}, plan.Date{}},
		{time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC), plan.Date{}},
		{time.Date(1, 1, 1, 1, 0, 0, 0, time.UTC), plan.Date{Year: 1, Month: 1, Day: 1}},
		{time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC), plan.Date{Year: 9999, Month: 12, Day: 31}},
		{time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC), plan.Date{}},
	} {
		if got := plan.DateOf(tt.in); got != tt.want {
			t.Errorf("%v is %v, want %v", tt.in, got, tt.want)
		}
	}
	day := plan.Date{Year: 2024, Month: 2, Day: 29}
	for _, zone := range []*time.Location{nil, time.UTC, hanoi} {
		got, ok := day.Time(zone)
		if !ok || plan.DateOf(got) != day || got.Hour() != 0 || zone != nil && got.Location() != zone {
			t.Errorf("%v: %v, %t", zone, got, ok)
		}
	}
	for _, d := range []plan.Date{{}, {Year: 2026}, {Year: 2026, Month: 3}, {Year: 2023, Month: 2, Day: 29},
		{Year: 2026, Month: 13, Day: 1}, {Year: 10_000, Month: 1, Day: 1}, {Year: 2026, Month: 3, Day: -1}} {
		if got, ok := d.Time(nil); ok || !got.IsZero() {
			t.Errorf("%v is %v", d, got)
		}
	}
}

func TestAuthorityLines(t *testing.T) {
	tests := []struct {
		signer plan.Signer
		want   string
	}{
		{plan.Signer{Position: "Chủ tịch"}, "Chủ tịch"},
		{plan.Signer{Capacity: []plan.Capacity{plan.TM}, OnBehalfOf: "Ủy ban nhân dân", Position: "Chủ tịch"},
			"TM. Ủy ban nhân dân|Chủ tịch"},
		{plan.Signer{Capacity: []plan.Capacity{plan.TM, plan.KT}, OnBehalfOf: "Ủy ban nhân dân", ActingFor: []string{"Chủ tịch"},
			Position: "Phó Chủ tịch"}, "TM. Ủy ban nhân dân|KT. Chủ tịch|Phó Chủ tịch"},
		{plan.Signer{Capacity: []plan.Capacity{plan.TL, plan.KT}, ActingFor: []string{"Chủ tịch", "Chánh Văn phòng"},
			Position: "Phó Chánh Văn phòng"}, "TL. Chủ tịch|KT. Chánh Văn phòng|Phó Chánh Văn phòng"},
		{plan.Signer{Capacity: []plan.Capacity{plan.Q}, Position: "Chánh Văn phòng"}, "Q. Chánh Văn phòng"},
		{plan.Signer{Capacity: []plan.Capacity{plan.TUQ}, ActingFor: []string{"Chủ tịch"}, Position: "Trưởng phòng"},
			"TUQ. Chủ tịch|Trưởng phòng"},
		{plan.Signer{Lines: []string{"CHỦ TỊCH"}, Position: "Bí thư"}, "CHỦ TỊCH"},
		{plan.Signer{Capacity: []plan.Capacity{plan.KT}, Position: "Phó"}, "Phó"}, // a finding says what is missing
	}
	for _, tt := range tests {
		if got := strings.Join(tt.signer.AuthorityLines(), "|"); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

func TestNumberRat(t *testing.T) {
	for in, want := range map[plan.Number]string{"100": "100/1", "12,5": "25/2", "12.50": "25/2", "-3": "-3/1"} {
		if r := in.Rat(); r == nil || r.String() != want {
			t.Errorf("%s: %v", in, r)
		}
	}
	for _, bad := range []plan.Number{"", "1.500.000", "a", "1e9"} {
		if r := bad.Rat(); r != nil {
			t.Errorf("%s: %v", bad, r)
		}
	}
}

// TestGlossary holds the words of the package comment against the tags.
func TestGlossary(t *testing.T) {
	src, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	terms := make(map[string][]string)
	for _, k := range allKinds() {
		collectTerms(reflect.TypeOf(k.New("")).Elem(), terms, make(map[reflect.Type]bool))
	}
	rows := regexp.MustCompile(`([a-z_]+)\s{2,}(\S.*?)(?:\s{2,}([a-z_]+)\s{2,}(\S.*))?$`)
	n := 0
	for line := range strings.Lines(string(src)) {
		row, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "//\t")
		if !ok || !strings.Contains(row, "  ") || strings.Contains(row, "//") {
			continue
		}
		m := rows.FindStringSubmatch(row)
		if m == nil {
			t.Errorf("not a row of the glossary: %q", row)
			continue
		}
		for i := 1; i < len(m); i += 2 {
			if n++; m[i] != "" && !slices.Contains(terms[m[i]], m[i+1]) {
				t.Errorf("%s is %q in the glossary, %q in the tags", m[i], m[i+1], terms[m[i]])
			}
		}
	}
	if n < 18 {
		t.Errorf("%d words", n)
	}
}

func collectTerms(typ reflect.Type, terms map[string][]string, seen map[reflect.Type]bool) {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] {
		return
	}
	seen[typ] = true
	for _, f := range reflect.VisibleFields(typ) {
		if key := f.Tag.Get("yaml"); key != "" {
			terms[key] = append(terms[key], f.Tag.Get("vi"))
		}
		collectTerms(f.Type, terms, seen)
	}
}
