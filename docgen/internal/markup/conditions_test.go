package markup

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/plan/diag"
)

// TestFolded: whatever marker began a line that YAML joined to the one above is found.
func TestFolded(t *testing.T) {
	for mark, want := range map[string]bool{
		"-": true, "+": true, "*": true, "•": false, "1.": true, "1.1.": true, "2)": true, "(1)": true, "(a)": true, "I.": true,
		"V.": true, "X.": true, "I/": true,
		"Phần I.": true, "Chương I.": true, "Mục 1.": true, "Tiểu mục 1.": true, "Điều 1.": true, "a)": true, "đ)": true, "b.": true,
		"b/": true, "b-": true, "I -": false, "1 –": false, "a -": false, "1.1-": false, "2 -": false, "I +": false,
		"và": false, "2.500": false,
	} {
		text := "Việc cần làm: " + mark + " Dọn kênh"
		at := func(n int) diag.Pos { // the marker stands on the second line of the file
			if n < len("Việc cần làm: ") {
				return diag.Pos{File: "a", Line: 1, Column: n + 1}
			}
			return diag.Pos{File: "a", Line: 2, Column: n + 1 - len("Việc cần làm: ")}
		}
		_, found := Body(Source{Text: text, Places: places{at, []int{len("Việc cần làm: ")}}}, Options{Scheme: scheme})
		got := len(found) == 1 && found[0].Rule == RuleFolded && found[0].Pos.Line == 2 && found[0].Found == mark
		if got != want || !want && len(found) > 0 {
			t.Errorf("%q: %v", mark, found)
		}
		if _, found := Body(Source{Text: text, Places: places{at: at}}, Options{Scheme: scheme}); len(found) > 0 {
			t.Errorf("%q, in one line of the file: %v", mark, found)
		}
	}
}

func TestOpensLike(t *testing.T) {
	level := func(s string) int {
		for i, l := range []string{"1.", "1.1.", "a)", "-"} {
			if l == s {
				return i
			}
		}
		return -1
	}
	scheme, err := decree.ParseScheme([]string{"1.", "1.1.", "a)", "-"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text, level string
		want        bool
	}{
		{"1. Một", "1.", true}, {" 1. Một", "1.", true}, {"1.1. Một", "1.1.", true}, {"1.1. Một", "1.", false}, {"1. Một", "1.1.", false},
		{"a) Một", "a)", true}, {"a. Một", "a)", false}, {"- Một", "-", true}, {"Một", "-", false}, {"", "1.", false},
	} {
		if got := OpensLike(tt.text, &scheme[level(tt.level)]); got != tt.want {
			t.Errorf("OpensLike(%q, %q) = %v", tt.text, tt.level, got)
		}
	}
}

// TestPlainCell: what is taken as it stands is what reading it would have given; and names
// and figures are.
func TestPlainCell(t *testing.T) {
	plain := []string{"", "Nguyễn Thị Mai", "thôn Đông Chùa", "2.530.000", "0,6", "1", "17", "QĐ-UBND", "x (y)"}
	for _, s := range plain {
		if _, ok := PlainCell(s); !ok {
			t.Errorf("%q is read", s)
		}
	}
	others := []string{"Trưởng phòng Văn hóa - Xã hội",
		" a", "a ", "a\u00a0", "\u200ba", "a\nb", "a\tb", "a  b", "*a*", "a_b", "a....", "a…", "1. Một", "- Một", "Việc: - Một",
		"Việc: 1. Một", "a\u0302",
		"“Trích", "# a", "| a", "[a](#b)", "{#a}", "a\\b", "<br>", "Điều 5. Phạm vi", "Chương I", "PHỤ LỤC", "đ) Một", "a) Một",
		"x: I. Một", "•",
	}
	for _, s := range append(others, plain...) {
		got, ok := PlainCell(s)
		if !ok {
			continue
		}
		takenAsRead(t, s, got)
	}
	for _, s := range others[:len(others)-1] {
		if _, ok := PlainCell(s); ok && s != "PHỤ LỤC" {
			t.Errorf("%q is taken as it stands", s)
		}
	}
}

// FuzzPlainCell: as TestPlainCell, with any text.
func FuzzPlainCell(f *testing.F) {
	f.Add("Trần Thị Mai - 1. x")
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := PlainCell(s)
		if !ok || !utf8.ValidString(s) {
			return
		}
		takenAsRead(t, s, got)
	})
}

