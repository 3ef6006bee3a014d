package form

import (
	"math/rand"
	"strings"
	"testing"

	"github.com/vanban-go/vanban/docgen/decree"
	"github.com/vanban-go/vanban/docgen/doc"
	"github.com/vanban-go/vanban/docgen/internal/flow"
	"github.com/vanban-go/vanban/docgen/internal/lines"
)

// Pieces of titles as offices write them. "_" stands inside a word: no line ends there.
var (
	titleVerbs  = strings.Split(`Về việc ban_hành|Về việc phê_duyệt|Về việc thành_lập Ban Chỉ_đạo|Về việc kiện_toàn Hội_đồng|Triển_khai thực_hiện|Tổ_chức phát_động|Tăng_cường quản_lý|Kiểm_tra, giám_sát|Đánh_giá kết_quả|Tuyên_truyền, phổ_biến|Về việc điều_chỉnh, bổ_sung|Báo_cáo tổng_kết|Xây_dựng và nhân_rộng|Nâng_cao chất_lượng|Về việc giao nhiệm_vụ|Về việc công_nhận|Đẩy_mạnh|Bồi_dưỡng, tập_huấn|Về việc chấn_chỉnh|Rà_soát, sắp_xếp|Về việc cung_cấp thông_tin|Về việc xử_lý|Phòng_ngừa, ngăn_chặn|Về việc thu_hồi`, "|")
	titleThings = strings.Split(`công_tác phòng, chống thiên_tai và tìm_kiếm cứu_nạn|phong_trào thi_đua yêu_nước|công_tác bảo_đảm an_toàn thực_phẩm|kế_hoạch sử_dụng đất_đai|chương_trình xây_dựng nông_thôn mới|quy_chế tiếp công_dân, giải_quyết khiếu_nại, tố_cáo|việc sửa_chữa nhà_cửa cho hộ nghèo|công_tác cải_cách thủ_tục hành_chính|đề_án chuyển_đổi số|điển_hình tiên_tiến, gương người tốt, việc tốt|chính_sách hỗ_trợ sinh_kế|lực_lượng dân_quân tự_vệ|hệ_thống thủy_lợi nội_đồng|giải_pháp khai_thác khoáng_sản|công_tác khám sức_khỏe nghĩa_vụ quân_sự|hợp_đồng mua_sắm tài_sản công|quy_hoạch chi_tiết khu dân_cư|dự_toán thu chi ngân_sách|hoạt_động văn_hóa, văn_nghệ, thể_dục thể_thao|công_tác dân_số và kế_hoạch hóa gia_đình|biện_pháp phòng dịch_bệnh trên gia_súc, gia_cầm|tập_thể, cá_nhân có thành_tích xuất_sắc|danh_mục thủ_tục được tiếp_nhận trực_tuyến|hồ_sơ cấp giấy chứng_nhận quyền sử_dụng đất|nguồn vốn vay ưu_đãi của Ngân_hàng Chính_sách xã_hội|công_ty cổ_phần và chi_nhánh hợp_tác_xã|phương_án bồi_thường giải_phóng mặt_bằng`, "|")
	titleAreas  = strings.Split(`trên địa_bàn xã Cẩm_Hòa|của Ủy_ban nhân_dân xã|tại các trường học|trong cán_bộ, công_chức, viên_chức|đối_với các hộ kinh_doanh|cho đoàn_viên thanh_niên|giữa các thôn, tổ dân_phố|phục_vụ Đại_hội Đảng_bộ|theo Nghị_quyết của Hội_đồng nhân_dân tỉnh|thuộc thẩm_quyền giải_quyết||`, "|")
	titleTimes  = strings.Split(`năm 2026|giai_đoạn 2026-2030|quý III năm 2026|trong mùa mưa bão|dịp Tết Nguyên_đán|nhân Ngày Quốc_khánh|và phương_hướng, nhiệm_vụ năm 2027|sáu tháng đầu năm|lần thứ XII||`, "|")
)

// TestTitleLines: of 500 titles of several lines at least 97 in a hundred part no word of
// two syllables, and all of them keep their words.
func TestTitleLines(t *testing.T) {
	const seed, wanted, least = 7, 500, 97
	rnd := rand.New(rand.NewSource(seed))
	f := &former{p: decree.Default(), m: metrics(t), mem: new(flow.Memory), scratch: new(scratch)}
	face := f.p.Title.Subject
	width := 160 * doc.Millimetre
	pick := func(list []string) string { return list[rnd.Intn(len(list))] }
	several, whole := 0, 0
	for several < wanted {
		marked := strings.Join(strings.Fields(pick(titleVerbs)+" "+pick(titleThings)+" "+pick(titleAreas)+" "+pick(titleTimes)), " ")
		in, b := f.centre(doc.T(strings.ReplaceAll(marked, "_", " ")), face, width)
		if b.lines < 2 {
			continue
		}
		several++
		bad := partedWords(f, in, marked, face, width-2*b.indent)
		if len(bad) == 0 {
			whole++
			continue
		}
		t.Logf("%s: %v", strings.ReplaceAll(marked, "_", " "), bad)
	}
	if whole*100 < least*wanted {
		t.Errorf("%d of %d titles part no word (seed %d)", whole, several, seed)
	}
}

// partedWords gives the words of a title, which has "_" in them, that its lines part.
func partedWords(f *former, in []doc.Inline, marked string, face decree.Face, width doc.Length) []string {
	starts := make(map[int]bool)
	for _, at := range lineStarts(f.split(in, face), lines.Room(width, face.Size)) {
		starts[at] = true
	}
	var bad []string
	at := 0
	for i, r := range marked {
		if r == '_' && starts[at+lines.Width(f.m, 1, " ")] {
			from, to := strings.LastIndexByte(marked[:i], ' ')+1, strings.IndexByte(marked[i:]+" ", ' ')
			bad = append(bad, marked[from:i+to])
		}
		if r == '_' {
			r = ' '
		}
		at += lines.Width(f.m, 1, string(r))
	}
	return bad
}
