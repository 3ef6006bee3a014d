package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Words that papers print by themselves, typed in the field that stands behind them, are
// taken as those words.

// addOwnWord hints at a word that papers print by themselves.
func addOwnWord(found *diag.List, path, key, word string) {
	found.Add(&diag.Diagnostic{
		Pos: diag.At(join(path, key)), Level: diag.Info, Rule: ruleOwnWord, Found: word,
		Message: fmt.Sprintf("%q do chương trình ghi, chỉ in một lần", word), Fix: "không cần gõ chữ này",
	})
}

// BareName is the name without the honorific, and without the word "Hộ", that lists and
// sentences put before it, where it was typed with them.
func (a *Awardee) BareName() string {
	a = orZero(a)
	name := a.Name
	if a.Kind == Household {
		for _, w := range [...]string{"Hộ gia đình", "Gia đình", "Hộ"} {
			if rest, ok := phrase.CutWords(name, w); ok && rest != "" {
				name = rest
				break
			}
		}
	}
	return bareName(name, a.Honorific)
}

// bareName takes an honorific from a name that is printed behind it.
func bareName(name, honorific string) string {
	if honorific == "" {
		return name
	}
	for _, w := range [...]string{honorific, "Ông (bà)", "Ông/Bà"} {
		// A name has two words at least: that of Ông Ích Khiêm begins with one.
		if rest, ok := phrase.CutWords(name, w); ok && strings.Contains(rest, " ") {
			return rest
		}
	}
	return name
}

// BareName is the name without the honorific that stands before it.
func (p *Person) BareName() string {
	p = orZero(p)
	if p.Honorific == "" {
		_, name := cutHonorific(p.Name)
		return name
	}
	return bareName(p.Name, p.Honorific)
}

// Address is the honorific "danh xưng": the one given, or else the one typed before the name.
func (p *Person) Address() string {
	p = orZero(p)
	if p.Honorific == "" {
		typed, _ := cutHonorific(p.Name)
		return typed
	}
	return p.Honorific
}

// surnames are those of nine in ten people. "Ông" before one is no surname itself, as it is in
// Ông Ích Khiêm.
var surnames = []string{
	"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trương",
	"Đoàn", "Mai", "Lương", "Hà", "Cao", "Tô", "Lưu", "Trịnh", "Đào", "Thái", "Quách", "Tạ", "Lâm", "Nông", "Chu", "Tống", "Kiều",
}

// cutHonorific parts what stands before a name from it: "Ông" and "Lê Tám".
func cutHonorific(name string) (honorific, bare string) {
	for _, w := range [...]string{"Ông (bà)", "Ông/Bà", "Đồng chí", "Đ/c", "Bà", "Ông"} {
		rest, ok := phrase.CutWords(name, w)
		first, _, more := strings.Cut(rest, " ")
		if !ok || !more || w == "Ông" && !slices.Contains(surnames, vi.UpperFirst(vi.Lower(first))) {
			continue
		}
		return strings.TrimRight(name[:len(name)-len(rest)], " :.\u00a0"), rest
	}
	return "", name
}

// Validate hints at an honorific typed in the name.
func (p *Person) Validate(path string, found *diag.List) {
	p = orZero(p)
	if bare := p.BareName(); bare != p.Name {
		addOwnWord(found, path, "name", strings.TrimSpace(strings.TrimSuffix(p.Name, bare)))
	}
}

// checkName hints at an honorific or the word "Hộ" typed in the name.
func (a *Awardee) checkName(path string, found *diag.List) {
	if bare := a.BareName(); bare != a.Name && a.Honorific != "" {
		addOwnWord(found, path, "name", strings.TrimSpace(strings.TrimSuffix(a.Name, bare)))
	}
}

// behind gives a title without the mark of the right to sign that stands before it, and
// without the line of that mark where both were typed in one.
func behind(title string, mark Capacity, before string) string {
	rest, ok := phrase.CutWords(title, string(mark))
	if !ok {
		return title
	}
	if before != "" {
		if below, ok := phrase.CutWords(rest, before); ok && below != "" {
			return below
		}
	}
	if rest == "" {
		return title
	}
	return rest
}
