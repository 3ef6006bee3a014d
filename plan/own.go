package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/vanban-go/vanban/internal/phrase"
	"github.com/vanban-go/vanban/internal/ruleid"
	"github.com/vanban-go/vanban/plan/diag"
	"github.com/vanban-go/vanban/plan/vi"
)

// Words that papers print by themselves, typed in the field that stands behind them, are
// taken as those words.

// addOwnWord hints at a word that papers print by themselves.
func addOwnWord(found *diag.List, path, key, word string) {
	found.Add(&diag.Diagnostic{
		Pos: diag.At(join(path, key)), Level: diag.Info, Rule: ruleid.OwnWord, Found: word,
		Message: fmt.Sprintf("%q do chương trình ghi, chỉ in một lần", word), Fix: "không cần gõ chữ này",
	})
}

// BareName is the name without the honorific, and without the word "Hộ", that lists and
// sentences put before it, where it was typed with them.
func (a *Awardee) BareName() string {
	_, _, name := orZero(a).parts()
	return name
}

// Address is the honorific "cách xưng": the one given, or else the one typed before the name.
func (a *Awardee) Address() string {
	_, honorific, _ := orZero(a).parts()
	return honorific
}

// parts parts the word for a household that was typed before a name, the honorific, and the name.
func (a *Awardee) parts() (household, honorific, name string) {
	name = a.Name
	if a.Kind == Household {
		for _, w := range [...]string{"Hộ gia đình", "Gia đình", "Hộ"} {
			if rest, ok := phrase.CutWords(name, w); ok && rest != "" {
				household, name = w, rest
				break
			}
		}
	}
	if a.Honorific != "" || a.Kind == Collective {
		return household, a.Honorific, bareName(name, a.Honorific)
	}
	honorific, name = cutHonorific(name)
	return household, vi.UpperFirst(honorific), name
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

// surnames are those of most people, of every ethnic group. "Ông" before one is no surname itself, as it is in
// Ông Ích Khiêm.
var surnames = []string{
	"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh",
	"Trương", "Đoàn", "Mai", "Lương", "Hà", "Cao", "Tô", "Lưu", "Trịnh", "Đào", "Thái", "Quách", "Tạ", "Lâm", "Nông", "Chu", "Tống", "Kiều",
	"Phùng", "Vương", "Đàm", "Hứa", "Triệu", "Vi", "Vy", "Lò", "Lô", "Lộc", "Lục", "Lường", "Quàng", "Tòng", "Cầm", "Cà", "Bế", "Mông",
	"Bàn", "Giàng", "Sùng", "Vàng", "Thào", "Hạng", "Lầu", "Mùa", "Vừ", "Xồng", "Hờ", "Hầu", "Chảo", "Lù", "Ma", "Mã", "Thạch", "Thân",
	"Trà", "Y", "Siu", "Rơ", "Ksor", "Rmah", "Rcom", "Nay", "Kpă", "Bhling",
}

// middles are the words that a name of three begins with behind the surname Ông: Ông Thị Kim Liên.
var middles = []string{"Thị", "Văn", "Ích", "Hữu", "Đình", "Đức", "Quang", "Minh", "Ngọc", "Xuân", "Thanh", "Công", "Quốc", "Duy",
	"Bá", "Thế", "Trọng", "Viết", "Kim", "Hồng", "Thu", "Gia"}

// isWhole reports whether what stands behind "Ông" is a whole name: it begins with a usual surname, or with another one before Văn or Thị.
func isWhole(word, name string) bool {
	words := strings.Fields(vi.Name(name))
	return slices.Contains(surnames, words[0]) ||
		word == "Ông" && len(words) > 2 && !slices.Contains(middles, words[0]) && (words[1] == "Văn" || words[1] == "Thị")
}

// addUnclear hints at "Ông" before words of which nobody knows whether they are a whole name: Ông Nhật Minh Anh. It is printed as typed;
// in small letters it is no surname.
func addUnclear(found *diag.List, path, name string) {
	rest, typed := phrase.CutWords(name, "Ông")
	if words := strings.Fields(vi.Name(rest)); !typed || strings.HasPrefix(name, "ông") || len(words) < 3 || slices.Contains(middles, words[0]) {
		return
	}
	found.Add(&diag.Diagnostic{Pos: diag.At(join(path, "name")), Level: diag.Info, Rule: ruleid.OwnWord, Found: name,
		Message: `chưa rõ "Ông" là cách xưng hay là họ: in như đã gõ, coi là họ`,
		Fix:     `là cách xưng thì bỏ chữ này ở "name", ghi "honorific: Ông"; là họ thì để nguyên`})
}

// honorifics are typed before names. Those that may be a surname or a given name themselves stand before a surname; short ones say
// what they are for, and are clear with a stop.
var honorifics = [...]struct {
	word  string
	clear bool
	short string
}{{"Ông (bà)", true, ""}, {"Ông/Bà", true, ""}, {"Đồng chí", true, ""}, {"Đ/c", true, "Đồng chí"}, {"Bà", true, ""}, {"Ông", false, ""},
	{"Em", false, ""}, {"Cháu", false, ""}, {"Anh", false, ""}, {"Chị", false, ""}, {"Cụ", false, ""}, {"Ô", false, "Ông"},
	{"B", false, "Bà"}}

// isPersons reports whether a name is surely that of a person: Nguyễn Văn An.
func isPersons(name string) bool {
	words := strings.Fields(name)
	return len(words) > 2 && slices.Contains(surnames, words[0]) && (words[1] == "Văn" || words[1] == "Thị") && !phrase.HasSmallWord(name)
}

// cutHonorific parts what stands before a name from it: "Ông" and "Lê Tám".
func cutHonorific(name string) (honorific, bare string) {
	for _, h := range honorifics {
		rest, ok := phrase.CutWords(name, h.word)
		typed := name[:len(name)-len(rest)]
		clear := h.clear || h.short != "" && strings.Contains(typed, ".")
		if !ok || !strings.Contains(rest, " ") || !clear && !isWhole(h.word, rest) {
			continue
		}
		return cmp.Or(h.short, strings.TrimRight(typed, " :.\u00a0")), rest
	}
	return "", name
}

// Validate hints at an honorific typed in the name.
func (p *Person) Validate(path string, found *diag.List) {
	p = orZero(p)
	if bare := p.BareName(); bare != p.Name {
		addOwnWord(found, path, "name", strings.TrimSpace(strings.TrimSuffix(p.Name, bare)))
	} else if p.Honorific == "" {
		addUnclear(found, path, bare)
	}
}

// checkName hints at an honorific or the word "Hộ" typed in the name, and warns of a name that is of another kind than it says.
func (a *Awardee) checkName(path string, found *diag.List) {
	household, honorific, bare := a.parts()
	if bare != a.Name && a.Honorific != "" {
		addOwnWord(found, path, "name", strings.TrimSpace(strings.TrimSuffix(a.Name, bare)))
	}
	if a.Kind != Collective && honorific == "" {
		addUnclear(found, path, bare)
	}
	wrong := func(is string, kind Recipient) {
		found.Add(&diag.Diagnostic{
			Pos: diag.At(join(path, "name")), Level: diag.Warning, Rule: ruleNameKind, Found: a.Name,
			Message: fmt.Sprintf("%q là tên %s, mà đối tượng ghi là %s", a.Name, is, a.Kind.Term()),
			Fix:     fmt.Sprintf("ghi \"kind: %s\", hoặc sửa tên", kind),
		})
	}
	switch person, _ := cutHonorific(a.Name); {
	case a.Kind == Individual && phrase.IsHousehold(a.Name):
		wrong("một hộ gia đình", Household)
	case (a.Kind == Individual || a.Kind == Household && household == "") && honorific == "" && phrase.IsCollective(a.Name):
		wrong("một tập thể", Collective)
	case a.Kind == Collective && (person != "" && !strings.HasPrefix(vi.FoldName(a.Name), "bà con ") || isPersons(a.Name)):
		wrong("một người", Individual)
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
	return cmp.Or(rest, title)
}
