package fill

import (
	"math/big"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/plan/diag"
)

// TestFormulas: what Word makes of formulas, "1234,5" with a comma; a word of the message where
// there is nothing to be had.
func TestFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"= 1 + 2 * 3": "7", "=(1+2)*3": "9", "= 2 - 3 - 4": "-5", "=7/2": "3,5", "= 2^3^2": "64", "=-2^2": "-4", "= - - 2": "2",
		"=+2-+1": "1",
		"=50%":   "0,5", "=200*10%": "20", "= 1.500.000 / 3": "500.000", "=1,5*2": "3", "=MAX(1,2)": "2", "=MAX(1,5;2)": "2",
		"=MAX(1;2,5)": "2,5",
		"=SUM(1,2,3)": "6", "=PRODUCT(2,3,4)": "24", "=AVERAGE(1,2)": "1,5", "=COUNT(5,6)": "2", "=MIN(3,1,2)": "1",
		"=ABS(-3)": "3", "=SIGN(-3)": "-1", "=INT(-3/2)": "-2", "=INT(7/2)": "3", "=MOD(-7,3)": "2", "=MOD(7,3)": "1",
		"=ROUND(2/3,2)": "0,67", "=ROUND(-5/2,0)": "-3", "=ROUND(1234,-2)": "1.200", "=Round(1/3 , 1)": "0,3",
		"=1=1": "1", "=1<>1": "0", "=1<2": "1", "=2<=2": "1", "=1>2": "0", "=1>=2": "0",
		"=AND(1,0)": "0", "=AND(0,1)": "0", "=AND(2,1)": "1", "=OR(0,1)": "1", "=OR(1,0)": "1", "=OR(0,0)": "0", "=NOT(0)": "1",
		"=NOT(3)": "0", "=TRUE": "1", "=FALSE()": "0",
		"=IF(1>2,3,4)": "4", "=IF(TRUE,3,4)": "3", "=2^64": "lớn", "=2^65": "mũ", "=2^(0-1)": "mũ", "=2^(1/2)": "mũ", "=(9^64)^64": "lớn",
		"=PRODUCT((9^64)^9,(9^64)^9,(9^64)^9)": "lớn",
		"=1/0":                                 "chia cho 0", "=MOD(1,0)": "chia cho 0", "=ROUND(1,16)": "-15 đến 15", "=ROUND(1,-16)": "-15 đến 15",
		"=ROUND(1,1/2)": "-15 đến 15",
		"=":             "thiếu vế", "=1+": "thiếu vế", "=(1": "thiếu vế", "=(1 2": "chỗ \"2\"", "=1 2": "chỗ \"2\"", "=A1+2": "A1",
		"=SUM(ABOVE)": "ABOVE", "=MAX()": "0 vế", "=ABS(1,2)": "2 vế", "=MAX(1": "thiếu vế",
		"=MAX(1 2)": "chỗ \"2)\"", "=1,2,3": "1,2,3", "=" + strings.Repeat("(", 60): "quá sâu",
	} {
		f := &mergeField{instr: []said{{text: text}}}
		got := ""
		e, _, err := f.formula()
		if err == nil {
			var v *big.Rat
			if v, err = e.reckon(nil); err == nil {
				d, tooLarge := decimalOf(v, 2)
				got, err = d.String(), tooLarge
			}
		}
		if err != nil {
			got = err.Error()
		}
		if got != want && (err == nil || !strings.Contains(got, want)) {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// TestStaleFormulas: a formula over the cells of a table that is filled shows what it showed in
// the template; of one that is not filled that is right.
func TestStaleFormulas(t *testing.T) {
	const sum, field, words = "thay bằng {{tên danh sách | sum", "ghi kết quả thành một trường", "vẫn là số cũ của mẫu"
	for notation, fix := range map[string]string{
		"| {{Số}} |\n| ‹ =SUM(ABOVE)⇒3› |":           sum,
		"| {{Số}} |\n| ‹==sum(ABOVE) \\# \"0\"⇒3› |": sum,
		"| {{Số}} |\n| ‹ =A1*2⇒3› |":                 field,
		"| 3 |\n| ‹ =SUM(ABOVE)⇒3› |\n{{a}}":         "",
		"{{Số}} ‹ =1+2⇒3›":                           "",
		"| {{Số}} |\n| ‹ =‹MERGEFIELD a⇒›⇒› |":       "",
	} {
		found := mustParse(t, docxOf(notation)).Findings()
		told := len(found) == 1 && found[0].Rule == RuleMerge && found[0].Level == diag.Warning && strings.Contains(found[0].Message, words)
		if told != (fix != "") || fix == "" && len(found) > 0 ||
			told && (!strings.HasPrefix(found[0].Fix, fix) || !strings.Contains(found[0].Fix, "F9")) {
			t.Errorf("%s: %v", notation, found)
		}
	}
}
