package form

import (
	"strings"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/font"
	"github.com/vanban-go/vanban/plan/vi"
)

// Names of bodies are broken where a Vietnamese reader pauses: before the unit
// of a place, before VÀ, behind a comma; never inside a place name or a word
// of two syllables, and no line ends in VÀ or a hyphen.

// mostLines is how many lines a name may take. The longest names of the State take
// four; more are for those that would not fit otherwise.
const mostLines = 6

// nameLines gives the lines of a name for a column, and how wide the widest is.
// Two or more lines are taken as they are.
func (f *former) nameLines(name []string, face decree.Face, room doc.Length) ([]string, doc.Length) {
	lines := make([]string, 0, mostLines)
	switch len(name) {
	case 0:
		return nil, 0
	case 1:
		s := strings.TrimSpace(name[0])
		if s == "" {
			return nil, 0
		}
		if face.Upper {
			s = vi.Upper(s)
		}
		lines = f.breakName(lines, s, face, room)
	default:
		for _, s := range name {
			if face.Upper {
				s = vi.Upper(s)
			}
			lines = append(lines, s)
		}
	}
	var wide doc.Length
	for i, s := range lines {
		wide = max(wide, f.lineWidth(s, face))
		lines[i] = glueAll(s)
	}
	return lines, wide
}

// Costs of breaking a name, in hundredths.
const (
	costLine    = 120  // of one more line
	costNeutral = 25   // of a break that is neither good nor wrong
	costOver    = 300  // of a line that is too wide
	costExcess  = 2000 // of what it is too wide by, as a share of the room
)

// breakName adds the lines of a name to lines: the fewest that fit, about
// equally long, broken at the best places.
func (f *former) breakName(lines []string, s string, face decree.Face, room doc.Length) []string {
	words := strings.Fields(s)
	n := len(words)
	if n > mostWords {
		return f.fillName(lines, words, face, room)
	}
	style := font.StyleOf(face.Bold, face.Italic)
	at := make([]int, n+1) // units up to the start of a word, spaces included
	space := f.units(" ", style)
	for i, w := range words {
		at[i+1] = at[i] + f.units(w, style) + space
	}
	costs := make([]int, n)
	for i := 1; i < n; i++ {
		costs[i] = breakCost(words, i)
	}
	forced := committeeBreak(words)
	most := toUnits(room, face.Size)

	// best[l][i]: the least cost of words[:i] on l lines, and where the last starts.
	type step struct{ cost, from int }
	const none = 1 << 30
	best := make([][]step, mostLines+1)
	for l := range best {
		best[l] = make([]step, n+1)
		for i := range best[l] {
			best[l][i].cost = none
		}
	}
	best[0][0].cost = 0
	for l := 1; l <= mostLines; l++ {
		for i := 1; i <= n; i++ {
			for j := i - 1; j >= 0; j-- {
				before := best[l-1][j].cost
				if before >= none || j > 0 && costs[j] < 0 {
					continue
				}
				if forced > j && forced < i {
					continue
				}
				width := at[i] - at[j] - space
				cost := before + costLine
				if j > 0 && j != forced {
					cost += costs[j]
				}
				if width > most {
					cost += costOver + (width-most)*costExcess/most
				}
				// The square of the share of the room: even lines cost least.
				cost += width * 100 / most * width / most
				if cost < best[l][i].cost {
					best[l][i] = step{cost, j}
				}
			}
		}
	}
	l := 1
	for k := 2; k <= mostLines; k++ {
		if best[k][n].cost < best[l][n].cost {
			l = k
		}
	}
	if best[l][n].cost >= none {
		return append(lines, s)
	}
	cut := make([]string, l)
	for i := n; l > 0; l-- {
		from := best[l][i].from
		cut[l-1] = strings.Join(words[from:i], " ")
		i = from
	}
	return append(lines, cut...)
}

// mostWords is how many words the name of a body may have: the longest has 40.
const mostWords = 100

// fillName adds the lines of a name that is too long to be one, as many words on each as
// it takes.
func (f *former) fillName(lines, words []string, face decree.Face, room doc.Length) []string {
	space := f.lineWidth(" ", face)
	var at doc.Length
	from := 0
	for i, w := range words {
		width := f.lineWidth(w, face)
		if i > from && at+width > room {
			lines = append(lines, strings.Join(words[from:i], " "))
			from, at = i, 0
		}
		at += width + space
	}
	return append(lines, strings.Join(words[from:], " "))
}

// breakCost is the cost of a line that starts with words[i]; negative: never.
func breakCost(words []string, i int) int {
	before, word := words[i-1], words[i]
	switch {
	case before == "VÀ" || before == "CÁC" || before == "CỦA" || before == "VỀ":
		return -1
	case before == "-" || word == "-" || before == "–" || word == "–":
		return -1
	case keptPairs[before+" "+word]:
		return -1
	case insidePlace(words, i):
		return -1
	case insidePhrase(words, i):
		return -1
	case strings.HasSuffix(before, ","), word == "VÀ", unitAt(words, i) > 0:
		return 0
	}
	return costNeutral
}

