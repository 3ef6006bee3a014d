package browser

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/xuri/excelize/v2"
)

// forty makes a list of 40 invented nominees: 6 collectives, 30 persons, 4 households. Two
// headings are the office's own, one award is misspelt.
func forty(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{{"DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026"}, {},
		{"TT", "Đối tượng", "Ông/Bà", "Ai được khen", "Năm sinh", "Đơn vị", "Hình thức khen", "Mã tiêu chuẩn", "Thành tích", "Ghi chú"}}
	first := []string{"An", "Bình", "Cường", "Dung", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga"}
	family := []string{"Nguyễn Thị", "Trần Văn", "Lê Hữu"}
	for i := range 40 {
		kind, honorific, name, born, unit := "Cá nhân", []string{"Bà", "Ông",
			"Ông"}[i%3], family[i%3]+" "+first[(i*7/3)%10], any(1960+i), fmt.Sprintf("thôn %d", i%9+1)
		switch {
		case i < 6:
			kind, honorific, name, born, unit = "Tập thể", "", fmt.Sprintf("Chi hội Phụ nữ thôn %d", i+1), "", ""
		case i >= 36:
			kind, honorific, born = "Hộ gia đình", "", ""
		}
		award := "Giấy khen"
		if i == 20 {
			award = "Giấy khe"
		}
		rows = append(rows, []any{i + 1, kind, honorific, name, born, unit, award, []string{"nong-thon", "an-ninh", "van-hoa"}[i%3],
			fmt.Sprintf("Có thành tích xuất sắc trong phong trào số %d", i+1), ""})
	}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unnumbered is the season of the examples before its papers had numbers, with other nominees.
func unnumbered(t *testing.T, nominees string) []byte {
	t.Helper()
	text := regexp.MustCompile(`(?m)^  number: .*\n`).ReplaceAllString(string(example(t, "khen-thuong-2026/dot-khen-thuong.yaml")), "")
	text, _, _ = strings.Cut(text, "nominees:")
	return []byte(text + nominees)
}

// pick chooses an entry of a drop-down list by its label and its words.
func (d *desk) pick(label, words string) {
	d.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll('select')].find((s) => s.checkVisibility() && (s.ariaLabel === %q || s.labels[0]?.textContent === %[1]q))`, label)
	d.wait("!!" + find)
	d.do(chromedp.Evaluate(fmt.Sprintf(`(() => { const s = %s; s.value = [...s.options].find((o) => o.textContent === %q || o.textContent.startsWith(%[2]q + ' (')).value; s.dispatchEvent(new Event('change', {bubbles: true})); })()`, find, words), nil))
}

// write writes into the input with that label.
func (d *desk) write(label, words string) {
	d.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll('input, textarea')].find((i) => i.checkVisibility() && (i.ariaLabel === %q || i.labels?.[0]?.textContent === %[1]q))`, label)
	d.wait("!!" + find)
	d.do(chromedp.Evaluate(fmt.Sprintf(`(() => { const i = %s; i.focus(); i.select(); })()`, find), nil), chromedp.KeyEvent(kb.Delete),
		chromedp.KeyEvent(words))
}

