package draft

import (
	"slices"
	"strings"

	"github.com/vanban-go/vanban/plan/vi"
)

// trade is the part of a body's name behind the word for its kind: what the body does, and its
// own name. "TRUNG TÂM | LƯU TRỮ LỊCH SỬ", "TRƯỜNG | MẦM NON HOA SEN". The zero value is none.
type trade struct {
	at     int    // the first word of the kind
	from   int    // the first word behind the kind
	opens  int    // its first word that is no short form
	common []bool // by word: of what bodies do
	school bool   // what is not of what it does is its own name
}

// tradeKinds are the kinds of body behind which the next word has a capital, and so has every
// word that is not of what such a body does.
var tradeKinds = []string{
	"trường", "trung tâm", "trạm", "công ty", "tổng công ty", "hợp tác xã", "bệnh viện", "thư viện", "bảo tàng", "xí nghiệp",
	"chi nhánh", "ban quản lý", "học viện", "nhà máy", "ngân hàng", "quỹ", "hạt",
}

// tradeFrom finds that part of a name in capitals.
func (r *reader) tradeFrom(fields []string) trade {
	low := make([]string, len(fields))
	for i, w := range fields {
		low[i] = strings.TrimRight(vi.Lower(w), ",")
	}
	starts := func(i int, phrase string) int {
		if words := strings.Fields(phrase); i+len(words) <= len(low) && slices.Equal(low[i:i+len(words)], words) {
			return len(words)
		}
		return 0
	}
	for i := range low {
		n := 0
		for _, k := range tradeKinds {
			n = max(n, starts(i, k))
		}
		if from := i + n; n > 0 && from < len(low) && opensBody(fields, i) && !isTitle(low[from]) {
			t := trade{at: i, from: from, opens: from, common: make([]bool, len(low))}
			t.school = low[i] == "trường" && slices.ContainsFunc(schools, func(s string) bool { return starts(from, s) > 0 })
			for t.opens < len(fields) && isShort(fields[t.opens]) {
				t.opens++
			}
			for at := from; at < len(low); at++ {
				most := 0
				for _, p := range trades {
					most = max(most, starts(at, p))
				}
				for k := range most {
					t.common[at+k] = true
				}
				at += max(most-1, 0)
			}
			return t
		}
	}
	return trade{}
}

// hasCapital reports whether a word begins with a capital: that of the kind, the first of the trade,
// one that begins a further part, and each of the body's own name. The last is a guess.
func (t *trade) hasCapital(fields []string, i int) (is, guessed bool) {
	switch {
	case t.from == 0 || i < t.from || units[vi.Lower(fields[i])]:
		return t.from > 0 && i == t.at, false
	case !t.common[i]:
		return true, !t.school && !isDigits(fields[i])
	}
	above := vi.Lower(fields[i-1])
	return i == t.opens || above == "và" || above == "-" || strings.HasSuffix(above, ","), false
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789-,&") == "" }

// schools are what a school is, behind which its own name stands.
var schools = []string{"mầm non", "mẫu giáo", "tiểu học", "trung học", "phổ thông", "thcs", "thpt", "th"}

// decaseOf is decase for a part of the paper, which is not sure where capitals had to be guessed.
func (r *reader) decaseOf(key, term, s string, from *line) string {
	r.guessed = false
	s = r.decase(s)
	if r.guessed {
		r.take(key, term, Doubtful, from, "bản nháp gõ toàn chữ in hoa, chữ hoa trong "+quote(s)+" là đoán")
	}
	return s
}

// trades are words for what bodies do.
var trades = []string{
	"lưu trữ", "lịch sử", "dịch vụ", "việc làm", "khuyến nông", "hành chính", "công", "phục vụ", "giáo dục", "đào tạo", "thường xuyên",
	"nghề nghiệp", "hướng nghiệp", "nghề", "y tế", "dự phòng", "kiểm soát", "bệnh tật", "văn hóa", "văn hoá", "thông tin",
	"truyền thông", "thể thao", "thể dục", "du lịch", "nước sạch", "vệ sinh", "môi trường", "nông thôn", "nông nghiệp", "lâm nghiệp",
	"thủy sản", "thủy lợi", "chăn nuôi", "thú y", "bảo vệ", "thực vật", "trồng trọt", "trách nhiệm", "hữu hạn", "một", "hai",
	"thành viên", "cổ phần", "thương mại", "xây dựng", "sản xuất", "đầu tư", "phát triển", "quỹ đất", "tư vấn", "thiết kế",
	"kỹ thuật", "công nghệ", "khoa học", "ứng dụng", "chuyển đổi số", "kiểm nghiệm", "kiểm định", "giám định", "pháp y", "tâm thần",
	"cấp cứu", "đa khoa", "chuyên khoa", "sản nhi", "phụ sản", "bảo trợ", "xã hội", "công tác", "trẻ em", "chính trị", "chính sách",
	"cao đẳng", "đại học", "trung cấp", "phổ thông", "dân tộc", "nội trú", "bán trú", "cơ sở", "trung học", "tiểu học", "mầm non",
	"mẫu giáo", "liên cấp", "chuyên", "trợ giúp", "pháp lý", "nhà nước", "đấu giá", "tài sản", "đăng kiểm", "xe cơ giới", "vận tải",
	"hành khách", "hàng hóa", "điện lực", "cấp nước", "thoát nước", "đô thị", "công trình", "công cộng", "công ích", "cây xanh",
	"quản lý", "khai thác", "dự án", "khu công nghiệp", "công nghiệp", "rừng", "phòng hộ", "đặc dụng", "kiểm lâm", "tổng hợp",
	"tin học", "ngoại ngữ", "bồi dưỡng", "thanh thiếu niên", "hoạt động", "thiếu nhi", "giống", "cây trồng", "vật nuôi", "quan trắc",
	"tài nguyên", "khí tượng", "thủy văn", "đăng ký", "đất đai", "xúc tiến", "xuất khẩu", "nhập khẩu", "xuất nhập khẩu", "khu vực",
	"cộng đồng", "học tập", "tín dụng", "nhân dân", "hỗ trợ", "nông dân", "phụ nữ", "trung tâm", "trung ương", "khu di tích", "đường bộ",
	"số", "của", "và", "liên", "về",
}