// committeeBreak gives the word before which the name of a People's Committee or
// Council is broken whatever the room: ỦY BAN NHÂN DÂN / XÃ CẨM HÒA. 0: none.
func committeeBreak(words []string) int {
	const length = 4
	if len(words) <= length || unitAt(words, length) == 0 {
		return 0
	}
	switch strings.Join(words[:length], " ") {
	case "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN":
		return length
	}
	return 0
}

// unitAt tells whether an administrative unit starts at words[i], and gives the
// number of words of its unit word; 0 if not.
func unitAt(words []string, i int) int {
	next := ""
	if i+1 < len(words) {
		next = words[i+1]
	}
	switch words[i] {
	case "XÃ":
		if i > 0 && (words[i-1] == "THỊ" || words[i-1] == "TẤN") || next == "HỘI" {
			return 0
		}
		return 1
	case "PHƯỜNG", "TỈNH", "HUYỆN", "QUẬN":
		return 1
	case "THÀNH":
		if next == "PHỐ" {
			return 2
		}
	case "ĐẶC":
		if next == "KHU" {
			return 2
		}
	case "THỊ":
		if next == "XÃ" || next == "TRẤN" {
			return 2
		}
	}
	return 0
}

// insidePlace tells whether words[i] goes on with a unit and its name: a place
// ends at VÀ, behind a comma, or with the name.
func insidePlace(words []string, i int) bool {
	for j := i - 1; j >= 0; j-- {
		if words[j] == "VÀ" || words[j] == "-" || strings.HasSuffix(words[j], ",") {
			return false
		}
		if unitAt(words, j) > 0 {
			return unitAt(words, i) == 0 && words[i] != "VÀ"
		}
	}
	return false
}

// Phrases that stay whole although they have hyphens or more than two words.
var keptPhrases = [...][]string{
	{"THI", "ĐUA", "-", "KHEN", "THƯỞNG"},
	{"CHÍNH", "TRỊ", "-", "XÃ", "HỘI"},
	{"KINH", "TẾ", "-", "XÃ", "HỘI"},
	{"HỒ", "CHÍ", "MINH"},
	{"TỔ", "QUỐC", "VIỆT", "NAM"},
	{"CHỦ", "NGHĨA", "VIỆT", "NAM"},
}

func insidePhrase(words []string, i int) bool {
	for _, phrase := range keptPhrases {
		for k := 1; k < len(phrase); k++ {
			start := i - k
			if start >= 0 && start+len(phrase) <= len(words) && equal(words[start:start+len(phrase)], phrase) {
				return true
			}
		}
	}
	return false
}

func equal(a, b []string) bool {
	for i := range a {
		if strings.TrimSuffix(a[i], ",") != b[i] {
			return false
		}
	}
	return true
}