// takenAsRead fails if a plain text, taken as it stands, is other than it is when it is read: as
// a cell, or as a line.
func takenAsRead(t *testing.T, s string, got [][]doc.Inline) {
	src := Source{Text: s, Places: places{at: at(s)}}
	want, found := Cell(src)
	if !reflect.DeepEqual(got, want) || len(found) > 0 {
		t.Errorf("%q is taken as %q, read as %q, %v", s, got, want, found)
	}
	if parts, _ := Body(Source{}, Options{}); parts != nil {
		t.Errorf("nothing gives %v", parts)
	}
	if s != "" {
		parts, _ := Body(src, Options{Scheme: scheme})
		if want, found := readBody(src, Options{Scheme: scheme}); !reflect.DeepEqual(parts, want) || len(found) > 0 {
			t.Errorf("%q is taken as %v, read as a body as %v, %v", s, parts, want, found)
		}
	}
	in, found := readLine(src)
	if len(got) > 0 && !reflect.DeepEqual(got[0], in) || len(found) > 0 {
		t.Errorf("%q is taken as %q, read as a line as %q, %v", s, got, in, found)
	}
}

// TestChoices: a box or tick at the head of a line stays where it is one of several to choose from, and is a bullet otherwise.
func TestChoices(t *testing.T) {
	for text, kept := range map[string]bool{
		"■ Có □ Không": true, "■ Có\n□ Không": true, "■ Việc một\n■ Việc hai": false, "■ Rà soát\nÝ kiến: ☐ đồng ý": false,
		"■ Giới tính: □ Nam □ Nữ": false, "■ Việc 1: giao ban ○ sáng": false, "■ Ba ◻ Tư": true, "■\ufe0f Một\n■": false,
		"● Có ○ Không": true, "● Giới tính: ● Nam ○ Nữ": false, "● Nơi ở: □ Nam": false, "● Nơi ở □ Nam": false, "● Một\n○ Hai": false,
		"○ Có ● Không": true, "✓ Đã nộp": false, "✓ Đã nộp\n✗ Chưa nộp": true, "✓ Đã nộp ✔ Đã ký": true, "✔ Giấy: ✔ bản chính": false,
		"– Một □ Hai": false,
	} {
		lines := strings.Split(text, "\n")
		parts, _ := Body(Source{Text: text}, Options{Scheme: scheme})
		_, prose := parts[0].(*doc.Prose)
		if prose != kept {
			t.Errorf("%q is kept: %v", lines[0], prose)
		}
	}
}

// TestStarsOfBoxes: marks of messages around a box are printed, and found.
func TestStarsOfBoxes(t *testing.T) {
	for text, want := range map[string]bool{"**☐ Có**": true, "**✔**": true, "**-**": false, "**(a)**": false} {
		_, found := Body(Source{Text: "Chọn " + text + " ở đây"}, Options{Scheme: scheme})
		if got := slices.ContainsFunc(found, func(d *diag.Diagnostic) bool { return d.Rule == RuleBreakTag }); got != want {
			t.Errorf("%s: %v", text, found)
		}
	}
}

// TestGluedCapitals: a capital letter or a Roman number without a blank behind it is a marker before capitals alone.
func TestGluedCapitals(t *testing.T) {
	for text, want := range map[string]bool{
		"I.MỤC ĐÍCH, YÊU CẦU": true, "A.PHẦN CHUNG": true, "I.Newton": false, "I.Kant sinh năm 1724.\nII. Nội dung": false, "A.TP Hà Nội": false,
		"A.NGUYỄN VĂN BÌNH, sinh năm 1970": false,
	} {
		parts, _ := Body(Source{Text: text}, Options{Scheme: scheme})
		if _, got := parts[0].(*doc.Division); got != want {
			t.Errorf("%q: %T", text, parts[0])
		}
	}
}

// TestNeedsRoman: a term or century goes on behind its word, the number of a section does not.
func TestNeedsRoman(t *testing.T) {
	for b, want := range map[string]bool{"XIII. Đến nay": true, "IX. Ban Chấp hành": true, "VIII. Tổ chức": false, "II. Kết quả": false, "I. Lớp": false} {
		if got := needsRoman("Ban Chấp hành Trung ương khóa", b); got != want {
			t.Errorf("%q: %v", b, got)
		}
	}
}

// TestFoldedGlued: so are markers that no blank parts from their words, where they count whatever stands above them.
func TestFoldedGlued(t *testing.T) {
	for words, want := range map[string]bool{
		"I - TÌNH HÌNH": true, "1 – KẾT QUẢ": true, "2 - KẾT QUẢ": false, "A - B": false, "I - V thì": false, "1.1- MỘT": false, "-Dọn kênh": true, "1.Dọn kênh": true, "I.DỌN KÊNH": true, "2.Dọn kênh": false, "I.Newton viết": false,
	} {
		const before = "Việc cần làm: "
		at := func(n int) diag.Pos { return diag.Pos{File: "a", Line: 1, Column: n + 1} }
		_, found := Body(Source{Text: before + words, Places: places{at, []int{len(before)}}}, Options{Scheme: scheme})
		if got := len(found) == 1 && found[0].Rule == RuleFolded; got != want {
			t.Errorf("%q: %v", words, found)
		}
	}
}
