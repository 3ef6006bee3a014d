package fill

import (
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestLostMergeFields: "«Tên»" that is words alone is said to be none, and a field of an old form to stay; a field
// that shows such words, and words in such quotes, are not.
func TestLostMergeFields(t *testing.T) {
	for notation, want := range map[string]string{
		"Ông «Họ_và_tên»":      "«Họ_và_tên»",
		"Ông <<Tên>>, {{Tên}}": "<<Tên>>",
		"Ông «Tê¦n»":           "«Tên»",
		"Ông «Họ và tên», «Chức vụ»; «Họ và tên», <<Đơn vị>>":        "<<Đơn vị>>«Chức vụ»«Họ và tên»",
		"Học «Một hai ba bốn năm sáu», «Một hai ba bốn năm sáu bảy»": "«Một hai ba bốn năm sáu»",
		"{{Tên}} ‹MERGEFIELD Tên⇒«Tên»› ‹=MERGEFIELD Tên⇒«Tên»›":     "",
		"{{Tên}} ‹FORMTEXT⇒x› ‹FORMCHECKBOX›‹=FORMDROPDOWN⇒x›":       "FORMCHECKBOXFORMDROPDOWNFORMTEXT",
		"{{Tên}} nói «rất vui», « Tên », «2026»":                     "",
	} {
		got := ""
		for _, d := range mustParse(t, docxOf(notation)).Findings() {
			if d.Rule == RuleField && d.Found != "" {
				got += d.Found
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", notation, got, want)
		}
	}
}

// TestTracked: words that are deleted only for whoever accepts it are said to stay; inserted ones are words.
func TestTracked(t *testing.T) {
	for change, want := range map[string]int{
		`<w:del w:id="1" w:author="x"><w:r><w:delText>cũ</w:delText></w:r></w:del>`:     1,
		`<w:moveFrom w:id="1" w:author="x"><w:r><w:t>cũ</w:t></w:r></w:moveFrom>`:       1,
		`<w:ins w:id="1" w:author="x"><w:r><w:t>mới</w:t></w:r></w:ins>`:                0,
		`<w:del w:id="1" w:author="x"/><w:moveFrom w:id="2" w:author="x"></w:moveFrom>`: 1,
	} {
		src := withPart(docxOf("{{Tên}} x"), "word/document.xml", func(s string) string { return strings.Replace(s, "</w:p>", change+"</w:p>", 1) })
		got := 0
		for _, d := range mustParse(t, src).Findings() {
			if d.Rule == ruleTracked && d.Level == diag.Warning {
				got++
			}
		}
		if got != want {
			t.Errorf("%s: %d findings, want %d", change, got, want)
		}
	}
}
