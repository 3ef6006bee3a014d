package season

import (
	"strings"
	"unicode/utf8"

	"github.com/vanban-go/vanban/docgen/internal/sheet"
	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/vi"
)

// shortHonorifics are honorifics as lists shorten them.
var shortHonorifics = map[string]string{"ô": "Ông", "b": "Bà", "đ/c": "Đồng chí", "đc": "Đồng chí"}

// honorific reads how a person is addressed. A tick, a sex, a choice that nobody made and strokes for a rank are none: papers
// would print them.
func (d *reader) honorific(h head, text string) string {
	key := strings.Trim(vi.Fold(text), " .:")
	switch {
	case shortHonorifics[key] != "":
		return shortHonorifics[key]
	case utf8.RuneCountInString(key) < 2, key == "nam", key == "nữ", strings.ContainsRune(key, '/'),
		key[0] >= '0' && key[0] <= '9', // 3//, 4*
		eitherSex.MatchString(text), d.row.Cell(h.at).Kind != sheet.Text:
		d.bad(h, sheet.RuleValue, "không phải cách xưng", "ghi Ông, Bà, Em, Đồng chí hoặc cấp bậc")
		return ""
	case headingKey(h.text) == "cấp bậc" && !rank.MatchString(key):
		d.bad(h, sheet.RuleValue, "không phải cấp bậc quân đội, công an", "ghi cấp bậc, như Đại úy; cột ghi điều khác thì đổi tên cột")
		return ""
	case text == vi.Upper(text) && fullHonorific.MatchString(key):
		text = vi.Lower(text) // TS, BSCKII and NSƯT stay
	}
	return vi.UpperFirst(text)
}

// cutRank parts the rank of the army or police from the name behind it: Thiếu tá Lê Văn An, but not from one word.
func cutRank(text string) (is, name string) {
	words := strings.Fields(text)
	if len(words) < 4 || !rank.MatchString(vi.Fold(strings.Join(words[:2], " "))) {
		return "", text
	}
	is, words = vi.UpperFirst(vi.Lower(strings.Join(words[:2], " "))), words[2:]
	if len(words) > 2 && (words[0] == "QNCN" || words[0] == "CN") { // a career soldier's
		is, words = is+" "+words[0], words[1:]
	}
	return is, strings.Join(words, " ")
}

const ranks = `binh (?:nhất|nhì)|(?:hạ|trung|thượng) s[ĩỹ]|(?:thiếu|trung|thượng|đại|chuẩn) (?:úy|uý|tá|tướng)`

var (
	rank          = pattern.New(`^(?:` + ranks + `)(?: .*)?$`)
	fullHonorific = pattern.New(`^(?:ông|bà|em|anh|chị|cô|thầy|cụ|cháu|đồng chí|(?:bác|dược|tiến|thạc) s[ĩỹ]|` + ranks + `)$`)
)