// tick ticks the box with that label.
func (d *desk) tick(label string) {
	d.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll('input[type=checkbox]')].find((i) => i.checkVisibility() && (i.ariaLabel === %q || i.labels?.[0]?.textContent === %[1]q))`, label)
	d.wait("!!" + find)
	d.do(chromedp.Evaluate(find+".click()", nil))
}

// zipped gives the names of the files of an archive.
func zipped(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	return strings.Join(names, " ")
}

// progress is what a step says of itself.
const progress = `(document.querySelector('#season .progress')?.textContent ?? '')`

// TestSeason: a season of 40 people, from the list to the papers, as a person does it.
func TestSeason(t *testing.T) {
	d := open(t, nil)
	d.drop(map[string][]byte{"dot.yaml": unnumbered(t, "nominees: []\n"), "ke-hoach.yaml": example(t, "khen-thuong-2026/ke-hoach.yaml")})
	d.wait(`document.getElementById('right').className === 'none'`)
	d.shot("plan")

	d.press("2. Danh sách")
	d.drop(map[string][]byte{"de-nghi.xlsx": forty(t)})
	d.pick("Ai được khen là", "Họ và tên")
	d.pick("Hình thức khen là", "Danh hiệu/Hình thức")
	d.shot("columns")
	d.press("Kiểm tra và đưa vào đợt")
	d.wait(`document.querySelectorAll('#season .cells li').length === 1`)
	d.shot("fault")
	if got := value[string](d, `document.querySelector('#season .cells label').textContent`); !strings.Contains(got, "G24") {
		t.Errorf("the fault is at %q", got)
	}
	d.do(chromedp.Evaluate(`(() => { const i = document.querySelector('#season .cells input'); i.value = 'Giấy khen'; i.dispatchEvent(new InputEvent('input', {bubbles: true})); })()`, nil))
	d.press("Kiểm tra và đưa vào đợt")
	d.wait(progress + ` === 'Đã thêm 40 đề nghị.'`)
	d.press("Kiểm tra và đưa vào đợt")
	d.wait(progress + ` === 'Không có gì mới trong danh sách này.'`)

	d.press("3. Kết quả xét")
	d.wait(progress + `.startsWith('40 đề nghị: 40 chờ xét.')`)
	if got := value[string](d, `document.querySelector('.results tbody').textContent`); !strings.Contains(got,
		"cần xác nhận tiêu chuẩn “") ||
		regexp.MustCompile(`nong-thon|an-ninh|van-hoa`).MatchString(got) {
		t.Errorf("the reasons read %q", got)
	}
	d.shot("waiting")
	d.press("Chọn tất cả")
	d.pick("Việc", "Ghi phiếu của Hội đồng")
	d.write("Số phiếu đồng ý", "13")
	d.write("Số phiếu không đồng ý", "0")
	d.press("Ghi")
	d.wait(progress + `.startsWith('40 đề nghị: 40 được khen thưởng.')`)
	d.tick("Chọn Chi hội Phụ nữ thôn 2")
	d.write("Số phiếu đồng ý", "4")
	d.write("Số phiếu không đồng ý", "9")
	d.press("Ghi")
	d.wait(progress + `.includes('1 không khen thưởng')`)
	d.tick("Chọn Chi hội Phụ nữ thôn 3")
	d.pick("Việc", "Đề nghị cấp trên khen thưởng")
	d.press("Ghi")
	d.wait(progress + `.startsWith('40 đề nghị: 38 được khen thưởng, 1 đề nghị cấp trên, 1 không khen thưởng.')`)
	d.shot("results")
	d.pick("Xem", "không khen thưởng")
	if got := value[string](d, `document.querySelector('.results tbody').textContent`); !strings.Contains(got,
		"không đủ số phiếu: 04/13 phiếu") {
		t.Errorf("the reason reads %q", got)
	}
	d.shot("refused")
	d.press("Hoàn tác")
	d.wait(progress + `.includes('39 được khen thưởng, 1 không khen thưởng')`)
	d.press("Làm lại")
	d.wait(progress + `.includes('38 được khen thưởng, 1 đề nghị cấp trên')`)

	d.press("4. Văn bản")
	d.wait(`document.querySelectorAll('.papers li').length > 3`)
	d.pages()
	d.shot("papers")
	d.press("Biên bản Họp Hội đồng Thi đua - Khen thưởng xã xét, đề nghị khen thưởng năm 2026")
	d.wait(`document.querySelector('.page')?.textContent.includes('BIÊN BẢN')`)
	d.shot("minutes")
	for _, stage := range [][3]string{{"bien-ban", "02", "8/12/2026"}, {"to-trinh", "41", "9/12/2026"},
		{"quyet-dinh", "512", "15/12/2026"}} {
		d.do(chromedp.Evaluate(fmt.Sprintf(`document.querySelector('[data-key="number-%s"]').focus()`, stage[0]), nil),
			chromedp.KeyEvent(stage[1]))
		d.do(chromedp.Evaluate(fmt.Sprintf(`(() => { const i = document.querySelector('[data-key="day-%s"]'); i.focus(); i.select(); })()`, stage[0]), nil), chromedp.KeyEvent(stage[2]))
		d.do(chromedp.Evaluate(fmt.Sprintf(`document.querySelector('[data-key="write-%s"]').click()`, stage[0]), nil))
		d.wait(fmt.Sprintf(`document.querySelector('[data-stage="%s"]')?.textContent.includes('Số %s, ngày')`, stage[0], stage[1]))
	}
	d.wait(`document.querySelectorAll('[data-stage="giay-khen"] .papers li').length === 38`)
	d.shot("numbered")
	name, pdf := d.download("Tải Quyết định Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã Cẩm Hòa, PDF")
	if !strings.HasPrefix(name, "quyet-dinh-khen-thuong-2") || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("%s of %d bytes", name, len(pdf))
	}
	_, data := d.download("Tải 38 văn bản (ZIP)")
	if got := zipped(t, data); strings.Count(got, ".pdf") != 38 || strings.Count(got, ".docx") != 38 {
		t.Errorf("certificates: %s", got)
	}
	_, data = d.download("Tải tất cả (ZIP)")
	for _, want := range []string{"tom-tat-thanh-tich.pdf", "bien-ban-hop-hoi-dong.pdf", "to-trinh.docx", "quyet-dinh-khen-thuong.pdf",
		"danh-sach-chi-tien-thuong.pdf", "so-khen-thuong.csv"} {
		if got := zipped(t, data); !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
	_, data = d.download("Tải mẫu báo cáo của mọi người (ZIP)")
	if got := zipped(t, data); strings.Count(got, ".docx") != 40 {
		t.Errorf("reports: %s", got)
	}
}

// TestSeasonBegun: a season from its starting file says what it still needs, and leads there.
func TestSeasonBegun(t *testing.T) {
	d := open(t, nil)
	d.press("Đợt khen thưởng mới")
	d.wait(`document.getElementById('right').className === 'none'`)
	d.press("3. Kết quả xét")
	d.press("Sang danh sách")
	d.drop(map[string][]byte{"de-nghi.csv": []byte("Họ và tên,Đề nghị,Số phiếu đồng ý,Số phiếu không đồng ý\nNguyễn Thị Hoa,Giấy khen,11,0\n")})
	d.press("Kiểm tra và đưa vào đợt")
	d.wait(progress + ` === 'Đã thêm 1 đề nghị.'`)
	d.press("4. Văn bản")
	d.press("Điền mục họp Hội đồng")
	d.wait(focused + `.startsWith('session')`)
	d.shot("session")
	d.press("Hoàn tác")
	d.press("2. Danh sách")
	d.wait(progress + ` === 'Đã thêm 1 đề nghị.'`)
	d.press("Hoàn tác")
	d.press("3. Kết quả xét")
	d.wait(`document.getElementById('season').textContent.includes('Chưa có đề nghị nào')`)
}

// TestSeasonUpward: the submissions to the level above get their numbers one after the other.
func TestSeasonUpward(t *testing.T) {
	archive, err := os.ReadFile("../../docgen/season/testdata/cases/19-apart.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(archive), "-- a.yaml --\n")
	text, _, _ = strings.Cut(text, "-- want --\n")
	d := open(t, nil)
	d.drop(map[string][]byte{"dot.yaml": []byte(strings.Replace(text, `number: "12", date: 2026-11-12, `, "", 1))})
	d.press("4. Văn bản")
	const stage = `document.querySelector('[data-stage="trinh-cap-tren"]')`
	for i, n := range []string{"12", "13", "15"} {
		d.wait(`!!document.querySelector('[data-key="number-trinh-cap-tren"]')`)
		for key, words := range map[string]string{"number": n, "day": fmt.Sprintf("%d/11/2026", 12+i)} {
			d.do(chromedp.Evaluate(fmt.Sprintf(`(() => { const i = document.querySelector('[data-key="%s-trinh-cap-tren"]'); i.focus(); i.select(); })()`, key), nil),
				chromedp.KeyEvent(words))
		}
		d.do(chromedp.Evaluate(`document.querySelector('[data-key="write-trinh-cap-tren"]').click()`, nil))
		d.wait(stage + fmt.Sprintf(`?.textContent.includes('Số %s, ngày %d/11/2026')`, n, 12+i))
		d.shot("number-" + n)
	}
	d.wait(stage + `?.textContent.includes('Số 12, ngày 12/11/2026; Số 13, ngày 13/11/2026; Số 15, ngày 14/11/2026. Từ đây')`)
	d.wait(`!document.querySelector('[data-key="number-trinh-cap-tren"]')`)
}

// TestPlain: names of keys and codes are left out of what is said, what people wrote is not.
func TestPlain(t *testing.T) {
	d := open(t, nil)
	for said, want := range map[string]string{
		`finding: "02 (hai)" không thuộc tờ nào`:                    ``,
		`Nguyễn Văn An (con) cùng tên, cùng năm sinh`:               ``,
		`"a \"b (votes)" và “c (forward: true)” là giai đoạn lạ`:    ``,
		`"Lập giai đoạn to-trinh, khóa này" không có`:               ``,
		`người ký là cấp phó ("Phó" (kiêm)) mà không ký thay (KT.)`: ``,
		`"tờ" (hai) khác`:                                              ``,
		`chưa có kết quả biểu quyết (votes)`:                           `chưa có kết quả biểu quyết`,
		`không trình cấp trên (forward: true) đủ`:                      `không trình cấp trên đủ`,
		`tệp (kind: quyet-dinh, type: khen-thuong)`:                    `tệp`,
		`chữ nhỏ hơn (layout.spots), nhỏ lại (text_size)`:              `chữ nhỏ hơn, nhỏ lại`,
		`thiếu "votes" (phiếu); khóa này`:                              `thiếu “phiếu”; mục này`,
		`"width" (bề rộng cột (mm)) là 5`:                              `“bề rộng cột (mm)” là 5`,
		`không có bộ quy định thể thức "abc" (standard)`:               `không có bộ quy định thể thức "abc"`,
		`cần xác nhận tiêu chuẩn “Văn hóa” (vanhoa) của kế hoạch`:      `cần xác nhận tiêu chuẩn “Văn hóa” của kế hoạch`,
		`cần xác nhận tiêu chuẩn “Nông thôn” (nong-thon2) của A (con)`: `cần xác nhận tiêu chuẩn “Nông thôn” của A (con)`,
		`Giai đoạn to-trinh chưa có số`:                                `phần “Tờ trình” chưa có số`,
	} {
		if want == "" {
			want = said
		}
		if got := value[string](d, fmt.Sprintf(`import(document.baseURI.split('#')[0] + 'desk/words.js').then((m) => m.plain(%q))`,
			said)); got != want {
			t.Errorf("%s\nis %s\nnot %s", said, got, want)
		}
	}
}
