package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/record"
	"github.com/vanban-go/vanban/plan/diag"
)

// paperNumber is "số" of a paper: figures, behind them letters or figures
// behind a hyphen, as registers have them ("05a", "12-2"). The symbol is no part of it.
var paperNumber = pattern.New(`^[0-9]+\p{L}*(?:-[0-9\p{L}]+)*$`)

// checkNumber refuses a number with its symbol or other words.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3.
func checkNumber(found *diag.List, path, number string) {
	if number == "" || paperNumber.MatchString(number) {
		return
	}
	if rest, ok := phrase.CutWords(number, "Số"); ok && paperNumber.MatchString(rest) {
		addOwnWord(found, path, "number", "Số")
		return
	}
	d := &diag.Diagnostic{
		Pos: diag.At(join(path, "number")), Rule: ruleValue, Found: number,
		Message: fmt.Sprintf(`"number" (số) là %s, chỉ ghi số`, record.Quote(number)),
		Fix:     `ký hiệu do chương trình ghép, hoặc ghi ở "symbol" (ký hiệu)`,
	}
	if bare := strings.Trim(number, "“”„‘’\"' "); bare != number && paperNumber.MatchString(bare) {
		d.Message = fmt.Sprintf(`"number" (số) là %s, có dấu ngoặc kép cong của Word`, bare)
		d.Fix, d.Expected = fmt.Sprintf(`bỏ ngoặc kép cong, hoặc dùng ngoặc kép thẳng: "%s"`, bare), bare
		d.Edit = diag.Edit{Old: number, New: bare}
		found.Add(d)
		return
	}
	digits, _, _ := strings.Cut(strings.TrimSpace(number), "/")
	if digits = strings.TrimSpace(digits); paperNumber.MatchString(digits) {
		d.Expected = digits
	}
	found.Add(d)
}

// typedDash is a dash, bullet or number at the head of an entry.
var typedDash = pattern.New(`^\s*(?:[-+` + phrase.Bullets + `]\s?|[*–—]\s|(?:[0-9]{1,2}[.)]|[a-zđ]\))\s+)`)

// hasTypedDash is typedDash.MatchString. Most texts begin with a capital letter, and then have none.
func hasTypedDash(s string) bool {
	return s != "" && (s[0] < 'A' || s[0] > 'Z') && typedDash.MatchString(s)
}

// checkDashes is checkDash of a list of texts at path.
func checkDashes[S ~string](found *diag.List, path, key, term string, list []S) {
	for i, s := range list {
		if hasTypedDash(string(s)) {
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
		Pos: diag.At(path), Rule: ruleValue, Found: strings.TrimSpace(m), Expected: text[len(m):],
		Message: fmt.Sprintf("%q (%s) mở đầu bằng %q; gạch đầu dòng do chương trình ghi", key, term, strings.TrimSpace(m)),
		Fix:     "bỏ dấu này", Edit: diag.Edit{Old: m, New: ""},
	})
}

// Validate refuses dashes, which the program prints by itself, and hints at the word Lưu.
// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 9.
func (d *Distribution) Validate(path string, found *diag.List) {
	d = orZero(d)
	checkDashes(found, path, "to", "các nơi nhận", d.To)
	checkDashes(found, path, "file_copy", "lưu", d.FileCopy)
	for i, s := range d.FileCopy {
		if _, ok := phrase.CutKept(s); ok {
			addOwnWord(found, index(join(path, "file_copy"), i), "", "Lưu")
		}
	}
	if d.FileCopyLine != "" {
		checkDash(found, join(path, "file_copy_line"), "dòng lưu nguyên văn", d.FileCopyLine)
	}
}

// KeptAt gives the places where the paper is kept, as "Lưu:" is followed by them: without
// that word and without marks at their ends. Recipients that are typed with it stand here.
func (d *Distribution) KeptAt() []string {
	var places []string
	add := func(s string) {
		s, _ = phrase.CutKept(s)
		s = strings.TrimRight(strings.TrimSpace(s), " ;,")
		if strings.Count(s, ".") == 1 {
			s = strings.TrimSuffix(s, ".") // not of an abbreviation with full stops
		}
		if s != "" && !slices.ContainsFunc(places, func(had string) bool { return strings.EqualFold(had, s) }) {
			places = append(places, s)
		}
	}
	d = orZero(d)
	for _, s := range d.FileCopy {
		add(s)
	}
	for _, s := range d.To {
		if rest, ok := phrase.CutKept(string(s)); ok && rest != "" {
			for _, place := range strings.Split(rest, ",") {
				add(place)
			}
		}
	}
	return places
}
