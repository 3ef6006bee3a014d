package word

import (
	"fmt"
	"strings"
	"testing"
)

// draft is a body of about 20 pages as Word writes it: runs split by spelling and revision,
// each with its own formatting.
func draft() string {
	var b strings.Builder
	for i := range 500 {
		fmt.Fprintf(&b, `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E" w14:paraId="%08X"><w:pPr><w:pStyle w:val="N"/><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`+
			`<w:spacing w:before="120" w:after="120" w:line="340" w:lineRule="exact"/><w:ind w:firstLine="720"/><w:jc w:val="both"/><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:pPr>`, i, i%3)
		for _, text := range []string{"Ủy ban nhân dân các xã, phường ", "phối hợp", " với các cơ quan liên quan ", "tổ chức thực hiện ",
			"Quyết định này và báo cáo ", "trước ngày 15 tháng 12 năm 2026."} {
			b.WriteString(`<w:r w:rsidRPr="00B12345"><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:b/><w:color w:val="000000"/>` +
				`<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r><w:proofErr w:type="spellStart"/>`)
		}
		b.WriteString("</w:p>")
	}
	return b.String()
}

// BenchmarkRead: a draft of 20 pages within 15 ms.
func BenchmarkRead(b *testing.B) {
	src := write(draft(), map[string]string{
		"styles":    `<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>`,
		"numbering": `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
	})
	b.SetBytes(int64(len(draft())))
	b.ReportAllocs()
	for b.Loop() {
		if d, found := readBytes(src); d == nil || len(d.Body) != 500 {
			b.Fatal(found)
		}
	}
}
