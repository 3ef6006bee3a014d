package markup

import (
	"strings"
	"testing"
)

func TestJoin(t *testing.T) {
	long := strings.Repeat("chữ ", 15) + "cuối" // 64 letters
	for _, c := range []struct{ name, in, out string }{
		{"nothing", "", ""},
		{"one line", "Một câu.", "Một câu."},
		{"begins small", "Căn cứ Luật\ntổ chức.", "Căn cứ Luật tổ chức."},
		{"behind a comma", "Một,\nhai.", "Một, hai."},
		{"behind a stroke", "Một đồng/\nngười /\nhai.", "Một đồng/người / hai."},
		{"behind units and a figure", "Một 760.000đ/\nngười.", "Một 760.000đ/người."},
		{"behind units of two words", "Một hộ gia đình/\nnăm.", "Một hộ gia đình/năm."},
		{"behind no-break spaces", "Một 5\u00a0đồng/\nngười\u00a0dân.", "Một 5\u00a0đồng/người\u00a0dân."},
		{"behind several units", "Một lượt/người/\nnăm.", "Một lượt/người/năm."},
		{"behind units in capitals", "Một (Đồng/\nngười).", "Một (Đồng/người)."},
		{"behind và", "Một (và/\nhoặc) hai.", "Một (và/hoặc) hai."},
		{"behind an address", "Một https://camhoa.gov.vn/\nđể biết thêm.", "Một https://camhoa.gov.vn/ để biết thêm."},
		{"behind a figure", "Một 0232/\ntrong giờ.", "Một 0232/ trong giờ."},
		{"behind units before no unit", "Một 5.000 đồng/\ntheo quy định.", "Một 5.000 đồng/ theo quy định."},
		{"behind a word before a unit", "Một quy định/\nnăm.", "Một quy định/ năm."},
		{"behind a full stop", "Một.\nhai.", "Một.\nhai."},
		{"behind a colon", "Gồm:\nhai.", "Gồm:\nhai."},
		{"a marker", "Một\na) hai\n- ba\n1. bốn", "Một\na) hai\n- ba\n1. bốn"},
		{"a name behind a full line", long + "\nNguyễn Văn An ký.", long + " Nguyễn Văn An ký."},
		{"a name behind a short line", "Một\nNguyễn Văn An ký.\n" + long, "Một\nNguyễn Văn An ký.\n" + long},
		{"a name behind a full line and a gap", long + "\n\nNguyễn Văn An ký.", long + "\n\nNguyễn Văn An ký."},
		{"small behind a gap", "Căn cứ Luật\n\ntổ chức.", "Căn cứ Luật tổ chức."},
		{"capitals", strings.ToUpper(long) + "\nNguyễn Văn An ký.", strings.ToUpper(long) + "\nNguyễn Văn An ký."},
		{"an annex", long + "\nPHỤ LỤC I", long + "\nPHỤ LỤC I"},
		{"rows", "| a | b\n| c | d\na | b |\nc | d |", "| a | b\n| c | d\na | b |\nc | d |"},
		{"a heading and a picture", "Một\n# hai\n![ba](a.png)", "Một\n# hai\n![ba](a.png)"},
		{"a figure behind ngày", "Gửi trước ngày\n15/3/2026 tại xã.", "Gửi trước ngày 15/3/2026 tại xã."},
		{"a figure behind số", "Theo Nghị định số\n30/2020/NĐ-CP.", "Theo Nghị định số 30/2020/NĐ-CP."},
		{"a marker behind là", "Các việc là\n1. Một", "Các việc là\n1. Một"},
		{"numbers of other forms", "Các bên\ni) họp\nii) bàn\nvi) ký\niv. gửi\nxii. lưu\na.1) một\nb2. hai\nđ1.2) ba",
			"Các bên\ni) họp\nii) bàn\nvi) ký\niv. gửi\nxii. lưu\na.1) một\nb2. hai\nđ1.2) ba"},
		{"six behind five", "Gồm\nv. năm\nvi. sáu\nx. mười\nxi. mười một", "Gồm\nv. năm\nvi. sáu\nx. mười\nxi. mười một"},
		{"letters with other signs", "Các bên\na, Họp\nb: Bàn\nc - Ký\nd – Gửi", "Các bên\na, Họp\nb: Bàn\nc - Ký\nd – Gửi"},
		{"letters of a sentence", "Các điểm\na, b và\nc - d.", "Các điểm a, b và c - d."},
		{"a number of a page", long + "\n12\nmới, giảm", long + "\n12\nmới, giảm"},
		{"a number of four figures is none", long + "\n2026\nmới, giảm", long + " 2026 mới, giảm"},
		{"a Roman number behind khóa", "Trung ương khóa\nXIII. Đến nay", "Trung ương khóa XIII. Đến nay"},
		{"a Roman letter behind lần thứ", "Đại hội lần thứ\nX. Đến nay", "Đại hội lần thứ X. Đến nay"},
		{"a Roman number behind another word", "Trung ương\nXIII. Đến nay", "Trung ương\nXIII. Đến nay"},
		{"a Roman number in capitals", "Trung ương khóa\nII. NỘI DUNG", "Trung ương khóa\nII. NỘI DUNG"},
		{"a word that is no Roman number", "Trung ương khóa\nVăn An", "Trung ương khóa\nVăn An"},
		{"no numbers", "Trong phạm\nvi. Rồi mua xe\na1 và vắc\nxi.", "Trong phạm vi. Rồi mua xe a1 và vắc xi."},
		{"signs of bullets", "Các thôn:\nv tổ chức họp\nv\tlập danh sách\nü gửi về xã",
			"Các thôn:\nv tổ chức họp\nv\tlập danh sách\nü gửi về xã"},
		{"one sign alone is a word", "Dùng lực F\nv tốc độ", "Dùng lực F v tốc độ"},
		{"a sign goes on", "v tổ chức họp\nv lập danh sách\nhộ nghèo", "v tổ chức họp\nv lập danh sách hộ nghèo"},
		{"words are no signs", "Nhìn thấy\nvà nghe\nvào", "Nhìn thấy và nghe vào"},
		{"goes on by hand", "Một \\\nhai", "Một \\\nhai"},
		{"ends and indents stay", "  Một\r\n  Hai.\r\n", "  Một\r\n  Hai.\r\n"},
		{"several", "Ủy ban nhân dân\nxã Cẩm Hòa yêu cầu\ncác thôn.\nNhận được công văn.",
			"Ủy ban nhân dân xã Cẩm Hòa yêu cầu các thôn.\nNhận được công văn."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, n := Join(c.in)
			if got != c.out {
				t.Errorf("got %q, want %q", got, c.out)
			}
			if again, more := Join(got); more != 0 || again != got {
				t.Errorf("joined again: %q", again)
			}
			if (n > 0) != (c.in != c.out) {
				t.Errorf("%d breaks", n)
			}
		})
	}
}

