package browser

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/xuri/excelize/v2"
)

// workbook makes a list of so many rows below a title and headings, in which the cells of
// wrong hold something else.
func workbook(t *testing.T, rows int, wrong map[string]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for cell, v := range map[string]any{"A1": "DANH SÁCH MỜI HỌP", "A3": "Họ và tên", "B3": "Ngày sinh", "C3": "Thôn"} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for i := range rows {
		for c, v := range []any{fmt.Sprintf("Nguyễn Văn Số %d", i+1), fmt.Sprintf("%02d/%02d/1980", i%28+1, i%12+1),
			fmt.Sprintf("Thôn %d", i%9+1)} {
			cell, _ := excelize.CoordinatesToCellName(c+1, i+4)
			if w, ok := wrong[cell]; ok {
				v = w
			}
			if err := f.SetCellValue("Sheet1", cell, v); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// many opens the screen for many papers with a list.
func (d *desk) many(t *testing.T, list []byte) {
	t.Helper()
	d.drop(map[string][]byte{"thu-moi.yaml": []byte(strings.Replace(head, "Lịch họp", "Mời «Họ và tên», «Thôn», họp",
		1) + "body: Mời ông, bà sinh ngày «Ngày sinh» đến họp.\n")})
	d.pages()
	d.press("Soạn hàng loạt")
	d.drop(map[string][]byte{"danh-sach.xlsx": list})
	d.wait(`document.getElementById('many').textContent.includes('dòng dưới dòng tên cột')`)
}

// TestMany: a spreadsheet of 300 rows with 12 faults becomes a ZIP of 300 papers without
// leaving the page.
func TestMany(t *testing.T) {
	d := open(t, nil)
	wrong := make(map[string]any)
	for i := range 12 {
		wrong[fmt.Sprintf("B%d", 10+i*20)] = "31/02/1980"
	}
	d.many(t, workbook(t, 300, wrong))
	d.shot("columns")
	d.press("Xem thử một dòng")
	d.wait(`document.querySelector('.page')?.textContent.includes('Nguyễn Văn Số 1')`)
	d.press("Quay lại một văn bản")
	d.press("Soạn hàng loạt")
	d.drop(map[string][]byte{"danh-sach.xlsx": workbook(t, 300, wrong)})
	d.press("Kiểm tra cả danh sách")
	d.wait(`document.querySelectorAll('.cells li').length === 12`)
	if got := value[string](d, `document.querySelector('.faults').textContent`); got != "12 chỗ sai ở 12 dòng" {
		t.Errorf("the check says %q", got)
	}
	d.shot("faults")
	d.do(chromedp.Evaluate(`for (const i of document.querySelectorAll('.cells input')) { i.value = '28/02/1980'; i.dispatchEvent(new InputEvent('input', {bubbles: true})); }`, nil))
	d.press("Kiểm tra cả danh sách")
	d.wait(`document.querySelector('.progress').textContent === 'Cả 300 dòng đều đúng.'`)
	d.shot("right")
	begun := time.Now()
	name, data := d.download("Soạn 300 văn bản")
	t.Logf("300 papers in %v, %d bytes", time.Since(begun).Round(10*time.Millisecond), len(data))
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || !strings.HasSuffix(name, ".zip") {
		t.Fatalf("%s: %v", name, err)
	}
	papers := 0
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, ".pdf") {
			papers++
		}
	}
	if papers != 300 {
		t.Errorf("%d papers", papers)
	}
	d.wait(`document.querySelector('.progress').textContent.startsWith('Xong: 300')`)
}

// TestDays: whether days or months come first is asked once where no cell says so.
func TestDays(t *testing.T) {
	d := open(t, nil)
	wrong := make(map[string]any)
	for i := range 20 {
		wrong[fmt.Sprintf("B%d", 4+i)] = fmt.Sprintf("%02d/%02d/1980", i%12+1, i%11+1)
	}
	d.many(t, workbook(t, 20, wrong))
	d.shot("asked")
	if n := value[int](d, `document.querySelectorAll('fieldset.ask').length`); n != 1 {
		t.Fatalf("asked %d times", n)
	}
	d.press("Kiểm tra cả danh sách")
	d.wait(`!!document.querySelector('dialog[open]')`)
	d.press("Đóng")
	d.do(chromedp.Evaluate(`document.querySelectorAll('fieldset.ask input')[1].click()`, nil))
	d.press("Xem thử một dòng")
	d.press("Kiểm tra cả danh sách")
	d.wait(`document.querySelector('.progress').textContent === 'Cả 20 dòng đều đúng.'`)
}

// TestTemplate: a Word template is checked on upload, its fields are matched to the columns of
// a list, and every row becomes a Word file.
func TestTemplate(t *testing.T) {
	d := open(t, nil)
	d.many(t, workbook(t, 3, nil))
	d.drop(map[string][]byte{"giay-moi.docx": wordFile(t, "Kính mời {{Họ và tên}, thôn {{Thôn}}")})
	d.wait(`document.querySelectorAll('#many .cells li').length === 1`)
	if got := value[string](d, `document.querySelector('#many .cells li').textContent`); !strings.Contains(got, "đoạn 1") {
		t.Errorf("the mistake is said to be at %q", got)
	}
	d.shot("mistake")
	d.press("Bàn soạn văn bản")
	d.wait(`!document.getElementById('start').hidden`)
	if n := value[int](d, `document.querySelectorAll('.works .link').length`); n != 2 {
		t.Errorf("%d works are kept", n)
	}
	d.press("Thông báo: Mời «Họ và tên», «Thôn», họp")
	d.press("Soạn hàng loạt")
	d.drop(map[string][]byte{"giay-moi.docx": wordFile(t,
		"Kính mời {{Người được mời}}, {{Thôn}}, sinh ngày {{Ngày sinh | date}}, dự {{Việc}}")})
	d.wait(`document.getElementById('many').textContent.includes('4 trường: «Người được mời», «Thôn», «Ngày sinh», «Việc».')`)
	d.drop(map[string][]byte{"danh-sach.xlsx": workbook(t, 30, map[string]any{"B9": "31/02/1980"})})
	d.pick("Họ và tên điền vào", "Người được mời")
	if got := value[string](d, `[...document.querySelectorAll('#many td[data-head="Điền vào trường"] select')].map((s) => s.value).join('|')`); got != "Người được mời|Ngày sinh|Thôn" {
		t.Errorf("matched: %s", got)
	}
	d.write("Việc", "họp thôn")
	d.shot("columns")
	_, trial := d.download("Xem thử một dòng")
	d.wait(`document.querySelector('#many .progress').textContent.includes('Không hiện được trang in ở đây')`)
	d.shot("trial")
	if got := wordText(t, trial); got != "Kính mời Nguyễn Văn Số 1, Thôn 1, sinh ngày 01/01/1980, dự họp thôn" {
		t.Errorf("the trial reads %q", got)
	}
	d.press("Kiểm tra cả danh sách")
	d.wait(`document.querySelectorAll('#many .cells li').length === 1`)
	d.shot("fault")
	d.do(chromedp.Evaluate(`(() => { const i = document.querySelector('#many .cells input'); i.value = '28/02/1980'; i.dispatchEvent(new InputEvent('input', {bubbles: true})); })()`, nil))
	d.press("Kiểm tra cả danh sách")
	d.wait(`document.querySelector('.progress').textContent === 'Cả 30 dòng đều đúng.'`)
	name, data := d.download("Soạn 30 văn bản")
	if got := zipped(t, data); strings.Count(got, ".docx") != 30 || !strings.HasPrefix(name, "giay-moi-") {
		t.Errorf("%s holds %s", name, got)
	}
}

// paperTemplate is a paper with fields.
const paperTemplate = `{"kind":"cong-van","version":1,"issuer":{"name":"Ủy ban nhân dân xã Cẩm Hòa","abbreviation":"UBND","place":"Cẩm Hòa"},
"number":"12","drafting_unit":"VHXH","date":"2026-11-15","subject":"mời họp","addressees":["{{Họ và tên}}"],
"body":"Mời {{Họ và tên}}, {{Thôn}}, dự họp tại trụ sở.","signer":{"position":"Chủ tịch","name":"Nguyễn Văn An"},"distribution":{"to":["Như trên"],"file_copy":["VT"]}}`

// word makes the Word file of a paper.
func (d *desk) word(t *testing.T, paper string) []byte {
	t.Helper()
	r, err := http.Post(d.address+"api/v1/render?to=docx", "application/json", strings.NewReader(paper))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	file, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatal(r.Status, err, string(file))
	}
	return file
}

