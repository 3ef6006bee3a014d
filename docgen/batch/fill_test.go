package batch

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
)

var update = flag.Bool("update", false, "rewrite the case files")

// noticeJob makes plain-text notices, whose words are easy to compare.
const noticeJob = `kind: job
version: 1
document:
  kind: thong-bao
  version: 1
  issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
  date: 2026
  subject: "{{.name}}"
  body: |
    {{.note}}

    {{if .amount}}Số tiền: {{.amount}} đồng.{{else}}Không có tiền.{{end}}
  signer: {position: Chủ tịch, name: Bùi Thị Huệ}
  distribution: {file_copy: [VT]}
list: {file: danh-sach.csv}
columns:
  - {heading: Tên, name: name}
  - {heading: Ghi chú, name: note, optional: true}
  - {heading: Tiền, name: amount, type: money, optional: true}
  - {heading: Loại, name: sort, optional: true}
filter:
  - {column: sort, not: [Cộng]}
names: "{{slug .name}}"
formats: [txt]
`

// TestCellsAreData: whatever a cell holds is text on the page; it is never read
// as YAML, as a template, or as marks of prose.
func TestCellsAreData(t *testing.T) {
	cells := []string{
		"**đậm** và _nghiêng_", "# Mục lục", "1. Một", "- gạch", "| a | b |", "[x](http://a.vn)",
		"{{.name}} {{slug .x}}", "khóa: giá trị", "*bí danh", "&neo", "!!binary x", "null", "true", "~", "2026-01-01", "0x10",
		`"ngoặc" 'đơn' \ chéo`, "<b>html</b> &amp", "%phần", "@a `b`", "[^1]", "{#id}", "  lề  ",
	}
	var b strings.Builder
	b.WriteString("Tên,Ghi chú,Tiền,Loại\n")
	for i, c := range cells {
		fmt.Fprintf(&b, "N%02d,\"%s\",,\n", i, strings.ReplaceAll(c, `"`, `""`))
	}
	dir := t.TempDir()
	res, found := runJob(t, files(noticeJob, b.String()), dir, Options{})
	if res.Bad > 0 {
		t.Fatal(found)
	}
	for i, c := range cells {
		text, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("n%02d.txt", i)))
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.TrimSpace(c); !strings.Contains(string(text), want) {
			t.Errorf("cell %q is not on the page:\n%s", want, text)
		}
	}
}

func TestFilterAndConditions(t *testing.T) {
	dir := t.TempDir()
	list := "Tên,Ghi chú,Tiền,Loại\nAn,x,1.500.000,\nBé,,,\nCộng hai người,,1.500.000,Cộng\n"
	if res, found := runJob(t, files(noticeJob, list), dir, Options{}); res.Documents != 2 || found != "" {
		t.Fatalf("%+v\n%s", res, found)
	}
	got := tree(t, dir)
	for name, want := range map[string]string{"an.txt": "Số tiền: 1.500.000 đồng.", "be.txt": "Không có tiền."} {
		if !strings.Contains(got[name], want) {
			t.Errorf("%s lacks %q:\n%s", name, want, got[name])
		}
	}
}

const groupJob = `kind: job
version: 1
document:
  kind: thong-bao
  version: 1
  issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
  date: 2026
  subject: Kết quả của {{.unit}}
  sections:
    - title: KẾT QUẢ
      body: "{{.unit}} do {{.head}} phụ trách, {{count .rows}} việc, cộng {{sum .rows \"amount\"}} đồng."
    - table:
        columns: [Việc, Tiền]
        rows:
          - !row ["{{.task}}", "{{.amount}}"]
  signer: {position: Chủ tịch, name: Bùi Thị Huệ}
  distribution: {file_copy: [VT]}
list: {file: danh-sach.csv}
columns:
  - {heading: Đơn vị, name: unit}
  - {heading: Phụ trách, name: head}
  - {heading: Việc, name: task}
  - {heading: Tiền, name: amount, type: money}
group_by: unit
formats: [txt]
summary:
  name: tong-hop
  document:
    kind: thong-bao
    version: 1
    issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
    date: 2026
    subject: Tổng hợp
    body: |
      {{len .groups}} đơn vị, cộng {{sum .rows "amount"}} đồng:

      {{range .groups}}- {{.unit}}: {{sum .rows "amount"}} đồng
      {{end}}
    signer: {position: Chủ tịch, name: Bùi Thị Huệ}
    distribution: {file_copy: [VT]}
`

