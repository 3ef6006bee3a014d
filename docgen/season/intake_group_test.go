package season_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/vanban-go/vanban/docgen/internal/sheet/sheetcase"
)

// TestGroupRows: titles of groups, sums and the numbers of the columns are passed over with one warning; what a title says of
// kind and award holds for the rows below it, until the next title of its rank.
func TestGroupRows(t *testing.T) {
	const heading = "TT,Họ và tên,Năm sinh,Đơn vị,Danh hiệu\n"
	for _, c := range []struct {
		name, list string
		changes    []string // empty: an error
		found      string
	}{
		{"kinds and sums", heading + "(1),(2),(3),(4),(5)\nI,TẬP THỂ,,,\n1,Chi hội 3,,,Giấy khen\n,Cộng,,,2\nII,CÁ NHÂN,,,\n" +
			"1,Giàng A Páo,1979,Bản Áng,Giấy khen\nIII,HỘ GIA ĐÌNH,,,\n1,Thạch Sà Rết,,Ấp 2,Giấy khen\n,Tổng cộng,,,3\n",
			[]string{"thêm Chi hội 3 (GKXA)", "thêm Giàng A Páo (GKXA)", "thêm Hộ gia đình Thạch Sà Rết (GKXA)"},
			"bỏ qua 06 dòng không phải một đề nghị: dòng 2 (chỉ đánh số các cột), 3 (I. TẬP THỂ), 5 (dòng cộng), 6 (II. CÁ NHÂN), " +
				"8 (III. HỘ GIA ĐÌNH), 10 (dòng cộng); "},
		{"as the Party says", "TT,\"Tên tổ chức đảng, đảng viên\",Hình thức\nI,TỔ CHỨC CƠ SỞ ĐẢNG,\n1,Chi bộ thôn Kim,GKXA\nII. Tổ chức đảng: 01,,\n1,Chi bộ 2,GKXA\n" +
			"III,ĐẢNG VIÊN (01 đ/c),\n1,Đ/c Lò Thị Á,GKXA\n", []string{"thêm Chi bộ thôn Kim (GKXA)", "thêm Chi bộ 2 (GKXA)", "thêm Đồng chí Lò Thị Á (GKXA)"},
			"bỏ qua 03 dòng"},
		{"in a column", "TT,Đối tượng,\"Tên tổ chức đảng, đảng viên\",Hình thức\n1,Tổ chức đảng,Chi bộ thôn Kim,GKXA\n2,Đảng viên,Lò Thị Á,GKXA\n",
			[]string{"thêm Chi bộ thôn Kim (GKXA)", "thêm Lò Thị Á (GKXA)"}, ""},
		{"an award above kinds", heading + "A. ĐỀ NGHỊ TẶNG GIẤY KHEN: 03,,,,\nI. Tập thể: 01,,,,\n1,Chi hội 3,,,\nII. Cá nhân (01 người),,,,\n" +
			"1,Giàng A Páo,1979,Bản Áng,\nB. Lao động tiên tiến,,,,\n1,Ma Seo Chứ,1980,Bản Áng,\nC. Giấy khen,,,,\n1,Lò Thị Á,1981,Bản Áng,\n",
			[]string{"thêm Chi hội 3 (GKXA)", "thêm Giàng A Páo (GKXA)", "thêm Ma Seo Chứ (LDTT)", "thêm Lò Thị Á (GKXA)"}, "bỏ qua 05 dòng"},
		{"kinds above awards", heading + "1. Tập thể,,,,\n1,Chi hội 3,,,Giấy khen\n2. Cá nhân,,,,\n1,Giàng A Páo,1979,Bản Áng,Giấy khen\n",
			[]string{"thêm Chi hội 3 (GKXA)", "thêm Giàng A Páo (GKXA)"}, "bỏ qua 02 dòng"},
		{"a title without a number", heading + "1,Lò Thị Á,1981,Bản Áng,Giấy khen\n2,Lò Thị É,1981,Bản Áng,Giấy khen\n,TẬP THỂ,,,\n3,Chi hội 3,,,Giấy khen\n",
			[]string{"thêm Lò Thị Á (GKXA)", "thêm Lò Thị É (GKXA)", "thêm Chi hội 3 (GKXA)"}, "dòng 4 (TẬP THỂ)"},
		{"the row's own award goes first", heading + "I. Giấy khen,,,,\n1,Giàng A Páo,1979,Bản Áng,LĐTT\n",
			[]string{"thêm Giàng A Páo (LDTT)"}, "bỏ qua 01 dòng"},
		{"two kinds in a title", heading + "I. Tập thể và cá nhân,,,,\n1,Giàng A Páo,1979,Bản Áng,LĐTT\n",
			[]string{"thêm Giàng A Páo (LDTT)"}, "bỏ qua 01 dòng"},
		{"sums with what they count", heading + "1,Lò Thị Á,1981,Bản Áng,GKXA\n,Cộng,02 người,,1.520.000 đồng\n,Tổng cộng,1 hộ gia đình.,,760.000Đ\n",
			[]string{"thêm Lò Thị Á (GKXA)"}, "ghi 02 cá nhân, danh sách có 01"},
		{"words behind a sum", heading + "1,Chi hội 3,,,Giấy khen\n,Cộng,02 người lớn,,1\n", nil, "dòng 3: là dòng cộng"},
		{"a figure within them", heading + "1,Chi hội 3,,,Giấy khen\n,Cộng,có 02 người,,1\n", nil, "dòng 3: là dòng cộng"},
		{"many", heading + strings.Repeat(",Cộng,,,2\n", 21) + "1,Giàng A Páo,1979,Bản Áng,LĐTT\n",
			[]string{"thêm Giàng A Páo (LDTT)"}, "21 (dòng cộng), ...; xem lại"},
		{"may be a record", heading + "1. Giàng A Páo,,,,\n1,Lò Thị Á,1981,Bản Áng,Giấy khen\n", nil, "dòng 2: là tiêu đề của một nhóm"},
		{"a group that ended", heading + "I. Giấy khen,,,,\n1,Lò Thị Á,1981,Bản Áng,\nII. KHỐI TRƯỜNG,,,,\n1,Ma Seo Chứ,1980,Bản Áng,\n", nil,
			"dòng 4: là tiêu đề của một nhóm"},
		{"how many, and words about it", heading + "I. Danh sách đề nghị tặng Giấy khen cho tập thể (01),,,,\n1,Chi hội 3,,,\n" +
			"II. Lao động tiên tiến (02 người):,,,,\n1,Ma Seo Chứ,1980,Bản Áng,\n",
			[]string{"thêm Chi hội 3 (GKXA)", "thêm Ma Seo Chứ (LDTT)"}, "bỏ qua 02 dòng"},
		{"words of another column", heading[:len(heading)-1] + ",Thành tích\n1,Lò Thị Á,,Bản Áng,GKXA,có\n,,,,,vận động hộ gia đình hiến đất\n" +
			"2,Lò Thị É,,Bản Áng,GKXA,có\n", nil, "dòng 3: không có số thứ tự"},
		{"a second award", heading + "1,Lò Thị Á,,Bản Áng,LĐTT\n,,,,Chiến sĩ thi đua cơ sở\n2,Lò Thị É,,Bản Áng,\n",
			nil, "dòng 3: không có số thứ tự"},
		{"a name with the word of a kind", heading + "1,Lò Thị Á,1980,Bản Áng,GKXA\n,Hộ gia đình Lò Văn Ón,,,\n2,Lò Thị É,1981,Bản Áng,GKXA\n", nil,
			"dòng 3: không có số thứ tự"},
		{"a body with its kind", heading + "A. Giấy khen,,,,\n1. Tập thể Trường Mầm non,,,,\n2,Lò Thị É,1981,Bản Áng,\n",
			nil, "dòng 3: là tiêu đề"},
		{"a post that is a word of sums", "STT,Họ và tên,Chức vụ,Danh hiệu\n1,Lò Thị Á,Tổng hợp,GKXA\n2,Lò Thị É,Văn thư,GKXA\n",
			nil, "dòng 2: là dòng cộng"},
		{"a name behind a Roman number", heading + "A,GIẤY KHEN,,,\nI,Lò Thị Á,1980,,\n1,Lò Thị É,1981,,\n",
			nil, "dòng 3: là tiêu đề của một nhóm"},
		{"a name behind it and nothing else", heading + "A. Giấy khen,,,,\nI,Lò Thị Á,,,\n1,Lò Thị É,1981,,\n",
			nil, "dòng 3: là tiêu đề của một nhóm"},
		{"votes", "STT,Tên tập thể,Số phiếu đồng ý,Danh hiệu\nI,Tập thể,13,\n1,Thôn Đồng Chùa,13,GKXA\n", nil, "dòng 2: là tiêu đề"},
		{"a person among bodies", heading + "I. Tập thể,,,,\n1,Lò Thị Á,1981,Bản Áng,GKXA\n",
			nil, "nhóm ở trên là tập thể mà dòng có năm sinh"},
		{"a kind where kinds stand", "TT,Đối tượng,Họ và tên,Danh hiệu\nI,CÁ NHÂN,,\n1,cá nhân,Lò Thị Á,GKXA\nII,TẬP THỂ,,\n1,tập thể,Chi hội 3,GKXA\n",
			[]string{"thêm Lò Thị Á (GKXA)", "thêm Chi hội 3 (GKXA)"}, "bỏ qua 02 dòng"},
		{"a body where kinds stand", "TT,Đối tượng,Họ và tên,Danh hiệu\nI,Thôn Kim,,\n1,cá nhân,Lò Thị Á,GKXA\n", nil, "dòng 2: là tiêu đề"},
		{"another kind than the title's", "TT,Đối tượng,Họ và tên,Danh hiệu\nI. Tập thể,,,\n1,cá nhân,Lò Thị Á,GKXA\n",
			nil, "khác tiêu đề của nhóm ở trên: tập thể"},
		{"an award of bodies alone", heading + "A. Tập thể lao động tiên tiến,,,,\n1,Chi hội 3,,,\nB. Lao động tiên tiến,,,,\n1,Lò Thị Á,1981,Bản Áng,\n",
			[]string{"thêm Chi hội 3 (TTLDTT)", "thêm Lò Thị Á (LDTT)"}, "bỏ qua 02 dòng"},
		{"an award of one kind above a row with another award", heading + "I. Gia đình văn hóa,,,,\n1,Lò Thị Á,,Bản Áng,Giấy khen\n2,Lò Văn Ón,,Bản Áng,\n",
			[]string{"thêm Lò Thị Á (GKXA)", "thêm Hộ gia đình Lò Văn Ón (GDVH)"}, "bỏ qua 01 dòng"},
		{"an award of persons above bodies", "TT,Họ và tên,Tên tập thể,Đơn vị,Danh hiệu\nI. Lao động tiên tiến,,,,\n1,,Hồng Hà,,\n2,Lò Thị Á,,,\n",
			[]string{"thêm Hồng Hà (LDTT)", "thêm Lò Thị Á (LDTT)"}, "bỏ qua 01 dòng"},
		{"an award of bodies and another of its row", "TT,Đối tượng,Họ và tên,Danh hiệu\nI. Tập thể lao động tiên tiến,,,\n1,cá nhân,Lò Thị Á,GKXA\n",
			[]string{"thêm Lò Thị Á (GKXA)"}, "bỏ qua 01 dòng"},
		{"an award of bodies and the kind of its row", "TT,Đối tượng,Họ và tên,Danh hiệu\nI. Tập thể lao động tiên tiến,,,\n1,cá nhân,Lò Thị Á,\n",
			nil, "khác tiêu đề của nhóm ở trên: tập thể"},
		{"an award of persons says the kind below a heading of several", "TT,Họ và tên/Tên tập thể,Danh hiệu\nI. Lao động tiên tiến,,\n1,Lò Thị Á,\n",
			[]string{"thêm Lò Thị Á (LDTT)"}, "bỏ qua 01 dòng"},
		{"a nominee without a number below the signatures", heading + "1,Lò Thị Á,1981,Bản Áng,GKXA\n,NGƯỜI LẬP,,HIỆU TRƯỞNG,\n,Lò Thị É,,,Giấy khen\n",
			nil, "dòng 4: đứng dưới phần ký"},
		{"a person below an award of bodies", heading + "I. Tập thể lao động tiên tiến,,,,\n1,Lò Thị Á,1981,Bản Áng,\n",
			[]string{"thêm Lò Thị Á (TTLDTT)"}, "bỏ qua 01 dòng"},
		{"a body below an award of households", "TT,Tên tập thể,Đơn vị,Danh hiệu\nI. Gia đình văn hóa,,,\n1,Hồng Hà,,\n",
			[]string{"thêm Hồng Hà (GDVH)"}, "bỏ qua 01 dòng"},
		{"an award of several kinds says none", "TT,Họ và tên/Tên tập thể,Danh hiệu\nI. Giấy khen,,\n1,Lò Thị Á,\n", nil, "chưa rõ đối tượng"},
		{"the name of an award in another column of the signatures", heading + "1,Lò Thị Á,1981,Bản Áng,GKXA\n,NGƯỜI LẬP,,HIỆU TRƯỞNG,\n,Lò Văn Ón,,Giấy khen,\n",
			[]string{"thêm Lò Thị Á (GKXA)"}, "bỏ qua 02 dòng"},
		{"names that end as notes do", "Họ và tên,Danh hiệu\nLò Thị Á,GKXA\nLò Thị É./.,\n(Lò Văn Ón),\n* Lò Văn Páo,\n", nil,
			"dòng 3: là lời ghi chú của danh sách, không phải một bản ghi; xóa dòng này khỏi danh sách\n" +
				"ds.csv:4:1: lỗi [batch.row]: dòng 4: là lời ghi chú của danh sách, không phải một bản ghi; xóa dòng này khỏi danh sách\n" +
				"ds.csv:5:1: lỗi [batch.row]: dòng 5: là lời ghi chú"},
		{"notes in capitals", "Họ và tên,Danh hiệu\nLò Thị Á,GKXA\n(GHI CHÚ: ĐÃ DUYỆT),\n", []string{"thêm Lò Thị Á (GKXA)"}, "bỏ qua 01 dòng"},
		{"words beside the columns", "Họ và tên,Danh hiệu,Ghi chú\nLò Thị Á,GKXA,\n,,Trang 2\n,,7\n",
			[]string{"thêm Lò Thị Á (GKXA)"}, "bỏ qua 01 dòng không phải một đề nghị: dòng 3 (\"Trang 2\")"},
		{"signatures and notes", heading + "1,Lò Thị Á,1981,Bản Áng,GKXA\nẤn định danh sách có 01 người./.,,,,\n,,,\"Cẩm Hòa, ngày 5 tháng 5 năm 2026\",\n" +
			",NGƯỜI LẬP,,HIỆU TRƯỞNG,\n,Lò Văn Ón,,Lò Thị É,\n",
			[]string{"thêm Lò Thị Á (GKXA)"}, "bỏ qua 04 dòng không phải một đề nghị: dòng 3 (Ấn định danh sách có 01 người./.), " +
				"4 (Cẩm Hòa, ngày 5 tháng 5 năm 2026), 5 (NGƯỜI LẬP), 6 (Lò Văn Ón); "},
		{"a nominee below the signatures", heading + "1,Lò Thị Á,1981,Bản Áng,GKXA\n,NGƯỜI LẬP,,HIỆU TRƯỞNG,\n2,Lò Thị É,1981,Bản Áng,GKXA\n",
			nil, "dòng 4: đứng dưới phần ký"},
		{"several kinds below one heading", "TT,Họ và tên/Tên tập thể,Danh hiệu\nI,TẬP THỂ,\n1,Chi hội 3,GKXA\nII,CÁ NHÂN,\n1,Lò Thị Á,GKXA\n",
			[]string{"thêm Chi hội 3 (GKXA)", "thêm Lò Thị Á (GKXA)"}, "bỏ qua 02 dòng"},
		{"bodies that begin as a sum does", "Tên tập thể,Đơn vị,Danh hiệu\nCộng đồng Bản Áng,x,GKXA\nCộng tác viên dân số,x,GKXA\nCộng,,2\n",
			[]string{"thêm Cộng đồng Bản Áng (GKXA)", "thêm Cộng tác viên dân số (GKXA)"}, "dòng 4 (dòng cộng)"},
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(c.list))
		var changes []string
		if in != nil {
			for _, is := range in.Changes {
				changes = append(changes, is.String())
			}
		}
		if fmt.Sprint(changes) != fmt.Sprint(c.changes) || !strings.Contains(fmt.Sprint(found), c.found) {
			t.Errorf("%s: %v\n%v", c.name, changes, found)
		}
	}
}

