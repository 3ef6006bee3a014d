package fill

import "testing"

// TestLostMergeFields: "«Tên»" that is words alone is said to be none; a field that shows it, and words
// in such quotes, are not.
func TestLostMergeFields(t *testing.T) {
	for notation, want := range map[string]string{
		"Ông «Họ_và_tên»":      "«Họ_và_tên»",
		"Ông <<Tên>>, {{Tên}}": "<<Tên>>",
		"Ông «Tê¦n»":           "«Tên»",
		"{{Tên}} ‹MERGEFIELD Tên⇒«Tên»› ‹=MERGEFIELD Tên⇒«Tên»›": "",
		"{{Tên}} nói «rất vui», « Tên », «2026»":                 "",
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
