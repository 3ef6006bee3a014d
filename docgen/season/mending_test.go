package season_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/season"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/award"
	"github.com/vanban-go/vanban/plan/diag"
)

const seasonName = "dot-khen-thuong.yaml"

// Achievements of the example's first person and first collective, behind which a
// cancellation is written.
const (
	ofHoa   = "    achievement: Vận động Nhân dân hiến 1.250 m² đất làm đường giao thông nông thôn\n"
	ofThon  = "    achievement: Dẫn đầu phong trào xây dựng nông thôn mới năm 2026\n"
	hoaBack = ofHoa + "    cancelled: {decision: {number: \"21\", date: 2027-02-03}, reason: Kê khai không đúng diện tích đất đã hiến, recover: 760000}\n"
	allBack = "  cancellation: {decision: {date: 2027-02}, reason: Hội đồng họp không đủ thành phần, recover: 34960000, signer: {capacity: [KT], acting_for: [Chủ tịch], position: Phó Chủ tịch, name: Phạm Thị Hòa}}\n  executors:\n"
)

// thonBack takes the collective's award back by the decision of a number.
func thonBack(number string) string {
	return ofThon + "    cancelled: {decision: {number: \"" + number + "\", date: 2027-02-03}, reason: Báo cáo thành tích không trung thực, recover: 1520000}\n"
}

// papersOf makes the papers of a stage of the example's season with its text
// edited, and gives their PDF bytes, or their own, by name.
func papersOf(t *testing.T, r *docgen.Renderer, stage award.Stage, o season.Options, edit ...string) (map[string][]byte, diag.List) {
	t.Helper()
	ctx := context.Background()
	papers, found, err := made(season.Papers(ctx, r, seasonOf(t, edit...), seasonName, stage, o))
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string][]byte)
	for _, p := range papers {
		name, data := p.Name+p.Ext, p.Data
		if p.Doc != nil {
			var b bytes.Buffer
			if _, err := r.PDF(ctx, &b, p.Doc); err != nil {
				t.Fatal(err)
			}
			data = b.Bytes()
		}
		if all[name] != nil {
			t.Errorf("two papers are called %s", name)
		}
		all[name] = data
	}
	return all, found
}

