package decree

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/vi"
)

// TestRulesAreWhole holds that every rule of every pack can be explained.
func TestRulesAreWhole(t *testing.T) {
	for _, p := range Packs() {
		if len(p.Rules) == 0 || p.Name == "" || p.Title == "" {
			t.Errorf("pack %s has no rules or no name", p.ID)
		}
		for _, r := range p.Rules {
			switch {
			case r.Title == "" || r.Text == "" || r.From == "":
				t.Errorf("%s: no title, text or first day in force", r.ID)
			case r.Pass == "" || r.Fail == "" || r.Pass == r.Fail:
				t.Errorf("%s: needs a sample that passes and another that fails", r.ID)
			case r.Basis == law && r.Clause == (Clause{}):
				t.Errorf("%s: law without a clause", r.ID)
			case p.Provisional != (r.Basis == retold):
				t.Errorf("%s: basis %s in pack %s", r.ID, r.Basis, p.ID)
			case !strings.HasSuffix(r.Text, "."):
				t.Errorf("%s: text is no sentence", r.ID)
			case vi.NFC(r.Text+r.Words+r.Pass+r.Fail) != r.Text+r.Words+r.Pass+r.Fail:
				t.Errorf("%s: not NFC", r.ID)
			case !r.Value.IsZero() && !r.Allows(r.Value):
				t.Errorf("%s: default %s is out of bounds (%s)", r.ID, r.Value, r.Bounds())
			}
			switch r.Basis {
			case law, sample, practice, retold:
			default:
				t.Errorf("%s: basis %q", r.ID, r.Basis)
			}
			if found, ok := lookup(r.ID); !ok || found != r {
				t.Errorf("Lookup(%s) does not find it", r.ID)
			}
		}
	}
	if _, ok := lookup("nd30.no-such"); ok {
		t.Error("Lookup finds a rule that is not there")
	}
	if rules("no-such") != nil || DefaultOf("no-such") != nil {
		t.Error("a pack that is not there has rules")
	}
}

