package draft_test

import (
	"strings"
	"testing"
)

// TestRaised: what a Word file shows that no text has: powers of units are letters of their own,
// other raised and lowered ones are named once; lines with dashes are paragraphs; tabs are said.
func TestRaised(t *testing.T) {
	run := func(s, props string) string {
		return `<w:r><w:rPr>` + props + `</w:rPr><w:t xml:space="preserve">` + s + `</w:t></w:r>`
	}
	up, down := `<w:vertAlign w:val="superscript"/>`, `<w:vertAlign w:val="subscript"/>`
	for _, c := range []struct{ in, body, said string }{
		{run("Rộng 120 m", "") + run("2", up) + run(", sâu 3km", "") + run("3", up), "Rộng 120 m², sâu 3km³", ""},
		{run("Ha", "") + run("m", "") + run("2", up), "Ham2", "thường: “Ham2”"},
		{run("m", "") + run("4", up) + run(" 5 m", "") + run("2", down), "m4 5 m2", "“m4”, “m2”"},
		{run("Khí CO", "") + run("2", down) + run(" và CO", "") + run("2", down), "Khí CO2 và CO2", "thường: “CO2”"},
		{run("A1", up) + run(" B2", up) + run(" C3", up) + run(" D4", up) + run(" E5", up) + run(" F6", up), "A1 B2 C3 D4 E5 F6", "“E5”; xem"},
		{run("m", "") + run("2", ""), "m2", ""},
		{run("Sốt 39,5", "") + run("0", up) + run("C, 30 ", "") + run("o", up) + run(" C", ""), "Sốt 39,5°C, 30 ° C", ""},
		{run("Sốt 39", "") + run("0", up) + run("C.", ""), "Sốt 39°C.", ""},
		{run("Sốt 39", "") + run("0", up) + run("C-40", "") + run("0", up) + run("C/giờ", ""), "Sốt 39°C-40°C/giờ", ""},
		{run("Ghi chú 1", "") + run("0", up) + run("C.ty", ""), "Ghi chú 10C.ty", "“10”"},
		{run("Ghi chú 1", "") + run("0", up) + run("C", "") + run("ty", ""), "Ghi chú 10Cty", "“10”"},
		{run("Ghi chú 1", "") + run("0", up) + run("C1", ""), "Ghi chú 10C1", "“10”"},
		{run("Góc 45", "") + run("0", up), "Góc 450", "“450”"},
		{run("Góc 45", "") + run("0", up) + run(" Cần", ""), "Góc 450 Cần", "“450”"},
		{run("Khí CO", "") + run("0", up) + run("C", ""), "Khí CO0C", "“CO0”"},
		{run("Sốt 39", "") + run("1", up) + run("C", ""), "Sốt 391C", "“391”"},
		{run("Sốt 39", "") + run("0", down) + run("C", ""), "Sốt 390C", "“390”"},
		{run("0", up) + run("C", ""), "0C", "“0”"},
		{run("Sốt 39⁰C, rộng 875㎡", ""), "Sốt 39°C, rộng 875m²", "⁰C thành °C"},
		{(&maker{}).run("Gồm:\n- Một\n- Hai\nba", ""), "Gồm:\n  - Một\n  - Hai\\\n  ba", ""},
		{(&maker{}).run("Mái tôn\t120 m2", ""), "Mái tôn 120 m2", "dấu tab giữa các chữ"},
		{(&maker{}).run("1.\tMái tôn", ""), "1. Mái tôn", ""},
		{(&maker{}).run("Họ tên:\t....", ""), "Họ tên: ....", ""},
		{(&maker{}).run("\tMái tôn\t", ""), "Mái tôn", ""},
	} {
		m := &maker{}
		m.add(m.p("THÔNG BÁO", "bc"), m.p("Nghỉ lễ", "bc"), `<w:p>`+c.in+`</w:p>`, m.p("Hết.", ""))
		d := read(t, "a.docx", m.file())
		if !strings.Contains(string(d.YAML), "  "+c.body+"\n  Hết.") {
			t.Errorf("%s: got\n%s", c.body, d.YAML)
		}
		said := ""
		for _, f := range d.Findings {
			if f.Rule == "draft.form" {
				said += f.Error() + "\n"
			}
		}
		if (c.said == "") != (said == "") || !strings.Contains(said, c.said) || strings.Count(said, "\n") > 1 {
			t.Errorf("%s: said %s", c.body, said)
		}
	}
}

// TestRaisedInNotes: the raised number at the head of a note is its own; such a figure in its text is said.
func TestRaisedInNotes(t *testing.T) {
	for note, said := range map[string]bool{"Số liệu rà soát.": false, "Số liệu~1~ rà soát.": true, "~1~ hộ.": true, "~2~ hộ.": true} {
		m := &maker{}
		m.add(m.p("THÔNG BÁO", "bc"), m.p("Nghỉ lễ", "bc"), `<w:p>`+m.run("Có 9 hộ", "")+m.note(note)+`</w:p>`)
		d := read(t, "a.docx", m.file())
		if got := strings.Contains(d.Findings.Error(), "chữ nâng lên"); got != said {
			t.Errorf("%s: %v", note, d.Findings)
		}
	}
}