// TestGroupsByUnit: the title of a hamlet or section is the unit of the persons below it, where nothing but persons can stand.
func TestGroupsByUnit(t *testing.T) {
	const heading, two = "TT,Họ và tên,Đơn vị,Danh hiệu\n", "TT,Họ và tên,Chức vụ và đơn vị công tác,Danh hiệu\n"
	for _, c := range []struct{ name, list, units, found string }{
		{"hamlets", heading + "I,Thôn Kim,,\n1,Lò Thị Á,,GKXA\nII,THÔN MỘC CHÂU (01 người),,\n1,Lò Thị É,,GKXA\n", "thôn Kim; thôn Mộc Châu; ",
			"02 dòng là tiêu đề nhóm, tên nhóm ghi vào đơn vị của các dòng ở dưới chưa có đơn vị: dòng 2 (thôn Kim), 4 (thôn Mộc Châu); "},
		{"its number before its name", heading + ",I. Thôn Kim,,\n1,Lò Thị Á,,GKXA\n,II. Thôn Mộc,,\n1,Lò Thị É,,GKXA\n", "thôn Kim; thôn Mộc; ", "02 dòng"},
		{"one cell across all", heading + "Tổ dân phố 5,,,\n1,Lò Thị Á,,GKXA\nLớp 5A,,,\n2,Lò Thị É,,GKXA\n", "tổ dân phố 5; Lớp 5A; ", "02 dòng"},
		{"within an award without a number", heading + "GIẤY KHEN,,,\nBản Áng,,,\n1,Lò Thị Á,x,\nBản Mạ,,,\n2,Lò Thị É,x,\nLĐTT,,,\n3,Lò Thị Ê,x,\n", "x; x; x; ",
			"dòng 3 (bản Áng), 5 (bản Mạ); các dòng đã có đơn vị giữ nguyên, không thêm tên nhóm: dòng 4 (x), 6 (x); xem lại"},
		{"within a title of persons", heading + "A. GIẤY KHEN,,,\nI. Cá nhân,,,\nBản Áng,,,\n1,Lò Thị Á,,GKXA\nB. Lao động tiên tiến,,,\n1,Lò Thị É,,LDTT\n",
			"bản Áng; ; ", "dòng 4 (bản Áng)"},
		{"a unit of its own", heading + "I,Thôn Kim,,\n1,Lò Thị Á,xóm 3,GKXA\n2,Lò Thị É,Xóm 4 Thôn  Kim,GKXA\n", "xóm 3; Xóm 4 Thôn Kim; ",
			"các dòng đã có đơn vị giữ nguyên, không thêm tên nhóm: dòng 3 (xóm 3); xem lại"},
		{"behind a post", two + "I,Thôn Kim,,\n1,Lò Thị Á,Trưởng thôn,GKXA\n2,Lò Thị É,\"Bí thư, Trưởng thôn\",GKXA\n3,Lò Thị Ê,Trưởng thôn Kim,GKXA\n",
			"Trưởng thôn | thôn Kim; Bí thư, Trưởng thôn; Trưởng thôn Kim; ", "không thêm tên nhóm: dòng 4 (Bí thư, Trưởng thôn); xem lại"},
		{"nobody below", heading + "I,Thôn Kim,,\nII,Thôn Mộc,,\n1,Lò Thị Á,,GKXA\nIII,Thôn Sen,,\n", "",
			"dòng 2: là tiêu đề của một nhóm, không phải một bản ghi; xóa dòng này khỏi danh sách; nếu cần tên nhóm thì ghi thành một cột\n" +
				"ds.csv:5:1: lỗi [batch.row]: dòng 5: là tiêu đề"},
		{"a post in a column of its own", "TT,Họ và tên,Chức vụ,Chức vụ và đơn vị công tác,Danh hiệu\nI,Thôn Kim,,,\n1,Lò Thị Á,Trưởng thôn,Bản Áng,GKXA\n",
			"Trưởng thôn | Bản Áng; ", "dòng 3 (Bản Áng); xem lại"},
		{"the start of another name", heading + "I,Thôn 1,,\n1,Lò Thị Á,Thôn 10,GKXA\n", "Thôn 10; ", "dòng 3 (Thôn 10); xem lại"},
		{"of persons by a title, not by the heading", "TT,Họ và tên/Tên tập thể,Đơn vị,Danh hiệu\nI. Cá nhân,,,\nA. Thôn Kim,,,\n1,Lò Thị Á,,GKXA\n",
			"thôn Kim; ", "dòng 3 (thôn Kim)"},
		{"among bodies", "TT,Họ và tên/Tên tập thể,Danh hiệu\nI,Thôn Kim,\n1,Lò Thị Á,GKXA\n", "", "dòng 2: là tiêu đề của một nhóm"},
		{"where a column says the kind", "TT,Đối tượng,Họ và tên,Danh hiệu\nI,,Thôn Kim,\n1,cá nhân,Lò Thị Á,GKXA\n", "", "dòng 2: là tiêu đề của một nhóm"},
		{"below a title of bodies", heading + "I. Tập thể,,,\nThôn Kim,,,\n1,Chi hội 3,,GKXA\n", "", "dòng 3: không có số thứ tự"},
		{"below an award of bodies", heading + "I. Tập thể lao động tiên tiến,,,\nThôn Kim,,,\n1,Chi hội 3,x,\n", "", "dòng 3: không có số thứ tự"},
		{"numbered as nominees are", heading + "1,Thôn Kim,,\n2,Lò Thị Á,,GKXA\n", "", "Thôn Kim"},
		{"below the heading of names", heading + ",Thôn Kim,,\n1,Lò Thị Á,,GKXA\n,Khoa Nội,,\n2,Lò Thị É,,GKXA\n", "thôn Kim; Khoa Nội; ",
			"dòng 2 (thôn Kim), 4 (Khoa Nội)"},
		{"a body there may be a nominee", heading + ",Chi hội Phụ nữ thôn 7,,\n1,Lò Thị Á,,GKXA\n", "", "dòng 2: không có số thứ tự"},
		{"there, in capitals", heading + ",KHOA Y HỌC CỔ TRUYỀN,,\n1,Lò Thị Á,,GKXA\n", "", "dòng 2: không có số thứ tự"},
		{"there, below an award", heading + "I,GIẤY KHEN,,\n,Thôn Kim,,\n1,Lò Thị Á,x,\n", "", "dòng 3: không có số thứ tự"},
		{"there, without a column of awards", "TT,Họ và tên,Đơn vị\n,Thôn Kim,\n1,Lò Thị Á,x\n", "", "dòng 2: không có số thứ tự"},
		{"there, among bodies", "TT,Họ và tên/Tên tập thể,Đơn vị,Danh hiệu\n,Thôn Kim,,\n1,Lò Thị Á,x,GKXA\n", "", "dòng 2: không có số thứ tự"},
		{"small letters that nobody knows", heading + "I,TRƯỜNG THCS TÂN PHƯỚC,,\n1,Lò Thị Á,,GKXA\n", "", "dòng 2: là tiêu đề của một nhóm"},
		{"no unit", heading + "I,Các trường hợp khác,,\n1,Lò Thị Á,,GKXA\n", "", "dòng 2: là tiêu đề của một nhóm"},
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(c.list))
		units := ""
		if in != nil {
			for _, is := range in.Changes {
				if role := is.Nominee.Role; role != "" {
					units += role + " | "
				}
				units += is.Nominee.Unit + "; "
			}
		}
		if units != c.units || !strings.Contains(fmt.Sprint(found), c.found) {
			t.Errorf("%s: %s\n%v", c.name, units, found)
		}
	}
}