// keptPairs are words of two syllables that occur in names of bodies.
var keptPairs = map[string]bool{
	"ỦY BAN": true, "UỶ BAN": true, "HỘI ĐỒNG": true, "NHÂN DÂN": true, "VĂN PHÒNG": true, "TRUNG TÂM": true,
	"TỔNG CỤC": true, "CHI CỤC": true, "CÔNG TY": true, "TẬP ĐOÀN": true, "TỔNG CÔNG": true, "NGÂN HÀNG": true,
	"TRƯỜNG ĐẠI": true, "ĐẠI HỌC": true, "CAO ĐẲNG": true, "HỌC VIỆN": true, "VIỆN HÀN": true, "HÀN LÂM": true,
	"TRUNG HỌC": true, "TIỂU HỌC": true, "PHỔ THÔNG": true, "MẦM NON": true, "CƠ SỞ": true, "BỆNH VIỆN": true,
	"GIÁO DỤC": true, "ĐÀO TẠO": true, "KHOA HỌC": true, "CÔNG NGHỆ": true, "CÔNG NGHIỆP": true,
	"NÔNG NGHIỆP": true, "MÔI TRƯỜNG": true, "NÔNG THÔN": true, "PHÁT TRIỂN": true, "TÀI NGUYÊN": true,
	"TÀI CHÍNH": true, "KẾ HOẠCH": true, "ĐẦU TƯ": true, "CÔNG THƯƠNG": true, "XÂY DỰNG": true, "GIAO THÔNG": true,
	"VẬN TẢI": true, "VĂN HÓA": true, "VĂN HOÁ": true, "VĂN HÓA,": true, "THỂ THAO": true, "DU LỊCH": true,
	"THÔNG TIN": true, "TRUYỀN THÔNG": true, "LAO ĐỘNG": true, "THƯƠNG BINH": true, "XÃ HỘI": true, "KINH TẾ": true,
	"HẠ TẦNG": true, "ĐÔ THỊ": true, "NỘI VỤ": true, "NGOẠI VỤ": true, "NGOẠI GIAO": true, "TƯ PHÁP": true,
	"Y TẾ": true, "DÂN TỘC": true, "TÔN GIÁO": true, "THANH TRA": true, "CÔNG AN": true, "QUỐC PHÒNG": true,
	"QUÂN SỰ": true, "CHỈ HUY": true, "QUỐC HỘI": true, "CHÍNH PHỦ": true, "NHÀ NƯỚC": true, "TỐI CAO": true,
	"KIỂM SÁT": true, "KIỂM TOÁN": true, "TÒA ÁN": true, "TOÀ ÁN": true, "THI ĐUA": true, "KHEN THƯỞNG": true,
	"PHỤC VỤ": true, "HÀNH CHÍNH": true, "HÀNH CHÍNH CÔNG": true, "CHÍNH CÔNG": true, "QUẢN LÝ": true, "DỰ ÁN": true,
	"MẶT TRẬN": true, "TỔ QUỐC": true, "VIỆT NAM": true, "CHÍNH TRỊ": true, "PHỤ NỮ": true, "NÔNG DÂN": true,
	"CỰU CHIẾN": true, "CHIẾN BINH": true, "THANH NIÊN": true, "CỘNG SẢN": true, "LIÊN ĐOÀN": true, "LIÊN HIỆP": true,
	"CHỦ TỊCH": true, "BỘ TRƯỞNG": true, "THƯỜNG TRỰC": true, "THƯỜNG VỤ": true, "CHẤP HÀNH": true, "TRUNG ƯƠNG": true,
	"BẢO HIỂM": true, "KHO BẠC": true, "HẢI QUAN": true, "THỐNG KÊ": true, "LƯU TRỮ": true, "PHÁT THANH": true,
	"TRUYỀN HÌNH": true, "BAN CHỈ": true, "CHỈ ĐẠO": true, "TỔ CHỨC": true, "DÂN VẬN": true, "TUYÊN GIÁO": true,
	"ĐẦU TƯ,": true, "NGUYÊN,": true, "HỢP TÁC": true, "TÁC XÃ": true, "TỔNG HỢP": true, "SỰ NGHIỆP": true,
	"DỊCH VỤ": true, "CUNG ỨNG": true, "THÀNH PHỐ": true, "ĐẶC KHU": true, "THỊ XÃ": true, "THỊ TRẤN": true,
	"BAN NHÂN": true, "ĐỒNG NHÂN": true, "ĐOÀN ĐẠI": true, "ĐẠI BIỂU": true, "THÔNG TẤN": true, "TẤN XÃ": true,
	"CÔNG TRÌNH": true, "DÂN DỤNG": true,
	// Words of titles.
	"ĐỀ NGHỊ": true, "CHUYÊN ĐỀ": true, "GIÁM SÁT": true, "PHẢN ÁNH": true, "KIẾN NGHỊ": true, "TIẾP NHẬN": true, "GIẢI QUYẾT": true,
	"GIAI ĐOẠN": true, "YÊU NƯỚC": true, "PHONG TRÀO": true, "TIÊN TIẾN": true, "ĐIỂN HÌNH": true,
	"GIẤY KHEN": true, "BẰNG KHEN": true, "GIẤY CHỨNG": true, "CHỨNG NHẬN": true, "HUÂN CHƯƠNG": true, "HUY CHƯƠNG": true, "KỶ NIỆM": true,
	"NIỆM CHƯƠNG": true, "DANH HIỆU": true, "HÌNH THỨC": true, "DANH SÁCH": true, "THÀNH TÍCH": true, "TIỀN THƯỞNG": true, "CHIẾN SĨ": true,
	"TẬP THỂ": true, "CÁ NHÂN": true, "GIA ĐÌNH": true, "HỘ GIA": true, "CHỦ HỘ": true, "HỌ VÀ": true, "CHỨC VỤ": true, "ĐƠN VỊ": true, "ĐỊA CHỈ": true,
	"VỀ VIỆC": true, "BAN HÀNH": true, "SỬA ĐỔI": true, "BỔ SUNG": true, "HỦY BỎ": true, "BÃI BỎ": true, "THU HỒI": true, "HIỆN VẬT": true,
	"THÀNH LẬP": true, "KIỆN TOÀN": true, "PHÊ DUYỆT": true, "CÔNG NHẬN": true, "BỔ NHIỆM": true, "KẾT QUẢ": true, "NHIỆM VỤ": true,
	"THỰC HIỆN": true, "TRIỂN KHAI": true, "HƯỚNG DẪN": true, "TUYÊN TRUYỀN": true, "TỔNG KẾT": true, "SƠ KẾT": true, "CÔNG TÁC": true,
	"CHƯƠNG TRÌNH": true, "QUY CHẾ": true, "QUY ĐỊNH": true, "QUYẾT ĐỊNH": true, "NGHỊ QUYẾT": true, "NGHỊ ĐỊNH": true, "THÔNG TƯ": true,
	"BÁO CÁO": true, "KIỂM TRA": true, "TĂNG CƯỜNG": true, "NÂNG CAO": true, "CHẤT LƯỢNG": true, "HIỆU QUẢ": true, "CÁN BỘ": true,
	"CÔNG CHỨC": true, "VIÊN CHỨC": true, "CHUYỂN ĐỔI": true, "CẢI CÁCH": true, "THỦ TỤC": true, "ĐẤT ĐAI": true, "DỰ TOÁN": true, "NGÂN SÁCH": true,
}
