package parity_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
	"github.com/vanban-go/vanban/docgen/internal/parity"
	"github.com/vanban-go/vanban/plan"
)

// editedPaper is what people go on working on.
const editedPaper = `kind: quyet-dinh
version: 1
issuer: {name: Ủy ban nhân dân xã Cẩm Hòa, abbreviation: UBND, place: Cẩm Hòa}
number: 15
date: 2026-03-15
decided_by: committee
subject: Về việc phân bổ kinh phí sửa chữa đường thôn
legal_bases: [Luật Tổ chức chính quyền địa phương]
articles:
  - text: |
      Phân bổ kinh phí sửa chữa đường cho các thôn như sau:
      | Thôn | Số tiền (đồng) |
      | --- | --: |
      | Đông Hòa | 12.000.000 |
      | Tây Hòa | 8.000.000 |
  - text: Các thôn sử dụng kinh phí đúng mục đích, quyết toán trước ngày 15 tháng 12 năm 2026.
  - text: Quyết định này thay thế Quyết định số 03/QĐ-UBND ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân xã.
  - text: Quyết định này có hiệu lực kể từ ngày ký.
signer: {capacity: [TM], on_behalf_of: Ủy ban nhân dân, position: Chủ tịch, name: Lê Văn Thắng}
distribution: {to: [Như Điều 4], file_copy: [VT]}
`

// The same work in LibreOffice and with python-docx: a word changed, a paragraph, a row and a
// signer put in, an article taken out.
const (
	editBasic = `
r = d.createReplaceDescriptor()
r.SearchString = "đúng mục đích"
r.ReplaceString = "đúng đối tượng"
d.replaceAll(r)
Add(d, Found(d, "Điều 2."), "Điều", "Mỗi thôn cử một người theo dõi, ghi chép.")
Remove(d, "Điều 3.")
For i = 0 To d.TextTables.Count - 1
  t = d.TextTables.getByIndex(i)
  first = t.getCellByPosition(0, 0)
  If first.String = "Thôn" Then
    n = t.Rows.Count
    t.Rows.insertByIndex(n, 1)
    c = t.getCellByPosition(0, n)
    c.String = "Nam Hòa"
    c = t.getCellByPosition(1, n)
    c.String = "5.000.000"
  End If
  If t.Columns.Count = 2 Then
    c = t.getCellByPosition(1, 0)
    If InStr(c.String, "Lê Văn Thắng") > 0 Then
      k = c.createTextCursor()
      k.gotoEnd(False)
      c.insertControlCharacter(k, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
      c.insertString(k, "Trần Thị Hai", False)
    End If
  End If
Next`
	editPython = `
import copy, sys, docx
d = docx.Document(sys.argv[1])

def found(words):
    return next(p for p in d.paragraphs if p.text.replace("\u00a0", " ").startswith(words))

def clone(p, words):
    new = copy.deepcopy(p._p)
    p._p.addnext(new)
    new = docx.text.paragraph.Paragraph(new, p._parent)
    for run in new.runs[1:]:
        run._r.getparent().remove(run._r)
    new.runs[0].text = words
    return new

two = found("Điều 2.")
for run in two.runs:
    run.text = run.text.replace("đúng mục đích", "đúng đối tượng")
clone(two, "Mỗi thôn cử một người theo dõi, ghi chép.")
gone = found("Điều 3.")._p
gone.getparent().remove(gone)
for t in d.tables:
    if t.cell(0, 0).text == "Thôn":
        row = t.add_row()
        row.cells[0].text, row.cells[1].text = "Nam Hòa", "5.000.000"
    for cell in t.row_cells(0):
        for p in cell.paragraphs:
            if p.text == "Lê Văn Thắng":
                clone(p, "Trần Thị Hai")
d.save(sys.argv[2])
`
)

// python finds an interpreter that has a module; CI must have one.
func python(t *testing.T, module string) string {
	t.Helper()
	name := os.Getenv("VANBAN_PYTHON")
	if name == "" {
		name = "python3"
	}
	if err := exec.Command(name, "-c", "import "+module).Run(); err != nil {
		missing(t, module+" of Python")
	}
	return name
}