// TestNamesOfPersons: what a cell of a name may hold beside a name.
func TestNamesOfPersons(t *testing.T) {
	for name, want := range map[string]string{
		"Thiếu tá Lò Văn Ón": "Lò Văn Ón (Thiếu tá)", "ĐẠI ÚY LÒ VĂN ÓN": "LÒ VĂN ÓN (Đại úy)", "Thượng sỹ Ón": "Thượng sỹ Ón () viết thường",
		"Đ/c Thiếu tá Lò Văn Ón": "Thiếu tá Lò Văn Ón (Đồng chí) viết thường", "Thiếu Thị Lò Á": "Thiếu Thị Lò Á ()",
		"Lò Văn Ón (đã mất)": "là người đã mất, không ghi truy tặng; chỉ ghi họ và tên", "Lò Văn Ón (hy sinh 2026)": "là người đã mất", "Lò Văn Ón - đã mất": "là người đã mất", "Cố Thiếu úy Lò Văn Ón": "là người đã mất, không ghi truy tặng", "Cốc Thị Á": "Cốc Thị Á ()",
		"Cố Thị Hoa": "Cố Thị Hoa ()", "Cố Văn Á": "Cố Văn Á ()", "Cố Lò Á": "là người đã mất", "Liệt sĩ Lò Á": "là người đã mất", "Liệt sỹ Lò Á": "là người đã mất", "(Ông) Lò Á": "có ký tự không thuộc họ tên", "Lò Văn Ón (mất sức)": "Lò Văn Ón (mất sức) () viết thường",
		"Lò Văn Ón (mất năm 2026)": "là người đã mất", "Thiếu tá QNCN Lò Văn Ón": "Lò Văn Ón (Thiếu tá QNCN)",
		"Thượng úy CN Lò Á": "Lò Á (Thượng úy CN)", "Thiếu tá CN Ón": "CN Ón (Thiếu tá)",
		"Lò Văn Mất": "Lò Văn Mất ()", "Lò Văn Ón (Sáu Ón)": "Lò Văn Ón (Sáu Ón) ()",
		"Lò Văn Ón": "Lò Văn Ón ()", "Ô. Lò Văn Ón": "Lò Văn Ón (Ông)", "Lò Văn Ón - Lò Thị Á": "hơn một tên", "Lò Văn Ón – Trưởng thôn": "hơn một tên",
		"Lò Văn Ón—Trưởng thôn": "hơn một tên", "Lò Văn Ón và vợ": "hơn một tên", "Y Moan Ê-ban": "Y Moan Ê-ban ()", "Ông (bà) Lò Văn Ón": "ông hay bà",
		"Hội Phụ nữ": "tên một tập thể", "lò văn ón": "lò văn ón ()",
		"Lò Văn Ón (con ông Páo)": "Lò Văn Ón (con ông Páo) () viết thường",
		"Bếp ăn bán trú":          "Bếp ăn bán trú () viết thường",
		"Đ/c Lò Văn Ón":           "Lò Văn Ón (Đồng chí)", "Ông/Bà Lò Văn Ón": "ông hay bà", "Ông: Lò Văn Ón": "Lò Văn Ón (Ông)", "Ông: Đèo Ón": "không thuộc họ tên", "Ông: Lê Văn Ón": "Lê Văn Ón (Ông)", "Đ/c: Lò Văn Ón": "Lò Văn Ón (Đồng chí)",
		"Lò Văn Ón/Lò Thị Á": "hơn một tên", "Lò văn Ón - Lò thị Á": "hơn một tên", "Lò Văn Ón: tổ 3": "không thuộc họ tên",
		"Lò Văn Ón.": "không thuộc họ tên", "Lò Văn Ón..": "không thuộc họ tên", "TS. Lò Văn Ón": "TS. Lò Văn Ón ()",
	} {
		in, found := take(t, seasonText, "ds.csv", []byte("Họ và tên,Danh hiệu\n"+name+",GKXA\n"))
		got := found.Error()
		if in != nil {
			n := in.Changes[0].Nominee
			if got = n.Name + " (" + n.Honorific + ")"; strings.Contains(found.Error(), "có chữ viết thường") {
				got += " viết thường"
			}
		}
		if in != nil && got != want || in == nil && len(found) != 1 || !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	_, found := take(t, seasonText, "ds.csv", []byte("Họ và tên,Danh hiệu\nBếp ăn,GKXA\nLò Thị Á,GKXA\nLò văn Ón,GKXA\n"))
	if len(found) != 1 || !strings.Contains(found.Error(), "họ tên của cá nhân có chữ viết thường, văn bản in đúng như vậy: "+
		"dòng 2 (Bếp ăn), 4 (Lò văn Ón); viết hoa chữ đầu") {
		t.Error(found)
	}
}

// TestDashes: a cell with nothing but a dash is empty.
func TestDashes(t *testing.T) {
	in, found := take(t, seasonText, "ds.csv", []byte("Họ và tên;Chức vụ;Đơn vị;Năm sinh;Tiền thưởng;Danh hiệu;Số phiếu đồng ý;Số phiếu không đồng ý\n"+
		"Lê Văn An;-;–;—;--;GKXA;9;-\n"))
	if in == nil || in.Changes[0].Nominee.Role+in.Changes[0].Nominee.Unit != "" || in.Changes[0].Nominee.Votes.For != 9 {
		t.Error(found)
	}
	if in, found = take(t, seasonText, "ds.csv", []byte("Họ và tên;Danh hiệu\n-;GKXA\n")); in != nil || !strings.Contains(found.Error(), "ô để trống") {
		t.Error(found)
	}
	if in, found = take(t, seasonText, "ds.csv", []byte("Họ và tên;Đơn vị;Danh hiệu\nLê Văn An;-a-;GKXA\n")); in == nil || in.Changes[0].Nominee.Unit != "-a-" {
		t.Error(found)
	}
}

// TestUncalculated: a formula without a result is no empty cell.
func TestUncalculated(t *testing.T) {
	list := sheetcase.Make(t, [][]any{{"Họ và tên", "Đơn vị", "Danh hiệu"}, {"Lê Văn An", nil, "GKXA"}}, func(f *excelize.File) {
		if err := f.SetCellFormula("Sheet1", "B2", "A1"); err != nil {
			t.Fatal(err)
		}
	})
	if in, found := take(t, seasonText, "ds.xlsx", list); in != nil || !strings.Contains(found.Error(), "ô có công thức chưa được tính") {
		t.Error(found)
	}
}

// TestHonorificColumn: what a column of honorifics may say.
func TestHonorificColumn(t *testing.T) {
	for text, want := range map[string]string{"ông": "Ông", "BÀ": "Bà", "B": "Bà", "ô.": "Ông", "Đ/c": "Đồng chí", "ĐC": "Đồng chí", "thiếu tá": "Thiếu tá",
		"ĐẠI ÚY": "Đại úy", "ĐẠI TÁ QNCN": "ĐẠI TÁ QNCN", "BÁC SĨ": "Bác sĩ", "TS.": "TS.", "BSCKII": "BSCKII", "NSƯT": "NSƯT",
		"": "", "Nam": "-", "nữ": "-", "x": "-", "Ông (Bà)": "-", "Ông/Bà": "-", "3//": "-", "4* ": "-", "Đ/U": "-",
		"BS.CK2": "BS.CK2"} {
		in, found := take(t, seasonText, "ds.csv", []byte("Ông/Bà;Họ và tên;Danh hiệu\n"+text+";Lê Văn An;GKXA\n"))
		got := "-"
		if in != nil {
			got = in.Changes[0].Nominee.Honorific
		} else if !strings.Contains(found.Error(), "không phải cách xưng") {
			t.Error(found)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	list := sheetcase.Make(t, [][]any{{"Ông/Bà", "Họ và tên", "Danh hiệu"}, {true, "Lê Văn An", "GKXA"}}, nil)
	if in, found := take(t, seasonText, "ds.xlsx", list); in != nil {
		t.Error(found)
	}
}

// TestUnitsOfPersons: Tên đơn vị beside names of persons is where they work; where a row has one or the other, it is a name.
func TestUnitsOfPersons(t *testing.T) {
	for rows, want := range map[string]string{
		"Họ và tên;Tên đơn vị;Danh hiệu\nLê Văn An;Trường Kim;GKXA\nLê Thị Ba;Trường Kim;GKXA\nLê Tư;;GKXA\n": "Lê Văn An/Trường Kim Lê Thị Ba/Trường Kim Lê Tư/",
		"Họ và tên;Tên đơn vị;Danh hiệu\nLê Văn An;;GKXA\n;Trường Kim;GKXA\n":                                 "Lê Văn An/ Trường Kim/",
		"Họ và tên;Tên đơn vị;Danh hiệu\nLê Văn An;Trường Kim;GKXA\n;Trường Kim;GKXA\n":                       "đã có tên ở cột khác",
		"Họ và tên;Tên tập thể;Danh hiệu\nLê Văn An;Trường Kim;GKXA\n":                                        "đã có tên ở cột khác",
		"Họ và tên;Tên đơn vị;Nơi ở;Danh hiệu\nLê Văn An;Trường Kim;thôn 7;GKXA\n":                            "đã có tên ở cột khác",
		"Họ và tên;Tên đơn vị;Chức vụ, đơn vị;Danh hiệu\nLê Văn An;Trường Kim;thôn 7;GKXA\n":                  "đã có tên ở cột khác",
		"Tên đơn vị;Danh hiệu\nTrường Kim;GKXA\n":                                                             "Trường Kim/",
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(rows))
		var got []string
		if in != nil {
			for _, c := range in.Changes {
				got = append(got, c.Nominee.Name+"/"+c.Nominee.Unit)
			}
		}
		if said := strings.Join(got, " "); said != want && (in != nil || !strings.Contains(found.Error(), want)) {
			t.Errorf("%s: %s %v", rows, said, found)
		}
	}
}

// TestNameOfABox: a box that is ticked is nobody's name.
func TestNameOfABox(t *testing.T) {
	list := sheetcase.Make(t, [][]any{{"Họ và tên", "Danh hiệu"}, {true, "GKXA"}}, nil)
	if in, found := take(t, seasonText, "ds.xlsx", list); in != nil || !strings.Contains(found.Error(), "ô ghi đúng/sai, không phải họ tên") {
		t.Error(found)
	}
}

// TestAddedColumn: who was left out of a signed decision is taken in by a column that says so, and only who was.
func TestAddedColumn(t *testing.T) {
	const heading = "STT,Họ và tên,Năm sinh,Đơn vị,Danh hiệu,Bổ sung\n"
	for _, c := range []struct{ row, added, found string }{
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,x", "added: {}", ""},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,Có", "added: {}", ""},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,", "", ""},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,không", "", ""},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,TRUE", "added: {}", ""},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,FALSE", "", ""},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,1", "added: {}", ""},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,0", "", ""},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,2", "-", "không rõ có bổ sung"},
		{"1,Giàng A Páo,1979,Bản Áng,GKXA,mai", "-", "không rõ có bổ sung"},
		{"1,Nguyễn Thị Hoa,1969,thôn Đồng Chùa,LDTT,x", "-", "mục 2 của đợt khen thưởng là đối tượng này, không bổ sung nữa"},
	} {
		in, found := take(t, seasonText, "ds.csv", []byte(heading+c.row+"\n"))
		if (in == nil) != (c.added == "-") || !strings.Contains(fmt.Sprint(found), c.found) ||
			in != nil && strings.Contains(string(in.Source), "added:") != (c.added != "") {
			t.Errorf("%s: %v", c.row, found)
		}
	}
	again, _ := take(t, seasonText, "ds.csv", []byte(heading+"1,Giàng A Páo,1979,Bản Áng,GKXA,x\n"))
	if in, found := take(t, string(again.Source), "ds.csv", []byte(heading+"1,Giàng A Páo,1979,Bản Áng,GKXA,x\n")); in == nil || len(in.Changes) != 0 {
		t.Error(found)
	}
}
