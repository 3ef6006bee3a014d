package fill

import "testing"

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