// missing skips a test that has not got a program; CI must have it.
func missing(t *testing.T, name string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("not installed: %s", name)
	}
	t.Skipf("not installed: %s", name)
}

// TestEditing: people go on working in a Word file, and what they did is all that changes:
// in LibreOffice and with python-docx.
func TestEditing(t *testing.T) {
	office := needOffice(t)
	editors := []struct {
		name string
		edit func(t *testing.T, from, to string) error
	}{
		{"LibreOffice", func(_ *testing.T, from, to string) error { return office.Edit(from, to, editBasic) }},
		{"python-docx", func(t *testing.T, from, to string) error {
			out, err := exec.Command(python(t, "docx"), "-c", editPython, from, to).CombinedOutput()
			if err != nil {
				t.Logf("%s", out)
			}
			return err
		}},
	}
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	f, found := plan.Parse("quyet-dinh.yaml", []byte(editedPaper))
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	d := build(t, r, f.Name, plan.NewSet(f))
	for _, e := range editors {
		t.Run(e.name, func(t *testing.T) {
			dir := t.TempDir()
			edited := filepath.Join(dir, "edited.docx")
			file := saved(t, r, d, dir)
			if err := e.edit(t, file, edited); err != nil {
				t.Fatal(err)
			}
			word, _ := docgen.FormatOf("docx")
			for name, want := range map[string]bool{"paper.docx": false, "edited.docx": true} {
				if got, err := word.Edited(os.DirFS(dir), name); err != nil || got != want {
					t.Errorf("%s counts as edited: %v, %v", name, got, err)
				}
			}
			if err := office.Convert("pdf", dir, file, edited); err != nil {
				t.Fatal(err)
			}
			before, err := parity.Read(filepath.Join(dir, "paper.pdf"))
			if err != nil {
				t.Fatal(err)
			}
			after, err := parity.Read(filepath.Join(dir, "edited.pdf"))
			if err != nil {
				t.Fatal(err)
			}
			if len(before) != len(after) {
				t.Errorf("%d pages before, %d after", len(before), len(after))
			}
			for _, want := range changes(before, after) {
				t.Error(want)
			}
		})
	}
}

// changes says what of the lines of a paper is not as the editing must have left it.
func changes(before, after []parity.Page) (wrong []string) {
	lines := func(pages []parity.Page) string {
		var b strings.Builder
		for _, p := range pages {
			b.WriteString(p.String())
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	want := lines(before)
	for _, c := range [][2]string{
		{"đúng mục đích", "đúng đối tượng"},
		{"năm 2026. Điều 3. Quyết định này thay thế Quyết định số 03/QĐ-UBND ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân xã.",
			"năm 2026. Mỗi thôn cử một người theo dõi, ghi chép."},
		{"Tây Hòa 8.000.000", "Tây Hòa 8.000.000 Nam Hòa 5.000.000"},
		{"Lê Văn Thắng", "Lê Văn Thắng Trần Thị Hai"},
	} {
		if !strings.Contains(want, c[0]) {
			wrong = append(wrong, "the paper had no "+c[0])
		}
		want = strings.Replace(want, c[0], c[1], 1)
	}
	if got := lines(after); got != want {
		wrong = append(wrong, "after editing:\n"+got+"\nwant:\n"+want)
	}
	return wrong
}

// TestSearch: what people search for is found, though no line ends in it.
func TestSearch(t *testing.T) {
	office := needOffice(t)
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := saved(t, r, exampleOf(t, r, "mau-1.3-quyet-dinh-ban-hanh/quyet-dinh"), dir)
	search := func(words string) error {
		return office.Edit(file, filepath.Join(dir, "searched.docx"), `
s = d.createSearchDescriptor()
s.SearchString = "`+words+`"
f = d.findAll(s)
n = 1 / f.Count ' an error where nothing is found`)
	}
	for _, words := range []string{"Điều 2", "QĐ-UBND"} {
		if err := search(words); err != nil {
			t.Errorf("%q is not found: %v", words, err)
		}
	}
	if search("Điều 99") == nil {
		t.Error("what is not there is found")
	}
}
