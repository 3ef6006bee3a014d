package plan

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// paperNumber is "số" of a paper: figures, behind them letters or figures
// behind a hyphen, as registers have them ("05a", "12-2"). The symbol is no part of it.
var paperNumber = regexp.MustCompile(`^[0-9]+\p{L}*(?:-[0-9\p{L}]+)*$`)

// checkNumber refuses a number with its symbol or other words.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3.
func checkNumber(found *diag.List, path, number string) {
	if number == "" || paperNumber.MatchString(number) {
		return
	}
	d := &diag.Diagnostic{
		Pos: diag.At(join(path, "number")), Rule: RuleValue, Found: number,
		Message: fmt.Sprintf(`"number" (số) là %s, chỉ ghi số`, record.Quote(number)),
		Fix:     `ký hiệu do chương trình ghép, hoặc ghi ở "symbol" (ký hiệu)`,
	}
	digits, _, _ := strings.Cut(strings.TrimSpace(number), "/")
	if digits = strings.TrimSpace(digits); paperNumber.MatchString(digits) {
		d.Expected = digits
	}
	found.Add(d)
}

// typedDash is a dash or bullet at the head of an entry.
var typedDash = regexp.MustCompile(`^\s*(?:[-+•‣▪]\s?|[*–—]\s)`)

// checkDashes is checkDash of a list of texts at path.
func checkDashes[S ~string](found *diag.List, path, key, term string, list []S) {
	for i, s := range list {
		if typedDash.MatchString(string(s)) {
			checkDash(found, index(join(path, key), i), term, string(s))
		}
	}
}

// checkDash refuses a typed dash before an entry of a list that is printed with
// dashes. Marks at its end are replaced by the right ones, and so tolerated.
func checkDash(found *diag.List, path, term, text string) {
	m := typedDash.FindString(text)
	if m == "" {
		return
	}
	key := path[strings.LastIndexByte(path, '.')+1:]
	key, _, _ = strings.Cut(key, "[")
	found.Add(&diag.Diagnostic{
		Pos: diag.At(path), Rule: RuleValue, Found: strings.TrimSpace(m), Expected: text[len(m):],
		Message: fmt.Sprintf("%q (%s) mở đầu bằng %q; gạch đầu dòng do chương trình ghi", key, term, strings.TrimSpace(m)),
		Fix:     "bỏ dấu này",
	})
}

// Validate refuses what the program prints by itself: dashes, the word Lưu, and
// the marks between the places where the paper is kept.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9.
func (d *Distribution) Validate(path string, found *diag.List) {
	d = orZero(d)
	checkDashes(found, path, "to", "các nơi nhận", d.To)
	for i, s := range d.FileCopy {
		s = strings.TrimSpace(s)
		m := fileCopyLead.FindString(s)
		right := strings.TrimRight(s[len(m):], " ;,")
		if strings.Count(right, ".") == 1 {
			right = strings.TrimSuffix(right, ".") // not of an abbreviation with full stops
		}
		if s == right {
			continue
		}
		found.Add(&diag.Diagnostic{
			Pos: diag.At(index(join(path, "file_copy"), i)), Rule: RuleValue, Found: s, Expected: right,
			Message: fmt.Sprintf(`"file_copy" (lưu) là %s; chữ Lưu và các dấu do chương trình ghi`, record.Quote(s)),
			Fix:     "chỉ ghi nơi lưu, như VT",
		})
	}
	if d.FileCopyLine != "" {
		checkDash(found, join(path, "file_copy_line"), "dòng lưu nguyên văn", d.FileCopyLine)
	}
}

// fileCopyLead is what stands before the places where a paper is kept, when typed.
var fileCopyLead = regexp.MustCompile(`^(?:[-+•]\s*|[*–—]\s+)?(?:[Ll]ưu(?:\s*[:;]\s*|\s+|$))?`)
