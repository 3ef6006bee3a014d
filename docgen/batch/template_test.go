package batch_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/batch"
	"github.com/vanban-go/vanban/plan"
	"github.com/vanban-go/vanban/plan/diag"
)

// wordFile makes a Word file of paragraphs.
func wordFile(t *testing.T, paragraphs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	body := ""
	for _, p := range paragraphs {
		body += "<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>"
	}
	const rel = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", rel + `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", rel + `</Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = io.WriteString(w, part[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// wordText gives the text part of a Word file.
func wordText(t *testing.T, name string) string {
	t.Helper()
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	r, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	src, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// TestPastedRow: a row that is there twice is told in jobs with a template too.
func TestPastedRow(t *testing.T) {
	job := strings.NewReplacer("key: [name]\n", "", "{{slug .name}}", "{{.row}}").Replace(templateJob)
	fsys := templateFiles(t, job, "Họ và tên,Số tiền,Ngày\nLê An,1,\nLê An,2,\nLê An,1,\n", "Ông {{name}} {{amount}} {{day}}")
	var found []string
	res, err := batch.Run(context.Background(), loaded(t, fsys), t.TempDir(),
		&batch.Options{Found: func(f batch.Finding) { found = append(found, f.Diagnostic.Message) }})
	if err != nil || res.Written != 3 || len(found) != 1 || !strings.Contains(found[0], "giống dòng 2 ở mọi cột được dùng") {
		t.Errorf("%+v, %v, %q", res, err, found)
	}
}

const templateJob = `kind: job
version: 1
template: mau.docx
list:
  file: ds.csv
columns:
  - {heading: Họ và tên, name: name}
  - {heading: Số tiền, name: amount, type: money, optional: true}
  - {heading: Ngày, name: day, type: date, optional: true}
key: [name]
names: "{{slug .name}}"
`

func templateFiles(t *testing.T, job, list string, paragraphs ...string) fstest.MapFS {
	return fstest.MapFS{
		"job.yaml": {Data: []byte(job)}, "ds.csv": {Data: []byte(list)}, "mau.docx": {Data: wordFile(t, paragraphs...)},
	}
}

// loaded reads a job that has no mistakes.
func loaded(t *testing.T, fsys fstest.MapFS) *batch.Job {
	t.Helper()
	job, found := batch.Load(fsys, "job.yaml")
	if job == nil {
		t.Fatal(found)
	}
	return job
}

// TestTemplate: a template is filled for each row, by headings and by names of columns, with the
// types of the columns; what is written is proved.
func TestTemplate(t *testing.T) {
	fsys := templateFiles(t, templateJob, "Họ và tên,Số tiền,Ngày\nNguyễn & An,1500000,5/1/2026\nLê Bình,,\n",
		"Ông {{Họ và tên}} ({{name | upper}}) nhận {{Số tiền | words}}{{#Ngày}} ngày {{Ngày | date &quot;d/M/yyyy&quot;}}{{/Ngày}}.")
	dir := t.TempDir()
	res, err := batch.Run(context.Background(), loaded(t, fsys), dir,
		&batch.Options{Verify: true, Found: func(f batch.Finding) { t.Error(f.Diagnostic) }})
	if err != nil || res.Written != 2 || res.Unproved != 0 {
		t.Fatalf("%+v, %v", res, err)
	}
	for name, want := range map[string]string{
		"nguyen-an.docx": "Ông Nguyễn &amp; An (NGUYỄN &amp; AN) nhận một triệu năm trăm nghìn đồng ngày 5/1/2026.",
		"le-binh.docx":   "Ông Lê Bình (LÊ BÌNH) nhận .",
	} {
		got := wordText(t, filepath.Join(dir, name))
		for _, tag := range []string{`<w:t xml:space="preserve">`, "<w:t>", "</w:t>", "<w:r>", "</w:r>"} {
			got = strings.ReplaceAll(got, tag, "")
		}
		if !strings.Contains(got, want) {
			t.Errorf("%s: %s", name, got)
		}
	}
	// Once more it is the same files; a run that was stopped goes on.
	before, err := os.ReadFile(filepath.Join(dir, "nguyen-an.docx"))
	if err != nil {
		t.Fatal(err)
	}
	again := t.TempDir()
	if _, err := batch.Run(context.Background(), loaded(t, fsys), again, &batch.Options{Workers: 2}); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(filepath.Join(again, "nguyen-an.docx"))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("another file the second time, %v", err)
	}
	if res, err = batch.Run(context.Background(), loaded(t, fsys), again, &batch.Options{Resume: true}); err != nil || res.Kept != 2 ||
		res.Written != 0 {
		t.Errorf("%+v, %v", res, err)
	}
	// The same folder once more: its files are as they were written. One that was changed by hand stays.
	if res, err = batch.Run(context.Background(), loaded(t, fsys), again, nil); err != nil || res.Written != 2 {
		t.Errorf("%+v, %v", res, err)
	}
	if err := os.WriteFile(filepath.Join(again, "le-binh.docx"), append(after, 0), 0o644); err != nil {
		t.Fatal(err)
	}
	if res, err = batch.Run(context.Background(), loaded(t, fsys), again, nil); err != nil || res.Written != 0 || res.Bad != 1 {
		t.Errorf("%+v, %v", res, err)
	}
	if res, err = batch.Run(context.Background(), loaded(t, fsys), again, &batch.Options{Force: true}); err != nil || res.Written != 2 {
		t.Errorf("%+v, %v", res, err)
	}
	// Nor does a run that goes on take it away, but what a computer that lost power left of it is filled once more.
	if err := os.WriteFile(filepath.Join(again, "le-binh.docx"), append(after, 0), 0o644); err != nil {
		t.Fatal(err)
	}
	if res, err = batch.Run(context.Background(), loaded(t, fsys), again, &batch.Options{Resume: true}); err != nil || res.Written != 0 ||
		res.Bad != 1 {
		t.Errorf("%+v, %v", res, err)
	}
	if err := os.WriteFile(filepath.Join(again, "le-binh.docx"), after[:len(after)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	if res, err = batch.Run(context.Background(), loaded(t, fsys), again, &batch.Options{Resume: true}); err != nil || res.Kept != 1 ||
		res.Written != 1 {
		t.Errorf("%+v, %v", res, err)
	}
	// From the beginning, too, what is torn or gone is nobody's work; one with a password is.
	for what, tt := range map[string]struct {
		data    []byte
		written int
	}{"torn": {after[:len(after)/2], 2}, "gone": {nil, 2}, "with a password": {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 0}} {
		if err := os.Remove(filepath.Join(again, "le-binh.docx")); err != nil {
			t.Fatal(err)
		}
		if tt.data != nil {
			if err := os.WriteFile(filepath.Join(again, "le-binh.docx"), tt.data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if res, err = batch.Run(context.Background(), loaded(t, fsys), again, nil); err != nil || res.Written != tt.written {
			t.Errorf("%s, from the beginning: %+v, %v", what, res, err)
		}
		if err := os.WriteFile(filepath.Join(again, "le-binh.docx"), after, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	// A killed run leaves files that the manifest does not name yet.
	manifest, err := os.ReadFile(filepath.Join(again, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(manifest, []byte("\n"))
	if err := os.WriteFile(filepath.Join(again, "manifest.json"), bytes.Join(lines[:2], nil), 0o644); err != nil {
		t.Fatal(err)
	}
	if res, err = batch.Run(context.Background(), loaded(t, fsys), again, &batch.Options{Resume: true}); err != nil ||
		res.Kept+res.Written != 2 || res.Bad != 0 {
		t.Errorf("%+v, %v", res, err)
	}
	// Another template is another job.
	fsys["mau.docx"].Data = wordFile(t, "{{Họ và tên}}")
	if _, err = batch.Run(context.Background(), loaded(t, fsys), again, &batch.Options{Resume: true}); err == nil {
		t.Error("a run with another template was resumed")
	}
}

// TestTemplateProof: a file that does not show its row is found.
func TestTemplateProof(t *testing.T) {
	fsys := templateFiles(t, templateJob, "Họ và tên,Số tiền,Ngày\nNguyễn An,1,\n", "{{amount}} ông An")
	var found []string
	_, err := batch.Run(context.Background(), loaded(t, fsys), t.TempDir(),
		&batch.Options{Verify: true, Found: func(f batch.Finding) { found = append(found, f.Diagnostic.Error()) }})
	if err != nil || len(found) != 1 || !strings.Contains(found[0], `không thấy "Nguyễn An"`) {
		t.Errorf("%q, %v", found, err)
	}
}

// TestTemplateGroup: the rows of a group are a list.
func TestTemplateGroup(t *testing.T) {
	job := strings.Replace(templateJob, "key: [name]\nnames: \"{{slug .name}}\"", "group_by: unit", 1)
	job = strings.Replace(job, "columns:\n", "columns:\n  - {heading: Đơn vị, name: unit}\n", 1)
	fsys := templateFiles(t, job, "Đơn vị,Họ và tên,Số tiền,Ngày\nThôn 1,An,1,\nThôn 2,Bình,2,\nThôn 1,Chi,3,\n",
		"{{Đơn vị}}: {{#danh sách}}{{STT}}. {{Họ và tên}}; {{/danh sách}}cộng {{rows | sum &quot;Số tiền&quot;}}")
	dir := t.TempDir()
	if _, err := batch.Run(context.Background(), loaded(t, fsys), dir, nil); err != nil {
		t.Fatal(err)
	}
	got := wordText(t, filepath.Join(dir, "thon-1.docx"))
	for _, want := range []string{">An<", ">Chi<", ">4<"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// TestTemplateUnused: a column for which the template has no place, by its heading or its name, is told.
func TestTemplateUnused(t *testing.T) {
	for text, want := range map[string]string{
		"{{Họ và tên}} {{amount}} {{Ngày}}":                "",
		"{{Họ và tên}} {{Số tiền}}":                        `job.yaml:9:5: gợi ý [batch.unused]: cột "Ngày" có trong "columns" mà văn bản không dùng; viết {{Ngày}} vào chỗ cần điền của mẫu`,
		"{{Họ và tên}} {{Ngày}} «Số_tiền»":                 `job.yaml:8:5: cảnh báo [fill.unused]: mẫu không có chỗ nào cho trường "Số tiền"`,
		"{{Ngày}} {{danh sách | sum &quot;Số tiền&quot;}}": "", // the name is the key
	} {
		_, found := batch.Load(templateFiles(t, templateJob, "", text), "job.yaml")
		if said := fmt.Sprint(found); !strings.Contains(said, want) || (want == "") != (len(found) == 0) {
			t.Errorf("%s: %v, want %s", text, found, want)
		}
	}
}

// TestTemplateMistakes: what is wrong with the template, the rows and the job.
func TestTemplateMistakes(t *testing.T) {
	for _, tt := range []struct{ job, list, text, want string }{
		{templateJob, "Họ và tên,Số tiền,Ngày\nAn,1,\nBình,2,\n", "{{Họ và tem}}", `fill.unknown`},
		{templateJob, "Họ và tên,Số tiền,Ngày\nAn,1,\n", "{{Họ và tên | date}}", `ô A2 (cột "Họ và tên") ghi "An": trường`},
		{templateJob, "Họ và tên,Số tiền,Ngày\nAn,1,\n", "{{#name}}", `chưa đóng`},
		{templateJob + "document: a.yaml\n", "", "", `thay cho văn bản`},
		{strings.Replace(templateJob, "mau.docx", "khac.docx", 1), "", "", `không đọc được tệp "khac.docx"`},
	} {
		var found []string
		job, list := batch.Load(templateFiles(t, tt.job, tt.list, tt.text), "job.yaml")
		for _, d := range list {
			if d.Level != diag.Info {
				found = append(found, d.Error())
			}
		}
		if job != nil {
			res, err := batch.Run(context.Background(), job, t.TempDir(),
				&batch.Options{Found: func(f batch.Finding) { found = append(found, f.Diagnostic.Error()) }})
			if err != nil || res.Written != 0 {
				t.Errorf("%+v, %v", res, err)
			}
		}
		if len(found) != 1 || !strings.Contains(found[0], tt.want) {
			t.Errorf("%s: %q", tt.want, found)
		}
	}
}

// TestTemplatePDF: a template that is a paper of the decree gives all formats; the survey finds
// rows with which it is none, and what is no paper at all.
func TestTemplatePDF(t *testing.T) {
	const paper = `kind: cong-van
version: 1
issuer: {name: UBND xã Cẩm Ngọc, abbreviation: UBND, place: Cẩm Ngọc}
date: 2026-01-05
number: "15"
subject: Khen thưởng ông {{Họ và tên}}
addressees: ["{{Họ và tên}}"]
body: Ông {{Họ và tên}} được thưởng {{Số tiền | money}} đồng.
signer: {capacity: [KT], acting_for: [Chủ tịch], position: Phó Chủ tịch, name: Lê Văn Chung}
distribution: {to: [Như trên], file_copy: [VT]}
`
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	f, found := plan.Parse("mau.yaml", []byte(paper))
	if found.HasErrors() {
		t.Fatal(found)
	}
	d, err := r.Build(context.Background(), plan.NewSet(f), f.Name)
	if err != nil {
		t.Fatal(err)
	}
	var template bytes.Buffer
	if _, err := r.DOCX(context.Background(), &template, d); err != nil {
		t.Fatal(err)
	}
	fsys := templateFiles(t, templateJob+"formats: [docx, pdf]\n", "Họ và tên,Số tiền,Ngày\nNguyễn Văn An,1500000,\nLê Thị Bình,2000000,\n")
	fsys["mau.docx"].Data = template.Bytes()
	job := loaded(t, fsys)
	dir := t.TempDir()
	res, err := batch.Run(context.Background(), job, dir, &batch.Options{Renderer: r, Verify: true})
	if err != nil || res.Written != 2 || res.Files != 4 || res.Pages != 2 || res.Unproved != 0 {
		t.Fatalf("%+v, %v", res, err)
	}
	if res, err := batch.Run(context.Background(), job, dir, &batch.Options{Renderer: r, Resume: true}); err != nil || res.Kept != 2 {
		t.Errorf("%+v, %v", res, err)
	}
	first, err := os.ReadFile(filepath.Join(dir, "nguyen-van-an.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	again := t.TempDir()
	if _, err := batch.Run(context.Background(), job, again,
		&batch.Options{Renderer: r, Formats: []string{"pdf"}, DryRun: false}); err != nil {
		t.Fatal(err)
	}
	if second, err := os.ReadFile(filepath.Join(again, "nguyen-van-an.pdf")); err != nil || !bytes.Equal(first, second) {
		t.Errorf("another PDF the second time, %v", err)
	}
	if _, err := os.Stat(filepath.Join(again, "nguyen-van-an.docx")); err == nil {
		t.Error("a Word file that nobody asked for")
	}

	fsys["mau.docx"].Data = wordFile(t, "Ông {{Họ và tên}} được mời họp.")
	var said []string
	res, err = batch.Run(context.Background(), loaded(t, fsys), t.TempDir(),
		&batch.Options{Renderer: r, Found: func(f batch.Finding) { said = append(said, f.Diagnostic.Error()) }})
	if err != nil || res.Written != 0 || res.Bad != 2 || !strings.Contains(strings.Join(said, "\n"), "fill.no-pdf") {
		t.Errorf("%+v, %v, %q", res, err, said)
	}
}

// BenchmarkTemplate fills a template for each of 1,000 rows.
func BenchmarkTemplate(b *testing.B) {
	var list strings.Builder
	list.WriteString("Họ và tên,Số tiền,Ngày\n")
	for i := range 1000 {
		fmt.Fprintf(&list, "Nguyễn Văn %d,%d,5/1/2026\n", i, 1000*i)
	}
	t := new(testing.T)
	text := make([]string, 40)
	for i := range text {
		text[i] = "Ông {{Họ và tên}} được thưởng {{Số tiền | money}} ngày {{Ngày}} theo quyết định của Ủy ban nhân dân xã."
	}
	fsys := templateFiles(t, templateJob, list.String(), text...)
	for b.Loop() {
		job, found := batch.Load(fsys, "job.yaml")
		if job == nil {
			b.Fatal(found)
		}
		res, err := batch.Run(context.Background(), job, b.TempDir(), nil)
		if err != nil || res.Written != 1000 {
			b.Fatalf("%+v, %v", res, err)
		}
	}
}