func TestGroups(t *testing.T) {
	list := "Đơn vị,Phụ trách,Việc,Tiền\nThôn 1,An,Quét,100\nThôn 2,Bé,Dọn,200\nThôn 1,An,Trồng,1.000\n"
	dir := t.TempDir()
	res, found := runJob(t, files(groupJob, list), dir, Options{})
	if res.Written != 3 || found != "" {
		t.Fatalf("%+v\n%s", res, found)
	}
	got := tree(t, dir)
	for name, wants := range map[string][]string{
		"thon-1.txt":   {"Thôn 1 do An phụ trách, 02 việc, cộng 1.100 đồng", "Quét", "Trồng"},
		"thon-2.txt":   {"Thôn 2 do Bé phụ trách, 01 việc, cộng 200 đồng", "Dọn"},
		"tong-hop.txt": {"2 đơn vị, cộng 1.300 đồng", "Thôn 1: 1.100 đồng", "Thôn 2: 200 đồng"},
	} {
		for _, want := range wants {
			if !strings.Contains(got[name], want) {
				t.Errorf("%s lacks %q:\n%s", name, want, got[name])
			}
		}
	}
	// A column that the group's document refers to must be the same in all rows.
	list = strings.Replace(list, "Thôn 1,An,Trồng", "Thôn 1,Cúc,Trồng", 1)
	res, found = runJob(t, files(groupJob, list), t.TempDir(), Options{})
	if res.Bad != 1 || !strings.Contains(found, "giá trị khác nhau ở cột \"head\"") {
		t.Errorf("%+v\n%s", res, found)
	}
	// A bad row takes its group and the summary with it.
	list = strings.Replace(list, "200", "-200", 1)
	res, found = runJob(t, files(groupJob, list), t.TempDir(), Options{})
	if res.Bad != 3 || !strings.Contains(found, "danh-sach.csv:3:4: lỗi [batch.cell]") ||
		!strings.Contains(found, "không lập được văn bản tổng hợp") {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestFolder makes every document of a folder.
func TestFolder(t *testing.T) {
	doc := func(subject string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("kind: thong-bao\nversion: 1\nissuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}\ndate: 2026\nsubject: " + subject +
			"\nbody: Nội dung.\nsigner: {position: Chủ tịch, name: Bùi Thị Huệ}\ndistribution: {file_copy: [VT]}\n")}
	}
	fsys := fstest.MapFS{
		"tac-vu.yaml":   {Data: []byte("kind: job\nversion: 1\nlist: {folder: vb}\nformats: [txt]\n")},
		"vb/mot.yaml":   doc("Một"),
		"vb/hai.yaml":   doc("Hai"),
		"vb/hong.yaml":  {Data: []byte("kind: thong-bao\nversion: 1\nsubjct: x\n")},
		"vb/README.txt": {Data: []byte("x")}, "vb/._mot.yaml": {Data: []byte("\x00\x05\x16\x07")},
	}
	dir := t.TempDir()
	res, found := runJob(t, fsys, dir, Options{})
	if res.Written != 2 || res.Bad != 1 || !strings.Contains(found, "vb/hong.yaml:3:1: lỗi [plan.unknown-key]") {
		t.Errorf("%+v\n%s", res, found)
	}
	if got := tree(t, dir); !strings.Contains(got["mot.txt"], "Một") || !strings.Contains(got["hai.txt"], "Hai") {
		t.Errorf("got %v", got)
	}
}

// TestVerify finds files that do not show their row, and files that are alike.
func TestVerify(t *testing.T) {
	dir := t.TempDir()
	if res, found := runJob(t, files(decisionJob, invented(30)), dir, Options{Verify: true}); res.Unproved != 0 || found != "" {
		t.Errorf("%+v\n%s", res, found)
	}
	blind := strings.NewReplacer("{{.name}}", "người có tên", "proof: [name]", "proof: [id, name]", "khen thưởng {{.name}}",
		"khen thưởng").Replace(decisionJob)
	res, found := runJob(t, files(blind, invented(3)), t.TempDir(), Options{Verify: true})
	if res.Unproved != 3 || !strings.Contains(found, `không thấy "CN00001"`) || !strings.Contains(found, `không thấy "Nguyễn Văn An"`) {
		t.Errorf("%+v\n%s", res, found)
	}
	alike := strings.NewReplacer("numbers: {from: range, first: 101, last: 200000}\n", "", "proof: [name]\n", "", "key: [id]\n", "",
		"{{.number}}-{{slug .name}}", "{{.id}}").Replace(decisionJob)
	list := "Mã,Họ và tên,Ngày sinh,Đơn vị,Tiền thưởng\n1,An,01/01/1990,thôn 1,100\n2,An,01/01/1990,thôn 1,100\n"
	res, found = runJob(t, files(alike, list), t.TempDir(), Options{Verify: true})
	if res.Unproved != 1 || !strings.Contains(found, "giống hệt một tệp của dòng 2") {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestPrintAndPack: the print file and the archive are the same each time and
// hold every document in order.
func TestPrintAndPack(t *testing.T) {
	var first map[string]string
	for i := range 2 {
		dir := t.TempDir()
		runJob(t, files(decisionJob, invented(12)), dir, Options{Merge: "tat-ca.pdf", Zip: true, Workers: 1 + 3*i})
		got := tree(t, dir)
		if first == nil {
			first = got
			continue
		}
		sameTree(t, first, got)
	}
	if len(first["tat-ca.pdf"]) == 0 || len(first["tac-vu.zip"]) == 0 {
		t.Error("print file or archive is missing")
	}
}

// TestFailFast: one bad row, and no document is written.
func TestFailFast(t *testing.T) {
	list := strings.Replace(invented(10), "01/1/1960", "31/02/1960", 1)
	dir := t.TempDir()
	res, found := runJob(t, files(decisionJob, list), dir, Options{FailFast: true})
	if got := tree(t, dir); res.Written != 0 || res.Bad != 1 || len(got) != 1 || got["errors.csv"] == "" || found == "" {
		t.Errorf("%+v, %d files\n%s", res, len(got), found)
	}
	// By default the good ones are written, and every row keeps its number.
	res, _ = runJob(t, files(decisionJob, list), dir, Options{})
	if got := tree(t, dir); res.Written != 9 || got["102-tran-van-an.pdf"] == "" && got["102-tran-thi-binh.pdf"] == "" {
		t.Errorf("%+v", res)
	}
	// Mended, the run leaves no errors.csv behind.
	runJob(t, files(decisionJob, invented(10)), dir, Options{})
	if _, err := os.Stat(filepath.Join(dir, "errors.csv")); err == nil {
		t.Error("errors.csv of an earlier run is still there")
	}
}

// TestLeftovers warns of files whose row is gone.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	runJob(t, files(decisionJob, invented(3)), dir, Options{})
	res, found := runJob(t, files(decisionJob, invented(2)), dir, Options{})
	if res.Bad != 0 || !strings.HasPrefix(found, `tac-vu.yaml: cảnh báo [batch.leftover]: tệp "103-`) || strings.Count(found, "\n") != 1 {
		t.Errorf("%+v\n%s", res, found)
	}
}

// TestSelection: rows are taken by their number in the list and keep their
// document numbers.
func TestSelection(t *testing.T) {
	dir := t.TempDir()
	runJob(t, files(decisionJob, invented(20)), dir, Options{Rows: Range{5, 8}, Limit: 3})
	var names []string
	for name := range tree(t, dir) {
		if strings.HasSuffix(name, ".pdf") {
			names = append(names, name[:3])
		}
	}
	if len(names) != 3 || !strings.Contains(fmt.Sprint(names), "104") || !strings.Contains(fmt.Sprint(names), "106") {
		t.Errorf("documents %v, want 104 to 106", names)
	}
}

// TestJobRefused: what is wrong with a job is told with its place.
func TestJobRefused(t *testing.T) {
	tests := []struct{ old, new, want string }{
		{"{{.born}}", "{{.birth}}", `không có cột "birth"`},
		{"{{.born}}", "{{.born", "viết sai"},
		{"subject: Về việc khen thưởng {{.name}}", "subject: {{.name}}", "phải đặt trong dấu ngoặc kép"},
		{"{heading: Đơn vị, name: unit}", "{heading: họ và TÊN, name: unit}", `họ và TÊN`},
		{"key: [id]", "key: [ma]", `không có cột "ma"`},
		{"name: id,", "name: Mã,", `tên gọi cột "Mã" không dùng được`},
		{"name: id,", "name: rows,", `tên gọi cột "rows" đã có nghĩa riêng`},
		{"{heading: Đơn vị, name: unit}", "{heading: Đơn vị, name: name}", `tên gọi cột "name" dùng hai lần`},
		{"first: 101, last: 200000", "first: 10, last: 1", "dải số không đúng"},
		{"numbers: {from: range, first: 101, last: 200000}", "numbers: {from: column}", "không nói cột nào"},
		{"date: 2026-03-15", "date: 2026-03-15\n  number: 5", "văn bản đã có số"},
		{"document:\n", "document: khong-co.yaml\nx:\n", "không có khóa"},
		{"list: {file: danh-sach.csv}", "list: {file: danh-sach.csv, folder: x}", "không đi cùng nhau"},
		{"list: {file: danh-sach.csv}", "summary: {name: a, document: b.yaml}\nlist: {file: danh-sach.csv}", "cần có \"group_by\""},
		{"  subject: Về", "  subject: !row Về", "nhãn !row chỉ dùng cho một mục"},
		{"kind: job", "kind: jobs", "phải là \"job\""},
		{"first: 101, last: 200000", "first: -1, last: 200000", "dải số không đúng"},
		{"{{.born}}", "{{if .born}}x", "viết sai"},
		{"list: {file: danh-sach.csv}", "list: {}", "list"},
		{"list: {file: danh-sach.csv}", "list: {folder: van-ban}", "trọn vẹn"},
		{"list: {file: danh-sach.csv}", "group_by: unit\nlist: {folder: van-ban}", "trọn vẹn"},
	}
	var said []txtar.File
	for _, tt := range tests {
		job := strings.Replace(decisionJob, tt.old, tt.new, 1)
		if job == decisionJob {
			t.Fatalf("%q is not in the job", tt.old)
		}
		j, found := Load(files(job, invented(1)), "tac-vu.yaml")
		if j != nil || !strings.Contains(fmt.Sprint(found), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.new, found, tt.want)
		}
		text := ""
		for _, d := range found {
			if !d.Pos.IsValid() {
				t.Errorf("%s: no place: %v", tt.new, d)
			}
			text += d.Error() + "\n"
		}
		said = append(said, txtar.File{Name: strings.ReplaceAll(tt.new, "\n", "⏎"), Data: []byte(text)})
	}
	casefile.Hold(t, *update, "testdata/refused.txtar",
		&txtar.Archive{Comment: []byte("What is found in a job, by the line that is wrong.\n\n"), Files: said})
}

// TestWhatJobsNeed: what a job of few lines lacks, or has too much of, by its keys.
func TestWhatJobsNeed(t *testing.T) {
	const paper = "document: {kind: thong-bao}\n"
	for job, want := range map[string]string{
		"list: {folder: x}\n": "", "list: {folder: x}\n" + paper: "trọn vẹn", "list: {folder: x}\ngroup_by: a\n": "trọn vẹn",
		"list: {folder: x}\ncolumns: [{heading: A, name: a}, {heading: B, name: b}]\n": "trọn vẹn",
		"list: {file: x.csv}\n": `thiếu "document"`, "list: {file: x.csv}\n" + paper: `thiếu "columns"`,
		"list: {folder: x}\ntemplate: a.docx\n": "mẫu Word", "list: {file: x.csv}\ntemplate: a.docx\n" + paper: "mẫu Word",
		"list: {file: x.csv}\ntemplate: a.docx\ngroup_by: a\nsummary: {name: a, document: b.yaml}\n": "mẫu Word",
	} {
		_, found := Load(files("kind: job\nversion: 1\n"+job, ""), "tac-vu.yaml")
		said := fmt.Sprint(found)
		if want != "" && !strings.Contains(said, want) || want == "" && strings.Contains(said, "batch.job") {
			t.Errorf("%s: %v, want %s", job, found, want)
		}
	}
}