// TestFiguresOfTheDecree holds the pack against figures typed by hand from the
// text of the decree: bounds, default, style.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I to III and V.
func TestFiguresOfTheDecree(t *testing.T) {
	for _, w := range []struct {
		rule, bounds, value string
		style               string
		clause              string
	}{
		{"page.width", "đúng 210 mm", "210 mm", "", "Phụ lục I, Phần I, Mục I, khoản 1"},
		{"page.height", "đúng 297 mm", "297 mm", "", "Phụ lục I, Phần I, Mục I, khoản 2"},
		{"page.margin-top", "từ 20 mm đến 25 mm", "20 mm", "", "Phụ lục I, Phần I, Mục I, khoản 3"},
		{"page.margin-bottom", "từ 20 mm đến 25 mm", "20 mm", "", "Phụ lục I, Phần I, Mục I, khoản 3"},
		{"page.margin-left", "từ 30 mm đến 35 mm", "30 mm", "", "Phụ lục I, Phần I, Mục I, khoản 3"},
		{"page.margin-right", "từ 15 mm đến 20 mm", "20 mm", "", "Phụ lục I, Phần I, Mục I, khoản 3"},
		{"page.number", "từ 13 pt đến 14 pt", "14 pt", "", "Phụ lục I, Phần I, Mục I, khoản 7"},
		{"header.nation", "từ 12 pt đến 13 pt", "13 pt", "bold upper", "Phụ lục I, Phần I, Mục II, khoản 1, điểm a"},
		{"header.motto", "từ 13 pt đến 14 pt", "14 pt", "bold", "Phụ lục I, Phần I, Mục II, khoản 1, điểm b"},
		{"header.superior", "từ 12 pt đến 13 pt", "13 pt", "upper", "Phụ lục I, Phần I, Mục II, khoản 2, điểm b"},
		{"header.agency", "từ 12 pt đến 13 pt", "13 pt", "bold upper", "Phụ lục I, Phần I, Mục II, khoản 2, điểm b"},
		{"header.agency-rule-length", "từ 33,34% đến 50%", "40%", "", "Phụ lục I, Phần I, Mục II, khoản 2, điểm b"},
		{"header.number", "đúng 13 pt", "13 pt", "", "Phụ lục I, Phần I, Mục II, khoản 3, điểm c"},
		{"header.date", "từ 13 pt đến 14 pt", "14 pt", "italic", "Phụ lục I, Phần I, Mục II, khoản 4, điểm c"},
		{"header.subject", "từ 12 pt đến 13 pt", "12 pt", "", "Phụ lục I, Phần I, Mục II, khoản 5, điểm b"},
		{"header.subject-gap", "đúng 6 pt", "6 pt", "", "Phụ lục I, Phần I, Mục II, khoản 5, điểm b"},
		{"title.kind", "từ 13 pt đến 14 pt", "14 pt", "bold upper", "Phụ lục I, Phần I, Mục II, khoản 5, điểm b"},
		{"title.subject", "từ 13 pt đến 14 pt", "14 pt", "bold", "Phụ lục I, Phần I, Mục II, khoản 5, điểm b"},
		{"title.rule-length", "từ 33,34% đến 50%", "40%", "", "Phụ lục I, Phần I, Mục II, khoản 5, điểm b"},
		{"body.base", "từ 13 pt đến 14 pt", "14 pt", "italic", "Phụ lục I, Phần I, Mục II, khoản 6, điểm a"},
		{"body.heading", "từ 13 pt đến 14 pt", "14 pt", "bold", "Phụ lục I, Phần I, Mục II, khoản 6, điểm đ"},
		{"body.text", "từ 13 pt đến 14 pt", "14 pt", "", "Phụ lục I, Phần I, Mục II, khoản 6, điểm e"},
		{"body.indent", "10 mm hoặc 12,7 mm", "12,7 mm", "", "Phụ lục I, Phần I, Mục II, khoản 6, điểm e"},
		{"body.spacing", "ít nhất 6 pt", "6 pt", "", "Phụ lục I, Phần I, Mục II, khoản 6, điểm e"},
		{"body.lines", "từ 100% đến 150%", "100%", "", "Phụ lục I, Phần I, Mục II, khoản 6, điểm e"},
		{"foot.authority", "từ 13 pt đến 14 pt", "14 pt", "bold upper", "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ"},
		{"foot.position", "từ 13 pt đến 14 pt", "14 pt", "bold upper", "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ"},
		{"foot.name", "từ 13 pt đến 14 pt", "14 pt", "bold", "Phụ lục I, Phần I, Mục II, khoản 7, điểm đ"},
		{"foot.addressee", "từ 13 pt đến 14 pt", "14 pt", "", "Phụ lục I, Phần I, Mục II, khoản 9, điểm d"},
		{"foot.distribution", "đúng 12 pt", "12 pt", "bold italic", "Phụ lục I, Phần I, Mục II, khoản 9, điểm d"},
		{"foot.distribution-list", "đúng 11 pt", "11 pt", "", "Phụ lục I, Phần I, Mục II, khoản 9, điểm d"},
		{"foot.drafter", "đúng 11 pt", "", "", "Phụ lục I, Phần I, Mục III, khoản 3"},
		{"annex.label", "đúng 14 pt", "14 pt", "bold", "Phụ lục I, Phần I, Mục III, khoản 1, điểm b"},
		{"annex.title", "từ 13 pt đến 14 pt", "14 pt", "bold upper", "Phụ lục I, Phần I, Mục III, khoản 1, điểm b"},
		{"annex.reference", "từ 13 pt đến 14 pt", "14 pt", "italic", "Phụ lục I, Phần I, Mục III, khoản 1, điểm c"},
		{"mark.urgency", "từ 13 pt đến 14 pt", "13 pt", "bold upper", "Phụ lục I, Phần I, Mục III, khoản 2, điểm b"},
		{"mark.urgent-width", "đúng 20 mm", "20 mm", "", "Phụ lục I, Phần I, Mục III, khoản 2, điểm b"},
		{"mark.very-urgent-width", "đúng 40 mm", "40 mm", "", "Phụ lục I, Phần I, Mục III, khoản 2, điểm b"},
		{"mark.express-width", "đúng 30 mm", "30 mm", "", "Phụ lục I, Phần I, Mục III, khoản 2, điểm b"},
		{"mark.box-height", "đúng 8 mm", "8 mm", "", "Phụ lục I, Phần I, Mục III, khoản 2, điểm b"},
		{"mark.circulation", "từ 13 pt đến 14 pt", "13 pt", "bold upper", "Phụ lục I, Phần I, Mục III, khoản 2, điểm c"},
		{"mark.stamp", "đúng 10 pt", "10 pt", "", "Phụ lục I, Phần I, Mục II, khoản 8, điểm b"},
		{"contact.text", "từ 11 pt đến 12 pt", "11 pt", "", "Phụ lục I, Phần I, Mục III, khoản 4"},
		{"copy.form", "từ 13 pt đến 14 pt", "14 pt", "bold upper", "Phụ lục I, Phần II, Mục II, khoản 2, điểm b"},
		{"copy.issuer", "từ 12 pt đến 13 pt", "13 pt", "bold upper", "Phụ lục I, Phần II, Mục II, khoản 2, điểm c"},
	} {
		r, ok := lookup("nd30." + w.rule)
		if !ok {
			t.Errorf("no rule nd30.%s", w.rule)
			continue
		}
		style, err := parseStyle(w.style)
		if err != nil {
			t.Fatal(err)
		}
		if r.Bounds() != w.bounds || r.Value.String() != w.value || r.Style != style || r.Clause.String() != w.clause {
			t.Errorf("nd30.%s is %q, default %q, %+v, %q; the decree: %q, %q, %+v, %q",
				w.rule, r.Bounds(), r.Value, r.Style, r.Clause, w.bounds, w.value, style, w.clause)
		}
	}
}

