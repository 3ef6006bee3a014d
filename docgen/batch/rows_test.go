package batch

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
)

// rosterJob makes one line of text of each row, by which the tests know it again.
const rosterJob = `kind: job
version: 1
document:
  kind: thong-bao
  version: 1
  issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
  date: 2026-03-15
  subject: Về {{.name}}
  body: "{{.note}}"
  signer: {position: Chủ tịch, name: Bùi Thị Huệ}
  distribution: {file_copy: [VT]}
list: {file: danh-sach.csv}
columns:
  - {heading: Họ và tên, name: name}
  - {heading: Năm sinh, name: year, optional: true}
  - {heading: Ngày sinh, name: born, type: date, optional: true}
  - {heading: Đơn vị, name: unit, optional: true}
  - {heading: Điểm, name: mark, type: number, optional: true}
  - {heading: Ghi chú, name: note, optional: true}
key: [name]
numbers: {from: range, first: 1, last: 99}
names: "{{.number}}-{{slug .name}}"
formats: [txt]
`

const rosterHead = "Họ và tên;Năm sinh;Ngày sinh;Đơn vị;Điểm;Ghi chú\n"

// names gives the files of a run, in order.
func names(t testing.TB, dir string) string {
	t.Helper()
	var all []string
	for name := range maps.Keys(tree(t, dir)) {
		if strings.HasSuffix(name, ".txt") {
			all = append(all, strings.TrimSuffix(name, ".txt"))
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// TestRowsThatAreNoRecords: each is a finding, takes no number, and is no other's fault.
func TestRowsThatAreNoRecords(t *testing.T) {
	list := rosterHead + "(1);(2);(3);(4);(5);(6)\nAn;;;;;x\nI. KHỐI THÔN;;;;;\nBé;;;;;y\nTổng cộng;;;;5;\nNgười lập biểu;;;;;\nTrần Văn B;;;;;\n"
	dir := t.TempDir()
	res, found := runJob(t, files(rosterJob, list), dir, Options{})
	const want = `danh-sach.csv:2:1: lỗi [batch.row]: dòng 2: chỉ đánh số các cột, không phải một bản ghi; xóa dòng này khỏi danh sách, hoặc loại bằng "filter"
danh-sach.csv:4:1: lỗi [batch.row]: dòng 4: là tiêu đề của một nhóm, không phải một bản ghi; xóa dòng này khỏi danh sách; nếu cần tên nhóm thì ghi thành một cột, hoặc loại bằng "filter"
danh-sach.csv:6:1: lỗi [batch.row]: dòng 6: là dòng cộng, không phải một bản ghi; xóa dòng này khỏi danh sách, hoặc loại bằng "filter"
danh-sach.csv:7:1: lỗi [batch.row]: dòng 7: là phần ký của danh sách, không phải một bản ghi; xóa phần ký khỏi danh sách, hoặc loại bằng "filter"
danh-sach.csv:8:1: lỗi [batch.row]: dòng 8: đứng dưới phần ký của danh sách, không phải một bản ghi; xóa dòng này khỏi danh sách, hoặc loại bằng "filter"
`
	if found != want || res.Bad != 5 || names(t, dir) != "01-an 02-be" {
		t.Errorf("%+v, %s, got\n%s", res, names(t, dir), found)
	}
	// A filter takes values whatever their capitals and blanks, leaves out no row of which nobody
	// knows what stands where, and is refused when it takes nothing: it, or the list, is wrong.
	passed := strings.Replace(rosterJob, "key: [name]", "filter: [{column: note, is: [Đạt]}]\nkey: [name]", 1)
	list = rosterHead + "An;;;;;đạt\nBé;;;;; ĐẠT.\nCúc;;;;;Không đạt\n"
	if res, found := runJob(t, files(passed, list), t.TempDir(), Options{}); res.Written != 2 || found != "" {
		t.Errorf("%+v\n%s", res, found)
	}
	if res, found := runJob(t, files(passed, list+"Dần;thôn 1; xã Cẩm Hòa;;;;Đạt\n"), t.TempDir(), Options{}); res.Bad != 1 ||
		!strings.Contains(found, "danh-sach.csv:5:1: lỗi [batch.row]: dòng 5: có 7 ô, dòng tiêu đề chỉ có 6") ||
		strings.Contains(found, "filter") {
		t.Errorf("%+v\n%s", res, found)
	}
	nobody := strings.Replace(passed, "is: [Đạt]", "is: [Xuất sắc]", 1)
	if res, found := runJob(t, files(nobody, list), t.TempDir(), Options{}); res.Bad != 1 || res.Written != 0 ||
		!strings.Contains(found, "tac-vu.yaml:"+lineOf(nobody, "filter:")+":") ||
		!strings.Contains(found, "lỗi [batch.list]: điều kiện lọc không lấy dòng nào") {
		t.Errorf("%+v\n%s", res, found)
	}
	// The filter leaves them out before anything is said.
	filtered := strings.Replace(rosterJob, "key: [name]", "filter: [{column: note, filled: true}]\nkey: [name]", 1)
	if res, found := runJob(t, files(filtered, rosterHead+"An;;;;;x\nTổng cộng;;;;5;\n"), t.TempDir(), Options{}); res.Bad != 0 ||
		found != "" {
		t.Errorf("%+v\n%s", res, found)
	}
	// Among groups they are nobody's, and no summary is made without them.
	grouped := strings.Replace(groupJob, "{heading: Phụ trách, name: head}", "{heading: Phụ trách, name: head, optional: true}", 1)
	res, found = runJob(t, files(grouped, "Đơn vị,Phụ trách,Việc,Tiền\nThôn 1,An,Quét,100\nTổng cộng,,,100\n"), t.TempDir(), Options{})
	if res.Written != 1 || res.Bad != 2 || !strings.Contains(found, "là dòng cộng") ||
		!strings.Contains(found, "không lập được văn bản tổng hợp") {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestBrokenBehind: a list that breaks off far behind its head is told with its place.
func TestBrokenBehind(t *testing.T) {
	list := rosterHead + strings.Repeat("An;;;;;x\n", 400) + "\"Bé;;;;;\n"
	dir := t.TempDir()
	job := strings.NewReplacer("key: [name]\n", "", "last: 99", "last: 999").Replace(rosterJob)
	res, found := runJob(t, files(job, list), dir, Options{Workers: 2})
	if !strings.Contains(found, "danh-sach.csv:402:11: lỗi [batch.list]: dấu ngoặc kép trong tệp CSV không khép đúng") ||
		res.Written != 0 || res.Bad == 0 || names(t, dir) != "" {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestSort: rows in the order of the job, numbered in it.
func TestSort(t *testing.T) {
	list := rosterHead + "Trần Đình Bé;;02/01/1990;thôn 10;9,5;x\nLê Văn Ân;;;thôn 7;10;x\nLê Văn An;;01/01/1990;thôn 7;;x\nĐỗ Thị An;;03/01/1989;thôn 10;9;x\n"
	for by, want := range map[string]string{
		"[]":                               "01-tran-dinh-be 02-le-van-an 03-le-van-an-2 04-do-thi-an",
		"[{column: name, by: given-name}]": "01-do-thi-an 02-le-van-an 03-le-van-an 04-tran-dinh-be",
		"[{column: unit}, {column: name, by: given-name}]": "01-le-van-an 02-le-van-an 03-do-thi-an 04-tran-dinh-be",
		"[{column: mark, descending: true}]":               "01-le-van-an 02-tran-dinh-be 03-do-thi-an 04-le-van-an",
		"[{column: born}]":                                 "01-do-thi-an 02-le-van-an 03-tran-dinh-be 04-le-van-an",
		"[{column: name}]":                                 "01-do-thi-an 02-le-van-an 03-le-van-an 04-tran-dinh-be",
	} {
		dir := t.TempDir()
		job := strings.Replace(rosterJob, "key: [name]", "sort: "+by+"\nkey: [name]", 1)
		res, found := runJob(t, files(job, list), dir, Options{})
		if got := names(t, dir); got != strings.ReplaceAll(want, "-2", "") || found != "" || res.Written != 4 {
			t.Errorf("sort %s: %s, want %s\n%s", by, got, want, found)
		}
	}
	if j, found := Load(files(strings.Replace(rosterJob, "key:", "sort: [{column: x}]\nkey:", 1), ""), "tac-vu.yaml"); j != nil ||
		!strings.Contains(fmt.Sprint(found), `không có cột "x"`) {
		t.Error(found)
	}
}

// TestFolderOfAUnit: rows sorted and grouped, one folder a unit, names as papers write them.
func TestFolderOfAUnit(t *testing.T) {
	job := strings.NewReplacer(`"{{.number}}-{{slug .name}}"`, `"{{slug .unit}}/{{slug .name}}"`,
		"Về {{.name}}", "Về {{name .name}}").Replace(rosterJob)
	dir := t.TempDir()
	runJob(t, files(job, rosterHead+"K'BRÊU;;;Thôn 7/8;;x\nNGUYỄN VĂN AN;;;Thôn 9;;x\n"), dir, Options{})
	got := tree(t, dir)
	if !strings.Contains(got["thon-7-8/k-breu.txt"], "Về K'Brêu") ||
		!strings.Contains(got["thon-9/nguyen-van-an.txt"], "Về Nguyễn Văn An") {
		t.Errorf("%v", got)
	}
}

// TestOnePerson: spellings of one name are one person, and of one unit one group.
func TestOnePerson(t *testing.T) {
	for _, second := range []string{"Nguyễn Qúy", "NGUYỄN QUÝ", "nguyễn  quý"} {
		res, found := runJob(t, files(rosterJob, rosterHead+"Nguyễn Quý;;;;;x\n"+second+";;;;;x\n"), t.TempDir(), Options{})
		if res.Bad != 1 || !strings.Contains(found, "trùng định danh với dòng 2") {
			t.Errorf("%s: %s", second, found)
		}
	}
	unique := strings.Replace(rosterJob, "name: name}", "name: name, unique: true}", 1)
	twice := files(strings.Replace(unique, "key: [name]\n", "", 1), rosterHead+"Đỗ Quý;;;;;x\nÐỗ Qúy;;;;;x\n")
	if _, found := runJob(t, twice, t.TempDir(), Options{}); !strings.Contains(found, "trùng với dòng 2") {
		t.Error(found)
	}
	list := "Đơn vị,Phụ trách,Việc,Tiền\nThôn Quý,An,Quét,100\nthôn Qúy,An,Trồng,1.000\n"
	if res, found := runJob(t, files(groupJob, list), t.TempDir(), Options{}); res.Documents != 2 || strings.Count(found, "\n") != 2 ||
		!strings.Contains(found, `ô A3 (cột "Đơn vị") ghi "thôn Qúy": viết khác dòng 2 của cùng nhóm`) {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestLinesOfACell: a line end in a cell is a new paragraph where the cell is one, else a
// space. Nothing in a cell is a mark or a marker.
func TestLinesOfACell(t *testing.T) {
	dir := t.TempDir()
	job := strings.Replace(rosterJob, `body: "{{.note}}"`,
		"body: |\n    {{.note}}\n    Theo {{.note}} và {{.note}}\n    {{.note}}{{.note}}", 1)
	res, found := runJob(t, files(job, rosterHead+"\"Lê\nAn\";;;;;\"Một.\n**Hai**\r\nĐiều 5. Ba {#to}\"\n"), dir, Options{})
	if res.Bad != 0 || found != "" {
		t.Fatal(found)
	}
	text := tree(t, dir)["01-le-an.txt"]
	var lines []string
	for l := range strings.Lines(text) {
		lines = append(lines, strings.TrimSpace(l))
	}
	for _, want := range []string{"Về Lê An", "Một.", "**Hai**", "Điều 5. Ba {#to}",
		"Theo Một. **Hai** Điều 5. Ba {#to} và Một. **Hai** Điều 5. Ba {#to}"} {
		if !slices.Contains(lines, want) {
			t.Errorf("no line %q in\n%s", want, text)
		}
	}
	if !strings.Contains(strings.ReplaceAll(text, "\n", " "), "{#to}Một. **Hai** Điều 5. Ba {#to}./.") {
		t.Errorf("two cells in one line:\n%s", text)
	}
}

// TestBirths: nobody is born after the paper.
func TestBirths(t *testing.T) {
	list := rosterHead + "A;2026;15/03/2026;;;x\nB;2027;;;;x\nC;;16/03/2026;;;x\nD;90;;;;x\nE;1990;01/01/1990;;;x\n"
	_, found := runJob(t, files(rosterJob, list), t.TempDir(), Options{})
	const want = `danh-sach.csv:3:2: lỗi [batch.cell]: ô B3 (cột "Năm sinh") ghi "2027": sau ngày của văn bản (2026-03-15); kiểm tra lại ngày, năm sinh
danh-sach.csv:4:3: lỗi [batch.cell]: ô C4 (cột "Ngày sinh") ghi "16/03/2026": sau ngày của văn bản (2026-03-15); kiểm tra lại ngày, năm sinh
`
	if found != want {
		t.Errorf("got\n%s", found)
	}
	undated := strings.Replace(rosterJob, "date: 2026-03-15", "date: 2026", 1)
	both := files(undated, rosterHead+"C;;16/03/2026;;;x\nD;;01/01/2027;;;x\n")
	if _, found := runJob(t, both, t.TempDir(), Options{}); strings.Count(found, "\n") != 1 || !strings.Contains(found, "C3") {
		t.Error(found)
	}
	// In a group the cell of its own row is named.
	born := strings.NewReplacer("Tiền, name: amount, type: money", "Ngày sinh, name: amount, type: date",
		`, cộng {{sum .rows \"amount\"}} đồng.`, ".").Replace(groupJob)
	born, _, _ = strings.Cut(born, "summary:")
	list = "Đơn vị,Phụ trách,Việc,Ngày sinh\nThôn 1,An,Quét,01/01/1990\nThôn 1,An,Dọn,01/01/2027\n"
	if _, found := runJob(t, files(born, list), t.TempDir(), Options{}); strings.Count(found, "\n") != 1 ||
		!strings.Contains(found, "ô D3") {
		t.Error(found)
	}
	other := strings.Replace(rosterJob, "heading: Ngày sinh", "heading: Ngày sinh hoạt", 1)
	list = strings.Replace(rosterHead, "Ngày sinh", "Ngày sinh hoạt", 1) + "C;;16/03/2027;;;x\n"
	if _, found := runJob(t, files(strings.Replace(other, "heading: Ngày sinh hoạt", "heading: Học sinh", 1),
		strings.Replace(list, "Ngày sinh hoạt", "Học sinh", 1)), t.TempDir(), Options{}); found != "" {
		t.Error(found)
	}
}

// TestFaultOfAColumn: what all cells of a column have wrong is told once.
func TestFaultOfAColumn(t *testing.T) {
	rows := [][]any{{"Họ và tên", "Năm sinh", "Ngày sinh", "Đơn vị", "Điểm", "Ghi chú"}}
	for i := range 5 {
		rows = append(rows, []any{fmt.Sprint("Người ", i), nil, sheetcase.Cell{Value: 33000, Format: "mm/yyyy"}, nil, nil, "x"})
	}
	rows[3][4] = "chín"
	fsys := files(strings.Replace(rosterJob, "danh-sach.csv", "danh-sach.xlsx", 1), "")
	fsys["danh-sach.xlsx"] = &fstest.MapFile{Data: sheetcase.Make(t, rows, nil)}
	res, found := runJob(t, fsys, t.TempDir(), Options{})
	const want = `danh-sach.xlsx:2:3: lỗi [batch.cell]: ô Sheet1!C2 (cột "Ngày sinh") ghi "05/1990": ô chỉ hiện "05/1990", không đủ ngày, tháng, năm; cả cột như vậy, các ô dưới không nêu lại; gõ đủ ngày, rồi định dạng ô là dd/mm/yyyy
danh-sach.xlsx:4:5: lỗi [batch.cell]: ô Sheet1!E4 (cột "Điểm") ghi "chín": không phải một số; gõ số bằng chữ số, ví dụ 1.500 hoặc 12,5
`
	if found != want || res.Bad != 5 || res.Written != 0 {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestUntypedColumn: numbers and days of a column that states no type go into the paper as their cells show them, which is
// said once a column; and a double key is said once.
func TestUntypedColumn(t *testing.T) {
	shown := strings.Replace(rosterJob, "{{.note}}", "{{.note}} {{.unit}} {{.year}}", 1)
	rows := [][]any{{"Họ và tên", "Năm sinh", "Ngày sinh", "Đơn vị", "Điểm", "Ghi chú"}}
	for i := range 3 {
		rows = append(rows, []any{10_001 + i, 1990, nil, sheetcase.Cell{Value: 46371, Format: "yyyy-mm-dd"}, nil, 1_012_500})
	}
	const days = `danh-sach.xlsx:2:4: cảnh báo [batch.cell]: ô Sheet1!D2 (cột "Đơn vị") ghi "2026-12-15": cột không ghi "type" (kiểu dữ liệu) ` +
		`nên vào văn bản đúng như ô hiện; các ô dưới không nêu lại; ghi "type: date" cho cột để có ngày/tháng/năm; đúng là muốn như ô hiện ` +
		"thì ghi \"type: text\"\n"
	const numbers = `danh-sach.xlsx:2:6: cảnh báo [batch.cell]: ô Sheet1!F2 (cột "Ghi chú") ghi "1012500": cột không ghi "type" (kiểu dữ liệu) ` +
		`nên vào văn bản đúng như ô hiện; các ô dưới không nêu lại; số tiền thì ghi "type: money" cho cột, số khác thì "type: number", để có ` +
		"dấu chấm; mã, năm thì ghi \"type: text\"\n"
	for _, tt := range []struct{ unit, note, want, body string }{
		{"", "", days + numbers, "1012500"},
		{", type: date", ", type: money", "", "1.012.500"},
		{", type: text", ", type: text", "", "1012500"},
	} {
		job := strings.NewReplacer("danh-sach.csv", "danh-sach.xlsx", "name: unit", "name: unit"+tt.unit, "name: note", "name: note"+tt.note).
			Replace(shown)
		fsys := files(job, "")
		fsys["danh-sach.xlsx"] = &fstest.MapFile{Data: sheetcase.Make(t, rows, nil)}
		dir := t.TempDir()
		res, found := runJob(t, fsys, dir, Options{})
		if found != tt.want || res.Written != 3 || !strings.Contains(fmt.Sprint(tree(t, dir)), tt.body) {
			t.Errorf("%+v\n%s", res, found)
		}
	}
	for born, want := range map[string]int{"1985": 1, "85": 0} {
		job := strings.Replace(shown, "name: year", "name: year, type: number", 1)
		_, found := runJob(t, files(job, rosterHead+"An;"+born+";;;;x\nBa;"+born+";;;;x\n"), t.TempDir(), Options{})
		if strings.Count(found, "năm vào văn bản có dấu chấm") != want {
			t.Errorf("%s: %s", born, found)
		}
	}
	sorted := strings.Replace(rosterJob, "name: year", "name: year, type: number", 1) + "sort: [{column: year}, {column: unit}]\n"
	if _, found := runJob(t, files(sorted, rosterHead+"An;1985;;1.500;;x\n"), t.TempDir(), Options{}); found != "" { // no paper has them
		t.Error(found)
	}
	if _, found := runJob(t, files(rosterJob, rosterHead+"An;;;;1985;x\n"), t.TempDir(), Options{}); strings.Contains(found, "năm vào văn bản có dấu chấm") {
		t.Error(found)
	}
	job := strings.Replace(strings.Replace(rosterJob, "name: name}", "name: name, unique: true}", 1), "{{.number}}-", "", 1)
	_, found := runJob(t, files(job, rosterHead+"An;;;;;x\nAn;;;;;y\n"), t.TempDir(), Options{})
	if strings.Count(found, "\n") != 1 || !strings.Contains(found, "trùng định danh với dòng 2") {
		t.Errorf("a double key:\n%s", found)
	}
}

// TestHeadingsOfAList: what is wrong with the columns, and what the list has instead.
func TestHeadingsOfAList(t *testing.T) {
	for _, tt := range []struct{ list, want string }{
		{"Họ và tên;Năm;Ngày sinh;Đơn vị;Điểm;Ghi chú\nAn;;;;;x\n",
			`danh-sach.csv:1:1: lỗi [batch.heading]: danh sách không có cột "Năm sinh"; các cột có: Họ và tên, Năm, Ngày sinh, Đơn vị, Điểm, Ghi chú; sửa tên cột trong danh sách, hoặc "heading" trong tác vụ` + "\n"},
		{"Họ và tên;Năm sinh;Ngày sinh;Đơn vị;Điểm;Ghi chú;điểm\nAn;;;;;x\n",
			`danh-sach.csv:1:7: lỗi [batch.heading]: tiêu đề cột "Điểm" có hai lần, hoặc gộp qua nhiều cột (E1 và G1); đặt cho mỗi cột một tên riêng` + "\n"},
	} {
		if res, found := runJob(t, files(rosterJob, tt.list), t.TempDir(), Options{}); found != tt.want || res.Bad != 1 {
			t.Errorf("%+v, got\n%s", res, found)
		}
	}
}

// TestRowsBesideTheColumns: a row that fills none of the columns that are used makes no paper, a column that goes on below no
// heading stops all.
func TestRowsBesideTheColumns(t *testing.T) {
	job := strings.Replace(strings.Replace(strings.Replace(rosterJob, "key: [name]\n", "", 1), "name: name}", "name: name, optional: true}", 1),
		"{{slug .name}}", "{{.row}}", 1)
	res, found := runJob(t, files(job, strings.ReplaceAll(rosterHead, "\n", ";Nam;Nữ\n")+";;;;;;x;\nAn;;;;;y;;x\n;;#N/A;;;;;x\n;;;;;x;;\n"),
		t.TempDir(), Options{})
	if res.Bad != 2 || res.Written != 2 || strings.Count(found, "mọi cột được dùng đều trống") != 1 ||
		!strings.Contains(found, "danh-sach.csv:2:1: lỗi [batch.missing]") {
		t.Errorf("%+v\n%s", res, found)
	}
	src := sheetcase.Make(t, [][]any{{"Họ và tên", nil, "Năm sinh", "Ngày sinh", "Đơn vị", "Điểm", "Ghi chú"},
		{"Lê Văn", "An"}, {"Lê Thị", "Ba"}}, nil)
	fsys := files(strings.Replace(rosterJob, "danh-sach.csv", "danh-sach.xlsx", 1), "")
	fsys["danh-sach.xlsx"] = &fstest.MapFile{Data: src}
	if res, found := runJob(t, fsys, t.TempDir(), Options{}); res.Written != 0 ||
		!strings.Contains(found, "danh-sach.xlsx:2:2: lỗi [batch.heading]: ô Sheet1!B2: cột B ghi \"An\" mà không có tiêu đề") {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestListOfAMac: a job names its list composed, the Mac stores it decomposed.
func TestListOfAMac(t *testing.T) {
	fsys := files(strings.Replace(rosterJob, "danh-sach.csv", "danh sách.csv", 1), "")
	fsys[norm.NFD.String("danh sách.csv")] = &fstest.MapFile{Data: []byte(rosterHead + "An;;;;;x\n")}
	dir := t.TempDir()
	if res, found := runJob(t, fsys, dir, Options{}); res.Written != 1 || found != "" {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestListKeys: keys of the list that say what becomes of what is refused otherwise.
func TestListKeys(t *testing.T) {
	dir := t.TempDir()
	job := strings.Replace(rosterJob, "{file: danh-sach.csv}", "{file: danh-sach.csv, ditto: fill, encoding: tcvn3}", 1)
	list := "Hä vµ tªn;N¨m sinh;Ngµy sinh;§¬n vÞ;§iÓm;Ghi chó\nLª V¨n An;;;Th«n 7;;x\nBÐ;;;nt;;y\n"
	job = strings.Replace(job, "{{.note}}", "{{.name}}, {{.unit}}", 1)
	if res, found := runJob(t, files(job, list), dir, Options{}); res.Written != 2 || found != "" {
		t.Errorf("%+v\n%s", res, found)
	}
	if text := tree(t, dir)["02-be.txt"]; !strings.Contains(text, "Bé, Thôn 7") {
		t.Error(text)
	}
}

// TestShardOfRows: parts of lists with rows that are no records, or cannot be read alone, are
// those of one run too. Rows in another order are not parted.
func TestShardOfRows(t *testing.T) {
	list := rosterHead + "Bé;;;thôn 1;;x\nTổng cộng;;;;;\nAn;;;-nt-;;x\nChi;;;thôn 2;;x\n"
	for name, job := range map[string]string{
		"marked": rosterJob,
		"groups": strings.Replace(rosterJob, "key: [name]", "group_by: name", 1),
		"filled": strings.Replace(rosterJob, "{file: danh-sach.csv}", "{file: danh-sach.csv, ditto: fill}", 1),
	} {
		one := t.TempDir()
		runJob(t, files(job, list), one, Options{})
		var parts []string
		for i := range 2 {
			dir := t.TempDir()
			runJob(t, files(job, list), dir, Options{Shard: Shard{i + 1, 2}})
			parts = append(parts, dir)
		}
		out := t.TempDir()
		if _, err := Join(parts, out); err != nil {
			t.Fatal(name, err)
		}
		sameTree(t, tree(t, one), tree(t, out))
	}
	sorted := load(t, files(strings.Replace(rosterJob, "key:", "sort: [{column: name}]\nkey:", 1), list))
	if _, err := Run(t.Context(), sorted, t.TempDir(), &Options{Renderer: renderer(t), Shard: Shard{1, 2}}); err == nil ||
		!strings.Contains(err.Error(), "cannot be sharded") {
		t.Error(err)
	}
}

// lineOf is the line of a text in which a word stands first.
func lineOf(text, word string) string {
	before, _, _ := strings.Cut(text, word)
	return strconv.Itoa(1 + strings.Count(before, "\n"))
}

// TestTelephones: a column of telephone numbers is known by its heading, unless the job says what it holds.
func TestTelephones(t *testing.T) {
	for columns, bad := range map[string]int{
		"{heading: Số điện thoại, name: born}": 1, "{heading: Số điện thoại, name: born, type: text}": 0, "{heading: Ngày, name: born}": 0,
		"{heading: Ngày, name: born, type: phone}": 1,
	} {
		job := strings.Replace(decisionJob, "{heading: Ngày sinh, name: born, type: date}", columns, 1)
		list := strings.ReplaceAll(invented(2), "01/1/1960", "912345678")
		if job == decisionJob || list == invented(2) {
			t.Fatal("the job or the list has changed")
		}
		heading, _, _ := strings.Cut(strings.TrimPrefix(columns, "{heading: "), ",")
		list = strings.Replace(list, "Ngày sinh", heading, 1)
		res, err := Run(t.Context(), load(t, files(job, list)), t.TempDir(), &Options{Renderer: renderer(t), DryRun: true})
		if err != nil || res.Bad != bad {
			t.Errorf("%s: %d bad rows, want %d: %v", columns, res.Bad, bad, err)
		}
	}
}

// TestUnitsOfMoney: a list that counts thousands of đồng is refused where a column is money.
func TestUnitsOfMoney(t *testing.T) {
	for _, tt := range []struct{ above, heading, column, want string }{
		{"", "Tiền thưởng", "{heading: Tiền thưởng, name: amount, type: money}", ""},
		{"", "Tiền thưởng (nghìn đồng)", "{heading: Tiền thưởng (nghìn đồng), name: amount, type: money}", "không tính bằng đồng"},
		{"", "Tiền thưởng (1.000đ)", "{heading: Tiền thưởng (1.000đ), name: amount, type: money}", "không tính bằng đồng"},
		{"", "Tiền thưởng (triệu đồng)", "{heading: Tiền thưởng (triệu đồng), name: amount, type: number}", ""},
		{"Đơn vị tính: nghìn đồng", "Tiền thưởng", "{heading: Tiền thưởng, name: amount, type: money}",
			"A1: danh sách ghi \"Đơn vị tính: nghìn đồng\""},
		{"Đơn vị: 1000 đồng", "Tiền thưởng", "{heading: Tiền thưởng, name: amount, type: money}", "A1: danh sách ghi"},
		{"(ĐVT: triệu đồng)", "Tiền thưởng", "{heading: Tiền thưởng, name: amount, type: money}", "A1: danh sách ghi"},
		{"Đơn vị tính: nghìn đồng", "Tiền thưởng (đồng)", "{heading: Tiền thưởng (đồng), name: amount, type: money}", ""},
		{"Đơn vị tính: nghìn đồng", "Tiền thưởng", "{heading: Tiền thưởng, name: amount, type: number}", ""},
		{"Đơn vị tính: đồng", "Tiền thưởng", "{heading: Tiền thưởng, name: amount, type: money}", ""},
		{"Thưởng 02 triệu đồng mỗi người", "Tiền thưởng", "{heading: Tiền thưởng, name: amount, type: money}", ""},
		{"Đơn vị tính: triệu", "Tiền thưởng", "{heading: Tiền thưởng, name: amount, type: money}", "A1: danh sách ghi"},
	} {
		job := strings.Replace(decisionJob, "{heading: Tiền thưởng, name: amount, type: money}", tt.column, 1)
		job = strings.Replace(job, " ({{words .amount}})", "", 1)
		list := strings.Replace(invented(2), "Tiền thưởng", tt.heading, 1)
		if tt.above != "" {
			list = tt.above + ",,,,\n" + list
		}
		var said string
		_, err := Run(t.Context(), load(t, files(job, list)), t.TempDir(), &Options{Renderer: renderer(t), DryRun: true,
			Found: func(f Finding) { said += f.Message }})
		if err != nil || (said == "") != (tt.want == "") || !strings.Contains(said, tt.want) {
			t.Errorf("%q, %q: %q, want %q; %v", tt.above, tt.heading, said, tt.want, err)
		}
	}
}

// TestPasted: a row that is there twice is told where the job has nothing that tells rows apart.
func TestPasted(t *testing.T) {
	job := strings.Replace(rosterJob, "key: [name]\n", "", 1)
	for _, tt := range []struct {
		name, job, rows string
		want            int
	}{
		{"twice", job, "An;;;Thôn 7;;x\nBé;;;Thôn 7;;x\nAN;;;Thôn 7;;x\n", 1},
		{"another unit", job, "An;;;Thôn 7;;x\nAn;;;Thôn 8;;x\n", 0},
		{"parted otherwise", job, "An;;;Thôn 7;;x\nAn Thôn;;;7;;x\n", 0},
		{"a unique column", strings.Replace(job, "name: name}", "name: name, unique: true}", 1), "An;;;Thôn 7;;x\nAn;;;Thôn 7;;x\n", 0},
		{"cells that cannot be read", job, "An;;#REF!;Thôn 7;;x\nAn;;#N/A;Thôn 7;;x\nAn;;;Thôn 7;;x\n", 0},
		{"many", job, strings.Repeat("An;;;Thôn 7;;x\n", 30), mostPasted},
	} {
		fsys := files(strings.Replace(tt.job, "{{slug .name}}", "{{.row}}", 1), rosterHead+tt.rows)
		_, found := runJob(t, fsys, t.TempDir(), Options{})
		if got := strings.Count(found, "ở mọi cột được dùng"); got != tt.want {
			t.Errorf("%s: %d\n%s", tt.name, got, found)
		}
	}
}

// TestDisplaced: a value beside its column, below no heading, is not an empty cell of an optional column.
func TestDisplaced(t *testing.T) {
	fsys := files(strings.Replace(rosterJob, "danh-sach.csv", "ds.xlsx", 1), "")
	fsys["ds.xlsx"] = &fstest.MapFile{Data: sheetcase.Make(t, [][]any{
		{"Họ và tên", "Năm sinh", nil, "Ngày sinh", "Đơn vị", "Điểm", "Ghi chú"}, {"An", 1970, nil, nil, "thôn 1", nil, "x"},
		{"Bé", 1972, nil, nil, "thôn 1", nil, "x"}, {"Ca", nil, 1971, nil, "thôn 1", nil, "x"}}, nil)}
	res, found := runJob(t, fsys, t.TempDir(), Options{})
	if want := `ô Sheet1!B4 (cột "Năm sinh"): ô để trống mà ô bên phải, ở cột C không có tiêu đề, ghi "1971"`; res.Written != 2 ||
		!strings.Contains(found, want) || strings.Count(found, "\n") != 1 {
		t.Errorf("%+v\n%s", res, found)
	}
}
