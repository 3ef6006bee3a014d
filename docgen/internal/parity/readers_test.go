package parity_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen"
)

// readers are modules of Python that read Word files, of which most know text boxes of the older
// kind only, and how each prints what it finds in the file named first.
var readers = map[string]string{
	"pypandoc": `print(pypandoc.convert_file(sys.argv[1], "plain", "docx", ["--wrap=none"]))`, // pandoc itself comes with it
	"mammoth":  `print(mammoth.extract_raw_text(open(sys.argv[1], "rb")).value)`,
	"docx": `
for p in docx.Document(sys.argv[1]).element.body.iter(docx.oxml.ns.qn("w:p")):
    print("".join(t.text or "" for t in p.iter(docx.oxml.ns.qn("w:t"))))`,
}

// TestReaders: a certificate, all of which stands in text boxes, is read by other programs
// word for word.
func TestReaders(t *testing.T) {
	r, err := docgen.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	file := saved(t, r, exampleOf(t, r, "giay-khen/giay-khen"), t.TempDir())
	for module, script := range readers {
		t.Run(module, func(t *testing.T) {
			cmd := exec.Command(python(t, module), "-c", "import sys, "+module+"\n"+script, file)
			cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8")
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(strings.Fields(strings.NewReplacer("\u00a0", " ", "\u2011", "-").Replace(string(out))), " ")
			for _, box := range []string{
				"CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ CẨM HÒA", "Bà CÔNG TẰNG TÔN NỮ NGUYỄN THỊ KHÁNH HUYỀN",
				"Giáo viên, Trường Trung học cơ sở Cẩm Hòa",
				"Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026",
				"Quyết định số 512/QĐ-UBND ngày 15 tháng 12 năm 2026",
				"Số sổ vàng: 08", "Cẩm Hòa, ngày 15 tháng 12 năm 2026", "CHỦ TỊCH", "Lê Văn Thắng",
			} {
				if !strings.Contains(got, box) {
					t.Errorf("%q is not read:\n%s", box, out)
				}
			}
		})
	}
}
