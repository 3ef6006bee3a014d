package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/vanban-go/vanban/internal/casefile"
)

// goodPapers are the papers in which mistakes are made.
var goodPapers = map[string]string{
	"cong-van": `kind: cong-van
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "12"
drafting_unit: VHXH
date: 2026-11-15
subject: đăng ký chỉ tiêu thi đua
addressees: [Trưởng các thôn]
body: Đề nghị các thôn đăng ký.
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {to: [Như trên], file_copy: [VT]}
`,
	"quyet-dinh": `kind: quyet-dinh
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: "12"
date: 2026-11-15
subject: Về việc cử cán bộ
decided_by: chairman
legal_bases: [Căn cứ Luật Khiếu nại]
articles:
- Cử bà Mai đi học.
- {text: Bà Mai chịu trách nhiệm thi hành Quyết định này., executes: true}
signer: {position: Chủ tịch, name: Nguyễn Văn An}
distribution: {file_copy: [VT]}
`,
}

// TestMistakes holds testdata/sai-sot: what people do wrong, and what they are told.
func TestMistakes(t *testing.T) {
	const name = "testdata/sai-sot/sai-sot.txtar"
	in, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	golden, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	out := &txtar.Archive{Comment: in.Comment}
	mistakeFolder(t)
	for _, f := range in.Files {
		number, rest, _ := strings.Cut(f.Name, " ")
		if number == "thông" {
			continue
		}
		base, _, _ := strings.Cut(rest, ":")
		said := mistakeMessage(t, base, string(f.Data))
		if said == "" {
			said = "(không có thông báo)\n"
		}
		out.Files = append(out.Files, f, txtar.File{Name: "thông báo " + number, Data: []byte(said)})
		readable(t, f.Name, said)
	}
	if n := len(out.Files) / 2; n < 60 {
		t.Errorf("%d mistakes", n)
	}
	casefile.Hold(t, *update, golden, out)
}

// mistakeFolder makes a folder with the files that the cases name, and goes there.
func mistakeFolder(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	utf16 := []byte{0xff, 0xfe}
	for _, b := range []byte(goodPapers["cong-van"]) {
		utf16 = append(utf16, b, 0)
	}
	for name, data := range map[string]string{
		"cong-van.yaml": goodPapers["cong-van"], "utf16.yaml": string(utf16), "tcvn.yaml": "kind: cong-van\nsubject: \xae\xa8ng k\xfd\n",
		"viec.yaml": "kind: job\nversion: 1\nlist: a.csv\n", "anh.png": "không phải ảnh", "phong/doc.txt": "x",
		"du-thao.docx": "PK\x03\x04 word/document.xml", "danh-sach.xlsx": "PK\x03\x04 xl/workbook.xml",
		"word.yaml": "PK\x03\x04 word/document.xml", "anh.jpg": "\xff\xd8\xff", "cu.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
		"lo.yaml": mistakenJob("viet.csv", "{{.ten}}"), "viet.csv": "H\xf2 v\xe0 t\xean\nNguy\xea\xden V\xe3n An\n",
		"lo-dau.yaml": mistakenJob("dau.csv", "{{.ten}}"), "dau.csv": "STT,Họ và tên\n",
		"lo-cot.yaml": mistakenJob("cot.csv", "{{.ten}}"), "cot.csv": "STT,Tên\n1,An\n", "lo-trong.yaml": mistakenJob("trong.csv",
			"{{.ten}}"), "trong.csv": "",
		"lo-ngoac.yaml": mistakenJob("cot.csv", "{{.ten}"), "lo-duong.yaml": mistakenJob(`C:\ho-so\ds.csv`, "{{.ten}}"),
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if said := ran("render", "cong-van.yaml", "-o", "thuong.pdf"); said != "" {
		t.Fatalf("a good paper: %s", said)
	}
}

// mistakenJob is a job over a list with a column of names.
func mistakenJob(list, field string) string {
	return `kind: job
version: 1
list: {file: '` + list + `'}
columns: [{heading: Họ và tên, name: ten}]
names: "{{slug .ten}}"
document:
  kind: giay-moi
  version: 1
  issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
  subject: Dự Hội nghị
  invitees: ["` + field + `"]
  event: Hội nghị
  time: 08 giờ 00
  venue: Hội trường
  signer: {position: Chủ tịch, name: Lê Văn Thắng}
  distribution: {file_copy: [VT]}
`
}

// mistakeMessage makes a mistake and returns what is said of it.
func mistakeMessage(t *testing.T, base, keys string) string {
	t.Helper()
	if base == "lệnh" {
		return ran(strings.Fields(keys)...)
	}
	if good, ok := goodPapers[base]; ok {
		for _, key := range regexp.MustCompile(`(?m)^([a-z_]+):`).FindAllString(keys, -1) {
			good = regexp.MustCompile(`(?m)^`+key+`.*\n([- ].*\n)*`).ReplaceAllString(good, "")
		}
		keys = good + keys
	}
	const file = "van-ban.yaml"
	if err := os.WriteFile(file, []byte(keys), 0o644); err != nil {
		t.Fatal(err)
	}
	return ran("render", file, "-o", "ra.pdf")
}

// ran runs a command line and returns what it says to people.
func ran(args ...string) string {
	var out, said bytes.Buffer
	c := &console{in: strings.NewReader(""), out: &out, err: &said, env: func(string) string { return "" }}
	execute(context.Background(), c, args)
	return said.String()
}

// readable finds what no message should hold: words of programs, and English.
func readable(t *testing.T, name, said string) {
	t.Helper()
	if w := regexp.MustCompile(`(?i)\b(nil|null|error|invalid|unexpected|expected|cannot|struct|string|int|parse|unmarshal|node|rune|go type|no such file)\b|0x|\*plan\.`).FindString(said); w != "" {
		t.Errorf("%s says %q:\n%s", name, w, said)
	}
}