// TestTemplatePages: the trial of a template that is a paper shows its printed page, without leading
// into a form that it does not have; its Word file is a press away.
func TestTemplatePages(t *testing.T) {
	d := open(t, nil)
	d.many(t, workbook(t, 3, nil))
	d.drop(map[string][]byte{"giay-moi.docx": d.word(t, paperTemplate)})
	d.wait(`document.getElementById('many').textContent.includes('2 trường')`)
	d.drop(map[string][]byte{"danh-sach.xlsx": workbook(t, 3, nil)})
	d.press("Xem thử một dòng")
	d.wait(`document.querySelector('.page')?.textContent.includes('Nguyễn Văn Số 1, Thôn 1, dự họp')`)
	d.wait(`document.querySelector('#many .progress').textContent.startsWith('Trang in của dòng đầu: 1 trang.')`)
	d.shot("page")
	if n := value[int](d, `document.querySelectorAll('.page [data-path]').length`); n != 0 {
		t.Errorf("%d lines lead to fields", n)
	}
	_, trial := d.download("Tải tệp Word của dòng đầu")
	if got := wordText(t, trial); !strings.Contains(got, "Nguyễn Văn Số 1, Thôn 1, dự họp") {
		t.Errorf("the trial reads %q", got)
	}
}

// TestTrialLeft: a trial whose pages come when its list has been left does not paint over the paper
// that is open then.
func TestTrialLeft(t *testing.T) {
	const hold = `(() => { const f = fetch; window.fetch = async (...a) => { const r = await f(...a);
if (a[0].includes('render?to=svg') && !window.go) await new Promise((ok) => { window.go = ok; }); return r; }; })()`
	const rest = `(window.go(), new Promise((ok) => setTimeout(ok, 500)).then(() => document.getElementById('paper').textContent + document.getElementById('state').textContent))`
	for name, first := range map[string]string{"papers": "", "template": paperTemplate} {
		t.Run(name, func(t *testing.T) {
			d := open(t, nil)
			d.many(t, workbook(t, 30, nil))
			if first != "" {
				d.drop(map[string][]byte{"giay-moi.docx": d.word(t, first)})
				d.wait(`document.getElementById('many').textContent.includes('2 trường')`)
				d.drop(map[string][]byte{"danh-sach.xlsx": workbook(t, 30, nil)})
			}
			d.do(chromedp.Evaluate(hold, nil))
			d.press("Xem thử một dòng")
			d.wait(`!!window.go`)
			d.press("Bàn soạn văn bản")
			d.press("Thông báo: Mời «Họ và tên», «Thôn», họp")
			d.wait(`document.querySelector('.page')?.textContent.includes('sinh ngày «Ngày sinh»')`)
			if got := value[string](d, rest); !strings.Contains(got, "«Ngày sinh»") || strings.Contains(got, "Xem thử") {
				t.Errorf("the open paper shows %s", got)
			}
		})
	}
}