func newRenderer(t *testing.T) *docgen.Renderer {
	t.Helper()
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestCertificateAgain: one certificate printed again has the bytes of the first
// time; what has none, or was taken back, is refused at its place.
func TestCertificateAgain(t *testing.T) {
	r := newRenderer(t)
	whole, _ := papersOf(t, r, award.CertificateStage, season.Options{})
	one, found := papersOf(t, r, award.CertificateStage, season.Options{Only: 8})
	const name = "giay-khen-008-nguyen-thi-hoa"
	if found.HasErrors() || len(one) != 1 || one[name] == nil || !bytes.Equal(one[name], whole[name]) {
		t.Errorf("%d certificates, want the same one: %v", len(one), found)
	}
	none, found := papersOf(t, r, award.CertificateStage, season.Options{Only: 99})
	refused(t, len(none), found, ruleid.Register, "không có khen thưởng nào mang số vào sổ 99")
	none, found = papersOf(t, r, award.CertificateStage, season.Options{Only: 8}, ofHoa, hoaBack)
	refused(t, len(none), found, ruleid.Register, "số vào sổ 8 đã bị hủy bỏ")
	if _, _, err := made(season.Papers(context.Background(), r, seasonOf(t), seasonName, "", season.Options{Only: 8})); err == nil {
		t.Error("a register number without its stage is taken")
	}
}

func refused(t *testing.T, papers int, found diag.List, rule, message string) {
	t.Helper()
	if papers > 0 {
		t.Errorf("%d papers were made", papers)
	}
	for _, d := range found {
		if d.Level == diag.Error && d.Rule == rule && strings.Contains(d.Message, message) && d.Pos.IsValid() {
			return
		}
	}
	t.Errorf("no error %q %q with a place: %v", rule, message, found)
}

// TestCancelledKeepsThePast: an award that is taken back leaves every paper that
// was signed before as it is; the register says so, and there is no certificate.
func TestCancelledKeepsThePast(t *testing.T) {
	r := newRenderer(t)
	before, _ := papersOf(t, r, "", season.Options{})
	after, found := papersOf(t, r, "", season.Options{}, ofHoa, hoaBack)
	if found.HasErrors() {
		t.Fatal(found)
	}
	const gone, new, register = "giay-khen-008-nguyen-thi-hoa", "quyet-dinh-huy-bo", "so-khen-thuong.csv"
	for name, data := range before {
		switch {
		case name == gone:
			if after[name] != nil {
				t.Errorf("%s is still made", name)
			}
		case name != register && !bytes.Equal(after[name], data):
			t.Errorf("%s is another", name)
		}
	}
	if after[new] == nil || len(after) != len(before) {
		t.Errorf("%d papers, want those before with %s for %s", len(after), new, gone)
	}
	if was, is := string(before[register]), string(after[register]); is != strings.Replace(was, "760.000,,\r\n",
		"760.000,,Đã hủy bỏ theo Quyết định số 21/QĐ-UBND ngày 03/02/2027: Kê khai không đúng diện tích đất đã hiến\r\n", 1) {
		t.Errorf("register:\n%s", is)
	}
}

// TestCancelledBeforePayment: the payment list of a day on or after the cancelling leaves the
// award out, one of the day before keeps it; all taken back, there is no list.
func TestCancelledBeforePayment(t *testing.T) {
	r := newRenderer(t)
	for _, tt := range []struct{ day, total string }{{"2027-02-02", "34.960.000"}, {"2027-02-03", "34.200.000"}} {
		pay := "payment:\n  date: " + tt.day + "\nfund:\n"
		papers, found, err := made(season.Papers(context.Background(), r, seasonOf(t, ofHoa, hoaBack, "fund:\n", pay), seasonName,
			award.PaymentStage, season.Options{}))
		if err != nil || found.HasErrors() || len(papers) != 2 {
			t.Fatal(len(papers), err, found)
		}
		if text := textOf(t, r, papers[0]); !strings.Contains(text, tt.total) {
			t.Errorf("paid on %s:\n%s", tt.day, text)
		}
	}
	all := strings.Replace(strings.Replace(allBack, "2027-02}", "2027-02-03}", 1), "recover: 34960000, ", "", 1)
	papers, found := papersOf(t, r, award.PaymentStage, season.Options{}, "  executors:\n", all, "fund:\n",
		"payment:\n  date: 2027-02-03\nfund:\n")
	if found.HasErrors() || len(papers) != 1 || papers["so-khen-thuong.csv"] == nil {
		t.Errorf("%d papers, want the register alone: %v", len(papers), found)
	}
}

// TestMendedSaid: the payment list names the decisions that make it differ from the signed list, an amending decision those
// that mended the signed one before it, and a cancelling one those that amended what it takes back.
func TestMendedSaid(t *testing.T) {
	r := newRenderer(t)
	cancelled := func(number, day, recover string) string {
		return "    cancelled: {decision: {number: \"" + number + "\", date: " + day + "}, reason: Khai sai" + recover + "}\n"
	}
	const of, by = " ngày 15 tháng 12 năm 2026", "/QĐ-UBND ngày 22 tháng 12 năm 2026"
	const unpaid, paid, list, amending, cancelling = "", ", recover: 1520000", "danh-sach-chi-tien-thuong",
		"quyet-dinh-sua-doi-bo-sung", "quyet-dinh-huy-bo"
	head := "(Kèm theo Quyết định số 512/QĐ-UBND" + of + " của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa"
	kept := "Các nội dung khác của Quyết định số 512/QĐ-UBND" + of + " giữ nguyên"
	for _, tt := range []struct {
		name, paper string
		edit        []string
		want        string
	}{
		{"nothing mended", list, nil, head + ")"},
		{"cancelled unpaid", list, []string{ofThon, ofThon + cancelled("529", "2026-12-22", unpaid)},
			head + ", được hủy bỏ một phần theo Quyết định số 529" + by + ")"},
		{"cancelled, paid before", list, []string{ofThon, ofThon + cancelled("529", "2026-12-22", paid)}, head + ")"},
		{"amended", list, []string{ofHoa, hoaAmended}, head + ", được sửa đổi theo Quyết định số 530" + by + ")"},
		{"by two", list, []string{ofThon, ofThon + cancelled("20", "2027-01-05", unpaid), ofHoa, hoaAmended},
			head + ", được sửa đổi theo Quyết định số 530" + by + " và hủy bỏ một phần theo Quyết định số 20/QĐ-UBND ngày 05 tháng 01 năm 2027)"},
		{"amended, cancelled unpaid", list, []string{ofHoa, hoaAmended + cancelled("531", "2026-12-22", unpaid)},
			head + ", được hủy bỏ một phần theo Quyết định số 531" + by + ")"},
		{"added", list, []string{nominees, left}, head + ")"},
		{"amending first", amending, []string{ofThon, ofThon + cancelled("531", "2026-12-22", paid), ofHoa, hoaAmended}, kept + "."},
		{"amending second", amending, []string{ofThon, ofThon + cancelled("529", "2026-12-22", paid), ofHoa, hoaAmended},
			kept + ", trừ nội dung đã hủy bỏ tại Quyết định số 529" + by + "."},
		{"amending again", amending + "-2", []string{ofThon, strings.Replace(strings.Replace(thonAmended, "530", "533", 1), "12-22", "12-24", 1),
			nominees, left}, kept + ", trừ nội dung đã bổ sung tại Quyết định số 530" + by + "."},
		{"cancelling what was amended", cancelling, []string{ofHoa, hoaAmended + cancelled("531", "2026-12-22", paid)},
			", đã được sửa đổi tại Quyết định số 530" + by},
	} {
		papers, found, err := made(season.Papers(t.Context(), r, seasonOf(t, tt.edit...), seasonName, "", season.Options{}))
		if err != nil || found.HasErrors() {
			t.Fatal(tt.name, err, found)
		}
		at := slices.IndexFunc(papers, func(p season.Paper) bool { return p.Name == tt.paper })
		if at < 0 {
			t.Errorf("%s: no %s", tt.name, tt.paper)
		} else if text := textOf(t, r, papers[at]); !strings.Contains(text, tt.want) {
			t.Errorf("%s: lacks %q\n%s", tt.name, tt.want, text)
		}
	}
}

// TestMendingSent: who carries out a decision that mends is said by an article of its own, whatever the recipients of the decision name; a
// finding about one of them stands at its place.
func TestMendingSent(t *testing.T) {
	r := newRenderer(t)
	const own = "      - Như Điều 3\n"
	for to, want := range map[string]string{
		own: "- Như Điều 4;", "": "- Như Điều 4;", "      - Như Điều 3 (t/h)\n": "- Như Điều 3 (t/h);", "      - Như trên\n": "- Như trên;",
	} {
		set := seasonOf(t, nominees, left, "      - Sở Nội vụ (b/c)\n", to+"      - Sở Nội vụ (b/c)\n      - \"Lưu: VT\"\n")
		papers, found, err := made(season.Papers(t.Context(), r, set, seasonName, award.AmendingStage, season.Options{}))
		if err != nil || found.HasErrors() || len(papers) == 0 {
			t.Fatal(err, found)
		}
		text := textOf(t, r, papers[0])
		var sent []string
		for _, line := range strings.Split(text[strings.Index(text, "Nơi nhận:"):], "\n")[1:3] {
			first, _, _ := strings.Cut(line, "  ")
			sent = append(sent, first)
		}
		if strings.Join(sent, "") != want+"- Sở Nội vụ (b/c);" {
			t.Errorf("%q: %v", to, sent)
		}
		above, _, _ := strings.Cut(string(set.File(seasonName).Source()), "Lưu: VT")
		line := strings.Count(above, "\n") + 1
		if at := slices.IndexFunc(found, func(d *diag.Diagnostic) bool { return strings.Contains(d.Message, "Lưu") }); at < 0 || found[at].Pos.Line != line {
			t.Errorf("%q: line %d: %v", to, line, found)
		}
	}
}

// TestPaymentNumbers: twelve figures of an identity card have room in a payment list, with an account beside them or without.
func TestPaymentNumbers(t *testing.T) {
	r := newRenderer(t)
	const identity, account = "    identity: \"038069001234\"\n", "    account: \"0123456789012345, Ngân hàng Nông nghiệp\"\n"
	for _, numbers := range []string{identity, account, identity + account} {
		papers, found := papersOf(t, r, award.PaymentStage, season.Options{}, ofHoa, ofHoa+numbers)
		if found.HasErrors() || papers["danh-sach-chi-tien-thuong"] == nil {
			t.Errorf("%s: %v", numbers, found)
		}
	}
}

// TestRegisterOrder: the register goes by its own numbers, whatever the order of the season's file, and says of a decision
// without number and date nothing.
func TestRegisterOrder(t *testing.T) {
	r := newRenderer(t)
	set := seasonOf(t, "  number: \"512\"\n  date: 2026-12-15\n", "", ofHoa, ofHoa+"    register: 40\n")
	papers, found, err := made(season.Papers(context.Background(), r, set, seasonName, award.PaymentStage, season.Options{Draft: true}))
	if err != nil || found.HasErrors() || len(papers) != 2 {
		t.Fatal(len(papers), err, found)
	}
	rows, err := csv.NewReader(bytes.NewReader(papers[1].Data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows[1:] {
		if last := i == len(rows)-2; last && row[0] != "40" || !last && row[0] != strconv.Itoa(i+1) || row[6] != "" {
			t.Errorf("row %d of the register: %q, by %q", i+1, row[0], row[6])
		}
	}
}

// TestCancellation compares the decisions that take awards back with the texts in
// testdata/khen-thuong-mending.
func TestCancellation(t *testing.T) {
	r := newRenderer(t)
	for _, tt := range []struct {
		name string
		edit []string
		want int
	}{
		{"one", []string{ofHoa, hoaBack}, 1},
		{"two", []string{ofHoa, hoaBack, ofThon, thonBack("21")}, 1},
		{"whole", []string{"  executors:\n", allBack}, 1},
		{"two decisions", []string{ofHoa, hoaBack, ofThon, thonBack("22")}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			ctx := context.Background()
			papers, found, err := made(season.Papers(ctx, r, seasonOf(t, tt.edit...), seasonName, award.CancellationStage,
				season.Options{}))
			if err != nil || found.HasErrors() || len(papers) != tt.want {
				t.Fatal(len(papers), err, found)
			}
			if len(papers) > 1 {
				if papers[0].Name == papers[1].Name {
					t.Errorf("two papers are called %s", papers[0].Name)
				}
				return
			}
			golden(t, r, papers[0], tt.name)
		})
	}
	none, found := papersOf(t, r, award.CancellationStage, season.Options{})
	refused(t, len(none), found, ruleid.Nobody, "không có khen thưởng nào bị hủy bỏ")
}

// TestCancelledTitles: a title that comes with money alone leaves nothing to give back but money, and without a payment nothing.
func TestCancelledTitles(t *testing.T) {
	r := newRenderer(t)
	const head = "kind: quyet-dinh\nversion: 1\ntype: khen-thuong\nissuer: {name: Sở Xây dựng, abbreviation: SXD, place: Lam Sơn}\nnumber: \"4\"\n" +
		"date: 2026-12-20\nsigner: {position: Giám đốc, name: Ma Văn Kháng}\ndistribution: {file_copy: [VT]}\nawardees:\n"
	one := func(name, award, recover string) string {
		return "  - {kind: individual, honorific: Ông, name: " + name + ", unit: Phòng 1, award: " + award + ", achievement: Làm tốt, " +
			"cancelled: {decision: {number: \"9\", date: 2027-01-05}, reason: Bị kỷ luật" + recover + "}}\n"
	}
	const objects, money, paid = "Thu hồi hiện vật khen thưởng", "iền thưởng đã nhận", ", recover: 760000"
	for _, tt := range []struct {
		name, awardees string
		has, lacks     []string
	}{
		{"nothing handed over", one("Lê Văn An", "LDTT", ""), []string{"Điều 2. Quyết định này có hiệu lực"}, []string{"hu hồi"}},
		{"money alone", one("Lê Văn An", "LDTT", paid),
			[]string{"và thu hồi tiền thưởng\n", "Điều 2. Thu hồi tiền thưởng đã nhận, tổng số 760.000"},
			[]string{"hiện vật"}},
		{"a paper alone", one("Lê Văn An", "GKDV", ""), []string{"và thu hồi hiện vật\n", objects + ".\n"}, []string{money}},
		{"both", one("Lê Văn An", "GKDV", paid), []string{"và thu hồi hiện vật, tiền thưởng\n", objects + " và tiền thưởng đã nhận"}, nil},
		{"of the dead", one("Lê Văn An", "GKDV, posthumous: true", ""), []string{"hủy bỏ việc truy tặng Giấy khen", "Hủy bỏ việc truy tặng Giấy khen"},
			[]string{"việc tặng"}},
		{"of the dead and others", one("Lê Văn An", "GKDV, posthumous: true", "") + one("Lê Văn Ba", "GKDV", ""),
			[]string{"hủy bỏ việc tặng và truy tặng Giấy khen", "Cá nhân bị hủy bỏ việc tặng và truy tặng Giấy khen"}, nil},
		{"a list without money", one("Lê Văn An", "GKDV", "") + one("Lê Văn Ba", "LDTT", ""), []string{objects, "Họ và tên "},
			[]string{"tên tập thể", "Tổng cộng", money, "thu hồi (đồng)"}},
	} {
		f, found := plan.Parse("dot.yaml", []byte(head+tt.awardees))
		if found.HasErrors() {
			t.Fatal(found)
		}
		papers, found, err := made(season.Papers(t.Context(), r, plan.NewSet(f), "dot.yaml", award.CancellationStage, season.Options{}))
		if err != nil || found.HasErrors() || len(papers) != 1 {
			t.Fatalf("%s: %v, %v", tt.name, err, found)
		}
		text := textOf(t, r, papers[0])
		for _, want := range tt.has {
			if !strings.Contains(text, want) {
				t.Errorf("%s: lacks %q\n%s", tt.name, want, text)
			}
		}
		for _, bad := range tt.lacks {
			if strings.Contains(text, bad) {
				t.Errorf("%s: has %q\n%s", tt.name, bad, text)
			}
		}
	}
}

// golden compares the text of a paper with a file of testdata/khen-thuong-mending.
func golden(t *testing.T, r *docgen.Renderer, p season.Paper, name string) {
	t.Helper()
	var text bytes.Buffer
	if _, err := r.Text(context.Background(), &text, p.Doc); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("VANBAN_KEEP"); dir != "" {
		var pdf bytes.Buffer
		if _, err := r.PDF(context.Background(), &pdf, p.Doc); err != nil {
			t.Fatal(err)
		}
		os.WriteFile(filepath.Join(dir, name+".pdf"), pdf.Bytes(), 0o644)
	}
	same(t, filepath.Join("testdata", "khen-thuong-mending", strings.ReplaceAll(name, " ", "-")+".txt"), text.Bytes())
}

// same compares a text with a file, or writes the file.
func same(t *testing.T, file string, text []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil {
		t.Error(err)
	} else if !bytes.Equal(want, text) {
		t.Errorf("differs from %s:\n%s", file, text)
	}
}

const excerptHead = `kind: ban-sao
version: 1
form: trich-sao
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "7"
date: 2026-12-20
signer: {capacity: [TL], acting_for: [Chủ tịch], position: Chánh Văn phòng, name: Cao Xuân Bách}
distribution: {to: [Bà Nguyễn Thị Hoa], file_copy: [VT]}
`

// TestExcerpt: a trích sao for one awardee has the decision's articles and
// signature, and that line of the list alone.
func TestExcerpt(t *testing.T) {
	r := newRenderer(t)
	copied := func(original plan.File, text string) *plan.Set {
		f, found := plan.Parse("ban-sao.yaml", []byte(excerptHead+"original: "+original.Name+"\n"+text))
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		plans := seasonOf(t).File("ke-hoach.yaml")
		return plan.NewSet(f, &original, plans)
	}
	copy := func(s *plan.Set) (season.Paper, diag.List) {
		d, found, err := build(r, s, "ban-sao.yaml")
		if err != nil {
			t.Fatal(err)
		}
		return season.Paper{Doc: d}, found
	}
	of := *seasonOf(t).File(seasonName)
	p, found := copy(copied(of, "register: 8\n"))
	if found.HasErrors() {
		t.Fatal(found)
	}
	golden(t, r, p, "excerpt")

	decision := alone(t, "").File(aloneName)
	p, found = copy(copied(*decision, "register: 2\n"))
	if found.HasErrors() {
		t.Fatal(found)
	}
	golden(t, r, p, "excerpt of a decision")
	if said := fmt.Sprint(found); strings.Contains(said, "không nối tiếp số trước") { // "2." without "1."
		t.Error(said)
	}
	typed, _ := plan.Parse("ban-sao.yaml", []byte(excerptHead+"original: qd.yaml\nexcerpt: |\n  Điều 1. Việc chung\n\n  3. Việc sau.\n"))
	whole, _ := plan.Parse("qd.yaml", []byte("kind: quyet-dinh\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, "+
		"place: Cẩm Hòa}\nnumber: \"1\"\ndate: 2026-12-15\nsubject: Việc\ndecided_by: chairman\nlegal_bases: [Căn cứ Luật]\narticles:\n  - text: \"Việc chung\\n\\n"+
		"3. Việc sau.\"\nsigner: {position: Chủ tịch, name: Lê Văn Thắng}\ndistribution: {file_copy: [VT]}\n"))
	for set, want := range map[*plan.Set]int{plan.NewSet(typed, whole): 0, plan.NewSet(whole): 1} {
		_, found, err := build(r, set, map[int]string{0: "ban-sao.yaml", 1: "qd.yaml"}[want])
		if err != nil || strings.Count(fmt.Sprint(found), "không nối tiếp số trước") != want {
			t.Error(err, found)
		}
	}
	unsigned := alone(t, "", "number: \"230\"\n", "").File(aloneName)
	_, found = copy(copied(*unsigned, "register: 2\n"))
	refused(t, 0, found, ruleid.Blank, `trích sao còn thiếu "number" (số) của quyết định`)
	p, found = copy(copied(*unsigned, "register: 2\ndraft: Dự thảo\n"))
	if found.HasErrors() || !strings.Contains(textOf(t, r, p), "(Dự thảo)") {
		t.Errorf("draft of an excerpt: %v\n%s", found, textOf(t, r, p))
	}

	_, found = copy(copied(of, "register: 99\n"))
	refused(t, 0, found, ruleid.Register, "không có số vào sổ 99")
	_, found = copy(copied(*seasonOf(t).File("ke-hoach.yaml"), "register: 1\n"))
	refused(t, 0, found, "docgen.no-original", "không phải quyết định khen thưởng hay đợt khen thưởng")
	_, found = copy(copied(*seasonOf(t, "  number: \"512\"\n", "").File(seasonName), "register: 8\n"))
	refused(t, 0, found, ruleid.Blank, "số")
	_, found = plan.Parse("ban-sao.yaml", []byte(strings.Replace(excerptHead, "trich-sao", "sao-y", 1)+"original: x.yaml\nregister: 8\n"))
	refused(t, 0, found, "plan.conflict", "register")
}

// TestCancelledByTheLawOfItsDay: a decision that cancels rests on the acts of its own day, one without a day on those
// of the decision on awards.
func TestCancelledByTheLawOfItsDay(t *testing.T) {
	for _, tt := range []struct {
		date    string
		amended bool // the law, in the autumn between the two
	}{{"2027-02-03", true}, {"2026-07-02", false}, {"2027", false}} {
		by := "{decision: {number: \"21\", date: " + tt.date + "}, reason: Khai sai}"
		more := strings.Replace(second, "award: GKXA}", "award: GKXA, cancelled: "+by+"}", 1)
		text := paperText(t, newRenderer(t), alone(t, more), aloneName, "quyet-dinh-huy-bo", season.Options{Draft: true})
		if got := strings.Contains(text, "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"); got != tt.amended {
			t.Errorf("of %s: %t\n%s", tt.date, got, text)
		}
	}
}

// TestRegisterNames: names stand in the register as papers print them, with one space between their words.
func TestRegisterNames(t *testing.T) {
	usual, _ := papersOf(t, newRenderer(t), award.PaymentStage, season.Options{})
	spaced, _ := papersOf(t, newRenderer(t), award.PaymentStage, season.Options{}, "name: Đỗ Hữu Thành", "name: Đỗ  Hữu   Thành")
	const register = "so-khen-thuong.csv"
	if !bytes.Equal(usual[register], spaced[register]) {
		t.Errorf("%s", spaced[register])
	}
}