// TestEveryFigureHasARule holds that profile and pack agree: each field has its
// rule, and each figure of the pack is used.
func TestEveryFigureHasARule(t *testing.T) {
	for _, p := range Packs() {
		used := make(map[*Rule]bool)
		err := eachFigure(p.base, func(id, _ string, v reflect.Value) error {
			used[p.effective(id)] = true
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range p.Rules {
			if !used[r] && (!r.Value.IsZero() || r.Words != "") {
				t.Errorf("%s: no field of the profile is bound to it", r.ID)
			}
		}
	}
}

// TestStandards: papers and office profiles may name each of the packs, and no other.
func TestStandards(t *testing.T) {
	var ids []string
	for _, p := range Packs() {
		ids = append(ids, p.ID)
	}
	for _, v := range []any{plan.Header{}, Office{}} {
		f, _ := reflect.TypeOf(v).FieldByName("Standard")
		named := strings.Split(f.Tag.Get("values"), "|")
		slices.Sort(named)
		if !slices.Equal(named, ids) {
			t.Errorf("%T names %v, there are %v", v, named, ids)
		}
	}
}

// TestSchemesAreMarkers: every marker that a paper may name is read, and those of the packs
// are among them.
func TestSchemesAreMarkers(t *testing.T) {
	markers := plan.Markers(nil).Values()
	for _, m := range markers {
		if _, err := ParseScheme([]string{"1.", m}); err != nil {
			t.Errorf("%s: %v", m, err)
		}
	}
	var used [][]string
	for _, p := range Packs() {
		src, err := os.ReadFile("data/" + p.ID + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		_, schemes, _ := strings.Cut(string(src), "\nschemes:")
		schemes, _, _ = strings.Cut(schemes, "\nkinds:")
		used = append(used, regexp.MustCompile(`"([^"]+)"`).FindAllStringSubmatch(schemes, -1)...)
	}
	if len(used) < 20 {
		t.Fatalf("%d markers in the schemes", len(used))
	}
	for _, m := range used {
		if !slices.Contains(markers, m[1]) {
			t.Errorf("a scheme has %s, which no paper may name", m[1])
		}
	}
}

// TestDateLine writes a date that is known in part: the rest is blanks at their widths.
func TestDateLine(t *testing.T) {
	h := &Default().Head
	for _, tt := range []struct {
		year, month, day int
		want             string
	}{
		{2026, 1, 5, "Cẩm Hòa, ngày [05] tháng [01] năm [2026]"},
		{2026, 5, 0, "Cẩm Hòa, ngày [] tháng [5] năm [2026]"},
		{0, 0, 0, "Cẩm Hòa, ngày [] tháng [] năm []"},
	} {
		var got strings.Builder
		for _, in := range h.DateLine("Cẩm Hòa, ", "date.", tt.year, tt.month, tt.day) {
			switch in := in.(type) {
			case *doc.Text:
				got.WriteString(in.S)
			case *doc.Blank:
				width := map[string]doc.Length{"date.day": h.DayBlank, "date.month": h.DayBlank, "date.year": h.YearBlank}[in.Name]
				if width == 0 || in.Width != width {
					t.Errorf("blank %s is %v wide, want %v", in.Name, in.Width, width)
				}
				got.WriteString("[" + in.Value + "]")
			}
		}
		if got.String() != tt.want {
			t.Errorf("got %q, want %q", &got, tt.want)
		}
	}
}

func TestSchemes(t *testing.T) {
	p := Default()
	for _, k := range plan.Kinds() {
		if len(p.Scheme(k.ID)) == 0 {
			t.Errorf("%s has no scheme", k.ID)
		}
	}
	for kind, want := range map[string]string{
		"ke-hoach": "mục khoản điểm - +", "quyet-dinh": "điều khoản điểm - +", "quy-che": "chương điều khoản điểm - +",
	} {
		var names []string
		for _, l := range p.Scheme(kind) {
			if l.Name == "" {
				l.Name = l.Prefix
			}
			names = append(names, l.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("scheme of %s is %q, want %q", kind, got, want)
		}
	}
	for _, bad := range [][]string{nil, {""}, {"Điều"}, {"(x"}, {"1.1."}, {"dài lắm"}, {"-", "1.1."}} {
		if s, err := ParseScheme(bad); err == nil {
			t.Errorf("ParseScheme(%q) gives %v", bad, s)
		}
	}
	for _, name := range p.Pack.SchemeNames() {
		if len(p.Pack.Scheme(name)) == 0 {
			t.Errorf("scheme %s is empty", name)
		}
	}
}

const officeFile = `kind: profile
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
signer: {position: Chủ tịch, name: Lê Văn Thắng}
figures:
- {rule: nd30.header.nation, value: "12"}
- {rule: body.indent, value: "10 mm"}
- {rule: page.margin-left, value: "25", reason: giấy in sẵn của đơn vị}
schemes:
- {kind: ke-hoach, levels: [A., I., 1., a), -]}
`

func TestOfficeProfile(t *testing.T) {
	p, found := ParseProfile("don-vi.yaml", []byte(officeFile))
	if p == nil || len(found) > 0 {
		t.Fatalf("findings: %v", found.Error())
	}
	if got := p.Head.Nation.Size.Pt(); got != 12 {
		t.Errorf("Quốc hiệu is %v pt", got)
	}
	if got := p.Body.Indent.MM(); got != 10 {
		t.Errorf("indent is %v mm", got)
	}
	if got := p.Page.Left.MM(); got != 25 {
		t.Errorf("left margin is %v mm", got)
	}
	if len(p.Scheme("ke-hoach")) != 5 || len(p.Scheme("bao-cao")) != len(Default().Scheme("bao-cao")) {
		t.Error("the office's scheme is not taken, or for other kinds too")
	}
	if len(p.Deviations) != 1 || p.Deviations[0].Reason != "giấy in sẵn của đơn vị" {
		t.Errorf("deviations %v", p.Deviations)
	}
	p.Report(&found)
	if len(found) != 1 || found[0].Rule != "nd30.page.margin-left" || found.HasErrors() {
		t.Errorf("report: %s", found.Error())
	}
	if d := Default(); d.Head.Nation.Size.Pt() != 13 || d.Page.Left.MM() != 30 || d.Office != nil || len(d.Deviations) != 0 {
		t.Error("an office's profile changed the decree's")
	}
	file, found := (&plan.Options{Defaults: p.Fill}).Parse("x.yaml", []byte("kind: thong-bao\nversion: 1\nsubject: Nghỉ lễ\nbody: Nghỉ.\n"))
	if found.HasErrors() {
		t.Fatal(found.Error())
	}
	if h := file.Paper().Head(); h.Issuer.Name != "Ủy ban nhân dân xã Cẩm Hòa" || h.Issuer.Place != "Cẩm Hòa" {
		t.Errorf("issuer %+v", h.Issuer)
	}
	if s := file.Paper().Foot().AllSigners(); len(s) != 1 || s[0].Name != "Lê Văn Thắng" {
		t.Errorf("signers %+v", s)
	}
}

// TestPartyProfile: papers of an office that follows the Party's rules follow them, unless
// they say otherwise, with an office's file or without.
func TestPartyProfile(t *testing.T) {
	office, found := ParseProfile("don-vi.yaml", []byte("kind: profile\nversion: 1\nstandard: hd05-2026\n"))
	if office == nil {
		t.Fatal(found.Error())
	}
	for _, tt := range []struct {
		p         *Profile
		had, want string
	}{
		{office, "", "hd05-2026"}, {office, Standard, Standard}, {DefaultOf("hd05-2026"), "", "hd05-2026"}, {Default(), "",
			""}, {new(Profile), "", ""},
	} {
		n := &plan.General{Header: plan.Header{Standard: tt.had}}
		if tt.p.Fill(n); n.Standard != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.had, n.Standard, tt.want)
		}
	}
}

// TestOfKind reads lists of words by kind.
func TestOfKind(t *testing.T) {
	party, state := DefaultOf("hd05-2026"), Default()
	for _, tt := range []struct{ got, want string }{
		{party.Head.SignOf("cong-van", ""), "CV"},
		{party.Head.SignOf("quy-dinh", "QyĐ"), "QĐi"},
		{party.Head.SignOf("bao-cao", "BC"), "BC"},
		{state.Head.SignOf("quy-dinh", "QyĐ"), "QyĐ"},
		{ofKind("bao-cao=", "bao-cao", "BC"), "BC"},
		{party.Foot.LeadOf("to-trinh"), "Kính trình"},
		{party.Foot.LeadOf("cong-van"), "Kính gửi"},
		{state.Foot.LeadOf("to-trinh"), "Kính gửi"},
		{state.Head.PrintedSymbol("KH-UBND"), "KH-UBND"},
		{party.Head.PrintedSymbol("NQ-ĐU"), "NQ/ĐU"},
		{party.Head.PrintedSymbol("CV/VPTW-nb"), "CV/VPTW-nb"},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
	if !party.Title.IsPlain("nghi-quyet") || party.Title.IsPlain("quyet-dinh") || state.Title.IsPlain("nghi-quyet") {
		t.Error("of the Party only resolutions have no order, of the State none")
	}
	if !party.Title.JoinsOrder() || state.Title.JoinsOrder() {
		t.Error("who decides stands before the order with the Party only")
	}
}

func TestOfficeMistakes(t *testing.T) {
	for _, w := range []struct{ figure, rule string }{
		{`{rule: page.margin-left, value: "25"}`, "nd30.page.margin-left"},
		{`{rule: body.indent, value: "11"}`, "nd30.body.indent"},
		{`{rule: no.such, value: "25"}`, "decree.unknown-rule"},
		{`{rule: title.attachment-letterhead, value: "25"}`, "decree.unknown-rule"},
		{`{rule: body.text, value: lớn}`, "decree.bad-figure"},
		{`{rule: body.text, value: "13.555"}`, "decree.bad-figure"},
		{`{rule: page.width, value: "99999", reason: khổ lớn}`, "decree.bad-figure"},
	} {
		p, found := ParseProfile("x.yaml", []byte("kind: profile\nversion: 1\nfigures:\n- "+w.figure+"\n"))
		if p != nil || len(found) != 1 || found[0].Rule != w.rule || found[0].Pos.Line != 4 {
			t.Errorf("%s: profile %v, findings %s", w.figure, p != nil, found.Error())
		}
	}
	if p, found := ParseProfile("x.yaml",
		[]byte("kind: profile\nversion: 1\nschemes:\n- {kind: ke-hoach, levels: [-, 1.1.]}\n")); p != nil || len(found) != 1 ||
		found[0].Rule != "decree.scheme" {
		t.Errorf("scheme: %s", found.Error())
	}
}

func TestQuantity(t *testing.T) {
	for text, want := range map[string]string{"12.7": "12,7 mm", "12,70": "12,7 mm", "20": "20 mm", "0": "0 mm", "0.25": "0,25 mm"} {
		q, err := parseQuantity(text, millimetre)
		if err != nil || q.String() != want {
			t.Errorf("%s is %q, %v; want %q", text, q, err, want)
		}
	}
	for _, bad := range []string{"", "-1", "NaN", "Inf", "1e9", "1.234", "x"} {
		if q, err := parseQuantity(bad, point); err == nil {
			t.Errorf("%q is read as %s", bad, q)
		}
	}
	if got := (quantity{1270, millimetre}).Length(); got != 457200 {
		t.Errorf("12.7 mm is %d EMU", got)
	}
	if got := (Face{Size: 14 * 12700}).Pitch().Twips(); got != 322 {
		t.Errorf("single pitch of 14 pt is %d twips", got)
	}
}

// TestDocs keeps docs/decree.md in step with the packs.
func TestDocs(t *testing.T) {
	const file = "../../docs/decree.md"
	const start, end = "<!-- rules -->\n", "<!-- end of rules -->\n"
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(old), start)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no place for the table of rules", file)
	}
	got := before + start + ruleTables() + end + after
	if got == string(old) {
		return
	}
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s is not what the packs say; go test ./docgen/decree -update writes it anew", file)
}