func TestWrapped(t *testing.T) {
	three := "Một\nhai\nba\nbốn."
	for text, want := range map[string]bool{
		"": false, "Một\nhai\nba.": false, three: true, three + strings.Repeat("\nDòng.", 26): true,
		three + strings.Repeat("\nDòng.", 27): false,
		"v một\nv hai\nv ba\nv bốn\nv năm":    false, "là từ\n1 hộ đến\n2 hộ và\n3 hộ.": true,
	} {
		if Wrapped(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestNeedsFigure(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"trước ngày", "15/3/2026.", true},
		{"trước ngày", "15 tháng 3", true},
		{"họp hằng ngày", "15 hộ", false},
		{"trong tháng", "3/2026", true},
		{"trong tháng", "3 năm 2026", true},
		{"họp hằng tháng", "15 hộ", false},
		{"trong năm", "2026, xã", true},
		{"trong năm", "202a", false},
		{"hằng năm", "15 hộ", false},
		{"Nghị định số", "30/2020/NĐ-CP", true},
		{"dân tộc thiểu số", "30 hộ", false},
		{"Diện tích tối thiểu", "30 m²/hộ.", true},
		{"Diện tích tối thiểu", "30m²", true},
		{"Diện tích tối thiểu", "30", false},
		{"Diện tích tối thiểu", "nhà", false},
		{"dân tộc thiểu", "30 hộ", false},
		{"xã có từ", "30 hộ", true},
		{"Xã Có Từ", "30 hộ", true},
		{"từ", "30 hộ", false},
		{"xã có từ", "", false},
		{"XÃ CÓ TỪ", "30 hộ", false},
		{"các tồn tại", "30 hộ", false},
	} {
		if got := needsFigure(c.a, c.b); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}
