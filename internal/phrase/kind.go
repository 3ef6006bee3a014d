package phrase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/vanban-go/vanban/internal/pattern"
	"github.com/vanban-go/vanban/plan/vi"
)

// households and collectives find names that are no person's. A word that is a surname too, such as Đoàn or Ban, stands with the
// words that follow it in the name of a body.
var (
	households  = pattern.New(`^(?:hộ|gia đình|vợ chồng)\s\S`)
	collectives = pattern.New(`^(?:tập thể|(?:chi|đảng) (?:bộ|ủy|hội|đoàn|cục|nhánh|đội)|cấp ủy|liên (?:đội|đoàn)|` +
		`phân (?:hội|đoàn)|đoàn (?:thanh niên|xã|phường|cơ sở)|nhà (?:trường|văn hóa|trẻ)|` +
		`trường (?:mầm|mẫu|tiểu|trung|phổ|thcs|thpt|th|mn|cao đẳng|đại học|chính trị|dân tộc|dạy)|` +
		`công (?:an|ty|đoàn)|cty|tổng công ty|doanh nghiệp|dntn|cửa hàng|xí nghiệp|nhà máy|phân xưởng|hợp tác xã|htx|` +
		`bệnh viện|trạm|trung tâm|phòng|văn phòng|` +
		`ban (?:chấp hành|chỉ huy|chỉ đạo|công tác|quản lý|quản trị|điều hành|giám đốc|giám hiệu|thường trực|thường vụ|dân vận|vận động|` +
		`tổ chức|tuyên giáo|nhân dân|bảo vệ|đại diện|liên lạc|xây dựng|lãnh đạo|kiểm tra|thanh tra|hòa giải|quân sự)|` +
		`hội (?:đồng|liên hiệp|nông dân|cựu|phụ nữ|người|chữ thập|khuyến học|đông y|luật gia|làm vườn|cha mẹ|nạn nhân)|ủy ban|ubnd|hđnd|` +
		`(?:ub)?mttq|mặt trận|quân sự|dân quân|dòng họ|tộc họ|tổ|đội|nhóm|khoa|` +
		`bộ phận|bộ môn|khối|lớp|thôn|làng|xóm|ấp|bản|buôn|khóm|khu (?:phố|dân cư)|xã|phường|đặc khu|câu lạc bộ|clb|` +
		`quỹ|kho bạc|ngân hàng|bưu điện|lực lượng|cán bộ|nhân dân|(?:tiểu|trung|đại) đội|(?:tiểu|trung|lữ|sư) đoàn|` +
		`đồn biên phòng|giáo xứ|nhà thờ|chùa|cục|bộ (?:chỉ huy|tư lệnh))\s\S`)
	// likeNames are bodies that begin as names of persons do, Sở Minh Đạt and Liên Minh Anh: a small letter tells them apart.
	likeNames = pattern.New(`^(?:sở|vụ|viện|học viện|thanh tra|liên minh|(?:tỉnh|thành|huyện) (?:ủy|đoàn))(?:\s|$)`)
	// Buôn Krông, Buôn Yă and the like are surnames of the Ê Đê.
	surnames = pattern.New(`^buôn (?:krông|yă|ya|dap|đáp|ông)\s`)
)

// IsHousehold reports whether a name is that of a household: Hộ ông Lê Chín.
func IsHousehold(name string) bool {
	return !isPersons(name) && households.MatchString(vi.FoldName(name))
}

// IsCollective reports whether a name is that of a collective: Chi bộ thôn 7, but also Công an, where Công An is a person.
func IsCollective(name string) bool {
	key := vi.FoldName(name)
	if HasSmallWord(name) {
		key += " ."
	}
	return !isPersons(name) && !surnames.MatchString(key) &&
		(collectives.MatchString(key) || HasSmallWord(name) && likeNames.MatchString(key))
}

// HasSmallWord reports whether a word behind the first begins with a small letter, as none does in the name of a person.
func HasSmallWord(name string) bool {
	_, rest, _ := strings.Cut(name, " ")
	return slices.ContainsFunc(strings.Fields(rest), func(word string) bool {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsLower(r)
	})
}

// isPersons reports whether a name is of one person for certain: Phòng Thị Hoa, Tổ Văn An, but not Phòng Văn hóa.
func isPersons(name string) bool {
	words := strings.Fields(vi.NFC(name))
	if len(words) < 3 || words[1] != "Thị" && words[1] != "Văn" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[2])
	return unicode.IsUpper(r)
}
