package draft_test

import "testing"

// TestFlattened: words that are struck through, formulas and contents are said once each.
func TestFlattened(t *testing.T) {
	const math = `xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`
	const formula = `<m:oMath ` + math + `><m:rad><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad></m:oMath>`
	control := func(s string) string {
		return `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>` + s + `</w:t></w:r></w:sdtContent></w:sdt>`
	}
	const contents = `<w:pPr><w:pStyle w:val="TOC1"/></w:pPr>`
	for name, c := range map[string]struct {
		body string
		want int
	}{
		"struck":              {`<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>bỏ</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>bỏ</w:t></w:r></w:p>`, 1},
		"a struck blank":      {`<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve"> </w:t></w:r><w:r><w:t>chữ</w:t></w:r></w:p>`, 0},
		"formulas":            {`<w:p>` + formula + formula + `</w:p>`, 1},
		"letters of one":      {`<w:p><m:oMath ` + math + `><m:r><m:t>x</m:t></m:r></m:oMath></w:p>`, 0},
		"contents":            {`<w:p>` + contents + `<w:r><w:t>Một 5</w:t></w:r></w:p><w:p>` + contents + `<w:r><w:t>Hai 6</w:t></w:r></w:p>`, 1},
		"a control that asks": {`<w:p>` + control("Nhập họ tên") + control("Nhập năm sinh") + `</w:p>`, 1},
		"a control with dots": {`<w:p>` + control("......") + `</w:p>`, 0},
		"a form letter":       {`<w:p><w:r><w:t>Kính gửi «Họ_tên», «Năm»</w:t></w:r></w:p>`, 1},
		"a field of letters":  {`<w:p><w:r><w:t>Kính gửi «HoTen»</w:t></w:r></w:p>`, 1},
		"a numbered field":    {`<w:p><w:r><w:t>Kính gửi «F1»</w:t></w:r></w:p>`, 1},
		"a title of one word": {`<w:p><w:r><w:t>«Kiều», «Nam», «TOEIC», «», «HồĐào»</w:t></w:r></w:p>`, 0},
		"a quotation":         {`<w:p><w:r><w:t>«Truyện Kiều», «»</w:t></w:r></w:p>`, 0},
		"empty contents":      {`<w:p>` + contents + `</w:p><w:p><w:r><w:t>chữ</w:t></w:r></w:p>`, 0},
	} {
		m := &maker{}
		m.body.WriteString(c.body)
		n := 0
		for _, d := range read(t, "a.docx", m.file()).Findings {
			if d.Rule == "draft.form" {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: %d findings", name, n)
		}
	}
}
